import type { Source } from "../contract/source.js";
import type { Day } from "../shared/day.js";
import type { PublishedRating } from "./history.js";
import type { PublishedGrade } from "./provider.js";
import type { NotRatedReason } from "./rating.js";
import { type FormerRating, RATING_DOUBTS, type StoodRating } from "./rating-on.js";

/** Why a condition is not met, not asked, or cannot be determined, in one sentence each. Codes are part of the interface. */
export const CONDITION_REASONS = {
  deregistered: "No longer registered.",
  "not-registered-yet": "Not registered by the day.",
  "registration-not-said": "The record does not say whether it is registered.",
  "registration-unclear": "What the record says about the registration cannot be read, or contradicts itself.",
  dormant: "Registered, but dormant.",
  "dormancy-not-said": "The record does not say whether it is dormant.",
  "activity-not-registered": "Not registered for the activity.",
  "activities-not-said": "The record does not say for which activities it is registered.",
  "activities-not-kept": "The record is of an ended registration, which keeps no activities.",
  "service-not-run": "The service is not among those the record lists.",
  "services-not-said": "The record lists no services.",
  "below-minimum": "Rated lower than the least rating.",
  "too-old": "The rating is older than allowed.",
  "not-rated": "Not rated.",
  "ratings-not-kept": "The record is of an ended registration, which keeps no ratings.",
  ...RATING_DOUBTS,
  "inherited-rating": "The rating was carried over from another registration, and the terms do not say whether it counts.",
  "inheritance-not-said": "The source does not say whether the rating was carried over from another registration.",
  "grade-not-provided-for": "The terms do not say what follows from this rating.",
  "no-action-plan": "No action plan is in place.",
  "action-plan-incomplete": "The action plan lacks something it must contain.",
  "action-plan-not-said": "It is not known whether an action plan is in place.",
  "amount-below-minimum": "The amount is below the least amount.",
  "answered-no": "The answer is no.",
  "fact-not-given": "The fact was not given.",
  "unreadable-fact": "The fact is not of the kind that is asked for.",
  "grade-below-minimum": "Graded lower than the least grade.",
  "no-grade": "The regulator had published no grade by the day.",
  "unknown-grade": "The newest grade is not a word of the scale.",
  "conflicting-grades": "Different grades were published on the same day.",
  "service-not-regulated": "Not asked of a service that needs no registration.",
  "regulation-not-said": "It is not known whether the service needs registration, and that decides.",
  "regulator-not-provided-for": "The terms ask nothing of a provider with this regulator.",
  "other-regulator": "Not asked of a provider that another regulator grades.",
} as const satisfies { readonly [reason: string]: string };

/** The code of a reason. */
export type ConditionReason = keyof typeof CONDITION_REASONS;

/** What an outcome rests on. */
export type Evidence =
  | ({ readonly kind: "rating"; /** The former branch whose rating counts; `null` for the provider's own. */ readonly branch: string | null } & StoodRating)
  | { readonly kind: "no-rating"; readonly reason: NotRatedReason; readonly evidence: PublishedRating | null; readonly former: FormerRating | null }
  /** Publications of which it cannot be told what they say. */
  | { readonly kind: "ratings-in-doubt"; readonly evidence: readonly PublishedRating[] }
  | { readonly kind: "grade"; readonly evidence: PublishedGrade }
  /** What a record or the caller says, by name. */
  | { readonly kind: "stated"; readonly name: string; readonly value: string };

/** What a provider must do or have, beside being eligible. */
export type Requirement =
  | {
      readonly kind: "action-plan";
      /** What the plan must contain. */
      readonly contents: readonly string[];
      /** What of it the plan is not known to contain. */
      readonly missing: readonly string[];
      /** Is it in place? `null` when that is not known. */
      readonly inPlace: boolean | null;
    }
  | { readonly kind: "rating-awaited" };

/** What came of one condition. */
export type ConditionOutcome = {
  /** The condition's id. */
  readonly condition: string;
  /** The clause it stands in; `null` when no document says it. */
  readonly source: Source | null;
  /** The reading that adopts it, where the document leaves choices; else `null`. */
  readonly reading: string | null;
  readonly evidence: Evidence | null;
  /** The day the evidence is from: of publication, of registration or of its end. `null` when none is said. */
  readonly evidenceDay: Day | null;
} & OutcomeKind;

/** The kinds of outcome, each with what belongs to it. */
export type OutcomeKind =
  | { readonly kind: "met" }
  | { readonly kind: "met-with-conditions"; readonly requires: Requirement }
  | { readonly kind: "not-met"; readonly reason: ConditionReason }
  | { readonly kind: "cannot-be-determined"; readonly reason: ConditionReason }
  /** The terms do not ask it of this provider. It is no pass: what nobody asks shows nothing. */
  | { readonly kind: "not-asked"; readonly reason: ConditionReason };

/** An outcome with what it rests on, before its condition and source are put to it. */
export interface Found {
  readonly is: OutcomeKind;
  readonly evidence: Evidence | null;
  readonly day: Day | null;
}

/** An outcome that rests on nothing. */
export function found(is: OutcomeKind, evidence: Evidence | null = null, day: Day | null = null): Found {
  return { is, evidence, day };
}

/** An outcome that rests on something stated. */
export function stated(is: OutcomeKind, name: string, value: string, day: Day | null = null): Found {
  return { is, evidence: { kind: "stated", name, value }, day };
}

/** What follows when something is not said. */
export function unsaid(policy: "cannot-be-determined" | "not-asked", reason: ConditionReason): Found {
  return found({ kind: policy, reason });
}
