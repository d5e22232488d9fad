import { describe, expect, it } from "vitest";
import { type Leicester, type LinearContinuity, type VisitCouncil, CLAUSES, assessVisit, compile, leicester } from "../../src/index.js";
import type { RowsTerms } from "../../src/payment/paid-minutes.js";
import type { OneRateTerms } from "../../src/payment/rate.js";
import { rulesOn } from "../../src/rules/compile.js";
import { dayNumber } from "../../src/shared/day.js";

const withRate = (terms: Partial<OneRateTerms>): Leicester => ({ ...leicester, rate: { versions: [{ ...leicester.rate.versions[0]!, ...terms }] } });
const withRows = (terms: Partial<RowsTerms>): Leicester => ({ ...leicester, paidMinutes: { versions: [{ ...leicester.paidMinutes.versions[0]!, ...terms }] } });
const withContinuity = (terms: Partial<LinearContinuity>): Leicester => ({ ...leicester, continuity: { versions: [{ ...leicester.continuity.versions[0]!, ...terms }] } });

describe("compiling a council", () => {
  it("gives rules for every day, one stretch of days where no version has one", () => {
    const rules = compile(leicester);
    expect(rules).toMatchObject({ council: leicester, callTypes: ["standard", "critical"], unitsPerPenny: 20 });
    expect(rules.stretches.map(({ lastDay }) => lastDay)).toEqual([Infinity]);
    for (const day of ["1996-01-01", "2026-03-16", "2999-12-31"] as const) expect(rulesOn(rules, dayNumber(day))).toBe(rules.stretches[0]!.rules);
  });

  it("keeps the version of each clause in force, with whether its days are stated", () => {
    const { versions } = rulesOn(compile(leicester), dayNumber("2026-03-16"));
    for (const clause of CLAUSES) expect(versions[clause]).toEqual({ kind: "in-force", version: leicester[clause].versions[0], unstated: true });
  });

  it("changes nothing of the council, and gives the same rules each time", () => {
    const before = JSON.stringify(leicester);
    expect(compile(leicester)).toEqual(compile(leicester));
    expect(JSON.stringify(leicester)).toBe(before);
  });

  it("compiles what the terms say: the table, the rate, the standard", () => {
    const rules = rulesOn(compile(leicester), dayNumber("2026-03-16"));
    expect([25, 26, 56, 71].map((minutes) => rules.paidMinutes!.byMinute[minutes])).toEqual([15, 30, 60, 75]);
    expect(rules.rate).toEqual({ kind: "one-rate", unitsPerMinute: 467, unitsPerPenny: 20, hours: null });
    expect(rules.continuity).toMatchObject({ days: 14, step: 7, standard: { base: 1, numerator: 3, denominator: 20 } });
    expect(rules.alternatives.tables.map(({ reading, choice }) => `${reading} ${choice}`)).toEqual(["8 forty-five", "8 unpaid", "9 cap", "9 whole-hours", "10 unpaid"]);
  });
});

describe("what compiling refuses", () => {
  it.each(CLAUSES)("a council without the clause %s, which it names", (clause) => {
    const { [clause]: _absent, ...without } = leicester;
    expect(() => compile(without as unknown as VisitCouncil)).toThrow(
      new TypeError(`compile: Leicester City Council must have the clause "${clause}" for visits to be assessed, got undefined`),
    );
  });

  it.each(CLAUSES)("a clause %s of which no version applies, which it names", (clause) => {
    const proposed = { ...leicester, [clause]: { versions: [{ ...leicester[clause].versions[0]!, authority: "proposed" }] } } as Leicester;
    const message = `compile: the clause "${clause}" must have a version that is agreed or trial, got "proposed". Name the authorities whose versions apply`;
    expect(() => compile(proposed)).toThrow(new TypeError(message));
    expect(() => compile({ ...leicester, [clause]: { versions: [] } } as Leicester)).toThrow(`compile: the clause "${clause}" must have a version that is agreed or trial, got "no version"`);
    expect(() => compile(leicester, { authorities: ["proposed"] })).toThrow('compile: the clause "punctuality" must have a version that is proposed, got "agreed"');
    expect(compile(proposed, { authorities: ["agreed", "proposed"] }).stretches).toHaveLength(1);
  });

  it("continuity of no call type", () => {
    const [version] = leicester.continuity.versions;
    expect(() => compile({ ...leicester, continuity: { versions: [{ ...version!, callTypes: [] }] } } as Leicester)).toThrow(
      new TypeError('compile: continuity.callTypes must list at least one, got "none". Leave them out where visits of every type count'),
    );
  });

  it("rows, fillings and steps that cannot be reckoned with", () => {
    expect(() => compile(withRows({ rows: [{ from: 0, to: 25.5, becomes: 15 }] }))).toThrow('paidMinutes: a row must be whole minutes from 0 with its end at or after its start, got "0 to 25.5 becomes 15"');
    expect(() => compile(withRows({ filling: [{ from: 56, to: 55, becomes: 60 }] }))).toThrow('got "56 to 55 becomes 60"');
    expect(() => compile(withRows({ beyond: { kind: "whole-units", unit: 0 } }))).toThrow("paidMinutes: what is beyond the rows");
  });

  it("a row of a choice that nobody has adopted as well, so that its visits can be said to rest on it", () => {
    const [version] = leicester.paidMinutes.versions;
    const reading = version!.readings["exactly-56"]!;
    const choices = { ...reading.choices, broken: { says: "Broken.", set: { filling: [{ from: 56, to: 56, becomes: -1 }] } } };
    expect(() => compile(withRows({ readings: { ...version!.readings, "exactly-56": { ...reading, choices } } } as Partial<RowsTerms>))).toThrow('got "56 to 56 becomes -1"');
  });

  it("a factor of continuity that cannot be reckoned with", () => {
    expect(() => compile(withContinuity({ factor: "-0.15" }))).toThrow('continuity: factor must be from 0, with at most nine places, got "-0.15"');
    expect(() => compile(withContinuity({ factor: "15 %" }))).toThrow("fraction: continuity.factor must be decimal text");
    expect(() => compile(withContinuity({ step: 0 }))).toThrow("continuity: step must be a whole number from 1, got 0");
  });

  it("call types of continuity that are not the council's; any of its own will do", () => {
    for (const callTypes of [["standard"], ["critical"], ["critical", "standard"]] as const) expect(compile(withContinuity({ callTypes })).stretches).toHaveLength(1);
    expect(() => compile(withContinuity({ callTypes: ["standard", "night"] }))).toThrow('compile: continuity.callTypes must be call types of the council, got "night". Known: standard, critical');
  });

  it("a rate that cannot be reckoned with, also where it applies on no day asked", () => {
    expect(() => compile(withRate({ hourly: "-14.01" }))).toThrow('rate: hourly must not be below 0, got "-14.01"');
    expect(() => compile(withRate({ hourly: "£14.01" }))).toThrow("fraction: rate.hourly must be decimal text");
    expect(() => compile(withRate({ hours: "day time" }))).toThrow('rate: hours must be "every" or HH:MM-HH:MM');
    const [version] = leicester.rate.versions;
    const old = { ...version!, firstDay: "2001-01-01" as const, lastDay: "2001-12-31" as const, hourly: "?" };
    expect(() => compile({ ...leicester, rate: { versions: [{ ...version!, firstDay: "2002-01-01" }, old] } })).toThrow('got "?"');
  });

  it("more readings than a visit's answer has places for: 31 are enough, 32 are not", () => {
    const [version] = leicester.basis.versions;
    const twoWays = { silent: "?", adopted: "a", choices: { a: { says: "A.", set: { sameCarer: "joined" as const } }, b: { says: "B.", set: { sameCarer: "each-log" as const } } } };
    const council = (count: number): Leicester => {
      const more = Object.fromEntries(Array.from({ length: count - 11 }, (_, i) => [`reading-${i}`, twoWays]));
      return { ...leicester, basis: { versions: [{ ...version!, readings: more }] } };
    };
    const rules = compile(council(31));
    expect(rules.visitReadings).toHaveLength(31);
    const twice = [{ carer: "A", logIn: "2026-03-16T08:00", logOut: "2026-03-16T08:20" }, { carer: "A", logIn: "2026-03-16T08:20", logOut: "2026-03-16T08:41" }];
    const { restsOn } = assessVisit({ callType: "standard", plannedStart: "2026-03-16T08:00", plannedEnd: "2026-03-16T09:00", attendances: twice }, rules);
    expect(restsOn.map(({ reading }) => reading)).toEqual(Array.from({ length: 20 }, (_, i) => `reading-${i}`));
    expect(() => compile(council(32))).toThrow(new TypeError("compile: visits can rest on at most 31 readings, got 32"));
  });
});
