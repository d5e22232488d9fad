import { refuse } from "./refuse.js";

/** A calendar day as text, `YYYY-MM-DD`. Days of a contract and of a visit are London days. */
export type Day = `${number}-${number}-${number}`;

/** A calendar day as a whole number: days since 1970-01-01, which is 0. Loops count in these. */
export type DayNumber = number;

/**
 * The number of a calendar day, counted from 1970-01-01 = 0. Pure arithmetic on the Gregorian calendar.
 *
 * @example
 * ```ts
 * dayNumberOf(2026, 3, 16); // => 20528
 * ```
 */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): DayNumber {
  // Count years from March, so that a leap day is the last day of its year.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/**
 * Year, month and day of a day number. The inverse of `dayNumberOf`.
 *
 * @example
 * ```ts
 * dateOf(20528); // => { year: 2026, month: 3, dayOfMonth: 16 }
 * ```
 */
export function dateOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Days in a month of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The number of the day that a text names, or `undefined` when the text is not a day of the calendar.
 *
 * @example
 * ```ts
 * readDay("2026-02-28"); // => 20512
 * readDay("2026-02-29"); // => undefined
 * ```
 */
export function readDay(text: string): DayNumber | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayNumberOf(year, month, dayOfMonth);
}

/**
 * What number has this day? Throws when the text is not a day of the calendar.
 *
 * @example
 * ```ts
 * dayNumber("2026-03-16"); // => 20528
 * ```
 */
export function dayNumber(day: Day): DayNumber {
  return readDay(day) ?? refuse("dayNumber", "the day must be a day of the calendar as YYYY-MM-DD", day);
}

/**
 * The text of a day number, `YYYY-MM-DD`.
 *
 * @example
 * ```ts
 * dayText(20528); // => "2026-03-16"
 * ```
 */
export function dayText(day: DayNumber): Day {
  const { year, month, dayOfMonth } = dateOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}` as Day;
}

/**
 * Which day of the week: 1 is Monday, 7 is Sunday.
 *
 * @example
 * ```ts
 * weekday(dayNumber("2026-03-16")); // => 1
 * ```
 */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
