import type { VisitKind } from "../assessment/attendance.js";
import type { Presence } from "../assessment/presence.js";
import { isReceived } from "../continuity/received.js";
import type { CompiledStandard } from "../continuity/standard.js";
import { type ReceivedDay, isWithin, judgedOver, windowEndingOn } from "../continuity/window.js";
import type { ContinuityTally } from "../performance/tally.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import type { DayRules } from "../rules/day-rules.js";
import type { DayNumber } from "../shared/day.js";
import type { VisitFacts } from "../visit/visit.js";

/** A service user followed through the days, with one provider or over all of them. */
export interface Follow {
  /** The days that a window still open may hold, in order. */
  readonly days: ReceivedDay[];
  /** Windows that end on this day or before are closed. */
  closedTo: DayNumber;
  /** Windows within the standard or not; those of which neither can be said stand apart. */
  windows: number;
  within: number;
  /** Windows for which the council's table does not say how many carers are allowed. */
  undetermined: number;
  /** Windows of which nothing is asked. */
  measured: number;
  /** On some day on which a window might end no standard is in force, or several are. */
  withoutRule: boolean;
}

/** Which windows of a period end on which day: worked out once for all service users. */
export interface Calendar {
  /** The window that ends on a day, or `null` when none does. */
  readonly endingOn: (day: DayNumber) => { readonly firstDay: DayNumber; readonly standard: CompiledStandard } | null;
  /** Days in the longest window of any version. */
  readonly longest: number;
  /** Some version asks for a share, so that a carer counts once for each visit of a day. */
  readonly countsEach: boolean;
  /** Has a day no standard in force, or several? */
  readonly lacksRule: (day: DayNumber) => boolean;
}

/** The calendar of windows for a period that begins on a day; each window by the terms of its last day. */
export function windowCalendar(rules: Rules, periodFirstDay: DayNumber): Calendar {
  const known = new Map<DayNumber, ReturnType<Calendar["endingOn"]>>();
  const always = rules.stretches.every((stretch) => stretch.rules.continuity !== null);
  return {
    lacksRule: (day) => !always && rulesOn(rules, day).continuity === null,
    longest: Math.max(...rules.stretches.map(({ rules: { continuity } }) => (continuity === null ? 0 : continuity.days === "calendar-month" ? LONGEST_MONTH : continuity.days))),
    countsEach: rules.stretches.some((stretch) => stretch.rules.continuity?.kind === "share"),
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

const LONGEST_MONTH = 31;

/** How a visit counts in its service user's windows. */
export interface ReceivedVisit {
  /** As many as the terms count it. */
  readonly visits: number;
  readonly overAllProviders: boolean;
  /** Stands before its carers' ids: carers of different providers are different carers, whatever their ids. */
  readonly prefix: string;
}

/** How does a visit of a kind count in its service user's windows? `null` when it was not received, or no standard is in force. */
export function receivedOf(visit: Pick<VisitFacts, "callType" | "carersRequired"> & { readonly provider: string }, kind: VisitKind, { continuity }: Pick<DayRules, "continuity">): ReceivedVisit | null {
  if (continuity === null || !isReceived(visit, kind, continuity)) return null;
  const overAllProviders = continuity.scope === "service-user";
  return {
    visits: continuity.doubleHanded === "carers-required" ? visit.carersRequired : 1,
    overAllProviders,
    prefix: overAllProviders ? `${visit.provider}\u0000` : "",
  };
}

/** The carers of a received visit who count: every one who came, or the earliest as many as were required. */
export function countedCarers(came: readonly Presence[], { carersRequired }: Pick<VisitFacts, "carersRequired">, { continuity }: Pick<DayRules, "continuity">): readonly Presence[] {
  return continuity?.carers === "as-many-as-required" && came.length > carersRequired ? came.slice(0, carersRequired) : came;
}

/** Nobody received anything yet. */
export function newFollow(): Follow {
  return { days: [], closedTo: -Infinity, windows: 0, within: 0, undetermined: 0, measured: 0, withoutRule: false };
}

/** Adds a visit received on a day with the carers who came, closing the windows that ended before it. Days come in order. */
export function receive(follow: Follow, day: DayNumber, visits: number, came: readonly Presence[], prefix: string, calendar: Calendar): void {
  const today = follow.days.at(-1);
  if (today?.day !== day) {
    closeWindows(follow, day - 1, calendar);
    follow.days.push({ day, visits, carers: came.map(({ carer }) => prefix + carer) });
    return;
  }
  today.visits += visits;
  for (const presence of came) {
    const carer = prefix + presence.carer;
    // A new list has room for no more than it holds, and these are kept for as many days as a window has.
    if (calendar.countsEach || !today.carers.includes(carer)) today.carers = [...today.carers, carer];
  }
}

/** Closes and counts every window that ends on a day or before, and forgets the days that no later window holds. */
export function closeWindows(follow: Follow, to: DayNumber, calendar: Calendar): void {
  let held = 0; // the first of the days that later windows may hold
  for (let day = Math.max(follow.closedTo + 1, follow.days[0]?.day ?? Infinity); day <= to && held < follow.days.length; day++) {
    const ending = calendar.endingOn(day);
    if (ending !== null) {
      const window = judgedOver(follow.days, ending.firstDay, day, ending.standard);
      const within = window === null ? null : isWithin(window);
      if (within !== null) {
        follow.windows++;
        if (within) follow.within++;
      } else if (window !== null) {
        if ("allowed" in window) follow.undetermined++;
        else follow.measured++;
      }
    } else if (calendar.lacksRule(day)) follow.withoutRule = true;
    while (held < follow.days.length && follow.days[held]!.day <= day + 1 - calendar.longest) held++;
  }
  for (; held > 0; held--) follow.days.shift();
  follow.closedTo = to;
}

/** Adds what was counted for one service user to a tally, in place. */
export function countFollow(tally: ContinuityTally, follow: Follow): void {
  tally.windows += follow.windows;
  tally.within += follow.within;
  // Of a service user with windows undetermined it can be said only that not every one is within, and only when one is not.
  if (follow.windows === 0 || (follow.undetermined > 0 && follow.windows === follow.within)) return;
  tally.serviceUsers++;
  if (follow.windows === follow.within) tally.serviceUsersWithin++;
}
