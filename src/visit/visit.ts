import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import { londonDay } from "../shared/london.js";
import type { Moment } from "../shared/moment.js";
import { refuse, suggest } from "../shared/refuse.js";
import { type TimeInput, endMomentOf, momentOf } from "../shared/time-text.js";
import { OUTCOMES, type Outcome } from "./outcome.js";
import { type PaymentFacts, type PaymentFactsInput, readPaymentFacts } from "./payment-facts.js";

/** The most carers a visit may require: every one of them can be a line of payment, so a slip of the pen must not make millions. */
export const MOST_CARERS_REQUIRED = 9999;

/** One stay of one carer at a visit, as logged. Neither log: the carer was expected and did not come. */
export interface Attendance {
  /** The carer's id, the caller's own. */
  readonly carer: string;
  readonly logIn: Moment | null;
  readonly logOut: Moment | null;
}

/** Whose fault a failure was, as somebody found: the provider's, the service user's, the council's, or another's or nobody's. */
export const FAULTS = ["provider", "person", "council", "other"] as const satisfies readonly string[];

/** Whose fault a failure was. */
export type Fault = (typeof FAULTS)[number];

/** Two planned visits done in one attendance: the logs stand at one of them, and the other has none. */
export type Merged =
  /** This visit has the logs. */
  | { readonly kind: "holds-another"; /** The id of the other visit. */ readonly visit: string }
  /** This visit has no logs of its own. */
  | {
      readonly kind: "done-in-another";
      /** The id of the visit that has the logs. */
      readonly visit: string;
      /** Was that visit attended? `null` when it is not known. */
      readonly attended: boolean | null;
      /** Did the council agree that the two be done in one? `null` when it is not known. */
      readonly agreed: boolean | null;
    };

/** What the rules look at in a visit: no ids but the carers'. */
export interface VisitFacts<CallType extends string = string> extends PaymentFacts {
  readonly callType: CallType;
  /** How many different carers are to be there together, from 1. */
  readonly carersRequired: number;
  /** The start agreed with the council; `null` when the plan has no time, and then `plannedDay` says the day. */
  readonly plannedStart: Moment | null;
  /** The end agreed with the council; `null` when the plan has none. */
  readonly plannedEnd: Moment | null;
  /** The London day of a visit whose plan has no time. */
  readonly plannedDay?: DayNumber;
  /** The named window of the day it was planned for: `"morning"`. Absent when the plan names none. */
  readonly plannedWindow?: string;
  /** What was recorded, or `null` when the visit went to plan or nothing was recorded. */
  readonly outcome: Outcome | null;
  readonly attendances: readonly Attendance[];
  /** The planned start of the service user's next visit, where the caller knows of one; else `null`. */
  readonly nextPlannedStart: Moment | null;
  /** Whose fault it was that the visit failed; absent when nobody has said. */
  readonly fault?: Fault;
  /** Done in one attendance with another planned visit; absent when it was not. */
  readonly merged?: Merged;
}

/** A planned visit and what was logged for it. */
export interface Visit<CallType extends string = string> extends VisitFacts<CallType> {
  readonly provider: string;
  readonly id: string;
  readonly serviceUser: string;
  /** The London day of the planned start, or the planned day: the visit belongs to it, and its rules are those of this day. */
  readonly day: Day;
}

/** A visit as a caller gives it: times in any form that `momentOf` reads. */
export interface VisitInput<CallType extends string = string> extends PaymentFactsInput {
  /** The provider's id; `""` when there is only one. */
  readonly provider?: string;
  readonly id?: string;
  readonly serviceUser?: string;
  readonly callType: CallType;
  /** From 1 to 9999; 1 when left out. */
  readonly carersRequired?: number;
  /** `null` when the plan has no time: then `plannedDay` must be given. */
  readonly plannedStart: TimeInput | null;
  /** `null` when the plan has no end. */
  readonly plannedEnd: TimeInput | null;
  /** The London day; of a visit with a planned start it is that start's, and need not be given. */
  readonly plannedDay?: Day | null;
  /** The named window of the day it was planned for, in the council's words. */
  readonly plannedWindow?: string | null;
  readonly outcome?: Outcome | null;
  readonly attendances: readonly { readonly carer: string; readonly logIn?: TimeInput | null; readonly logOut?: TimeInput | null }[];
  readonly nextPlannedStart?: TimeInput | null;
  readonly fault?: Fault | null;
  readonly merged?: Merged | null;
}

/**
 * Makes a visit of what a caller gives: times become moments, the day is the London day of the planned start. A visit
 * whose plan has no time has its planned day instead, and no time is made up for it.
 * A wall time that happens twice is read as in an export: the earlier, or the later for an end that would precede its
 * start. Throws, naming the field, when a time cannot be read, a log-out precedes its log-in, carers required is not a
 * whole number from 1 to 9999, the call type, outcome or fault is not a listed one, neither a planned start nor a
 * planned day is given, or a fact for payment is not what it says.
 *
 * @example
 * ```ts
 * const visit = readVisit({
 *   callType: "standard",
 *   plannedStart: "2026-07-01T09:00",
 *   plannedEnd: "2026-07-01T09:30",
 *   attendances: [{ carer: "C1", logIn: "2026-07-01T09:31:00", logOut: "2026-07-01T10:00:00" }],
 * });
 * visit.day; // => "2026-07-01"
 * ```
 */
export function readVisit<CallType extends string>(input: VisitInput<CallType>, callTypes?: readonly CallType[]): Visit<CallType> {
  if (callTypes !== undefined && !callTypes.includes(input.callType)) {
    refuse("readVisit", "callType must be one of the council's call types", input.callType, suggest(String(input.callType), callTypes));
  }
  const outcome = input.outcome ?? null;
  if (outcome !== null && !OUTCOMES.includes(outcome)) refuse("readVisit", "outcome must be a listed one", outcome, suggest(String(outcome), OUTCOMES));
  const carersRequired = input.carersRequired ?? 1;
  if (!Number.isSafeInteger(carersRequired) || carersRequired < 1 || carersRequired > MOST_CARERS_REQUIRED) {
    refuse("readVisit", `carersRequired must be a whole number from 1 to ${MOST_CARERS_REQUIRED}`, carersRequired);
  }
  // Left out is not the same as null: who gives no planned time must say so.
  const plannedStart = input.plannedStart === null ? null : momentOf(input.plannedStart, "plannedStart");
  const day = readPlannedDay(plannedStart, input);
  const { plannedEnd, fault, merged, plannedWindow } = input;
  if (fault !== undefined && fault !== null && !FAULTS.includes(fault)) refuse("readVisit", "fault must be a listed one", fault, suggest(String(fault), FAULTS));
  if (merged !== undefined && merged !== null && merged.kind !== "holds-another" && merged.kind !== "done-in-another") {
    refuse("readVisit", 'merged must be of kind "holds-another" or "done-in-another"', (merged as { readonly kind: unknown }).kind);
  }
  return {
    provider: input.provider ?? "",
    id: input.id ?? "",
    serviceUser: input.serviceUser ?? "",
    day: dayText(day),
    callType: input.callType,
    carersRequired,
    plannedStart,
    plannedEnd: plannedStart === null || plannedEnd === null ? null : endMomentOf(plannedEnd, plannedStart, "plannedEnd"),
    ...(plannedStart === null ? { plannedDay: day } : {}),
    ...(plannedWindow === undefined || plannedWindow === null ? {} : { plannedWindow }),
    outcome,
    attendances: input.attendances.map(readAttendance),
    nextPlannedStart: momentOrNull(input.nextPlannedStart, "nextPlannedStart"),
    ...(fault === undefined || fault === null ? {} : { fault }),
    ...(merged === undefined || merged === null ? {} : { merged }),
    ...readPaymentFacts(input),
  };
}

function readPlannedDay(plannedStart: Moment | null, { plannedEnd, plannedDay }: Pick<VisitInput, "plannedEnd" | "plannedDay">): DayNumber {
  const given = plannedDay === undefined || plannedDay === null ? null : dayNumber(plannedDay);
  if (plannedStart === null) {
    if (plannedEnd !== null && plannedEnd !== undefined) refuse("readVisit", "plannedEnd must be null where plannedStart is", plannedEnd);
    return given ?? refuse("readVisit", "plannedDay must be given where plannedStart is null", plannedDay, "Without either, no rule can be said to apply");
  }
  const day = londonDay(plannedStart);
  if (given !== null && given !== day) refuse("readVisit", `plannedDay must be the London day of plannedStart (${dayText(day)})`, plannedDay);
  return day;
}

/** The London day a visit was planned for; `null` where neither its start nor its day is known. */
export function plannedDayOf({ plannedStart, plannedDay }: Pick<VisitFacts, "plannedStart" | "plannedDay">): DayNumber | null {
  return plannedStart === null ? (plannedDay ?? null) : londonDay(plannedStart);
}

function readAttendance({ carer, logIn: came, logOut: left }: VisitInput["attendances"][number]): Attendance {
  const logIn = momentOrNull(came, "logIn");
  const logOut = logIn === null || left === null || left === undefined ? momentOrNull(left, "logOut") : endMomentOf(left, logIn, "logOut");
  if (logIn !== null && logOut !== null && logOut < logIn) {
    refuse("readVisit", "logOut must not be before logIn", left, "Correct the log, or leave logOut out until it is known");
  }
  return { carer, logIn, logOut };
}

function momentOrNull(time: TimeInput | null | undefined, name: string): Moment | null {
  return time === null || time === undefined ? null : momentOf(time, name);
}
