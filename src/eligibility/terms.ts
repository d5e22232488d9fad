import type { Source } from "../contract/source.js";
import { type DecimalText, fraction } from "../shared/exact.js";
import { refuse, suggest } from "../shared/refuse.js";
import { GRADES, type Grade, KEY_QUESTIONS, type RatingOf } from "./rating.js";

/** What follows when a record does not say something: it cannot be determined, or the condition is not asked of it. */
export type Unsaid = "cannot-be-determined" | "not-asked";

/** What follows when something is not rated. */
export type UnratedPolicy =
  | "cannot-be-determined"
  | "ineligible"
  /** Eligible on the condition that it is rated in time. */
  | "eligible-with-conditions"
  /** The condition is not asked of a service without this rating. */
  | "not-asked";

/** A check of the registration. All but `registered` and `not-dormant` are asked of regulated services only. */
export type RegistrationCheck = {
  readonly unsaid: Unsaid;
  /** Where it stands; left out, where the terms stand; `null` when no document says it and a reading adopts it. */
  readonly source?: Source | null;
} & (
  | { readonly kind: "registered" }
  | { readonly kind: "not-dormant" }
  /** Registered for an activity, by its whole name: `"Personal care"`. */
  | { readonly kind: "regulated-activity"; readonly activity: string }
  /** Runs one of these services, by the names the record lists. */
  | { readonly kind: "runs-service"; readonly anyOf: readonly string[] }
);

/** How old a rating may be: counted back from the day of the question, the last day included. */
export type Age = { readonly months: number } | { readonly days: number };

/** A rating that a service must have. */
export interface RatingCondition {
  /** A stable kebab-case id, unlike every other condition's. */
  readonly id: string;
  readonly of: RatingOf;
  /** The lowest rating that meets it (included). */
  readonly atLeast: Grade;
  /** What a lower rating leads to; a grade that is not named does not meet the condition. */
  readonly below?: { readonly [G in Grade]?: "action-plan" | "cannot-be-determined" };
  /** How old the rating may be; left out, any age. */
  readonly maxAge?: Age;
  /** What follows when it is not rated; left out, as the terms say for all. */
  readonly unrated?: UnratedPolicy;
  readonly source?: Source;
}

/** A fact of the caller's that must hold: an amount with a minimum, or a yes. */
export type FactCondition =
  | { readonly id: string; readonly kind: "at-least"; readonly fact: string; /** The lowest amount that meets it (included). */ readonly atLeast: DecimalText; readonly source?: Source }
  | { readonly id: string; readonly kind: "yes"; readonly fact: string; readonly source?: Source };

/** A grade that another regulator must have given, on the scale the terms name. */
export interface GradeCondition {
  readonly id: string;
  /** The regulator: asked of providers whose regulator has this name. */
  readonly regulator: string;
  /** What is graded, in the regulator's words; `null` for the service as a whole. */
  readonly theme: string | null;
  /** Every word of the scale, lowest first. */
  readonly scale: readonly string[];
  /** The lowest word that meets it (included). */
  readonly atLeast: string;
  readonly maxAge?: Age;
  readonly source?: Source;
}

/** What is asked of a provider that may join with an action plan. */
export interface ActionPlanTerms {
  /** What the plan must contain, in the contract's or the caller's words. Empty when nothing is said. */
  readonly contents: readonly string[];
  /** Must the plan be in place before joining? If not, it is named as a condition of the answer. */
  readonly inPlace: boolean;
  readonly source?: Source;
}

/** Who may provide under a contract: every condition must be met. */
export interface EligibilityTerms {
  /** The service whose ratings count, by any of its names; `null` for the location as a whole. */
  readonly service: readonly string[] | null;
  readonly registration: readonly RegistrationCheck[];
  /** Ratings of the CQC: asked of providers it regulates. */
  readonly ratings: readonly RatingCondition[];
  readonly unrated: UnratedPolicy;
  /** Does a rating count that was carried over from another registration? */
  readonly inherited: "counts" | "does-not-count" | "cannot-be-determined";
  /** A branch registered anew and not rated since: does the rating of the branch it was count? */
  readonly reRegistered: "own-rating-only" | "keeps-former-rating";
  /** A branch into which others were merged: its own rating, or the most recent of all of them? */
  readonly merged: "own-rating-only" | "most-recent";
  /** A service that needs no registration: the same conditions, or `registered` and `not-dormant` alone? */
  readonly unregulated: "same-conditions" | "registration-alone";
  /** What an action plan must be, where a rating condition names one; else `null`. */
  readonly actionPlan: ActionPlanTerms | null;
  readonly facts: readonly FactCondition[];
  readonly grades: readonly GradeCondition[];
}

/** Throws when terms cannot be applied, naming the condition and what is wrong with it. */
export function checkTerms(terms: EligibilityTerms): void {
  const { service, registration, ratings, facts, grades, actionPlan } = terms;
  const ids = [...registration.map(({ kind }) => kind), ...ratings.map(({ id }) => id), ...facts.map(({ id }) => id), ...grades.map(({ id }) => id)];
  if (ids.length === 0) refuse("eligibility", "terms must have at least one condition", "none", "Terms that ask nothing would let everybody in");
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) refuse("eligibility", "every condition must have an id of its own", twice);
  if (service !== null && service.length === 0) refuse("eligibility", "service must have at least one name, or be null for the location as a whole", "none");
  for (const { id, of, atLeast, below, maxAge } of ratings) {
    if (!GRADES.includes(atLeast)) refuse("eligibility", `the least rating of "${id}" must be one of the CQC's`, atLeast, suggest(String(atLeast), GRADES));
    if (of !== "overall" && !KEY_QUESTIONS.includes(of)) refuse("eligibility", `"${id}" must ask for overall or a key question`, of, suggest(String(of), ["overall", ...KEY_QUESTIONS]));
    if (actionPlan === null && Object.values(below ?? {}).includes("action-plan")) refuse("eligibility", `"${id}" leads to an action plan, so the terms must say what it is`, actionPlan);
    checkAge(id, maxAge);
  }
  for (const condition of facts) if (condition.kind === "at-least") fraction(condition.atLeast, `the least amount of "${condition.id}"`);
  for (const { id, scale, atLeast, maxAge } of grades) {
    if (!scale.includes(atLeast)) refuse("eligibility", `the least grade of "${id}" must be a word of its scale`, atLeast, suggest(String(atLeast), scale));
    checkAge(id, maxAge);
  }
}

function checkAge(id: string, age: Age | undefined): void {
  if (age === undefined) return;
  const count = "months" in age ? age.months : age.days;
  if (!Number.isSafeInteger(count) || count < 0) refuse("eligibility", `the age of "${id}" must be a whole number of months or days from 0`, count);
}
