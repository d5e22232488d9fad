import * as z from "zod";
import { rowOf } from "../contract/rows.schema.js";
import { kinds, shaped, wholeFrom } from "../shared/values.schema.js";
import type { PaidMinutesTerms } from "./paid-minutes.js";

const SLOTS = {
  partMinutes: z
    .enum(["dropped", "nearest", "up", "clock-minutes"])
    .describe("What becomes of part-minutes: dropped; rounded to the nearest minute, half up; rounded up; or log-in and log-out each cut to the minute on the clock."),
  roundingSwitch: z.literal("by-visit").exactOptional().describe("A visit can be marked to be paid by its whole minutes, past the table. Left out: the mark has no meaning."),
};

const rows = z.array(rowOf("minutes", "Minutes paid for it, whole."), { error: "a list of rows" });

const beyond = kinds([
  shaped({ kind: z.literal("open-row").describe("What the rows themselves say; past the last of them nothing, unless it is open.") }),
  shaped({
    kind: z.literal("steps").describe("Steps that go on."),
    from: wholeFrom(0).describe("First minute past the table (included)."),
    becomes: wholeFrom(0).describe("Minutes paid in the first step."),
    every: wholeFrom(1).describe("Minutes a step is long, from 1."),
    adds: wholeFrom(0).describe("Minutes paid more in each step after it."),
  }),
  shaped({
    kind: z.literal("whole-units").describe("Whole units plus the row of the rest; a rest of 0 adds nothing."),
    unit: wholeFrom(1).describe("Minutes in a unit: paid in full from this length on (included)."),
  }),
]);

const unit = wholeFrom(1).describe("Minutes in a unit, from 1.");

/** From the time a carer was there to the minutes paid for it. */
export const paidMinutes = kinds([
  shaped({
    kind: z.literal("rows").describe("By rows that the contract writes down."),
    ...SLOTS,
    rows: rows.describe("The rows as the contract writes them, holes and all."),
    filling: rows.describe("Rows that readings put where the contract has none. [] when there are none."),
    zeroMinutes: z.enum(["by-its-row", "unpaid"]).describe("Is a stay of 0 whole minutes paid by its row, or not at all?"),
    beyond: beyond.describe("What is paid past the table: what its open row says; steps that go on; or whole units plus the row of the rest."),
  }),
  shaped({
    kind: z.literal("increments").describe("In steps of so many minutes."),
    ...SLOTS,
    minutes: wholeFrom(1).describe("Minutes in a step, from 1."),
    round: z
      .enum(["up", "down", "nearest-half-up", "nearest-half-down", "nearest-half-even"])
      .describe("To which step a length between two of them goes; for the nearest, where exactly half a step goes."),
  }),
  shaped({
    kind: z.literal("unit-or-part").describe('"Per hour or part thereof": a unit that is begun is paid as a whole one.'),
    ...SLOTS,
    unit,
    zeroMinutes: z.enum(["a-unit", "unpaid"]).describe("Has a stay of 0 whole minutes begun a unit?"),
  }),
  shaped({
    kind: z.literal("complete-units").describe("Complete units only. What is left over is dropped, or, where the basis adds up time over a period, goes on to the next visit in it."),
    ...SLOTS,
    unit,
  }),
  shaped({ kind: z.literal("exact-minutes").describe("By the exact minute: nothing is rounded but part-minutes."), ...SLOTS }),
]) satisfies z.ZodType<PaidMinutesTerms, PaidMinutesTerms>;
