import * as z from "zod";
import { kinds, shaped, wholeFrom } from "../shared/values.schema.js";
import type { BasisTerms, PaidLimit } from "./basis.js";

const plannedWhereNoActual = shaped({
  kind: z.literal("planned-where-no-actual").describe("Actual time; the planned length, for as many carers as required, where no actual time came in time."),
  inTime: z
    .union(
      [
        z.enum(["any-log", "as-the-visit-says"]),
        shaped({
          kind: z.literal("days-after-visit").describe("When it came at most so many days after the day of the visit."),
          days: wholeFrom(0).describe("Whole days after the day of the visit (included)."),
        }),
      ],
      { error: '"any-log", "as-the-visit-says" or an object of the kind "days-after-visit"' },
    )
    .describe("When did actual time come in time: whenever there is a log; when the visit says so; or when it came at most so many days after the day of the visit (included)."),
  missingLogOut: z.enum(["no-actual", "unpaid"]).describe("A carer logged in and never out: no actual time of that carer came, and the planned length is paid for that carer; or unpaid until corrected."),
  unexplained: z
    .enum(["planned-length", "nothing", "undetermined"])
    .exactOptional()
    .describe('What a visit without a log or an outcome is paid, whose actual time did not come in time: the planned length; nothing; or the contract leaves it open. Left out where "undelivered" is "by-outcome", and only there: the clause "undelivered" says.'),
});

const billedWithinLogged = shaped({
  kind: z.literal("billed-within-logged").describe("A start and end agreed for billing, which may only shrink inside the logged time."),
  outside: z.enum(["cut-off", "unpaid"]).describe("Billed time outside the logged time: cut off; or the line is unpaid until it is corrected."),
});

const addedUp = shaped({
  kind: z.literal("added-up").describe("Time that is added up before it goes through the table: of one service user with one provider."),
  over: z.enum(["day", "calendar-month", "period-assessed"]).describe("Over how long: a London day, a calendar month, or the period assessed."),
  carers: z.enum(["each", "together"]).describe("Each carer's time by itself, or all carers' together."),
  services: z.enum(["each", "together"]).describe("Each service by itself (the visit must name its service), or all together."),
  severalRates: z.enum(["as-completed", "undetermined"]).describe("Visits of one group at several rates: each is paid what its own time completes; or the group cannot be priced."),
  partMinutes: z
    .enum(["of-each", "of-the-sum"])
    .exactOptional()
    .describe("Where parts of minutes are settled, as paidMinutes.partMinutes says: of each line before it is added; or once, of the sum, with the seconds of every line in it. Left out: of each line."),
});

const limit = z.union(
  [
    z.literal("planned-length"),
    kinds([
      shaped({ kind: z.literal("planned-plus").describe("The planned length and some minutes more."), minutes: wholeFrom(0).describe("Whole minutes more than planned (included).") }),
      shaped({ kind: z.literal("minutes").describe("So many minutes."), minutes: wholeFrom(0).describe("Whole minutes (included).") }),
    ]),
  ],
  { error: '"planned-length", or an object of the kind "planned-plus" or "minutes"' },
) satisfies z.ZodType<PaidLimit, PaidLimit>;

/** Whose time is paid, and what becomes of time that is not simply one carer's stay. */
export const basis = shaped({
  basis: z
    .union([z.enum(["actual", "planned", "actual-within-planned"]), kinds([plannedWhereNoActual, billedWithinLogged])], {
      error: '"actual", "planned", "actual-within-planned", or an object of the kind "planned-where-no-actual" or "billed-within-logged"',
    })
    .describe('Which time: "actual", from the logs; "planned", the planned length of a visit that carers attended, however long they stayed; "actual-within-planned", the logged time between planned start and planned end; or one of two that say more.'),
  per: z
    .union([z.enum(["attendance", "visit"]), addedUp], { error: '"attendance", "visit", or an object of the kind "added-up"' })
    .describe("What goes through the table: each carer's attendance; the visit once, by the time at least one carer was there; or time that is added up first."),
  sameCarer: z.enum(["joined", "each-log"]).describe("One carer's several logs in a visit: joined first, or each by itself."),
  surplusCarers: z.enum(["earliest", "all"]).describe("More carers than required: the earliest to log in are paid, ties by carer id; or all."),
  mostCarers: wholeFrom(1).exactOptional().describe("The most carers that count as required, from 1: with 1, one carer of a two-carer visit. Left out: as many as the visit requires."),
  least: shaped({
    of: limit.describe("The length that is the least."),
    whereNothing: z.enum(["nothing", "the-least"]).describe("A length for which the table pays nothing: stays unpaid, or is paid the least too."),
  })
    .exactOptional()
    .describe("The least that is paid for a line, after the table; where time is added up, for the whole sum. Left out: none."),
  most: z
    .union([z.literal("no-limit"), limit], { error: '"no-limit", "planned-length", or an object of the kind "planned-plus" or "minutes"' })
    .describe("The most that is paid for a line, after the table and after the least: no limit, or one. Where time is added up, of the whole sum, and a planned length is that of all its visits together."),
  undelivered: z
    .enum(["nothing", "excused-planned-length", "by-outcome"])
    .describe('Nobody came: nothing is paid; an excused visit pays its planned length through the table, for as many carers as required; or the clause "undelivered" says, outcome by outcome.'),
}) satisfies z.ZodType<BasisTerms, BasisTerms>;
