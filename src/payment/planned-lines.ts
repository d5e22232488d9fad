import type { Presence } from "../assessment/presence.js";
import { MINUTE } from "../shared/moment.js";
import type { BasisTerms, TimeLine } from "./basis.js";
import { type Planned, isAddedUp, lineOf, mostCarersPaid, placesPaid, unpaid } from "./line.js";
import type { TableSlots } from "./paid-minutes.js";
import type { PaidMinutesTable } from "./paid-minutes-table.js";
import { countedSeconds, wholeMinutes } from "./part-minutes.js";
import type { Share } from "./undelivered.js";

/** The planned length through the table, or a share of it, once for each carer required. */
export function plannedLines(visit: Planned, terms: BasisTerms, table: PaidMinutesTable, share?: Share): readonly TimeLine[] {
  return forEachCarer(visit, terms, plannedLine(visit, null, terms, table, share));
}

/** The planned length in place of actual time: once for the visit where the visit is paid once. */
export function plannedInstead(visit: Planned, terms: BasisTerms, table: PaidMinutesTable): readonly TimeLine[] {
  return terms.per === "visit" ? [plannedLine(visit, null, terms, table)] : plannedLines(visit, terms, table);
}

/** The planned length through the table, once for each carer who came, as far as they are paid; or once for the visit. */
export function plannedLinesOf(visit: Planned, came: readonly Presence[], terms: BasisTerms, table: PaidMinutesTable): readonly TimeLine[] {
  if (terms.per === "visit") return [plannedLine(visit, null, terms, table)];
  const most = placesPaid(visit, terms);
  return came.map(({ carer }, place) => (place >= most ? unpaid(carer, "surplus-carer") : plannedLine(visit, carer, terms, table)));
}

/** A line once for each carer who is paid at most. */
export function forEachCarer(visit: Planned, terms: BasisTerms, line: TimeLine): readonly TimeLine[] {
  return Array.from({ length: mostCarersPaid(visit, terms) }, () => line);
}

/** The planned length, or a share of it, as one line. */
export function plannedLine(visit: Planned, carer: string | null, terms: BasisTerms, table: PaidMinutesTable, share?: Share): TimeLine {
  const { plannedStart: from, plannedEnd: to } = visit;
  if (from === null || to === null || to <= from) return unpaid(carer, "no-planned-length");
  const { partMinutes } = table.terms;
  const stays = [{ logIn: from, logOut: to }];
  const minutes = share === undefined ? wholeMinutes(stays, partMinutes) : wholeMinutesOfShare(to - from, share, partMinutes);
  const time = { carer, measured: "planned", from, to, minutes } as const;
  if (!isAddedUp(terms)) return lineOf(visit, time, terms, table);
  // A log has whole seconds, and so has what a share leaves of a plan: its part of a second is dropped.
  const seconds = share === undefined ? countedSeconds(stays, partMinutes) : Math.floor(((to - from) * share.numerator) / share.denominator);
  return lineOf(visit, { ...time, seconds }, terms, table);
}

function wholeMinutesOfShare(seconds: number, { numerator, denominator }: Share, partMinutes: TableSlots["partMinutes"]): number {
  const part = seconds * numerator;
  const minute = denominator * MINUTE;
  if (partMinutes === "up") return Math.ceil(part / minute);
  return Math.floor((partMinutes === "nearest" ? part + minute / 2 : part) / minute);
}
