import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { type DecimalText, type Fraction, dividedBy, fraction } from "../shared/exact.js";
import { times } from "../shared/fractions.js";
import { refuse, suggest } from "../shared/refuse.js";
import { compileDayKinds } from "./compile-day-kinds.js";
import type { CompiledDayKinds, DayKind } from "./day-kind.js";
import { type CompiledConditions, type RateConditions, compileConditions } from "./rate-conditions.js";

/** Rates by service, kind of day, hour, place or number of carers: each band with its conditions and its price. */
export interface BandedRateTerms {
  readonly kind: "bands";
  /** The kinds of day that bands name, in the order in which a day is looked up: the first that holds it. */
  readonly dayKinds: readonly DayKind[];
  /** For each visit and moment exactly one band should hold. Where none does, or several, there is no rate. */
  readonly bands: readonly RateBand[];
  /**
   * A visit that reaches from one band into another: its paid minutes are laid from its start on and split at the boundary;
   * or it is priced whole by its start; or whole at the higher price of those bands that it reaches.
   */
  readonly across: "split" | "by-start" | "higher";
  /** Which times are looked at: those paid (the log-in, or the planned start where the planned length is paid), or the planned ones. */
  readonly times: "paid" | "planned";
}

/** One band of the rates. */
export interface RateBand {
  /** A name of its own, in the council's words. */
  readonly name: string;
  /** When it holds; `"otherwise"`, where no other band does (one band at most). */
  readonly when: RateConditions | "otherwise";
  readonly price: RatePrice;
}

/** What time in a band is paid. */
export type RatePrice =
  | HourlyPrice
  /** A price for a length in minutes paid, not in proportion. A length without one is paid by the hour, or has no price. */
  | { readonly kind: "by-length"; readonly lengths: readonly LengthPrice[]; /** What lengths that are not listed are paid; left out, they have no price. */ readonly otherwise?: HourlyPrice }
  /** A share of another band's price: half of the day rate, time and a half. */
  | { readonly kind: "share-of"; readonly band: string; readonly share: DecimalText };

/** Pounds an hour, in proportion. */
export interface HourlyPrice {
  readonly kind: "hourly";
  readonly pounds: DecimalText;
}

/** What a visit of a length is paid. */
export interface LengthPrice {
  /** Shortest and longest length, in minutes paid (both included). */
  readonly from: number;
  readonly to: number | "open";
  readonly pounds: DecimalText;
}

/** Bands made ready for use, but for the scale of their money. */
export interface ReadBands {
  readonly terms: BandedRateTerms;
  readonly dayKinds: CompiledDayKinds;
  readonly bands: readonly { readonly name: string; readonly when: CompiledConditions | "otherwise"; readonly price: ReadPrice }[];
}

/** A price in exact pence: by the minute, or by length. */
export type ReadPrice = ReadHourly | { readonly kind: "by-length"; readonly lengths: readonly (LengthPrice & { readonly pence: Fraction })[]; readonly otherwise: ReadHourly | null };

/** A price by the minute, in exact pence. */
export interface ReadHourly {
  readonly kind: "hourly";
  readonly perMinute: Fraction;
  /** As the terms write it. */
  readonly pounds: DecimalText;
}

/**
 * Reads bands. Throws, naming the band and field, when names are not of their own, a share is of a band that there is not
 * or of itself, a price cannot be split, or a text cannot be read.
 */
export function readBands(terms: BandedRateTerms, calendar: HolidayCalendar | null): ReadBands {
  const { bands } = terms;
  const names = bands.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse("rate", "each of bands must have a name of its own", twice);
  if (bands.filter(({ when }) => when === "otherwise").length > 1) refuse("rate", 'only one of bands can be for "otherwise"', "several");
  const dayKinds = compileDayKinds(terms.dayKinds, calendar);
  return {
    terms,
    dayKinds,
    bands: bands.map((band) => {
      const price = readPrice(band, bands, []);
      if (terms.across === "split" && price.kind === "by-length") {
        refuse("rate", `across cannot be "split" where the band "${band.name}" has prices by length`, "split", 'A price for a length has no parts: use "by-start" or "higher"');
      }
      return { name: band.name, when: band.when === "otherwise" ? band.when : compileConditions(band.name, band.when, dayKinds.names), price };
    }),
  };
}

function readPrice({ name, price }: RateBand, bands: readonly RateBand[], through: readonly string[]): ReadPrice {
  switch (price.kind) {
    case "hourly":
      return readHourly(price, name);
    case "by-length":
      for (const { from, to } of price.lengths) {
        const whole = Number.isSafeInteger(from) && from >= 0 && (to === "open" || (Number.isSafeInteger(to) && to >= from));
        if (!whole) refuse("rate", `lengths of "${name}" must be whole minutes from 0 with their end at or after their start`, `${from} to ${to}`);
      }
      return {
        kind: "by-length",
        lengths: price.lengths.map((length) => ({ ...length, pence: penceOf(length.pounds, name) })),
        otherwise: price.otherwise === undefined ? null : readHourly(price.otherwise, name),
      };
    case "share-of": {
      if (through.includes(name)) refuse("rate", `the band "${name}" must not be a share of itself`, [...through, name].join(" of "));
      const of = bands.find((band) => band.name === price.band);
      if (of === undefined) refuse("rate", `the band "${name}" must be a share of a band`, price.band, suggest(price.band, bands.map((band) => band.name)));
      const share = fraction(price.share, `share of "${name}"`);
      if (share.numerator < 0n) refuse("rate", `share of "${name}" must not be below 0`, price.share);
      const whole = readPrice(of, bands, [...through, name]);
      const hourly = (of: ReadHourly): ReadHourly => ({ ...of, perMinute: times(of.perMinute, share) });
      if (whole.kind === "hourly") return hourly(whole);
      return {
        kind: "by-length",
        lengths: whole.lengths.map((length) => ({ ...length, pence: times(length.pence, share) })),
        otherwise: whole.otherwise && hourly(whole.otherwise),
      };
    }
  }
}

function readHourly({ pounds }: HourlyPrice, band: string): ReadHourly {
  return { kind: "hourly", perMinute: dividedBy(penceOf(pounds, band), 60n), pounds };
}

/** Pounds as exact pence. */
function penceOf(pounds: DecimalText, band: string): Fraction {
  const { numerator, denominator } = fraction(pounds, `price of "${band}"`);
  if (numerator < 0n) refuse("rate", `price of "${band}" must not be below 0`, pounds);
  return dividedBy({ numerator: numerator * 100n, denominator }, 1n);
}
