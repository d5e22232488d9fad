import type { Cite } from "../contract/source.words.js";
import { everyKindSaid, exactly } from "../shared/words.js";
import { AUTHORITY_WORDS } from "./cited.words.js";
import type { Exit, ExitAnswer, ExitUndetermined } from "./exit.js";

/** How is the work of a provider that leaves divided, by which clause; those left out stand apart. */
export function exitWords(answer: ExitAnswer, { provider, place, hoursPerWeek }: Exit, cite: Cite): string[] {
  const at = answer.source === null ? "" : ` (${cite(answer.source)})`;
  const what = `${exactly(hoursPerWeek, "hour")} a week that provider ${provider} leaves in ${place}`;
  switch (answer.kind) {
    case "divided":
      return [
        `The ${what} ${hoursPerWeek === "1" ? "is" : "are"} divided among the rest${at}.`,
        ...answer.parts.map((part) => `Provider ${part.provider} takes ${exactly(part.hoursPerWeek, "hour")} a week.`),
        ...(answer.authority === "agreed" ? [] : [`The rule is ${AUTHORITY_WORDS[answer.authority]}.`]),
      ];
    case "cannot-be-determined":
      return [`How the ${what} ${hoursPerWeek === "1" ? "is" : "are"} divided cannot be determined: ${UNDETERMINED_SAYS[answer.reason]}${at}.`];
    default:
      return everyKindSaid(answer);
  }
}

const UNDETERMINED_SAYS: { readonly [R in ExitUndetermined]: string } = {
  "no-rule": "the framework has no rule on leaving",
  "no-rule-in-force": "no rule on leaving is in force on the day",
  "division-unstated": "the document does not say how work is divided",
  "nobody-left": "nobody is left to take it",
  "hours-not-given": "it is divided by the hours that the rest have now, and these are not given",
  "unknown-place": "the framework has no such lot or locality",
};

/** How work is divided, to compare by. */
export function exitVerdict(answer: ExitAnswer): string {
  if (answer.kind === "cannot-be-determined") return `it could not be determined: ${UNDETERMINED_SAYS[answer.reason]}`;
  return answer.parts.map(({ provider, hoursPerWeek }) => `provider ${provider} would take ${exactly(hoursPerWeek, "hour")}`).join(", ");
}
