import { type Day, type DayNumber, dateOf, dayNumber, dayNumberOf, dayText } from "../shared/day.js";
import { refuse } from "../shared/refuse.js";
import type { TimeBankTerms } from "./terms.js";

/** The days an account is kept for, both included. */
export interface TimeBankDays {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * On which days do the periods of an account begin? The first may begin before the account, where periods are calendar
 * months. Empty when the terms do not say how long a period is.
 * Throws when the last day is before the first, or the terms name no period.
 *
 * @example
 * ```ts
 * const days = { firstDay: "2026-01-15", lastDay: "2026-03-14" } as const;
 * timeBankPeriods(days, { period: "calendar-month" }); // => ["2026-01-01", "2026-02-01", "2026-03-01"]
 * timeBankPeriods(days, { period: "28" }); // => ["2026-01-15", "2026-02-12", "2026-03-12"]
 * ```
 */
export function timeBankPeriods({ firstDay, lastDay }: TimeBankDays, { period }: Pick<TimeBankTerms, "period">): Day[] {
  if (period === "unstated") return [];
  const [first, last] = [dayNumber(firstDay), dayNumber(lastDay)];
  if (last < first) refuse("timeBank", "the last day of the account must not be before its first", `${firstDay} to ${lastDay}`);
  const begins: Day[] = [];
  for (let begin = beginOf(first, period); begin <= last; begin = nextBegin(begin, period)) begins.push(dayText(begin));
  return begins;
}

function beginOf(day: DayNumber, period: TimeBankTerms["period"]): DayNumber {
  if (period !== "calendar-month") return day;
  const { year, month } = dateOf(day);
  return dayNumberOf(year, month, 1);
}

function nextBegin(begin: DayNumber, period: TimeBankTerms["period"]): DayNumber {
  if (period === "no-end") return Infinity;
  if (period !== "calendar-month") return begin + wholeText(period, "period", 1);
  const { year, month } = dateOf(begin);
  return month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1);
}

/** The number that a text of digits names. Throws, naming the field, when it is none or below the least. */
export function wholeText(text: string, field: keyof TimeBankTerms, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least)) refuse("timeBank", `${field} must be one of its words, or a whole number from ${least} in digits`, text);
  return value;
}
