import { type CqcRecord, type PublishedRating, type RatingHistory, readCqcRecords } from "../../src/index.js";

/** A home-care location in the shape of the public API, registered and rated Good throughout on 2024-05-20. */
export const LOCATION = {
  locationId: "1-100",
  providerId: "1-900",
  organisationType: "Location",
  registrationStatus: "Registered",
  registrationDate: "2020-12-11",
  dormancy: "N",
  gacServiceTypes: [{ name: "Homecare agencies", description: "Domiciliary care service" }],
  regulatedActivities: [{ code: "RA1", name: "Personal care" }],
  relationships: [],
};

/** Words for overall and for key questions, as a block of the API. */
export function overall(rating: string, reportDate: string, questions: { readonly [name: string]: string } = {}, more: object = {}): object {
  return { rating, reportDate, keyQuestionRatings: Object.entries(questions).map(([name, word]) => ({ name, rating: word, reportDate })), ...more };
}

/** All five key questions with one word, but for those named. */
export function questions(rating: string, others: { readonly [name: string]: string } = {}): { [name: string]: string } {
  return { Safe: rating, Effective: rating, Caring: rating, Responsive: rating, "Well-led": rating, ...others };
}

/** A location with a rating overall and in Well-led. */
export function rated(id: string, overallWord: string, wellLed: string, reportDate = "2024-05-20"): object {
  return { ...LOCATION, locationId: id, currentRatings: { overall: overall(overallWord, reportDate, questions("Good", { "Well-led": wellLed })), reportDate } };
}

/** The record of one object. */
export function recordOf(object: unknown): CqcRecord {
  const [record] = readCqcRecords(object).records;
  if (record === undefined) throw new Error("the object holds no record");
  return record;
}

/** A rating as it is published, of the location as a whole, own and current unless said otherwise. */
export function published(word: string, publishedOn: string | null, more: Partial<PublishedRating> = {}): PublishedRating {
  const [read] = recordOf({ locationId: "1", currentRatings: { overall: { rating: word } } }).history.ratings;
  return { ...read!, publishedOn: publishedOn as PublishedRating["publishedOn"], ...more };
}

/** A history of ratings. */
export function historyOf(ratings: readonly PublishedRating[], more: Partial<RatingHistory> = {}): RatingHistory {
  return { ratings, ofProvider: false, services: null, unreadable: false, ...more };
}
