import { type Row, type Stretch, endOf, gapsOf, overlapsOf } from "../contract/rows.js";
import { type ReckonedTable, reckonedRow } from "./increments.js";

/** From the time a carer was there to the minutes paid for it: what becomes of part-minutes, then a table of one kind. */
export type PaidMinutesTerms = TableSlots & (RowsTable | ReckonedTable);

/** Paid minutes by rows that the contract writes down. */
export type RowsTerms = TableSlots & RowsTable;

/** What every table of paid minutes has. */
export interface TableSlots {
  /** What becomes of part-minutes: dropped; rounded to the nearest minute, half up; rounded up; or log-in and log-out each cut to the minute on the clock. */
  readonly partMinutes: "dropped" | "nearest" | "up" | "clock-minutes";
  /** A visit can be marked to be paid by its whole minutes, past the table (`ignoresRounding`). Without this, the mark has no meaning. */
  readonly roundingSwitch?: "by-visit";
}

/** The rows of a contract, from whole minutes to minutes paid. */
export interface RowsTable {
  readonly kind: "rows";
  /** The rows as the contract writes them, holes and all. */
  readonly rows: readonly Row[];
  /** Rows that readings put where the contract has none. */
  readonly filling: readonly Row[];
  /** Is a stay of 0 whole minutes paid by its row, or not at all? */
  readonly zeroMinutes: "by-its-row" | "unpaid";
  /** What is paid past the table: what its open row says; steps that go on; or whole units plus the row of the rest, a rest of 0 adding nothing. */
  readonly beyond:
    | { readonly kind: "open-row" }
    | { readonly kind: "steps"; /** First minute past the table (included). */ readonly from: number; readonly becomes: number; /** Minutes a step is long. */ readonly every: number; readonly adds: number }
    | { readonly kind: "whole-units"; /** Minutes in a unit: paid in full from this length on (included). */ readonly unit: number };
}

/** What a length is paid: minutes by a row; nothing, because its row says 0; or no answer, because no row or several hold it. */
export type Band =
  | { readonly kind: "paid"; readonly minutesPaid: number; readonly row: Row }
  | { readonly kind: "pays-nothing"; readonly row: Row }
  | { readonly kind: "hole"; readonly gap: Stretch }
  | { readonly kind: "overlap"; readonly rows: readonly Row[] };

/**
 * Which row holds a length in whole minutes, and what does it pay? A length that no row holds is a hole, one that
 * several hold an overlap: neither is paid, and neither is 0.
 * Throws when `minutes` is not a whole number from 0.
 *
 * @example
 * ```ts
 * const rows = [{ from: 0, to: 25, becomes: 15 }, { from: 26, to: 40, becomes: 30 }];
 * bandFor(26, rows); // => { kind: "paid", minutesPaid: 30, row: { from: 26, to: 40, becomes: 30 } }
 * bandFor(41, rows); // => { kind: "hole", gap: { from: 41, to: "open" } }
 * ```
 */
export function bandFor(minutes: number, rows: readonly Row[]): Band {
  checkMinutes("bandFor", minutes);
  const holding = rows.filter((row) => row.from <= minutes && (row.to === "open" || minutes <= row.to));
  const [row] = holding;
  if (row === undefined) {
    let before = -1;
    let after = Infinity;
    for (const { from, to } of rows) {
      if (to !== "open" && to < minutes) before = Math.max(before, to);
      if (from > minutes) after = Math.min(after, from);
    }
    return { kind: "hole", gap: { from: before + 1, to: after === Infinity ? "open" : after - 1 } };
  }
  if (holding.length > 1) return { kind: "overlap", rows: holding };
  return bandOf(row);
}

function bandOf(row: Row): Band {
  return row.becomes === 0 ? { kind: "pays-nothing", row } : { kind: "paid", minutesPaid: row.becomes, row };
}

function checkMinutes(where: string, minutes: number): void {
  // Not by `refuse`: looking a length up stays small for those who import nothing else.
  if (!isWhole(minutes)) throw new TypeError(`${where}: minutes must be a whole number from 0, got ${String(minutes)}`);
}

/** A whole number from 0? */
export function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * What does a council pay for a length in whole minutes, by its table and by the readings that fill it? A table without
 * rows of its own answers with the row it comes to. Throws when `minutes` is not a whole number from 0.
 *
 * @example
 * ```ts
 * paidMinutesFor(86, leicester.paidMinutes.versions[0]!);
 * // => { kind: "paid", minutesPaid: 90, row: { from: 86, to: 100, becomes: 90 } }
 * paidMinutesFor(22, { kind: "increments", partMinutes: "dropped", minutes: 5, round: "up" });
 * // => { kind: "paid", minutesPaid: 25, row: { from: 21, to: 25, becomes: 25 } }
 * ```
 */
export function paidMinutesFor(minutes: number, terms: PaidMinutesTerms): Band {
  checkMinutes("paidMinutesFor", minutes);
  return bandsBy(terms)(minutes);
}

/** The bands of whole minutes by a table, whose rows are put together once. */
export function bandsBy(terms: PaidMinutesTerms): (minutes: number) => Band {
  if (terms.kind !== "rows") return (minutes) => bandOf(reckonedRow(minutes, terms));
  const rows = rowsOf(terms);
  return (minutes) => byRows(minutes, terms, rows);
}

/** The band of a length by rows, which `rowsOf` gives. */
function byRows(minutes: number, { beyond, zeroMinutes }: RowsTable, rows: readonly Row[]): Band {
  if (minutes === 0 && zeroMinutes === "unpaid") return bandOf(UNPAID_ZERO);
  if (beyond.kind === "steps" && minutes >= beyond.from) {
    const step = Math.floor((minutes - beyond.from) / beyond.every);
    const from = beyond.from + step * beyond.every;
    return bandOf({ from, to: from + beyond.every - 1, becomes: beyond.becomes + step * beyond.adds });
  }
  if (beyond.kind === "whole-units" && minutes >= beyond.unit) return wholeUnits(minutes, beyond.unit, rows);
  return bandFor(minutes, rows);
}

/** Whole units in full, and the rest by its row; a rest that pays nothing adds nothing. */
function wholeUnits(minutes: number, unit: number, rows: readonly Row[]): Band {
  const rest = minutes % unit;
  const whole = minutes - rest;
  if (rest === 0) return bandOf({ from: minutes, to: minutes, becomes: whole });
  const band = bandFor(rest, rows);
  if (band.kind === "overlap") return band;
  // A rest of 0 is never in the row or the gap of another.
  const past = (stretch: Stretch): { from: number; to: number } => ({ from: whole + Math.max(stretch.from, 1), to: whole + endOf(stretch) });
  return band.kind === "hole" ? { kind: "hole", gap: past(band.gap) } : bandOf({ ...past(band.row), becomes: whole + band.row.becomes });
}

const UNPAID_ZERO: Row = { from: 0, to: 0, becomes: 0 };

/** The rows, cut where steps or units begin; these stand as one more row without an end. */
function rowsOf({ rows, filling, zeroMinutes, beyond }: RowsTable): Row[] {
  const all = [...(zeroMinutes === "unpaid" ? [UNPAID_ZERO] : []), ...rows, ...filling];
  if (beyond.kind === "open-row") return all;
  const start = beyond.kind === "steps" ? beyond.from : beyond.unit;
  return [...all.map((row) => ({ ...row, to: Math.min(endOf(row), start - 1) })), { from: start, to: "open", becomes: start }];
}

/** The next length that would be paid differently: how many minutes longer, and what it is paid (`null`: cannot be determined). */
export interface NextBand {
  readonly inMinutes: number;
  readonly minutesPaid: number | null;
}

/**
 * How many whole minutes longer would the table pay differently, and how? By the table alone: a least or a most, or a plan
 * that time must lie in, is of whose time is paid, and the `next` of a visit's line looks at them too. Looks one day ahead;
 * `null` when nothing longer is paid differently.
 *
 * @example
 * ```ts
 * nextBand(40, leicester.paidMinutes.versions[0]!); // => { inMinutes: 1, minutesPaid: 45 }
 * ```
 */
export function nextBand(minutes: number, terms: PaidMinutesTerms): NextBand | null {
  return nextPaid(minutes, (other) => minutesPaidIn(paidMinutesFor(other, terms)));
}

const MINUTES_IN_A_DAY = 1440;

/** The nearest longer length, to a day longer and to a longest one, that is paid otherwise by a way of paying. */
export function nextPaid(minutes: number, paidAt: (minutes: number) => number | null, longest = Infinity): NextBand | null {
  const now = paidAt(minutes);
  for (let inMinutes = 1; inMinutes <= MINUTES_IN_A_DAY && minutes + inMinutes <= longest; inMinutes++) {
    const then = paidAt(minutes + inMinutes);
    if (then !== now) return { inMinutes, minutesPaid: then };
  }
  return null;
}

/** The nearest shorter length that is paid otherwise. */
export function shorterPaid(minutes: number, paidAt: (minutes: number) => number | null): NextBand | null {
  const now = paidAt(minutes);
  for (let inMinutes = 1; inMinutes <= minutes; inMinutes++) {
    const then = paidAt(minutes - inMinutes);
    if (then !== now) return { inMinutes, minutesPaid: then };
  }
  return null;
}

/** Minutes paid by a band, 0 where its row says so; `null` where the contract gives no answer. */
export function minutesPaidIn(band: Band): number | null {
  return band.kind === "paid" ? band.minutesPaid : band.kind === "pays-nothing" ? 0 : null;
}

/**
 * Which lengths does a table leave without an answer, its readings included? Empty when every minute from 0 is paid or
 * unpaid by a row. Past whole units, the holes below the first unit come again in every rest; they are listed once.
 *
 * @example
 * ```ts
 * holesIn(leicester.paidMinutes.versions[0]!); // => []
 * ```
 */
export function holesIn(terms: PaidMinutesTerms): Stretch[] {
  return terms.kind === "rows" ? gapsOf(rowsOf(terms)) : [];
}

/**
 * Which lengths does a table answer more than once, its readings included? They are not paid until a reading decides. Past
 * whole units they come again in every rest, and are listed once.
 *
 * @example
 * ```ts
 * const rows = [{ from: 0, to: 30, becomes: 30 }, { from: 30, to: "open", becomes: 45 }] as const;
 * overlapsIn({ kind: "rows", partMinutes: "dropped", rows, filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } });
 * // => [{ from: 30, to: 30 }]
 * ```
 */
export function overlapsIn(terms: PaidMinutesTerms): Stretch[] {
  if (terms.kind !== "rows") return [];
  // Where 0 minutes are answered apart, rows answer from 1 on.
  const first = terms.zeroMinutes === "unpaid" ? 1 : 0;
  return overlapsOf(rowsOf({ ...terms, zeroMinutes: "by-its-row" }).map((row) => ({ ...row, from: Math.max(row.from, first) })).filter((row) => row.from <= endOf(row)));
}
