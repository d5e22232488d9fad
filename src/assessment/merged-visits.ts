import type { Merged, VisitFacts } from "../visit/visit.js";
import type { Presence } from "./presence.js";

/** What a visit becomes that was done in one attendance with another, and so has no logs of its own. */
export type MergedBecomes = "delivered" | "excused" | "not-required" | "missed";

/** What becomes of two planned visits done in one attendance. */
export interface MergedTerms {
  /** The visit without logs of its own, where the council agreed to it and where it did not. The same: agreement does not matter. */
  readonly doneInAnother: { readonly agreed: MergedBecomes; readonly notAgreed: MergedBecomes };
  /** Is the visit with the logs judged by its own plan, or its punctuality not at all? */
  readonly holdsAnother: "by-its-own-plan" | "punctuality-not-assessed";
}

/**
 * Why it cannot be said what a visit done in another is: the terms say nothing of such visits; it has logs or an outcome of
 * its own all the same; it is not known whether the other visit was attended; or whether the council agreed.
 */
export type MergedUnknown = "no-rule-for-merged-visits" | "contradicts-merging" | "other-visit-unknown" | "agreement-unknown";

/** What a visit becomes that is recorded as done in another; `null` when it is not, or that other visit was not attended. */
export function mergedBecomes(
  visit: Pick<VisitFacts, "outcome" | "attendances">,
  merged: Merged & { readonly kind: "done-in-another" },
  came: readonly Presence[],
  terms: MergedTerms | undefined,
): MergedBecomes | { readonly unknown: MergedUnknown } | null {
  if (came.length > 0 || visit.outcome !== null) return { unknown: "contradicts-merging" };
  if (merged.attended === null) return { unknown: "other-visit-unknown" };
  if (!merged.attended) return null;
  if (terms === undefined) return { unknown: "no-rule-for-merged-visits" };
  const { agreed, notAgreed } = terms.doneInAnother;
  if (merged.agreed === null && agreed !== notAgreed) return { unknown: "agreement-unknown" };
  return merged.agreed === true ? agreed : notAgreed;
}
