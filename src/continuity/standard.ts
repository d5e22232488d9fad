import { type DecimalText, fraction } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";

/** How many different carers a service user may have in a window of days, and which windows and visits count. */
export interface ContinuityTerms {
  /** Carers allowed with no visits: the 1 of "1 plus 0.15 × visits". */
  readonly base: number;
  /** Carers more per visit, as decimal text; the product is rounded up when it is not whole. */
  readonly factor: DecimalText;
  /** Days in a window. */
  readonly days: number;
  /** Days from the start of one window to the start of the next. */
  readonly step: number;
  /** Where windows start: on Mondays, or on the first day of the period. */
  readonly anchor: "mondays" | "period-start";
  /** Which visits count: those attended (delivered or open), by the local day of their planned start. */
  readonly received: "attended";
  /** Whose window it is: a service user's with one provider, or over all of them. */
  readonly scope: "service-user-and-provider" | "service-user";
  /** What a visit for several carers counts: once, or as many times as carers are required. */
  readonly doubleHanded: "one-visit" | "carers-required";
  /** The share is of windows, or of service users with every window within. */
  readonly shareOf: "windows" | "service-users";
}

/** The standard as whole numbers: allowed = base + the factor times visits, rounded up. */
export interface CompiledStandard {
  readonly base: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** Compiles the standard. Throws when base, factor, days or step cannot be reckoned with. */
export function compileStandard(terms: Pick<ContinuityTerms, "base" | "factor" | "days" | "step">): CompiledStandard {
  for (const field of ["days", "step"] as const) {
    if (!Number.isSafeInteger(terms[field]) || terms[field] < 1) refuse("continuity", `${field} must be a whole number from 1`, terms[field]);
  }
  if (!Number.isSafeInteger(terms.base) || terms.base < 0) refuse("continuity", "base must be a whole number from 0", terms.base);
  const { numerator, denominator } = fraction(terms.factor, "continuity.factor");
  if (numerator < 0n || numerator > 2n ** 31n || denominator > 2n ** 31n) refuse("continuity", "factor must be from 0, with at most nine places", terms.factor);
  return { base: terms.base, numerator: Number(numerator), denominator: Number(denominator) };
}

/**
 * How many different carers are allowed for so many visits in a window? Exact: 0.14 × 50 is 7, not 8.
 * Throws when `visits` is not a whole number from 0, or more than can be reckoned with exactly: millions.
 *
 * @example
 * ```ts
 * carersAllowed(14, compileStandard({ base: 1, factor: "0.15", days: 14, step: 7 })); // => 4
 * carersAllowed(50, compileStandard({ base: 1, factor: "0.14", days: 14, step: 7 })); // => 8
 * ```
 */
export function carersAllowed(visits: number, standard: CompiledStandard): number {
  if (!Number.isSafeInteger(visits) || visits < 0) refuse("carersAllowed", "visits must be a whole number from 0", visits);
  const product = visits * standard.numerator;
  if (!Number.isSafeInteger(product)) refuse("carersAllowed", "visits must be few enough for exact arithmetic", visits);
  return standard.base + Math.ceil(product / standard.denominator);
}
