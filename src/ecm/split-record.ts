import { joined, viewOf } from "./bytes.js";
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
  /** 1 for the fields that hold a time. Whoever reads the heading sets it; a plain time is then read as the record is split. */
  readonly isTime: Uint8Array;
  /** The moments read so, `NOT_READ` in every other field. */
  readonly times: Uint32Array;
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
export const LONGEST_RECORD = 1 << 20;

/** No record yet. */
export function noRecord(): CsvRecord {
  const bytes = new Uint8Array(0);
  const numbers = (): Int32Array => new Int32Array(MOST_FIELDS);
  return { bytes, view: viewOf(bytes), fields: 0, starts: numbers(), ends: numbers(), times: new Uint32Array(MOST_FIELDS), isTime: new Uint8Array(MOST_FIELDS), memory: noTimes(), unclosed: false, row: 0 };
}

/**
 * Splits the record that begins at `from`; answers where the next begins, or -1 when the record's end is not there yet.
 * A blank line leaves `fields` at 0.
 */
export function splitRecord(bytes: Uint8Array, view: DataView, from: number, record: CsvRecord, last: boolean): number {
  record.unclosed = false;
  return splitPlain(bytes, view, from, record, last, splitQuoted);
}

/** Splits at commas and the line feed; a field that begins with a quotation mark is left to `onQuote`, if there is one. */
function splitPlain(bytes: Uint8Array, view: DataView, from: number, record: CsvRecord, last: boolean, onQuote: typeof splitQuoted | null): number {
  const { starts, ends, times, isTime, memory } = record;
  const length = bytes.length;
  // What is written past the end of the lists of fields is not kept.
  let fields = 0;
  let start = from;
  let at = from;
  for (;; start = at) {
    if (bytes[start] === QUOTE && onQuote !== null) return onQuote(bytes, view, from, record, last);
    starts[fields] = start;
    times[fields] = NOT_READ;
    if (isTime[fields] === 1 && start + LONGEST_TIME < length) {
      const time = plainTime(memory, bytes, view, start);
      if (time !== NOT_READ && bytes[memory.end] === COMMA) {
        times[fields] = time;
        ends[fields++] = memory.end;
        at = memory.end + 1;
        continue;
      }
    }
    let byte = 0;
    for (; at < length; at++) {
      byte = bytes[at]!;
      if (byte === COMMA || byte === LINE_FEED) break;
    }
    if (at === length || byte === LINE_FEED) break;
    ends[fields++] = at++;
  }
  if (at === length && !last) return -1;
  let end = at;
  if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
  record.row++;
  record.bytes = bytes;
  record.view = view;
  ends[fields] = end;
  record.fields = fields === 0 && end === start ? 0 : fields + 1;
  return at + 1;
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
