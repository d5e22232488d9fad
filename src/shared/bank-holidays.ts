import { type Day, type DayNumber, dayNumber, dayNumberOf, dayText, readDay } from "./day.js";
import { refuse } from "./refuse.js";

/** A nation as bank holidays are kept for: England and Wales have the same. */
export type Nation = "england-and-wales" | "scotland" | "northern-ireland";

/** One bank holiday, as GOV.UK publishes it. */
export interface BankHoliday {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `"Substitute day"` where it stands for a day that fell on a weekend or on another bank holiday. */
  readonly notes: string;
  readonly bunting: boolean;
}

/** Bank holidays in the shape of https://www.gov.uk/bank-holidays.json: whole years, in the order of their days. */
export type BankHolidays = { readonly [N in Nation]: { readonly division: string; readonly events: readonly BankHoliday[] } };

/** Is a day a bank holiday? Outside the years that the data hold nobody knows. */
export type BankHolidayAnswer =
  | { readonly kind: "bank-holiday"; readonly title: string; /** It stands for another day. */ readonly substitute: boolean }
  | { readonly kind: "no-bank-holiday" }
  /** First and last day of which the data say anything. */
  | { readonly kind: "not-known"; readonly firstDay: Day; readonly lastDay: Day };

/** A nation's bank holidays by day, with the days of which they say anything. */
export interface HolidayCalendar {
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly holidays: ReadonlyMap<DayNumber, { readonly title: string; readonly substitute: boolean }>;
}

/**
 * Is a day a bank holiday in a nation? A day outside the years of the data is `not-known`, never an ordinary day.
 *
 * @example
 * ```ts
 * const scotland = { division: "scotland", events: [{ title: "Boxing Day", date: "2026-12-28", notes: "Substitute day", bunting: true }] };
 * const own = { scotland, "england-and-wales": scotland, "northern-ireland": scotland };
 * bankHolidayOn("2026-12-28", "scotland", own); // => { kind: "bank-holiday", title: "Boxing Day", substitute: true }
 * bankHolidayOn("2026-12-26", "scotland", own); // => { kind: "no-bank-holiday" }
 * bankHolidayOn("2027-01-01", "scotland", own); // => { kind: "not-known", firstDay: "2026-01-01", lastDay: "2026-12-31" }
 * ```
 */
export function bankHolidayOn(day: Day, nation: Nation, holidays: BankHolidays): BankHolidayAnswer {
  const calendar = holidayCalendar(nation, holidays);
  const number = dayNumber(day);
  if (number < calendar.firstDay || number > calendar.lastDay) return { kind: "not-known", firstDay: dayText(calendar.firstDay), lastDay: dayText(calendar.lastDay) };
  const holiday = calendar.holidays.get(number);
  return holiday === undefined ? { kind: "no-bank-holiday" } : { kind: "bank-holiday", ...holiday };
}

/** Makes a calendar of a nation's bank holidays. Throws when there are none, or a date is not a day of the calendar. */
export function holidayCalendar(nation: Nation, bankHolidays: BankHolidays): HolidayCalendar {
  const holidays = new Map<DayNumber, { title: string; substitute: boolean }>();
  const years: number[] = [];
  for (const { title, date, notes } of bankHolidays[nation].events) {
    const day = readDay(date) ?? refuse("bankHolidays", "a date must be a day of the calendar as YYYY-MM-DD", date);
    holidays.set(day, { title, substitute: notes === "Substitute day" });
    years.push(Number(date.slice(0, 4)));
  }
  if (years.length === 0) refuse("bankHolidays", `there must be bank holidays for ${nation}`, "none");
  return { firstDay: dayNumberOf(Math.min(...years), 1, 1), lastDay: dayNumberOf(Math.max(...years), 12, 31), holidays };
}
