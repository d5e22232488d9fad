import { type DecimalText, commonMultiple, dividedBy, fraction } from "../shared/exact.js";
import { londonDay, londonOffset, londonSecondOfDay } from "../shared/london.js";
import { DAY, HOUR, MINUTE, type Moment } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";

/** What an hour is paid. */
export interface RateTerms {
  /** Pounds an hour, as decimal text. */
  readonly hourly: DecimalText;
  /** The London hours it is paid in: `"every"`, or `"HH:MM-HH:MM"` (both included); outside them there is no rate. */
  readonly hours: string;
}

/**
 * A rate as whole numbers. A unit is the largest part of a penny in which a minute at every rate of the council is whole,
 * so sums are exact; the penny appears once, where the terms round.
 */
export interface CompiledRate {
  readonly unitsPerMinute: number;
  readonly unitsPerPenny: number;
  /** Seconds of the day, both included, or `null` for every hour. */
  readonly hours: { readonly from: number; readonly to: number } | null;
}

/** The most units a minute may be: a visit of two years is then still a safe integer. */
const MOST_UNITS_PER_MINUTE = 2 ** 33;
/** The most units a penny may be: a penny's parts are then still safe integers. */
const MOST_UNITS_PER_PENNY = 2 ** 52;

/** Compiles rates that share one scale. Throws, naming the rate, when it is not decimal text, is below 0 or too fine to add exactly. */
export function compileRates(rates: readonly RateTerms[]): CompiledRate[] {
  const pence = rates.map(({ hourly }) => {
    const pounds = fraction(hourly, "rate.hourly");
    if (pounds.numerator < 0n) refuse("rate", "hourly must not be below 0", hourly);
    return dividedBy({ numerator: pounds.numerator * 100n, denominator: pounds.denominator }, 60n);
  });
  const unitsPerPenny = pence.reduce((scale, { denominator }) => commonMultiple(scale, denominator), 1n);
  return rates.map(({ hourly, hours }, i) => {
    const unitsPerMinute = Number((pence[i]!.numerator * unitsPerPenny) / pence[i]!.denominator);
    if (unitsPerMinute > MOST_UNITS_PER_MINUTE || unitsPerPenny > MOST_UNITS_PER_PENNY) {
      refuse("rate", "hourly must be coarse enough for exact sums in whole numbers", hourly, "Give it with fewer places");
    }
    return { unitsPerMinute, unitsPerPenny: Number(unitsPerPenny), hours: hours === "every" ? null : readHours(hours) };
  });
}

/** Is a stretch of time wholly inside the hours a rate is paid in? */
export function rateApplies(from: Moment, to: Moment, { hours }: CompiledRate): boolean {
  if (hours === null) return true;
  // On the clock of the day it begins on, which ends at 24:00.
  const start = londonSecondOfDay(from);
  const end = londonSecondOfDay(to) + (londonDay(to) - londonDay(from)) * DAY;
  if (start < hours.from || end > hours.to) return false;
  // Where the clocks go back in it, the clock shows all of 01:00 to 02:00.
  return londonOffset(from) <= londonOffset(to) || (hours.from <= HOUR && hours.to >= 2 * HOUR);
}

function readHours(text: string): { from: number; to: number } {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  const [, h1, m1, h2, m2] = parts ?? [];
  const from = Number(h1) * HOUR + Number(m1) * MINUTE;
  const to = Number(h2) * HOUR + Number(m2) * MINUTE;
  if (!(from < to && to <= 24 * HOUR)) refuse("rate", 'hours must be "every" or HH:MM-HH:MM inside one day, such as "07:00-22:00"', text);
  return { from, to };
}
