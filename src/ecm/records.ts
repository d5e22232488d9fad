import { LONGEST_TIME, NOT_READ, type TimeMemory, noTimes, plainTime } from "./times.js";

/** One record of a CSV file as bytes: where its fields begin and end. Reused from record to record; nothing may keep it. */
export interface CsvRecord {
  bytes: Uint8Array;
  /** The same bytes, to be read four at a time. */
  view: DataView;
  /** How many fields it has. */
  fields: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where `timeColumns` says that a time stands: its moment, or `NOT_READ`. */
  readonly times: Uint32Array;
  /** For each field 1 where a time stands; nothing of it is read before the heading is. */
  readonly timeColumns: Uint8Array;
  readonly memory: TimeMemory;
  /** The line opens a quotation mark that is never closed, and is split at every comma. */
  unclosed: boolean;
  /** The row as a person sees it in a spreadsheet: the first is 1, blank lines count. */
  row: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
const COMMA = 44;

/** Fields past this many are counted, but not kept: no such row has the right number of them. */
const MOST_FIELDS = 1024;
/** A quotation mark that is still open after so many bytes is taken for one that is never closed. */
const LONGEST_RECORD = 1 << 20;

/** A problem with the whole file, so that nothing in it can be assessed. */
export class UnreadableExport extends Error {
  override readonly name = "UnreadableExport";
}

/**
 * Splits UTF-8 CSV (RFC 4180: commas, optional double quotes, LF or CRLF) into records and hands each to `onRecord`.
 * Blank lines are no records. Reading stops when `onRecord` answers `false`. A quotation mark that is never closed, or not
 * within 1 MiB, would swallow the rows after it: its line is a record by itself, marked `unclosed`, and reading goes on
 * with the next line. Throws `UnreadableExport` when a line is longer than 1 MiB.
 */
export async function readRecords(chunks: AsyncIterable<Uint8Array>, onRecord: (record: CsvRecord) => boolean | void): Promise<void> {
  const nothing = new Uint8Array(0);
  const record: CsvRecord = {
    bytes: nothing,
    view: viewOf(nothing),
    fields: 0,
    starts: new Int32Array(MOST_FIELDS),
    ends: new Int32Array(MOST_FIELDS),
    times: new Uint32Array(MOST_FIELDS),
    timeColumns: new Uint8Array(MOST_FIELDS),
    memory: noTimes(),
    unclosed: false,
    row: 0,
  };
  let rest: Uint8Array = nothing;
  let room: Uint8Array = nothing;
  let first = true;
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (rest.length > 0) {
      const length = rest.length + chunk.length;
      if (length > room.length) {
        const more = new Uint8Array(2 * length);
        more.set(rest);
        room = more;
      } else room.set(rest);
      room.set(chunk, rest.length);
      bytes = room.subarray(0, length);
    }
    if (first) {
      if (bytes.length < 3) {
        rest = bytes;
        continue;
      }
      first = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    const at = splitAll(bytes, viewOf(bytes), record, onRecord);
    if (at === -1) return;
    rest = bytes.subarray(at);
    if (rest.length > LONGEST_RECORD) throw tooLong(record.row + 1);
  }
  let at = 0;
  const view = viewOf(rest);
  while (at < rest.length) {
    at = splitRecord(rest, view, at, record, true);
    if (record.fields > 0 && onRecord(record) === false) return;
  }
}

/** Hands over every record that is there whole; answers where the rest begins, or -1 when reading is to stop. */
function splitAll(bytes: Uint8Array, view: DataView, record: CsvRecord, onRecord: (record: CsvRecord) => boolean | void): number {
  let at = 0;
  for (;;) {
    const end = splitRecord(bytes, view, at, record, false);
    if (end === -1) return at;
    if (end - 1 - at > LONGEST_RECORD) throw tooLong(record.row);
    at = end;
    if (record.fields > 0 && onRecord(record) === false) return -1;
  }
}

function tooLong(row: number): UnreadableExport {
  return new UnreadableExport(`row ${row} is longer than 1 MiB; is this an export?`);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Splits the record that begins at `from`; answers where the next begins, or -1 when the record's end is not there yet.
 * A blank line leaves `fields` at 0.
 */
function splitRecord(bytes: Uint8Array, view: DataView, from: number, record: CsvRecord, last: boolean): number {
  record.unclosed = false;
  return splitPlain(bytes, view, from, record, last, splitQuoted);
}

/** Splits at commas and the line feed; a field that begins with a quotation mark is left to `onQuote`, if there is one. */
function splitPlain(bytes: Uint8Array, view: DataView, from: number, record: CsvRecord, last: boolean, onQuote: typeof splitQuoted | null): number {
  const { starts, ends, times, timeColumns, memory } = record;
  const length = bytes.length;
  let field = 0;
  let at = from;
  for (;;) {
    const start = at;
    if (bytes[start] === QUOTE && onQuote !== null) return onQuote(bytes, view, from, record, last);
    // What is written past the end of these arrays is not kept.
    starts[field] = start;
    let time = NOT_READ;
    if (timeColumns[field] === 1 && start + LONGEST_TIME < length) {
      time = plainTime(memory, view, start);
      if (time !== NOT_READ) at = memory.end;
    }
    const first = at;
    let byte = 0;
    for (; at < length; at++) {
      byte = bytes[at]!;
      if (byte === COMMA || byte === LINE_FEED) break;
    }
    times[field] = at === first ? time : NOT_READ;
    if (at < length && byte === COMMA) {
      ends[field] = at++;
      field++;
      continue;
    }
    if (at === length && !last) return -1;
    let end = at;
    if (end > start && bytes[end - 1] === CARRIAGE_RETURN) {
      end--;
      if (end === first) times[field] = time;
    }
    record.row++;
    record.bytes = bytes;
    record.view = view;
    if (field === 0 && end === start) {
      record.fields = 0;
      return at + 1;
    }
    ends[field] = end;
    record.fields = field + 1;
    return at + 1;
  }
}

/** The same for a record with quoted fields: their bytes are copied without the quotes. */
function splitQuoted(bytes: Uint8Array, view: DataView, from: number, record: CsvRecord, last: boolean): number {
  const { starts, ends } = record;
  // How far a record may reach does not depend on the chunks.
  const reach = Math.min(bytes.length, from + LONGEST_RECORD + 1);
  let text: Uint8Array = new Uint8Array(256);
  let length = 0;
  let fields = 0;
  let start = 0;
  let quoted = false;
  let opened = false; // the field began with a quote
  let at = from;
  const put = (byte: number): void => {
    if (length === text.length) text = joined(text, new Uint8Array(length));
    text[length++] = byte;
  };
  const endField = (): void => {
    if (fields < MOST_FIELDS) {
      starts[fields] = start;
      ends[fields] = length;
      record.times[fields] = NOT_READ;
    }
    fields++;
    start = length;
    opened = false;
  };
  for (; at < reach; at++) {
    const byte = bytes[at]!;
    if (quoted) {
      if (byte !== QUOTE) put(byte);
      else if (bytes[at + 1] === QUOTE) put(bytes[++at]!);
      else quoted = false;
    } else if (byte === COMMA) endField();
    else if (byte === LINE_FEED) break;
    else if (byte === QUOTE && length === start && !opened) quoted = opened = true;
    else if (byte === CARRIAGE_RETURN && (bytes[at + 1] === LINE_FEED || (at + 1 === bytes.length && last))) continue;
    else put(byte);
  }
  const tooLong = at - from > LONGEST_RECORD;
  if (tooLong || (quoted && last)) {
    record.unclosed = true;
    return splitPlain(bytes, view, from, record, last, null);
  }
  if (at === bytes.length && !last) return -1;
  endField();
  record.row++;
  record.bytes = text;
  record.view = viewOf(text);
  record.fields = fields;
  return at + 1;
}
