import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carersAllowed, compileStandard, continuityHoles } from "../../src/continuity/standard.js";
import type { ContinuityTerms, LinearContinuity, LinearStandard } from "../../src/continuity/terms.js";
import { continuityWindows, isWithin } from "../../src/continuity/window.js";
import type { Day } from "../../src/shared/day.js";

const counting = { received: "attended", scope: "service-user-and-provider", shareOf: "windows" } as const;
const week = { days: 7, step: 7, anchor: "mondays" } as const;
const linear: LinearContinuity = { kind: "linear", base: 1, factor: "0.15", rounding: "up", roundTo: 1, doubleHanded: "one-visit", ...week, ...counting };
const allowed = (visits: number, patch: Partial<LinearStandard>) => carersAllowed(visits, compileStandard({ ...linear, ...patch }));
const march = (day: number): Day => `2026-03-${String(day).padStart(2, "0")}` as Day; // the 16th is a Monday
const thisWeek = { firstDay: march(16), lastDay: march(22) };

describe("linear: base + factor × visits, rounded", () => {
  it.each([
    ["up", { rounding: "up" }, [[6, 2], [7, 3], [13, 3], [14, 4], [20, 4]]],
    ["down", { rounding: "down" }, [[6, 1], [7, 2], [13, 2], [14, 3], [20, 4]]],
    ["to the nearest, half up", { rounding: "nearest" }, [[3, 1], [4, 2], [10, 3], [9, 2], [20, 4]]],
    ["down, one carer for seven visits", { rounding: "down", factor: { carers: 1, visits: 7 } }, [[6, 1], [7, 2], [13, 2], [14, 3]]],
    ["up, one carer for seven visits or part of seven", { rounding: "up", factor: { carers: 1, visits: 7 } }, [[0, 1], [1, 2], [7, 2], [8, 3]]],
    ["up to an even number", { rounding: "up", roundTo: 2 }, [[0, 1], [1, 3], [13, 3], [14, 5]]],
    ["with no base", { base: 0 }, [[0, 0], [1, 1], [20, 3]]],
  ] as const)("%s", (_what, patch, cases) => {
    for (const [visits, carers] of cases) expect(allowed(visits, patch), `${visits} visits`).toBe(carers);
  });

  it("is exact: it agrees with whole-number arithmetic, whatever the factor and rounding", () => {
    const places = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 2000 }), places, fc.constantFrom("up" as const, "down" as const, "nearest" as const), fc.integer({ min: 1, max: 3 }), (visits, digits, scale, rounding, roundTo) => {
        const power = 10 ** scale;
        const factor = scale === 0 ? String(digits) : `${Math.floor(digits / power)}.${String(digits % power).padStart(scale, "0")}`;
        const [product, unit] = [BigInt(visits) * BigInt(digits), BigInt(power) * BigInt(roundTo)];
        const units = rounding === "down" ? product / unit : rounding === "up" ? (product + unit - 1n) / unit : (2n * product + unit) / (2n * unit);
        expect(allowed(visits, { factor, rounding, roundTo })).toBe(1 + roundTo * Number(units));
      }),
    );
  });

  it.each([
    [{ roundTo: 0 }, "roundTo must be a whole number from 1"],
    [{ factor: { carers: 1, visits: 0 } }, "factor must be whole carers from 0 for whole visits from 1"],
    [{ factor: "-0.1" }, "factor must be from 0"],
    [{ base: 0.5 }, "base must be a whole number from 0"],
  ] as const)("refuses %j", (patch, message) => {
    expect(() => allowed(14, patch)).toThrow(message);
  });
});

describe("a table of visits from and to", () => {
  const rows = [{ from: 1, to: 7, becomes: 3 }, { from: 8, to: 13, becomes: 4 }, { from: 15, to: 28, becomes: 5 }, { from: 28, to: "open", becomes: 6 }] as const;
  const table = { kind: "table", rows, doubleHanded: "one-visit", ...week, ...counting } as const;

  it("allows the carers of the row, both ends included", () => {
    expect([1, 7, 8, 13, 15, 27, 29, 500].map((visits) => carersAllowed(visits, compileStandard(table)))).toEqual([3, 3, 4, 4, 5, 5, 6, 6]);
  });

  it("its holes and overlaps are found exactly, and no number of carers is made up for them", () => {
    expect(continuityHoles(rows)).toEqual({ gaps: [{ from: 14, to: 14 }], overlaps: [{ from: 28, to: 28 }] });
    expect(carersAllowed(14, compileStandard(table))).toBe("no-row");
    expect(carersAllowed(28, compileStandard(table))).toBe("several-rows");
  });

  it("a row of 0 visits neither fills nor overlaps anything: a window without a visit is none", () => {
    expect(continuityHoles([{ from: 0, to: 0, becomes: 1 }, { from: 0, to: "open", becomes: 3 }])).toEqual({ gaps: [], overlaps: [] });
  });

  it("a window in a hole is neither within nor over", () => {
    const received = Array.from({ length: 14 }, (_, i) => ({ day: march(16 + (i % 7)), carers: [`C${i % 5}`] }));
    const [window] = continuityWindows(received, thisWeek, table);
    expect(window).toMatchObject({ visits: 14, allowed: null, over: null, reason: "no-row" });
    expect(isWithin(window!)).toBeNull();
    const [shorter] = continuityWindows(received.slice(1), thisWeek, table);
    expect(shorter).toMatchObject({ visits: 13, allowed: 4, over: 1 });
    expect(isWithin(shorter!)).toBe(false);
  });

  it("refuses a row that is no whole visits", () => {
    expect(() => compileStandard({ ...table, rows: [{ from: 7, to: 1, becomes: 3 }] })).toThrow("a row must be whole visits");
  });
});

describe("a plain maximum", () => {
  const maximum = { kind: "maximum", most: 3, doubleHanded: "one-visit", ...week, ...counting } as const;
  const visits = (carers: number) => Array.from({ length: 21 }, (_, i) => ({ day: march(16 + (i % 7)), carers: [`C${i % carers}`] }));

  it("holds however many visits there are, itself included", () => {
    expect(continuityWindows(visits(3), thisWeek, maximum)).toMatchObject([{ visits: 21, allowed: 3, over: 0 }]);
    expect(continuityWindows(visits(4), thisWeek, maximum)).toMatchObject([{ visits: 21, allowed: 3, over: 1 }]);
  });
});

describe("the share of visits by the most frequent carers", () => {
  const share = { kind: "share", mostFrequent: 2, atLeast: "0.80", limit: "included", doubleHanded: "each-carer", ...week, ...counting } as const;
  const received = (...carers: readonly string[]) => carers.map((carer, i) => ({ day: march(16 + (i % 7)), carers: [carer] }));

  it("is exact, the least share included or not", () => {
    const ten = received("A", "A", "A", "A", "A", "B", "B", "B", "C", "D");
    expect(continuityWindows(ten, thisWeek, share)).toMatchObject([{ visits: 10, attendances: 10, byMostFrequent: 8, share: "0.8000", atLeast: "0.80", met: true }]);
    expect(continuityWindows(ten, thisWeek, { ...share, limit: "excluded" })).toMatchObject([{ met: false }]);
    expect(continuityWindows(ten, thisWeek, { ...share, atLeast: "0.8001" })).toMatchObject([{ met: false }]);
  });

  it("which of equally frequent carers are taken makes no difference", () => {
    expect(continuityWindows(received("A", "B", "C"), thisWeek, share)).toMatchObject([{ byMostFrequent: 2, share: "0.6667", met: false }]);
  });

  it("a visit by two carers is two attendances", () => {
    expect(continuityWindows([{ day: march(16), carers: ["A", "B"] }, { day: march(17), carers: ["A", "C"] }], thisWeek, { ...share, mostFrequent: 1 })).toMatchObject([{ visits: 2, attendances: 4, byMostFrequent: 2, share: "0.5000" }]);
  });

  it("without a least share nothing is met or missed; without a carer there is no share", () => {
    expect(continuityWindows(received("A"), thisWeek, { ...share, atLeast: null })).toMatchObject([{ share: "1.0000", met: null }]);
    expect(continuityWindows([{ day: march(16), carers: [] }], thisWeek, share)).toMatchObject([{ visits: 1, share: null, met: null }]);
  });

  it("never falls when one more of the carers counts", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A", "B", "C", "D", "E"), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (carers, mostFrequent) => {
        const by = (n: number) => continuityWindows(received(...carers), thisWeek, { ...share, mostFrequent: n })[0]!.byMostFrequent;
        expect(by(mostFrequent + 1)).toBeGreaterThanOrEqual(by(mostFrequent));
        expect(by(5)).toBe(carers.length);
      }),
    );
  });

  it.each([
    [{ mostFrequent: 0 }, "mostFrequent must be a whole number from 1"],
    [{ atLeast: "80" }, "atLeast must be a share from 0 to 1"],
  ] as const)("refuses %j", (patch, message) => {
    expect(() => compileStandard({ ...share, ...patch })).toThrow(message);
  });
});

describe("a measure without a target", () => {
  it("says who came, and neither allows nor forbids", () => {
    const measure = { kind: "measure", doubleHanded: "one-visit", ...week, ...counting } as const;
    const windows = continuityWindows([{ day: march(16), carers: ["A"] }, { day: march(18), carers: ["B", "A"] }], thisWeek, measure);
    expect(windows).toEqual([{ ...thisWeek, visits: 2, carers: ["A", "B"] }]);
    expect(isWithin(windows[0]!)).toBeNull();
  });
});

describe("which windows there are", () => {
  const first = (patch: Partial<LinearContinuity>, firstDay: Day, lastDay: Day) => {
    const received = Array.from({ length: 120 }, (_, i) => ({ day: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10) as Day, carers: ["A"] }));
    return continuityWindows(received, { firstDay, lastDay }, { ...linear, ...patch }).map((window) => window.firstDay);
  };

  it("from a day, every so many days, and none before it", () => {
    expect(first({ anchor: "2026-03-18", days: 7, step: 14 }, march(1), "2026-04-30")).toEqual(["2026-03-18", "2026-04-01", "2026-04-15"]);
  });

  it("each calendar month that lies wholly inside the period", () => {
    const monthly = { days: "calendar-month", step: "calendar-month", anchor: "first-of-month" } as const;
    expect(first(monthly, "2026-01-02", "2026-04-29")).toEqual(["2026-02-01", "2026-03-01"]);
    expect(first(monthly, "2026-01-01", "2026-04-30")).toEqual(["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"]);
  });

  it.each([
    [{ days: "calendar-month" }, 'days and step must be "calendar-month" and anchor "first-of-month", or none of them'],
    [{ anchor: "first-of-month" }, "or none of them"],
    [{ anchor: "2026-02-30" }, "anchor must be"],
    [{ days: 0 }, "days must be a whole number from 1"],
    [{ step: 1.5 }, "step must be a whole number from 1"],
    [{ kind: "quadratic" }, 'kind must be "linear", "table", "maximum", "share" or "measure"'],
  ])("refuses %j", (patch, message) => {
    expect(() => compileStandard({ ...linear, ...patch } as ContinuityTerms)).toThrow(message);
  });
});
