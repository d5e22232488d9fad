import type { DayNumber } from "../shared/day.js";
import { type WallTime, londonDay, londonMoment } from "../shared/london.js";
import { type Moment, asMoment } from "../shared/moment.js";
import { suggest } from "../shared/refuse.js";
import { hasOffset, readTime, secondsOf, wallTimeOf } from "../shared/time-text.js";
import { OUTCOMES, type Outcome } from "../visit/outcome.js";
import { MOST_CARERS_REQUIRED } from "../visit/visit.js";
import { CAPTURE_METHODS, COLUMNS, type CaptureMethod, type Column } from "./columns.js";
import type { FindingCode, RowFinding } from "./findings.js";
import { listed, listedAt } from "./listed.js";
import { UnreadableExport, readRecords } from "./records.js";
import type { CsvRecord } from "./split-record.js";
import { type Texts, freshText, noTexts, textOf } from "./texts.js";
import { NOT_READ, londonDays } from "./times.js";

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
    const heading = readHeading(record, texts, sink);
    for (const column of TIME_COLUMNS) record.isTime[heading.at[column]] = 1;
    check = rowCheck(heading, texts, options, sink);
    return true;
  });
  if (check === undefined) throw new UnreadableExport(`there is no heading; the first row must name the columns ${COLUMNS.join(", ")}`);
}

const TIME_COLUMNS = ["planned_start", "planned_end", "actual_start", "actual_end"] as const satisfies readonly Column[];

/** Where each column stands, and how many fields a row has. */
interface Heading {
  readonly at: { readonly [C in Column]: number };
  readonly fields: number;
}

function readHeading(record: CsvRecord, texts: Texts, sink: RowSink<string>): Heading {
  if (record.unclosed) throw new UnreadableExport("the heading opens a quotation mark that is never closed");
  const names = Array.from({ length: Math.min(record.fields, record.starts.length) }, (_, i) => freshText(texts, record.bytes, record.starts[i]!, record.ends[i]!));
  const missing = COLUMNS.filter((column) => !names.includes(column));
  const [twice] = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0) {
    const unknown = names.filter((name) => !COLUMNS.some((column) => column === name));
    const hint = missing.length < COLUMNS.length && unknown.length > 0 ? `. Not known: ${unknown.join(", ")}` : "";
    throw new UnreadableExport(`the heading has no column ${missing.join(", ")}${hint}`);
  }
  if (twice !== undefined) throw new UnreadableExport(`the heading has the column ${twice} twice`);
  for (const name of names) {
    if (!COLUMNS.some((column) => column === name)) sink.finding({ code: "unknown-column", row: record.row, column: name, value: suggest(name, COLUMNS) });
  }
  return { at: Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Heading["at"], fields: record.fields };
}

/** The check of one row: every test in the order of the findings, then of the columns. */
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

  const placed = (record: CsvRecord): RejectedRow["visit"] => {
    const { bytes, view, starts, ends } = record;
    const start = timeIn(record, plannedStartAt);
    if (starts[providerId] === ends[providerId] || starts[visitId] === ends[visitId] || Number.isNaN(start)) return null;
    return {
      provider: textOf(texts, bytes, view, starts[providerId]!, ends[providerId]!),
      visit: freshText(texts, bytes, starts[visitId]!, ends[visitId]!),
      day: londonDay(momentOfRead(start, which)),
    };
  };
  const rejected = (record: CsvRecord, code: FindingCode, column: Column): boolean | void => {
    const value = freshText(texts, record.bytes, record.starts[at[column]]!, record.ends[at[column]]!);
    return sink.rejected({ finding: { code, row: record.row, column, value }, visit: placed(record) });
  };

  return (record: CsvRecord): boolean | void => {
    const { bytes, view, starts, ends, row } = record;
    if (record.unclosed) return sink.rejected({ finding: { code: "wrong-field-count", row, value: "a quotation mark that is never closed" }, visit: null });
    if (record.fields !== heading.fields) {
      return sink.rejected({ finding: { code: "wrong-field-count", row, value: `${record.fields} fields, the heading has ${heading.fields}` }, visit: null });
    }
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

    if (logIn !== null && logOut === null) sink.finding({ code: "log-out-missing", row, column: "actual_end" });
    if (logIn === null && logOut !== null) sink.finding({ code: "log-in-missing", row, column: "actual_start" });
    if (plannedEnd <= plannedStart) sink.finding({ code: "planned-end-not-after-start", row, column: "planned_end" });
    // Most times are moments already; nothing about the clocks is to be found in them.
    if (!hasOffset(start) || !hasOffset(end) || (into !== null && !hasOffset(into)) || (out !== null && !hasOffset(out))) clockFindings(row, [start, end, into, out], sink);
    return sink.accepted({
      row,
      provider: textOf(texts, bytes, view, starts[providerId]!, ends[providerId]!),
      visit: freshText(texts, bytes, starts[visitId]!, ends[visitId]!),
      day: dayOf(plannedStart),
      serviceUser: textOf(texts, bytes, view, starts[serviceUserId]!, ends[serviceUserId]!),
      callType,
      carersRequired,
      plannedStart,
      plannedEnd,
      carer: starts[carerId] === ends[carerId] ? null : textOf(texts, bytes, view, starts[carerId]!, ends[carerId]!),
      logIn,
      logOut,
      outcome,
      captureMethod,
    });
  };
}

/** Tells which of a row's times are wall times in the hour that happens twice, or in the one that never happens. */
function clockFindings(row: number, times: readonly (number | null)[], sink: RowSink<never>): void {
  const happens = (how: WallTime): boolean => times.some((time) => time !== null && wallTimeOf(time) === how);
  if (happens("twice")) sink.finding({ code: "repeated-hour", row });
  if (happens("never")) sink.finding({ code: "skipped-hour", row });
}

/** The time in a field as `readTime` reads it, unless it was read already. */
function timeIn({ bytes, starts, ends, times }: CsvRecord, field: number): number {
  const known = times[field]!;
  return known === NOT_READ ? readTime(bytes, starts[field]!, ends[field]!) : known;
}

/** The moment of a read time; a wall time that happens twice is the one the reading names, one that never happens an hour forward. */
function momentOfRead(read: number, which: "earlier" | "later"): Moment {
  return hasOffset(read) ? asMoment(secondsOf(read)) : londonMoment(secondsOf(read), which);
}

/** The same for an end: a wall time that happens twice is the later where the earlier would precede its start. */
function momentNotBefore(read: number, start: Moment, which: "earlier" | "later"): Moment {
  const moment = momentOfRead(read, which);
  return moment < start && wallTimeOf(read) === "twice" ? londonMoment(secondsOf(read), "later") : moment;
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
