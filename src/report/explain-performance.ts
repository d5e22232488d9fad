import type { Capture, CaptureTerms } from "../performance/capture.js";
import { captureWords } from "../performance/capture.words.js";
import type { Target } from "../performance/contract-year.js";
import { targetWords } from "../performance/contract-year.words.js";
import type { Goal, GoalAnswer, Measure } from "../performance/goal.js";
import { goalWords } from "../performance/goal.words.js";
import type { GradeAnswer, GradeBand, GradeStretch, gradeHoles } from "../performance/grade.js";
import { gradeStretchWords, gradeWords } from "../performance/grade.words.js";
import { type Scorecard, type ScorecardTerms, scorecard } from "../performance/scorecard.js";
import { scoreVerdict, scoreWords, scoredMeasureWords } from "../performance/scorecard.words.js";
import type { Day } from "../shared/day.js";
import { capitalised } from "../shared/words.js";
import type { Section } from "./section.js";
import { type ExplainTerms, citedIn, restingSections } from "./under-terms.js";

/**
 * Why was a goal met, or not, and how many more or fewer would have decided otherwise?
 *
 * @example
 * ```ts
 * const goal = { kind: "at-least", target: "0.80", limit: "included" } as const;
 * const measure = { part: 3, whole: 5 };
 * explainGoal(goalAnswer(measure, "2026-03-31", goal), measure, goal)[0]!.sentences;
 * // => ["3 of 5, 60.00 %; the goal is at least 80 %: not met.", "1 more would have met it."]
 * ```
 */
export function explainGoal(answer: GoalAnswer, measure: Measure, goal: Goal, about: ExplainTerms = {}): Section[] {
  return [{ sentences: goalWords(answer, measure, goal, citedIn(goal, about).source) }];
}

/**
 * Which target is there on a day, in which contract year, and when does it change next? What `contractYearOn` and
 * `targetOn` answer, in words.
 *
 * @example
 * ```ts
 * const rising = { firstDay: "2024-04-01", years: ["0.80", "0.85"], afterwards: "as-the-last" } as const;
 * explainTarget("2025-03-31", rising)[0]!.sentences[1]; // => "From Tuesday 1 April 2025 on, the target is 85 %."
 * ```
 */
export function explainTarget(day: Day, target: Target, about: ExplainTerms = {}): Section[] {
  return [{ sentences: targetWords(day, target, citedIn({}, about).source) }];
}

/**
 * Why does a provider have its score and its grade? Measure by measure, with the goals, and how far the next grade is.
 *
 * @example
 * ```ts
 * const grades = [{ grade: "Good", from: "0.85", fromLimit: "included", to: "1", toLimit: "included" }] as const;
 * const terms = { measures: [{ name: "punctuality", goal: null, weight: "1", scores: "share" }], weightsTotal: "1", missing: "cannot-be-determined", grades } as const;
 * const given = { punctuality: { part: 84, whole: 100 } };
 * const sections = explainScorecard(scorecard(given, "2026-03-31", terms), given, "2026-03-31", terms);
 * sections.at(-1); // => { heading: "Score", sentences: ["The score is 84 %.", "A score of 84 % is in no grade, so what it is graded cannot be determined.", "1 % below “Good”."] }
 * ```
 */
export function explainScorecard(card: Scorecard, given: { readonly [name: string]: Measure }, day: Day, terms: ScorecardTerms, about: ExplainTerms = {}): Section[] {
  const { source } = citedIn(terms, about);
  const measures = card.measures.flatMap((measure): Section[] => {
    const term = terms.measures.find(({ name }) => name === measure.name);
    if (term === undefined) return [];
    const value = Object.hasOwn(given, measure.name) ? given[measure.name]! : { part: 0, whole: 0 };
    const goal = measure.goal === null || term.goal === null ? [] : goalWords(measure.goal, value, term.goal, null);
    return [{ heading: capitalised(measure.name), sentences: [...scoredMeasureWords(measure, term, terms.weightsTotal), ...goal] }];
  });
  const { score, grade } = card;
  const graded =
    grade !== null && score.kind === "scored" ? gradeWords(grade, score.score, terms.grades)
    : score.kind === "scored" ? ["The council gives no grades."]
    : [];
  const clause = source === null ? [] : [{ heading: "The rule", sentences: [`The measures, their weights and the grades are those of ${source}.`] }];
  return [...measures, { heading: "Score", sentences: [...scoreWords(card, terms), ...graded] }, ...clause, ...restingSections(terms, (other) => scoreVerdict(scorecard(given, day, other)))];
}

/**
 * Why has an exact score its grade, and how far is the next? The score as `scorecard` gives it.
 *
 * @example
 * ```ts
 * const grades = [{ grade: "Good", from: "0.80", fromLimit: "included", to: "1", toLimit: "included" }] as const;
 * explainGrade({ kind: "graded", grade: "Good" }, "7/8", grades); // => [{ sentences: ["A score of 87.5 % is graded “Good”, from 80 % (included) to 100 % (included)."] }]
 * ```
 */
export function explainGrade(answer: GradeAnswer, score: string, grades: readonly GradeBand[]): Section[] {
  return [{ sentences: gradeWords(answer, score, grades) }];
}

/**
 * Which scores earn no grade, and which several? Takes what `gradeHoles` answered.
 *
 * @example
 * ```ts
 * const grades = [{ grade: "Good", from: "0.80", fromLimit: "included", to: "1", toLimit: "included" }] as const;
 * explainGradeHoles(gradeHoles(grades))[0]!.sentences; // => ["A score from 0 % (included) to 80 % (excluded) is in no grade."]
 * ```
 */
export function explainGradeHoles({ gaps, overlaps }: ReturnType<typeof gradeHoles>): Section[] {
  const stretches: readonly GradeStretch[] = [...gaps, ...overlaps];
  return [{ sentences: stretches.length === 0 ? ["Every score earns exactly one grade."] : stretches.map(gradeStretchWords) }];
}

/**
 * How were a provider's visits logged, and which share of them electronically? One entry of what `captureBy` answered.
 *
 * @example
 * ```ts
 * const terms = { electronic: ["app", "phone", "nfc"], of: "visits", notGiven: "unknown" } as const;
 * const capture = { methods: { app: 1, phone: 0, nfc: 0, manual: 1, notGiven: 0 }, electronic: { part: 1, whole: 2, unknown: 0 } };
 * explainCapture(capture, terms)[0]!.sentences[0]; // => "1 of 2 visits was logged electronically, 50.00 %."
 * ```
 */
export function explainCapture(capture: Capture, terms: CaptureTerms, about: ExplainTerms = {}): Section[] {
  return [{ sentences: captureWords(capture, terms, citedIn(terms, about).source) }];
}
