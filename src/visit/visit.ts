import { type Day, dayText } from "../shared/day.js";
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

/** What the rules look at in a visit: no ids but the carers'. */
export interface VisitFacts<CallType extends string = string> extends PaymentFacts {
  readonly callType: CallType;
  /** How many different carers are to be there together, from 1. */
  readonly carersRequired: number;
  /** The start agreed with the council. */
  readonly plannedStart: Moment;
  /** The end agreed with the council. */
  readonly plannedEnd: Moment;
  /** What was recorded, or `null` when the visit went to plan or nothing was recorded. */
  readonly outcome: Outcome | null;
  readonly attendances: readonly Attendance[];
  /** The planned start of the service user's next visit, where the caller knows of one; else `null`. */
  readonly nextPlannedStart: Moment | null;
}

/** A planned visit and what was logged for it. */
export interface Visit<CallType extends string = string> extends VisitFacts<CallType> {
  readonly provider: string;
  readonly id: string;
  readonly serviceUser: string;
  /** The London day of the planned start: the visit belongs to it, and its rules are those of this day. */
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
  readonly plannedStart: TimeInput;
  readonly plannedEnd: TimeInput;
  readonly outcome?: Outcome | null;
  readonly attendances: readonly { readonly carer: string; readonly logIn?: TimeInput | null; readonly logOut?: TimeInput | null }[];
  readonly nextPlannedStart?: TimeInput | null;
}

/**
 * Makes a visit of what a caller gives: times become moments, the day is the London day of the planned start.
 * A wall time that happens twice is read as in an export: the earlier, or the later for an end that would precede its
 * start. Throws, naming the field, when a time cannot be read, a log-out precedes its log-in, carers required is not a
 * whole number from 1 to 9999, the call type or outcome is not a listed one, or a fact
 * for payment is not what it says.
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
  const plannedStart = momentOf(input.plannedStart, "plannedStart");
  return {
    provider: input.provider ?? "",
    id: input.id ?? "",
    serviceUser: input.serviceUser ?? "",
    day: dayText(londonDay(plannedStart)),
    callType: input.callType,
    carersRequired,
    plannedStart,
    plannedEnd: endMomentOf(input.plannedEnd, plannedStart, "plannedEnd"),
    outcome,
    attendances: input.attendances.map(readAttendance),
    nextPlannedStart: momentOrNull(input.nextPlannedStart, "nextPlannedStart"),
    ...readPaymentFacts(input),
  };
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
