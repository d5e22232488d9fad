import { coveredSeconds } from "../assessment/presence.js";
import { type DecimalText, fraction } from "../shared/exact.js";
import { londonDay, londonOffset } from "../shared/london.js";
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
  /** The share of the planned length that counts, where the terms say one. */
  readonly shareOfPlanned?: DecimalText;
}

type TimeThatCounts = Extract<TimeLine, { kind: "paid" | "grouped" }>;

/** Who was there from when to when, and which part of it counts; or what counts in place of logged time. */
export function stayWords(line: TimeThatCounts, about: StayAbout): string {
  return `${whenWords(line, about)}${clocksWords(line.from, line.to)}`;
}

/** Did the clocks change between two moments? The times of day are then an hour nearer, or further apart, than the minutes say. */
export function clocksWords(from: Moment, to: Moment): string {
  const [before, after] = [londonOffset(from), londonOffset(to)];
  return before === after ? "" : `, and the clocks went ${after < before ? "back" : "forward"} in that time`;
}

function whenWords(line: TimeThatCounts, about: StayAbout): string {
  const { inside, logs } = about;
  const { carer, measured, from, to } = line;
  const day = londonDay(from);
  const times = (first: Moment, last: Moment): string => `from ${timeWords(first, day)} to ${timeWords(last, day)}`;
  if (measured === "fixed") return `Minutes that the terms fix, ${times(from, to)}, are what counts`;
  if (measured === "planned") {
    const part = partOfPlan(line, about);
    return part === null ? `The planned length, ${times(from, to)}, is what counts` : `Of the planned length, ${times(from, to)}, ${part.says} is what counts`;
  }
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

/** Which part of the planned length counts, and its seconds where they are whole; `null` where all of it does. By the minutes where the share is not known. */
function partOfPlan({ from, to, minutes }: TimeThatCounts, { shareOfPlanned }: StayAbout): { readonly says: string; readonly seconds: number | null } | null {
  if (shareOfPlanned === undefined) return Math.abs(to - from - minutes * MINUTE) < MINUTE ? null : { says: "a part", seconds: null };
  const { numerator, denominator } = fraction(shareOfPlanned, "share");
  if (numerator === denominator) return null;
  const part = BigInt(to - from) * numerator;
  return { says: `a share of ${shareOfPlanned}`, seconds: part % denominator === 0n ? Number(part / denominator) : null };
}

/** The minutes of a line, and how logged time, or a part of the plan, was cut to them; where it was one stay, its whole length first. */
export function countedWords(line: TimeThatCounts, about: StayAbout): string {
  const { paidMinutes, logs } = about;
  const minutes = counted(line.minutes, "minute");
  const part = line.measured === "planned" ? partOfPlan(line, about) : null;
  if (part !== null && paidMinutes !== null) {
    if (part.seconds === line.minutes * MINUTE) return minutes;
    // A part of a plan has no log-in or log-out to cut.
    const cut = paidMinutes.partMinutes === "clock-minutes" ? "with part-minutes dropped" : partMinutesWords(paidMinutes);
    return part.seconds === null ? `${minutes}, ${cut}` : `${lengthWords(part.seconds)}; ${minutes} ${cut}`;
  }
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
