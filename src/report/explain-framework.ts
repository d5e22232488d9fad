import { type Cite, citing } from "../contract/source.words.js";
import type { Severity } from "../ecm/findings.js";
import type { CarePackage } from "../framework/care-package.js";
import { carePackageWords } from "../framework/care-package.words.js";
import { type CheckOptions, type FrameworkCheck, checkFramework } from "../framework/check.js";
import { notCheckedWords } from "../framework/check.words.js";
import { type Exit, type ExitAnswer, type ExitOptions, divideOnExit } from "../framework/exit.js";
import { exitVerdict, exitWords } from "../framework/exit.words.js";
import { FRAMEWORK_FINDINGS, type FrameworkFinding } from "../framework/findings.js";
import { findingFactsWords } from "../framework/findings.words.js";
import type { Framework } from "../framework/framework.js";
import { leftOutWords } from "../framework/left-out.words.js";
import type { OffersAnswer } from "../framework/offers-answer.js";
import { NOT_CHECKED_FOR_OFFER, offersWords } from "../framework/offers-answer.words.js";
import type { LeftOutProvider } from "../framework/tiers.js";
import { offeredWords, tierWords } from "../framework/tiers.words.js";
import { frameworkReadings } from "../framework/with-framework-reading.js";
import type { Day } from "../shared/day.js";
import { capitalised, counted, listed, slugWords } from "../shared/words.js";
import type { ExplainCite } from "./explain-eligibility.js";
import type { Section } from "./section.js";
import { frameworkReadingSection, restingOnFramework } from "./under-terms.js";

/**
 * To whom is a package offered, and why is every other member left out? The package, the answer with its clause, the tiers in order,
 * those left out with how far each limit is, what was not checked, and the readings it rests on.
 *
 * @example
 * ```ts
 * const spot = { provider: "P1", role: "spot", rank: null, firstDay: "2023-01-01", lastDay: "open", lots: "all", localities: "all", zones: "all", needs: ["dementia"] } as const;
 * const today = { ...frameworkOf(plymouth, "spot-contracts"), memberships: [spot] };
 * const carePackage = { service: "home-care", boughtWith: "commissioned", needs: [] } as const;
 * const sections = explainOffers(offers(today, carePackage, "2023-09-05"), today, carePackage, "2023-09-05");
 * sections[2]!.sentences[0]!.split(" (")[0]; // => "Provider P1: it does not cover the package's needs, of which there are none beyond the ordinary; it covers dementia"
 * ```
 */
export function explainOffers(answer: OffersAnswer, framework: Framework, carePackage: CarePackage, day: Day, { cite = citing() }: ExplainCite = {}): Section[] {
  const tiers = answer.kind === "offers" ? answer.tiers : [];
  const unchecked = "notChecked" in answer ? answer.notChecked : [];
  const rests = frameworkReadings(framework).filter(({ reading }) => answer.restsOn.includes(reading));
  return [
    { heading: "Package", sentences: [carePackageWords(carePackage, day)] },
    { heading: "Answer", sentences: offersWords(answer, carePackage.price ?? null, day, cite) },
    ...tiers.map((tier, i): Section => ({ heading: `${i + 1}. ${capitalised(slugWords(tier.tier))}`, sentences: [tierWords(tier, cite(tier.source)), ...tier.providers.map(offeredWords)] })),
    ...leftOutSection("leftOut" in answer ? answer.leftOut : [], day, cite),
    ...(unchecked.length === 0 ? [] : [{ heading: "Not checked", sentences: unchecked.map((what) => NOT_CHECKED_FOR_OFFER[what]) }]),
    ...rests.map((reading) => frameworkReadingSection(reading, [])),
  ];
}

function leftOutSection(leftOut: readonly LeftOutProvider[], day: Day, cite: Cite): Section[] {
  const sentences = leftOut.flatMap(({ provider, reasons }) => reasons.map((reason) => `Provider ${provider}: ${leftOutWords(reason, day).slice(0, -1)}${reason.source === null ? "" : ` (${cite(reason.source)})`}.`));
  return sentences.length === 0 ? [] : [{ heading: "Left out", sentences }];
}

/**
 * What is wrong with a framework, and what was not checked? Findings of one kind and clause stand together, each with its
 * facts and how far its limit is; then the readings of which another choice would find something else. `options` are those
 * of the check.
 *
 * @example
 * ```ts
 * const model = frameworkOf(plymouth, "locality-partners");
 * const localities = ["north", "south"].map((id) => ({ id, name: id, zones: [] }));
 * const partner = { provider: "P1", role: "locality-partner", rank: null, firstDay: "2025-01-01", lastDay: "open", localities: ["north", "south"], lots: "all", zones: "all", needs: "all" } as const;
 * const framework = { ...model, places: { ...model.places, localities }, memberships: [partner] };
 * const [sums, found] = explainFrameworkCheck(checkFramework(framework), framework);
 * sums!.sentences[0]; // => "Possible model: Locality Partners and Provider Partners: 1 error."
 * found!.sentences[1]; // => "Provider P1, as locality partner, holds 2 localities (north and south), 1 over 1; from Wednesday 1 January 2025 on."
 * ```
 */
export function explainFrameworkCheck(check: FrameworkCheck, framework: Framework, options: CheckOptions = {}, { cite = citing() }: ExplainCite = {}): Section[] {
  const { findings, notChecked } = check;
  const keyOf = ({ code, source }: FrameworkFinding): string => JSON.stringify([code, source]);
  const groups = [...new Set(findings.map(keyOf))].map((key) => findings.filter((finding) => keyOf(finding) === key));
  return [
    { heading: "Check", sentences: [`${framework.name}: ${sumsWords(check)}.`, ...(notChecked.length > 0 && findings.length === 0 ? ["Not everything was checked, so that is no pass."] : [])] },
    ...groups.map((group) => groupSection(group, cite)),
    ...(notChecked.length === 0 ? [] : [{ heading: "Not checked", sentences: notChecked.map(notCheckedWords) }]),
    ...restingOnFramework(framework, (other) => `the check would find ${sumsWords(checkFramework(other, options))}`),
  ];
}

function groupSection(group: readonly FrameworkFinding[], cite: Cite): Section {
  const { code, source } = group[0]!;
  const { severity, says, fix } = FRAMEWORK_FINDINGS[code];
  const facts = group.map(findingFactsWords).filter((said) => said !== null);
  return { heading: SEVERITY_SAYS[severity], sentences: [source === null ? says : `${says.slice(0, -1)} (${cite(source)}).`, ...facts, `To do: ${fix}`] };
}

const SEVERITY_SAYS: { readonly [S in Severity]: string } = { error: "Error", warning: "Warning", notice: "Notice" };

/** How many errors, warnings and notices; `"nothing"` where there is none. */
function sumsWords({ findings }: FrameworkCheck): string {
  const severities = (Object.keys(SEVERITY_SAYS) as Severity[]).flatMap((severity) => {
    const count = findings.filter(({ code }) => FRAMEWORK_FINDINGS[code].severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  return severities.length === 0 ? "nothing was found" : listed(severities);
}

/**
 * How is the work of a provider that leaves divided, and why is anybody left out? `options` are those the answer was asked
 * with.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * const exit = { provider: "P1", place: "east-1", hoursPerWeek: "10" } as const;
 * explainExit(divideOnExit(outgoing, exit, "2019-09-02"), outgoing, exit, "2019-09-02")[0]!.sentences;
 * // => ["How the 10 hours a week that provider P1 leaves in east-1 are divided cannot be determined: the framework has no rule on leaving."]
 * ```
 */
export function explainExit(answer: ExitAnswer, framework: Framework, exit: Exit, day: Day, options: ExitOptions = {}, { cite = citing() }: ExplainCite = {}): Section[] {
  return [
    { heading: "Answer", sentences: exitWords(answer, exit, cite) },
    ...leftOutSection(answer.leftOut, day, cite),
    ...restingOnFramework(framework, (other) => exitVerdict(divideOnExit(other, exit, day, options))),
  ];
}
