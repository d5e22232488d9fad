import * as z from "zod";
import { decimal, shaped, text, wholeFrom } from "../shared/values.schema.js";
import type { Miles, PlaceConditions, RateConditions } from "./rate-conditions.js";

const names = z.array(text, { error: "a list of names" }).min(1, { error: "a list with at least one name; left out, it does not matter" });
const from = decimal.describe("Miles from which on it holds (included).");
const over = decimal.describe("Miles over which it holds (not included).");
const to = z.union([decimal, z.literal("open")], { error: 'miles as decimal text in quotes, or "open"' }).describe('Miles up to which it holds (included); "open" has no end.');
const under = decimal.describe("Miles under which it holds (not included).");

const miles = z.union([shaped({ from, to }), shaped({ from, under }), shaped({ over, to }), shaped({ over, under })], {
  error: 'miles as { "from" or "over", "to" or "under" }, such as { "over": "3", "to": "6" }',
}) satisfies z.ZodType<Miles, Miles>;

const PLACES = {
  services: names.exactOptional().describe("Services, by the council's names for them. Left out: every service."),
  lots: names.exactOptional().describe("Lots of the contract. Left out: every lot."),
  zones: names.exactOptional().describe("Zones of service users' homes. Left out: every zone."),
  miles: miles.exactOptional().describe('A stretch of miles: "from" and "to" are included, "over" and "under" are not. Left out: any distance.'),
  carersRequired: z.array(wholeFrom(1), { error: "a list of numbers of carers" }).min(1, { error: "a list with at least one number of carers; left out, it does not matter" }).exactOptional().describe("Numbers of carers that the visit requires, from 1. Left out: any number."),
};

/** Conditions that hold for a visit as a whole. */
export const placeConditions = shaped(PLACES) satisfies z.ZodType<PlaceConditions, PlaceConditions>;

const HOURS = 'hours as "HH:MM-HH:MM", such as "20:00-07:00"';

/** For which visits, days and hours a band of the rates is. */
export const rateConditions = shaped({
  ...PLACES,
  days: names.exactOptional().describe("Kinds of day, by their names in dayKinds. Left out: every day."),
  hours: z
    .string({ error: HOURS })
    .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: HOURS })
    .exactOptional()
    .describe('London hours, the first included and the last not; "20:00-07:00" goes past midnight. Left out: every hour.'),
}) satisfies z.ZodType<RateConditions, RateConditions>;
