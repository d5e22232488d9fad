import { describe, expect, it } from "vitest";
import type { PlannedWhereNoActual } from "../../src/payment/basis.js";
import { ACTUAL, assessed, clause, paid, payingCouncil, unpaidBecause, visit } from "./paying-council.js";

// R4: planned time whatever was delivered: planned 30, stayed 22, pays 30. Actual time, but planned where no actual was
// returned in time: 8.5 h returned pays 8.5; nothing returned pays the planned 10.
const council = payingCouncil("planned-time-council", { basis: clause({ ...ACTUAL, basis: "planned" } as const) });

describe("R4: planned time whatever was delivered", () => {
  it.each([
    ["09:00-09:22", 30],
    ["09:00-09:01", 30],
    ["09:00-10:15", 30],
  ])("planned 30, stayed %s, pays %i", (log, minutes) => {
    expect(paid(council, visit("2026-03-16", "09:00-09:30", [log])).minutes).toBe(minutes);
  });

  it("each carer who came, and no more than are required", () => {
    const two = assessed(council, visit("2026-03-16", "09:00-09:30", ["09:00-09:22", "09:01-09:20", "09:02-09:20"], { carersRequired: 2 }));
    expect(two.payment.lines).toMatchObject([{ carer: "C1", minutesPaid: 30 }, { carer: "C2", minutesPaid: 30 }, { carer: "C3", reason: "surplus-carer" }]);
  });

  it("a missing log-out takes nothing from it", () => {
    expect(paid(council, visit("2026-03-16", "09:00-09:30", ["09:00-"])).minutes).toBe(30);
  });

  it("nobody came: nothing", () => {
    expect(unpaidBecause(council, visit("2026-03-16", "09:00-09:30", []))).toBe("not-attended");
  });

  it("a planned end that is not after its start is no length", () => {
    expect(unpaidBecause(council, visit("2026-03-16", "09:00-09:00", ["09:00-09:22"]))).toBe("no-planned-length");
  });
});

describe("R4: actual time, but planned where no actual was returned in time", () => {
  const basis = (inTime: PlannedWhereNoActual["inTime"], missingLogOut: PlannedWhereNoActual["missingLogOut"] = "no-actual", unexplained: PlannedWhereNoActual["unexplained"] = "planned-length") =>
    clause({ ...ACTUAL, basis: { kind: "planned-where-no-actual", inTime, missingLogOut, unexplained } as const });
  const asSaid = payingCouncil("planned-where-no-actual-council", { basis: basis("as-the-visit-says") });
  const day = "2026-03-16";
  const long = "08:00-18:00"; // 10 hours

  it("8.5 h returned pays 8.5", () => {
    expect(paid(asSaid, visit(day, long, ["08:00-16:30"], { returnedInTime: true })).minutes).toBe(510);
  });

  it("nothing returned pays the planned 10", () => {
    expect(paid(asSaid, visit(day, long, [], { returnedInTime: false })).minutes).toBe(600);
    expect(assessed(asSaid, visit(day, long, [])).kind).toEqual({ kind: "missed", reason: "unexplained" });
  });

  it("returned in time, and nobody came: no planned length", () => {
    expect(unpaidBecause(asSaid, visit(day, long, [], { returnedInTime: true }))).toBe("not-attended");
    const inFive = payingCouncil("returned-in-five-days-council", { basis: basis({ kind: "days-after-visit", days: 5 }) });
    expect(unpaidBecause(inFive, visit(day, long, [], { returnedOn: "2026-03-21" }))).toBe("not-attended");
    expect(paid(inFive, visit(day, long, [], { returnedOn: "2026-03-22" })).minutes).toBe(600);
  });

  it("nobody logged, and nobody said whether it came in time: cannot be determined, and never paid in silence", () => {
    expect(unpaidBecause(asSaid, visit(day, long, []))).toBe("return-not-known");
    const inFive = payingCouncil("returned-in-five-days-council", { basis: basis({ kind: "days-after-visit", days: 5 }) });
    expect(unpaidBecause(inFive, visit(day, long, []))).toBe("return-not-known");
  });

  it("nobody logged, nobody explained and nothing came in time: what is paid is the council's to say", () => {
    const none = { returnedInTime: false } as const;
    const saying = (unexplained: PlannedWhereNoActual["unexplained"]) => payingCouncil(`unexplained-${unexplained}-council`, { basis: basis("as-the-visit-says", "no-actual", unexplained) });
    expect(unpaidBecause(saying("nothing"), visit(day, long, [], none))).toBe("not-attended");
    expect(unpaidBecause(saying("undetermined"), visit(day, long, [], none))).toBe("undetermined");
    expect(paid(saying("nothing"), visit(day, long, ["08:00-16:30"], none)).minutes).toBe(600);
    const unsaid = payingCouncil("unsaid-council", { basis: clause({ ...ACTUAL, basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid" } } as const) });
    expect(() => paid(unsaid, visit(day, long, []))).toThrow("basis: basis.unexplained must say what a visit without a log or an outcome is paid: planned-length, nothing, undetermined, got undefined");
  });

  it("by outcome, the clause undelivered says it, once it is known that nothing came in time", () => {
    const nothing = { kind: "nothing" } as const;
    const outcomes = { "no-access": nothing, hospital: nothing, "cancelled-by-person": nothing, "cancelled-by-council": nothing, "provider-failure": nothing, refused: nothing, aborted: nothing, frustrated: nothing, suspended: nothing, other: nothing };
    const undelivered = clause({ outcomes, unexplained: { kind: "fixed-minutes", minutes: 15 }, pastThreshold: nothing, tooFewCarers: "those-who-came" } as const);
    const own = { kind: "planned-where-no-actual", inTime: "as-the-visit-says", missingLogOut: "unpaid" } as const;
    const council = payingCouncil("unexplained-by-outcome-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome", basis: own } as const), undelivered });
    expect(paid(council, visit(day, long, [], { returnedInTime: false })).minutes).toBe(15);
    expect(unpaidBecause(council, visit(day, long, []))).toBe("return-not-known");
    expect(unpaidBecause(council, visit(day, long, [], { returnedInTime: true }))).toBe("not-attended");
    const twice = payingCouncil("unexplained-twice-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome", basis: { ...own, unexplained: "nothing" } } as const), undelivered });
    expect(() => paid(twice, visit(day, long, []))).toThrow('basis: basis.unexplained must be left out where undelivered is "by-outcome"');
  });

  it("returned too late pays the planned 10", () => {
    expect(paid(asSaid, visit(day, long, ["08:00-16:30"], { returnedInTime: false })).minutes).toBe(600);
  });

  it("nobody said whether it came in time: cannot be determined", () => {
    expect(unpaidBecause(asSaid, visit(day, long, ["08:00-16:30"]))).toBe("return-not-known");
  });

  it("in time by a day: the limit is included", () => {
    const inFive = payingCouncil("returned-in-five-days-council", { basis: basis({ kind: "days-after-visit", days: 5 }) });
    expect(paid(inFive, visit(day, long, ["08:00-16:30"], { returnedOn: "2026-03-21" })).minutes).toBe(510);
    expect(paid(inFive, visit(day, long, ["08:00-16:30"], { returnedOn: "2026-03-22" })).minutes).toBe(600);
    expect(unpaidBecause(inFive, visit(day, long, ["08:00-16:30"]))).toBe("return-not-known");
  });

  it("any log is in time, where the terms say so", () => {
    const any = payingCouncil("any-log-council", { basis: basis("any-log") });
    expect(paid(any, visit(day, long, ["08:00-16:30"])).minutes).toBe(510);
    expect(paid(any, visit(day, long, [])).minutes).toBe(600);
  });

  it("a log without its end is no actual time, or unpaid until corrected: the council chooses", () => {
    expect(paid(payingCouncil("open-log-planned-council", { basis: basis("any-log") }), visit(day, long, ["08:00-"])).minutes).toBe(600);
    expect(unpaidBecause(payingCouncil("open-log-unpaid-council", { basis: basis("any-log", "unpaid") }), visit(day, long, ["08:00-"]))).toBe("log-out-missing");
  });

  it("two carers required and nothing returned pays both; the visit once, once", () => {
    expect(paid(asSaid, visit(day, long, [], { carersRequired: 2, returnedInTime: false })).minutes).toBe(1200);
    const once = payingCouncil("planned-once-council", { basis: clause({ ...ACTUAL, per: "visit", basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid", unexplained: "planned-length" } } as const) });
    expect(paid(once, visit(day, long, [], { carersRequired: 2 })).minutes).toBe(600);
  });

  it("an outcome was recorded: nobody came, and nothing is paid", () => {
    expect(unpaidBecause(asSaid, visit(day, long, [], { outcome: "provider-failure" }))).toBe("not-attended");
  });
});
