import { counted, listed, shareWords } from "../shared/words.js";
import { INSPECTED_RATINGS, type InspectedRating, type PercentDifference, type RatingBeside, type RatingMix } from "./rating-mix.js";

const RATING_SAYS: { readonly [R in InspectedRating]: string } = { outstanding: "Outstanding", good: "Good", "requires-improvement": "Requires improvement", inadequate: "Inadequate" };

/** The mix of ratings in a market. */
export function ratingMixWords({ inspected, unrated, counts, shares }: RatingMix): string[] {
  const beside = unrated === 0 ? "" : ` ${counted(unrated, "provider")} without a rating ${unrated === 1 ? "stands" : "stand"} apart and ${unrated === 1 ? "is" : "are"} in no share.`;
  if (inspected === 0) return [`No provider has been inspected, so there are no shares.${beside}`];
  const each = INSPECTED_RATINGS.map((rating) => `${counts[rating]} ${RATING_SAYS[rating]} (${shareWords(shares[rating]!)})`);
  return [`Of ${counted(inspected, "inspected provider")}: ${listed(each)}.${beside}`];
}

/** A printed per cent that its own counts do not give. */
export function percentDifferenceWords({ rating, printed, computed }: PercentDifference, source: string): string {
  return `${RATING_SAYS[rating]}: ${printed} % is printed, and the counts beside it give ${computed} % (${source}).`;
}

/** One rating in a market and in the nation. */
export function ratingBesideWords({ rating, share, national, points }: RatingBeside): string {
  const [here, there] = [share, national].map((value) => (value === null ? "none inspected" : shareWords(value)));
  const apart = points === null ? "they cannot be compared" : /^-?0(\.0+)?$/.test(points) ? "the same" : points.startsWith("-") ? `${points.slice(1)} percentage points below` : `${points} percentage points above`;
  return `${RATING_SAYS[rating]}: ${here} here, ${there} in the nation: ${apart}.`;
}
