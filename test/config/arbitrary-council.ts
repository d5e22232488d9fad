import * as fc from "fast-check";
import type { AttendanceTerms } from "../../src/assessment/attendance.js";
import type { NamedWindowTerms } from "../../src/assessment/named-windows.js";
import type { PunctualityTerms, Tolerance } from "../../src/assessment/punctuality.js";
import type { ContinuityTerms, ReceivedTerms } from "../../src/continuity/terms.js";
import type { Clause, Version, VersionFacts } from "../../src/contract/clause.js";
import type { Reading } from "../../src/contract/reading.js";
import type { Row } from "../../src/contract/rows.js";
import type { StatementTerms } from "../../src/payment/statement.js";
import type { PerformanceEffectTerms } from "../../src/performance/effect.js";
import type { TargetTerms } from "../../src/performance/standing.js";
import type { Clauses, VisitCouncil } from "../../src/rules/council.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";
import { capture, contribution, scorecard, target, timeBank, visitLength } from "./arbitrary-beside.ts";
import { type PayClauses, payClauses } from "./arbitrary-pay.ts";
import { decimals, minutes, shares } from "./arbitrary-values.ts";

export type Call = "standard" | "critical";
const CALL_TYPES: readonly Call[] = ["standard", "critical"];

const facts = { authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" } } as const;

/** A clause with one version, or with two that follow each other on a day; each with a reading of one of its fields or none. */
function dated<Terms extends object>(terms: fc.Arbitrary<Terms>, name: string, field?: string): fc.Arbitrary<Clause<Terms>> {
  type Facts = VersionFacts<Terms>;
  const version = (own: Terms, firstDay: Facts["firstDay"], lastDay: Facts["lastDay"], readings: Facts["readings"]): Version<Terms> => ({ ...own, ...facts, firstDay, lastDay, readings });
  return fc.tuple(terms, terms, fc.constantFrom("one", "one", "two"), fc.boolean()).map(([one, other, versions, isRead]): Clause<Terms> => {
    if (versions === "two") return { versions: [version(one, "unstated", "2026-03-28", {}), version(other, "2026-03-29", "open", {})] };
    const read = isRead && field !== undefined && field in one && field in other ? readingOf(one, other, name, field) : {};
    return { versions: [version(one, "unstated", "unstated", read)] };
  });
}

function readingOf<Terms extends object>(one: Terms, other: Terms, name: string, field: string): { readonly [slug: string]: Reading<Terms> } {
  const set = (terms: Terms): Partial<Terms> => ({ [field]: (terms as Readonly<Record<string, unknown>>)[field] }) as Partial<Terms>;
  return { [`which-${name}`]: { silent: "It does not say.", adopted: "one", choices: { one: { says: "One.", set: set(one) }, other: { says: "Another.", set: set(other) } } } };
}

const tolerance: fc.Arbitrary<Tolerance> = fc.record({ early: fc.oneof(fc.nat(60), fc.constant("no-limit" as const)), late: fc.nat(60) }).chain(({ early, late }) =>
  fc.constantFrom<Tolerance>({ early, late }, { early, late, ...(late === 0 ? {} : { lateLimit: "excluded" }) }, { early, late, earlyLimit: "included" }),
);

const WINDOWS = [
  { name: "morning", from: "07:00", to: "10:00" },
  { name: "late morning", from: "09:00", to: "11:30" },
  { name: "tea", from: "16:00", to: "18:00" },
  { name: "night", from: "22:00", to: "02:00" },
] as const;
const limits = fc.constantFrom("included" as const, "excluded" as const);
const windows: fc.Arbitrary<NamedWindowTerms> = fc.record({
  windows: fc.subarray([...WINDOWS], { minLength: 1 }).chain((some) => fc.tuple(...some.map((window) => fc.record({ fromLimit: limits, toLimit: limits }).map((ends) => ({ ...window, ...ends }))))),
  grace: fc.record({ early: fc.nat(20), late: fc.nat(20) }),
  timed: fc.constantFrom("planned-start", "its-window"),
  overlap: fc.constantFrom("undetermined", "starts-first", "starts-last", "any-of-them"),
  gap: fc.constantFrom("undetermined", "planned-start"),
});

const punctuality: fc.Arbitrary<PunctualityTerms<Call>> = fc
  .record({
    callTypes: fc.record({ standard: tolerance, critical: fc.option(tolerance) }),
    arrival: fc.constantFrom("together", "last-carer", "first-carer"),
    tooFewCarers: fc.constantFrom("not-assessable", "last-arrival", "late"),
    windows: fc.option(windows),
    isWindowsOnly: fc.boolean(),
  })
  .map(({ windows: named, isWindowsOnly, ...terms }): PunctualityTerms<Call> => {
    if (named === null) return terms as PunctualityTerms<Call>;
    return { ...terms, callTypes: isWindowsOnly ? { ...terms.callTypes, critical: "windows-only" } : terms.callTypes, windows: named } as PunctualityTerms<Call>;
  });

const targets: fc.Arbitrary<TargetTerms<Call>> = fc.record({ punctuality: fc.record({ standard: target, critical: target }), continuity: target, punctualityBase: fc.constantFrom("assessable", "missed-count-as-late") });

function byOutcome<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<{ [O in Outcome]: Value }> {
  return fc.record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, value])) as { [O in Outcome]: fc.Arbitrary<Value> });
}

const exactly = fc.constantFrom("missed" as const, "not-missed" as const);
const missedFrom = fc.oneof(fc.constant("never" as const), fc.record({ minutes, exactly }));
const becomes = fc.constantFrom("delivered" as const, "excused" as const, "not-required" as const, "missed" as const);
const attendance: fc.Arbitrary<AttendanceTerms> = fc
  .record({
    outcomes: byOutcome(fc.constantFrom("excused" as const, "missed" as const, "not-required" as const, "undetermined" as const)),
    unexplained: fc.constantFrom("missed" as const, "undetermined" as const),
    notCompleted: fc.subarray([...OUTCOMES]),
    notCompletedPays: fc.constantFrom("time-there" as const, "nothing" as const, "planned-length" as const),
    missedThreshold: fc.oneof(
      fc.constantFrom({ kind: "none" as const }, { kind: "next-visit" as const }),
      fc.record({ kind: fc.constant("minutes" as const), minutes }),
      fc.record({ kind: fc.constant("early-or-late" as const), early: missedFrom, late: missedFrom }).filter(({ early, late }) => early !== "never" || late !== "never"),
      fc.record({ kind: fc.constant("cut-off" as const), by: fc.constantFrom("00:01", "12:00", "24:00"), exactly }),
    ),
    merged: fc.option(fc.record({ doneInAnother: fc.record({ agreed: becomes, notAgreed: becomes }), holdsAnother: fc.constantFrom("by-its-own-plan" as const, "punctuality-not-assessed" as const) })),
  })
  .map(({ merged, ...terms }) => (merged === null ? terms : { ...terms, merged }));

const statement: fc.Arbitrary<StatementTerms> = fc.record({ rounding: fc.constantFrom("statement-half-up", "line-half-up", "line-half-even"), period: fc.constantFrom("period-assessed", "calendar-month", "four-weeks") });

const received: fc.Arbitrary<ReceivedTerms> = fc
  .record({
    received: fc.constantFrom("attended" as const, "delivered" as const),
    callTypes: fc.option(fc.subarray([...CALL_TYPES], { minLength: 1 })),
    carers: fc.option(fc.constantFrom("every" as const, "as-many-as-required" as const)),
    scope: fc.constantFrom("service-user-and-provider" as const, "service-user" as const),
    shareOf: fc.constantFrom("windows" as const, "service-users" as const),
  })
  .map(({ callTypes, carers, ...terms }) => ({ ...terms, ...(callTypes === null ? {} : { callTypes }), ...(carers === null ? {} : { carers }) }));
const days = fc.oneof(
  fc.constant({ days: "calendar-month", step: "calendar-month", anchor: "first-of-month" } as const),
  fc.record({ days: fc.constantFrom(1, 7, 14), step: fc.constantFrom(1, 7), anchor: fc.constantFrom("mondays" as const, "period-start" as const, "2026-03-25" as const) }),
);
const doubleHanded = fc.constantFrom("one-visit" as const, "carers-required" as const, "left-out" as const);
const carerRows: fc.Arbitrary<Row[]> = fc.array(fc.record({ from: fc.nat(10), length: fc.option(fc.nat(10)), becomes: fc.nat(6) }), { minLength: 1, maxLength: 3 }).map((rows) => rows.map(({ from, length, becomes: carers }) => ({ from, to: length === null ? "open" : from + length, becomes: carers })));
const standard = fc.oneof(
  fc.record({
    kind: fc.constant("linear" as const),
    base: fc.nat(3),
    factor: fc.oneof(decimals, fc.record({ carers: fc.nat(3), visits: fc.integer({ min: 1, max: 9 }) })),
    rounding: fc.constantFrom("up" as const, "down" as const, "nearest" as const),
    roundTo: fc.integer({ min: 1, max: 3 }),
    doubleHanded,
  }),
  fc.record({ kind: fc.constant("table" as const), rows: carerRows, doubleHanded }),
  fc.record({ kind: fc.constant("maximum" as const), most: fc.nat(5), doubleHanded }),
  fc.record({ kind: fc.constant("share" as const), mostFrequent: fc.integer({ min: 1, max: 3 }), atLeast: fc.option(shares), limit: limits, doubleHanded: fc.constantFrom("each-carer" as const, "left-out" as const) }),
  fc.record({ kind: fc.constant("measure" as const), doubleHanded }),
);
const continuity: fc.Arbitrary<ContinuityTerms> = fc.tuple(standard, days, received).map(([kind, window, who]): ContinuityTerms => ({ ...kind, ...window, ...who }) as ContinuityTerms);

const effect = fc.constantFrom("done" as const, "failed" as const, "apart" as const, "not-counted" as const, "undetermined" as const);
const CASES = ["delivered", "understaffed", "past-threshold", "done-in-another", "unexplained"] as const;
const performanceEffects: fc.Arbitrary<PerformanceEffectTerms> = fc.record({
  cases: fc.tuple(byOutcome(effect), fc.record(Object.fromEntries(CASES.map((name) => [name, effect])) as { [C in (typeof CASES)[number]]: typeof effect })).map(([outcomes, others]) => ({ ...outcomes, ...others })),
  byProviderFault: fc.subarray([...CASES, ...OUTCOMES]),
});

/** The clauses of pay that go together, each dated. */
function dateds({ paidMinutes, basis, rate, undelivered, incentive }: PayClauses) {
  return {
    paidMinutes: dated(fc.constantFrom(...paidMinutes), "part-minutes", "partMinutes"),
    basis: dated(fc.constantFrom(...basis), "same-carer", "sameCarer"),
    rate: dated(fc.constantFrom(...rate), "rate"),
    undelivered: undelivered === null ? fc.constant(null) : dated(fc.constant(undelivered), "undelivered"),
    incentive: incentive === null ? fc.constant(null) : dated(fc.constant(incentive), "incentive"),
  };
}

const judging = {
  punctuality: dated(punctuality, "arrival", "arrival"),
  attendance: dated(attendance, "unexplained", "unexplained"),
};
/** Clauses that stand beside the assessment of visits. */
const beside = {
  contribution: dated(contribution, "assessed-on", "assessedOn"),
  visitLength: dated(visitLength, "visit-length", "rules"),
  performanceEffects: dated(performanceEffects, "effects"),
  scorecard: dated(scorecard, "missing-measures", "missing"),
  capture: dated(capture, "capture", "of"),
  timeBank: dated(timeBank, "time-bank", "ahead"),
};

/** Without the clauses that a rule set does not have. */
function present<Set extends object>(clauses: Set): Clauses<Call> {
  return Object.fromEntries(Object.entries(clauses).filter(([, clause]) => clause !== null && clause !== undefined)) as unknown as Clauses<Call>;
}

/**
 * A contract that says otherwise what a council says: how visits are judged, and what stands beside; and what is paid, where
 * that goes with the clauses that it does not have itself.
 */
function contractOver(council: PayClauses): fc.Arbitrary<Clauses<Call>> {
  const others = fc.record({ ...judging, ...beside }, { requiredKeys: [] });
  return payClauses.chain((own) => {
    // What the council has beside its basis, and the contract has not, is handed down, and may contradict the contract's basis.
    const goesTogether = (council.undelivered === null || own.undelivered !== null) && (council.incentive === null || own.basis.every(({ per }) => typeof per === "string"));
    return fc.tuple(others, goesTogether ? fc.option(fc.record(dateds(own))) : fc.constant(null)).map(([clauses, pay]) => present({ ...clauses, ...pay }));
  });
}

/** What persons are charged: nothing of what is paid is handed down, so it has all that it needs. */
const charge: fc.Arbitrary<Clauses<Call>> = payClauses.chain((pay) => fc.record({ ...dateds(pay), statement: dated(statement, "rounding", "rounding"), contribution: beside.contribution, attendance: fc.option(judging.attendance) })).map(present);

/** Any council that assesses visits, of every kind of every clause, with contracts and a charge or without. */
export const councils: fc.Arbitrary<VisitCouncil<Call>> = payClauses.chain((pay) =>
  fc
    .record({
      ...judging,
      targets: dated(targets, "base", "punctualityBase"),
      ...dateds(pay),
      statement: dated(statement, "rounding", "rounding"),
      continuity: dated(continuity, "received", "received"),
      ...(Object.fromEntries(Object.entries(beside).map(([name, clause]) => [name, fc.option<unknown>(clause as fc.Arbitrary<unknown>)])) as { [C in keyof typeof beside]: fc.Arbitrary<unknown> }),
      contracts: fc.option(fc.record({ rural: contractOver(pay), "extra-care": contractOver(pay) }, { requiredKeys: [] })),
      charge: fc.option(charge),
      nation: fc.constantFrom("england-and-wales" as const, "scotland" as const, "northern-ireland" as const),
    })
    .map((clauses) => ({ id: "random-council", name: "Random Council", callTypes: CALL_TYPES, ...present(clauses) }) as unknown as VisitCouncil<Call>),
);
