import { FINDINGS, FINDING_CODES, type FindingCode, type FindingOf, type Severity } from "../ecm/findings.js";
import { poundsText, wholePennies } from "../payment/statement.js";
import { valueOf } from "../payment/total.js";
import { type EffectFigures, effectFigures, emptyEffects } from "../performance/effect.js";
import { type Standing, standing } from "../performance/standing.js";
import { type ContinuityTally, type Tally, addTally, emptyTally } from "../performance/tally.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { byCodePoint } from "../shared/code-points.js";
import { dayNumber } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import type { Month, MonthPeriod } from "./month.js";
import { type ShareTerms, type TargetChange, shareTermsOf, targetChanges } from "./targets.js";

/** A month as a document: the same keys for every council and every export. */
export interface MonthDocument<CallType extends string = string> {
  readonly format: "homecare-rules/assessment@1";
  readonly council: string;
  readonly period: MonthPeriod | null;
  readonly rows: { readonly read: number; readonly accepted: number; readonly rejected: number };
  readonly visits: number;
  /** In the order of their ids, by code point. */
  readonly providers: readonly ({ readonly provider: string } & Figures<CallType>)[];
  readonly total: Figures<CallType>;
  readonly order: "by-day" | "any";
  readonly findings: readonly { readonly code: FindingCode; readonly severity: Severity; readonly of: FindingOf; readonly count: number }[];
  readonly restsOn: readonly { readonly reading: string; readonly of: "visits"; readonly count: number }[];
  /**
   * Visits of which what is due, or a part of it, cannot be determined: that is in no amount. By provider, those that have some;
   * absent where there are none.
   */
  readonly paymentUndetermined?: readonly { readonly provider: string; readonly visits: number }[];
  /**
   * Of `attendances` in the figures of payment, those for which no carer came: pay for a planned length, a share of it, or fixed
   * minutes. By provider, those that have some; absent where there are none.
   */
  readonly paidWithoutAttendance?: readonly { readonly provider: string; readonly attendances: number }[];
  /**
   * The shares whose target changes within the period, each with the targets of its days. A share is of the whole period, and is
   * held against the target of the last part. Absent where no target changes.
   */
  readonly targetChanges?: readonly TargetChange<CallType>[];
}

/** The figures of a provider, or of all. Every visit is one of the six kinds, so they add up to `visits`. */
export interface Figures<CallType extends string = string> {
  readonly visits: number;
  readonly delivered: number;
  readonly open: number;
  readonly missed: number;
  readonly excused: number;
  readonly notRequired: number;
  readonly undetermined: number;
  readonly understaffed: number;
  readonly punctuality: { readonly [C in CallType]: PunctualityFigures };
  readonly continuity: { readonly windows: number; readonly within: number } & Standing;
  readonly payment: PaymentFigures;
  /** What visits count for performance; absent where the council has no such clause. */
  readonly performance?: EffectFigures;
}

/** What is paid, as far as it is known. */
export interface PaymentFigures {
  /**
   * Carers paid, each once for each visit, however many logs of theirs are paid; a visit that is paid once counts once. Pay
   * without an attendance is among them, once for each carer it is paid for: a planned length, a share of it, or fixed
   * minutes. How much of that there is, `paidWithoutAttendance` of the document says.
   */
  readonly attendances: number;
  readonly minutesPaid: number;
  /** Pounds, to the penny: the sum of what is known. */
  readonly amount: DecimalText;
}

/** Punctuality of one call type. */
export interface PunctualityFigures extends Standing {
  readonly assessed: number;
  readonly onTime: number;
  readonly early: number;
  readonly late: number;
  readonly notAssessable: number;
}

/**
 * The document of a month: figures by provider and in total, findings, and how many visits rest on each reading. Targets
 * and what shares are of are those in force on the last day of the period; where a target changes within it, `targetChanges`
 * says so. A month without an accepted row has no period,
 * no providers and zeros.
 *
 * @example
 * ```ts
 * const rules = compile(leicester);
 * monthDocument(emptyMonth(rules, null), rules).visits; // => 0
 * ```
 */
export function monthDocument<CallType extends string>(month: Month<CallType>, rules: Rules<CallType>): MonthDocument<CallType> {
  const hasRows = month.rows.accepted > 0;
  const period = hasRows ? month.period : null;
  const tallies = hasRows ? [...month.providers].sort(([a], [b]) => byCodePoint(a, b)) : [];
  const all = emptyTally(rules.callTypes);
  for (const [, tally] of tallies) addTally(all, tally);
  const totalContinuity = addContinuity(all.continuity, hasRows ? month.overAllProviders : null);
  const terms = shareTermsOf(rules, period);
  const pennies = tallies.map(([, tally]) => penniesOf(tally, rules.unitsPerPenny));
  const total = figures({ ...all, continuity: totalContinuity }, pennies.reduce((sum, amount) => sum + amount, 0n), rules.callTypes, terms);
  const paymentUndetermined = tallies.flatMap(([provider, { paymentUndetermined: visits = 0 }]) => (visits === 0 ? [] : [{ provider, visits }]));
  const paidWithoutAttendance = tallies.flatMap(([provider, { withoutAttendance = 0 }]) => (withoutAttendance === 0 ? [] : [{ provider, attendances: withoutAttendance }]));
  const changes = period === null ? [] : targetChanges(rules, period);
  return {
    format: "homecare-rules/assessment@1",
    council: month.council,
    period,
    rows: { ...month.rows },
    visits: total.visits,
    providers: tallies.map(([provider, tally], i) => ({ provider, ...figures(tally, pennies[i]!, rules.callTypes, terms) })),
    total,
    order: month.order,
    findings: FINDING_CODES.flatMap((code) => {
      const count = (month.findings[code] ?? 0) + (code === "no-rule-in-force" && lacksTargets(rules, period) ? 1 : 0);
      return count === 0 ? [] : [{ code, severity: FINDINGS[code].severity, of: FINDINGS[code].of, count }];
    }),
    restsOn: rules.visitReadings.map(({ reading }, i) => ({ reading, of: "visits" as const, count: hasRows ? month.restsOn[i]! : 0 })),
    ...(paymentUndetermined.length === 0 ? {} : { paymentUndetermined }),
    ...(paidWithoutAttendance.length === 0 ? {} : { paidWithoutAttendance }),
    ...(changes.length === 0 ? {} : { targetChanges: changes }),
  };
}

/** Of how many visits of a provider, or of all without one, what is due cannot be determined, wholly or in part. */
export function undeterminedPayments({ paymentUndetermined = [] }: Pick<MonthDocument, "paymentUndetermined">, provider?: string): number {
  return paymentUndetermined.reduce((sum, own) => sum + (provider === undefined || own.provider === provider ? own.visits : 0), 0);
}

/**
 * Is nothing paid as far as is known, and of some visits (so many `undetermined`, as `paymentUndetermined` says) it is not known?
 * Then the sum of 0.00 is no amount to be told: nobody knows yet what is due.
 *
 * @example
 * ```ts
 * const rules = compile(leicester);
 * const { total } = monthDocument(emptyMonth(rules, null), rules);
 * isAmountUnknown(total, 2); // => true
 * isAmountUnknown(total, 0); // => false
 * ```
 */
export function isAmountUnknown({ payment: { attendances, amount } }: Figures, undetermined: number): boolean {
  return undetermined > 0 && attendances === 0 && /^[0.]+$/.test(amount);
}

/**
 * Are no targets in force on the last day of a period, or several? Then no share has a target, and what that day asks for
 * cannot be determined.
 *
 * @example
 * ```ts
 * lacksTargets(compile(leicester), { firstDay: "2026-03-16", lastDay: "2026-04-12" }); // => false
 * ```
 */
export function lacksTargets(rules: Pick<Rules, "stretches">, period: Pick<MonthPeriod, "lastDay"> | null): boolean {
  return period !== null && rulesOn(rules, dayNumber(period.lastDay)).targets === null;
}

function addContinuity(a: ContinuityTally, b: ContinuityTally | null): ContinuityTally {
  if (b === null) return a;
  return {
    windows: a.windows + b.windows,
    within: a.within + b.within,
    serviceUsers: a.serviceUsers + b.serviceUsers,
    serviceUsersWithin: a.serviceUsersWithin + b.serviceUsersWithin,
  };
}

function penniesOf(tally: Tally, unitsPerPenny: number): bigint {
  let sum = 0n;
  for (const total of tally.statements.values()) sum += wholePennies(valueOf(total), unitsPerPenny);
  return sum;
}

function figures<CallType extends string>(tally: Tally<CallType>, pennies: bigint, callTypes: readonly CallType[], terms: ShareTerms<CallType>): Figures<CallType> {
  const { kinds, continuity } = tally;
  const [windows, within] = terms.ofServiceUsers ? [continuity.serviceUsers, continuity.serviceUsersWithin] : [continuity.windows, continuity.within];
  const visits = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  return {
    visits,
    delivered: kinds.delivered,
    open: kinds.open,
    missed: kinds.missed,
    excused: kinds.excused,
    notRequired: kinds["not-required"],
    undetermined: kinds.undetermined,
    understaffed: tally.understaffed,
    punctuality: Object.fromEntries(
      callTypes.map((callType) => {
        const { onTime, early, late: latecomers, notAssessable, missed } = tally.punctuality[callType];
        const late = latecomers + (terms.missedCountAsLate ? missed : 0);
        const assessed = onTime + early + late;
        return [callType, { assessed, onTime, early, late, notAssessable, ...standing(onTime, assessed, terms.punctuality?.[callType] ?? null) }];
      }),
    ) as unknown as Figures<CallType>["punctuality"],
    continuity: { windows, within, ...standing(within, windows, terms.continuity) },
    payment: { attendances: tally.attendances, minutesPaid: tally.minutesPaid, amount: poundsText(pennies) },
    ...(terms.hasEffects ? { performance: effectFigures(tally.effects ?? emptyEffects(), visits) } : {}),
  };
}
