import * as z from "zod";
import { decimal, kinds, shaped, text, wholeFrom } from "../shared/values.schema.js";
import { dayKind } from "./day-kind.schema.js";
import type { RateBand, RatePrice } from "./rate-bands.js";
import { rateConditions } from "./rate-conditions.schema.js";
import type { RateTerms } from "./rate.js";

const HOURS = '"every", or hours inside one day as "HH:MM-HH:MM", such as "07:00-22:00"';

const hourly = shaped({ kind: z.literal("hourly").describe("Pounds an hour, in proportion."), pounds: decimal.describe("Pounds an hour, as decimal text.") });

const price = kinds([
  hourly,
  shaped({
    kind: z.literal("by-length").describe("A price for a length in minutes paid, not in proportion."),
    lengths: z
      .array(
        shaped({
          from: wholeFrom(0).describe("Shortest length, in minutes paid (included)."),
          to: z.union([wholeFrom(0), z.literal("open")], { error: 'whole minutes from 0, or "open"' }).describe('Longest length, in minutes paid (included); "open" has no end.'),
          pounds: decimal.describe("Pounds for a visit of that length, as decimal text."),
        }).superRefine(({ from, to }, context) => {
          if (to !== "open" && to < from) context.addIssue({ code: "custom", path: ["to"], message: `${from} or more, its own "from"` });
        }),
        { error: "a list of lengths" },
      )
      .min(1, { error: "a list with at least one length" })
      .describe("The lengths and their prices."),
    otherwise: hourly.exactOptional().describe("What lengths that are not listed are paid by the hour. Left out: they have no price."),
  }),
  shaped({
    kind: z.literal("share-of").describe("A share of another band's price: half of the day rate, time and a half."),
    band: text.describe("The other band, by its name."),
    share: decimal.describe('The share as decimal text: "0.5", "1.5".'),
  }),
]) satisfies z.ZodType<RatePrice, RatePrice>;

const band = shaped({
  name: text.describe("A name of its own, in the council's words."),
  when: z
    .union([z.literal("otherwise"), rateConditions], { error: '"otherwise", or an object of conditions' })
    .describe('When it holds: every condition named must, one left out does not matter; "otherwise", where no other band does (one band at most).'),
  price: price.describe("What time in this band is paid."),
}) satisfies z.ZodType<RateBand, RateBand>;

/** What time is paid: one rate, or bands of rates. */
export const rate = kinds([
  shaped({
    kind: z.literal("one-rate").describe("One rate for every visit."),
    hourly: decimal.describe("Pounds an hour, as decimal text."),
    hours: z
      .string({ error: HOURS })
      .regex(/^(every|([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00))$/, { error: HOURS })
      .describe('The London hours it is paid in: "every", or "HH:MM-HH:MM" (both included); outside them there is no rate.'),
  }),
  shaped({
    kind: z.literal("bands").describe("Rates by service, kind of day, hour, place or number of carers."),
    dayKinds: z.array(dayKind, { error: "a list of kinds of day" }).describe("The kinds of day that bands name, in the order in which a day is looked up: the first that holds it."),
    bands: z.array(band, { error: "a list of bands" }).min(1, { error: "a list with at least one band" }).describe("For each visit and moment exactly one band should hold. Where none does, or several, there is no rate."),
    across: z
      .enum(["split", "by-start", "higher"])
      .describe("A visit that reaches from one band into another: its paid minutes are laid from its start on and split at the boundary; or it is priced whole by its start; or whole at the higher price of those bands that it reaches."),
    times: z.enum(["paid", "planned"]).describe("Which times are looked at: those paid (the log-in, or the planned start where the planned length is paid), or the planned ones."),
  }),
]) satisfies z.ZodType<RateTerms, RateTerms>;
