import { exactText, fraction } from "../shared/exact.js";
import { minus } from "../shared/fractions.js";
import { type Day, dateOf, dayNumber, dayNumberOf, dayText, daysInMonth } from "../shared/day.js";
import { capitalised, counted, dayWords, everyKindSaid, listed, quoted, withSource } from "../shared/words.js";
import type { ShownOutcome } from "./document.js";
import { CONDITION_REASONS, type Evidence, type OutcomeKind, type Requirement } from "./outcome.js";
import { isTooOld } from "./rating-condition.js";
import { GRADES, NOT_RATED, isAtLeast, plainWords } from "./rating.js";
import { type ShowDay, formerWords, publishedWords } from "./rating-on.words.js";
import { GRADE_SAYS } from "./rating.words.js";
import type { Registration } from "./registration.js";
import type { Age, EligibilityTerms } from "./terms.js";
import { conditionWords } from "./terms.words.js";

/**
 * What was found for a condition and what follows, without naming the condition: for a table. Days are shown as the text
 * they are unless a way to show them is given.
 *
 * @example
 * ```ts
 * outcomeWords({ condition: "turnover", kind: "not-met", reason: "amount-below-minimum", evidence: { kind: "stated", name: "turnover", value: "2999999.99" }, evidenceDay: null });
 * // => "2999999.99. The amount is below the least amount."
 * ```
 */
export function outcomeWords(outcome: ShownOutcome, show: (day: Day) => string = (day) => day): string {
  const found = evidenceWords(outcome, show);
  if (outcome.kind === "met") return found;
  if (outcome.kind === "met-with-conditions") {
    const requires = requirementWords(outcome.requires);
    if (found === "") return capitalised(requires);
    return found.endsWith(".") ? `${found} ${capitalised(requires)}` : `${found}; ${requires}`;
  }
  if (outcome.reason === "not-rated" && found !== "") return found;
  const reason = CONDITION_REASONS[outcome.reason];
  return found === "" ? reason : `${withStop(found)} ${reason}`;
}

/** What an outcome rests on, briefly. Empty when on nothing. */
function evidenceWords({ evidence, evidenceDay }: Pick<ShownOutcome, "evidence" | "evidenceDay">, show: ShowDay): string {
  if (evidence === null) return "";
  switch (evidence.kind) {
    case "rating":
      return `${publishedWords(evidence.evidence, show)}${evidence.branch === null ? "" : `, of branch ${evidence.branch}`}`;
    case "no-rating":
      return `${NOT_RATED[evidence.reason]}${evidence.evidence === null || evidence.evidence.publishedOn === null ? "" : ` Published ${show(evidence.evidence.publishedOn)}.`}${formerWords(evidence.former, show)}`;
    case "ratings-in-doubt":
      return evidence.evidence.map((rating) => publishedWords(rating, show)).join("; ");
    case "grade":
      return `${evidence.evidence.word}, ${show(evidence.evidence.publishedOn)}`;
    case "stated":
      return `${statedWords(evidence)}${evidenceDay === null ? "" : `, ${show(evidenceDay)}`}`;
    default:
      return everyKindSaid(evidence);
  }
}

function statedWords({ name, value }: Extract<Evidence, { kind: "stated" }>): string {
  if (name === "registration" && Object.hasOwn(REGISTRATION_SAYS, value)) return REGISTRATION_SAYS[value as Registration["status"]];
  return value === "" ? "none" : value;
}

const REGISTRATION_SAYS: { readonly [S in Registration["status"]]: string } = {
  registered: "registered",
  deregistered: "deregistered",
  listed: "listed in the directory of registered locations",
  unknown: "a word for the registration that is not known here",
  "not-said": "the record does not say whether it is registered",
};

function requirementWords(requires: Requirement): string {
  if (requires.kind === "rating-awaited") return "until it is rated";
  const contents = requires.contents.length === 0 ? "" : ` with ${requires.contents.join(", ")}`;
  return requires.inPlace === true ? `an action plan${contents} is in place` : `needs an action plan${contents}`;
}

/** What came of one condition, in sentences: the condition, the verdict, the evidence, the reason, and how far the limit is. */
export function conditionOutcomeWords(outcome: ShownOutcome, terms: EligibilityTerms, day: Day, source: string | null): string[] {
  const found = outcomeWords(outcome, dayWords);
  const said = found === "" ? [] : [withStop(`${outcome.evidence === null ? "" : "Found: "}${found}`)];
  return [
    withSource(`${conditionWords(outcome.condition, terms)}: ${VERDICTS[outcome.kind]}.`, source),
    ...said,
    ...(outcome.kind === "met-with-conditions" ? planWords(outcome.requires) : []),
    ...boundaryWords(outcome, terms, day),
  ];
}

/** Whether an action plan is in place, and what it is not known to contain. */
function planWords(requires: Requirement): string[] {
  if (requires.kind !== "action-plan" || (requires.inPlace === true && requires.missing.length === 0)) return [];
  const state = requires.inPlace === null ? "Whether the plan is in place is not known" : requires.inPlace ? "The plan is in place" : "The plan is not in place yet";
  return [`${state}${requires.missing.length === 0 ? "" : `; it is not known to contain ${listed(requires.missing.map(quoted))}`}.`];
}

function withStop(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

const VERDICTS: { readonly [K in OutcomeKind["kind"]]: string } = {
  met: "met",
  "met-with-conditions": "met with conditions",
  "not-met": "not met",
  "cannot-be-determined": "cannot be determined",
  "not-asked": "not asked of this provider",
};

/** How far from its limit a condition was decided: grades, an amount, or the age of a rating. */
function boundaryWords(outcome: ShownOutcome, { ratings, facts, grades }: EligibilityTerms, day: Day): string[] {
  const { condition, evidence } = outcome;
  if (evidence === null || outcome.kind === "cannot-be-determined" || outcome.kind === "not-asked") return [];
  if (evidence.kind === "rating") {
    const rating = ratings.find(({ id }) => id === condition);
    if (rating === undefined) return [];
    const { grade } = evidence;
    const steps = GRADES.indexOf(rating.atLeast) - GRADES.indexOf(grade);
    const least = GRADE_SAYS[rating.atLeast];
    const apart = isAtLeast(grade, rating.atLeast) ? (steps === 0 ? `${least} is the lowest rating that meets it.` : `That is ${counted(steps, "rating")} above ${least}, the lowest that meets it.`) : `That is ${counted(-steps, "rating")} short of ${least}.`;
    return [apart, ...ageWords(evidence.evidence.publishedOn, rating.maxAge, day)];
  }
  if (evidence.kind === "grade") {
    const grade = grades.find(({ id }) => id === condition);
    const place = grade?.scale.findIndex((word) => plainWords(word) === plainWords(evidence.evidence.word)) ?? -1;
    if (grade === undefined || place === -1) return [];
    const steps = place - grade.scale.indexOf(grade.atLeast);
    const apart = steps === 0 ? `${quoted(grade.atLeast)} is the lowest grade that meets it.` : steps > 0 ? `That is ${counted(steps, "grade")} above ${quoted(grade.atLeast)}.` : `That is ${counted(-steps, "grade")} short of ${quoted(grade.atLeast)}.`;
    return [apart, ...ageWords(evidence.evidence.publishedOn, grade.maxAge, day)];
  }
  const fact = facts.find(({ id }) => id === condition);
  if (evidence.kind !== "stated" || fact === undefined || fact.kind !== "at-least") return [];
  const apart = minus(fraction(evidence.value, fact.fact), fraction(fact.atLeast, fact.id));
  if (apart.numerator === 0n) return ["That is the least amount that meets it."];
  const size = exactText(apart.numerator < 0n ? { ...apart, numerator: -apart.numerator } : apart, 0);
  return [`That is ${size} ${apart.numerator < 0n ? "short of" : "above"} ${fact.atLeast}.`];
}

/** The last day on which a publication is not too old. */
function ageWords(publishedOn: Day | null, age: Age | undefined, day: Day): string[] {
  if (publishedOn === null || age === undefined) return [];
  let last = "days" in age ? dayNumber(publishedOn) + age.days : monthsAfter(publishedOn, age.months);
  while (!isTooOld(publishedOn, age, dayText(last + 1))) last++;
  return [dayNumber(day) <= last ? `It is not too old up to ${dayWords(last)} (included).` : `It has been too old since ${dayWords(last + 1)}.`];
}

function monthsAfter(day: Day, months: number): number {
  const { year, month, dayOfMonth } = dateOf(dayNumber(day));
  const total = year * 12 + month - 1 + months;
  const [later, of] = [Math.floor(total / 12), (total % 12) + 1];
  return dayNumberOf(later, of, Math.min(dayOfMonth, daysInMonth(later, of)));
}
