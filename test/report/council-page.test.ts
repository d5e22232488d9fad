import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FURTHER_CLAUSES, leicester, leicesterTimeBank } from "../../src/index.js";
import { councilPage } from "../../src/report/council-page.js";

it("every clause that a council has stands in its page, the further ones too", () => {
  const council = { ...leicester, ...Object.fromEntries(FURTHER_CLAUSES.map((clause) => [clause, leicesterTimeBank])) };
  const headings = (page: string): string[] => page.split("\n").filter((line) => line.startsWith("## "));
  expect(headings(councilPage(council)).slice(headings(councilPage(leicester)).length)).toEqual([
    "## Visits that did not go to plan", "## Incentives", "## Contribution of the person", "## Length of visits",
    "## Performance effects", "## Scorecard", "## Visits logged electronically", "## Time bank",
  ]);
});

it("Leicester's page in the docs is the one its data makes", () => {
  expect(readFileSync("docs/councils/leicester.md", "utf8")).toBe(councilPage(leicester));
});
