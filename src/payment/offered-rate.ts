import { type DecimalText, compareDecimals, fraction } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";

/** What a provider may offer as its hourly rate. */
export interface OfferedRateTerms {
  /** The least, in pounds an hour (included); `null` when the council sets none. */
  readonly floor: DecimalText | null;
  /** The most, in pounds an hour (included); `null` when the council sets none. */
  readonly ceiling: DecimalText | null;
  /** An offer above the ceiling: refused, or sent on an exceptional route. */
  readonly aboveCeiling: "refused" | "exceptional-route";
}

/** What becomes of a rate offered, with the limit that decided. */
export type OfferedRate =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly reason: "below-floor" | "above-ceiling"; readonly limit: DecimalText }
  | { readonly kind: "exceptional-route"; readonly limit: DecimalText };

/**
 * Is an hourly rate that a provider offers accepted, refused, or for an exceptional route? Both limits are included.
 * Throws when a rate is not decimal text from 0, or the floor is above the ceiling.
 *
 * @example
 * ```ts
 * const terms = { floor: "16.12", ceiling: "22.72", aboveCeiling: "exceptional-route" } as const;
 * offeredRate("16.11", terms); // => { kind: "refused", reason: "below-floor", limit: "16.12" }
 * offeredRate("16.12", terms); // => { kind: "accepted" }
 * offeredRate("22.73", terms); // => { kind: "exceptional-route", limit: "22.72" }
 * ```
 */
export function offeredRate(pounds: DecimalText, terms: OfferedRateTerms): OfferedRate {
  const { floor, ceiling, aboveCeiling } = terms;
  checkOfferedRate(terms);
  checkPounds("the rate offered", pounds);
  if (floor !== null && compareDecimals(pounds, floor) < 0) return { kind: "refused", reason: "below-floor", limit: floor };
  if (ceiling === null || compareDecimals(pounds, ceiling) <= 0) return { kind: "accepted" };
  return aboveCeiling === "refused" ? { kind: "refused", reason: "above-ceiling", limit: ceiling } : { kind: "exceptional-route", limit: ceiling };
}

/** Throws, naming the field, when a limit is not decimal text from 0 or the floor is above the ceiling. */
export function checkOfferedRate({ floor, ceiling }: OfferedRateTerms): void {
  if (floor !== null) checkPounds("floor", floor);
  if (ceiling !== null) checkPounds("ceiling", ceiling);
  if (floor !== null && ceiling !== null && compareDecimals(floor, ceiling) > 0) refuse("offeredRate", "floor must not be above ceiling", `${floor} above ${ceiling}`);
}

function checkPounds(what: string, text: DecimalText): void {
  if (fraction(text, what).numerator < 0n) refuse("offeredRate", `${what} must not be below 0`, text);
}
