import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OUTCOMES } from "../../src/visit/outcome.js";
import { nearest, refuse, suggest } from "../../src/shared/refuse.js";

describe("a refusal names the function, what was expected and what came", () => {
  it.each([
    ["a number", 25.5, "25.5"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a text, in quotes", 'say "x"', '"say \\"x\\""'],
    ["a text of 60 letters, whole", "x".repeat(60), `"${"x".repeat(60)}"`],
    ["a text of 61 letters, cut", "x".repeat(61), `"${"x".repeat(60)}…"`],
    ["an object", { secret: "name" }, "an object"],
    ["an object that has no text", Object.create(null), "an object"],
    ["an array", [1, 2], "an array"],
    ["a function", () => 1, "a function"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["a bigint", 5n, "5"],
  ])("%s", (_what, value, shown) => {
    expect(() => refuse("bandFor", "minutes must be a whole number from 0", value)).toThrow(new TypeError(`bandFor: minutes must be a whole number from 0, got ${shown}`));
  });

  it("and what to do, where there is something", () => {
    expect(() => refuse("f", "x must be 1", 2, "Give 1")).toThrow(new TypeError("f: x must be 1, got 2. Give 1"));
  });
});

describe("the nearest listed name", () => {
  it.each([
    ["hopsital", "hospital"],
    ["Hospital", "hospital"],
    ["no_access", "no-access"],
    ["noaccess", "no-access"],
    ["cancelled-by-persons", "cancelled-by-person"],
    ["refuse", "refused"],
    ["othre", "other"],
  ])("for %s is %s", (name, near) => {
    expect(nearest(name, OUTCOMES)).toBe(near);
    expect(suggest(name, OUTCOMES)).toBe(`Did you mean "${near}"?`);
  });

  it.each(["", "deceased", "xyz", "cancelled", "suspended-by-the-provider"])("for %j there is none, so the whole list is shown", (name) => {
    expect(nearest(name, OUTCOMES)).toBeUndefined();
    expect(suggest(name, OUTCOMES)).toBe(`Known: ${OUTCOMES.join(", ")}`);
  });

  it.each([
    ["abcdefgh12", "two of ten letters changed", "abcdefghij"],
    ["abcdef1234", "four of ten letters changed: a third of ten, rounded up", "abcdefghij"],
    ["abcde12345", "five of ten letters changed", undefined],
    ["ab12", "two of four letters changed", "abcd"],
    ["a123", "three of four letters changed", undefined],
  ])("for %s, %s, is %s", (name, _how, near) => {
    expect(nearest(name, [name.length === 4 ? "abcd" : "abcdefghij"])).toBe(near);
  });

  it.each([
    ["gps", "app", undefined],
    ["ap", "app", "app"],
    ["dya", "day", "day"],
    ["dyx", "day", undefined],
    ["Dya", "DAY", "DAY"],
    ["apq", "app", "app"],
    ["APP", "app", "app"],
    ["B", "A", undefined],
    ["a", "A", "A"],
    ["", "A", undefined],
  ])("for %j, where %s is listed, is %s: of two or three letters one may differ or two change places, and of one none", (name, listed, near) => {
    expect(nearest(name, [listed])).toBe(near);
  });

  it("is the first of two as near", () => {
    expect(nearest("step", ["steps", "stop", "stepx"])).toBe("steps");
    expect(nearest("step", ["stop", "steps"])).toBe("stop");
  });

  it("of a listed name is itself, and of a name with one letter left out that name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...OUTCOMES), fc.nat(), (name, at) => {
        const place = at % name.length;
        expect(nearest(name, OUTCOMES)).toBe(name);
        expect(nearest(name.slice(0, place) + name.slice(place + 1), OUTCOMES)).toBe(name);
      }),
    );
  });
});
