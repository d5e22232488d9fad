import type { Stay } from "../assessment/presence.js";
import { coveredSeconds } from "../assessment/presence.js";
import { type Row, type Stretch, gapsOf, overlapsOf } from "../contract/rows.js";
import { MINUTE, type Moment, asMoment } from "../shared/moment.js";
import { refuse, suggest } from "../shared/refuse.js";
import { type ReckonedTable, checkReckoned, reckonedRow } from "./increments.js";

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
  if (!Number.isSafeInteger(minutes) || minutes < 0) {
    throw new TypeError(`bandFor: minutes must be a whole number from 0, got ${String(minutes)}`);
  }
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

/**
 * What does a council pay for a length in whole minutes, by its table and by the readings that fill it? A table without
 * rows of its own answers with the row it comes to.
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
  switch (terms.kind) {
    case "increments":
    case "unit-or-part":
    case "complete-units":
    case "exact-minutes":
      return bandOf(reckonedRow(minutes, terms));
    case "rows":
      return byRows(minutes, terms);
  }
}

function bandOf(row: Row): Band {
  return row.becomes === 0 ? { kind: "pays-nothing", row } : { kind: "paid", minutesPaid: row.becomes, row };
}

function byRows(minutes: number, terms: RowsTable): Band {
  const { beyond } = terms;
  if (minutes === 0 && terms.zeroMinutes === "unpaid") return { kind: "pays-nothing", row: { from: 0, to: 0, becomes: 0 } };
  if (beyond.kind === "steps" && minutes >= beyond.from) {
    const step = Math.floor((minutes - beyond.from) / beyond.every);
    const from = beyond.from + step * beyond.every;
    const minutesPaid = beyond.becomes + step * beyond.adds;
    return { kind: "paid", minutesPaid, row: { from, to: from + beyond.every - 1, becomes: minutesPaid } };
  }
  if (beyond.kind === "whole-units" && minutes >= beyond.unit) return wholeUnits(minutes, beyond.unit, terms);
  return bandFor(minutes, beyond.kind === "steps" ? [...terms.rows.map((row) => cutBefore(row, beyond.from)), ...terms.filling] : [...terms.rows, ...terms.filling]);
}

/** Whole units in full, and the rest by its row; a rest that pays nothing adds nothing. */
function wholeUnits(minutes: number, unit: number, terms: RowsTable): Band {
  const rest = minutes % unit;
  const whole = minutes - rest;
  if (rest === 0) return { kind: "paid", minutesPaid: whole, row: { from: minutes, to: minutes, becomes: whole } };
  const band = bandFor(rest, [...terms.rows, ...terms.filling]);
  if (band.kind === "hole") return { kind: "hole", gap: { from: whole + band.gap.from, to: band.gap.to === "open" ? whole + unit - 1 : whole + band.gap.to } };
  if (band.kind === "overlap") return band;
  const from = Math.max(whole + band.row.from, whole + 1);
  const to = band.row.to === "open" ? whole + unit - 1 : Math.min(whole + band.row.to, whole + unit - 1);
  const becomes = whole + band.row.becomes;
  return { kind: "paid", minutesPaid: becomes, row: { from, to, becomes } };
}

/** An open row ends where the steps begin. */
function cutBefore(row: Row, from: number): Row {
  return row.to === "open" ? { ...row, to: from - 1 } : row;
}

/**
 * How many whole minutes do one carer's stays make, a moment in two of them counted once?
 * The value before the rows: what is paid is decided from it.
 */
export function wholeMinutes(stays: readonly Stay[], partMinutes: PaidMinutesTerms["partMinutes"]): number {
  switch (partMinutes) {
    case "dropped":
      return Math.floor(coveredSeconds(stays) / MINUTE);
    case "nearest":
      return Math.floor((coveredSeconds(stays) + MINUTE / 2) / MINUTE);
    case "up":
      return Math.ceil(coveredSeconds(stays) / MINUTE);
    case "clock-minutes":
      return coveredSeconds(stays.map(({ logIn, logOut }) => ({ logIn: cutToMinute(logIn), logOut: cutToMinute(logOut!) }))) / MINUTE;
  }
}

function cutToMinute(at: Moment): Moment {
  return asMoment(Math.floor(at / MINUTE) * MINUTE);
}

/** The next length that would be paid differently: how many minutes longer, and what it is paid (`null`: no row). */
export interface NextBand {
  readonly inMinutes: number;
  readonly minutesPaid: number | null;
}

/**
 * How many whole minutes longer would have been paid differently, and how? Looks one day ahead; `null` when nothing
 * longer is paid differently.
 *
 * @example
 * ```ts
 * nextBand(40, leicester.paidMinutes.versions[0]!); // => { inMinutes: 1, minutesPaid: 45 }
 * ```
 */
export function nextBand(minutes: number, terms: PaidMinutesTerms): NextBand | null {
  const now = minutesPaidIn(paidMinutesFor(minutes, terms));
  for (let inMinutes = 1; inMinutes <= MINUTES_IN_TABLE; inMinutes++) {
    const then = minutesPaidIn(paidMinutesFor(minutes + inMinutes, terms));
    if (then !== now) return { inMinutes, minutesPaid: then };
  }
  return null;
}

function minutesPaidIn(band: Band): number | null {
  return band.kind === "paid" ? band.minutesPaid : band.kind === "pays-nothing" ? 0 : null;
}

/** A table of minutes paid by whole minutes from 0 to a day, for loops; longer stays are reckoned one by one. */
export interface PaidMinutesTable {
  readonly terms: PaidMinutesTerms;
  /** Minutes paid; `UNANSWERED` where no row or several hold the length. */
  readonly byMinute: Int32Array;
}

const MINUTES_IN_TABLE = 1440;
const TABLE_KINDS: readonly PaidMinutesTerms["kind"][] = ["rows", "increments", "unit-or-part", "complete-units", "exact-minutes"];
/** Stands in a table where the contract gives no answer. */
export const UNANSWERED = -1;

/**
 * Compiles terms to a table. Throws, naming the row or field, when a row is not whole minutes with its end at or after its
 * start, or a step or unit is not whole minutes from 1.
 */
export function paidMinutesTable(terms: PaidMinutesTerms): PaidMinutesTable {
  if (!TABLE_KINDS.includes(terms.kind)) refuse("paidMinutes", "kind must be that of a table", terms.kind, suggest(String(terms.kind), TABLE_KINDS));
  if (terms.kind === "rows") checkRows(terms);
  else checkReckoned(terms);
  return { terms, byMinute: Int32Array.from({ length: MINUTES_IN_TABLE + 1 }, (_, minutes) => minutesPaidIn(paidMinutesFor(minutes, terms)) ?? UNANSWERED) };
}

function checkRows({ rows, filling, beyond }: RowsTable): void {
  for (const { from, to, becomes } of [...rows, ...filling]) {
    const whole = [from, becomes, ...(to === "open" ? [] : [to])].every((value) => Number.isSafeInteger(value) && value >= 0);
    if (!whole || (to !== "open" && to < from)) {
      refuse("paidMinutes", "a row must be whole minutes from 0 with its end at or after its start", `${from} to ${to} becomes ${becomes}`);
    }
  }
  const past = beyond.kind === "steps" ? [beyond.every, beyond.from + 1, beyond.becomes + 1, beyond.adds + 1] : beyond.kind === "whole-units" ? [beyond.unit] : [];
  if (!past.every((value) => Number.isSafeInteger(value) && value >= 1)) {
    refuse("paidMinutes", "beyond must be whole minutes, with steps and units from 1", JSON.stringify(beyond));
  }
}

/** Minutes paid for a length, from the table; `UNANSWERED` where the contract gives no answer. */
export function lookUp(minutes: number, table: PaidMinutesTable): number {
  return table.byMinute[minutes] ?? minutesPaidIn(paidMinutesFor(minutes, table.terms)) ?? UNANSWERED;
}

/**
 * Which lengths does a table leave without an answer, its readings included? Empty when every minute from 0 is paid or
 * unpaid by a row. Exact: it compares the ends of rows. Past whole units, what holds for a length holds for it in every unit.
 *
 * @example
 * ```ts
 * holesIn(leicester.paidMinutes.versions[0]!); // => []
 * ```
 */
export function holesIn(terms: PaidMinutesTerms): Stretch[] {
  return terms.kind === "rows" ? gapsOf(answering(terms)) : [];
}

/**
 * Which lengths does a table answer more than once, its readings included? They are not paid until a reading decides.
 *
 * @example
 * ```ts
 * const rows = [{ from: 0, to: 30, becomes: 30 }, { from: 30, to: "open", becomes: 45 }] as const;
 * overlapsIn({ kind: "rows", partMinutes: "dropped", rows, filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } });
 * // => [{ from: 30, to: 30 }]
 * ```
 */
export function overlapsIn(terms: PaidMinutesTerms): Stretch[] {
  return terms.kind === "rows" ? overlapsOf(answering(terms)) : [];
}

/** The rows that answer, each cut to the lengths for which it does: 0 minutes and what lies past the table may be answered apart. */
function answering({ rows, filling, zeroMinutes, beyond }: RowsTable): Row[] {
  const first = zeroMinutes === "unpaid" ? 1 : 0;
  const past = beyond.kind === "steps" ? beyond.from : beyond.kind === "whole-units" ? beyond.unit : Infinity;
  const cut = [...rows, ...filling].flatMap((row): Row[] => {
    const from = Math.max(row.from, first);
    const to = Math.min(row.to === "open" ? Infinity : row.to, past - 1);
    return to < from ? [] : [{ from, to: to === Infinity ? "open" : to, becomes: row.becomes }];
  });
  if (first === 1 && past > 0) cut.push({ from: 0, to: 0, becomes: 0 });
  if (past !== Infinity) cut.push({ from: past, to: "open", becomes: 0 });
  return cut;
}
