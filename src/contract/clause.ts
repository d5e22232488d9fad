import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import type { Reading } from "./reading.js";
import type { Authority, Source } from "./source.js";

/** What a version of a clause has beside its terms: its days, its source, its standing and its readings. */
export interface VersionFacts<Terms> {
  /** First day it applies (included), or `"unstated"` when the document does not say. */
  readonly firstDay: Day | "unstated";
  /** Last day it applies (included), `"open"` when the document says it has no end, or `"unstated"`. */
  readonly lastDay: Day | "open" | "unstated";
  readonly authority: Authority;
  /** Where the terms stand, the main place first. */
  readonly source: Source;
  /** Other places that bear on it. */
  readonly alsoSee?: readonly Source[];
  /** Where the source is silent or contradicts itself: what is adopted, and what else it could mean. */
  readonly readings: { readonly [slug: string]: Reading<Terms> };
}

/** One dated version of a clause: its terms, with the facts about them. */
export type Version<Terms> = Terms & VersionFacts<Terms>;

/** A clause of a contract: its versions, in any order. */
export interface Clause<Terms> {
  readonly versions: readonly Version<Terms>[];
}

/** Is a rule in force on a day? One of five answers, with the days next to it */
export type InForce<V> =
  /** Exactly one version applies. `unstated` says that a day of it is not in the document. */
  | { readonly kind: "in-force"; readonly version: V; readonly unstated: boolean }
  | { readonly kind: "not-yet"; readonly firstDay: Day }
  | { readonly kind: "ended"; readonly lastDay: Day }
  /** Between two versions: the last day before and the first day after. */
  | { readonly kind: "gap"; readonly lastDay: Day; readonly firstDay: Day }
  /** More than one version applies: the contract contradicts itself on this day. */
  | { readonly kind: "overlap"; readonly versions: readonly V[] };

/** What `inForce` asks of a version. */
export interface Dated {
  readonly firstDay: Day | "unstated";
  readonly lastDay: Day | "open" | "unstated";
  readonly authority: Authority;
}

/**
 * Which version of a clause is in force on a day? Considers `agreed` and `trial` versions; a `recommended` or `proposed`
 * one only when its authority is named. An unstated day does not limit. No version at all is `not-yet` with no day to
 * name, so a clause has at least one: an empty list throws.
 *
 * @example
 * ```ts
 * const versions = [{ firstDay: "2024-04-01", lastDay: "2025-03-31", authority: "agreed" }] as const;
 * inForce(versions, "2024-04-01").kind; // => "in-force"
 * inForce(versions, "2024-03-31"); // => { kind: "not-yet", firstDay: "2024-04-01" }
 * inForce(versions, "2025-04-01"); // => { kind: "ended", lastDay: "2025-03-31" }
 * ```
 */
export function inForce<V extends Dated>(versions: readonly V[], day: Day, authorities: readonly Authority[] = ["agreed", "trial"]): InForce<V> {
  return inForceOn(versions, dayNumber(day), authorities);
}

/** `inForce` for a day that is a number already. */
export function inForceOn<V extends Dated>(versions: readonly V[], day: DayNumber, authorities: readonly Authority[]): InForce<V> {
  const binding = versions.filter((version) => authorities.includes(version.authority));
  if (binding.length === 0) throw new RangeError(`inForce: expected at least one version that is ${authorities.join(" or ")}, got none`);
  const applying = binding.filter((version) => firstNumber(version) <= day && day <= lastNumber(version));
  const [version] = applying;
  if (version !== undefined) {
    if (applying.length > 1) return { kind: "overlap", versions: applying };
    return { kind: "in-force", version, unstated: version.firstDay === "unstated" || version.lastDay === "unstated" };
  }
  const lastBefore = Math.max(...binding.map(lastNumber).filter((last) => last < day));
  const firstAfter = Math.min(...binding.map(firstNumber).filter((first) => first > day));
  if (!Number.isFinite(lastBefore)) return { kind: "not-yet", firstDay: dayText(firstAfter) };
  if (!Number.isFinite(firstAfter)) return { kind: "ended", lastDay: dayText(lastBefore) };
  return { kind: "gap", lastDay: dayText(lastBefore), firstDay: dayText(firstAfter) };
}

/**
 * A clause whose unstated days are taken to be the caller's: the reading `applies`, chosen as `callers-days`. Outside
 * them it is not in force, where it would otherwise apply for as long as anybody asks.
 */
export function statedWithin<Terms>(clause: Clause<Terms>, firstDay: Day, lastDay: Day): Clause<Terms> {
  return {
    versions: clause.versions.map((version) => ({
      ...version,
      firstDay: version.firstDay === "unstated" ? firstDay : version.firstDay,
      lastDay: version.lastDay === "unstated" ? lastDay : version.lastDay,
    })),
  };
}

/** The number of a version's first day; minus infinity when it is unstated. */
export function firstNumber(version: Dated): number {
  return version.firstDay === "unstated" ? -Infinity : dayNumber(version.firstDay);
}

/** The number of a version's last day; infinity when it is open or unstated. */
export function lastNumber(version: Dated): number {
  return version.lastDay === "unstated" || version.lastDay === "open" ? Infinity : dayNumber(version.lastDay);
}
