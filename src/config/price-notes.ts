import { paidMinutesTable } from "../payment/paid-minutes-table.js";
import type { LengthPrice, RatePrice } from "../payment/rate-bands.js";
import type { RateTerms } from "../payment/rate.js";
import type { Clauses } from "../rules/council.js";
import { type Fraction, fraction } from "../shared/exact.js";
import { compare, quotient, times, whole } from "../shared/fractions.js";
import type { Noted } from "./note.js";

/**
 * Where a price by length pays a longer stay less than a shorter one. Of the minutes that the table can come to: a price by the
 * hour between two lengths matters only where some stay is paid so many minutes.
 */
export function longerPaidLess(rate: RateTerms, inForce: Clauses): Noted[] {
  if (rate.kind === "one-rate" || rate.bands.every(({ price }) => price.kind !== "by-length")) return [];
  const lengths = lengthsPaid(inForce);
  return rate.bands.flatMap(({ price }, i) => (price.kind === "by-length" ? fallsIn(price, lengths).map((at): Noted => [["bands", i, "price", ...at], "longer-stay-pays-less"]) : []));
}

const A_DAY = 1440;

/** The minutes that a stay of up to a day can be paid, the fewest first: those of the table; any where a limit can make others. */
function lengthsPaid({ paidMinutes, basis }: Clauses): number[] {
  const isLimited = basis?.versions.some(({ least, most }) => least !== undefined || most !== "no-limit") === true;
  const bySwitch = paidMinutes?.versions.some(({ roundingSwitch }) => roundingSwitch !== undefined) === true;
  if (paidMinutes === undefined || isLimited || bySwitch) return Array.from({ length: A_DAY }, (_, minutes) => minutes + 1);
  const paid = paidMinutes.versions.flatMap((terms) => [...paidMinutesTable(terms).byMinute]);
  return [...new Set(paid)].filter((minutes) => minutes > 0).toSorted((a, b) => a - b);
}

type ByLength = Extract<RatePrice, { readonly kind: "by-length" }>;

/** Where the price of a length is below that of the length before it. */
function fallsIn(price: ByLength, lengths: readonly number[]): (readonly (string | number)[])[] {
  const falls = new Map<string, readonly (string | number)[]>();
  let before: Fraction | null = null;
  for (const minutes of lengths) {
    const now = priceOf(minutes, price);
    if (now === null) continue;
    if (before !== null && compare(now.pounds, before) < 0) falls.set(now.at.join("."), now.at);
    before = now.pounds;
  }
  return [...falls.values()];
}

/** What a length is paid, and where that stands; nothing where no price holds it, or several. */
function priceOf(minutes: number, { lengths, otherwise }: ByLength): { readonly at: readonly (string | number)[]; readonly pounds: Fraction } | null {
  const holding = lengths.flatMap((length, i) => (isIn(minutes, length) ? [[length, i] as const] : []));
  const [only, ...more] = holding;
  if (only !== undefined) return more.length > 0 ? null : { at: ["lengths", only[1], "pounds"], pounds: fraction(only[0].pounds, "rate") };
  return otherwise === undefined ? null : { at: ["otherwise", "pounds"], pounds: quotient(times(fraction(otherwise.pounds, "rate"), whole(minutes)), whole(60)) };
}

function isIn(minutes: number, { from, to }: LengthPrice): boolean {
  return from <= minutes && (to === "open" || minutes <= to);
}
