import * as z from "zod";
import { day, kinds, shaped } from "../shared/values.schema.js";
import type { Clause } from "./clause.js";
import { type Fields, readingsOf } from "./reading.schema.js";
import { authority, source } from "./source.schema.js";

const FACTS = {
  firstDay: z
    .union([z.literal("unstated"), day], { error: 'a day of the calendar as YYYY-MM-DD, or "unstated"' })
    .describe('First day it applies (included), or "unstated" when the document does not say.'),
  lastDay: z
    .union([z.literal("open"), z.literal("unstated"), day], { error: 'a day of the calendar as YYYY-MM-DD, "open" or "unstated"' })
    .describe('Last day it applies (included), "open" when the document says it has no end, or "unstated".'),
  authority: authority.describe('How far it binds: "agreed" is in the contract, "trial" is being tried; "recommended" and "proposed" bind nobody and apply only when a caller names them.'),
  source: source.describe("Where the terms stand, the main place first."),
  alsoSee: z.array(source, { error: "a list of sources" }).exactOptional().describe("Other places that bear on it."),
};

/** The schema of terms: an object, or one of several kinds of object. */
export type TermsSchema<Terms> = z.ZodType<Terms> & (z.ZodObject | z.ZodDiscriminatedUnion<readonly z.ZodObject[]>);

/** A clause with these terms: its versions, each with its days, source, authority and readings. */
export function clauseOf<Terms>(terms: TermsSchema<Terms>, says: string): z.ZodType<Clause<Terms>, Clause<Terms>> {
  const fields = ("options" in terms ? terms.options : [terms]).map(({ shape }) => shape as Fields);
  const versions = fields.map((own) => shaped({ ...FACTS, ...own, readings: readingsOf(own, fields) }).superRefine(inOrder));
  const version = versions.length === 1 ? versions[0]! : kinds(versions as unknown as [z.ZodObject, ...z.ZodObject[]]);
  return shaped({
    versions: z
      .array(version, { error: "a list of versions" })
      .min(1, { error: "a list with at least one version" })
      .describe("The dated versions of the clause, in any order."),
    // The fields were taken apart and put together again, which the compiler does not follow.
  }).describe(says) as unknown as z.ZodType<Clause<Terms>, Clause<Terms>>;
}

function inOrder(version: unknown, context: z.RefinementCtx): void {
  // Days as YYYY-MM-DD compare as text, and no day comes after a word.
  const { firstDay, lastDay } = version as { readonly firstDay: string; readonly lastDay: string };
  if (firstDay !== "unstated" && lastDay < firstDay) context.addIssue({ code: "custom", path: ["lastDay"], message: `${firstDay} or later, the version's own first day` });
}
