import * as z from "zod";
import { day, kinds, shaped, text } from "../shared/values.schema.js";
import type { DayKind, DayRule } from "./day-kind.js";

const DATE = 'a date of every year as MM-DD, such as "12-25"';
const date = z.string({ error: DATE }).regex(/^\d{2}-\d{2}$/, { error: DATE }) as unknown as z.ZodType<`${number}-${number}`, `${number}-${number}`>;

const dayRule = kinds([
  shaped({
    kind: z.literal("weekdays").describe("Days of the week."),
    weekdays: z.array(z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]), { error: "a list of days of the week" }).min(1, { error: "a list with at least one day of the week" }).describe("The days of the week, in small letters."),
  }),
  shaped({
    kind: z.literal("bank-holidays").describe("Bank holidays of the council's nation."),
    substitutes: z.enum(["included", "left-out"]).describe("With or without the days put in place of others."),
    titles: z.array(text, { error: "a list of titles" }).min(1, { error: "a list with at least one title; left out, all bank holidays" }).exactOptional().describe("Only those with these titles, as GOV.UK prints them. Left out: all."),
  }),
  shaped({
    kind: z.literal("dates").describe("The same dates every year, whether or not they are bank holidays."),
    dates: z.array(date, { error: "a list of dates" }).min(1, { error: "a list with at least one date" }).describe('The dates as MM-DD: "12-25".'),
  }),
  shaped({ kind: z.literal("days").describe("Days of the calendar."), days: z.array(day, { error: "a list of days" }).min(1, { error: "a list with at least one day" }).describe("The days as YYYY-MM-DD.") }),
]) satisfies z.ZodType<DayRule, DayRule>;

/** A kind of day that a rate names: weekend, bank holiday, Christmas Day. */
export const dayKind = shaped({
  name: text.describe("A name of its own, in the council's words."),
  on: dayRule.describe("Which days are of this kind."),
}) satisfies z.ZodType<DayKind, DayKind>;
