import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { leicester } from "../../src/councils/leicester.js";

/** Each council with the document its quotations are from: the name it has here, and the text beside the project. */
const COUNCILS = [{ council: leicester, texts: { "Leicester City Council, answer to a Freedom of Information request on domiciliary care services": "leicester-foi.txt" } }] as const;

/** Text on one line, so that a line break inside a sentence does not count. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const shared = (name: string): string => onOneLine(readFileSync(fileURLToPath(new URL(`../../../shared/sources/${name}`, import.meta.url)), "utf8"));

interface Quotation {
  readonly where: string;
  readonly document: string;
  readonly clause: string;
  readonly quote: string;
}

/** Every object in the data that quotes, whatever clause it stands in, and every one that stands as a source. */
function quotationsIn(value: unknown, where: string): Quotation[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "quote" in value || /\.(source|alsoSee\.\d+)$/.test(where) ? [{ where, ...(value as Omit<Quotation, "where">) }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inside]) => quotationsIn(inside, `${where}.${key}`))];
}

const quotations = COUNCILS.flatMap(({ council, texts }) => quotationsIn(council, council.id).map((quotation) => ({ ...quotation, texts: texts as { readonly [document: string]: string } })));

describe("every quotation stands in its document to the letter", () => {
  it.each(quotations)("$where: $clause", ({ document, quote, texts }) => {
    expect(Object.keys(texts)).toContain(document);
    expect(onOneLine(quote)).toBe(quote);
    expect(quote.length).toBeGreaterThan(3);
    expect(shared(texts[document]!)).toContain(quote);
  });

  it("and there is one for every version of every clause", () => {
    for (const { council } of COUNCILS) {
      const clauses = Object.entries(council).filter(([, value]) => typeof value === "object" && "versions" in value);
      expect(clauses.length).toBeGreaterThan(0);
      for (const [name, clause] of clauses) {
        for (const version of (clause as { readonly versions: readonly unknown[] }).versions) expect(quotationsIn(version, name)).not.toEqual([]);
      }
    }
  });
});

/** Where each numbered question of an answer stands, and what stands under it. */
function underQuestions(text: string, questions: readonly string[]): string {
  const starts = [...text.matchAll(/(?:^|\s)(\d{1,2})\.\s/g)].map((match) => ({ number: match[1]!, at: match.index }));
  return questions.map((question) => {
    const i = starts.findIndex(({ number }) => number === question);
    return i === -1 ? "" : text.slice(starts[i]!.at, starts[i + 1]?.at);
  }).join(" ");
}

describe("every quotation of the answer stands under the question it names", () => {
  it.each(quotations.filter(({ clause }) => /^Q\d/.test(clause)))("$where: $clause", ({ document, clause, quote, texts }) => {
    const text = underQuestions(shared(texts[document]!), clause.match(/\d+/g)!);
    expect(text).toContain(quote);
  });
});

/** Every text in the data, the quotations of sources left out. */
function textsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "quote" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([inner, inside]) => textsIn(inside, inner)) : [];
}

it("and so does what a reading says of the silence in quotation marks", () => {
  for (const { council, texts } of COUNCILS) {
    const all = Object.values(texts).map((name) => shared(name).toLowerCase()).join(" ");
    const quoted = textsIn(council).flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map((match) => match[1]!));
    expect(quoted.length).toBeGreaterThan(3);
    expect(quoted.filter((words) => !all.includes(words.toLowerCase()))).toEqual([]);
  }
});
