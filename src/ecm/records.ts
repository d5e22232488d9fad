import { joined, viewOf } from "./bytes.js";
import { type CsvRecord, LONGEST_RECORD, noRecord, splitRecord } from "./split-record.js";

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
  const record = noRecord();
  let rest: Uint8Array = record.bytes;
  let first = true;
  for await (const chunk of chunks) {
    // Node's Buffer is another kind of object, and code that sees two kinds is slower.
    let bytes: Uint8Array = rest.length === 0 ? new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength) : joined(rest, chunk);
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
