import { counted, poundsWords } from "../shared/words.js";
import type { RateTerms } from "./rate.js";

/** What the minutes paid come to at a rate, or by bands of rates. */
export function amountWords(minutesPaid: number, amount: string, rate: RateTerms, source: string): string {
  const minutes = `In all ${counted(minutesPaid, "minute")}`;
  if (rate.kind === "bands") return `${minutes} by bands of rates (${source}): ${poundsWords(amount)}.`;
  const when = rate.hours === "every" ? "" : `, paid in the hours ${rate.hours.replace("-", " to ")} only`;
  return `${minutes} at ${poundsWords(rate.hourly)} an hour${when} (${source}): ${poundsWords(amount)}.`;
}
