import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, type Framework, type Term, extended, lastDayOf, termOn } from "../../src/index.js";
import { dayText } from "../../src/shared/day.js";
import { frameworkWith, source } from "./fixtures.js";

function withTerm(more: Partial<Term>): Framework {
  const framework = frameworkWith();
  return { ...framework, term: { ...framework.term, ...more } };
}

const extension = { upTo: "2026-12-31", inPart: true, source } as const;

describe("termOn: both ends are included", () => {
  it("the first day is in the term, the day before is not", () => {
    expect(termOn(withTerm({}), "2024-01-01").kind).toBe("in-term");
    expect(termOn(withTerm({}), "2023-12-31")).toEqual({ kind: "not-started", firstDay: "2024-01-01" });
  });

  it("the last day is in the term, the day after is not", () => {
    expect(termOn(withTerm({}), "2025-12-31")).toEqual({ kind: "in-term", lastDay: "2025-12-31", extended: false, unstated: false });
    expect(termOn(withTerm({}), "2026-01-01")).toEqual({ kind: "ended", lastDay: "2025-12-31", mayExtendTo: null });
  });

  it("an unused extension is no term, but the answer says that it is there", () => {
    expect(termOn(withTerm({ extension }), "2026-01-01")).toEqual({ kind: "ended", lastDay: "2025-12-31", mayExtendTo: "2026-12-31" });
    expect(termOn(withTerm({ extension }), "2026-12-31")).toMatchObject({ mayExtendTo: "2026-12-31" });
    expect(termOn(withTerm({ extension }), "2027-01-01")).toMatchObject({ mayExtendTo: null });
  });

  it("an extension used in part counts as far as it is used", () => {
    const part = extended(withTerm({ extension }), "2026-03-31");
    expect(termOn(part, "2025-12-31")).toMatchObject({ extended: false });
    expect(termOn(part, "2026-01-01")).toMatchObject({ kind: "in-term", extended: true, lastDay: "2026-03-31" });
    expect(termOn(part, "2026-03-31").kind).toBe("in-term");
    expect(termOn(part, "2026-04-01")).toEqual({ kind: "ended", lastDay: "2026-03-31", mayExtendTo: "2026-12-31" });
  });

  it("an open end never ends, and an unstated one is said", () => {
    expect(termOn(withTerm({ lastDay: "open" }), "2099-01-01")).toEqual({ kind: "in-term", lastDay: "open", extended: false, unstated: false });
    expect(termOn(withTerm({ lastDay: "unstated" }), "2099-01-01")).toMatchObject({ kind: "in-term", unstated: true });
    expect(termOn(withTerm({ firstDay: "unstated" }), "1999-01-01")).toMatchObject({ kind: "in-term", unstated: true });
  });

  it.each([
    ["term-ends-before-it-starts", { firstDay: "2026-01-01" }],
    ["extension-shortens-term", { extension: { ...extension, upTo: "2025-12-30" } }],
    ["extension-shortens-term", { extension, extendedTo: "2025-12-30" }],
    ["extension-shortens-term", { extension, extendedTo: "2026-01-01", lastDay: "open" }],
    ["extension-too-long", { extension, extendedTo: "2027-01-01" }],
    ["extension-in-part", { extension: { ...extension, inPart: false }, extendedTo: "2026-12-30" }],
    ["no-extension-allowed", { extendedTo: "2026-01-01" }],
  ] as const)("%s: cannot be determined", (reason, terms) => {
    expect(termOn(withTerm(terms), "2025-06-01")).toEqual({ kind: "cannot-be-determined", reason });
  });

  it("refuses a day that is none of the calendar", () => {
    expect(() => termOn(withTerm({}), "2025-02-29")).toThrow("dayNumber: the day must be a day of the calendar");
  });
});

describe("extended", () => {
  it("takes the whole extension, and no day more", () => {
    expect(lastDayOf(extended(withTerm({ extension }), "2026-12-31").term)).toBe("2026-12-31");
    expect(() => extended(withTerm({ extension }), "2027-01-01")).toThrow("within the extension that the contract allows");
  });

  it("never shortens the term, nor an extension used already", () => {
    expect(() => extended(withTerm({ extension }), "2025-12-30")).toThrow("never shortens a term");
    expect(extended(withTerm({ extension }), "2025-12-31").term.extendedTo).toBe("2025-12-31");
    const used = extended(withTerm({ extension }), "2026-06-30");
    expect(() => extended(used, "2026-06-29")).toThrow("never shortens a term, which is extended to 2026-06-30 already");
    expect(extended(used, "2026-06-30").term.extendedTo).toBe("2026-06-30");
  });

  it("refuses a part where only the whole may be used, an extension that is not allowed, one of an open term, and no day", () => {
    const whole = withTerm({ extension: { ...extension, inPart: false } });
    expect(() => extended(whole, "2026-12-30")).toThrow("only the whole extension may be used");
    expect(extended(whole, "2026-12-31").term.extendedTo).toBe("2026-12-31");
    expect(() => extended(withTerm({}), "2026-01-01")).toThrow("the contract must allow an extension");
    expect(() => extended(withTerm({ extension, lastDay: "open" }), "2026-01-01")).toThrow("a term without a last day has none");
    expect(() => extended(withTerm({ extension }), "2026-02-30")).toThrow("a day of the calendar");
  });

  it("whatever day it accepts, every day of the term before is in it after", () => {
    const days = fc.integer({ min: 19723, max: 21000 });
    let accepted = 0;
    fc.assert(
      fc.property(days, days, days, days, fc.boolean(), (last, upTo, to, asked, inPart) => {
        const framework = withTerm({ firstDay: "unstated", lastDay: dayText(last), extension: { upTo: dayText(upTo), inPart, source } });
        let longer: Framework;
        try {
          longer = extended(framework, dayText(to));
        } catch {
          return;
        }
        accepted++;
        const day: Day = dayText(asked);
        if (termOn(framework, day).kind === "in-term") expect(termOn(longer, day).kind).toBe("in-term");
        expect(termOn(longer, dayText(to)).kind).toBe("in-term");
        expect(termOn(longer, dayText(to + 1)).kind).toBe("ended");
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
