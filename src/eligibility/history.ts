import type { Day } from "../shared/day.js";
import { type RatingOf, type RatingWord, plainWords } from "./rating.js";

/** Where in the CQC's data a rating stands. */
export type RatingSource = "current-ratings" | "historic-ratings" | "single-assessment" | "ratings-sheet";

/** Is a rating the organisation's own, or carried over from another registration? */
export type Inheritance =
  | { readonly kind: "own" }
  /** From the organisations with these ids; none where the source only says that it is inherited. */
  | { readonly kind: "inherited"; readonly from: readonly string[] }
  | { readonly kind: "not-said" };

/** One rating, or one word in the place of a rating, as it was published. */
export interface PublishedRating {
  /** The service as the source calls it; `null` for the location (or provider) as a whole. */
  readonly service: string | null;
  /** Overall or a key question; `null` where the source names a question that is not known here. */
  readonly of: RatingOf | null;
  /** The source's own word; `""` where there was none. */
  readonly word: string;
  /** What the word says. */
  readonly says: RatingWord;
  /** First day on which it was public; `null` where the source does not say, or not readably. */
  readonly publishedOn: Day | null;
  readonly source: RatingSource;
  /** Does the source hold it for current, or for superseded? */
  readonly standing: "current" | "historic";
  readonly inheritance: Inheritance;
}

/** What the CQC has published about one location or provider. The order of its ratings means nothing. */
export interface RatingHistory {
  readonly ratings: readonly PublishedRating[];
  /** Is it about a provider? The CQC rates home care at its locations. */
  readonly ofProvider: boolean;
  /** The names of the services it runs, as the record lists them; `null` where it lists none. */
  readonly services: readonly string[] | null;
  /** Did something stand in the place of ratings that could not be read? Then nothing can be told from the rest. */
  readonly unreadable: boolean;
}

/** A history without any rating. */
export const NO_HISTORY: RatingHistory = { ratings: [], ofProvider: false, services: null, unreadable: false };

/**
 * Do two names mean the same service? The CQC calls home care "Homecare agencies" and "Domiciliary care service"; case,
 * hyphens and a last word "service" or "agency" do not matter. Names are compared whole: "Care home service" is none.
 *
 * @example
 * ```ts
 * sameService("Homecare agencies", "Domiciliary care service"); // => true
 * sameService("Homecare agencies", "Supported living"); // => false
 * ```
 */
export function sameService(one: string, other: string): boolean {
  return serviceKey(one) === serviceKey(other);
}

function serviceKey(name: string): string {
  const key = plainWords(name).replace(/( (service|services|agency|agencies))+$/, "").replaceAll(" ", "");
  return key === "domiciliarycare" || key === "domcare" ? "homecare" : key;
}
