import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { dayNumber, readDay } from "../shared/day.js";
import { refuse, suggest } from "../shared/refuse.js";
import { unreachedKind } from "./day-kind-reach.js";
import type { CompiledDayKinds, CompiledDayRule, DayKind, Weekday } from "./day-kind.js";

const WEEKDAYS: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Compiles day kinds. Throws, naming the kind, when it is named twice, no day reaches it, a day or date is none, or bank holidays are asked for and not given. */
export function compileDayKinds(kinds: readonly DayKind[], calendar: HolidayCalendar | null): CompiledDayKinds {
  const names = kinds.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse("rate", "each of dayKinds must have a name of its own", twice);
  const compiled = { names, rules: kinds.map((kind) => compileRule(kind, calendar)), calendar };
  const unreached = unreachedKind(kinds, compiled);
  if (unreached !== undefined) {
    const holidays = unreached.on.kind === "bank-holidays" ? "; no bank holiday is listed on a Saturday or Sunday" : "";
    refuse("rate", "each of dayKinds must be reached by some day", unreached.name, `The kinds before it hold each of its days, if it has any: put it before them${holidays}`);
  }
  return compiled;
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
