import type { DayNumber } from "../shared/day.js";
import { type WallTime, londonDay } from "../shared/london.js";
import type { Moment } from "../shared/moment.js";
import { suggest } from "../shared/refuse.js";
import { hasOffset, wallTimeOf } from "../shared/time-text.js";
import { OUTCOMES, type Outcome } from "../visit/outcome.js";
import { MOST_CARERS_REQUIRED } from "../visit/visit.js";
import { type AskedColumn, CAPTURE_METHODS, COLUMNS, type CaptureMethod, type Column, FURTHER_COLUMNS, type FurtherColumn } from "./columns.js";
import { momentNotBefore, momentOfRead, timeIn } from "./field-times.js";
import type { FindingCode, RowFinding } from "./findings.js";
import { FURTHER_TIMES, type FurtherFacts, furtherReader } from "./further-facts.js";
import { listed, listedAt } from "./listed.js";
import { otherForm } from "./other-form.js";
import { UnreadableExport, readRecords } from "./records.js";
import type { CsvRecord } from "./split-record.js";
import { type Texts, freshText, noTexts, shownText, textOf } from "./texts.js";
import { londonDays } from "./times.js";

/** An accepted row of the canonical export: one attendance, or a visit that nobody attended. */
export interface EcmRow<CallType extends string = string> {
  /** The row as a person sees it in a spreadsheet: the heading is row 1. */
  readonly row: number;
  readonly provider: string;
  readonly visit: string;
  /** The London day of the planned start. */
  readonly day: DayNumber;
  readonly serviceUser: string;
  readonly callType: CallType;
  readonly carersRequired: number;
  readonly plannedStart: Moment;
  readonly plannedEnd: Moment;
  /** `null` in the one row of a visit that nobody attended. */
  readonly carer: string | null;
  readonly logIn: Moment | null;
  readonly logOut: Moment | null;
  readonly outcome: Outcome | null;
  readonly captureMethod: CaptureMethod | null;
  /** What its further columns say; absent where the export has none. */
  readonly facts?: FurtherFacts;
}

/** A rejected row: its finding, and the visit it belongs to where provider, visit id and planned day can be read. */
export interface RejectedRow {
  readonly finding: RowFinding;
  readonly visit: { readonly provider: string; readonly visit: string; readonly day: DayNumber } | null;
}

/** What becomes of each row. Every row read is handed to `accepted` or to `rejected`, never to both. */
export interface RowSink<CallType extends string> {
  /** Reading stops when it answers `false`. */
  accepted(row: EcmRow<CallType>): boolean | void;
  /** Reading stops when it answers `false`. */
  rejected(row: RejectedRow): boolean | void;
  /** A finding on an accepted row, or on the heading (row 1). */
  finding(finding: RowFinding): void;
}

/** How an export is to be read. */
export interface ReadOptions<CallType extends string> {
  /** The council's call types: what `priority` may hold. */
  readonly callTypes: readonly CallType[];
  /** Which one a London wall time is that happens twice (reading `repeated-hour`); the earlier when left out. */
  readonly repeatedHour?: "earlier" | "later";
  /**
   * The further columns that the clauses applied ask for: `uses` of `parseCouncil` names them. Each other one that the heading
   * has is a finding, and each that is asked for as adopted and not there. Left out: none is.
   */
  readonly askedColumns?: readonly AskedColumn[];
}

/**
 * Reads a canonical export row by row and checks it as it is read. Bad rows come back with their finding; they are not
 * thrown. Throws `UnreadableExport` when there is no heading, a column is missing or stands twice.
 */
export async function readRows<CallType extends string>(bytes: AsyncIterable<Uint8Array>, options: ReadOptions<CallType>, sink: RowSink<CallType>): Promise<void> {
  const texts = noTexts();
  let check: ((record: CsvRecord) => boolean | void) | undefined;
  await readRecords(bytes, (record) => {
    if (check !== undefined) return check(record);
    const heading = readHeading(record, options.askedColumns, sink);
    for (const column of TIME_COLUMNS) record.isTime[heading.at[column]] = 1;
    for (const column of FURTHER_TIMES) if (heading.further.has(column)) record.isTime[heading.further.get(column)!] = 1;
    check = rowCheck(heading, texts, options, sink);
    return true;
  });
  if (check === undefined) throw new UnreadableExport(`there is no heading; the first row must name the columns ${COLUMNS.join(", ")}`);
}

const TIME_COLUMNS = ["planned_start", "planned_end", "actual_start", "actual_end"] as const satisfies readonly Column[];

const KNOWN_COLUMNS: readonly (Column | FurtherColumn)[] = [...COLUMNS, ...FURTHER_COLUMNS];

/** Where each column stands, and how many fields a row has. */
interface Heading {
  readonly at: { readonly [C in Column]: number };
  /** The further columns that are there. */
  readonly further: ReadonlyMap<FurtherColumn, number>;
  readonly fields: number;
}

/** Looked at whether or not a clause asks: a visit done in another is undetermined where none says what becomes of it. */
const ALWAYS_LOOKED_AT: readonly FurtherColumn[] = ["merged_kind", "merged_visit", "merged_attended", "merged_agreed"];

function readHeading(record: CsvRecord, askedColumns: readonly AskedColumn[] | undefined, sink: RowSink<string>): Heading {
  if (record.unclosed) throw new UnreadableExport("the heading opens a quotation mark that is never closed");
  const names = Array.from({ length: Math.min(record.fields, record.starts.length) }, (_, i) => shownText(record.bytes, record.starts[i]!, record.ends[i]!));
  const missing = COLUMNS.filter((column) => !names.includes(column));
  const [twice] = KNOWN_COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0) {
    const unknown = names.filter((name) => !KNOWN_COLUMNS.some((column) => column === name));
    const hint = otherForm(record, KNOWN_COLUMNS) ?? (missing.length < COLUMNS.length && unknown.length > 0 ? `Not known: ${unknown.join(", ")}` : null);
    throw new UnreadableExport(`the heading has no column ${missing.join(", ")}${hint === null ? "" : `. ${hint}`}`);
  }
  if (twice !== undefined) throw new UnreadableExport(`the heading has the column ${twice} twice`);
  for (const name of names) {
    if (!KNOWN_COLUMNS.some((column) => column === name)) sink.finding({ code: "unknown-column", row: record.row, column: name, value: suggest(name, KNOWN_COLUMNS) });
  }
  const further = FURTHER_COLUMNS.filter((column) => names.includes(column));
  if (askedColumns !== undefined) {
    for (const { column, asAdopted } of askedColumns) if (asAdopted && !further.includes(column)) sink.finding({ code: "column-not-there", row: record.row, column });
    for (const column of further) if (!askedColumns.some((asked) => asked.column === column) && !ALWAYS_LOOKED_AT.includes(column)) sink.finding({ code: "unasked-column", row: record.row, column });
  }
  return {
    at: Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Heading["at"],
    further: new Map(further.map((column) => [column, names.indexOf(column)])),
    fields: record.fields,
  };
}

const NO_IDS: NonNullable<RowFinding["unplaced"]> = { provider: null, visit: null };

/** The check of one row: every test in the order of the findings, then of the columns; the further columns after all others. */
function rowCheck<CallType extends string>(heading: Heading, texts: Texts, options: ReadOptions<CallType>, sink: RowSink<CallType>) {
  const { at } = heading;
  // Where each column stands, as numbers of their own: looked up by name for every row they would take half the time.
  const [visitId, serviceUserId, providerId, priority, carersRequiredAt, plannedStartAt] = [at.visit_id, at.service_user_id, at.provider_id, at.priority, at.carers_required, at.planned_start];
  const [plannedEndAt, carerId, actualStart, actualEnd, outcomeAt, captureMethodAt] = [at.planned_end, at.carer_id, at.actual_start, at.actual_end, at.outcome, at.capture_method];
  const callTypes = listed<CallType>(options.callTypes);
  const outcomes = listed<Outcome>(OUTCOMES);
  const captureMethods = listed<CaptureMethod>(CAPTURE_METHODS);
  const dayOf = londonDays();
  const which = options.repeatedHour ?? "earlier";
  const readFurther = heading.further.size === 0 ? null : furtherReader(heading.further, texts, which);

  const rejected = (record: CsvRecord, code: FindingCode, column: Column | FurtherColumn): boolean | void => {
    const { bytes, view, starts, ends, row } = record;
    const field = heading.further.get(column as FurtherColumn) ?? at[column as Column];
    const value = shownText(bytes, starts[field]!, ends[field]!);
    const provider = starts[providerId] === ends[providerId] ? null : textOf(texts, bytes, view, starts[providerId]!, ends[providerId]!);
    const visit = starts[visitId] === ends[visitId] ? null : freshText(texts, bytes, starts[visitId]!, ends[visitId]!);
    const start = timeIn(record, plannedStartAt);
    if (provider === null || visit === null || Number.isNaN(start)) return sink.rejected({ finding: { code, row, column, value, unplaced: { provider, visit } }, visit: null });
    return sink.rejected({ finding: { code, row, column, value }, visit: { provider, visit, day: londonDay(momentOfRead(start, which)) } });
  };
  const rejectedWhole = (row: number, value: string): boolean | void => sink.rejected({ finding: { code: "wrong-field-count", row, value, unplaced: NO_IDS }, visit: null });

  return (record: CsvRecord): boolean | void => {
    const { bytes, view, starts, ends, row } = record;
    if (record.unclosed) return rejectedWhole(row, "a quotation mark that is never closed");
    if (record.fields !== heading.fields) return rejectedWhole(row, `${record.fields} field${record.fields === 1 ? "" : "s"}, the heading has ${heading.fields}`);
    if (starts[visitId] === ends[visitId]) return rejected(record, "missing-value", "visit_id");
    if (starts[serviceUserId] === ends[serviceUserId]) return rejected(record, "missing-value", "service_user_id");
    if (starts[providerId] === ends[providerId]) return rejected(record, "missing-value", "provider_id");
    if (starts[plannedStartAt] === ends[plannedStartAt]) return rejected(record, "missing-value", "planned_start");
    if (starts[plannedEndAt] === ends[plannedEndAt]) return rejected(record, "missing-value", "planned_end");
    if (starts[carerId] === ends[carerId] && (starts[actualStart] !== ends[actualStart] || starts[actualEnd] !== ends[actualEnd])) return rejected(record, "missing-value", "carer_id");
    const callType = listedAt(callTypes, view, starts[priority]!, ends[priority]!);
    if (callType === undefined) return rejected(record, "unknown-priority", "priority");
    const outcome = starts[outcomeAt] === ends[outcomeAt] ? null : listedAt(outcomes, view, starts[outcomeAt]!, ends[outcomeAt]!);
    if (outcome === undefined) return rejected(record, "unknown-outcome", "outcome");
    const captureMethod = starts[captureMethodAt] === ends[captureMethodAt] ? null : listedAt(captureMethods, view, starts[captureMethodAt]!, ends[captureMethodAt]!);
    if (captureMethod === undefined) return rejected(record, "unknown-capture-method", "capture_method");
    const carersRequired = wholeNumber(bytes, starts[carersRequiredAt]!, ends[carersRequiredAt]!);
    if (!(carersRequired >= 1 && carersRequired <= MOST_CARERS_REQUIRED)) return rejected(record, "unreadable-number", "carers_required");
    const start = timeIn(record, plannedStartAt);
    if (Number.isNaN(start)) return rejected(record, "unreadable-time", "planned_start");
    const end = timeIn(record, plannedEndAt);
    if (Number.isNaN(end)) return rejected(record, "unreadable-time", "planned_end");
    const into = starts[actualStart] === ends[actualStart] ? null : timeIn(record, actualStart);
    if (into !== null && Number.isNaN(into)) return rejected(record, "unreadable-time", "actual_start");
    const out = starts[actualEnd] === ends[actualEnd] ? null : timeIn(record, actualEnd);
    if (out !== null && Number.isNaN(out)) return rejected(record, "unreadable-time", "actual_end");
    const plannedStart = momentOfRead(start, which);
    const plannedEnd = momentNotBefore(end, plannedStart, which);
    const logIn = into === null ? null : momentOfRead(into, which);
    const logOut = out === null ? null : logIn === null ? momentOfRead(out, which) : momentNotBefore(out, logIn, which);
    if (logIn !== null && logOut !== null && logOut < logIn) return rejected(record, "log-out-before-log-in", "actual_end");
    const visit = freshText(texts, bytes, starts[visitId]!, ends[visitId]!);
    if (visit === null) return rejected(record, "not-utf-8", "visit_id");
    const serviceUser = textOf(texts, bytes, view, starts[serviceUserId]!, ends[serviceUserId]!);
    if (serviceUser === null) return rejected(record, "not-utf-8", "service_user_id");
    const provider = textOf(texts, bytes, view, starts[providerId]!, ends[providerId]!);
    if (provider === null) return rejected(record, "not-utf-8", "provider_id");
    const noCarer = starts[carerId] === ends[carerId];
    const carer = noCarer ? null : textOf(texts, bytes, view, starts[carerId]!, ends[carerId]!);
    if (carer === null && !noCarer) return rejected(record, "not-utf-8", "carer_id");
    const further = readFurther === null ? null : readFurther(record);
    if (further?.kind === "unreadable") return rejected(record, further.code, further.column);

    if (logIn !== null && logOut === null) sink.finding({ code: "log-out-missing", row, column: "actual_end" });
    if (logIn === null && logOut !== null) sink.finding({ code: "log-in-missing", row, column: "actual_start" });
    if (plannedEnd <= plannedStart) sink.finding({ code: "planned-end-not-after-start", row, column: "planned_end" });
    // Most times are moments already; nothing about the clocks is to be found in them.
    if (!hasOffset(start) || !hasOffset(end) || (into !== null && !hasOffset(into)) || (out !== null && !hasOffset(out))) clockFindings(row, further === null ? [start, end, into, out] : [start, end, into, out, ...further.times], sink);
    else if (further !== null && further.times.length > 0) clockFindings(row, further.times, sink);
    const accepted: EcmRow<CallType> = {
      row,
      provider,
      visit,
      day: dayOf(plannedStart),
      serviceUser,
      callType,
      carersRequired,
      plannedStart,
      plannedEnd,
      carer,
      logIn,
      logOut,
      outcome,
      captureMethod,
    };
    return sink.accepted(further === null ? accepted : { ...accepted, facts: further.facts });
  };
}

/** Tells which of a row's times are wall times in the hour that happens twice, or in the one that never happens. */
function clockFindings(row: number, times: readonly (number | null)[], sink: RowSink<never>): void {
  const happens = (how: WallTime): boolean => times.some((time) => time !== null && wallTimeOf(time) === how);
  if (happens("twice")) sink.finding({ code: "repeated-hour", row });
  if (happens("never")) sink.finding({ code: "skipped-hour", row });
}

/** A whole number in digits, or NaN. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = from < to ? 0 : Number.NaN;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}
