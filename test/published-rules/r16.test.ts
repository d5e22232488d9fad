import { describe, expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { type VisitCouncil, assessVisit, compile } from "../../src/index.js";
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

describe("windows for some call types beside times for others: standard calls -15/+45, flexible ones 11:30 to 14:00", () => {
  const lunch = { name: "lunch", from: "11:30", to: "14:00", ...ends, callTypes: ["flexible"] } as const;
  const terms = { callTypes: { standard: { early: 15, late: 45 }, flexible: "windows-only" }, arrival: "together", tooFewCarers: "not-assessable", windows: { windows: [lunch], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined" } } as const;
  const council = { ...patternCouncil("mixed-council"), callTypes: ["standard", "flexible"], punctuality: clause(terms), targets: clause({ punctuality: { standard: null, flexible: null }, continuity: null, punctualityBase: "assessable" } as const) } as unknown as VisitCouncil<"standard" | "flexible">;
  const call = (callType: "standard" | "flexible", logIn: string, facts: { readonly plannedWindow?: string } = {}, of = council) =>
    assessVisit({ callType, plannedStart: "2026-07-01T12:00", plannedEnd: "2026-07-01T12:30", attendances: [{ carer: "C1", logIn: `2026-07-01T${logIn}`, logOut: "2026-07-01T15:00" }], ...facts }, compile(of)).punctuality;

  it("a standard call planned for 12:00 is judged by its time, whatever window holds it", () => {
    expect(call("standard", "11:44:59").class).toBe("early");
    expect(call("standard", "11:45:00").class).toBe("on-time");
    expect(call("standard", "12:45:00").class).toBe("on-time");
    expect(call("standard", "12:45:01").class).toBe("late");
    expect(call("standard", "13:30:00")).toMatchObject({ class: "late", seconds: 5400 });
  });

  it("a flexible call is judged against the window, both ends included", () => {
    expect(call("flexible", "11:29:59").class).toBe("early");
    expect(call("flexible", "11:30:00").class).toBe("on-time");
    expect(call("flexible", "14:00:00")).toMatchObject({ class: "on-time", window: { windows: ["lunch"] } });
    expect(call("flexible", "14:00:01").class).toBe("late");
  });

  it("a window that is not for calls of its type is none that a call can be planned for", () => {
    expect(call("flexible", "13:30:00", { plannedWindow: "lunch" }).class).toBe("on-time");
    expect(call("standard", "13:30:00", { plannedWindow: "lunch" })).toMatchObject({ class: "not-assessable", reason: "unknown-window" });
  });

  it("a window without call types is for all of them; where two windows are for different ones, they may start at once", () => {
    const windows = (own: NamedWindowTerms["windows"], overlap: NamedWindowTerms["overlap"] = "undetermined") => ({ ...council, punctuality: clause({ ...terms, windows: { ...terms.windows, windows: own, overlap } }) });
    const { callTypes: _for, ...forAll } = lunch;
    expect(call("standard", "13:30:00", {}, windows([forAll])).class).toBe("on-time");
    const short = { ...lunch, name: "short lunch", to: "12:30", callTypes: ["standard"] } as const;
    expect(call("standard", "12:30:01", {}, windows([lunch, short], "starts-first")).class).toBe("late");
    expect(call("flexible", "12:30:01", {}, windows([lunch, short], "starts-first")).class).toBe("on-time");
    expect(() => call("standard", "12:00", {}, windows([lunch, { ...short, callTypes: ["flexible"] }], "starts-first"))).toThrow("overlapping windows must start at different times");
  });

  it("a call type that the council does not have, or one of windows only that no window is for, is refused", () => {
    const of = (callTypes: readonly string[], standard: unknown = terms.callTypes.standard) => ({ ...council, punctuality: clause({ ...terms, callTypes: { ...terms.callTypes, standard }, windows: { ...terms.windows, windows: [{ ...lunch, callTypes }] } }) }) as typeof council;
    expect(() => compile(of(["flexibel"]))).toThrow('compile: punctuality.windows.windows.callTypes must be call types of the council, got "flexibel". Did you mean "flexible"?');
    expect(() => compile(of(["flexible"], "windows-only"))).toThrow("punctuality: callTypes.standard must have limits where no window is for it");
    const json = { ...asJson(council), punctuality: asJson(of(["flexible", "flexibel"]).punctuality) };
    expect(parseCouncil(json)).toMatchObject({ kind: "refused", problems: [{ path: "punctuality.versions[0].windows.windows[0].callTypes[1]", expected: "a call type of the council" }] });
  });
});

function asJson(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
