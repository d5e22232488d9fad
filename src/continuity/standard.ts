import { type Row, type Stretch, gapsOf, overlapsOf } from "../contract/rows.js";
import type { Limit } from "../contract/spans.js";
import { readDay } from "../shared/day.js";
import { type DecimalText, type Fraction, fraction } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";
import type { ContinuityStandard, LinearStandard, WindowDays } from "./terms.js";

/** A standard as whole numbers and exact fractions. Made by `compileStandard`. */
export type CompiledStandard =
  /** Allowed = base + roundTo × (visits × numerator / denominator, rounded). */
  | { readonly kind: "linear"; readonly base: number; readonly numerator: number; readonly denominator: number; readonly rounding: LinearStandard["rounding"]; readonly roundTo: number }
  | { readonly kind: "table"; readonly rows: readonly Row[] }
  | { readonly kind: "maximum"; readonly most: number }
  | { readonly kind: "share"; readonly mostFrequent: number; readonly atLeast: { readonly text: DecimalText; readonly exact: Fraction } | null; readonly limit: Limit }
  | { readonly kind: "measure" };

/** Compiles a standard. Throws, naming the field, when its numbers or its windows cannot be reckoned with. */
export function compileStandard(terms: ContinuityStandard & WindowDays): CompiledStandard {
  checkDays(terms);
  switch (terms.kind) {
    case "linear":
      return compileLinear(terms);
    case "table":
      for (const { from, to, becomes } of terms.rows) {
        const whole = [from, becomes, ...(to === "open" ? [] : [to])].every(isCount);
        if (!whole || (to !== "open" && to < from)) refuse("continuity", "a row must be whole visits from 0 with its end at or after its start, and become whole carers", `${from} to ${to} becomes ${becomes}`);
      }
      return { kind: "table", rows: terms.rows };
    case "maximum":
      if (!isCount(terms.most)) refuse("continuity", "most must be a whole number from 0", terms.most);
      return { kind: "maximum", most: terms.most };
    case "share": {
      if (!isCount(terms.mostFrequent) || terms.mostFrequent < 1) refuse("continuity", "mostFrequent must be a whole number from 1", terms.mostFrequent);
      const exact = terms.atLeast === null ? null : fraction(terms.atLeast, "continuity.atLeast");
      if (exact !== null && (exact.numerator < 0n || exact.numerator > exact.denominator)) refuse("continuity", "atLeast must be a share from 0 to 1", terms.atLeast);
      return { kind: "share", mostFrequent: terms.mostFrequent, atLeast: exact && { text: terms.atLeast!, exact }, limit: terms.limit };
    }
    case "measure":
      return { kind: "measure" };
    default:
      return refuse("continuity", 'kind must be "linear", "table", "maximum", "share" or "measure"', (terms as { readonly kind: unknown }).kind);
  }
}

function checkDays({ days, step, anchor }: WindowDays): void {
  const monthly = [days === "calendar-month", step === "calendar-month", anchor === "first-of-month"];
  if (monthly.some((is) => is !== monthly[0])) {
    refuse("continuity", 'days and step must be "calendar-month" and anchor "first-of-month", or none of them', `${days}, ${step}, ${anchor}`, "Write all three for windows of calendar months, or none of them");
  }
  for (const [field, value] of [["days", days], ["step", step]] as const) {
    if (value !== "calendar-month" && (!isCount(value) || value < 1)) refuse("continuity", `${field} must be a whole number from 1`, value);
  }
  const named: readonly string[] = ["mondays", "period-start", "first-of-month"];
  if (!named.includes(anchor) && readDay(anchor) === undefined) refuse("continuity", 'anchor must be "mondays", "period-start", "first-of-month" or a day', anchor);
}

function compileLinear({ base, factor, rounding, roundTo }: LinearStandard): CompiledStandard {
  if (!isCount(base)) refuse("continuity", "base must be a whole number from 0", base);
  if (!isCount(roundTo) || roundTo < 1 || roundTo > 1000) refuse("continuity", "roundTo must be a whole number from 1 to 1000", roundTo);
  if (typeof factor === "object") {
    const { carers, visits } = factor;
    if (!isCount(carers) || !isCount(visits) || visits < 1 || carers > 2 ** 20 || visits > 2 ** 20) refuse("continuity", "factor must be whole carers from 0 for whole visits from 1", `${carers} for ${visits}`);
    return { kind: "linear", base, numerator: carers, denominator: visits * roundTo, rounding, roundTo };
  }
  const { numerator, denominator } = fraction(factor, "continuity.factor");
  if (numerator < 0n || numerator > 2n ** 31n || denominator > 2n ** 31n) refuse("continuity", "factor must be from 0, with at most nine places", factor);
  return { kind: "linear", base, numerator: Number(numerator), denominator: Number(denominator) * roundTo, rounding, roundTo };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Why a table does not say how many carers are allowed: no row holds so many visits, or several do. */
export type NotAllowedFor = "no-row" | "several-rows";

/**
 * How many different carers are allowed for so many visits in a window? Exact: 0.14 × 50 is 7, not 8. A table that has no
 * row for so many visits, or several, does not say: a code instead of a number.
 * Throws when `visits` is not a whole number from 0, or more than can be reckoned with exactly: millions.
 *
 * @example
 * ```ts
 * const windows = { days: 14, step: 7, anchor: "mondays", doubleHanded: "one-visit" } as const;
 * const linear = { kind: "linear", base: 1, factor: "0.15", rounding: "up", roundTo: 1, ...windows } as const;
 * carersAllowed(14, compileStandard(linear)); // => 4
 * carersAllowed(50, compileStandard({ ...linear, factor: "0.14" })); // => 8
 * carersAllowed(14, compileStandard({ ...linear, factor: { carers: 1, visits: 7 }, rounding: "down" })); // => 3
 * carersAllowed(8, compileStandard({ kind: "table", rows: [{ from: 1, to: 7, becomes: 3 }], ...windows })); // => "no-row"
 * ```
 */
export function carersAllowed(visits: number, standard: CompiledStandard): number | NotAllowedFor {
  if (!isCount(visits)) refuse("carersAllowed", "visits must be a whole number from 0", visits);
  switch (standard.kind) {
    case "linear":
      return linearAllowed(visits, standard);
    case "table": {
      const holding = standard.rows.filter(({ from, to }) => from <= visits && (to === "open" || visits <= to));
      return holding.length === 0 ? "no-row" : holding.length > 1 ? "several-rows" : holding[0]!.becomes;
    }
    case "maximum":
      return standard.most;
    default:
      return refuse("carersAllowed", "the standard must allow a number of carers", standard.kind);
  }
}

function linearAllowed(visits: number, { base, numerator, denominator, rounding, roundTo }: CompiledStandard & { readonly kind: "linear" }): number {
  const product = visits * numerator;
  const allowed = base + roundTo * rounded(product, denominator, rounding);
  if (!Number.isSafeInteger(product) || !Number.isSafeInteger(allowed)) refuse("carersAllowed", "visits must be few enough for exact arithmetic", visits);
  return allowed;
}

/** A quotient of whole numbers, rounded to a whole one without ever being a fraction. */
function rounded(numerator: number, denominator: number, rounding: LinearStandard["rounding"]): number {
  const rest = numerator % denominator;
  const down = (numerator - rest) / denominator;
  const up = rounding === "up" ? rest > 0 : rounding === "nearest" && rest >= denominator - rest;
  return up ? down + 1 : down;
}

/**
 * For which numbers of visits, from 1, does a table not say how many carers are allowed? `gaps` are in no row, `overlaps`
 * in several. Both empty: it says so for every window, since one without a visit is none.
 *
 * @example
 * ```ts
 * continuityHoles([{ from: 1, to: 7, becomes: 3 }, { from: 7, to: 13, becomes: 4 }, { from: 15, to: "open", becomes: 5 }]);
 * // => { gaps: [{ from: 14, to: 14 }], overlaps: [{ from: 7, to: 7 }] }
 * ```
 */
export function continuityHoles(rows: readonly Row[]): { readonly gaps: readonly Stretch[]; readonly overlaps: readonly Stretch[] } {
  const fromOne = rows.filter(({ to }) => to !== 0).map((row) => ({ ...row, from: Math.max(1, row.from) }));
  return { gaps: gapsOf([{ from: 0, to: 0, becomes: 0 }, ...fromOne]), overlaps: overlapsOf(fromOne) };
}
