import { describe, expect, it } from "vitest";
import { assessVisit, compile } from "../../src/index.js";
import { type NamedWindow, type NamedWindowTerms, windowGaps, windowOverlaps, windowsAt } from "../../src/assessment/named-windows.js";
import type { PunctualityTerms } from "../../src/assessment/punctuality.js";
import { clause, patternCouncil, punctuality } from "./pattern-council.ts";

const ends = { fromLimit: "included", toLimit: "included" } as const;
const windows: readonly NamedWindow[] = [
  { name: "breakfast", from: "07:00", to: "10:00", ...ends },
  { name: "late morning", from: "09:00", to: "11:30", ...ends },
  { name: "lunch", from: "11:30", to: "14:30", ...ends },
  { name: "tea", from: "14:30", to: "16:00", ...ends },
  { name: "evening", from: "18:00", to: "22:00", ...ends },
];

function rulesWith(patch: Partial<NamedWindowTerms>) {
  const terms: PunctualityTerms<"call"> = {
    ...punctuality,
    callTypes: { call: "windows-only" },
    windows: { windows, grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined", ...patch },
  };
  return compile(patternCouncil("overlapping-windows-council", { punctuality: clause(terms) }));
}

function arriving(at: string, plan: { readonly time?: string; readonly window?: string }, patch: Partial<NamedWindowTerms> = {}) {
  const { punctuality: judged, kind } = assessVisit(
    {
      callType: "call",
      plannedStart: plan.time === undefined ? null : `2026-07-01T${plan.time}`,
      plannedEnd: plan.time === undefined ? null : "2026-07-01T23:59",
      plannedDay: "2026-07-01",
      plannedWindow: plan.window ?? null,
      attendances: [{ carer: "C1", logIn: `2026-07-01T${at}`, logOut: "2026-07-01T23:59:59" }],
    },
    rulesWith(patch),
  );
  expect(kind.kind).toBe("delivered");
  return judged;
}

describe("R16: named windows that overlap and leave gaps, as configuration alone", () => {
  it("09:30 is in two windows, 17:00 in none", () => {
    expect(windowsAt("09:30", windows)).toEqual(["breakfast", "late morning"]);
    expect(windowsAt("17:00", windows)).toEqual([]);
    expect(windowsAt("08:59", windows)).toEqual(["breakfast"]);
    expect(windowsAt("10:01", windows)).toEqual(["late morning"]);
  });

  it("the overlaps are found exactly: 9 to 10, and the single moments 11:30 and 14:30", () => {
    expect(windowOverlaps(windows)).toEqual([
      { from: "09:00", to: "10:00", ...ends, windows: ["breakfast", "late morning"] },
      { from: "11:30", to: "11:30", ...ends, windows: ["late morning", "lunch"] },
      { from: "14:30", to: "14:30", ...ends, windows: ["lunch", "tea"] },
    ]);
  });

  it("the gaps are found exactly: before 7, between 4 and 6, after 10 at night", () => {
    const between = { fromLimit: "excluded", toLimit: "excluded", windows: [] } as const;
    expect(windowGaps(windows)).toEqual([
      { ...between, from: "00:00", fromLimit: "included", to: "07:00" },
      { ...between, from: "16:00", to: "18:00" },
      { ...between, from: "22:00", to: "24:00" },
    ]);
  });

  it("a visit planned for a window is judged against it, both ends included", () => {
    expect(arriving("06:59:59", { window: "breakfast" })).toMatchObject({ class: "early", secondsOutside: -1 });
    expect(arriving("07:00:00", { window: "breakfast" })).toMatchObject({ class: "on-time", secondsOutside: 0, window: { windows: ["breakfast"] }, nearest: { limit: "early", seconds: 0 } });
    expect(arriving("10:00:00", { window: "breakfast" })).toMatchObject({ class: "on-time", secondsOutside: 0, nearest: { limit: "late", seconds: 0 } });
    expect(arriving("10:00:01", { window: "breakfast" })).toMatchObject({ class: "late", secondsOutside: 1, nearest: { limit: "late", seconds: 1 } });
  });

  it("and against it also where the plan has a time: one at 09:30 planned for the late morning", () => {
    expect(arriving("11:00:00", { time: "09:30", window: "late morning" })).toMatchObject({ class: "on-time", window: { windows: ["late morning"] } });
    expect(arriving("11:00:00", { time: "09:30", window: "breakfast" })).toMatchObject({ class: "late", secondsOutside: 3600 });
  });

  it("a visit planned for 09:30 without a window: a choice of the council decides the overlap", () => {
    expect(arriving("09:30:00", { time: "09:30" })).toEqual({ class: "not-assessable", reason: "several-windows", nearest: null });
    expect(arriving("10:00:01", { time: "09:30" }, { overlap: "starts-first" })).toMatchObject({ class: "late", window: { windows: ["breakfast"] } });
    expect(arriving("08:59:59", { time: "09:30" }, { overlap: "starts-first" })).toMatchObject({ class: "on-time" });
    expect(arriving("10:00:01", { time: "09:30" }, { overlap: "starts-last" })).toMatchObject({ class: "on-time", window: { windows: ["late morning"] } });
    expect(arriving("08:59:59", { time: "09:30" }, { overlap: "starts-last" })).toMatchObject({ class: "early" });
    expect(arriving("07:00:00", { time: "09:30" }, { overlap: "any-of-them" })).toMatchObject({ class: "on-time", window: { windows: ["breakfast", "late morning"] } });
    expect(arriving("11:30:00", { time: "09:30" }, { overlap: "any-of-them" })).toMatchObject({ class: "on-time" });
    expect(arriving("11:30:01", { time: "09:30" }, { overlap: "any-of-them" })).toMatchObject({ class: "late", secondsOutside: 1 });
  });

  it("a visit planned for 17:00 is in no window: not assessable, never on time", () => {
    expect(arriving("17:00:00", { time: "17:00" })).toEqual({ class: "not-assessable", reason: "no-window", nearest: null });
  });

  it("a visit planned for a window that the council does not name is not assessable", () => {
    expect(arriving("17:00:00", { window: "supper" })).toEqual({ class: "not-assessable", reason: "unknown-window", nearest: null });
  });

  it("grace lengthens a window on both sides", () => {
    const grace = { early: 5, late: 10 };
    expect(arriving("06:55:00", { window: "breakfast" }, { grace }).class).toBe("on-time");
    expect(arriving("06:54:59", { window: "breakfast" }, { grace }).class).toBe("early");
    expect(arriving("10:10:00", { window: "breakfast" }, { grace }).class).toBe("on-time");
    expect(arriving("10:10:01", { window: "breakfast" }, { grace }).class).toBe("late");
  });
});
