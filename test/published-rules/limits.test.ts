import { describe, expect, it } from "vitest";
import { type AttendanceTerms, type PunctualityTerms, type VisitInput, assessVisit, compile } from "../../src/index.js";
import { attendance, clause, patternCouncil, punctuality } from "./pattern-council.ts";

/** What becomes of a call planned for 09:00 on a summer day that begins so many seconds later. */
function assessed(seconds: number, patch: { readonly tolerance?: PunctualityTerms["callTypes"][string]; readonly missed?: AttendanceTerms["missedThreshold"]; readonly visit?: Partial<VisitInput<"call">> }) {
  const council = patternCouncil("limits-council", {
    punctuality: clause({ ...punctuality, callTypes: { call: patch.tolerance === undefined ? { early: 30, late: 30 } : patch.tolerance } }),
    attendance: clause({ ...attendance, missedThreshold: patch.missed ?? { kind: "none" } }),
  });
  const start = 1782892800; // 2026-07-01T09:00 in London
  const logs = { carer: "C1", logIn: new Date((start + seconds) * 1000), logOut: new Date((start + seconds + 1800) * 1000) };
  return assessVisit({ callType: "call", plannedStart: "2026-07-01T09:00", plannedEnd: "2026-07-01T09:30", attendances: [logs], ...patch.visit }, compile(council));
}

describe("limits of punctuality: asymmetric, each included or excluded, or wanting", () => {
  it.each([
    ["15 early and 30 late, included", { early: 15, late: 30 }, [[-901, "early"], [-900, "on-time"], [1800, "on-time"], [1801, "late"]]],
    ["15 early and 30 late, excluded", { early: 15, late: 30, earlyLimit: "excluded", lateLimit: "excluded" }, [[-900, "early"], [-899, "on-time"], [1799, "on-time"], [1800, "late"]]],
    ["15 early included and 30 late excluded", { early: 15, late: 30, earlyLimit: "included", lateLimit: "excluded" }, [[-901, "early"], [-900, "on-time"], [1799, "on-time"], [1800, "late"]]],
    ["no call is early", { early: "no-limit", late: 30 }, [[-86_400, "on-time"], [1800, "on-time"], [1801, "late"]]],
    ["no call is late", { early: 0, late: "no-limit" }, [[-1, "early"], [0, "on-time"], [30_000, "on-time"]]],
    ["to the second", { early: 0, late: 0 }, [[-1, "early"], [0, "on-time"], [1, "late"]]],
  ] as const)("%s", (_what, tolerance, cases) => {
    for (const [seconds, verdict] of cases) expect(assessed(seconds, { tolerance }).punctuality.class, `${seconds} seconds`).toBe(verdict);
  });

  it("the distance to the next limit counts the seconds that were left, or were too many", () => {
    const tolerance = { early: 15, late: 30, lateLimit: "excluded" } as const;
    expect(assessed(1799, { tolerance }).punctuality.nearest).toEqual({ limit: "late", seconds: 0 });
    expect(assessed(1800, { tolerance }).punctuality.nearest).toEqual({ limit: "late", seconds: 1 });
    expect(assessed(-890, { tolerance: { early: 15, late: "no-limit" } }).punctuality.nearest).toEqual({ limit: "early", seconds: 10 });
  });

  it("calls of a type without limits are not tested: neither on time nor late", () => {
    expect(assessed(7200, { tolerance: null }).punctuality).toEqual({ class: "not-assessable", reason: "not-tested", nearest: null });
  });

  it.each([
    ["a fraction of a minute", { early: 7.5, late: 30 }, "callTypes.call.early must be whole minutes from 0"],
    ["a limit below 0", { early: 0, late: -1 }, "callTypes.call.late must be whole minutes from 0"],
    ["no limit at all", { early: "no-limit", late: "no-limit" }, "callTypes.call must have a limit"],
    ["0 minutes excluded", { early: 0, late: 0, lateLimit: "excluded" }, "lateLimit must be included where late is 0"],
    ["windows only, and no windows", "windows-only", "callTypes.call must have limits where no windows are named"],
  ] as const)("compile refuses %s, naming it", (_what, tolerance, message) => {
    expect(() => assessed(0, { tolerance })).toThrow(message);
  });

  it("compile refuses a call type that the clause forgets", () => {
    const forgetful = clause({ ...punctuality, callTypes: {} as PunctualityTerms<"call">["callTypes"] });
    expect(() => compile(patternCouncil("limits-council", { punctuality: forgetful }))).toThrow('punctuality.callTypes must have "call"');
  });
});

describe("missed although attended: the threshold's limits", () => {
  const kindAt = (seconds: number, missed: AttendanceTerms["missedThreshold"], visit: Partial<VisitInput<"call">> = {}) => {
    const { kind, punctuality: judged } = assessed(seconds, { missed, visit });
    if (kind.kind === "missed") expect([kind.reason, judged.class]).toEqual(["past-threshold", "not-assessable"]);
    return kind.kind;
  };

  it.each([
    ["60 late, exactly 60 missed", { kind: "early-or-late", early: "never", late: { minutes: 60, exactly: "missed" } }, [[-36_000, "delivered"], [3599, "delivered"], [3600, "missed"]]],
    ["60 late, exactly 60 not missed", { kind: "early-or-late", early: "never", late: { minutes: 60, exactly: "not-missed" } }, [[3600, "delivered"], [3601, "missed"]]],
    ["45 early and 120 late", { kind: "early-or-late", early: { minutes: 45, exactly: "missed" }, late: { minutes: 120, exactly: "not-missed" } }, [[-2700, "missed"], [-2699, "delivered"], [7200, "delivered"], [7201, "missed"]]],
    ["not begun by 14:30, which is in time", { kind: "cut-off", by: "14:30", exactly: "not-missed" }, [[19_800, "delivered"], [19_801, "missed"], [-3600, "delivered"]]],
    ["not begun before 14:30", { kind: "cut-off", by: "14:30", exactly: "missed" }, [[19_799, "delivered"], [19_800, "missed"]]],
    ["not begun by the end of the planned day", { kind: "cut-off", by: "24:00", exactly: "missed" }, [[53_999, "delivered"], [54_000, "missed"]]],
    ["not begun by 09:01, and planned for 09:00", { kind: "cut-off", by: "09:01", exactly: "missed" }, [[59, "delivered"], [60, "missed"]]],
    ["planned for the cut-off: it is not for that visit", { kind: "cut-off", by: "09:00", exactly: "missed" }, [[0, "delivered"], [7200, "delivered"]]],
    ["planned for later than the cut-off", { kind: "cut-off", by: "00:01", exactly: "missed" }, [[0, "delivered"], [7200, "delivered"]]],
    ["never", { kind: "none" }, [[86_400, "delivered"], [-36_000, "delivered"]]],
  ] as const)("%s", (_what, missed, cases) => {
    for (const [seconds, kind] of cases) expect(kindAt(seconds, missed), `${seconds} seconds`).toBe(kind);
  });

  it("a cut-off is a time on the wall clock: on the day the clocks go forward it is an hour sooner", () => {
    const missed = { kind: "cut-off", by: "09:00", exactly: "not-missed" } as const;
    const on = (day: string, logIn: string) => kindAt(0, missed, { plannedStart: `${day}T00:30`, plannedEnd: `${day}T01:00`, attendances: [{ carer: "C1", logIn, logOut: "2026-12-31T00:00" }] });
    expect(on("2026-03-29", "2026-03-29T08:00:00Z")).toBe("delivered");
    expect(on("2026-03-29", "2026-03-29T08:00:01Z")).toBe("missed");
    expect(on("2026-10-25", "2026-10-25T09:00:00Z")).toBe("delivered");
    expect(on("2026-10-25", "2026-10-25T09:00:01Z")).toBe("missed");
  });

  it("not done before the next planned visit; where none is known it is not missed", () => {
    const missed = { kind: "next-visit" } as const;
    const nextPlannedStart = "2026-07-01T12:00";
    expect(kindAt(10_799, missed, { nextPlannedStart })).toBe("delivered");
    expect(kindAt(10_800, missed, { nextPlannedStart })).toBe("missed");
    expect(kindAt(10_800, missed)).toBe("delivered");
  });

  it.each([
    [{ kind: "minutes", minutes: 0 }, "missedThreshold.minutes must be whole minutes from 1"],
    [{ kind: "early-or-late", early: "never", late: { minutes: 0.5, exactly: "missed" } }, "missedThreshold.late.minutes must be whole minutes from 1"],
    [{ kind: "early-or-late", early: "never", late: "never" }, 'missedThreshold.late must be a limit where early is "never", got "never". For visits that are never missed by being early or late: { "kind": "none" }'],
    [{ kind: "cut-off", by: "00:00", exactly: "missed" }, 'missedThreshold.by must be after 00:00, the beginning of the day, got "00:00". The end of the day is "24:00"'],
    [{ kind: "cut-off", by: "25:00", exactly: "missed" }, 'a clock time must be HH:MM from "00:00" to "24:00"'],
    [{ kind: "cut-off", by: "9:00", exactly: "missed" }, 'a clock time must be HH:MM from "00:00" to "24:00"'],
  ] as const)("compile refuses %j, naming the field", (missed, message) => {
    expect(() => assessed(0, { missed })).toThrow(message);
  });
});
