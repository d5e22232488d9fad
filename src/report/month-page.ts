import type { RowFinding } from "../ecm/findings.js";
import { type Figures, type MonthDocument, lacksTargets, monthDocument, undeterminedPayments } from "../month/document.js";
import type { Month } from "../month/month.js";
import { monthHeadWords, targetChangeWords } from "../month/month.words.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { readingsOf } from "../rules/with-reading.js";
import { readOtherwiseWords } from "../rules/with-reading.words.js";
import type { DayRules } from "../rules/day-rules.js";
import { dayNumber } from "../shared/day.js";
import { capitalised, counted, grouped, percentWords, shareWords } from "../shared/words.js";
import type { Standing } from "../performance/standing.js";
import { type Content, type Html, html } from "./html.js";
import { findingsPart, readingsPart, sourcesPart } from "./page-contract.js";
import { continuityFigures, kindFigures, paymentFigures, performanceFigures } from "./page-figures.js";
import { type Named, amountText, arrivalFigures, glanceTable, shareCell, standingFigure } from "./page-standings.js";
import { PAGE_STYLE } from "./page-style.js";
import { foldedTable, numberColumns, tableOf } from "./tables.js";

/** What a page may show beside the month itself. */
export interface MonthPageOptions {
  /** Findings to show as examples, in the order to show them. */
  readonly findings?: readonly RowFinding[];
  /** What is read otherwise outside the council's data, such as `"repeated-hour = later"`; said at the top beside what is read otherwise in it. */
  readonly alsoRead?: readonly string[];
}

/** A part of the page, with its place in the contents. */
interface Part {
  readonly id: string;
  readonly heading: string;
  readonly body: Html;
}

/**
 * A month as one HTML page: standings against targets, punctuality, continuity, kinds of visit, payments, findings,
 * readings and sources, drawn and as tables. It stands by itself: no script, nothing from the network. The same month
 * makes the same bytes.
 *
 * @example
 * ```ts
 * const rules = compile(leicester);
 * monthPage(emptyMonth(rules, null), rules).slice(0, 15); // => "<!doctype html>"
 * ```
 */
export function monthPage<CallType extends string>(month: Month<CallType>, rules: Rules<CallType>, { findings = [], alsoRead = [] }: MonthPageOptions = {}): string {
  const document = monthDocument(month, rules);
  const day = rulesOn(rules, document.period === null ? 0 : dayNumber(document.period.lastDay));
  const parts: Part[] = [
    ...(document.period === null ? [] : figureParts(month, document, rules, day, lacksTargets(rules, document.period))),
    { id: "findings", heading: "Findings in the export", body: findingsPart(document, findings) },
    { id: "readings", heading: "Readings", body: readingsPart(document, rules) },
    { id: "sources", heading: "Sources", body: sourcesPart(rules.council.name, day) },
  ];
  return pageOf(rules.council.name, document, readOtherwiseWords(rules.council, alsoRead), parts, cards(document, rules, lacksTargets(rules, document.period))).html;
}

function pageOf(council: string, document: MonthDocument, otherwise: readonly string[], parts: readonly Part[], figures: Html): Html {
  const title = `${council}: home-care visits${document.period === null ? "" : `, ${document.period.firstDay} to ${document.period.lastDay}`}`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ html: PAGE_STYLE }}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the figures</a>
<header>
<h1>${council}: home-care visits</h1>
${monthHeadWords(document).map((sentence) => html`<p class="soft">${sentence}</p>
`)}${otherwise.map((sentence) => html`<p class="otherwise"><b>${sentence}</b></p>
`)}${(document.targetChanges ?? []).map((change) => html`<p class="otherwise"><b>${change.of === "continuity" ? "Continuity of care" : `${capitalised(change.callType)} calls on time`}.</b> ${targetChangeWords(document.targetChanges, callTypeOf(change)).join(" ")}</p>
`)}${document.period === null ? "" : figures}<nav aria-label="Contents"><ul>
${parts.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>
`)}</ul></nav>
</header>
<main id="content">
${parts.map(({ id, heading, body }) => html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${heading}</h2>
${body}</section>
`)}</main>
<footer><p>Made with homecare-rules from an export of electronic call monitoring. Figures follow the rules and readings named here; a share is shown rounded, and decided on exactly. An amount is a calculation, not a payment.</p></footer>
</body>
</html>
`;
}

function cards(document: MonthDocument, rules: Rules, withoutTargets: boolean): Html {
  const { total } = document;
  const undetermined = undeterminedPayments(document);
  const card = (value: Content, says: Content): Html => html`<li><b>${value}</b><span>${says}</span></li>
`;
  const shared = (standing: Standing): Content => (standing.share === null ? "–" : unbroken(shareWords(standing.share)));
  const against = ({ target, met }: Standing, callType: string | null): string => {
    if (withoutTargets) return "target cannot be determined";
    if (target === null) return "no target";
    const said = `target ${unbroken(percentWords(target))}${changes(document, callType) ? ", the last of the period" : ""}`;
    return met === null ? said : `${said}: ${met ? "met" : "not met"}`;
  };
  return html`<ul class="cards">
${card(grouped(total.visits), "visits")}${card(grouped(total.missed), "missed")}${Object.entries(total.punctuality).map(([callType, figures]) => card(shared(figures), `${callType} calls on time; ${against(figures, callType)}`))}${card(shared(total.continuity), `continuity within the standard; ${against(total.continuity, null)}`)}${card(amountText(total, undetermined), toPayWords(undetermined, rules))}</ul>
`;
}

/** What an amount is: by whose rules, what is not in it, and what the rate takes for granted: those of its readings that have no other choice. */
function toPayWords(undetermined: number, { council }: Rules): string {
  const readings = readingsOf(council).flatMap(({ clause, choices }) => (clause === "rate" && choices.length === 1 ? [` ${choices[0]!.says}`] : []));
  return `to pay by these rules${undetermined === 0 ? "" : `; ${counted(undetermined, "visit")} not determined`}.${readings.join("")}`;
}

/** The call type whose target changes; `null` for continuity. */
function callTypeOf(change: NonNullable<MonthDocument["targetChanges"]>[number]): string | null {
  return change.of === "continuity" ? null : change.callType;
}

/** Does the target of a call type, or of continuity (`null`), change within the period? */
function changes({ targetChanges = [] }: Pick<MonthDocument, "targetChanges">, callType: string | null): boolean {
  return targetChanges.some((change) => callTypeOf(change) === callType);
}

/** A number and its unit stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

function figureParts<CallType extends string>(month: Month<CallType>, document: MonthDocument<CallType>, rules: Rules<CallType>, day: DayRules<CallType>, lacking: boolean): Part[] {
  const providers: Named = document.providers.map((figures) => [figures.provider, figures] as const);
  const total: Figures = document.total;
  const of = day.continuity?.shareOf === "service-users" ? "service user" : "window";
  const punctual = month.callTypes.map((callType, i) =>
    standingFigure(`standing-${i + 1}`, `${capitalised(callType)} calls on time`, providers, total, "calls", (figures) => {
      const { assessed, onTime, ...standing } = figures.punctuality[callType]!;
      return { part: onTime, whole: assessed, standing };
    }, lacking, changes(document, callType)),
  );
  const continuity = standingFigure("standing-continuity", "Continuity within the standard", providers, total, `${of}s`, ({ continuity: { windows, within, ...standing } }) => ({ part: within, whole: windows, standing }), lacking, changes(document, null));
  return [
    {
      id: "standings",
      heading: "Standings against the targets",
      body: html`${glanceTable(providers, total, month.callTypes, (provider) => undeterminedPayments(document, provider))}<div class="charts">${punctual}${continuity}</div>
`,
    },
    { id: "punctuality", heading: "Punctuality", body: html`${arrivalFigures(month, document, day.punctuality, lacking)}${punctualityTables(providers, total, month.callTypes)}` },
    { id: "continuity", heading: "Continuity of care", body: continuityFigures(providers, total, day.continuity, of) },
    { id: "kinds", heading: "Kinds of visit", body: kindFigures(providers, total) },
    ...(total.performance === undefined ? [] : [{ id: "performance", heading: "Performance", body: performanceFigures(providers, total, total.performance) }]),
    { id: "payments", heading: "Payments", body: paymentFigures(providers, document, rules) },
  ];
}

function punctualityTables(providers: Named, total: Figures, callTypes: readonly string[]): Html[] {
  return callTypes.map((callType, i) => {
    const numbers = ([name, figures]: Named[number]): Content[] => {
      const { assessed, onTime, early, late, notAssessable, ...standing } = figures.punctuality[callType]!;
      return [name, ...[assessed, onTime, early, late, notAssessable].map(grouped), shareCell(standing)];
    };
    const table = tableOf(
      `punctuality-${i + 1}-table`,
      `${capitalised(callType)} calls by provider.`,
      numberColumns("Provider", "Assessed", "On time", "Early", "Late", "Not assessable", "Share on time"),
      providers.map(numbers),
      numbers(["All", total]),
    );
    return foldedTable(`${capitalised(callType)} calls by provider`, table);
  });
}
