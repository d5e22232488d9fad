import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { leicesterTimeBank } from "../../src/councils/leicester-time-bank.js";

const plain = (text: string): string => text.replace(/\s+/g, " ");
const minutes = plain(readFileSync("../shared/sources/leicester-scrutiny.txt", "utf8"));

const sources = leicesterTimeBank.versions.flatMap(({ source, alsoSee }) => [source, ...(alsoSee ?? [])]);

it.each(sources)("stands to the letter in the minutes: $quote", ({ quote }) => {
  expect(minutes).toContain(plain(quote));
});
