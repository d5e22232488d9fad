import { type CqcFinding, findingsOf } from "./cqc-findings.js";
import type { CqcReading } from "./cqc-records.js";
import { type SheetRow, headingOf, sheetReading } from "./ratings-sheet.js";

/**
 * Reads the monthly ratings sheet saved as text: commas, semicolons or tabs, optional double quotes, with or without a
 * byte-order mark. The heading is the first row that names a location or provider id and the latest rating; rows above it
 * are a banner. Row numbers are those of a spreadsheet. Never throws on bad data.
 *
 * @example
 * ```ts
 * const reading = readRatingsSheetText("Location ID,Domain,Latest Rating,Publication Date\n1-100,Overall,Good,20/05/2024\n");
 * reading.records[0]!.history.ratings[0]!.publishedOn; // => "2024-05-20"
 * ```
 */
export function readRatingsSheetText(text: string): CqcReading {
  const findings: CqcFinding[] = [];
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const separator = [",", ";", "\t"].find((candidate) => hasHeading(plain, candidate)) ?? ",";
  const rows: SheetRow[] = [];
  let heading: readonly ReturnType<typeof headingOf>[] | undefined;
  let read = 0;
  for (const record of recordsOf(plain, separator)) {
    const { fields, row } = record;
    if (heading === undefined) {
      if (isHeading(record)) heading = fields.map(headingOf);
    } else if (!isBlank(fields)) {
      read++;
      if (fields.length === heading.length) rows.push({ cells: Object.fromEntries(heading.flatMap((means, i) => (means === undefined ? [] : [[means, fields[i]]]))), row });
      else findingsOf(null, findings).add("wrong-field-count", `row ${row}`, `${fields.length} fields, the heading has ${heading.length}`);
    }
  }
  if (heading !== undefined) return sheetReading(rows, read, findings);
  findingsOf(null, findings).add("missing-heading", "row 1");
  for (const { fields } of recordsOf(plain, separator)) if (!isBlank(fields)) read++;
  return sheetReading([], read, findings);
}

interface TextRecord {
  readonly fields: readonly string[];
  /** The row as a spreadsheet numbers it: the first is 1, and a quoted line break begins no row. */
  readonly row: number;
}

function isHeading({ fields }: TextRecord): boolean {
  const means = fields.map(headingOf);
  return (means.includes("location") || means.includes("provider")) && means.includes("rating");
}

function hasHeading(text: string, separator: string): boolean {
  for (const record of recordsOf(text, separator)) if (isHeading(record)) return true;
  return false;
}

/** A row of a spreadsheet in which nothing stands, with or without its separators. */
function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === "");
}

function* recordsOf(text: string, separator: string): Generator<TextRecord> {
  let row = 1;
  let fields: string[] = [];
  let field = ""; // what of the field stands before `start`
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '"') {
      const doubled: boolean = quoted && text[at + 1] === '"';
      if (!quoted && (field !== "" || at > start)) continue; // a quotation mark inside plain text is text
      field += text.slice(start, doubled ? ++at : at);
      start = at + 1;
      quoted = !quoted || doubled;
    } else if (!quoted && (letter === separator || letter === "\n" || letter === "\r")) {
      fields.push(field + text.slice(start, at));
      field = "";
      if (letter === "\r" && text[at + 1] === "\n") at++;
      start = at + 1;
      if (letter === separator) continue;
      yield { fields, row: row++ };
      fields = [];
    }
  }
  if (start < text.length || field !== "" || fields.length > 0) yield { fields: [...fields, field + text.slice(start)], row };
}
