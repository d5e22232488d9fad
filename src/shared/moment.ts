declare const moment: unique symbol;

/** An instant: whole seconds since 1970-01-01T00:00:00Z. A branded number, so that minutes or days cannot stand in for it. */
export type Moment = number & { readonly [moment]: true };

/** Seconds in a minute, an hour and a day of 24 hours. */
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86400;

/** 1996-01-01T00:00:00Z, the first moment the London clock knows: before 1996 the clocks went back on other Sundays. */
export const FIRST_MOMENT = 820454400;

/** Calls a number of seconds since 1970-01-01T00:00:00Z a moment. For code that has checked it already. */
export function asMoment(seconds: number): Moment {
  return seconds as Moment;
}
