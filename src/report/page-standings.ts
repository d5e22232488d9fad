import { addArrivals, arrivalMinutes, noArrivals } from "../performance/arrivals.js";
import type { PunctualityTerms, Tolerance } from "../assessment/punctuality.js";
import { toleranceWords } from "../assessment/punctuality.words.js";
import { standingWords } from "../performance/standing.words.js";
import { type Figures, type MonthDocument, isAmountUnknown } from "../month/document.js";
import type { Month } from "../month/month.js";
import type { Standing } from "../performance/standing.js";
import { capitalised, counted, grouped, percentWords, poundsWords, shareWords } from "../shared/words.js";
import { type HistogramBar, type Mark, type ShareRow, dotChart, histogram } from "./charts.js";
import { type Content, type Html, html } from "./html.js";
import { foldedTable, numberColumns, tableOf } from "./tables.js";

/** A name and the figures that go under it: each provider, then all together. */
export type Named = readonly (readonly [name: string, figures: Figures])[];

/** A share with whether its target is met: by sign and word, not by colour alone. */
export function shareCell({ share, met }: Standing): Content {
  if (share === null) return html`<span aria-label="no share">–</span>`;
  const mark = met === null ? "" : met ? html` <span class="yes" aria-hidden="true">✓</span><span class="hidden"> (met)</span>` : html` <span class="no" aria-hidden="true">✗</span><span class="hidden"> (not met)</span>`;
  return html`${percentText(share)}${mark}`;
}

/** What is to be paid, as far as anything is known of it. */
export function amountText(figures: Figures, undetermined: number): string {
  return isAmountUnknown(figures, undetermined) ? "–" : poundsWords(figures.payment.amount);
}

function percentText(share: string): string {
  return shareWords(share).replace(" ", "\u00a0");
}

/** The providers side by side: the month at a glance. */
export function glanceTable(providers: Named, total: Figures, callTypes: readonly string[], undetermined: (provider?: string) => number): Html {
  const row = ([name, figures]: Named[number], visits: number): Content[] => [
    name,
    grouped(figures.visits),
    grouped(figures.missed),
    ...callTypes.map((callType) => shareCell(figures.punctuality[callType]!)),
    shareCell(figures.continuity),
    visits === 0 ? amountText(figures, visits) : `${amountText(figures, visits)} (${counted(visits, "visit")} not determined)`,
  ];
  const columns = numberColumns("Provider", "Visits", "Missed", ...callTypes.map((callType) => `${capitalised(callType)} calls on time`), "Continuity within", "To pay");
  return tableOf("glance", "The providers side by side. ✓: the target is met; ✗: it is not; –: there is no share, or nothing is known of the amount.", columns, providers.map((named) => row(named, undetermined(named[0]))), row(["All", total], undetermined()));
}

/** A figure with the share of each provider and the target drawn, and its numbers as a table. */
export function standingFigure(id: string, heading: string, providers: Named, total: Figures, of: string, sharesOf: (figures: Figures) => Shared, lacking: boolean, changing: boolean): Html {
  const all = [...providers, ["All", total] as const];
  const { standing } = sharesOf(total);
  const rows = all.map(([name, figures]): ShareRow => {
    const shared = sharesOf(figures);
    const note = shared.standing.share === null ? `no ${of}` : `${shareWords(shared.standing.share)} of ${grouped(shared.whole)}`;
    return { name, note, share: shared.standing.share, met: shared.standing.met };
  });
  const sharing = providers.map(([, figures]) => sharesOf(figures).standing).filter(({ share }) => share !== null);
  const met = sharing.filter((each) => each.met === true).length;
  const says = lacking ? "No targets are in force, or several are: whether they are met cannot be determined." : standing.target === null ? `The council sets no target${changing ? " on the last day of the period" : ""}.` : `Target ${percentWords(standing.target)}${changing ? ", the last of the period" : ""}. Met by ${met} of ${counted(sharing.length, "provider")}.`;
  return html`<figure><h3>${heading}</h3><figcaption>${says}</figcaption>
${dotChart({ id, title: `${heading} by provider`, says }, standing.target, rows)}</figure>
`;
}

/** What a share is of, with its standing. */
export interface Shared {
  readonly part: number;
  readonly whole: number;
  readonly standing: Standing;
}

/** How far from plan the calls of each type began, all providers together, with the limits drawn. */
export function arrivalFigures<CallType extends string>(month: Month<CallType>, document: MonthDocument<CallType>, terms: PunctualityTerms<CallType> | null, lacking: boolean): Html {
  const counts = month.callTypes.map((callType) => {
    const all = noArrivals();
    for (const tally of month.providers.values()) addArrivals(all, tally.arrivals[callType]);
    return all;
  });
  const drawn = month.callTypes.map((callType, i) => {
    const { assessed, onTime, early, late, notAssessable, ...standing } = document.total.punctuality[callType];
    const own: Tolerance | "windows-only" | null = terms?.callTypes[callType] ?? null;
    const tolerance = own === "windows-only" ? null : own;
    const bars = [...counts[i]!].map((count, bin): HistogramBar => ({ says: binWords(bin), count, look: lookOf(bin, tolerance) }));
    const [verdict] = standingWords(standing, { part: onTime, whole: assessed, of: `${callType} call`, is: "on time" }, lacking);
    const judged = terms === null ? "" : own === null ? "The council does not test these calls. " : terms.windows === undefined ? "" : "The drawing leaves out calls that are judged against a named window of the day. ";
    const says = `${judged}${verdict!} ${grouped(early)} early, ${grouped(late)} late, ${grouped(notAssessable)} not assessable.${tolerance === null ? "" : ` ${toleranceWords(tolerance)}; ${tolerance.earlyLimit === "excluded" || tolerance.lateLimit === "excluded" ? "" : "a limit is included, "}to the second.`}`;
    const limits: [Mark, Mark] | null = tolerance === null || tolerance.early === "no-limit" || tolerance.late === "no-limit" ? null : [{ at: markAt(-tolerance.early), text: `${tolerance.early} early` }, { at: markAt(tolerance.late), text: `${tolerance.late} late` }];
    return html`<figure><h3>${capitalised(callType)} calls</h3><figcaption>${says}</figcaption>
${histogram({ id: `arrivals-${i + 1}`, title: `How many minutes early or late ${callType} calls began`, says }, bars, AXIS, ENDS, limits)}</figure>
`;
  });
  const rows = counts.length === 0 ? [] : [...counts[0]!].map((_, bin): Content[] => [binWords(bin), ...counts.map((all) => grouped(all[bin]!))]);
  const table = tableOf("arrivals-table", "Calls by how many minutes early or late they began. A stretch holds its end farther from the plan.", numberColumns("Began", ...month.callTypes.map((callType) => `${capitalised(callType)} calls`)), rows);
  return html`<div class="charts wide">${drawn}</div>
${foldedTable("The same as a table: calls by minutes early or late", table)}`;
}

const AXIS: readonly Mark[] = [-90, -60, -30, 0, 30, 60, 90].map((minutes) => ({ at: markAt(minutes), text: String(Math.abs(minutes)) }));
const ENDS = ["minutes early", "minutes late"] as const;

/** Where minutes late, or early below 0, stand in the histogram, in bars from the left; past its ends, at them. */
function markAt(minutes: number): number {
  return Math.min(Math.max(minutes, -95), 95) / 5 + 19;
}

function binWords(bin: number): string {
  const { from, to } = arrivalMinutes(bin);
  if (from === null) return `more than ${-to!} minutes early`;
  if (to === null) return `more than ${from} minutes late`;
  return from < 0 ? `${-to} to ${-from} minutes early` : `${from} to ${to} minutes late`;
}

function lookOf(bin: number, tolerance: Tolerance | null): HistogramBar["look"] {
  const { from, to } = arrivalMinutes(bin);
  if (tolerance === null) return "mixed";
  const [early, late] = [tolerance.early, tolerance.late].map((minutes) => (minutes === "no-limit" ? Infinity : minutes)) as [number, number];
  const beyond = (to !== null && to <= -early) || (from !== null && from >= late);
  if (beyond) return "beyond";
  // A stretch holds its end farther from the plan, which an excluded limit leaves out.
  const holdsAll = (minutes: number, most: number, limit: Tolerance["lateLimit"]): boolean => minutes < most || (minutes === most && limit !== "excluded");
  return from !== null && to !== null && holdsAll(-from, early, tolerance.earlyLimit) && holdsAll(to, late, tolerance.lateLimit) ? "within" : "mixed";
}
