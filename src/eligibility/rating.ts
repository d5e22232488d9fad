/** The four ratings of the Care Quality Commission (CQC), best first. Nothing else is a rating. */
export const GRADES = ["outstanding", "good", "requires-improvement", "inadequate"] as const;

/** A rating of the CQC. */
export type Grade = (typeof GRADES)[number];

/** The five questions the CQC asks of a service. */
export const KEY_QUESTIONS = ["safe", "effective", "caring", "responsive", "well-led"] as const;

/** A key question of the CQC. */
export type KeyQuestion = (typeof KEY_QUESTIONS)[number];

/** What a rating is of: a key question, or the service overall. */
export type RatingOf = KeyQuestion | "overall";

/** Why something is not rated, in one sentence each. The first eight are the CQC's own words in place of a rating. */
export const NOT_RATED = {
  "inspected-but-not-rated": "Inspected, but not rated.",
  "no-published-rating": "No rating is published.",
  "insufficient-evidence": "There was too little evidence to rate.",
  "no-approved-rating": "There is no approved rating.",
  "not-yet-inspected": "Not inspected yet.",
  "not-rated": "Marked as not rated.",
  "not-applicable": "Marked as not applicable.",
  "not-yet-scored": "The evidence is not yet scored.",
  "no-rating": "The record holds no rating of this.",
  "none-by-the-day": "Nothing was published by the day.",
  "not-in-current-ratings": "Rated once, and not in the current ratings.",
  "only-historic-ratings": "Every rating in the record is marked as historic.",
  "rated-by-service": "Only single services of the location are rated.",
  "rated-by-location": "The record is a provider's; the CQC rates its locations.",
  "service-not-provided": "The record does not list this service, and its ratings are of others.",
} as const satisfies { readonly [reason: string]: string };

/** The code of a reason why something is not rated. */
export type NotRatedReason = keyof typeof NOT_RATED;

/** What a word in the place of a rating says: a rating, that there is none, or nothing that is known here. */
export type RatingWord =
  | { readonly kind: "rated"; readonly grade: Grade }
  | { readonly kind: "not-rated"; readonly reason: NotRatedReason }
  | { readonly kind: "unknown" };

const WORDS: { readonly [word: string]: RatingWord } = {
  outstanding: { kind: "rated", grade: "outstanding" },
  good: { kind: "rated", grade: "good" },
  "requires improvement": { kind: "rated", grade: "requires-improvement" },
  inadequate: { kind: "rated", grade: "inadequate" },
  "inspected but not rated": { kind: "not-rated", reason: "inspected-but-not-rated" },
  "no published rating": { kind: "not-rated", reason: "no-published-rating" },
  "insufficient evidence to rate": { kind: "not-rated", reason: "insufficient-evidence" },
  "no approved rating": { kind: "not-rated", reason: "no-approved-rating" },
  "not yet inspected": { kind: "not-rated", reason: "not-yet-inspected" },
  "not rated": { kind: "not-rated", reason: "not-rated" },
  "not applicable": { kind: "not-rated", reason: "not-applicable" },
  "evidence requirements partially / not yet scored": { kind: "not-rated", reason: "not-yet-scored" },
  "": { kind: "not-rated", reason: "no-rating" },
};

/**
 * What does a word in the place of a rating say? Case, hyphens and spaces around it do not matter. A word that is none
 * of the CQC's asserts nothing: it is neither a pass nor a fail, and it is not "not rated" either.
 *
 * @example
 * ```ts
 * readRatingWord("Requires Improvement"); // => { kind: "rated", grade: "requires-improvement" }
 * readRatingWord("Inspected but not rated"); // => { kind: "not-rated", reason: "inspected-but-not-rated" }
 * readRatingWord("Goodish"); // => { kind: "unknown" }
 * ```
 */
export function readRatingWord(word: string): RatingWord {
  return lookedUp(WORDS, word) ?? { kind: "unknown" };
}

/** Which key question, or overall, does a name mean? `undefined` when none of them. */
export function readRatingOf(name: string): RatingOf | undefined {
  const letters = lettersOf(name);
  return letters === "overall" ? "overall" : KEY_QUESTIONS.find((question) => lettersOf(question) === letters);
}

/** Is a rating at least another? There is no number for a rating, and none for its absence. */
export function isAtLeast(grade: Grade, least: Grade): boolean {
  return GRADES.indexOf(grade) <= GRADES.indexOf(least);
}

/** What a list of plain words says of a text; `undefined` when the text is none of them. */
export function lookedUp<Meaning>(known: { readonly [word: string]: Meaning }, text: string): Meaning | undefined {
  const word = plainWords(text);
  return Object.hasOwn(known, word) ? known[word] : undefined;
}

/** Lower case, with one space where there were spaces, hyphens or underscores. */
export function plainWords(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, " ").trim();
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}
