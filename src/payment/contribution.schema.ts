import * as z from "zod";
import { day, shaped } from "../shared/values.schema.js";
import type { ContributionTerms } from "./contribution.js";

/** What a person pays for their own care. */
export const contribution = shaped({
  period: z
    .union(
      [
        z.enum(["week", "calendar-month"]),
        shaped({ kind: z.literal("four-weeks").describe("Four weeks at a time."), from: day.describe("A day on which four weeks begin.") }),
      ],
      { error: '"week", "calendar-month", or an object of the kind "four-weeks"' },
    )
    .describe("How long a charge is for: weeks from Monday; calendar months; or four weeks at a time, counted from a day."),
  assessedOn: z.enum(["first-day", "last-day"]).describe("Which day's assessed contribution a period has, when it changes inside."),
}) satisfies z.ZodType<ContributionTerms, ContributionTerms>;
