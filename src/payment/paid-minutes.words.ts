import { type ReadingsSetting, settingWords } from "../contract/reading.words.js";
import type { Row, Stretch } from "../contract/rows.js";
import { counted, everyKindSaid, listed } from "../shared/words.js";
import { type Band, type NextBand, type PaidMinutesTerms, bandFor, minutesPaidIn, nextBand, paidMinutesFor } from "./paid-minutes.js";

/** Whole minutes from one to another, both included: `"26 to 40 minutes"`, `"up to 25 minutes"`, `"57 minutes or more"`. */
export function stretchWords({ from, to }: Stretch): string {
  if (to === "open") return `${counted(from, "minute")} or more`;
  if (from === to) return `exactly ${counted(from, "minute")}`;
  return from === 0 ? `up to ${counted(to, "minute")}` : `${from} to ${counted(to, "minute")}`;
}

/** What a row pays: `"26 to 40 minutes pays 30 minutes"`. */
export function rowWords(row: Row): string {
  return `${stretchWords(row)} pays ${row.becomes === 0 ? "nothing" : counted(row.becomes, "minute")}`;
}

/** A table of paid minutes, with the readings that set fields of it where they are known. */
export type TableAsRead = PaidMinutesTerms & { readonly readings?: ReadingsSetting };

/** What is a length paid, by which row, and what would another length be paid? `minutes` where they are known. */
export function bandWords(band: Band, minutes: number | null, terms: TableAsRead | null, source: string | null): string[] {
  const cite = source === null ? "" : ` (${source})`;
  const length = minutes === null ? "" : ` for ${counted(minutes, "minute")}`;
  const more = minutes === null || terms === null ? [] : boundaryWords(minutes, nextBand(minutes, terms), terms);
  switch (band.kind) {
    case "paid":
      return [`Paid ${counted(band.minutesPaid, "minute")}${length}: ${rowUsedWords(minutes, band.row, terms, cite)}.`, ...more];
    case "pays-nothing":
      return [`Nothing is paid${length}: ${rowUsedWords(minutes, band.row, terms, cite)}.`, ...more];
    case "hole":
      return [`What is paid${length} cannot be determined: no row holds ${stretchWords(band.gap)}${cite}. That is not 0.`, ...more];
    case "overlap":
      return [`What is paid${length} cannot be determined: several rows hold it, ${listed(band.rows.map(rowWords))}${cite}. That is not 0.`, ...more];
    default:
      return everyKindSaid(band);
  }
}

/**
 * By which row is a length paid? What the contract writes is cited; a row that a reading put there is the reading's, and
 * what the contract writes for that length is said first: `"no row holds 56 minutes (Q16); by reading exactly-56 = hour, …"`.
 */
export function rowUsedWords(minutes: number | null, row: Row, terms: TableAsRead | null, cite: string): string {
  if (minutes === null || terms === null || terms.kind !== "rows") return `a call of ${rowWords(row)}${cite}`;
  const written = bandFor(minutes, terms.rows);
  const reading = readingOfLength(minutes, terms);
  if (reading === null) return `a call of ${rowWords("row" in written ? written.row : row)}${cite}`;
  const asWritten =
    written.kind === "hole" ? `no row holds ${counted(minutes, "minute")}`
    : written.kind === "overlap" ? `several rows hold ${counted(minutes, "minute")}`
    : `as written, a call of ${rowWords(written.row)}`;
  return `${asWritten}${cite}; ${reading}, ${rowWords(row)}`;
}

/** Does a length have its minutes paid from a reading, and not from a row as written? `"by reading exactly-56 = hour"`, or `null`. */
function readingOfLength(minutes: number, terms: TableAsRead): string | null {
  const fields = fieldsBeside(minutes, terms);
  if (fields.length === 0) return null;
  return `by ${settingWords(fields, terms.readings ?? {}) ?? "what the terms add to the rows"}`;
}

/** The fields of the terms, beside the rows as written, that decide what a length is paid. None where the rows say it. */
function fieldsBeside(minutes: number, terms: PaidMinutesTerms): string[] {
  if (terms.kind !== "rows") return [];
  const { beyond, filling, rows, zeroMinutes } = terms;
  const written = minutesPaidIn(bandFor(minutes, rows));
  if (written !== null && written === minutesPaidIn(paidMinutesFor(minutes, terms))) return [];
  if (minutes === 0 && zeroMinutes === "unpaid") return ["zeroMinutes"];
  if (beyond.kind === "steps" && minutes >= beyond.from) return ["beyond"];
  if (beyond.kind === "whole-units" && minutes >= beyond.unit) return ["beyond", ...(minutes % beyond.unit === 0 ? [] : fieldsBeside(minutes % beyond.unit, terms))];
  return bandFor(minutes, filling).kind === "hole" ? [] : ["filling"];
}

/**
 * What the next longer and the next shorter length that are paid otherwise pay: `"One minute more pays 45 minutes."` Where
 * such a length is paid by a reading, that is said. Without terms, the next longer one only.
 */
export function boundaryWords(minutes: number, next: NextBand | null, terms: TableAsRead | null): string[] {
  if (terms === null) return next === null ? [] : [otherLengthWords(next, "more", null)];
  const shorter = shorterBand(minutes, terms);
  const longerSaid = next === null ? "No longer call is paid otherwise." : otherLengthWords(next, "more", readingOfLength(minutes + next.inMinutes, terms));
  const shorterSaid = shorter === null ? "No shorter call is paid otherwise." : otherLengthWords(shorter, "less", readingOfLength(minutes - shorter.inMinutes, terms));
  return [...(next?.inMinutes === 1 || shorter?.inMinutes === 1 ? [] : [sameWords(minutes, terms)]), longerSaid, ...(minutes === 0 ? [] : [shorterSaid])];
}

/** One minute changes nothing; where that is so by a reading only, that is said. */
function sameWords(minutes: number, terms: TableAsRead): string {
  const own = readingOfLength(minutes, terms);
  const sides = ([["more", minutes + 1], ["less", minutes - 1]] as const).flatMap(([way, other]) => {
    const reading = other < 0 ? null : readingOfLength(other, terms);
    return reading === null || reading === own ? [] : [`, one minute ${way} ${reading}`];
  });
  return `One minute more${minutes === 0 ? "" : " or less"} changes nothing${sides.join("")}.`;
}

function otherLengthWords({ inMinutes, minutesPaid }: NextBand, way: "more" | "less", reading: string | null): string {
  const other = inMinutes === 1 ? `One minute ${way}` : `${counted(inMinutes, "minute")} ${way}`;
  if (minutesPaid === null) return `${other} would be in no row, or in several: what it pays cannot be determined.`;
  return `${other} pays ${minutesPaid === 0 ? "nothing" : counted(minutesPaid, "minute")}${reading === null ? "" : `, ${reading}`}.`;
}

/** The nearest shorter length that is paid otherwise. */
function shorterBand(minutes: number, terms: PaidMinutesTerms): NextBand | null {
  const now = minutesPaidIn(paidMinutesFor(minutes, terms));
  for (let inMinutes = 1; inMinutes <= minutes; inMinutes++) {
    const then = minutesPaidIn(paidMinutesFor(minutes - inMinutes, terms));
    if (then !== now) return { inMinutes, minutesPaid: then };
  }
  return null;
}

/** What becomes of part-minutes before the rows, and by which reading: `"with part-minutes dropped, by reading part-minutes = dropped"`. */
export function partMinutesWords({ partMinutes, readings }: TableAsRead): string {
  const reading = settingWords(["partMinutes"], readings ?? {});
  return `${PART_MINUTES_SAY[partMinutes]}${reading === null ? "" : `, by ${reading}`}`;
}

const PART_MINUTES_SAY: { readonly [P in PaidMinutesTerms["partMinutes"]]: string } = {
  dropped: "with part-minutes dropped",
  nearest: "to the nearest minute, half a minute up",
  up: "with a part-minute counted as a whole one",
  "clock-minutes": "with log-in and log-out each cut to the minute",
};
