import { type ClockTime, secondOfClock } from "../shared/clock-time.js";
import { DAY } from "../shared/moment.js";
import { lengthWords, listed, quoted, withSource } from "../shared/words.js";
import type { NamedWindow, WindowStretch } from "./named-windows.js";

/** A stretch of the day and the windows that hold it: none, one or several. */
export function windowStretchWords({ from, fromLimit, to, toLimit, windows }: WindowStretch): string {
  const when = from === to ? `At ${from}` : `From ${from} (${fromLimit}) to ${to} (${toLimit})`;
  return `${when}: ${heldWords(windows)}.`;
}

/** Which windows hold a time of the day, and how far the nearest end of a window is. */
export function windowsAtWords(held: readonly string[], time: ClockTime, windows: readonly NamedWindow[], source: string | null): string[] {
  const at = secondOfClock(time, "windowsAt");
  const ends = windows.flatMap(({ name, from, to }) => [
    { name, end: from, does: "begins", away: apart(at, from) },
    { name, end: to, does: "ends", away: apart(at, to) },
  ]);
  const [nearest] = ends.toSorted((a, b) => a.away - b.away);
  const boundary = nearest === undefined ? [] : [`The nearest end of a window is ${nearest.end}, when ${quoted(nearest.name)} ${nearest.does}: ${nearest.away === 0 ? "that very time" : `${lengthWords(nearest.away)} away`}.`];
  return [withSource(`${time} is ${heldWords(held)}.`, source), ...boundary];
}

function heldWords(windows: readonly string[]): string {
  if (windows.length === 0) return "in no window";
  return windows.length === 1 ? `in the window ${quoted(windows[0]!)}` : `in ${windows.length} windows at once, ${listed(windows.map(quoted))}`;
}

/** Seconds between two times of the day, the shorter way round the clock. */
function apart(second: number, end: ClockTime): number {
  const distance = Math.abs(second - secondOfClock(end, "windowsAt"));
  return Math.min(distance, DAY - distance);
}
