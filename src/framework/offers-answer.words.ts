import type { Cite } from "../contract/source.words.js";
import type { Day } from "../shared/day.js";
import { everyKindSaid, listed, quoted, slugWords } from "../shared/words.js";
import { OUTSIDE_SAYS } from "./arrangement.words.js";
import { AUTHORITY_WORDS, type Facts, countIn, daySaid, factIn, partWords } from "./cited.words.js";
import type { NotCheckedForOffer, OffersAnswer, OffersUndetermined } from "./offers-answer.js";
import { priceWords } from "./price.words.js";
import { SCOPE_SAYS } from "./scope.words.js";
import { TERM_PROBLEM_SAYS, termWords } from "./term.words.js";
import type { TermProblem } from "./term.js";

/** To whom is a package offered, in a sentence or two with the clause; who is offered it, and who is left out, stand apart. */
export function offersWords(answer: OffersAnswer, price: string | null, day: Day, cite: Cite): string[] {
  const place = answer.source === null ? null : cite(answer.source);
  const at = place === null ? "" : ` (${place})`;
  switch (answer.kind) {
    case "offers":
      return [`The package is offered by the order ${quoted(slugWords(answer.order))}${at}.`, ...bindsWords(answer.authority)];
    case "nobody":
      return [`The package is offered to nobody: by the order ${quoted(slugWords(answer.order))}, every member is left out${at}.`, ...bindsWords(answer.authority)];
    case "out-of-scope":
      return [`The package is refused: the service ${quoted(slugWords(answer.service))} is out of the framework's scope${at}.`, ...bindsWords(answer.authority)];
    case "outside-term":
      return [`The package is offered to nobody, because the day is outside the framework's term.`, ...termWords(answer.term, day, place), ...bindsWords(answer.authority)];
    case "outside-the-rules":
      return [`The package is outside the rules, and nothing is assessed: ${OUTSIDE_SAYS[answer.reason]}${at}.`];
    case "price-outside-limits":
      return ["The package is not offered at its price.", ...priceWords(answer.price, price ?? answer.price.limit, { floor: null, ceiling: null }, place), ...bindsWords(answer.authority)];
    case "cannot-be-determined":
      return [`To whom the package is offered cannot be determined: ${UNDETERMINED_SAYS[answer.reason](answer.facts)}${at}.`];
    default:
      return everyKindSaid(answer);
  }
}

function bindsWords(authority: keyof typeof AUTHORITY_WORDS): string[] {
  return authority === "agreed" ? [] : [`The weakest of the terms that this stands on ${authority === "trial" ? "is" : "are"} ${AUTHORITY_WORDS[authority]}${authority === "trial" ? "" : " only, and apply because they were named"}.`];
}

/** Why it cannot be determined, to follow a colon. */
const UNDETERMINED_SAYS: { readonly [R in OffersUndetermined]: (facts: Facts) => string } = {
  "must-be-named": (facts) => `${facts["rule"] === undefined ? `the framework ${quoted(factIn(facts, "framework"))}` : `the ${partWords(factIn(facts, "rule"))}`} is ${authoritiesWords(facts)} only, and applies when it is named`,
  "term-contradicts": (facts) => `the days of the term contradict each other, because ${TERM_PROBLEM_SAYS[factIn(facts, "problem") as TermProblem]}`,
  "no-order-of-offer": () => "the framework has no order of offer",
  "no-rule-in-force": (facts) => `no ${partWords(factIn(facts, "rule"))} is in force on the day${aroundWords(facts)}`,
  "rules-overlap": (facts) => `several versions of the ${partWords(factIn(facts, "rule"))} are in force at once`,
  "under-consideration": (facts) => `of the service ${quoted(slugWords(factIn(facts, "service")))}, ${SCOPE_SAYS["under-consideration"]}`,
  "service-not-listed": (facts) => `of the service ${quoted(slugWords(factIn(facts, "service")))}, ${SCOPE_SAYS["service-not-listed"]}`,
  "service-listed-twice": (facts) => `of the service ${quoted(slugWords(factIn(facts, "service")))}, ${SCOPE_SAYS["service-listed-twice"]}`,
  "lot-not-given": () => "the order of offer goes by lot, and the package names none",
  "locality-not-given": () => "the order of offer goes by locality, and the package names none",
  "lots-not-listed": () => "the order of offer goes by lot, and the framework lists none",
  "localities-not-listed": () => "the order of offer goes by locality, and the framework lists none",
  "unknown-lot": (facts) => `the framework has no lot ${quoted(factIn(facts, "lot"))}; it has ${factIn(facts, "known")}`,
  "unknown-locality": (facts) => `the framework has no locality ${quoted(factIn(facts, "locality"))}; it has ${factIn(facts, "known")}`,
  "unknown-zone": (facts) => `the place has no zone ${quoted(factIn(facts, "zone"))}; it has ${factIn(facts, "known")}`,
  "no-members-named": () => "the framework names no providers: its document publishes none",
  "nobody-to-distribute": () => "providers could be distributed the work, but nobody is there to distribute it",
};

function authoritiesWords(facts: Facts): string {
  const named = countIn(facts, "authority") > 0 ? (facts["authority"] as readonly string[]) : [factIn(facts, "authority")];
  return listed(named.map((authority) => AUTHORITY_WORDS[authority as keyof typeof AUTHORITY_WORDS] ?? authority));
}

function aroundWords(facts: Facts): string {
  const [last, first] = [facts["lastDay"], facts["firstDay"]];
  const ended = last === undefined ? [] : [`one ended on ${daySaid(factIn(facts, "lastDay"))}`];
  const begins = first === undefined ? [] : [`one begins on ${daySaid(factIn(facts, "firstDay"))}`];
  return [...ended, ...begins].length === 0 ? "" : `: ${listed([...ended, ...begins])}`;
}

/** What the caller gave nothing to check with. */
export const NOT_CHECKED_FOR_OFFER: { readonly [N in NotCheckedForOffer]: string } = {
  eligibility: "Whether the providers are eligible was not checked: it was not given.",
  capacity: "Whether the providers have room was not checked: their free hours, or the hours of the package, were not given.",
  price: "The price was not checked: there is no limit on it, or the package names none.",
  term: "The document does not state every day of the term; an unstated day limits nothing.",
};
