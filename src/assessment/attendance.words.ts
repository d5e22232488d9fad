import { type ReadingsSetting, readSoWords } from "../contract/reading.words.js";
import { secondOfClock } from "../shared/clock-time.js";
import type { DayNumber } from "../shared/day.js";
import { londonMoment } from "../shared/london.js";
import { DAY, MINUTE, type Moment } from "../shared/moment.js";
import { counted, everyKindSaid, lengthWords, listed, timeWords } from "../shared/words.js";
import type { Outcome } from "../visit/outcome.js";
import { OUTCOME_SAYS } from "../visit/outcome.words.js";
import type { AttendanceTerms, UndeterminedReason, VisitKind } from "./attendance.js";
import type { MissedFrom } from "./missed-threshold.js";

/** What a visit is, and why. `outcome` is what is recorded of it, where it is known: what is undetermined does not hold it. */
export function visitKindWords(kind: VisitKind, outcome: Outcome | null = null): string {
  switch (kind.kind) {
    case "delivered":
      if (kind.doneIn !== undefined) return `Delivered: it was done in one attendance with visit ${kind.doneIn}.`;
      return "Delivered: it was attended, and every log is complete.";
    case "open":
      return "Open: it was attended, but a log-out is missing.";
    case "missed":
      if (kind.reason === "unexplained") return "Missed: nobody came, and nothing is recorded to explain it.";
      if (kind.reason === "past-threshold") return "Missed: it was attended, but so far from plan that it counts as missed.";
      if (kind.reason === "done-in-another") return `Missed: it was done in one attendance with visit ${kind.doneIn}, which the council counts as missed.`;
      return `Missed: nobody came, and the record says that ${OUTCOME_SAYS[kind.reason]}.`;
    case "excused":
      if (kind.outcome === null) return `Excused, and so not counted as missed: it was done in one attendance with visit ${kind.doneIn}.`;
      return `Excused, and so not counted as missed: ${kind.attended ? "a carer came, but the visit was not completed" : "nobody came"}, and the record says that ${OUTCOME_SAYS[kind.outcome]}.`;
    case "not-required":
      if (kind.outcome === null) return `Not required, and so not counted as missed: it was done in one attendance with visit ${kind.doneIn}.`;
      return `Not required, and so not counted as missed: nobody came, and the record says that ${OUTCOME_SAYS[kind.outcome]}.`;
    case "undetermined":
      if (kind.reason === "undecided-outcome" && outcome !== null) return `Cannot be determined: nobody came, and the record says that ${OUTCOME_SAYS[outcome]}, which the council's terms leave undetermined; record another outcome where one fits.`;
      return `Cannot be determined: ${UNDETERMINED_SAYS[kind.reason]}.`;
    default:
      return everyKindSaid(kind);
  }
}

/** Does the rule on missed visits say what the visit is? An attended visit needs no rule, and where none decides, none is to be cited. */
export function isSaidByRule({ kind }: Pick<VisitKind, "kind">): boolean {
  return kind === "missed" || kind === "excused" || kind === "not-required";
}

/** Which field of the terms says what a visit is? `null` for one that needs none. */
export function fieldSaying(kind: VisitKind): keyof AttendanceTerms | null {
  if ("doneIn" in kind) return "merged";
  switch (kind.kind) {
    case "delivered":
    case "open":
      return null;
    case "excused":
      return kind.attended ? "notCompleted" : "outcomes";
    case "not-required":
      return "outcomes";
    case "missed":
      return kind.reason === "unexplained" ? "unexplained" : kind.reason === "past-threshold" ? "missedThreshold" : "outcomes";
    case "undetermined":
      return kind.reason === "undecided-outcome" ? "outcomes" : kind.reason === "unexplained" ? "unexplained" : kind.reason === "attended-and-not-delivered" ? "notCompleted" : null;
    default:
      return everyKindSaid(kind);
  }
}

/** Why it cannot be determined what a visit is, to follow a colon. */
export const UNDETERMINED_SAYS: { readonly [R in UndeterminedReason]: string } = {
  "undecided-outcome": "nobody came, and the council's terms leave the recorded outcome undetermined; record another where one fits",
  unexplained: "nobody came and nothing is recorded, which the council's terms leave undecided",
  "log-in-missing": "a carer logged out and never in; correct the log-in",
  "attended-and-not-delivered": "a carer logged in, and the recorded outcome says that nobody was there; correct the one or the other",
  "rejected-row": "a row of the visit was rejected; correct it",
  "conflicting-rows": "the rows of the visit contradict each other; correct them",
  "no-rule-in-force": "no rule on attendance is in force on its day",
  "no-rule-for-merged-visits": "it was done in one attendance with another visit, and the council's terms say nothing of that",
  "contradicts-merging": "it is recorded as done in another visit, and has a log or an outcome of its own; correct the one or the other",
  "other-visit-unknown": "it is recorded as done in another visit, and it is not known whether that one was attended",
  "agreement-unknown": "it was done in another visit, and it is not known whether the council agreed, which makes the difference",
  "no-planned-time": "how far it was from plan decides whether it is missed, and the plan has no time",
  "no-window": "how far it was from plan decides whether it is missed, and no named window holds its planned start",
  "several-windows": "how far it was from plan decides whether it is missed, and several named windows hold its planned start",
  "unknown-window": "how far it was from plan decides whether it is missed, and the council names no such window as it is planned for",
};

/** When an attended visit began, as far as that is known. */
export interface Began {
  readonly at: Moment;
  readonly day: DayNumber;
  /** Seconds from plan, or outside the window where it is judged against one: early below 0; `null` where the plan has no time. */
  readonly seconds: number | null;
  readonly plannedStart: Moment | null;
  readonly nextPlannedStart: Moment | null;
}

/** From when on an attended visit counts as missed, and how far it was from that, on either side; nothing where the terms have no such threshold. */
export function missedThresholdWords({ missedThreshold, readings = {} }: Pick<AttendanceTerms, "missedThreshold"> & { readonly readings?: ReadingsSetting }, began: Began | null): string[] {
  const limit = limitWords(missedThreshold);
  return limit === null ? [] : [`${limit}${readSoWords(["missedThreshold"], readings)}.`, ...(began === null ? [] : distanceWords(missedThreshold, began))];
}

function limitWords(threshold: AttendanceTerms["missedThreshold"]): string | null {
  switch (threshold.kind) {
    case "none":
      return null;
    case "minutes":
      return `From ${counted(threshold.minutes, "minute")} early or late on (included), a visit counts as missed`;
    case "next-visit":
      return "From the planned start of the service user's next visit on (included), a visit counts as missed";
    case "early-or-late": {
      const sides = (["early", "late"] as const).flatMap((side) => {
        const from = threshold[side];
        if (from === "never") return [];
        return [from.exactly === "missed" ? `from ${counted(from.minutes, "minute")} ${side} on (included)` : `more than ${counted(from.minutes, "minute")} ${side}`];
      });
      return sides.length === 0 ? null : `A visit that begins ${listed(sides, "or")} counts as missed`;
    }
    case "cut-off":
      return `A visit not begun ${threshold.exactly === "missed" ? "before" : "by"} ${threshold.by} on its planned day counts as missed`;
    default:
      return everyKindSaid(threshold);
  }
}

/** How far a visit was from the first second that counts as missed on its side of the plan: short of it, or past it. */
function distanceWords(threshold: AttendanceTerms["missedThreshold"], began: Began): string[] {
  const { at, day, seconds, plannedStart } = began;
  if (threshold.kind === "cut-off" && plannedStart !== null && plannedStart >= cutOffOf(threshold, day)) return [`This one was planned for ${timeWords(plannedStart, day)}, not before that: it is not judged by it.`];
  const left = secondsLeft(threshold, began);
  if (left === null) return [];
  if (left > 0) return [`This one was ${lengthWords(left)} short of that.`];
  const early = seconds !== null && seconds < 0;
  const from = seconds === null || seconds === 0 ? "" : `, ${lengthWords(Math.abs(seconds))} ${early ? "early" : "late"}`;
  return [`This one began at ${timeWords(at, day)}${from}: ${lengthWords(1 - left)} ${early && threshold.kind !== "cut-off" && threshold.kind !== "next-visit" ? "later" : "earlier"} would not have been missed.`];
}

/** Seconds to the first that counts as missed: from 0 down, it is. `null` where none does on that side, or it is not known. */
function secondsLeft(threshold: AttendanceTerms["missedThreshold"], { at, day, seconds, nextPlannedStart }: Began): number | null {
  switch (threshold.kind) {
    case "none":
      return null;
    case "next-visit":
      return nextPlannedStart === null ? null : nextPlannedStart - at;
    case "cut-off":
      return cutOffOf(threshold, day) + (threshold.exactly === "missed" ? 0 : 1) - at;
    case "minutes":
    case "early-or-late": {
      if (seconds === null) return null;
      const from: MissedFrom | "never" = threshold.kind === "minutes" ? { minutes: threshold.minutes, exactly: "missed" } : threshold[seconds < 0 ? "early" : "late"];
      return from === "never" ? null : from.minutes * MINUTE + (from.exactly === "missed" ? 0 : 1) - Math.abs(seconds);
    }
    default:
      return everyKindSaid(threshold);
  }
}

function cutOffOf({ by }: AttendanceTerms["missedThreshold"] & { readonly kind: "cut-off" }, day: DayNumber): Moment {
  return londonMoment(day * DAY + secondOfClock(by, "attendance.missedThreshold.by"));
}
