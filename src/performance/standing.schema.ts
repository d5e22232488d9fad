import * as z from "zod";
import { shaped, text } from "../shared/values.schema.js";
import { target } from "./contract-year.schema.js";
import type { TargetTerms } from "./standing.js";

/** The share of calls and windows that a provider is to reach. */
export const targets = shaped({
  punctuality: z
    .record(text, target, { error: "an object with the target of each call type" })
    .describe('By call type, the least share of punctual calls, from 0 to 1: "0.80"; by contract year; null when the council sets none.'),
  continuity: target.describe('The least share of continuity windows within the standard, from 0 to 1: "0.80"; by contract year; null when the council sets none.'),
  punctualityBase: z
    .enum(["assessable", "missed-count-as-late"])
    .describe("What the share of punctual visits is of: visits whose punctuality is assessable; or these and the missed ones, which count as late."),
}) satisfies z.ZodType<TargetTerms, TargetTerms>;
