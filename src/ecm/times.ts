import { dayNumberOf, daysInMonth } from "../shared/day.js";
import { londonOffset, startOfLondonDay } from "../shared/london.js";
import { DAY, HOUR, MINUTE } from "../shared/moment.js";

/**
 * What the time read last was made of. In an export the next time mostly has the same date and the same offset, and what they
 * mean is then known without working it out again. Their bytes are kept as numbers, four or two bytes in one.
 */
export interface TimeMemory {
  /** Where the time read last ends. */
  end: number;
  century: number;
  month: number;
  dayOfMonth: number;
  /** The second at which that date would begin in UTC. */
  midnight: number;
  /** By how much London is ahead on the whole of that date, or -1 when the clocks change. */
  london: number;
  sign: number;
  minutes: number;
  offset: number;
}

/** No time read yet. */
export function noTimes(): TimeMemory {
  return { end: 0, century: 0, month: 0, dayOfMonth: NO_TWO_BYTES, midnight: 0, london: 0, sign: 0, minutes: NO_TWO_BYTES, offset: 0 };
}

/** The longest text of a time, `YYYY-MM-DDThh:mm:ss+hh:mm`. */
export const LONGEST_TIME = 25;

/** It is no time, or one that has to be read with care. */
export const NOT_READ = 0;

/** More than two bytes can say. */
const NO_TWO_BYTES = 1 << 16;
const PLUS = 43;
const DASH = 45;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/**
 * Reads the time that begins at `from`, the moment at once, and leaves where it ends in `memory.end`; what follows there is for the
 * caller to look at. `NOT_READ` for whatever is not plain: no such time, a wall time on a day when the clocks change, a
 * year past 2100. There must be `LONGEST_TIME` bytes from there on.
 */
export function plainTime(memory: TimeMemory, view: DataView, from: number): number {
  if (view.getInt32(from) !== memory.century || view.getInt32(from + 4) !== memory.month || view.getInt16(from + 8) !== memory.dayOfMonth) {
    if (!rememberDate(memory, view, from)) return NOT_READ;
  }
  const h = view.getUint8(from + 11) - 48;
  const hh = view.getUint8(from + 12) - 48;
  const m = view.getUint8(from + 14) - 48;
  const mm = view.getUint8(from + 15) - 48;
  if (view.getUint8(from + 10) !== LETTER_T || view.getUint8(from + 13) !== COLON) return NOT_READ;
  if ((h | hh | m | mm | (9 - h) | (9 - hh) | (5 - m) | (9 - mm)) < 0) return NOT_READ;
  const hour = h * 10 + hh;
  if (hour > 23) return NOT_READ;
  let at = from + 16;
  let seconds = memory.midnight + hour * HOUR + (m * 10 + mm) * MINUTE;
  let next = view.getUint8(at);
  if (next === COLON) {
    const s = view.getUint8(at + 1) - 48;
    const ss = view.getUint8(at + 2) - 48;
    if ((s | ss | (5 - s) | (9 - ss)) < 0) return NOT_READ;
    seconds += s * 10 + ss;
    at += 3;
    next = view.getUint8(at);
  }
  if (next === PLUS || next === DASH) {
    if (view.getInt32(at) !== memory.sign || view.getInt16(at + 4) !== memory.minutes) {
      if (!rememberOffset(memory, view, at)) return NOT_READ;
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

function rememberDate(memory: TimeMemory, view: DataView, from: number): boolean {
  const year = twoDigits(view, from) * 100 + twoDigits(view, from + 2);
  const month = twoDigits(view, from + 5);
  const dayOfMonth = twoDigits(view, from + 8);
  if (view.getUint8(from + 4) !== DASH || view.getUint8(from + 7) !== DASH) return false;
  // A comparison with NaN is false, so this also refuses what was not two digits.
  if (!(year >= 1997 && year <= 2100 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return false;
  const day = dayNumberOf(year, month, dayOfMonth);
  const begins = londonOffset(startOfLondonDay(day));
  memory.century = view.getInt32(from);
  memory.month = view.getInt32(from + 4);
  memory.dayOfMonth = view.getInt16(from + 8);
  memory.midnight = day * DAY;
  memory.london = begins === londonOffset(startOfLondonDay(day + 1)) ? begins : -1;
  return true;
}

function rememberOffset(memory: TimeMemory, view: DataView, at: number): boolean {
  const hours = twoDigits(view, at + 1);
  const minutes = twoDigits(view, at + 4);
  if (view.getUint8(at + 3) !== COLON || !(hours <= 23 && minutes <= 59)) return false;
  memory.sign = view.getInt32(at);
  memory.minutes = view.getInt16(at + 4);
  memory.offset = (hours * HOUR + minutes * MINUTE) * (view.getUint8(at) === PLUS ? 1 : -1);
  return true;
}

/** The number that two digits write, or NaN. */
function twoDigits(view: DataView, at: number): number {
  const tens = view.getUint8(at) - 48;
  const ones = view.getUint8(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
