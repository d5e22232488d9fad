import { describe, expect, it } from "vitest";
import type { TimeLine } from "../../src/index.js";
import type { Grouping } from "../../src/payment/basis.js";
import type { UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import { assessVisit, isUnderstaffed } from "../../src/rules/assess-visit.js";
import { type Assessed, samePaidTime, sameVerdict } from "../../src/rules/assess.js";
import { chargesFor } from "../../src/rules/charges.js";
import { compile } from "../../src/rules/compile.js";
import { chargeOf, contractOf } from "../../src/rules/contracts.js";
import { payGroups } from "../../src/rules/groups.js";
import { asMoment } from "../../src/shared/moment.js";
import { ACTUAL, BY_THE_MINUTE, TWELVE_POUNDS, assessed, clause, payingCouncil, version, visit } from "../published-rules/paying-council.js";
import { clause as undated, patternCouncil } from "../published-rules/pattern-council.js";

const NOTHING: UndeliveredPay = { kind: "nothing" };
const undelivered = (patch: Partial<UndeliveredTerms["outcomes"]> = {}): UndeliveredTerms => ({
  outcomes: { "no-access": NOTHING, hospital: NOTHING, "cancelled-by-person": NOTHING, "cancelled-by-council": NOTHING, "provider-failure": NOTHING, refused: NOTHING, aborted: NOTHING, frustrated: NOTHING, suspended: NOTHING, other: NOTHING, ...patch },
  unexplained: NOTHING,
  pastThreshold: NOTHING,
  tooFewCarers: "those-who-came",
});
const rows = { kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: 5, becomes: 0 }, { from: 6, to: 30, becomes: 30 }, { from: 31, to: "open", becomes: 60 }], filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } } as const;

describe("fewer carers than required", () => {
  it("is understaffed, as many is not, delivered or open; a visit done in another is not, nor one nobody attended", () => {
    expect([0, 1, 2, 3].map((came) => isUnderstaffed({ kind: "delivered" }, came, 2))).toEqual([true, true, false, false]);
    expect([1, 2, 3].map((came) => isUnderstaffed({ kind: "open" }, came, 2))).toEqual([true, false, false]);
    expect(isUnderstaffed({ kind: "delivered", doneIn: "V1" }, 0, 1)).toBe(false);
    expect(isUnderstaffed({ kind: "missed", reason: "unexplained" }, 0, 1)).toBe(false);
  });
});

it("a clause on performance that is not in force on the day is no answer, with that reason", () => {
  const cases = { delivered: "done", understaffed: "failed", "past-threshold": "failed", "done-in-another": "done", unexplained: "failed", "no-access": "apart", hospital: "apart", "cancelled-by-person": "apart", "cancelled-by-council": "apart", "provider-failure": "failed", refused: "apart", aborted: "apart", frustrated: "apart", suspended: "apart", other: "undetermined" } as const;
  const council = patternCouncil("effects-from-a-day-council", { performanceEffects: { versions: [{ ...undated({}).versions[0]!, firstDay: "2026-03-17", cases, byProviderFault: [], readings: {} }] } as never });
  expect(assessed(council as never, visit("2026-03-16", "09:00-10:00", ["09:00-10:00"])).performance).toEqual({ kind: "undetermined", case: null, reason: "no-rule-in-force" });
  expect(assessed(council as never, visit("2026-03-17", "09:00-10:00", ["09:00-10:00"])).performance).toEqual({ kind: "done", case: "delivered" });
});

describe("incentives", () => {
  const incentive = clause({ incentives: [{ name: "visit", when: {}, for: "visit", pounds: "1.005" }] } as const);
  const council = payingCouncil("incentive-council", { incentive, basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause(undelivered({ refused: { kind: "planned-length" } })) });

  it("are added where carers came, with or without every log-out, and not where nobody did, whatever is paid", () => {
    const two = { carersRequired: 2 };
    expect(assessed(council, visit("2026-03-16", "09:00-10:00", ["09:00-10:00", "09:00-"], two)).payment.additions).toEqual([{ kind: "added", incentive: "visit", amount: "1.005" }]);
    expect(assessed(council, visit("2026-03-16", "09:00-10:00", ["09:00-"])).payment.additions).toEqual([]);
    expect(assessed(council, visit("2026-03-16", "09:00-10:00", [], { outcome: "refused" })).payment).toMatchObject({ minutesPaid: 60, additions: [] });
  });

  it("are added whatever the visit counts as, where carers came and are paid: aborted, not completed, past the threshold", () => {
    const added = [{ kind: "added", incentive: "visit", amount: "1.005" }];
    expect(assessed(council, visit("2026-03-16", "09:00-10:00", ["09:00-09:10"], { outcome: "refused" })).payment).toMatchObject({ minutesPaid: 60, additions: added });
    const { versions } = council.attendance;
    const missed = { ...council, attendance: { versions: versions.map((one) => ({ ...one, missedThreshold: { kind: "minutes", minutes: 60 } as const })) }, undelivered: clause({ ...undelivered(), pastThreshold: { kind: "actual-time" } } as const) };
    const late = assessed(missed, visit("2026-03-16", "09:00-10:00", ["11:00-11:30"]));
    expect(late.kind).toEqual({ kind: "missed", reason: "past-threshold" });
    expect(late.payment).toMatchObject({ minutesPaid: 30, additions: added });
  });

  it("are rounded where each line is", () => {
    const rounded = payingCouncil("incentive-rounded-council", { incentive, statement: clause({ rounding: "line-half-up", period: "period-assessed" } as const) });
    expect(assessed(rounded, visit("2026-03-16", "09:00-10:00", ["09:00-10:00"])).payment).toMatchObject({ amount: "13.01", additions: [{ kind: "added", amount: "1.01" }] });
  });

  it("are not spoken of where no statement is in force", () => {
    const late = payingCouncil("incentive-without-statement-council", { incentive, statement: { versions: [version({ rounding: "statement-half-up", period: "period-assessed" } as const, { firstDay: "2026-03-17" })] } });
    expect(assessed(late, visit("2026-03-16", "09:00-10:00", ["09:00-10:00"])).payment.additions).toBeUndefined();
    expect(assessed(late, visit("2026-03-17", "09:00-10:00", ["09:00-10:00"])).payment.additions).toHaveLength(1);
  });
});

describe("the row a paid line used, and the next that would be paid differently", () => {
  const line = (council: Parameters<typeof assessed>[0], log: string, facts = {}) => assessed(council, visit("2026-03-16", "09:00-10:00", [log], facts)).payment.lines[0]!;

  it("a length by its row; one that ignores rounding is its own, and a minute more pays one more", () => {
    const switched = payingCouncil("switch-council", { paidMinutes: clause({ ...rows, roundingSwitch: "by-visit" }) });
    expect(line(switched, "09:00-09:25")).toMatchObject({ row: { from: 6, to: 30, becomes: 30 }, next: { inMinutes: 6, minutesPaid: 60 } });
    expect(line(switched, "09:00-09:25", { ignoresRounding: true })).toMatchObject({ row: { from: 25, to: 25, becomes: 25 }, next: { inMinutes: 1, minutesPaid: 26 } });
    const always = payingCouncil("no-switch-council", { paidMinutes: clause(rows) });
    expect(line(always, "09:00-09:25", { ignoresRounding: true })).toMatchObject({ minutesPaid: 30, row: { from: 6, to: 30, becomes: 30 } });
  });

  it("a row that pays nothing, where the least is paid all the same, is that row", () => {
    const least = payingCouncil("least-council", { paidMinutes: clause(rows), basis: clause({ ...ACTUAL, least: { of: { kind: "minutes", minutes: 15 }, whereNothing: "the-least" } } as const) });
    expect(line(least, "09:00-09:03")).toMatchObject({ minutesPaid: 15, row: { from: 0, to: 5, becomes: 0 } });
  });

  it("a fixed length is its own row, and has no next", () => {
    const fixed = payingCouncil("fixed-council", { paidMinutes: clause(rows), basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause(undelivered({ refused: { kind: "fixed-minutes", minutes: 20 } })) });
    expect(assessed(fixed, visit("2026-03-16", "09:00-10:00", [], { outcome: "refused" })).payment.lines).toMatchObject([{ measured: "fixed", row: { from: 20, to: 20, becomes: 20 }, next: null }]);
  });
});

describe("do two assessments agree?", () => {
  const paid = (minutesPaid: number, share?: string): TimeLine => ({ kind: "paid", carer: "A", measured: "logged", from: asMoment(0), to: asMoment(1800), minutes: 30, banded: minutesPaid, minutesPaid, ...(share && { share }) });
  const unpaid: TimeLine = { kind: "unpaid", carer: "B", reason: "surplus-carer", minutes: null };
  const grouped = (minutes: number, group: Partial<Extract<TimeLine, { kind: "grouped" }>["group"]> = {}): TimeLine =>
    ({ kind: "grouped", carer: "A", measured: "logged", from: asMoment(0), to: asMoment(1800), minutes, seconds: minutes * 60, group: { over: "day", firstDay: "2026-03-16", carer: "A", service: "care", ...group } }) as TimeLine;
  const same = (lines: readonly TimeLine[], others: readonly TimeLine[]) => samePaidTime(lines, lines.reduce((sum, line) => sum + (line.kind === "paid" ? line.minutesPaid : 0), 0), others);

  it("in minutes paid, however they are divided, and whatever is unpaid beside them", () => {
    expect(same([paid(30), unpaid], [paid(15), paid(15)])).toBe(true);
    expect(same([paid(30)], [paid(15)])).toBe(false);
  });

  it("in the share of a price, and the minutes it is of", () => {
    expect(same([paid(30, "0.5")], [paid(30, "0.5")])).toBe(true);
    expect(same([paid(30, "0.5")], [paid(30)])).toBe(false);
    expect(same([paid(30, "0.5")], [paid(30, "0.25")])).toBe(false);
    expect(same([paid(30, "0.5"), paid(15)], [paid(15, "0.5"), paid(30)])).toBe(false);
  });

  it("in the time that is added up, and in its group", () => {
    expect(same([grouped(25)], [grouped(25)])).toBe(true);
    for (const other of [grouped(26), grouped(25, { carer: "B" }), grouped(25, { service: "respite" }), grouped(25, { firstDay: "2026-03-17" })]) expect(same([grouped(25)], [other])).toBe(false);
    expect(same([grouped(25)], [unpaid])).toBe(false);
  });

  it("in the kind of visit and the class of its punctuality", () => {
    const one: Assessed = { kind: { kind: "delivered" }, punctuality: { class: "not-assessable", reason: "not-tested" }, came: [], lines: [paid(30)], minutesPaid: 30 };
    expect(sameVerdict(one, { ...one, punctuality: { class: "not-assessable", reason: "no-window" } })).toBe(true);
    expect(sameVerdict(one, { ...one, punctuality: { class: "late", arrival: null, reason: "too-few-carers", tolerance: null } })).toBe(false);
    expect(sameVerdict(one, { ...one, kind: { kind: "open" } })).toBe(false);
    expect(sameVerdict(one, { ...one, lines: [paid(15)], minutesPaid: 15 })).toBe(false);
  });
});

describe("a charge over time that is added up", () => {
  const per: Grouping = { kind: "added-up", over: "calendar-month", carers: "each", services: "each", severalRates: "undetermined" };
  const council = payingCouncil("charge-of-complete-hours-council", {
    charge: {
      basis: clause({ ...ACTUAL, per } as const),
      paidMinutes: clause({ kind: "complete-units", partMinutes: "dropped", unit: 60 } as const),
      rate: clause(TWELVE_POUNDS),
      statement: clause({ rounding: "statement-half-up", period: "period-assessed" } as const),
      contribution: clause({ period: "calendar-month", assessedOn: "first-day" } as const),
    },
  });
  const rules = compile(chargeOf(council));
  const contributions = { SU: [{ firstDay: "2026-01-01", lastDay: "open", amount: "60.00" }] } as const;
  const charged = (hours: string, day: "2026-03-02" | "2026-03-31", log: string, facts = {}) =>
    chargesFor([visit("2026-03-16", hours, [hours], { serviceUser: "SU", service: "care" }), visit(day, "09:00-10:00", [log], { serviceUser: "SU", service: "care", ...facts })].map((one, i) => assessVisit({ id: `V${i}`, ...one }, rules)), contributions, rules);

  it("the cost is that of the group, complete hours of both visits", () => {
    expect(charged("09:00-11:30", "2026-03-31", "09:00-09:30")).toMatchObject([{ serviceUser: "SU", cost: "36.00", costKnown: true, charge: { kind: "charged", amount: "36.00", by: "cost" } }]);
  });

  it("a group that pays nothing costs nothing, and that is known", () => {
    expect(charged("09:00-09:30", "2026-03-02", "09:00-09:29")).toMatchObject([{ cost: "0.00", costKnown: true }]);
  });

  it("a visit whose service is not known leaves the cost open", () => {
    expect(charged("09:00-10:00", "2026-03-02", "09:00-10:00", { service: null })).toMatchObject([{ cost: "12.00", costKnown: false, charge: { kind: "undetermined", reason: "cost-not-known" } }]);
  });

  it("a group that cannot be priced leaves the cost open", () => {
    const risen = compile(chargeOf({ ...council, charge: { ...council.charge, rate: { versions: [version(TWELVE_POUNDS, { lastDay: "2026-03-16" }), version({ ...TWELVE_POUNDS, hourly: "18.00" }, { firstDay: "2026-03-17" })] } } }));
    const visits = (["2026-03-16", "2026-03-17"] as const).map((day, i) => assessVisit({ id: `V${i}`, ...visit(day, "09:00-10:00", ["09:00-10:00"], { serviceUser: "SU", service: "care" }) }, risen));
    expect(payGroups(visits, risen).map(({ payment }) => payment)).toMatchObject([{ kind: "unpaid", reason: "several-rates-in-group" }]);
    expect(chargesFor(visits, contributions, risen)).toMatchObject([{ cost: "0.00", costKnown: false }]);
  });

  it("charges are in the order of service user and first day, whatever that of the visits", () => {
    const ordered = (["SU2 2026-04-16", "SU 2026-04-16", "SU2 2026-03-16", "SU 2026-03-16"] as const).map((one, i) => {
      const [serviceUser, day] = one.split(" ") as [string, "2026-03-16"];
      return assessVisit({ id: `V${i}`, ...visit(day, "09:00-10:00", ["09:00-10:00"], { serviceUser, service: "care" }) }, rules);
    });
    expect(chargesFor(ordered, contributions, rules).map(({ serviceUser, firstDay }) => `${serviceUser} ${firstDay}`)).toEqual(["SU 2026-03-01", "SU 2026-04-01", "SU2 2026-03-01", "SU2 2026-04-01"]);
  });

  it("a charge asked of rules without a contribution, with what to compile", () => {
    const pay = compile(payingCouncil("no-contribution-council", {}));
    expect(() => chargesFor([assessVisit(visit("2026-03-16", "09:00-10:00", ["09:00-10:00"]), pay)], contributions, pay)).toThrow(
      new TypeError("chargesFor: no-contribution-council must have a contribution in force on 2026-03-16, got null. Compile the charge: compile(chargeOf(council))"),
    );
  });
});

describe("time of several carers that is added up together", () => {
  const together = compile(payingCouncil("together-council", { paidMinutes: clause(BY_THE_MINUTE), basis: clause({ ...ACTUAL, per: { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } } as const) }));

  it("is paid in the order of its starts, then of the visits", () => {
    const at = (id: string, log: string) => assessVisit({ id, ...visit("2026-03-16", "09:00-10:00", [log], { serviceUser: "SU" }) }, together);
    const [group] = payGroups([at("V3", "09:00-09:30"), at("V2", "09:10-09:40"), at("V1", "09:10-09:20")], together);
    expect(group!.lines.map(({ visit: id }) => id)).toEqual(["V3", "V1", "V2"]);
  });

  it("without a price for the length, or a rate in force, the group says so", () => {
    const bands = { kind: "bands", dayKinds: [], across: "by-start", times: "paid", bands: [{ name: "all", when: {}, price: { kind: "by-length", lengths: [{ from: 1, to: 30, pounds: "10.00" }] } }] } as const;
    const rules = (rate: object) => compile(payingCouncil("by-length-council", { paidMinutes: clause(BY_THE_MINUTE), rate: rate as never, basis: clause({ ...ACTUAL, per: { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } } as const) }));
    const payment = (rate: object, log: string) => {
      const compiled = rules(rate);
      return payGroups([assessVisit(visit("2026-03-16", "09:00-10:00", [log], { serviceUser: "SU" }), compiled)], compiled)[0]!.payment;
    };
    expect(payment(clause(bands), "09:00-09:30")).toMatchObject({ kind: "paid", amount: "10.00" });
    expect(payment(clause(bands), "09:00-09:31")).toEqual({ kind: "unpaid", reason: "no-price-for-length", minutes: 31 });
    expect(payment({ versions: [version(TWELVE_POUNDS, { firstDay: "2026-03-17" })] }, "09:00-09:31")).toEqual({ kind: "unpaid", reason: "no-rule-in-force", minutes: 31 });
  });
});

describe("what compiling refuses", () => {
  it("a clause undelivered that basis asks for and is not there; what it pays where no log came is the council's to say", () => {
    expect(() => compile(payingCouncil("nothing-answers-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const) }))).toThrow(
      new TypeError('compile: the clause undelivered must be there where basis.undelivered is "by-outcome", got undefined. Add the clause, with a version that binds; or write "nothing" or "excused-planned-length" there'),
    );
    const returned = { ...ACTUAL, basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid" }, undelivered: "by-outcome" } as const;
    const council = (unexplained: UndeliveredPay) => payingCouncil("returned-council", { basis: clause(returned), undelivered: clause({ ...undelivered(), unexplained }) });
    expect(compile(council(NOTHING)).callTypes).toEqual(["call"]);
    expect(compile(council({ kind: "planned-length" })).callTypes).toEqual(["call"]);
  });

  it("time that is added up beside a switch of rounding, a share of a price, or an incentive", () => {
    const per: Grouping = { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" };
    const council = (patch: object, basis: object = {}) => payingCouncil("added-up-council", { basis: clause({ ...ACTUAL, per, ...basis }) as never, ...patch });
    expect(() => compile(council({ paidMinutes: clause({ ...rows, roundingSwitch: "by-visit" }) }))).toThrow(
      new TypeError('compile: paidMinutes.roundingSwitch must be left out where basis.per adds up time, got "by-visit". A visit in a sum has no rounding of its own'),
    );
    const share = { kind: "share-of-planned", share: "0.5", of: "price" } as const;
    expect(() => compile(council({ undelivered: clause(undelivered({ refused: share })) }, { undelivered: "by-outcome" }))).toThrow(
      new TypeError('compile: undelivered must not pay a share of a price where basis.per adds up time, got "a share of a price". Pay a share of the length: of: "length"'),
    );
    expect(compile(council({ undelivered: clause(undelivered({ refused: { ...share, of: "length" } })) }, { undelivered: "by-outcome" })).callTypes).toEqual(["call"]);
  });

  it("a call type without punctuality, with what to give; a clause of no authority that applies, with those it has", () => {
    const council = payingCouncil("call-types-council", {});
    expect(() => compile({ ...council, callTypes: ["call", "night"] } as never)).toThrow(new TypeError('compile: punctuality.callTypes must have "night", got undefined. Give its limits, or null for a call type that is not tested'));
    const proposed = { versions: [{ ...council.rate.versions[0]!, authority: "proposed" }, { ...council.rate.versions[0]!, authority: "recommended" }] } as never;
    expect(() => compile({ ...council, rate: proposed })).toThrow(new TypeError('compile: the clause "rate" must have a version that is agreed or trial, got "proposed, recommended". Name the authorities whose versions apply'));
  });

  it("a contract of a council that names none", () => {
    expect(() => contractOf(payingCouncil("no-contracts-council", {}), "day-care")).toThrow("It names no contracts");
  });
});
