/** One record of a CSV file as bytes: where its fields begin and end. Reused from record to record; nothing may keep it. */
export interface CsvRecord {
  bytes: Uint8Array;
  /** How many fields it has. */
  fields: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
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
  const record: CsvRecord = { bytes: new Uint8Array(0), fields: 0, starts: new Int32Array(MOST_FIELDS), ends: new Int32Array(MOST_FIELDS), unclosed: false, row: 0 };
  let rest: Uint8Array = new Uint8Array(0);
  let first = true;
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : joined(rest, chunk);
    if (first) {
      if (bytes.length < 3) {
        rest = bytes;
        continue;
      }
      first = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    let at = 0;
    for (;;) {
      const end = splitRecord(bytes, at, record, bytes.length - at > LONGEST_RECORD ? "too-long" : "more");
      if (end === -1) break;
      if (end - 1 - at > LONGEST_RECORD) throw tooLong(record.row);
      at = end;
      if (record.fields > 0 && onRecord(record) === false) return;
    }
    rest = bytes.subarray(at);
    if (rest.length > LONGEST_RECORD) throw tooLong(record.row + 1);
  }
  let at = 0;
  while (at < rest.length) {
    at = splitRecord(rest, at, record, "end");
    if (record.fields > 0 && onRecord(record) === false) return;
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

/** What follows the bytes at hand: more of them; nothing; or more, but a record that is not yet closed is too long to wait for. */
type Then = "more" | "end" | "too-long";

/**
 * Splits the record that begins at `from`; answers where the next begins, or -1 when the record's end is not there yet.
 * A blank line leaves `fields` at 0.
 */
function splitRecord(bytes: Uint8Array, from: number, record: CsvRecord, then: Then): number {
  record.unclosed = false;
  return splitPlain(bytes, from, record, then, splitQuoted);
}

/** Splits at commas and the line feed; a field that begins with a quotation mark is left to `onQuote`, if there is one. */
function splitPlain(bytes: Uint8Array, from: number, record: CsvRecord, then: Then, onQuote: typeof splitQuoted | null): number {
  const { starts, ends } = record;
  const length = bytes.length;
  let fields = 0;
  let start = from;
  let at = from;
  for (; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === COMMA) {
      if (fields < MOST_FIELDS) {
        starts[fields] = start;
        ends[fields] = at;
      }
      fields++;
      start = at + 1;
    } else if (byte === LINE_FEED) break;
    else if (byte === QUOTE && at === start && onQuote !== null) return onQuote(bytes, from, record, then);
  }
  if (at === length && then !== "end") return -1;
  let end = at;
  if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
  record.row++;
  record.bytes = bytes;
  if (fields === 0 && end === start) {
    record.fields = 0;
    return at + 1;
  }
  if (fields < MOST_FIELDS) {
    starts[fields] = start;
    ends[fields] = end;
  }
  record.fields = fields + 1;
  return at + 1;
}

/** The same for a record with quoted fields: their bytes are copied without the quotes. */
function splitQuoted(bytes: Uint8Array, from: number, record: CsvRecord, then: Then): number {
  const { starts, ends } = record;
  const last = then === "end";
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
    }
    fields++;
    start = length;
    opened = false;
  };
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (quoted) {
      if (byte !== QUOTE) put(byte);
      else if (bytes[at + 1] === QUOTE) put(bytes[++at]!);
      else if (at + 1 === bytes.length && !last) return -1; // the next byte decides what this quote is
      else quoted = false;
    } else if (byte === COMMA) endField();
    else if (byte === LINE_FEED) break;
    else if (byte === QUOTE && length === start && !opened) quoted = opened = true;
    else if (byte === CARRIAGE_RETURN && (bytes[at + 1] === LINE_FEED || (at + 1 === bytes.length && last))) continue;
    else put(byte);
  }
  if (quoted && then !== "more") {
    record.unclosed = true;
    return splitPlain(bytes, from, record, then, null);
  }
  if (at === bytes.length && !last) return -1;
  endField();
  record.row++;
  record.bytes = text;
  record.fields = fields;
  return at + 1;
}
