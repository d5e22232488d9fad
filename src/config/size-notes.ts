import type { PunctualityTerms } from "../assessment/punctuality.js";
import type { RateTerms } from "../payment/rate.js";
import type { UndeliveredTerms } from "../payment/undelivered.js";
import { type DecimalText, fraction } from "../shared/exact.js";
import { compare, whole } from "../shared/fractions.js";
import type { Noted } from "./note.js";
import { paysOf } from "./pays-of.js";
import type { Path } from "./problem.js";

/** From these on (included), a number is more likely of another unit: pence, seconds, minutes. */
const POUNDS_AN_HOUR = 500;
const MINUTES_FROM_PLAN = 240;
const HOURS_OF_NOTICE = 720;

/** Prices by the hour that are more likely in pence. */
export function largePrices(terms: RateTerms): Noted[] {
  if (terms.kind === "one-rate") return isDear(terms.hourly) ? [[["hourly"], "unusually-large"]] : [];
  return terms.bands.flatMap(({ price }, i): Noted[] => {
    const at = ["bands", i, "price"];
    if (price.kind === "hourly") return isDear(price.pounds) ? [[[...at, "pounds"], "unusually-large"]] : [];
    return price.kind === "by-length" && price.otherwise !== undefined && isDear(price.otherwise.pounds) ? [[[...at, "otherwise", "pounds"], "unusually-large"]] : [];
  });
}

function isDear(pounds: DecimalText): boolean {
  return compare(fraction(pounds, "pounds"), whole(POUNDS_AN_HOUR)) >= 0;
}

/** Minutes early or late that are more likely seconds. */
export function largeLimits({ callTypes, windows }: PunctualityTerms): Noted[] {
  const sides = (at: Path, limits: { readonly early: number | "no-limit"; readonly late: number | "no-limit" }): Noted[] =>
    (["early", "late"] as const).flatMap((side): Noted[] => (limits[side] !== "no-limit" && limits[side] >= MINUTES_FROM_PLAN ? [[[...at, side], "unusually-large"]] : []));
  return [
    ...Object.entries(callTypes).flatMap(([callType, limits]) => (typeof limits === "object" && limits !== null ? sides(["callTypes", callType], limits) : [])),
    ...(windows === undefined ? [] : sides(["windows", "grace"], windows.grace)),
  ];
}

/** Hours of notice that are more likely minutes. */
export function largeNotice(terms: UndeliveredTerms): Noted[] {
  return paysOf(terms).flatMap(([at, pay]): Noted[] =>
    pay.kind !== "by-notice" ? [] : pay.tiers.flatMap(({ notice }, i): Noted[] => (notice.unit === "hours" && notice.count >= HOURS_OF_NOTICE ? [[[...at, "tiers", i, "notice", "count"], "unusually-large"]] : [])),
  );
}
