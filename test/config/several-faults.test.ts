import { describe, expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { OUTCOMES } from "../../src/visit/outcome.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

type Json = { [field: string]: unknown };
const sound = JSON.parse(JSON.stringify({ ...payingCouncil("c", {}), callTypes: ["call", "check", "meal"] })) as { readonly [clause: string]: { readonly versions: readonly Json[] } };
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const limits = { early: 30, late: 30 };
/** For a council of three call types, without what another clause would say of them. */
const others = { ...sound, punctuality: undefined, targets: undefined };

/** What is refused of a version of a clause with these terms, each as a line, in any order. */
function said(clause: string, terms: unknown): string[] {
  const clauses = Object.fromEntries(Object.entries({ ...others, [clause]: { versions: [terms] } }).filter(([, value]) => value !== undefined));
  const parsed = parseCouncil(JSON.stringify(clauses));
  return parsed.kind === "refused" ? parsed.problems.map(({ path, expected, got, do: todo }) => `${path}: ${expected}; got ${got}. ${todo}`).toSorted() : [];
}

/** Puts something into terms, at a path as a person writes it; `undefined` takes it out. */
type Fault = readonly [string, unknown];
function withFaults(terms: Json, faults: readonly Fault[]): Json {
  const copy = JSON.parse(JSON.stringify(terms)) as Json;
  for (const [path, value] of faults) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
    const parent = steps.slice(0, -1).reduce((inside, step) => inside[step] as Json, copy);
    parent[steps.at(-1)!] = value;
  }
  return copy;
}

const hourly = { kind: "hourly", pounds: "20.00" };
const holiday = { kind: "bank-holidays", substitutes: "included", titles: ["Christmas Day"] };
const measure = (name: string) => ({ name, goal: null, weight: "25", scores: "share" });
const grade = (name: string, from: string, to: string) => ({ grade: name, from, fromLimit: "included", to, toLimit: "included" });
const window = (name: string, from: string, to: string) => ({ name, from, fromLimit: "included", to, toLimit: "excluded" });
const notices = { kind: "by-notice", tiers: [{ notice: { count: 2, unit: "days" }, pays: { kind: "nothing" } }, { notice: { count: 24, unit: "hours" }, pays: { kind: "planned-length" } }], otherwise: { kind: "planned-length" } };
const untidy = notices.tiers.toReversed();
const band = (name: string, when: unknown, price: object = hourly) => ({ name, when, price });

/** Terms of each clause that has a list or a record, and faults in different parts of them, each by itself refused once. */
const CLAUSES: readonly (readonly [string, string, Json, readonly Fault[]])[] = [
  [
    "rate", "bands and kinds of day",
    {
      kind: "bands", across: "by-start", times: "paid",
      dayKinds: [{ name: "Christmas", on: holiday }, { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } }],
      bands: [band("day", "otherwise"), band("weekend", { days: ["weekend"] }, { kind: "share-of", band: "day", share: "1.5" }), band("far", { miles: { from: "6", to: "9" } }), band("Christmas", { days: ["Christmas"] }, { kind: "share-of", band: "weekend", share: "2" }), band("night", { hours: "22:00-07:00" })],
    },
    [["bands[0].price.pounds", 20], ["bands[1].price.band", "dya"], ["bands[2].when.miles.to", "3"], ["bands[3].when.days[0]", "Cristmas"], ["bands[4].name", "day"], ["dayKinds[0].on.titles[0]", "Christmas day"]],
  ],
  [
    "rate", "prices by length",
    { kind: "bands", across: "by-start", times: "paid", dayKinds: [], bands: [band("a", { zones: ["a"] }, { kind: "by-length", lengths: [{ from: 30, to: 30, pounds: "9.00" }, { from: 45, to: 60, pounds: "12.00" }] }), band("b", { zones: ["b"] }, { kind: "by-length", lengths: [{ from: 30, to: 30, pounds: "9.00" }] }), band("c", { zones: ["c"] }, { kind: "share-of", band: "b", share: "0.5" })] },
    [["bands[0].price.lengths[1].to", 44], ["bands[1].when", "otherwse"], ["bands[2].price.band", "c"]],
  ],
  [
    "incentive", "incentives",
    { incentives: ["winter", "rural", "far", "new"].map((name) => ({ name, when: { miles: { over: "3", to: "6" } }, for: "visit", pounds: "1.00" })) },
    [["incentives[0].when.miles.to", "2"], ["incentives[1].pounds", "-1"], ["incentives[2].name", "winter"], ["incentives[3].when.miles.over", "7"]],
  ],
  [
    "scorecard", "measures and grades",
    { measures: ["a", "b", "c", "d"].map(measure), weightsTotal: "100", missing: "left-out", grades: [grade("Poor", "0", "0.5"), grade("Fair", "0.5", "0.7"), grade("Good", "0.7", "1")] },
    [["measures[0].scores", "goal-met"], ["measures[1].weight", "0"], ["measures[2].name", "a"], ["measures[3].weight", 25], ["grades[0].from", "0.6"], ["grades[2].to", "0.65"]],
  ],
  [
    "visitLength", "rules",
    { rules: ["a", "b", "c", "d"].map((id) => ({ id, limit: { kind: "at-least", minutes: 30 }, askedWhen: [], unless: [], breach: "error" })) },
    [["rules[1].id", "a"], ["rules[2].id", "a"], ["rules[3].limit.minutes", 0]],
  ],
  [
    "paidMinutes", "rows, and what is beyond them",
    { kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: 15, becomes: 15 }, { from: 16, to: 30, becomes: 30 }, { from: 31, to: 45, becomes: 45 }], filling: [{ from: 46, to: 50, becomes: 45 }], zeroMinutes: "by-its-row", beyond: { kind: "steps", from: 51, becomes: 60, every: 15, adds: 15 } },
    [["rows[0].to", -1], ["rows[1].to", 51], ["rows[2].to", 60], ["filling[0].to", 70]],
  ],
  [
    "continuity", "rows",
    { kind: "table", rows: [{ from: 1, to: 7, becomes: 3 }, { from: 8, to: 14, becomes: 4 }, { from: 15, to: "open", becomes: 5 }], doubleHanded: "one-visit", days: 14, step: 7, anchor: "mondays", received: "attended", scope: "service-user", shareOf: "windows" },
    [["rows[0].to", 0], ["rows[1].becomes", "4"], ["rows[2].from", 1.5], ["anchor", "first-of-month"]],
  ],
  [
    "continuity", "fields",
    { kind: "linear", base: 1, factor: "0.15", rounding: "up", roundTo: 1, doubleHanded: "one-visit", days: 14, step: 7, anchor: "mondays", received: "attended", scope: "service-user", shareOf: "windows" },
    [["factor", "0.12345678901"], ["roundTo", 1001]],
  ],
  [
    "punctuality", "call types and windows",
    {
      callTypes: { call: limits, check: limits, meal: "windows-only" }, arrival: "first-carer", tooFewCarers: "late",
      windows: { windows: [window("morning", "07:00", "10:00"), window("lunch", "11:00", "14:00"), { ...window("tea", "16:00", "18:00"), callTypes: ["meal"] }], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "starts-first", gap: "planned-start" },
    },
    [["callTypes.call", { early: 0, late: 30, earlyLimit: "excluded" }], ["callTypes.check", { early: 30, late: 0, lateLimit: "excluded" }], ["windows.windows[1].from", "14:00"], ["windows.windows[2].name", "morning"], ["windows.windows[0].to", "25:00"]],
  ],
  [
    "punctuality", "limits without windows",
    { callTypes: { call: limits, check: limits, meal: limits }, arrival: "first-carer", tooFewCarers: "late" },
    [["callTypes.call", "windows-only"], ["callTypes.check", "windows-only"], ["callTypes.meal", { early: 0, late: 5, earlyLimit: "excluded" }]],
  ],
  [
    "undelivered", "outcomes, and what is not recorded",
    { outcomes: { ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, { kind: "nothing" }])), refused: notices, "no-access": notices, hospital: { kind: "nothing" } }, unexplained: notices, pastThreshold: { kind: "nothing" }, tooFewCarers: "those-who-came" },
    [["outcomes.refused.tiers", untidy], ["outcomes.no-access.tiers", untidy], ["outcomes.hospital", { kind: "share-of-planned", share: "0.12345", of: "price" }], ["unexplained.tiers", untidy], ["pastThreshold", { kind: "share-of-planned", share: "0.54321", of: "price" }], ["tooFewCarers", { kind: "fixed-minutes", minutes: 0 }]],
  ],
  [
    "basis", "fields",
    { basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid", unexplained: "nothing" }, per: "attendance", sameCarer: "joined", surplusCarers: "earliest", mostCarers: 1, least: { of: { kind: "minutes", minutes: 15 }, whereNothing: "nothing" }, most: { kind: "minutes", minutes: 60 }, undelivered: "nothing" },
    [["basis.unexplained", undefined], ["surplusCarers", "all"], ["least.of.minutes", 61]],
  ],
];

function subsets<T>(all: readonly T[], size: number): T[][] {
  return size === 0 ? [[]] : all.flatMap((one, i) => subsets(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
}

describe("every fault of one version is refused at once, and nothing that only follows from another", () => {
  describe.each(CLAUSES)("%s: %s", (clause, _of, terms, faults) => {
    const version = { ...facts, ...terms };
    const alone = new Map(faults.map((fault) => [fault, said(clause, withFaults(version, [fault]))]));

    it("without a fault it is sound, and each fault by itself is one problem", () => {
      expect(said(clause, version)).toEqual([]);
      for (const [[path], lines] of alone) expect(lines, path).toHaveLength(1);
    });

    it.each([2, 3].filter((size) => size <= faults.length))("any %i faults are as many problems, those they are alone", (size) => {
      for (const some of subsets(faults, size)) {
        expect(said(clause, withFaults(version, some)), some.map(([path]) => path).join(", ")).toEqual(some.flatMap((fault) => alone.get(fault)!).toSorted());
      }
    });

    it("all of them at once", () => {
      expect(said(clause, withFaults(version, faults))).toEqual([...alone.values()].flat().toSorted());
    });
  });
});

describe("what follows from a fault, or is one with it, is not told as another", () => {
  const banded = (bands: readonly object[], more: Json = {}) => ({ ...facts, kind: "bands", across: "by-start", times: "paid", dayKinds: [], bands, ...more });
  const paths = (terms: Json) => said("rate", terms).map((line) => line.slice(0, line.indexOf(": ")));
  const lengths = { kind: "by-length", lengths: [{ from: 30, to: 30, pounds: "9.00" }] };
  const share = (of: string) => ({ kind: "share-of", band: of, share: "0.5" });

  it("a band whose name is misspelt as a key: that others are a share of it cannot be judged", () => {
    const terms = banded([{ nam: "day", when: "otherwise", price: hourly }, band("night", { hours: "22:00-07:00" }, share("day"))]);
    expect(paths(terms)).toEqual(["rate.versions[0].bands[0].nam", "rate.versions[0].bands[0].name"]);
  });

  it("a share of a band that is wrong itself is not wrong", () => {
    expect(paths(banded([band("day", "otherwise", { ...hourly, pounds: 20 }), band("night", { hours: "22:00-07:00" }, share("day"))]))).toEqual(["rate.versions[0].bands[0].price.pounds"]);
  });

  it("prices by length in several bands, split: one thing to mend, and what else is wrong beside it", () => {
    const bands = [band("a", { zones: ["a"] }, lengths), band("b", { zones: ["b"] }, lengths), band("c", { zones: ["c"] }, share("d"))];
    expect(paths(banded(bands.slice(0, 2), { across: "split" }))).toEqual(["rate.versions[0].bands[0]"]);
    expect(paths(banded(bands, { across: "split" }))).toEqual(["rate.versions[0].bands[0]", "rate.versions[0].bands[2].price.band"]);
  });

  it("names that are suggested are those of the file, where one stands twice", () => {
    const lines = said("rate", banded([band("day", { zones: ["a"] }), band("day", { zones: ["b"] }), band("night", { zones: ["c"] }, share("whatever it is"))]));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/got "whatever it is"\. Known: day, night$/);
  });

  it("two bands that are a share of each other are one circle", () => {
    expect(paths(banded([band("a", { zones: ["a"] }, share("b")), band("b", { zones: ["b"] }, share("a"))]))).toEqual(["rate.versions[0].bands[0].price.band"]);
  });

  it("of two bands for otherwise the second is refused, and of three the others", () => {
    const rest = ["a", "b", "c"].map((name) => band(name, "otherwise"));
    expect(paths(banded(rest.slice(0, 2)))).toEqual(["rate.versions[0].bands[1].when"]);
    expect(paths(banded(rest))).toEqual(["rate.versions[0].bands[1].when", "rate.versions[0].bands[2].when"]);
  });

  it("a kind of day that no day reaches, and a band of the same name that is wrong", () => {
    const dayKinds = [{ name: "weekday", on: { kind: "weekdays", weekdays: ["monday", "tuesday"] } }, { name: "monday", on: { kind: "weekdays", weekdays: ["monday"] } }];
    const terms = banded([band("rest", "otherwise"), band("far", { days: ["weekday"], miles: { over: "1", to: "3" } }), band("monday", { days: ["monday"], miles: { over: "3", to: "1" } })], { dayKinds });
    expect(paths(terms)).toEqual(["rate.versions[0].bands[2].when.miles", "rate.versions[0].dayKinds[1].name"]);
  });

  it("a kind that no day can reach, whatever it were, is told once", () => {
    const week = { name: "week", on: { kind: "weekdays", weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] } };
    expect(paths(banded([band("rest", "otherwise")], { dayKinds: [week, { name: "Christmas", on: holiday }] }))).toEqual(["rate.versions[0].dayKinds[1].name"]);
  });

  it("a price too fine is of all prices, which share one scale: it is said once", () => {
    for (const pounds of ["20.0000000001", "20.000000000000000001"]) expect(paths(banded([band("a", { zones: ["a"] }), band("b", { zones: ["b"] }, { kind: "hourly", pounds }), band("c", { zones: ["c"] })])), pounds).toHaveLength(1);
  });

  it("weights that do not add up are said beside a measure without its goal, and not where a weight is none", () => {
    const card = (weights: readonly unknown[], scores = "share") => ({ ...facts, measures: weights.map((weight, i) => ({ ...measure(`m${i}`), weight, scores: i === 0 ? scores : "share" })), weightsTotal: "100", missing: "left-out", grades: [] });
    const wrong = (terms: Json) => said("scorecard", terms).map((line) => line.slice("scorecard.versions[0].".length, line.indexOf(": ")));
    expect(wrong(card(["50", "40"], "goal-met"))).toEqual(["measures", "measures[0].goal"]);
    expect(wrong(card(["50", "0"]))).toEqual(["measures[1].weight"]);
    expect(wrong(card(["50", "0", "0"]))).toEqual(["measures[1].weight", "measures[2].weight"]);
  });

  it("a call type whose only window is wrong may have windows only", () => {
    const windows = { windows: [{ ...window("tea", "16:00", "16:00"), callTypes: ["meal"] }], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "starts-first", gap: "planned-start" };
    expect(said("punctuality", { ...facts, callTypes: { call: limits, check: limits, meal: "windows-only" }, arrival: "first-carer", tooFewCarers: "late", windows })).toHaveLength(1);
  });
});

describe("what stands beside the terms, or in a reading, holds nothing of them back", () => {
  const terms = CLAUSES[0]![2] as { readonly bands: readonly object[] };
  const wrong = withFaults({ ...facts, ...terms }, [["bands[1].price.band", "dya"], ["bands[3].when.days[0]", "Cristmas"]]);
  const paths = (version: Json) => said("rate", version).map((line) => line.slice("rate.versions[0].".length, line.indexOf(": ")));
  const BOTH = ["bands[1].price.band", "bands[3].when.days[0]"];

  it("an authority, a day or a quotation", () => {
    expect(paths(wrong)).toEqual(BOTH);
    expect(paths({ ...wrong, authority: "agred" })).toEqual(["authority", ...BOTH]);
    expect(paths({ ...wrong, firstDay: "2026-02-30" })).toEqual([...BOTH, "firstDay"]);
    expect(paths({ ...wrong, source: { ...facts.source, quote: "" } })).toEqual([...BOTH, "source.quote"]);
  });

  it("days on which two versions bind", () => {
    const parsed = parseCouncil({ ...sound, callTypes: ["call"], rate: { versions: [{ ...facts, ...terms }, wrong] } });
    expect(parsed.kind === "refused" && parsed.problems.map(({ path }) => path).toSorted()).toEqual(["rate.versions[1]", ...BOTH.map((path) => `rate.versions[1].${path}`)]);
  });

  it("a choice that is wrong twice, beside a version that is wrong", () => {
    const choice = (bands: unknown) => ({ says: "So.", set: { bands } });
    const readings = { which: { silent: "?", adopted: "these", choices: { these: choice(terms.bands), those: choice(wrong["bands"]) } } };
    const set = BOTH.map((path) => `readings.which.choices.those.set.${path}`);
    expect(paths({ ...facts, ...terms, readings })).toEqual(set);
    const far = (version: Json) => withFaults(version, [["dayKinds[0].on.titles[0]", "Christmas day"]]);
    expect(paths(far({ ...facts, ...terms, readings }))).toEqual(["dayKinds[0].on.titles[0]", ...set]);
  });
});
