import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fraction, commonDivisor, commonMultiple, dividedBy, exactText, fraction, shareText } from "../../src/shared/exact.js";

/** Decimal text with up to so many digits before and after the point. */
function decimalText(whole: number, places: number): fc.Arbitrary<string> {
  const digits = (most: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((list) => list.join(""));
  return fc.tuple(fc.constantFrom("", "-"), digits(whole), fc.option(digits(places))).map(([sign, units, parts]) => `${sign}${units}${parts === null ? "" : `.${parts}`}`);
}

const anyFraction: fc.Arbitrary<Fraction> = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 10n ** 40n }))
  .map(([numerator, denominator]) => dividedBy({ numerator, denominator }, 1n));

/** The greatest number, from the smaller one down, that divides both. */
function slowDivisor(a: number, b: number): number {
  for (let n = Math.min(a, b); n > 1; n--) if (a % n === 0 && b % n === 0) return n;
  return 1;
}

describe("a fraction of decimal text", () => {
  it.each([
    ["14.01", 1401n, 100n],
    ["0.15", 3n, 20n],
    ["0", 0n, 1n],
    ["-0", 0n, 1n],
    ["-0.50", -1n, 2n],
    ["1.00", 1n, 1n],
    ["007.5", 15n, 2n],
    ["9007199254740993", 9007199254740993n, 1n],
    ["0.00000000000000000001", 1n, 10n ** 20n],
  ])("%s is exact and in lowest terms", (text, numerator, denominator) => {
    expect(fraction(text, "factor")).toEqual({ numerator, denominator });
  });

  it("is the digits over a power of ten, in lowest terms, however many digits there are", () => {
    fc.assert(
      fc.property(decimalText(60, 60), (text) => {
        const { numerator, denominator } = fraction(text, "factor");
        const [units, parts = ""] = text.replace("-", "").split(".");
        const digits = BigInt(units! + parts) * (text.startsWith("-") ? -1n : 1n);
        expect(numerator * 10n ** BigInt(parts.length)).toBe(digits * denominator);
        expect(commonDivisor(numerator < 0n ? -numerator : numerator, denominator)).toBe(1n);
        expect(denominator).toBeGreaterThanOrEqual(1n);
      }),
    );
  });

  it.each(["", ".5", "5.", "1.2.3", "+1", "1e3", "1,000", " 1", "1 ", "0x10", "NaN", "Infinity", "--1", "£14.01", "14.01\n", "½"])("%j is refused, with the name of the figure", (text) => {
    expect(() => fraction(text, "rate.hourly")).toThrow(
      new TypeError(`fraction: rate.hourly must be decimal text such as "14.01", got ${JSON.stringify(text)}. Numbers like 14.01 are not exact; write them in quotes`),
    );
  });

  it.each([14.01, 14, null, undefined, 14n])("%s, which is no text, is refused", (value) => {
    expect(() => fraction(value as unknown as string, "rate.hourly")).toThrow(/^fraction: rate\.hourly must be decimal text/);
  });
});

describe("whole numbers", () => {
  it("have the greatest common divisor and the least common multiple that trying finds, up to 60", () => {
    const wrong: string[] = [];
    for (let a = 1; a <= 60; a++) {
      for (let b = 1; b <= 60; b++) {
        const common = slowDivisor(a, b);
        if (commonDivisor(BigInt(a), BigInt(b)) !== BigInt(common) || commonMultiple(BigInt(a), BigInt(b)) !== BigInt((a * b) / common)) wrong.push(`${a}, ${b}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("have 0 and n the common divisor n", () => {
    expect([commonDivisor(0n, 0n), commonDivisor(0n, 7n), commonDivisor(7n, 0n)]).toEqual([0n, 7n, 7n]);
  });

  it("have a least common multiple that both divide and that makes up their product, of any size", () => {
    const large = fc.bigInt({ min: 1n, max: 10n ** 50n });
    fc.assert(
      fc.property(large, large, (a, b) => {
        const multiple = commonMultiple(a, b);
        expect([multiple % a, multiple % b]).toEqual([0n, 0n]);
        expect(multiple * commonDivisor(a, b)).toBe(a * b);
        expect(commonMultiple(b, a)).toBe(multiple);
      }),
    );
  });

  it("divide a fraction exactly, in lowest terms", () => {
    fc.assert(
      fc.property(anyFraction, fc.bigInt({ min: 1n, max: 10n ** 20n }), (value, divisor) => {
        const part = dividedBy(value, divisor);
        expect(part.numerator * divisor * value.denominator).toBe(value.numerator * part.denominator);
        expect(commonDivisor(part.numerator < 0n ? -part.numerator : part.numerator, part.denominator)).toBe(1n);
      }),
    );
  });
});

describe("an exact fraction as text", () => {
  it.each([
    [21015n, 2000n, 2, "10.5075"],
    [7n, 1n, 2, "7.00"],
    [7n, 1n, 0, "7"],
    [7n, 30n, 2, "7/30"],
    [-7n, 30n, 2, "-7/30"],
    [-3n, 4n, 0, "-0.75"],
    [-1n, 200n, 2, "-0.005"],
    [0n, 1n, 2, "0.00"],
    [1n, 8n, 4, "0.1250"],
    [1n, 8n, 2, "0.125"],
    [264789n, 100n, 2, "2647.89"],
    [1n, 2n ** 80n, 2, `0.${(5n ** 80n).toString().padStart(80, "0")}`],
    [10n ** 70n + 1n, 10n, 2, `1${"0".repeat(69)}.10`],
  ])("%i/%i with %i places or more is %s", (numerator, denominator, places, text) => {
    expect(exactText({ numerator, denominator }, places)).toBe(text);
  });

  it("read back is the same fraction, with no zero past the places asked for", () => {
    const ending = fc
      .tuple(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }))
      .map(([numerator, twos, fives]) => dividedBy({ numerator, denominator: 2n ** BigInt(twos) * 5n ** BigInt(fives) }, 1n));
    fc.assert(
      fc.property(ending, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const text = exactText(value, places);
        expect(fraction(text, "text")).toEqual(value);
        const shown = text.split(".")[1]?.length ?? 0;
        expect(shown).toBeGreaterThanOrEqual(places);
        if (shown > places) expect(text.endsWith("0")).toBe(false);
      }),
    );
  });

  it("that does not end is numerator and denominator", () => {
    fc.assert(
      fc.property(anyFraction, fc.constantFrom(3n, 7n, 11n, 30n), (value, divisor) => {
        const part = dividedBy({ numerator: value.numerator * divisor + 1n, denominator: 1n }, divisor);
        expect(exactText(part, 2)).toBe(`${part.numerator}/${part.denominator}`);
      }),
    );
  });
});

describe("a share for show", () => {
  it("is half up to four places, for every part of every whole up to 400", () => {
    const wrong: string[] = [];
    for (let whole = 1; whole <= 400; whole++) {
      for (let part = 0; part <= whole; part++) {
        const halves = (BigInt(part) * 20000n) / BigInt(whole);
        const tenThousandths = (halves + 1n) / 2n;
        const text = `${tenThousandths / 10000n}.${String(tenThousandths % 10000n).padStart(4, "0")}`;
        if (shareText(part, whole) !== text) wrong.push(`${part} of ${whole}: ${shareText(part, whole)}, not ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [1, 20_000, "0.0001", "exactly half of the last place goes up"],
    [49_999, 1_000_000_000, "0.0000", "just under half goes down"],
    [79_995, 100_000, "0.8000", "half up at 80 %"],
    [799_949_999, 1_000_000_000, "0.7999", "just under half stays under 80 %"],
    [999_949, 1_000_000, "0.9999", "just under half stays under 100 %"],
    [999_950, 1_000_000, "1.0000", "half up at 100 %"],
    [4_503_599_627_370_497, 9_007_199_254_740_991, "0.5000", "the largest whole numbers"],
    [0, 7, "0.0000", "none of it"],
    [7, 7, "1.0000", "all of it"],
  ])("%i of %i is %s: %s", (part, whole, text, _why) => {
    expect(shareText(part, whole)).toBe(text);
  });

  it("of nothing is null, never 0", () => {
    expect(shareText(0, 0)).toBeNull();
  });
});
