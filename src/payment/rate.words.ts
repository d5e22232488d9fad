import { MINUTE } from "../shared/moment.js";
import { counted, lengthWords, poundsWords, quoted } from "../shared/words.js";
import type { RateBand } from "./rate-bands.js";
import type { RateTerms } from "./rate.js";

/** What the minutes paid come to at a rate, or by bands of rates. */
export function amountWords(minutesPaid: number, amount: string, rate: RateTerms, source: string): string {
  const minutes = `In all ${counted(minutesPaid, "minute")}`;
  if (rate.kind === "bands") return `${minutes} by bands of rates (${source}): ${poundsWords(amount)}.`;
  const when = rate.hours === "every" ? "" : `, paid in the hours ${rate.hours.replace("-", " to ")} only`;
  return `${minutes} at ${poundsWords(rate.hourly)} an hour${when} (${source}): ${poundsWords(amount)}.`;
}

/** The part of a line in one band: `"Band “evening”: 30 minutes at £22.50 an hour, £11.25."`; and the carers it was chosen by, where it asks for them. */
export function bandWords({ band, seconds, amount }: { readonly band: string; readonly seconds: number; readonly amount: string }, rate: RateTerms, carers: { readonly required: number; readonly came: number }): string[] {
  const own = rate.kind === "bands" ? rate.bands.find(({ name }) => name === band) : undefined;
  const chosen = own === undefined || own.when === "otherwise" || own.when.carersRequired === undefined ? [] : [`That band is chosen by the carers required, ${carers.required}; ${carers.came} came.`];
  return [`Band ${quoted(band)}: ${lengthWords(seconds)}${own === undefined ? "" : ` ${priceWords(own, seconds / MINUTE)}`}, ${poundsWords(amount)}.`, ...chosen];
}

/** Minutes paid at a price for lengths are whole: such a price is never split. */
function priceWords({ price }: RateBand, minutesPaid: number): string {
  if (price.kind === "hourly") return `at ${poundsWords(price.pounds)} an hour`;
  if (price.kind === "share-of") return `at a share of ${price.share} of the price of ${quoted(price.band)}`;
  const isListed = price.lengths.some(({ from, to }) => from <= minutesPaid && (to === "open" || minutesPaid <= to));
  return isListed || price.otherwise === undefined ? "at the price for that length" : `at ${poundsWords(price.otherwise.pounds)} an hour, as no price is listed for that length`;
}
