import type { VisitKind } from "../assessment/attendance.js";
import type { Punctuality } from "../assessment/punctuality.js";
import { type Total, addTo, emptyTotal } from "../payment/total.js";
import { type ArrivalCounts, addArrivals, countArrival, noArrivals } from "./arrivals.js";
import { type EffectTally, emptyEffects } from "./effect.js";

/** Counts of a provider's visits, windows and money in a period. Whole numbers only, so tallies of parts add up exactly. */
export interface Tally<CallType extends string = string> {
  readonly kinds: { [K in VisitKind["kind"]]: number };
  /** Delivered and open visits to which fewer different carers came than required. */
  understaffed: number;
  readonly punctuality: { readonly [C in CallType]: PunctualityTally };
  /** How far from plan the assessed visits of each call type began; for drawing, in no document. */
  readonly arrivals: { readonly [C in CallType]: ArrivalCounts };
  readonly continuity: ContinuityTally;
  /** Carers paid, each once for each visit; pay without an attendance, such as a planned length, counts once for each carer it is paid for. */
  attendances: number;
  /** Those of them for which no carer came; absent where there are none. */
  withoutAttendance?: number;
  minutesPaid: number;
  /** Money by statement, in units. */
  readonly statements: Map<number, Total>;
  /** What visits count for performance; absent where the council has no such clause, or nothing was counted. */
  effects?: EffectTally;
  /** Visits of which what is due, or a part of it, cannot be determined and is in no sum of money; absent where there are none. */
  paymentUndetermined?: number;
}

/** Counts of delivered and open visits of one call type, by punctuality class; missed ones stand apart. */
export interface PunctualityTally {
  onTime: number;
  early: number;
  late: number;
  notAssessable: number;
  missed: number;
}

/** Counts of windows, and of the service users they belong to. */
export interface ContinuityTally {
  windows: number;
  within: number;
  serviceUsers: number;
  /** Service users with every window within. */
  serviceUsersWithin: number;
}

/** Nothing counted yet. */
export function emptyTally<CallType extends string>(callTypes: readonly CallType[]): Tally<CallType> {
  return {
    kinds: { delivered: 0, open: 0, missed: 0, excused: 0, "not-required": 0, undetermined: 0 },
    understaffed: 0,
    punctuality: Object.fromEntries(callTypes.map((callType) => [callType, { onTime: 0, early: 0, late: 0, notAssessable: 0, missed: 0 }])) as unknown as Tally<CallType>["punctuality"],
    arrivals: Object.fromEntries(callTypes.map((callType) => [callType, noArrivals()])) as unknown as Tally<CallType>["arrivals"],
    continuity: emptyContinuity(),
    attendances: 0,
    minutesPaid: 0,
    statements: new Map(),
  };
}

/** No windows counted yet. */
export function emptyContinuity(): ContinuityTally {
  return { windows: 0, within: 0, serviceUsers: 0, serviceUsersWithin: 0 };
}

/** Counts a visit's kind and punctuality, in place. */
export function countVisit<CallType extends string>(tally: Tally<CallType>, callType: CallType, kind: VisitKind, punctuality: Punctuality): void {
  tally.kinds[kind.kind]++;
  const counts = tally.punctuality[callType];
  if (kind.kind === "missed") counts.missed++;
  if (kind.kind !== "delivered" && kind.kind !== "open") return;
  countArrival(tally.arrivals[callType], punctuality);
  if (punctuality.class === "on-time") counts.onTime++;
  else if (punctuality.class === "early") counts.early++;
  else if (punctuality.class === "late") counts.late++;
  else counts.notAssessable++;
}

/** Counts money for a statement, in place. */
export function countUnits(tally: Tally, statement: number, units: number): void {
  let total = tally.statements.get(statement);
  if (total === undefined) tally.statements.set(statement, (total = emptyTotal()));
  addTo(total, units);
}

/** Counts visits of which what is due, or a part of it, cannot be determined, in place. */
export function countUndeterminedPayments(tally: Tally, visits: number): void {
  tally.paymentUndetermined = (tally.paymentUndetermined ?? 0) + visits;
}

/** Counts carers paid for whom nobody came, in place. */
export function countWithoutAttendance(tally: Tally, paid: number): void {
  if (paid > 0) tally.withoutAttendance = (tally.withoutAttendance ?? 0) + paid;
}

/** Adds one tally to another, in place. */
export function addTally<CallType extends string>(to: Tally<CallType>, from: Tally<CallType>): void {
  addCounts(to.kinds, from.kinds);
  to.understaffed += from.understaffed;
  for (const callType of Object.keys(from.punctuality) as CallType[]) {
    addCounts(to.punctuality[callType], from.punctuality[callType]);
    addArrivals(to.arrivals[callType], from.arrivals[callType]);
  }
  addCounts(to.continuity, from.continuity);
  to.attendances += from.attendances;
  if (from.withoutAttendance !== undefined) countWithoutAttendance(to, from.withoutAttendance);
  to.minutesPaid += from.minutesPaid;
  for (const [statement, { low, high }] of from.statements) {
    countUnits(to, statement, low);
    to.statements.get(statement)!.high += high;
  }
  if (from.effects !== undefined) addCounts((to.effects ??= emptyEffects()), from.effects);
  if (from.paymentUndetermined !== undefined) countUndeterminedPayments(to, from.paymentUndetermined);
}

/** Adds each count of one record to another, in place. */
export function addCounts<Key extends string>(to: { [K in Key]: number }, from: { readonly [K in Key]: number }): void {
  for (const key of Object.keys(from) as Key[]) to[key] += from[key];
}
