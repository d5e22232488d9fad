import { describe, expect, it } from "vitest";
import { councilJsonSchema } from "../../src/config/index.js";

type Part = { readonly [key: string]: unknown };
const schema = councilJsonSchema() as Part;
const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null;

/** Every part of the schema, by its place in it. */
function partsOf(part: Part, path = "#"): (readonly [string, Part])[] {
  return [[path, part], ...Object.entries(part).flatMap(([key, value]) => (isPart(value) ? partsOf(value, `${path}/${key}`) : []))];
}
const parts = partsOf(schema);
const resolved = (part: Part): Part => {
  const { $ref } = part;
  return typeof $ref === "string" ? ((schema["$defs"] as Part)[$ref.replace("#/$defs/", "")] as Part) : part;
};

describe("the JSON Schema of a council's file", () => {
  it("is of draft 2020-12, small enough for an editor", () => {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(JSON.stringify(schema).length).toBeLessThan(400_000);
  });

  it("describes every field", () => {
    const fields = parts.filter(([path]) => /\/properties\/[^/]+$/.test(path));
    expect(fields.length).toBeGreaterThan(300);
    expect(fields.filter(([, field]) => typeof resolved(field)["description"] !== "string").map(([path]) => path)).toEqual([]);
  });

  it("has references that stand alone, and each leads somewhere", () => {
    const references = parts.filter(([, part]) => "$ref" in part);
    expect(references.length).toBeGreaterThan(10);
    for (const [path, part] of references) {
      expect(Object.keys(part), path).toEqual(["$ref"]);
      expect(isPart(resolved(part)), path).toBe(true);
    }
  });

  it("closes every object of named fields, and allows a comment in it", () => {
    const objects = parts.filter(([, part]) => part["type"] === "object" && Array.isArray(part["required"]));
    expect(objects.length).toBeGreaterThan(60);
    for (const [path, part] of objects) {
      expect(part["additionalProperties"], path).toBe(false);
      expect(part["properties"], path).toHaveProperty("$comment");
    }
  });

  it("names its own place at the top only", () => {
    expect(parts.filter(([path]) => path.endsWith("/properties/$schema")).map(([path]) => path)).toEqual(["#/properties/$schema"]);
  });
});
