import type { Day } from "../shared/day.js";
import { type DecimalText, type Fraction, exactText, fraction } from "../shared/exact.js";
import { compare, minus, quotient, sumOf, times, whole } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";
import { type Goal, type GoalAnswer, type Measure, checked, goalAnswer, shareOf } from "./goal.js";
import { type GradeBand, type GradeAnswer, gradeOf } from "./grade.js";

/** One named measure of a scorecard. */
export interface ScoredMeasure {
  /** Unlike every other measure's: `"punctuality"`. */
  readonly name: string;
  /** What its share is to be; `null` when the council sets no goal. */
  readonly goal: Goal | null;
  /** What it weighs in the score, as decimal text. */
  readonly weight: DecimalText;
  /** What it brings: its share; what its share leaves of 1, for shares that should be small; or 1 when its goal is met and else 0. */
  readonly scores: "share" | "rest-of-share" | "goal-met";
}

/** Several measures weighed into one score from 0 to 1, and the grade it earns. */
export interface ScorecardTerms {
  readonly measures: readonly ScoredMeasure[];
  /** What the weights add up to: `"1"` or `"100"`. */
  readonly weightsTotal: DecimalText;
  /** A measure that cannot be determined: neither can the score; or it is left out, and the others weigh as among themselves. */
  readonly missing: "cannot-be-determined" | "left-out";
  /** Empty when the council gives no grades. */
  readonly grades: readonly GradeBand[];
}

/** A provider's scorecard on a day. */
export interface Scorecard {
  /** In the order of the terms. `goal` is `null` where the council sets none. */
  readonly measures: readonly { readonly name: string; readonly share: DecimalText | null; readonly goal: GoalAnswer | null }[];
  readonly score:
    /** Exact: decimal text, or `"numerator/denominator"`. `leftOut` names the measures that are not in it. */
    | { readonly kind: "scored"; readonly score: string; readonly leftOut: readonly string[] }
    | { readonly kind: "cannot-be-determined"; readonly missing: readonly string[] };
  /** `null` where the council gives no grades, or there is no score. */
  readonly grade: GradeAnswer | null;
}

/**
 * How does a provider stand on a day, measure by measure, in one exact score, and in the council's grades? A measure that is
 * not given, has nothing to share, or holds something unknown cannot be determined.
 * Throws when the weights do not add up to what the terms say, or a measure is given that the terms do not name.
 *
 * @example
 * ```ts
 * const atLeast = (target: string) => ({ kind: "at-least", target, limit: "included" }) as const;
 * const terms = {
 *   measures: [
 *     { name: "punctuality", goal: atLeast("0.80"), weight: "60", scores: "share" },
 *     { name: "missed", goal: null, weight: "40", scores: "rest-of-share" },
 *   ],
 *   weightsTotal: "100",
 *   missing: "cannot-be-determined",
 *   grades: [{ grade: "Good", from: "0.85", fromLimit: "included", to: "1", toLimit: "included" }],
 * } as const;
 * const card = scorecard({ punctuality: { part: 9, whole: 10 }, missed: { part: 1, whole: 8 } }, "2026-03-31", terms);
 * card.score; // => { kind: "scored", score: "0.89", leftOut: [] }
 * card.grade; // => { kind: "graded", grade: "Good" }
 * ```
 */
export function scorecard(given: { readonly [name: string]: Measure }, day: Day, terms: ScorecardTerms): Scorecard {
  const weights = readWeights(terms);
  for (const name of Object.keys(given)) {
    if (!terms.measures.some((measure) => measure.name === name)) refuse("scorecard", `measures must be among those of the terms (${terms.measures.map((measure) => measure.name).join(", ")})`, name);
  }
  const judged = terms.measures.map((measure) => {
    const value = Object.hasOwn(given, measure.name) ? given[measure.name]! : NOTHING;
    const goal = measure.goal === null ? null : goalAnswer(value, day, measure.goal);
    return { name: measure.name, share: shareOf(value), goal, points: pointsOf(measure, value, goal) };
  });
  const missing = judged.filter(({ points }) => points === null).map(({ name }) => name);
  const measures = judged.map(({ name, share, goal }) => ({ name, share, goal }));
  const weighed = judged.flatMap(({ points }, i) => (points === null ? [] : [{ points, weight: weights[i]! }]));
  if ((missing.length > 0 && terms.missing === "cannot-be-determined") || weighed.length === 0) return { measures, score: { kind: "cannot-be-determined", missing }, grade: null };
  const score = average(weighed);
  return { measures, score: { kind: "scored", score: exactText(score, 0), leftOut: missing }, grade: terms.grades.length === 0 ? null : gradeOf(score, terms.grades) };
}

const NOTHING: Measure = { part: 0, whole: 0 };

function readWeights({ measures, weightsTotal }: ScorecardTerms): Fraction[] {
  const weights = measures.map(({ name, weight, goal, scores }, i) => {
    if (measures.findIndex((other) => other.name === name) !== i) refuse("scorecard", "every measure must have a name of its own", name);
    const exact = fraction(weight, `the weight of ${name}`);
    if (scores === "goal-met" && (goal === null || goal.target === null)) refuse("scorecard", `the measure "${name}" must have a goal with a target where it scores goal-met`, null, "Without one it can never be determined");
    if (exact.numerator <= 0n) refuse("scorecard", `the weight of "${name}" must be above 0`, weight);
    return exact;
  });
  const total = sumOf(weights);
  if (compare(total, fraction(weightsTotal, "weightsTotal")) !== 0) refuse("scorecard", `the weights of measures must add up to weightsTotal, ${weightsTotal}`, exactText(total, 0), "Change a weight, or the total");
  return weights;
}

/** What a measure brings to the score, from 0 to 1; `null` when that cannot be determined. */
function pointsOf({ scores }: ScoredMeasure, value: Measure, goal: GoalAnswer | null): Fraction | null {
  if (scores === "goal-met") return goal === null || goal.kind === "cannot-be-determined" ? null : whole(goal.kind === "met" ? 1 : 0);
  const { part, whole: all, unknown } = checked(value);
  if (all === 0 || unknown > 0) return null;
  const share = quotient(whole(part), whole(all));
  return scores === "share" ? share : minus(whole(1), share);
}

function average(weighed: readonly { readonly points: Fraction; readonly weight: Fraction }[]): Fraction {
  return quotient(sumOf(weighed.map(({ points, weight }) => times(points, weight))), sumOf(weighed.map(({ weight }) => weight)));
}
