import type { Limit } from "../contract/spans.js";
import type { Day } from "../shared/day.js";
import { type DecimalText, type Fraction, fraction, shareText } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";
import { type Target, targetOn } from "./contract-year.js";

/** What a share is to be: at least, or at most, so much; and whether exactly so much will do. */
export interface Goal {
  readonly kind: "at-least" | "at-most";
  readonly target: Target;
  readonly limit: Limit;
}

/** A share as whole numbers: so many of so many. */
export interface Measure {
  readonly part: number;
  readonly whole: number;
  /** How many of the whole may be of the part or not: nobody knows. Absent: none. */
  readonly unknown?: number;
}

/** Was a goal met? Three answers. */
export type GoalAnswer =
  | { readonly kind: "met" | "not-met"; readonly target: DecimalText }
  | { readonly kind: "cannot-be-determined"; readonly reason: GoalUnknown; readonly target: DecimalText | null };

/** Why it cannot be said: there is nothing to share; the council sets no target on that day; or what is unknown makes the difference. */
export type GoalUnknown = "nothing-to-share" | "no-target" | "unknown-makes-the-difference";

/**
 * Was a goal met on a day? Decided on the exact fraction. What is not known is tried both ways: where both give one
 * answer, that is it.
 * Throws when a measure is not whole numbers that go together, or a target is no share.
 *
 * @example
 * ```ts
 * const goal = { kind: "at-least", target: "0.80", limit: "included" } as const;
 * goalAnswer({ part: 4, whole: 5 }, "2026-03-31", goal); // => { kind: "met", target: "0.80" }
 * goalAnswer({ part: 3, whole: 5, unknown: 1 }, "2026-03-31", goal);
 * // => { kind: "cannot-be-determined", reason: "unknown-makes-the-difference", target: "0.80" }
 * ```
 */
export function goalAnswer(measure: Measure, day: Day, goal: Goal): GoalAnswer {
  const { part, whole, unknown } = checked(measure);
  const target = targetOn(day, goal.target);
  if (target === null) return { kind: "cannot-be-determined", reason: "no-target", target };
  const exact = readShare(target);
  if (whole === 0) return { kind: "cannot-be-determined", reason: "nothing-to-share", target };
  const [least, most] = [reaches(part, whole, exact, goal), reaches(part + unknown, whole, exact, goal)];
  if (least !== most) return { kind: "cannot-be-determined", reason: "unknown-makes-the-difference", target };
  return { kind: least ? "met" : "not-met", target };
}

/** The share of a measure as text with four places, half up, for show; `null` where there is none, or something is unknown. */
export function shareOf(measure: Measure): DecimalText | null {
  const { part, whole, unknown } = checked(measure);
  return unknown > 0 ? null : shareText(part, whole);
}

/** A measure whose numbers go together. Throws when they do not. */
export function checked({ part, whole, unknown = 0 }: Measure): Required<Measure> {
  const goTogether = [part, whole, unknown].every((count) => Number.isSafeInteger(count) && count >= 0) && part + unknown <= whole;
  if (!goTogether) refuse("goalAnswer", "a measure must be whole numbers from 0, part and unknown within the whole", `${part} and ${unknown} of ${whole}`);
  return { part, whole, unknown };
}

function readShare(target: DecimalText): Fraction {
  const share = fraction(target, "target");
  if (share.numerator < 0n || share.numerator > share.denominator) refuse("goalAnswer", "a target must be a share from 0 to 1", target);
  return share;
}

function reaches(part: number, whole: number, target: Fraction, { kind, limit }: Goal): boolean {
  const difference = BigInt(part) * target.denominator - target.numerator * BigInt(whole);
  if (difference === 0n) return limit === "included";
  return kind === "at-least" ? difference > 0n : difference < 0n;
}
