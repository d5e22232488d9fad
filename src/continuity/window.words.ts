import { type ReadingsSetting, readSoWords } from "../contract/reading.words.js";
import { capitalised, counted, dayWords, everyKindSaid, listed, percentWords, shareWords } from "../shared/words.js";
import { type CompiledStandard, carersAllowed, compileStandard } from "./standard.js";
import type { ContinuityStandard, ContinuityTerms, LinearStandard, ReceivedTerms, WindowDays } from "./terms.js";
import type { CarersWindow, ContinuityWindow } from "./window.js";

/** What says which days a window has. */
export const WINDOW_DAYS = ["days", "step", "anchor"] as const satisfies readonly (keyof WindowDays)[];

/** What says which visits and carers are counted in a window, beside its days. */
const COUNTED = [...WINDOW_DAYS, "received", "callTypes", "carers", "scope", "doubleHanded"] as const satisfies readonly (keyof WindowDays | keyof ReceivedTerms | "doubleHanded")[];

/** What says how many carers are allowed, or which share is asked. */
const ASKED = ["kind", "base", "factor", "rounding", "roundTo", "rows", "most", "mostFrequent", "atLeast", "limit"] as const;

/** A window against the standard: how the number allowed or the share comes about, whether it is within, how far from the limit, and by which readings. */
export function windowWords(window: ContinuityWindow, terms: ContinuityTerms & { readonly readings?: ReadingsSetting }, source: string): string[] {
  const { visits, carers } = window;
  const { readings = {} } = terms;
  const read = readSoWords(COUNTED, readings);
  const cite = `(${source})${readSoWords(ASKED, readings)}`;
  const received = `${dayWords(window.firstDay)} to ${dayWords(window.lastDay)} (both included): ${counted(carers.length, "different carer")} (${listed(carers)}) for ${counted(visits, "visit")} received`;
  if ("met" in window) {
    const { byMostFrequent, attendances, share, met } = window;
    const verdict = met === null ? "" : met ? "; within the standard" : "; not within the standard";
    return [`${received}${verdict}${read}.`, `${byMostFrequent} of ${counted(attendances, "attendance")}${share === null ? "" : `, ${shareWords(share)}, were`} by the most frequent carers; ${standardWords(terms, visits)} ${cite}.`];
  }
  if (!("allowed" in window)) return [`${received}${read}.`, `${capitalised(standardWords(terms, visits))} ${cite}.`];
  if (window.allowed === null) {
    const why = window.reason === "no-row" ? "no row of the council's table holds" : "several rows of the council's table hold";
    return [`${received}; whether it is within the standard cannot be determined: ${why} ${counted(visits, "visit")} ${cite}${read}.`];
  }
  const { allowed, over } = window;
  return [
    `${received}; ${over === 0 ? "within the standard" : `${counted(over, "carer")} over the standard`}${read}.`,
    `${counted(allowed, "carer")} ${allowed === 1 ? "is" : "are"} allowed: ${standardWords(terms, visits)} ${cite}.`,
    boundaryWords(window, terms),
  ];
}

/** What is asked in every window, whatever the visits in it: `"In every window of 14 days: the council sets no limit."` */
export function everyWindowWords(terms: ContinuityTerms): string {
  const every = terms.days === "calendar-month" ? "calendar month" : `window of ${counted(terms.days, "day")}`;
  const before = terms.kind === "share" || terms.kind === "measure" ? ": " : terms.kind === "table" ? ", no more different carers than are allowed " : ", no more different carers than ";
  return `In every ${every}${before}${standardWords(terms, null)}.`;
}

/** Is anything asked in a window, so that one can be within or not? */
export function asksAnything(terms: ContinuityStandard): boolean {
  return terms.kind === "share" ? terms.atLeast !== null : terms.kind !== "measure";
}

/** How the standard comes to a number: `"1 plus 0.15 times 14 visits, rounded up"`; without visits, for any. */
export function standardWords(standard: ContinuityStandard, visits: number | null): string {
  const received = visits === null ? "the visits received" : counted(visits, "visit");
  const counting = standard.doubleHanded === "carers-required" ? "; a visit counts once for each carer required" : standard.doubleHanded === "left-out" ? "; visits for several carers are left out" : "";
  switch (standard.kind) {
    case "linear":
      return `${standard.base} plus ${factorWords(standard)} ${received}, rounded ${roundingWords(standard)}${counting}`;
    case "table":
      return `by the council's table for ${received}${counting}`;
    case "maximum":
      return `${standard.most}, however many visits${counting}`;
    case "share": {
      const asked = standard.atLeast === null ? "the council asks for no share" : `${standard.limit === "included" ? "at least" : "more than"} ${percentWords(standard.atLeast)} must be by the ${standard.mostFrequent === 1 ? "most frequent carer" : counted(standard.mostFrequent, "most frequent carer")}`;
      return `${asked}${counting}`;
    }
    case "measure":
      return `the council sets no limit${counting}`;
    default:
      return everyKindSaid(standard);
  }
}

function factorWords({ factor }: LinearStandard): string {
  return typeof factor === "string" ? `${factor} times` : `${counted(factor.carers, "carer")} for every ${counted(factor.visits, "visit")} of`;
}

function roundingWords({ rounding, roundTo }: LinearStandard): string {
  const way = rounding === "nearest" ? "to the nearest, half up" : rounding;
  return roundTo === 1 ? way : `${way} to a multiple of ${roundTo}`;
}

function boundaryWords({ visits, carers, allowed, over }: CarersWindow, terms: ContinuityTerms): string {
  const spare = allowed - carers.length;
  if (over === 0) return spare === 0 ? "One carer more would have been over." : `${capitalised(spare === 1 ? "one carer" : counted(spare, "carer"))} more would still have been within, ${spare + 1} more over.`;
  const needed = visitsFor(carers.length, visits, compileStandard(terms));
  const fewer = `${over === 1 ? "One carer" : counted(over, "carer")} fewer would have been within`;
  return needed === null ? `${fewer}.` : `${fewer}; ${counted(carers.length, "carer")} ${carers.length === 1 ? "is" : "are"} allowed from ${counted(needed, "visit")} on.`;
}

/** From how many visits on are so many carers allowed? `null` where no number of visits is enough, or more visits do not allow more carers. */
function visitsFor(carers: number, from: number, standard: CompiledStandard): number | null {
  if (standard.kind !== "linear" || standard.numerator === 0) return null;
  const { base, numerator, denominator, roundTo } = standard;
  // Allowed rises with visits, so the first number of visits that suffices is found by halving what is left.
  let [too, enough] = [from, from + Math.ceil(((carers - base + roundTo) * denominator) / numerator)];
  if (allowedFor(enough, standard) < carers) return null;
  while (enough - too > 1) {
    const middle = Math.floor((too + enough) / 2);
    if (allowedFor(middle, standard) >= carers) enough = middle;
    else too = middle;
  }
  return enough;
}

function allowedFor(visits: number, standard: CompiledStandard & { readonly kind: "linear" }): number {
  return carersAllowed(visits, standard) as number;
}
