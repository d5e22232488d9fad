import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { type Day, type DayNumber, dateOf, weekday } from "../shared/day.js";

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** A kind of day that a rate names: weekend, bank holiday, Christmas Day. */
export interface DayKind {
  readonly name: string;
  readonly on: DayRule;
}

/** Which days are of a kind. */
export type DayRule =
  | { readonly kind: "weekdays"; readonly weekdays: readonly Weekday[] }
  /** Bank holidays of the council's nation: all, or those with these titles; with or without the days put in place of others. */
  | { readonly kind: "bank-holidays"; readonly substitutes: "included" | "left-out"; readonly titles?: readonly string[] }
  /** The same date every year, as MM-DD, whether or not it is a bank holiday: `"12-25"`. */
  | { readonly kind: "dates"; readonly dates: readonly `${number}-${number}`[] }
  | { readonly kind: "days"; readonly days: readonly Day[] };

/** Day kinds made ready for use. */
export interface CompiledDayKinds {
  readonly names: readonly string[];
  readonly rules: readonly CompiledDayRule[];
  readonly calendar: HolidayCalendar | null;
}

/** The rule of a kind of day, made ready for use. */
export type CompiledDayRule =
  | { readonly kind: "weekdays"; readonly weekdays: ReadonlySet<number> }
  | (DayRule & { readonly kind: "bank-holidays" })
  | { readonly kind: "dates"; readonly dates: ReadonlySet<number> }
  | { readonly kind: "days"; readonly days: ReadonlySet<DayNumber> };

/** A day of none of the kinds. */
export const NO_KIND = -1;
/** A day of which the bank holidays are not known. */
export const UNKNOWN_KIND = -2;

/**
 * Of which kind is a day? The first kind in the list that holds it: the council's order decides between a weekend and a
 * bank holiday. Answers the place in the list, `NO_KIND` or `UNKNOWN_KIND`.
 */
export function dayKindOn(day: DayNumber, { rules, calendar }: CompiledDayKinds): number {
  for (let i = 0; i < rules.length; i++) {
    const holds = holdsDay(rules[i]!, day, calendar);
    if (holds !== false) return holds === true ? i : UNKNOWN_KIND;
  }
  return NO_KIND;
}

/** Does a rule by itself hold a day? `"not-known"` for bank holidays outside the years of the calendar. */
export function holdsDay(rule: CompiledDayRule, day: DayNumber, calendar: HolidayCalendar | null): boolean | "not-known" {
  switch (rule.kind) {
    case "weekdays":
      return rule.weekdays.has(weekday(day));
    case "days":
      return rule.days.has(day);
    case "dates": {
      const { month, dayOfMonth } = dateOf(day);
      return rule.dates.has(month * 100 + dayOfMonth);
    }
    case "bank-holidays": {
      if (calendar === null || day < calendar.firstDay || day > calendar.lastDay) return "not-known";
      const holiday = calendar.holidays.get(day);
      return holiday !== undefined && (rule.substitutes === "included" || !holiday.substitute) && (rule.titles?.includes(holiday.title) ?? true);
    }
  }
}
