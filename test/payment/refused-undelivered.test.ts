import { describe, expect, it } from "vitest";
import { type HospitalRetainer, retainerOn } from "../../src/payment/hospital-retainer.js";
import { type UndeliveredTerms, compileUndelivered, settledPay } from "../../src/payment/undelivered.js";
import type { Moment } from "../../src/shared/moment.js";
import { momentOf } from "../../src/shared/time-text.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";

type Pay = UndeliveredTerms["unexplained"];
const nothing: Pay = { kind: "nothing" };
const terms: UndeliveredTerms = { outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing])) as Record<Outcome, Pay>, unexplained: nothing, pastThreshold: nothing, tooFewCarers: nothing };
const compiled = (refused: Pay) => compileUndelivered({ ...terms, outcomes: { ...terms.outcomes, refused } });
const retainer: HospitalRetainer = { kind: "hospital-retainer", steps: [{ days: 14, share: "1" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "none" };
const half = (of: "length" | "price", share = "0.5"): Pay => ({ kind: "share-of-planned", share, of });
const notice = (...counts: readonly [number, "hours" | "days" | "weeks", Pay?][]): Pay => ({
  kind: "by-notice",
  tiers: counts.map(([count, unit, pays]) => ({ notice: { count, unit }, pays: pays ?? nothing })) as never,
  otherwise: { kind: "planned-length" },
});

describe("terms of undelivered visits that are refused", () => {
  it.each([
    ["a fixed length of 0 minutes", { kind: "fixed-minutes", minutes: 0 }, "undelivered: outcomes.refused.minutes must be a whole number from 1, got 0"],
    ["a fixed length of half a minute", { kind: "fixed-minutes", minutes: 0.5 }, "undelivered: outcomes.refused.minutes must be a whole number from 1, got 0.5"],
    ["a share above 1", half("length", "1.01"), 'undelivered: outcomes.refused.share must be from 0 to 1, got "1.01"'],
    ["a share below 0", half("length", "-0.5"), 'undelivered: outcomes.refused.share must be from 0 to 1, got "-0.5"'],
    ["a share of five places", half("price", "0.33333"), 'undelivered: outcomes.refused.share must have at most four places, got "0.33333"'],
    ["notice of half a day", notice([0.5, "days"]), "undelivered: outcomes.refused.notice.count must be a whole number from 0, got 0.5"],
    ["notice of less than none", notice([-1, "hours"]), "undelivered: outcomes.refused.notice.count must be a whole number from 0, got -1"],
    ["the shorter notice first", notice([24, "hours"], [2, "days"]), 'undelivered: outcomes.refused.tiers must have the longest notice first, got "24 hours before 2 days". Begin with the longest notice, and give each once'],
    ["the same notice twice, in two units", notice([1, "weeks"], [7, "days"]), 'undelivered: outcomes.refused.tiers must have the longest notice first, got "1 weeks before 7 days". Begin with the longest notice, and give each once'],
    ["a day in hours twice", notice([24, "hours"], [1, "days"]), 'undelivered: outcomes.refused.tiers must have the longest notice first, got "24 hours before 1 days". Begin with the longest notice, and give each once'],
    ["more than two days after two days", { kind: "by-notice", tiers: [{ notice: { count: 2, unit: "days" }, pays: nothing }, { notice: { count: 48, unit: "hours", exactly: "too-short" }, pays: nothing }], otherwise: nothing }, 'undelivered: outcomes.refused.tiers must have the longest notice first, got "2 days before more than 48 hours". Begin with the longest notice, and give each once'],
    ["more than two days twice", { kind: "by-notice", tiers: [{ notice: { count: 2, unit: "days", exactly: "too-short" }, pays: nothing }, { notice: { count: 48, unit: "hours", exactly: "too-short" }, pays: nothing }], otherwise: nothing }, 'undelivered: outcomes.refused.tiers must have the longest notice first, got "more than 2 days before more than 48 hours". Begin with the longest notice, and give each once'],
    ["a share in a tier", notice([24, "hours", half("length", "2")]), 'undelivered: outcomes.refused.share must be from 0 to 1, got "2"'],
    ["no step of a retainer", { ...retainer, steps: [] }, 'undelivered: steps must hold at least one step, got "none". Write { kind: "nothing" } where no retainer is paid'],
    ["a step of 0 days", { ...retainer, steps: [{ days: 0, share: "1" }] }, "undelivered: steps must be whole days from 1, and only the last may be open, got 0. Say how many days each step before the last is"],
    ["a step of half a day", { ...retainer, steps: [{ days: 1.5, share: "1" }] }, "undelivered: steps must be whole days from 1, and only the last may be open, got 1.5. Say how many days each step before the last is"],
    ["a step after one without an end", { ...retainer, steps: [{ days: "open", share: "1" }, { days: 7, share: "0.5" }] }, 'undelivered: steps must be whole days from 1, and only the last may be open, got "open". Say how many days each step before the last is'],
  ] as readonly [string, Pay, string][])("%s", (_what, pay, message) => {
    expect(() => compiled(pay)).toThrow(new TypeError(message));
  });

  it("a share that is no decimal text, by its field", () => {
    expect(() => compiled(half("length", "half"))).toThrow("undelivered.outcomes.refused.share");
  });

  it.each(["unexplained", "pastThreshold", "tooFewCarers"] as const)("%s is looked at too", (field) => {
    expect(() => compileUndelivered({ ...terms, [field]: { kind: "fixed-minutes", minutes: 0 } })).toThrow(new TypeError(`undelivered: ${field}.minutes must be a whole number from 1, got 0`));
    expect(() => compileUndelivered({ ...terms, [field]: undefined })).toThrow(new TypeError(`undelivered: ${field} must say what is paid, got undefined. List every outcome`));
  });

  it("an outcome that is left out, by its name", () => {
    const { refused: _left, ...outcomes } = terms.outcomes;
    expect(() => compileUndelivered({ ...terms, outcomes: outcomes as UndeliveredTerms["outcomes"] })).toThrow(new TypeError("undelivered: outcomes.refused must say what is paid, got undefined. List every outcome"));
  });
});

describe("terms at their limits", () => {
  it("one fixed minute, notice of none, a share of nothing, of everything and of four places", () => {
    expect(compiled({ kind: "fixed-minutes", minutes: 1 }).shares.size).toBe(0);
    expect(compiled(notice([0, "hours"])).shares.size).toBe(0);
    expect(compiled(half("length", "0")).shares.get("0")).toEqual({ numerator: 0, denominator: 1 });
    expect(compiled(half("length", "1")).shares.get("1")).toEqual({ numerator: 1, denominator: 1 });
    expect(compiled(half("length", "0.0001")).shares.get("0.0001")).toEqual({ numerator: 1, denominator: 10_000 });
  });

  it("more than a length before that length, and before a shorter one", () => {
    for (const shorter of [{ count: 48, unit: "hours" }, { count: 48, unit: "hours", exactly: "enough" }, { count: 47, unit: "hours", exactly: "too-short" }] as const) {
      const tiers = [{ notice: { count: 2, unit: "days", exactly: "too-short" }, pays: nothing }, { notice: shorter, pays: nothing }] as const;
      expect(compiled({ kind: "by-notice", tiers, otherwise: nothing }).terms.outcomes.refused).toMatchObject({ tiers });
    }
  });

  it("longer notice before shorter, whatever its unit", () => {
    for (const longestFirst of [notice([25, "hours"], [1, "days"]), notice([2, "weeks"], [13, "days"]), notice([2, "days"], [47, "hours"])]) expect(compiled(longestFirst).terms.outcomes.refused).toBe(longestFirst);
  });

  it("a retainer of one day, and one whose last step has no end", () => {
    expect([...compiled({ ...retainer, steps: [{ days: 1, share: "0.5" }, { days: "open", share: "0.25" }] }).shares.keys()]).toEqual(["0.5", "0.25", "1"]);
  });
});

describe("do the terms pay a share of a price?", () => {
  it.each([
    [false, nothing],
    [false, { kind: "planned-length" }],
    [false, half("length")],
    [true, half("price")],
    [true, retainer],
    [false, notice([1, "days"])],
    [false, notice([2, "days", half("length")], [1, "days"])],
    [true, notice([2, "days"], [1, "days", half("price")])],
    [true, notice([2, "days", half("price")], [1, "days"])],
  ] as readonly [boolean, Pay][])("%s: %j", (shares, pay) => {
    expect(compiled(pay).sharesPrices).toBe(shares);
  });

  it("and where only what is paid otherwise is a share of it", () => {
    expect(compiled({ ...(notice([1, "days"]) as Pay & { kind: "by-notice" }), otherwise: half("price") as never }).sharesPrices).toBe(true);
  });

  it("where too few carers came", () => {
    expect(compileUndelivered({ ...terms, tooFewCarers: "those-who-came" }).sharesPrices).toBe(false);
    expect(compileUndelivered({ ...terms, tooFewCarers: half("price") }).sharesPrices).toBe(true);
  });
});

describe("the days of admission and discharge", () => {
  const stay = { admitted: "2026-03-02", discharged: "2026-03-06", conditionsMet: false } as const;

  it("in full is the whole price, whatever the conditions and the step", () => {
    const inFull = { ...retainer, admissionDay: "in-full", dischargeDay: "in-full", conditions: "must-be-met", steps: [{ days: 14, share: "0.5" }] } as const;
    expect(retainerOn("2026-03-02", stay, inFull)).toEqual({ kind: "paid", share: "1", dayOfSteps: null });
    expect(retainerOn("2026-03-06", stay, inFull)).toEqual({ kind: "paid", share: "1", dayOfSteps: null });
    expect(retainerOn("2026-03-03", stay, inFull)).toEqual({ kind: "unpaid", reason: "retainer-conditions-not-met" });
  });

  it("nothing is past the retainer, and the day between is paid by its step", () => {
    const neither = { ...retainer, admissionDay: "nothing", dischargeDay: "nothing" } as const;
    expect(retainerOn("2026-03-02", stay, neither)).toEqual({ kind: "unpaid", reason: "past-the-retainer" });
    expect(retainerOn("2026-03-06", stay, neither)).toEqual({ kind: "unpaid", reason: "past-the-retainer" });
    expect(retainerOn("2026-03-03", stay, neither)).toEqual({ kind: "paid", share: "1", dayOfSteps: 1 });
  });

  it("a stay that is not known is undetermined, one day before or after it is outside", () => {
    expect(retainerOn("2026-03-02", undefined, retainer)).toEqual({ kind: "unpaid", reason: "hospital-stay-not-known" });
    expect(["2026-03-01", "2026-03-07"].map((day) => retainerOn(day as "2026-03-01", stay, retainer))).toEqual([{ kind: "unpaid", reason: "outside-the-hospital-stay" }, { kind: "unpaid", reason: "outside-the-hospital-stay" }]);
  });
});

describe("notice that was given", () => {
  const at = (day: string, time: string) => momentOf(`${day}T${time}`);
  const paid = (unit: "hours" | "days", exactly: "enough" | "too-short" | undefined, noticeGiven: Moment) =>
    settledPay({ plannedStart: at("2026-05-05", "08:00"), noticeGiven }, { kind: "by-notice", tiers: [{ notice: { count: 2, unit, ...(exactly === undefined ? {} : { exactly }) }, pays: { kind: "fixed-minutes", minutes: 15 } }], otherwise: { kind: "planned-length" } }).kind;

  it("of exactly so long is enough, unless only more than that is: to the second, or by days of the calendar", () => {
    for (const exactly of [undefined, "enough"] as const) {
      expect([paid("hours", exactly, at("2026-05-05", "06:00")), paid("hours", exactly, at("2026-05-05", "06:00:01"))]).toEqual(["fixed-minutes", "planned-length"]);
      expect([paid("days", exactly, at("2026-05-03", "23:59")), paid("days", exactly, at("2026-05-04", "00:00"))]).toEqual(["fixed-minutes", "planned-length"]);
    }
    expect([paid("hours", "too-short", at("2026-05-05", "05:59:59")), paid("hours", "too-short", at("2026-05-05", "06:00"))]).toEqual(["fixed-minutes", "planned-length"]);
    expect([paid("days", "too-short", at("2026-05-02", "23:59")), paid("days", "too-short", at("2026-05-03", "00:00"))]).toEqual(["fixed-minutes", "planned-length"]);
  });
});
