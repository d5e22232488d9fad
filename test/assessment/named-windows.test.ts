import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NamedWindow, windowGaps, windowOverlaps, windowStretches, windowsAt } from "../../src/assessment/named-windows.js";
import { clockOf } from "../../src/shared/clock-time.js";

const included = { fromLimit: "included", toLimit: "included" } as const;
const limit = fc.constantFrom("included" as const, "excluded" as const);
/** Windows with ends on whole quarters of an hour, some past midnight. */
const someWindows = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 95 }), fromLimit: limit, toLimit: limit }), { minLength: 1, maxLength: 6 })
  .map((windows) =>
    windows.map(({ from, length, ...limits }, i): NamedWindow => ({ name: `W${i}`, from: clockOf(from * 900), to: clockOf((from + length === 96 ? 96 : (from + length) % 96) * 900), ...limits })),
  );

describe("which windows hold which stretch of the day", () => {
  it("the stretches follow each other without a hole from 00:00 to 24:00", () => {
    fc.assert(
      fc.property(someWindows, (windows) => {
        const stretches = windowStretches(windows);
        expect([stretches[0]!.from, stretches[0]!.fromLimit, stretches.at(-1)!.to, stretches.at(-1)!.toLimit]).toEqual(["00:00", "included", "24:00", "excluded"]);
        for (const [i, { from, fromLimit }] of stretches.slice(1).entries()) {
          const before = stretches[i]!;
          expect(from).toBe(before.to);
          expect(fromLimit).not.toBe(before.toLimit);
        }
      }),
    );
  });

  it("and each names exactly the windows that hold every time in it, minute by minute", () => {
    fc.assert(
      fc.property(someWindows, (windows) => {
        const stretches = windowStretches(windows);
        for (let minute = 0; minute < 1440; minute += 5) {
          const time = clockOf(minute * 60);
          const holding = stretches.filter(({ from, fromLimit, to, toLimit }) => (from < time || (from === time && fromLimit === "included")) && (time < to || (time === to && toLimit === "included")));
          expect(holding.length).toBe(1);
          expect(windowsAt(time, windows)).toEqual(windows.map(({ name }) => name).filter((name) => holding[0]!.windows.includes(name)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("an excluded end leaves its moment to the neighbour; two excluded ends leave a hole of one moment", () => {
    const tea = { name: "tea", from: "14:30", to: "16:00", ...included } as const;
    const lunch = { name: "lunch", from: "11:30", fromLimit: "included", to: "14:30", toLimit: "excluded" } as const;
    expect(windowOverlaps([lunch, tea])).toEqual([]);
    expect(windowGaps([lunch, { ...tea, fromLimit: "excluded" }]).map(({ from, to }) => [from, to])).toContainEqual(["14:30", "14:30"]);
  });

  it("a window past midnight holds the late evening and the early hours", () => {
    const night = [{ name: "night", from: "22:00", to: "06:00", ...included }];
    expect(["21:59", "22:00", "00:00", "06:00", "06:01"].map((time) => windowsAt(time, night).length)).toEqual([0, 1, 1, 1, 0]);
    expect(windowGaps(night)).toEqual([{ from: "06:00", fromLimit: "excluded", to: "22:00", toLimit: "excluded", windows: [] }]);
  });

  it.each([
    ["8:00", "10:00", "HH:MM"],
    ["08:00", "08:00", "end at another time"],
    ["24:00", "02:00", "begin before 24:00"],
    ["22:00", "00:00", "after 00:00"],
  ])("a window from %s to %s is refused by its name", (from, to, message) => {
    expect(() => windowGaps([{ name: "odd", from, to, ...included }])).toThrow(message);
    expect(() => windowGaps([{ name: "odd", from, to, ...included }])).toThrow('the named window "odd"');
  });
});
