import { behindBroader, missingOnWeekends } from "../payment/day-kind-reach.js";
import { compileDayKinds } from "../payment/compile-day-kinds.js";
import type { IncentiveTerms } from "../payment/incentive.js";
import { rateHoles } from "../payment/rate-analysis.js";
import type { BandedRateTerms, RateBand, RatePrice } from "../payment/rate-bands.js";
import type { RateTerms } from "../payment/rate.js";
import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { fraction } from "../shared/exact.js";
import { compare, whole } from "../shared/fractions.js";
import type { Noted } from "./note.js";

/** A share of a price above this is more likely a share in per cent. */
const SEVERAL_TIMES = 3;

const TEN_PENCE = fraction("0.10", "incentive");

/** What is to be noted of rates, whether or not they bind: bands that never hold, kinds of day in an order that loses days. */
export function rateNotes(terms: RateTerms, calendar: HolidayCalendar): Noted[] {
  if (terms.kind === "one-rate") return [];
  return [...neverHolding(terms), ...dayKindNotes(terms, calendar), ...terms.bands.flatMap(({ price }, i): Noted[] => (isSeveralTimes(price) ? [[["bands", i, "price", "share"], "several-times-the-price"]] : []))];
}

/** Prices of 0 in rates that bind. */
export function freeNotes(terms: RateTerms): Noted[] {
  if (terms.kind === "one-rate") return isZero(terms.hourly) ? [[["hourly"], "pays-nothing"]] : [];
  return terms.bands.flatMap(({ price }, i): Noted[] => {
    const at = ["bands", i, "price"];
    if (price.kind === "hourly") return isZero(price.pounds) ? [[[...at, "pounds"], "pays-nothing"]] : [];
    if (price.kind === "share-of") return isZero(price.share) ? [[[...at, "share"], "pays-nothing"]] : [];
    // A short visit may be free; a visit of every length hardly.
    return price.lengths.every(({ pounds }) => isZero(pounds)) && (price.otherwise === undefined || isZero(price.otherwise.pounds)) ? [[[...at, "lengths"], "pays-nothing"]] : [];
  });
}

/** Incentives of 0. */
export function freeIncentives({ incentives }: IncentiveTerms): Noted[] {
  return incentives.flatMap(({ pounds }, i): Noted[] => (isZero(pounds) ? [[["incentives", i, "pounds"], "pays-nothing"]] : []));
}

/** Incentives of less than ten pence, and not of 0. */
export function smallIncentives({ incentives }: IncentiveTerms): Noted[] {
  return incentives.flatMap(({ pounds }, i): Noted[] => (isZero(pounds) || compare(fraction(pounds, "incentive"), TEN_PENCE) >= 0 ? [] : [[["incentives", i, "pounds"], "under-ten-pence"]]));
}

/** Is decimal text 0? */
export function isZero(text: string): boolean {
  return fraction(text, "rate").numerator === 0n;
}

function isSeveralTimes(price: RatePrice): boolean {
  return price.kind === "share-of" && compare(fraction(price.share, "share"), whole(SEVERAL_TIMES)) > 0;
}

/** Conditions on names, of which there may be others than the bands have. */
const NAMED = ["services", "lots", "zones"] as const;

function neverHolding(terms: BandedRateTerms): Noted[] {
  const at = terms.bands.findIndex(({ when }) => when === "otherwise");
  const others = terms.bands.filter(({ when }: RateBand) => when !== "otherwise");
  const isNamed = others.some(({ when }) => NAMED.some((condition) => condition in Object(when)));
  const holdEverywhere = others.some(({ when }) => Object.keys(when).length === 0) || (others.length > 0 && !isNamed && rateHoles({ ...terms, bands: others }).length === 0);
  return at === -1 || !holdEverywhere ? [] : [[["bands", at], "never-holds"]];
}

function dayKindNotes({ dayKinds }: BandedRateTerms, calendar: HolidayCalendar): Noted[] {
  if (dayKinds.length === 0) return [];
  return [
    ...behindBroader(dayKinds, compileDayKinds(dayKinds, calendar)).map((i): Noted => [["dayKinds", i], "behind-broader"]),
    ...missingOnWeekends(dayKinds, calendar).map((i): Noted => [["dayKinds", i], "misses-weekends"]),
  ];
}
