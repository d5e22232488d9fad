import { counted, poundsWords } from "../shared/words.js";
import type { RateTerms } from "./rate.js";

/** What the minutes paid come to at a rate. */
export function amountWords(minutesPaid: number, amount: string, { hourly, hours }: RateTerms, source: string): string {
  const when = hours === "every" ? "" : `, paid in the hours ${hours.replace("-", " to ")} only`;
  return `In all ${counted(minutesPaid, "minute")} at ${poundsWords(hourly)} an hour${when} (${source}): ${poundsWords(amount)}.`;
}
