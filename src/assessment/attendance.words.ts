import { counted, everyKindSaid, lengthWords } from "../shared/words.js";
import { OUTCOME_SAYS } from "../visit/outcome.words.js";
import type { AttendanceTerms, UndeterminedReason, VisitKind } from "./attendance.js";

/** What a visit is, and why. */
export function visitKindWords(kind: VisitKind): string {
  switch (kind.kind) {
    case "delivered":
      return "Delivered: it was attended, and every log is complete.";
    case "open":
      return "Open: it was attended, but a log-out is missing; that carer is not payable until it is corrected.";
    case "missed":
      if (kind.reason === "unexplained") return "Missed: nobody came, and nothing is recorded to explain it.";
      if (kind.reason === "past-threshold") return "Missed: it was attended, but so far from plan that it counts as missed.";
      return `Missed: nobody came, and the record says that ${OUTCOME_SAYS[kind.reason]}.`;
    case "excused":
      return `Excused: ${kind.attended ? "a carer came, but the visit was not completed" : "nobody came"}; the record says that ${OUTCOME_SAYS[kind.outcome]}. It counts as a planned visit, and in no share.`;
    case "not-required":
      return `Not required: nobody came, and the record says that ${OUTCOME_SAYS[kind.outcome]}. It is counted apart, and in no share.`;
    case "undetermined":
      return `Cannot be determined: ${UNDETERMINED_SAYS[kind.reason]}.`;
    default:
      return everyKindSaid(kind);
  }
}

const UNDETERMINED_SAYS: { readonly [R in UndeterminedReason]: string } = {
  "undecided-outcome": "nobody came, and the council's terms do not say what the recorded outcome makes of the visit",
  unexplained: "nobody came and nothing is recorded, which the council's terms leave undecided",
  "log-in-missing": "a carer logged out and never in; correct the log-in",
  "attended-and-not-delivered": "a carer logged in, and the recorded outcome says that nobody was there; correct the one or the other",
  "rejected-row": "a row of the visit was rejected; correct it",
  "conflicting-rows": "the rows of the visit contradict each other; correct them",
  "no-rule-in-force": "no rule on attendance is in force on its day",
};

/** From when on an attended visit would count as missed; nothing where the terms have no such threshold. */
export function missedThresholdWords({ missedThreshold }: Pick<AttendanceTerms, "missedThreshold">, seconds: number | null): string[] {
  switch (missedThreshold.kind) {
    case "none":
      return [];
    case "minutes": {
      const limit = `From ${counted(missedThreshold.minutes, "minute")} early or late on (included), a visit counts as missed.`;
      const left = seconds === null ? 0 : missedThreshold.minutes * 60 - Math.abs(seconds);
      return left <= 0 ? [limit] : [`${limit} This one was ${lengthWords(left)} short of that.`];
    }
    case "next-visit":
      return ["From the planned start of the service user's next visit on (included), a visit counts as missed."];
    default:
      return everyKindSaid(missedThreshold);
  }
}
