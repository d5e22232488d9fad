import { londonDay } from "../shared/london.js";
import { MINUTE } from "../shared/moment.js";
import { capitalised, counted, lengthWords, listed, poundsWords, quoted, timeWords } from "../shared/words.js";
import type { RateBand } from "./rate-bands.js";
import { type PricedPart, type TimeToPrice, type VisitToPrice, bandsOf } from "./rate-price.js";
import type { CompiledBands, RateTerms } from "./rate.js";

/** What the minutes paid come to at a rate, or by bands of rates; and the share of that price that is paid, where it is not the whole. */
export function amountWords(minutesPaid: number, amount: string, rate: RateTerms, source: string, share?: string): string {
  const minutes = `In all ${counted(minutesPaid, "minute")}`;
  const paid = `${share === undefined ? "" : `, of which a share of ${share} is paid`}: ${poundsWords(amount)}`;
  if (rate.kind === "bands") return `${minutes} by bands of rates (${source})${paid}.`;
  const when = rate.hours === "every" ? "" : `, paid in the hours ${rate.hours.replace("-", " to ")} only`;
  return `${minutes} at ${poundsWords(rate.hourly)} an hour${when} (${source})${paid}.`;
}

/** The part of a line in one band: `"Band “evening”: 30 minutes at £22.50 an hour, £11.25."`; and the carers it was chosen by, where it asks for them. */
export function bandWords({ band, seconds, amount }: { readonly band: string; readonly seconds: number; readonly amount: string }, rate: RateTerms, carers: { readonly required: number; readonly came: number }): string[] {
  const own = rate.kind === "bands" ? rate.bands.find(({ name }) => name === band) : undefined;
  const chosen = own === undefined || own.when === "otherwise" || own.when.carersRequired === undefined ? [] : [`That band is chosen by the carers required, ${carers.required}; ${carers.came} came.`];
  return [`Band ${quoted(band)}: ${lengthWords(seconds)}${own === undefined ? "" : ` ${priceWords(own, seconds / MINUTE)}`}, ${poundsWords(amount)}.`, ...chosen];
}

/** By which times, and by which of the bands that it reaches, a line is priced; nothing where the time that is paid says the same by itself. */
export function acrossWords(line: TimeToPrice, parts: readonly Pick<PricedPart, "band">[], visit: VisitToPrice, rate: CompiledBands): string[] {
  const planned = rate.times === "planned";
  const start = planned ? visit.plannedStart : line.from;
  if (start === null) return [];
  const from = timeWords(start, londonDay(line.from));
  if (rate.across === "split") {
    if (!planned || stretchesOf(line, visit, rate) === stretchesOf(line, visit, { ...rate, times: "paid" })) return [];
    return [`The bands are chosen by its planned times: the minutes paid are laid from ${from} on.`];
  }
  const reached = bandsReached(line, visit, { ...rate, times: "paid" });
  if (reached.length === 1 && reached[0] === parts[0]!.band) return [];
  if (rate.across === "by-start") return [`That band is chosen by its ${planned ? "planned " : ""}start, ${from}, for all of the minutes paid.`];
  const own = bandsReached(line, visit, rate);
  const times = planned ? "its planned times" : "its time";
  if (own.length === 1) return [`That band is chosen by ${times}.`];
  return [`${capitalised(times)} ${planned ? "reach" : "reaches"} the bands ${listed(own.map(quoted))}: the one of the highest price is taken for all of the minutes paid.`];
}

/** The names of the bands that a line reaches by its whole length, each once; empty where there is not one everywhere. */
function bandsReached(line: TimeToPrice, visit: VisitToPrice, rate: CompiledBands): string[] {
  const reached = bandsOf(line, visit, { ...rate, across: "higher" });
  return typeof reached === "string" ? [] : [...new Set(reached.map(({ band }) => band.name))];
}

/** The bands of a line that is split, and how many seconds after its start each begins, as text; `"no-rate"` and the like where there is not one everywhere. */
function stretchesOf(line: TimeToPrice, visit: VisitToPrice, rate: CompiledBands): string {
  const stretches = bandsOf(line, visit, rate);
  return typeof stretches === "string" ? stretches : JSON.stringify(stretches.map(({ from, band }) => [from - stretches[0]!.from, band.name]));
}

/** Minutes paid at a price for lengths are whole: such a price is never split. */
function priceWords({ price }: RateBand, minutesPaid: number): string {
  if (price.kind === "hourly") return `at ${poundsWords(price.pounds)} an hour`;
  if (price.kind === "share-of") return `at a share of ${price.share} of the price of ${quoted(price.band)}`;
  const isListed = price.lengths.some(({ from, to }) => from <= minutesPaid && (to === "open" || minutesPaid <= to));
  return isListed || price.otherwise === undefined ? "at the price for that length" : `at ${poundsWords(price.otherwise.pounds)} an hour, as no price is listed for that length`;
}
