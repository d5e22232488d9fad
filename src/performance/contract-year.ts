import { type Day, type DayNumber, dateOf, dayNumber, dayNumberOf } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";

/** A target that changes from one contract year to the next. */
export interface ContractYearTargets {
  /** The day the first contract year begins; the others begin on the same day of the calendar. */
  readonly firstDay: Day;
  /** The target of the first contract year, the second, and so on; `null` in a year without one. */
  readonly years: readonly (DecimalText | null)[];
  /** The target after the last year listed: as in that year, or none. */
  readonly afterwards: "as-the-last" | "none";
}

/** A target: a share as decimal text from 0 to 1; none; or one for each contract year. */
export type Target = DecimalText | ContractYearTargets | null;

/**
 * Which contract year is it on a day, counted from 1? `null` before the first. Throws when the first day is a 29 February:
 * most years have none, and the contract must say where they begin.
 *
 * @example
 * ```ts
 * contractYearOn("2024-04-01", "2024-04-01"); // => 1
 * contractYearOn("2025-03-31", "2024-04-01"); // => 1
 * contractYearOn("2025-04-01", "2024-04-01"); // => 2
 * contractYearOn("2024-03-31", "2024-04-01"); // => null
 * ```
 */
export function contractYearOn(day: Day, firstDay: Day): number | null {
  const [on, first] = [dateOf(dayNumber(day)), dateOf(dayNumber(firstDay))];
  if (first.month === 2 && first.dayOfMonth === 29) refuse("contractYearOn", "contract years cannot be counted from a 29 February", firstDay, "Give 28 February or 1 March, as the contract means it");
  const before = on.month < first.month || (on.month === first.month && on.dayOfMonth < first.dayOfMonth);
  const year = on.year - first.year + (before ? 0 : 1);
  return year < 1 ? null : year;
}

/**
 * The target on a day, or `null` when there is none then.
 *
 * @example
 * ```ts
 * const rising = { firstDay: "2024-04-01", years: ["0.80", "0.85", "0.90"], afterwards: "as-the-last" } as const;
 * ["2025-03-31", "2025-04-01", "2030-01-01"].map((day) => targetOn(day, rising)); // => ["0.80", "0.85", "0.90"]
 * targetOn("2024-03-31", rising); // => null
 * ```
 */
export function targetOn(day: Day, target: Target): DecimalText | null {
  if (target === null || typeof target === "string") return target;
  const year = contractYearOn(day, target.firstDay);
  if (year === null) return null;
  if (year <= target.years.length) return target.years[year - 1]!;
  return target.afterwards === "as-the-last" ? (target.years.at(-1) ?? null) : null;
}

/** The days on which a target may change: the first of each contract year listed, and of the year after them. */
export function targetDays(target: Target): DayNumber[] {
  if (target === null || typeof target === "string") return [];
  const { year, month, dayOfMonth } = dateOf(dayNumber(target.firstDay));
  return Array.from({ length: target.years.length + 1 }, (_, i) => dayNumberOf(year + i, month, dayOfMonth));
}
