import type { TimeLine, UnpaidReason } from "../payment/basis.js";
import { rateApplies } from "../payment/rate.js";
import { type PricedPart, type VisitToPrice, priceByBands } from "../payment/rate-price.js";
import { lineUnits } from "../payment/statement.js";
import type { DayRules } from "./day-rules.js";

/** A line that is paid. */
export type PaidLine = Extract<TimeLine, { kind: "paid" }>;

/** What a paid line costs, after any rounding of lines; or why there is no price. */
export type LinePrice =
  | { readonly kind: "priced"; readonly units: number; /** By bands of the rates; `null` where there is one rate. */ readonly parts: readonly PricedPart[] | null }
  | { readonly kind: "unpriced"; readonly reason: UnpaidReason };

/** What does a paid line cost? */
export function priceOfLine(line: PaidLine, visit: VisitToPrice, day: DayRules, unitsPerPenny: number): LinePrice {
  const { rate, statement } = day;
  if (rate === null || statement === null) return { kind: "unpriced", reason: "no-rule-in-force" };
  if (rate.kind === "one-rate") {
    const units = unitsOf(line, visit, day, unitsPerPenny);
    return units === null ? { kind: "unpriced", reason: "no-rate-at-that-time" } : { kind: "priced", units, parts: null };
  }
  const priced = priceByBands(line, visit, rate);
  return priced.kind === "unpriced" ? priced : { kind: "priced", units: lineUnits(shareOf(priced.units, line, day), unitsPerPenny, statement), parts: priced.parts };
}

/** The units that a paid line costs, after any rounding of lines; `null` where there is no price: `priceOfLine` says why. */
export function unitsOf(line: PaidLine, visit: VisitToPrice, day: DayRules, unitsPerPenny: number): number | null {
  const { rate, statement } = day;
  if (rate === null || statement === null) return null;
  if (rate.kind === "one-rate") {
    if (!rateApplies(line.from, line.to, rate)) return null;
    const units = line.minutesPaid * rate.unitsPerMinute;
    return lineUnits(line.share === undefined ? units : shareOf(units, line, day), unitsPerPenny, statement);
  }
  const price = priceOfLine(line, visit, day, unitsPerPenny);
  return price.kind === "priced" ? price.units : null;
}

/** A share of a price, exactly: the scale of money holds every share of the council. */
function shareOf(units: number, { share }: PaidLine, { undelivered }: DayRules): number {
  if (share === undefined) return units;
  const { numerator, denominator } = undelivered!.shares.get(share)!;
  return (units / denominator) * numerator;
}
