import { type Day, dateOf, dayNumber, dayNumberOf, daysInMonth } from "../shared/day.js";
import { type RatingHistory, NO_HISTORY } from "./history.js";
import { type ConditionReason, type Evidence, type Found, type OutcomeKind, found } from "./outcome.js";
import type { ProviderFacts } from "./provider.js";
import { type RatingOf, isAtLeast, plainWords } from "./rating.js";
import { type RatingAnswer, type StoodRating, ratingOn } from "./rating-on.js";
import type { ActionPlanTerms, Age, EligibilityTerms, RatingCondition, UnratedPolicy } from "./terms.js";

/** What comes of a rating condition on a day. */
export function ratingFound(provider: ProviderFacts, condition: RatingCondition, terms: EligibilityTerms, day: Day): Found {
  if (!isOf(regulatorOf(provider), CQC)) return askedByAnother(provider, terms);
  const rating = ratingThatCounts(provider, condition.of, terms, day);
  switch (rating.kind) {
    case "doubt":
      return found({ kind: "cannot-be-determined", reason: rating.reason }, { kind: "ratings-in-doubt", evidence: rating.evidence });
    case "not-rated": {
      const { reason, evidence, former } = rating;
      const is = provider.registration?.status === "deregistered" && (provider.history ?? NO_HISTORY).ratings.length === 0
        ? ({ kind: "cannot-be-determined", reason: "ratings-not-kept" } as const)
        : unratedKind(condition.unrated ?? terms.unrated, "not-rated");
      return found(is, { kind: "no-rating", reason, evidence, former }, evidence?.publishedOn ?? null);
    }
    case "rated": {
      const evidence: Evidence = { kind: "rating", branch: rating.branch, grade: rating.grade, evidence: rating.evidence };
      return found(ratedKind(rating, condition, terms.actionPlan, provider, day), evidence, rating.evidence.publishedOn);
    }
  }
}

/** What follows when something is not rated or graded. */
export function unratedKind(policy: UnratedPolicy, reason: ConditionReason): OutcomeKind {
  if (policy === "ineligible") return { kind: "not-met", reason };
  if (policy === "eligible-with-conditions") return { kind: "met-with-conditions", requires: { kind: "rating-awaited" } };
  return { kind: policy, reason };
}

function ratedKind({ grade, evidence }: StoodRating, condition: RatingCondition, plan: ActionPlanTerms | null, provider: ProviderFacts, day: Day): OutcomeKind {
  const below = condition.below?.[grade];
  const enough = isAtLeast(grade, condition.atLeast);
  if (!enough && below === "cannot-be-determined") return { kind: "cannot-be-determined", reason: "grade-not-provided-for" };
  if (!enough && below === undefined) return { kind: "not-met", reason: "below-minimum" };
  if (isTooOld(evidence.publishedOn, condition.maxAge, day)) return { kind: "not-met", reason: "too-old" };
  return enough ? { kind: "met" } : planKind(plan!, provider);
}

function planKind({ contents, inPlace }: ActionPlanTerms, { actionPlan }: ProviderFacts): OutcomeKind {
  const missing = contents.filter((item) => !(actionPlan?.contains ?? []).includes(item));
  if (inPlace && actionPlan === undefined) return { kind: "cannot-be-determined", reason: "action-plan-not-said" };
  if (inPlace && !actionPlan!.inPlace) return { kind: "not-met", reason: "no-action-plan" };
  if (inPlace && missing.length > 0) return { kind: "not-met", reason: "action-plan-incomplete" };
  return { kind: "met-with-conditions", requires: { kind: "action-plan", contents, missing, inPlace: actionPlan?.inPlace ?? null } };
}

/** The rating of which the terms speak: the provider's own, or one of a branch that became part of it. */
type Counting =
  | ({ readonly kind: "rated"; readonly branch: string | null } & StoodRating)
  | Extract<RatingAnswer, { kind: "not-rated" }>
  | { readonly kind: "doubt"; readonly reason: ConditionReason; readonly evidence: Extract<RatingAnswer, { kind: "cannot-be-determined" }>["evidence"] };

function ratingThatCounts(provider: ProviderFacts, of: RatingOf, terms: EligibilityTerms, day: Day): Counting {
  const ask = (history: RatingHistory): RatingAnswer => ratingOn(history, { service: terms.service, of }, day);
  const history = provider.history ?? NO_HISTORY;
  const own = ownRating(ask(countingOnly(history, terms)), terms);
  if (own.kind === "doubt") return own;
  const branches = provider.formerBranches ?? [];
  const merged = terms.merged === "most-recent" ? branches.filter(({ how }) => how === "merged") : [];
  const best = mostRecent([own, ...merged.map(({ id, history: former }) => lastRating(ask(former), id))]);
  if (best.kind !== "not-rated" || terms.reRegistered === "own-rating-only") return best;
  const before = branches.filter(({ how }) => how === "re-registered");
  return mostRecent([best, inheritedFormer(ask(history)), ...before.map(({ id, history: former }) => lastRating(ask(former), id))]);
}

/** The history without what does not count: ratings that were carried over, where the terms leave them out. */
function countingOnly(history: RatingHistory, { inherited }: EligibilityTerms): RatingHistory {
  return inherited === "does-not-count" ? { ...history, ratings: history.ratings.filter(({ inheritance }) => inheritance.kind !== "inherited") } : history;
}

function ownRating(answer: RatingAnswer, { inherited }: EligibilityTerms): Counting {
  if (answer.kind === "cannot-be-determined") return { kind: "doubt", reason: answer.reason, evidence: answer.evidence };
  if (answer.kind === "not-rated") return answer;
  const { inheritance } = answer.evidence;
  if (inherited !== "counts" && inheritance.kind === "not-said") return { kind: "doubt", reason: "inheritance-not-said", evidence: [answer.evidence] };
  if (inherited === "cannot-be-determined" && inheritance.kind === "inherited") return { kind: "doubt", reason: "inherited-rating", evidence: [answer.evidence] };
  return { ...answer, branch: null };
}

/** What a former branch was last rated: its registration has ended, so a rating that no longer stands counts too. */
function lastRating(answer: RatingAnswer, branch: string): Counting {
  if (answer.kind === "cannot-be-determined") return { kind: "doubt", reason: answer.reason, evidence: answer.evidence };
  if (answer.kind === "rated") return { ...answer, branch };
  const { former } = answer;
  if (former === null) return answer;
  return former.kind === "rated" ? { ...former, branch } : { kind: "doubt", reason: former.reason, evidence: former.evidence };
}

/** The rating that the provider's own record carried over from its former registration, where it no longer stands. */
function inheritedFormer(answer: RatingAnswer): Counting {
  if (answer.kind === "cannot-be-determined") return { kind: "doubt", reason: answer.reason, evidence: answer.evidence };
  const former = answer.kind === "not-rated" ? answer.former : null;
  if (former?.kind === "in-doubt") return { kind: "doubt", reason: former.reason, evidence: former.evidence };
  return former?.evidence.inheritance.kind === "inherited" ? { ...former, branch: former.evidence.inheritance.from[0] ?? null } : NOTHING;
}

const NOTHING: Counting = { kind: "not-rated", reason: "no-rating", evidence: null, former: null };

/** The rating published last; a doubt about any of them is a doubt about which it is. The first says why there is none. */
function mostRecent(ratings: readonly [Counting, ...Counting[]]): Counting {
  const doubt = ratings.find(({ kind }) => kind === "doubt");
  if (doubt !== undefined) return doubt;
  const rated = ratings.flatMap((rating) => (rating.kind === "rated" ? [rating] : []));
  const newest = rated.filter(({ evidence }) => !rated.some((other) => other.evidence.publishedOn! > evidence.publishedOn!));
  const [first] = newest;
  if (first === undefined) return ratings[0];
  if (newest.some(({ grade }) => grade !== first.grade)) return { kind: "doubt", reason: "conflicting-ratings", evidence: newest.map(({ evidence }) => evidence) };
  return first;
}

/** Is something published on a day older than allowed? The last day of the age is included. */
export function isTooOld(publishedOn: Day | null, age: Age | undefined, day: Day): boolean {
  return age !== undefined && publishedOn !== null && dayNumber(publishedOn) < oldestDay(dayNumber(day), age);
}

function oldestDay(on: number, age: Age): number {
  if ("days" in age) return on - age.days;
  const { year, month, dayOfMonth } = dateOf(on);
  const months = year * 12 + month - 1 - age.months;
  const [earlierYear, earlierMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return dayNumberOf(earlierYear, earlierMonth, Math.min(dayOfMonth, daysInMonth(earlierYear, earlierMonth)));
}

const CQC = "CQC";

/** Who regulates a provider: the CQC, when the caller does not say. */
export function regulatorOf({ regulator }: ProviderFacts): string {
  return regulator ?? CQC;
}

/** A condition on another regulator than the provider's is not asked, if the terms ask something of its own. */
export function askedByAnother(provider: ProviderFacts, { ratings, grades }: EligibilityTerms): Found {
  const regulator = regulatorOf(provider);
  const provided = isOf(regulator, CQC) ? ratings.length > 0 : grades.some((condition) => isOf(condition.regulator, regulator));
  return found(provided ? { kind: "not-asked", reason: "other-regulator" } : { kind: "cannot-be-determined", reason: "regulator-not-provided-for" });
}

/** Is a regulator the one of a name? */
export function isOf(regulator: string, name: string): boolean {
  return plainWords(regulator) === plainWords(name);
}
