import * as z from "zod";
import { limit, shaped, text, wholeFrom } from "../shared/values.schema.js";
import { namedWindows } from "./named-windows.schema.js";
import type { PunctualityTerms, Tolerance } from "./punctuality.js";

const minutes = z.union([wholeFrom(0), z.literal("no-limit")], { error: 'whole minutes from 0, or "no-limit"' });

const tolerance = shaped({
  early: minutes.describe('Minutes early that are on time. "no-limit": no call is early.'),
  late: minutes.describe('Minutes late that are on time. "no-limit": no call is late.'),
  earlyLimit: limit.exactOptional().describe('Is a call exactly that early on time ("included", as when left out)?'),
  lateLimit: limit.exactOptional().describe('Is a call exactly that late on time ("included", as when left out)?'),
})
  .superRefine(({ early, late, earlyLimit, lateLimit }, context) => {
    if (early === "no-limit" && late === "no-limit") context.addIssue({ code: "custom", path: ["late"], message: "a limit early or late; null stands for a call type that is not tested" });
    if (early === 0 && earlyLimit === "excluded") context.addIssue({ code: "custom", path: ["earlyLimit"], message: '"included" where early is 0' });
    if (late === 0 && lateLimit === "excluded") context.addIssue({ code: "custom", path: ["lateLimit"], message: '"included" where late is 0' });
  }) satisfies z.ZodType<Tolerance, Tolerance>;

/** When a call is on time, by call type, and whose arrival counts. */
export const punctuality = shaped({
  callTypes: z
    .record(text, z.union([tolerance, z.literal("windows-only"), z.null()], { error: 'limits such as { "early": 30, "late": 30 }, "windows-only" or null' }), {
      error: "an object with the limits of each call type",
    })
    .describe('The limits of each call type, compared to the second. "windows-only": calls of this type have no limits of their own. null: they are not tested.'),
  arrival: z
    .enum(["together", "last-carer", "first-carer"])
    .describe("Which moment is the arrival: the first at which the required number of different carers is logged in together; when the last of the required carers first logs in; or when the first does."),
  tooFewCarers: z
    .enum(["not-assessable", "last-arrival", "late"])
    .describe("What a visit is that never had its carers: not assessable, judged by the last who came, or late."),
  windows: namedWindows.exactOptional().describe("Visits planned for named windows of the day are judged against them. Left out: by the planned start."),
}) satisfies z.ZodType<PunctualityTerms, PunctualityTerms>;
