import { poundsWords, quoted } from "../shared/words.js";
import { UNPAID_SAYS } from "./basis.words.js";
import type { Addition } from "./incentive.js";

/** An incentive as these sentences need it: what it adds in pounds, or why that cannot be determined. */
export type AdditionFacts = { readonly kind: "added"; readonly incentive: string; readonly amount: string } | Extract<Addition, { kind: "undetermined" }>;

/** What does an incentive add, or why can that not be said? */
export function additionWords(addition: AdditionFacts, source: string): string {
  if (addition.kind === "added") return `The incentive ${quoted(addition.incentive)} adds ${poundsWords(addition.amount)} (${source}).`;
  const { reason } = addition;
  const because = reason === "package-start-not-known" ? "nobody has said whether the visit is the first of its package: what is due cannot be determined" : UNPAID_SAYS[reason];
  return `The incentive ${quoted(addition.incentive)} is in no amount, because ${because} (${source}).`;
}
