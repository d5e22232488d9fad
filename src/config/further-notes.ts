import type { Clauses } from "../rules/council.js";
import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { dayNotes } from "./day-notes.js";
import { longerNoticeNotes, longerStayNotes } from "./longer-notes.js";
import { type Noted, each } from "./note.js";
import { largeLimits, largeNotice, largePrices } from "./size-notes.js";
import { windowNotes } from "./window-notes.js";

/** What is to be noted of days and windows, of what grows the wrong way, and of sizes. */
export function furtherNotes({ punctuality, paidMinutes, rate, undelivered }: Clauses, calendar: HolidayCalendar): Noted[] {
  return [
    ...each("punctuality", punctuality, (terms) => [...windowNotes(terms), ...largeLimits(terms)]),
    ...each("paidMinutes", paidMinutes, longerStayNotes),
    ...each("rate", rate, (terms) => [...dayNotes(terms, calendar), ...largePrices(terms)]),
    ...each("undelivered", undelivered, (terms) => [...longerNoticeNotes(terms), ...largeNotice(terms)]),
  ];
}
