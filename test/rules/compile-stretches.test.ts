import { describe, expect, it } from "vitest";
import type { Authority } from "../../src/contract/source.js";
import type { Grouping } from "../../src/payment/basis.js";
import type { IncentiveTerms } from "../../src/payment/incentive.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import type { UndeliveredTerms } from "../../src/payment/undelivered.js";
import { compile, rulesOn } from "../../src/rules/compile.js";
import type { Clauses, VisitCouncil } from "../../src/rules/council.js";
import { type Day, dayNumber, dayText } from "../../src/shared/day.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";
import { ACTUAL, BY_THE_MINUTE, type Call, TWELVE_POUNDS, clause, payingCouncil, version } from "../published-rules/paying-council.js";

const council = (clauses: Clauses<Call> = {}): VisitCouncil<Call> => payingCouncil("stretches-council", clauses);
const lastDays = (from: VisitCouncil<Call>): (Day | typeof Infinity)[] => compile(from).stretches.map(({ lastDay }) => (lastDay === Infinity ? Infinity : dayText(lastDay)));
const on = (from: VisitCouncil<Call>, day: Day) => rulesOn(compile(from), dayNumber(day));
/** Terms to a day, and others from the day after the next: on one day between them none. */
const withGap = <Terms extends object>(terms: Terms, then: Terms = terms) => ({ versions: [version(terms, { lastDay: "2026-03-31" }), version(then, { firstDay: "2026-04-02" })] });

const nothing = { kind: "nothing" } as const;
const pays = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing])) as { [O in Outcome]: typeof nothing };
const undelivered: UndeliveredTerms = { outcomes: pays, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" };
const incentive: IncentiveTerms = { incentives: [{ name: "rural", when: {}, for: "visit", pounds: "0.50" }] };
const contribution = { period: "week", assessedOn: "first-day" } as const;
const effects = { cases: Object.fromEntries([...OUTCOMES, "delivered", "understaffed", "past-threshold", "done-in-another", "unexplained"].map((name) => [name, "done"])), byProviderFault: [] } as unknown as NonNullable<Clauses["performanceEffects"]>["versions"][number];
const byOutcome = clause({ ...ACTUAL, undelivered: "by-outcome" } as const);

describe("all days are cut where a version begins and the day after one ends, and nowhere else", () => {
  it("one stretch where no version has days", () => {
    expect(lastDays(council())).toEqual([Infinity]);
  });

  it("two where one version follows another, three where a day lies between them", () => {
    expect(lastDays(council({ rate: { versions: [version(TWELVE_POUNDS, { firstDay: "2026-04-01" }), version(TWELVE_POUNDS, { lastDay: "2026-03-31" })] } }))).toEqual(["2026-03-31", Infinity]);
    expect(lastDays(council({ rate: withGap(TWELVE_POUNDS) }))).toEqual(["2026-03-31", "2026-04-01", Infinity]);
  });

  it("in the order of the days, before 1970 too, where clauses change apart", () => {
    const from = council({ rate: { versions: [version(TWELVE_POUNDS, { lastDay: "1969-12-20" }), version(TWELVE_POUNDS, { firstDay: "1969-12-21" })] }, paidMinutes: { versions: [version(BY_THE_MINUTE, { lastDay: "1970-01-09" }), version(BY_THE_MINUTE, { firstDay: "1970-01-10" })] }, statement: { versions: [version({ rounding: "line-half-up", period: "calendar-month" } as const, { firstDay: "1970-04-11" })] } });
    expect(lastDays(from)).toEqual(["1969-12-20", "1970-01-09", "1970-04-10", Infinity]);
  });

  it.each(["undelivered", "incentive", "contribution", "performanceEffects"] as const)("also by %s, which a council need not have: on the day between there is none", (name) => {
    const terms = { undelivered, incentive, contribution, performanceEffects: effects }[name];
    const from = council({ [name]: withGap(terms), ...(name === "undelivered" ? { basis: byOutcome } : {}) });
    expect(lastDays(from)).toEqual(["2026-03-31", "2026-04-01", Infinity]);
    const field = name === "incentive" ? "incentives" : name;
    const none = name === "performanceEffects" ? "not-in-force" : null;
    for (const [day, isThere] of [["2026-03-31", true], ["2026-04-01", false], ["2026-04-02", true]] as const) {
      const rules = on(from, day);
      if (isThere) expect(rules[field]).toBeTypeOf("object");
      expect(rules[field] !== none).toBe(isThere);
      expect(rules.versions[name]!.kind).toBe(isThere ? "in-force" : "gap");
    }
  });

  it("a clause that a council has not, or that binds nobody, is null on every day", () => {
    const proposed = <Terms extends object>(terms: Terms) => ({ versions: [{ ...version(terms), authority: "proposed" as Authority }] });
    for (const from of [council(), council({ incentive: proposed(incentive), contribution: proposed(contribution), performanceEffects: proposed(effects) })]) {
      const { versions, incentives, contribution: charged, performanceEffects, undelivered: unpaid } = on(from, "2026-03-16");
      expect([versions.incentive, versions.contribution, versions.performanceEffects, versions.undelivered, incentives, charged, performanceEffects, unpaid]).toEqual([null, null, null, null, null, null, null, null]);
    }
    expect(on(council({ incentive: { versions: [...proposed(incentive).versions, version(incentive, { firstDay: "2026-04-01" })] } }), "2026-03-31").versions.incentive!.kind).not.toBe("in-force");
  });

  it("not by clauses that visits are not assessed by", () => {
    expect(lastDays({ ...council(), visitLength: withGap({ rules: [] }), capture: withGap({ electronic: [], of: "visits", notGiven: "unknown" } as const) })).toEqual([Infinity]);
  });

  it("a clause without a version on a day is null, and each other stays", () => {
    const rules = on(council({ rate: withGap(TWELVE_POUNDS), paidMinutes: clause(BY_THE_MINUTE) }), "2026-04-01");
    expect([rules.rate, rules.versions.rate.kind]).toEqual([null, "gap"]);
    expect([rules.paidMinutes, rules.basis, rules.statement, rules.punctuality, rules.attendance, rules.targets, rules.continuity].every((terms) => terms !== null)).toBe(true);
  });
});

describe("the same number for the same terms of paid time", () => {
  const numbers = (from: VisitCouncil<Call>) => compile(from).stretches.map(({ rules }) => rules.timeRules);
  it("on all days on which the same versions of basis and paid minutes hold, whatever else changes", () => {
    expect(numbers(council({ rate: { versions: [version(TWELVE_POUNDS, { lastDay: "2026-03-31" }), version(TWELVE_POUNDS, { firstDay: "2026-04-01" })] } }))).toEqual([0, 0]);
    expect(numbers(council({ basis: { versions: [version(ACTUAL, { lastDay: "2026-03-31" }), version(ACTUAL, { firstDay: "2026-04-01" })] }, paidMinutes: { versions: [version(BY_THE_MINUTE, { lastDay: "2026-04-30" }), version(BY_THE_MINUTE, { firstDay: "2026-05-01" })] } }))).toEqual([0, 1, 2]);
    // On both days without a basis nothing is paid by the same terms.
    expect(numbers(council({ basis: { versions: [version(ACTUAL, { firstDay: "2026-03-01", lastDay: "2026-03-31" })] } }))).toEqual([0, 1, 0]);
  });
});

describe("the units of a penny", () => {
  const units = (clauses: Clauses<Call>) => compile(council(clauses)).unitsPerPenny;
  it("hold the price of a minute, an incentive and a share of a price, each exactly", () => {
    expect(units({})).toBe(1);
    expect(units({ rate: clause({ ...TWELVE_POUNDS, hourly: "12.01" }) })).toBe(60);
    expect(units({ incentive: clause({ incentives: [{ ...incentive.incentives[0]!, pounds: "0.505" }] }) })).toBe(2);
    expect(units({ incentive: { versions: [version(incentive, { lastDay: "2026-03-31" }), version({ incentives: [{ ...incentive.incentives[0]!, pounds: "0.5025" }] }, { firstDay: "2026-04-01" })] } })).toBe(4);
    const share = (text: string): UndeliveredTerms => ({ ...undelivered, outcomes: { ...pays, refused: { kind: "share-of-planned", share: text, of: "price" } as never } });
    expect(units({ basis: byOutcome, undelivered: clause(share("0.125")) })).toBe(8);
    expect(units({ basis: byOutcome, undelivered: { versions: [version(share("0.5"), { lastDay: "2026-03-31" }), version(share("0.2"), { firstDay: "2026-04-01" })] } })).toBe(10);
  });
});

describe("what compiling refuses of clauses together", () => {
  const refused = (from: VisitCouncil<Call>, message: string) => expect(() => compile(from)).toThrow(new TypeError(message));
  const per: Grouping = { kind: "added-up", over: "day", carers: "together", services: "together", severalRates: "undetermined" };
  const addedUp = clause({ ...ACTUAL, per } as const);
  const switched: PaidMinutesTerms = { ...BY_THE_MINUTE, roundingSwitch: "by-visit" };

  it("a call type of continuity that the council has not, with the nearest", () => {
    const standard = council().continuity.versions[0]!;
    refused(council({ continuity: clause({ ...standard, callTypes: ["call", "cal"] } as never) }), 'compile: continuity.callTypes must be call types of the council, got "cal". Did you mean "call"?');
    expect(compile(council({ continuity: clause({ ...standard, callTypes: ["call"] } as never) })).stretches).toHaveLength(1);
  });

  it("several incentives on one day", () => {
    const both = (firstDay: Day) => council({ incentive: { versions: [version(incentive, { lastDay: "2026-03-31" }), version(incentive, { firstDay })] } });
    refused(both("2026-03-31"), 'compile: incentive must have one version a day, got "several". Write several incentives into one version');
    expect(compile(both("2026-04-01")).stretches).toHaveLength(2);
  });

  it("a basis by outcome where no clause says what outcomes pay, or none that binds; and that clause where nothing asks it", () => {
    const message = 'compile: the clause undelivered must be there where basis.undelivered is "by-outcome", got undefined. Add the clause, with a version that binds; or write "nothing" or "excused-planned-length" there';
    refused(council({ basis: byOutcome }), message);
    const proposed = { versions: [{ ...version(undelivered), authority: "proposed" as const }] };
    refused(council({ basis: byOutcome, undelivered: proposed }), message);
    expect(compile(council({ basis: byOutcome, undelivered: { versions: [version(undelivered), ...proposed.versions] } })).stretches).toHaveLength(1);
    expect(compile(council({ basis: byOutcome, undelivered: proposed }), { authorities: ["agreed", "proposed"] }).stretches).toHaveLength(1);
    refused(council({ undelivered: clause(undelivered) }), 'compile: basis.undelivered must be "by-outcome" where there is a clause undelivered, got "nothing". Write "by-outcome", or leave the clause out: nothing asks for it');
  });

  it("that clause is asked where any version of the basis asks it, or any choice of a reading", () => {
    const later = { versions: [version(ACTUAL, { lastDay: "2026-03-31" }), version({ ...ACTUAL, undelivered: "by-outcome" } as const, { firstDay: "2026-04-01" })] };
    expect(compile(council({ basis: later, undelivered: clause(undelivered) })).stretches).toHaveLength(2);
    const choices = { nothing: { says: "Nothing.", set: { undelivered: "nothing" } }, "by-outcome": { says: "By outcome.", set: { undelivered: "by-outcome" } } } as const;
    const asked = clause(ACTUAL, { silent: { silent: "It does not say.", adopted: "nothing", choices } });
    expect(compile(council({ basis: asked, undelivered: clause(undelivered) })).visitReadings.map(({ reading }) => reading)).toEqual(["silent"]);
    const unasked = clause(ACTUAL, { silent: { silent: "It does not say.", adopted: "nothing", choices: { nothing: choices.nothing } } });
    refused(council({ basis: unasked, undelivered: clause(undelivered) }), 'compile: basis.undelivered must be "by-outcome" where there is a clause undelivered, got "nothing". Write "by-outcome", or leave the clause out: nothing asks for it');
  });

  it("time added up beside what only a visit of its own can have", () => {
    refused(council({ basis: addedUp, paidMinutes: clause(switched) }), 'compile: paidMinutes.roundingSwitch must be left out where basis.per adds up time, got "by-visit". A visit in a sum has no rounding of its own');
    refused(council({ basis: addedUp, incentive: clause(incentive) }), 'compile: incentive must be left out where basis.per adds up time, got "incentives". A visit in a sum has no minutes paid of its own; write the incentive into the rate');
    const share = clause({ ...undelivered, outcomes: { ...pays, refused: { kind: "share-of-planned", share: "0.5", of: "price" } } } as const);
    refused(council({ basis: clause({ ...ACTUAL, per, undelivered: "by-outcome" } as const), undelivered: share }), 'compile: undelivered must not pay a share of a price where basis.per adds up time, got "a share of a price". Pay a share of the length: of: "length"');
    for (const clauses of [{ basis: addedUp }, { paidMinutes: clause(switched) }, { incentive: clause(incentive) }, { basis: clause({ ...ACTUAL, per, undelivered: "by-outcome" } as const), undelivered: clause(undelivered) }, { basis: byOutcome, undelivered: share }]) {
      expect(compile(council(clauses)).stretches).toHaveLength(1);
    }
  });

  it("only on days on which both hold", () => {
    const apart = (firstDay: Day) => council({ basis: { versions: [version({ ...ACTUAL, per } as const, { lastDay: "2026-03-31" }), version(ACTUAL, { firstDay: "2026-04-01" })] }, paidMinutes: { versions: [version(BY_THE_MINUTE, { lastDay: dayText(dayNumber(firstDay) - 1) }), version(switched, { firstDay })] } });
    expect(compile(apart("2026-04-01")).stretches).toHaveLength(2);
    expect(() => compile(apart("2026-03-31"))).toThrow("compile: paidMinutes.roundingSwitch must be left out");
    // A day without paid minutes has nothing to contradict.
    expect(compile(council({ basis: addedUp, paidMinutes: withGap(BY_THE_MINUTE) })).stretches).toHaveLength(3);
    expect(compile(council({ basis: withGap(ACTUAL), incentive: clause(incentive) })).stretches).toHaveLength(3);
  });

  it("terms of a clause that need not be there are checked on every day, and in every version", () => {
    refused(council({ basis: { versions: [version(ACTUAL, { lastDay: "2026-03-31" }), version({ ...ACTUAL, mostCarers: 0 }, { firstDay: "2026-04-01" })] } }), "basis: mostCarers must be a whole number from 1, got 0");
  });
});

describe("readings that visits can rest on", () => {
  const parts = (adopted: string) => ({ parts: { silent: "It does not say.", adopted, choices: { dropped: { says: "Dropped.", set: { partMinutes: "dropped" } }, up: { says: "Up.", set: { partMinutes: "up" } } } } }) as const;
  const rate = { rate: { silent: "It does not say.", adopted: "twelve", choices: { twelve: { says: "£12.", set: { hourly: "12.00" } }, more: { says: "£13.", set: { hourly: "13.00" } } } } } as const;
  const asking = { least: { silent: "It does not say.", adopted: "no-limit", choices: { "no-limit": { says: "None.", set: { most: "no-limit" } }, "callers": { says: "As given.", set: {}, asks: { field: "most", for: "the most" } } } } } as const;

  it("are those of the clauses that say what a visit is and is paid, each with its other choices that ask for nothing", () => {
    const rules = compile({ ...council({ paidMinutes: clause(BY_THE_MINUTE, parts("dropped") as never), rate: clause(TWELVE_POUNDS, rate as never) }), basis: clause(ACTUAL, asking as never) });
    expect(rules.visitReadings.map(({ clause: of, reading }) => `${of} ${reading}`)).toEqual(["paidMinutes parts", "basis least"]);
    const { others } = rules.stretches[0]!.rules.alternatives;
    expect(others.map(({ reading, choice, fields, touches, always }) => [reading, choice, fields, touches, always])).toEqual([[0, "up", ["paidMinutes.partMinutes"], "payment", false]]);
    expect(others[0]!.rules.paidMinutes!.terms.partMinutes).toBe("up");
    expect(others[0]!.rules.alternatives.others).toEqual([]);
  });

  it("each stretch has the alternatives of its own days; a day without the clause has none that differ", () => {
    const from = council({ paidMinutes: { versions: [version(BY_THE_MINUTE, { lastDay: "2026-03-31" }, parts("dropped") as never), version({ ...BY_THE_MINUTE, partMinutes: "up" }, { firstDay: "2026-04-02" }, parts("up") as never)] } });
    const others = (day: Day) => on(from, day).alternatives.others.map(({ choice, fields, rules }) => [choice, fields, rules.paidMinutes?.terms.partMinutes ?? null]);
    expect(others("2026-03-31")).toEqual([["dropped", [], "dropped"]]);
    expect(others("2026-04-01")).toEqual([["dropped", [], null]]);
    expect(others("2026-04-02")).toEqual([["dropped", ["paidMinutes.partMinutes"], "dropped"]]);
  });

  it("are asked of every visit where the terms have kinds of which nothing shorter is known", () => {
    const always = (clauses: Clauses<Call>) => on(council({ paidMinutes: clause(BY_THE_MINUTE, parts("dropped") as never), ...clauses }), "2026-03-16").alternatives.others.map((other) => other.always);
    expect(always({})).toEqual([false]);
    expect(always({ basis: clause({ ...ACTUAL, basis: "planned" } as const) })).toEqual([true]);
    const billed = { within: { silent: "It does not say.", adopted: "actual", choices: { actual: { says: "Actual.", set: { basis: "actual" } }, planned: { says: "Planned.", set: { basis: "planned" } } } } } as const;
    expect(on(council({ basis: clause(ACTUAL, billed as never) }), "2026-03-16").alternatives.others.map((other) => other.always)).toEqual([true]);
  });
});
