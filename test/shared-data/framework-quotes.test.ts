import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type FrameworkRecords, type Source, leicesterFrameworks, leicestershire, plymouth } from "../../src/index.js";

/** Which text each document is. */
const TEXTS: readonly (readonly [prefix: string, file: string])[] = [
  ["Leicester City Council, answer to a Freedom of Information request", "leicester-foi.txt"],
  ["Leicester City Council, scrutiny minutes", "leicester-scrutiny.txt"],
  ["Leicestershire County Council, report", "leicestershire-2019.txt"],
  ["Plymouth City Council, slides", "plymouth-dom-care.txt"],
];

function textOf(document: string): string {
  const file = TEXTS.find(([prefix]) => document.startsWith(prefix))?.[1];
  if (file === undefined) throw new Error(`no text for ${document}`);
  return readFileSync(new URL(`../../../shared/sources/${file}`, import.meta.url), "utf8");
}

/** Every source in a record, however deep. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "quote" in value && "clause" in value ? [value as Source] : [];
  return [...own, ...Object.values(value).flatMap(sourcesIn)];
}

/** The lines of a numbered paragraph of the report, up to the next number. */
function paragraph(text: string, number: string): string {
  const start = text.search(new RegExp(`^${number}\\. `, "m"));
  const rest = text.slice(start + 1);
  const end = rest.search(new RegExp(`^${Number(number) + 1}\\. `, "m"));
  return text.slice(start, end < 0 ? undefined : start + 1 + end);
}

const COUNCILS: readonly FrameworkRecords[] = [leicesterFrameworks, leicestershire, plymouth];

describe.each(COUNCILS.map((records) => [records.name, records] as const))("%s", (_, records) => {
  const sources = sourcesIn(records);

  it("quotes its documents to the letter", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter(({ document, quote }) => !textOf(document).includes(quote)).map(({ quote }) => quote)).toEqual([]);
  });
});

it("each quotation of Leicestershire's report stands in the paragraph it names", () => {
  const text = textOf(leicestershire.frameworks[0]!.source.document);
  const elsewhere = sourcesIn(leicestershire).filter(({ clause, quote }) => !paragraph(text, clause.split(" ")[0]!).includes(quote));
  expect(elsewhere.map(({ clause, quote }) => `${clause}: ${quote}`)).toEqual([]);
});

it("each quotation of Leicester's answer stands in or after the question it names, and before the next", () => {
  const text = textOf("Leicester City Council, answer to a Freedom of Information request");
  const answers = sourcesIn(leicesterFrameworks).filter(({ document }) => document.includes("Freedom of Information"));
  const elsewhere = answers.filter(({ clause, quote }) => !answerTo(text, Number(clause.slice(1))).includes(quote));
  expect(answers.length).toBeGreaterThan(10);
  expect(elsewhere.map(({ clause, quote }) => `${clause}: ${quote}`)).toEqual([]);
});

function answerTo(text: string, question: number): string {
  const at = (number: number): number => text.search(new RegExp(`^${number}\\.`, "m"));
  const end = at(question + 1);
  return text.slice(at(question), end < 0 ? undefined : end);
}
