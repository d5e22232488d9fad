import { describe, expect, it } from "vitest";
import { carersAllowed, compileStandard, leicester } from "../../src/index.js";

/** 1 plus the factor times the visits, rounded up: in hundredths, on big integers. */
function allowed(visits: number, hundredths: bigint): number {
  const product = BigInt(visits) * hundredths;
  return 1 + Number(product / 100n) + (product % 100n === 0n ? 0 : 1);
}

const standardOf = (factor: string, base = 1) => compileStandard({ ...leicester.continuity.versions[0]!, base, factor });
const compiled = (patch: object = {}) => ({ kind: "linear", base: 1, numerator: 3, denominator: 20, rounding: "up", roundTo: 1, ...patch });

describe("carers allowed for 0 to 1,000 visits", () => {
  it.each(["0.15", "0.14", "0.07", "0.01", "0.29", "0.57", "1.10", "0.00", "1"])("at a factor of %s are what exact arithmetic gives", (factor) => {
    const standard = standardOf(factor);
    const visits = Array.from({ length: 1001 }, (_, i) => i);
    const hundredths = BigInt(Math.round(Number(factor) * 100));
    expect(visits.map((count) => carersAllowed(count, standard))).toEqual(visits.map((count) => allowed(count, hundredths)));
  });

  it.each([
    { factor: "0.15", visits: 14, carers: 4 },
    { factor: "0.14", visits: 50, carers: 1 + 7 },
    { factor: "0.07", visits: 100, carers: 1 + 7 },
    { factor: "0.14", visits: 51, carers: 1 + 8 },
    { factor: "0.07", visits: 101, carers: 1 + 8 },
    { factor: "0.15", visits: 0, carers: 1 },
  ])("$factor × $visits allows $carers", ({ factor, visits, carers }) => {
    expect(carersAllowed(visits, standardOf(factor))).toBe(carers);
  });

  it("the base counts for itself", () => {
    expect(carersAllowed(14, standardOf("0.15", 0))).toBe(3);
    expect(carersAllowed(14, standardOf("0.15", 5))).toBe(8);
  });

  it("a factor of nine places is exact up to the most visits that can be reckoned with", () => {
    const standard = standardOf("0.000000001");
    expect([1, 1e9, 1e9 + 1].map((visits) => carersAllowed(visits, standard))).toEqual([2, 2, 3]);
    expect(carersAllowed(2 ** 53 - 1, standard)).toBe(1 + 9007200);
    expect(carersAllowed(2 ** 52 - 1, standardOf("2"))).toBe(2 ** 53 - 1);
    expect(() => carersAllowed(2 ** 52, standardOf("2"))).toThrow("few enough");
    expect(() => carersAllowed(2 ** 53 - 1, standardOf("0.15"))).toThrow("carersAllowed: visits must be few enough for exact arithmetic, got 9007199254740991");
  });
});

describe("what is refused", () => {
  it.each([0.5, -1, Number.NaN, Number.POSITIVE_INFINITY])("%s visits", (visits) => {
    expect(() => carersAllowed(visits, standardOf("0.15"))).toThrow(new TypeError(`carersAllowed: visits must be a whole number from 0, got ${visits}`));
  });

  it.each(["days", "step"] as const)("%s that are not whole numbers from 1", (field) => {
    for (const value of [0, -7, 1.5, Number.NaN]) {
      expect(() => compileStandard({ ...leicester.continuity.versions[0]!, [field]: value })).toThrow(new TypeError(`continuity: ${field} must be a whole number from 1, got ${value}`));
    }
    expect(compileStandard({ ...leicester.continuity.versions[0]!, [field]: 1 })).toEqual(compiled());
  });

  it("a base that is not a whole number from 0", () => {
    for (const base of [-1, 0.5, Number.NaN]) expect(() => standardOf("0.15", base)).toThrow(new TypeError(`continuity: base must be a whole number from 0, got ${base}`));
    expect(standardOf("0.15", 0)).toEqual(compiled({ base: 0 }));
  });

  it("a factor below 0, of more than nine places, too large, or none", () => {
    expect(standardOf("0.000000001")).toEqual(compiled({ numerator: 1, denominator: 1e9 }));
    expect(standardOf("2147483648")).toEqual(compiled({ numerator: 2 ** 31, denominator: 1 }));
    for (const factor of ["-0.15", "0.0000000001", "2147483649"]) {
      expect(() => standardOf(factor)).toThrow(new TypeError(`continuity: factor must be from 0, with at most nine places, got "${factor}"`));
    }
    expect(() => standardOf("15%")).toThrow('fraction: continuity.factor must be decimal text such as "14.01", got "15%"');
  });
});
