import { counted, dayWords, listed } from "../shared/words.js";
import { type ContinuityTerms, carersAllowed, compileStandard } from "./standard.js";
import type { ContinuityWindow } from "./window.js";

/** A window against the standard: how the number allowed comes about, whether it is within, and how far from the limit. */
export function windowWords(window: ContinuityWindow, terms: ContinuityTerms, source: string): string[] {
  const { visits, carers, allowed, over } = window;
  const came = carers.length;
  const verdict = over === 0 ? "within the standard" : `${counted(over, "carer")} over the standard`;
  return [
    `${dayWords(window.firstDay)} to ${dayWords(window.lastDay)} (both included): ${counted(came, "different carer")} (${listed(carers)}) for ${counted(visits, "visit")} received; ${verdict}.`,
    `${counted(allowed, "carer")} ${allowed === 1 ? "is" : "are"} allowed: ${standardWords(terms, visits)} (${source}).`,
    boundaryWords(window, terms),
  ];
}

/** How the standard comes to a number: `"1 plus 0.15 times 14 visits, rounded up"`. */
export function standardWords({ base, factor, doubleHanded }: Pick<ContinuityTerms, "base" | "factor" | "doubleHanded">, visits: number): string {
  return `${base} plus ${factor} times ${counted(visits, "visit")}, rounded up${doubleHanded === "carers-required" ? "; a visit counts once for each carer required" : ""}`;
}

function boundaryWords({ visits, carers, allowed, over }: ContinuityWindow, terms: ContinuityTerms): string {
  const spare = allowed - carers.length;
  if (over === 0) return spare === 0 ? "One carer more would have been over." : `${counted(spare + 1, "carer")} more would have been over.`;
  const needed = visitsFor(carers.length, visits, terms);
  const fewer = `${counted(over, "carer")} fewer would have been within`;
  return needed === null ? `${fewer}.` : `${fewer}; so many carers are allowed from ${counted(needed, "visit")} on.`;
}

/** From how many visits on are so many carers allowed? `null` where no number of visits is enough. */
function visitsFor(carers: number, from: number, terms: ContinuityTerms): number | null {
  const standard = compileStandard(terms);
  if (standard.numerator === 0) return null;
  // allowed ≥ carers as soon as visits × numerator / denominator > carers - base - 1.
  const visits = Math.floor(((carers - standard.base - 1) * standard.denominator) / standard.numerator) + 1;
  const needed = Math.max(from, visits);
  return carersAllowed(needed, standard) >= carers ? needed : null;
}
