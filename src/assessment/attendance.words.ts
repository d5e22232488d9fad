import { counted, everyKindSaid, lengthWords, listed } from "../shared/words.js";
import { OUTCOME_SAYS } from "../visit/outcome.words.js";
import type { AttendanceTerms, UndeterminedReason, VisitKind } from "./attendance.js";
import type { MissedFrom } from "./missed-threshold.js";

/** What a visit is, and why. */
export function visitKindWords(kind: VisitKind): string {
  switch (kind.kind) {
    case "delivered":
      if (kind.doneIn !== undefined) return `Delivered: it was done in one attendance with visit ${kind.doneIn}.`;
      return "Delivered: it was attended, and every log is complete.";
    case "open":
      return "Open: it was attended, but a log-out is missing; that carer is not payable until it is corrected.";
    case "missed":
      if (kind.reason === "unexplained") return "Missed: nobody came, and nothing is recorded to explain it.";
      if (kind.reason === "past-threshold") return "Missed: it was attended, but so far from plan that it counts as missed.";
      if (kind.reason === "done-in-another") return `Missed: it was done in one attendance with visit ${kind.doneIn}, which the council counts as missed.`;
      return `Missed: nobody came, and the record says that ${OUTCOME_SAYS[kind.reason]}.`;
    case "excused":
      if (kind.outcome === null) return `Excused: it was done in one attendance with visit ${kind.doneIn}. It counts as a planned visit, and in no share.`;
      return `Excused: ${kind.attended ? "a carer came, but the visit was not completed" : "nobody came"}; the record says that ${OUTCOME_SAYS[kind.outcome]}. It counts as a planned visit, and in no share.`;
    case "not-required":
      if (kind.outcome === null) return `Not required: it was done in one attendance with visit ${kind.doneIn}. It is counted apart, and in no share.`;
      return `Not required: nobody came, and the record says that ${OUTCOME_SAYS[kind.outcome]}. It is counted apart, and in no share.`;
    case "undetermined":
      return `Cannot be determined: ${UNDETERMINED_SAYS[kind.reason]}.`;
    default:
      return everyKindSaid(kind);
  }
}

/** Why it cannot be determined what a visit is, to follow a colon. */
export const UNDETERMINED_SAYS: { readonly [R in UndeterminedReason]: string } = {
  "undecided-outcome": "nobody came, and the council's terms do not say what the recorded outcome makes of the visit",
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

/** From when on an attended visit would count as missed, and how far it was from that, where its distance from plan is known; nothing where the terms have no such threshold. */
export function missedThresholdWords({ missedThreshold }: Pick<AttendanceTerms, "missedThreshold">, seconds: number | null): string[] {
  switch (missedThreshold.kind) {
    case "none":
      return [];
    case "minutes": {
      const limit = `From ${counted(missedThreshold.minutes, "minute")} early or late on (included), a visit counts as missed.`;
      return [limit + shortWords(seconds, { minutes: missedThreshold.minutes, exactly: "missed" })];
    }
    case "next-visit":
      return ["From the planned start of the service user's next visit on (included), a visit counts as missed."];
    case "early-or-late": {
      const sides = (["early", "late"] as const).flatMap((side) => {
        const from = missedThreshold[side];
        if (from === "never") return [];
        return [from.exactly === "missed" ? `from ${counted(from.minutes, "minute")} ${side} on (included)` : `more than ${counted(from.minutes, "minute")} ${side}`];
      });
      const own = seconds === null || missedThreshold[seconds < 0 ? "early" : "late"];
      return sides.length === 0 ? [] : [`A visit that begins ${listed(sides, "or")} counts as missed.${typeof own === "object" ? shortWords(seconds, own) : ""}`];
    }
    case "cut-off":
      return [`A visit not begun ${missedThreshold.exactly === "missed" ? "before" : "by"} ${missedThreshold.by} on its planned day counts as missed.`];
    default:
      return everyKindSaid(missedThreshold);
  }
}

/** How far a visit was from the first second that counts as missed on its side of the plan. */
function shortWords(seconds: number | null, { minutes, exactly }: MissedFrom): string {
  const left = seconds === null ? 0 : minutes * 60 + (exactly === "missed" ? 0 : 1) - Math.abs(seconds);
  return left <= 0 ? "" : ` This one was ${lengthWords(left)} short of that.`;
}
