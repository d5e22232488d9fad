import * as z from "zod";
import { type ClockTime } from "./clock-time.js";
import { type Day, readDay } from "./day.js";
import type { DecimalText } from "./exact.js";

// The values that clauses are made of. `error` says what is expected, in words that follow "expected".

/** An object that has these fields and no others. Of a field it does not know, its error lists those that it knows. */
export function shaped<Fields extends z.core.$ZodLooseShape>(fields: Fields): z.ZodObject<Fields, z.core.$strict> {
  const known = Object.keys(fields).join(", ");
  return z.strictObject(fields, { error: ({ code }) => (code === "unrecognized_keys" ? known : "an object") });
}

/** One of several objects, told apart by their `kind`. */
export function kinds<const Options extends readonly [z.ZodObject, ...z.ZodObject[]]>(options: Options): z.ZodDiscriminatedUnion<Options, "kind"> {
  const names = options.flatMap(({ shape }) => [...(shape["kind"] as z.ZodLiteral<string>).values]).join(", ");
  return z.discriminatedUnion("kind", options, { error: (issue) => ("discriminator" in issue ? undefined : `an object of a kind: ${names}`) });
}

/** Text that says something. */
export const text = z.string({ error: "text" }).min(1, { error: "text that is not empty", abort: true });

const KEBAB = "small letters and digits, with hyphens between them";

/** A stable name for programs: `"beyond-the-hour"`. */
export const slug = z.string({ error: KEBAB }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: KEBAB, abort: true });

/** A whole number from a least one (included). */
export function wholeFrom(least: number): z.ZodNumber {
  const error = `a whole number from ${least}`;
  return z.int({ error }).min(least, { error, abort: true });
}

const DAY = "a day of the calendar as YYYY-MM-DD";

/** A day of the calendar. */
export const day = z
  .string({ error: DAY })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: DAY, abort: true })
  .refine((text) => readDay(text) !== undefined, { error: DAY, abort: true }) as unknown as z.ZodType<Day, Day>;

const DECIMAL = 'decimal text from 0 in quotes, such as "14.01"';

/** Money or a factor from 0, as decimal text. */
export const decimal: z.ZodType<DecimalText, DecimalText> = z.string({ error: DECIMAL }).regex(/^\d+(\.\d+)?$/, { error: DECIMAL, abort: true });

const SHARE = 'a share from 0 to 1 as decimal text in quotes, such as "0.80"';

/** A share from 0 to 1 (both included), as decimal text. */
export const share: z.ZodType<DecimalText, DecimalText> = z.string({ error: SHARE }).regex(/^(0(\.\d+)?|1(\.0+)?)$/, { error: SHARE, abort: true });

const CLOCK = 'a time of the day as "HH:MM", from "00:00" to "24:00"';

/** A time on the London wall clock. */
export const clockTime: z.ZodType<ClockTime, ClockTime> = z.string({ error: CLOCK }).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: CLOCK, abort: true });

/** Does a stretch hold its end itself? */
export const limit = z.enum(["included", "excluded"]);
