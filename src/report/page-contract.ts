import { inForceWords, unstatedWords } from "../contract/clause.words.js";
import type { InForce, VersionFacts } from "../contract/clause.js";
import type { Source } from "../contract/source.js";
import { AUTHORITY_SAYS, cited } from "../contract/source.words.js";
import { FINDINGS, type FindingCode, type RowFinding } from "../ecm/findings.js";
import { rowFindingWords } from "../ecm/findings.words.js";
import type { MonthDocument } from "../month/document.js";
import { uncounted } from "../month/month.words.js";
import type { Rules } from "../rules/compile.js";
import { CLAUSE_NAMES } from "../rules/council.words.js";
import { type DayRules, visitClausesOn } from "../rules/day-rules.js";
import { type ReadingOf, readingsOf } from "../rules/with-reading.js";
import { capitalised, counted, grouped } from "../shared/words.js";
import { barChart } from "./charts.js";
import { type Html, NOTHING, html } from "./html.js";
import { tableOf } from "./tables.js";

/** What was found in the export, and the first rows of it. */
export function findingsPart({ findings }: Pick<MonthDocument, "findings">, examples: readonly RowFinding[]): Html {
  if (findings.length === 0) return html`<p>Nothing was found amiss in the export.</p>
`;
  const items = findings.map(({ code, severity, of, count }) => html`<li><p><b>${counted(count, of.slice(0, -1))}</b> <code>${code}</code>, ${severity}${of === "columns" ? columnsOf(code, examples, count) : ""}</p><p>${FINDINGS[code].says}</p></li>
`);
  const rows = examples.map((finding) => html`<li>${rowFindingWords(finding)}</li>
`);
  return html`<p>An error must be corrected, a warning looked at, a notice known.</p>
<ul class="list">
${items}</ul>
${rows.length === 0 ? NOTHING : html`<details><summary>The first rows with findings</summary>
<ul class="examples">
${rows}</ul></details>
`}`;
}

/** The columns that a finding is about, by their names, as far as they are known. */
function columnsOf(code: FindingCode, examples: readonly RowFinding[], count: number): Html {
  const columns = examples.flatMap((finding) => (finding.code === code && finding.column !== undefined ? [finding.column] : []));
  return columns.length === 0 ? NOTHING : html`: ${columns.map((column, i) => html`${i === 0 ? "" : ", "}<code>${column}</code>`)}${columns.length < count ? ", …" : ""}`;
}

/** Every reading: how many visits would come out otherwise, what is adopted, and what else could be. */
export function readingsPart({ restsOn }: Pick<MonthDocument, "restsOn">, rules: Rules): Html {
  const counts = new Map(restsOn.map(({ reading, count }) => [reading, count]));
  const readings = readingsOf(rules.council);
  if (readings.length === 0) return html`<p>${rules.council.name}'s data names no reading: nothing here rests on one.</p>
`;
  const counting = readings.filter(({ reading }) => counts.has(reading));
  const says = "Visits that would come out otherwise under another choice, all else equal: in what they are, their punctuality or their paid minutes.";
  const others = uncounted({ restsOn }, readings);
  const rows = counting.map(({ reading }) => ({ name: reading, note: counted(counts.get(reading)!, "visit"), values: [counts.get(reading)!] }));
  const table = tableOf(
    "readings-table",
    "How many visits rest on each reading.",
    [
      { head: "Reading", numbers: false },
      { head: "Adopted", numbers: false },
      { head: "Visits", numbers: true },
    ],
    counting.map(({ reading, adopted }) => [reading, adopted, grouped(counts.get(reading)!)]),
  );
  const figures = html`<div class="pair"><figure><h3>Visits that rest on each reading</h3><figcaption>${says}</figcaption>
${barChart({ id: "readings-bars", title: "Visits that rest on each reading", says }, [{ name: "visits", look: "k0" }], rows)}</figure>
${table}</div>
`;
  return html`<p>Where ${rules.council.name}'s documents are silent or contradict themselves, this is what was adopted.</p>
${counting.length === 0 ? NOTHING : figures}${others.length === 0 ? NOTHING : html`<p>Shares, windows and amounts ${counting.length === 0 ? "rest" : "rest also"}, without a count of visits, on these readings: ${others.map(({ reading, adopted }, i) => html`${i === 0 ? "" : ", "}${reading} = <code>${adopted}</code>`)}.</p>
`}<h3 class="apart">What each reading says</h3>
<ul class="list">
${readings.map(readingItem)}</ul>
`;
}

function readingItem({ reading, silent, adopted, because, inPlaceOf, choices }: ReadingOf): Html {
  const others = choices.filter(({ choice }) => choice !== adopted);
  const rest = others.length === 0 ? html`<p>There is no other choice.</p>` : html`<ul>${others.map(({ choice, says }) => html`<li><code>${choice}</code>: ${says}</li>`)}</ul>`;
  return html`<li><p><b>${reading}</b> = <code>${adopted}</code>${inPlaceOf === undefined ? NOTHING : html` (adopted: <code>${inPlaceOf}</code>)`}</p><p>${choices.find(({ choice }) => choice === adopted)!.says}</p>
<details><summary>Why “${reading}” has to be read, and how else it could be</summary><p>${silent}</p>${because === undefined ? NOTHING : html`<p>Why <code>${inPlaceOf ?? adopted}</code> is adopted: ${because}</p>`}${rest}</details></li>
`;
}

/** Every rule with where it stands and what it says there, to the letter. */
export function sourcesPart(council: string, { versions }: DayRules): Html {
  const clauses = visitClausesOn(versions);
  const inForce = clauses.filter(({ answer }) => answer.kind === "in-force");
  const unstated = inForce.filter(({ answer }) => answer.kind === "in-force" && answer.unstated);
  const sources = inForce.flatMap(({ answer }) => sourcesOf(answer));
  const [first, ...others] = new Set(sources.map(({ document, published }) => `${document} (${published})`));
  const quotation = ({ document, published, clause, quote }: Source): Html =>
    html`<p class="soft">${others.length === 0 ? clause : `${document} (${published}), ${clause}`}</p><blockquote>${quote}</blockquote>`;
  const entries = clauses.map(({ clause, answer }) => {
    const name = html`<h3>${capitalised(CLAUSE_NAMES[clause])}</h3>`;
    if (answer.kind !== "in-force") return html`<li>${name}<p>${inForceWords(answer, `${council}'s rule`, cited).join(" ")}</p></li>
`;
    const { authority } = answer.version;
    return html`<li>${name}${sourcesOf(answer).map(quotation)}${authority === "agreed" ? NOTHING : html`<p>${AUTHORITY_SAYS[authority]}</p>`}</li>
`;
  });
  return html`${unstatedWords(unstated.map(({ clause }) => CLAUSE_NAMES[clause]), inForce.length).map((sentence) => html`<p>${sentence}</p>
`)}${first === undefined || others.length > 0 ? NOTHING : html`<p>Every rule is from one document: ${first}.</p>
`}<ul class="list">
${entries}</ul>
`;
}

/** Where a rule in force stands, the main place first. */
function sourcesOf(answer: InForce<Pick<VersionFacts<unknown>, "source" | "alsoSee">>): readonly Source[] {
  return answer.kind === "in-force" ? [answer.version.source, ...(answer.version.alsoSee ?? [])] : [];
}
