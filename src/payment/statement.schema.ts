import * as z from "zod";
import { shaped } from "../shared/values.schema.js";
import type { StatementTerms } from "./statement.js";

/** Where a provider's money is rounded, and how much of it one statement holds. */
export const statement = shaped({
  rounding: z.enum(["statement-half-up", "line-half-up", "line-half-even"]).describe("Once, on the statement, half a penny up; or each line, half a penny up or to the even penny."),
  period: z
    .enum(["period-assessed", "calendar-month", "four-weeks"])
    .describe("One statement for the period assessed; one a calendar month; or one for each four weeks from the period's first day."),
}) satisfies z.ZodType<StatementTerms, StatementTerms>;
