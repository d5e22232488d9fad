import type { BankHolidayAnswer, Nation } from "./bank-holidays.js";
import type { Day } from "./day.js";
import { dayWords, everyKindSaid, quoted } from "./words.js";

const NATION_SAYS: { readonly [N in Nation]: string } = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};

/** Is a day a bank holiday, and which one; or from when to when that is known. */
export function bankHolidayWords(answer: BankHolidayAnswer, day: Day, nation: Nation): string {
  switch (answer.kind) {
    case "bank-holiday":
      return `${dayWords(day)} is a bank holiday in ${NATION_SAYS[nation]}: ${quoted(answer.title)}${answer.substitute ? ", on a day that stands for another" : ""}.`;
    case "no-bank-holiday":
      return `${dayWords(day)} is no bank holiday in ${NATION_SAYS[nation]}.`;
    case "not-known":
      return `Whether ${dayWords(day)} is a bank holiday in ${NATION_SAYS[nation]} cannot be determined: bank holidays are known from ${dayWords(answer.firstDay)} to ${dayWords(answer.lastDay)} (both included).`;
    default:
      return everyKindSaid(answer);
  }
}
