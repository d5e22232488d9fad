import { HOUR, MINUTE } from "./moment.js";
import { refuse } from "./refuse.js";

/** A time on the London wall clock, `"HH:MM"`; `"24:00"` is the end of the day. */
export type ClockTime = string;

/** The second of the day that a clock time names, from 0 to 86400. Throws, naming the field, when it is no clock time. */
export function secondOfClock(time: ClockTime, what: string): number {
  const [, hours, minutes] = (typeof time === "string" ? /^(\d\d):([0-5]\d)$/.exec(time) : null) ?? [];
  const second = Number(hours) * HOUR + Number(minutes) * MINUTE;
  if (!(second <= 24 * HOUR)) refuse(what, 'a clock time must be HH:MM from "00:00" to "24:00"', time);
  return second;
}

/** The clock time of a second of the day that is a whole minute. */
export function clockOf(second: number): ClockTime {
  return [Math.floor(second / HOUR), Math.floor((second % HOUR) / MINUTE)].map((part) => String(part).padStart(2, "0")).join(":");
}
