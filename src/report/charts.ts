import { grouped, percentText, percentWords } from "../shared/words.js";
import { type Content, type Html, NOTHING, html } from "./html.js";

// Widths are in per cent and heights in pixels, so that a drawing fills any width and its letters keep their size.

/** What a drawing is called and says, for those who do not see it. Its numbers stand in a table beside it. */
export interface Called {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

function drawing({ id, title, says }: Called, height: number, content: Content): Html {
  return html`<svg role="img" width="100%" height="${height}" aria-labelledby="${id}-title ${id}-says"><title id="${id}-title">${title}</title><desc id="${id}-says">${says}</desc>
${content}</svg>
`;
}

/** Pixels a row takes: its names above its line. */
const ROW = 36;

/** Letters of a name that fit beside the number at its right. */
const LONGEST_NAME = 24;

function rowNames(y: number, name: string, note: string): Html {
  const short = [...name].length <= LONGEST_NAME ? name : `${[...name].slice(0, LONGEST_NAME - 1).join("")}…`;
  return html`<text x="0" y="${y + 12}">${short}</text><text x="100%" y="${y + 12}" text-anchor="end">${note}</text>`;
}

/** A share by row, as decimal text from 0 to 1; `null` where there is none. */
export interface ShareRow {
  readonly name: string;
  readonly note: string;
  readonly share: string | null;
  readonly met: boolean | null;
}

/** A dot a row on a line from 0 to 100 %, with the target drawn across each line. Filled: met, or no target; hollow: not met. */
export function dotChart(called: Called, target: string | null, rows: readonly ShareRow[]): Html {
  const top = target === null ? 0 : 20;
  const at = target === null ? "" : percentText(target);
  const dots = rows.map(({ name, note, share, met }, i) => {
    const y = top + i * ROW;
    const tick = target === null ? NOTHING : html`<line class="target" x1="${at}%" x2="${at}%" y1="${y + 17}" y2="${y + 29}"/>`;
    const dot = share === null ? NOTHING : html`<circle class="${met === false ? "unmet" : "met"}" cx="${percentText(share)}%" cy="${y + 23}" r="${met === false ? 5 : 6}"/>`;
    return html`<g>${rowNames(y, name, note)}<line class="track" x1="0" x2="100%" y1="${y + 23}" y2="${y + 23}"/>${tick}${dot}</g>
`;
  });
  const head = target === null ? NOTHING : html`<text class="quiet" x="${at}%" y="12" text-anchor="${percentAnchor(at)}">target ${percentWords(target)}</text>
`;
  return drawing(called, top + rows.length * ROW, [head, dots]);
}

/** A text at the right of a drawing ends at its place, one at the left begins there. */
function percentAnchor(at: string): string {
  return Number(at) > 75 ? "end" : Number(at) < 25 ? "start" : "middle";
}

/** Several amounts a row, side by side. */
export interface BarRow {
  readonly name: string;
  readonly note: string;
  readonly values: readonly number[];
}

/** Bars whose parts stand for `parts` in their order; the longest fills the width. */
export function barChart(called: Called, parts: readonly { readonly name: string; readonly look: string }[], rows: readonly BarRow[]): Html {
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  const bars = rows.map(({ name, note, values }, i) => {
    let from = 0;
    const pieces = values.map((value, part) => {
      const x = from;
      from += value;
      return value === 0 ? NOTHING : html`<rect class="${parts[part]!.look}" x="${place(x, longest)}%" y="${i * ROW + 18}" width="${place(value, longest)}%" height="10"><title>${parts[part]!.name}: ${grouped(value)}</title></rect>`;
    });
    return html`<g>${rowNames(i * ROW, name, note)}<line class="grid" x1="0" x2="100%" y1="${i * ROW + 28}" y2="${i * ROW + 28}"/>${pieces}</g>
`;
  });
  return drawing(called, rows.length * ROW, bars);
}

/** What the looks in a drawing stand for. */
export function legend(parts: readonly { readonly name: string; readonly look: string }[]): Html {
  return html`<ul class="legend">${parts.map(({ name, look }) => html`<li><svg width="12" height="12" aria-hidden="true"><title>${name}</title><rect class="${look}" width="12" height="12" rx="2"/></svg>${name}</li>`)}</ul>
`;
}

/** A stretch of a histogram; `look` says on which side of the limits it is. */
export interface HistogramBar {
  readonly says: string;
  readonly count: number;
  readonly look: "within" | "beyond" | "mixed";
}

/** A place on the axis, counted in bars from the left. */
export interface Mark {
  readonly at: number;
  readonly text: string;
}

const PLOT_TOP = 28;
const PLOT_BOTTOM = 188;

/** Upright bars with an axis below, what its two ends are, and the stretch between two limits shaded. */
export function histogram(called: Called, bars: readonly HistogramBar[], axis: readonly Mark[], ends: readonly [string, string], limits: readonly [Mark, Mark] | null): Html {
  const tallest = Math.max(1, ...bars.map(({ count }) => count));
  const y = (count: number): string => (PLOT_BOTTOM - (count / tallest) * (PLOT_BOTTOM - PLOT_TOP)).toFixed(1);
  const x = (at: number): string => place(at, bars.length);
  const lines = steps(tallest).map((count) => html`<line class="grid" x1="0" x2="100%" y1="${y(count)}" y2="${y(count)}"/><text class="quiet" x="0" y="${y(count)}" dy="-3">${grouped(count)}</text>
`);
  const drawn = bars.map(({ says, count, look }, i) =>
    count === 0 ? NOTHING : html`<rect class="${look}" x="${x(i + 0.08)}%" y="${y(count)}" width="${x(0.84)}%" height="${((count / tallest) * (PLOT_BOTTOM - PLOT_TOP)).toFixed(1)}"><title>${says}: ${grouped(count)}</title></rect>
`,
  );
  const labels = axis.map(({ at, text }) => html`<line class="track" x1="${x(at)}%" x2="${x(at)}%" y1="${PLOT_BOTTOM}" y2="${PLOT_BOTTOM + 4}"/><text class="quiet" x="${x(at)}%" y="${PLOT_BOTTOM + 18}" text-anchor="middle">${text}</text>
`);
  const directions = html`<text class="quiet" x="0" y="${PLOT_BOTTOM + 36}">← ${ends[0]}</text><text class="quiet" x="100%" y="${PLOT_BOTTOM + 36}" text-anchor="end">${ends[1]} →</text>
`;
  return drawing(called, PLOT_BOTTOM + 42, [
    limits === null ? NOTHING : html`<rect class="band" x="${x(limits[0].at)}%" y="${PLOT_TOP - 6}" width="${x(limits[1].at - limits[0].at)}%" height="${PLOT_BOTTOM - PLOT_TOP + 6}"/>
`,
    lines,
    drawn,
    limits === null ? NOTHING : limits.map(({ at, text }, i) => html`<line class="limit" x1="${x(at)}%" x2="${x(at)}%" y1="4" y2="${PLOT_BOTTOM}"/><text x="${x(at)}%" y="14" dx="${i === 0 ? -5 : 5}" text-anchor="${i === 0 ? "end" : "start"}">${text}</text>
`),
    html`<line class="track" x1="0" x2="100%" y1="${PLOT_BOTTOM}" y2="${PLOT_BOTTOM}"/>
`,
    labels,
    directions,
  ]);
}

/** A few round numbers from above 0 to the tallest. */
function steps(tallest: number): number[] {
  let tens = 1;
  while (tens * 10 <= tallest) tens *= 10;
  const step = [tens / 5, tens / 2, tens, tens * 2, tens * 5].map((each) => Math.max(1, Math.round(each))).find((each) => tallest / each <= 4)!;
  return Array.from({ length: Math.floor(tallest / step) }, (_, i) => (i + 1) * step);
}

/** A part of a whole in per cent, to three places. */
function place(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(3);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
