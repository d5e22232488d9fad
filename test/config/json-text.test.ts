import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/config/json-text.js";
import { compactJson } from "../../src/config/compact-json.js";

const refused = (text: string): string => {
  const read = readJson(text);
  return read.kind === "no-json" ? `${read.problem.path}: ${read.problem.expected}; got ${read.problem.got}. ${read.problem.do}` : `json, ${read.twice.map(({ path, got }) => `${path} ${got}`).join()}`;
};

describe("JSON text", () => {
  it("is read as the language reads it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJson(text)).toEqual({ kind: "json", value: JSON.parse(text), twice: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("any text is read or refused as the language does", () => {
    const pieces = fc.array(fc.constantFrom("{", "}", "[", "]", ",", ":", '"', '"a"', "1", "-", ".5", "1e5", "01", "true", "nul", " ", "\n", "\\", "\\u00e", "\t", "//"), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        let value: unknown;
        let sound = true;
        try {
          value = JSON.parse(text);
        } catch {
          sound = false;
        }
        const read = readJson(text);
        expect(read.kind).toBe(sound ? "json" : "no-json");
        if (read.kind === "json") expect(read.value).toEqual(value);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['{\n  "id": "x",\n}', 'line 3, column 1: a name in double quotes; got "}". Take out the comma before it'],
    ["[1, 2,]", 'line 1, column 7: a value; got "]". Take out the comma before it'],
    ['{\n  "id": "x" // mine\n}', 'line 2, column 13: "," or "}"; got "// mine". JSON has no comments: write "$comment": "…" in the object'],
    ['{ "id": "x"\n  "name": "y" }', 'line 2, column 3: "," or "}"; got "\\"name\\": \\"y\\" }". Look at this line and the one before it'],
    ["{ id: 1 }", 'line 1, column 3: a name in double quotes; got "id: 1 }". Look at this line and the one before it'],
    ['{ "id": .5 }', 'line 1, column 9: a value; got ".5 }". Look at this line and the one before it'],
    ['{ "id": "x" } {', 'line 1, column 15: the end of the text; got "{". Look at this line and the one before it'],
    ['{ "id": "two\nlines" }', 'line 1, column 9: text in double quotes, on one line; got "\\"two". Look at this line and the one before it'],
    ['{ "id" "x" }', 'line 1, column 8: ":" after a name; got "\\"x\\" }". Look at this line and the one before it'],
    ["", "line 1, column 1: a value; got the end of the text. Look at this line and the one before it"],
    ["[".repeat(100), /^line 1, column 66: at most 64 objects/],
  ])("%s", (text, expected) => {
    expect(refused(text)).toMatch(expected);
  });

  it("finds keys that stand twice, of which the language would drop the first", () => {
    expect(refused('{ "a": [{ "b": 1,\n "b": 2 }], "a": 3 }')).toBe('json, a[0].b "b" again, in line 2,a "a" again, in line 2');
  });

  it("may begin with a byte order mark", () => {
    expect(readJson("\uFEFF1")).toEqual({ kind: "json", value: 1, twice: [] });
  });
});

describe("compact JSON", () => {
  it("is the same data, in lines of 120 letters at most where it can be cut", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(compactJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    const rows = Array.from({ length: 20 }, (_, from) => ({ from, to: from, becomes: 15 }));
    expect(compactJson({ rows }).split("\n").slice(1, 3)).toEqual(['  "rows": [', '    { "from": 0, "to": 0, "becomes": 15 },']);
  });

  it("puts on one line what is exactly as wide, and cuts one letter more", () => {
    expect(compactJson(["x".repeat(116)]).split("\n")).toHaveLength(1);
    expect(compactJson(["x".repeat(117)]).split("\n")).toHaveLength(3);
    // Inside an object, its indent and name count, and the comma behind it.
    const pair = (length: number) => compactJson({ a: ["x".repeat(length)], b: "y".repeat(100) }).split("\n");
    expect(pair(108)[1]).toBe(`  "a": ["${"x".repeat(108)}"],`);
    expect(pair(109)[1]).toBe('  "a": [');
  });
});
