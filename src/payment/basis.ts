import type { AttendanceTerms, VisitKind } from "../assessment/attendance.js";
import type { Presence, Stay } from "../assessment/presence.js";
import { MINUTE, type Moment } from "../shared/moment.js";
import type { VisitFacts } from "../visit/visit.js";
import { type PaidMinutesTable, UNANSWERED, lookUp, wholeMinutes } from "./paid-minutes.js";

/** Whose time is paid, and what becomes of time that is not simply one carer's stay. */
export interface BasisTerms {
  /** Actual time, from the logs. */
  readonly basis: "actual";
  /** What goes through the table: each carer's attendance; or the visit once, by the time at least one carer was there. */
  readonly per: "attendance" | "visit";
  /** One carer's several logs in a visit: joined first, or each by itself. */
  readonly sameCarer: "joined" | "each-log";
  /** More carers than required: the earliest to log in are paid, ties by carer id; or all. */
  readonly surplusCarers: "earliest" | "all";
  /** The most that is paid for a line, after the table: no limit, or the planned length in whole minutes. */
  readonly most: "no-limit" | "planned-length";
  /** Nobody came: nothing is paid; or an excused visit pays its planned length through the table, for as many carers as required. */
  readonly undelivered: "nothing" | "excused-planned-length";
}

/** One line of what is paid for a visit, before any rate. */
export type TimeLine =
  | {
      readonly kind: "paid";
      /** The carer paid; `null` when the line is the visit's own or a planned length. */
      readonly carer: string | null;
      /** What was measured: a carer's or the visit's logged time, or the planned length. */
      readonly measured: "logged" | "planned";
      /** From the first log-in to the last log-out of this line; or from planned start to planned end. */
      readonly from: Moment;
      readonly to: Moment;
      /** Whole minutes before the table: the value before rounding is always kept. */
      readonly minutes: number;
      /** What the table gives for them. */
      readonly banded: number;
      /** Minutes paid: `banded`, or less where the terms say "at most". */
      readonly minutesPaid: number;
    }
  | { readonly kind: "unpaid"; readonly carer: string | null; readonly reason: UnpaidReason; /** Whole minutes before the table, where they are known. */ readonly minutes: number | null };

/**
 * Why nothing is paid: nobody came; the visit is not one that is paid; its kind cannot be determined; a log-out is missing;
 * more carers came than required; the row of the table says 0; the table has no row, or several; no planned length to
 * go by; no rate for that time of day; no rule in force on the day.
 */
export type UnpaidReason =
  | "not-attended"
  | "not-required"
  | "not-completed"
  | "past-threshold"
  | "undetermined"
  | "log-out-missing"
  | "surplus-carer"
  | "row-pays-nothing"
  | "no-row"
  | "no-planned-length"
  | "no-rate-at-that-time"
  | "no-rule-in-force";

/**
 * Which lines of time does a visit give, paid and unpaid? Every carer who came stands in one (or, by log, in several);
 * a visit for which nothing is paid at all has one unpaid line without a carer.
 */
export function timeLines(
  visit: Pick<VisitFacts, "carersRequired" | "plannedStart" | "plannedEnd">,
  kind: VisitKind,
  came: readonly Presence[],
  terms: BasisTerms,
  notCompletedPays: AttendanceTerms["notCompletedPays"],
  table: PaidMinutesTable,
): readonly TimeLine[] {
  switch (kind.kind) {
    case "delivered":
    case "open":
      return loggedLines(visit, came, terms, table);
    case "excused":
      if (!kind.attended) return terms.undelivered === "nothing" ? NOT_ATTENDED : plannedLines(visit, terms, table);
      if (notCompletedPays === "nothing") return [unpaid(null, "not-completed")];
      return notCompletedPays === "time-there" ? loggedLines(visit, came, terms, table) : plannedLines(visit, terms, table);
    case "missed":
      return kind.reason === "past-threshold" ? [unpaid(null, "past-threshold")] : NOT_ATTENDED;
    case "not-required":
      return [unpaid(null, "not-required")];
    case "undetermined":
      return [unpaid(null, kind.reason === "no-rule-in-force" ? "no-rule-in-force" : "undetermined")];
  }
}

function unpaid(carer: string | null, reason: UnpaidReason, minutes: number | null = null): TimeLine {
  return { kind: "unpaid", carer, reason, minutes };
}

const NOT_ATTENDED = [unpaid(null, "not-attended")];

type Planned = Pick<VisitFacts, "carersRequired" | "plannedStart" | "plannedEnd">;

function loggedLines(visit: Planned, came: readonly Presence[], terms: BasisTerms, table: PaidMinutesTable): readonly TimeLine[] {
  if (terms.per === "visit") {
    if (came.some((presence) => presence.open)) return [unpaid(null, "log-out-missing")];
    return [loggedLine(visit, null, came.flatMap((presence) => presence.stays), terms, table)];
  }
  const lines: TimeLine[] = [];
  for (let place = 0; place < came.length; place++) {
    const { carer, stays, open } = came[place]!;
    if (terms.surplusCarers === "earliest" && place >= visit.carersRequired) lines.push(unpaid(carer, "surplus-carer"));
    else if (open) lines.push(unpaid(carer, "log-out-missing"));
    else if (terms.sameCarer === "joined") lines.push(loggedLine(visit, carer, stays, terms, table));
    else for (const stay of stays) lines.push(loggedLine(visit, carer, [stay], terms, table));
  }
  return lines;
}

function loggedLine(visit: Planned, carer: string | null, stays: readonly Stay[], terms: BasisTerms, table: PaidMinutesTable): TimeLine {
  let from = stays[0]!.logIn;
  let to = stays[0]!.logOut!;
  for (const { logIn, logOut } of stays) {
    if (logIn < from) from = logIn;
    if (logOut! > to) to = logOut!;
  }
  return bandedLine(visit, { carer, measured: "logged", from, to, minutes: wholeMinutes(stays, table.terms.partMinutes) }, terms, table);
}

/** The planned length through the table, once for each carer required. */
function plannedLines(visit: Planned, terms: BasisTerms, table: PaidMinutesTable): readonly TimeLine[] {
  const { plannedStart: from, plannedEnd: to } = visit;
  const line =
    from === null || to === null || to <= from
      ? unpaid(null, "no-planned-length")
      : bandedLine(visit, { carer: null, measured: "planned", from, to, minutes: wholeMinutes([{ logIn: from, logOut: to }], table.terms.partMinutes) }, terms, table);
  return Array.from({ length: visit.carersRequired }, () => line);
}

type Measured = Pick<TimeLine & { kind: "paid" }, "carer" | "measured" | "from" | "to" | "minutes">;

function bandedLine(visit: Planned, { carer, measured, from, to, minutes }: Measured, terms: BasisTerms, table: PaidMinutesTable): TimeLine {
  const banded = lookUp(minutes, table);
  if (banded === UNANSWERED) return unpaid(carer, "no-row", minutes);
  if (banded === 0) return unpaid(carer, "row-pays-nothing", minutes);
  if (terms.most === "no-limit") return { kind: "paid", carer, measured, from, to, minutes, banded, minutesPaid: banded };
  const planned = plannedMinutes(visit);
  if (planned <= 0) return unpaid(carer, "no-planned-length", minutes);
  return { kind: "paid", carer, measured, from, to, minutes, banded, minutesPaid: Math.min(banded, planned) };
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
