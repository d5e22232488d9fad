import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/shared/day.js";
import { exactPounds, lineUnits, poundsText, statementOf, wholePennies } from "../../src/payment/statement.js";

/** Exact arithmetic on whole numbers: pennies of units, half a penny up or to the even penny. */
function pennies(units: bigint, unitsPerPenny: bigint, half: "up" | "even"): bigint {
  const full = units / unitsPerPenny;
  const twice = 2n * (units % unitsPerPenny);
  if (twice !== unitsPerPenny) return twice > unitsPerPenny ? full + 1n : full;
  return half === "up" || full % 2n === 1n ? full + 1n : full;
}

describe("a line's units", () => {
  it("are as they are where the statement is rounded", () => {
    for (const units of [0, 1, 9, 10, 11, 12345]) expect(lineUnits(units, 20, { rounding: "statement-half-up" })).toBe(units);
  });

  it.each([
    { units: 0, up: 0, even: 0 },
    { units: 9, up: 0, even: 0 },
    { units: 10, up: 20, even: 0 },
    { units: 11, up: 20, even: 20 },
    { units: 20, up: 20, even: 20 },
    { units: 29, up: 20, even: 20 },
    { units: 30, up: 40, even: 40 },
    { units: 31, up: 40, even: 40 },
    { units: 50, up: 60, even: 40 },
    { units: 70, up: 80, even: 80 },
  ])("$units of 20 a penny are $up with half a penny up, $even to the even penny", ({ units, up, even }) => {
    expect(lineUnits(units, 20, { rounding: "line-half-up" })).toBe(up);
    expect(lineUnits(units, 20, { rounding: "line-half-even" })).toBe(even);
  });

  it("every number of units to 2,000 at pennies of 1 to 25 units rounds as exact arithmetic has it", () => {
    const wrong: unknown[] = [];
    for (let perPenny = 1; perPenny <= 25; perPenny++) {
      for (let units = 0; units <= 2000; units++) {
        const up = Number(pennies(BigInt(units), BigInt(perPenny), "up")) * perPenny;
        const even = Number(pennies(BigInt(units), BigInt(perPenny), "even")) * perPenny;
        if (lineUnits(units, perPenny, { rounding: "line-half-up" }) !== up || lineUnits(units, perPenny, { rounding: "line-half-even" }) !== even) wrong.push({ perPenny, units });
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("a statement's units", () => {
  it.each([
    [0n, 0n], [9n, 0n], [10n, 1n], [11n, 1n], [29n, 1n], [30n, 2n], [31n, 2n], [14010n, 701n], [21015n, 1051n],
  ])("%s of 20 a penny are %s pennies, half up", (units, whole) => {
    expect(wholePennies(units, 20)).toBe(whole);
  });

  it("of any size, beyond the safe integers too, are rounded exactly", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 80n }), fc.integer({ min: 1, max: 2 ** 40 }), (units, perPenny) => {
        expect(wholePennies(units, perPenny)).toBe(pennies(units, BigInt(perPenny), "up"));
      }),
    );
  });
});

describe("pounds as text", () => {
  it.each([
    [0n, "0.00"], [1n, "0.01"], [10n, "0.10"], [701n, "7.01"], [264789n, "2647.89"], [100n, "1.00"], [1041000000000000001n, "10410000000000000.01"],
  ])("%s pennies are £%s", (whole, text) => {
    expect(poundsText(whole)).toBe(text);
  });

  it.each([
    { minutes: 15, text: "3.5025" },
    { minutes: 30, text: "7.005" },
    { minutes: 45, text: "10.5075" },
    { minutes: 60, text: "14.01" },
    { minutes: 0, text: "0.00" },
    { minutes: 1, text: "0.2335" },
  ])("$minutes minutes at £14.01 an hour are £$text, exactly", ({ minutes, text }) => {
    expect(exactPounds(minutes * 467, 20)).toBe(text);
  });

  it("a part of a penny that never ends is a fraction, not a rounded figure", () => {
    expect(exactPounds(1, 60)).toBe("1/6000");
    expect(exactPounds(30, 60)).toBe("0.005");
    expect(exactPounds(60, 60)).toBe("0.01");
  });
});

describe("the statement of a day", () => {
  const first = dayNumber("2026-03-16");
  const numbers = (period: "period-assessed" | "calendar-month" | "four-weeks", ...days: Parameters<typeof dayNumber>[0][]): number[] =>
    days.map((day) => statementOf(dayNumber(day), first, { period }));

  it("is one for the period assessed", () => {
    expect(numbers("period-assessed", "2026-03-16", "2026-04-12", "2031-01-01")).toEqual([0, 0, 0]);
  });

  it("is one a calendar month, numbered on from year to year", () => {
    const [march, lastOfMarch, april, december, january, nextMarch] = numbers("calendar-month", "2026-03-16", "2026-03-31", "2026-04-01", "2026-12-31", "2027-01-01", "2027-03-01");
    expect(march).toBe(2026 * 12 + 2);
    expect([lastOfMarch, april, december, january, nextMarch].map((number) => number! - march!)).toEqual([0, 1, 9, 10, 12]);
  });

  it("is one for each four weeks from the first day: days 1 to 28, 29 to 56", () => {
    expect(numbers("four-weeks", "2026-03-16", "2026-04-12", "2026-04-13", "2026-05-10", "2026-05-11")).toEqual([0, 0, 1, 1, 2]);
  });
});
