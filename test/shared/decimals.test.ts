import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compareDecimals, fraction, halfWay } from "../../src/shared/exact.js";

const decimal = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 6 })).map(([whole, part, places]) => (places === 0 ? String(whole) : `${whole}.${String(part).padStart(places, "0")}`));
const isLess = (a: string, b: string): boolean => {
  const [one, other] = [fraction(a, "a"), fraction(b, "b")];
  return one.numerator * other.denominator < other.numerator * one.denominator;
};

it("decimal texts compare as the exact numbers do", () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(Math.sign(compareDecimals(a, b))).toBe(isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0);
    }),
  );
});

it.each([["3", "3.000", 0], ["03", "3", 0], ["2.99", "3", -1], ["10", "9.9", 1]])("%s beside %s: %i", (a, b, sign) => {
  expect(Math.sign(compareDecimals(a, b))).toBe(sign);
});

it("half-way lies between", () => {
  expect(halfWay("3", "6")).toBe("4.5");
  expect(halfWay("0", "0.1")).toBe("0.05");
});
