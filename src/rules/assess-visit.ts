import type { VisitKind } from "../assessment/attendance.js";
import { type Punctuality, distanceToLimit, distanceToWindow } from "../assessment/punctuality.js";
import type { Row } from "../contract/rows.js";
import type { TimeLine } from "../payment/basis.js";
import { type NextBand, nextBand, paidMinutesFor } from "../payment/paid-minutes.js";
import { rateApplies } from "../payment/rate.js";
import { exactPounds, lineUnits } from "../payment/statement.js";
import { type PerformanceEffect, performanceEffect } from "../performance/effect.js";
import { dayNumber } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import { type Visit, type VisitInput, readVisit } from "../visit/visit.js";
import { assess } from "./assess.js";
import { type Rules, rulesOn } from "./compile.js";
import type { DayRules } from "./day-rules.js";
import { restsOn } from "./rests-on.js";

/** What a visit is, whether it was on time, what is paid for it, and on which readings that rests. */
export interface VisitAssessment<CallType extends string = string> {
  readonly visit: Visit<CallType>;
  readonly kind: VisitKind;
  readonly carers: {
    readonly required: number;
    /** Different carers who came, in order of their first log-in. */
    readonly came: readonly string[];
    /** Attended by fewer different carers than required. */
    readonly understaffed: boolean;
  };
  readonly punctuality: Punctuality & {
    /** The limit next to the arrival, and how many seconds it is away; `null` where there is no arrival to measure. */
    readonly nearest: { readonly limit: "early" | "late"; readonly seconds: number } | null;
  };
  readonly payment: {
    readonly lines: readonly PaymentLine[];
    /** Over all paid lines. */
    readonly minutesPaid: number;
    /** Pounds over all paid lines: exact unless the terms round each line. */
    readonly amount: DecimalText;
  };
  /** What the visit counts for performance; `null` where the council has no such clause. */
  readonly performance: PerformanceEffect | null;
  /** Each reading of which another choice, all else equal, would change kind, punctuality class or paid minutes. */
  readonly restsOn: readonly { readonly reading: string; readonly clause: string; readonly adopted: string }[];
}

/** One line of payment. Nothing is left out: what is not paid stands here with its reason. */
export type PaymentLine =
  | (TimeLine & { readonly kind: "paid" } & {
      /** The row of the table that was used. */
      readonly row: Row;
      /** The next length that would be paid differently. */
      readonly next: NextBand | null;
      /** Pounds, `"10.5075"`: exact unless the terms round each line. */
      readonly amount: DecimalText;
    })
  | (TimeLine & { readonly kind: "unpaid" });

/**
 * Was this visit attended, was it on time, what is paid for it, and on which of the council's readings does that rest?
 *
 * Times may be a `Date`, a Temporal object, a `Moment` or text; text without an offset is London wall time. The rules are
 * those in force on the London day of the planned start. Throws when the visit cannot be read (see `readVisit`).
 *
 * @example
 * ```ts
 * const assessment = assessVisit(
 *   {
 *     callType: "critical",
 *     plannedStart: "2026-03-16T08:00",
 *     plannedEnd: "2026-03-16T09:00",
 *     attendances: [{ carer: "C1", logIn: "2026-03-16T08:15:01", logOut: "2026-03-16T09:11:10" }],
 *   },
 *   compile(leicester),
 * );
 * assessment.punctuality.class; // => "late"
 * assessment.payment.amount; // => "14.01"
 * assessment.restsOn.map(({ reading }) => reading); // => ["exactly-56"]
 * ```
 */
export function assessVisit<CallType extends string>(input: VisitInput<NoInfer<CallType>>, rules: Rules<CallType>): VisitAssessment<CallType> {
  const visit = readVisit<CallType>(input, rules.callTypes);
  const day = rulesOn(rules, dayNumber(visit.day));
  const assessed = assess(visit, day);
  const { kind, came, punctuality } = assessed;
  const bits = restsOn(visit, assessed, day);
  const lines = assessed.lines.map((line) => paymentLine(line, day, rules.unitsPerPenny));
  let [minutesPaid, units] = [0, 0];
  for (const line of lines) {
    if (line.kind !== "paid") continue;
    minutesPaid += line.minutesPaid;
    units += unitsOf(line, day, rules.unitsPerPenny)!;
  }
  const understaffed = isUnderstaffed(kind, came.length, visit.carersRequired);
  return {
    visit,
    kind,
    carers: { required: visit.carersRequired, came: came.map(({ carer }) => carer), understaffed },
    punctuality: { ...punctuality, nearest: nearestLimit(punctuality) },
    payment: { lines, minutesPaid, amount: exactPounds(units, rules.unitsPerPenny) },
    performance: effectOf(visit, kind, understaffed, day),
    restsOn: rules.visitReadings.filter((_, i) => (bits & (1 << i)) !== 0).map(({ reading, clause, adopted }) => ({ reading, clause, adopted })),
  };
}

function nearestLimit(punctuality: Punctuality): VisitAssessment["punctuality"]["nearest"] {
  if ("seconds" in punctuality) return distanceToLimit(punctuality.seconds, punctuality.tolerance);
  return "window" in punctuality ? distanceToWindow(punctuality.arrival, punctuality.window) : null;
}

/** A delivered or open visit to which fewer different carers came than required. */
export function isUnderstaffed(kind: VisitKind, came: number, required: number): boolean {
  if (kind.kind === "delivered") return came < required && kind.doneIn === undefined;
  return kind.kind === "open" && came < required;
}

/** What a visit counts for performance by the rules of its day; `null` where the council has no such clause. */
export function effectOf(visit: Pick<Visit, "outcome" | "fault">, kind: VisitKind, understaffed: boolean, { performanceEffects }: Pick<DayRules, "performanceEffects">): PerformanceEffect | null {
  if (performanceEffects === null) return null;
  if (performanceEffects === "not-in-force") return { kind: "undetermined", case: null, reason: "no-rule-in-force" };
  return performanceEffect(visit, kind, understaffed, performanceEffects);
}

/** The units a paid line costs, after any rounding of lines; `null` where no rate or no statement terms apply. */
export function unitsOf(line: TimeLine & { kind: "paid" }, { rate, statement }: DayRules, unitsPerPenny: number): number | null {
  if (rate === null || statement === null || !rateApplies(line.from, line.to, rate)) return null;
  return lineUnits(line.minutesPaid * rate.unitsPerMinute, unitsPerPenny, statement);
}

function paymentLine(line: TimeLine, day: DayRules, unitsPerPenny: number): PaymentLine {
  if (line.kind === "unpaid") return line;
  const units = unitsOf(line, day, unitsPerPenny);
  const { terms } = day.paidMinutes!;
  const band = paidMinutesFor(line.minutes, terms);
  if (units === null || band.kind !== "paid") {
    return { kind: "unpaid", carer: line.carer, reason: day.rate === null || day.statement === null ? "no-rule-in-force" : "no-rate-at-that-time", minutes: line.minutes };
  }
  return { ...line, row: band.row, next: nextBand(line.minutes, terms), amount: exactPounds(units, unitsPerPenny) };
}
