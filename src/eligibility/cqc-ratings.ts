import type { Day } from "../shared/day.js";
import { byCodePoint } from "../shared/code-points.js";
import type { Findings } from "./cqc-findings.js";
import { type JsonObject, dayAt, fieldOf, objectAt, objectsAt, textAt } from "./cqc-values.js";
import type { Inheritance, PublishedRating, RatingHistory, RatingSource } from "./history.js";
import { type RatingOf, type RatingWord, lookedUp, plainWords, readRatingOf, readRatingWord } from "./rating.js";

/** What a rating takes from the block it stands in, where it does not say so itself. */
interface Block {
  readonly service: string | null;
  readonly source: RatingSource;
  readonly standing: "current" | "historic";
  readonly publishedOn: Day | null;
  /** The organisation whose report it is; `""` where it is not named. */
  readonly organisation: string;
}

/** Every rating in a location or provider object: of the inspection era and of the single assessment. */
export function readRatings(record: JsonObject, at: string, findings: Findings): Pick<RatingHistory, "ratings" | "unreadable"> {
  let unreadable = false;
  const watched: Findings = {
    ...findings,
    add: (code, place, value) => {
      unreadable ||= code === "unreadable-value";
      findings.add(code, place, value);
    },
  };
  const ratings = [...inspectionRatings(record, at, watched), ...assessmentRatings(record, at, watched)];
  return { ratings, unreadable };
}

function inspectionRatings(record: JsonObject, at: string, findings: Findings): PublishedRating[] {
  const blocks = [
    ...objectsAt(record, "currentRatings", at, findings).map((block) => ({ ...block, source: "current-ratings" as const, standing: "current" as const })),
    ...objectsAt(record, "historicRatings", at, findings).map((block) => ({ ...block, source: "historic-ratings" as const, standing: "historic" as const })),
  ];
  return blocks.flatMap(({ item, at: place, source, standing }) => {
    const block: Block = {
      service: null,
      source,
      standing,
      publishedOn: dayAt(item, "reportDate", place, findings),
      organisation: textAt(item, "organisationId", place, findings),
    };
    const overall = objectAt(item, "overall", place, findings);
    return [
      ...(overall === undefined ? [] : ratingAndQuestions(overall, `${place}.overall`, block, findings)),
      ...objectsAt(item, "serviceRatings", place, findings).flatMap((rating) => ratingAndQuestions(rating.item, rating.at, { ...block, service: serviceAt(rating.item, rating.at, findings) }, findings)),
    ];
  });
}

/**
 * The single assessment, from 2023-24. No live answer with it was at hand: the shape is as programs that read the real data
 * take it, so lists may be single objects, and what a word does not say is not supplied.
 */
function assessmentRatings(record: JsonObject, at: string, findings: Findings): PublishedRating[] {
  return objectsAt(record, "assessment", at, findings).flatMap(({ item, at: place }) => {
    const block: Block = {
      service: null,
      source: "single-assessment",
      standing: "current",
      publishedOn: dayAt(item, "assessmentPlanPublishedDateTime", place, findings),
      organisation: textAt(item, "organisationId", place, findings),
    };
    return objectsAt(item, "ratings", place, findings).flatMap((ratings) => [
      ...objectsAt(ratings.item, "overall", ratings.at, findings).flatMap((rating) => ratingAndQuestions(rating.item, rating.at, block, findings)),
      ...objectsAt(ratings.item, "asgRatings", ratings.at, findings).flatMap((rating) =>
        ratingAndQuestions(rating.item, rating.at, { ...block, service: serviceAt(rating.item, rating.at, findings) }, findings),
      ),
    ]);
  });
}

/** The name of a service; `null` for "Overall", which is the location as a whole. */
function serviceAt(rating: JsonObject, at: string, findings: Findings): string | null {
  const name = textAt(rating, "name", at, findings);
  if (name === "") findings.add("unreadable-value", `${at}.name`, "");
  return plainWords(name) === "overall" ? null : name;
}

/** A rating with the key questions in it: each takes from its block what it does not say itself. */
function ratingAndQuestions(rating: JsonObject, at: string, block: Block, findings: Findings): PublishedRating[] {
  const own = within(block, rating, at, findings);
  const questions = objectsAt(rating, "keyQuestionRatings", at, findings).map((question) => {
    const name = textAt(question.item, "name", question.at, findings);
    const of = readRatingOf(name) ?? null;
    if (of === null) findings.add("unknown-key-question", `${question.at}.name`, name);
    // What a question's own status may say is not known; that of its rating decides.
    const { block: inside } = within(own.block, question.item, question.at, findings);
    return { of, known: own.known, inside, ...wordAt(question.item, question.at, findings) };
  });
  const organisations = [own.block.organisation, ...questions.map(({ inside }) => inside.organisation)];
  const overall = { of: "overall" as const, known: own.known, inside: own.block, ...wordAt(rating, at, findings) };
  return [
    published(overall, inheritanceFrom(organisations, findings.id)),
    ...questions.map((question) => published(question, inheritanceFrom([question.inside.organisation], findings.id))),
  ].map((entry) => {
    if (entry.publishedOn === null && entry.says.kind !== "not-rated") findings.add("undated-rating", at);
    return entry;
  });
}

interface Entry {
  readonly of: RatingOf | null;
  /** Is the status of the rating it stands in a known word? */
  readonly known: boolean;
  readonly inside: Block;
  readonly word: string;
  readonly says: RatingWord;
}

function published({ of, known, inside, word, says }: Entry, inheritance: Inheritance): PublishedRating {
  const { service, source, standing, publishedOn } = inside;
  return { service, of, word, says: known ? says : { kind: "unknown" }, publishedOn, source, standing, inheritance };
}

/** The block as a rating in it has it: with its own day, organisation and status, where it says them. */
function within(block: Block, rating: JsonObject, at: string, findings: Findings): { readonly block: Block; readonly known: boolean } {
  const status = block.source === "single-assessment" ? textAt(rating, "status", at, findings) : "";
  const standing = lookedUp(STATUSES, status);
  if (standing === undefined) findings.add("unknown-status", `${at}.status`, status);
  const saysDay = fieldOf(rating, "reportDate") !== undefined;
  return {
    known: standing !== undefined,
    block: {
      ...block,
      standing: standing === "historic" ? "historic" : block.standing,
      publishedOn: saysDay ? dayAt(rating, "reportDate", at, findings) : block.publishedOn,
      organisation: textAt(rating, "organisationId", at, findings) || block.organisation,
    },
  };
}

/** The words seen for the status of a single assessment's rating. */
const STATUSES: { readonly [word: string]: "current" | "historic" } = { "": "current", current: "current", active: "current", assessed: "current", historic: "historic" };

function wordAt(rating: JsonObject, at: string, findings: Findings): { readonly word: string; readonly says: RatingWord } {
  const value = fieldOf(rating, "rating");
  // What is no text is no word of the CQC's, and not the want of one either.
  if (value !== undefined && typeof value !== "string") {
    findings.add("unknown-rating", `${at}.rating`, value);
    return { word: "", says: { kind: "unknown" } };
  }
  const word = (value ?? "").trim();
  const says = readRatingWord(word);
  if (says.kind === "unknown") findings.add("unknown-rating", `${at}.rating`, word);
  return { word, says };
}

/** Inherited when any of the organisations named is another than the record's own. */
function inheritanceFrom(organisations: readonly string[], own: string | null): Inheritance {
  const others = new Set(organisations.filter((id) => id !== "" && id.toUpperCase() !== own?.toUpperCase()));
  return others.size === 0 ? { kind: "own" } : { kind: "inherited", from: [...others].sort(byCodePoint) };
}
