import { pastThreshold } from "../assessment/missed-threshold.js";
import type { Presence } from "../assessment/presence.js";
import { type Tolerance, classOf, punctualityOf } from "../assessment/punctuality.js";
import type { TimeLine } from "../payment/basis.js";
import { plannedMinutes } from "../payment/line.js";
import { type PaidMinutesTable, lookUp } from "../payment/paid-minutes-table.js";
import { timeLines } from "../payment/time-lines.js";
import type { VisitFacts } from "../visit/visit.js";
import { type Assessed, assessCame, missedAllTheSame, samePaidTime, sameVerdict } from "./assess.js";
import type { Alternative, Alternatives, DayRules, Matters } from "./day-rules.js";

/**
 * On which readings does an assessment rest? A bit for each of `Rules.visitReadings`: set when another choice of the
 * reading, all else equal, would change the visit's kind, punctuality class or paid minutes.
 *
 * Only what an alternative touches is assessed again, and only where it can matter to this visit.
 */
export function restsOn<CallType extends string>(visit: VisitFacts<CallType>, assessed: Assessed, rules: DayRules<CallType>): number {
  const { tables, otherRow, others, plain, partMinutes, nearRow } = rules.alternatives;
  const { came, lines } = assessed;
  const isPlain = visit.carersRequired === 1 && visit.outcome === null && came.length === 1 && came[0]!.stays.length === 1;
  let bits = bitsOf(isPlain ? plain : others, visit, assessed, rules, 0);
  for (let i = 0; i < lines.length; i++) {
    const { minutes } = lines[i]!;
    if (minutes === null) continue;
    if (isPlain && nearRow[minutes] !== 0) bits = bitsOf(partMinutes, visit, assessed, rules, bits);
    if (otherRow[minutes] !== 0) bits = bitsOf(tables, visit, assessed, rules, bits);
  }
  return bits;
}

function bitsOf<CallType extends string>(alternatives: readonly Alternative<CallType>[], visit: VisitFacts<CallType>, assessed: Assessed, rules: DayRules, bits: number): number {
  for (let i = 0; i < alternatives.length; i++) {
    const alternative = alternatives[i]!;
    const bit = 1 << alternative.reading;
    if ((bits & bit) !== 0 || !canMatter(alternative, visit, assessed, rules)) continue;
    if (differs(alternative, visit, assessed, rules)) bits |= bit;
  }
  return bits;
}

/** Does an alternative change kind, punctuality class or paid minutes? Assesses again no more than it touches. */
function differs<CallType extends string>({ rules: other, touches }: Alternative<CallType>, visit: VisitFacts<CallType>, assessed: Assessed, rules: DayRules<CallType>): boolean {
  const { came, kind, punctuality, lines, minutesPaid } = assessed;
  const { attendance, basis, paidMinutes, undelivered } = other;
  if (touches === "payment" && attendance !== null && basis !== null && paidMinutes !== null) {
    return !samePaidTime(lines, minutesPaid, timeLines(visit, kind, came, basis, attendance.notCompletedPays, paidMinutes, undelivered));
  }
  // Without a threshold, punctuality changes no kind; that of a visit done with another may not be assessed at all.
  if (touches === "punctuality" && rules.attendance?.missedThreshold.kind === "none" && visit.merged === undefined) {
    return (kind.kind === "delivered" || kind.kind === "open") && punctualityOf(visit, came, other.punctuality!).class !== punctuality.class;
  }
  return !sameVerdict(assessed, assessCame(visit, came, other));
}

/** No alternatives: what the rules inside an alternative have. */
export const NO_ALTERNATIVES: Alternatives = { tables: [], otherRow: new Uint8Array(0), others: [], plain: [], partMinutes: [], nearRow: new Uint8Array(0) };

/** Fields of paid minutes that are not of the table. */
const BESIDE_TABLE: readonly string[] = ["paidMinutes.partMinutes", "paidMinutes.roundingSwitch"];

/** Fields that cannot matter to a plain visit: one carer required, one came, one stay, no outcome. */
const NOT_PLAIN: readonly string[] = [
  "punctuality.arrival",
  "punctuality.tooFewCarers",
  "attendance.outcomes",
  "attendance.unexplained",
  "attendance.notCompleted",
  "attendance.notCompletedPays",
  "basis.per",
  "basis.sameCarer",
  "basis.surplusCarers",
  "basis.undelivered",
];

/** What a change of these fields can touch. A field of another clause, or of two, touches everything. */
export function touchedBy(fields: readonly string[]): Alternative["touches"] {
  if (fields.every((field) => field.startsWith("punctuality."))) return "punctuality";
  return fields.every((field) => PAYMENT_CLAUSES.includes(field.slice(0, field.indexOf(".")))) ? "payment" : "everything";
}

const PAYMENT_CLAUSES: readonly string[] = ["paidMinutes", "basis", "undelivered"];

/**
 * Have the terms only kinds of which `MATTERS` and the tables below know when a choice can change something? Readings of
 * others are asked of every visit.
 */
export function isPlain({ basis, paidMinutes }: DayRules): boolean {
  if (basis === null || paidMinutes === null) return true;
  const { terms } = paidMinutes;
  return (
    basis.basis === "actual" &&
    typeof basis.per === "string" &&
    typeof basis.most === "string" &&
    basis.least === undefined &&
    basis.mostCarers === undefined &&
    basis.undelivered !== "by-outcome" &&
    terms.roundingSwitch === undefined
  );
}

/** Sorts alternatives by what they can matter to; for the tables, minute by minute. A length past the table always asks. */
export function arrange<CallType extends string>(rules: DayRules<CallType>, alternatives: readonly Alternative<CallType>[]): Alternatives<CallType> {
  const isTable = ({ fields, always }: Alternative<CallType>): boolean => !always && fields.length > 0 && fields.every((field) => field.startsWith("paidMinutes.") && !BESIDE_TABLE.includes(field));
  const tables = alternatives.filter(isTable);
  const others = alternatives.filter((alternative) => !isTable(alternative));
  const plain = others.filter(({ fields, always }) => always || fields.some((field) => !NOT_PLAIN.includes(field)));
  const isPartMinutes = ({ fields, always }: Alternative<CallType>): boolean => !always && fields.length === 1 && fields[0] === "paidMinutes.partMinutes";
  const { paidMinutes } = rules;
  return {
    tables,
    otherRow: Uint8Array.from(paidMinutes?.byMinute ?? [], (paid, minutes) => (tables.some((other) => other.rules.paidMinutes!.byMinute[minutes] !== paid) ? 1 : 0)),
    others,
    plain: plain.filter((alternative) => !isPartMinutes(alternative)),
    partMinutes: plain.filter(isPartMinutes),
    nearRow: Uint8Array.from(paidMinutes?.byMinute ?? [], (_paid, minutes) => (nearAnotherRow(minutes, paidMinutes!) ? 1 : 0)),
  };
}

function canMatter(alternative: Alternative, visit: VisitFacts, assessed: Assessed, rules: DayRules): boolean {
  if (alternative.always) return true;
  const { matters } = alternative;
  for (let i = 0; i < matters.length; i++) if (matters[i]!(visit, assessed, alternative.rules, rules)) return true;
  return false;
}

/** For each field, whether its change can matter to a visit. */
export function mattersOf(fields: readonly string[]): Matters[] {
  return fields.map((field) => MATTERS[field] ?? ALWAYS);
}

const ALWAYS: Matters = () => true;

/**
 * When each field can matter, told from cheap facts. It may say yes too often, never no where a choice changes
 * something: a test holds it against asking always. A field that is not listed always may.
 */
const MATTERS: { readonly [field: string]: Matters | undefined } = {
  "punctuality.callTypes": (visit, { punctuality }, other, rules) => {
    const theirs = other.punctuality!.callTypes[visit.callType]!;
    if ("seconds" in punctuality && hasLimits(theirs)) return classOf(punctuality.seconds, theirs) !== punctuality.class;
    const mine = rules.punctuality!.callTypes[visit.callType]!;
    return hasLimits(mine) !== hasLimits(theirs) || (!hasLimits(mine) && mine !== theirs);
  },
  "punctuality.arrival": (visit, { came }) => visit.carersRequired > 1 || came.length > 1,
  "punctuality.tooFewCarers": (visit, { punctuality }, _other, rules) =>
    rules.punctuality!.tooFewCarers === "not-assessable" ? punctuality.class === "not-assessable" : visit.carersRequired > 1,
  "attendance.outcomes": (visit) => visit.outcome !== null,
  "attendance.unexplained": (_visit, { came }) => came.length === 0,
  "attendance.notCompleted": (visit) => visit.outcome !== null,
  "attendance.notCompletedPays": (visit) => visit.outcome !== null,
  "attendance.missedThreshold": (visit, { kind, punctuality, came }, { punctuality: terms, attendance }) => {
    if ("seconds" in punctuality) return pastThreshold(punctuality.arrival, punctuality.seconds, visit, attendance!.missedThreshold, attendance!.cutOff) !== false;
    if (kind.kind === "delivered" || kind.kind === "open") return missedAllTheSame(visit, came, terms, attendance!) !== null;
    return kind.kind === "missed" || kind.kind === "undetermined";
  },
  "paidMinutes.partMinutes": (_visit, { lines, came }, _other, { paidMinutes, basis }) =>
    (came.length > 1 && basis?.per === "visit") || cameAgain(came) || anyNearAnotherRow(lines, paidMinutes!),
  "basis.per": (_visit, { came }) => came.length > 1 || cameAgain(came),
  "basis.sameCarer": (_visit, { came }) => cameAgain(came),
  "basis.surplusCarers": (visit, { came }) => came.length > visit.carersRequired,
  "basis.most": (visit, { lines }) => {
    const planned = plannedMinutes(visit);
    return lines.some((line) => (line.kind === "paid" ? line.banded > planned : line.kind === "unpaid" && line.reason === "no-planned-length"));
  },
  "basis.undelivered": (visit) => visit.outcome !== null,
};

/** Did a carer come more than once? */
function cameAgain(came: readonly Presence[]): boolean {
  for (const { stays } of came) if (stays.length > 1) return true;
  return false;
}

function anyNearAnotherRow(lines: readonly TimeLine[], table: PaidMinutesTable): boolean {
  for (const { minutes } of lines) if (minutes !== null && nearAnotherRow(minutes, table)) return true;
  return false;
}

function hasLimits(tolerance: Tolerance | "windows-only" | null): tolerance is Tolerance {
  return tolerance !== null && tolerance !== "windows-only";
}

/**
 * Is a row that pays otherwise one whole minute away? For one stay, two ways with part-minutes are a minute apart at most:
 * none gives less than dropping them, none more than rounding up.
 */
function nearAnotherRow(minutes: number, table: PaidMinutesTable): boolean {
  const paid = lookUp(minutes, table);
  const { partMinutes } = table.terms;
  return (partMinutes !== "up" && lookUp(minutes + 1, table) !== paid) || (partMinutes !== "dropped" && minutes > 0 && lookUp(minutes - 1, table) !== paid);
}
