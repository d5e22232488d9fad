import { dayNumberOf, daysInMonth } from "./day.js";
import { londonMoment, wallTime } from "./london.js";
import { DAY, FIRST_MOMENT, HOUR, MINUTE, type Moment, asMoment } from "./moment.js";
import { refuse } from "./refuse.js";

/**
 * A time as callers may give it: a `Moment`; a `Date`, `Temporal.Instant` or `Temporal.ZonedDateTime` (cut to the whole
 * second); a `Temporal.PlainDateTime` (London wall time); or text `YYYY-MM-DDThh:mm[:ss]` with `Z`, `±hh:mm`, or
 * nothing (London wall time).
 */
export type TimeInput = Moment | string | Date | InstantLike | PlainDateTimeLike;

/** What an instant has, `Temporal.Instant` and `Temporal.ZonedDateTime` for two. */
export interface InstantLike {
  readonly epochMilliseconds: number;
}

/** What a wall-clock time without a zone has, `Temporal.PlainDateTime` for one. */
export interface PlainDateTimeLike {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * Which moment is it? A London wall time that happens twice is the earlier; one that never happens is an hour forward.
 * Throws when the value is no time, or lies before 1996.
 *
 * @example
 * ```ts
 * momentOf("2026-07-01T09:00"); // => 1782892800
 * momentOf("2026-07-01T08:00:00Z"); // => 1782892800
 * ```
 */
export function momentOf(time: TimeInput, name = "time"): Moment {
  const at = readMoment(time);
  return at ?? refuse("momentOf", `${name} must be a time from 1996 on: a Date, a Temporal object or text as 2026-03-16T08:00[:ss][Z or ±hh:mm]`, time);
}

/**
 * The moment at which something ends that began at `start`: as `momentOf`, except that a London wall time that happens
 * twice is the later where the earlier would precede the start.
 */
export function endMomentOf(time: TimeInput, start: Moment, name: string): Moment {
  const end = momentOf(time, name);
  return end < start ? readMoment(time, "later")! : end;
}

function readMoment(time: TimeInput, which: "earlier" | "later" = "earlier"): Moment | undefined {
  if (typeof time === "number") return Number.isSafeInteger(time) && time >= FIRST_MOMENT ? time : undefined;
  if (typeof time === "string") return readText(time, which);
  if (typeof time !== "object" || time === null) return undefined;
  if ("year" in time && !("epochMilliseconds" in time)) return "calendarId" in time && time.calendarId !== "iso8601" ? undefined : readText(clockText(time), which);
  const milliseconds = "epochMilliseconds" in time ? (time as InstantLike).epochMilliseconds : "getTime" in time ? time.getTime() : Number.NaN;
  const seconds = Math.floor(milliseconds / 1000);
  return seconds >= FIRST_MOMENT ? asMoment(seconds) : undefined;
}

function readText(text: string, which: "earlier" | "later"): Moment | undefined {
  const read = readTime(Uint8Array.from(text, (letter) => Math.min(letter.charCodeAt(0), 255)), 0, text.length);
  if (Number.isNaN(read)) return undefined;
  return hasOffset(read) ? asMoment(secondsOf(read)) : londonMoment(secondsOf(read), which);
}

/** A wall-clock time as text, so that whatever is no text of a time is no such time either: 30 February, half a minute. */
function clockText({ year, month, day, hour, minute, second }: PlainDateTimeLike): string {
  const [months, days, hours, minutes, seconds] = [month, day, hour, minute, second].map((part) => String(part).padStart(2, "0"));
  return `${year}-${months}-${days}T${hours}:${minutes}:${seconds}`;
}

/**
 * Reads `YYYY-MM-DDThh:mm[:ss]` with `Z`, `±hh:mm` or nothing from bytes, without making anything: a number to take apart
 * with `hasOffset` and `secondsOf` (negative for a wall time), or NaN when it is not such a time, not a day of the calendar, or before 1996.
 */
export function readTime(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length < 16) return Number.NaN;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const dayOfMonth = twoDigits(bytes, from + 8);
  const hour = twoDigits(bytes, from + 11);
  const minute = twoDigits(bytes, from + 14);
  if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH || bytes[from + 10] !== LETTER_T || bytes[from + 13] !== COLON) return Number.NaN;
  // A comparison with NaN is false, so each line also refuses what was not two digits.
  if (!(year >= 1996 && month >= 1 && month <= 12 && dayOfMonth >= 1 && hour <= 23 && minute <= 59)) return Number.NaN;
  if (dayOfMonth > 28 && dayOfMonth > daysInMonth(year, month)) return Number.NaN;
  let at = from + 16;
  let second = 0;
  if (at < to && bytes[at] === COLON) {
    if (length < 19) return Number.NaN;
    second = twoDigits(bytes, at + 1);
    if (!(second <= 59)) return Number.NaN;
    at += 3;
  }
  const wall = dayNumberOf(year, month, dayOfMonth) * DAY + hour * HOUR + minute * MINUTE + second;
  if (at === to) return -wall;
  const sign = bytes[at];
  if (sign === LETTER_Z && at + 1 === to) return wall;
  if ((sign !== PLUS && sign !== DASH) || at + 6 !== to || bytes[at + 3] !== COLON) return Number.NaN;
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, at + 4);
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN;
  const offset = hours * HOUR + minutes * MINUTE;
  const seconds = sign === PLUS ? wall - offset : wall + offset;
  return seconds >= FIRST_MOMENT ? seconds : Number.NaN;
}

/** Does a read time carry `Z` or an offset? If not, its seconds are on the London wall clock. */
export function hasOffset(read: number): boolean {
  return read > 0;
}

/** The seconds of a read time: since 1970 in UTC when it has an offset, on the London wall clock when it has none. */
export function secondsOf(read: number): number {
  return Math.abs(read);
}

/** How often the wall time of a read time happens; a time with an offset happens once. */
export function wallTimeOf(read: number): ReturnType<typeof wallTime> {
  return hasOffset(read) ? "once" : wallTime(secondsOf(read));
}

const DASH = 45;
const PLUS = 43;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/** The number that two digits write, or NaN. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
