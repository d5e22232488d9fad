import type { VisitKind } from "../assessment/attendance.js";
import type { Presence } from "../assessment/presence.js";
import type { CompiledStandard } from "../continuity/standard.js";
import { type ReceivedDay, windowEndingOn, windowOver } from "../continuity/window.js";
import type { ContinuityTally } from "../performance/tally.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import type { DayRules } from "../rules/day-rules.js";
import type { DayNumber } from "../shared/day.js";

/** A service user followed through the days, with one provider or over all of them. */
export interface Follow {
  /** The days that a window still open may hold, in order. */
  days: ReceivedDay[];
  /** Windows that end on this day or before are closed. */
  closedTo: DayNumber;
  windows: number;
  within: number;
}

/** Which windows of a period end on which day: worked out once for all service users. */
export interface Calendar {
  /** The window that ends on a day, or `null` when none does. */
  readonly endingOn: (day: DayNumber) => { readonly firstDay: DayNumber; readonly standard: CompiledStandard } | null;
  /** Days in the longest window of any version. */
  readonly longest: number;
}

/** The calendar of windows for a period that begins on a day; each window by the terms of its last day. */
export function windowCalendar(rules: Rules, periodFirstDay: DayNumber): Calendar {
  const known = new Map<DayNumber, ReturnType<Calendar["endingOn"]>>();
  return {
    longest: Math.max(...rules.stretches.map((stretch) => stretch.rules.continuity?.days ?? 0)),
    endingOn: (day) => {
      let answer = known.get(day);
      if (answer === undefined) {
        const terms = rulesOn(rules, day).continuity;
        const firstDay = terms === null ? undefined : windowEndingOn(day, periodFirstDay, terms);
        known.set(day, (answer = firstDay === undefined ? null : { firstDay, standard: terms!.standard }));
      }
      return answer;
    },
  };
}

/** How a visit counts in its service user's windows. */
export interface ReceivedVisit {
  /** As many as the terms count it. */
  readonly visits: number;
  readonly overAllProviders: boolean;
  /** Stands before its carers' ids: carers of different providers are different carers, whatever their ids. */
  readonly prefix: string;
}

/** How does a visit of a kind count in its service user's windows? `null` when it was not received, or no standard is in force. */
export function receivedOf(visit: { readonly provider: string; readonly carersRequired: number }, { kind }: VisitKind, { continuity }: Pick<DayRules, "continuity">): ReceivedVisit | null {
  if (continuity === null || (kind !== "delivered" && kind !== "open")) return null;
  const overAllProviders = continuity.scope === "service-user";
  return {
    visits: continuity.doubleHanded === "carers-required" ? visit.carersRequired : 1,
    overAllProviders,
    prefix: overAllProviders ? `${visit.provider}\u0000` : "",
  };
}

/** Nobody received anything yet. */
export function newFollow(): Follow {
  return { days: [], closedTo: -Infinity, windows: 0, within: 0 };
}

/** Adds a visit received on a day with the carers who came, closing the windows that ended before it. Days come in order. */
export function receive(follow: Follow, day: DayNumber, visits: number, came: readonly Presence[], prefix: string, calendar: Calendar): void {
  let today = follow.days.at(-1);
  if (today?.day !== day) {
    closeWindows(follow, day - 1, calendar);
    follow.days.push((today = { day, visits: 0, carers: [] }));
  }
  today.visits += visits;
  for (const presence of came) {
    const carer = prefix === "" ? presence.carer : prefix + presence.carer;
    if (!today.carers.includes(carer)) today.carers.push(carer);
  }
}

/** Closes and counts every window that ends on a day or before, and forgets the days that no later window holds. */
export function closeWindows(follow: Follow, to: DayNumber, calendar: Calendar): void {
  let held = 0; // the first of the days that later windows may hold
  for (let day = Math.max(follow.closedTo + 1, follow.days[0]?.day ?? Infinity); day <= to && held < follow.days.length; day++) {
    const ending = calendar.endingOn(day);
    if (ending !== null) {
      const window = windowOver(follow.days, ending.firstDay, day, ending.standard);
      if (window !== null) {
        follow.windows++;
        if (window.over === 0) follow.within++;
      }
    }
    while (held < follow.days.length && follow.days[held]!.day <= day + 1 - calendar.longest) held++;
  }
  follow.days = follow.days.slice(held);
  follow.closedTo = to;
}

/** Adds what was counted for one service user to a tally, in place. */
export function countFollow(tally: ContinuityTally, follow: Follow): void {
  if (follow.windows === 0) return;
  tally.windows += follow.windows;
  tally.within += follow.within;
  tally.serviceUsers++;
  if (follow.windows === follow.within) tally.serviceUsersWithin++;
}
