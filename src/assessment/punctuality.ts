import type { Moment } from "../shared/moment.js";
import type { VisitFacts } from "../visit/visit.js";
import { type Presence, firstTogether } from "./presence.js";

/** How many minutes early or late a call may start. Limits are included and compared to the second. */
export interface Tolerance {
  /** Minutes early (included). */
  readonly early: number;
  /** Minutes late (included). */
  readonly late: number;
}

/** When a call is on time, by call type, and whose arrival counts. */
export interface PunctualityTerms<CallType extends string = string> {
  readonly callTypes: { readonly [C in CallType]: Tolerance };
  /**
   * Which moment is the arrival: `together`, the first at which the required number of different carers is logged in
   * together; `last-carer`, when the last of the required carers first logs in; `first-carer`, when the first does.
   */
  readonly arrival: "together" | "last-carer" | "first-carer";
  /** What a visit is that never had its carers: not assessable, judged by the last who came, or late. */
  readonly tooFewCarers: "not-assessable" | "last-arrival" | "late";
}

/** Was the visit on time? Or why that cannot be said. */
export type Punctuality =
  | {
      readonly class: "on-time" | "early" | "late";
      readonly arrival: Moment;
      /** Seconds after the planned start; before it, below 0. */
      readonly seconds: number;
      /** The limits that applied, in minutes. */
      readonly tolerance: Tolerance;
    }
  /** The council counts a visit that never had its carers as late; there is no arrival to measure. */
  | { readonly class: "late"; readonly arrival: null; readonly reason: "too-few-carers"; readonly tolerance: Tolerance }
  | { readonly class: "not-assessable"; readonly reason: NotAssessable };

/**
 * Why punctuality is not assessable: the required carers were never there together; the visit is neither delivered nor
 * open; or no punctuality rule is in force on its day.
 */
export type NotAssessable = "too-few-carers" | "not-delivered" | "no-rule-in-force";

/** The moment that counts as the visit's arrival, or `null` when its carers never were there as the terms ask. */
export function arrivalOf(came: readonly Presence[], required: number, terms: Pick<PunctualityTerms, "arrival" | "tooFewCarers">): Moment | null {
  if (came.length === 0) return null;
  const arrival =
    terms.arrival === "together" ? firstTogether(came, required)
    : terms.arrival === "first-carer" ? came[0]!.firstLogIn
    : (came[required - 1]?.firstLogIn ?? null);
  return arrival === null && terms.tooFewCarers === "last-arrival" ? came.at(-1)!.firstLogIn : arrival;
}

/**
 * Was a visit on time, early or late, and by how many seconds? For delivered and open visits; the carers who came as
 * `presences` gives them.
 */
export function punctualityOf<CallType extends string>(
  visit: Pick<VisitFacts<CallType>, "callType" | "carersRequired" | "plannedStart">,
  came: readonly Presence[],
  terms: PunctualityTerms<CallType>,
): Punctuality {
  const tolerance = terms.callTypes[visit.callType];
  const arrival = arrivalOf(came, visit.carersRequired, terms);
  if (arrival === null) {
    if (terms.tooFewCarers === "late") return { class: "late", arrival, reason: "too-few-carers", tolerance };
    return TOO_FEW_CARERS;
  }
  const seconds = arrival - visit.plannedStart;
  return { class: classOf(seconds, tolerance), arrival, seconds, tolerance };
}

/** Shared, since a month has many of them. */
const TOO_FEW_CARERS: Punctuality = { class: "not-assessable", reason: "too-few-carers" };

/**
 * On which side of the limits do signed seconds fall? Limits are included: 30:00 late is on time, 30:01 is late.
 *
 * @example
 * ```ts
 * classOf(30 * 60, { early: 30, late: 30 }); // => "on-time"
 * classOf(30 * 60 + 1, { early: 30, late: 30 }); // => "late"
 * classOf(-(30 * 60 + 1), { early: 30, late: 30 }); // => "early"
 * ```
 */
export function classOf(seconds: number, tolerance: Tolerance): "on-time" | "early" | "late" {
  if (seconds > tolerance.late * 60) return "late";
  return seconds < -tolerance.early * 60 ? "early" : "on-time";
}

/**
 * How far is an arrival from the limit next to it? Whole seconds from 0: for a visit on time, how many later (`late`) or
 * earlier (`early`) it could have been and still be on time, the nearer of the two; for another, by how many it is out.
 *
 * @example
 * ```ts
 * distanceToLimit(29 * 60, { early: 30, late: 30 }); // => { limit: "late", seconds: 60 }
 * distanceToLimit(31 * 60, { early: 30, late: 30 }); // => { limit: "late", seconds: 60 }
 * ```
 */
export function distanceToLimit(seconds: number, tolerance: Tolerance): { readonly limit: "early" | "late"; readonly seconds: number } {
  const late = Math.abs(tolerance.late * 60 - seconds);
  const early = Math.abs(seconds + tolerance.early * 60);
  return late <= early ? { limit: "late", seconds: late } : { limit: "early", seconds: early };
}
