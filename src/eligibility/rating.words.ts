import { everyKindSaid, quoted } from "../shared/words.js";
import { type Grade, NOT_RATED, type RatingOf, type RatingWord } from "./rating.js";

/** The CQC's own word for a rating. */
export const GRADE_SAYS: { readonly [G in Grade]: string } = { outstanding: "Outstanding", good: "Good", "requires-improvement": "Requires improvement", inadequate: "Inadequate" };

/** What a rating is of, to follow "rated Good". */
export const OF_SAYS: { readonly [O in RatingOf]: string } = { overall: "overall", safe: "in Safe", effective: "in Effective", caring: "in Caring", responsive: "in Responsive", "well-led": "in Well-led" };

/** What a word in the place of a rating says. */
export function ratingWordWords(says: RatingWord, word: string): string {
  switch (says.kind) {
    case "rated":
      return `The word ${quoted(word)} is the CQC's rating ${GRADE_SAYS[says.grade]}.`;
    case "not-rated":
      return word.trim() === "" ? `No word stands there, so it says that there is no rating. ${NOT_RATED[says.reason]}` : `The word ${quoted(word)} says that there is no rating. ${NOT_RATED[says.reason]}`;
    case "unknown":
      return `The word ${quoted(word)} is none of the CQC's, so it asserts nothing: neither a rating nor that there is none.`;
    default:
      return everyKindSaid(says);
  }
}
