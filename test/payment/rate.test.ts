import { describe, expect, it } from "vitest";
import { type Moment, momentOf } from "../../src/index.js";
import { type CompiledOneRate, type OneRateTerms, compileRates, rateApplies } from "../../src/payment/rate.js";

const every = (hourly: string): OneRateTerms => ({ kind: "one-rate", hourly, hours: "every" });
const compiled = (terms: OneRateTerms): CompiledOneRate => compileRates([terms])[0] as CompiledOneRate;

describe("rates as whole numbers", () => {
  it("£14.01 an hour: a minute is 467 twentieths of a penny", () => {
    expect(compileRates([every("14.01")])).toEqual([{ kind: "one-rate", unitsPerMinute: 467, unitsPerPenny: 20, hours: null }]);
  });

  it.each([
    { hourly: "60", unitsPerMinute: 100, unitsPerPenny: 1 },
    { hourly: "0.60", unitsPerMinute: 1, unitsPerPenny: 1 },
    { hourly: "0.01", unitsPerMinute: 1, unitsPerPenny: 60 },
    { hourly: "22.05", unitsPerMinute: 147, unitsPerPenny: 4 },
    { hourly: "0", unitsPerMinute: 0, unitsPerPenny: 1 },
    { hourly: "-0.00", unitsPerMinute: 0, unitsPerPenny: 1 },
  ])("£$hourly an hour is $unitsPerMinute units a minute, $unitsPerPenny a penny", ({ hourly, ...units }) => {
    expect(compileRates([every(hourly)])).toEqual([{ kind: "one-rate", ...units, hours: null }]);
  });

  it("several rates share one scale, so that their sums are exact", () => {
    const rates = compileRates([every("14.01"), every("14.07"), every("60")]);
    expect(rates.map(({ unitsPerPenny }) => unitsPerPenny)).toEqual([20, 20, 20]);
    expect(rates.map((rate) => (rate as CompiledOneRate).unitsPerMinute)).toEqual([467, 469, 2000]);
    // Quarters and thirds of a penny meet in twelfths.
    expect(compileRates([every("22.05"), every("0.20")])).toEqual([
      { kind: "one-rate", unitsPerMinute: 441, unitsPerPenny: 12, hours: null },
      { kind: "one-rate", unitsPerMinute: 4, unitsPerPenny: 12, hours: null },
    ]);
    expect(compileRates([])).toEqual([]);
  });

  it("a minute is at most 2^33 units, and a penny at most 2^52; what is dearer or finer is refused", () => {
    // £5153960755.20 an hour is 2^33 pence a minute.
    expect(compileRates([every("5153960755.20")])).toEqual([{ kind: "one-rate", unitsPerMinute: 2 ** 33, unitsPerPenny: 1, hours: null }]);
    expect(() => compileRates([every("5153960755.80")])).toThrow(
      new TypeError('rate: hourly must be coarse enough for exact sums in whole numbers, got "5153960755.80". Give it with fewer places'),
    );
    expect(compileRates([every("0.000000000000001")])).toEqual([{ kind: "one-rate", unitsPerMinute: 1, unitsPerPenny: 6e14, hours: null }]);
    expect(() => compileRates([every("0.0000000000000001")])).toThrow("coarse enough");
    expect(() => compileRates([every("14.01"), every("0.0000000000001")])).toThrow('hourly must be coarse enough for exact sums in whole numbers, got "0.0000000000001"');
  });

  it.each(["14.01 ", "£14.01", "14,01", "1e3", "", ".5", "14."])("refuses %o, which is no decimal text", (hourly) => {
    expect(() => compileRates([every(hourly)])).toThrow(`fraction: rate.hourly must be decimal text such as "14.01", got "${hourly}"`);
  });

  it("refuses a rate below 0, to the penny", () => {
    expect(() => compileRates([every("-0.01")])).toThrow(new TypeError('rate: hourly must not be below 0, got "-0.01"'));
  });
});

describe("the hours of a rate", () => {
  it.each(["7:00-22:00", "07:00-22", "07:00 - 22:00", "07:60-22:00", "07:00-22:60", "25:00-26:00", "24:00-24:00", "07:00-24:01", "22:00-07:00", "07:00-07:00", "day", "", "every hour", "x07:00-22:00", "07:00-22:00x"])(
    "refuses %o",
    (hours) => {
      expect(() => compileRates([{ kind: "one-rate", hourly: "14.01", hours }])).toThrow(
        new TypeError(`rate: hours must be "every" or HH:MM-HH:MM inside one day, such as "07:00-22:00", got "${hours}"`),
      );
    },
  );

  it.each([
    { hours: "07:00-22:00", from: 25200, to: 79200 },
    { hours: "00:00-24:00", from: 0, to: 86400 },
    { hours: "19:59-20:00", from: 71940, to: 72000 },
    { hours: "23:59-24:00", from: 86340, to: 86400 },
  ])("$hours is from second $from to second $to of the day", ({ hours, from, to }) => {
    expect(compiled({ kind: "one-rate", hourly: "60", hours }).hours).toEqual({ from, to });
  });
});

function applies(hours: string, from: string, to: string): boolean {
  const [start, end]: Moment[] = [momentOf(from), momentOf(to)];
  return rateApplies(start!, end!, compiled({ kind: "one-rate", hourly: "60", hours }));
}

describe("a stretch of time inside the hours of a rate", () => {
  it.each([
    { from: "2026-03-16T07:00:00", to: "2026-03-16T22:00:00", inside: true },
    { from: "2026-03-16T06:59:59", to: "2026-03-16T07:30:00", inside: false },
    { from: "2026-03-16T21:30:00", to: "2026-03-16T22:00:01", inside: false },
    { from: "2026-03-16T21:30:00", to: "2026-03-17T07:30:00", inside: false },
    { from: "2026-03-16T08:00:00", to: "2026-03-17T08:30:00", inside: false },
    { from: "2026-03-16T08:00:00", to: "2026-03-17T07:30:00", inside: false },
  ])("07:00 to 22:00, both included: $from to $to is inside: $inside", ({ from, to, inside }) => {
    expect(applies("07:00-22:00", from, to)).toBe(inside);
    expect(applies("every", from, to)).toBe(true);
  });

  it("to 24:00: a stretch that ends at midnight is inside, a second past it is not", () => {
    expect(applies("07:00-24:00", "2026-03-16T23:30:00", "2026-03-17T00:00:00")).toBe(true);
    expect(applies("07:00-24:00", "2026-03-16T23:30:00", "2026-03-17T00:00:01")).toBe(false);
    expect(applies("07:00-23:59", "2026-03-16T23:30:00", "2026-03-17T00:00:00")).toBe(false);
    expect(applies("00:00-24:00", "2026-03-17T00:00:00", "2026-03-17T00:00:00")).toBe(true);
  });

  it("by the London clock: summer time moves the hours in UTC", () => {
    expect(applies("07:00-22:00", "2026-07-01T06:00:00Z", "2026-07-01T21:00:00Z")).toBe(true);
    expect(applies("07:00-22:00", "2026-07-01T05:59:59Z", "2026-07-01T06:30:00Z")).toBe(false);
    expect(applies("07:00-22:00", "2026-07-01T20:30:00Z", "2026-07-01T21:00:01Z")).toBe(false);
    expect(applies("07:00-22:00", "2026-03-16T07:00:00Z", "2026-03-16T22:00:00Z")).toBe(true);
  });

  it("when the clocks go forward, 29 March 2026: 00:30 to 02:30 is an hour long, and inside 00:00 to 03:00", () => {
    expect(applies("00:00-03:00", "2026-03-29T00:30:00Z", "2026-03-29T02:00:00Z")).toBe(true);
    expect(applies("00:00-03:00", "2026-03-29T00:30:00Z", "2026-03-29T02:00:01Z")).toBe(false);
    expect(applies("02:00-03:00", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z")).toBe(true);
    expect(applies("02:00-03:00", "2026-03-29T00:59:59Z", "2026-03-29T01:30:00Z")).toBe(false);
  });

  it("when the clocks go back, 25 October 2026: 01:00 to 02:00 comes twice, and both are inside 01:00 to 02:00", () => {
    expect(applies("01:00-02:00", "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z")).toBe(true);
    expect(applies("01:00-02:00", "2026-10-24T23:59:59Z", "2026-10-25T02:00:00Z")).toBe(false);
    expect(applies("01:00-02:00", "2026-10-25T00:00:00Z", "2026-10-25T02:00:01Z")).toBe(false);
  });

  it("when the clocks go back, hours that end or begin inside the repeated hour do not hold all of a stretch across it", () => {
    // From 01:10 summer time to 01:20 winter time the clock shows 01:59 and 01:00 between.
    expect(applies("01:00-01:30", "2026-10-25T00:10:00Z", "2026-10-25T01:20:00Z")).toBe(false);
    expect(applies("01:05-02:30", "2026-10-25T00:10:00Z", "2026-10-25T01:20:00Z")).toBe(false);
    expect(applies("01:00-01:30", "2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z")).toBe(true);
    expect(applies("01:00-01:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")).toBe(true);
  });
});
