import type { AttendanceTerms, Clause, Council, PunctualityTerms, VisitCouncil } from "../../src/index.js";
import type { Reading } from "../../src/index.js";
import { alsoAsJson } from "../config/as-json.ts";

const facts = {
  firstDay: "unstated",
  lastDay: "unstated",
  authority: "agreed",
  source: { document: "A pattern, no body's policy", published: "undated", clause: "-", quote: "-" },
} as const;

/** A clause of one version without days. */
export function clause<Terms extends object>(terms: Terms, readings: { readonly [slug: string]: Reading<Terms> } = {}): Clause<Terms> {
  return { versions: [{ ...facts, ...terms, readings }] };
}

export const attendance: AttendanceTerms = {
  outcomes: {
    "no-access": "excused", hospital: "excused", "cancelled-by-person": "excused", "cancelled-by-council": "not-required", "provider-failure": "missed",
    refused: "excused", aborted: "excused", frustrated: "excused", suspended: "not-required", other: "undetermined",
  },
  unexplained: "missed",
  notCompleted: ["no-access", "refused", "frustrated", "aborted"],
  notCompletedPays: "time-there",
  missedThreshold: { kind: "none" },
};

export const punctuality: PunctualityTerms<"call"> = { callTypes: { call: { early: 30, late: 30 } }, arrival: "together", tooFewCarers: "not-assessable" };

/** A council named for a pattern: every clause that visits need, none of it anybody's, with what the pattern sets in their place. */
export function patternCouncil(id: string, patch: Partial<Council<"call">> = {}): VisitCouncil<"call"> {
  return alsoAsJson({
    id,
    name: id,
    nation: "england-and-wales",
    callTypes: ["call"],
    punctuality: clause(punctuality),
    targets: clause({ punctuality: { call: null }, continuity: null, punctualityBase: "assessable" as const }),
    attendance: clause(attendance),
    paidMinutes: clause({ kind: "rows" as const, partMinutes: "dropped" as const, rows: [{ from: 0, to: "open" as const, becomes: 30 }], filling: [], zeroMinutes: "by-its-row" as const, beyond: { kind: "open-row" as const } }),
    basis: clause({ basis: "actual" as const, per: "attendance" as const, sameCarer: "joined" as const, surplusCarers: "earliest" as const, most: "no-limit" as const, undelivered: "nothing" as const }),
    rate: clause({ kind: "one-rate" as const, hourly: "20.00", hours: "every" }),
    statement: clause({ rounding: "statement-half-up" as const, period: "period-assessed" as const }),
    continuity: clause({
      kind: "measure" as const, doubleHanded: "one-visit" as const, days: 7, step: 7, anchor: "mondays" as const,
      received: "attended" as const, scope: "service-user-and-provider" as const, shareOf: "windows" as const,
    }),
    ...patch,
  } as VisitCouncil<"call">);
}
