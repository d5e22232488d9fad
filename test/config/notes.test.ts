import { describe, expect, it } from "vitest";
import { type Note, parseCouncil } from "../../src/config/index.js";
import { paidMinutesTable } from "../../src/payment/paid-minutes-table.js";
import { wholeMinutes } from "../../src/payment/part-minutes.js";
import type { Moment } from "../../src/shared/moment.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as { readonly [clause: string]: { readonly versions: readonly object[] } };
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
/** A clause of the sound council with other terms, in one version or in two that follow each other. */
const changed = (clause: string, ...terms: readonly object[]) => ({
  [clause]: { versions: terms.map((own, i) => ({ ...sound[clause]!.versions[0]!, ...own, ...(terms.length === 1 ? {} : i === 0 ? { lastDay: "2026-03-31" } : { firstDay: "2026-04-01" }) })) },
});
const clause = (name: string, terms: object) => ({ [name]: { versions: [{ ...facts, ...terms }] } });
const contribution = clause("contribution", { period: "week", assessedOn: "first-day" });

/** The notes of a council with these clauses in place of its own. */
function notes(...clauses: readonly object[]): string[] {
  const parsed = parseCouncil({ ...sound, ...Object.assign({}, ...clauses) as object });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.notes.map(({ path, code }: Note) => `${path}: ${code}`);
}

it("a sound council with nothing in vain has no notes", () => {
  expect(notes()).toEqual([]);
});

describe("the nearest step of minutes that were cut or rounded before", () => {
  const steps = (minutes: number, round: string, partMinutes: string) => notes(clause("paidMinutes", { kind: "increments", minutes, round, partMinutes }));
  const noted = ["paidMinutes.versions[0].round: rounded-twice"];

  it("is by the second where the half of a step is kept: 7:30 of 15 by the nearest minute, 3:00 of 6 by whole ones", () => {
    for (const [minutes, partMinutes] of [[15, "nearest"], [6, "dropped"]] as const) {
      expect(steps(minutes, "nearest-half-up", partMinutes)).toEqual([]);
      const { byMinute } = paidMinutesTable({ kind: "increments", minutes, round: "nearest-half-up", partMinutes });
      for (let seconds = 0; seconds <= 3600; seconds++) {
        const whole = wholeMinutes([{ logIn: 0 as Moment, logOut: seconds as Moment }], partMinutes);
        expect(byMinute[whole], String(seconds)).toBe(Math.floor((seconds + minutes * 30) / (minutes * 60)) * minutes);
      }
    }
  });

  it.each([
    [15, "nearest-half-up", "dropped"],
    [6, "nearest-half-up", "nearest"],
    [15, "nearest-half-down", "nearest"],
    [6, "nearest-half-even", "dropped"],
    [15, "nearest-half-up", "up"],
  ] as const)("is told otherwise: steps of %i, %s, part-minutes %s", (minutes, round, partMinutes) => {
    expect(steps(minutes, round, partMinutes)).toEqual(noted);
  });

  it("is not said of steps up or down, nor of steps of a minute", () => {
    expect([steps(15, "up", "dropped"), steps(15, "down", "nearest"), steps(1, "nearest-half-down", "up")]).toEqual([[], [], []]);
  });
});

describe("the least before the most, which wins for a plan that is short enough", () => {
  const minutes = (count: number) => ({ kind: "minutes", minutes: count });
  const least = (of: unknown) => ({ least: { of, whereNothing: "the-least" } });
  it.each([
    ["a least in minutes, at most the plan", { ...least(minutes(15)), most: "planned-length" }, true],
    ["a least in minutes, at most the plan and ten more", { ...least(minutes(15)), most: { kind: "planned-plus", minutes: 10 } }, true],
    ["a least that is the plan, at most so many minutes", { ...least("planned-length"), most: minutes(90) }, true],
    ["a least that is the plan and more, at most so many minutes", { ...least({ kind: "planned-plus", minutes: 5 }), most: minutes(90) }, true],
    ["both in minutes", { ...least(minutes(15)), most: minutes(15) }, false],
    ["both by the plan", { ...least("planned-length"), most: { kind: "planned-plus", minutes: 10 } }, false],
    ["no most", least(minutes(15)), false],
    ["no least", { most: "planned-length" }, false],
  ])("%s", (_what, terms, isNoted) => {
    expect(notes(changed("basis", terms)).filter((note) => !note.endsWith("least-is-the-plan"))).toEqual(isNoted ? ["basis.versions[0].least: most-before-least"] : []);
  });

  it("of each version, and of a contract, at its own path", () => {
    const short = { ...least(minutes(15)), most: "planned-length" };
    expect(notes(changed("basis", {}, short))).toEqual(["basis.versions[1].least: most-before-least"]);
    expect(notes({ contracts: { "extra-care": changed("basis", short) } })).toEqual(['contracts["extra-care"].basis.versions[0].least: most-before-least']);
  });
});

describe("a target against which nothing is held", () => {
  const target = changed("targets", { punctuality: { call: "0.80" } });
  const untested = { callTypes: { call: null } };
  const tested = { callTypes: { call: { early: 30, late: 30 } } };
  const standard = (terms: object) => clause("continuity", { days: 14, step: 7, anchor: "mondays", received: "attended", scope: "service-user-and-provider", shareOf: "windows", doubleHanded: "one-visit", ...terms });
  const share = (atLeast: string | null) => standard({ kind: "share", mostFrequent: 2, atLeast, limit: "included", doubleHanded: "left-out" });
  const continuity = changed("targets", { continuity: "0.80" });

  it("of a call type that no version tests", () => {
    expect(notes(target, changed("punctuality", untested))).toEqual(["targets.versions[0].punctuality.call: target-not-judged"]);
    expect(notes(target, changed("punctuality", tested))).toEqual([]);
    expect(notes(target, changed("punctuality", untested, tested))).toEqual([]);
    expect(notes(target, changed("punctuality", untested, untested))).toEqual(["targets.versions[0].punctuality.call: target-not-judged"]);
    expect(notes(changed("targets", { punctuality: { call: null } }), changed("punctuality", untested))).toEqual([]);
  });

  it("of continuity that only measures, or asks no share", () => {
    expect(notes(continuity, standard({ kind: "measure" }))).toEqual(["targets.versions[0].continuity: target-not-judged"]);
    expect(notes(continuity, share(null))).toEqual(["targets.versions[0].continuity: target-not-judged"]);
    expect(notes(continuity, share("0.5"))).toEqual([]);
    expect(notes(continuity)).toEqual([]);
    expect(notes(share(null))).toEqual([]);
  });

  it("of a contract, whose target may be held against the council's own clause", () => {
    expect(notes(changed("punctuality", untested), { contracts: { rural: target } })).toEqual(["contracts.rural.targets.versions[0].punctuality.call: target-not-judged"]);
    expect(notes(changed("punctuality", untested), { contracts: { rural: { ...target, ...changed("punctuality", tested) } } })).toEqual([]);
  });

  it("nothing is said of a clause that is not there: that is another answer", () => {
    const { punctuality: _punctuality, continuity: _continuity, ...without } = sound;
    const parsed = parseCouncil({ ...without, ...changed("targets", { punctuality: { call: "0.80" }, continuity: "0.80" }) });
    expect(parsed.kind === "council" && parsed.notes).toEqual([]);
  });
});

describe("what stands in a charge, and beside it", () => {
  const rest = {
    ...changed("targets", {}),
    ...changed("continuity", {}),
    ...clause("visitLength", { rules: [{ id: "half-hour", limit: { kind: "at-least", minutes: 30 }, askedWhen: [], unless: [], breach: "error" }] }),
    ...clause("scorecard", { measures: [{ name: "punctuality", goal: null, weight: "1", scores: "share" }], weightsTotal: "1", missing: "left-out", grades: [] }),
    ...clause("capture", { electronic: ["app"], of: "visits", notGiven: "unknown" }),
    ...clause("timeBank", { period: "calendar-month", carryOver: "all", capShare: "no-cap", capHours: "no-cap", overCap: "refused", ahead: "refused" }),
  };
  const OUTCOMES = ["no-access", "hospital", "cancelled-by-person", "cancelled-by-council", "provider-failure", "refused", "aborted", "frustrated", "suspended", "other"];
  const effects = clause("performanceEffects", { cases: Object.fromEntries([...OUTCOMES, "delivered", "understaffed", "past-threshold", "done-in-another", "unexplained"].map((name) => [name, "done"])), byProviderFault: [] });

  it("clauses that change no charge, each by its path", () => {
    expect(notes({ charge: { ...rest, ...effects } })).toEqual(["targets", "continuity", "visitLength", "performanceEffects", "scorecard", "capture", "timeBank"].map((name) => `charge.${name}: changes-no-charge`));
  });

  it("clauses by which visits are judged for the charge, and no other", () => {
    const { punctuality, attendance, paidMinutes, basis, rate, statement } = sound;
    expect(notes({ charge: { punctuality, attendance, paidMinutes, basis, rate, statement, ...contribution } })).toEqual(["charge.punctuality: charged-by-its-own", "charge.attendance: charged-by-its-own"]);
  });

  it("a contribution beside pay, and not one in the charge", () => {
    expect(notes(contribution)).toEqual(["contribution: contribution-beside-pay"]);
    expect(notes({ contracts: { rural: contribution } })).toEqual(["contracts.rural.contribution: contribution-beside-pay"]);
    expect(notes({ charge: contribution })).toEqual([]);
  });
});

it("a reading with one choice has nothing to choose", () => {
  const reading = (...choices: readonly string[]) => ({ "part-minutes": { silent: "It does not say.", adopted: "dropped", choices: Object.fromEntries(choices.map((name) => [name, { says: `${name}.`, set: { partMinutes: name } }])) } });
  expect(notes(changed("paidMinutes", { readings: reading("dropped") }))).toEqual(['paidMinutes.versions[0].readings["part-minutes"]: one-choice']);
  expect(notes(changed("paidMinutes", { readings: reading("dropped", "up") }))).toEqual([]);
});
