import { type DayNumber, dayNumberOf, daysInMonth } from "../shared/day.js";
import { londonDay, londonOffset, startOfLondonDay } from "../shared/london.js";
import { DAY, HOUR, MINUTE, type Moment } from "../shared/moment.js";
import { twoDigits } from "../shared/time-text.js";

/**
 * What the time read last was made of. In an export the next time mostly has the same date and the same offset: their bytes
 * are compared, four or two at once as one number, and what they mean need not be worked out again.
 */
export interface TimeMemory {
  /** Where the time read last ends. */
  end: number;
  /** The bytes of its date: `2026`, `-03-`, `16`. */
  year: number;
  month: number;
  dayOfMonth: number;
  /** The second at which that date begins in UTC. */
  midnight: number;
  /** By how many seconds London is ahead on the whole of that date, or -1 when the clocks change on it. */
  london: number;
  /** The bytes of the offset read last: `+01:`, `00`. */
  hours: number;
  minutes: number;
  /** That offset in seconds. */
  offset: number;
}

/** No time read yet. */
export function noTimes(): TimeMemory {
  return { end: 0, year: 0, month: 0, dayOfMonth: NO_TWO_BYTES, midnight: 0, london: 0, hours: 0, minutes: 0, offset: 0 };
}

/** The longest text of a time, `YYYY-MM-DDThh:mm:ss+hh:mm`. */
export const LONGEST_TIME = 25;

/** It is no time, or one that has to be read with care. */
export const NOT_READ = 0;

/** The first and last year of plain times: all their moments are after the first one that the London clock knows, and fit into 32 bits. */
const FIRST_YEAR = 1997;
const LAST_YEAR = 2100;
/** More than two bytes can say. */
const NO_TWO_BYTES = 1 << 16;
const PLUS = 43;
const DASH = 45;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/**
 * The moment of the time that begins at `from`, read without care for what is rare: `NOT_READ` for what is no time, for a wall
 * time on a day when the clocks change, and before 1997 or after 2100; `readTime` is for these. `memory.end` is where the
 * time ends, and what follows there is for the caller to look at. There must be a byte after the longest time.
 */
export function plainTime(memory: TimeMemory, bytes: Uint8Array, view: DataView, from: number): number {
  if (view.getInt32(from) !== memory.year || view.getInt32(from + 4) !== memory.month || view.getInt16(from + 8) !== memory.dayOfMonth) {
    if (!rememberDate(memory, bytes, view, from)) return NOT_READ;
  }
  const h = bytes[from + 11]! - 48;
  const hh = bytes[from + 12]! - 48;
  const m = bytes[from + 14]! - 48;
  const mm = bytes[from + 15]! - 48;
  if (bytes[from + 10] !== LETTER_T || bytes[from + 13] !== COLON) return NOT_READ;
  // One comparison for eight: the sign of each is in the whole.
  if ((h | hh | m | mm | (9 - h) | (9 - hh) | (5 - m) | (9 - mm)) < 0) return NOT_READ;
  const hour = h * 10 + hh;
  if (hour > 23) return NOT_READ;
  let at = from + 16;
  let seconds = memory.midnight + hour * HOUR + (m * 10 + mm) * MINUTE;
  let next = bytes[at]!;
  if (next === COLON) {
    const s = bytes[at + 1]! - 48;
    const ss = bytes[at + 2]! - 48;
    if ((s | ss | (5 - s) | (9 - ss)) < 0) return NOT_READ;
    seconds += s * 10 + ss;
    at += 3;
    next = bytes[at]!;
  }
  if (next === PLUS || next === DASH) {
    if (view.getInt32(at) !== memory.hours || view.getInt16(at + 4) !== memory.minutes) {
      if (!rememberOffset(memory, bytes, view, at)) return NOT_READ;
    }
    memory.end = at + 6;
    return seconds - memory.offset;
  }
  if (next === LETTER_Z) {
    memory.end = at + 1;
    return seconds;
  }
  memory.end = at;
  return memory.london === -1 ? NOT_READ : seconds - memory.london;
}

function rememberDate(memory: TimeMemory, bytes: Uint8Array, view: DataView, from: number): boolean {
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const dayOfMonth = twoDigits(bytes, from + 8);
  if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return false;
  // A comparison with NaN is false, so this also refuses what was not two digits.
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return false;
  const day = dayNumberOf(year, month, dayOfMonth);
  const begins = londonOffset(startOfLondonDay(day));
  memory.year = view.getInt32(from);
  memory.month = view.getInt32(from + 4);
  memory.dayOfMonth = view.getInt16(from + 8);
  memory.midnight = day * DAY;
  memory.london = begins === londonOffset(startOfLondonDay(day + 1)) ? begins : -1;
  return true;
}

function rememberOffset(memory: TimeMemory, bytes: Uint8Array, view: DataView, at: number): boolean {
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, at + 4);
  if (bytes[at + 3] !== COLON || !(hours <= 23 && minutes <= 59)) return false;
  memory.hours = view.getInt32(at);
  memory.minutes = view.getInt16(at + 4);
  memory.offset = (hours * HOUR + minutes * MINUTE) * (bytes[at] === PLUS ? 1 : -1);
  return true;
}

/** `londonDay` for moments that mostly are of the same day as the one before. */
export function londonDays(): (at: Moment) => DayNumber {
  let day = 0;
  let begins = startOfLondonDay(0);
  let ends = begins;
  return (at) => {
    if (at < begins || at >= ends) {
      day = londonDay(at);
      begins = startOfLondonDay(day);
      ends = startOfLondonDay(day + 1);
    }
    return day;
  };
}
