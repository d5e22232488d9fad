import { isSaidByRule, visitKindWords } from "../assessment/attendance.words.js";
import type { VisitKind } from "../assessment/attendance.js";
import type { Punctuality } from "../assessment/punctuality.js";
import { punctualityWords } from "../assessment/punctuality.words.js";
import type { InForce, VersionFacts } from "../contract/clause.js";
import { inForceWords } from "../contract/clause.words.js";
import type { Source } from "../contract/source.js";
import { type Cite, citing } from "../contract/source.words.js";
import type { ContinuityWindow } from "../continuity/window.js";
import { windowWords } from "../continuity/window.words.js";
import type { RowFinding } from "../ecm/findings.js";
import { rowFindingWords } from "../ecm/findings.words.js";
import { type Figures, type MonthDocument, type PunctualityFigures, monthDocument } from "../month/document.js";
import type { Month } from "../month/month.js";
import type { VisitStory } from "../month/story.js";
import type { BasisTerms } from "../payment/basis.js";
import { lineClause, paymentLineWords } from "../payment/basis.words.js";
import { asksPlanned } from "../payment/line.js";
import { type LengthLimits, lengthLimits } from "../payment/other-lengths.js";
import type { Band, PaidMinutesTerms } from "../payment/paid-minutes.js";
import { bandWords } from "../payment/paid-minutes.words.js";
import type { PerformanceEffect } from "../performance/effect.js";
import { performanceEffectWords } from "../performance/effect.words.js";
import type { Standing } from "../performance/standing.js";
import { standingWords } from "../performance/standing.words.js";
import type { PaymentLine, VisitAssessment } from "../rules/assess-visit.js";
import type { Rules } from "../rules/compile.js";
import type { ClauseName, FurtherVisitClause } from "../rules/council.js";
import { CLAUSE_NAMES } from "../rules/council.words.js";
import { readOtherwiseWords } from "../rules/with-reading.words.js";
import { type Day, type DayNumber, dayNumber } from "../shared/day.js";
import { londonDay } from "../shared/london.js";
import { asMoment } from "../shared/moment.js";
import { clauseOn } from "./clause-on.js";
import { monthSections } from "./explain-month.js";
import { storySections } from "./explain-story.js";
import { summarySection } from "./summary.js";
import { visitSections } from "./explain-visit.js";
import type { Section } from "./section.js";

/** Every result that can be explained. */
export type Explainable<CallType extends string = string> =
  | VisitAssessment<CallType>
  | VisitStory<CallType>
  | PaymentLine
  | Punctuality
  | VisitKind
  | Band
  | ContinuityWindow
  | PerformanceEffect
  | Standing
  | PunctualityFigures
  | Figures<CallType>["continuity"]
  | InForce<Pick<VersionFacts<unknown>, "firstDay" | "lastDay" | "authority" | "source">>
  | Month<CallType>
  | MonthDocument<CallType>
  | RowFinding;

/** What a result does not carry itself and its sentences can use. */
export interface ExplainAbout {
  /** The London day whose rules apply; asked for where the rules differ from day to day and the result does not say its day. */
  readonly day?: Day;
  /** The whole minutes that a band was looked up for. */
  readonly minutes?: number;
  /** The clause that was asked whether it is in force. */
  readonly clause?: ClauseName | FurtherVisitClause;
  /** What is read otherwise outside the council's data, such as `"repeated-hour = later"`; said beside what is read otherwise in it. */
  readonly alsoRead?: readonly string[];
  /** How sources are named; one `citing()` for several results of one text. */
  readonly cite?: Cite;
}

/**
 * Why is a result what it is? Sentences in plain English: the fact, the clause with its quotation, the readings it rests
 * on and how far the next boundary is. Made only when asked for; results themselves carry facts and codes.
 *
 * Takes every result of the library with the rules it came from. Throws when the rules differ from day to day and neither
 * the result nor `about` says the day.
 *
 * @example
 * ```ts
 * const rules = compile(leicester);
 * explain({ class: "not-assessable", reason: "too-few-carers" }, rules);
 * // => [{ sentences: ["Punctuality cannot be assessed: the carers required were never there together."] }]
 * const [{ sentences }] = explain(standing(297, 333, "0.80"), rules);
 * sentences[0]!.slice(0, 61); // => "89.19 %; the target is 80 %: met (Leicester City Council, ans"
 * ```
 */
export function explain<CallType extends string>(result: Explainable<NoInfer<CallType>>, rules: Rules<CallType>, about: ExplainAbout = {}): Section[] {
  const cite = about.cite ?? citing();
  const otherwise = readOtherwiseWords(rules.council, about.alsoRead);
  if ("format" in result) return monthSections(result, rules, cite, otherwise);
  if ("providers" in result) return monthSections(monthDocument(result, rules), rules, cite, otherwise);
  if ("told" in result) return storySections(result, rules, cite, otherwise);
  if ("visit" in result) return [summarySection(result, rules, otherwise), ...visitSections(result, rules, cite)];
  return [{ sentences: sentencesOf(result, rules, about, cite) }];
}

type Single = Exclude<Explainable, VisitAssessment | VisitStory | Month | MonthDocument>;

function sentencesOf<CallType extends string>(result: Single, rules: Rules<CallType>, about: ExplainAbout, cite: Cite): string[] {
  const given = about.day === undefined ? null : dayNumber(about.day);
  const sourceOf = (clause: ClauseName | FurtherVisitClause, day: DayNumber | null): string | null => {
    const answer = clauseOn(rules, clause, day);
    return answer?.kind === "in-force" ? cite((answer.version as { readonly source: Source }).source) : null;
  };
  if ("code" in result) return [rowFindingWords(result)];
  if ("class" in result) {
    if (result.class === "not-assessable") return punctualityWords(result, null);
    const planned = "seconds" in result ? londonDay(asMoment(result.arrival - result.seconds)) : given;
    return punctualityWords(result, sourceOf("punctuality", planned));
  }
  if ("carers" in result) {
    const answer = clauseOn(rules, "continuity", dayNumber(result.lastDay));
    return answer.kind === "in-force" ? windowWords(result, answer.version, cite(answer.version.source)) : inForceWords(answer, "The rule on continuity of care", cite);
  }
  if ("met" in result) {
    const [verdict, ...more] = standingWords(result, countsOf(result));
    return [inBrackets(verdict!, sourceOf("targets", given)), ...more];
  }
  if ("case" in result) return [inBrackets(performanceEffectWords(result), sourceOf("performanceEffects", given))];
  if ("carer" in result) return lineSentences(result, rules, given, sourceOf);
  switch (result.kind) {
    case "in-force":
    case "not-yet":
    case "ended":
    case "gap":
      return inForceWords(result, nameOf(about.clause), cite);
    case "overlap":
      return "versions" in result ? inForceWords(result, nameOf(about.clause), cite) : bandSentences(result, rules, about, given, cite);
    case "paid":
    case "pays-nothing":
    case "hole":
      return bandSentences(result, rules, about, given, cite);
    default:
      return [inBrackets(visitKindWords(result), isSaidByRule(result) ? sourceOf("attendance", given) : null)];
  }
}

function nameOf(clause: ClauseName | FurtherVisitClause | undefined): string {
  return clause === undefined ? "The rule" : `The rule on ${CLAUSE_NAMES[clause]}`;
}

function inBrackets(sentence: string, source: string | null): string {
  return source === null ? sentence : `${sentence.slice(0, -1)} (${source}).`;
}

function countsOf(result: Standing | PunctualityFigures | Figures["continuity"]) {
  if ("assessed" in result) return { part: result.onTime, whole: result.assessed, of: "call", is: "on time" };
  if ("windows" in result) return { part: result.within, whole: result.windows, of: "window", is: "within the standard" };
  return null;
}

function bandSentences<CallType extends string>(band: Band, rules: Rules<CallType>, { minutes }: ExplainAbout, day: DayNumber | null, cite: Cite): string[] {
  const answer = clauseOn(rules, "paidMinutes", day);
  if (answer.kind !== "in-force") return bandWords(band, minutes ?? null, null, null);
  return bandWords(band, minutes ?? null, answer.version, cite(answer.version.source));
}

function lineSentences<CallType extends string>(line: PaymentLine, rules: Rules<CallType>, day: DayNumber | null, sourceOf: (clause: ClauseName | FurtherVisitClause, day: DayNumber | null) => string | null): string[] {
  const clause = lineClause(line);
  const source = clause === null ? null : sourceOf(clause, day);
  const asks = line.kind === "paid" || (clause === "paidMinutes" && line.kind === "unpaid" && line.minutes !== null);
  if (!asks) return paymentLineWords(line, { paidMinutes: null, limits: null, planned: null, lengths: null, inside: null, logs: null, source });
  const [paidMinutes, basis] = [clauseOn(rules, "paidMinutes", day), clauseOn(rules, "basis", day)];
  const [terms, basisTerms] = [paidMinutes.kind === "in-force" ? paidMinutes.version : null, basis.kind === "in-force" ? basis.version : null];
  return paymentLineWords(line, {
    paidMinutes: terms,
    limits: basisTerms,
    planned: null,
    lengths: terms === null || basisTerms === null ? null : limitsOfLine(line, basisTerms, terms),
    inside: basisTerms === null ? null : insideOf(basisTerms),
    logs: null,
    source,
  });
}

/** What bounds the pay of other lengths of a line of which the visit is not known; `null` where that asks for the visit. */
function limitsOfLine(line: PaymentLine, basis: BasisTerms, paidMinutes: PaidMinutesTerms): LengthLimits | null {
  if (insideOf(basis) !== null || asksPlanned(basis) || paidMinutes.roundingSwitch !== undefined) return null;
  return lengthLimits(line, { carersRequired: 1, plannedStart: null, plannedEnd: null }, "delivered", 1, basis, paidMinutes, null);
}

function insideOf({ basis }: BasisTerms): "planned" | "billed" | null {
  if (basis === "actual-within-planned") return "planned";
  return typeof basis === "object" && basis.kind === "billed-within-logged" ? "billed" : null;
}
