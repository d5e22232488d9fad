import { type Day, type DayNumber, dateOf, dayNumber, dayNumberOf, dayText, weekday } from "../shared/day.js";
import { type DecimalText, shareText } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";
import { type CompiledStandard, type NotAllowedFor, carersAllowed, compileStandard } from "./standard.js";
import type { ContinuityTerms, WindowDays } from "./terms.js";

/** What a service user received on one day: how many visits, and every carer who came. */
export interface ReceivedDay {
  readonly day: DayNumber;
  visits: number;
  /** Each carer once for each visit attended, where the standard is a share; else each carer once. */
  carers: readonly string[];
}

/** A window of days of one service user: what was received in it. */
export interface MeasuredWindow {
  readonly firstDay: Day;
  /** Included. */
  readonly lastDay: Day;
  /** Visits received, as the terms count them. */
  readonly visits: number;
  /** The different carers who came, in order of first appearance. */
  readonly carers: readonly string[];
}

/** A window against a number of carers allowed. */
export interface CarersWindow extends MeasuredWindow {
  /** Carers allowed for so many visits (included). */
  readonly allowed: number;
  /** By how many carers the window is over; 0 when within. */
  readonly over: number;
}

/** A window for which the table does not say how many carers are allowed. */
export interface UnansweredWindow extends MeasuredWindow {
  readonly allowed: null;
  readonly over: null;
  readonly reason: NotAllowedFor;
}

/** A window against a share of visits made by the most frequent carers. */
export interface ShareWindow extends MeasuredWindow {
  /** Carers' attendances: a visit with two carers is two. */
  readonly attendances: number;
  /** How many of them were by the most frequent carers. */
  readonly byMostFrequent: number;
  /** Half up to four places, for show; `null` when nobody came. */
  readonly share: DecimalText | null;
  readonly atLeast: DecimalText | null;
  /** Decided on the exact share; `null` when there is no share, or the council sets none. */
  readonly met: boolean | null;
}

/** A window of days of one service user, against the standard. */
export type ContinuityWindow = CarersWindow | UnansweredWindow | ShareWindow | MeasuredWindow;

/** The windows that terms of a kind give. */
export type WindowOf<Kind extends ContinuityTerms["kind"]> = Kind extends "linear" | "maximum"
  ? CarersWindow
  : Kind extends "table"
    ? CarersWindow | UnansweredWindow
    : Kind extends "share"
      ? ShareWindow
      : MeasuredWindow;

/** The same without its days, for loops. */
export type WindowVerdict = ContinuityWindow extends infer Window ? (Window extends unknown ? Omit<Window, "firstDay" | "lastDay"> : never) : never;

/**
 * Is a window within its standard? `null`: that cannot be determined, or nothing is asked.
 *
 * @example
 * ```ts
 * const window = { firstDay: "2026-03-16", lastDay: "2026-03-22", visits: 5, carers: ["C1", "C2", "C3"] } as const;
 * isWithin({ ...window, allowed: 2, over: 1 }); // => false
 * isWithin({ ...window, allowed: null, over: null, reason: "no-row" }); // => null
 * ```
 */
export function isWithin(window: WindowVerdict): boolean | null {
  if ("met" in window) return window.met;
  return "over" in window && window.over !== null ? window.over === 0 : null;
}

/**
 * Does a window end on this day, lying inside a period that starts on `periodFirstDay`? Its first day, or `undefined`.
 * Windows start on the anchor and every `step` days from it.
 */
export function windowEndingOn(lastDay: DayNumber, periodFirstDay: DayNumber, { days, step, anchor }: WindowDays): DayNumber | undefined {
  if (days === "calendar-month" || step === "calendar-month" || anchor === "first-of-month") {
    const { year, month } = dateOf(lastDay);
    const firstDay = dayNumberOf(year, month, 1);
    return dateOf(lastDay + 1).dayOfMonth === 1 && firstDay >= periodFirstDay ? firstDay : undefined;
  }
  const firstDay = lastDay - days + 1;
  if (firstDay < periodFirstDay) return undefined;
  const start =
    anchor === "mondays" ? periodFirstDay + ((8 - weekday(periodFirstDay)) % 7)
    : anchor === "period-start" ? periodFirstDay
    : dayNumber(anchor);
  if (firstDay < start && anchor !== "mondays") return undefined;
  // A step of 1 starts a window on every day, the days before the first Monday included.
  return (firstDay - start) % step === 0 ? firstDay : undefined;
}

/** The window over these days, or `null` when no visit was received in it: one without a visit is no window. */
export function windowOver(received: readonly ReceivedDay[], firstDay: DayNumber, lastDay: DayNumber, standard: CompiledStandard): ContinuityWindow | null {
  const judged = judgedOver(received, firstDay, lastDay, standard);
  return judged && { firstDay: dayText(firstDay), lastDay: dayText(lastDay), ...judged };
}

/** The same without its days as text. */
export function judgedOver(received: readonly ReceivedDay[], firstDay: DayNumber, lastDay: DayNumber, standard: CompiledStandard): WindowVerdict | null {
  let visits = 0;
  const carers: string[] = [];
  for (const day of received) {
    if (day.day < firstDay || day.day > lastDay) continue;
    visits += day.visits;
    for (const carer of day.carers) if (!carers.includes(carer)) carers.push(carer);
  }
  if (visits === 0) return null;
  const measured = { visits, carers };
  if (standard.kind === "measure") return measured;
  if (standard.kind === "share") return { ...measured, ...shareOver(received, firstDay, lastDay, standard) };
  const allowed = carersAllowed(visits, standard);
  if (typeof allowed === "string") return { ...measured, allowed: null, over: null, reason: allowed };
  return { ...measured, allowed, over: Math.max(0, carers.length - allowed) };
}

function shareOver(
  received: readonly ReceivedDay[],
  firstDay: DayNumber,
  lastDay: DayNumber,
  { mostFrequent, atLeast, limit }: CompiledStandard & { readonly kind: "share" },
): Omit<ShareWindow, keyof MeasuredWindow> {
  const attendancesOf = new Map<string, number>();
  let attendances = 0;
  for (const { day, carers } of received) {
    if (day < firstDay || day > lastDay) continue;
    attendances += carers.length;
    for (const carer of carers) attendancesOf.set(carer, (attendancesOf.get(carer) ?? 0) + 1);
  }
  const byMostFrequent = [...attendancesOf.values()].sort((a, b) => b - a).slice(0, mostFrequent).reduce((sum, count) => sum + count, 0);
  let met: boolean | null = null;
  if (atLeast !== null && attendances > 0) {
    const [mine, least] = [BigInt(byMostFrequent) * atLeast.exact.denominator, atLeast.exact.numerator * BigInt(attendances)];
    met = limit === "included" ? mine >= least : mine > least;
  }
  return { attendances, byMostFrequent, share: shareText(byMostFrequent, attendances), atLeast: atLeast === null ? null : atLeast.text, met };
}

/** One visit that a service user received: its day, how many visits it counts, and the carers who came. */
export interface Received {
  readonly day: Day;
  /** 1 when left out; the carers required where the terms count a two-carer visit as two. Visits that do not count are not given. */
  readonly visits?: number;
  /** Every carer who came and counts. */
  readonly carers: readonly string[];
}

/** The first and last day (both included) that windows must lie inside. */
export interface WindowPeriod {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * Every window of one service user inside a period, against the standard: visits and carers; carers allowed, and by how
 * many over, where the standard allows a number; the share of the most frequent, where it asks for one. Visits in any
 * order. A window without a visit is none. Throws when a day is not one of the calendar, or the first day of the period is
 * after its last.
 *
 * @example
 * ```ts
 * const received = Array.from({ length: 14 }, () => ({ day: "2026-03-16" as const, carers: ["C1"] }));
 * const [window] = continuityWindows(received, { firstDay: "2026-03-16", lastDay: "2026-03-29" }, leicester.continuity.versions[0]!);
 * window!.allowed; // => 4
 * window!.over; // => 0
 * ```
 */
export function continuityWindows<Kind extends ContinuityTerms["kind"]>(
  received: readonly Received[],
  period: WindowPeriod,
  terms: ContinuityTerms & { readonly kind: Kind },
): WindowOf<Kind>[] {
  const standard = compileStandard(terms);
  const days = received
    .map(({ day, visits, carers }) => ({ day: dayNumber(day), visits: visits ?? 1, carers: [...carers] }))
    .sort((a, b) => a.day - b.day);
  const [first, last] = [dayNumber(period.firstDay), dayNumber(period.lastDay)];
  if (first > last) refuse("continuityWindows", "the first day of the period must not be after its last", `${period.firstDay} to ${period.lastDay}`);
  const windows: ContinuityWindow[] = [];
  for (let day = first; day <= last; day++) {
    const firstDay = windowEndingOn(day, first, terms);
    const window = firstDay === undefined ? null : windowOver(days, firstDay, day, standard);
    if (window !== null) windows.push(window);
  }
  // The kind of the terms decides the kind of window; the compiler does not follow that.
  return windows as WindowOf<Kind>[];
}
