import { describe, expect, it } from "vitest";
import { bankHolidays } from "../../src/shared/bank-holidays-data.js";
import { bankHolidayOn, holidayCalendar } from "../../src/shared/bank-holidays.js";
import { weekday } from "../../src/shared/day.js";

describe("bank holidays", () => {
  it("26 December 2026 is a Saturday: the bank holiday is Monday 28", () => {
    for (const nation of ["england-and-wales", "scotland", "northern-ireland"] as const) {
      expect(bankHolidayOn("2026-12-26", nation, bankHolidays)).toEqual({ kind: "no-bank-holiday" });
      expect(bankHolidayOn("2026-12-28", nation, bankHolidays)).toEqual({ kind: "bank-holiday", title: "Boxing Day", substitute: true });
    }
  });

  it.each([
    ["2011-12-31", "not-known"],
    ["2012-01-01", "no-bank-holiday"],
    ["2028-12-31", "no-bank-holiday"],
    ["2029-01-01", "not-known"],
  ] as const)("%s: %s", (day, kind) => {
    expect(bankHolidayOn(day, "scotland", bankHolidays)).toMatchObject({ kind });
  });

  it("outside the data the answer says which days they hold", () => {
    expect(bankHolidayOn("2029-01-01", "england-and-wales", bankHolidays)).toEqual({ kind: "not-known", firstDay: "2012-01-01", lastDay: "2028-12-31" });
  });

  it("the data hold whole years of weekdays, eight or more each, each day once", () => {
    for (const [nation, least] of [["england-and-wales", 8], ["scotland", 9], ["northern-ireland", 10]] as const) {
      const { holidays } = holidayCalendar(nation, bankHolidays);
      expect(holidays.size).toBe(bankHolidays[nation].events.length);
      expect([...holidays.keys()].filter((day) => weekday(day) > 5)).toEqual([]);
      for (let year = 2012; year <= 2028; year++) expect(bankHolidays[nation].events.filter(({ date }) => date.startsWith(`${year}-`)).length, `${nation} ${year}`).toBeGreaterThanOrEqual(least);
    }
  });

  it("data that hold nothing, or a day that is none, are refused by name", () => {
    const none = { division: "scotland", events: [] };
    const wrong = { division: "scotland", events: [{ title: "Fair", date: "2026-02-29", notes: "", bunting: false }] };
    const of = (scotland: typeof none | typeof wrong) => ({ scotland, "england-and-wales": scotland, "northern-ireland": scotland });
    expect(() => holidayCalendar("scotland", of(none))).toThrow("bankHolidays: there must be bank holidays for scotland");
    expect(() => holidayCalendar("scotland", of(wrong))).toThrow('bankHolidays: a date must be a day of the calendar as YYYY-MM-DD, got "2026-02-29"');
  });
});
