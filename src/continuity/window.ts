import { type Day, type DayNumber, dayNumber, dayText, weekday } from "../shared/day.js";
import { refuse } from "../shared/refuse.js";
import { type CompiledStandard, type ContinuityTerms, carersAllowed, compileStandard } from "./standard.js";

/** What a service user received on one day: how many visits, and every carer who came. */
export interface ReceivedDay {
  readonly day: DayNumber;
  visits: number;
  readonly carers: string[];
}

/** A window of days of one service user, against the standard. */
export interface ContinuityWindow {
  readonly firstDay: Day;
  /** Included. */
  readonly lastDay: Day;
  /** Visits received, as the terms count them. */
  readonly visits: number;
  /** The different carers who came, in order of first appearance. */
  readonly carers: readonly string[];
  /** Carers allowed for so many visits (included). */
  readonly allowed: number;
  /** By how many carers the window is over; 0 when within. */
  readonly over: number;
}

/**
 * Does a window end on this day, lying inside a period that starts on `periodFirstDay`? Its first day, or `undefined`.
 * Windows start on the anchor and every `step` days from it.
 */
export function windowEndingOn(lastDay: DayNumber, periodFirstDay: DayNumber, terms: Pick<ContinuityTerms, "days" | "step" | "anchor">): DayNumber | undefined {
  const anchor = terms.anchor === "mondays" ? periodFirstDay + ((8 - weekday(periodFirstDay)) % 7) : periodFirstDay;
  const firstDay = lastDay - terms.days + 1;
  if (firstDay < periodFirstDay) return undefined;
  // A step of 1 starts a window on every day, the days before the anchor included.
  return (firstDay - anchor) % terms.step === 0 ? firstDay : undefined;
}

/** The window over these days, or `null` when no visit was received in it: one without a visit is no window. */
export function windowOver(received: readonly ReceivedDay[], firstDay: DayNumber, lastDay: DayNumber, standard: CompiledStandard): ContinuityWindow | null {
  let visits = 0;
  const carers = new Set<string>();
  for (const day of received) {
    if (day.day < firstDay || day.day > lastDay) continue;
    visits += day.visits;
    for (const carer of day.carers) carers.add(carer);
  }
  if (visits === 0) return null;
  const allowed = carersAllowed(visits, standard);
  return { firstDay: dayText(firstDay), lastDay: dayText(lastDay), visits, carers: [...carers], allowed, over: Math.max(0, carers.size - allowed) };
}

/** One visit that a service user received: its day, how many visits it counts, and the carers who came. */
export interface Received {
  readonly day: Day;
  /** 1 when left out; the carers required where the terms count a two-carer visit as two. */
  readonly visits?: number;
  readonly carers: readonly string[];
}

/** The first and last day (both included) that windows must lie inside. */
export interface WindowPeriod {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * Every window of one service user inside a period, against the standard: visits, carers, carers allowed, and by how many
 * over. Visits in any order. A window without a visit is none. Throws when a day is not one of the calendar, or the first
 * day of the period is after its last.
 *
 * @example
 * ```ts
 * const received = Array.from({ length: 14 }, () => ({ day: "2026-03-16" as const, carers: ["C1"] }));
 * const [window] = continuityWindows(received, { firstDay: "2026-03-16", lastDay: "2026-03-29" }, leicester.continuity.versions[0]!);
 * window!.allowed; // => 4
 * window!.over; // => 0
 * ```
 */
export function continuityWindows(received: readonly Received[], period: WindowPeriod, terms: ContinuityTerms): ContinuityWindow[] {
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
  return windows;
}
