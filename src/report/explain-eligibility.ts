import type { Clause, Version } from "../contract/clause.js";
import { restsOnWords } from "../contract/reading.words.js";
import { type Cite, citing } from "../contract/source.words.js";
import type { CqcReading } from "../eligibility/cqc-records.js";
import { cqcFindingWords } from "../eligibility/cqc-findings.words.js";
import type { EligibilityDocument } from "../eligibility/document.js";
import type { Eligibility, EligibilityUnder } from "../eligibility/eligibility.js";
import { ELIGIBILITY_SAYS, eligibilityWords, ruleWords } from "../eligibility/eligibility.words.js";
import type { ConditionOutcome } from "../eligibility/outcome.js";
import { conditionOutcomeWords } from "../eligibility/outcome.words.js";
import type { RatingWord } from "../eligibility/rating.js";
import { ratingWordWords } from "../eligibility/rating.words.js";
import type { RatingAnswer, RatingAsked } from "../eligibility/rating-on.js";
import { ratingWords } from "../eligibility/rating-on.words.js";
import type { EligibilityTerms } from "../eligibility/terms.js";
import type { Flips, Side } from "../eligibility/who-flips.js";
import type { Day } from "../shared/day.js";
import { counted, dayWords } from "../shared/words.js";
import { refuse } from "../shared/refuse.js";
import type { Section } from "./section.js";

/** How sources are named in an explanation. */
export interface ExplainCite {
  /** One `citing()` for several results of one text. */
  readonly cite?: Cite;
}

/**
 * Why may a provider join, or not? Each condition with its clause, its evidence and how far its limit is; the readings the
 * answer rests on; and the terms. An answer of `eligibility` needs the terms it was given under; one of `eligibilityUnder`
 * has them.
 *
 * @example
 * ```ts
 * const { records } = readCqcRecords({ locationId: "1-100", registrationStatus: "Registered", currentRatings: { overall: { rating: "Requires improvement", reportDate: "2024-06-11" } } });
 * const answer = eligibilityUnder(records[0]!, "2026-03-16", leicesterEligibility, ["recommended"]);
 * const sections = explainEligibility(answer);
 * sections[0]!.sentences; // => ["Provider 1-100 may not join on Monday 16 March 2026: 1 condition is not met."]
 * sections[1]!.sentences[2]; // => "That is 1 rating short of Good."
 * ```
 */
export function explainEligibility(answer: EligibilityUnder | Eligibility, terms?: EligibilityTerms | Version<EligibilityTerms>, { cite = citing() }: ExplainCite = {}): Section[] {
  const rule = "rule" in answer ? answer.rule : null;
  const under = terms ?? (rule?.kind === "in-force" ? rule.version : undefined);
  if (under === undefined && answer.conditions.length > 0) refuse("explainEligibility", "the terms must be given with an answer that does not carry them", undefined, "Give those that eligibility was asked with");
  const decides = answer.conditions.filter(({ condition }) => answer.deciding.includes(condition));
  const others = answer.conditions.filter(({ condition }) => !answer.deciding.includes(condition));
  const said = (outcomes: readonly ConditionOutcome[]): string[] => outcomes.flatMap((outcome) => outcomeSentences(outcome, under!, answer.day, cite));
  return [
    { heading: "Answer", sentences: [eligibilityWords(answer)] },
    ...(decides.length === 0 ? [] : [{ heading: "What decides", sentences: said(decides) }]),
    ...(others.length === 0 ? [] : [{ heading: decides.length === 0 ? "Conditions" : "The other conditions", sentences: said(others) }]),
    ...readingSections(answer.restsOn, under),
    ...(rule === null ? [] : [{ heading: "The rule", sentences: ruleWords(rule, cite) }]),
  ];
}

function outcomeSentences(outcome: ConditionOutcome, terms: EligibilityTerms, day: Day, cite: Cite): string[] {
  const { source, reading } = outcome;
  const by = reading === null ? [] : [source === null ? `No document says so: it is adopted by reading ${reading}.` : `It is so by reading ${reading}.`];
  return [...conditionOutcomeWords(outcome, terms, day, source === null ? null : cite(source)), ...by];
}

function readingSections(restsOn: readonly string[], terms: EligibilityTerms | Version<EligibilityTerms> | undefined): Section[] {
  if (terms === undefined || !("readings" in terms)) return [];
  return restsOn.flatMap((slug) => (Object.hasOwn(terms.readings, slug) ? [{ heading: `Reading ${slug}`, sentences: restsOnWords(slug, terms.readings[slug]!, []) }] : []));
}

/**
 * Who may join, for a whole list: the terms, the sums, each provider with what decides, and what was found wrong in the data.
 *
 * @example
 * ```ts
 * const reading = readCqcRecords([{ locationId: "1-100", registrationStatus: "Deregistered" }]);
 * const document = eligibilityDocument("leicester", leicesterEligibility, reading, "2026-03-16", ["recommended"]);
 * explainEligibilityDocument(document, leicesterEligibility).map(({ heading }) => heading); // => ["Sums", "Provider 1-100", "Reading registration", "The rule"]
 * ```
 */
export function explainEligibilityDocument(document: EligibilityDocument, clause: Clause<EligibilityTerms>, { cite = citing() }: ExplainCite = {}): Section[] {
  const { day, rule, input, total, providers, conditions, findings, restsOn } = document;
  const version = rule.kind !== "in-force" ? undefined : clause.versions.find(({ authority, firstDay, lastDay }) => authority === rule.authority && firstDay === rule.firstDay && lastDay === rule.lastDay);
  const overlapping = rule.kind === "overlap" ? clause.versions.filter(({ authority }) => rule.authorities.includes(authority)) : [];
  const found = findings.flatMap(({ code, places }) => places.map((place) => cqcFindingWords({ code, ...place })));
  const rested = restsOn.filter(({ count }) => count > 0);
  return [
    {
      heading: "Sums",
      sentences: [
        `Who may join on ${dayWords(day)}, by what was published by then: of ${counted(total.providers, "provider")}, ${total.eligible} may, ${total.eligibleWithConditions} may with conditions, ${total.ineligible} may not, and of ${total.cannotBeDetermined} it cannot be determined.`,
        `${counted(input.read, input.counted === "records" ? "record" : "row")} read: ${input.accepted} accepted, ${input.rejected} rejected.`,
      ],
    },
    ...providers.map((answer): Section => {
      const deciding = answer.conditions.filter(({ condition }) => answer.deciding.includes(condition));
      const outcomes = deciding.map((outcome) => ({ ...outcome, ...conditions.find(({ condition }) => condition === outcome.condition)! }));
      return { heading: `Provider ${answer.provider}`, sentences: [eligibilityWords({ ...answer, day }), ...(version === undefined ? [] : outcomes.flatMap((outcome) => outcomeSentences(outcome, version, day, cite)))] };
    }),
    ...(found.length === 0 ? [] : [{ heading: "Findings", sentences: found }]),
    ...(version === undefined ? [] : rested.map(({ reading, count }) => ({ heading: `Reading ${reading}`, sentences: [...restsOnWords(reading, version.readings[reading]!, []), `It would do so for ${counted(count, "provider")}.`] }))),
    {
      heading: "The rule",
      sentences: rule.kind === "overlap" ? ruleWords({ kind: "overlap", versions: overlapping }, cite) : rule.kind !== "in-force" ? ruleWords(rule, cite) : version === undefined ? [`The rule on who may join is in force (${cite(rule.source)}).`] : ruleWords({ kind: "in-force", version, unstated: rule.firstDay === "unstated" || rule.lastDay === "unstated" }, cite),
    },
  ];
}

/**
 * Who changes answer from one set of terms to another, and on which condition?
 *
 * @example
 * ```ts
 * const { records } = readCqcRecords([{ locationId: "1-2", registrationStatus: "Registered", currentRatings: { overall: { rating: "Requires improvement", reportDate: "2024-06-11", keyQuestionRatings: [{ name: "Well-led", rating: "Good" }] } } }]);
 * const [proposed, recommended] = leicesterEligibility.versions;
 * const [sums, flip] = explainFlips(whoFlips(records, "2026-03-16", proposed!, recommended!), proposed!, recommended!);
 * sums!.sentences; // => ["On Monday 16 March 2026, 1 of 1 provider changes answer."]
 * flip!.sentences[0]; // => "It is eligible with conditions under the first terms, and not eligible under the second."
 * ```
 */
export function explainFlips({ day, providers, flips }: Flips, fromTerms: EligibilityTerms | Version<EligibilityTerms>, toTerms: EligibilityTerms | Version<EligibilityTerms>, { cite = citing() }: ExplainCite = {}): Section[] {
  const side = (provider: string, { because }: Side, terms: EligibilityTerms, which: string): Section[] =>
    because.length === 0 ? [] : [{ heading: `Provider ${provider}, what decides under the ${which} terms`, sentences: because.flatMap((outcome) => outcomeSentences(outcome, terms, day, cite)) }];
  return [
    { heading: "Sums", sentences: [`On ${dayWords(day)}, ${flips.length} of ${counted(providers, "provider")} ${flips.length === 1 ? "changes" : "change"} answer.`] },
    ...flips.flatMap(({ provider, from, to }) => [
      { heading: `Provider ${provider}`, sentences: [`It is ${ELIGIBILITY_SAYS[from.kind]} under the first terms, and ${ELIGIBILITY_SAYS[to.kind]} under the second.`] },
      ...side(provider, from, fromTerms, "first"),
      ...side(provider, to, toTerms, "second"),
    ]),
    ...ruleSection(fromTerms, "first", cite),
    ...ruleSection(toTerms, "second", cite),
  ];
}

/** How far dated terms bind, and where they stand; nothing of terms that stand alone. */
function ruleSection(terms: EligibilityTerms | Version<EligibilityTerms>, which: string, cite: Cite): Section[] {
  if (!("readings" in terms)) return [];
  return [{ heading: `The ${which} terms`, sentences: ruleWords({ kind: "in-force", version: terms, unstated: terms.firstDay === "unstated" || terms.lastDay === "unstated" }, cite) }];
}

/**
 * What was a service rated on a day, by which publication, or why was it not? Takes what `ratingOn` answered.
 *
 * @example
 * ```ts
 * const { records } = readCqcRecords({ locationId: "1-100", currentRatings: { overall: { rating: "Good", reportDate: "2024-05-20" } } });
 * const asked = { service: null, of: "overall" } as const;
 * explainRating(ratingOn(records[0]!.history, asked, "2026-03-16"), asked, "2026-03-16")[0]!.sentences;
 * // => ["By what was published by Monday 16 March 2026 (included), the location as a whole was rated Good overall: Good, Monday 20 May 2024."]
 * ```
 */
export function explainRating(answer: RatingAnswer, asked: RatingAsked, day: Day): Section[] {
  return [{ sentences: ratingWords(answer, asked, day) }];
}

/**
 * What does a word in the place of a rating say? Takes what `readRatingWord` answered.
 *
 * @example
 * ```ts
 * explainRatingWord(readRatingWord("good"), "good"); // => [{ sentences: ["The word “good” is the CQC's rating Good."] }]
 * ```
 */
export function explainRatingWord(says: RatingWord, word: string): Section[] {
  return [{ sentences: [ratingWordWords(says, word)] }];
}

/**
 * What was read of the CQC's data, and what was found wrong in it?
 *
 * @example
 * ```ts
 * explainCqcReading(readCqcRecords(["1-200"]))[0]!.sentences;
 * // => ["1 record read: 0 accepted, 1 rejected.", "At [0], which holds “1-200”: a record of the CQC or a row of the sheet is an object; this is none. It is rejected."]
 * ```
 */
export function explainCqcReading({ counted: of, read, accepted, rejected, findings }: CqcReading): Section[] {
  return [{ sentences: [`${counted(read, of === "records" ? "record" : "row")} read: ${accepted} accepted, ${rejected} rejected.`, ...findings.map(cqcFindingWords)] }];
}
