import type { Version } from "../../src/contract/clause.js";
import type { Reading } from "../../src/contract/reading.js";
import type { BasisTerms } from "../../src/payment/basis.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import type { OneRateTerms } from "../../src/payment/rate.js";
import { type VisitAssessment, assessVisit } from "../../src/rules/assess-visit.js";
import { type CompileOptions, compile } from "../../src/rules/compile.js";
import type { Clauses, VisitCouncil } from "../../src/rules/council.js";
import type { Day } from "../../src/shared/day.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { alsoAsJson } from "../config/as-json.js";

/** The call types of the councils here. */
export type Call = "call";

/** A version of a clause in a made-up contract: from a day to a day, or as long as anybody asks. */
export function version<Terms extends object>(terms: Terms, days: { firstDay?: Day; lastDay?: Day } = {}, readings: { [slug: string]: Reading<Terms> } = {}): Version<Terms> {
  return {
    firstDay: days.firstDay ?? "unstated",
    lastDay: days.lastDay ?? "open",
    authority: "agreed",
    source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as the row of published rules says" },
    readings,
    ...terms,
  };
}

/** A clause with one version. */
export function clause<Terms extends object>(terms: Terms, readings: { [slug: string]: Reading<Terms> } = {}): { versions: readonly Version<Terms>[] } {
  return { versions: [version(terms, {}, readings)] };
}

/** Actual time of each carer, paid for as many as required. */
export const ACTUAL: BasisTerms = { basis: "actual", per: "attendance", sameCarer: "joined", surplusCarers: "earliest", most: "no-limit", undelivered: "nothing" };
/** £12.00 an hour: 20p a minute. */
export const TWELVE_POUNDS: OneRateTerms = { kind: "one-rate", hourly: "12.00", hours: "every" };
export const BY_THE_MINUTE: PaidMinutesTerms = { kind: "exact-minutes", partMinutes: "dropped" };

/** A council that pays actual time by the minute at £12.00 an hour, but for the clauses given. */
export function payingCouncil(id: string, clauses: Clauses<Call> & Pick<VisitCouncil<Call>, "charge" | "contracts"> & { nation?: VisitCouncil["nation"] }): VisitCouncil<Call> {
  return alsoAsJson({
    id,
    name: id,
    nation: "england-and-wales",
    callTypes: ["call"],
    punctuality: clause({ callTypes: { call: { early: 30, late: 30 } }, arrival: "first-carer", tooFewCarers: "not-assessable" }),
    targets: clause({ punctuality: { call: null }, continuity: null, punctualityBase: "assessable" }),
    attendance: clause({
      outcomes: {
        "no-access": "excused",
        hospital: "excused",
        "cancelled-by-person": "excused",
        "cancelled-by-council": "not-required",
        "provider-failure": "missed",
        refused: "excused",
        aborted: "excused",
        frustrated: "excused",
        suspended: "not-required",
        other: "undetermined",
      },
      unexplained: "missed",
      notCompleted: ["no-access", "refused", "frustrated", "aborted"],
      notCompletedPays: "time-there",
      missedThreshold: { kind: "none" },
    }),
    paidMinutes: clause(BY_THE_MINUTE),
    basis: clause(ACTUAL),
    rate: clause(TWELVE_POUNDS),
    statement: clause({ rounding: "statement-half-up", period: "period-assessed" }),
    continuity: clause({ kind: "linear", base: 1, factor: "0.15", rounding: "up", roundTo: 1, days: 14, step: 7, anchor: "mondays", received: "attended", scope: "service-user-and-provider", doubleHanded: "one-visit", shareOf: "windows" }),
    ...clauses,
  });
}

/** A visit planned on a day from one time to another, and the logs of its carers, `"09:00-09:37"` each. */
export function visit(day: Day, planned: string, logs: readonly string[], facts: Partial<VisitInput<Call>> = {}): VisitInput<Call> {
  const at = (time: string): string => `${day}T${time}`;
  const [start, end] = planned.split("-") as [string, string];
  return {
    callType: "call",
    plannedStart: at(start),
    plannedEnd: at(end),
    attendances: logs.map((log, i) => {
      const [logIn, logOut] = log.split("-") as [string, string];
      return { carer: `C${i + 1}`, logIn: at(logIn), logOut: logOut === "" ? null : at(logOut) };
    }),
    ...facts,
  };
}

export function assessed(council: VisitCouncil<Call>, input: VisitInput<Call>, options: CompileOptions = {}): VisitAssessment<Call> {
  return assessVisit(input, compile(council, options));
}

/** What a visit is paid by a council: minutes and pounds. */
export function paid(council: VisitCouncil<Call>, input: VisitInput<Call>, options: CompileOptions = {}): { minutes: number; pounds: string } {
  const { minutesPaid, amount } = assessed(council, input, options).payment;
  return { minutes: minutesPaid, pounds: amount };
}

/** Why the first line of a visit is not paid; `null` when it is. */
export function unpaidBecause(council: VisitCouncil<Call>, input: VisitInput<Call>, options: CompileOptions = {}): string | null {
  const [line] = assessed(council, input, options).payment.lines;
  return line?.kind === "unpaid" ? line.reason : null;
}
