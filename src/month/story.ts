import { type ContinuityWindow, windowOver } from "../continuity/window.js";
import type { RowFinding } from "../ecm/findings.js";
import { presences } from "../assessment/presence.js";
import { type VisitAssessment, assessVisit } from "../rules/assess-visit.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { type GroupPayment, payGroups } from "../rules/groups.js";
import { type Day, dayNumber, dayText } from "../shared/day.js";
import type { BookVisit } from "./book.js";
import { type MonthPeriod, periodOf } from "./month.js";
import { type StoryRow, type VisitName, findVisits, nearNames, visitsOfServiceUser } from "./story-rows.js";
import { type ReceivedVisit, countedCarers, receivedOf, windowCalendar } from "./windows.js";

/** Everything an export says of one visit: its rows, what it is, and the continuity windows it counts in. */
export interface VisitStory<CallType extends string = string> {
  readonly provider: string;
  readonly id: string;
  readonly day: Day;
  /** The period its windows lie in; `inPeriod` says whether the visit itself does. */
  readonly period: MonthPeriod | null;
  readonly inPeriod: boolean;
  /** In the order of the file. */
  readonly rows: readonly StoryRow<CallType>[];
  /** Rejected rows that carry its id too, and whose provider or planned day cannot be read: they may belong to it, and are counted nowhere. */
  readonly unplaced: readonly RowFinding[];
  /** What the rules make of it; or why nothing can be made of it. */
  readonly told:
    | { readonly kind: "assessed"; readonly assessment: VisitAssessment<CallType> }
    | { readonly kind: "undetermined"; readonly reason: "rejected-row" | "conflicting-rows" };
  /** What the time comes to that is added up with this visit's, over the visits of the period; empty where none is, or the visit lies outside the period. */
  readonly groups: readonly GroupPayment[];
  /** Empty when the visit was not received, or lies outside the period. */
  readonly windows: readonly ContinuityWindow[];
}

/** The story of a visit; or the several visits that are called so; or none, with the rejected rows that carry its id, the names nearest to it, and the first name in the file, to show what names look like. */
export type StoryAnswer<CallType extends string = string> =
  | { readonly kind: "story"; readonly story: VisitStory<CallType> }
  | { readonly kind: "several"; readonly visits: readonly VisitName[] }
  | { readonly kind: "unknown"; readonly unplaced: readonly RowFinding[]; readonly near: readonly VisitName[]; readonly first: VisitName | null };

/** Which visit, and how the export is to be read. */
export interface StoryOptions {
  /** `"P01/V0000012"`, provider and visit id; or the visit id alone. */
  readonly visit: string;
  /** Its planned day, where the id comes again. */
  readonly day?: Day;
  /** The period that windows lie in; without it, the first and last planned day of the accepted rows. */
  readonly period?: { readonly firstDay: Day; readonly lastDay: Day };
  /** Which one a London wall time is that happens twice; the earlier when left out. */
  readonly repeatedHour?: "earlier" | "later";
}

/**
 * What does an export say of one visit? Reads it a few times and keeps only the rows of the visit and its service user.
 * Kinds, punctuality, payment and windows are those of `assessExport` over the same export.
 *
 * @example
 * ```ts
 * const bytes = new TextEncoder().encode(
 *   "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method\n" +
 *     "V1,SU1,P1,standard,1,2026-03-16T08:00,2026-03-16T08:30,C1,2026-03-16T08:05,2026-03-16T08:31,,app\n",
 * );
 * const open = async function* () { yield bytes; };
 * const answer = await visitStory(open, compile(leicester), { visit: "P1/V1" });
 * answer.kind; // => "story"
 * (await visitStory(open, compile(leicester), { visit: "P1/V2" })).kind; // => "unknown"
 * ```
 */
export async function visitStory<CallType extends string>(open: () => AsyncIterable<Uint8Array>, rules: Rules<CallType>, options: StoryOptions): Promise<StoryAnswer<CallType>> {
  const reading = { callTypes: rules.callTypes, repeatedHour: options.repeatedHour ?? "earlier" } as const;
  const { found, unplaced, firstDay, lastDay } = await findVisits<CallType>(open(), reading, options);
  if (found.length === 0) return { kind: "unknown", unplaced, ...(await nearNames(open(), reading, options.visit)) };
  const [first, ...others] = found;
  if (others.length > 0) return { kind: "several", visits: found.map(({ provider, id, day }) => ({ provider, id, day: dayText(day) })) };
  const { provider, id, day, rows } = first!;
  const period = options.period !== undefined ? { ...options.period, derived: false } : firstDay > lastDay ? null : periodOf(firstDay, lastDay, true);
  const accepted = rows.find((row) => row.kind === "accepted");
  const visits = accepted === undefined ? [] : await visitsOfServiceUser<CallType>(open, reading, accepted.row.serviceUser);
  const visit = visits.find((candidate) => candidate.provider === provider && candidate.id === id && candidate.day === day);
  const told: VisitStory<CallType>["told"] =
    visit === undefined || visit.rejected ? { kind: "undetermined", reason: "rejected-row" }
    : visit.conflicting !== null ? { kind: "undetermined", reason: "conflicting-rows" }
    : { kind: "assessed", assessment: assessed(visit, rules) };
  const inPeriod = period !== null && day >= dayNumber(period.firstDay) && day <= dayNumber(period.lastDay);
  const groups = told.kind !== "assessed" || !inPeriod ? [] : groupsWith(told.assessment, visits, period, rules);
  const windows = visit === undefined || told.kind !== "assessed" || !inPeriod ? [] : windowsOf(visit, visits, period, rules);
  return { kind: "story", story: { provider, id, day: dayText(day), period, inPeriod, rows, unplaced, told, groups, windows } };
}

function assessed<CallType extends string>(visit: BookVisit<CallType>, rules: Rules<CallType>): VisitAssessment<CallType> {
  return assessVisit<CallType>(visit, rules);
}

/** The time added up that a visit has a part in, with every visit of the period that has one too. */
function groupsWith<CallType extends string>({ visit, payment }: VisitAssessment<CallType>, visits: readonly BookVisit<CallType>[], period: MonthPeriod, rules: Rules<CallType>): GroupPayment[] {
  if (!payment.lines.some(({ kind }) => kind === "grouped")) return [];
  const [first, last] = [dayNumber(period.firstDay), dayNumber(period.lastDay)];
  const counted = visits.filter((other) => other.day >= first && other.day <= last && other.serviceUser === visit.serviceUser && other.provider === visit.provider && !other.rejected && other.conflicting === null);
  return payGroups(counted.map((other) => assessed(other, rules)), rules).filter(({ lines }) => lines.some((line) => line.visit === visit.id && line.day === visit.day));
}

/** The windows of a visit's service user that hold its day, by the terms of their last day. */
function windowsOf<CallType extends string>(visit: BookVisit<CallType>, visits: readonly BookVisit<CallType>[], period: MonthPeriod, rules: Rules<CallType>): ContinuityWindow[] {
  const [first, last] = [dayNumber(period.firstDay), dayNumber(period.lastDay)];
  const calendar = windowCalendar(rules, first);
  const own = receivedIn(visit, rules);
  if (own === null) return [];
  const received = visits
    .filter((other) => other.day >= first && other.day <= last && other.serviceUser === visit.serviceUser && !other.rejected && other.conflicting === null)
    .filter((other) => own.overAllProviders || other.provider === visit.provider)
    .flatMap((other) => {
      const part = receivedIn(other, rules);
      return part === null || part.overAllProviders !== own.overAllProviders
        ? []
        : [{ day: other.day, visits: part.visits, carers: countedCarers(presences(other.attendances), other, rulesOn(rules, other.day)).map(({ carer }) => part.prefix + carer) }];
    });
  const windows: ContinuityWindow[] = [];
  for (let day = visit.day; day <= Math.min(last, visit.day + calendar.longest - 1); day++) {
    const ending = calendar.endingOn(day);
    const window = ending === null || ending.firstDay > visit.day ? null : windowOver(received, ending.firstDay, day, ending.standard);
    if (window !== null) windows.push({ ...window, carers: window.carers.map((carer) => carer.replace("\u0000", "/")) });
  }
  return windows;
}

function receivedIn<CallType extends string>(visit: BookVisit<CallType>, rules: Rules<CallType>): ReceivedVisit | null {
  return receivedOf(visit, assessed(visit, rules).kind, rulesOn(rules, visit.day));
}
