import { carersAllowed, compileStandard } from "../continuity/standard.js";
import type { ContinuityTerms } from "../continuity/terms.js";
import { asksAnything, everyWindowWords } from "../continuity/window.words.js";
import { paymentMonthWords, performanceMonthWords } from "../month/month.words.js";
import { type Figures, type MonthDocument, isAmountUnknown, undeterminedPayments } from "../month/document.js";
import type { EffectFigures } from "../performance/effect.js";
import type { Rules } from "../rules/compile.js";
import { readingsOf } from "../rules/with-reading.js";
import { capitalised, counted, grouped } from "../shared/words.js";
import { barChart, legend } from "./charts.js";
import { type Content, type Html, NOTHING, html } from "./html.js";
import { type Named, amountText, shareCell } from "./page-standings.js";
import { numberColumns, tableOf } from "./tables.js";

/** Windows within the standard and over it, by provider; and what the standard allows for some numbers of visits. */
export function continuityFigures(providers: Named, total: Figures, terms: ContinuityTerms | null, of: string): Html {
  if (terms !== null && !asksAnything(terms)) {
    return html`${standard(terms)}<p>So no window is within or over. The findings say how many were measured.</p>
`;
  }
  const beyond = terms?.kind === "share" ? "not within" : "over";
  const parts = [
    { name: "within the standard", look: "within" },
    { name: `${beyond} the standard`, look: "beyond" },
  ];
  const rows = providers.map(([name, { continuity }]) => ({ name, note: `${grouped(continuity.within)} of ${grouped(continuity.windows)} within`, values: [continuity.within, continuity.windows - continuity.within] }));
  const table = tableOf(
    "continuity-table",
    `${of === "window" ? "Windows" : "Service users"} against the standard.`,
    numberColumns("Provider", `${of === "window" ? "Windows" : "Service users"}`, "Within", capitalised(beyond), "Share within"),
    providers.map(([name, { continuity }]) => [name, grouped(continuity.windows), grouped(continuity.within), grouped(continuity.windows - continuity.within), shareCell(continuity)]),
    ["All", grouped(total.continuity.windows), grouped(total.continuity.within), grouped(total.continuity.windows - total.continuity.within), shareCell(total.continuity)],
  );
  const says = `${grouped(total.continuity.within)} of ${counted(total.continuity.windows, of)} within the standard, all providers together.`;
  return html`${terms === null ? NOTHING : standard(terms)}<div class="pair"><figure><h3>${of === "window" ? "Windows" : "Service users"} within and ${beyond}</h3><figcaption>${says}</figcaption>
${legend(parts)}${barChart({ id: "continuity-bars", title: `Continuity of care: ${of}s within and ${beyond} the standard, by provider`, says }, parts, rows)}</figure>
${table}</div>
`;
}

const VISITS_SHOWN = [7, 14, 21, 28, 42, 56];

function standard(terms: ContinuityTerms): Html {
  const compiled = compileStandard(terms);
  if (compiled.kind === "share" || compiled.kind === "measure") {
    return html`<p>${everyWindowWords(terms)}</p>
`;
  }
  const shown = VISITS_SHOWN.map((visits) => {
    const allowed = carersAllowed(visits, compiled);
    return `${typeof allowed === "number" ? allowed : "undetermined"} for ${visits}`;
  }).join(", ");
  return html`<p>${everyWindowWords(terms)} Carers allowed: ${shown} visits.</p>
`;
}

const KINDS = [
  { name: "open (a log-out is missing)", look: "k1", of: (figures: Figures) => figures.open },
  { name: "missed", look: "k2", of: (figures: Figures) => figures.missed },
  { name: "excused", look: "k3", of: (figures: Figures) => figures.excused },
  { name: "not required", look: "k4", of: (figures: Figures) => figures.notRequired },
  { name: "undetermined", look: "k5", of: (figures: Figures) => figures.undetermined },
] as const;

/** Visits by kind: drawn are those that were not simply delivered, the table has all. */
export function kindFigures(providers: Named, total: Figures): Html {
  const others = ({ visits, delivered }: Figures): number => visits - delivered;
  const says = `${grouped(others(total))} of ${counted(total.visits, "visit")} were not simply delivered: ${KINDS.map(({ name, of }) => `${grouped(of(total))} ${name}`).join(", ")}.`;
  const rows = providers.map(([name, figures]) => ({ name, note: `${grouped(others(figures))} of ${grouped(figures.visits)} visits`, values: KINDS.map(({ of }) => of(figures)) }));
  const numbers = ([name, f]: Named[number]): string[] => [name, ...[f.visits, f.delivered, f.open, f.missed, f.excused, f.notRequired, f.undetermined, f.understaffed].map(grouped)];
  const table = tableOf(
    "kinds-table",
    "Visits by kind. Every visit is one of the six kinds; understaffed ones are delivered or open too.",
    numberColumns("Provider", "Visits", "Delivered", "Open", "Missed", "Excused", "Not required", "Undeter\u00admined", "Under\u00adstaffed"),
    providers.map(numbers),
    numbers(["All", total]),
  );
  return html`<div class="pair uneven"><figure><h3>Visits that were not simply delivered</h3><figcaption>${says}</figcaption>
${legend(KINDS)}${barChart({ id: "kinds-bars", title: "Visits that were not simply delivered, by kind and provider", says }, KINDS, rows)}</figure>
${table}</div>
`;
}

/** What visits count for performance, by provider. */
export function performanceFigures(providers: Named, total: Figures, effects: EffectFigures): Html {
  const numbers = ([name, figures]: Named[number]): Content[] => {
    // Where the total has such figures, every provider has them.
    const { done, failed, apart, notCounted, undetermined, failedShare } = figures.performance!;
    return [name, ...[done, failed, apart, notCounted, undetermined].map(grouped), shareCell({ share: failedShare, target: null, met: null })];
  };
  const columns = numberColumns("Provider", "Done", "Failed", "Counted apart", "Not counted", "Undeter\u00admined", "Share failed");
  return html`${performanceMonthWords(effects).map((sentence) => html`<p>${sentence}</p>
`)}${tableOf("performance-table", "What visits count for performance. Every visit is counted once; the share is of those done or failed.", columns, providers.map(numbers), numbers(["All", total]))}`;
}

/** What each provider is to be paid, beside the visits of which that cannot be determined; and the readings that the amounts rest on. */
export function paymentFigures(providers: Named, document: MonthDocument, { council }: Pick<Rules, "council">): Html {
  const says = paymentMonthWords(document).join(" ");
  const some = undeterminedPayments(document) > 0;
  const rows = providers.map(([name, figures]) => ({ name, note: amountText(figures, undeterminedPayments(document, name)), values: [Number(figures.payment.amount)] }));
  // The amount first: on a phone the others are beyond the edge.
  const numbers = ([name, figures]: Named[number], visits: number): string[] => [
    name,
    amountText(figures, visits),
    ...(some ? [counted(visits, "visit")] : []),
    isAmountUnknown(figures, visits) ? "–" : hours(figures.payment.minutesPaid),
    grouped(figures.payment.attendances),
  ];
  const table = tableOf(
    "payment-table",
    "Payment by provider; the sum is that of the statements.",
    numberColumns("Provider", "Amount", ...(some ? ["Not deter\u00admined"] : []), "Hours paid", "Attendances paid"),
    providers.map((named) => numbers(named, undeterminedPayments(document, named[0]))),
    numbers(["All", document.total], undeterminedPayments(document)),
  );
  return html`<div class="pair"><figure><h3>To pay, by provider</h3><figcaption>${says}</figcaption>
${barChart({ id: "payment-bars", title: "Amount to pay by provider", says }, [{ name: "to pay, in pounds", look: "k0" }], rows)}</figure>
${table}</div>
${readingsOf(council).flatMap(({ clause, reading, adopted, because, inPlaceOf, choices }) =>
    clause === "rate" ? [html`<p>The amounts rest on ${reading} = <code>${adopted}</code>. ${choices.find(({ choice }) => choice === adopted)!.says}${because === undefined || inPlaceOf !== undefined ? "" : ` ${because}`}</p>
`] : [])}`;
}

/** Minutes as hours and minutes: `"3,491:15"`. */
function hours(minutes: number): string {
  return `${grouped(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, "0")}`;
}
