import type { Row, Stretch } from "../contract/rows.js";
import { counted, everyKindSaid, listed } from "../shared/words.js";
import { type Band, type NextBand, type PaidMinutesTerms, minutesPaidIn, nextBand, paidMinutesFor } from "./paid-minutes.js";

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

/** What is a length paid, by which row, and what would another length be paid? `minutes` where they are known. */
export function bandWords(band: Band, minutes: number | null, terms: PaidMinutesTerms | null, source: string | null): string[] {
  const cite = source === null ? "" : ` (${source})`;
  const length = minutes === null ? "" : ` for ${counted(minutes, "minute")}`;
  const more = minutes === null || terms === null ? [] : boundaryWords(minutes, nextBand(minutes, terms), terms);
  switch (band.kind) {
    case "paid":
      return [`Paid ${counted(band.minutesPaid, "minute")}${length}: a call of ${rowWords(band.row)}${cite}.`, ...more];
    case "pays-nothing":
      return [`Nothing is paid${length}: a call of ${rowWords(band.row)}${cite}.`, ...more];
    case "hole":
      return [`What is paid${length} cannot be determined: no row holds ${stretchWords(band.gap)}${cite}. That is not 0.`, ...more];
    case "overlap":
      return [`What is paid${length} cannot be determined: several rows hold it, ${listed(band.rows.map(rowWords))}${cite}. That is not 0.`, ...more];
    default:
      return everyKindSaid(band);
  }
}

/** What the next length that is paid otherwise pays, and a shorter one where that is nearer: `"One minute more pays 45 minutes."` */
export function boundaryWords(minutes: number, next: NextBand | null, terms: PaidMinutesTerms | null): string[] {
  const shorter = terms === null ? null : shorterBand(minutes, terms, next?.inMinutes ?? minutes + 1);
  return [...(next === null ? [] : [otherLengthWords(next, "more")]), ...(shorter === null ? [] : [otherLengthWords(shorter, "less")])];
}

function otherLengthWords({ inMinutes, minutesPaid }: NextBand, way: "more" | "less"): string {
  const other = inMinutes === 1 ? `One minute ${way}` : `${counted(inMinutes, "minute")} ${way}`;
  if (minutesPaid === null) return `${other} would be in no row, or in several: what it pays cannot be determined.`;
  return `${other} pays ${minutesPaid === 0 ? "nothing" : counted(minutesPaid, "minute")}.`;
}

/** The nearest shorter length that is paid otherwise, if it is fewer minutes away than `within`. */
function shorterBand(minutes: number, terms: PaidMinutesTerms, within: number): NextBand | null {
  const now = minutesPaidIn(paidMinutesFor(minutes, terms));
  for (let inMinutes = 1; inMinutes < within && inMinutes <= minutes; inMinutes++) {
    const then = minutesPaidIn(paidMinutesFor(minutes - inMinutes, terms));
    if (then !== now) return { inMinutes, minutesPaid: then };
  }
  return null;
}

/** What becomes of part-minutes before the rows, to follow "there": `"with part-minutes dropped"`. */
export const PART_MINUTES_SAY: { readonly [P in PaidMinutesTerms["partMinutes"]]: string } = {
  dropped: "with part-minutes dropped",
  nearest: "to the nearest minute, half a minute up",
  up: "with a part-minute counted as a whole one",
  "clock-minutes": "with log-in and log-out each cut to the minute",
};
