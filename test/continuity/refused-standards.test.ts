import { describe, expect, it } from "vitest";
import { type ContinuityTerms, type Day, type LinearContinuity, carersAllowed, compileStandard, continuityHoles, continuityWindows } from "../../src/index.js";
import { isReceived } from "../../src/continuity/received.js";
import { windowEndingOn } from "../../src/continuity/window.js";
import { dayNumber } from "../../src/shared/day.js";

const counting = { received: "attended", scope: "service-user-and-provider", shareOf: "windows", doubleHanded: "one-visit" } as const;
const week = { days: 7, step: 7, anchor: "mondays" } as const;
const linear: LinearContinuity = { kind: "linear", base: 1, factor: "0.15", rounding: "up", roundTo: 1, ...week, ...counting };
const table = (from: number, to: number | "open", becomes: number): ContinuityTerms => ({ kind: "table", rows: [{ from, to, becomes }], ...week, ...counting });
const share = (atLeast: string | null, mostFrequent = 1, limit: "included" | "excluded" = "included") =>
  ({ kind: "share", mostFrequent, atLeast, limit, doubleHanded: "each-carer", ...week, received: "attended", scope: "service-user-and-provider", shareOf: "windows" }) as const;

const ROW = "continuity: a row must be whole visits from 0 with its end at or after its start, and become whole carers";
const FACTOR = "continuity: factor must be whole carers from 0 for whole visits from 1";

describe("standards that are refused", () => {
  it.each([
    ["a row from half a visit", table(0.5, 7, 3), `${ROW}, got "0.5 to 7 becomes 3"`],
    ["a row to half a visit", table(1, 7.5, 3), `${ROW}, got "1 to 7.5 becomes 3"`],
    ["a row of half a carer", table(1, "open", 2.5), `${ROW}, got "1 to open becomes 2.5"`],
    ["a row that ends before it begins", table(8, 7, 3), `${ROW}, got "8 to 7 becomes 3"`],
    ["a most below 0", { kind: "maximum", most: -1, ...week, ...counting }, "continuity: most must be a whole number from 0, got -1"],
    ["the share of no carer", share("0.5", 0), "continuity: mostFrequent must be a whole number from 1, got 0"],
    ["a share above 1", share("1.01"), 'continuity: atLeast must be a share from 0 to 1, got "1.01"'],
    ["a share below 0", share("-0.01"), 'continuity: atLeast must be a share from 0 to 1, got "-0.01"'],
    ["a kind that is none", { ...linear, kind: "quadratic" as "linear" }, 'continuity: kind must be "linear", "table", "maximum", "share" or "measure", got "quadratic"'],
    ["months for the days alone", { ...linear, days: "calendar-month" }, 'continuity: days and step must be "calendar-month" and anchor "first-of-month", or none of them, got "calendar-month, 7, mondays". Write all three for windows of calendar months, or none of them'],
    ["an anchor that is no day", { ...linear, anchor: "2026-02-30" }, 'continuity: anchor must be "mondays", "period-start", "first-of-month" or a day, got "2026-02-30"'],
    ["a rounding to 1,001", { ...linear, roundTo: 1001 }, "continuity: roundTo must be a whole number from 1 to 1000, got 1001"],
    ["half a carer for visits", { ...linear, factor: { carers: 0.5, visits: 7 } }, `${FACTOR}, got "0.5 for 7"`],
    ["a carer for half a visit", { ...linear, factor: { carers: 1, visits: 7.5 } }, `${FACTOR}, got "1 for 7.5"`],
    ["a carer for no visit", { ...linear, factor: { carers: 1, visits: 0 } }, `${FACTOR}, got "1 for 0"`],
    ["more carers than can be reckoned with", { ...linear, factor: { carers: 2 ** 20 + 1, visits: 1 } }, `${FACTOR}, got "1048577 for 1"`],
    ["more visits than can be reckoned with", { ...linear, factor: { carers: 1, visits: 2 ** 20 + 1 } }, `${FACTOR}, got "1 for 1048577"`],
  ] as readonly [string, ContinuityTerms, string][])("%s", (_what, terms, message) => {
    expect(() => compileStandard(terms)).toThrow(new TypeError(message));
  });

  it("a share that is no decimal text, by its field", () => {
    expect(() => compileStandard(share("half"))).toThrow("continuity.atLeast");
  });
});

describe("standards at their limits", () => {
  it("a row of one number of visits, and one that allows nobody", () => {
    expect(carersAllowed(7, compileStandard(table(7, 7, 3)))).toBe(3);
    expect(carersAllowed(0, compileStandard(table(0, "open", 0)))).toBe(0);
  });

  it("a most of no carer", () => {
    expect(carersAllowed(5, compileStandard({ kind: "maximum", most: 0, ...week, ...counting }))).toBe(0);
  });

  it("carers in steps of a thousand; one carer for one visit; the largest factor of whole numbers", () => {
    expect(carersAllowed(1, compileStandard({ ...linear, roundTo: 1000 }))).toBe(1001);
    expect(carersAllowed(5, compileStandard({ ...linear, factor: { carers: 1, visits: 1 } }))).toBe(6);
    expect(carersAllowed(1, compileStandard({ ...linear, factor: { carers: 2 ** 20, visits: 2 ** 20 } }))).toBe(2);
  });

  it("one carer for seven visits in steps of two: the second step from the fifteenth visit on", () => {
    const inTwos = compileStandard({ ...linear, factor: { carers: 1, visits: 7 }, roundTo: 2 });
    expect([0, 1, 14, 15, 28, 29].map((visits) => carersAllowed(visits, inTwos))).toEqual([1, 3, 3, 5, 5, 7]);
  });

  it("a standard that allows no number is no answer to how many", () => {
    expect(() => carersAllowed(5, compileStandard(share("0.5")))).toThrow(new TypeError('carersAllowed: the standard must allow a number of carers, got "share"'));
    expect(() => carersAllowed(5, compileStandard({ kind: "measure", ...week, ...counting }))).toThrow('got "measure"');
  });

  it("a row of 0 visits is left out before holes are looked for, wherever it stands", () => {
    expect(continuityHoles([{ from: 1, to: 7, becomes: 3 }, { from: 0, to: 0, becomes: 1 }])).toEqual({ gaps: [{ from: 8, to: "open" }], overlaps: [] });
    expect(continuityHoles([{ from: 0, to: 0, becomes: 1 }, { from: 0, to: 0, becomes: 2 }, { from: 1, to: "open", becomes: 3 }])).toEqual({ gaps: [], overlaps: [] });
  });
});

describe("the share of the most frequent", () => {
  const march = (day: number): Day => `2026-03-${day}` as Day;
  const period = { firstDay: march(16), lastDay: march(29) };
  const came = (...carers: readonly string[]) => carers.map((carer) => ({ day: march(17), carers: [carer] }));

  it("is of the carers who came most, not of those who came first", () => {
    expect(continuityWindows(came("A", "B", "B", "B"), period, share("0.75"))).toMatchObject([{ attendances: 4, byMostFrequent: 3, share: "0.7500", met: true }]);
    expect(continuityWindows(came("A", "B", "B", "C", "C", "C"), period, share("0.8", 2))).toMatchObject([{ attendances: 6, byMostFrequent: 5, met: true }]);
  });

  it("exactly the least is within where it is included, and is not where it is excluded", () => {
    expect(continuityWindows(came("A", "A", "A", "B"), period, share("0.75", 1, "excluded"))[0]!.met).toBe(false);
    expect(continuityWindows(came("A", "A", "A", "A", "B"), period, share("0.75", 1, "excluded"))[0]!.met).toBe(true);
    expect(continuityWindows(came("A", "A", "B"), period, share("0.75"))[0]!.met).toBe(false);
  });

  it("from nothing to everything", () => {
    expect(continuityWindows(came("A", "B"), period, share("0"))[0]!.met).toBe(true);
    expect(continuityWindows(came("A", "A"), period, share("1"))[0]!.met).toBe(true);
    expect(continuityWindows(came("A", "B"), period, share("1"))[0]!.met).toBe(false);
  });

  it("is of each window's own days: what was received before and after it counts in the others", () => {
    const received = [{ day: march(22), carers: ["A"] }, { day: march(23), carers: ["B"] }, { day: march(29), carers: ["B"] }];
    expect(continuityWindows(received, period, share("1"))).toMatchObject([
      { firstDay: march(16), attendances: 1, byMostFrequent: 1 },
      { firstDay: march(23), attendances: 2, byMostFrequent: 2 },
    ]);
  });
});

it("a window of a calendar month ends on its last day, in no other", () => {
  const monthly = { days: "calendar-month", step: "calendar-month", anchor: "first-of-month" } as const;
  const [first, start] = [dayNumber("2026-02-01"), dayNumber("2026-01-15")];
  expect(windowEndingOn(dayNumber("2026-02-28"), start, monthly)).toBe(first);
  expect(windowEndingOn(dayNumber("2026-02-27"), start, monthly)).toBeUndefined();
  expect(windowEndingOn(dayNumber("2026-03-01"), start, monthly)).toBeUndefined();
  expect(windowEndingOn(dayNumber("2026-01-31"), start, monthly)).toBeUndefined();
});

it("where visits for several carers are left out, those for one are received and those for two are not", () => {
  const leftOut = { received: "attended", doubleHanded: "left-out" } as const;
  const visit = (carersRequired: number) => ({ callType: "call", carersRequired });
  expect([1, 2, 3].map((carers) => isReceived(visit(carers), { kind: "delivered" }, leftOut))).toEqual([true, false, false]);
  expect([1, 2].map((carers) => isReceived(visit(carers), { kind: "delivered" }, { ...leftOut, doubleHanded: "one-visit" }))).toEqual([true, true]);
});
