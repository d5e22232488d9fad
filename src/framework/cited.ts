import { type Clause, type InForce, type VersionFacts, inForce } from "../contract/clause.js";
import type { Reading } from "../contract/reading.js";
import type { Authority, Source } from "../contract/source.js";
import { type Day, type DayNumber, dayNumber } from "../shared/day.js";

/** Where something stands, and how far it binds. */
export interface Cited {
  readonly authority: Authority;
  readonly source: Source;
  readonly alsoSee?: readonly Source[];
}

/** Terms that have no days of their own: cited, with their readings. */
export type CitedTerms<Terms> = Terms & Cited & { readonly readings: { readonly [slug: string]: Reading<Terms> } };

/** Days from a first to a last, both included. */
export interface Days {
  readonly firstDay: Day;
  readonly lastDay: Day | "open";
}

/** Is a day among the days (both ends included)? */
export function covers({ firstDay, lastDay }: Days, day: DayNumber): boolean {
  return dayNumber(firstDay) <= day && (lastDay === "open" || day <= dayNumber(lastDay));
}

/** The authorities that bind without being named. */
export const BINDING: readonly Authority[] = ["agreed", "trial"];

/** Does it bind without being named? */
export function binds(authority: Authority): boolean {
  return BINDING.includes(authority);
}

const BY_BINDING: readonly Authority[] = ["agreed", "trial", "recommended", "proposed"];

/** The authority that binds least, of those an answer stands on. */
export function weakest(authorities: readonly Authority[]): Authority {
  return BY_BINDING[Math.max(...authorities.map((authority) => BY_BINDING.indexOf(authority)))]!;
}

/** Is a rule in force on a day, or does it wait to be named? */
export type InForceAs<V> = InForce<V> | { readonly kind: "only-unbinding"; readonly authorities: readonly Authority[] } | { readonly kind: "absent" };

/**
 * Which version of a clause is in force on a day? Versions of the authority that the caller names come before all others;
 * without one, or where the clause has no version of it, those that are `agreed` or `trial`.
 */
export function inForceAs<Terms>(clause: Clause<Terms> | undefined, day: Day, as: Authority | undefined): InForceAs<Terms & VersionFacts<Terms>> {
  if (clause === undefined || clause.versions.length === 0) return { kind: "absent" };
  const of = (authorities: readonly Authority[]): boolean => clause.versions.some(({ authority }) => authorities.includes(authority));
  if (as !== undefined && of([as])) return inForce(clause.versions, day, [as]);
  if (of(BINDING)) return inForce(clause.versions, day, BINDING);
  return { kind: "only-unbinding", authorities: [...new Set(clause.versions.map(({ authority }) => authority))].sort() };
}
