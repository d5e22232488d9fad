import type { Limit } from "../contract/spans.js";
import { MINUTE, type Moment } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";
import type { VisitFacts } from "../visit/visit.js";
import { type JudgedWindow, type NamedWindowTable, type NotMeasurable, judgedWindow, namedWindowTable, secondsOutside, windowsFor } from "./judged-window.js";
import type { NamedWindowTerms } from "./named-windows.js";
import { type Presence, firstTogether } from "./presence.js";

/** How many minutes early or late a call may start. Limits are included, unless they say otherwise, and compared to the second. */
export interface Tolerance {
  /** Minutes early. `"no-limit"`: no call is early. */
  readonly early: number | "no-limit";
  /** Minutes late. `"no-limit"`: no call is late. */
  readonly late: number | "no-limit";
  /** Is a call exactly that early on time (`included`, as when left out)? */
  readonly earlyLimit?: Limit;
  /** Is a call exactly that late on time (`included`, as when left out)? */
  readonly lateLimit?: Limit;
}

/** When a call is on time, by call type, and whose arrival counts. */
export interface PunctualityTerms<CallType extends string = string> {
  /** `"windows-only"`: calls of this type have no limits of their own, and are judged against windows. `null`: they are not tested. */
  readonly callTypes: { readonly [C in CallType]: Tolerance | "windows-only" | null };
  /**
   * Which moment is the arrival: `together`, the first at which the required number of different carers is logged in
   * together; `last-carer`, when the last of the required carers first logs in; `first-carer`, when the first does.
   */
  readonly arrival: "together" | "last-carer" | "first-carer";
  /** What a visit is that never had its carers: not assessable, judged by the last who came, or late. */
  readonly tooFewCarers: "not-assessable" | "last-arrival" | "late";
  /** Visits planned for named windows of the day are judged against them. Absent: by the planned start. */
  readonly windows?: NamedWindowTerms;
}

/** The terms made ready for loops. Made by `punctualityRule`. */
export interface PunctualityRule<CallType extends string = string> extends PunctualityTerms<CallType> {
  readonly windowTable: NamedWindowTable | null;
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
  /** Judged against a named window, or several that overlap. */
  | {
      readonly class: "on-time" | "early" | "late";
      readonly arrival: Moment;
      /** Seconds outside the window: before it below 0, inside it 0. */
      readonly secondsOutside: number;
      readonly window: JudgedWindow;
    }
  /** The council counts a visit that never had its carers as late; there is no arrival to measure. */
  | { readonly class: "late"; readonly arrival: null; readonly reason: "too-few-carers"; readonly tolerance: Tolerance | null }
  | { readonly class: "not-assessable"; readonly reason: NotAssessable };

/**
 * Why punctuality is not assessable: the required carers were never there together; the visit is neither delivered nor
 * open; no punctuality rule is in force on its day; calls of its type are not tested; it was done in one attendance with
 * another visit; or it cannot be measured against its plan.
 */
export type NotAssessable = "too-few-carers" | "not-delivered" | "no-rule-in-force" | "not-tested" | "done-with-another" | NotMeasurable;

/** Makes punctuality terms ready for loops. Throws, naming the call type or window, when they cannot be reckoned with or contradict themselves. */
export function punctualityRule<CallType extends string>(terms: PunctualityTerms<CallType>): PunctualityRule<CallType> {
  for (const [callType, tolerance] of Object.entries(terms.callTypes) as [CallType, PunctualityTerms["callTypes"][string]][]) {
    if (tolerance === "windows-only" && terms.windows === undefined) refuse("punctuality", `callTypes.${callType} must have limits where no windows are named`, tolerance);
    if (tolerance !== null && tolerance !== "windows-only") checkTolerance(tolerance, callType);
  }
  const windowTable = terms.windows === undefined ? null : namedWindowTable(terms.windows);
  for (const [callType, tolerance] of Object.entries(terms.callTypes)) {
    if (tolerance === "windows-only" && windowsFor(callType, windowTable!).length === 0) refuse("punctuality", `callTypes.${callType} must have limits where no window is for it`, tolerance);
  }
  return { ...terms, windowTable };
}

function checkTolerance(tolerance: Tolerance, callType: string): void {
  for (const [side, limit] of [["early", tolerance.earlyLimit], ["late", tolerance.lateLimit]] as const) {
    const minutes = tolerance[side];
    if (minutes === "no-limit") continue;
    if (!Number.isSafeInteger(minutes) || minutes < 0) refuse("punctuality", `callTypes.${callType}.${side} must be whole minutes from 0, or "no-limit"`, minutes);
    if (minutes === 0 && limit === "excluded") refuse("punctuality", `callTypes.${callType}.${side}Limit must be included where ${side} is 0`, limit, "A call exactly on its planned start would not be on time");
  }
  if (tolerance.early === "no-limit" && tolerance.late === "no-limit") refuse("punctuality", `callTypes.${callType} must have a limit`, "none", "Give null for a call type that is not tested");
}

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
  visit: Pick<VisitFacts<CallType>, "callType" | "carersRequired" | "plannedStart" | "plannedDay" | "plannedWindow">,
  came: readonly Presence[],
  rule: PunctualityRule<CallType>,
): Punctuality {
  const tolerance = rule.callTypes[visit.callType];
  if (tolerance === null) return NOT_TESTED;
  const arrival = arrivalOf(came, visit.carersRequired, rule);
  if (arrival === null) {
    if (came.length === 0) return DONE_WITH_ANOTHER;
    if (rule.tooFewCarers === "late") return { class: "late", arrival, reason: "too-few-carers", tolerance: tolerance === "windows-only" ? null : tolerance };
    return TOO_FEW_CARERS;
  }
  const window = rule.windowTable === null ? null : judgedWindow(visit, rule.windowTable);
  if (window !== null) return typeof window === "string" ? { class: "not-assessable", reason: window } : inWindow(arrival, window);
  if (visit.plannedStart === null) return NO_PLANNED_TIME;
  if (tolerance === "windows-only") return NO_WINDOW;
  const seconds = arrival - visit.plannedStart;
  return { class: classOf(seconds, tolerance), arrival, seconds, tolerance };
}

/** Shared, since a month has many of them. */
const TOO_FEW_CARERS: Punctuality = { class: "not-assessable", reason: "too-few-carers" };
const NOT_TESTED: Punctuality = { class: "not-assessable", reason: "not-tested" };
const NO_PLANNED_TIME: Punctuality = { class: "not-assessable", reason: "no-planned-time" };
const NO_WINDOW: Punctuality = { class: "not-assessable", reason: "no-window" };
/** A delivered visit to which nobody came of its own. */
export const DONE_WITH_ANOTHER: Punctuality = { class: "not-assessable", reason: "done-with-another" };

function inWindow(arrival: Moment, window: JudgedWindow): Punctuality {
  const outside = secondsOutside(arrival, window);
  return { class: outside < 0 ? "early" : outside > 0 ? "late" : "on-time", arrival, secondsOutside: outside, window };
}

/** How many seconds after its plan is an arrival, and before it below 0? Outside its window where it is judged against one. */
export function secondsFromPlan(
  arrival: Moment,
  visit: Pick<VisitFacts, "callType" | "plannedStart" | "plannedDay" | "plannedWindow">,
  { windowTable }: Pick<PunctualityRule, "windowTable">,
): number | NotMeasurable {
  const window = windowTable === null ? null : judgedWindow(visit, windowTable);
  if (window !== null) return typeof window === "string" ? window : secondsOutside(arrival, window);
  return visit.plannedStart === null ? "no-planned-time" : arrival - visit.plannedStart;
}

/**
 * On which side of the limits do signed seconds fall? Limits are included unless they say otherwise: 30:00 late is on time,
 * 30:01 is late.
 *
 * @example
 * ```ts
 * classOf(30 * 60, { early: 30, late: 30 }); // => "on-time"
 * classOf(30 * 60 + 1, { early: 30, late: 30 }); // => "late"
 * classOf(-(30 * 60 + 1), { early: 30, late: 30 }); // => "early"
 * classOf(30 * 60, { early: "no-limit", late: 30, lateLimit: "excluded" }); // => "late"
 * ```
 */
export function classOf(seconds: number, tolerance: Tolerance): "on-time" | "early" | "late" {
  if (seconds > lastSecond(tolerance.late, tolerance.lateLimit)) return "late";
  return -seconds > lastSecond(tolerance.early, tolerance.earlyLimit) ? "early" : "on-time";
}

/** The last second from plan that is on time still. */
function lastSecond(minutes: number | "no-limit", limit: Limit | undefined): number {
  if (minutes === "no-limit") return Infinity;
  return limit === "excluded" ? minutes * MINUTE - 1 : minutes * MINUTE;
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
  return nearer(lastSecond(tolerance.late, tolerance.lateLimit) - seconds, seconds + lastSecond(tolerance.early, tolerance.earlyLimit));
}

/** The same for an arrival judged against a window. */
export function distanceToWindow(arrival: Moment, { first, last }: JudgedWindow): { readonly limit: "early" | "late"; readonly seconds: number } {
  return nearer(last - arrival, arrival - first);
}

function nearer(beforeLate: number, afterEarly: number): { readonly limit: "early" | "late"; readonly seconds: number } {
  const [late, early] = [Math.abs(beforeLate), Math.abs(afterEarly)];
  return late <= early ? { limit: "late", seconds: late } : { limit: "early", seconds: early };
}
