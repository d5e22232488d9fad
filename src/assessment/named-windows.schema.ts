import * as z from "zod";
import { clockTime, limit, shaped, text, wholeFrom } from "../shared/values.schema.js";
import type { NamedWindow, NamedWindowTerms } from "./named-windows.js";

const namedWindow = shaped({
  name: text.describe('The window\'s name in the council\'s words, unlike every other window\'s: "morning".'),
  from: clockTime.describe("When it begins, on the London wall clock. A window that ends before it begins ends on the next day."),
  fromLimit: limit.describe("Is that moment itself in the window?"),
  to: clockTime.describe("When it ends, on the London wall clock."),
  toLimit: limit.describe("Is that moment itself in the window?"),
  callTypes: z
    .array(text, { error: "a list of call types" })
    .min(1, { error: "a list with at least one call type" })
    .exactOptional()
    .describe("The call types that it is for. A call of a type that no window is for is judged by its planned start. Left out: all of them."),
}) satisfies z.ZodType<NamedWindow, NamedWindow>;

/** Visits planned for windows of the day. */
export const namedWindows = shaped({
  windows: z.array(namedWindow, { error: "a list of windows" }).min(1, { error: "a list with at least one window" }).describe("The named windows of the day."),
  grace: shaped({
    early: wholeFrom(0).describe("Whole minutes before a window's start that are on time still."),
    late: wholeFrom(0).describe("Whole minutes after a window's end that are on time still."),
  }).describe("Minutes outside a window that are on time still; whether the last of them is, the window's limit says."),
  timed: z.enum(["planned-start", "its-window"]).describe("How is a visit judged whose plan has a time and names no window: by its planned start, or by the window that holds it?"),
  overlap: z
    .enum(["undetermined", "starts-first", "starts-last", "any-of-them"])
    .describe("Which window is it when several hold its planned start: undetermined; the one that starts first; or last; or any of them will do."),
  gap: z.enum(["undetermined", "planned-start"]).describe("And when none does: undetermined; or judged by its planned start all the same."),
}) satisfies z.ZodType<NamedWindowTerms, NamedWindowTerms>;
