import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateHoles, rateOverlaps } from "../../src/payment/rate-analysis.js";
import type { BandedRateTerms, RateBand } from "../../src/payment/rate-bands.js";
import { type CompiledBands, type CompiledOneRate, compileRates } from "../../src/payment/rate.js";
import { priceByBands } from "../../src/payment/rate-price.js";
import { londonOffset } from "../../src/shared/london.js";
import { DAY, HOUR, asMoment } from "../../src/shared/moment.js";
import { momentOf } from "../../src/shared/time-text.js";

const hourly = (pounds: string) => ({ kind: "hourly", pounds }) as const;
const bandedTerms = (bands: readonly RateBand[], more: Partial<BandedRateTerms> = {}): BandedRateTerms => ({ kind: "bands", dayKinds: [], bands, across: "split", times: "paid", ...more });
const compiled = (terms: BandedRateTerms): CompiledBands => compileRates([terms])[0] as CompiledBands;
const WEEKEND = { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } } as const;

describe("a split visit, to the second", () => {
  // £36.00 an hour is a penny a second; the night two, the weekend three.
  const terms = bandedTerms(
    [
      { name: "day", when: { hours: "07:00-21:30" }, price: hourly("36.00") },
      { name: "night", when: { hours: "21:30-07:00" }, price: hourly("72.00") },
    ],
    { dayKinds: [WEEKEND] },
  );
  const weekendTerms = bandedTerms([{ name: "weekend", when: { days: ["weekend"] }, price: hourly("108.00") }, { name: "week", when: "otherwise", price: hourly("36.00") }], { dayKinds: [WEEKEND] });

  const starts = ["2026-03-16T20:00", "2026-03-28T20:00", "2026-03-29T00:00", "2026-10-24T20:00", "2026-10-25T00:00", "2026-12-31T18:00"].map((at) => momentOf(at));
  it.each([
    ["hours", terms, (wall: number) => (wall % DAY >= 7 * HOUR && wall % DAY < 21.5 * HOUR ? 1 : 2)],
    // 1 January 1970 was a Thursday.
    ["days", weekendTerms, (wall: number) => ([2, 3].includes(Math.floor(wall / DAY) % 7) ? 3 : 1)],
  ] as const)("by %s: each second at the price of its own moment, also where the clocks change", (_what, banded, penniesAt) => {
    const rate = compiled(banded);
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.integer({ min: 0, max: 12 * HOUR }), fc.integer({ min: 1, max: 300 }), (start, later, minutesPaid) => {
        const from = asMoment(start + later);
        let pennies = 0;
        for (let at = from as number; at < from + minutesPaid * 60; at++) pennies += penniesAt(at + londonOffset(asMoment(at)));
        const priced = priceByBands({ from, to: from, minutesPaid }, { carersRequired: 1, plannedStart: from, plannedEnd: from }, rate);
        expect(priced.kind === "priced" && priced.units).toBe(pennies * rate.unitsPerPenny);
        expect(priced.kind === "priced" && priced.parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(minutesPaid * 60);
      }),
      { numRuns: 150 },
    );
  });

  it("a part that cannot be priced leaves the whole without a price", () => {
    const rate = compiled(bandedTerms([{ name: "day", when: { hours: "07:00-20:00" }, price: hourly("36.00") }]));
    const at = (time: string) => momentOf(`2026-03-16T${time}`);
    const price = (from: string, minutesPaid: number) => priceByBands({ from: at(from), to: at(from), minutesPaid }, { carersRequired: 1, plannedStart: at(from), plannedEnd: at(from) }, rate);
    expect(price("19:30", 30)).toMatchObject({ kind: "priced" });
    expect(price("19:30", 31)).toEqual({ kind: "unpriced", reason: "no-rate" });
  });
});

describe("one scale for all rates of a council", () => {
  it("is whole for every price, by the second where prices are split", () => {
    const [one, split] = compileRates([{ kind: "one-rate", hourly: "14.01", hours: "every" }, bandedTerms([{ name: "all", when: {}, price: hourly("17.30") }])]);
    expect(one).toMatchObject({ kind: "one-rate", unitsPerPenny: 360, unitsPerMinute: 8406 });
    expect((split as CompiledBands).bands[0]!.price).toEqual({ kind: "hourly", unitsPerMinute: 10380 });
    // £17.30 an hour is 173/360 of a penny a second.
    expect(10380 / 60).toBe(173);
  });

  it("stays what it was for a council with one rate", () => {
    expect(compileRates([{ kind: "one-rate", hourly: "14.01", hours: "every" }])[0]).toEqual({ kind: "one-rate", unitsPerMinute: 467, unitsPerPenny: 20, hours: null } satisfies CompiledOneRate);
  });

  it("holds what prices are divided by", () => {
    const [rate] = compileRates([{ kind: "one-rate", hourly: "14.01", hours: "every" }], { pence: [{ numerator: 1n, denominator: 3n }], divisors: [4, 8], calendar: null });
    expect(rate).toMatchObject({ unitsPerPenny: 480, unitsPerMinute: 11208 });
  });
});

describe("the analysis of bands is what asking everywhere says", () => {
  const limit = fc.constantFrom("0", "1", "2.5", "4");
  const hours = fc.constantFrom("06:00-12:00", "12:00-20:00", "20:00-06:00", "00:00-24:00", "10:00-14:00");
  const when = fc.record(
    {
      services: fc.subarray(["care", "respite"], { minLength: 1 }),
      zones: fc.subarray(["town", "moor"], { minLength: 1 }),
      carersRequired: fc.subarray([1, 2], { minLength: 1 }),
      days: fc.constant(["weekend"]),
      hours,
      miles: fc.tuple(limit, fc.integer({ min: 0, max: 3 }), fc.boolean()).map(([from, more, over]) => {
        const to = more === 0 ? "open" : String(Number(from) + more);
        return over ? { over: from, to } : { from, to };
      }),
    },
    { requiredKeys: [] },
  );
  const terms = fc.array(when, { minLength: 1, maxLength: 4 }).map((whens) => bandedTerms(whens.map((one, i) => ({ name: `band ${i}`, when: one, price: hourly("20.00") })), { across: "by-start", dayKinds: [WEEKEND] }));
  const facts = fc.record({ service: fc.constantFrom("care", "respite"), zone: fc.constantFrom("town", "moor"), carersRequired: fc.constantFrom(1, 2), miles: fc.constantFrom("0", "0.5", "1", "2", "2.5", "3", "4", "5", "7"), at: fc.constantFrom("2026-03-16", "2026-03-21").chain((day) => fc.constantFrom("00:00", "05:59", "06:00", "11:59", "12:00", "13:00", "19:59", "20:00", "23:59").map((time) => momentOf(`${day}T${time}`))) });

  it("holes and overlaps", () => {
    fc.assert(
      fc.property(terms, facts, (banded, { at, ...visit }) => {
        const priced = priceByBands({ from: at, to: at, minutesPaid: 30 }, { ...visit, plannedStart: at, plannedEnd: at }, compiled(banded));
        const covers = (cell: ReturnType<typeof rateHoles>[number]): boolean => {
          const second = at % DAY;
          const [from, to] = (cell.hours ?? "00:00-24:00").split("-").map((clock) => Number(clock.slice(0, 2)) * HOUR) as [number, number];
          if (from < to ? second < from || second >= to : second < from && second >= to) return false;
          if (cell.day !== undefined && (cell.day === "weekend") !== (Math.floor(at / DAY) % 7 === 2)) return false;
          if (cell.miles !== undefined) {
            const miles = Number(visit.miles);
            if ("at" in cell.miles ? miles !== Number(cell.miles.at) : miles <= Number(cell.miles.over) || (cell.miles.under !== "open" && miles >= Number(cell.miles.under))) return false;
          }
          return (cell.service ?? visit.service) === visit.service && (cell.zone ?? visit.zone) === visit.zone && (cell.carersRequired ?? visit.carersRequired) === visit.carersRequired;
        };
        // Names that no band has are not looked into.
        const named = (of: (when: Exclude<RateBand["when"], string>) => readonly unknown[] | undefined, value: unknown): boolean => {
          const all = banded.bands.flatMap(({ when }) => of(when as Exclude<typeof when, string>) ?? []);
          return all.length === 0 || all.includes(value);
        };
        fc.pre(named((one) => one.services, visit.service) && named((one) => one.zones, visit.zone) && named((one) => one.carersRequired, visit.carersRequired));
        expect(rateHoles(banded).some(covers)).toBe(priced.kind === "unpriced" && priced.reason === "no-rate");
        expect(rateOverlaps(banded).some(covers)).toBe(priced.kind === "unpriced" && priced.reason === "several-rates");
      }),
      { numRuns: 500 },
    );
  });

  it("a band for everything else leaves no hole", () => {
    expect(rateHoles(bandedTerms([{ name: "night", when: { hours: "22:00-06:00" }, price: hourly("20.00") }, { name: "day", when: "otherwise", price: hourly("18.00") }]))).toEqual([]);
  });

  it("an hour of the night is one stretch over midnight", () => {
    expect(rateHoles(bandedTerms([{ name: "day", when: { hours: "07:00-22:00" }, price: hourly("20.00") }]))).toEqual([{ hours: "22:00-07:00", bands: [] }]);
  });

  it("days of no kind are named null", () => {
    expect(rateHoles(bandedTerms([{ name: "weekend", when: { days: ["weekend"] }, price: hourly("20.00") }], { dayKinds: [WEEKEND] }))).toEqual([{ day: null, bands: [] }]);
  });
});

describe("bands that contradict themselves are refused by name", () => {
  const day: RateBand = { name: "day", when: {}, price: hourly("20.00") };
  const weekdays = { name: "all", on: { kind: "weekdays", weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] } } as const;
  it.each([
    [bandedTerms([day, day]), 'rate: each of bands must have a name of its own, got "day"'],
    [bandedTerms([{ ...day, when: "otherwise" }, { ...day, name: "rest", when: "otherwise" }]), 'rate: only one of bands can be for "otherwise"'],
    [bandedTerms([{ ...day, price: { kind: "share-of", band: "dya", share: "0.5" } }, { ...day, name: "days" }]), 'rate: the band "day" must be a share of a band, got "dya". Did you mean "day"?'],
    [bandedTerms([{ ...day, price: { kind: "share-of", band: "night", share: "0.5" } }, { ...day, name: "night", price: { kind: "share-of", band: "day", share: "2" } }]), 'rate: the band "day" must not be a share of itself, got "day of night of day"'],
    [bandedTerms([{ ...day, price: { kind: "share-of", band: "night", share: "-1" } }, { ...day, name: "night" }]), 'rate: share of "day" must not be below 0'],
    [bandedTerms([{ ...day, price: hourly("-1.00") }]), 'rate: price of "day" must not be below 0, got "-1.00"'],
    [bandedTerms([{ ...day, price: hourly("about 20") }]), 'price of "day" must be decimal text'],
    [bandedTerms([{ ...day, when: { hours: "7-22" } }]), 'rate: hours of "day" must be HH:MM-HH:MM'],
    [bandedTerms([{ ...day, when: { hours: "07:00-07:00" } }]), 'rate: hours of "day" must be HH:MM-HH:MM'],
    [bandedTerms([{ ...day, when: { days: ["weekends"] } }], { dayKinds: [WEEKEND] }), 'rate: the band "day" must name kinds of day that are in dayKinds, got "weekends". Did you mean "weekend"?'],
    [bandedTerms([{ ...day, when: { carersRequired: [0] } }]), 'rate: carersRequired of "day" must be whole numbers from 1, got 0'],
    [bandedTerms([day], { dayKinds: [WEEKEND, WEEKEND] }), 'rate: each of dayKinds must have a name of its own, got "weekend"'],
    [bandedTerms([day], { dayKinds: [weekdays, WEEKEND] }), 'rate: each of dayKinds must be reached by some day, got "weekend"'],
    [bandedTerms([day], { dayKinds: [{ name: "leap", on: { kind: "dates", dates: ["02-30"] } }] }), 'rate: the day kind "leap" must give dates as MM-DD, got "02-30"'],
    [bandedTerms([{ ...day, price: { kind: "by-length", lengths: [{ from: 30, to: 29, pounds: "5.00" }] } }], { across: "higher" }), 'rate: lengths of "day" must be whole minutes from 0'],
    [bandedTerms([{ ...day, price: hourly("0.00000000000000001") }]), 'rate: price of "day" must be coarse enough for exact sums in whole numbers, got "0.00000000000000001"'],
    [bandedTerms([{ ...day, price: hourly("99999999999.01") }]), 'rate: price of "day" must be coarse enough for exact sums in whole numbers'],
  ])("%#", (terms, message) => {
    expect(() => compileRates([terms])).toThrow(message);
  });
});
