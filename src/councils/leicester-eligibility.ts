import type { Clause, Version } from "../contract/clause.js";
import type { Reading } from "../contract/reading.js";
import type { Document } from "../contract/source.js";
import type { EligibilityTerms, RatingCondition, RegistrationCheck } from "../eligibility/terms.js";

const minutes: Document = {
  document: "Leicester City Council, scrutiny minutes, Future of domiciliary care",
  published: "undated, before October 2023",
};

const homeCare = ["Homecare agencies", "Domiciliary care service"];

/** Registered on the day; known to be dormant or without the activity is out. A directory says neither. */
const checkedWhereSaid: readonly RegistrationCheck[] = [
  { kind: "registered", unsaid: "cannot-be-determined", source: null },
  { kind: "not-dormant", unsaid: "not-asked", source: null },
  { kind: "regulated-activity", activity: "Personal care", unsaid: "not-asked", source: null },
];

const mustBeShown: readonly RegistrationCheck[] = [
  { kind: "registered", unsaid: "cannot-be-determined", source: null },
  { kind: "not-dormant", unsaid: "cannot-be-determined", source: null },
  { kind: "regulated-activity", activity: "Personal care", unsaid: "cannot-be-determined", source: null },
];

const wellLedGood: RatingCondition = { id: "well-led", of: "well-led", atLeast: "good" };
const overallGood: RatingCondition = { id: "overall", of: "overall", atLeast: "good" };
/** A provider that requires improvement overall joins with a plan; one without an overall rating does not require one. */
const planBelowGood: RatingCondition = { id: "overall", of: "overall", atLeast: "good", below: { "requires-improvement": "action-plan", inadequate: "cannot-be-determined" }, unrated: "not-asked" };

/** What both versions leave unsaid. */
const common: { readonly [slug: string]: Reading<EligibilityTerms> } = {
  unrated: {
    silent: "The minutes do not mention providers that are not rated.",
    adopted: "cannot-be-determined",
    choices: {
      "cannot-be-determined": { says: "Whether a provider without the rating may join cannot be determined.", set: { unrated: "cannot-be-determined" } },
      ineligible: { says: "A provider without the rating may not join.", set: { unrated: "ineligible" } },
      "with-conditions": { says: "A provider without the rating may join on the condition that it is rated in time.", set: { unrated: "eligible-with-conditions" } },
    },
  },
  inherited: {
    silent: "The minutes do not say whether a rating counts that was given under an earlier registration.",
    adopted: "counts",
    choices: {
      counts: { says: "A rating given under an earlier registration counts: the CQC shows it as the service's rating.", set: { inherited: "counts" } },
      "does-not-count": { says: "A rating given under an earlier registration does not count: the provider is not rated.", set: { inherited: "does-not-count" } },
      "cannot-be-determined": { says: "Whether it counts cannot be determined.", set: { inherited: "cannot-be-determined" } },
    },
  },
  "which-service": {
    silent: "The minutes do not say of which service the rating must be, at a location that runs several.",
    adopted: "home-care",
    choices: {
      "home-care": { says: "The rating must be of home care, or of the location as a whole where its services are not rated one by one.", set: { service: homeCare } },
      location: { says: "The rating must be of the location as a whole.", set: { service: null } },
    },
  },
  registration: {
    silent: "The minutes speak of ratings only, not of registration.",
    adopted: "where-said",
    choices: {
      "where-said": {
        says: "A provider must be registered on the day. One that is known to be dormant, or not registered for personal care, may not join; where the record does not say, that is not asked.",
        set: { registration: checkedWhereSaid },
      },
      "must-be-shown": { says: "The record must show that it is registered for personal care and not dormant.", set: { registration: mustBeShown } },
      "rating-alone": { says: "Only the rating is asked for.", set: { registration: [] } },
    },
  },
};

const adopted = {
  firstDay: "unstated",
  lastDay: "unstated",
  service: homeCare,
  registration: checkedWhereSaid,
  unrated: "cannot-be-determined",
  inherited: "counts",
  reRegistered: "own-rating-only",
  merged: "own-rating-only",
  unregulated: "same-conditions",
  facts: [],
  grades: [],
} as const satisfies Partial<Version<EligibilityTerms>>;

/**
 * Who may join Leicester City Council's framework: what the council proposed, and what its scrutiny commission
 * recommended instead. The minutes do not say whether either was adopted, nor from which day, so neither applies until a
 * caller names its authority.
 *
 * @example
 * ```ts
 * leicesterEligibility.versions.map(({ authority }) => authority); // => ["proposed", "recommended"]
 * leicesterEligibility.versions[1]!.ratings; // => [{ id: "overall", of: "overall", atLeast: "good" }]
 * ```
 */
export const leicesterEligibility: Clause<EligibilityTerms> = {
  versions: [
    {
      ...adopted,
      authority: "proposed",
      source: {
        ...minutes,
        clause: "In response to questions, CQC ratings",
        quote:
          "The key metric when allowing a provider onto the framework would be a Good rating on the ‘Well Led’ domain as this was seen as the main marker of positive direction. Any provider that required improvement would have an action plan which the Council could support them in delivering.",
      },
      alsoSee: [
        { ...minutes, clause: "In response to questions, CQC ratings", quote: "The minimum standard for contracts with regard to CQC ratings would increase since the last tender exercise." },
        { ...minutes, clause: "Members' concerns", quote: "Members expressed concerns that those who required improvement under the CQC were allowed onto the new framework." },
      ],
      ratings: [wellLedGood, planBelowGood],
      actionPlan: { contents: [], inPlace: false },
      readings: {
        "action-plan": {
          silent:
            "The minutes do not say whether an action plan stands in for a Good rating in Well-led or comes on top of it, nor what follows from an overall rating of Inadequate.",
          adopted: "on-top",
          choices: {
            "on-top": {
              says: "Well-led must be Good. A provider that requires improvement overall joins with an action plan; what follows from Inadequate cannot be determined.",
              set: { ratings: [wellLedGood, planBelowGood] },
            },
            "on-top-and-not-inadequate": {
              says: "Well-led must be Good. A provider that requires improvement overall joins with an action plan; one that is Inadequate may not join.",
              set: { ratings: [wellLedGood, { ...planBelowGood, below: { "requires-improvement": "action-plan" } }] },
            },
            instead: {
              says: "A provider that requires improvement, in Well-led or overall, joins with an action plan; one that is Inadequate in either may not join.",
              set: { ratings: [{ ...wellLedGood, below: { "requires-improvement": "action-plan" } }, { ...planBelowGood, below: { "requires-improvement": "action-plan" } }] },
            },
          },
        },
        "plan-in-place": {
          silent: "The minutes do not say when the action plan must be in place, nor what it must contain.",
          adopted: "a-condition",
          choices: {
            "a-condition": { says: "The plan is a condition of joining; it need not be in place before.", set: { actionPlan: { contents: [], inPlace: false } } },
            "before-joining": { says: "The plan must be in place before joining.", set: { actionPlan: { contents: [], inPlace: true } } },
          },
        },
        ...common,
      },
    },
    {
      ...adopted,
      authority: "recommended",
      source: {
        ...minutes,
        clause: "Agreed, 2",
        quote: "That the Commission recommended that only providers with at least a Good CQC rating should be allowed onto the new framework.",
      },
      alsoSee: [
        {
          ...minutes,
          clause: "Members' concerns",
          quote: "Members stated they would not be comfortable with their own family being cared for by a provider which had been inspected and requiring improvement.",
        },
      ],
      ratings: [overallGood],
      actionPlan: null,
      readings: {
        "which-rating": {
          silent: "The recommendation does not say which rating must be at least Good.",
          adopted: "overall",
          choices: {
            overall: { says: "The overall rating.", set: { ratings: [overallGood] } },
            "well-led": { says: "The rating in Well-led, the key metric of the proposal it answers.", set: { ratings: [wellLedGood] } },
            both: { says: "The overall rating and the one in Well-led.", set: { ratings: [overallGood, wellLedGood] } },
          },
        },
        ...common,
      },
    },
  ],
};
