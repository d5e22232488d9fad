import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, type LinearContinuity, type Received, continuityWindows, leicester } from "../../src/index.js";
import { dayNumber, dayText, weekday } from "../../src/shared/day.js";

const terms = leicester.continuity.versions[0]!;
const MONDAY = dayNumber("2026-03-16");
const on = (offset: number): Day => dayText(MONDAY + offset);

const visits = (offset: number, ...carers: string[]): Received => ({ day: on(offset), carers });
const period = (from: number, to: number): { firstDay: Day; lastDay: Day } => ({ firstDay: on(from), lastDay: on(to) });
const firstDays = (received: readonly Received[], from: number, to: number, read: Partial<LinearContinuity> = {}): number[] =>
  continuityWindows(received, period(from, to), { ...terms, ...read }).map(({ firstDay }) => dayNumber(firstDay) - MONDAY);

describe("windows of a service user", () => {
  it("say their days, visits, carers in order of first appearance, carers allowed and by how many over", () => {
    const received = [visits(13, "C"), visits(0, "B", "A"), visits(5, "A", "D"), visits(14, "E")];
    expect(continuityWindows(received, period(0, 20), terms)).toEqual([
      { firstDay: on(0), lastDay: on(13), visits: 3, carers: ["B", "A", "D", "C"], allowed: 2, over: 2 },
      { firstDay: on(7), lastDay: on(20), visits: 2, carers: ["C", "E"], allowed: 2, over: 0 },
    ]);
  });

  it("count a visit as often as it is said to, once when nothing is said", () => {
    const [window] = continuityWindows([{ ...visits(0, "A", "B"), visits: 2 }, { ...visits(1, "C"), visits: 12 }, visits(2, "A")], period(0, 13), terms);
    expect(window).toMatchObject({ visits: 15, allowed: 4, over: 0, carers: ["A", "B", "C"] });
  });

  it("a visit that nobody came to counts as a visit; a window without a visit is none", () => {
    expect(continuityWindows([visits(0)], period(0, 13), terms)).toMatchObject([{ visits: 1, carers: [], allowed: 2, over: 0 }]);
    expect(continuityWindows([{ day: on(0), visits: 0, carers: ["A"] }], period(0, 13), terms)).toEqual([]);
  });

  it("are over from the first carer past those allowed", () => {
    const over = (carers: number): number => continuityWindows([visits(0, ...Array.from({ length: carers }, (_, i) => `C${i}`))], period(0, 13), terms)[0]!.over;
    expect([1, 2, 3, 5].map(over)).toEqual([0, 0, 1, 3]);
  });

  it("of a day outside the period do not count, one inside on its first or last day do", () => {
    expect(firstDays([visits(-1, "A"), visits(14, "A")], 0, 13)).toEqual([]);
    expect(firstDays([visits(0, "A")], 0, 13)).toEqual([0]);
    expect(firstDays([visits(13, "A")], 0, 13)).toEqual([0]);
  });
});

describe("where windows start", () => {
  const daily = Array.from({ length: 80 }, (_, i) => visits(i - 10, "A"));

  it.each([0, 1, 2, 3, 4, 5, 6])("a period that begins %s days after a Monday: on its Mondays, or on its first day and every 7 after", (from) => {
    const monday = from === 0 ? 0 : 7;
    expect(firstDays(daily, from, from + 27)).toEqual([monday, monday + 7, monday + 14].filter((start) => start + 13 <= from + 27));
    expect(firstDays(daily, from, from + 27, { anchor: "period-start" })).toEqual([from, from + 7, from + 14]);
    for (const anchor of ["mondays", "period-start"] as const) {
      expect(firstDays(daily, from, from + 27, { anchor, step: 1 })).toEqual(Array.from({ length: 15 }, (_, i) => from + i));
    }
  });

  it("every step of days, of a length of days", () => {
    expect(firstDays(daily, 0, 20, { step: 5, anchor: "period-start" })).toEqual([0, 5]);
    expect(firstDays(daily, 1, 20, { step: 3, days: 2 })).toEqual([1, 4, 7, 10, 13, 16, 19]);
    expect(firstDays(daily, 0, 0, { days: 1 })).toEqual([0]);
  });
});

describe("what is refused", () => {
  it("a day that is none, terms that cannot be reckoned with, a period that ends before it begins", () => {
    expect(() => continuityWindows([{ day: "2026-02-29", carers: [] }], period(0, 13), terms)).toThrow('dayNumber: the day must be a day of the calendar as YYYY-MM-DD, got "2026-02-29"');
    expect(() => continuityWindows([], { firstDay: "2026-02-29", lastDay: on(0) }, terms)).toThrow("2026-02-29");
    expect(() => continuityWindows([], period(0, 13), { ...terms, step: 0 })).toThrow("continuity: step must be a whole number from 1, got 0");
    expect(() => continuityWindows([], period(1, 0), terms)).toThrow("continuityWindows: the first day of the period must not be after its last, got \"2026-03-17 to 2026-03-16\"");
    expect(continuityWindows([], period(0, 0), terms)).toEqual([]);
  });
});

describe("random visits", () => {
  it("give the windows that looking at every stretch of days finds", () => {
    const received = fc.array(fc.record({ day: fc.integer({ min: -3, max: 45 }), carers: fc.array(fc.constantFrom("A", "B", "C", "D", "E"), { minLength: 1, maxLength: 3 }), visits: fc.integer({ min: 1, max: 3 }) }), { maxLength: 25 });
    const read = fc.record({ days: fc.integer({ min: 1, max: 16 }), step: fc.integer({ min: 1, max: 9 }), anchor: fc.constantFrom("mondays" as const, "period-start" as const) });
    fc.assert(
      fc.property(received, read, fc.nat(8), fc.nat(40), (list, { days, step, anchor }, from, length) => {
        const to = from + length;
        const expected: unknown[] = [];
        for (let start = from; start + days - 1 <= to; start++) {
          // Starts are counted from the first Monday of the period, or from its first day.
          const anchored = [0, 1, 2, 3, 4, 5, 6].map((days) => from + days).find((day) => anchor === "period-start" || weekday(MONDAY + day) === 1)!;
          if (Math.abs(start - anchored) % step !== 0) continue;
          const inIt = list.filter(({ day }) => day >= start && day < start + days);
          if (inIt.length === 0) continue;
          const count = inIt.reduce((sum, { visits }) => sum + visits, 0);
          const carers = new Set(inIt.flatMap(({ carers }) => carers)).size;
          const allowed = 1 + Math.ceil((count * 15) / 100);
          expected.push({ firstDay: on(start), lastDay: on(start + days - 1), visits: count, carers, allowed, over: carers > allowed ? carers - allowed : 0 });
        }
        const windows = continuityWindows(list.map((one) => ({ ...one, day: on(one.day) })), period(from, to), { ...terms, days, step, anchor });
        expect(windows.map((window) => ({ ...window, carers: window.carers.length }))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
