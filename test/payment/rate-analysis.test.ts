import { describe, expect, it } from "vitest";
import { rateHoles, rateOverlaps } from "../../src/payment/rate-analysis.js";
import type { RateConditions } from "../../src/payment/rate-conditions.js";
import type { DayKind } from "../../src/payment/day-kind.js";

const price = { kind: "hourly", pounds: "20.00" } as const;
const terms = (whens: readonly (RateConditions | "otherwise")[], dayKinds: readonly DayKind[] = []) => ({ dayKinds, bands: whens.map((when, i) => ({ name: `B${i}`, when, price })) });
const gaps = (whens: readonly (RateConditions | "otherwise")[], dayKinds?: readonly DayKind[]) => rateHoles(terms(whens, dayKinds)).map(({ bands: _none, ...cell }) => cell);
const overlaps = (whens: readonly (RateConditions | "otherwise")[], dayKinds?: readonly DayKind[]) => rateOverlaps(terms(whens, dayKinds));

const weekend: DayKind = { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } };
const weekday: DayKind = { name: "weekday", on: { kind: "weekdays", weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"] } };
const christmas: DayKind = { name: "christmas", on: { kind: "dates", dates: ["12-25"] } };

describe("one condition", () => {
  it.each(["services", "lots", "zones"] as const)("%s: one in two bands overlaps, one in a single band does not", (field) => {
    const shown = field.slice(0, -1);
    expect(overlaps([{ [field]: ["A", "B"] }, { [field]: ["B", "C"] }])).toEqual([{ [shown]: "B", bands: ["B0", "B1"] }]);
    expect(gaps([{ [field]: ["A", "B"] }, { [field]: ["C"] }])).toEqual([]);
  });

  it("carers required: one in two bands; every number up to the last named, and all above it", () => {
    expect(overlaps([{ carersRequired: [1, 2] }, { carersRequired: [2] }])).toEqual([{ carersRequired: 2, bands: ["B0", "B1"] }]);
    expect(gaps([{ carersRequired: [1], lots: ["N"] }, { carersRequired: [2], lots: ["N", "S"] }])).toEqual([{ lot: "N", carersRequired: { from: 3 } }, { lot: "S", carersRequired: 1 }, { lot: "S", carersRequired: { from: 3 } }]);
    expect(gaps([{ carersRequired: [2] }])).toEqual([{ carersRequired: 1 }, { carersRequired: { from: 3 } }]);
    expect(overlaps([{ carersRequired: [2] }, {}])).toEqual([{ carersRequired: 2, bands: ["B0", "B1"] }]);
  });

  it("days: other days are a gap unless the kinds hold every day of the week", () => {
    expect(gaps([{ days: ["weekend"] }], [weekend])).toEqual([{ day: null }]);
    expect(gaps([{ days: ["weekend"] }, { days: ["weekday"] }], [weekend, weekday])).toEqual([]);
    expect(gaps([{ days: ["weekend"] }], [weekend, weekday])).toEqual([{ day: "weekday" }]);
    expect(gaps([{ days: ["christmas"] }], [christmas])).toEqual([{ day: null }]);
    expect(gaps([{ days: ["christmas"] }, { days: ["weekend"] }, { days: ["weekday"] }], [christmas, weekend, weekday])).toEqual([]);
  });

  it("days that only one of two bands asks about", () => {
    expect(overlaps([{ days: ["weekend"] }, {}], [weekend])).toEqual([{ day: "weekend", bands: ["B0", "B1"] }]);
    expect(gaps([{ lots: ["N"] }], [weekend])).toEqual([]);
  });

  it("no condition, and any beside it", () => {
    expect(overlaps([{}, {}])).toEqual([{ bands: ["B0", "B1"] }]);
    expect(gaps([])).toEqual([{}]);
  });
});

describe("what is for otherwise", () => {
  it("leaves no gap, and overlaps nothing", () => {
    expect(gaps([{ hours: "07:00-22:00" }, "otherwise"])).toEqual([]);
    expect(overlaps([{ hours: "07:00-22:00" }, "otherwise"])).toEqual([]);
    expect(overlaps([{ hours: "07:00-22:00" }, "otherwise", { hours: "21:30-23:00" }])).toEqual([{ hours: "21:30-22:00", bands: ["B0", "B2"] }]);
  });
});

describe("hours", () => {
  it("a gap over midnight is one stretch; a gap at one side of it begins or ends there", () => {
    expect(gaps([{ hours: "07:00-22:30" }])).toEqual([{ hours: "22:30-07:00" }]);
    expect(gaps([{ hours: "07:05-24:00" }])).toEqual([{ hours: "00:00-07:05" }]);
    expect(gaps([{ hours: "00:00-21:00" }])).toEqual([{ hours: "21:00-24:00" }]);
  });

  it("a band over midnight leaves the day", () => {
    expect(gaps([{ hours: "22:00-06:15" }])).toEqual([{ hours: "06:15-22:00" }]);
  });

  it("two gaps inside a day stay two, and one over midnight beside another stays one", () => {
    expect(gaps([{ hours: "00:00-09:00" }, { hours: "10:00-12:00" }, { hours: "14:00-24:00" }])).toEqual([{ hours: "09:00-10:00" }, { hours: "12:00-14:00" }]);
    expect(gaps([{ hours: "06:00-09:00" }, { hours: "10:00-20:00" }])).toEqual([{ hours: "09:00-10:00" }, { hours: "20:00-06:00" }]);
    expect(gaps([{ hours: "02:00-10:00" }, { hours: "11:00-24:00" }])).toEqual([{ hours: "00:00-02:00" }, { hours: "10:00-11:00" }]);
    expect(gaps([{ hours: "00:00-10:00" }, { hours: "11:00-20:00" }])).toEqual([{ hours: "10:00-11:00" }, { hours: "20:00-24:00" }]);
  });

  it("a gap at every hour is the whole day", () => {
    expect(gaps([{ lots: ["N"], carersRequired: [1], hours: "09:00-12:00" }, { lots: ["S"], carersRequired: [2] }])).toEqual([
      { lot: "N", carersRequired: 1, hours: "12:00-09:00" },
      { lot: "N", carersRequired: 2, hours: "00:00-24:00" },
      { lot: "N", carersRequired: { from: 3 }, hours: "00:00-24:00" },
      { lot: "S", carersRequired: 1, hours: "00:00-24:00" },
      { lot: "S", carersRequired: { from: 3 }, hours: "00:00-24:00" },
    ]);
  });

  it("limits are put in order, whatever the order of the bands", () => {
    expect(gaps([{ hours: "18:00-24:00" }, { hours: "00:00-02:00" }, { hours: "09:00-10:00" }])).toEqual([{ hours: "02:00-09:00" }, { hours: "10:00-18:00" }]);
  });

  it("neighbouring stretches that are answered alike are one, however another band cuts them", () => {
    expect(gaps([{ hours: "09:00-12:00", lots: ["N"] }, { hours: "10:00-11:00", lots: ["S"] }])).toEqual([
      { lot: "N", hours: "12:00-09:00" },
      { lot: "S", hours: "11:00-10:00" },
    ]);
  });
});

describe("miles", () => {
  const between = (from: string, to: string) => ({ miles: { from, to } });

  it("what lies between two bands, and beyond the last", () => {
    expect(gaps([between("0", "3"), between("5", "9.5")])).toEqual([{ miles: { over: "3", under: "5" } }, { miles: { over: "9.5", under: "open" } }]);
  });

  it("limits are put in order by their size, not as text nor by the order of the bands", () => {
    expect(gaps([between("10", "open"), between("0", "9")])).toEqual([{ miles: { over: "9", under: "10" } }]);
  });

  it("one limit by itself: held by none, by one, by two", () => {
    const meeting = (first: object, second: object) => [{ miles: first }, { miles: second }] as RateConditions[];
    expect(gaps(meeting({ from: "0", under: "3" }, { over: "3", to: "open" }))).toEqual([{ miles: { at: "3" } }]);
    expect(gaps(meeting({ from: "0", to: "3" }, { over: "3", to: "open" }))).toEqual([]);
    expect(overlaps(meeting({ from: "0", to: "3" }, { from: "3", to: "open" }))).toEqual([{ miles: { at: "3" }, bands: ["B0", "B1"] }]);
    expect(gaps(meeting({ over: "0", to: "3" }, { over: "3", to: "open" }))).toEqual([{ miles: { at: "0" } }]);
  });
});
