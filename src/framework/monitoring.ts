import type { Source } from "../contract/source.js";
import { type Day, type DayNumber, dayNumber, dayText, weekday } from "../shared/day.js";
import { refuse } from "../shared/refuse.js";
import type { Days } from "./cited.js";
import type { DashboardRow } from "./dashboard.js";
import { spanOf } from "./stretches.js";

/** How a council watches its providers, and when it watches one more closely. */
export interface MonitoringTerms {
  /** What routine monitoring requires. */
  readonly routine: readonly MonitoringRequirement[];
  /** What intensive monitoring requires, the routine that goes on included. */
  readonly intensive: readonly MonitoringRequirement[];
  /** What starts intensive monitoring: a concern that somebody recorded; counts only where the council says so. */
  readonly trigger: { readonly kind: "recorded-concern" } | { readonly kind: "recorded-concern-or-count"; readonly of: "safeguardings" | "complaints"; readonly atLeast: number };
  /** What a visit every week is: within seven days of the last one; or one in every week from Monday to Sunday. */
  readonly visitWeek: "seven-days-apart" | "calendar-weeks";
}

/** One thing that monitoring requires. */
export interface MonitoringRequirement {
  readonly what: "contract-manager" | "contract-meetings" | "dashboard-review" | "provider-visits" | "service-improvement-plan";
  /** How often, in days; `regularly` where the document names no interval; `standing`: to be in place throughout. */
  readonly every: { readonly days: number } | "regularly" | "standing";
  readonly source: Source;
}

/** A whole service concern about a provider, as it was recorded. Both days are included; it is open until somebody closes it. */
export interface WholeServiceConcern extends Days {
  readonly provider: string;
}

/** Which regime a provider is under. */
export type RegimeAnswer =
  | { readonly kind: "routine"; readonly requires: readonly MonitoringRequirement[] }
  | { readonly kind: "intensive"; readonly because: "recorded-concern" | "count"; readonly since: Day; readonly requires: readonly MonitoringRequirement[] }
  | { readonly kind: "cannot-be-determined"; readonly reason: "counts-not-given" };

/**
 * Is a provider monitored routinely or intensively on a day, and what does that require? A concern is a recorded event; no
 * count of complaints makes one unless the terms say so, and then the caller gives the provider's dashboard row.
 *
 * @example
 * ```ts
 * const terms = plymouth.monitoring!.versions[0]!;
 * const concerns = [{ provider: "P1", firstDay: "2023-09-04", lastDay: "2023-09-29" }] as const;
 * regimeOn("P1", "2023-09-03", concerns, terms).kind; // => "routine"
 * regimeOn("P1", "2023-09-04", concerns, terms).kind; // => "intensive"
 * regimeOn("P1", "2023-09-30", concerns, terms).kind; // => "routine"
 * ```
 */
export function regimeOn(provider: string, day: Day, concerns: readonly WholeServiceConcern[], terms: MonitoringTerms, row?: DashboardRow): RegimeAnswer {
  const since = runningSince(concerns.filter((concern) => concern.provider === provider), dayNumber(day));
  if (since !== null) return { kind: "intensive", because: "recorded-concern", since: dayText(since), requires: terms.intensive };
  const { trigger } = terms;
  if (trigger.kind === "recorded-concern") return { kind: "routine", requires: terms.routine };
  const count = row === undefined || row.provider !== provider ? "not-given" : row[trigger.of];
  if (count === "not-given") return { kind: "cannot-be-determined", reason: "counts-not-given" };
  return count >= trigger.atLeast ? { kind: "intensive", because: "count", since: row!.asOf, requires: terms.intensive } : { kind: "routine", requires: terms.routine };
}

/** The first day of the concerns that reach a day without a day between them; `null` when none is open on it. */
function runningSince(concerns: readonly Days[], day: DayNumber): DayNumber | null {
  const spans = concerns.map(spanOf);
  const open = spans.filter(({ first, last }) => first <= day && day <= last);
  if (open.length === 0) return null;
  for (let since = Math.min(...open.map(({ first }) => first)); ; ) {
    const earlier = spans.filter(({ first, last }) => first < since && last >= since - 1);
    if (earlier.length === 0) return since;
    since = Math.min(...earlier.map(({ first }) => first));
  }
}

/** When is the next monitoring visit to a provider due? */
export type VisitDue =
  /** By that day (included); so many days overdue on the day asked, 0 when it is not. */
  | { readonly kind: "due"; readonly by: Day; readonly overdueDays: number; readonly lastVisit: Day | null }
  /** The regime names no interval for visits. */
  | { readonly kind: "no-interval-stated"; readonly regime: "routine" | "intensive" }
  | { readonly kind: "cannot-be-determined"; readonly reason: "counts-not-given" };

/**
 * When does the next monitoring visit to a provider fall due, as seen on a day? Visits after the day asked, and those
 * before the concern, do not count.
 *
 * @example
 * ```ts
 * const terms = plymouth.monitoring!.versions[0]!;
 * const concerns = [{ provider: "P1", firstDay: "2023-09-04", lastDay: "open" }] as const;
 * nextVisitDue("P1", "2023-09-11", ["2023-09-06"], concerns, terms); // => { kind: "due", by: "2023-09-13", overdueDays: 0, lastVisit: "2023-09-06" }
 * nextVisitDue("P1", "2023-09-14", ["2023-09-06"], concerns, terms); // => { kind: "due", by: "2023-09-13", overdueDays: 1, lastVisit: "2023-09-06" }
 * ```
 */
export function nextVisitDue(provider: string, day: Day, visits: readonly Day[], concerns: readonly WholeServiceConcern[], terms: MonitoringTerms, row?: DashboardRow): VisitDue {
  const regime = regimeOn(provider, day, concerns, terms, row);
  if (regime.kind === "cannot-be-determined") return regime;
  const every = regime.requires.find(({ what }) => what === "provider-visits")?.every;
  if (regime.kind === "routine" || every === undefined || typeof every === "string") return { kind: "no-interval-stated", regime: regime.kind };
  const asked = dayNumber(day);
  const since = dayNumber(regime.since);
  const made = visits.map(dayNumber).filter((visit) => since <= visit && visit <= asked).sort((a, b) => a - b);
  const by = terms.visitWeek === "calendar-weeks" ? firstWeekWithout(made, since, every.days) : (made.at(-1) ?? since) + every.days;
  return { kind: "due", by: dayText(by), overdueDays: Math.max(0, asked - by), lastVisit: made.length === 0 ? null : dayText(made.at(-1)!) };
}

/** The Sunday of the first week from Monday to Sunday, from that of a day on, in which no visit was made. */
function firstWeekWithout(visits: readonly DayNumber[], since: DayNumber, days: number): DayNumber {
  if (days !== 7) refuse("nextVisitDue", "visits by calendar weeks are every 7 days", days);
  const sundayOf = (day: DayNumber): DayNumber => day + 7 - weekday(day);
  const visited = new Set(visits.map(sundayOf));
  let sunday = sundayOf(since);
  while (visited.has(sunday)) sunday += 7;
  return sunday;
}
