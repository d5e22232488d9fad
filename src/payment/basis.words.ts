import type { Row } from "../contract/rows.js";
import { londonDay } from "../shared/london.js";
import type { Moment } from "../shared/moment.js";
import { counted, everyKindSaid, poundsWords, timeWords } from "../shared/words.js";
import type { BasisTerms, TimeLine, UnpaidReason } from "./basis.js";
import type { NextBand, PaidMinutesTerms } from "./paid-minutes.js";
import { PART_MINUTES_SAY, boundaryWords, rowWords } from "./paid-minutes.words.js";

/** A line of payment as these sentences need it: time, and for a paid line the row, the next row and the amount. */
export type LineFacts =
  | (Extract<TimeLine, { kind: "paid" }> & { readonly row: Row; readonly next: NextBand | null; readonly amount: string })
  | Extract<TimeLine, { kind: "unpaid" }>;

/** What the terms say beside the line itself. */
export interface LineAbout {
  readonly paidMinutes: PaidMinutesTerms | null;
  readonly most: BasisTerms["most"] | null;
  /** The clause of the rows, as it is cited. */
  readonly source: string | null;
}

/** One line of payment: who was there, how long, by which row it is paid, and what a longer stay would pay. Or why it is not paid. */
export function paymentLineWords(line: LineFacts, { paidMinutes, most, source }: LineAbout): string[] {
  switch (line.kind) {
    case "paid": {
      const cite = source === null ? "" : ` (${source})`;
      const counting = line.measured === "logged" && paidMinutes !== null ? `, ${PART_MINUTES_SAY[paidMinutes.partMinutes]}` : "";
      const capped = line.minutesPaid < line.banded;
      const pay = capped
        ? `A call of ${rowWords(line.row)}${cite}, but no more than the planned length is paid: ${counted(line.minutesPaid, "minute")}, ${poundsWords(line.amount)}.`
        : `Paid ${counted(line.minutesPaid, "minute")} for ${counted(line.minutes, "minute")}, ${poundsWords(line.amount)}: a call of ${rowWords(line.row)}${cite}.`;
      return [`${stayWords(line)}: ${counted(line.minutes, "minute")}${counting}.`, pay, ...(capped ? [] : otherLengths(boundaryWords(line.minutes, line.next, paidMinutes), most))];
    }
    case "unpaid": {
      const who = line.carer === null ? "" : `${line.carer}: `;
      const length = line.minutes === null ? "" : ` for ${counted(line.minutes, "minute")}`;
      return [`${who}${who === "" ? "Nothing" : "nothing"} is paid${length}, because ${UNPAID_SAYS[line.reason]}.`];
    }
    default:
      return everyKindSaid(line);
  }
}

function stayWords({ carer, measured, from, to }: { carer: string | null; measured: "logged" | "planned"; from: Moment; to: Moment }): string {
  const day = londonDay(from);
  const times = `from ${timeWords(from, day)} to ${timeWords(to, day)}`;
  if (measured === "planned") return `The planned length, ${times}, is what counts`;
  return carer === null ? `At least one carer was there ${times}` : `${carer} was there ${times}`;
}

function otherLengths(sentences: readonly string[], most: BasisTerms["most"] | null): string[] {
  return [...sentences, ...(sentences.length > 0 && most === "planned-length" ? ["No more than the planned length is paid in any case."] : [])];
}

/** Whose time is paid, and how: `"Actual time is paid, each carer's attendance by itself (…)."` */
export function basisWords({ per, surplusCarers }: Pick<BasisTerms, "per" | "surplusCarers">, source: string): string {
  const whose = per === "visit" ? "the visit once, by the time at least one carer was there" : `each carer's attendance by itself, ${surplusCarers === "earliest" ? "as many as required" : "whoever came"}`;
  return `Actual time is paid, ${whose} (${source}).`;
}

/** Why nothing is paid, to follow "because". */
const UNPAID_SAYS: { readonly [R in UnpaidReason]: string } = {
  "not-attended": "nobody came",
  "not-required": "the visit was not required",
  "not-completed": "the visit was not completed, and the council's terms pay nothing for such a visit",
  "past-threshold": "the visit counts as missed, however it was attended",
  undetermined: "what the visit is cannot be determined; it may be payable once it is corrected",
  "log-out-missing": "a log-out is missing; it is payable once that is corrected",
  "surplus-carer": "more carers came than required, and the earliest to log in are paid",
  "row-pays-nothing": "the row for that length pays nothing",
  "no-row": "the contract has no row for that length, or several: what is due cannot be determined",
  "no-planned-length": "the planned end is not after the planned start, so there is no planned length to go by",
  "no-rate-at-that-time": "no rate is named for that time: what is due cannot be determined",
  "no-rule-in-force": "a rule that payment needs is not in force on that day: what is due cannot be determined",
};
