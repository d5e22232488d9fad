import type { ClauseName, FurtherVisitClause } from "../rules/council.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import type { VersionsOn } from "../rules/day-rules.js";
import { CLAUSE_NAMES } from "../rules/council.words.js";
import type { DayNumber } from "../shared/day.js";
import { refuse } from "../shared/refuse.js";

/**
 * The version of a clause on a day, or why none is in force. Without a day, the version that is in force on every day;
 * throws when there is no such, because then the answer depends on the day.
 */
export function clauseOn<CallType extends string, C extends ClauseName | FurtherVisitClause>(rules: Rules<CallType>, clause: C, day: DayNumber | null): VersionsOn<CallType>[C] {
  if (day !== null) return rulesOn(rules, day).versions[clause];
  const [answer, ...others] = rules.stretches.map((stretch) => stretch.rules.versions[clause]);
  // A clause that the council has not is wanting on every day.
  if (answer === null && others.every((other) => other === null)) return answer;
  const version = versionIn(answer ?? null);
  if (version === null || others.some((other) => versionIn(other) !== version)) {
    refuse("explain", `the rules on ${CLAUSE_NAMES[clause]} differ from day to day, so the day must be given`, undefined, 'Give it as the third argument, { day: "2026-03-16" }');
  }
  return answer!;
}

function versionIn(answer: { readonly kind: string; readonly version?: object } | null): object | null {
  return answer?.version ?? null;
}
