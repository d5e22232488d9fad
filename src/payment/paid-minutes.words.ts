import { type ReadingsSetting, settingWords } from "../contract/reading.words.js";
import type { Row, Stretch } from "../contract/rows.js";
import { counted, everyKindSaid, listed } from "../shared/words.js";
import { type LengthLimits, nextLength, paidAt, shorterLength } from "./other-lengths.js";
import { type Band, type NextBand, type PaidMinutesTerms, bandFor, minutesPaidIn, paidMinutesFor } from "./paid-minutes.js";

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
  const more = minutes === null || terms === null ? [] : boundaryWords(minutes, terms);
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

const NO_LIMITS: LengthLimits = { most: "no-limit", planned: 0, longest: null, pastTable: false };

/**
 * What the next longer and the next shorter length that are paid otherwise pay: `"One minute more pays 45 minutes."` Where
 * such a length is paid by a reading or by a limit, that is said. `whole`: there are part-minutes beside the whole ones.
 */
export function boundaryWords(minutes: number, terms: TableAsRead, limits = NO_LIMITS, whole = false): string[] {
  const banded = (other: number): number | null => minutesPaidIn(paidMinutesFor(other, terms));
  const about = (other: number): string => otherPayWords(other, terms, banded, limits);
  const [next, shorter] = [nextLength(minutes, banded, limits), shorterLength(minutes, banded, limits)];
  const longerSaid = next === null ? noLongerWords(minutes, banded, limits) : otherLengthWords(next, "more", about(minutes + next.inMinutes), limits, whole);
  const shorterSaid = shorter === null ? "No shorter call is paid otherwise." : otherLengthWords(shorter, "less", about(minutes - shorter.inMinutes), limits, whole);
  const [more, less] = [next?.inMinutes === 1, shorter?.inMinutes === 1];
  return [...(more || less ? [] : [sameWords(minutes, next === null ? null : minutes + 1, terms, limits, whole)]), longerSaid, ...(minutes === 0 ? [] : [shorterSaid])];
}

/** One minute changes nothing; where that is so by a reading only, that is said. */
function sameWords(minutes: number, longer: number | null, terms: TableAsRead, limits: LengthLimits, whole: boolean): string {
  const own = readingOfLength(minutes, terms);
  const sides = ([["more", longer], ["less", minutes - 1]] as const).flatMap(([way, other]) => {
    const reading = other === null || other < 0 || limits.pastTable ? null : readingOfLength(other, terms);
    return reading === null || reading === own ? [] : [`, one minute ${way} ${reading}`];
  });
  return `One ${whole ? "whole " : ""}minute more${minutes === 0 ? "" : " or less"} changes nothing${sides.join("")}.`;
}

/** By which limit or reading another length is paid, to follow what it pays, empty where its row says it; or why that cannot be determined. */
function otherPayWords(minutes: number, terms: TableAsRead, banded: (minutes: number) => number | null, limits: LengthLimits): string {
  const paid = paidAt(minutes, banded, limits);
  const byTable = limits.pastTable ? minutes : banded(minutes);
  if (paid === null) return byTable === null ? "it would be in no row, or in several" : "there is no planned length to go by";
  if (byTable !== null && paid !== byTable) return paid > byTable ? ", the least that is paid" : `, ${mostSays(limits)}`;
  const reading = limits.pastTable ? null : readingOfLength(minutes, terms);
  return reading === null ? "" : `, ${reading}`;
}

function mostSays({ most }: LengthLimits): string {
  return most === "planned-length" ? "the planned length, which is the most that is paid" : "the most that is paid";
}

function noLongerWords(minutes: number, banded: (minutes: number) => number | null, limits: LengthLimits): string {
  const [paid, byTable] = [paidAt(minutes, banded, limits), limits.pastTable ? minutes : banded(minutes)];
  const without = nextLength(minutes, banded, { ...limits, most: "no-limit" });
  if (paid !== null && byTable !== null && limits.most !== "no-limit" && (paid < byTable || without !== null)) {
    return `No longer stay is paid more: ${limits.most === "planned-length" ? "no more than the planned length is paid" : `${counted(paid, "minute")} is the most that is paid`}.`;
  }
  if (limits.longest === null) return "No longer call is paid otherwise.";
  return `No longer stay is paid otherwise: only time ${limits.longest.inside === "planned" ? "between planned start and planned end" : "inside the time billed"} counts.`;
}

/** The next longer length that is paid otherwise, where nothing more is known. */
export function nextWords(next: NextBand): string {
  return otherLengthWords(next, "more", "", NO_LIMITS, false);
}

function otherLengthWords({ inMinutes, minutesPaid }: NextBand, way: "more" | "less", by: string, { longest }: LengthLimits, whole: boolean): string {
  const unit = whole ? "whole minute" : "minute";
  const inside = longest === null ? "" : longest.inside === "planned" ? " within the plan" : " within the time billed";
  const other = `${inMinutes === 1 ? `One ${unit} ${way}` : `${counted(inMinutes, unit)} ${way}`}${inside}`;
  if (minutesPaid === null) return `What ${other.charAt(0).toLowerCase()}${other.slice(1)} pays cannot be determined${by === "" ? "" : `: ${by}`}.`;
  return `${other} pays ${minutesPaid === 0 ? "nothing" : counted(minutesPaid, "minute")}${by}.`;
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
