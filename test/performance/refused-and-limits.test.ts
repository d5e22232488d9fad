import { describe, expect, it } from "vitest";
import type { VisitKind } from "../../src/index.js";
import { ARRIVAL_BINS, addArrivals, arrivalBin, arrivalMinutes, countArrival, noArrivals } from "../../src/performance/arrivals.js";
import { captureBy } from "../../src/performance/capture.js";
import { contractYearOn } from "../../src/performance/contract-year.js";
import { type EffectCase, type PerformanceEffectTerms, countEffect, emptyEffects, performanceEffect } from "../../src/performance/effect.js";
import { type Goal, goalAnswer } from "../../src/performance/goal.js";
import { type GradeBand, gradeHoles } from "../../src/performance/grade.js";
import { type ScorecardTerms, scorecard } from "../../src/performance/scorecard.js";
import { OUTCOMES } from "../../src/visit/outcome.js";
import { asMoment } from "../../src/shared/moment.js";

const day = "2026-03-31";

describe("what a visit counts for performance", () => {
  const CASES: readonly EffectCase[] = ["delivered", "understaffed", "past-threshold", "done-in-another", "unexplained", ...OUTCOMES];
  /** Every case failed, whoever's fault, so that the case itself is what is seen. */
  const failed = Object.fromEntries(CASES.map((one) => [one, "failed"])) as Record<EffectCase, "failed">;
  const blind: PerformanceEffectTerms = { cases: failed, byProviderFault: [] };
  const byFault: PerformanceEffectTerms = { cases: failed, byProviderFault: CASES };
  const caseOf = (kind: VisitKind, understaffed = false, outcome: (typeof OUTCOMES)[number] | null = null) => performanceEffect({ outcome }, kind, understaffed, blind).case;

  it("delivered and open visits count as such, or as understaffed", () => {
    for (const kind of ["delivered", "open"] as const) {
      expect(caseOf({ kind })).toBe("delivered");
      expect(caseOf({ kind }, true)).toBe("understaffed");
    }
  });

  it("a visit done in one attendance with another counts as that, whatever it is", () => {
    expect(caseOf({ kind: "delivered", doneIn: "V1" } as VisitKind, true)).toBe("done-in-another");
    expect(caseOf({ kind: "excused", outcome: null, doneIn: "V1", attended: false } as unknown as VisitKind)).toBe("done-in-another");
    expect(caseOf({ kind: "missed", reason: "done-in-another" } as VisitKind)).toBe("done-in-another");
  });

  it("missed visits count by their reason, excused ones and those not required by their outcome", () => {
    expect(caseOf({ kind: "missed", reason: "past-threshold" })).toBe("past-threshold");
    expect(caseOf({ kind: "missed", reason: "unexplained" })).toBe("unexplained");
    expect(caseOf({ kind: "excused", outcome: "refused", attended: true })).toBe("refused");
    expect(caseOf({ kind: "not-required", outcome: "suspended" })).toBe("suspended");
  });

  it("an undetermined visit counts by what was recorded, or that nothing was; otherwise it is undetermined for its reason", () => {
    expect(caseOf({ kind: "undetermined", reason: "undecided-outcome" }, false, "other")).toBe("other");
    expect(caseOf({ kind: "undetermined", reason: "unexplained" })).toBe("unexplained");
    expect(performanceEffect({ outcome: null }, { kind: "undetermined", reason: "log-in-missing" }, false, blind)).toEqual({ kind: "undetermined", case: null, reason: "log-in-missing" });
  });

  it("a failure of the provider's is the provider's fault, unless somebody found another's: that contradicts it", () => {
    const missed: VisitKind = { kind: "missed", reason: "provider-failure" };
    const effect = (fault?: "provider" | "council") => performanceEffect({ outcome: "provider-failure", ...(fault && { fault }) }, missed, false, byFault);
    expect(effect()).toEqual({ kind: "failed", case: "provider-failure" });
    expect(effect("provider")).toEqual({ kind: "failed", case: "provider-failure" });
    expect(effect("council")).toEqual({ kind: "undetermined", case: "provider-failure", reason: "fault-contradicts-outcome" });
  });

  it("fault is asked of failures alone, and only of those the terms ask it of", () => {
    const missed: VisitKind = { kind: "missed", reason: "unexplained" };
    const as = (kind: "done" | "apart" | "not-counted" | "failed") => performanceEffect({ outcome: null }, missed, false, { cases: { ...failed, unexplained: kind }, byProviderFault: ["unexplained"] });
    expect(as("done")).toEqual({ kind: "done", case: "unexplained" });
    expect(as("apart")).toEqual({ kind: "apart", case: "unexplained" });
    expect(as("not-counted")).toEqual({ kind: "not-counted", case: "unexplained" });
    expect(as("failed")).toEqual({ kind: "undetermined", case: "unexplained", reason: "fault-unknown" });
    expect(performanceEffect({ outcome: null, fault: "council" }, missed, false, blind)).toEqual({ kind: "failed", case: "unexplained" });
  });

  it("an effect that is undetermined is counted nowhere", () => {
    const tally = emptyEffects();
    for (const kind of ["done", "failed", "not-counted"] as const) countEffect(tally, { kind, case: "unexplained" });
    countEffect(tally, { kind: "apart", case: "unexplained", fault: "council" });
    countEffect(tally, { kind: "undetermined", case: "unexplained", reason: "undecided" });
    expect(tally).toEqual({ done: 1, failed: 1, apart: 1, notCounted: 1 });
  });
});

describe("goals, grades and scorecards that are refused", () => {
  const goal: Goal = { kind: "at-least", target: "0.80", limit: "included" };

  it.each([
    [{ part: 3, whole: 2 }, "3 and 0 of 2"],
    [{ part: 1, whole: 2, unknown: 2 }, "1 and 2 of 2"],
    [{ part: 0.5, whole: 2 }, "0.5 and 0 of 2"],
    [{ part: -1, whole: 2 }, "-1 and 0 of 2"],
  ])("the measure %j", (measure, came) => {
    expect(() => goalAnswer(measure, day, goal)).toThrow(new TypeError(`goalAnswer: a measure must be whole numbers from 0, part and unknown within the whole, got "${came}"`));
  });

  it.each(["-0.01", "1.01"])("a target of %s", (target) => {
    expect(() => goalAnswer({ part: 1, whole: 2 }, day, { ...goal, target })).toThrow(new TypeError(`goalAnswer: a target must be a share from 0 to 1, got "${target}"`));
  });

  it("a target of nothing, and of everything, is one; one that is no decimal text is not", () => {
    expect(goalAnswer({ part: 0, whole: 2 }, day, { ...goal, target: "0" })).toEqual({ kind: "met", target: "0" });
    expect(goalAnswer({ part: 2, whole: 2 }, day, { ...goal, target: "1" })).toEqual({ kind: "met", target: "1" });
    expect(() => goalAnswer({ part: 1, whole: 2 }, day, { ...goal, target: "80%" })).toThrow("fraction: target must be");
  });

  const grade = (from: string, to: string, fromLimit: GradeBand["fromLimit"] = "included", toLimit: GradeBand["toLimit"] = "included"): GradeBand => ({ grade: "Good", from, fromLimit, to, toLimit });
  it.each([
    [grade("0.9", "0.8"), "0.9 to 0.8"],
    [grade("0.8", "0.8", "excluded"), "0.8 to 0.8"],
    [grade("0.8", "0.80", "included", "excluded"), "0.8 to 0.80"],
    [grade("0.8", "0.8", "excluded", "excluded"), "0.8 to 0.8"],
  ])("the grade %j", (band, came) => {
    expect(() => gradeHoles([band])).toThrow(new TypeError(`grades: the grade "Good" must end at or after its start and hold something, got "${came}"`));
  });

  it("a grade of one share is one; limits left out leave a grade that ends after it begins", () => {
    expect(gradeHoles([grade("1", "1"), { ...grade("0", "1", "included", "excluded"), grade: "Poor" }])).toEqual({ gaps: [], overlaps: [] });
    expect(gradeHoles([grade("0", "1", "excluded", "excluded")]).gaps.map(({ from, to }) => [from, to])).toEqual([["0", "0"], ["1", "1"]]);
  });

  it("a share that is no decimal text, by its grade", () => {
    expect(() => gradeHoles([grade("four fifths", "1")])).toThrow("fraction: the grade Good must be");
    expect(() => gradeHoles([grade("0", "all")])).toThrow("fraction: the grade Good must be");
  });

  const share = { scores: "share", goal: null } as const;
  const terms: ScorecardTerms = { measures: [{ name: "punctuality", weight: "60", ...share }, { name: "continuity", weight: "40", ...share }], weightsTotal: "100", missing: "cannot-be-determined", grades: [] };
  it.each([
    ["a name twice", { measures: [terms.measures[0]!, { ...terms.measures[1]!, name: "punctuality" }] }, 'scorecard: every measure must have a name of its own, got "punctuality"'],
    ["a weight of 0", { measures: [{ ...terms.measures[0]!, weight: "0" }, terms.measures[1]!] }, 'scorecard: the weight of "punctuality" must be above 0, got "0"'],
    ["weights that add up to less", { weightsTotal: "101" }, 'scorecard: the weights of measures must add up to weightsTotal, 101, got "100". Change a weight, or the total'],
  ])("%s", (_what, patch, message) => {
    expect(() => scorecard({}, day, { ...terms, ...patch } as ScorecardTerms)).toThrow(new TypeError(message));
  });

  it("a measure that is not in the terms, with those that are; a weight or total that is no decimal text, by its name", () => {
    expect(() => scorecard({ missed: { part: 1, whole: 2 } }, day, terms)).toThrow(new TypeError('scorecard: measures must be among those of the terms (punctuality, continuity), got "missed"'));
    expect(() => scorecard({}, day, { ...terms, weightsTotal: "all" })).toThrow("fraction: weightsTotal must be");
    expect(() => scorecard({}, day, { ...terms, measures: [{ ...terms.measures[0]!, weight: "much" }] })).toThrow("fraction: the weight of punctuality must be");
  });

  it("a goal that is met scores 1, one that is not 0, and one that the terms do not set is refused", () => {
    const scored = (part: number, set: Goal | null) => scorecard({ punctuality: { part, whole: 10 } }, day, { ...terms, measures: [{ name: "punctuality", weight: "100", scores: "goal-met", goal: set }] }).score;
    expect(scored(8, goal)).toEqual({ kind: "scored", score: "1", leftOut: [] });
    expect(scored(7, goal)).toEqual({ kind: "scored", score: "0", leftOut: [] });
    expect(() => scored(8, null)).toThrow(new TypeError('scorecard: the measure "punctuality" must have a goal with a target where it scores goal-met, got null. Without one it can never be determined'));
  });

  it("a contract year from a 29 February, with what to give instead", () => {
    expect(() => contractYearOn(day, "2024-02-29")).toThrow(new TypeError('contractYearOn: contract years cannot be counted from a 29 February, got "2024-02-29". Give 28 February or 1 March, as the contract means it'));
    expect(contractYearOn("2025-02-28", "2024-02-28")).toBe(2);
    expect(["2026-04-01", "2026-04-14", "2026-04-15", "2026-05-01"].map((on) => contractYearOn(on as "2026-04-01", "2024-04-15"))).toEqual([2, 2, 3, 3]);
  });
});

describe("how logs were taken", () => {
  const at = (minutes: number) => asMoment(1_773_648_000 + minutes * 60);
  const row = { provider: "P", visit: "V1", day: 20528, logIn: at(0), logOut: at(30), captureMethod: "app" } as const;
  const terms = { electronic: ["app"], of: "attendances", notGiven: "unknown" } as const;

  it("one log is an attendance, no log is none", () => {
    expect(captureBy([row, { ...row, logIn: null }, { ...row, logOut: null }], terms).get("P")!.electronic).toEqual({ part: 3, whole: 3, unknown: 0 });
    expect(captureBy([{ ...row, logIn: null, logOut: null }], terms).size).toBe(0);
  });

  it("no method at all", () => {
    expect(() => captureBy([], { ...terms, electronic: [] })).toThrow(new TypeError('captureBy: electronic must list at least one capture method, got "none"'));
  });

  it("a method that is none, with the nearest", () => {
    expect(() => captureBy([], { ...terms, electronic: ["apps" as "app"] })).toThrow(new TypeError('captureBy: electronic must list capture methods, got "apps". Did you mean "app"?'));
  });

  it("a visit is electronic when each of its logs is", () => {
    const visits = { ...terms, of: "visits" } as const;
    expect(captureBy([row, row], visits).get("P")!.electronic).toEqual({ part: 1, whole: 1, unknown: 0 });
    expect(captureBy([row, { ...row, captureMethod: "manual" }], visits).get("P")!.electronic).toEqual({ part: 0, whole: 1, unknown: 0 });
    expect(captureBy([{ ...row, captureMethod: null }, row], visits).get("P")!.electronic).toEqual({ part: 0, whole: 1, unknown: 1 });
  });
});

describe("the stretches of arrivals", () => {
  it("on the dot is in the first late stretch, a second before in the first early one", () => {
    expect([-1, 0, 1].map((seconds) => arrivalMinutes(arrivalBin(seconds)).from)).toEqual([-5, 0, 0]);
  });

  it("an arrival without seconds from its plan is in none; counts are added up stretch by stretch", () => {
    const counts = noArrivals();
    countArrival(counts, { class: "not-assessable", reason: "not-tested" });
    expect([...counts]).toEqual(Array.from({ length: ARRIVAL_BINS }, () => 0));
    expect(Object.keys(counts)).toHaveLength(ARRIVAL_BINS);
    countArrival(counts, { class: "on-time", arrival: at0, seconds: 0, tolerance: { early: 30, late: 30 } });
    const sum = noArrivals();
    addArrivals(sum, counts);
    addArrivals(sum, counts);
    expect(sum[arrivalBin(0)]).toBe(2);
    expect(sum).toHaveLength(ARRIVAL_BINS);
  });
  const at0 = asMoment(0);
});
