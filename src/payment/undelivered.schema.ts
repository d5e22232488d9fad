import * as z from "zod";
import { kinds, shaped, share, wholeFrom } from "../shared/values.schema.js";
import { byOutcome } from "../visit/outcome.schema.js";
import type { HospitalRetainer } from "./hospital-retainer.js";
import type { Notice, PlainPay, UndeliveredPay, UndeliveredTerms } from "./undelivered.js";

const PLAIN = [
  shaped({ kind: z.literal("nothing").describe("Nothing is paid.") }),
  shaped({ kind: z.literal("undetermined").describe("The contract leaves it open: cannot be determined.") }),
  shaped({ kind: z.literal("actual-time").describe("The time carers were there, as logged; nothing where nobody came.") }),
  shaped({ kind: z.literal("planned-length").describe("The planned length, through the table, once for each carer required.") }),
  shaped({
    kind: z.literal("share-of-planned").describe("A share of the planned length, or of its price."),
    share: share.describe("From 0 to 1, at most four places."),
    of: z.enum(["length", "price"]).describe("A share of the planned length, which then goes through the table; or of the price of the planned length."),
  }),
  shaped({
    kind: z.literal("fixed-minutes").describe("So many minutes, past the table, for each carer required."),
    minutes: wholeFrom(1).describe("Whole minutes, from 1."),
  }),
] as const;

const plainPay = kinds(PLAIN) satisfies z.ZodType<PlainPay, PlainPay>;

const notice = shaped({
  count: wholeFrom(0).describe("How many of the unit, whole."),
  unit: z.enum(["hours", "days", "weeks"]).describe("Hours are compared to the second; days are days of the calendar, by whole London days whatever the time; a week is 7 days."),
  exactly: z.enum(["enough", "too-short"]).exactOptional().describe('Is notice of exactly so long enough? "too-short": only more than that is. Enough when left out.'),
}) satisfies z.ZodType<Notice, Notice>;

const byNotice = shaped({
  kind: z.literal("by-notice").describe("What is paid depends on how long before the planned start the provider was told."),
  tiers: z
    .array(shaped({ notice: notice.describe("The notice that was given, or longer."), pays: plainPay.describe("What is paid then.") }), { error: "a list of tiers" })
    .min(1, { error: "a list with at least one tier" })
    .describe("The longest notice first: the first tier whose notice was given says what is paid."),
  otherwise: plainPay.describe("Shorter notice than any tier."),
});

const hospitalRetainer = shaped({
  kind: z.literal("hospital-retainer").describe("What is paid for the visits that fall into a stay in hospital."),
  steps: z
    .array(
      shaped({
        days: z.union([wholeFrom(1), z.literal("open")], { error: 'whole days from 1, or "open"' }).describe("Days of this step, whole, from 1; only the last may be open."),
        share: share.describe("The share of the planned length's price, from 0 to 1."),
      }),
      { error: "a list of steps" },
    )
    .min(1, { error: "a list with at least one step" })
    .describe("The days that are paid, in order. After them nothing is paid."),
  admissionDay: z.enum(["first-day", "in-full", "nothing"]).describe("The day of admission: the first day of the steps; or paid in full, or not paid, and then the steps begin the day after."),
  dischargeDay: z.enum(["by-step", "in-full", "nothing"]).describe("The day of discharge: by its step, paid in full, or not paid."),
  conditions: z
    .enum(["none", "must-be-met"])
    .describe("Must conditions be met, such as that staff are kept on and paid? The visit says whether they are. A day paid in full is paid all the same."),
}) satisfies z.ZodType<HospitalRetainer, HospitalRetainer>;

const pay = kinds([...PLAIN, byNotice, hospitalRetainer]) satisfies z.ZodType<UndeliveredPay, UndeliveredPay>;

/** What a visit that did not go to plan is paid, outcome by outcome. */
export const undelivered = shaped({
  outcomes: byOutcome(pay).describe("By the outcome recorded, whether or not a carer came; a log-in beside an outcome that is not in attendance.notCompleted is a contradiction, and undetermined. Every outcome has its answer."),
  unexplained: pay.describe("Nobody came and nothing is recorded."),
  pastThreshold: pay.describe("Attended so late that it counts as missed."),
  tooFewCarers: z
    .union([z.literal("those-who-came"), pay], { error: '"those-who-came", or what is paid, such as { "kind": "nothing" }' })
    .describe("Fewer carers came than required, one of two for one: paid as the basis says for those who came; or otherwise."),
}) satisfies z.ZodType<UndeliveredTerms, UndeliveredTerms>;
