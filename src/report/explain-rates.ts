import type { RateCell } from "../payment/rate-analysis.js";
import { rateCellWords } from "../payment/rate-analysis.words.js";
import type { BankHolidayAnswer, Nation } from "../shared/bank-holidays.js";
import { bankHolidayWords } from "../shared/bank-holidays.words.js";
import type { Day } from "../shared/day.js";
import type { Section } from "./section.js";

/**
 * Which visits have no rate, or several, in words? Takes what `rateHoles` or `rateOverlaps` answered; an empty list says that
 * there are no such visits.
 *
 * @example
 * ```ts
 * const bands = [{ name: "day", when: { hours: "07:00-22:00" }, price: { kind: "hourly", pounds: "20.00" } }] as const;
 * explainRateCells(rateHoles({ dayKinds: [], bands }));
 * // => [{ sentences: ["Visits from 22:00 (included) to 07:00 (excluded): no band holds them, so they have no rate."] }]
 * explainRateCells([]); // => [{ sentences: ["There are no such visits."] }]
 * ```
 */
export function explainRateCells(cells: readonly RateCell[]): Section[] {
  return [{ sentences: cells.length === 0 ? ["There are no such visits."] : cells.map(rateCellWords) }];
}

/**
 * Is a day a bank holiday, in words? Takes what `bankHolidayOn` answered, with what it was asked.
 *
 * @example
 * ```ts
 * const day = "2026-12-25";
 * explainBankHoliday(bankHolidayOn(day, "scotland", bankHolidays), day, "scotland");
 * // => [{ sentences: ["Friday 25 December 2026 is a bank holiday in Scotland: “Christmas Day”."] }]
 * ```
 */
export function explainBankHoliday(answer: BankHolidayAnswer, day: Day, nation: Nation): Section[] {
  return [{ sentences: [bankHolidayWords(answer, day, nation)] }];
}
