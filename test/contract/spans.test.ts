import { describe, expect, it } from "vitest";
import { type HeldSpan, type Limit, type Span, heldSpans, holdsValue } from "../../src/contract/spans.js";

const span = (from: number, to: number, fromLimit: Limit = "included", toLimit: Limit = "included"): Span<number> => ({ from, fromLimit, to, toLimit });
const numbers = (a: number, b: number): number => a - b;

/** A piece in the notation of intervals, and which spans hold it: "[2, 4): 0,1". */
const text = ({ from, fromLimit, to, toLimit, held }: HeldSpan<number>): string => `${fromLimit === "included" ? "[" : "("}${from}, ${to}${toLimit === "included" ? "]" : ")"}: ${held.join()}`;
const pieces = (whole: Span<number>, ...spans: Span<number>[]): string[] => heldSpans(spans, whole, numbers).map(text);

describe("a whole stretch cut by spans", () => {
  it("is one piece that none holds where there are no spans", () => {
    expect(pieces(span(0, 10))).toEqual(["[0, 10]: "]);
  });

  it("keeps its own ends, held or not, whoever reaches past them", () => {
    const past = span(-5, 15);
    expect(pieces(span(0, 10), past)).toEqual(["[0, 10]: 0"]);
    expect(pieces(span(0, 10, "excluded"), past)).toEqual(["(0, 10]: 0"]);
    expect(pieces(span(0, 10, "included", "excluded"), past)).toEqual(["[0, 10): 0"]);
    expect(pieces(span(0, 10, "excluded", "excluded"), past)).toEqual(["(0, 10): 0"]);
  });

  it("spans wholly before or after it cut nothing", () => {
    expect(pieces(span(0, 10), span(-5, -1), span(11, 15))).toEqual(["[0, 10]: "]);
  });

  it("a span that ends in it, given in any order, cuts it there", () => {
    expect(pieces(span(0, 10), span(7, 12), span(-3, 4))).toEqual(["[0, 4]: 1", "(4, 7): ", "[7, 10]: 0"]);
  });

  it("an end that two spans exclude is a hole of one value; one that both include an overlap of one", () => {
    expect(pieces(span(0, 10), span(0, 5, "included", "excluded"), span(5, 10, "excluded"))).toEqual(["[0, 5): 0", "[5, 5]: ", "(5, 10]: 1"]);
    expect(pieces(span(0, 10), span(0, 5), span(5, 10))).toEqual(["[0, 5): 0", "[5, 5]: 0,1", "(5, 10]: 1"]);
  });

  it("a whole of one value is one piece", () => {
    expect(pieces(span(3, 3), span(0, 5))).toEqual(["[3, 3]: 0"]);
  });
});

it("a span holds its ends where they are included", () => {
  const inSpan = (fromLimit: Limit, toLimit: Limit): boolean[] => [1, 2, 3, 4, 5].map((value) => holdsValue(value, span(2, 4, fromLimit, toLimit), numbers));
  expect(inSpan("included", "included")).toEqual([false, true, true, true, false]);
  expect(inSpan("excluded", "included")).toEqual([false, false, true, true, false]);
  expect(inSpan("included", "excluded")).toEqual([false, true, true, false, false]);
});
