import { type Span, heldSpans, holdsValue } from "../contract/spans.js";
import { type DecimalText, type Fraction, exactText, fraction } from "../shared/exact.js";
import { compare, whole } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";

/** A band of grade: the shares or scores, from 0 to 1, that earn it, each end held or not. */
export interface GradeBand extends Span<DecimalText> {
  /** In the council's words: `"Excellent"`. */
  readonly grade: string;
}

/** What a share or score is graded, or why not: it is in no band, or in several. */
export type GradeAnswer =
  | { readonly kind: "graded"; readonly grade: string }
  | { readonly kind: "cannot-be-determined"; readonly reason: "no-grade" }
  | { readonly kind: "cannot-be-determined"; readonly reason: "several-grades"; readonly grades: readonly string[] };

/** A stretch of shares that so many bands hold: none is a hole, several an overlap. */
export interface GradeStretch extends Span<DecimalText> {
  readonly grades: readonly string[];
}

/**
 * Which grade does an exact share or score earn?
 *
 * @example
 * ```ts
 * const grades = [
 *   { grade: "Good", from: "0.80", fromLimit: "included", to: "0.95", toLimit: "excluded" },
 *   { grade: "Excellent", from: "0.95", fromLimit: "included", to: "1", toLimit: "included" },
 * ] as const;
 * gradeOf({ numerator: 19n, denominator: 20n }, grades); // => { kind: "graded", grade: "Excellent" }
 * gradeOf({ numerator: 79n, denominator: 100n }, grades); // => { kind: "cannot-be-determined", reason: "no-grade" }
 * ```
 */
export function gradeOf(value: Fraction, grades: readonly GradeBand[]): GradeAnswer {
  const holding = grades.filter((grade) => holdsValue(value, exact(grade), compare)).map(({ grade }) => grade);
  const [grade] = holding;
  if (grade === undefined) return { kind: "cannot-be-determined", reason: "no-grade" };
  return holding.length === 1 ? { kind: "graded", grade } : { kind: "cannot-be-determined", reason: "several-grades", grades: holding };
}

/**
 * Which shares from 0 to 1 earn no grade, and which several? Exact. Both empty: every share earns one.
 *
 * @example
 * ```ts
 * const { gaps, overlaps } = gradeHoles([
 *   { grade: "Poor", from: "0", fromLimit: "included", to: "0.80", toLimit: "included" },
 *   { grade: "Good", from: "0.80", fromLimit: "included", to: "1", toLimit: "excluded" },
 * ]);
 * gaps; // => [{ from: "1", fromLimit: "included", to: "1", toLimit: "included", grades: [] }]
 * overlaps; // => [{ from: "0.8", fromLimit: "included", to: "0.8", toLimit: "included", grades: ["Poor", "Good"] }]
 * ```
 */
export function gradeHoles(grades: readonly GradeBand[]): { readonly gaps: readonly GradeStretch[]; readonly overlaps: readonly GradeStretch[] } {
  const stretches = heldSpans(grades.map(exact), WHOLE, compare).map(({ from, to, held, ...limits }) => ({
    ...limits,
    from: exactText(from, 0),
    to: exactText(to, 0),
    grades: held.map((place) => grades[place]!.grade),
  }));
  return { gaps: stretches.filter((stretch) => stretch.grades.length === 0), overlaps: stretches.filter((stretch) => stretch.grades.length > 1) };
}

const WHOLE: Span<Fraction> = { from: whole(0), fromLimit: "included", to: whole(1), toLimit: "included" };

function exact({ grade, from, fromLimit, to, toLimit }: GradeBand): Span<Fraction> {
  const span = { from: fraction(from, `the grade ${grade}`), fromLimit, to: fraction(to, `the grade ${grade}`), toLimit };
  const order = compare(span.from, span.to);
  if (order > 0 || (order === 0 && (fromLimit === "excluded" || toLimit === "excluded"))) refuse("grades", `the grade "${grade}" must end at or after its start and hold something`, `${from} to ${to}`);
  return span;
}
