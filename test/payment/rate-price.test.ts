import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BandedRateTerms, RateBand } from "../../src/payment/rate-bands.js";
import { type VisitToPrice, bandsOf, priceByBands, unitsFor } from "../../src/payment/rate-price.js";
import { type CompiledBands, compileRates } from "../../src/payment/rate.js";
import { londonOffset } from "../../src/shared/london.js";
import { DAY, HOUR, asMoment } from "../../src/shared/moment.js";
import { momentOf } from "../../src/shared/time-text.js";

const hourly = (pounds: string) => ({ kind: "hourly", pounds }) as const;
const compiled = (bands: readonly RateBand[], more: Partial<BandedRateTerms> = {}): CompiledBands => compileRates([{ kind: "bands", dayKinds: [], bands, across: "split", times: "paid", ...more }])[0] as CompiledBands;
const visit = (plannedStart: VisitToPrice["plannedStart"], plannedEnd: VisitToPrice["plannedEnd"] = plannedStart): VisitToPrice => ({ carersRequired: 1, plannedStart, plannedEnd });

/** £36.00 an hour is a penny a second: the small hours in three bands, whose ends the clocks skip or show twice. */
const SMALL_HOURS = compiled([
  { name: "to half past midnight", when: { hours: "22:00-00:30" }, price: hourly("36.00") },
  { name: "to half past one", when: { hours: "00:30-01:30" }, price: hourly("72.00") },
  { name: "to half past two", when: { hours: "01:30-02:30" }, price: hourly("108.00") },
  { name: "rest", when: "otherwise", price: hourly("144.00") },
]);
const bandAt = (wall: number): readonly [string, number] => {
  const second = wall % DAY;
  if (second >= 22 * HOUR || second < 0.5 * HOUR) return ["to half past midnight", 1];
  if (second < 1.5 * HOUR) return ["to half past one", 2];
  return second < 2.5 * HOUR ? ["to half past two", 3] : ["rest", 4];
};

describe("a split where bands end in the hour that is skipped, or comes twice", () => {
  const parts = (from: string, minutesPaid: number) => {
    const at = momentOf(from);
    const priced = priceByBands({ from: at, to: at, minutesPaid }, visit(at), SMALL_HOURS);
    return priced.kind === "priced" && priced.parts.map(({ band, seconds }) => [band, seconds / 60]);
  };

  it("forward on 29 March: from 01:00 the clock shows 02:00, so the band from 00:30 ends half an hour early", () => {
    expect(parts("2026-03-29T00:00", 120)).toEqual([["to half past midnight", 30], ["to half past one", 30], ["to half past two", 30], ["rest", 30]]);
    expect(parts("2026-03-28T00:00", 120)).toEqual([["to half past midnight", 30], ["to half past one", 60], ["to half past two", 30]]);
  });

  it("back on 25 October: the clock shows 01:00 to 02:00 twice, so the band from 00:30 comes again", () => {
    expect(parts("2026-10-25T00:00", 240)).toEqual([["to half past midnight", 30], ["to half past one", 60], ["to half past two", 30], ["to half past one", 30], ["to half past two", 60], ["rest", 30]]);
    expect(parts("2026-10-24T00:00", 240)).toEqual([["to half past midnight", 30], ["to half past one", 60], ["to half past two", 60], ["rest", 90]]);
  });

  it("over midnight a band goes on: it is one part", () => {
    expect(parts("2026-03-16T23:00", 90)).toEqual([["to half past midnight", 90]]);
    expect(parts("2026-03-16T23:00", 91)).toEqual([["to half past midnight", 90], ["to half past one", 1]]);
    expect(parts("2026-03-16T21:59", 92)).toEqual([["rest", 1], ["to half past midnight", 91]]);
  });

  it("each second is in the band of the clock of its own moment", () => {
    const nights = ["2026-03-15T21:00", "2026-03-28T21:00", "2026-10-24T20:00", "2026-10-24T21:00"].map((at) => momentOf(at));
    fc.assert(
      fc.property(fc.constantFrom(...nights), fc.integer({ min: 0, max: 7 * HOUR }), fc.integer({ min: 1, max: 400 }), (night, later, minutesPaid) => {
        const from = asMoment(night + later);
        const expected: (readonly [string, number])[] = [];
        let pennies = 0;
        for (let at = from as number; at < from + minutesPaid * 60; at++) {
          const [band, price] = bandAt(at + londonOffset(asMoment(at)));
          pennies += price;
          const last = expected.at(-1);
          if (last?.[0] === band) expected[expected.length - 1] = [band, last[1] + 1];
          else expected.push([band, 1]);
        }
        const priced = priceByBands({ from, to: from, minutesPaid }, visit(from), SMALL_HOURS);
        expect(priced.kind === "priced" && priced.parts.map(({ band, seconds }) => [band, seconds])).toEqual(expected);
        expect(priced.kind === "priced" && priced.units).toBe(pennies * SMALL_HOURS.unitsPerPenny);
      }),
      { numRuns: 60 },
    );
  });
});

describe("which times decide the band", () => {
  const at = (time: string) => momentOf(`2026-03-16T${time}`);
  const bands: RateBand[] = [{ name: "day", when: { hours: "07:00-20:00" }, price: hourly("12.00") }, { name: "night", when: { hours: "20:00-07:00" }, price: hourly("24.00") }];
  const rate = (across: BandedRateTerms["across"], times: BandedRateTerms["times"]) => compiled(bands, { across, times });
  const line = { from: at("19:50"), to: at("20:10"), minutesPaid: 20 };
  const names = (of: CompiledBands, planned: VisitToPrice) => {
    const all = bandsOf(line, planned, of);
    return typeof all === "string" ? all : all.map(({ band }) => band.name);
  };

  it("the time paid: all of it, or its start; the plan does not matter, known or not", () => {
    for (const planned of [visit(null), visit(at("09:00"), at("09:30"))]) {
      expect(names(rate("split", "paid"), planned)).toEqual(["day", "night"]);
      expect(names(rate("higher", "paid"), planned)).toEqual(["day", "night"]);
      expect(names(rate("by-start", "paid"), planned)).toEqual(["day"]);
    }
  });

  it("the time planned: from its start so many minutes as are paid, or to its end, or its start alone", () => {
    const planned = visit(at("19:40"), at("20:01"));
    expect(names(rate("split", "planned"), planned)).toEqual(["day"]);
    expect(names(rate("higher", "planned"), planned)).toEqual(["day", "night"]);
    expect(names(rate("higher", "planned"), visit(at("19:40"), at("20:00")))).toEqual(["day"]);
    expect(names(rate("by-start", "planned"), planned)).toEqual(["day"]);
    expect(names(rate("by-start", "planned"), visit(at("20:00"), null))).toEqual(["night"]);
  });

  it("a plan without a time has no rate by its planned times; one without an end only where that is asked", () => {
    for (const across of ["split", "by-start", "higher"] as const) {
      expect(names(rate(across, "planned"), visit(null, at("20:00")))).toBe("no-planned-time");
      expect(names(rate(across, "planned"), visit(at("19:40"), null))).toEqual(across === "higher" ? "no-planned-time" : ["day"]);
      expect(priceByBands(line, visit(null), rate(across, "planned"))).toEqual({ kind: "unpriced", reason: "no-planned-time" });
    }
  });

  it("the higher of the bands reached is paid for the whole, whichever comes first; of two alike the first", () => {
    const part = (from: string, to: string) => priceByBands({ from: at(from), to: at(to), minutesPaid: 30 }, visit(null), rate("higher", "paid"));
    expect(part("19:50", "20:10")).toEqual({ kind: "priced", units: 1200 * rate("higher", "paid").unitsPerPenny, parts: [{ band: "night", seconds: 1800, units: 1200 * rate("higher", "paid").unitsPerPenny }] });
    expect(part("06:50", "07:10")).toMatchObject({ parts: [{ band: "night", seconds: 1800 }] });
    expect(part("19:50", "20:00")).toMatchObject({ parts: [{ band: "day", seconds: 1800 }] });
    const alike = compiled(bands.map((band) => ({ ...band, price: hourly("12.00") })), { across: "higher" });
    expect(priceByBands(line, visit(null), alike)).toMatchObject({ parts: [{ band: "day" }] });
  });
});

describe("prices for lengths", () => {
  const price = (lengths: readonly (readonly [number, number | "open", string])[], otherwise?: string) =>
    compiled([{ name: "all", when: {}, price: { kind: "by-length", lengths: lengths.map(([from, to, pounds]) => ({ from, to, pounds })), ...(otherwise === undefined ? {} : { otherwise: hourly(otherwise) }) } }], { across: "by-start" });
  const pence = (minutes: number, rate: CompiledBands) => {
    const units = unitsFor(minutes, rate.bands[0]!.price);
    return units === null ? null : units / rate.unitsPerPenny;
  };

  it("a listed length has its price, both ends included; any other is paid by the hour, or has none", () => {
    const lengths = [[15, 30, "9.00"], [60, "open", "20.00"]] as const;
    expect([14, 15, 30, 31, 59, 60, 600].map((minutes) => pence(minutes, price(lengths, "24.00")))).toEqual([560, 900, 900, 1240, 2360, 2000, 2000]);
    expect([14, 15, 30, 31, 59, 60, 600].map((minutes) => pence(minutes, price(lengths)))).toEqual([null, 900, 900, null, null, 2000, 2000]);
  });

  it("a listed price of part-pennies and an hourly one that 60 does not divide are exact", () => {
    // £9.005 and £20.00 an hour: tenths of a penny, and thirds of one each minute.
    const rate = price([[15, 30, "9.005"]], "20.00");
    expect(rate.unitsPerPenny % 6).toBe(0);
    expect([unitsFor(15, rate.bands[0]!.price), unitsFor(31, rate.bands[0]!.price)]).toEqual([900.5 * rate.unitsPerPenny, (31 * 2000 * rate.unitsPerPenny) / 60]);
  });

  it("a length with two prices has none, by the hour or not: the terms do not say which", () => {
    const lengths = [[15, 30, "9.00"], [30, 45, "12.00"]] as const;
    expect([29, 30, 31].map((minutes) => pence(minutes, price(lengths, "24.00")))).toEqual([900, null, 1200]);
    expect([29, 30, 31].map((minutes) => pence(minutes, price(lengths)))).toEqual([900, null, 1200]);
  });
});
