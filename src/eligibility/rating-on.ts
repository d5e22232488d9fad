import { byCodePoint } from "../shared/code-points.js";
import { type Day, dayNumber } from "../shared/day.js";
import { type PublishedRating, type RatingHistory, sameService } from "./history.js";
import type { Grade, NotRatedReason, RatingOf } from "./rating.js";

/** Why it cannot be told what something is rated, in one sentence each. */
export const RATING_DOUBTS = {
  "ratings-unreadable": "Something in the place of ratings could not be read.",
  "unknown-word": "The newest word in the place of a rating is not known here; it asserts nothing.",
  "publication-day-unknown": "A rating carries no readable day of publication, so the newest cannot be told.",
  "conflicting-ratings": "Different ratings of the same thing were published on the same day.",
  "historic-newer-than-current": "A rating marked as historic is newer than the current one.",
  "service-unfamiliar": "A newer rating is of a service whose name is not known here.",
  "question-unfamiliar": "A newer rating is of a key question whose name is not known here.",
} as const satisfies { readonly [reason: string]: string };

/** The code of a reason why it cannot be told what something is rated. */
export type RatingDoubt = keyof typeof RATING_DOUBTS;

/** What was asked: which service, and which question about it. */
export interface RatingAsked {
  /** Names of the service, any of them; `null` asks about the location as a whole. */
  readonly service: string | readonly string[] | null;
  readonly of: RatingOf;
}

/** A rating that stood, with the publication it rests on. */
export interface StoodRating {
  readonly grade: Grade;
  readonly evidence: PublishedRating;
}

/** The last rating published before, or the publications of which it cannot be told what they say. */
export type FormerRating = ({ readonly kind: "rated" } & StoodRating) | { readonly kind: "in-doubt"; readonly reason: RatingDoubt; readonly evidence: readonly PublishedRating[] };

/** What something was rated on a day: rated, not rated, or it cannot be told. Never a number. */
export type RatingAnswer =
  | ({ readonly kind: "rated" } & StoodRating)
  | {
      readonly kind: "not-rated";
      readonly reason: NotRatedReason;
      /** The publication that says so, where there is one. */
      readonly evidence: PublishedRating | null;
      /** What was published last before, which no longer stands; `null` when nothing was. */
      readonly former: FormerRating | null;
    }
  | { readonly kind: "cannot-be-determined"; readonly reason: RatingDoubt; /** The publications in doubt. */ readonly evidence: readonly PublishedRating[] };

/**
 * What was a service rated on a day (included), overall or in a key question? The newest publication decides, from the
 * ratings of the service and those of its location together; on the same day those of the service. A word that is no
 * rating, at a location whose services are rated one by one, decides nothing about them.
 *
 * @example
 * ```ts
 * const { records } = readCqcRecords({
 *   locationId: "1-100",
 *   currentRatings: { overall: { rating: "Good", reportDate: "2024-05-20", keyQuestionRatings: [{ name: "Well-led", rating: "Requires improvement" }] } },
 * });
 * const asked = { service: "Homecare agencies", of: "well-led" } as const;
 * ratingOn(records[0]!.history, asked, "2024-05-20").kind; // => "rated"
 * ratingOn(records[0]!.history, asked, "2024-05-19").kind; // => "not-rated"
 * ```
 */
export function ratingOn(history: RatingHistory, asked: RatingAsked, day: Day): RatingAnswer {
  dayNumber(day); // refuses what is no day
  if (history.unreadable) return { kind: "cannot-be-determined", reason: "ratings-unreadable", evidence: [] };
  const names = asked.service === null ? null : typeof asked.service === "string" ? [asked.service] : asked.service;
  const isAsked = (service: string): boolean => names !== null && names.some((name) => sameService(name, service));
  const listed = history.services ?? [];
  const locationCounts = names === null || listed.length === 0 || listed.some(isAsked);

  const ofService = history.ratings.filter(({ service }) => service !== null && isAsked(service));
  const ofLocation = history.ratings.filter(({ service }) => service === null && locationCounts);
  const unfamiliar = names === null || listed.length === 0 ? [] : history.ratings.filter((rating) => isUnfamiliar(rating, isAsked, listed));

  const levels = [standingOf(ofService, asked.of, day), standingOf(ofLocation, asked.of, day)] as const;
  const undated = levels.flatMap((level) => (level.kind === "undated" ? level.entries : []));
  if (undated.length > 0) return { kind: "cannot-be-determined", reason: "publication-day-unknown", evidence: undated };

  const deciding = newest(levels[0], levels[1]);
  const isNewer = (rating: PublishedRating): boolean => asserts(rating) && isBy(rating, day) && (deciding === null || isAfter(rating, deciding[0]!));
  const mayBeNewer = (rating: PublishedRating): boolean => rating.standing === "current" && ((asserts(rating) && rating.publishedOn === null) || isNewer(rating));
  const newerService = unfamiliar.filter((rating) => rating.of === asked.of && mayBeNewer(rating));
  if (newerService.length > 0) return { kind: "cannot-be-determined", reason: "service-unfamiliar", evidence: newerService };
  const newerQuestion = [...ofService, ...ofLocation].filter((rating) => rating.of === null && asked.of !== "overall" && mayBeNewer(rating));
  if (newerQuestion.length > 0) return { kind: "cannot-be-determined", reason: "question-unfamiliar", evidence: newerQuestion };

  const candidates = [...ofService, ...ofLocation].filter((rating) => rating.of === asked.of);
  if (deciding === null) {
    return { kind: "not-rated", reason: whyNone(history, levels, names === null || locationCounts || ofService.length > 0), evidence: null, former: formerOf(candidates, day) };
  }
  const [first] = deciding as readonly [PublishedRating, ...PublishedRating[]];
  const newerHistoric = candidates.filter((rating) => rating.standing === "historic" && first.standing === "current" && isNewer(rating));
  if (newerHistoric.length > 0) return { kind: "cannot-be-determined", reason: "historic-newer-than-current", evidence: [first, ...newerHistoric] };
  if (deciding.some((rating) => rating.says.kind === "unknown")) return { kind: "cannot-be-determined", reason: "unknown-word", evidence: deciding };
  if (deciding.some((rating) => meaning(rating) !== meaning(first))) return { kind: "cannot-be-determined", reason: "conflicting-ratings", evidence: deciding };
  const evidence = evidenceAmong(deciding);
  const { says } = evidence;
  if (says.kind === "rated") return { kind: "rated", grade: says.grade, evidence };
  const reason = says.kind === "not-rated" ? says.reason : "no-rating";
  return { kind: "not-rated", reason, evidence, former: formerOf(candidates, day) };
}

/** What stands at one level on a day: of the service, or of the location as a whole. */
type Level =
  /** The newest publication that stands; several of one day. */
  | { readonly kind: "stands"; readonly entries: readonly PublishedRating[] }
  | { readonly kind: "undated"; readonly entries: readonly PublishedRating[] }
  | { readonly kind: "none"; readonly reason: NotRatedReason };

function standingOf(level: readonly PublishedRating[], of: RatingOf, day: Day): Level {
  const asked = level.filter((rating) => rating.of === of);
  const current = asked.filter((rating) => rating.standing === "current");
  const undated = current.filter((rating) => rating.publishedOn === null);
  // A word that asserts nothing need not be put in order.
  const inDoubt = undated.filter(asserts);
  if (inDoubt.length > 0) return { kind: "undated", entries: inDoubt };
  const stands = newestOf(current, day);
  if (stands.length > 0) return { kind: "stands", entries: stands };
  const historic = newestOf(asked.filter((rating) => rating.standing === "historic"), day);
  if (historic.length === 0) {
    if (undated.length > 0) return { kind: "stands", entries: undated };
    if (asked.length === 0) return { kind: "none", reason: "no-rating" };
    return { kind: "none", reason: asked.some((rating) => rating.publishedOn !== null) ? "none-by-the-day" : "only-historic-ratings" };
  }
  // The current ratings of a level are complete: what was published before them and is not in them no longer stands.
  if (level.some((rating) => rating.standing === "current" && isBy(rating, day))) return { kind: "none", reason: "not-in-current-ratings" };
  // A historic rating stood until the next publication; without one, its end is not known.
  const next = level.some((rating) => rating.publishedOn !== null && !isBy(rating, day));
  return next ? { kind: "stands", entries: historic } : { kind: "none", reason: "only-historic-ratings" };
}

/** Of the service's and the location's standing ratings, those that decide. */
function newest(service: Level, location: Level): readonly PublishedRating[] | null {
  const ofService = service.kind === "stands" ? service.entries : null;
  const ofLocation = location.kind === "stands" ? location.entries : null;
  if (ofService === null || ofLocation === null) return ofService ?? ofLocation;
  if (!ofLocation.some(asserts)) return ofService;
  return isAfter(ofLocation[0]!, ofService[0]!) ? ofLocation : ofService;
}

function whyNone(history: RatingHistory, levels: readonly Level[], provided: boolean): NotRatedReason {
  if (!provided) return "service-not-provided";
  const reasons = levels.flatMap((level) => (level.kind === "none" && level.reason !== "no-rating" ? [level.reason] : []));
  if (reasons.length > 0) return reasons[0]!;
  if (history.ofProvider && history.ratings.length === 0) return "rated-by-location";
  return history.ratings.some((rating) => rating.service !== null && asserts(rating)) && !history.ratings.some((rating) => rating.service === null && asserts(rating)) ? "rated-by-service" : "no-rating";
}

/** The last rating published by a day, standing or not. */
function formerOf(candidates: readonly PublishedRating[], day: Day): FormerRating | null {
  const last = newestOf(candidates.filter(asserts), day);
  const [first] = last;
  if (first === undefined) return null;
  if (first.says.kind !== "rated" || last.some(({ says }) => says.kind === "unknown")) return { kind: "in-doubt", reason: "unknown-word", evidence: last };
  if (last.some((rating) => meaning(rating) !== meaning(first))) return { kind: "in-doubt", reason: "conflicting-ratings", evidence: last };
  return { kind: "rated", grade: first.says.grade, evidence: evidenceAmong(last) };
}

function newestOf(ratings: readonly PublishedRating[], day: Day): PublishedRating[] {
  const published = ratings.filter((rating) => isBy(rating, day));
  const [first] = published;
  if (first === undefined) return [];
  const last = published.reduce((latest, rating) => (isAfter(rating, latest) ? rating : latest), first);
  return published.filter((rating) => !isAfter(last, rating));
}

/** Of publications that say the same, the one to show: one that is inherited first, so that nothing hides that. */
function evidenceAmong(ratings: readonly PublishedRating[]): PublishedRating {
  const inherited = ratings.filter(({ inheritance }) => inheritance.kind !== "own");
  const shown = inherited.length > 0 ? inherited : ratings;
  return shown.toSorted((a, b) => byCodePoint(placeOf(a), placeOf(b)))[0]!;
}

function placeOf({ source, service, word, inheritance }: PublishedRating): string {
  return [source, service ?? "", word, inheritance.kind, ...(inheritance.kind === "inherited" ? inheritance.from : [])].join("\n");
}

function isUnfamiliar({ service }: PublishedRating, isAsked: (service: string) => boolean, listed: readonly string[]): boolean {
  return service !== null && !isAsked(service) && !listed.some((name) => sameService(name, service));
}

/** Does a word say anything: a rating, or something that is not known here? */
function asserts(rating: PublishedRating): boolean {
  return rating.says.kind !== "not-rated";
}

/** What decides whether two words agree: a rating, or that there is none, for whatever reason. */
function meaning({ says }: PublishedRating): string {
  return says.kind === "rated" ? says.grade : says.kind;
}

// Days are compared as they are written: year, month and day in this order sort as text.

/** Was it published by a day (included)? Without a day it was by none. */
function isBy(rating: PublishedRating, day: Day): boolean {
  return rating.publishedOn !== null && rating.publishedOn <= day;
}

/** Was it published on a later day than another? What has no day is before what has one. */
function isAfter(rating: PublishedRating, other: PublishedRating): boolean {
  return rating.publishedOn !== null && (other.publishedOn === null || rating.publishedOn > other.publishedOn);
}
