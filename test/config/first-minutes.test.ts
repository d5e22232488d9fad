import { describe, expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { leicester } from "../../src/councils/leicester.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

type Versions = { readonly versions: readonly [object] };
const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as { readonly [clause: string]: Versions };
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const clause = (name: string, terms: object) => ({ [name]: { versions: [{ ...facts, ...terms }] } });
const NOTED = ["paidMinutes.versions[0]: first-minutes-unpaid"];

function notes(...clauses: readonly object[]): string[] {
  const parsed = parseCouncil({ ...sound, ...(Object.assign({}, ...clauses) as object) });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.notes.filter(({ code }) => code === "first-minutes-unpaid").map(({ path, code }) => `${path}: ${code}`);
}

const band = (name: string, when: object | "otherwise", pounds: string) => ({ name, when, price: { kind: "hourly", pounds } });
const rate = (bands: readonly object[], more: object = {}) => clause("rate", { kind: "bands", dayKinds: [{ name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } }], bands, across: "split", times: "paid", ...more });
const NIGHTS = [band("day", "otherwise", "20.00"), band("night", { hours: "22:00-07:00" }, "24.00")];
const nights = rate(NIGHTS);

const minutes = (table: object) => clause("paidMinutes", { partMinutes: "dropped", ...table });
const rows = (all: readonly (readonly [number, number | "open", number])[], beyond: object = { kind: "open-row" }) => minutes({ kind: "rows", rows: all.map(([from, to, becomes]) => ({ from, to, becomes })), filling: [], zeroMinutes: "by-its-row", beyond });
const steps = (from: number, every: number) => ({ kind: "steps", from, becomes: every, every, adds: every });
const firstHourFree = rows([[0, 60, 0]], steps(61, 1));

describe("minutes by which the first of a stay are free", () => {
  it.each<readonly [string, object]>([
    ["the first hour, and every minute after it paid", firstHourFree],
    ["the first hour, and quarter-hours after it", rows([[0, 74, 0]], steps(75, 15))],
    ["the first hour, and hours or parts of them after it", rows([[0, 60, 0]], steps(61, 60))],
    ["the first quarter, by rows to two hours", rows([[0, 44, 0], [45, 74, 30], [75, 104, 60], [105, "open", 90]])],
  ])("%s", (_what, table) => {
    expect(notes(nights, table)).toEqual(NOTED);
  });

  it.each<readonly [string, object]>([
    ["steps of 15, down", minutes({ kind: "increments", minutes: 15, round: "down" })],
    ["the nearest 15", minutes({ kind: "increments", minutes: 15, round: "nearest-half-up" })],
    ["complete hours", minutes({ kind: "complete-units", unit: 60 })],
    ["an hour or part of it", minutes({ kind: "unit-or-part", unit: 60, zeroMinutes: "unpaid" })],
    ["exact minutes", minutes({ kind: "exact-minutes" })],
    ["rows that drop to the quarter", rows([[0, 14, 0], [15, 29, 15], [30, 44, 30], [45, "open", 45]])],
    ["short stays free, and longer ones paid in full", rows([[0, 10, 0]], { kind: "steps", from: 11, becomes: 11, every: 1, adds: 1 })],
    ["nothing paid at all", rows([[0, "open", 0]])],
    ["no row for short stays, which is no answer", rows([[61, 120, 60]])],
    ["Leicester's rows", { paidMinutes: JSON.parse(JSON.stringify(leicester.paidMinutes)) as object }],
  ])("not %s", (_what, table) => {
    expect(notes(nights, table)).toEqual([]);
  });

  it("nor where time is added up first, and is laid from the beginning of no stay", () => {
    const per = { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "as-completed" };
    expect(notes(nights, firstHourFree, { basis: { versions: [{ ...sound["basis"]!.versions[0], per }] } })).toEqual([]);
  });
});

describe("beside prices that differ within a day", () => {
  it.each<readonly [string, object]>([
    ["by the hour, whole at the higher", rate(NIGHTS, { across: "higher" })],
    ["by the hour at weekends only", rate([...NIGHTS.slice(0, 1), band("night", { hours: "22:00-07:00", days: ["weekend"] }, "24.00")])],
    ["as a share of another", rate([band("day", "otherwise", "20.00"), { name: "night", when: { hours: "22:00-07:00" }, price: { kind: "share-of", band: "day", share: "1.2" } }])],
  ])("%s", (_what, clauses) => {
    expect(notes(clauses, firstHourFree)).toEqual(NOTED);
  });

  it.each<readonly [string, object]>([
    ["one rate", {}],
    ["one rate in some hours", clause("rate", { kind: "one-rate", hourly: "20.00", hours: "07:00-22:00" })],
    ["prices by the day", rate([band("week", "otherwise", "20.00"), band("weekend", { days: ["weekend"] }, "24.00")])],
    ["one price in bands by the hour", rate([band("day", { hours: "07:00-22:00" }, "20.00"), band("night", { hours: "22:00-07:00" }, "20.00")])],
    ["bands by the hour, each in a zone of its own", rate([band("town", { zones: ["town"], hours: "07:00-22:00" }, "20.00"), band("country", { zones: ["country"], hours: "07:00-22:00" }, "24.00")])],
    ["prices by the hour, whole by the start", rate(NIGHTS, { across: "by-start" })],
  ])("not beside %s", (_what, clauses) => {
    expect(notes(clauses, firstHourFree)).toEqual([]);
  });
});

it("of a contract that has one of the two itself, at that; and a charge has nothing of the pay", () => {
  expect(notes(firstHourFree, { contracts: { nights } })).toEqual(["contracts.nights.rate.versions[0]: first-minutes-unpaid"]);
  expect(notes(nights, { contracts: { short: firstHourFree } })).toEqual(["contracts.short.paidMinutes.versions[0]: first-minutes-unpaid"]);
  expect(notes(nights, { contracts: { other: clause("statement", { rounding: "statement-half-up", period: "period-assessed" }) } })).toEqual([]);
  expect(notes(nights, { charge: firstHourFree })).toEqual([]);
  expect(notes({ charge: { ...firstHourFree, ...nights } })).toEqual(["charge.paidMinutes.versions[0]: first-minutes-unpaid"]);
});
