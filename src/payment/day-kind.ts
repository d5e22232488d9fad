import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { type Day, type DayNumber, dateOf, dayNumber, readDay, weekday } from "../shared/day.js";
import { refuse, suggest } from "../shared/refuse.js";

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
const WEEKDAYS: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

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
    const rule = rules[i]!;
    switch (rule.kind) {
      case "weekdays":
        if (rule.weekdays.has(weekday(day))) return i;
        break;
      case "days":
        if (rule.days.has(day)) return i;
        break;
      case "dates": {
        const { month, dayOfMonth } = dateOf(day);
        if (rule.dates.has(month * 100 + dayOfMonth)) return i;
        break;
      }
      case "bank-holidays": {
        if (calendar === null || day < calendar.firstDay || day > calendar.lastDay) return UNKNOWN_KIND;
        const holiday = calendar.holidays.get(day);
        if (holiday !== undefined && (rule.substitutes === "included" || !holiday.substitute) && (rule.titles?.includes(holiday.title) ?? true)) return i;
      }
    }
  }
  return NO_KIND;
}

/** Compiles day kinds. Throws, naming the kind, when it is named twice, a day or date is none, or bank holidays are asked for and not given. */
export function compileDayKinds(kinds: readonly DayKind[], calendar: HolidayCalendar | null): CompiledDayKinds {
  const names = kinds.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse("rate", "each of dayKinds must have a name of its own", twice);
  const covered = new Set<Weekday>();
  for (const { name, on } of kinds) {
    if (covered.size === WEEKDAYS.length) refuse("rate", "each of dayKinds must be reached by some day", name, "The kinds before it hold every day of the week: put it before them");
    if (on.kind === "weekdays") for (const day of on.weekdays) covered.add(day);
  }
  return { names, rules: kinds.map((kind) => compileRule(kind, calendar)), calendar };
}

function compileRule({ name, on }: DayKind, calendar: HolidayCalendar | null): CompiledDayRule {
  switch (on.kind) {
    case "weekdays": {
      const unknown = on.weekdays.find((day) => !WEEKDAYS.includes(day));
      if (unknown !== undefined) refuse("rate", `the day kind "${name}" must name days of the week in small letters`, unknown);
      return { kind: on.kind, weekdays: new Set(on.weekdays.map((day) => WEEKDAYS.indexOf(day) + 1)) };
    }
    case "days":
      return { kind: on.kind, days: new Set(on.days.map(dayNumber)) };
    case "dates":
      return { kind: on.kind, dates: new Set(on.dates.map((date) => readDate(date, name))) };
    case "bank-holidays": {
      if (calendar === null) refuse("compile", `the day kind "${name}" needs bank holidays`, "none", "Give them: compile(council, { bankHolidays })");
      const titles = [...new Set([...calendar.holidays.values()].map(({ title }) => title))];
      const unknown = on.titles?.find((title) => !titles.includes(title));
      if (unknown !== undefined) refuse("rate", `the day kind "${name}" must name bank holidays by their titles`, unknown, suggest(unknown, titles));
      return on;
    }
  }
}

/** A date of every year as month × 100 + day; 29 February is one, for 2000 was a leap year. */
function readDate(text: string, name: string): number {
  if (readDay(`2000-${text}`) === undefined) refuse("rate", `the day kind "${name}" must give dates as MM-DD`, text);
  return Number(text.slice(0, 2)) * 100 + Number(text.slice(3));
}
