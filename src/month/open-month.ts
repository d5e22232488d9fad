import { type VisitKind, contradicts } from "../assessment/attendance.js";
import { type Presence, presences } from "../assessment/presence.js";
import type { Punctuality } from "../assessment/punctuality.js";
import { UNPAID_REASONS, type UnpaidReason } from "../payment/basis.js";
import { statementOf } from "../payment/statement.js";
import { countEffect, emptyEffects } from "../performance/effect.js";
import { type Tally, countUndeterminedPayments, countUnits, countVisit, countWithoutAttendance } from "../performance/tally.js";
import { type Assessed, assess } from "../rules/assess.js";
import { additions, effectOf, isUnderstaffed } from "../rules/assess-visit.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import type { DayRules } from "../rules/day-rules.js";
import { priceOfLine, unitsOf } from "../rules/money.js";
import { restsOn } from "../rules/rests-on.js";
import type { DayNumber } from "../shared/day.js";
import type { BookVisit } from "./book.js";
import { type CountedVisit, type Groups, enterGroup, finishedGroups } from "./groups.js";
import { type Month, countFinding, tallyOf } from "./month.js";
import { type Calendar, type Follow, closeWindows, countFollow, countedCarers, newFollow, receive, receivedOf, windowCalendar } from "./windows.js";

/** What a month still holds open while visits come in, day by day. */
export interface OpenMonth<CallType extends string> {
  readonly month: Month<CallType>;
  readonly rules: Rules<CallType>;
  readonly calendar: Calendar;
  /** By service user: one for each provider, or one over all of them. */
  readonly follows: Map<string, FollowOf[]>;
  /** The first day of the period, for statements. */
  readonly firstDay: DayNumber;
  /** Time that is added up before it is paid; empty for a council that adds none up. */
  readonly groups: Groups<CallType>;
}

/** A service user followed with one provider; `OVER_ALL` stands for all of them. */
interface FollowOf extends Follow {
  readonly provider: string;
}

/** Opens a month whose period begins on a day. */
export function openMonth<CallType extends string>(month: Month<CallType>, rules: Rules<CallType>, firstDay: DayNumber): OpenMonth<CallType> {
  return { month, rules, calendar: windowCalendar(rules, firstDay), follows: new Map(), firstDay, groups: new Map() };
}

/** Assesses a visit and counts it. Visits come in the order of their days for each service user. */
export function addVisit<CallType extends string>(open: OpenMonth<CallType>, visit: BookVisit<CallType>): void {
  const { month, rules } = open;
  const tally = tallyOf(month, visit.provider);
  if (visit.rejected || visit.conflicting !== null) {
    if (visit.conflicting !== null) countFinding(month, "conflicting-visit");
    else countContradiction(open, visit, presences(visit.attendances));
    countVisit(tally, visit.callType, visit.conflicting === null ? REJECTED : CONFLICTING, NOT_DELIVERED);
    countUndeterminedPayments(tally, 1);
    return;
  }
  const day = rulesOn(rules, visit.day);
  const assessed = assess(visit, day);
  const { kind, came, punctuality } = assessed;
  countVisit(tally, visit.callType, kind, punctuality);
  const understaffed = isUnderstaffed(kind, came.length, visit.carersRequired);
  if (understaffed) tally.understaffed++;
  const effect = effectOf(visit, kind, understaffed, day);
  if (effect !== null) countEffect((tally.effects ??= emptyEffects()), effect);
  const bits = restsOn(visit, assessed, day);
  countReadings(month, bits);
  const priced = countPayment(open, tally, visit, assessed, day, bits);
  countContradiction(open, visit, came);
  // Without a standard of its day it is not known how an attended visit counts in windows.
  if (!priced || lacksRule(assessed) || (day.continuity === null && came.length > 0)) countFinding(month, "no-rule-in-force");
  const received = receivedOf(visit, kind, day);
  if (received !== null) {
    const follow = followOf(open, visit.serviceUser, received.overAllProviders ? OVER_ALL : visit.provider);
    receive(follow, visit.day, received.visits, countedCarers(came, visit, day), received.prefix, open.calendar);
  }
}

const REJECTED: VisitKind = { kind: "undetermined", reason: "rejected-row" };
const CONFLICTING: VisitKind = { kind: "undetermined", reason: "conflicting-rows" };
const NOT_DELIVERED: Punctuality = { class: "not-assessable", reason: "not-delivered" };
/** Stands for all providers together; no provider has an empty id. */
const OVER_ALL = "";

/** Said of a visit whatever else makes it undetermined, so that all of it can be corrected at once. */
function countContradiction<CallType extends string>({ month, rules }: OpenMonth<CallType>, visit: BookVisit<CallType>, came: readonly Presence[]): void {
  const { attendance } = rulesOn(rules, visit.day);
  if (attendance !== null && contradicts(visit, came, attendance)) countFinding(month, "attended-and-not-delivered");
}

function countReadings(month: Pick<Month, "restsOn">, bits: number): void {
  for (let i = 0; bits >>> i !== 0; i++) if ((bits & (1 << i)) !== 0) month.restsOn[i]!++;
}

/** Counts what a visit is paid, in place. Answers `false` where a rate or statement that it needs is not in force. */
function countPayment<CallType extends string>(open: OpenMonth<CallType>, tally: Tally<CallType>, visit: BookVisit<CallType>, { kind, came, lines }: Assessed, day: DayRules<CallType>, bits: number): boolean {
  const { month, rules, firstDay } = open;
  // A carer with several paid logs, whose lines follow each other, is one carer paid; a line without a carer stands for one.
  let lastPaid: string | null = null;
  let carersPaid = 0;
  let counted: CountedVisit | null = null;
  let minutesPaid = 0;
  let [priced, undetermined] = [true, false];
  for (const line of lines) {
    if (line.kind === "unpaid") {
      if (UNPAID_REASONS[line.reason] === "undetermined") undetermined = true;
      countUnpaid(month, line.reason, kind);
      continue;
    }
    if (day.rate === null || day.statement === null) priced = false;
    if (line.kind === "grouped") {
      enterGroup(open.groups, visit, line, day, (counted ??= { bits, undetermined: false }));
      continue;
    }
    const units = unitsOf(line, visit, day, rules.unitsPerPenny);
    if (units === null) {
      const price = priceOfLine(line, visit, day, rules.unitsPerPenny);
      if (price.kind === "unpriced") countUnpaid(month, price.reason, kind);
      undetermined = true;
      continue;
    }
    if (line.carer === null || line.carer !== lastPaid) carersPaid++;
    lastPaid = line.carer;
    minutesPaid += line.minutesPaid;
    countUnits(tally, statementOf(visit.day, firstDay, day.statement!), units);
  }
  tally.attendances += carersPaid;
  if (carersPaid > came.length) countWithoutAttendance(tally, carersPaid - came.length);
  tally.minutesPaid += minutesPaid;
  if (day.incentives !== null) {
    for (const addition of additions(visit, came.length, minutesPaid, day, rules.unitsPerPenny) ?? []) {
      if (addition.kind === "added") countUnits(tally, statementOf(visit.day, firstDay, day.statement!), addition.units);
      else {
        undetermined = true;
        countFinding(month, "payment-undetermined");
      }
    }
  }
  if (undetermined) {
    countUndeterminedPayments(tally, 1);
    if (counted !== null) counted.undetermined = true;
  }
  return priced;
}

/** Counts the finding of an unpaid line, in place, where the line has one that nothing else of the visit says. */
function countUnpaid(month: Pick<Month, "findings">, reason: UnpaidReason, kind: VisitKind): void {
  if (reason === "no-row") countFinding(month, "no-paid-row");
  else if (reason === "no-rate-at-that-time" || reason === "no-rate") countFinding(month, "no-rate");
  else if (UNPAID_REASONS[reason] === "undetermined" && !SAID_ELSEWHERE.includes(reason) && kind.kind !== "undetermined") countFinding(month, "payment-undetermined");
}

/** Pays every group and counts it, with the readings on which its visits rest for it. */
function countGroups<CallType extends string>({ month, rules, firstDay, groups }: OpenMonth<CallType>): void {
  for (const { entries, last, settled, attendances, withoutAttendance, bits } of finishedGroups(groups, rules.unitsPerPenny)) {
    const tally = tallyOf(month, last.visit.provider);
    if (settled.kind === "unpaid") {
      countUnpaid(month, settled.reason, DELIVERED);
      if (UNPAID_REASONS[settled.reason] === "undetermined") {
        const visits = new Set(entries.map(({ counted }) => counted).filter((counted) => !counted.undetermined));
        countUndeterminedPayments(tally, visits.size);
        for (const counted of visits) counted.undetermined = true;
      }
    } else {
      tally.attendances += attendances;
      countWithoutAttendance(tally, withoutAttendance);
      tally.minutesPaid += settled.minutesPaid;
      countUnits(tally, statementOf(last.visit.day, firstDay, last.day.statement!), settled.units);
    }
    for (const { counted } of entries) {
      countReadings(month, bits & ~counted.bits);
      counted.bits |= bits;
    }
  }
}

const DELIVERED: VisitKind = { kind: "delivered" };

/** Reasons that the findings of rows and visits say already. */
const SAID_ELSEWHERE: readonly UnpaidReason[] = ["log-out-missing", "no-planned-length", "no-rule-in-force"];

function lacksRule({ kind, punctuality, lines }: Assessed): boolean {
  if ("reason" in kind && kind.reason === "no-rule-in-force") return true;
  if ("reason" in punctuality && punctuality.reason === "no-rule-in-force") return true;
  return lines.some((line) => line.kind === "unpaid" && line.reason === "no-rule-in-force");
}

function followOf({ follows }: Pick<OpenMonth<string>, "follows">, serviceUser: string, provider: string): Follow {
  const known = follows.get(serviceUser);
  // A service user has few providers.
  if (known !== undefined) for (const follow of known) if (follow.provider === provider) return follow;
  const follow = { provider, ...newFollow() };
  if (known === undefined) follows.set(serviceUser, [follow]);
  else known.push(follow);
  return follow;
}

/** Closes every window that lies inside the period and pays every group, and adds all of them to the tallies. */
export function closeMonth<CallType extends string>(open: OpenMonth<CallType>, lastDay: DayNumber): void {
  const { month, calendar, follows } = open;
  countGroups(open);
  for (const ofUser of follows.values()) {
    for (const follow of ofUser) {
      const { provider } = follow;
      closeWindows(follow, lastDay, calendar);
      if (follow.undetermined > 0) countFinding(month, "no-carers-allowed", follow.undetermined);
      if (follow.withoutRule) countFinding(month, "no-rule-in-force");
      if (follow.measured > 0) countFinding(month, "continuity-measured", follow.measured);
      countFollow(provider === OVER_ALL ? month.overAllProviders : tallyOf(month, provider).continuity, follow);
    }
  }
}
