import type { Row } from "../contract/rows.js";
import { londonDay } from "../shared/london.js";
import type { Moment } from "../shared/moment.js";
import { capitalised, counted, everyKindSaid, poundsWords, timeWords } from "../shared/words.js";
import type { BasisTerms, Grouping, Measured, TimeLine, UnpaidReason } from "./basis.js";
import { limitMinutes } from "./line.js";
import { type NextBand, minutesPaidIn, nextBand, paidMinutesFor } from "./paid-minutes.js";
import { type TableAsRead, boundaryWords, partMinutesWords, rowUsedWords } from "./paid-minutes.words.js";

/** A line of payment as these sentences need it: time, and for a paid line the row, the next row and the amount. */
export type LineFacts =
  | (Extract<TimeLine, { kind: "paid" }> & { readonly row: Row; readonly next: NextBand | null; readonly amount: string })
  | Exclude<TimeLine, { kind: "paid" }>;

/** What the terms say beside the line itself. */
export interface LineAbout {
  readonly paidMinutes: TableAsRead | null;
  readonly most: BasisTerms["most"] | null;
  /** The clause that decides the line, as it is cited; see `lineClause`. */
  readonly source: string | null;
}

/** Which clause decides a line? `null` where no one clause does. */
export function lineClause(line: LineFacts): "paidMinutes" | "basis" | "attendance" | "undelivered" | "rate" | null {
  if (line.kind === "grouped") return "basis";
  if (line.kind === "unpaid") return UNPAID_CLAUSE[line.reason];
  return line.measured === "fixed" ? "undelivered" : "paidMinutes";
}

const UNPAID_CLAUSE: { readonly [R in UnpaidReason]: ReturnType<typeof lineClause> } = {
  "not-attended": "basis",
  "not-required": "attendance",
  "not-completed": "attendance",
  "past-threshold": "attendance",
  undetermined: null,
  "log-out-missing": "basis",
  "surplus-carer": "basis",
  "row-pays-nothing": "paidMinutes",
  "no-row": "paidMinutes",
  // Asked for by whose time is paid, by the outcome or by a visit not completed.
  "no-planned-length": null,
  "no-planned-time": null,
  "no-rate-at-that-time": "rate",
  "no-rule-in-force": null,
  "outside-planned-time": "basis",
  "billed-outside-logged": "basis",
  "no-billed-time": "basis",
  "return-not-known": "basis",
  "service-not-known": null,
  "zone-not-known": "rate",
  "miles-not-known": "rate",
  "lot-not-known": "rate",
  "outcome-pays-nothing": "undelivered",
  "notice-pays-nothing": "undelivered",
  "notice-not-known": "undelivered",
  "hospital-stay-not-known": "undelivered",
  "outside-the-hospital-stay": "undelivered",
  "retainer-conditions-not-met": "undelivered",
  "retainer-conditions-not-known": "undelivered",
  "past-the-retainer": "undelivered",
  "no-rate": "rate",
  "several-rates": "rate",
  "no-price-for-length": "rate",
  "bank-holidays-not-known": "rate",
  "several-rates-in-group": "basis",
};

/** One line of payment: who was there, how long, by which row it is paid, and what a longer stay would pay. Or why it is not paid. */
export function paymentLineWords(line: LineFacts, { paidMinutes, most, source }: LineAbout): string[] {
  const cite = source === null ? "" : ` (${source})`;
  switch (line.kind) {
    case "paid": {
      const counting = line.measured === "logged" && paidMinutes !== null ? `, ${partMinutesWords(paidMinutes)}` : "";
      const capped = line.minutesPaid !== line.banded;
      const limit = line.minutesPaid > line.banded ? "no less is paid than the least" : most === "planned-length" ? "no more than the planned length is paid" : "no more is paid than the most";
      // Minutes that the terms fix, or that are marked to be paid past the table, are in no row of it.
      const table = paidMinutes !== null && line.measured !== "fixed" && minutesPaidIn(paidMinutesFor(line.minutes, paidMinutes)) === line.row.becomes ? paidMinutes : null;
      const row = rowUsedWords(line.minutes, line.row, table, cite);
      const pay = capped
        ? `${capitalised(row)}, but ${limit}: ${counted(line.minutesPaid, "minute")}, ${poundsWords(line.amount)}.`
        : `Paid ${counted(line.minutesPaid, "minute")} for ${counted(line.minutes, "minute")}, ${poundsWords(line.amount)}: ${row}.`;
      const share = line.share === undefined ? [] : [`Of the price of that time, a share of ${line.share} is paid.`];
      const stay = `${stayWords(line)}: ${counted(line.minutes, "minute")}${counting}.`;
      // Fixed minutes go past the table, so no other length is paid otherwise.
      if (line.measured === "fixed") return [stay, `Paid ${counted(line.minutesPaid, "minute")}, ${poundsWords(line.amount)}${cite}.`];
      return [stay, pay, ...share, ...(capped ? [] : otherLengths(boundaryWords(line.minutes, line.next, table), most))];
    }
    case "grouped":
      return [`${stayWords(line)}: ${counted(line.minutes, "minute")}, added up with others before they are paid.`];
    case "unpaid": {
      const { minutes, reason } = line;
      const who = line.carer === null ? "Nothing" : `${line.carer}: nothing`;
      const length = minutes === null ? "" : ` for ${counted(minutes, "minute")}`;
      const byTable = minutes !== null && paidMinutes !== null && (reason === "row-pays-nothing" || reason === "no-row");
      if (!byTable) return [`${who} is paid${length}, because ${UNPAID_SAYS[reason]}${cite}.`];
      const band = paidMinutesFor(minutes, paidMinutes);
      const because = band.kind === "pays-nothing" ? rowUsedWords(minutes, band.row, paidMinutes, cite) : `${UNPAID_SAYS[reason]}${cite}`;
      return [`${who} is paid${length}, because ${because}.`, ...boundaryWords(minutes, nextBand(minutes, paidMinutes), paidMinutes)];
    }
    default:
      return everyKindSaid(line);
  }
}

function stayWords({ carer, measured, from, to }: { carer: string | null; measured: Measured; from: Moment; to: Moment }): string {
  const day = londonDay(from);
  const times = `from ${timeWords(from, day)} to ${timeWords(to, day)}`;
  if (measured === "fixed") return `Minutes that the terms fix, ${times}, are what counts`;
  if (measured === "planned") return `The planned length, ${times}, is what counts`;
  return carer === null ? `At least one carer was there ${times}` : `${carer} was there ${times}`;
}

function otherLengths(sentences: readonly string[], most: BasisTerms["most"] | null): string[] {
  return [...sentences, ...(sentences.length > 0 && most === "planned-length" ? ["No more than the planned length is paid in any case."] : [])];
}

/** Where the least that is paid is above the most, so that the most wins; else nothing. `planned` and `banded` in whole minutes. */
export function leastAboveMostWords({ least, most }: Pick<BasisTerms, "least" | "most">, planned: number, banded: number): string[] {
  if (least === undefined || most === "no-limit" || (banded === 0 && least.whereNothing === "nothing")) return [];
  const [no, more] = [limitMinutes(least.of, planned), limitMinutes(most, planned)];
  return no > more && banded < no ? [`The least that is paid, ${counted(no, "minute")}, is above the most for this visit, ${counted(more, "minute")}: the most is applied after it, and wins.`] : [];
}

/** Which time is paid, whose, and how: `"Actual time is paid (…), each carer's attendance by itself."` */
export function basisWords({ basis, per, surplusCarers }: Pick<BasisTerms, "basis" | "per" | "surplusCarers">, source: string): string {
  const carers = surplusCarers === "earliest" ? "as many as required" : "whoever came";
  const whose =
    typeof per === "object" ? `added up over ${GROUPED_OVER_SAYS[per.over]}`
    : per === "visit" ? "the visit once, by the time at least one carer was there"
    : `each carer's attendance by itself, ${carers}`;
  return `${BASIS_SAYS[typeof basis === "string" ? basis : basis.kind]} is paid (${source}), ${whose}.`;
}

type BasisKind = Extract<BasisTerms["basis"], string> | Exclude<BasisTerms["basis"], string>["kind"];

const BASIS_SAYS: { readonly [B in BasisKind]: string } = {
  actual: "Actual time",
  planned: "The planned length of attended visits",
  "actual-within-planned": "Actual time between planned start and planned end",
  "planned-where-no-actual": "Actual time, or the planned length where none came in time,",
  "billed-within-logged": "Billed time inside the logged time",
};

/** Over how long time is added up, to follow "over". */
export const GROUPED_OVER_SAYS: { readonly [O in Grouping["over"]]: string } = { day: "the day", "calendar-month": "the calendar month", "period-assessed": "the period assessed" };

/** Why nothing is paid, to follow "because". */
export const UNPAID_SAYS: { readonly [R in UnpaidReason]: string } = {
  "not-attended": "nobody came",
  "not-required": "the visit was not required",
  "not-completed": "the visit was not completed, and the council's terms pay nothing for such a visit",
  "past-threshold": "the visit counts as missed, however it was attended",
  undetermined: "what the visit is cannot be determined; it may be payable once it is corrected",
  "log-out-missing": "a log-out is missing; it is payable once that is corrected",
  "surplus-carer": "more carers came than required, and the earliest to log in are paid",
  "row-pays-nothing": "the row for that length pays nothing",
  "no-row": "the contract has no row for that length, or several: what is due cannot be determined",
  "no-planned-length": "the plan has no times, or no end after its start, so there is no planned length to go by",
  "no-planned-time": "the plan has no time to count from: what is due cannot be determined",
  "no-rate-at-that-time": "no rate is named for that time: what is due cannot be determined",
  "no-rule-in-force": "a rule that payment needs is not in force on that day: what is due cannot be determined",
  "outside-planned-time": "the carer was there, but never between planned start and planned end",
  "billed-outside-logged": "the time billed is not inside the time logged; it is payable once that is corrected",
  "no-billed-time": "the time agreed for billing is not known: what is due cannot be determined",
  "return-not-known": "nobody has said whether its actual time came in time: what is due cannot be determined",
  "service-not-known": "its service is not known: what is due cannot be determined",
  "zone-not-known": "its zone is not known: what is due cannot be determined",
  "miles-not-known": "its distance is not known: what is due cannot be determined",
  "lot-not-known": "its lot is not known: what is due cannot be determined",
  "outcome-pays-nothing": "the council's terms pay nothing for what happened",
  "notice-pays-nothing": "the council's terms pay nothing with the notice that was given",
  "notice-not-known": "the time at which notice was given is not known: what is due cannot be determined",
  "hospital-stay-not-known": "the days in hospital are not known: what is due cannot be determined",
  "outside-the-hospital-stay": "the day is not one of the days in hospital that are named: what is due cannot be determined",
  "retainer-conditions-not-met": "the council's conditions for a retainer are not met",
  "retainer-conditions-not-known": "nobody has said whether the conditions for a retainer are met: what is due cannot be determined",
  "past-the-retainer": "no retainer is paid for that day in hospital",
  "no-rate": "no band of the rates holds the visit: what is due cannot be determined",
  "several-rates": "several bands of the rates hold the visit: what is due cannot be determined",
  "no-price-for-length": "the rate has no price for that length, or several: what is due cannot be determined",
  "bank-holidays-not-known": "bank holidays are not known for that year: what is due cannot be determined",
  "several-rates-in-group": "visits of several rates are added up, and the terms do not share out their time: what is due cannot be determined",
};
