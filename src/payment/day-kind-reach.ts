import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { type DayNumber, dateOf, dayNumberOf } from "../shared/day.js";
import { type CompiledDayKinds, type DayKind, UNKNOWN_KIND, dayKindOn, holdsDay } from "./day-kind.js";

// Day kinds are asked in their order, so one may stand behind others that hold its days.

/** Of the sorts of days, which is the narrower? A narrower one behind a broader loses days to it. */
const BREADTH: { readonly [K in DayKind["on"]["kind"]]: number } = { days: 0, dates: 1, "bank-holidays": 2, weekdays: 3 };

/** The first kind that no day reaches, since it holds none or the kinds before it hold all of them; `undefined` when each is reached. */
export function unreachedKind(kinds: readonly DayKind[], compiled: CompiledDayKinds): DayKind | undefined {
  const left = new Set(kinds.keys());
  for (const day of daysToLookAt(compiled)) {
    if (left.size === 0) return undefined;
    const found = dayKindOn(day, compiled);
    // Where nobody knows the bank holidays, a kind behind them may be reached.
    for (const i of left) if (found === i || (found === UNKNOWN_KIND && holdsDay(compiled.rules[i]!, day, compiled.calendar) === true)) left.delete(i);
  }
  return kinds[[...left][0] ?? kinds.length];
}

/** Every day that a rule lists, all of the calendar's, and 28 years, in which every date but 29 February falls on every day of the week. */
function* daysToLookAt({ rules, calendar }: CompiledDayKinds): Generator<DayNumber> {
  for (const rule of rules) if (rule.kind === "days") yield* rule.days;
  for (let day = calendar?.firstDay ?? 1; day <= (calendar?.lastDay ?? 0); day++) yield day;
  for (let day = FIRST_OF_28_YEARS; day < FIRST_AFTER; day++) yield day;
}

const [FIRST_OF_28_YEARS, FIRST_AFTER] = [dayNumberOf(2000, 1, 1), dayNumberOf(2028, 1, 1)];

/** Which kinds, by their places, lose days to a broader kind before them: dates behind bank holidays, bank holidays behind weekdays? */
export function behindBroader(kinds: readonly DayKind[], compiled: CompiledDayKinds): number[] {
  const { calendar, rules } = compiled;
  const breadth = (i: number): number => BREADTH[kinds[i]!.on.kind];
  const behind = kinds.map((_, i) => i).filter((i) => kinds.slice(0, i).some((_, before) => breadth(before) > breadth(i)));
  if (behind.length === 0) return [];
  const losing = new Set<number>();
  for (const day of daysToLookAt(compiled)) {
    const found = dayKindOn(day, compiled);
    for (const i of behind) if (found >= 0 && found < i && breadth(found) > breadth(i) && holdsDay(rules[i]!, day, calendar) === true) losing.add(i);
  }
  return [...losing].sort((a, b) => a - b);
}

/**
 * Which kinds, by their places, lose days to one of the same sort before them that has other days besides: Saturday and
 * Sunday behind Monday to Saturday? One whose days are all in a later kind stands before that on purpose: Sunday, say.
 */
export function sharingDays(kinds: readonly DayKind[], compiled: CompiledDayKinds): number[] {
  const pairs = kinds.flatMap(({ on }, i) => kinds.slice(0, i).flatMap((other, before) => (other.on.kind === on.kind ? [{ i, before, shares: false, isPart: true }] : [])));
  if (pairs.length === 0) return [];
  for (const day of daysToLookAt(compiled)) {
    const found = dayKindOn(day, compiled);
    for (const pair of pairs) {
      if (pair.before !== found) continue;
      if (holdsDay(compiled.rules[pair.i]!, day, compiled.calendar) === true) pair.shares = true;
      else pair.isPart = false;
    }
  }
  return [...new Set(pairs.flatMap(({ i, shares, isPart }) => (shares && !isPart ? [i] : [])))];
}

/**
 * Which kinds of bank holidays, by their places, miss a holiday in years in which it falls on a weekend? The calendar has only
 * the day put in its place then. Kinds that ask for titles, or leave those days out; but for dates that another kind names.
 */
export function missingOnWeekends(kinds: readonly DayKind[], calendar: HolidayCalendar): number[] {
  const dates = new Set<string>(kinds.flatMap(({ on }) => (on.kind === "dates" ? on.dates : [])));
  const named = ownDates(calendar);
  return kinds.flatMap(({ on }, i) => {
    if (on.kind !== "bank-holidays" || (on.titles === undefined && on.substitutes === "included")) return [];
    return [...named].some(([title, date]) => (on.titles?.includes(title) ?? true) && !dates.has(date)) ? [i] : [];
  });
}

/** The date, as MM-DD, of each holiday that has the same one every year and is put on another day in some. */
function ownDates({ holidays }: HolidayCalendar): Map<string, string> {
  const own = new Map<string, Set<string>>();
  const moved = new Set<string>();
  for (const [day, { title, substitute }] of holidays) {
    if (substitute) moved.add(title);
    else own.set(title, (own.get(title) ?? new Set()).add(dateText(day)));
  }
  return new Map([...own].filter(([title, dates]) => moved.has(title) && dates.size === 1).map(([title, dates]) => [title, [...dates][0]!]));
}

function dateText(day: DayNumber): string {
  const { month, dayOfMonth } = dateOf(day);
  return [month, dayOfMonth].map((part) => String(part).padStart(2, "0")).join("-");
}
