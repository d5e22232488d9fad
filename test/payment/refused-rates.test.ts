import { describe, expect, it } from "vitest";
import { chargeFor } from "../../src/payment/contribution.js";
import { compileDayKinds } from "../../src/payment/compile-day-kinds.js";
import { NO_KIND, UNKNOWN_KIND, dayKindOn } from "../../src/payment/day-kind.js";
import { type IncentiveTerms, additionsTo, compileIncentives, incentivePence } from "../../src/payment/incentive.js";
import type { BandedRateTerms, RateBand } from "../../src/payment/rate-bands.js";
import { type RateConditions, type RateFacts, compileConditions, holds, holdsThere } from "../../src/payment/rate-conditions.js";
import { priceByBands, unitsFor } from "../../src/payment/rate-price.js";
import { type CompiledBands, compileRates } from "../../src/payment/rate.js";
import { dayNumber } from "../../src/shared/day.js";
import { momentOf } from "../../src/shared/time-text.js";

const hourly = (pounds: string) => ({ kind: "hourly", pounds }) as const;
const band = (patch: Partial<RateBand> = {}): RateBand => ({ name: "all", when: {}, price: hourly("36.00"), ...patch });
const banded = (bands: readonly RateBand[], more: Partial<BandedRateTerms> = {}): BandedRateTerms => ({ kind: "bands", dayKinds: [], bands, across: "by-start", times: "paid", ...more });
const compiled = (bands: readonly RateBand[], more: Partial<BandedRateTerms> = {}) => compileRates([banded(bands, more)])[0] as CompiledBands;
const lengths = (from: number, to: number | "open", pounds = "10.00") => ({ kind: "by-length", lengths: [{ from, to, pounds }] }) as const;

const LENGTHS = 'rate: lengths of "all" must be whole minutes from 0 with their end at or after their start';

describe("bands that are refused", () => {
  it.each([
    ["a length from before 0", [band({ price: lengths(-1, 30) })], `${LENGTHS}, got "-1 to 30"`],
    ["a length from half a minute", [band({ price: lengths(0.5, 30) })], `${LENGTHS}, got "0.5 to 30"`],
    ["a length to half a minute", [band({ price: lengths(0, 29.5) })], `${LENGTHS}, got "0 to 29.5"`],
    ["a length that ends before it begins", [band({ price: lengths(31, 30) })], `${LENGTHS}, got "31 to 30"`],
    ["a price below 0", [band({ price: hourly("-1.00") })], 'rate: price of "all" must not be below 0, got "-1.00"'],
    ["a share below 0", [band(), band({ name: "late", price: { kind: "share-of", band: "all", share: "-1" } })], 'rate: share of "late" must not be below 0, got "-1"'],
    ["a share of itself through another", [band({ price: { kind: "share-of", band: "late", share: "1" } }), band({ name: "late", price: { kind: "share-of", band: "all", share: "1" } })], 'rate: the band "all" must not be a share of itself, got "all of late of all"'],
    ["no kind of day in its list", [band({ when: { days: [] } })], 'rate: days of "all" must list at least one kind of day, got "none". Leave them out for every day'],
    ["no zone in its list", [band({ when: { zones: [] } })], 'rate: zones of "all" must list at least one, got "none". Leave it out where it does not matter'],
    ["no number of carers in its list", [band({ when: { carersRequired: [] } })], 'rate: carersRequired of "all" must list at least one, got "none". Leave it out where it does not matter'],
    ["a name twice", [band(), band()], 'rate: each of bands must have a name of its own, got "all"'],
    ["two for otherwise", [band({ when: "otherwise" }), band({ name: "rest", when: "otherwise" })], 'rate: only one of bands can be for "otherwise", got "several"'],
  ] as readonly [string, RateBand[], string][])("%s", (_what, bands, message) => {
    expect(() => compiled(bands)).toThrow(new TypeError(message));
  });

  it("a share that is no decimal text, by its band; a price by length that would be split, with what to do", () => {
    expect(() => compiled([band(), band({ name: "late", price: { kind: "share-of", band: "all", share: "half" } })])).toThrow('fraction: share of "late" must be');
    expect(() => compiled([band({ price: lengths(0, 30) })], { across: "split" })).toThrow(
      new TypeError('rate: across cannot be "split" where the band "all" has prices by length, got "split". A price for a length has no parts: use "by-start" or "higher"'),
    );
  });

  it("a price, a share and a length of nothing are prices", () => {
    const free = compiled([band({ price: hourly("0") }), band({ name: "late", price: { kind: "share-of", band: "all", share: "0" } }), band({ name: "by-length", price: lengths(0, 0) })]);
    expect(free.bands.map(({ price }) => unitsFor(0, price))).toEqual([0, 0, 1000 * free.unitsPerPenny]);
  });

  it("a share of a price by length is that share of each length, whose end is included or open", () => {
    const rate = compiled([band({ price: { kind: "by-length", lengths: [{ from: 0, to: 30, pounds: "10.00" }, { from: 31, to: "open", pounds: "18.00" }] } }), band({ name: "half", price: { kind: "share-of", band: "all", share: "0.5" } })]);
    const pence = (place: number, minutes: number) => unitsFor(minutes, rate.bands[place]!.price)! / rate.unitsPerPenny;
    expect([30, 31, 600].map((minutes) => pence(0, minutes))).toEqual([1000, 1800, 1800]);
    expect([30, 31, 600].map((minutes) => pence(1, minutes))).toEqual([500, 900, 900]);
  });
});

const MILES = 'rate: miles of "near" must end after they begin';

describe("conditions of a band that are refused", () => {
  it.each([
    [{ carersRequired: [1, 0] }, 'rate: carersRequired of "near" must be whole numbers from 1, got 0'],
    [{ carersRequired: [1.5] }, 'rate: carersRequired of "near" must be whole numbers from 1, got 1.5'],
    [{ miles: { from: "-1", to: "3" } }, 'rate: miles of "near" must be from 0, got "-1"'],
    [{ miles: { from: "-1", to: "open" } }, 'rate: miles of "near" must be from 0, got "-1"'],
    [{ miles: { from: "5", to: "3" } }, `${MILES}, got "5 to 3"`],
    [{ miles: { over: "3", to: "3" } }, `${MILES}, got "3 to 3"`],
    [{ miles: { from: "3", under: "3" } }, `${MILES}, got "3 to 3"`],
    [{ days: ["weekends"] }, 'rate: the band "near" must name kinds of day that are in dayKinds, got "weekends". Did you mean "weekend"?'],
    ...["7:00-20:00", "07:00-24:30", "07:00-07:00", "x07:00-20:00", "07:00-20:00 daily", "20:60-21:00"].map((hours) => [{ hours }, `rate: hours of "near" must be HH:MM-HH:MM, such as "20:00-07:00", got "${hours}". Leave them out for every hour`] as const),
  ] as readonly (readonly [RateConditions, string])[])("%j", (when, message) => {
    expect(() => compileConditions("near", when, ["weekend"])).toThrow(new TypeError(message));
  });

  it("one distance, a band from 0, one carer, and hours to 24:00 are conditions", () => {
    expect(compileConditions("near", { carersRequired: [1], miles: { from: "3", to: "3" } }, []).places).toEqual({ carersRequired: [1], miles: { from: "3", to: "3" } });
    expect(compileConditions("near", { miles: { over: "0", to: "open" } }, []).hours).toBeNull();
    expect(compileConditions("near", { hours: "07:00-24:00" }, []).hours).toEqual({ from: 25_200, to: 86_400 });
    expect(compileConditions("near", { hours: "22:00-00:00" }, []).hours).toEqual({ from: 79_200, to: 0 });
  });

  it("miles that are no decimal text, by their band", () => {
    expect(() => compileConditions("near", { miles: { from: "near", to: "open" } }, [])).toThrow('fraction: miles of "near" must be');
    expect(() => compileConditions("near", { miles: { from: "0", to: "far" } }, [])).toThrow('fraction: miles of "near" must be');
  });
});

describe("do the conditions hold?", () => {
  const one: RateFacts = { carersRequired: 1 };
  it("the carers required must be listed, whatever else is not known", () => {
    expect(holdsThere({ carersRequired: [2] }, one)).toBe(false);
    expect(holdsThere({ carersRequired: [1, 3] }, one)).toBe(true);
    expect(holdsThere({ carersRequired: [2], lots: ["N"] }, one)).toBe(false);
    expect(holdsThere({ carersRequired: [1], lots: ["N"] }, one)).toBe("lot-not-known");
  });

  it("one that does not is no, whatever is not known; of several not known the first is named", () => {
    expect(holdsThere({ services: ["care"], lots: ["N"] }, { ...one, lot: "S" })).toBe(false);
    expect(holdsThere({ services: ["care"], zones: ["1"], miles: { from: "0", to: "3" } }, one)).toBe("service-not-known");
    expect(holdsThere({ lots: ["N"], miles: { from: "0", to: "3" } }, { ...one, miles: "4" })).toBe(false);
  });

  it.each([
    [{ from: "3", to: "5" }, [false, true, true, true, false]],
    [{ over: "3", to: "5" }, [false, false, true, true, false]],
    [{ from: "3", under: "5" }, [false, true, true, false, false]],
    [{ over: "3", under: "5" }, [false, false, true, false, false]],
    [{ over: "3", to: "open" }, [false, false, true, true, true]],
  ] as const)("miles %j of 2.9, 3, 4, 5 and 5.1", (miles, expected) => {
    expect(["2.9", "3", "4", "5", "5.1"].map((at) => holdsThere({ miles }, { ...one, miles: at }))).toEqual(expected);
  });

  it("a place that is not known is named before bank holidays that are not known", () => {
    const when = compileConditions("near", { lots: ["N"], days: ["bank holiday"] }, ["bank holiday"]);
    expect([holds(when, one, UNKNOWN_KIND, 0), holds(when, { ...one, lot: "N" }, UNKNOWN_KIND, 0), holds(when, { ...one, lot: "S" }, UNKNOWN_KIND, 0)]).toEqual(["lot-not-known", "bank-holidays-not-known", false]);
  });

  it("miles of a visit that are no decimal text are refused", () => {
    expect(() => holdsThere({ miles: { from: "0", to: "open" } }, { ...one, miles: "near" })).toThrow("fraction: miles must be");
  });
});

describe("kinds of day", () => {
  const calendar = { nation: "england-and-wales", firstDay: dayNumber("2026-01-01"), lastDay: dayNumber("2026-12-31"), holidays: new Map([[dayNumber("2026-12-25"), { title: "Christmas Day", substitute: false }]]) } as const;
  const holidays = { name: "bank holiday", on: { kind: "bank-holidays", substitutes: "included" } } as const;
  const week = { name: "week", on: { kind: "weekdays", weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] } } as const;

  it("bank holidays are known from the first day of their calendar to its last, both included", () => {
    const kinds = compileDayKinds([holidays], calendar);
    expect(["2025-12-31", "2026-01-01", "2026-12-25", "2026-12-31", "2027-01-01"].map((day) => dayKindOn(dayNumber(day as "2026-01-01"), kinds))).toEqual([UNKNOWN_KIND, NO_KIND, 0, NO_KIND, UNKNOWN_KIND]);
  });

  it.each([
    ["a name twice", [week, week], 'rate: each of dayKinds must have a name of its own, got "week"'],
    ["a kind that no day can reach", [week, holidays], 'rate: each of dayKinds must be reached by some day, got "bank holiday". The kinds before it hold each of its days, if it has any: put it before them; no bank holiday is listed on a Saturday or Sunday'],
    ["a kind without a day", [{ name: "never", on: { kind: "weekdays", weekdays: [] } }], 'rate: each of dayKinds must be reached by some day, got "never". The kinds before it hold each of its days, if it has any: put it before them'],
    ["bank holidays behind the days of the week that they fall on", [{ name: "work", on: { kind: "weekdays", weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"] } }, holidays], 'rate: each of dayKinds must be reached by some day, got "bank holiday". The kinds before it hold each of its days, if it has any: put it before them; no bank holiday is listed on a Saturday or Sunday'],
    ["a day of the week in capitals", [{ name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "Sunday"] } }], 'rate: the day kind "weekend" must name days of the week in small letters, got "Sunday"'],
    ["a date that is none", [{ name: "new year", on: { kind: "dates", dates: ["01-32"] } }], 'rate: the day kind "new year" must give dates as MM-DD, got "01-32"'],
    ["a bank holiday that is none", [{ ...holidays, on: { ...holidays.on, titles: ["Christmas Days"] } }], 'rate: the day kind "bank holiday" must name bank holidays by their titles, got "Christmas Days". Did you mean "Christmas Day"?'],
  ] as const)("%s is refused", (_what, kinds, message) => {
    expect(() => compileDayKinds(kinds as never, calendar as never)).toThrow(new TypeError(message));
  });

  it("bank holidays that are not given, with how to give them", () => {
    expect(() => compileDayKinds([holidays], null)).toThrow(new TypeError('compile: the day kind "bank holiday" needs bank holidays, got "none". Give them: compile(council, { bankHolidays })'));
  });
});

describe("incentives", () => {
  const incentive = { name: "rural", when: {}, for: "visit", pounds: "2.50" } as const;
  const terms = (...incentives: readonly object[]): IncentiveTerms => ({ incentives: incentives.map((patch) => ({ ...incentive, ...patch })) }) as IncentiveTerms;

  it.each([
    ["no incentive at all", terms(), 'incentive: incentives must list at least one, got "none"'],
    ["a name twice", terms({}, {}), 'incentive: each of incentives must have a name of its own, got "rural"'],
    ["an amount below 0", terms({ pounds: "-0.01" }), 'incentive: pounds of "rural" must not be below 0, got "-0.01"'],
  ])("%s is refused", (_what, odd, message) => {
    expect(() => incentivePence(odd)).toThrow(new TypeError(message));
  });

  it("an amount that is no decimal text, or too fine, is named", () => {
    expect(() => incentivePence(terms({ pounds: "some" }))).toThrow('fraction: pounds of "rural" must be');
    expect(() => compileIncentives(terms({ pounds: "99999999999999.00" }), 360)).toThrow('pounds of "rural" must be coarse enough for exact sums in whole numbers, got "99999999999999.00"');
  });

  it("two of different names, and one of nothing, are incentives", () => {
    expect(incentivePence(terms({}, { name: "late", pounds: "0" })).map(({ numerator }) => numerator > 0n)).toEqual([true, false]);
  });

  it("nothing is added to a visit that is paid no minutes, and every one whose conditions hold to one that is", () => {
    const two = compileIncentives(terms({}, { name: "by the hour", for: "hour", pounds: "0.60" }), 1);
    expect(additionsTo({ carersRequired: 1 }, 0, two)).toEqual([]);
    expect(additionsTo({ carersRequired: 1 }, 1, two)).toEqual([{ kind: "added", incentive: "rural", units: 250 }, { kind: "added", incentive: "by the hour", units: 1 }]);
    expect(additionsTo({ carersRequired: 1 }, 0, compileIncentives(terms({ when: { lots: ["N"] } }), 1))).toEqual([]);
    expect(additionsTo({ carersRequired: 1 }, 1, compileIncentives(terms({ when: { lots: ["N"] } }), 1))).toEqual([{ kind: "undetermined", incentive: "rural", reason: "lot-not-known" }]);
  });
});

describe("what a person is charged", () => {
  const assessed = (amount: string, firstDay: `${number}-${number}-${number}` = "2026-03-01", lastDay: `${number}-${number}-${number}` | "open" = "2026-03-31") => ({ amount, firstDay, lastDay });
  const charge = (cost: string, whole: boolean, ...contributions: ReturnType<typeof assessed>[]) => chargeFor(cost, whole, "2026-03-16", contributions);

  it("what was assessed, or the cost where it is less; the cost that equals it is the whole cost", () => {
    expect(charge("49.99", true, assessed("50.00"))).toEqual({ kind: "charged", amount: "49.99", by: "cost" });
    expect(charge("50.00", true, assessed("50.00"))).toEqual({ kind: "charged", amount: "50.00", by: "cost" });
    expect(charge("50.01", true, assessed("50.00"))).toEqual({ kind: "charged", amount: "50.00", by: "contribution" });
  });

  it("a cost that may be more is no answer below what was assessed, and is one from there on", () => {
    expect(charge("49.99", false, assessed("50.00"))).toEqual({ kind: "undetermined", reason: "cost-not-known" });
    expect(charge("50.00", false, assessed("50.00"))).toEqual({ kind: "charged", amount: "50.00", by: "cost" });
  });

  it("a contribution holds from its first day to its last, both included", () => {
    const held = (firstDay: `${number}-${number}-${number}`, lastDay: `${number}-${number}-${number}` | "open") => charge("60.00", true, assessed("50.00", firstDay, lastDay)).kind;
    expect([held("2026-03-16", "2026-03-16"), held("2026-03-16", "open"), held("2026-03-17", "open"), held("2026-03-01", "2026-03-15")]).toEqual(["charged", "charged", "undetermined", "undetermined"]);
    expect(charge("60.00", true, assessed("50.00"), assessed("40.00", "2026-03-16", "open"))).toEqual({ kind: "undetermined", reason: "several-contributions" });
  });

  it("a contribution and a cost of nothing are amounts; below 0 they are refused, and so is what is no decimal text", () => {
    expect(charge("0", true, assessed("0"))).toEqual({ kind: "charged", amount: "0", by: "cost" });
    expect(() => charge("-0.01", true, assessed("50.00"))).toThrow(new TypeError('chargeFor: cost must not be below 0, got "-0.01"'));
    expect(() => charge("1.00", true, assessed("-0.01"))).toThrow(new TypeError('chargeFor: a contribution must not be below 0, got "-0.01"'));
    expect(() => charge("one", true, assessed("50.00"))).toThrow("fraction: cost must be");
    expect(() => charge("1.00", true, assessed("all"))).toThrow("fraction: contribution must be");
  });
});

describe("a visit that several bands touch", () => {
  const bands = [band({ name: "day", when: { hours: "07:00-20:00" } }), band({ name: "evening", when: { hours: "20:00-22:00" }, price: hourly("54.00") }), band({ name: "night", when: { hours: "22:00-07:00" }, price: hourly("72.00") })];
  const priced = (across: BandedRateTerms["across"], start: string, minutesPaid: number, of = bands) => {
    const rate = compiled(of, { across });
    const from = momentOf(start);
    const to = momentOf("2026-03-17T07:30");
    const answer = priceByBands({ from, to, minutesPaid }, { carersRequired: 1, plannedStart: from, plannedEnd: to }, rate);
    return answer.kind === "priced" ? { pence: answer.units / rate.unitsPerPenny, parts: answer.parts.map(({ band: name, seconds }) => [name, seconds]) } : answer;
  };

  it("is paid at the highest of them, wherever in it that lies", () => {
    expect(priced("higher", "2026-03-16T19:00", 60)).toEqual({ pence: 7200, parts: [["night", 3600]] });
    expect(priced("higher", "2026-03-17T06:00", 60)).toEqual({ pence: 7200, parts: [["night", 3600]] });
    expect(priced("higher", "2026-03-17T07:15", 60)).toEqual({ pence: 3600, parts: [["day", 3600]] });
  });

  it("of two at one price, at the first it touches", () => {
    expect(priced("higher", "2026-03-16T21:00", 60, [bands[0]!, { ...bands[1]!, price: hourly("72.00") }, bands[2]!])).toEqual({ pence: 7200, parts: [["evening", 3600]] });
  });

  it("is split at each limit, in the order of time", () => {
    expect(priced("split", "2026-03-16T19:30", 180)).toEqual({ pence: 1800 + 10_800 + 3600, parts: [["day", 1800], ["evening", 7200], ["night", 1800]] });
    expect(priced("split", "2026-03-16T20:00", 120)).toEqual({ pence: 10_800, parts: [["evening", 7200]] });
  });

  it("is paid at the band of its start alone", () => {
    expect(priced("by-start", "2026-03-16T21:59", 180)).toMatchObject({ parts: [["evening", 10_800]] });
    expect(priced("by-start", "2026-03-16T22:00", 180)).toMatchObject({ parts: [["night", 10_800]] });
  });
});
