import * as z from "zod";
import { decimal, limit, shaped, share, text } from "../shared/values.schema.js";
import { target } from "./contract-year.schema.js";
import type { Goal } from "./goal.js";
import type { GradeBand } from "./grade.js";
import type { ScorecardTerms, ScoredMeasure } from "./scorecard.js";

const goal = shaped({
  kind: z.enum(["at-least", "at-most"]).describe("The share is to be at least, or at most, the target."),
  target: target.describe("The share that it is to be; by contract year; null when the council sets none."),
  limit: limit.describe("Will a share of exactly the target do?"),
}) satisfies z.ZodType<Goal, Goal>;

const measure = shaped({
  name: text.describe("Unlike every other measure's."),
  goal: z.union([goal, z.null()], { error: "a goal, or null" }).describe("What its share is to be; null when the council sets no goal."),
  weight: decimal.describe("What it weighs in the score, as decimal text."),
  scores: z
    .enum(["share", "rest-of-share", "goal-met"])
    .describe("What it brings: its share; what its share leaves of 1, for shares that should be small; or 1 when its goal is met and else 0."),
}) satisfies z.ZodType<ScoredMeasure, ScoredMeasure>;

const grade = shaped({
  grade: text.describe("In the council's words."),
  from: share.describe("The least score that earns it, from 0 to 1."),
  fromLimit: limit.describe("Does that score itself earn it?"),
  to: share.describe("The greatest score that earns it, from 0 to 1."),
  toLimit: limit.describe("Does that score itself earn it?"),
}) satisfies z.ZodType<GradeBand, GradeBand>;

/** Several measures weighed into one score from 0 to 1, and the grade it earns. */
export const scorecard = shaped({
  measures: z.array(measure, { error: "a list of measures" }).min(1, { error: "a list with at least one measure" }).describe("The measures, in the council's order."),
  weightsTotal: decimal.describe('What the weights add up to: "1" or "100".'),
  missing: z.enum(["cannot-be-determined", "left-out"]).describe("A measure that cannot be determined: neither can the score; or it is left out, and the others weigh as among themselves."),
  grades: z.array(grade, { error: "a list of grades" }).describe("Empty when the council gives no grades."),
}) satisfies z.ZodType<ScorecardTerms, ScorecardTerms>;
