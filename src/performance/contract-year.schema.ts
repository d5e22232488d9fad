import * as z from "zod";
import { day, shaped, share } from "../shared/values.schema.js";
import type { Target } from "./contract-year.js";

/** A target: a share; none; or one for each contract year. */
export const target = z.union(
  [
    share,
    shaped({
      firstDay: day
        .refine((text) => !text.endsWith("-02-29"), { error: "a day that every year has: 28 February or 1 March, as the contract means it" })
        .describe("The day the first contract year begins; the others begin on the same day of the calendar. Not a 29 February."),
      years: z
        .array(z.union([share, z.null()], { error: "a share from 0 to 1 as decimal text in quotes, or null" }), { error: "a list of shares" })
        .min(1, { error: "a list with at least one contract year; null stands for no target at all" })
        .describe("The target of the first contract year, the second, and so on; null in a year without one."),
      afterwards: z.enum(["as-the-last", "none"]).describe("The target after the last year listed: as in that year, or none."),
    }),
    z.null(),
  ],
  { error: 'a share from 0 to 1 as decimal text in quotes, such as "0.80", an object of contract years, or null' },
) satisfies z.ZodType<Target, Target>;
