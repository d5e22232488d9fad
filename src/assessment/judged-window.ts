import type { DayNumber } from "../shared/day.js";
import { londonMoment, londonSecondOfDay } from "../shared/london.js";
import { DAY, MINUTE, type Moment, asMoment } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";
import { type VisitFacts, plannedDayOf } from "../visit/visit.js";
import { type NamedWindowTerms, windowSeconds } from "./named-windows.js";

/**
 * Why a visit cannot be measured against its plan: the plan has neither a time nor a window; its planned start is in no
 * window; or in several; or it is planned for a window that the council does not name, or not for calls of its type.
 */
export type NotMeasurable = "no-planned-time" | "no-window" | "several-windows" | "unknown-window";

/** The windows as seconds of the day on which they begin, for loops. */
export interface NamedWindowTable {
  readonly terms: NamedWindowTerms;
  readonly windows: readonly WindowSeconds[];
  /** For which call types a window is, where one is not for all; `null` where all are. */
  readonly byCallType: ReadonlyMap<string, readonly WindowSeconds[]> | null;
  /** The windows that are for every call type. */
  readonly forAll: readonly WindowSeconds[];
}

/** A named window as seconds of the day on which it begins. */
export interface WindowSeconds {
  readonly name: string;
  /** First and last second in the window, both included; the last may lie on the next day. */
  readonly first: number;
  readonly last: number;
}

/** The table of named windows. Throws, naming the window, when its times are none, or a name or the start that decides stands twice. */
export function namedWindowTable(terms: NamedWindowTerms): NamedWindowTable {
  if (terms.windows.length === 0) refuse("punctuality", "windows must name at least one window of the day", terms.windows);
  for (const side of ["early", "late"] as const) {
    if (!Number.isSafeInteger(terms.grace[side]) || terms.grace[side] < 0) refuse("punctuality", `windows.grace.${side} must be whole minutes from 0`, terms.grace[side]);
  }
  const windows: (WindowSeconds & { readonly callTypes: readonly string[] | undefined })[] = [];
  for (const window of terms.windows) {
    const { name, fromLimit, toLimit, callTypes } = window;
    const { from, to } = windowSeconds(window);
    const first = from + (fromLimit === "excluded" ? 1 : 0);
    if (windows.some((other) => other.name === name)) refuse("punctuality", "every named window must have a name of its own", name);
    if ((terms.overlap === "starts-first" || terms.overlap === "starts-last") && windows.some((other) => other.first === first && share(other.callTypes, callTypes))) {
      refuse("punctuality", `overlapping windows must start at different times where the one that ${terms.overlap} decides`, name);
    }
    windows.push({ name, callTypes, first, last: (to < from ? to + DAY : to) - (toLimit === "excluded" ? 1 : 0) });
  }
  const named = new Set(windows.flatMap(({ callTypes = [] }) => callTypes));
  const forAll = windows.filter(({ callTypes }) => callTypes === undefined);
  const byCallType = forAll.length === windows.length ? null : new Map([...named].map((callType) => [callType, windows.filter((window) => window.callTypes?.includes(callType) !== false)]));
  return { terms, windows, byCallType, forAll };
}

/** Is any call type in both lists? One that is left out holds all of them. */
function share(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one === undefined || other === undefined || one.some((callType) => other.includes(callType));
}

/** The windows that are for a call type. */
export function windowsFor(callType: string, { windows, byCallType, forAll }: NamedWindowTable): readonly WindowSeconds[] {
  return byCallType === null ? windows : (byCallType.get(callType) ?? forAll);
}

/** The stretch of time a visit is judged against, both ends included, with the windows it is made of. */
export interface JudgedWindow {
  readonly windows: readonly string[];
  readonly first: Moment;
  readonly last: Moment;
}

/**
 * Against which window is a visit judged? `null` when by its planned start, as where no window is for its call type. The windows are those of the visit's planned
 * London day; the early hours of a day may be in a window that began the evening before.
 */
export function judgedWindow(visit: Pick<VisitFacts, "callType" | "plannedStart" | "plannedDay" | "plannedWindow">, table: NamedWindowTable): JudgedWindow | NotMeasurable | null {
  const { plannedStart, plannedWindow } = visit;
  const { terms } = table;
  const windows = windowsFor(visit.callType, table);
  if (windows.length === 0 && plannedWindow === undefined) return null;
  const day = plannedDayOf(visit);
  if (day === null) return "no-planned-time";
  const second = plannedStart === null ? null : londonSecondOfDay(plannedStart);
  const onDay = (window: WindowSeconds): JudgedWindow => judgedOn(second !== null && beganTheDayBefore(second, window) ? day - 1 : day, window, terms);
  if (plannedWindow !== undefined) {
    const window = windows.find(({ name }) => name === plannedWindow);
    return window === undefined ? "unknown-window" : onDay(window);
  }
  if (second === null) return "no-planned-time";
  if (terms.timed === "planned-start") return null;
  const holding = windows.filter((window) => (window.first <= second && second <= window.last) || beganTheDayBefore(second, window)).map(onDay);
  if (holding.length === 0) return terms.gap === "undetermined" ? "no-window" : null;
  if (holding.length === 1) return holding[0]!;
  holding.sort((a, b) => a.first - b.first);
  switch (terms.overlap) {
    case "undetermined":
      return "several-windows";
    case "starts-first":
      return holding[0]!;
    case "starts-last":
      return holding.at(-1)!;
    case "any-of-them":
      // Windows that hold one moment in common make one stretch.
      return { windows: holding.flatMap((window) => window.windows), first: holding[0]!.first, last: asMoment(Math.max(...holding.map(({ last }) => last))) };
  }
}

function beganTheDayBefore(second: number, { first, last }: WindowSeconds): boolean {
  return second < first && second + DAY <= last;
}

function judgedOn(day: DayNumber, { name, first, last }: WindowSeconds, { grace }: NamedWindowTerms): JudgedWindow {
  return {
    windows: [name],
    first: asMoment(londonMoment(day * DAY + first) - grace.early * MINUTE),
    // Where the last time of a window happens twice, the window lasts to the later.
    last: asMoment(londonMoment(day * DAY + last, "later") + grace.late * MINUTE),
  };
}

/** How many seconds outside a window is an arrival: before it below 0, inside it 0, after it above 0. */
export function secondsOutside(arrival: Moment, { first, last }: JudgedWindow): number {
  if (arrival < first) return arrival - first;
  return arrival > last ? arrival - last : 0;
}
