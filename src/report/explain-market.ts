import { citing } from "../contract/source.words.js";
import type { YearOfGrowth } from "../framework/growth.js";
import { growthWords } from "../framework/growth.words.js";
import type { PercentDifference, PublishedMix, RatingBeside, RatingMix } from "../framework/rating-mix.js";
import { percentDifferenceWords, ratingBesideWords, ratingMixWords } from "../framework/rating-mix.words.js";
import type { ExplainCite } from "./explain-eligibility.js";
import type { Section } from "./section.js";
import { type ExplainTerms, citedIn } from "./under-terms.js";

/**
 * What is the mix of ratings in a market, in words? Takes what `ratingMix` or `mixOf` answered.
 *
 * @example
 * ```ts
 * explainRatingMix(ratingMix(["good", "unrated"]))[0]!.sentences[0];
 * // => "Of 1 inspected provider: 0 Outstanding (0.00 %), 1 Good (100.00 %), 0 Requires improvement (0.00 %) and 0 Inadequate (0.00 %). 1 provider without a rating stands apart and is in no share."
 * ```
 */
export function explainRatingMix(mix: RatingMix, about: ExplainTerms = {}): Section[] {
  const { source } = citedIn({}, about);
  const [said] = ratingMixWords(mix);
  return [{ sentences: [source === null ? said! : `${said!.slice(0, -1)} (${source}).`] }];
}

/**
 * Which printed per cents of a mix differ from its counts? Takes what `percentDifferences` answered for the mix.
 *
 * @example
 * ```ts
 * const { national } = plymouth.market!;
 * explainPercentDifferences(percentDifferences(national), national)[0]!.sentences[0]!.slice(0, 72); // => "Good: 80 % is printed, and the counts beside it give 81 % (Plymouth City"
 * ```
 */
export function explainPercentDifferences(differences: readonly PercentDifference[], { source }: Pick<PublishedMix, "source">, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ sentences: differences.length === 0 ? [`Every printed per cent agrees with its counts (${cite(source)}).`] : differences.map((difference) => percentDifferenceWords(difference, cite(source))) }];
}

/**
 * How does a market's mix of ratings stand beside the nation's? Takes what `besideNational` answered.
 *
 * @example
 * ```ts
 * const { local, national } = plymouth.market!;
 * explainRatingsBeside(besideNational(mixOf(local.counts), mixOf(national.counts)))[0]!.sentences[1];
 * // => "Good: 61.11 % here, 80.98 % in the nation: 19.87 percentage points below."
 * ```
 */
export function explainRatingsBeside(beside: readonly RatingBeside[]): Section[] {
  return [{ sentences: beside.map(ratingBesideWords) }];
}

/**
 * How did the hours grow from year to year, and do the printed figures agree? Takes what `growthOf` answered.
 *
 * @example
 * ```ts
 * const { hours } = plymouth.market!;
 * explainGrowth(growthOf(hours.years), { source: hours.source })[0]!.sentences.at(-1);
 * // => "The printed increase, 60,860.02 hours, is 0.01 more than that; the printed 10 % agrees."
 * ```
 */
export function explainGrowth(years: readonly YearOfGrowth[], { source, cite = citing() }: ExplainTerms = {}): Section[] {
  return [{ sentences: years.flatMap((year) => growthWords(year, source === undefined ? null : cite(source))) }];
}
