import {
  type CarePackage,
  type Day,
  FRAMEWORK_FINDINGS,
  type Fact,
  type Framework,
  type FrameworkCheck,
  type FrameworkFinding,
  LEFT_OUT,
  type LeftOutReason,
  OFFERED_BECAUSE,
  type OffersAnswer,
  type Source,
  type TierOfOffers,
  frameworkReadings,
  lastDayOf,
} from "../index.js";
import { printable, wrapped } from "./table.js";

type Facts = FrameworkFinding["facts"];

/** What a check of a framework found, for a person to read, in 80 columns. */
export function checkTable(framework: Framework, { findings, notChecked }: FrameworkCheck): string {
  // Findings of one code and clause stand together, with the quotation once.
  const keyOf = ({ code, source }: FrameworkFinding): string => JSON.stringify([code, source]);
  const found = [...new Set(findings.map(keyOf))].map((key) => {
    const group = findings.filter((finding) => keyOf(finding) === key);
    const { code, source } = group[0]!;
    const { severity, says, fix } = FRAMEWORK_FINDINGS[code];
    const facts = group.filter((finding) => Object.keys(finding.facts).length > 0).map((finding) => inLines(`- ${factsText(finding.facts)}`, "    ", "      "));
    const beneath = [...cited(source), `To do: ${fix}`].map((line) => inLines(line, "    ", "    "));
    return [inLines(`${severity} ${code}: ${says}`, "  ", "    "), ...facts, ...beneath].join("\n");
  });
  const unchecked = notChecked.map(({ what, reason }) => `  ${what}: ${reason}`);
  const lists = [["Findings", ...(found.length === 0 ? ["  none"] : found)].join("\n"), unchecked.length === 0 ? "" : ["Not checked", ...unchecked].join("\n")];
  return sections([head(framework), ...lists, readings(framework, null)]);
}

/** To whom a package is offered, for a person to read, in 80 columns. */
export function offersTable(framework: Framework, carePackage: CarePackage, day: Day, answer: OffersAnswer): string {
  const asked = `${day}: ${factsText({ ...carePackage })}`;
  const lists: string[] = [];
  if (answer.kind === "offers") lists.push(...answer.tiers.map(tierText));
  if ("leftOut" in answer && answer.leftOut.length > 0) {
    lists.push(["Left out", ...answer.leftOut.flatMap(({ provider, reasons }) => reasons.map((reason) => reasonText(provider, reason)))].join("\n"));
  }
  if ("notChecked" in answer && answer.notChecked.length > 0) lists.push(`Not checked: ${answer.notChecked.join(", ")}`);
  return sections([head(framework), inLines(asked, "", "  "), outcome(answer), ...lists, readings(framework, answer.restsOn)]);
}

function reasonText(provider: string, { code, facts, source }: LeftOutReason): string {
  return inLines(`${provider}: ${code}. ${LEFT_OUT[code]}${inBrackets(facts)}${source === null ? "" : ` [${source.clause}]`}`, "  ", "    ");
}

function sections(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function head(framework: Framework): string {
  const { name, authority, term, places, memberships } = framework;
  const providers = new Set(memberships.map(({ provider }) => provider)).size;
  const extension = `${term.extendedTo === "not-extended" ? "" : ", extended"}${term.extension === "none" ? "" : `; may be extended up to ${term.extension.upTo}`}`;
  return [
    inLines(`${name} (${authority})`, "", "  "),
    inLines(`Term: ${term.firstDay} to ${lastDayOf(term)}${extension}`, "", "  "),
    `${places.lots.length} lots, ${places.localities.length} localities; ${providers} providers, ${memberships.length} memberships`,
  ].join("\n");
}

/** The answer in a sentence, with its clause. */
function outcome(answer: OffersAnswer): string {
  const lines: string[] = [];
  switch (answer.kind) {
    case "offers":
      lines.push(`Offered by the order ${answer.order} (${answer.authority})`, ...cited(answer.source));
      break;
    case "nobody":
      lines.push(`Offered to nobody, by the order ${answer.order} (${answer.authority})`, ...cited(answer.source));
      break;
    case "out-of-scope":
      lines.push(`Refused: ${answer.service} is out of scope (${answer.authority})`, ...cited(answer.source));
      break;
    case "outside-term":
      lines.push(`Outside the term: ${termText(answer.term)}`, ...cited(answer.source));
      break;
    case "outside-the-rules":
      lines.push("Outside the rules: bought with a direct payment, so not assessed", ...cited(answer.source));
      break;
    case "price-outside-limits":
      lines.push(`Price ${answer.price.kind} of ${answer.price.limit}: ${answer.price.outcome}`, ...cited(answer.source));
      break;
    case "cannot-be-determined":
      lines.push(`Cannot be determined: ${answer.reason}${inBrackets(answer.facts)}`, ...cited(answer.source));
      break;
  }
  return lines.map((line) => inLines(line, "", "  ")).join("\n");
}

function termText(term: Extract<OffersAnswer, { kind: "outside-term" }>["term"]): string {
  if (term.kind === "not-started") return `it starts on ${term.firstDay}`;
  return `it ended on ${term.lastDay}${term.mayExtendTo === null ? "" : `; it may be extended up to ${term.mayExtendTo}`}`;
}

function tierText({ tier, offered, distributedBy, providers, source }: TierOfOffers, index: number): string {
  const by = distributedBy.length === 0 ? "" : ` by ${distributedBy.join(", ")}`;
  const lines = providers.map(({ provider, role, because, rank, grade, eligibility }) => {
    const standing = [role, ...(rank === null ? [] : [`rank ${rank}`]), ...(grade === null ? [] : [grade])].join(", ");
    return inLines(`${provider}: ${standing}; ${eligibility === "not-checked" ? "eligibility not checked" : eligibility}. ${OFFERED_BECAUSE[because]}`, "  ", "    ");
  });
  return [inLines(`${index + 1}. ${tier} (${offered}${by}) [${source.clause}]`, "", "   "), ...lines].join("\n");
}

function cited(source: Source | null): string[] {
  return source === null ? [] : [`“${source.quote.replaceAll(/\s+/g, " ")}” (${source.document}, ${source.clause})`];
}

function factsText(facts: Facts): string {
  const shown = (value: Fact): string => (typeof value === "string" || typeof value === "number" ? String(value) : value.length === 0 ? "none" : value.join(", "));
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${shown(value)}`)
    .join("; ");
}

function inBrackets(facts: Facts): string {
  return Object.keys(facts).length === 0 ? "" : ` (${factsText(facts)})`;
}

/** The readings that an answer rests on, or all. */
function readings(framework: Framework, restsOn: readonly string[] | null): string {
  const shown = frameworkReadings(framework).filter(({ reading }) => restsOn === null || restsOn.includes(reading));
  if (shown.length === 0) return "";
  const lines = shown.map(({ reading, adopted, choices }) => inLines(`${reading} = ${adopted}. ${choices.find(({ choice }) => choice === adopted)!.says}`, "  ", "    "));
  return [restsOn === null ? "Readings: where the document is silent, what was adopted" : "Rests on readings: another choice would change the answer", ...lines].join("\n");
}

/** Text in lines of at most 80 columns; what stood in a file is shown without its control characters. */
function inLines(text: string, indent: string, hanging: string): string {
  return wrapped(printable(text), indent, hanging);
}
