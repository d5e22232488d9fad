import * as fc from "fast-check";
import type { LengthCondition, LengthRule, VisitLengthTerms } from "../../src/assessment/length.js";
import type { ContributionTerms } from "../../src/payment/contribution.js";
import type { CaptureTerms } from "../../src/performance/capture.js";
import type { Target } from "../../src/performance/contract-year.js";
import type { Goal } from "../../src/performance/goal.js";
import type { GradeBand } from "../../src/performance/grade.js";
import type { ScoredMeasure, ScorecardTerms } from "../../src/performance/scorecard.js";
import type { TimeBankTerms } from "../../src/time-bank/terms.js";
import { decimals, minutes, shares } from "./arbitrary-values.ts";

// The clauses that stand beside the assessment of visits: what a person pays, how long visits are, scores, capture, time banks.

export const contribution: fc.Arbitrary<ContributionTerms> = fc.record({
  period: fc.constantFrom<ContributionTerms["period"]>("week", "calendar-month", { kind: "four-weeks", from: "2026-03-30" }),
  assessedOn: fc.constantFrom("first-day", "last-day"),
});

/** Tasks and facts of which visits may know something. */
export const TASKS = ["medication prompt", "personal care", "meal"] as const;
export const FACTS = ["known-worker", "part-of-wider-package"] as const;
const tasks = fc.subarray([...TASKS], { minLength: 1 });
const condition: fc.Arbitrary<LengthCondition> = fc.oneof(
  fc.record({ kind: fc.constantFrom("any-task" as const, "only-tasks" as const), tasks }),
  fc.record({ kind: fc.constant("fact" as const), fact: fc.constantFrom(...FACTS) }),
);
const lengthRule: fc.Arbitrary<Omit<LengthRule, "id">> = fc.record({
  limit: fc.oneof(
    fc.record({ kind: fc.constant("at-least" as const), minutes }),
    fc.record({ kind: fc.constant("one-of" as const), minutes: fc.array(minutes, { minLength: 1, maxLength: 3 }) }),
  ),
  askedWhen: fc.array(condition, { maxLength: 2 }),
  unless: fc.array(condition, { maxLength: 2 }),
  breach: fc.constantFrom("error", "warning"),
});
export const visitLength: fc.Arbitrary<VisitLengthTerms> = fc.array(lengthRule, { maxLength: 3 }).map((rules) => ({ rules: rules.map((rule, i) => ({ id: `rule-${i + 1}`, ...rule })) }));

const limits = fc.constantFrom("included" as const, "excluded" as const);
/** A target: a share; none; or one by contract year. */
export const target: fc.Arbitrary<Target> = fc.oneof(
  shares,
  fc.constant(null),
  fc.record({ firstDay: fc.constant("2024-04-01" as const), years: fc.array(fc.option(shares), { minLength: 1, maxLength: 3 }), afterwards: fc.constantFrom("as-the-last" as const, "none" as const) }),
);
const goal: fc.Arbitrary<Goal> = fc.record({ kind: fc.constantFrom("at-least", "at-most"), target, limit: limits });
/** The measures that a scorecard may have, in its order. */
export const MEASURES = ["punctuality", "continuity", "electronic logging"] as const;
const measure: fc.Arbitrary<Omit<ScoredMeasure, "name" | "weight">> = fc
  .record({ goal: fc.option(goal), scores: fc.constantFrom("share" as const, "rest-of-share" as const, "goal-met" as const) })
  // What scores by its goal has one.
  .map(({ goal: its, scores }) => ({ goal: its, scores: its === null || its.target === null ? "share" : scores }));
const grades: fc.Arbitrary<GradeBand[]> = fc
  .uniqueArray(fc.constantFrom("0", "0.25", "0.5", "0.80", "1"), { minLength: 2, maxLength: 4 })
  .chain((ends) => fc.tuple(...ends.toSorted().map((end) => fc.record({ end: fc.constant(end), limit: limits, next: limits }))))
  .map((ends) => ends.slice(1).map(({ end, limit }, i) => ({ grade: `Grade ${i + 1}`, from: ends[i]!.end, fromLimit: ends[i]!.next, to: end, toLimit: limit })));
const WEIGHTS = [["100"], ["60", "40.0"], ["33.3", "33.3", "33.4"]] as const;
export const scorecard: fc.Arbitrary<ScorecardTerms> = fc
  .record({ measures: fc.array(measure, { minLength: 1, maxLength: 3 }), missing: fc.constantFrom("cannot-be-determined" as const, "left-out" as const), grades: fc.oneof(fc.constant([]), grades) })
  .map(({ measures, ...terms }) => ({ ...terms, weightsTotal: "100", measures: measures.map((own, i) => ({ name: MEASURES[i]!, weight: WEIGHTS[measures.length - 1]![i]!, ...own })) }));

export const capture: fc.Arbitrary<CaptureTerms> = fc.record({
  electronic: fc.subarray(["app", "phone", "nfc", "manual"], { minLength: 1 }),
  of: fc.constantFrom("attendances", "visits"),
  notGiven: fc.constantFrom("unknown", "not-electronic", "left-out"),
});

export const timeBank: fc.Arbitrary<TimeBankTerms> = fc.record({
  period: fc.constantFrom("unstated", "calendar-month", "calendar-month", "no-end", "7", "28"),
  carryOver: fc.constantFrom("unstated", "all", "nothing", "0", "30"),
  capShare: fc.oneof(fc.constantFrom("unstated", "no-cap", "no-cap"), shares),
  capHours: fc.oneof(fc.constantFrom("unstated", "no-cap", "no-cap"), decimals),
  overCap: fc.constantFrom("unstated", "refused", "refused", "up-to-the-cap", "up-to-the-cap"),
  ahead: fc.constantFrom("unstated", "refused", "allowed", "1", "45"),
});
