import type { Moment } from "../shared/moment.js";
import type { Outcome } from "../visit/outcome.js";
import type { VisitFacts } from "../visit/visit.js";
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
  /** What is paid for such a visit: the time there; nothing; or the planned length, for as many carers as required. */
  readonly notCompletedPays: "time-there" | "nothing" | "planned-length";
  /** When an attended visit is missed all the same: never; from so many minutes early or late (included); or from the planned start of the service user's next visit (included). */
  readonly missedThreshold: { readonly kind: "none" } | { readonly kind: "minutes"; readonly minutes: number } | { readonly kind: "next-visit" };
}

/** Six kinds of visit; every visit is one of them. Kinds say nothing of punctuality or of payment. */
export type VisitKind =
  /** Attended by at least one carer, every log complete. */
  | { readonly kind: "delivered" }
  /** Attended; a log-out is missing, and its carer not payable until that is corrected. */
  | { readonly kind: "open" }
  | { readonly kind: "missed"; readonly reason: MissedReason }
  | { readonly kind: "excused"; readonly outcome: Outcome; readonly attended: boolean }
  | { readonly kind: "not-required"; readonly outcome: Outcome }
  | { readonly kind: "undetermined"; readonly reason: UndeterminedReason };

/** Why a visit is missed: nobody came and nothing is recorded; nobody came and the outcome says so; or it came past the threshold. */
export type MissedReason = "unexplained" | Outcome | "past-threshold";

/**
 * Why the kind of a visit cannot be determined: nobody came, and the terms leave its outcome (`other`)
 * undecided; nobody came, nothing is recorded, and the council does not take that as missed; a log-out without a log-in; a log-in beside an outcome that says nobody was there; a
 * rejected row; rows that contradict each other; no rule in force on its day.
 */
export type UndeterminedReason =
  | "undecided-outcome"
  | "unexplained"
  | "log-in-missing"
  | "attended-and-not-delivered"
  | "rejected-row"
  | "conflicting-rows"
  | "no-rule-in-force";

// The kinds without facts of their own are shared: a month has millions of them.
const DELIVERED: VisitKind = { kind: "delivered" };
const OPEN: VisitKind = { kind: "open" };

/**
 * Which of the six kinds is a visit, leaving the threshold aside? Asks for the visit and the carers who came.
 * Says "missed" only where the terms do.
 */
export function visitKind(visit: Pick<VisitFacts, "outcome" | "attendances">, came: readonly Presence[], terms: AttendanceTerms): VisitKind {
  const { outcome } = visit;
  if (visit.attendances.some((row) => row.logIn === null && row.logOut !== null)) return { kind: "undetermined", reason: "log-in-missing" };
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

/** Is an arrival so far from plan that the visit counts as missed? */
export function pastThreshold(
  arrival: Moment,
  visit: Pick<VisitFacts, "plannedStart" | "nextPlannedStart">,
  { missedThreshold }: Pick<AttendanceTerms, "missedThreshold">,
): boolean {
  if (missedThreshold.kind === "none") return false;
  if (missedThreshold.kind === "minutes") return Math.abs(arrival - visit.plannedStart) >= missedThreshold.minutes * 60;
  return visit.nextPlannedStart !== null && arrival >= visit.nextPlannedStart;
}
