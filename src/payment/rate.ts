import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { type DecimalText, type Fraction, commonMultiple, dividedBy, fraction } from "../shared/exact.js";
import { londonDay, londonOffset, londonSecondOfDay } from "../shared/london.js";
import { DAY, HOUR, MINUTE, type Moment } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";
import type { CompiledDayKinds } from "./day-kind.js";
import { type BandedRateTerms, type RateBand, type ReadBands, type ReadHourly, type ReadPrice, readBands } from "./rate-bands.js";
import type { CompiledConditions } from "./rate-conditions.js";

/** What time is paid: one rate, or bands of rates. */
export type RateTerms = OneRateTerms | BandedRateTerms;

/** What an hour is paid. */
export interface OneRateTerms {
  readonly kind: "one-rate";
  /** Pounds an hour, as decimal text. */
  readonly hourly: DecimalText;
  /** The London hours it is paid in: `"every"`, or `"HH:MM-HH:MM"` (both included); outside them there is no rate. */
  readonly hours: string;
}

/**
 * Rates as whole numbers. A unit is the largest part of a penny in which every price of the council is whole, so sums are
 * exact; the penny appears once, where the terms round.
 */
export type CompiledRate = CompiledOneRate | CompiledBands;

/** One rate for every minute, as whole numbers. */
export interface CompiledOneRate {
  readonly kind: "one-rate";
  readonly unitsPerMinute: number;
  readonly unitsPerPenny: number;
  /** Seconds of the day, both included, or `null` for every hour. */
  readonly hours: { readonly from: number; readonly to: number } | null;
}

/** Bands of rates, as whole numbers. */
export interface CompiledBands {
  readonly kind: "bands";
  readonly unitsPerPenny: number;
  readonly across: BandedRateTerms["across"];
  readonly times: BandedRateTerms["times"];
  readonly dayKinds: CompiledDayKinds;
  readonly bands: readonly CompiledBand[];
  readonly otherwise: CompiledBand | null;
  /** Seconds of the day at which a band may begin or end, midnight among them. */
  readonly boundaries: readonly number[];
}

/** One band, with its price as whole numbers. */
export interface CompiledBand {
  readonly name: string;
  /** `null` for the band that holds where no other does. */
  readonly when: CompiledConditions | null;
  readonly price: CompiledPrice;
}

/** A price as whole numbers: by the minute, or by the minutes paid. */
export type CompiledPrice =
  | CompiledHourly
  | { readonly kind: "by-length"; readonly lengths: readonly { readonly from: number; readonly to: number; readonly units: number }[]; /** For lengths that are not listed; `null`: they have no price. */ readonly otherwise: CompiledHourly | null };

/** A price by the minute, as whole numbers. */
export interface CompiledHourly {
  readonly kind: "hourly";
  readonly unitsPerMinute: number;
}

/** What shares the scale of a council's rates, beside them. */
export interface BesideRates {
  /** Other amounts in pence, such as incentives. */
  readonly pence: readonly Fraction[];
  /** Denominators by which a price may be divided, such as those of shares. */
  readonly divisors: readonly number[];
  readonly calendar: HolidayCalendar | null;
}

const NOTHING_BESIDE: BesideRates = { pence: [], divisors: [], calendar: null };

/** The most units a minute may be: a visit of two years is then still a safe integer. */
const MOST_UNITS_PER_MINUTE = 2 ** 33;
/** The most units a penny, or a single amount, may be: its parts are then still safe integers. */
const MOST_UNITS = 2 ** 52;

/**
 * Compiles rates that share one scale. Throws, naming the rate, when it is not decimal text, is below 0 or too fine to add
 * exactly, or when bands contradict themselves (see `readBands`).
 */
export function compileRates(rates: readonly RateTerms[], beside: BesideRates = NOTHING_BESIDE): CompiledRate[] {
  const read = rates.map((terms) => (terms.kind === "bands" ? readBands(terms, beside.calendar) : readOneRate(terms)));
  const amounts = read.flatMap(amountsOf);
  const divisor = beside.divisors.reduce((all, one) => commonMultiple(all, BigInt(one)), 1n);
  const units = [...amounts.map(({ pence }) => pence), ...beside.pence].reduce((all, { denominator }) => commonMultiple(all, denominator), 1n) * divisor;
  const finest = greatest(amounts, ({ pence }) => pence.denominator);
  const isOfRates = beside.pence.every(({ denominator }) => denominator <= (finest?.pence.denominator ?? 1n));
  const scale: Scale = { units, finest: finest !== undefined && isOfRates ? finest.named : null };
  return read.map((rate) => ("bands" in rate ? compileBands(rate, scale) : compileOneRate(rate, scale)));
}

/** The scale that all prices share. */
interface Scale {
  /** Units of a penny. */
  readonly units: bigint;
  /** The price by which the scale is as fine as it is; `null` where an amount beside the rates is finer. */
  readonly finest: Named | null;
}

/** The amounts of a rate that are to be whole, each as the terms write it. */
function amountsOf(rate: ReadBands | ReadOneRate): { readonly pence: Fraction; readonly named: Named }[] {
  if (!("bands" in rate)) return [{ pence: rate.perMinute, named: { what: "hourly", text: rate.terms.hourly } }];
  const { bands, across } = rate.terms;
  return rate.bands.flatMap(({ price }, i) => {
    const named = greatest(writtenIn(bands[i]!, bands), ({ text }) => fraction(text, "rate").denominator);
    return named === undefined ? [] : finestOf(price, across === "split").map((pence) => ({ pence, named }));
  });
}

/** What a band's price is reckoned from: pounds of its own, or its share and the prices of the band that it is a share of. */
function writtenIn({ name, price }: RateBand, bands: readonly RateBand[]): Named[] {
  if (price.kind === "share-of") return [{ what: `share of "${name}"`, text: price.share }, ...bands.filter((band) => band.name === price.band).flatMap((band) => writtenIn(band, bands))];
  const pounds = price.kind === "hourly" ? [price.pounds] : [...price.lengths, ...(price.otherwise === undefined ? [] : [price.otherwise])].map((one) => one.pounds);
  return pounds.map((text) => ({ what: `price of "${name}"`, text }));
}

/** The first of those that are greatest. */
function greatest<One>(all: readonly One[], size: (one: One) => bigint): One | undefined {
  return all.reduce<One | undefined>((most, one) => (most === undefined || size(one) > size(most) ? one : most), undefined);
}

/** A price in the smallest time it can be paid for: by the second where it can be split. */
function finestOf(price: ReadPrice, split: boolean): Fraction[] {
  if (price.kind === "by-length") return [...price.lengths.map(({ pence }) => pence), ...(price.otherwise === null ? [] : [price.otherwise.perMinute])];
  return [split ? dividedBy(price.perMinute, 60n) : price.perMinute];
}

interface ReadOneRate {
  readonly terms: OneRateTerms;
  readonly perMinute: Fraction;
}

function readOneRate(terms: OneRateTerms): ReadOneRate {
  const pounds = fraction(terms.hourly, "rate.hourly");
  if (pounds.numerator < 0n) refuse("rate", "hourly must not be below 0", terms.hourly);
  return { terms, perMinute: dividedBy({ numerator: pounds.numerator * 100n, denominator: pounds.denominator }, 60n) };
}

function compileOneRate({ terms: { hourly, hours }, perMinute }: ReadOneRate, scale: Scale): CompiledOneRate {
  const unitsPerMinute = unitsOf(perMinute, scale, { what: "hourly", text: hourly }, MOST_UNITS_PER_MINUTE);
  return { kind: "one-rate", unitsPerMinute, unitsPerPenny: Number(scale.units), hours: hours === "every" ? null : readHours(hours) };
}

function compileBands({ terms, dayKinds, bands }: ReadBands, scale: Scale): CompiledBands {
  const compiled = bands.map(({ name, when, price }): CompiledBand => ({ name, when: when === "otherwise" ? null : when, price: compilePrice(price, scale, name) }));
  const boundaries = new Set([0]);
  for (const { when } of compiled) {
    if (when?.hours == null) continue;
    boundaries.add(when.hours.from);
    boundaries.add(when.hours.to);
  }
  return {
    kind: "bands",
    unitsPerPenny: Number(scale.units),
    across: terms.across,
    times: terms.times,
    dayKinds,
    bands: compiled.filter(({ when }) => when !== null),
    otherwise: compiled.find(({ when }) => when === null) ?? null,
    boundaries: [...boundaries].sort((a, b) => a - b),
  };
}

function compilePrice(price: ReadPrice, scale: Scale, band: string): CompiledPrice {
  const named = (text: string): Named => ({ what: `price of "${band}"`, text });
  const hourly = ({ perMinute, pounds }: ReadHourly): CompiledHourly => ({ kind: "hourly", unitsPerMinute: unitsOf(perMinute, scale, named(pounds), MOST_UNITS_PER_MINUTE) });
  if (price.kind === "hourly") return hourly(price);
  return {
    kind: "by-length",
    lengths: price.lengths.map(({ from, to, pence, pounds }) => ({ from, to: to === "open" ? Infinity : to, units: unitsOf(pence, scale, named(pounds), MOST_UNITS) })),
    otherwise: price.otherwise && hourly(price.otherwise),
  };
}

/** An amount as its terms write it, for an error. */
interface Named {
  readonly what: string;
  readonly text: string;
}

/** Units of a penny for whole pence an hour, paid by the second. */
const ORDINARY_UNITS = 3600n;

/** Pence as whole units. What cannot be is laid to the price that is too large by itself, else to the one that makes the scale too fine. */
function unitsOf(pence: Fraction, { units, finest }: Scale, named: Named, most: number): number {
  const isTooLarge = pence.numerator * ORDINARY_UNITS > BigInt(most) * pence.denominator;
  return unitsIn(pence, units, isTooLarge ? named : (finest ?? named), most);
}

/** Pence as whole units of a scale that holds them. Throws, naming the amount, when they or the units of a penny are too many to add exactly. */
export function unitsIn(pence: Fraction, scale: bigint, { what, text }: Named, most = MOST_UNITS): number {
  const units = (pence.numerator * scale) / pence.denominator;
  if (units > BigInt(most) || scale > BigInt(MOST_UNITS)) refuse("rate", `${what} must be coarse enough for exact sums in whole numbers`, text, "Give it with fewer places");
  return Number(units);
}

/** Is a stretch of time wholly inside the hours a rate is paid in? */
export function rateApplies(from: Moment, to: Moment, { hours }: CompiledOneRate): boolean {
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
