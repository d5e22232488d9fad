import * as z from "zod";
import { clockTime, kinds, shaped, wholeFrom } from "../shared/values.schema.js";
import type { MissedFrom, MissedThreshold } from "./missed-threshold.js";

const missedFrom = shaped({
  minutes: wholeFrom(1).describe("Whole minutes from plan, from 1."),
  exactly: z.enum(["missed", "not-missed"]).describe("A visit exactly so far from plan."),
}) satisfies z.ZodType<MissedFrom, MissedFrom>;

const missedFromOrNever = z.union([missedFrom, z.literal("never")], { error: 'an object with minutes and exactly, or "never"' });

/** When an attended visit is missed all the same. */
export const missedThreshold = kinds([
  shaped({ kind: z.literal("none").describe("Never: a late visit is late, however late.") }),
  shaped({
    kind: z.literal("minutes").describe("From so many minutes early or late (included)."),
    minutes: wholeFrom(1).describe("Whole minutes from plan at which a visit is missed (included), from 1."),
  }),
  shaped({ kind: z.literal("next-visit").describe("From the planned start of the service user's next visit (included).") }),
  shaped({
    kind: z.literal("early-or-late").describe('Early and late by limits of their own, one of which may be "never".'),
    early: missedFromOrNever.describe('So many minutes early is missed; or "never".'),
    late: missedFromOrNever.describe('So many minutes late is missed; or "never".'),
  }),
  shaped({
    kind: z.literal("cut-off").describe("Not begun by a time of the planned London day. A visit planned for that time or later is not judged by it."),
    by: clockTime.describe('The time by which it must have begun; "24:00" is the end of the day, and "00:00", its beginning, is refused.'),
    exactly: z.enum(["missed", "not-missed"]).describe("A visit begun exactly then."),
  }),
]) satisfies z.ZodType<MissedThreshold, MissedThreshold>;
