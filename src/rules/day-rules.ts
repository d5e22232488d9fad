import type { AttendanceRule } from "../assessment/attendance.js";
import type { PunctualityRule } from "../assessment/punctuality.js";
import type { CompiledStandard } from "../continuity/standard.js";
import type { ContinuityTerms } from "../continuity/terms.js";
import type { Clause, InForce, Version, VersionFacts } from "../contract/clause.js";
import type { BasisTerms } from "../payment/basis.js";
import type { ContributionTerms } from "../payment/contribution.js";
import type { CompiledIncentives } from "../payment/incentive.js";
import type { PaidMinutesTable } from "../payment/paid-minutes-table.js";
import type { CompiledRate } from "../payment/rate.js";
import type { StatementTerms } from "../payment/statement.js";
import type { CompiledUndelivered } from "../payment/undelivered.js";
import type { PerformanceEffectTerms } from "../performance/effect.js";
import type { TargetTerms } from "../performance/standing.js";
import type { VisitFacts } from "../visit/visit.js";
import type { Assessed } from "./assess.js";
import { CLAUSES, type ClauseName, type Clauses, FURTHER_VISIT_CLAUSES, type FurtherVisitClause, type VisitCouncil } from "./council.js";

/** The rules in force on a day; a clause that is not is `null`, and `versions` says why. */
export interface DayRules<CallType extends string = string> {
  readonly punctuality: PunctualityRule<CallType> | null;
  readonly targets: TargetTerms<CallType> | null;
  readonly attendance: AttendanceRule | null;
  readonly paidMinutes: PaidMinutesTable | null;
  readonly basis: BasisTerms | null;
  readonly undelivered: CompiledUndelivered | null;
  readonly rate: CompiledRate | null;
  readonly incentives: CompiledIncentives | null;
  readonly statement: StatementTerms | null;
  readonly contribution: ContributionTerms | null;
  readonly continuity: (ContinuityTerms & { readonly standard: CompiledStandard }) | null;
  /** `null` where the council has no such clause. */
  readonly performanceEffects: PerformanceEffectTerms | "not-in-force" | null;
  /** The same number on all days on which the same versions say what time is paid: time is added up inside one only. */
  readonly timeRules: number;
  /** The version of each clause in force, or why none is. */
  readonly versions: VersionsOn<CallType>;
  /** The same day under each other choice of each reading that visits can rest on. Empty inside an alternative. */
  readonly alternatives: Alternatives<CallType>;
}

/** The alternatives of a day, by what they can matter to, so that a visit is asked about few of them. */
export interface Alternatives<CallType extends string = string> {
  /** Those that change nothing but the table of paid minutes. */
  readonly tables: readonly Alternative<CallType>[];
  /** By whole minutes: 1 where one of these tables pays otherwise. */
  readonly otherRow: Uint8Array;
  /** All others. */
  readonly others: readonly Alternative<CallType>[];
  /** Those of the others that can matter to a plain visit (one carer required, one came, one stay, no outcome), but for those below. */
  readonly plain: readonly Alternative<CallType>[];
  /** Those that change nothing but what becomes of part-minutes. */
  readonly partMinutes: readonly Alternative<CallType>[];
  /** By whole minutes: 1 where a minute more or less may be paid otherwise, so that part-minutes can matter to a plain visit. */
  readonly nearRow: Uint8Array;
}

/** For each clause, the version in force on a day, or why none is; `null` for a clause that the council has not and need not have. */
export type VersionsOn<CallType extends string = string> = {
  readonly [C in ClauseName]: VisitCouncil<CallType>[C] extends Clause<infer Terms> ? InForce<Version<Terms>> : never;
} & {
  readonly [C in FurtherVisitClause]: NonNullable<Clauses<CallType>[C]> extends Clause<infer Terms> ? InForce<Version<Terms>> | null : never;
};

/** Can other rules, which differ from these in one field, change anything for this visit? */
export type Matters = (visit: VisitFacts, assessed: Assessed, other: DayRules, rules: DayRules) => boolean;

/** The rules of a day with one reading read otherwise. */
export interface Alternative<CallType extends string = string> {
  /** Index in `Rules.visitReadings`. */
  readonly reading: number;
  readonly choice: string;
  readonly rules: DayRules<CallType>;
  /** The fields of the terms in which the alternative differs, as `clause.field`. */
  readonly fields: readonly string[];
  /** For each of them, whether its change can matter to a visit. */
  readonly matters: readonly Matters[];
  /** What these fields can change. */
  readonly touches: "punctuality" | "payment" | "everything";
  /** Asked of every visit: the terms have kinds of which `MATTERS` does not know when they matter. */
  readonly always: boolean;
}

/** The clauses that a council has for visits, in their order, each with its version on a day, or why there is none. */
export function visitClausesOn(versions: VersionsOn): { readonly clause: ClauseName | FurtherVisitClause; readonly answer: InForce<VersionFacts<unknown>> }[] {
  return [...CLAUSES, ...FURTHER_VISIT_CLAUSES].flatMap((clause) => {
    const answer: InForce<VersionFacts<unknown>> | null = versions[clause] as InForce<VersionFacts<unknown>> | null;
    return answer === null ? [] : [{ clause, answer }];
  });
}
