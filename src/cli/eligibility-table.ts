import { CQC_FINDINGS, type Clause, type EligibilityDocument, type EligibilityTerms, outcomeWords } from "../index.js";
import { WIDTH, cut, printable, wrapped } from "./table.js";

const ANSWERS = {
  eligible: "eligible",
  "eligible-with-conditions": "with conditions",
  ineligible: "ineligible",
  "cannot-be-determined": "undetermined",
} as const;
const ID_WIDTH = 16;
const INDENT = ID_WIDTH + 19;

/** Who may join, for a person to read, in 80 columns. */
export function eligibilityTable(document: EligibilityDocument, council: string, clause: Clause<EligibilityTerms>): string {
  const { providers, total, input, findings, restsOn } = document;
  const head = [
    `${council}: who may join, by what was published by ${document.day}`,
    ...ruleLines(document, clause),
    `${input.read} ${input.counted} read: ${input.accepted} accepted, ${input.rejected} rejected`,
  ];
  const rows = providers.map(({ provider, kind, deciding, conditions }) => {
    const shown = kind === "eligible" ? conditions.filter((outcome) => outcome.kind === "met" && outcome.evidence?.kind !== "stated") : conditions.filter(({ condition }) => deciding.includes(condition));
    const why = shown.map((outcome) => shownText(`${outcome.condition}: ${outcomeWords(outcome)}`)).join("\n") || (kind === "eligible" ? "every condition is met" : "no rule is in force");
    return `${cut(printable(provider), ID_WIDTH).padEnd(ID_WIDTH)}  ${ANSWERS[kind].padEnd(15)}  ${lines(why)}`;
  });
  const sums = `${total.providers} providers: ${total.eligible} eligible, ${total.eligibleWithConditions} with conditions, ${total.ineligible} ineligible, ${total.cannotBeDetermined} undetermined`;
  const sections = [
    head.join("\n"),
    rows.length === 0 ? "No record was accepted." : [`${"provider".padEnd(ID_WIDTH)}  ${"answer".padEnd(15)}  why`, "-".repeat(WIDTH), ...rows, "-".repeat(WIDTH), sums].join("\n"),
    findings.length === 0
      ? "Findings: none"
      : ["Findings", ...findings.map(({ code, severity, count, places }) => wrapped(`${count} ${severity} ${code} (first at ${placeText(places[0]!)}). ${CQC_FINDINGS[code].says}`, "  ", "    "))].join("\n"),
  ];
  if (restsOn.length > 0) sections.push(readingLines(document, clause));
  return `${sections.join("\n\n")}\n`;
}

function ruleLines({ rule }: EligibilityDocument, clause: Clause<EligibilityTerms>): string[] {
  if (rule.kind === "in-force") {
    const { source, authority } = rule;
    return [wrapped(`Terms ${authority}, ${source.document} (${source.published}), ${source.clause}: “${source.quote}”`, "", "  ")];
  }
  const named = clause.versions.map(({ authority }) => `--as ${authority}`).join(" or ");
  if (rule.kind === "none-named") return [wrapped(`No terms are in force: they are ${rule.authorities.join(" and ")} only. Name one to apply it: ${named}`, "", "  ")];
  return [wrapped(`No terms are in force on the day (${rule.kind}).`, "", "  ")];
}

function readingLines({ restsOn, rule }: EligibilityDocument, clause: Clause<EligibilityTerms>): string {
  const version = clause.versions.find(({ authority }) => rule.kind === "in-force" && authority === rule.authority);
  const said = restsOn.map(({ reading, count }) => {
    const { adopted, choices } = version!.readings[reading]!;
    return wrapped(`${String(count).padStart(5)}  ${reading} = ${adopted}. ${choices[adopted]!.says}`, "  ", "         ");
  });
  return [wrapped("Readings: where the document is silent, what was adopted, and how many providers another choice would answer otherwise", "", ""), ...said].join("\n");
}

/** Every line behind the first two columns. */
function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => wrapped(line, " ".repeat(INDENT), " ".repeat(INDENT + 2)))
    .join("\n")
    .trimStart();
}

function placeText({ id, at }: { readonly id: string | null; readonly at: string }): string {
  return shownText([id, at === "" ? null : at].filter((part) => part !== null).join(" ")) || "the whole file";
}

/** Texts come from the file: none may move the cursor, or be wider than a column. */
function shownText(text: string): string {
  return printable(text).replace(/\S{41,}/gu, (word) => cut(word, 40));
}
