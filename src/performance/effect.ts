import type { UndeterminedReason, VisitKind } from "../assessment/attendance.js";
import { type DecimalText, shareText } from "../shared/exact.js";
import type { Outcome } from "../visit/outcome.js";
import type { Fault, VisitFacts } from "../visit/visit.js";

/**
 * What happened to a visit, as far as performance asks: it was delivered in full; fewer carers came than required; it was
 * attended past the threshold; it was done in one attendance with another; nobody came and nothing is recorded; or what the
 * record says.
 */
export type EffectCase = "delivered" | "understaffed" | "past-threshold" | "done-in-another" | "unexplained" | Outcome;

/** What a visit counts for performance: done; failed; in no share, counted apart; not at all; or that cannot be determined. */
export type EffectKind = "done" | "failed" | "apart" | "not-counted" | "undetermined";

/** What each thing that can happen to a visit counts for performance. It says nothing of what is paid or charged. */
export interface PerformanceEffectTerms {
  readonly cases: { readonly [C in EffectCase]: EffectKind };
  /** Cases that count as failed only by the provider's fault; by another's they are kept apart. */
  readonly byProviderFault: readonly EffectCase[];
}

/** What a visit counts for performance, and why. */
export type PerformanceEffect =
  | { readonly kind: Exclude<EffectKind, "undetermined">; readonly case: EffectCase }
  /** It would have failed, but by no fault of the provider. */
  | { readonly kind: "apart"; readonly case: EffectCase; readonly fault: Exclude<Fault, "provider"> }
  | { readonly kind: "undetermined"; readonly case: EffectCase | null; readonly reason: EffectUnknown };

/**
 * Why it cannot be said what a visit counts: nobody has said whose fault it was; a fault is given that contradicts an
 * outcome of provider failure; the terms leave the case undecided; or the visit's kind is undetermined, and why.
 */
export type EffectUnknown = "fault-unknown" | "fault-contradicts-outcome" | "undecided" | UndeterminedReason;

/**
 * What does a visit count for performance? Asks for what was recorded of it, and for what it is as `assessVisit` says:
 * its kind, and whether it was understaffed.
 *
 * @example
 * ```ts
 * const cases = {
 *   delivered: "done", understaffed: "failed", "past-threshold": "failed", "done-in-another": "done", unexplained: "failed", "no-access": "apart", hospital: "not-counted",
 *   "cancelled-by-person": "apart", "cancelled-by-council": "not-counted", "provider-failure": "failed", refused: "apart", aborted: "apart", frustrated: "apart", suspended: "not-counted", other: "undetermined",
 * } as const;
 * const terms = { cases, byProviderFault: ["unexplained"] } as const;
 * const missed = { kind: "missed", reason: "unexplained" } as const;
 * performanceEffect({ outcome: null, fault: "provider" }, missed, false, terms); // => { kind: "failed", case: "unexplained" }
 * performanceEffect({ outcome: null, fault: "council" }, missed, false, terms); // => { kind: "apart", case: "unexplained", fault: "council" }
 * performanceEffect({ outcome: null }, missed, false, terms); // => { kind: "undetermined", case: "unexplained", reason: "fault-unknown" }
 * ```
 */
export function performanceEffect(visit: Pick<VisitFacts, "outcome" | "fault">, kind: VisitKind, understaffed: boolean, terms: PerformanceEffectTerms): PerformanceEffect {
  const happened = caseOf(visit, kind, understaffed);
  if (happened === null) return { kind: "undetermined", case: null, reason: (kind as VisitKind & { readonly kind: "undetermined" }).reason };
  const effect = terms.cases[happened];
  if (effect === "undetermined") return { kind: effect, case: happened, reason: "undecided" };
  if (effect !== "failed" || !terms.byProviderFault.includes(happened)) return { kind: effect, case: happened };
  if (happened === "provider-failure" && visit.fault !== undefined && visit.fault !== "provider") return { kind: "undetermined", case: happened, reason: "fault-contradicts-outcome" };
  const fault = happened === "provider-failure" ? "provider" : visit.fault;
  if (fault === undefined) return { kind: "undetermined", case: happened, reason: "fault-unknown" };
  return fault === "provider" ? { kind: "failed", case: happened } : { kind: "apart", case: happened, fault };
}

function caseOf({ outcome }: Pick<VisitFacts, "outcome">, kind: VisitKind, understaffed: boolean): EffectCase | null {
  switch (kind.kind) {
    case "delivered":
      return kind.doneIn !== undefined ? "done-in-another" : understaffed ? "understaffed" : "delivered";
    case "open":
      return understaffed ? "understaffed" : "delivered";
    case "missed":
      return kind.reason;
    case "excused":
    case "not-required":
      return kind.outcome ?? "done-in-another";
    case "undetermined":
      return kind.reason === "undecided-outcome" ? outcome : kind.reason === "unexplained" ? "unexplained" : null;
  }
}

/** Counts of visits by what they count for performance. Those that cannot be determined are the rest. */
export interface EffectTally {
  done: number;
  failed: number;
  apart: number;
  notCounted: number;
}

/** Nothing counted yet. */
export function emptyEffects(): EffectTally {
  return { done: 0, failed: 0, apart: 0, notCounted: 0 };
}

/** Counts an effect, in place. */
export function countEffect(tally: EffectTally, { kind }: PerformanceEffect): void {
  if (kind === "not-counted") tally.notCounted++;
  else if (kind !== "undetermined") tally[kind]++;
}

/** Effects as figures. */
export interface EffectFigures extends Readonly<EffectTally> {
  readonly undetermined: number;
  /** Failed, of done and failed: half up to four places, for show. `null` when there is neither. */
  readonly failedShare: DecimalText | null;
}

/** The figures of a tally over so many visits. */
export function effectFigures(tally: EffectTally, visits: number): EffectFigures {
  const { done, failed, apart, notCounted } = tally;
  return { done, failed, apart, notCounted, undetermined: visits - done - failed - apart - notCounted, failedShare: shareText(failed, done + failed) };
}
