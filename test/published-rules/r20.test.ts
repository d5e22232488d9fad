import { describe, expect, it } from "vitest";
import type { ByNotice, Notice, UndeliveredPay } from "../../src/payment/undelivered.js";
import { compile } from "../../src/rules/compile.js";
import { ACTUAL, assessed, clause, payingCouncil, unpaidBecause, visit } from "./paying-council.js";

// R20: notice to cancel in hours, any number: 24, 25, 48; or days, or a week.
const NOTHING: UndeliveredPay = { kind: "nothing" };
const PLANNED = { kind: "planned-length" } as const;
const council = (cancelled: ByNotice) =>
  payingCouncil("notice-council", {
    basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const),
    undelivered: clause({
      outcomes: { "no-access": NOTHING, hospital: NOTHING, "cancelled-by-person": cancelled, "cancelled-by-council": cancelled, "provider-failure": NOTHING, refused: NOTHING, aborted: NOTHING, frustrated: NOTHING, suspended: NOTHING, other: NOTHING },
      unexplained: NOTHING,
      pastThreshold: NOTHING,
      tooFewCarers: "those-who-came",
    } as const),
  });
const notice = (length: Notice): ByNotice => ({ kind: "by-notice", tiers: [{ notice: length, pays: { kind: "nothing" } }], otherwise: PLANNED });
const minutes = (terms: ByNotice, noticeGiven: string, day: `${number}-${number}-${number}` = "2026-03-18") =>
  assessed(council(terms), visit(day, "09:00-10:00", [], { outcome: "cancelled-by-person", noticeGiven })).payment.minutesPaid;

describe("R20: notice to cancel", () => {
  it.each([
    [24, "2026-03-17T09:00:00", "2026-03-17T09:00:01"],
    [25, "2026-03-17T08:00:00", "2026-03-17T08:00:01"],
    [48, "2026-03-16T09:00:00", "2026-03-16T09:00:01"],
  ])("%i hours: given at %s nothing is paid, at %s the planned length", (count, enough, short) => {
    expect(minutes(notice({ count, unit: "hours" }), enough)).toBe(0);
    expect(minutes(notice({ count, unit: "hours" }), short)).toBe(60);
  });

  it.each([
    [2, "days", "2026-03-16T23:59:59", "2026-03-17T00:00:00"],
    [1, "weeks", "2026-03-11T23:59:59", "2026-03-12T00:00:00"],
  ] as const)("%i %s: by days of the calendar", (count, unit, enough, short) => {
    expect(minutes(notice({ count, unit }), enough)).toBe(0);
    expect(minutes(notice({ count, unit }), short)).toBe(60);
  });

  it("24 hours over the night the clocks go forward are 24 real hours, a day is a day", () => {
    expect(minutes(notice({ count: 24, unit: "hours" }), "2026-03-28T09:00", "2026-03-29")).toBe(60);
    expect(minutes(notice({ count: 24, unit: "hours" }), "2026-03-28T08:00", "2026-03-29")).toBe(0);
    expect(minutes(notice({ count: 1, unit: "days" }), "2026-03-28T09:00", "2026-03-29")).toBe(0);
  });

  it("several lengths of notice, each with its own pay", () => {
    const tiers: ByNotice = {
      kind: "by-notice",
      tiers: [
        { notice: { count: 48, unit: "hours" }, pays: { kind: "nothing" } },
        { notice: { count: 24, unit: "hours" }, pays: { kind: "share-of-planned", share: "0.5", of: "price" } },
      ],
      otherwise: PLANNED,
    };
    const amount = (noticeGiven: string) => assessed(council(tiers), visit("2026-03-18", "09:00-10:00", [], { outcome: "cancelled-by-person", noticeGiven })).payment.amount;
    expect([amount("2026-03-16T09:00"), amount("2026-03-16T09:00:01"), amount("2026-03-17T09:00"), amount("2026-03-17T09:00:01")]).toEqual(["0.00", "6.00", "6.00", "12.00"]);
    const wrong: ByNotice = { ...tiers, tiers: tiers.tiers.toReversed() };
    expect(() => compile(council(wrong))).toThrow("outcomes.cancelled-by-person.tiers must have the longest notice first, got \"24 hours before 48 hours\"");
  });

  it("says why nothing is paid, and that notice is not known where nobody gave its time", () => {
    const day = visit("2026-03-18", "09:00-10:00", [], { outcome: "cancelled-by-person" });
    const terms = council(notice({ count: 24, unit: "hours" }));
    expect(unpaidBecause(terms, { ...day, noticeGiven: "2026-03-01T09:00" })).toBe("notice-pays-nothing");
    expect(unpaidBecause(terms, day)).toBe("notice-not-known");
  });
});
