import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodePoint } from "../../src/shared/code-points.js";

/** Compares code point by code point, as the words say; slow. */
function slowly(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => [...text].map((letter) => letter.codePointAt(0)!)) as [number[], number[]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return x.length - y.length;
}

// Letters on both sides of the surrogates, and above them, where UTF-16 order and code point order differ.
const letters = fc.constantFrom("", "a", "A", "é", "\u0000", "\uD7FF", "\uE000", "\uFF5E", "\uFFFD", "\uFFFF", "\u{10000}", "\u{103FF}", "\u{10400}", "\u{1F600}", "\u{1F601}", "\u{10FFFF}");
const text = fc.oneof(fc.string({ unit: "binary" }), fc.array(letters, { maxLength: 4 }).map((list) => list.join("")));

describe("texts are ordered by code point", () => {
  it("as comparing code point by code point orders them", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(slowly(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  it("one way or the other, and equal only to themselves", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(0 - Math.sign(byCodePoint(b, a)));
        expect(byCodePoint(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it("in a list, the same whatever order it came in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text), fc.integer(), (list, turn) => {
        const at = Math.abs(turn) % (list.length + 1);
        expect([...list.slice(at), ...list.slice(0, at)].sort(byCodePoint)).toEqual(list.toSorted(slowly));
      }),
    );
  });

  it.each([
    [["P2", "P10", "p1", "P1"], ["P1", "P10", "P2", "p1"], "no number and no case counts"],
    [["\u{1F600}", "\uFF5E", "z"], ["z", "\uFF5E", "\u{1F600}"], "a face comes after a full-width sign, where UTF-16 order has it before"],
    [["P1 ", "P1", ""], ["", "P1", "P1 "], "a shorter text comes first"],
    [["é", "e\u0301", "f"], ["e\u0301", "f", "é"], "no locale and no normal form counts"],
  ])("%j as %j: %s", (list, ordered, _why) => {
    expect(list.toSorted(byCodePoint)).toEqual(ordered);
  });
});
