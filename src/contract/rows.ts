/** A row of a table from whole minutes to minutes paid. */
export interface Row {
  /** Shortest call in this row, in whole minutes (included). */
  readonly from: number;
  /** Longest call in this row, in whole minutes (included); `"open"` has no end. */
  readonly to: number | "open";
  /** Minutes paid for it. */
  readonly becomes: number;
}

/** A stretch of whole minutes, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number | "open";
}

/**
 * Which whole minutes from 0 does a table leave without a row? Exact: it compares the ends, it does not try minutes.
 * The first minute of each gap is its shortest witness.
 *
 * @example
 * ```ts
 * gapsOf([{ from: 0, to: 25, becomes: 15 }, { from: 27, to: "open", becomes: 30 }]); // => [{ from: 26, to: 26 }]
 * ```
 */
export function gapsOf(rows: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let next = 0;
  for (const row of inOrder(rows)) {
    if (row.from > next) gaps.push({ from: next, to: row.from - 1 });
    next = Math.max(next, endOf(row) + 1);
  }
  if (next !== Infinity) gaps.push({ from: next, to: "open" });
  return gaps;
}

/**
 * Which whole minutes stand in more than one row? Overlapping stretches are joined.
 *
 * @example
 * ```ts
 * overlapsOf([{ from: 0, to: 3, becomes: 5 }, { from: 3, to: "open", becomes: 10 }]); // => [{ from: 3, to: 3 }]
 * ```
 */
export function overlapsOf(rows: readonly Stretch[]): Stretch[] {
  const overlaps: { from: number; to: number }[] = [];
  let reached = -1;
  for (const row of inOrder(rows)) {
    const to = Math.min(reached, endOf(row));
    const last = overlaps.at(-1);
    if (to >= row.from) {
      if (last !== undefined && row.from <= last.to + 1) last.to = Math.max(last.to, to);
      else overlaps.push({ from: row.from, to });
    }
    reached = Math.max(reached, endOf(row));
  }
  return overlaps.map(({ from, to }) => ({ from, to: to === Infinity ? "open" : to }));
}

function inOrder(rows: readonly Stretch[]): Stretch[] {
  return rows.toSorted((a, b) => a.from - b.from);
}

/** The last minute of a stretch (included); infinity when it is open. */
export function endOf(row: Stretch): number {
  return row.to === "open" ? Infinity : row.to;
}
