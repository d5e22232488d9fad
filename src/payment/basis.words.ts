import type { Row } from "../contract/rows.js";
import { MINUTE } from "../shared/moment.js";
import { capitalised, counted, everyKindSaid, lengthWords, poundsWords } from "../shared/words.js";
import { type ReadingsSetting, readSoWords } from "../contract/reading.words.js";
import { type BasisTerms, type Grouping, type TimeLine, UNPAID_REASONS, type UnpaidReason } from "./basis.js";
import { limitMinutes } from "./line.js";
import { type LengthLimits, hasPartMinutes } from "./other-lengths.js";
import { type NextBand, minutesPaidIn, paidMinutesFor } from "./paid-minutes.js";
import { boundaryWords, nextWords, rowUsedWords } from "./paid-minutes.words.js";
import { type StayAbout, countedWords, stayWords } from "./line.words.js";

/** A line of payment as these sentences need it: time, and for a paid line the row, the next row and the amount. */
export type LineFacts =
  | (Extract<TimeLine, { kind: "paid" }> & { readonly row: Row; readonly next: NextBand | null; readonly amount: string })
  | Exclude<TimeLine, { kind: "paid" }>;

/** What the terms and the visit say beside the line itself. */
export interface LineAbout extends StayAbout {
  readonly limits: Pick<BasisTerms, "least" | "most"> | null;
  /** The planned length in whole minutes; `null` where it is not known. */
  readonly planned: number | null;
  /** What bounds the pay of other lengths; `null` where none is known to be paid otherwise. */
  readonly lengths: LengthLimits | null;
  /** The clause that decides the line, as it is cited; see `lineClause`. */
  readonly source: string | null;
  /** The readings by which that clause is read so, to follow it; empty where none is. */
  readonly readSo?: string;
  /** Why the planned length counts, in a sentence; left out where the terms say no more. */
  readonly why?: string;
  /** Where what is paid cannot be determined: is it what the visit is that is not known, or what the terms pay for it? Left out where nobody can tell. */
  readonly open?: "the-visit" | "its-pay";
}

/** Which clause decides a line? `null` where no one clause does. */
export function lineClause(line: LineFacts): "paidMinutes" | "basis" | "attendance" | "undelivered" | "rate" | null {
  if (line.kind === "grouped") return "basis";
  if (line.kind === "unpaid") return UNPAID_CLAUSE[line.reason];
  return line.measured === "fixed" ? "undelivered" : "paidMinutes";
}

const UNPAID_CLAUSE: { readonly [R in UnpaidReason]: ReturnType<typeof lineClause> } = {
  "not-attended": "basis",
  "not-required": "basis",
  "not-completed": "attendance",
  // No clause is quoted for it: nothing in the data pays for such a visit.
  "past-threshold": null,
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
export function paymentLineWords(line: LineFacts, about: LineAbout): string[] {
  const { paidMinutes, lengths, source, readSo = "", open } = about;
  const why = about.why === undefined ? [] : [about.why];
  const cite = `${source === null ? "" : ` (${source})`}${readSo}`;
  switch (line.kind) {
    case "paid": {
      const stay = `${stayWords(line, about)}: ${countedWords(line, about)}.`;
      // Minutes that the terms fix, or that are marked to be paid past the table, are in no row of it.
      if (line.measured === "fixed") return [stay, `Paid ${counted(line.minutesPaid, "minute")}, ${poundsWords(line.amount)}${cite}.`];
      const table = paidMinutes !== null && minutesPaidIn(paidMinutesFor(line.minutes, paidMinutes)) === line.row.becomes ? paidMinutes : null;
      const row = rowUsedWords(line.minutes, line.row, table, cite);
      const limit = limitWords(line, about);
      const pay =
        limit === null
          ? `Paid ${counted(line.minutesPaid, "minute")} for ${counted(line.minutes, line.measured === "planned" ? "planned minute" : "minute")}, ${poundsWords(line.amount)}: ${row}.`
          : `${capitalised(row)}, but ${limit}: ${counted(line.minutesPaid, "minute")}, ${poundsWords(line.amount)}.`;
      const share = line.share === undefined ? [] : [`Of the price of that time, a share of ${line.share} is paid.`];
      return [stay, ...why, pay, ...share, ...otherLengthsWords(line, about)];
    }
    case "grouped":
      return [`${stayWords(line, about)}: ${line.seconds === line.minutes * MINUTE ? countedWords(line, about) : `${lengthWords(line.seconds)}, with the seconds kept`}. They are added up with others over ${GROUPED_OVER_SAYS[line.group.over]} before they are paid${cite}.`, ...why];
    case "unpaid": {
      const { minutes, reason } = line;
      const byTable = minutes !== null && paidMinutes !== null && (reason === "row-pays-nothing" || reason === "no-row");
      if (!byTable) return [notPaidWords(reason, line.carer, minutes, cite, reason === "undetermined" && open !== undefined ? OPEN_SAYS[open] : undefined)];
      const band = paidMinutesFor(minutes, paidMinutes);
      const because = band.kind === "pays-nothing" ? rowUsedWords(minutes, band.row, paidMinutes, cite) : `${UNPAID_SAYS[reason]}${cite}`;
      return [notPaidWords(reason, line.carer, minutes, "", because), ...(lengths === null ? [] : boundaryWords(minutes, paidMinutes, lengths))];
    }
    default:
      return everyKindSaid(line);
  }
}

/** Why a line is not paid, or why what is paid for it cannot be determined. `says` in place of the reason's own words. */
export function notPaidWords(reason: UnpaidReason, carer: string | null, minutes: number | null, cite: string, says = UNPAID_SAYS[reason]): string {
  const length = minutes === null ? "" : counted(minutes, "minute");
  if (UNPAID_REASONS[reason] === "nothing") return `${carer === null ? "Nothing" : `${carer}: nothing`} is paid${length === "" ? "" : ` for ${length}`}, because ${says}${cite}.`;
  const whom = [...(carer === null ? [] : [carer]), ...(length === "" ? [] : [length])].join(", ");
  const what = `What is paid${whom === "" ? "" : ` for ${whom}${carer !== null && length !== "" ? "," : ""}`}`;
  return `${what} ${reason === "log-out-missing" ? "is not known until the log-out is supplied" : "cannot be determined"}: ${says}${cite}.`;
}

/** Which limit decides what a line is paid, and not its row; `null` where none does. */
function limitWords({ minutesPaid, banded }: Extract<LineFacts, { kind: "paid" }>, { limits, planned }: LineAbout): string | null {
  const both = limits === null || planned === null ? null : leastAboveMost(limits, planned, banded);
  if (both !== null) return `the least that is paid, ${counted(both.least, "minute")}, is above the most for this visit, ${counted(both.most, "minute")}, and the most is applied after it`;
  if (minutesPaid === banded) return null;
  if (minutesPaid > banded) return "no less is paid than the least";
  return limits?.most === "planned-length" ? "no more than the planned length is paid" : "no more is paid than the most";
}

/** The least and the most where the least is the higher and would have been paid. */
function leastAboveMost({ least, most }: Pick<BasisTerms, "least" | "most">, planned: number, banded: number): { readonly least: number; readonly most: number } | null {
  if (least === undefined || most === "no-limit" || (banded === 0 && least.whereNothing === "nothing")) return null;
  const [no, more] = [limitMinutes(least.of, planned), limitMinutes(most, planned)];
  return no > more && banded < no ? { least: no, most: more } : null;
}

/** What other lengths of stay would have been paid; nothing where none is known to be paid otherwise. */
function otherLengthsWords(line: Extract<LineFacts, { kind: "paid" }>, { paidMinutes, lengths }: LineAbout): string[] {
  if (lengths !== null && paidMinutes !== null) return boundaryWords(line.minutes, paidMinutes, lengths, hasPartMinutes(line));
  return line.next === null ? [] : [nextWords(line.next)];
}

/** Which time is paid, whose, and how, and by which readings: `"Actual time is what counts (…), each carer's attendance by itself."` */
export function basisWords({ basis, per, surplusCarers, readings = {} }: Pick<BasisTerms, "basis" | "per" | "surplusCarers"> & { readonly readings?: ReadingsSetting }, source: string): string {
  const read = (field: string): string => readSoWords([field], readings);
  const carers = `${surplusCarers === "earliest" ? "as many as required" : "whoever came"}${read("surplusCarers")}`;
  const whose =
    typeof per === "object" ? `added up over ${GROUPED_OVER_SAYS[per.over]}${read("per")}`
    : per === "visit" ? `the visit once, by the time at least one carer was there${read("per")}`
    : `each carer's attendance by itself${read("per")}, ${carers}`;
  return `${BASIS_SAYS[typeof basis === "string" ? basis : basis.kind]} is what counts (${source})${read("basis")}, ${whose}.`;
}

/** What of the pay cannot be determined, to follow a colon. */
const OPEN_SAYS: { readonly [O in NonNullable<LineAbout["open"]>]: string } = {
  "the-visit": "it cannot be determined what the visit is",
  "its-pay": "the council's terms leave undetermined what such a visit pays",
};

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

/** Why nothing is paid, to follow "because"; or why what is paid cannot be determined, to follow a colon. */
export const UNPAID_SAYS: { readonly [R in UnpaidReason]: string } = {
  "not-attended": "nobody came",
  "not-required": "the visit was not required, and nobody attended it",
  "not-completed": "the visit was not completed, and the council's terms pay nothing for such a visit",
  "past-threshold": "the visit counts as missed, however it was attended, and nothing in the council's data pays for such a visit",
  undetermined: "what the visit is, or what the contract pays for it, is not known",
  "log-out-missing": "the time that carers were there is what is paid, and it is not known how long that was",
  "surplus-carer": "more carers came than required, and the earliest to log in are paid",
  "row-pays-nothing": "the row for that length pays nothing",
  "no-row": "the contract has no row for that length, or several",
  "no-planned-length": "the plan has no times, or no end after its start, so there is no planned length to go by",
  "no-planned-time": "the plan has no time to count from",
  "no-rate-at-that-time": "no rate is named for that time",
  "no-rule-in-force": "a rule that payment needs is not in force on that day",
  "outside-planned-time": "the carer was there, but never between planned start and planned end",
  "billed-outside-logged": "the time billed is not inside the time logged; correct the one or the other",
  "no-billed-time": "the time agreed for billing is not known",
  "return-not-known": "nobody has said whether its actual time came in time",
  "service-not-known": "its service is not known",
  "zone-not-known": "its zone is not known",
  "miles-not-known": "its distance is not known",
  "lot-not-known": "its lot is not known",
  "outcome-pays-nothing": "the council's terms pay nothing for what happened",
  "notice-pays-nothing": "the council's terms pay nothing with the notice that was given",
  "notice-not-known": "the time at which notice was given is not known",
  "hospital-stay-not-known": "the days in hospital are not known",
  "outside-the-hospital-stay": "the day is not one of the days in hospital that are named",
  "retainer-conditions-not-met": "the council's conditions for a retainer are not met",
  "retainer-conditions-not-known": "nobody has said whether the conditions for a retainer are met",
  "past-the-retainer": "no retainer is paid for that day in hospital",
  "no-rate": "the bands of the rates do not hold all of it",
  "several-rates": "several bands of the rates hold the same part of it, or all",
  "no-price-for-length": "the rate has no price for that length, or several",
  "bank-holidays-not-known": "bank holidays are not known for that year",
  "several-rates-in-group": "visits of several rates are added up, and the terms do not share out their time",
};
