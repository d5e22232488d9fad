import { dateOf, dayNumberOf, dayText } from "../shared/day.js";
import { MINUTE } from "../shared/moment.js";
import type { PaymentFacts } from "../visit/payment-facts.js";
import { type VisitFacts, plannedDayOf } from "../visit/visit.js";
import type { BasisTerms, GroupKey, Grouping, PaidLimit, TimeLine, UnpaidReason } from "./basis.js";
import { type PaidMinutesTable, UNANSWERED, lookUp } from "./paid-minutes-table.js";

/** What the lines of a visit are made of. */
export type Planned = Pick<VisitFacts, "carersRequired" | "plannedStart" | "plannedEnd" | "plannedDay"> & PaymentFacts;

/** Time that was measured, before the table. */
export type MeasuredTime = Pick<TimeLine & { kind: "paid" }, "carer" | "measured" | "from" | "to" | "minutes"> & { /** Those of the minutes, where time is added up. */ readonly seconds?: number };

/** A line that is not paid, with its reason. */
export function unpaid(carer: string | null, reason: UnpaidReason, minutes: number | null = null): TimeLine {
  return { kind: "unpaid", carer, reason, minutes };
}

/** The same for time that was measured. What nobody logged is marked as such. */
function unpaidTime({ carer, measured, minutes }: MeasuredTime, reason: UnpaidReason): TimeLine {
  return measured === "logged" ? unpaid(carer, reason, minutes) : { kind: "unpaid", carer, reason, minutes, measured };
}

/** The line of measured time: through the table, then the least and the most; or into its group. */
export function lineOf(visit: Planned, time: MeasuredTime, terms: BasisTerms, table: PaidMinutesTable): TimeLine {
  const { carer, measured, from, to, minutes } = time;
  if (isAddedUp(terms)) return groupedLine(visit, time, terms, terms.per);
  if (table.terms.roundingSwitch === "by-visit" && visit.ignoresRounding === true) return limitedLine(visit, time, minutes, terms);
  const banded = lookUp(minutes, table);
  if (banded === UNANSWERED) return unpaidTime(time, "no-row");
  if (banded === 0 && terms.least?.whereNothing !== "the-least") return unpaidTime(time, "row-pays-nothing");
  if (terms.most !== "no-limit" || terms.least !== undefined) return limitedLine(visit, time, banded, terms);
  return { kind: "paid", carer, measured, from, to, minutes, banded, minutesPaid: banded };
}

function limitedLine(visit: Planned, time: MeasuredTime, banded: number, terms: BasisTerms): TimeLine {
  const { carer, measured, from, to, minutes } = time;
  const planned = plannedMinutes(visit);
  if (planned <= 0 && asksPlanned(terms)) return unpaidTime(time, "no-planned-length");
  const minutesPaid = limited(banded, planned, terms);
  if (minutesPaid === 0) return unpaidTime(time, "row-pays-nothing");
  return { kind: "paid", carer, measured, from, to, minutes, banded, minutesPaid };
}

/** Does the least or the most ask for the planned length? */
export function asksPlanned({ least, most }: Pick<BasisTerms, "least" | "most">): boolean {
  return isOfThePlan(most) || isOfThePlan(least?.of);
}

/** Is a limit the planned length, or that and minutes more? */
export function isOfThePlan(limit: PaidLimit | "no-limit" | undefined): boolean {
  return limit !== undefined && limit !== "no-limit" && (limit === "planned-length" || limit.kind === "planned-plus");
}

/** What is paid after the least and then the most: what the table pays, and the planned length, in whole minutes. */
export function limited(banded: number, planned: number, { least, most }: Pick<BasisTerms, "least" | "most">): number {
  const atLeast = least === undefined || (banded === 0 && least.whereNothing === "nothing") ? banded : Math.max(banded, limitMinutes(least.of, planned));
  return most === "no-limit" ? atLeast : Math.min(atLeast, limitMinutes(most, planned));
}

/** A limit in whole minutes. */
export function limitMinutes(limit: PaidLimit, planned: number): number {
  if (limit === "planned-length") return planned;
  return limit.kind === "minutes" ? limit.minutes : planned + limit.minutes;
}

/** Is time added up before it goes through the table? */
export function isAddedUp(terms: BasisTerms): terms is BasisTerms & { readonly per: Grouping } {
  return typeof terms.per === "object";
}

function groupedLine(visit: Planned, time: MeasuredTime, terms: BasisTerms, { over, carers, services, partMinutes }: Grouping): TimeLine {
  const { carer, measured, from, to, minutes } = time;
  const planned = plannedMinutes(visit);
  if (planned <= 0 && asksPlanned(terms)) return unpaidTime(time, "no-planned-length");
  if (services === "each" && visit.service === undefined) return unpaidTime(time, "service-not-known");
  const group: GroupKey = { over, firstDay: firstDayOf(visit, over), carer: carers === "each" ? carer : null, service: services === "each" ? visit.service! : null };
  const seconds = partMinutes === "of-the-sum" ? (time.seconds ?? minutes * MINUTE) : minutes * MINUTE;
  return { kind: "grouped", carer, measured, from, to, minutes, seconds, planned, group };
}

function firstDayOf(visit: Planned, over: Grouping["over"]): GroupKey["firstDay"] {
  if (over === "period-assessed") return null;
  const day = plannedDayOf(visit)!;
  if (over === "day") return dayText(day);
  const { year, month } = dateOf(day);
  return dayText(dayNumberOf(year, month, 1));
}

/** The planned length in whole minutes, part-minutes dropped; 0 or less when there is none, or the planned end is not after the start. */
export function plannedMinutes(visit: Pick<VisitFacts, "plannedStart" | "plannedEnd">): number {
  if (visit.plannedStart === null || visit.plannedEnd === null) return 0;
  return Math.floor((visit.plannedEnd - visit.plannedStart) / MINUTE);
}

/** Minutes paid over all lines. */
export function minutesPaidOver(lines: readonly TimeLine[]): number {
  let sum = 0;
  for (const line of lines) if (line.kind === "paid") sum += line.minutesPaid;
  return sum;
}

/** How many carers of a visit are paid at most. */
export function mostCarersPaid({ carersRequired }: Pick<VisitFacts, "carersRequired">, { mostCarers }: BasisTerms): number {
  return mostCarers === undefined || mostCarers > carersRequired ? carersRequired : mostCarers;
}

/** From which place on, in the order in which they came, are carers not paid? */
export function placesPaid(visit: Planned, terms: BasisTerms): number {
  return terms.surplusCarers === "earliest" ? mostCarersPaid(visit, terms) : Infinity;
}
