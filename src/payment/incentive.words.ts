import { poundsWords, quoted } from "../shared/words.js";
import { UNPAID_SAYS } from "./basis.words.js";
import type { Addition, Incentive } from "./incentive.js";

/** An incentive as these sentences need it: what it adds in pounds, or why that cannot be determined. */
export type AdditionFacts = { readonly kind: "added"; readonly incentive: string; readonly amount: string } | Extract<Addition, { kind: "undetermined" }>;

/** What does an incentive add and for what, or why can that not be said? Without its terms, the amount alone. */
export function additionWords(addition: AdditionFacts, terms: Incentive | undefined, source: string): string {
  const name = `the incentive ${quoted(addition.incentive)}`;
  if (addition.kind === "added") {
    const each = terms === undefined ? "" : `, at ${poundsWords(terms.pounds)} ${FOR_SAYS[terms.for]}`;
    return `T${name.slice(1)} adds ${poundsWords(addition.amount)}${each} (${source}).`;
  }
  const { reason } = addition;
  const because = reason === "package-start-not-known" ? "nobody has said whether the visit is the first of its package" : UNPAID_SAYS[reason];
  return `What ${name} adds cannot be determined, and is in no amount: ${because} (${source}).`;
}

const FOR_SAYS: { readonly [F in Incentive["for"]]: string } = { hour: "for each hour paid", visit: "for a visit", package: "for the first visit of a package" };
