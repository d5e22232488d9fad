import { firstNumber, lastNumber } from "../contract/clause.js";
import { type Day, dayText, readDay } from "../shared/day.js";
import { type Problem, pathText } from "./problem.js";
import { EVERY_CLAUSE, type Loose, type LooseVersion, ruleSetsOf, versionsIn } from "./rule-sets.js";

/**
 * Does one version of a clause at most bind on a day? Two that are agreed or on trial and share a day contradict each other,
 * and no result of that day could be determined. Of data in any shape: a version whose days cannot be read is left alone.
 */
export function checkDays(council: Loose): Problem[] {
  return ruleSetsOf(council).flatMap(({ path, own }) => {
    const versions = versionsIn(own, path).flatMap(binding);
    return EVERY_CLAUSE.flatMap((clause) => {
      const all = versions.filter((version) => version.clause === clause);
      return all.flatMap((version, i) => all.slice(0, i).flatMap((before) => shared(before, version)));
    });
  });
}

interface BindingVersion extends LooseVersion {
  readonly first: number;
  readonly last: number;
}

function binding(version: LooseVersion): BindingVersion[] {
  const { firstDay, lastDay, authority } = version.version;
  const canBeRead = (firstDay === "unstated" || isDay(firstDay)) && (lastDay === "unstated" || lastDay === "open" || isDay(lastDay));
  if (!canBeRead || (authority !== "agreed" && authority !== "trial")) return [];
  const dated = { firstDay, lastDay, authority } as const;
  return [{ ...version, first: firstNumber(dated), last: lastNumber(dated) }];
}

function isDay(value: unknown): value is Day {
  return typeof value === "string" && readDay(value) !== undefined;
}

function shared(one: BindingVersion, other: BindingVersion): Problem[] {
  const [first, last] = [Math.max(one.first, other.first), Math.min(one.last, other.last)];
  if (first > last) return [];
  return [
    {
      path: pathText(other.path),
      expected: `days on which no other version of the clause binds (${pathText(one.path)} does)`,
      got: daysText(first, last),
      do: 'End one on the day before the other begins. A version that binds nobody is "recommended" or "proposed"; clauses of one lot or contract stand in contracts',
    },
  ];
}

/** Days, both included, as a person reads them: a day, from a day on, every day. */
export function daysText(first: number, last: number): string {
  const [from, to] = [first, last].map((day) => (Number.isFinite(day) ? dayText(day) : null));
  if (from === to) return from ?? "every day";
  if (from === null) return `every day to ${to}`;
  return to === null ? `${from} on` : `${from} to ${to}`;
}
