import { sameBytes, viewOf } from "./bytes.js";
import type { CsvRecord } from "./split-record.js";
import { shownText } from "./texts.js";

/** How files begin that are not UTF-8 CSV, and what to do with them. */
const BEGINNINGS = [
  { bytes: [0x50, 0x4b, 3, 4], todo: "It looks like a spreadsheet's own file, or a zip file: save it as CSV (UTF-8)" },
  { bytes: [0x1f, 0x8b], todo: "It looks like a gzip file: unpack it first" },
  { bytes: [0xff, 0xfe], todo: "It looks like UTF-16: save it as UTF-8" },
  { bytes: [0xfe, 0xff], todo: "It looks like UTF-16: save it as UTF-8" },
] as const;

const SEPARATORS = [
  { letter: ";", name: "semicolons" },
  { letter: "\t", name: "tabs" },
  { letter: "|", name: "upright strokes" },
] as const;

/** What a file looks like whose heading names no column of an export, and what to do with it; `null` where nothing is to be seen. */
export function otherForm(heading: CsvRecord, columns: readonly string[]): string | null {
  const { bytes, view, starts, ends, fields } = heading;
  const [from, to] = [starts[0]!, ends[Math.min(fields, starts.length) - 1]!];
  for (const { bytes: beginning, todo } of BEGINNINGS) {
    if (to - from >= beginning.length && sameBytes(viewOf(Uint8Array.from(beginning)), 0, view, from, beginning.length)) return todo;
  }
  // Plain letters in UTF-16 are each a byte and a 0.
  const [asUtf16, visitId] = [shownText(bytes, from, to).replaceAll("\0", ""), columns[0]!];
  if (asUtf16.length < to - from && asUtf16.includes(visitId)) return "It looks like UTF-16: save it as UTF-8";
  for (const { letter, name } of SEPARATORS) {
    const names = shownText(bytes, from, to).split(letter);
    if (names.filter((one) => columns.includes(one.replaceAll('"', "").trim())).length > 1) return `Its columns are separated by ${name}: an export has commas`;
  }
  return null;
}
