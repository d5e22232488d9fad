import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function importsOf(file: string): string[] {
  const text = readFileSync(join("src", file), "utf8").replace(/^import type .*;$/gm, "");
  return [...text.matchAll(/from "(\.[^"]+)\.js"/g)].map((match) => `${normalize(join(dirname(file), match[1]!))}.ts`);
}

it("importing a rule does not import its words: only words and report import words, and the index, which lists them", () => {
  const isWords = (file: string): boolean => file.endsWith(".words.ts") || file === "shared/words.ts";
  const importers = files.filter((file) => importsOf(file).some(isWords));
  expect(importers.filter((file) => !isWords(file) && !file.startsWith("report/"))).toEqual(["index.ts"]);
  expect(importers.length).toBeGreaterThan(15);
});

it("every clause has its words beside it", () => {
  const words = files.filter((file) => file.endsWith(".words.ts"));
  expect(words).toEqual(expect.arrayContaining(["assessment/attendance.words.ts", "assessment/punctuality.words.ts", "payment/paid-minutes.words.ts", "payment/basis.words.ts", "payment/rate.words.ts", "payment/statement.words.ts", "continuity/window.words.ts", "performance/standing.words.ts", "contract/clause.words.ts", "contract/reading.words.ts"]));
  for (const file of words) expect(files, file).toContain(file.replace(".words.ts", ".ts"));
});
