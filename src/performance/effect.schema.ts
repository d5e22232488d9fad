import * as z from "zod";
import { shaped } from "../shared/values.schema.js";
import { OUTCOMES } from "../visit/outcome.js";
import { byOutcome } from "../visit/outcome.schema.js";
import type { PerformanceEffectTerms } from "./effect.js";

const effect = z.enum(["done", "failed", "apart", "not-counted", "undetermined"]);

/** What each thing that can happen to a visit counts for performance. */
export const performanceEffects = shaped({
  cases: shaped({
    delivered: effect.describe("Delivered in full."),
    understaffed: effect.describe("Fewer carers came than required."),
    "past-threshold": effect.describe("Attended past the threshold of a missed visit."),
    "done-in-another": effect.describe("Done in one attendance with another visit."),
    unexplained: effect.describe("Nobody came and nothing is recorded."),
    ...byOutcome(effect).shape,
  }).describe("What each case counts: done; failed; in no share, counted apart; not at all; or that cannot be determined."),
  byProviderFault: z
    .array(z.enum(["delivered", "understaffed", "past-threshold", "done-in-another", "unexplained", ...OUTCOMES]), { error: "a list of cases" })
    .describe("Cases that count as failed only by the provider's fault; by another's they are kept apart."),
}) satisfies z.ZodType<PerformanceEffectTerms, PerformanceEffectTerms>;
