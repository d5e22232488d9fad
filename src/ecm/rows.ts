import type { DayNumber } from "../shared/day.js";
import { londonDay, londonMoment } from "../shared/london.js";
import { type Moment, asMoment } from "../shared/moment.js";
import { suggest } from "../shared/refuse.js";
import { hasOffset, readTime, secondsOf, wallTimeOf } from "../shared/time-text.js";
import { OUTCOMES, type Outcome } from "../visit/outcome.js";
import { CAPTURE_METHODS, COLUMNS, type CaptureMethod, type Column } from "./columns.js";
import type { FindingCode, RowFinding } from "./findings.js";
import { type CsvRecord, UnreadableExport, readRecords } from "./records.js";
import { type Texts, freshText, noTexts, sameBytes, textOf, utf8 } from "./texts.js";

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
    check = rowCheck(readHeading(record, texts, sink), texts, options, sink);
    return true;
  });
  if (check === undefined) throw new UnreadableExport(`there is no heading; the first row must name the columns ${COLUMNS.join(", ")}`);
}

/** Where each column stands, and how many fields a row has. */
interface Heading {
  readonly at: { readonly [C in Column]: number };
  readonly fields: number;
}

function readHeading(record: CsvRecord, texts: Texts, sink: RowSink<string>): Heading {
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
  const callTypes = listed<CallType>(options.callTypes);
  const outcomes = listed<Outcome>(OUTCOMES);
  const captureMethods = listed<CaptureMethod>(CAPTURE_METHODS);
  const which = options.repeatedHour ?? "earlier";

  return (record: CsvRecord): boolean | void => {
    const { bytes, starts, ends, row } = record;
    const isEmpty = (column: Column): boolean => starts[at[column]] === ends[at[column]];
    const text = (column: Column): string => freshText(texts, bytes, starts[at[column]]!, ends[at[column]]!);
    const known = (column: Column): string => textOf(texts, bytes, starts[at[column]]!, ends[at[column]]!);
    const time = (column: Column): number => readTime(bytes, starts[at[column]]!, ends[at[column]]!);
    const reject = (code: FindingCode, column: Column): boolean | void =>
      sink.rejected({ finding: { code, row, column, value: text(column) }, visit: placed() });
    const placed = (): RejectedRow["visit"] => {
      const start = time("planned_start");
      if (isEmpty("provider_id") || isEmpty("visit_id") || Number.isNaN(start)) return null;
      return { provider: known("provider_id"), visit: text("visit_id"), day: londonDay(momentOfRead(start, which)) };
    };

    if (record.fields !== heading.fields) {
      return sink.rejected({ finding: { code: "wrong-field-count", row, value: `${record.fields} fields, the heading has ${heading.fields}` }, visit: null });
    }
    for (const column of NEEDED) if (isEmpty(column)) return reject("missing-value", column);
    if (isEmpty("carer_id") && !(isEmpty("actual_start") && isEmpty("actual_end"))) return reject("missing-value", "carer_id");
    const callType = listedAt(callTypes, bytes, starts[at.priority]!, ends[at.priority]!);
    if (callType === undefined) return reject("unknown-priority", "priority");
    const outcome = isEmpty("outcome") ? null : listedAt(outcomes, bytes, starts[at.outcome]!, ends[at.outcome]!);
    if (outcome === undefined) return reject("unknown-outcome", "outcome");
    const captureMethod = isEmpty("capture_method") ? null : listedAt(captureMethods, bytes, starts[at.capture_method]!, ends[at.capture_method]!);
    if (captureMethod === undefined) return reject("unknown-capture-method", "capture_method");
    const carersRequired = wholeNumber(bytes, starts[at.carers_required]!, ends[at.carers_required]!);
    if (!(carersRequired >= 1)) return reject("unreadable-number", "carers_required");
    const start = time("planned_start");
    if (Number.isNaN(start)) return reject("unreadable-time", "planned_start");
    const end = time("planned_end");
    if (Number.isNaN(end)) return reject("unreadable-time", "planned_end");
    const into = isEmpty("actual_start") ? null : time("actual_start");
    if (Number.isNaN(into)) return reject("unreadable-time", "actual_start");
    const out = isEmpty("actual_end") ? null : time("actual_end");
    if (Number.isNaN(out)) return reject("unreadable-time", "actual_end");
    const plannedStart = momentOfRead(start, which);
    const plannedEnd = momentNotBefore(end, plannedStart, which);
    const logIn = into === null ? null : momentOfRead(into, which);
    const logOut = out === null ? null : logIn === null ? momentOfRead(out, which) : momentNotBefore(out, logIn, which);
    if (logIn !== null && logOut !== null && logOut < logIn) return reject("log-out-before-log-in", "actual_end");

    if (logIn !== null && logOut === null) sink.finding({ code: "log-out-missing", row, column: "actual_end" });
    if (logIn === null && logOut !== null) sink.finding({ code: "log-in-missing", row, column: "actual_start" });
    if (plannedEnd <= plannedStart) sink.finding({ code: "planned-end-not-after-start", row, column: "planned_end" });
    if (!hasOffset(start) || !hasOffset(end) || (into !== null && !hasOffset(into)) || (out !== null && !hasOffset(out))) {
      for (const [code, how] of [["repeated-hour", "twice"], ["skipped-hour", "never"]] as const) {
        if ([start, end, into, out].some((read) => read !== null && wallTimeOf(read) === how)) sink.finding({ code, row });
      }
    }
    return sink.accepted({
      row,
      provider: known("provider_id"),
      visit: text("visit_id"),
      day: londonDay(plannedStart),
      serviceUser: known("service_user_id"),
      callType,
      carersRequired,
      plannedStart,
      plannedEnd,
      carer: isEmpty("carer_id") ? null : known("carer_id"),
      logIn,
      logOut,
      outcome,
      captureMethod,
    });
  };
}

const NEEDED: readonly Column[] = ["visit_id", "service_user_id", "provider_id", "planned_start", "planned_end"];

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
  let value = from < to && to - from <= 15 ? 0 : Number.NaN;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** Listed texts by their bytes: a short list is fastest searched in order. */
type Listed<Text extends string> = readonly { readonly text: Text; readonly bytes: Uint8Array }[];

function listed<Text extends string>(texts: readonly Text[]): Listed<Text> {
  return texts.map((text) => ({ text, bytes: utf8(text) }));
}

function listedAt<Text extends string>(list: Listed<Text>, bytes: Uint8Array, from: number, to: number): Text | undefined {
  for (const { text, bytes: known } of list) if (sameBytes(known, bytes, from, to)) return text;
  return undefined;
}
