import { describe, expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

type Versions = { versions: readonly object[] };
const sound = payingCouncil("c", {});
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const changed = (clause: "paidMinutes" | "basis" | "rate", terms: object) => ({ [clause]: { versions: [{ ...(sound[clause] as Versions).versions[0]!, ...terms }] } });
const clause = (name: string, terms: object) => ({ [name]: { versions: [{ ...facts, ...terms }] } });

function said(clauses: object): string[] {
  const parsed = parseCouncil(JSON.stringify({ ...sound, ...clauses }));
  return parsed.kind === "refused" ? parsed.problems.map(({ path, expected, got, do: todo }) => `${path}: ${expected}; got ${got}. ${todo}`) : [];
}
const paths = (clauses: object) => said(clauses).map((line) => line.slice(0, line.indexOf(": ")));

describe("rows end before what is beyond them begins", () => {
  const rows = (all: readonly (readonly [number, number | "open", number])[], beyond: object, more: object = {}) =>
    changed("paidMinutes", { kind: "rows", rows: all.map(([from, to, becomes]) => ({ from, to, becomes })), filling: [], zeroMinutes: "by-its-row", beyond, ...more });
  const steps = (from: number) => ({ kind: "steps", from, becomes: 45, every: 15, adds: 15 });
  const units = (unit: number) => ({ kind: "whole-units", unit });
  const refusal = (what: string, minute: number, row: string) =>
    `: rows must end before the ${what} beyond them begin, at minute ${minute}; got "${row}". Two answers for one length: begin after the last row, or take the row out`;

  it.each([
    ["steps that begin after the last row", rows([[0, 25, 15], [26, 40, 30]], steps(41)), null],
    ["in its last minute", rows([[0, 25, 15], [26, 40, 30]], steps(40)), refusal("steps", 40, "26 to 40 becomes 30")],
    ["with its first", rows([[0, 25, 15], [26, "open", 30]], steps(26)), refusal("steps", 26, "26 to open becomes 30")],
    ["inside a row without an end, which ends there", rows([[0, 25, 15], [26, "open", 30]], steps(27)), null],
    ["inside an earlier row", rows([[0, 25, 15], [26, "open", 30]], steps(20)), [refusal("steps", 20, "0 to 25 becomes 15"), refusal("steps", 20, "26 to open becomes 30")]],
    ["inside a row that fills a hole", rows([[0, 25, 15]], steps(30), { filling: [{ from: 26, to: 30, becomes: 30 }] }), refusal("steps", 30, "26 to 30 becomes 30")],
    ["after a row that fills a hole", rows([[0, 25, 15]], steps(31), { filling: [{ from: 26, to: 30, becomes: 30 }] }), null],
    ["units longer than the last row", rows([[0, 30, 30], [31, 59, 45]], units(60)), null],
    ["as long as it, which pays one in full", rows([[0, 30, 30], [31, 60, 60]], units(60)), null],
    ["as long as it, which pays less", rows([[0, 30, 30], [31, 60, 45]], units(60)), refusal("whole units", 60, "31 to 60 becomes 45")],
    ["shorter than it", rows([[0, 30, 30], [31, 61, 60]], units(60)), refusal("whole units", 60, "31 to 61 becomes 60")],
    ["as long as a row without an end begins", rows([[0, 30, 30], [60, "open", 60]], units(60)), refusal("whole units", 60, "60 to open becomes 60")],
    ["inside a row without an end", rows([[0, 30, 30], [59, "open", 60]], units(60)), null],
  ])("%s", (_what, clauses, expected) => {
    const all = said(clauses);
    expect(all.map((line) => line.slice(line.indexOf(": ")))).toEqual(expected === null ? [] : [expected].flat());
    expect(all.every((line) => line.startsWith("paidMinutes.versions[0]"))).toBe(true);
  });

  it("in a choice that nobody has adopted too, at the choice", () => {
    const table = { kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: 25, becomes: 15 }, { from: 26, to: 40, becomes: 30 }], filling: [], zeroMinutes: "by-its-row", beyond: steps(41) };
    const readings = { late: { silent: "?", adopted: "after", choices: { after: { says: "After.", set: { beyond: steps(41) } }, within: { says: "Within.", set: { beyond: steps(40) } } } } };
    expect(paths(clause("paidMinutes", { ...table, readings }))).toEqual(["paidMinutes.versions[0].readings.late.choices.within.set.beyond"]);
  });
});

describe("a measure that scores goal-met has a goal with a target", () => {
  const card = (goal: object | null, scores = "goal-met") => clause("scorecard", { measures: [{ name: "continuity", goal: null, weight: "40", scores: "share" }, { name: "punctuality", goal, weight: "60", scores }], weightsTotal: "100", missing: "left-out", grades: [] });
  const goal = (target: unknown) => ({ kind: "at-least", target, limit: "included" });
  const refusal = (path: string) => [`${path}: the measure "punctuality" must have a goal with a target where it scores goal-met; got null. Without one it can never be determined`];

  it("one without, or with a goal that has no target, is refused at the goal", () => {
    expect(said(card(null))).toEqual(refusal("scorecard.versions[0].measures[1].goal"));
    expect(said(card(goal(null)))).toEqual(refusal("scorecard.versions[0].measures[1].goal.target"));
    expect(said({ contracts: { rural: card(null) } })).toEqual(refusal("contracts.rural.scorecard.versions[0].measures[1].goal"));
  });

  it("one with a target, of one year too, is not; nor is a share without a goal", () => {
    expect(said(card(goal("0.80")))).toEqual([]);
    expect(said(card(goal({ firstDay: "2026-04-01", years: ["0.80", null], afterwards: "none" })))).toEqual([]);
    expect(said(card(null, "share"))).toEqual([]);
  });
});

describe("grades and weights are refused at their own place, not at another of their kind", () => {
  const grade = (name: string, from: string, to: string) => ({ grade: name, from, fromLimit: "included", to, toLimit: "excluded" });
  const card = (weights: readonly [string, string], grades: readonly object[]) => clause("scorecard", { measures: weights.map((weight, i) => ({ name: ["punctuality", "continuity"][i], goal: null, weight, scores: "share" })), weightsTotal: "100", missing: "left-out", grades });

  it("a grade that holds nothing", () => {
    expect(said(card(["60", "40"], [grade("Poor", "0", "0.5"), grade("Good", "0.5", "0.6")]))).toEqual([]);
    expect(paths(card(["60", "40"], [grade("Poor", "0", "0.5"), grade("Good", "0.5", "0.5")]))).toEqual(["scorecard.versions[0].grades[1].grade"]);
  });

  it("a measure that weighs nothing", () => {
    expect(paths(card(["100", "0"], []))).toEqual(["scorecard.versions[0].measures[1].weight"]);
  });
});

describe("what a rule refuses inside its terms is said at its place", () => {
  const kinds = (...titles: readonly string[]) => changed("rate", { kind: "bands", hourly: undefined, hours: undefined, dayKinds: [{ name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } }, { name: "holiday", on: { kind: "bank-holidays", substitutes: "included", titles } }], bands: [{ name: "all", when: "otherwise", price: { kind: "hourly", pounds: "20.00" } }], across: "split", times: "paid" });
  it("a title that no bank holiday has, with the nearest", () => {
    expect(said(kinds("Christmas Day"))).toEqual([]);
    expect(said(kinds("Christmas Day", "Boxing day"))).toEqual(['rate.versions[0].dayKinds[1].on.titles[1]: the day kind "holiday" must name bank holidays by their titles; got "Boxing day". Did you mean "Boxing Day"?']);
  });

  const OUTCOMES = ["no-access", "hospital", "cancelled-by-person", "cancelled-by-council", "provider-failure", "refused", "aborted", "frustrated", "suspended", "other"];
  const nothing = { kind: "nothing" };
  const tiers = (outcome: string, ...notices: readonly (readonly [number, string])[]) => ({
    ...changed("basis", { undelivered: "by-outcome" }),
    ...clause("undelivered", { outcomes: { ...Object.fromEntries(OUTCOMES.map((name) => [name, nothing])), [outcome]: { kind: "by-notice", tiers: notices.map(([count, unit]) => ({ notice: { count, unit }, pays: { kind: "planned-length" } })), otherwise: nothing } }, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" }),
  });
  it("tiers of notice that are not in order, at the tiers of their outcome", () => {
    const refusal = (outcome: string, got: string) => [`undelivered.versions[0].outcomes${outcome}.tiers: outcomes.X.tiers must have the longest notice first; got "${got}". Begin with the longest notice, and give each once`.replaceAll("X", outcome.replace(/^\.|\["|"\]/g, ""))];
    expect(said(tiers("refused", [2, "days"], [24, "hours"]))).toEqual([]);
    expect(said(tiers("refused", [1, "days"], [24, "hours"]))).toEqual(refusal(".refused", "1 days before 24 hours"));
    expect(said(tiers("cancelled-by-person", [6, "days"], [1, "weeks"]))).toEqual(refusal('["cancelled-by-person"]', "6 days before 1 weeks"));
  });
});
