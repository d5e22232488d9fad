import { dayWords, everyKindSaid, listed } from "../shared/words.js";
import type { InForce, VersionFacts } from "./clause.js";
import { AUTHORITY_SAYS, type Cite } from "./source.words.js";

/** What a version has that these sentences name. */
type Named = Pick<VersionFacts<unknown>, "firstDay" | "lastDay" | "authority" | "source">;

/** Is a rule in force on the day asked about? `what` names it at the start of a sentence: `"The rule"`. */
export function inForceWords(answer: InForce<Named>, what: string, cite: Cite): string[] {
  switch (answer.kind) {
    case "in-force": {
      const { version, unstated } = answer;
      return [
        `${what} is in force ${daysWords(version)} (${cite(version.source)}).`,
        ...(version.authority === "agreed" ? [] : [AUTHORITY_SAYS[version.authority]]),
        ...(unstated ? [UNSTATED] : []),
      ];
    }
    case "not-yet":
      return [`${what} is not in force yet: its first day is ${dayWords(answer.firstDay)}.`];
    case "ended":
      return [`${what} is no longer in force: its last day was ${dayWords(answer.lastDay)}.`];
    case "gap":
      return [`${what} is not in force: one version ended on ${dayWords(answer.lastDay)} and the next begins on ${dayWords(answer.firstDay)}.`];
    case "overlap":
      return [`${what} cannot be told: ${listed(answer.versions.map((version) => `a version in force ${daysWords(version)} (${cite(version.source)})`))} apply at once, so the contract contradicts itself.`];
    default:
      return everyKindSaid(answer);
  }
}

const UNSTATED = "The document does not state every one of its days; an unstated day limits nothing.";

function daysWords({ firstDay, lastDay }: Named): string {
  const from = firstDay === "unstated" ? "from an unstated day" : `from ${dayWords(firstDay)}`;
  const to = lastDay === "unstated" ? "to an unstated day" : lastDay === "open" ? "with no end" : `to ${dayWords(lastDay)} (included)`;
  return `${from} ${to}`;
}

/** Said once per statement: rules whose days no document states, each by its name. Nothing when every day is stated. */
export function unstatedWords(names: readonly string[], of: number): string[] {
  if (names.length === 0) return [];
  const which = names.length === of && of > 1 ? "any of these rules" : `the rules on ${listed(names)}`;
  return [`No document states both the first and the last day of ${which}; where a day is unstated, the rule is taken to apply as long as anybody asks (reading applies = as-asked).`];
}
