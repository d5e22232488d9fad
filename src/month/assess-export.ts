import type { AskedColumn } from "../ecm/columns.js";
import type { RowFinding } from "../ecm/findings.js";
import { type RejectedRow, readRows } from "../ecm/rows.js";
import { countUndeterminedPayments } from "../performance/tally.js";
import type { Rules } from "../rules/compile.js";
import { type Day, type DayNumber, dayNumber } from "../shared/day.js";
import { type BookVisit, type DayBook, type Waiting, closeDay, emptyBook, enterRejected, enterRow, settle, settleRest } from "./book.js";
import { type Month, countFinding, emptyMonth, periodOf, tallyOf } from "./month.js";
import { type OpenMonth, addVisit, closeMonth, openMonth } from "./open-month.js";

/**
 * Where the bytes of an export come from. A function can be opened again, so that a file in day order is assessed in one
 * pass with little memory, and any other in a second one. Bytes that can be read only once are kept as visits until the end.
 */
export type ExportSource = AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>);

/** How an export is to be assessed. */
export interface AssessOptions {
  /** The days to assess, both included; without it, the first and last planned day of the accepted rows. */
  readonly period?: { readonly firstDay: Day; readonly lastDay: Day };
  /** Which one a London wall time is that happens twice (reading `repeated-hour`); the earlier when left out. */
  readonly repeatedHour?: "earlier" | "later";
  /**
   * The further columns that the council's clauses ask for, as `uses` of `parseCouncil` names them: each that is asked for as
   * adopted and not there is told once, as the finding `column-not-there`; each other one that the export has as
   * `unasked-column`. Left out: none is.
   */
  readonly askedColumns?: readonly AskedColumn[];
  /** Is told each finding of each row, the rejected ones among them. Told again from the start when an export is read a second time: `restarted` says so. */
  readonly onFinding?: (finding: RowFinding) => void;
  /** Is told that reading begins again, because the rows are not in day order. */
  readonly onRestart?: () => void;
  /** Is told now and then how many rows were read so far. */
  readonly onProgress?: (rowsRead: number) => void;
}

const ROWS_BETWEEN_PROGRESS = 8192;

/**
 * Assesses a canonical export of visits, streamed: every visit's kind, punctuality and payment, every continuity window,
 * counted by provider. `monthDocument` makes the document of it, `mergeMonths` one month of several parts.
 *
 * Bad rows are counted and told, never thrown, and never lost: rows read = accepted + rejected. Throws `UnreadableExport`
 * when the file as a whole cannot be read.
 *
 * @example
 * ```ts
 * const bytes = new TextEncoder().encode(
 *   "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method\n" +
 *     "V1,SU1,P1,standard,1,2026-03-16T08:00,2026-03-16T08:30,C1,2026-03-16T08:05,2026-03-16T08:31,,app\n",
 * );
 * const month = await assessExport((async function* () { yield bytes; })(), compile(leicester));
 * month.providers.get("P1")!.minutesPaid; // => 30
 * ```
 */
export async function assessExport<CallType extends string>(source: ExportSource, rules: Rules<CallType>, options: AssessOptions = {}): Promise<Month<CallType>> {
  if (typeof source !== "function") return (await assessOnce(source, rules, options, "keep-all"))!;
  const streamed = await assessOnce(source(), rules, options, "day-by-day");
  if (streamed !== null) return streamed;
  options.onRestart?.();
  return (await assessOnce(source(), rules, options, "keep-all"))!;
}

/** One pass. Day by day it holds one day at a time, and answers `null` as soon as a row comes whose day has passed. */
async function assessOnce<CallType extends string>(
  bytes: AsyncIterable<Uint8Array>,
  rules: Rules<CallType>,
  options: AssessOptions,
  way: "day-by-day" | "keep-all",
): Promise<Month<CallType> | null> {
  const counted = emptyMonth(rules, options.period ?? null);
  const given = options.period === undefined ? null : { firstDay: dayNumber(options.period.firstDay), lastDay: dayNumber(options.period.lastDay) };
  const books = new Map<DayNumber, DayBook<CallType>>();
  const waiting: Waiting<CallType> = new Map();
  /** Visits of which only rejected rows came, on a day past the last accepted one: in the period if an accepted row follows. */
  let rejectedLately: { readonly provider: string; readonly count: number }[] = [];
  let open: OpenMonth<CallType> | null = given && openMonth(counted, rules, given.firstDay);
  let firstAccepted = Infinity;
  let lastAccepted = -Infinity;
  let latestDay = -Infinity;
  let inDayOrder = true;

  const bookOf = (day: DayNumber): DayBook<CallType> | null => {
    if (day > latestDay) {
      if (way === "day-by-day" && books.size > 0) flush(latestDay);
      latestDay = day;
    } else if (day < latestDay) {
      inDayOrder = false;
      if (way === "day-by-day") return null;
    }
    let book = books.get(day);
    if (book === undefined) books.set(day, (book = emptyBook(day)));
    return book;
  };
  const isInPeriod = (day: DayNumber): boolean => (given === null ? day >= firstAccepted && day <= lastAccepted : day >= given.firstDay && day <= given.lastDay);
  const add = (visit: BookVisit<CallType>): void => {
    if (isInPeriod(visit.day)) addVisit(open!, visit);
  };
  const countRejected = (provider: string, count: number): void => {
    const tally = tallyOf(counted, provider);
    tally.kinds.undetermined += count;
    countUndeterminedPayments(tally, count);
  };
  const flush = (day: DayNumber): void => {
    const closed = closeDay(books.get(day)!);
    books.delete(day);
    if (closed.visits.length > 0) {
      open ??= openMonth(counted, rules, firstAccepted);
      for (const { provider, count } of rejectedLately) countRejected(provider, count);
      rejectedLately = [];
      for (const visit of settle(closed.visits, day, waiting)) add(visit);
    }
    for (const [provider, count] of closed.onlyRejected) {
      if (isInPeriod(day)) countRejected(provider, count);
      else if (given === null && day > firstAccepted) rejectedLately.push({ provider, count });
    }
  };
  const countRow = (kind: "accepted" | "rejected"): void => {
    counted.rows.read++;
    counted.rows[kind]++;
    if (counted.rows.read % ROWS_BETWEEN_PROGRESS === 0) options.onProgress?.(counted.rows.read);
  };
  const tell = (finding: RowFinding): void => {
    countFinding(counted, finding.code);
    options.onFinding?.(finding);
  };

  let restart = false;
  await readRows(bytes, { callTypes: rules.callTypes, repeatedHour: options.repeatedHour ?? "earlier", ...(options.askedColumns === undefined ? {} : { askedColumns: options.askedColumns }) }, {
    accepted: (row) => {
      countRow("accepted");
      const book = bookOf(row.day);
      if (book === null) return !(restart = true);
      if (row.day < firstAccepted) firstAccepted = row.day;
      if (row.day > lastAccepted) lastAccepted = row.day;
      enterRow(book, row);
      return true;
    },
    rejected: ({ finding, visit }: RejectedRow) => {
      countRow("rejected");
      tell(finding);
      if (visit === null) return true;
      const book = bookOf(visit.day);
      if (book === null) return !(restart = true);
      enterRejected(book, visit.provider, visit.visit);
      return true;
    },
    finding: tell,
  });
  if (restart) return null;
  options.onProgress?.(counted.rows.read);
  for (const day of [...books.keys()].sort((a, b) => a - b)) flush(day);
  for (const visit of settleRest(waiting)) add(visit);
  if (open !== null) closeMonth(open, given?.lastDay ?? lastAccepted);
  return {
    ...counted,
    period: given !== null ? counted.period : open === null ? null : periodOf(firstAccepted, lastAccepted, true),
    order: inDayOrder ? "by-day" : "any",
  };
}
