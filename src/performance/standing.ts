import { type DecimalText, type Fraction, fraction, shareText } from "../shared/exact.js";
import type { Target } from "./contract-year.js";

/** The share of calls and windows that a provider is to reach. */
export interface TargetTerms<CallType extends string = string> {
  /** By call type, as decimal text from 0 to 1: `"0.80"`; by contract year; `null` when the council sets none. */
  readonly punctuality: { readonly [C in CallType]: Target };
  readonly continuity: Target;
  /** What the share of punctual visits is of: visits whose punctuality is assessable; or these and the missed ones, which count as late. */
  readonly punctualityBase: "assessable" | "missed-count-as-late";
}

/** A share against its target. Nothing to share: `null`, neither met nor missed. */
export interface Standing {
  /** Half up to four places, for show. */
  readonly share: DecimalText | null;
  readonly target: DecimalText | null;
  /** Is the exact share at least the target? `null` when there is no share or no target. */
  readonly met: boolean | null;
}

/**
 * How does a share stand against its target? Decided on the exact fraction, never on the rounded text.
 *
 * @example
 * ```ts
 * standing(4, 5, "0.80"); // => { share: "0.8000", target: "0.80", met: true }
 * standing(79999, 100000, "0.80"); // => { share: "0.8000", target: "0.80", met: false }
 * standing(0, 0, "0.80"); // => { share: null, target: "0.80", met: null }
 * ```
 */
export function standing(part: number, whole: number, target: DecimalText | null): Standing {
  return { share: shareText(part, whole), target, met: whole === 0 || target === null ? null : atLeast(part, whole, fraction(target, "target")) };
}

function atLeast(part: number, whole: number, target: Fraction): boolean {
  return BigInt(part) * target.denominator >= target.numerator * BigInt(whole);
}
