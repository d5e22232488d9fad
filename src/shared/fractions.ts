import { type DecimalText, type Fraction, dividedBy, exactText, fraction } from "./exact.js";

/** A whole number as a fraction. */
export function whole(value: number | bigint): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}

/** The exact sum of fractions; of none, 0. */
export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, whole(0));
}

/** The exact sum of amounts as text, decimal or `"7/30"`, with at least two places. */
export function sumText(amounts: readonly string[]): string {
  const exact = amounts.map((amount) => {
    const [numerator, denominator = "1"] = amount.split("/") as [string, string?];
    return quotient(fraction(numerator, "amount"), fraction(denominator, "amount"));
  });
  return exactText(sumOf(exact), 2);
}

/** The exact sum of two fractions. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return dividedBy({ numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator }, 1n);
}

/** The exact difference of two fractions. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** The exact product of two fractions. */
export function times(a: Fraction, b: Fraction): Fraction {
  return dividedBy({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }, 1n);
}

/** The exact quotient of two fractions; the divisor is above 0. */
export function quotient(a: Fraction, b: Fraction): Fraction {
  return times(a, { numerator: b.denominator, denominator: b.numerator });
}

/** Orders two fractions: below 0, 0 or above 0. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A fraction as decimal text with so many places, half up (away from 0), for show. Decisions compare the exact numbers.
 *
 * @example
 * ```ts
 * roundedText({ numerator: 8046n, denominator: 9936n }, 4); // => "0.8098"
 * roundedText({ numerator: -1n, denominator: 2n }, 0); // => "-1"
 * ```
 */
export function roundedText(value: Fraction, places: number): DecimalText {
  const sign = value.numerator < 0n ? -1n : 1n;
  const units = (2n * sign * value.numerator * 10n ** BigInt(places) + value.denominator) / (2n * value.denominator);
  const digits = units.toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return sign < 0n && units !== 0n ? `-${text}` : text;
}
