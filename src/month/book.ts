import type { EcmRow } from "../ecm/rows.js";
import { sameFacts } from "../ecm/same-facts.js";
import { byCodePoint } from "../shared/code-points.js";
import type { DayNumber } from "../shared/day.js";
import { startOfLondonDay } from "../shared/london.js";
import type { Moment } from "../shared/moment.js";
import type { Attendance, VisitFacts } from "../visit/visit.js";

/** A visit as its rows make it. */
export interface BookVisit<CallType extends string> extends VisitFacts<CallType> {
  readonly provider: string;
  readonly id: string;
  readonly day: DayNumber;
  readonly serviceUser: string;
  readonly plannedStart: Moment;
  readonly plannedEnd: Moment;
  readonly plannedDay?: never;
  attendances: readonly Attendance[];
  nextPlannedStart: Moment | null;
  /** Rows that contradict the first one, by order of the file. */
  conflicting: EcmRow<CallType>[] | null;
  /** A row of the visit was rejected. */
  rejected: boolean;
}

/** The visits of one London day, by provider and visit id. */
export interface DayBook<CallType extends string> {
  readonly day: DayNumber;
  readonly visits: Map<string, Map<string, BookVisit<CallType>>>;
  /** Visits with a rejected row, by provider; they may have accepted rows too. */
  readonly rejected: Map<string, Set<string>>;
}

/** A day without a row yet. */
export function emptyBook<CallType extends string>(day: DayNumber): DayBook<CallType> {
  return { day, visits: new Map(), rejected: new Map() };
}

/** Enters an accepted row: the first of a visit makes it, another adds its attendance or contradicts it. */
export function enterRow<CallType extends string>(book: DayBook<CallType>, row: EcmRow<CallType>): void {
  let visits = book.visits.get(row.provider);
  if (visits === undefined) book.visits.set(row.provider, (visits = new Map()));
  const visit = visits.get(row.visit);
  if (visit === undefined) {
    const first: BookVisit<CallType> = {
      provider: row.provider,
      id: row.visit,
      day: book.day,
      serviceUser: row.serviceUser,
      callType: row.callType,
      carersRequired: row.carersRequired,
      plannedStart: row.plannedStart,
      plannedEnd: row.plannedEnd,
      outcome: row.outcome,
      attendances: row.carer === null ? [] : [{ carer: row.carer, logIn: row.logIn, logOut: row.logOut }],
      nextPlannedStart: null,
      conflicting: null,
      rejected: false,
    };
    visits.set(row.visit, row.facts === undefined ? first : { ...first, ...row.facts });
    return;
  }
  // A new list has room for no more than it holds.
  if (row.carer !== null) visit.attendances = [...visit.attendances, { carer: row.carer, logIn: row.logIn, logOut: row.logOut }];
  const agrees =
    row.serviceUser === visit.serviceUser &&
    row.callType === visit.callType &&
    row.carersRequired === visit.carersRequired &&
    row.plannedStart === visit.plannedStart &&
    row.plannedEnd === visit.plannedEnd &&
    row.outcome === visit.outcome &&
    (row.facts === undefined || sameFacts(row.facts, visit));
  if (!agrees) (visit.conflicting ??= []).push(row);
}

/** Enters a rejected row: its visit is undetermined, whatever its other rows say. */
export function enterRejected<CallType extends string>(book: DayBook<CallType>, provider: string, visit: string): void {
  const visits = book.rejected.get(provider);
  if (visits === undefined) book.rejected.set(provider, new Set([visit]));
  else visits.add(visit);
}

/** A day's visits when all its rows are in, and the visits of which only rejected rows came, counted by provider. */
export interface ClosedDay<CallType extends string> {
  readonly visits: readonly BookVisit<CallType>[];
  readonly onlyRejected: ReadonlyMap<string, number>;
}

/** Closes a day: marks the visits with a rejected row, and counts those that have no other. */
export function closeDay<CallType extends string>(book: DayBook<CallType>): ClosedDay<CallType> {
  const onlyRejected = new Map<string, number>();
  for (const [provider, ids] of book.rejected) {
    for (const id of ids) {
      const visit = book.visits.get(provider)?.get(id);
      if (visit === undefined) onlyRejected.set(provider, (onlyRejected.get(provider) ?? 0) + 1);
      else visit.rejected = true;
    }
  }
  const visits: BookVisit<CallType>[] = [];
  for (const ofProvider of book.visits.values()) for (const visit of ofProvider.values()) visits.push(visit);
  return { visits, onlyRejected };
}

/** Visits that arrived after their day ended: the next visit of the service user may stand on a day not read yet. */
export type Waiting<CallType extends string> = Map<string, BookVisit<CallType>[]>;

/**
 * Tells each visit of a day the planned start of its service user's next one, strictly later. Answers the visits that are
 * settled by this, those waiting from earlier days first; what still has to wait is kept in `waiting`.
 */
export function settle<CallType extends string>(visits: readonly BookVisit<CallType>[], day: DayNumber, waiting: Waiting<CallType>): BookVisit<CallType>[] {
  tellNext(visits);
  const startsOf = otherStarts(visits, waiting);
  const settled: BookVisit<CallType>[] = [];
  if (startsOf !== null) {
    for (const visit of visits) visit.nextPlannedStart = earlier(visit.nextPlannedStart, earliestAfter(startsOf.get(visit.serviceUser) ?? [], visit.plannedStart));
    for (const [serviceUser, starts] of startsOf) {
      for (const visit of waiting.get(serviceUser) ?? []) {
        visit.nextPlannedStart = earliestAfter(starts, visit.plannedStart);
        settled.push(visit);
      }
      waiting.delete(serviceUser);
    }
  }
  const endOfDay = startOfLondonDay(day + 1);
  for (const visit of visits) {
    if (visit.nextPlannedStart !== null || !visit.attendances.some(({ logIn }) => logIn !== null && logIn >= endOfDay)) settled.push(visit);
    else {
      const others = waiting.get(visit.serviceUser);
      if (others === undefined) waiting.set(visit.serviceUser, [visit]);
      else others.push(visit);
    }
  }
  return settled;
}

/** Tells each of these visits the planned start of its service user's next one among them. */
function tellNext(visits: readonly BookVisit<string>[]): void {
  /** For each service user, the visit looked at last; for each visit, the one of its service user before it, or -1. No lists, since every day has thousands. */
  const last = new Map<string, number>();
  const before = new Int32Array(visits.length);
  for (let i = 0; i < visits.length; i++) {
    const visit = visits[i]!;
    const { serviceUser, plannedStart } = visit;
    before[i] = last.get(serviceUser) ?? -1;
    last.set(serviceUser, i);
    for (let j = before[i]!; j !== -1; j = before[j]!) {
      const other = visits[j]!;
      if (other.plannedStart > plannedStart) visit.nextPlannedStart = earlier(visit.nextPlannedStart, other.plannedStart);
      else if (other.plannedStart < plannedStart) other.nextPlannedStart = earlier(other.nextPlannedStart, plannedStart);
    }
  }
}

/** The planned starts of each service user where the visits alone do not tell all: some wait from earlier days, or rows contradict each other. Else `null`. */
function otherStarts(visits: readonly BookVisit<string>[], waiting: Waiting<string>): Map<string, Moment[]> | null {
  if (waiting.size === 0 && visits.every(({ conflicting }) => conflicting === null)) return null;
  const startsOf = new Map<string, Moment[]>();
  for (const { serviceUser, plannedStart, conflicting } of visits) {
    note(startsOf, serviceUser, plannedStart);
    for (const row of conflicting ?? []) note(startsOf, row.serviceUser, row.plannedStart);
  }
  return startsOf;
}

function note(startsOf: Map<string, Moment[]>, serviceUser: string, start: Moment): void {
  const starts = startsOf.get(serviceUser);
  if (starts === undefined) startsOf.set(serviceUser, [start]);
  else starts.push(start);
}

/** The earlier of two moments that may be none. */
function earlier(one: Moment | null, other: Moment | null): Moment | null {
  return one === null || (other !== null && other < one) ? other : one;
}

/** The earliest of these starts that is strictly after one. */
export function earliestAfter(starts: readonly Moment[], start: Moment): Moment | null {
  let earliest: Moment | null = null;
  for (const other of starts) if (other > start && (earliest === null || other < earliest)) earliest = other;
  return earliest;
}

/** Every visit still waiting, once nothing more can come: they have no next visit. In one order, whatever the file's. */
export function settleRest<CallType extends string>(waiting: Waiting<CallType>): BookVisit<CallType>[] {
  return [...waiting.values()].flat().sort((a, b) => a.plannedStart - b.plannedStart || byCodePoint(a.id, b.id));
}
