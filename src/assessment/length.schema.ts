import * as z from "zod";
import { kinds, shaped, slug, text, wholeFrom } from "../shared/values.schema.js";
import type { LengthCondition, LengthLimit, LengthRule, VisitLengthTerms } from "./length.js";

const tasks = z.array(text, { error: "a list of tasks" }).min(1, { error: "a list with at least one task" });

const condition = kinds([
  shaped({ kind: z.literal("any-task").describe("One of the visit's tasks is among these."), tasks: tasks.describe("The tasks, in the council's words.") }),
  shaped({ kind: z.literal("only-tasks").describe("Every task of the visit is among these."), tasks: tasks.describe('The tasks: ["medication prompt"] is "medication prompt only".') }),
  shaped({ kind: z.literal("fact").describe("A fact of the caller's is so."), fact: text.describe('Its name: "known-worker".') }),
]) satisfies z.ZodType<LengthCondition, LengthCondition>;

const lengthLimit = kinds([
  shaped({ kind: z.literal("at-least").describe("At least so many minutes."), minutes: wholeFrom(1).describe("Whole minutes (included).") }),
  shaped({
    kind: z.literal("one-of").describe("One of these lengths exactly."),
    minutes: z.array(wholeFrom(1), { error: "a list of lengths" }).min(1, { error: "a list with at least one length" }).describe("The lengths in whole minutes."),
  }),
]) satisfies z.ZodType<LengthLimit, LengthLimit>;

const conditions = z.array(condition, { error: "a list of conditions" });

const rule = shaped({
  id: slug.describe("A stable name of small letters and hyphens, unlike every other rule's."),
  limit: lengthLimit.describe("What a length must be."),
  askedWhen: conditions.describe("Asked only of visits of which all of these hold. Empty: of every visit."),
  unless: conditions.describe("A length outside the limit is allowed where all of these hold. Empty: never."),
  breach: z.enum(["error", "warning"]).describe('A breach is an error; or a warning, where the contract says "in general".'),
}) satisfies z.ZodType<LengthRule, LengthRule>;

/** How long visits are to be. */
export const visitLength = shaped({
  rules: z.array(rule, { error: "a list of rules" }).describe("The rules on how long a visit is planned for."),
}) satisfies z.ZodType<VisitLengthTerms, VisitLengthTerms>;
