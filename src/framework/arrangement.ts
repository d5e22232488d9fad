import type { Source } from "../contract/source.js";
import { type Day, dayNumber } from "../shared/day.js";
import { type DecimalText, type Fraction, exactText, fraction } from "../shared/exact.js";
import { compare, minus, whole } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";
import type { Cited } from "./cited.js";

/** What is said of every arrangement. */
export interface ArrangementFacts extends Cited {
  /** A stable kebab-case id. */
  readonly id: string;
  readonly name: string;
  readonly firstDay: Day | "unstated";
  readonly lastDay: Day | "open" | "unstated";
}

/** How care is bought. Money and hours are the caller's; no document here publishes them. */
export type Arrangement =
  /** Through a framework, each provider contracted on its own or not. */
  | (ArrangementFacts & { readonly kind: "framework"; /** Id of the framework. */ readonly framework: string })
  /** Package by package, with no volume promised. */
  | (ArrangementFacts & { readonly kind: "spot"; /** For whom. */ readonly services: string })
  /** An amount of care bought ahead, paid whether or not it is delivered. */
  | (ArrangementFacts & { readonly kind: "block"; /** What and where. */ readonly services: string; readonly paid: "whether-or-not-delivered" })
  /** Bought by the person with a direct payment: the commissioned rules do not apply. */
  | (ArrangementFacts & { readonly kind: "direct-payment" });

/** Do the commissioned rules apply? If not, nothing is assessed. */
export type RulesApply = { readonly kind: "apply" } | { readonly kind: "outside-the-rules"; readonly reason: "direct-payment"; readonly source: Source };

/**
 * Do the commissioned rules apply to care that is bought so?
 *
 * @example
 * ```ts
 * const bought = plymouth.arrangements.find(({ kind }) => kind === "direct-payment")!;
 * rulesApplyTo(bought).kind; // => "outside-the-rules"
 * ```
 */
export function rulesApplyTo(arrangement: Arrangement): RulesApply {
  return arrangement.kind === "direct-payment" ? { kind: "outside-the-rules", reason: "direct-payment", source: arrangement.source } : { kind: "apply" };
}

/** What was bought in a block over a time, and what was delivered of it: the caller's figures. */
export interface BlockPurchase {
  /** Pounds for the whole block. */
  readonly amount: DecimalText;
  readonly hoursBought: DecimalText;
  readonly hoursDelivered: DecimalText;
}

/** What is paid for a block. */
export interface BlockPayment {
  readonly paid: DecimalText;
  /** Hours bought and not delivered, which are paid all the same; 0 when all were. */
  readonly hoursUnused: DecimalText;
  /** Hours delivered beyond the block: it does not pay them. */
  readonly hoursBeyond: DecimalText;
}

/**
 * What is paid for a block purchase? The amount agreed, whether or not the hours were delivered. Throws when the
 * arrangement is no block, or a number is not decimal text from 0.
 *
 * @example
 * ```ts
 * const block = leicesterFrameworks.arrangements.find(({ kind }) => kind === "block")!;
 * blockPayment(block, { amount: "700.00", hoursBought: "40", hoursDelivered: "0" });
 * // => { paid: "700.00", hoursUnused: "40", hoursBeyond: "0" }
 * ```
 */
export function blockPayment(arrangement: Arrangement, { amount, hoursBought, hoursDelivered }: BlockPurchase): BlockPayment {
  if (arrangement.kind !== "block") refuse("blockPayment", "the arrangement must be a block", arrangement.kind);
  for (const [name, value] of Object.entries({ amount, hoursBought, hoursDelivered })) {
    if (compare(fraction(value, name), whole(0)) < 0) refuse("blockPayment", `${name} must be decimal text from 0`, value);
  }
  const rest = minus(fraction(hoursBought, "hoursBought"), fraction(hoursDelivered, "hoursDelivered"));
  const beyond = minus(whole(0), rest);
  const aboveNothing = (hours: Fraction): DecimalText => (hours.numerator > 0n ? exactText(hours, 0) : "0");
  return { paid: exactText(fraction(amount, "amount"), 2), hoursUnused: aboveNothing(rest), hoursBeyond: aboveNothing(beyond) };
}

/**
 * Is an arrangement there on a day (both ends included)? An unstated end does not limit.
 *
 * @example
 * ```ts
 * const [spot] = plymouth.arrangements;
 * spot!.lastDay; // => "open"
 * arrangementOn(spot!, "2099-12-31"); // => true
 * ```
 */
export function arrangementOn({ firstDay, lastDay }: Arrangement, day: Day): boolean {
  const asked = dayNumber(day);
  return (firstDay === "unstated" || dayNumber(firstDay) <= asked) && (lastDay === "open" || lastDay === "unstated" || asked <= dayNumber(lastDay));
}
