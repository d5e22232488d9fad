import { describe, expect, it } from "vitest";
import { cutOffSecond } from "../../src/assessment/missed-threshold.js";
import { type NamedWindowTerms, windowsAt } from "../../src/assessment/named-windows.js";
import { punctualityRule } from "../../src/assessment/punctuality.js";
import type { PunctualityTerms } from "../../src/index.js";

const terms: PunctualityTerms<"call"> = { callTypes: { call: { early: 30, late: 30 } }, arrival: "together", tooFewCarers: "not-assessable" };
const limits = { fromLimit: "included", toLimit: "included" } as const;
const morning = { name: "morning", from: "07:00", to: "10:00", ...limits } as const;
const lunch = { name: "lunch", from: "11:30", to: "14:30", ...limits } as const;
const windows: NamedWindowTerms = { windows: [morning, lunch], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined" };
const inWindows = (patch: Partial<NamedWindowTerms>) => punctualityRule({ ...terms, windows: { ...windows, ...patch } });
const tolerating = (call: PunctualityTerms<"call">["callTypes"]["call"]) => punctualityRule({ ...terms, callTypes: { call } });

describe("limits of punctuality that are refused", () => {
  it.each([
    [{ early: -1, late: 30 }, 'punctuality: callTypes.call.early must be whole minutes from 0, or "no-limit", got -1'],
    [{ early: 30, late: 7.5 }, 'punctuality: callTypes.call.late must be whole minutes from 0, or "no-limit", got 7.5'],
    [{ early: 0, late: 30, earlyLimit: "excluded" }, 'punctuality: callTypes.call.earlyLimit must be included where early is 0, got "excluded". A call exactly on its planned start would not be on time'],
    [{ early: 30, late: 0, lateLimit: "excluded" }, 'punctuality: callTypes.call.lateLimit must be included where late is 0, got "excluded". A call exactly on its planned start would not be on time'],
    [{ early: "no-limit", late: "no-limit" }, 'punctuality: callTypes.call must have a limit, got "none". Give null for a call type that is not tested'],
    ["windows-only", 'punctuality: callTypes.call must have limits where no windows are named, got "windows-only"'],
  ] as const)("%j", (call, message) => {
    expect(() => tolerating(call)).toThrow(new TypeError(message));
  });

  it("0 minutes included, and no limit on one side, are limits", () => {
    expect(tolerating({ early: 0, late: 0 }).callTypes.call).toEqual({ early: 0, late: 0 });
    expect(tolerating({ early: "no-limit", late: 0 }).callTypes.call).toEqual({ early: "no-limit", late: 0 });
  });
});

describe("named windows that are refused", () => {
  it.each([
    [{ windows: [] }, "punctuality: windows must name at least one window of the day, got an array"],
    [{ grace: { early: -1, late: 0 } }, "punctuality: windows.grace.early must be whole minutes from 0, got -1"],
    [{ grace: { early: 0, late: 0.5 } }, "punctuality: windows.grace.late must be whole minutes from 0, got 0.5"],
    [{ windows: [morning, { ...lunch, name: "morning" }] }, 'punctuality: every named window must have a name of its own, got "morning"'],
    [{ windows: [morning, { ...lunch, from: "07:00" }], overlap: "starts-first" }, 'punctuality: overlapping windows must start at different times where the one that starts-first decides, got "lunch"'],
    [{ windows: [morning, { ...lunch, from: "07:00" }], overlap: "starts-last" }, 'punctuality: overlapping windows must start at different times where the one that starts-last decides, got "lunch"'],
  ] as const)("%j", (patch, message) => {
    expect(() => inWindows(patch)).toThrow(new TypeError(message));
  });

  it("two that start together are a mistake only where a call may be of both: one that names no call types is for all", () => {
    const [one, other] = [["call"], ["other"]] as const;
    const windows = (mine: readonly string[] | undefined, theirs: readonly string[] | undefined) => () =>
      inWindows({ windows: [{ ...morning, ...(mine === undefined ? {} : { callTypes: mine }) }, { ...lunch, from: "07:00", ...(theirs === undefined ? {} : { callTypes: theirs }) }], overlap: "starts-first" } as never);
    for (const [mine, theirs] of [[undefined, undefined], [undefined, one], [one, undefined], [one, one], [[...other, ...one], one]] as const) expect(windows(mine, theirs), JSON.stringify([mine, theirs])).toThrow("must start at different times");
    for (const [mine, theirs] of [[one, other], [other, one]] as const) expect(windows(mine, theirs), JSON.stringify([mine, theirs])).not.toThrow();
  });

  it.each(["undetermined", "any-of-them"] as const)("two windows that start together are no mistake where overlaps are %s", (overlap) => {
    expect(inWindows({ windows: [morning, { ...lunch, from: "07:00" }], overlap }).windowTable!.windows.map(({ name }) => name)).toEqual(["morning", "lunch"]);
  });

  it("a time of the day that is none", () => {
    expect(() => windowsAt("7:00", [morning])).toThrow("windowsAt");
  });

  it("a window without a length, by its name and times", () => {
    expect(() => windowsAt("07:00", [{ ...morning, to: "07:00" }])).toThrow(new TypeError('the named window "morning": it must begin before 24:00 and end at another time, after 00:00, got "07:00 to 07:00"'));
  });
});

describe("thresholds of a missed visit that are refused", () => {
  it.each([
    [{ kind: "minutes", minutes: 0 }, "attendance: missedThreshold.minutes must be whole minutes from 1, got 0"],
    [{ kind: "early-or-late", early: { minutes: 1.5, exactly: "missed" }, late: "never" }, "attendance: missedThreshold.early.minutes must be whole minutes from 1, got 1.5"],
    [{ kind: "early-or-late", early: "never", late: { minutes: -1, exactly: "missed" } }, "attendance: missedThreshold.late.minutes must be whole minutes from 1, got -1"],
  ] as const)("%j", (threshold, message) => {
    expect(() => cutOffSecond(threshold)).toThrow(new TypeError(message));
  });

  it("a cut-off that is no time of the day, by its field", () => {
    expect(() => cutOffSecond({ kind: "cut-off", by: "25:00", exactly: "missed" })).toThrow("attendance.missedThreshold.by");
    expect(cutOffSecond({ kind: "cut-off", by: "24:00", exactly: "missed" })).toBe(86_400);
  });

  it("a threshold without a cut-off has none", () => {
    expect(cutOffSecond({ kind: "none" })).toBeNull();
    expect(cutOffSecond({ kind: "next-visit" })).toBeNull();
    expect(cutOffSecond({ kind: "minutes", minutes: 1 })).toBeNull();
  });
});
