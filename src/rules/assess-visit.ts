import type { VisitKind } from "../assessment/attendance.js";
import { type Punctuality, distanceToLimit, distanceToWindow } from "../assessment/punctuality.js";
import type { Row } from "../contract/rows.js";
import type { TimeLine } from "../payment/basis.js";
import { type Addition, additionsTo } from "../payment/incentive.js";
import { lengthLimits, nextLength } from "../payment/other-lengths.js";
import { type NextBand, paidMinutesFor } from "../payment/paid-minutes.js";
import { UNANSWERED, lookUp } from "../payment/paid-minutes-table.js";
import { exactPounds, lineUnits } from "../payment/statement.js";
import { type PerformanceEffect, performanceEffect } from "../performance/effect.js";
import { dayNumber } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import { type Visit, type VisitFacts, type VisitInput, readVisit } from "../visit/visit.js";
import { type Assessed, assess } from "./assess.js";
import { type Rules, rulesOn } from "./compile.js";
import type { DayRules } from "./day-rules.js";
import { type PaidLine, priceOfLine } from "./money.js";
import { restsOn } from "./rests-on.js";
import { type RestsOn, withBits } from "./with-reading.js";

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
    /** Over all paid lines. Grouped lines are paid with their group and stand in no sum here: see `payGroups`. */
    readonly minutesPaid: number;
    /** Pounds over all paid lines and additions: exact unless the terms round each line. */
    readonly amount: DecimalText;
    /** What incentives add, where the council has such a clause in force. */
    readonly additions?: readonly PaymentAddition[];
  };
  /** What the visit counts for performance; `null` where the council has no such clause. */
  readonly performance: PerformanceEffect | null;
  /** Each reading of which another choice, all else equal, would change kind, punctuality class or paid minutes. */
  readonly restsOn: readonly RestsOn[];
}

/** One line of payment. Nothing is left out: what is not paid stands here with its reason. */
export type PaymentLine =
  | (PaidLine & {
      /** The row of the table that was used; for minutes past the table, the row they would be. */
      readonly row: Row;
      /**
       * How many minutes longer a stay would have been paid differently, and how: by the table, the least and the most, and
       * where only time inside the plan counts, inside it. `null` where no longer stay would have been, such as where what
       * counts is the planned length.
       */
      readonly next: NextBand | null;
      /** Pounds, `"10.5075"`: exact unless the terms round each line. */
      readonly amount: DecimalText;
      /** The bands of the rates it lies in, where the rates have bands: seconds of the paid minutes, and pounds before any share or rounding. */
      readonly parts?: readonly { readonly band: string; readonly seconds: number; readonly amount: DecimalText }[];
    })
  | Exclude<TimeLine, { kind: "paid" }>;

/** What an incentive adds to a visit, in pounds, or why that cannot be determined. */
export type PaymentAddition = { readonly kind: "added"; readonly incentive: string; readonly amount: DecimalText } | Extract<Addition, { kind: "undetermined" }>;

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
  const priced = assessed.lines.map((line) => paymentLine(line, visit, assessed, day, rules.unitsPerPenny));
  let [minutesPaid, units] = [0, 0];
  for (const { line, units: ofLine } of priced) {
    units += ofLine;
    if (line.kind === "paid") minutesPaid += line.minutesPaid;
  }
  const understaffed = isUnderstaffed(kind, came.length, visit.carersRequired);
  const added = additions(visit, came.length, minutesPaid, day, rules.unitsPerPenny);
  for (const addition of added ?? []) if (addition.kind === "added") units += addition.units;
  return {
    visit,
    kind,
    carers: { required: visit.carersRequired, came: came.map(({ carer }) => carer), understaffed },
    punctuality: { ...punctuality, nearest: nearestLimit(punctuality) },
    payment: {
      lines: priced.map(({ line }) => line),
      minutesPaid,
      amount: exactPounds(units, rules.unitsPerPenny),
      ...(added === null ? {} : { additions: added.map((addition) => withPounds(addition, rules.unitsPerPenny)) }),
    },
    performance: effectOf(visit, kind, understaffed, day),
    restsOn: withBits(bits, rules.visitReadings),
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

/** What incentives add to a visit that carers attended, whatever it counts as, after any rounding of lines; `null` where no such clause is in force. */
export function additions(visit: VisitFacts, carersCame: number, minutesPaid: number, { incentives, statement }: DayRules, unitsPerPenny: number): Addition[] | null {
  if (incentives === null || statement === null) return null;
  if (carersCame === 0) return [];
  return additionsTo(visit, minutesPaid, incentives).map((addition) => (addition.kind === "added" ? { ...addition, units: lineUnits(addition.units, unitsPerPenny, statement) } : addition));
}

function withPounds(addition: Addition, unitsPerPenny: number): PaymentAddition {
  return addition.kind === "added" ? { kind: "added", incentive: addition.incentive, amount: exactPounds(addition.units, unitsPerPenny) } : addition;
}

function paymentLine(line: TimeLine, visit: VisitFacts, assessed: Assessed, day: DayRules, unitsPerPenny: number): { readonly line: PaymentLine; readonly units: number } {
  if (line.kind !== "paid") return { line, units: 0 };
  const price = priceOfLine(line, visit, day, unitsPerPenny);
  if (price.kind === "unpriced") return { line: { kind: "unpaid", carer: line.carer, reason: price.reason, minutes: line.minutes, ...(line.measured === "logged" ? {} : { measured: line.measured }) }, units: 0 };
  const { units, parts } = price;
  return {
    units,
    line: {
      ...line,
      ...rowOf(line, visit, assessed, day),
      amount: exactPounds(units, unitsPerPenny),
      ...(parts === null ? {} : { parts: parts.map(({ band, seconds, units }) => ({ band, seconds, amount: exactPounds(units, unitsPerPenny) })) }),
    },
  };
}

/** The row that a paid line used, and the next length that would be paid differently. */
function rowOf(line: PaidLine, visit: VisitFacts, { kind, came }: Assessed, { paidMinutes, basis, undelivered }: DayRules): { readonly row: Row; readonly next: NextBand | null } {
  const { measured, minutes, banded } = line;
  const { terms } = paidMinutes!;
  const own = { from: minutes, to: minutes, becomes: banded };
  if (measured === "fixed") return { row: own, next: null };
  const limits = lengthLimits(line, visit, kind.kind, came.length, basis!, terms, undelivered?.terms.tooFewCarers ?? null);
  const next = limits === null ? null : nextLength(minutes, (other) => answered(lookUp(other, paidMinutes!)), limits);
  if (terms.roundingSwitch === "by-visit" && visit.ignoresRounding === true) return { row: own, next };
  const band = paidMinutesFor(minutes, terms);
  return { row: band.kind === "paid" || band.kind === "pays-nothing" ? band.row : own, next };
}

function answered(minutesPaid: number): number | null {
  return minutesPaid === UNANSWERED ? null : minutesPaid;
}
