import { type DayNumber, dayNumberOf, dayText } from "./day.js";
import { DAY, HOUR, MINUTE, type Moment, asMoment } from "./moment.js";

/**
 * How many seconds is London ahead of UTC at a moment: 0 or 3600.
 *
 * Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
 * (Summer Time Order 2002, SI 2002/262, and the same days since 1996). Times before 1996 are refused at the doors.
 *
 * @example
 * ```ts
 * londonOffset(momentOf("2026-03-29T00:59:59Z")); // => 0
 * londonOffset(momentOf("2026-03-29T01:00:00Z")); // => 3600
 * ```
 */
export function londonOffset(at: Moment): 0 | 3600 {
  // Near New Year the estimated year may be one off; both years say winter there.
  const year = 1970 + Math.floor(at / 31556952);
  if (at < lastSunday(year, 3) * DAY + HOUR) return 0;
  return at < lastSunday(year, 10) * DAY + HOUR ? 3600 : 0;
}

/** The day number of the last Sunday of a month with 31 days. 1970-01-01 was a Thursday. */
function lastSunday(year: number, month: 3 | 10): DayNumber {
  const last = dayNumberOf(year, month, 31);
  return last - ((last + 4) % 7);
}

/**
 * Which London day is it at a moment?
 *
 * @example
 * ```ts
 * londonText(momentOf("2026-06-30T23:30:00Z")); // => "2026-07-01T00:30:00+01:00"
 * ```
 */
export function londonDay(at: Moment): DayNumber {
  return Math.floor((at + londonOffset(at)) / DAY);
}

/** The second of the London day, from 0 at midnight, as the wall clock shows it. */
export function londonSecondOfDay(at: Moment): number {
  const wall = at + londonOffset(at);
  return wall - Math.floor(wall / DAY) * DAY;
}

/** The moment at which a London day begins. Clocks never change at midnight. */
export function startOfLondonDay(day: DayNumber): Moment {
  return londonMoment(day * DAY);
}

/** How often a London wall time happens: `once`, `twice` (the clocks go back) or `never` (they go forward). */
export type WallTime = "once" | "twice" | "never";

/** How often this wall time happens; `wall` is seconds since 1970-01-01T00:00:00 on the London wall clock. */
export function wallTime(wall: number): WallTime {
  const summer = londonOffset(asMoment(wall - HOUR)) === HOUR;
  const winter = londonOffset(asMoment(wall)) === 0;
  return summer === winter ? (summer ? "twice" : "never") : "once";
}

/**
 * The moment of a London wall time, in seconds since 1970-01-01T00:00:00 on the wall clock.
 * A time that happens twice is the earlier, unless the later is asked for; one that never happens is an hour forward.
 */
export function londonMoment(wall: number, which: "earlier" | "later" = "earlier"): Moment {
  const summer = londonOffset(asMoment(wall - HOUR)) === HOUR;
  if (!summer) return asMoment(wall); // winter time, or a skipped time read an hour forward
  if (which === "later" && londonOffset(asMoment(wall)) === 0) return asMoment(wall);
  return asMoment(wall - HOUR);
}

/**
 * A moment as London wall time with its offset, `YYYY-MM-DDThh:mm:ss+hh:mm`, for people and exports.
 *
 * @example
 * ```ts
 * londonText(momentOf("2026-07-01T08:00:00Z")); // => "2026-07-01T09:00:00+01:00"
 * ```
 */
export function londonText(at: Moment): string {
  const second = londonSecondOfDay(at);
  const clock = [second / HOUR, (second / MINUTE) % 60, second % 60].map((part) => String(Math.floor(part)).padStart(2, "0"));
  return `${dayText(londonDay(at))}T${clock.join(":")}${londonOffset(at) === 0 ? "+00:00" : "+01:00"}`;
}
