import type { AttendanceTerms, VisitKind } from "../assessment/attendance.js";
import type { Presence } from "../assessment/presence.js";
import { dayText } from "../shared/day.js";
import { MINUTE, asMoment } from "../shared/moment.js";
import type { Outcome } from "../visit/outcome.js";
import { type VisitFacts, plannedDayOf } from "../visit/visit.js";
import type { BasisTerms, BilledWithinLogged, PlannedWhereNoActual, TimeLine } from "./basis.js";
import { type Planned, isAddedUp, lineOf, placesPaid, unpaid } from "./line.js";
import { linesByLog, loggedLine, loggedLines } from "./logged-lines.js";
import type { PaidMinutesTable } from "./paid-minutes-table.js";
import { forEachCarer, plannedInstead, plannedLine, plannedLines, plannedLinesOf } from "./planned-lines.js";
import { type CompiledUndelivered, type SettledPay, type UndeliveredPay, settledPay } from "./undelivered.js";

/**
 * Which lines of time does a visit give, paid and unpaid? Every carer who came stands in one (or, by log, in several);
 * a visit for which nothing is paid at all, or that was done in another, has one unpaid line without a carer.
 */
export function timeLines(
  visit: Planned & Pick<VisitFacts, "outcome">,
  kind: VisitKind,
  came: readonly Presence[],
  terms: BasisTerms,
  notCompletedPays: AttendanceTerms["notCompletedPays"],
  table: PaidMinutesTable,
  undelivered: CompiledUndelivered | null = null,
): readonly TimeLine[] {
  // The time of a visit done in another stands in that other, and is paid there.
  if ("doneIn" in kind) return NOT_ATTENDED;
  if (terms.undelivered === "by-outcome") return linesByOutcome(visit, kind, came, terms, table, undelivered);
  switch (kind.kind) {
    case "delivered":
    case "open":
      return attendedLines(visit, came, terms, table);
    case "excused":
      if (!kind.attended) return terms.undelivered === "nothing" ? NOT_ATTENDED : plannedLines(visit, terms, table);
      if (notCompletedPays === "nothing") return [unpaid(null, "not-completed")];
      return notCompletedPays === "time-there" ? loggedLines(visit, came, terms, table, null) : plannedLines(visit, terms, table);
    case "missed":
      if (kind.reason === "unexplained" && typeof terms.basis === "object" && terms.basis.kind === "planned-where-no-actual") return unexplainedLines(visit, terms, table, terms.basis);
      return kind.reason === "past-threshold" ? [unpaid(null, "past-threshold")] : NOT_ATTENDED;
    case "not-required":
      return [unpaid(null, "not-required")];
    case "undetermined":
      if (kind.reason === "unexplained" && typeof terms.basis === "object" && terms.basis.kind === "planned-where-no-actual") return unexplainedLines(visit, terms, table, terms.basis);
      return [unpaid(null, kind.reason === "no-rule-in-force" ? "no-rule-in-force" : "undetermined")];
  }
}

const NOT_ATTENDED = [unpaid(null, "not-attended")];

/** What is paid where no log came and nothing is recorded, as the council says. */
function unexplainedLines(visit: Planned, terms: BasisTerms, table: PaidMinutesTable, basis: PlannedWhereNoActual): readonly TimeLine[] {
  const settled = unreturned(visit, basis);
  if (settled !== null) return settled;
  if (basis.unexplained === "planned-length") return plannedInstead(visit, terms, table);
  return basis.unexplained === "nothing" ? NOT_ATTENDED : [unpaid(null, "undetermined")];
}

/** Without a log: actual time that came in time says that nobody was there, and where nobody said whether it came, it may come yet. `null` where none came in time. */
function unreturned(visit: Planned, { inTime }: PlannedWhereNoActual): readonly TimeLine[] | null {
  if (inTime === "any-log") return null;
  const returned = cameInTime(visit, inTime);
  return returned === undefined ? [unpaid(null, "return-not-known")] : returned ? NOT_ATTENDED : null;
}

/** The lines of a visit where the clause `undelivered` answers for what did not go to plan. */
function linesByOutcome(visit: Planned & Pick<VisitFacts, "outcome">, kind: VisitKind, came: readonly Presence[], terms: BasisTerms, table: PaidMinutesTable, undelivered: CompiledUndelivered | null): readonly TimeLine[] {
  const delivered = kind.kind === "delivered" || kind.kind === "open";
  if (delivered && came.length >= visit.carersRequired) return attendedLines(visit, came, terms, table);
  if (undelivered === null) return [unpaid(null, "no-rule-in-force")];
  if ("reason" in kind && kind.reason === "unexplained" && typeof terms.basis === "object" && terms.basis.kind === "planned-where-no-actual") {
    const settled = unreturned(visit, terms.basis);
    if (settled !== null) return settled;
  }
  const pay = delivered ? undelivered.terms.tooFewCarers : payFor(kind, visit.outcome, undelivered);
  if (pay === "those-who-came") return attendedLines(visit, came, terms, table);
  return pay === null ? [unpaid(null, kind.kind === "undetermined" && kind.reason === "no-rule-in-force" ? "no-rule-in-force" : "undetermined")] : linesFor(visit, came, settledPay(visit, pay), terms, table, undelivered);
}

/** What the terms pay for a visit that was not delivered; `null` where it is not known what happened. */
function payFor(kind: VisitKind, outcome: Outcome | null, { terms }: CompiledUndelivered): UndeliveredPay | null {
  switch (kind.kind) {
    case "excused":
    case "not-required":
      return kind.outcome === null ? null : terms.outcomes[kind.outcome];
    case "missed":
      if (kind.reason === "done-in-another") return null;
      return kind.reason === "unexplained" ? terms.unexplained : kind.reason === "past-threshold" ? terms.pastThreshold : terms.outcomes[kind.reason];
    case "undetermined":
      // Not knowing whether a visit counts as missed is no reason not to know what it is paid.
      if (kind.reason === "unexplained") return terms.unexplained;
      return kind.reason === "undecided-outcome" && outcome !== null ? terms.outcomes[outcome] : null;
    default:
      return null;
  }
}

function linesFor(visit: Planned, came: readonly Presence[], pay: SettledPay, terms: BasisTerms, table: PaidMinutesTable, { shares }: CompiledUndelivered): readonly TimeLine[] {
  switch (pay.kind) {
    case "unpaid":
      return [unpaid(null, pay.reason)];
    case "actual-time":
      return came.length === 0 ? NOT_ATTENDED : loggedLines(visit, came, terms, table, null);
    case "planned-length":
      return plannedLines(visit, terms, table);
    case "fixed-minutes": {
      const from = visit.plannedStart;
      if (from === null) return [unpaid(null, "no-planned-time")];
      const measured = { carer: null, measured: "fixed", from, to: asMoment(from + pay.minutes * MINUTE), minutes: pay.minutes } as const;
      return forEachCarer(visit, terms, isAddedUp(terms) ? lineOf(visit, measured, terms, table) : { kind: "paid", ...measured, banded: pay.minutes, minutesPaid: pay.minutes });
    }
    case "share-of-planned":
      if (pay.of === "length") return plannedLines(visit, terms, table, shares.get(pay.share)!);
      return plannedLines(visit, terms, table).map((line) => (line.kind !== "paid" || pay.share === "1" ? line : { ...line, share: pay.share }));
  }
}

/** The lines of a visit that carers attended, by the time that the basis names. */
function attendedLines(visit: Planned, came: readonly Presence[], terms: BasisTerms, table: PaidMinutesTable): readonly TimeLine[] {
  const { basis } = terms;
  if (basis === "actual") return loggedLines(visit, came, terms, table, null);
  if (basis === "planned") return plannedLinesOf(visit, came, terms, table);
  if (basis === "actual-within-planned") {
    const { plannedStart: from, plannedEnd: to } = visit;
    if (from === null || to === null || to <= from) return [unpaid(null, "no-planned-length")];
    return loggedLines(visit, came, terms, table, { from, to, nothing: "outside-planned-time" });
  }
  return basis.kind === "planned-where-no-actual" ? returnedLines(visit, came, terms, table, basis) : billedLines(visit, came, terms, table, basis);
}

function returnedLines(visit: Planned, came: readonly Presence[], terms: BasisTerms, table: PaidMinutesTable, { inTime, missingLogOut }: PlannedWhereNoActual): readonly TimeLine[] {
  const returned = inTime === "any-log" || cameInTime(visit, inTime);
  if (returned === undefined) return [unpaid(null, "return-not-known")];
  if (!returned) return plannedInstead(visit, terms, table);
  if (missingLogOut === "unpaid" || !came.some((presence) => presence.open)) return loggedLines(visit, came, terms, table, null);
  // Of the visit as a whole the time is not known; of each carer it is, but for those without a log-out.
  if (terms.per === "visit") return plannedInstead(visit, terms, table);
  const most = placesPaid(visit, terms);
  return came.flatMap((presence, place) => {
    const { carer, stays, open } = presence;
    if (place >= most) return [unpaid(carer, "surplus-carer")];
    if (open) return [plannedLine(visit, carer, terms, table)];
    return terms.sameCarer === "joined" ? [loggedLine(visit, carer, stays, terms, table, null)] : linesByLog(visit, presence, terms, table, null);
  });
}

/** Did actual time come in time? `undefined` when nobody said. */
export function cameInTime(visit: Planned, inTime: Exclude<PlannedWhereNoActual["inTime"], "any-log">): boolean | undefined {
  if (inTime === "as-the-visit-says") return visit.returnedInTime;
  // Days as YYYY-MM-DD compare as text.
  return visit.returnedOn === undefined ? undefined : visit.returnedOn <= dayText(plannedDayOf(visit)! + inTime.days);
}

function billedLines(visit: Planned, came: readonly Presence[], terms: BasisTerms, table: PaidMinutesTable, { outside }: BilledWithinLogged): readonly TimeLine[] {
  const { billedStart: from, billedEnd: to } = visit;
  if (from === undefined || to === undefined) return [unpaid(null, "no-billed-time")];
  return loggedLines(visit, came, terms, table, { from, to, nothing: "billed-outside-logged", whole: outside === "unpaid" });
}
