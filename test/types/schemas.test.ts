import { describe, expect, it } from "vitest";
import { errorsOf } from "./errors-of.ts";

/** Each schema of terms, the file it stands in, and the terms it must say exactly. */
const SCHEMAS = [
  ["assessment/punctuality", "punctuality", "PunctualityTerms"],
  ["assessment/attendance", "attendance", "AttendanceTerms"],
  ["assessment/length", "visitLength", "VisitLengthTerms"],
  ["payment/paid-minutes", "paidMinutes", "PaidMinutesTerms"],
  ["payment/basis", "basis", "BasisTerms"],
  ["payment/undelivered", "undelivered", "UndeliveredTerms"],
  ["payment/rate", "rate", "RateTerms"],
  ["payment/incentive", "incentive", "IncentiveTerms"],
  ["payment/statement", "statement", "StatementTerms"],
  ["payment/contribution", "contribution", "ContributionTerms"],
  ["continuity/terms", "continuity", "ContinuityTerms"],
  ["performance/standing", "targets", "TargetTerms"],
  ["performance/effect", "performanceEffects", "PerformanceEffectTerms"],
  ["performance/scorecard", "scorecard", "ScorecardTerms"],
  ["performance/capture", "capture", "CaptureTerms"],
  ["time-bank/terms", "timeBank", "TimeBankTerms"],
] as const;

// Readonly says nothing of what is in the data, and an intersection nothing of how it is written.
const PRELUDE = `
  type Plain<T> = T extends string | number | boolean | null | undefined ? T : { -readonly [K in keyof T]: Plain<T[K]> };
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
  declare function same<A, B>(answer: Same<Plain<A>, Plain<B>>): void;
`;

const snippets = Object.fromEntries(
  SCHEMAS.flatMap(([file, schema, terms]) => {
    const imports = `import type * as z from "zod"; import { ${schema} } from "../../src/${file}.schema.js"; import type { ${terms} } from "../../src/${file}.js";`;
    return [
      [`${schema}: out`, { code: `${imports} same<z.output<typeof ${schema}>, ${terms}>(true);` }],
      [`${schema}: in`, { code: `${imports} same<z.input<typeof ${schema}>, ${terms}>(true);` }],
      [`${schema}: and no more`, { code: `${imports} same<z.output<typeof ${schema}> & { readonly more?: 1 }, ${terms}>(true);` }],
    ];
  }),
);
const errors = errorsOf(PRELUDE, snippets);

describe("a schema says what its terms say, in and out", () => {
  it.each(SCHEMAS.map(([, schema]) => schema))("%s", (schema) => {
    expect([errors.get(`${schema}: out`), errors.get(`${schema}: in`)]).toEqual([[], []]);
    expect(errors.get(`${schema}: and no more`)).toHaveLength(1);
  });
});
