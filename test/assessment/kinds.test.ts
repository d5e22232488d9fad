import { describe, expect, it } from "vitest";
import { type AttendanceTerms, OUTCOMES, type Outcome, type VisitKind, leicester } from "../../src/index.js";
import { contradicts, visitKind } from "../../src/assessment/attendance.js";
import { cutOffSecond, pastThreshold } from "../../src/assessment/missed-threshold.js";
import { presences } from "../../src/assessment/presence.js";
import { at, log } from "./stays.ts";

const terms = leicester.attendance.versions[0]!;

const attendances = {
  nobody: [],
  "expected only": [log("A", null, null)],
  "log-out only": [log("A", null, 600)],
  closed: [log("A", 0, 600)],
  open: [log("A", 0, null)],
  "closed and open": [log("A", 0, 600), log("B", 10, null)],
  "closed and expected": [log("A", 0, 600), log("B", null, null)],
  "closed and log-out only": [log("A", 0, 600), log("B", null, 600)],
  "open and log-out only": [log("A", 0, null), log("A", null, 600)],
} as const;

const LOG_IN_MISSING: VisitKind = { kind: "undetermined", reason: "log-in-missing" };
const CONTRADICTION: VisitKind = { kind: "undetermined", reason: "attended-and-not-delivered" };
const excused = (outcome: Outcome, attended: boolean): VisitKind => ({ kind: "excused", outcome, attended });
const missed = (reason: "unexplained" | Outcome): VisitKind => ({ kind: "missed", reason });
const notRequired = (outcome: Outcome): VisitKind => ({ kind: "not-required", outcome });

/** By outcome: nobody came, everybody's log complete, a log-out missing. A log-out without a log-in is undetermined, whatever the outcome. */
const TABLE: Record<Outcome | "none", readonly [VisitKind, VisitKind, VisitKind]> = {
  none: [missed("unexplained"), { kind: "delivered" }, { kind: "open" }],
  "no-access": [excused("no-access", false), excused("no-access", true), excused("no-access", true)],
  hospital: [excused("hospital", false), CONTRADICTION, CONTRADICTION],
  "cancelled-by-person": [excused("cancelled-by-person", false), CONTRADICTION, CONTRADICTION],
  "cancelled-by-council": [notRequired("cancelled-by-council"), CONTRADICTION, CONTRADICTION],
  "provider-failure": [missed("provider-failure"), CONTRADICTION, CONTRADICTION],
  refused: [excused("refused", false), excused("refused", true), excused("refused", true)],
  aborted: [excused("aborted", false), excused("aborted", true), excused("aborted", true)],
  frustrated: [excused("frustrated", false), excused("frustrated", true), excused("frustrated", true)],
  suspended: [notRequired("suspended"), CONTRADICTION, CONTRADICTION],
  other: [{ kind: "undetermined", reason: "undecided-outcome" }, CONTRADICTION, CONTRADICTION],
};

const cases = (["none", ...OUTCOMES] as const).flatMap((outcome) => (Object.keys(attendances) as (keyof typeof attendances)[]).map((logs) => ({ outcome, logs })));

function kindOf(outcome: Outcome | "none", logs: keyof typeof attendances, read: AttendanceTerms = terms): VisitKind {
  const visit = { outcome: outcome === "none" ? null : outcome, attendances: attendances[logs] };
  return visitKind(visit, presences(visit.attendances), read);
}

describe("the kind of a visit", () => {
  it.each(cases)("outcome $outcome, logs: $logs", ({ outcome, logs }) => {
    const [nobody, complete, open] = TABLE[outcome];
    const expected = logs.includes("log-out only") ? LOG_IN_MISSING : logs === "nobody" || logs === "expected only" ? nobody : logs.includes("open") ? open : complete;
    expect(kindOf(outcome, logs)).toEqual(expected);
  });

  it.each(OUTCOMES)("nobody came, outcome %s: whatever the terms say of it", (outcome) => {
    const expected = { excused: excused(outcome, false), missed: missed(outcome), "not-required": notRequired(outcome), undetermined: { kind: "undetermined", reason: "undecided-outcome" } };
    for (const kind of ["excused", "missed", "not-required", "undetermined"] as const) {
      expect(kindOf(outcome, "nobody", { ...terms, outcomes: { ...terms.outcomes, [outcome]: kind } })).toEqual(expected[kind]);
    }
  });

  it("nobody came and nothing is recorded: missed or undetermined, as the terms say", () => {
    expect(kindOf("none", "nobody", { ...terms, unexplained: "missed" })).toEqual({ kind: "missed", reason: "unexplained" });
    expect(kindOf("none", "expected only", { ...terms, unexplained: "undetermined" })).toEqual({ kind: "undetermined", reason: "unexplained" });
  });

  it.each(OUTCOMES)("a log-in beside %s is excused where the terms list it, and a contradiction where they do not", (outcome) => {
    expect(kindOf(outcome, "closed", { ...terms, notCompleted: [outcome] })).toEqual(excused(outcome, true));
    expect(kindOf(outcome, "closed", { ...terms, notCompleted: OUTCOMES.filter((other) => other !== outcome) })).toEqual(CONTRADICTION);
  });
});

describe("a contradiction", () => {
  it("needs a log-in and an outcome that no carer meets", () => {
    const closed = presences(attendances.closed);
    expect(contradicts({ outcome: "hospital" }, closed, terms)).toBe(true);
    expect(contradicts({ outcome: "refused" }, closed, terms)).toBe(false);
    expect(contradicts({ outcome: null }, closed, terms)).toBe(false);
    expect(contradicts({ outcome: "hospital" }, [], terms)).toBe(false);
  });
});

describe("past the threshold of a missed visit", () => {
  const visit = { plannedStart: at(0), nextPlannedStart: at(7200) };
  const past = (seconds: number, missedThreshold: AttendanceTerms["missedThreshold"], nextPlannedStart: typeof visit.nextPlannedStart | null = at(7200)): ReturnType<typeof pastThreshold> =>
    pastThreshold(at(seconds), seconds, { ...visit, nextPlannedStart }, missedThreshold, cutOffSecond(missedThreshold));

  it("none: never", () => {
    expect([-90000, 0, 90000].map((seconds) => past(seconds, { kind: "none" }))).toEqual([false, false, false]);
  });

  it("minutes: from so many early or late on (included), 59:59 is not yet", () => {
    const sixty = { kind: "minutes", minutes: 60 } as const;
    expect([-3601, -3600, -3599, 0, 3599, 3600, 3601].map((seconds) => past(seconds, sixty))).toEqual([true, true, false, false, false, true, true]);
    expect([-60, -59, 59, 60].map((seconds) => past(seconds, { kind: "minutes", minutes: 1 }))).toEqual([true, false, false, true]);
  });

  it("the next visit: from its planned start on (included), never where there is none", () => {
    const next = { kind: "next-visit" } as const;
    expect([-90000, 7199, 7200, 7201].map((seconds) => past(seconds, next))).toEqual([false, false, true, true]);
    expect([-90000, 7200, 90000].map((seconds) => past(seconds, next, null))).toEqual([false, false, false]);
  });
});
