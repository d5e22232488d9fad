import type { Source } from "../contract/source.js";
import { type DecimalText, fraction, shareText } from "../shared/exact.js";
import { minus, quotient, roundedText, times, whole } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";

/** The regulator's ratings, best first, as a market is counted by. */
export const INSPECTED_RATINGS = ["outstanding", "good", "requires-improvement", "inadequate"] as const satisfies readonly string[];

/** A rating of an inspected provider. */
export type InspectedRating = (typeof INSPECTED_RATINGS)[number];

/** A provider's rating, or that it has none: never a rating of its own, and in no share. */
export type MarketRating = InspectedRating | "unrated";

/** How many inspected providers have each rating. */
export type RatingCounts = { readonly [R in InspectedRating]: number };

/** The mix of ratings over inspected providers; those without a rating stand apart. */
export interface RatingMix {
  readonly inspected: number;
  readonly unrated: number;
  readonly counts: RatingCounts;
  /** Shares of the inspected, four places, half up; `null` when none is inspected. */
  readonly shares: { readonly [R in InspectedRating]: DecimalText | null };
}

/**
 * What is the mix of ratings in a market? Shares are of inspected providers only. Throws on a rating it does not know.
 *
 * @example
 * ```ts
 * const mix = ratingMix(["good", "good", "requires-improvement", "unrated"]);
 * mix.inspected; // => 3
 * mix.unrated; // => 1
 * mix.shares.good; // => "0.6667"
 * ```
 */
export function ratingMix(ratings: readonly MarketRating[]): RatingMix {
  const known: readonly string[] = [...INSPECTED_RATINGS, "unrated"];
  for (const rating of ratings) if (!known.includes(rating)) refuse("ratingMix", `a rating must be one of ${known.join(", ")}`, rating);
  const count = (rating: MarketRating): number => ratings.filter((one) => one === rating).length;
  return mixOf(byRating(count), count("unrated"));
}

/**
 * The mix of counts that are known already. Throws when a count is not a whole number from 0.
 *
 * @example
 * ```ts
 * mixOf(plymouth.market!.local.counts).inspected; // => 18
 * ```
 */
export function mixOf(counts: RatingCounts, unrated = 0): RatingMix {
  for (const count of [...INSPECTED_RATINGS.map((rating) => counts[rating]), unrated]) {
    if (!Number.isSafeInteger(count) || count < 0) refuse("mixOf", "a count must be a whole number from 0", count);
  }
  const inspected = INSPECTED_RATINGS.reduce((sum, rating) => sum + counts[rating], 0);
  return { inspected, unrated, counts, shares: byRating((rating) => shareText(counts[rating], inspected)) };
}

function byRating<Value>(value: (rating: InspectedRating) => Value): { readonly [R in InspectedRating]: Value } {
  return { outstanding: value("outstanding"), good: value("good"), "requires-improvement": value("requires-improvement"), inadequate: value("inadequate") };
}

/** A mix as a document prints it. */
export interface PublishedMix {
  /** Of which providers. */
  readonly of: string;
  readonly counts: RatingCounts;
  /** The per cent printed beside each count, in digits. */
  readonly percents: { readonly [R in InspectedRating]: DecimalText };
  readonly source: Source;
}

/** A printed per cent that its own counts do not give. */
export interface PercentDifference {
  readonly rating: InspectedRating;
  readonly printed: DecimalText;
  /** The per cent of the counts, with as many places as printed, half up. */
  readonly computed: DecimalText;
}

/**
 * Which printed per cents of a mix differ from its counts?
 *
 * @example
 * ```ts
 * percentDifferences(plymouth.market!.national); // => [{ rating: "good", printed: "80", computed: "81" }]
 * percentDifferences(plymouth.market!.local); // => []
 * ```
 */
export function percentDifferences({ counts, percents }: PublishedMix): PercentDifference[] {
  const { inspected } = mixOf(counts);
  if (inspected === 0) return [];
  return INSPECTED_RATINGS.flatMap((rating) => {
    const printed = percents[rating];
    const places = printed.split(".")[1]?.length ?? 0;
    const computed = roundedText(times(quotient(whole(counts[rating]), whole(inspected)), whole(100)), places);
    return computed === roundedText(fraction(printed, "percent"), places) ? [] : [{ rating, printed, computed }];
  });
}

/** One rating in a market and in the nation. */
export interface RatingBeside {
  readonly rating: InspectedRating;
  readonly share: DecimalText | null;
  readonly national: DecimalText | null;
  /** Percentage points above the nation (below it, negative), two places, half up; `null` when a side has no inspected providers. */
  readonly points: DecimalText | null;
}

/**
 * How does a market's mix of ratings stand beside another's, such as the nation's? Compared on the exact shares.
 *
 * @example
 * ```ts
 * const { local, national } = plymouth.market!;
 * besideNational(mixOf(local.counts), mixOf(national.counts))[1];
 * // => { rating: "good", share: "0.6111", national: "0.8098", points: "-19.87" }
 * ```
 */
export function besideNational(market: RatingMix, national: RatingMix): RatingBeside[] {
  return INSPECTED_RATINGS.map((rating) => {
    const share = market.shares[rating];
    const there = national.shares[rating];
    if (market.inspected === 0 || national.inspected === 0) return { rating, share, national: there, points: null };
    const difference = minus(quotient(whole(market.counts[rating]), whole(market.inspected)), quotient(whole(national.counts[rating]), whole(national.inspected)));
    return { rating, share, national: there, points: roundedText(times(difference, whole(100)), 2) };
  });
}
