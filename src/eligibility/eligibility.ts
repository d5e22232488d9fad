import { type Clause, type InForce, type Version, inForce } from "../contract/clause.js";
import type { Authority, Source } from "../contract/source.js";
import type { Day } from "../shared/day.js";
import { factFound, gradeFound } from "./other-conditions.js";
import { type ConditionOutcome, type Found, type OutcomeKind, found } from "./outcome.js";
import type { ProviderFacts } from "./provider.js";
import { ratingFound } from "./rating-condition.js";
import { registrationFound } from "./registration-check.js";
import { type EligibilityTerms, checkTerms } from "./terms.js";

/** May a provider join, and why? */
export interface Eligibility {
  readonly provider: string;
  /** The day for which it is answered. */
  readonly day: Day;
  readonly kind: "eligible" | "eligible-with-conditions" | "ineligible" | "cannot-be-determined";
  /** The ids of the conditions that decide: those not met, or in doubt, or met with conditions. Empty when eligible. */
  readonly deciding: readonly string[];
  /** What came of every condition: registration, ratings, facts, other regulators' grades, in the order of the terms. */
  readonly conditions: readonly ConditionOutcome[];
  /** The readings of which another choice, all else equal, gives another kind of answer. */
  readonly restsOn: readonly string[];
}

/**
 * May a provider join on a day, under terms? Every condition must be met: one that is not makes it `ineligible`; else one
 * that cannot be determined leaves the answer open; else one that is met with an action plan, or while a rating is
 * awaited, makes it `eligible-with-conditions`. Terms may be a dated version or stand alone. A provider of whom no
 * condition is asked is not eligible by that: it cannot be determined. Throws when the terms cannot be applied.
 *
 * @example
 * ```ts
 * const { records } = readCqcRecords({
 *   locationId: "1-100",
 *   registrationStatus: "Registered",
 *   currentRatings: { overall: { rating: "Good", reportDate: "2024-05-20", keyQuestionRatings: [{ name: "Well-led", rating: "Requires improvement" }] } },
 * });
 * const [proposed, recommended] = leicesterEligibility.versions;
 * eligibility(records[0]!, "2026-03-16", recommended!).kind; // => "eligible"
 * const answer = eligibility(records[0]!, "2026-03-16", proposed!);
 * answer.kind; // => "ineligible"
 * answer.deciding; // => ["well-led"]
 * ```
 */
export function eligibility(provider: ProviderFacts, day: Day, terms: EligibilityTerms | Version<EligibilityTerms>): Eligibility {
  return answering(terms)(provider, day);
}

/** An answer with the version it was given under, or with why none was in force: then it cannot be determined. */
export type EligibilityUnder = Eligibility & {
  readonly rule:
    | InForce<Version<EligibilityTerms>>
    /** No version has an authority that was named; these would have. */
    | { readonly kind: "none-named"; readonly authorities: readonly Authority[] };
};

/**
 * May a provider join on a day, under the version of a clause in force? Only `agreed` and `trial` versions are, unless
 * the caller names others; with none in force it cannot be determined, and `rule` says why.
 *
 * @example
 * ```ts
 * const provider = { id: "1-100" };
 * eligibilityUnder(provider, "2026-03-16", leicesterEligibility).rule; // => { kind: "none-named", authorities: ["proposed", "recommended"] }
 * eligibilityUnder(provider, "2026-03-16", leicesterEligibility, ["recommended"]).rule.kind; // => "in-force"
 * ```
 */
export function eligibilityUnder(provider: ProviderFacts, day: Day, clause: Clause<EligibilityTerms>, authorities?: readonly Authority[]): EligibilityUnder {
  return answeringUnder(clause, day, authorities)(provider);
}

/** The rule of a clause on a day, and `eligibilityUnder` for many providers: terms are looked at once. */
export function answeringUnder(clause: Clause<EligibilityTerms>, day: Day, authorities: readonly Authority[] = ["agreed", "trial"]): (provider: ProviderFacts) => EligibilityUnder {
  const named = clause.versions.some(({ authority }) => authorities.includes(authority));
  const rule = named ? inForce(clause.versions, day, authorities) : ({ kind: "none-named", authorities: clause.versions.map(({ authority }) => authority) } as const);
  if (rule.kind !== "in-force") return ({ id }) => ({ provider: id, day, kind: "cannot-be-determined", deciding: [], conditions: [], restsOn: [], rule });
  const answer = answering(rule.version);
  return (provider) => ({ ...answer(provider, day), rule });
}

/** `eligibility` for many providers: terms are looked at once. */
export function answering(terms: EligibilityTerms | Version<EligibilityTerms>): (provider: ProviderFacts, day: Day) => Eligibility {
  const judge = judging(terms);
  const readings = "readings" in terms ? Object.entries(terms.readings) : [];
  const others = readings.map(([reading, { adopted, choices }]) => {
    const untaken = Object.entries(choices).filter(([choice, { asks }]) => choice !== adopted && asks === undefined);
    return { reading, judges: untaken.map(([, { set }]) => judging({ ...terms, ...set })) };
  });
  return (provider, day) => {
    const judged = judge(provider, day);
    const restsOn = others.filter(({ judges }) => judges.some((other) => other(provider, day).kind !== judged.kind)).map(({ reading }) => reading);
    return { provider: provider.id, day, ...judged, restsOn };
  };
}

type Judged = Pick<Eligibility, "kind" | "deciding" | "conditions">;

/** Makes the conditions of terms ready, each with its clause and its reading. */
function judging(terms: EligibilityTerms | Version<EligibilityTerms>): (provider: ProviderFacts, day: Day) => Judged {
  checkTerms(terms);
  const [ofTerms, readings] = "readings" in terms ? [terms.source, Object.entries(terms.readings)] : [null, []];
  const asked = (field: keyof EligibilityTerms, condition: string, source: Source | null | undefined, find: (provider: ProviderFacts, day: Day) => Found) => ({
    condition,
    source: source === undefined ? ofTerms : source,
    reading: readings.find(([, { choices }]) => Object.values(choices).some(({ set }) => field in set))?.[0] ?? null,
    find,
  });
  const all = [
    ...terms.registration.map((check) =>
      asked("registration", check.kind, check.source, (provider, day) => {
        const answer = registrationFound(provider, check, day);
        return check.kind === "registered" || check.kind === "not-dormant" ? answer : ifRegulated(answer, provider, terms);
      }),
    ),
    ...terms.ratings.map((condition) => asked("ratings", condition.id, condition.source, (provider, day) => ifRegulated(ratingFound(provider, condition, terms, day), provider, terms))),
    ...terms.facts.map((condition) => asked("facts", condition.id, condition.source, (provider) => factFound(provider, condition))),
    ...terms.grades.map((condition) => asked("grades", condition.id, condition.source, (provider, day) => ifRegulated(gradeFound(provider, condition, terms, day), provider, terms))),
  ];
  return (provider, day) =>
    judged(
      all.map(({ condition, source, reading, find }) => {
        const { is, evidence, day: evidenceDay } = find(provider, day);
        return { condition, source, reading, evidence, evidenceDay, ...is };
      }),
    );
}

function judged(conditions: readonly ConditionOutcome[]): Judged {
  const having = (kind: OutcomeKind["kind"]): string[] => conditions.filter((condition) => condition.kind === kind).map(({ condition }) => condition);
  const notMet = having("not-met");
  if (notMet.length > 0) return { kind: "ineligible", deciding: notMet, conditions };
  const open = having("cannot-be-determined");
  if (open.length > 0) return { kind: "cannot-be-determined", deciding: open, conditions };
  const withConditions = having("met-with-conditions");
  if (withConditions.length > 0) return { kind: "eligible-with-conditions", deciding: withConditions, conditions };
  if (having("met").length === 0) return { kind: "cannot-be-determined", deciding: having("not-asked"), conditions };
  return { kind: "eligible", deciding: [], conditions };
}

/** An outcome as it stands for this provider, where terms ask less of a service that needs no registration. */
function ifRegulated(answer: Found, { regulated }: ProviderFacts, { unregulated }: EligibilityTerms): Found {
  if (unregulated === "same-conditions" || regulated === true || answer.is.kind === "not-asked") return answer;
  if (regulated === false) return found({ kind: "not-asked", reason: "service-not-regulated" });
  return answer.is.kind === "met" ? answer : { ...answer, is: { kind: "cannot-be-determined", reason: "regulation-not-said" } };
}
