import type { AttendanceTerms } from "../assessment/attendance.js";
import type { MissedFrom, MissedThreshold } from "../assessment/missed-threshold.js";
import type { PunctualityTerms, Tolerance } from "../assessment/punctuality.js";
import type { Clause, Version } from "../contract/clause.js";
import type { UndeliveredPay, UndeliveredTerms } from "../payment/undelivered.js";
import type { Clauses } from "../rules/council.js";
import { OUTCOMES } from "../visit/outcome.js";
import { type Noted, binds } from "./note.js";
import { paysOf } from "./pays-of.js";
import { isZero } from "./rate-notes.js";

/** What is to be noted of a version that says when an attended visit is missed, among the clauses in force beside it. */
export function missedNotes({ missedThreshold }: Version<AttendanceTerms>, { punctuality, basis }: Clauses): Noted[] {
  if (missedThreshold.kind === "none") return [];
  const at = ["missedThreshold"];
  return [
    ...(basis !== undefined && saidOf(basis, "undelivered").some((says) => says !== "by-outcome") ? [[at, "past-threshold-unpaid"] as const] : []),
    ...(punctuality !== undefined && tolerancesOf(punctuality).some((tolerance) => isMissedWhileOnTime(missedThreshold, tolerance)) ? [[at, "missed-while-on-time"] as const] : []),
  ];
}

/** What is to be noted of pay for visits that did not go to plan: pay for what cannot come about. */
export function undeliveredNotes(terms: UndeliveredTerms, { attendance }: Clauses): Noted[] {
  const { outcomes, unexplained, pastThreshold } = terms;
  const pays = paysOf(terms);
  const thresholds = attendance === undefined ? [] : saidOf(attendance, "missedThreshold");
  const isNeverPast = thresholds.length > 0 && thresholds.every(({ kind }) => kind === "none");
  const met = attendance === undefined ? OUTCOMES : saidOf(attendance, "notCompleted").flat();
  const paidForBeingThere = OUTCOMES.filter((outcome) => !met.includes(outcome) && paysActualTime(outcomes[outcome]));
  return [
    ...(isNeverPast && pastThreshold.kind !== "nothing" && pastThreshold.kind !== "undetermined" ? [[["pastThreshold"], "never-past-threshold"] as const] : []),
    ...paidForBeingThere.map((outcome): Noted => [["outcomes", outcome], "nobody-there"]),
    ...(paysActualTime(unexplained) ? [[["unexplained"], "nobody-there"] as const] : []),
    ...pays.flatMap(([at, pay]): Noted[] => (pay.kind === "share-of-planned" && isZero(pay.share) ? [[[...at, "share"], "pays-nothing"]] : [])),
    ...pays.flatMap(([at, pay]): Noted[] => (pay.kind === "hospital-retainer" && at[1] !== "hospital" ? [[at, "no-hospital-stay"]] : [])),
  ];
}

function paysActualTime(pay: UndeliveredPay): boolean {
  if (pay.kind === "by-notice") return [pay.otherwise, ...pay.tiers.map(({ pays }) => pays)].some(({ kind }) => kind === "actual-time");
  return pay.kind === "actual-time";
}

/** What the versions of a clause that bind say in a field, and what the choices of their readings would. */
function saidOf<Terms, Field extends keyof Terms & string>({ versions }: Clause<Terms>, field: Field): Terms[Field][] {
  return versions.filter(binds).flatMap((version) => {
    const choices = Object.values(version.readings).flatMap((reading) => Object.values(reading.choices));
    return [version[field], ...choices.flatMap(({ set }) => (field in set ? [(set as Partial<Terms>)[field]!] : []))];
  });
}

function tolerancesOf(punctuality: Clause<PunctualityTerms>): Tolerance[] {
  return punctuality.versions.filter(binds).flatMap(({ callTypes }) => Object.values(callTypes).filter((limits) => limits !== null && typeof limits === "object"));
}

/** Is a visit missed no later than it is late, or no earlier than it is early? Nothing is late, or early, then. */
function isMissedWhileOnTime(threshold: MissedThreshold, { early, late, earlyLimit, lateLimit }: Tolerance): boolean {
  const [missedEarly, missedLate] = sidesOf(threshold);
  return isBefore(missedEarly, early, earlyLimit) || isBefore(missedLate, late, lateLimit);
}

function sidesOf(threshold: MissedThreshold): readonly [MissedFrom | "never", MissedFrom | "never"] {
  if (threshold.kind === "early-or-late") return [threshold.early, threshold.late];
  if (threshold.kind !== "minutes") return ["never", "never"];
  const from: MissedFrom = { minutes: threshold.minutes, exactly: "missed" };
  return [from, from];
}

function isBefore(missed: MissedFrom | "never", onTime: Tolerance["late"], limit: Tolerance["lateLimit"]): boolean {
  // Without a limit, visits are on time until they are missed.
  if (missed === "never" || onTime === "no-limit") return false;
  const isBetween = limit === "excluded" && missed.exactly === "not-missed";
  return missed.minutes < onTime || (missed.minutes === onTime && !isBetween);
}
