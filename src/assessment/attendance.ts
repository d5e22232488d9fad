import type { Outcome } from "../visit/outcome.js";
import type { Merged, VisitFacts } from "../visit/visit.js";
import type { NotMeasurable } from "./judged-window.js";
import { type MergedTerms, type MergedUnknown, mergedBecomes } from "./merged-visits.js";
import { type MissedThreshold, cutOffSecond } from "./missed-threshold.js";
import type { Presence } from "./presence.js";

/** What becomes of a visit that nobody attended, or that was begun and not completed. */
export interface AttendanceTerms {
  /** What a visit is that nobody attended, by the outcome recorded. */
  readonly outcomes: { readonly [O in Outcome]: "excused" | "missed" | "not-required" | "undetermined" };
  /** What a visit is that nobody attended and nobody explained. */
  readonly unexplained: "missed" | "undetermined";
  /**
   * Outcomes a carer may meet on the doorstep or inside: with one of them an attended visit is excused. Any other outcome
   * beside a log-in is a contradiction.
   */
  readonly notCompleted: readonly Outcome[];
  /**
   * What is paid for such a visit: the time there; nothing; or the planned length, for as many carers as required. Not looked
   * at where `basis.undelivered` is `by-outcome`: the clause `undelivered` then says it, outcome by outcome.
   */
  readonly notCompletedPays: "time-there" | "nothing" | "planned-length";
  /** When an attended visit is missed all the same. */
  readonly missedThreshold: MissedThreshold;
  /** What becomes of two planned visits done in one attendance. Absent: the contract does not say, and such a visit is undetermined. */
  readonly merged?: MergedTerms;
}

/** The terms made ready for loops. Made by `attendanceRule`. */
export interface AttendanceRule extends AttendanceTerms {
  /** The second of the London day of the cut-off; `null` where there is none. */
  readonly cutOff: number | null;
}

/** Makes attendance terms ready for loops. Throws, naming the field, when they cannot be reckoned with. */
export function attendanceRule(terms: AttendanceTerms): AttendanceRule {
  return { ...terms, cutOff: cutOffSecond(terms.missedThreshold) };
}

/** Six kinds of visit; every visit is one of them. Kinds say nothing of punctuality or of payment. */
export type VisitKind =
  /** Attended by at least one carer, every log complete; or done in one attendance with the visit named. */
  | { readonly kind: "delivered"; readonly doneIn?: string }
  /** Attended; a log-out is missing. Where logged time is paid, what its carer is paid is not known until that is supplied. */
  | { readonly kind: "open" }
  | { readonly kind: "missed"; readonly reason: Exclude<MissedReason, "done-in-another"> }
  | { readonly kind: "missed"; readonly reason: "done-in-another"; readonly doneIn: string }
  | { readonly kind: "excused"; readonly outcome: Outcome; readonly attended: boolean }
  | { readonly kind: "excused"; readonly outcome: null; readonly attended: false; readonly doneIn: string }
  | { readonly kind: "not-required"; readonly outcome: Outcome }
  | { readonly kind: "not-required"; readonly outcome: null; readonly doneIn: string }
  | { readonly kind: "undetermined"; readonly reason: UndeterminedReason };

/**
 * Why a visit is missed: nobody came and nothing is recorded; nobody came and the outcome says so; it came past the
 * threshold; or it was done in one attendance with another visit, which the terms count as missed.
 */
export type MissedReason = "unexplained" | Outcome | "past-threshold" | "done-in-another";

/**
 * Why the kind of a visit cannot be determined: nobody came, and the terms leave its outcome
 * undecided; nobody came, nothing is recorded, and the council does not take that as missed; a log-out without a log-in; a log-in beside an outcome that says nobody was there; a
 * rejected row; rows that contradict each other; no rule in force on its day; what is said of its being done in another
 * visit does not suffice; or it cannot be measured against its plan, and a threshold in minutes makes the difference.
 */
export type UndeterminedReason =
  | "undecided-outcome"
  | "unexplained"
  | "log-in-missing"
  | "attended-and-not-delivered"
  | "rejected-row"
  | "conflicting-rows"
  | "no-rule-in-force"
  | MergedUnknown
  | NotMeasurable;

// The kinds without facts of their own are shared: a month has millions of them.
const DELIVERED: VisitKind = { kind: "delivered" };
const OPEN: VisitKind = { kind: "open" };

/**
 * Which of the six kinds is a visit, leaving the threshold aside? Asks for the visit and the carers who came.
 * Says "missed" only where the terms do.
 */
export function visitKind(visit: Pick<VisitFacts, "outcome" | "attendances" | "merged">, came: readonly Presence[], terms: AttendanceTerms): VisitKind {
  const { outcome, merged } = visit;
  if (visit.attendances.some((row) => row.logIn === null && row.logOut !== null)) return { kind: "undetermined", reason: "log-in-missing" };
  if (merged?.kind === "done-in-another") {
    const answer = doneInAnother(visit, merged, came, terms);
    if (answer !== null) return answer;
  }
  if (came.length > 0) {
    if (outcome === null) return came.some((presence) => presence.open) ? OPEN : DELIVERED;
    if (contradicts(visit, came, terms)) return { kind: "undetermined", reason: "attended-and-not-delivered" };
    return { kind: "excused", outcome, attended: true };
  }
  if (outcome === null) return { kind: terms.unexplained, reason: "unexplained" };
  const kind = terms.outcomes[outcome];
  if (kind === "excused") return { kind, outcome, attended: false };
  if (kind === "missed") return { kind, reason: outcome };
  return kind === "not-required" ? { kind, outcome } : { kind, reason: "undecided-outcome" };
}

/** Did a carer log in beside an outcome that says nobody was there? */
export function contradicts({ outcome }: Pick<VisitFacts, "outcome">, came: readonly Presence[], { notCompleted }: Pick<AttendanceTerms, "notCompleted">): boolean {
  return came.length > 0 && outcome !== null && !notCompleted.includes(outcome);
}

function doneInAnother(visit: Pick<VisitFacts, "outcome" | "attendances">, merged: Merged & { readonly kind: "done-in-another" }, came: readonly Presence[], terms: AttendanceTerms): VisitKind | null {
  const becomes = mergedBecomes(visit, merged, came, terms.merged);
  const doneIn = merged.visit;
  switch (becomes) {
    case null:
      return null;
    case "delivered":
      return { kind: "delivered", doneIn };
    case "missed":
      return { kind: "missed", reason: "done-in-another", doneIn };
    case "excused":
      return { kind: "excused", outcome: null, attended: false, doneIn };
    case "not-required":
      return { kind: "not-required", outcome: null, doneIn };
    default:
      return { kind: "undetermined", reason: becomes.unknown };
  }
}
