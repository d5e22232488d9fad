import type { Source } from "../contract/source.js";
import { citing } from "../contract/source.words.js";
import type { Arrangement, BlockPayment, RulesApply } from "../framework/arrangement.js";
import { arrangementWords, blockPaymentWords, rulesApplyWords } from "../framework/arrangement.words.js";
import type { Framework } from "../framework/framework.js";
import { type Milestone, type Mobilisation, type StartAnswer, milestoneOn, startOn } from "../framework/mobilisation.js";
import { milestoneWords, startVerdict, startWords } from "../framework/mobilisation.words.js";
import { type PriceAnswer, type PriceTerms, priceWithin } from "../framework/price.js";
import { priceVerdict, priceWords } from "../framework/price.words.js";
import { type ScopeAnswer, type ScopeTerms, scopeOf } from "../framework/scope.js";
import { scopeVerdict, scopeWords } from "../framework/scope.words.js";
import { type TermAnswer, termOn } from "../framework/term.js";
import { termVerdict, termWords } from "../framework/term.words.js";
import type { Day } from "../shared/day.js";
import type { ExplainCite } from "./explain-eligibility.js";
import type { Section } from "./section.js";
import { type ExplainTerms, citedIn, restingOnFramework, restingSections } from "./under-terms.js";

/**
 * Is a day in a framework's term, how far are its ends, and on which readings does that rest? Takes what `termOn` answered.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * explainTerm(termOn(outgoing, "2020-12-01"), outgoing, "2020-12-01")[0]!.sentences[1]; // => "It may be extended up to Tuesday 30 November 2021, and then the day would be in it."
 * explainTerm(termOn(outgoing, "2020-11-30"), outgoing, "2020-11-30")[1]!.heading; // => "Reading last-day"
 * ```
 */
export function explainTerm(answer: TermAnswer, framework: Framework, day: Day, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ heading: "Term", sentences: termWords(answer, day, cite(framework.term.source)) }, ...restingOnFramework(framework, (other) => termVerdict(termOn(other, day)))];
}

/**
 * Is a service in a framework's scope, and which paragraph says so? Takes what `scopeOf` answered, and the terms in force.
 *
 * @example
 * ```ts
 * const scope = frameworkOf(leicestershire, "service-to-follow").scope.versions[0]!;
 * explainScope(scopeOf("step-up", scope), "step-up", scope)[0]!.sentences[0]!.split(" (Leicestershire")[0];
 * // => "The service “Short-term intensive reablement (Step Up)” is out of the framework's scope"
 * ```
 */
export function explainScope(answer: ScopeAnswer, service: string, terms: ScopeTerms & { readonly source: Source }, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ heading: "Scope", sentences: scopeWords(answer, service, terms, cite) }, ...restingSections(terms, (other) => scopeVerdict(scopeOf(service, other)))];
}

/**
 * Is an hourly price within the limits, and how far is the nearest? Takes what `priceWithin` answered.
 *
 * @example
 * ```ts
 * const terms = { floor: "16.12", ceiling: "22.72", aboveCeiling: "refused" } as const;
 * explainPrice(priceWithin("16.11", terms), "16.11", terms);
 * // => [{ heading: "Price", sentences: ["£16.11 an hour is £0.01 below the lowest price, £16.12 (included): it is refused."] }]
 * ```
 */
export function explainPrice(answer: PriceAnswer, price: string, terms: PriceTerms, about: ExplainTerms = {}): Section[] {
  return [{ heading: "Price", sentences: priceWords(answer, price, terms, citedIn(terms, about).source) }, ...restingSections(terms, (other) => priceVerdict(priceWithin(price, other)))];
}

/**
 * May a provider work on a day by the mobilisation plan, and what does it wait for? Takes what `startOn` answered.
 *
 * @example
 * ```ts
 * const plan = { ...frameworkOf(leicestershire, "service-to-follow").mobilisation!, starts: [] };
 * explainStart(startOn(plan, "P1", "2020-08-24"), plan, "P1", "2020-08-24")[0]!.sentences[0]!.split(" (")[0];
 * // => "Whether provider P1 may work on Monday 24 August 2020 cannot be determined: the plan does not name it"
 * ```
 */
export function explainStart(answer: StartAnswer, plan: Mobilisation, provider: string, day: Day, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ heading: "Start", sentences: startWords(answer, provider, day, cite(plan.source)) }, ...restingSections(plan, (other) => startVerdict(startOn(other, provider, day)))];
}

/**
 * Where is a plan at a milestone on a day, and how far is that? Takes what `milestoneOn` answered.
 *
 * @example
 * ```ts
 * const milestone = frameworkOf(leicestershire, "service-to-follow").mobilisation!.milestones.find(({ id }) => id === "implementation-starts")!;
 * explainMilestone(milestoneOn(milestone, "2020-07-31"), milestone, "2020-07-31")[0]!.sentences[0]!.includes("its first day is 1 day later"); // => true
 * ```
 */
export function explainMilestone(answer: ReturnType<typeof milestoneOn>, milestone: Milestone, day: Day, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ heading: "Milestone", sentences: milestoneWords(answer, milestone, day, cite(milestone.source)) }];
}

/**
 * Do the commissioned rules apply, and which document says so? Takes what `rulesApplyTo` answered.
 *
 * @example
 * ```ts
 * explainRulesApply({ kind: "apply" }); // => [{ sentences: ["The commissioned rules apply: the care is bought through the council."] }]
 * ```
 */
export function explainRulesApply(answer: RulesApply, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ sentences: rulesApplyWords(answer, cite) }];
}

/**
 * What is paid for a block, and how many hours of it were not used or went beyond it? Takes what `blockPayment` answered.
 *
 * @example
 * ```ts
 * const block = leicesterFrameworks.arrangements.find(({ kind }) => kind === "block")!;
 * explainBlockPayment(blockPayment(block, { amount: "700.00", hoursBought: "40", hoursDelivered: "8" }), block)[0]!.sentences[1];
 * // => "32 hours bought and not delivered are paid all the same."
 * ```
 */
export function explainBlockPayment(payment: BlockPayment, arrangement: Arrangement, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ sentences: blockPaymentWords(payment, arrangement, cite) }];
}

/**
 * Is an arrangement there on a day, and from when to when? Takes what `arrangementOn` answered.
 *
 * @example
 * ```ts
 * const [spot] = plymouth.arrangements;
 * explainArrangement(arrangementOn(spot!, "2023-09-05"), spot!, "2023-09-05")[0]!.sentences.length; // => 2
 * ```
 */
export function explainArrangement(there: boolean, arrangement: Arrangement, day: Day, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ sentences: arrangementWords(there, arrangement, day, cite) }];
}
