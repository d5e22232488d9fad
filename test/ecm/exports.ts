import { type AssessOptions, COLUMNS, type Column, type MonthDocument, type ReadOptions, type Rules, assessExport, compile, leicester, monthDocument, readRows, withReading } from "../../src/index.js";
import type { EcmRow, RejectedRow } from "../../src/ecm/rows.js";
import type { RowFinding } from "../../src/ecm/findings.js";
import { bytesOf } from "../helpers.js";

export const HEADING = COLUMNS.join(",");

export type Fields = { readonly [C in Column]?: string };

/** A visit that went to plan: in the summer, on a Wednesday. */
export const PLAIN: { readonly [C in Column]: string } = {
  visit_id: "V1",
  service_user_id: "SU1",
  provider_id: "P1",
  priority: "standard",
  carers_required: "1",
  planned_start: "2026-07-01T09:00",
  planned_end: "2026-07-01T09:30",
  carer_id: "C1",
  actual_start: "2026-07-01T09:05",
  actual_end: "2026-07-01T09:31",
  outcome: "",
  capture_method: "app",
};

/** What to write of the plain row when nobody came. */
export const NOBODY = { carer_id: "", actual_start: "", actual_end: "", capture_method: "" } as const satisfies Fields;

/** A field of CSV, in quotes where it needs them. */
export function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The plain row with some fields otherwise. */
export function row(fields: Fields = {}): string {
  return COLUMNS.map((column) => field(fields[column] ?? PLAIN[column])).join(",");
}

/** An export of the heading and these rows. */
export function exportOf(...rows: readonly string[]): string {
  return [HEADING, ...rows, ""].join("\n");
}

/** Everything that is told of an export, row by row. */
export interface Told {
  readonly accepted: EcmRow[];
  readonly rejected: RejectedRow[];
  readonly findings: RowFinding[];
}

export async function told(source: string | AsyncIterable<Uint8Array>, options: Partial<ReadOptions<string>> = {}): Promise<Told> {
  const all: Told = { accepted: [], rejected: [], findings: [] };
  await readRows(typeof source === "string" ? bytesOf(source) : source, { callTypes: leicester.callTypes, ...options }, {
    accepted: (one) => void all.accepted.push(one),
    rejected: (one) => void all.rejected.push(one),
    finding: (one) => void all.findings.push(one),
  });
  return all;
}

/** Leicester's rules with readings chosen, a value behind a colon where one is asked for. */
export function rulesWith(readings: { readonly [reading: string]: string } = {}): Rules {
  let council = leicester;
  for (const [reading, choice] of Object.entries(readings)) {
    const [name, ...value] = choice.split(":");
    council = withReading(council, reading, name!, value.length === 0 ? undefined : value.join(":"));
  }
  return compile(council) as unknown as Rules;
}

export const RULES = rulesWith();

/** The document of an export under Leicester's adopted readings, or under others. */
export async function documentOf(csv: string, options: AssessOptions = {}, rules: Rules = RULES): Promise<MonthDocument> {
  return monthDocument(await assessExport(() => bytesOf(csv), rules, options), rules);
}

/** The findings of a document as code and count. */
export function countsOf({ findings }: MonthDocument): { readonly [code: string]: number } {
  return Object.fromEntries(findings.map(({ code, count }) => [code, count]));
}
