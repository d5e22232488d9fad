import type { AttendanceTerms } from "../assessment/attendance.js";
import type { PunctualityTerms } from "../assessment/punctuality.js";
import type { VisitLengthTerms } from "../assessment/length.js";
import type { ContinuityTerms } from "../continuity/terms.js";
import type { Clause } from "../contract/clause.js";
import type { BasisTerms } from "../payment/basis.js";
import type { ContributionTerms } from "../payment/contribution.js";
import type { IncentiveTerms } from "../payment/incentive.js";
import type { PaidMinutesTerms } from "../payment/paid-minutes.js";
import type { RateTerms } from "../payment/rate.js";
import type { StatementTerms } from "../payment/statement.js";
import type { CaptureTerms } from "../performance/capture.js";
import type { PerformanceEffectTerms } from "../performance/effect.js";
import type { ScorecardTerms } from "../performance/scorecard.js";
import type { UndeliveredTerms } from "../payment/undelivered.js";
import type { TargetTerms } from "../performance/standing.js";
import type { TimeBankTerms } from "../time-bank/terms.js";
import type { Nation } from "../shared/bank-holidays.js";

/** A council's contract: clauses as data. A clause that is not configured is absent. */
export interface Council<CallType extends string = string> extends Clauses<CallType> {
  /** A stable kebab-case id. */
  readonly id: string;
  readonly name: string;
  /** Whose bank holidays and regulators apply. */
  readonly nation: Nation;
  /** The council's call types, in the order it names them. */
  readonly callTypes: readonly CallType[];
  /** Contracts of the council whose clauses differ from its own, by their names: see `contractOf`. */
  readonly contracts?: { readonly [contract: string]: Clauses<CallType> };
  /** What the person is charged, where the council charges: a rule set of its own beside pay. See `chargeOf`. */
  readonly charge?: Clauses<CallType>;
}

/** The clauses of a contract, each cited and dated. */
export interface Clauses<CallType extends string = string> {
  readonly punctuality?: Clause<PunctualityTerms<CallType>>;
  readonly targets?: Clause<TargetTerms<CallType>>;
  readonly attendance?: Clause<AttendanceTerms>;
  readonly paidMinutes?: Clause<PaidMinutesTerms>;
  readonly basis?: Clause<BasisTerms>;
  readonly undelivered?: Clause<UndeliveredTerms>;
  readonly rate?: Clause<RateTerms>;
  readonly incentive?: Clause<IncentiveTerms>;
  readonly statement?: Clause<StatementTerms>;
  readonly contribution?: Clause<ContributionTerms>;
  readonly continuity?: Clause<ContinuityTerms>;
  readonly visitLength?: Clause<VisitLengthTerms>;
  readonly performanceEffects?: Clause<PerformanceEffectTerms>;
  readonly scorecard?: Clause<ScorecardTerms>;
  readonly capture?: Clause<CaptureTerms>;
  readonly timeBank?: Clause<TimeBankTerms>;
}

/** The clauses that assessing visits needs, in the order in which results name their readings. */
export const CLAUSES = ["punctuality", "targets", "attendance", "paidMinutes", "basis", "rate", "statement", "continuity"] as const satisfies readonly (keyof Clauses)[];

/** The clauses that a council may have besides, in the order in which results name their readings, after the others. */
export const FURTHER_CLAUSES = [
  "undelivered",
  "incentive",
  "contribution",
  "visitLength",
  "performanceEffects",
  "scorecard",
  "capture",
  "timeBank",
] as const satisfies readonly (keyof Clauses)[];

/** Those of them by which visits are assessed, where a council has them. */
export const FURTHER_VISIT_CLAUSES = ["undelivered", "incentive", "contribution", "performanceEffects"] as const satisfies readonly (typeof FURTHER_CLAUSES)[number][];

/** The name of a clause that assessing visits needs. */
export type ClauseName = (typeof CLAUSES)[number];

/** The name of a clause by which visits are assessed where a council has it. */
export type FurtherVisitClause = (typeof FURTHER_VISIT_CLAUSES)[number];

/** The name of any clause. */
export type AnyClauseName = ClauseName | (typeof FURTHER_CLAUSES)[number];

/** A council with every clause that assessing visits needs: what `compile` takes. */
export type VisitCouncil<CallType extends string = string> = Council<CallType> & { readonly [C in ClauseName]-?: NonNullable<Council<CallType>[C]> };
