import { type Day, type DayNumber, dateOf, dayNumber, dayNumberOf, daysInMonth, weekday } from "../shared/day.js";
import { type DecimalText, fraction } from "../shared/exact.js";
import { compare } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";

/** What a person pays for their own care: the cost of it, at most what they were assessed to be able to pay. */
export interface ContributionTerms {
  /** How long a charge is for: weeks from Monday; calendar months; or four weeks at a time, counted from a day. */
  readonly period: "week" | "calendar-month" | { readonly kind: "four-weeks"; readonly from: Day };
  /** Which day's assessed contribution a period has, when it changes inside. */
  readonly assessedOn: "first-day" | "last-day";
}

/** What a person was assessed to be able to pay for a period, from one day to another (both included). Facts of the caller's. */
export interface AssessedContribution {
  readonly firstDay: Day;
  readonly lastDay: Day | "open";
  /** Pounds a period. */
  readonly amount: DecimalText;
}

/** What a person is charged for a period. */
export type Charge =
  | { readonly kind: "charged"; /** Pounds. */ readonly amount: DecimalText; /** Is it the whole cost, or what was assessed? */ readonly by: "cost" | "contribution" }
  | { readonly kind: "undetermined"; readonly reason: "no-contribution" | "several-contributions" | "cost-not-known" };

/**
 * What is a person charged: the lower of the cost and the assessed contribution. A cost of which a part is not known is
 * enough where the known part reaches the contribution; else the charge cannot be determined. Nothing assessed is no 0.
 *
 * @example
 * ```ts
 * const assessed = [{ firstDay: "2026-04-06", lastDay: "open", amount: "60.00" }] as const;
 * chargeFor("90.00", true, "2026-04-06", assessed); // => { kind: "charged", amount: "60.00", by: "contribution" }
 * chargeFor("50.00", true, "2026-04-06", assessed); // => { kind: "charged", amount: "50.00", by: "cost" }
 * chargeFor("50.00", true, "2026-04-05", assessed); // => { kind: "undetermined", reason: "no-contribution" }
 * ```
 */
export function chargeFor(cost: DecimalText, wholeCostKnown: boolean, day: Day, contributions: readonly AssessedContribution[]): Charge {
  const exactCost = fraction(cost, "cost");
  if (exactCost.numerator < 0n) refuse("chargeFor", "cost must not be below 0", cost);
  const on = dayNumber(day);
  const holding = contributions.filter(({ firstDay, lastDay }) => dayNumber(firstDay) <= on && (lastDay === "open" || on <= dayNumber(lastDay)));
  const [contribution] = holding;
  if (contribution === undefined) return { kind: "undetermined", reason: "no-contribution" };
  if (holding.length > 1) return { kind: "undetermined", reason: "several-contributions" };
  const { amount } = contribution;
  const most = fraction(amount, "contribution");
  if (most.numerator < 0n) refuse("chargeFor", "a contribution must not be below 0", amount);
  const order = compare(exactCost, most);
  if (order >= 0) return { kind: "charged", amount, by: order === 0 ? "cost" : "contribution" };
  return wholeCostKnown ? { kind: "charged", amount: cost, by: "cost" } : { kind: "undetermined", reason: "cost-not-known" };
}

/** First and last day (both included) of the period of charging that a day is in. */
export function chargePeriod(day: DayNumber, { period }: Pick<ContributionTerms, "period">): { readonly firstDay: DayNumber; readonly lastDay: DayNumber } {
  if (period === "calendar-month") {
    const { year, month } = dateOf(day);
    const firstDay = dayNumberOf(year, month, 1);
    return { firstDay, lastDay: firstDay + daysInMonth(year, month) - 1 };
  }
  if (period === "week") {
    const firstDay = day - weekday(day) + 1;
    return { firstDay, lastDay: firstDay + 6 };
  }
  const from = dayNumber(period.from);
  const firstDay = from + Math.floor((day - from) / 28) * 28;
  return { firstDay, lastDay: firstDay + 27 };
}
