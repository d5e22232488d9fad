import { type DecimalText, fraction } from "../shared/exact.js";
import { compare } from "../shared/fractions.js";

/** Between which hourly prices a package may be bought. There is no number by default: `null` is no limit. */
export interface PriceTerms {
  /** Lowest price an hour, in pounds (included). */
  readonly floor: DecimalText | null;
  /** Highest price an hour, in pounds (included). */
  readonly ceiling: DecimalText | null;
  /** What happens to a price above the ceiling: refused, or decided by an exceptional route. One below the floor is refused. */
  readonly aboveCeiling: "refused" | "exceptional-route";
}

/** Is a price within the limits? */
export type PriceAnswer =
  | { readonly kind: "within" }
  | { readonly kind: "no-limits" }
  | { readonly kind: "below-floor"; readonly limit: DecimalText; readonly outcome: "refused" }
  | { readonly kind: "above-ceiling"; readonly limit: DecimalText; readonly outcome: "refused" | "exceptional-route" };

/**
 * Is an hourly price within a framework's limits? Both limits are included.
 *
 * @example
 * ```ts
 * const terms = { floor: "16.12", ceiling: "22.72", aboveCeiling: "exceptional-route" } as const;
 * priceWithin("16.11", terms).kind; // => "below-floor"
 * priceWithin("16.12", terms).kind; // => "within"
 * priceWithin("22.73", terms); // => { kind: "above-ceiling", limit: "22.72", outcome: "exceptional-route" }
 * ```
 */
export function priceWithin(price: DecimalText, { floor, ceiling, aboveCeiling }: PriceTerms): PriceAnswer {
  const asked = fraction(price, "price");
  if (floor !== null && compare(asked, fraction(floor, "price.floor")) < 0) return { kind: "below-floor", limit: floor, outcome: "refused" };
  if (ceiling !== null && compare(asked, fraction(ceiling, "price.ceiling")) > 0) return { kind: "above-ceiling", limit: ceiling, outcome: aboveCeiling };
  return { kind: floor === null && ceiling === null ? "no-limits" : "within" };
}
