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
  readonly attendances: Attendance[];
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
  if (row.carer !== null) visit.attendances.push({ carer: row.carer, logIn: row.logIn, logOut: row.logOut });
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
  const startsOf = new Map<string, Moment[]>();
  /** For each visit, the starts of its service user. */
  const starts: Moment[][] = visits.map(({ serviceUser, plannedStart }) => note(startsOf, serviceUser, plannedStart));
  for (const { conflicting } of visits) if (conflicting !== null) for (const row of conflicting) note(startsOf, row.serviceUser, row.plannedStart);
  const settled: BookVisit<CallType>[] = [];
  if (waiting.size > 0) {
    for (const [serviceUser, ofUser] of startsOf) {
      for (const visit of waiting.get(serviceUser) ?? []) {
        visit.nextPlannedStart = earliestAfter(ofUser, visit.plannedStart);
        settled.push(visit);
      }
      waiting.delete(serviceUser);
    }
  }
  const endOfDay = startOfLondonDay(day + 1);
  for (let i = 0; i < visits.length; i++) {
    const visit = visits[i]!;
    visit.nextPlannedStart = earliestAfter(starts[i]!, visit.plannedStart);
    if (visit.nextPlannedStart !== null || !visit.attendances.some(({ logIn }) => logIn !== null && logIn >= endOfDay)) settled.push(visit);
    else {
      const others = waiting.get(visit.serviceUser);
      if (others === undefined) waiting.set(visit.serviceUser, [visit]);
      else others.push(visit);
    }
  }
  return settled;
}

function note(startsOf: Map<string, Moment[]>, serviceUser: string, start: Moment): Moment[] {
  const starts = startsOf.get(serviceUser);
  if (starts === undefined) {
    const first = [start];
    startsOf.set(serviceUser, first);
    return first;
  }
  starts.push(start);
  return starts;
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
