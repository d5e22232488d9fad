import type { VisitKind } from "../assessment/attendance.js";
import { counted, everyKindSaid, quoted } from "../shared/words.js";
import type { UndeliveredPay, UndeliveredTerms } from "./undelivered.js";

/** What is paid for a visit that did not go to plan, and by which case of the clause: `null` where the clause does not decide it. */
export interface DecidedPay {
  readonly says: string;
  readonly pay: UndeliveredPay;
}

/** By which case of the clause is a visit paid? `tooFewCarers`: fewer carers came than required. */
export function decidedPay(kind: VisitKind, tooFewCarers: boolean, terms: UndeliveredTerms): DecidedPay | null {
  switch (kind.kind) {
    case "delivered":
    case "open":
      return !tooFewCarers || terms.tooFewCarers === "those-who-came" ? null : { says: "a visit to which fewer carers came than required", pay: terms.tooFewCarers };
    case "excused":
    case "not-required":
      return kind.outcome === null ? null : { says: `the outcome ${quoted(kind.outcome)}`, pay: terms.outcomes[kind.outcome] };
    case "missed":
      if (kind.reason === "done-in-another") return null;
      if (kind.reason === "unexplained") return { says: "a visit that nobody attended or explained", pay: terms.unexplained };
      return kind.reason === "past-threshold" ? { says: "a visit past the threshold", pay: terms.pastThreshold } : { says: `the outcome ${quoted(kind.reason)}`, pay: terms.outcomes[kind.reason] };
    case "undetermined":
      if (kind.reason === "unexplained") return { says: "a visit that nobody attended or explained", pay: terms.unexplained };
      return kind.reason === "undecided-outcome" ? { says: `the outcome ${quoted("other")}`, pay: terms.outcomes.other } : null;
    default:
      return everyKindSaid(kind);
  }
}

/** The same in a sentence: `"For the outcome “refused” the contract pays a share of 0.5 of the price of the planned length (…)."` */
export function decidedPayWords({ says, pay }: DecidedPay, source: string): string {
  return `For ${says} the contract ${paySays(pay)} (${source}).`;
}

function paySays(pay: UndeliveredPay): string {
  switch (pay.kind) {
    case "nothing":
      return "pays nothing";
    case "undetermined":
      return "leaves open what is paid";
    case "actual-time":
      return "pays the time carers were there";
    case "planned-length":
      return "pays the planned length";
    case "share-of-planned":
      return `pays a share of ${pay.share} of the ${pay.of === "length" ? "planned length" : "price of the planned length"}`;
    case "fixed-minutes":
      return `pays ${counted(pay.minutes, "minute")}, whatever was planned`;
    case "by-notice":
      return "pays by the notice that was given";
    case "hospital-retainer":
      return "pays a hospital retainer";
    default:
      return everyKindSaid(pay);
  }
}
