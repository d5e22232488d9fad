import { type AttendanceRule, type VisitKind, visitKind } from "../assessment/attendance.js";
import { pastThreshold } from "../assessment/missed-threshold.js";
import { type Presence, presences } from "../assessment/presence.js";
import { DONE_WITH_ANOTHER, type Punctuality, type PunctualityRule, arrivalOf, punctualityOf, secondsFromPlan } from "../assessment/punctuality.js";
import type { TimeLine } from "../payment/basis.js";
import { minutesPaidOver } from "../payment/line.js";
import { timeLines } from "../payment/time-lines.js";
import type { VisitFacts } from "../visit/visit.js";
import type { DayRules } from "./day-rules.js";

/** What the rules of its day make of a visit, in numbers: the stage before text and money. */
export interface Assessed {
  readonly kind: VisitKind;
  readonly punctuality: Punctuality;
  /** The different carers who came. */
  readonly came: readonly Presence[];
  readonly lines: readonly TimeLine[];
  /** Minutes paid over all lines. */
  readonly minutesPaid: number;
}

const NOT_DELIVERED: Punctuality = { class: "not-assessable", reason: "not-delivered" };
const NO_RULE: Punctuality = { class: "not-assessable", reason: "no-rule-in-force" };
const NO_ATTENDANCE_RULE: VisitKind = { kind: "undetermined", reason: "no-rule-in-force" };

/** Assesses a visit by the rules of its day: its kind, then punctuality, then paid time. */
export function assess<CallType extends string>(visit: VisitFacts<CallType>, rules: DayRules<CallType>): Assessed {
  return assessCame(visit, presences(visit.attendances), rules);
}

/** The same where the carers who came are known already: no rule changes them. */
export function assessCame<CallType extends string>(visit: VisitFacts<CallType>, came: readonly Presence[], rules: DayRules<CallType>): Assessed {
  const { attendance, punctuality: terms, basis, paidMinutes } = rules;
  let kind = attendance === null ? NO_ATTENDANCE_RULE : visitKind(visit, came, attendance);
  let punctuality = NOT_DELIVERED;
  if (kind.kind === "delivered" || kind.kind === "open") {
    punctuality = terms === null ? NO_RULE : punctualityOf(visit, came, terms);
    if (attendance!.missedThreshold.kind !== "none") {
      const missed = missedAllTheSame(visit, came, terms, attendance!);
      if (missed !== null) {
        kind = missed;
        punctuality = NOT_DELIVERED;
      }
    }
    if (punctuality !== NOT_DELIVERED && visit.merged?.kind === "holds-another" && attendance!.merged?.holdsAnother === "punctuality-not-assessed") punctuality = DONE_WITH_ANOTHER;
  }
  const lines =
    basis === null || paidMinutes === null || attendance === null ? NO_LINES
    : came.length === 0 && kind.kind === "delivered" ? NOT_ATTENDED
    : timeLines(visit, kind, came, basis, attendance.notCompletedPays, paidMinutes, rules.undelivered);
  return { kind, punctuality, came, lines, minutesPaid: minutesPaidOver(lines) };
}

const NO_LINES: readonly TimeLine[] = [{ kind: "unpaid", carer: null, reason: "no-rule-in-force", minutes: null }];

/** A visit delivered in another's attendance: that one has the line. */
const NOT_ATTENDED: readonly TimeLine[] = [{ kind: "unpaid", carer: null, reason: "not-attended", minutes: null }];

/** What an attended visit is that came past the threshold, or of which that cannot be said; else `null`. */
export function missedAllTheSame<CallType extends string>(
  visit: VisitFacts<CallType>,
  came: readonly Presence[],
  terms: PunctualityRule<CallType> | null,
  { missedThreshold, cutOff }: AttendanceRule,
): VisitKind | null {
  const arrival = terms === null ? null : arrivalOf(came, visit.carersRequired, terms);
  if (arrival === null) return null;
  const past = pastThreshold(arrival, secondsFromPlan(arrival, visit, terms!), visit, missedThreshold, cutOff);
  if (typeof past === "string") return { kind: "undetermined", reason: past };
  return past ? { kind: "missed", reason: "past-threshold" } : null;
}

/** Do two assessments of a visit agree in kind, punctuality class and paid minutes? */
export function sameVerdict(one: Assessed, other: Assessed): boolean {
  return one.kind.kind === other.kind.kind && one.punctuality.class === other.punctuality.class && samePaidTime(one.lines, one.minutesPaid, other.lines);
}

/** Do two ways of payment agree in minutes paid, in shares of a price, and in the time that is paid with its group? */
export function samePaidTime(lines: readonly TimeLine[], minutesPaid: number, others: readonly TimeLine[]): boolean {
  if (minutesPaidOver(others) !== minutesPaid) return false;
  let theirs = nextApart(others, 0);
  for (let mine = nextApart(lines, 0); mine < lines.length; mine = nextApart(lines, mine + 1)) {
    if (theirs === others.length || !sameApart(lines[mine]!, others[theirs]!)) return false;
    theirs = nextApart(others, theirs + 1);
  }
  return theirs === others.length;
}

/** The next line that is paid beside whole prices of minutes paid; most visits have none. */
function nextApart(lines: readonly TimeLine[], from: number): number {
  let i = from;
  while (i < lines.length && !(lines[i]!.kind === "grouped" || (lines[i] as { readonly share?: string }).share !== undefined)) i++;
  return i;
}

function sameApart(one: TimeLine, other: TimeLine): boolean {
  if (one.kind === "grouped") {
    return (
      other.kind === "grouped" &&
      one.seconds === other.seconds &&
      one.group.carer === other.group.carer &&
      one.group.service === other.group.service &&
      one.group.firstDay === other.group.firstDay
    );
  }
  return one.kind === "paid" && other.kind === "paid" && one.minutesPaid === other.minutesPaid && one.share === other.share;
}
