import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CAPTURE_METHODS, COLUMNS, FINDINGS, OUTCOMES, assessExport, compile, leicester, monthDocument } from "../../src/index.js";
import { bytesOf } from "../helpers.js";

const page = readFileSync("docs/export.md", "utf8");

/** What the first cells of a table name, under a heading. */
function named(heading: string): string[] {
  const [section] = page.slice(page.indexOf(`\n## ${heading}\n`) + 4).split("\n## ");
  return [...section!.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!);
}

it("the page of the export names every column, in their order, and nothing else", () => {
  expect(named("Columns")).toEqual(COLUMNS);
});

it("and every value that a column may hold", () => {
  expect(named("Outcomes")).toEqual(OUTCOMES);
  for (const method of CAPTURE_METHODS) expect(page).toContain(`\`${method}\``);
  for (const callType of leicester.callTypes) expect(page).toContain(`\`${callType}\``);
});

it("and every finding, with how it weighs, what it counts, what it says and whether the row is rejected", () => {
  expect(named("Findings")).toEqual(Object.keys(FINDINGS));
  for (const [code, { severity, of, rejects, says }] of Object.entries(FINDINGS)) {
    expect(page).toContain(`\n| \`${code}\` | ${severity} | ${of} | ${says} | ${rejects ? "row rejected |" : ""}`);
    if (!rejects) expect(page).not.toContain(`\`${code}\` | ${severity} | ${of} | ${says} | row rejected`);
  }
});

it("and its example is an export without a finding", async () => {
  const csv = /^```\n(visit_id[^]*?)```$/m.exec(page)![1]!;
  const rules = compile(leicester);
  const document = monthDocument(await assessExport(() => bytesOf(csv), rules), rules);
  expect(document).toMatchObject({ rows: { read: 3, accepted: 3 }, visits: 2, findings: [], total: { delivered: 1, excused: 1 } });
});
