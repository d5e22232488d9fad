import { compileDayKinds } from "../payment/compile-day-kinds.js";
import type { DayKind } from "../payment/day-kind.js";
import { sharingDays } from "../payment/day-kind-reach.js";
import type { RateBand } from "../payment/rate-bands.js";
import type { RateTerms } from "../payment/rate.js";
import type { HolidayCalendar } from "../shared/bank-holidays.js";
import type { Noted } from "./note.js";

/** What is to be noted of the days of rates: nights that pass from one kind of day into another, and kinds of day that share days. */
export function dayNotes(terms: RateTerms, calendar: HolidayCalendar): Noted[] {
  if (terms.kind === "one-rate" || terms.dayKinds.length === 0) return [];
  return [
    ...sharingDays(terms.dayKinds, compileDayKinds(terms.dayKinds, calendar)).map((i): Noted => [["dayKinds", i], "shares-days"]),
    ...terms.bands.flatMap((band, i): Noted[] => (passesMidnightOnSomeDays(band, terms.dayKinds) ? [[["bands", i, "when", "hours"], "past-midnight-on-days"]] : [])),
  ];
}

/** Does a band have hours past midnight on some days and not on all? Some night is in it on one side of midnight only. */
function passesMidnightOnSomeDays({ when }: RateBand, dayKinds: readonly DayKind[]): boolean {
  if (when === "otherwise" || when.hours === undefined || when.days === undefined) return false;
  const [from, to] = when.hours.split("-") as [string, string];
  return to < from && to !== "00:00" && !isEveryDay(when.days, dayKinds);
}

function isEveryDay(days: readonly string[], dayKinds: readonly DayKind[]): boolean {
  const weekdays = new Set(dayKinds.flatMap(({ on }) => (on.kind === "weekdays" ? on.weekdays : [])));
  return weekdays.size === 7 && dayKinds.every(({ name }) => days.includes(name));
}
