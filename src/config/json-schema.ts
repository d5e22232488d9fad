import * as z from "zod";
import { COMMENT, SCHEMA } from "./comments.js";
import { councilSchema } from "./council.schema.js";
import { type Loose, loose } from "./rule-sets.js";

/**
 * The JSON Schema of a council's file (draft 2020-12), with a description of every field, so that an editor completes the
 * file and says what each field means. The package has it as `homecare-rules/council.schema.json`.
 *
 * @example
 * ```ts
 * councilJsonSchema()["title"]; // => "A council's home-care contract"
 * ```
 */
export function councilJsonSchema(): { readonly [key: string]: unknown } {
  const { $schema, $defs, ...council } = z.toJSONSchema(councilSchema, { target: "draft-2020-12", reused: "ref" });
  const shared = loose($defs);
  const used = new Map<string, unknown>();
  const schema = loose(forEditors(council));
  const properties = { [SCHEMA]: SCHEMA_SCHEMA, ...loose(schema["properties"]) };
  return { $schema, title: "A council's home-care contract", ...schema, properties, $defs: Object.fromEntries(used) };

  /** Comments are allowed in every object, and a reference stands alone: some editors pass over what stands beside it. */
  function forEditors(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(forEditors);
    if (typeof part !== "object" || part === null) return part;
    const { $ref, ...beside } = part as Loose;
    if (typeof $ref === "string") {
      const name = $ref.replace("#/$defs/", "");
      if (Object.keys(beside).length > 0 || JSON.stringify(shared[name]).length < WORTH_A_NAME) return forEditors({ ...loose(shared[name]), ...beside });
      if (!used.has(name)) {
        used.set(name, null);
        used.set(name, forEditors(shared[name]));
      }
      return { $ref };
    }
    const plain: Loose = Object.fromEntries(
      Object.entries(beside)
        .filter(([key, value]) => !(key === "maximum" && value === Number.MAX_SAFE_INTEGER))
        .map(([key, value]) => [key, forEditors(value)]),
    );
    return plain["type"] === "object" ? { ...plain, properties: { ...loose(plain["properties"]), [COMMENT]: COMMENT_SCHEMA } } : plain;
  }
}

/** Shorter parts than this stand where they are needed. */
const WORTH_A_NAME = 150;

const SCHEMA_SCHEMA = { description: "Where the JSON Schema of this file is, for editors.", type: "string" };
const COMMENT_SCHEMA = {
  description: "A comment, for people: one text, or a list of lines. It changes nothing.",
  anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
};
