import { Decimal as SharedDecimal } from "decimal.js";
import { refuse } from "./refuse.js";

/** decimal.js with a precision of its own, so that nobody's `Decimal.set` can change a figure here. */
const Decimal = /* @__PURE__ */ SharedDecimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60, defaults: true });

/** A number as decimal text, such as `"14.01"` or `"0.15"`: how money and factors pass every door. */
export type DecimalText = string;

/** An exact fraction in lowest terms; the denominator is at least 1. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The exact fraction of a decimal text. Throws when the text is not digits with at most one point.
 *
 * @example
 * ```ts
 * fraction("0.15", "factor"); // => { numerator: 3n, denominator: 20n }
 * ```
 */
export function fraction(text: DecimalText, what: string): Fraction {
  if (typeof text !== "string" || !/^-?\d+(\.\d+)?$/.test(text)) {
    refuse("fraction", `${what} must be decimal text such as "14.01"`, text, "Numbers like 14.01 are not exact; write them in quotes");
  }
  const [numerator, denominator] = new Decimal(text).toFraction();
  return { numerator: BigInt(numerator!.toFixed()), denominator: BigInt(denominator!.toFixed()) };
}

/** A fraction divided by a whole number, in lowest terms. */
export function dividedBy(value: Fraction, divisor: bigint): Fraction {
  const denominator = value.denominator * divisor;
  const common = commonDivisor(value.numerator < 0n ? -value.numerator : value.numerator, denominator);
  return { numerator: value.numerator / common, denominator: denominator / common };
}

/** The greatest common divisor of two whole numbers from 0; that of 0 and n is n. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

/** The least common multiple of two whole numbers from 1. */
export function commonMultiple(a: bigint, b: bigint): bigint {
  return (a / commonDivisor(a, b)) * b;
}

/**
 * An exact fraction as text: decimal text when it ends, at least `places` of them; else `"numerator/denominator"`.
 * Nothing is rounded.
 *
 * @example
 * ```ts
 * exactText({ numerator: 21015n, denominator: 2000n }, 2); // => "10.5075"
 * exactText({ numerator: 7n, denominator: 1n }, 2); // => "7.00"
 * exactText({ numerator: 7n, denominator: 30n }, 2); // => "7/30"
 * ```
 */
export function exactText(value: Fraction, places: number): string {
  const { numerator, denominator } = dividedBy(value, 1n);
  const ends = Math.max(timesDivided(denominator, 2n), timesDivided(denominator, 5n));
  if (10n ** BigInt(ends) % denominator !== 0n) return `${value.numerator}/${value.denominator}`;
  const shown = Math.max(places, ends);
  const [sign, size] = numerator < 0n ? ["-", -numerator] : ["", numerator];
  const digits = String((size * 10n ** BigInt(shown)) / denominator).padStart(shown + 1, "0");
  const point = digits.length - shown;
  return `${sign}${digits.slice(0, point)}${shown === 0 ? "" : `.${digits.slice(point)}`}`;
}

/** How many times a prime divides a whole number from 1. */
function timesDivided(whole: bigint, prime: bigint): number {
  let times = 0;
  for (let rest = whole; rest % prime === 0n; rest /= prime) times++;
  return times;
}

/**
 * A share as decimal text with four places, half up, for show. Decisions compare the exact numbers instead.
 *
 * @example
 * ```ts
 * shareText(297, 333); // => "0.8919"
 * shareText(0, 0); // => null
 * ```
 */
export function shareText(part: number, whole: number): DecimalText | null {
  return whole === 0 ? null : new Decimal(part).div(whole).toFixed(4, SharedDecimal.ROUND_HALF_UP);
}
