import { londonMoment } from "../shared/london.js";
import { type Moment, asMoment } from "../shared/moment.js";
import { hasOffset, readTime, secondsOf, wallTimeOf } from "../shared/time-text.js";
import type { CsvRecord } from "./split-record.js";
import { NOT_READ } from "./times.js";

/** Which one a London wall time is that happens twice. */
export type RepeatedHour = "earlier" | "later";

/** The time in a field as `readTime` reads it, unless it was read already. */
export function timeIn({ bytes, starts, ends, times }: CsvRecord, field: number): number {
  const known = times[field]!;
  return known === NOT_READ ? readTime(bytes, starts[field]!, ends[field]!) : known;
}

/** The moment of a read time; a wall time that happens twice is the one the reading names, one that never happens an hour forward. */
export function momentOfRead(read: number, which: RepeatedHour): Moment {
  return hasOffset(read) ? asMoment(secondsOf(read)) : londonMoment(secondsOf(read), which);
}

/** The same for an end: a wall time that happens twice is the later where the earlier would precede its start. */
export function momentNotBefore(read: number, start: Moment, which: RepeatedHour): Moment {
  const moment = momentOfRead(read, which);
  return moment < start && wallTimeOf(read) === "twice" ? londonMoment(secondsOf(read), "later") : moment;
}
