import type { Day } from "../shared/day.js";
import { dayNumber } from "../shared/day.js";
import { counted, dayWords, everyKindSaid } from "../shared/words.js";
import type { DashboardField, DashboardGap } from "./dashboard.js";

/** One thing that is missing from a dashboard on a day. */
export function dashboardGapWords(gap: DashboardGap, day: Day): string {
  switch (gap.code) {
    case "no-row":
      return `Provider ${gap.provider} has no row.`;
    case "row-later-than-asked":
      return `Provider ${gap.provider} has no row yet on ${dayWords(day)}: its first is as of ${dayWords(gap.asOf)}, ${counted(dayNumber(gap.asOf) - dayNumber(day), "day")} later.`;
    case "not-given":
      return `Provider ${gap.provider}: ${FIELD_SAYS[gap.field]} not given; what is not given is not 0.`;
    case "not-a-count":
      return `Provider ${gap.provider}: ${FIELD_SAYS[gap.field]} no whole number from 0.`;
    default:
      return everyKindSaid(gap);
  }
}

const FIELD_SAYS: { readonly [F in DashboardField]: string } = {
  ratings: "the ratings of its locations are",
  safeguardings: "the number of safeguardings is",
  complaints: "the number of complaints is",
  compliments: "the number of compliments is",
  financialAssurance: "its financial assurance is",
};
