import { type DayNumber, dateOf } from "../shared/day.js";
import { exactText } from "../shared/exact.js";

/** Where a provider's money is rounded, and how much of it one statement holds. */
export interface StatementTerms {
  /** Once, on the statement, half a penny up; or each line, half a penny up or to the even penny. */
  readonly rounding: "statement-half-up" | "line-half-up" | "line-half-even";
  /** One statement for the period assessed; one a calendar month; or one for each four weeks from the period's first day. */
  readonly period: "period-assessed" | "calendar-month" | "four-weeks";
}

/** The units of a line after the rounding of lines, if the terms round lines; units stay exact otherwise. */
export function lineUnits(units: number, unitsPerPenny: number, { rounding }: Pick<StatementTerms, "rounding">): number {
  if (rounding === "statement-half-up") return units;
  const pennies = Math.floor(units / unitsPerPenny);
  const rest = 2 * (units - pennies * unitsPerPenny);
  const up = rest > unitsPerPenny || (rest === unitsPerPenny && (rounding === "line-half-up" || pennies % 2 === 1));
  return (up ? pennies + 1 : pennies) * unitsPerPenny;
}

/** Exact units as whole pennies, half up. Lines that were rounded are whole pennies already. */
export function wholePennies(units: bigint, unitsPerPenny: number): bigint {
  const penny = BigInt(unitsPerPenny);
  return (2n * units + penny) / (2n * penny);
}

/** Pennies as pounds, `"2647.89"`. */
export function poundsText(pennies: bigint): string {
  return exactText({ numerator: pennies, denominator: 100n }, 2);
}

/** Exact units as pounds without rounding, `"10.5075"`. */
export function exactPounds(units: number, unitsPerPenny: number): string {
  return exactText({ numerator: BigInt(units), denominator: 100n * BigInt(unitsPerPenny) }, 2);
}

/** The number of the statement a day belongs to: the same for all days of one statement, rising with the days. */
export function statementOf(day: DayNumber, periodFirstDay: DayNumber, { period }: Pick<StatementTerms, "period">): number {
  if (period === "period-assessed") return 0;
  if (period === "four-weeks") return Math.floor((day - periodFirstDay) / 28);
  const { year, month } = dateOf(day);
  return year * 12 + month - 1;
}
