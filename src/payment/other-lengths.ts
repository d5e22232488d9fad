import type { VisitKind } from "../assessment/attendance.js";
import { MINUTE, type Moment } from "../shared/moment.js";
import type { BasisTerms, TimeLine } from "./basis.js";
import { type Planned, asksPlanned, limited, plannedMinutes } from "./line.js";
import { type NextBand, type PaidMinutesTerms, nextPaid, shorterPaid } from "./paid-minutes.js";
import { wholeMinutes } from "./part-minutes.js";
import type { UndeliveredTerms } from "./undelivered.js";

/** What decides, beside the table, what a shorter or longer stay would be paid. */
export interface LengthLimits extends Pick<BasisTerms, "least" | "most"> {
  /** The planned length in whole minutes; 0 or less where there is none. */
  readonly planned: number;
  /** The longest time that can count, in whole minutes, and inside what it must lie; `null` where all time counts. */
  readonly longest: { readonly minutes: number; readonly inside: "planned" | "billed" } | null;
  /** Paid by its whole minutes, past the table. */
  readonly pastTable: boolean;
}

/** What a length of time is paid by the table, in whole minutes; `null` where it gives no answer. */
export type BandedAt = (minutes: number) => number | null;

/**
 * What bounds the pay of other lengths of a line? `null` where no other length of stay is known to be paid otherwise: what
 * counts was not logged, is added up with others, or must be inside the logs to be paid at all.
 */
export function lengthLimits(
  line: TimeLine,
  visit: Planned,
  kind: VisitKind["kind"],
  came: number,
  terms: BasisTerms,
  table: Pick<PaidMinutesTerms, "partMinutes" | "roundingSwitch">,
  tooFewCarers: UndeliveredTerms["tooFewCarers"] | null,
): LengthLimits | null {
  const logged = line.kind === "paid" ? line.measured === "logged" : line.kind === "unpaid" && line.minutes !== null && line.measured === undefined;
  if (!logged || typeof terms.per === "object") return null;
  const window = countsInside(visit, kind, came, terms, tooFewCarers);
  if (window !== null && typeof terms.basis === "object" && terms.basis.kind === "billed-within-logged" && terms.basis.outside === "unpaid") return null;
  return {
    ...(terms.least === undefined ? {} : { least: terms.least }),
    most: terms.most,
    planned: plannedMinutes(visit),
    longest: window === null ? null : { minutes: wholeMinutes([{ logIn: window.from, logOut: window.to }], table.partMinutes), inside: window.inside },
    pastTable: table.roundingSwitch === "by-visit" && visit.ignoresRounding === true,
  };
}

/** Between which moments must logged time lie to count? `null`: it counts wherever it lies, as does that of a visit that was not delivered. */
export function countsInside(
  visit: Planned,
  kind: VisitKind["kind"],
  came: number,
  { basis, undelivered }: BasisTerms,
  tooFewCarers: UndeliveredTerms["tooFewCarers"] | null,
): { readonly from: Moment; readonly to: Moment; readonly inside: "planned" | "billed" } | null {
  if (kind !== "delivered" && kind !== "open") return null;
  if (undelivered === "by-outcome" && came < visit.carersRequired && tooFewCarers !== "those-who-came") return null;
  const { plannedStart, plannedEnd, billedStart, billedEnd } = visit;
  if (basis === "actual-within-planned") return plannedStart === null || plannedEnd === null ? null : { from: plannedStart, to: plannedEnd, inside: "planned" };
  if (typeof basis === "string" || basis.kind !== "billed-within-logged" || billedStart === undefined || billedEnd === undefined) return null;
  return { from: billedStart, to: billedEnd, inside: "billed" };
}

/** What would a length in whole minutes be paid, by the table and then by the limits? `null`: cannot be determined. */
export function paidAt(minutes: number, banded: BandedAt, limits: LengthLimits): number | null {
  const byTable = limits.pastTable ? minutes : banded(minutes);
  if (byTable === null) return null;
  if (byTable === 0 && limits.least?.whereNothing !== "the-least") return 0;
  return limits.planned <= 0 && asksPlanned(limits) ? null : limited(byTable, limits.planned, limits);
}

/** The nearest longer length that would be paid otherwise, of those that can count. */
export function nextLength(minutes: number, banded: BandedAt, limits: LengthLimits): NextBand | null {
  return nextPaid(minutes, (other) => paidAt(other, banded, limits), limits.longest?.minutes);
}

/** The nearest shorter length that would be paid otherwise. */
export function shorterLength(minutes: number, banded: BandedAt, limits: LengthLimits): NextBand | null {
  return shorterPaid(minutes, (other) => paidAt(other, banded, limits));
}

/** Is time there cut to whole minutes, so that a part-minute is lost or gained? */
export function hasPartMinutes({ from, to, minutes }: { readonly from: Moment; readonly to: Moment; readonly minutes: number }): boolean {
  return from % MINUTE !== 0 || to % MINUTE !== 0 || to - from !== minutes * MINUTE;
}
