import * as z from "zod";
import { rowOf } from "../contract/rows.schema.js";
import { day, decimal, kinds, limit, shaped, share, text, wholeFrom } from "../shared/values.schema.js";
import type { ContinuityTerms } from "./terms.js";

const daysOrMonth = z.union([wholeFrom(1), z.literal("calendar-month")], { error: 'whole days from 1, or "calendar-month"' });

const WINDOWS = {
  days: daysOrMonth.describe('Days in a window; or "calendar-month", which step and anchor must say too.'),
  step: daysOrMonth.describe("Days from the start of one window to the start of the next."),
  anchor: z
    .union([z.enum(["mondays", "period-start", "first-of-month"]), day], { error: '"mondays", "period-start", "first-of-month" or a day as YYYY-MM-DD' })
    .describe("Where windows start: on Mondays; on the first day of the period; on a day, and none before it; or on the first of a month."),
  received: z.enum(["attended", "delivered"]).describe("Which visits count, by the local day of their planned start: those attended (delivered or open), or the delivered ones alone."),
  callTypes: z.array(text, { error: "a list of call types" }).min(1, { error: "a list with at least one call type; left out, visits of every type count" }).exactOptional().describe("Only visits of these call types count. Left out: of every type."),
  carers: z.enum(["every", "as-many-as-required"]).exactOptional().describe("Which carers of a visit count: every one who came, or the earliest as many as were required. Left out: every one."),
  scope: z.enum(["service-user-and-provider", "service-user"]).describe("Whose window it is: a service user's with one provider, or over all of them."),
  shareOf: z.enum(["windows", "service-users"]).describe("The share is of windows, or of service users with every window within."),
};

const doubleHanded = z.enum(["one-visit", "carers-required", "left-out"]).describe("What a visit for several carers counts: once; as many times as carers are required; or nothing.");

/** How many different carers a service user may have in a window of days, and which windows, visits and carers count. */
export const continuity = kinds([
  shaped({
    kind: z.literal("linear").describe("Carers allowed = base + factor × visits, the product rounded."),
    base: wholeFrom(0).describe('Carers allowed with no visits: the 1 of "1 plus 0.15 × visits".'),
    factor: z
      .union([decimal, shaped({ carers: wholeFrom(0).describe("So many carers."), visits: wholeFrom(1).describe("For so many visits, from 1.") })], {
        error: 'decimal text from 0 in quotes, such as "0.15", or an object with carers and visits',
      })
      .describe("Carers more per visit, as decimal text; or so many carers for so many visits, where that is no decimal: 1 for 7."),
    rounding: z.enum(["up", "down", "nearest"]).describe('Which way the product is rounded when it is not whole; "nearest" puts half up.'),
    roundTo: wholeFrom(1).describe("What the product is rounded to a multiple of: 1 for whole carers."),
    doubleHanded,
    ...WINDOWS,
  }),
  shaped({
    kind: z.literal("table").describe("Carers allowed by a table."),
    rows: z.array(rowOf("visits", "Carers allowed for them (included)."), { error: "a list of rows" }).describe("From so many visits to so many (both included) becomes so many carers."),
    doubleHanded,
    ...WINDOWS,
  }),
  shaped({
    kind: z.literal("maximum").describe("So many carers in a window, however many visits."),
    most: wholeFrom(0).describe("Carers allowed (included)."),
    doubleHanded,
    ...WINDOWS,
  }),
  shaped({
    kind: z.literal("share").describe("The share of visits made by a few carers, against the least it must be."),
    mostFrequent: wholeFrom(1).describe("How many of the most frequent carers. Which of several equally frequent ones makes no difference to the share."),
    atLeast: z.union([share, z.null()], { error: 'a share from 0 to 1 as decimal text in quotes, or null' }).describe("The least share; null when the council sets none."),
    limit: limit.describe("Is a share exactly the least within?"),
    doubleHanded: z.enum(["each-carer", "left-out"]).describe("In a visit for several carers each carer's attendance is one of its own; or such visits are left out."),
    ...WINDOWS,
  }),
  shaped({ kind: z.literal("measure").describe("The different carers are counted, and nothing is asked of them."), doubleHanded, ...WINDOWS }),
]) satisfies z.ZodType<ContinuityTerms, ContinuityTerms>;
