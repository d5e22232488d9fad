import { poundsText, wholePennies } from "../payment/statement.js";
import { valueOf } from "../payment/total.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { byCodePoint } from "../shared/code-points.js";
import { type Day, dayNumber, dayNumberOf, dayText, daysInMonth } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import type { Month } from "./month.js";

/** What a provider is paid for the visits of a statement's days. */
export interface Statement {
  readonly provider: string;
  /** The first day of the statement that lies in the period assessed. */
  readonly firstDay: Day;
  /** The last such day (included). */
  readonly lastDay: Day;
  /** Pounds, rounded to the penny where the terms say. */
  readonly amount: DecimalText;
}

/**
 * Every statement of a month, by provider and days: one for the period, or one a calendar month or four weeks, as the terms
 * say. Days are cut to the period. The council's total is the sum of the statements. A month without visits has none.
 *
 * @example
 * ```ts
 * statementsOf(emptyMonth(compile(leicester), null), compile(leicester)); // => []
 * ```
 */
export function statementsOf(month: Month, rules: Pick<Rules, "stretches" | "unitsPerPenny">): Statement[] {
  if (month.period === null) return [];
  const [first, last] = [dayNumber(month.period.firstDay), dayNumber(month.period.lastDay)];
  const period = rulesOn(rules, last).statement?.period ?? "period-assessed";
  return [...month.providers]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([provider, { statements }]) =>
      [...statements].sort(([a], [b]) => a - b).map(([number, total]) => {
        const days = daysOf(number, first, last, period);
        return {
          provider,
          firstDay: dayText(Math.max(first, days.from)),
          lastDay: dayText(Math.min(last, days.to)),
          amount: poundsText(wholePennies(valueOf(total), rules.unitsPerPenny)),
        };
      }),
    );
}

/** The days of a numbered statement; the inverse of `statementOf`. */
function daysOf(number: number, first: number, last: number, period: "period-assessed" | "calendar-month" | "four-weeks"): { from: number; to: number } {
  if (period === "period-assessed") return { from: first, to: last };
  if (period === "four-weeks") return { from: first + 28 * number, to: first + 28 * number + 27 };
  const year = Math.floor(number / 12);
  const month = (number % 12) + 1;
  return { from: dayNumberOf(year, month, 1), to: dayNumberOf(year, month, daysInMonth(year, month)) };
}
