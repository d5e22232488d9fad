import * as z from "zod";
import { shaped, slug, text } from "../shared/values.schema.js";

/** The fields of the terms of one kind. */
export type Fields = { readonly [field: string]: z.ZodType };

/** The readings of a version: `kinds` are the fields of each kind of the terms, `own` those of the version's own. */
export function readingsOf(own: Fields, kinds: readonly Fields[]): z.ZodType {
  const patches = [own, ...kinds.filter((fields) => fields !== own)].map((fields, i) => shaped(patchOf(fields, i > 0)));
  const set = patches.length === 1 ? patches[0]! : z.union(patches, { error: "an object with fields of this clause" });
  const asked = [...new Set(kinds.flatMap((fields) => Object.keys(fields).filter((field) => takesText(fields[field]!))))];
  const choice = shaped({
    says: text.describe("What the choice says, in one plain sentence."),
    set: set.describe("The fields of this version that it sets, with their values."),
    ...(asked.length === 0 ? {} : { asks: asksFor(asked).exactOptional().describe("A value that only the caller can give. Without it the choice cannot be taken.") }),
  });
  const reading = shaped({
    silent: text.describe("What the source leaves unsaid, or where it contradicts itself."),
    adopted: slug.describe("The name of the choice whose values the version has."),
    because: text.exactOptional().describe("Why that choice is adopted, in one plain sentence."),
    inPlaceOf: slug.exactOptional().describe("The choice adopted before, where another was taken in its place. The library writes it; a council's own file has no need of it."),
    choices: z.record(slug, choice, { error: "an object of choices by their names" }).describe("Everything it could mean, by a name of small letters and hyphens."),
  });
  return z
    .record(slug, reading, { error: "an object of readings by their names" })
    .describe("Where the source is silent or contradicts itself: what is adopted, and what else it could mean. {} when it leaves nothing open.");
}

/** A patch sets what it likes; one that is of another kind than the version must name that kind. */
function patchOf(fields: Fields, named: boolean): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, (named && field === "kind") || value instanceof z.ZodExactOptional ? value : value.exactOptional().describe(value.description ?? "")]),
  );
}

function asksFor(fields: readonly string[]): z.ZodType {
  return shaped({
    field: z.enum(fields).describe("The field that the value is for."),
    for: text.describe("What to write there."),
  });
}

/** Does a field take text that is not one of a list? Only such a value can be asked for. */
function takesText(field: z.ZodType): boolean {
  if (field instanceof z.ZodExactOptional) return takesText(field.unwrap() as z.ZodType);
  if (field instanceof z.ZodUnion) return field.options.some((option) => takesText(option as z.ZodType));
  return field instanceof z.ZodString;
}
