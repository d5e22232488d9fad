import { type Span, heldSpans, holdsValue } from "../contract/spans.js";
import { type ClockTime, clockOf, secondOfClock } from "../shared/clock-time.js";
import { DAY } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";

/** A named window of the day, on the London wall clock, each end held or not. One that ends before it begins ends on the next day. */
export interface NamedWindow extends Span<ClockTime> {
  /** In the council's words, unlike every other window's: `"morning"`. */
  readonly name: string;
  /** The call types that it is for; all of them when left out. */
  readonly callTypes?: readonly string[];
}

/** Visits are planned for windows of the day, and judged against them. */
export interface NamedWindowTerms {
  readonly windows: readonly NamedWindow[];
  /** Minutes before a window's start and after its end that are on time still; whether the last of them is, its limit says. */
  readonly grace: { readonly early: number; readonly late: number };
  /** How is a visit judged whose plan has a time and names no window: by its planned start, or by the window that holds it? */
  readonly timed: "planned-start" | "its-window";
  /** Which window is it when several hold its planned start: undetermined; the one that starts first; or last; or any of them will do. */
  readonly overlap: "undetermined" | "starts-first" | "starts-last" | "any-of-them";
  /** And when none does: undetermined; or judged by its planned start all the same. */
  readonly gap: "undetermined" | "planned-start";
}

/** A stretch of the day that so many windows hold: none is a hole, several an overlap. */
export interface WindowStretch extends Span<ClockTime> {
  readonly windows: readonly string[];
}

/**
 * Which windows hold which stretch of the day, from 00:00 to 24:00? Exact: it compares the ends, it does not try times.
 *
 * @example
 * ```ts
 * const included = { fromLimit: "included", toLimit: "included" } as const;
 * const windows = [{ name: "morning", from: "07:00", to: "10:00", ...included }, { name: "late morning", from: "09:00", to: "11:30", ...included }];
 * windowStretches(windows).filter((stretch) => stretch.windows.length > 1);
 * // => [{ from: "09:00", fromLimit: "included", to: "10:00", toLimit: "included", windows: ["morning", "late morning"] }]
 * ```
 */
export function windowStretches(windows: readonly NamedWindow[]): WindowStretch[] {
  const parts = windows.flatMap((window) => partsOf(window));
  const day: Span<number> = { from: 0, fromLimit: "included", to: DAY, toLimit: "excluded" };
  return heldSpans(parts, day, difference).map(({ held, from, to, ...limits }) => ({
    ...limits,
    from: clockOf(from),
    to: clockOf(to),
    windows: held.map((part) => parts[part]!.name),
  }));
}

/**
 * Which stretches of the day are in no window? Empty when every time of the day is in one.
 *
 * @example
 * ```ts
 * windowGaps([{ name: "day", from: "08:00", fromLimit: "included", to: "22:00", toLimit: "included" }]);
 * // => [{ from: "00:00", fromLimit: "included", to: "08:00", toLimit: "excluded", windows: [] }, { from: "22:00", fromLimit: "excluded", to: "24:00", toLimit: "excluded", windows: [] }]
 * ```
 */
export function windowGaps(windows: readonly NamedWindow[]): WindowStretch[] {
  return windowStretches(windows).filter((stretch) => stretch.windows.length === 0);
}

/**
 * Which stretches of the day are in more than one window?
 *
 * @example
 * ```ts
 * const included = { fromLimit: "included", toLimit: "included" } as const;
 * windowOverlaps([{ name: "lunch", from: "11:30", to: "14:30", ...included }, { name: "tea", from: "14:30", to: "16:00", ...included }]);
 * // => [{ from: "14:30", fromLimit: "included", to: "14:30", toLimit: "included", windows: ["lunch", "tea"] }]
 * ```
 */
export function windowOverlaps(windows: readonly NamedWindow[]): WindowStretch[] {
  return windowStretches(windows).filter((stretch) => stretch.windows.length > 1);
}

/**
 * Which windows hold a time of the day?
 *
 * @example
 * ```ts
 * windowsAt("17:00", [{ name: "tea", from: "14:30", fromLimit: "included", to: "16:00", toLimit: "included" }]); // => []
 * ```
 */
export function windowsAt(time: ClockTime, windows: readonly NamedWindow[]): string[] {
  const second = secondOfClock(time, "windowsAt");
  return windows.filter((window) => partsOf(window).some((part) => holdsValue(second, part, difference))).map(({ name }) => name);
}

type Part = Span<number> & { readonly name: string };

/** A window as stretches of one day: one past midnight is two. */
function partsOf(window: NamedWindow): Part[] {
  const { name, fromLimit, toLimit } = window;
  const { from, to } = windowSeconds(window);
  if (from < to) return [{ name, from, fromLimit, to, toLimit }];
  return [
    { name, from: 0, fromLimit: "included", to, toLimit },
    { name, from, fromLimit, to: DAY, toLimit: "excluded" },
  ];
}

/** The seconds of the day at which a window begins and ends. Throws, naming the window, when its times are none. */
export function windowSeconds({ name, from, to }: NamedWindow): { readonly from: number; readonly to: number } {
  const what = `the named window "${name}"`;
  const seconds = { from: secondOfClock(from, what), to: secondOfClock(to, what) };
  if (seconds.from === seconds.to || seconds.from === DAY || seconds.to === 0) refuse(what, "it must begin before 24:00 and end at another time, after 00:00", `${from} to ${to}`);
  return seconds;
}

function difference(a: number, b: number): number {
  return a - b;
}
