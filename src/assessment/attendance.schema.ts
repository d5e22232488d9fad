import * as z from "zod";
import { shaped } from "../shared/values.schema.js";
import { byOutcome, outcome } from "../visit/outcome.schema.js";
import type { AttendanceTerms } from "./attendance.js";
import { mergedVisits } from "./merged-visits.schema.js";
import { missedThreshold } from "./missed-threshold.schema.js";

/** What becomes of a visit that nobody attended, or that was begun and not completed. */
export const attendance = shaped({
  outcomes: byOutcome(z.enum(["excused", "missed", "not-required", "undetermined"])).describe("What a visit is that nobody attended, by the outcome recorded. Every outcome has its answer."),
  unexplained: z.enum(["missed", "undetermined"]).describe("What a visit is that nobody attended and nobody explained."),
  notCompleted: z
    .array(outcome, { error: "a list of outcomes" })
    .describe("Outcomes a carer may meet on the doorstep or inside: with one of them an attended visit is excused. Any other outcome beside a log-in is a contradiction."),
  notCompletedPays: z.enum(["time-there", "nothing", "planned-length"]).describe("What is paid for such a visit: the time there; nothing; or the planned length, for as many carers as required. Not looked at where basis.undelivered is by-outcome: the clause undelivered then says it, outcome by outcome."),
  missedThreshold: missedThreshold.describe("When an attended visit is missed all the same. Minutes are from the planned start, or from the window where the visit is judged against one. Such a visit is paid nothing, unless basis.undelivered is by-outcome: undelivered.pastThreshold then says."),
  merged: mergedVisits.exactOptional().describe("What becomes of two planned visits done in one attendance. Left out: the contract does not say, and such a visit is undetermined."),
}) satisfies z.ZodType<AttendanceTerms, AttendanceTerms>;
