import { describe, expect, it } from "vitest";
import { compileDayKinds } from "../../src/payment/compile-day-kinds.js";
import type { DayKind, DayRule, Weekday } from "../../src/payment/day-kind.js";
import { behindBroader, missingOnWeekends, sharingDays, unreachedKind } from "../../src/payment/day-kind-reach.js";
import { type HolidayCalendar, holidayCalendar } from "../../src/shared/bank-holidays.js";
import { bankHolidays } from "../../src/shared/bank-holidays-data.js";
import { dayNumber } from "../../src/shared/day.js";

const CALENDAR = holidayCalendar("england-and-wales", bankHolidays);
const kinds = (...rules: readonly DayRule[]): DayKind[] => rules.map((on, i) => ({ name: `kind ${i}`, on }));
const weekdays = (...days: readonly Weekday[]): DayRule => ({ kind: "weekdays", weekdays: days });
const dates = (...of: readonly `${number}-${number}`[]): DayRule => ({ kind: "dates", dates: of });
const HOLIDAYS = { kind: "bank-holidays", substitutes: "included" } as const;
const WORKING = weekdays("monday", "tuesday", "wednesday", "thursday", "friday");

/** Each by itself is ready for use; together they may not be: what `compileDayKinds` refuses is looked at here. */
function compiled(of: readonly DayKind[], calendar: HolidayCalendar | null = CALENDAR) {
  return { names: of.map(({ name }) => name), rules: of.flatMap((kind) => compileDayKinds([kind], calendar).rules), calendar };
}

const unreached = (...rules: readonly DayRule[]) => unreachedKind(kinds(...rules), compiled(kinds(...rules)))?.name;
const behind = (...rules: readonly DayRule[]) => behindBroader(kinds(...rules), compiled(kinds(...rules)));

describe("a kind that no day reaches", () => {
  it("is one whose days the kinds before it hold: the first of them", () => {
    expect(unreached(WORKING, HOLIDAYS), "no bank holiday is on a weekend").toBe("kind 1");
    expect(unreached(HOLIDAYS, WORKING)).toBeUndefined();
    expect(unreached(weekdays("monday"), weekdays("tuesday"), weekdays("monday"), weekdays("tuesday"))).toBe("kind 2");
    expect(unreached({ kind: "days", days: ["2026-03-16"] }, weekdays("monday"), { kind: "days", days: ["2026-03-16"] })).toBe("kind 2");
  });

  it("is none where a day in another year is left to it: dates move through the week, and all but 29 February in 28 years", () => {
    expect(unreached(WORKING, dates("12-25"))).toBeUndefined();
    expect(unreached(weekdays("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"), dates("02-29"))).toBeUndefined();
    expect(unreached(weekdays("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), dates("12-25"))).toBe("kind 1");
  });

  it("may stand behind bank holidays of years that nobody knows", () => {
    const days: DayRule = { kind: "days", days: ["2026-05-04"] };
    expect(unreached(HOLIDAYS, days), "a bank holiday of a known year").toBe("kind 1");
    expect(unreached(HOLIDAYS, { kind: "days", days: ["2199-05-06"] }), "a year of no data").toBeUndefined();
  });
});

describe("a kind that loses days to a broader one before it", () => {
  it("dates behind bank holidays, bank holidays behind weekdays, by their places; not the other way round", () => {
    expect(behind(HOLIDAYS, dates("12-25"))).toEqual([1]);
    expect(behind(dates("12-25"), HOLIDAYS)).toEqual([]);
    expect(behind(weekdays("monday"), HOLIDAYS)).toEqual([1]);
    expect(behind(HOLIDAYS, weekdays("monday"))).toEqual([]);
    expect(behind(weekdays("friday"), weekdays("monday"), dates("12-25"), HOLIDAYS)).toEqual([2, 3]);
  });

  it("only where it does lose one: to a broader one, and to no other before that", () => {
    expect(behind(weekdays("saturday", "sunday"), HOLIDAYS), "no bank holiday is on a weekend").toEqual([]);
    expect(behind(HOLIDAYS, dates("03-16")), "never a bank holiday").toEqual([]);
    expect(behind(dates("12-25"), HOLIDAYS, dates("12-25", "03-16")), "lost to one as narrow").toEqual([]);
    expect(behind(weekdays("monday"), { kind: "days", days: ["2026-03-17"] })).toEqual([]);
    expect(behind(weekdays("monday"), { kind: "days", days: ["2026-03-16"] })).toEqual([1]);
    expect(behind()).toEqual([]);
  });

  it("the places in their order, whatever day shows it first", () => {
    expect(behind(weekdays("monday"), dates("12-25"), { kind: "days", days: ["2026-03-16"] })).toEqual([1, 2]);
    const single = Array.from({ length: 10 }, (_, i): DayRule => ({ kind: "days", days: [i === 8 ? "2026-03-16" : i === 2 ? "2026-03-23" : "2026-03-17"] }));
    expect(behind(weekdays("monday"), dates("12-25"), ...single)).toEqual([1, 4, 10]);
  });
});

describe("a kind that loses days to one of its sort before it", () => {
  const sharing = (...rules: readonly DayRule[]) => sharingDays(kinds(...rules), compiled(kinds(...rules)));
  const SIX_DAYS = weekdays("monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
  const WEEKEND = weekdays("saturday", "sunday");

  it("where that one has other days besides, by its place", () => {
    expect(sharing(SIX_DAYS, WEEKEND)).toEqual([1]);
    expect(sharing(WEEKEND, SIX_DAYS)).toEqual([1]);
    expect(sharing(WORKING, WEEKEND), "no day is shared").toEqual([]);
    expect(sharing(dates("12-25", "12-26"), dates("12-26", "01-01"))).toEqual([1]);
    expect(sharing({ kind: "days", days: ["2026-03-16", "2026-03-17"] }, { kind: "days", days: ["2026-03-17", "2026-03-18"] })).toEqual([1]);
    const titled = (...titles: readonly string[]): DayRule => ({ ...HOLIDAYS, titles });
    expect(sharing(titled("Christmas Day", "Boxing Day"), titled("Boxing Day", "Good Friday"))).toEqual([1]);
    expect(sharing(WORKING, weekdays("friday", "saturday"), weekdays("saturday", "sunday"))).toEqual([1]);
    expect(sharing(SIX_DAYS, HOLIDAYS, WEEKEND, weekdays("friday", "sunday")), "both to the first, which the last loses Friday to").toEqual([2, 3]);
  });

  it("not where that one, as far as days are left to it, is a part of the later", () => {
    expect(sharing(weekdays("sunday"), WEEKEND)).toEqual([]);
    expect(sharing({ ...HOLIDAYS, titles: ["Christmas Day"] }, HOLIDAYS)).toEqual([]);
    expect(sharing(weekdays("saturday"), weekdays("monday", "saturday"), weekdays("monday", "tuesday"))).toEqual([]);
    expect(sharing(weekdays("saturday"), SIX_DAYS, WEEKEND), "Saturday goes to the kind that is Saturday only").toEqual([]);
  });

  it("nor to one of another sort: the narrower stands before the broader, and the other way round is said of itself", () => {
    expect(sharing(HOLIDAYS, WORKING)).toEqual([]);
    expect(sharing(WORKING, dates("12-25"))).toEqual([]);
    expect(sharing()).toEqual([]);
  });
});

describe("bank holidays that miss a weekend", () => {
  const missing = (calendar: HolidayCalendar, ...rules: readonly DayRule[]) => missingOnWeekends(kinds(...rules), calendar);

  it("ask for a title that has a date and a day in its place, or leave those days out", () => {
    expect(missing(CALENDAR, HOLIDAYS)).toEqual([]);
    expect(missing(CALENDAR, { ...HOLIDAYS, substitutes: "left-out" })).toEqual([0]);
    expect(missing(CALENDAR, WORKING, { ...HOLIDAYS, titles: ["Christmas Day"] })).toEqual([1]);
    expect(missing(CALENDAR, { ...HOLIDAYS, titles: ["Early May bank holiday"] }), "always a Monday").toEqual([]);
    expect(missing(CALENDAR, { kind: "bank-holidays", substitutes: "left-out", titles: ["Good Friday"] })).toEqual([]);
  });

  it("but not where another kind names the dates", () => {
    expect(missing(CALENDAR, { ...HOLIDAYS, titles: ["Christmas Day"] }, dates("12-25"))).toEqual([]);
    expect(missing(CALENDAR, { ...HOLIDAYS, titles: ["Christmas Day"] }, dates("12-26"))).toEqual([0]);
    expect(missing(CALENDAR, { ...HOLIDAYS, substitutes: "left-out" }, dates("12-25", "12-26", "01-01"))).toEqual([]);
    expect(missing(CALENDAR, { ...HOLIDAYS, substitutes: "left-out" }, dates("12-25", "12-26"))).toEqual([0]);
  });

  it("a holiday whose date is another in other years has no own date, nor has one that is never moved", () => {
    const of = (...events: readonly (readonly [string, string, boolean])[]): HolidayCalendar => ({ ...CALENDAR, holidays: new Map(events.map(([title, day, substitute]) => [dayNumber(day as "2026-01-01"), { title, substitute }])) });
    const left = { ...HOLIDAYS, substitutes: "left-out" } as const;
    expect(missing(of(["A", "2026-02-03", false], ["A", "2027-02-04", true]), left)).toEqual([0]);
    expect(missing(of(["A", "2026-02-03", false], ["A", "2027-02-03", false]), left)).toEqual([]);
    expect(missing(of(["A", "2026-02-03", false], ["A", "2025-02-05", false], ["A", "2027-02-04", true]), left)).toEqual([]);
    expect(missing(of(["A", "2026-02-03", false], ["A", "2027-02-04", true]), left, dates("02-03"))).toEqual([]);
    expect(missing(of(["A", "2026-11-23", false], ["A", "2027-11-24", true]), left, dates("11-23"))).toEqual([]);
  });
});
