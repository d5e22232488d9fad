import { type ClockTime, secondOfClock } from "../shared/clock-time.js";
import { londonMoment } from "../shared/london.js";
import { DAY, MINUTE, type Moment } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";
import { type VisitFacts, plannedDayOf } from "../visit/visit.js";
import type { NotMeasurable } from "./judged-window.js";

/** So many minutes from plan, and whether a visit exactly so far from it is missed. */
export interface MissedFrom {
  /** Whole minutes, from 1. */
  readonly minutes: number;
  readonly exactly: "missed" | "not-missed";
}

/**
 * When an attended visit is missed all the same. Minutes are from the planned start, or from the window where the visit is
 * judged against one.
 */
export type MissedThreshold =
  /** Never: a late visit is late, however late. */
  | { readonly kind: "none" }
  /** From so many minutes early or late (included). */
  | { readonly kind: "minutes"; readonly minutes: number }
  /** From the planned start of the service user's next visit (included). */
  | { readonly kind: "next-visit" }
  /** Early and late by limits of their own, one of which may be wanting. */
  | { readonly kind: "early-or-late"; readonly early: MissedFrom | "never"; readonly late: MissedFrom | "never" }
  /** Not begun by a time of the planned London day, where it was planned for before that; `"24:00"` is the day's end, and `"00:00"`, its beginning, is refused. */
  | { readonly kind: "cut-off"; readonly by: ClockTime; /** A visit begun exactly then. */ readonly exactly: "missed" | "not-missed" };

/** Checks a threshold, and says the second of the day of its cut-off; `null` where it has none. Throws, naming the field. */
export function cutOffSecond(threshold: MissedThreshold): number | null {
  switch (threshold.kind) {
    case "minutes":
      checkMinutes(threshold.minutes, "minutes");
      return null;
    case "early-or-late":
      for (const side of ["early", "late"] as const) {
        const from = threshold[side];
        if (from !== "never") checkMinutes(from.minutes, `${side}.minutes`);
      }
      if (threshold.early === "never" && threshold.late === "never") refuse("attendance", 'missedThreshold.late must be a limit where early is "never"', threshold.late, 'For visits that are never missed by being early or late: { "kind": "none" }');
      return null;
    case "cut-off": {
      const second = secondOfClock(threshold.by, "attendance.missedThreshold.by");
      // Nearly every visit of a day begins after its beginning.
      if (second === 0) refuse("attendance", "missedThreshold.by must be after 00:00, the beginning of the day", threshold.by, 'The end of the day is "24:00"');
      return second;
    }
    default:
      return null;
  }
}

function checkMinutes(minutes: number, field: string): void {
  if (!Number.isSafeInteger(minutes) || minutes < 1) refuse("attendance", `missedThreshold.${field} must be whole minutes from 1`, minutes);
}

/**
 * Is an arrival so far from plan that the visit counts as missed? Or why that cannot be said. `secondsFromPlan` as the
 * function of that name gives them; `cutOff` as `cutOffSecond`.
 */
export function pastThreshold(
  arrival: Moment,
  secondsFromPlan: number | NotMeasurable,
  visit: Pick<VisitFacts, "plannedStart" | "plannedDay" | "nextPlannedStart">,
  threshold: MissedThreshold,
  cutOff: number | null,
): boolean | NotMeasurable {
  switch (threshold.kind) {
    case "none":
      return false;
    case "next-visit":
      return visit.nextPlannedStart !== null && arrival >= visit.nextPlannedStart;
    case "minutes":
      return typeof secondsFromPlan === "string" ? secondsFromPlan : Math.abs(secondsFromPlan) >= threshold.minutes * MINUTE;
    case "early-or-late":
      if (typeof secondsFromPlan === "string") return secondsFromPlan;
      return reaches(secondsFromPlan, threshold.late) || reaches(-secondsFromPlan, threshold.early);
    case "cut-off": {
      const day = plannedDayOf(visit);
      if (day === null) return "no-planned-time";
      const by = londonMoment(day * DAY + cutOff!);
      // A visit that is planned for later cannot have begun by then: the cut-off is not for it.
      if (visit.plannedStart !== null && visit.plannedStart >= by) return false;
      return arrival > by || (arrival === by && threshold.exactly === "missed");
    }
  }
}

function reaches(seconds: number, from: MissedFrom | "never"): boolean {
  if (from === "never") return false;
  return from.exactly === "missed" ? seconds >= from.minutes * MINUTE : seconds > from.minutes * MINUTE;
}
