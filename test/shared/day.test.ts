import { describe, expect, it } from "vitest";
import { type Day, dateOf, dayNumber, dayNumberOf, dayText, daysInMonth, readDay, weekday } from "../../src/shared/day.js";

const DAY_IN_MILLISECONDS = 86_400_000;

/** Every day from the first of January of a year to the last of December of another, by the host's calendar. */
function* calendar(firstYear: number, lastYear: number) {
  for (let time = Date.UTC(firstYear, 0, 1); time < Date.UTC(lastYear + 1, 0, 1); time += DAY_IN_MILLISECONDS) {
    const date = new Date(time);
    yield { number: time / DAY_IN_MILLISECONDS, text: date.toISOString().slice(0, 10), year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate(), sundayIsNone: date.getUTCDay() };
  }
}

describe("day numbers", () => {
  it("agree with the host's calendar on every day from 1600 to 2400, both ways", () => {
    const wrong = [...calendar(1600, 2400)].filter(({ number, year, month, dayOfMonth }) => {
      const date = dateOf(number);
      return dayNumberOf(year, month, dayOfMonth) !== number || date.year !== year || date.month !== month || date.dayOfMonth !== dayOfMonth;
    });
    expect(wrong).toEqual([]);
  });

  it("are written and read as the same text on every day from 1996 to 2100", () => {
    const days = [...calendar(1996, 2100)];
    expect(days.filter(({ number, text }) => dayText(number) !== text || readDay(text) !== number)).toEqual([]);
    expect(days).toHaveLength(38_351);
  });

  it("count from 1970-01-01, which is 0, a Thursday", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(weekday(0)).toBe(4);
    expect(dayText(-1)).toBe("1969-12-31");
  });

  it("fall on the host's day of the week, Monday 1 to Sunday 7, on every day from 1960 to 2100", () => {
    const wrong = [...calendar(1960, 2100)].filter(({ number, sundayIsNone }) => weekday(number) !== (sundayIsNone === 0 ? 7 : sundayIsNone));
    expect(wrong).toEqual([]);
  });
});

describe("the days in a month", () => {
  it("are the host's, in every month from 1600 to 2400", () => {
    const months = Array.from({ length: 801 * 12 }, (_, i) => ({ year: 1600 + Math.floor(i / 12), month: (i % 12) + 1 }));
    expect(months.filter(({ year, month }) => daysInMonth(year, month) !== new Date(Date.UTC(year, month, 0)).getUTCDate())).toEqual([]);
  });

  it.each([
    [1900, 28],
    [2000, 29],
    [2026, 28],
    [2028, 29],
    [2100, 28],
  ])("are in February %i: %i", (year, days) => {
    expect(daysInMonth(year, 2)).toBe(days);
  });
});

describe("a text is a day only when the calendar has it", () => {
  it.each([1996, 2026, 2028, 2100])("for every month and day of two digits in %i", (year) => {
    const days = new Set([...calendar(year, year)].map(({ text }) => text));
    const accepted: string[] = [];
    for (let month = 0; month < 100; month++) {
      for (let day = 0; day < 100; day++) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        if (readDay(text) !== undefined) accepted.push(text);
      }
    }
    expect(new Set(accepted)).toEqual(days);
  });

  it.each([
    "",
    "2026",
    "2026-03",
    "2026-3-16",
    "26-03-16",
    "02026-03-16",
    "-2026-03-16",
    "20260316",
    "2026/03/16",
    "16-03-2026",
    " 2026-03-16",
    "2026-03-16 ",
    "2026-03-16\n",
    "2026-03-16T00:00",
    "2026-03-1６",
    "2026‑03‑16",
    "yesterday",
  ])("and %j is none", (text) => {
    expect(readDay(text)).toBeUndefined();
    expect(() => dayNumber(text as Day)).toThrow(new TypeError(`dayNumber: the day must be a day of the calendar as YYYY-MM-DD, got ${JSON.stringify(text)}`));
  });
});
