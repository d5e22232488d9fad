import { type Content, type Html, NOTHING, html } from "./html.js";

/** A column: its heading, and whether it holds numbers. */
export interface Column {
  readonly head: string;
  readonly numbers: boolean;
}

/** A table with a caption; the first cell of each row names the row. Wider than its place, it scrolls, by keyboard too. */
export function tableOf(id: string, caption: string, columns: readonly Column[], rows: readonly (readonly Content[])[], foot: readonly Content[] | null = null): Html {
  const cells = (row: readonly Content[]): Html[] =>
    row.map((cell, i) => (i === 0 ? html`<th scope="row"><bdi>${cell}</bdi></th>` : columns[i]!.numbers ? html`<td class="n">${cell}</td>` : html`<td>${cell}</td>`));
  const heads = columns.map(({ head, numbers }) => (numbers ? html`<th scope="col" class="n">${head}</th>` : html`<th scope="col">${head}</th>`));
  return html`<div class="table"><p class="caption" id="${id}-caption">${caption}</p>
<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0"><table aria-labelledby="${id}-caption">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${cells(row)}</tr>
`)}</tbody>${foot === null ? NOTHING : html`
<tfoot><tr>${cells(foot)}</tr></tfoot>`}
</table></div>${columns.length > 3 ? html`<p class="hint">More columns to the right: the table scrolls sideways.</p>` : NOTHING}</div>
`;
}

/** A table behind a line that opens it. */
export function foldedTable(summary: string, table: Html): Html {
  return html`<details><summary>${summary}</summary>
${table}</details>
`;
}

/** Columns of numbers after a first one of names. */
export function numberColumns(first: string, ...others: readonly string[]): Column[] {
  return [{ head: first, numbers: false }, ...others.map((head) => ({ head, numbers: true }))];
}
