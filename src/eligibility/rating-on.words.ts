import type { Day } from "../shared/day.js";
import { dayWords, everyKindSaid, listed } from "../shared/words.js";
import type { PublishedRating } from "./history.js";
import { NOT_RATED } from "./rating.js";
import { GRADE_SAYS, OF_SAYS } from "./rating.words.js";
import { type FormerRating, RATING_DOUBTS, type RatingAnswer, type RatingAsked } from "./rating-on.js";

/** How a day is shown: in words, or as the text it is. */
export type ShowDay = (day: Day) => string;

/** A publication, briefly: `"Good, Monday 20 May 2024, inherited from 1-900"`. */
export function publishedWords({ word, publishedOn, inheritance }: PublishedRating, show: ShowDay = dayWords): string {
  const from = inheritance.kind === "inherited" ? `, inherited${inheritance.from.length === 0 ? "" : ` from ${inheritance.from.join(", ")}`}` : "";
  return `${word === "" ? "no rating" : word}, ${publishedOn === null ? "day not said" : show(publishedOn)}${from}`;
}

/** What was published last before, to follow a sentence. Empty when nothing was. */
export function formerWords(former: FormerRating | null, show: ShowDay = dayWords): string {
  if (former === null) return "";
  return ` Before: ${former.kind === "rated" ? publishedWords(former.evidence, show) : former.evidence.map((rating) => publishedWords(rating, show)).join("; ")}.`;
}

/** What was a service rated on a day, by which publication; or why it was not, or cannot be told. */
export function ratingWords(answer: RatingAnswer, { service, of }: RatingAsked, day: Day): string[] {
  const names = service === null ? [] : typeof service === "string" ? [service] : service;
  const what = `By what was published by ${dayWords(day)} (included), ${names.length === 0 ? "the location as a whole" : `the service “${listed(names, "or")}”`}`;
  switch (answer.kind) {
    case "rated":
      return [`${what} was rated ${GRADE_SAYS[answer.grade]} ${OF_SAYS[of]}: ${publishedWords(answer.evidence)}.`];
    case "not-rated": {
      const { evidence, former } = answer;
      return [`${what} was not rated ${OF_SAYS[of]}${evidence === null ? "" : `: ${publishedWords(evidence)}`}.`, `${NOT_RATED[answer.reason]}${formerWords(former)}`];
    }
    case "cannot-be-determined":
      return [`${what} was rated something ${OF_SAYS[of]} that cannot be determined.`, RATING_DOUBTS[answer.reason], ...(answer.evidence.length === 0 ? [] : [`In doubt: ${answer.evidence.map((rating) => publishedWords(rating)).join("; ")}.`])];
    default:
      return everyKindSaid(answer);
  }
}
