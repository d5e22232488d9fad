import { describe, expect, it } from "vitest";
import { toText } from "../../src/index.js";

describe("sections as text", () => {
  it("headings stand alone, each sentence begins a line, what goes on stands further in", () => {
    expect(toText([{ heading: "Visit", sentences: ["One two three four five.", "Six."] }, { sentences: ["Seven."] }], 16)).toBe("Visit\n  One two three\n    four five.\n  Six.\n\nSeven.\n");
  });

  it("leaves out what has no sentence", () => {
    expect(toText([{ heading: "Empty", sentences: [] }, { heading: "Full", sentences: ["Yes."] }])).toBe("Full\n  Yes.\n");
    expect(toText([])).toBe("");
  });

  it("keeps within the width, unless one word is longer", () => {
    const sentence = `${"word ".repeat(60)}${"x".repeat(100)} end.`;
    const lines = toText([{ heading: "H", sentences: [sentence] }]).split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([`    ${"x".repeat(100)}`]);
    expect(Math.max(...lines.filter((line) => !line.includes("x")).map((line) => line.length))).toBeGreaterThan(75);
  });

  it("shows what an id should not hold as a sign, so that a terminal cannot be led astray", () => {
    expect(toText([{ sentences: ["a\u001b[31mb\u0007c\nd\u202ee\u2028f"] }])).toBe("a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffdf\n");
  });
});
