import { coveredSeconds } from "../assessment/presence.js";
import { londonDay } from "../shared/london.js";
import { MINUTE, type Moment } from "../shared/moment.js";
import { counted, lengthWords, timeWords } from "../shared/words.js";
import type { Attendance } from "../visit/visit.js";
import type { TimeLine } from "./basis.js";
import { type TableAsRead, partMinutesWords } from "./paid-minutes.words.js";

/** What is known of a stay beside its line. */
export interface StayAbout {
  readonly paidMinutes: TableAsRead | null;
  /** What logged time must lie in to count; `null` where all of it counts. */
  readonly inside: "planned" | "billed" | null;
  /** The logs of the visit; `null` where they are not known. */
  readonly logs: readonly Attendance[] | null;
}

type TimeThatCounts = Extract<TimeLine, { kind: "paid" | "grouped" }>;

/** Who was there from when to when, and which part of it counts; or what counts in place of logged time. */
export function stayWords(line: TimeThatCounts, { inside, logs }: StayAbout): string {
  const { carer, measured, from, to } = line;
  const day = londonDay(from);
  const times = (first: Moment, last: Moment): string => `from ${timeWords(first, day)} to ${timeWords(last, day)}`;
  if (measured === "fixed") return `Minutes that the terms fix, ${times(from, to)}, are what counts`;
  if (measured === "planned") return `The planned length, ${times(from, to)}, is what counts`;
  const away = wasAway(line, logs) ? ", with time away in between" : "";
  const who = carer === null ? "At least one carer" : carer;
  const place = inside === "billed" ? "is inside the time billed" : "lies within the plan";
  if (inside === null) return `${who} was there ${times(from, to)}${away}`;
  const [first, last] = logs === null ? [null, null] : reachOf(completeStays(logs, carer), from, to);
  if (first === null || last === null) return `Of the time that ${carer === null ? "carers were" : `${carer} was`} there, what ${place} is ${times(from, to)}${away}`;
  return `${who} was there ${times(first, last)}${first === from && last === to ? "" : `, of which ${timeWords(from, day)} to ${timeWords(to, day)} ${place}`}${away}`;
}

/** From the first log-in to the last log-out of one log that holds a stretch, or of all where none does by itself. */
function reachOf(complete: ReturnType<typeof completeStays>, from: Moment, to: Moment): readonly [Moment | null, Moment | null] {
  const holding = complete.filter(({ logIn, logOut }) => logIn <= from && to <= logOut);
  const [one, ...others] = holding.length > 0 ? holding : complete;
  if (one === undefined) return [null, null];
  let [first, last] = [one.logIn, one.logOut];
  for (const { logIn, logOut } of others) {
    if (logIn < first) first = logIn;
    if (logOut > last) last = logOut;
  }
  return [first, last];
}

/** The minutes of a line, and how logged time was cut to them; where it was one stay, its whole length first. */
export function countedWords(line: TimeThatCounts, { paidMinutes, logs }: StayAbout): string {
  const minutes = counted(line.minutes, "minute");
  if (line.measured !== "logged" || paidMinutes === null) return minutes;
  if (wasAway(line, logs)) return `${minutes}, ${partMinutesWords(paidMinutes)}`;
  const seconds = line.to - line.from;
  return seconds === line.minutes * MINUTE ? minutes : `${lengthWords(seconds)}; ${minutes} ${partMinutesWords(paidMinutes)}`;
}

/** Is there time between first and last moment in which nobody whose time counts was there? By the minutes where the logs are not known. */
function wasAway({ carer, from, to, minutes }: TimeThatCounts, logs: StayAbout["logs"]): boolean {
  if (logs === null) return to - from - minutes * MINUTE >= MINUTE;
  const stays = completeStays(logs, carer).flatMap(({ logIn, logOut }) => (logIn < to && from < logOut ? [{ logIn: logIn < from ? from : logIn, logOut: logOut > to ? to : logOut }] : []));
  return coveredSeconds(stays) < to - from;
}

/** The logs of a carer, or of all, that have both ends. */
function completeStays(logs: readonly Attendance[], carer: string | null): { readonly logIn: Moment; readonly logOut: Moment }[] {
  return logs.flatMap((log) => (log.logIn === null || log.logOut === null || (carer !== null && log.carer !== carer) ? [] : [{ logIn: log.logIn, logOut: log.logOut }]));
}
