import { describe, expect, it } from "vitest";
import { momentOf } from "../../src/index.js";
import type { VisitKind } from "../../src/assessment/attendance.js";
import type { BasisTerms, TimeLine } from "../../src/payment/basis.js";
import { asksPlanned, type Planned } from "../../src/payment/line.js";
import { type LengthLimits, countsInside, hasPartMinutes, lengthLimits, nextLength, paidAt, shorterLength } from "../../src/payment/other-lengths.js";
import { ACTUAL } from "../published-rules/paying-council.js";

const at = (time: string) => momentOf(`2026-03-16T${time}`);
const [from, to] = [at("09:00"), at("09:30")];
const planned: Planned = { carersRequired: 2, plannedStart: at("09:00"), plannedEnd: at("10:00") };
const billed: Planned = { ...planned, billedStart: at("09:05"), billedEnd: at("09:50:40") };
const WITHIN_PLAN: BasisTerms = { ...ACTUAL, basis: "actual-within-planned" };
const WITHIN_LOGS: BasisTerms = { ...ACTUAL, basis: { kind: "billed-within-logged", outside: "cut-off" } };
const EVERY_KIND = ["delivered", "open", "missed", "excused", "not-required", "undetermined"] as const satisfies readonly VisitKind["kind"][];

describe("between which moments logged time counts", () => {
  const inside = (visit: Planned, terms: BasisTerms, kind: VisitKind["kind"] = "delivered", came = 2, tooFewCarers: Parameters<typeof countsInside>[4] = null) => countsInside(visit, kind, came, terms, tooFewCarers);

  it("anywhere, where actual or planned time is paid", () => {
    for (const basis of ["actual", "planned"] as const) expect(inside(billed, { ...ACTUAL, basis })).toBeNull();
    expect(inside(billed, { ...ACTUAL, basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "no-actual", unexplained: "nothing" } })).toBeNull();
  });

  it("inside the plan, where it has both ends", () => {
    expect(inside(billed, WITHIN_PLAN)).toEqual({ from: at("09:00"), to: at("10:00"), inside: "planned" });
    expect(inside({ ...billed, plannedStart: null }, WITHIN_PLAN)).toBeNull();
    expect(inside({ ...billed, plannedEnd: null }, WITHIN_PLAN)).toBeNull();
  });

  it("inside the time billed, where both ends of it are known", () => {
    expect(inside(billed, WITHIN_LOGS)).toEqual({ from: at("09:05"), to: at("09:50:40"), inside: "billed" });
    const { billedStart: _start, ...noStart } = billed;
    const { billedEnd: _end, ...noEnd } = billed;
    expect([inside(planned, WITHIN_LOGS), inside(noStart, WITHIN_LOGS), inside(noEnd, WITHIN_LOGS)]).toEqual([null, null, null]);
  });

  it("anywhere, for a visit that was not delivered", () => {
    const kinds = EVERY_KIND.filter((kind) => inside(billed, WITHIN_PLAN, kind) !== null);
    expect(kinds).toEqual(["delivered", "open"]);
  });

  it("anywhere, where too few carers are paid by their own terms and not for those who came", () => {
    const byOutcome = { ...WITHIN_PLAN, undelivered: "by-outcome" } as const;
    expect(inside(billed, byOutcome, "delivered", 1, { kind: "nothing" })).toBeNull();
    expect(inside(billed, byOutcome, "delivered", 1, "those-who-came")).not.toBeNull();
    expect(inside(billed, byOutcome, "delivered", 2, { kind: "nothing" })).not.toBeNull();
    expect(inside(billed, WITHIN_PLAN, "delivered", 1, { kind: "nothing" })).not.toBeNull();
  });
});

describe("what bounds the pay of other lengths", () => {
  const paid: TimeLine = { kind: "paid", carer: "C1", measured: "logged", from, to, minutes: 30, banded: 30, minutesPaid: 30 };
  const nothing: TimeLine = { kind: "unpaid", carer: "C1", reason: "row-pays-nothing", minutes: 4 };
  const table = { partMinutes: "dropped" } as const;
  const limits = (line: TimeLine, terms: BasisTerms = ACTUAL, visit = billed, slots: Parameters<typeof lengthLimits>[5] = table) => lengthLimits(line, visit, "delivered", 2, terms, slots, null);

  it("is told of time that was logged, paid or not", () => {
    expect(limits(paid)).toEqual({ most: "no-limit", planned: 60, longest: null, pastTable: false });
    expect(limits(nothing)).toEqual(limits(paid));
  });

  it("is not known of minutes that nobody logged, that are not known, or that are added up", () => {
    for (const measured of ["planned", "fixed"] as const) {
      expect(limits({ ...paid, measured } as TimeLine), measured).toBeNull();
      expect(limits({ ...nothing, measured } as TimeLine), measured).toBeNull();
    }
    expect(limits({ ...nothing, minutes: null })).toBeNull();
    const per = { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } as const;
    expect(limits(paid, { ...ACTUAL, per })).toBeNull();
    expect(limits({ kind: "grouped", carer: "C1", measured: "logged", from, to, minutes: 30, seconds: 1800, planned: 60, group: { over: "day", firstDay: "2026-03-16", carer: null, service: null } })).toBeNull();
  });

  it("has the least and the most of the terms, and the plan's length", () => {
    const least = { of: { kind: "minutes", minutes: 20 }, whereNothing: "nothing" } as const;
    expect(limits(paid, { ...ACTUAL, least, most: "planned-length" })).toEqual({ least, most: "planned-length", planned: 60, longest: null, pastTable: false });
    expect(Object.keys(limits(paid)!)).not.toContain("least");
  });

  it("is the longest time that can count, in whole minutes, inside the plan or the time billed", () => {
    expect(limits(paid, WITHIN_PLAN)!.longest).toEqual({ minutes: 60, inside: "planned" });
    expect(limits(paid, WITHIN_LOGS)!.longest).toEqual({ minutes: 45, inside: "billed" });
    expect(limits(paid, WITHIN_LOGS, billed, { partMinutes: "up" })!.longest).toEqual({ minutes: 46, inside: "billed" });
  });

  it("is not known where time billed outside the logs is not paid at all", () => {
    const unpaid: BasisTerms = { ...ACTUAL, basis: { kind: "billed-within-logged", outside: "unpaid" } };
    expect(limits(paid, unpaid)).toBeNull();
    expect(limits(paid, unpaid, planned)).not.toBeNull();
    expect(limits(paid, WITHIN_PLAN)).not.toBeNull();
  });

  it("is past the table where the visit's own switch says so", () => {
    const past = (visit: Planned, roundingSwitch?: "by-visit") => limits(paid, ACTUAL, visit, { ...table, ...(roundingSwitch === undefined ? {} : { roundingSwitch }) })!.pastTable;
    expect(past({ ...planned, ignoresRounding: true }, "by-visit")).toBe(true);
    expect([past({ ...planned, ignoresRounding: true }), past({ ...planned, ignoresRounding: false }, "by-visit"), past(planned, "by-visit")]).toEqual([false, false, false]);
  });
});

describe("what a length would be paid", () => {
  // 0 to 4 minutes pay nothing, to 20 minutes 15, to 40 minutes 30; above, no row.
  const banded = (minutes: number): number | null => (minutes < 5 ? 0 : minutes <= 20 ? 15 : minutes <= 40 ? 30 : null);
  const none: LengthLimits = { most: "no-limit", planned: 25, longest: null, pastTable: false };
  const least = (whereNothing: "nothing" | "the-least") => ({ ...none, least: { of: { kind: "minutes", minutes: 20 }, whereNothing } }) as const;

  it("by the table, or past it", () => {
    expect([4, 5, 21, 41].map((minutes) => paidAt(minutes, banded, none))).toEqual([0, 15, 30, null]);
    expect([4, 5, 21, 41].map((minutes) => paidAt(minutes, banded, { ...none, pastTable: true }))).toEqual([4, 5, 21, 41]);
  });

  it("no less than the least, for a length that the table pays nothing for only where the terms say so", () => {
    expect([4, 5, 21].map((minutes) => paidAt(minutes, banded, least("nothing")))).toEqual([0, 20, 30]);
    expect([4, 5, 21].map((minutes) => paidAt(minutes, banded, least("the-least")))).toEqual([20, 20, 30]);
  });

  it("no more than the most; without a plan that a limit asks for it cannot be determined, but for what the table pays nothing", () => {
    expect([4, 20, 21].map((minutes) => paidAt(minutes, banded, { ...none, most: "planned-length" }))).toEqual([0, 15, 25]);
    const unplanned = { ...none, most: "planned-length", planned: 0 } as const;
    expect([4, 20, 41].map((minutes) => paidAt(minutes, banded, unplanned))).toEqual([0, null, null]);
    expect(paidAt(20, banded, { ...unplanned, planned: 1 })).toBe(1);
    expect(paidAt(20, banded, { ...none, planned: 0 })).toBe(15);
  });

  it("the nearest longer and shorter one that is paid otherwise", () => {
    expect(nextLength(10, banded, none)).toEqual({ inMinutes: 11, minutesPaid: 30 });
    expect(nextLength(10, banded, { ...none, longest: { minutes: 20, inside: "planned" } })).toBeNull();
    expect(nextLength(10, banded, { ...none, longest: { minutes: 21, inside: "planned" } })).toEqual({ inMinutes: 11, minutesPaid: 30 });
    expect(nextLength(30, banded, none)).toEqual({ inMinutes: 11, minutesPaid: null });
    expect(shorterLength(30, banded, none)).toEqual({ inMinutes: 10, minutesPaid: 15 });
    expect(shorterLength(3, banded, none)).toBeNull();
    expect(nextLength(10, banded, { ...none, most: { kind: "minutes", minutes: 15 } })).toEqual({ inMinutes: 31, minutesPaid: null });
  });
});

it("a limit asks for the plan where it is the planned length, or that and minutes more", () => {
  const least = (of: Exclude<BasisTerms["most"], "no-limit">) => ({ of, whereNothing: "nothing" }) as const;
  expect(asksPlanned({ most: "planned-length" })).toBe(true);
  expect(asksPlanned({ most: { kind: "planned-plus", minutes: 10 } })).toBe(true);
  expect(asksPlanned({ most: "no-limit", least: least("planned-length") })).toBe(true);
  expect(asksPlanned({ most: "no-limit", least: least({ kind: "planned-plus", minutes: 0 }) })).toBe(true);
  expect(asksPlanned({ most: "no-limit" })).toBe(false);
  expect(asksPlanned({ most: { kind: "minutes", minutes: 60 }, least: least({ kind: "minutes", minutes: 20 }) })).toBe(false);
});

it("there are part-minutes where a log stands between minutes, or the minutes are not those between log-in and log-out", () => {
  const parts = (first: string, last: string, minutes: number): boolean => hasPartMinutes({ from: at(first), to: at(last), minutes });
  expect(parts("09:00", "09:30", 30)).toBe(false);
  expect(parts("09:00:01", "09:30:01", 30)).toBe(true);
  expect(parts("09:00:01", "09:30", 29)).toBe(true);
  expect(parts("09:00", "09:30:01", 30)).toBe(true);
  expect(parts("09:00", "09:30", 29)).toBe(true);
});
