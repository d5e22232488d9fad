import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FURTHER_COLUMNS, type MonthDocument, type RowFinding, leicester } from "../../src/index.js";
import { councilText, parseCouncil } from "../../src/config/index.js";
import { COUNCILS } from "../../src/cli/options.js";
import { HEADING, exportOf, row } from "../ecm/exports.ts";
import { ACTUAL, clause, payingCouncil } from "../published-rules/paying-council.js";
import { textOf } from "../report/page.ts";
import { run, testFolder } from "./run.ts";

const folder = testFolder();

/** An export with further columns, all empty, and one row. */
function withColumns(columns: readonly string[], callType = "standard"): string {
  return folder.file("columns.csv", `${[HEADING, ...columns].join(",")}\n${row({ priority: callType })}${",".repeat(columns.length)}\n`);
}

type Printed = MonthDocument & { readonly rowFindings?: readonly RowFinding[] };
async function printed(...args: readonly string[]): Promise<Printed> {
  return JSON.parse((await run(...args, "--json")).out) as Printed;
}

const nothing = { kind: "nothing" } as const;
const outcomes = { hospital: nothing, "cancelled-by-council": nothing, "provider-failure": nothing, aborted: nothing, frustrated: nothing, suspended: nothing, other: nothing, refused: nothing, "no-access": nothing } as const;
const byNotice = { kind: "by-notice", tiers: [{ notice: { count: 24, unit: "hours" }, pays: nothing }], otherwise: { kind: "planned-length" } } as const;
const asksForNotice = {
  basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const),
  undelivered: clause({ outcomes: { ...outcomes, "cancelled-by-person": byNotice }, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" } as const),
};
const council = payingCouncil("council-of-columns", { ...asksForNotice, contracts: { zoned: { rate: clause({ kind: "bands", dayKinds: [], bands: [{ name: "far", when: { zones: ["far"] }, price: { kind: "hourly", pounds: "20.00" } }], across: "by-start", times: "paid" } as const) } } });

describe("further columns that no clause asks for", () => {
  it("the table names all of them once, in the order of the list, and ends as well as without them", async () => {
    const { out, exit } = await run(withColumns(["zone", "fault"]));
    expect(out).toContain("\n\nFindings\n  2 columns: notice unasked-column (zone, fault). No clause that is applied asks\n    for the column. Its values are read and checked all the same.\n\n");
    expect(out.match(/zone/g)).toHaveLength(1);
    expect(exit).toBe(0);
  });

  it("the document counts them and names each in rowFindings", async () => {
    const { findings, rowFindings, rows } = await printed(withColumns(["fault", "zone"]));
    expect(findings).toEqual([{ code: "unasked-column", severity: "notice", of: "columns", count: 2 }]);
    expect(rowFindings).toEqual([{ code: "unasked-column", row: 1, column: "zone" }, { code: "unasked-column", row: 1, column: "fault" }]);
    expect(rows).toEqual({ read: 1, accepted: 1, rejected: 0 });
  });

  it("the page names them, too", async () => {
    const page = `${folder.path}/page.html`;
    await run(withColumns(["fault", "zone"]), "--html", page);
    const said = textOf(readFileSync(page, "utf8"));
    expect(said).toContain("2 columns unasked-column, notice: zone, fault");
    expect(said).toContain("Heading, column “fault”: No clause that is applied asks for the column. Its values are read and checked all the same.");
  });

  it("every one of them, beside one that nobody knows, but for those of merged visits, which are looked at without a clause", async () => {
    const { findings, rowFindings } = await printed(withColumns([...FURTHER_COLUMNS, "note"]));
    const told = FURTHER_COLUMNS.filter((column) => !column.startsWith("merged_"));
    expect(told.length).toBeGreaterThan(10);
    expect(findings.map(({ code, count }) => [code, count])).toEqual([["unknown-column", 1], ["unasked-column", told.length]]);
    expect(rowFindings!.filter(({ code }) => code === "unasked-column").map(({ column }) => column)).toEqual(told);
  });

  it("a column that a clause asks for is not told of; by a contract, what that asks for", async () => {
    const file = folder.file("council.json", councilText(council));
    const csv = withColumns(["notice_given", "zone"], "call");
    const of = async (...args: readonly string[]): Promise<unknown> => (await printed(csv, "--council", file, ...args)).rowFindings?.map(({ column }) => column);
    expect(await of()).toEqual(["zone"]);
    expect(await of("--contract", "zoned")).toBeUndefined();
  });

  it("a column that a clause asks for and the export has not is a warning, in table and page by its name; of another choice of a reading it is not", async () => {
    const asking = folder.file("asking.json", councilText(council));
    const { out, exit } = await run(withColumns(["zone"], "call"), "--council", asking);
    expect(out).toContain("\n  1 column: warning column-not-there (notice_given). A clause that is applied\n    asks for the column, and the export does not have it: nothing is said of\n    that fact for any visit.\n  1 column: notice unasked-column (zone).");
    expect(exit).toBe(0);
    const page = `${folder.path}/asking.html`;
    await run(withColumns([], "call"), "--council", asking, "--html", page);
    expect(textOf(readFileSync(page, "utf8"))).toContain("1 column column-not-there, warning: notice_given");
    const otherwise = { silent: "Whether notice counts.", adopted: "not", choices: { not: { says: "It does not.", set: { outcomes: { ...outcomes, "cancelled-by-person": nothing } } }, it: { says: "It does.", set: { outcomes: { ...outcomes, "cancelled-by-person": byNotice } } } } } as const;
    const read = payingCouncil("council-of-a-reading", { ...asksForNotice, undelivered: clause({ outcomes: { ...outcomes, "cancelled-by-person": nothing }, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" } as const, { notice: otherwise } as never) });
    expect((await run(withColumns([], "call"), "--council", folder.file("reading.json", councilText(read)))).out).toContain("Findings: none");
  });

  it("an export in any order of its days is told of once", async () => {
    const days = [{}, { visit_id: "V2", planned_start: "2026-06-30T09:00", planned_end: "2026-06-30T09:30", actual_start: "2026-06-30T09:00", actual_end: "2026-06-30T09:30" }];
    const csv = folder.file("unsorted.csv", exportOf(...days.map(row)).replaceAll(/(.)$/gm, "$1,").replace(",\n", ",fault\n"));
    const { order, findings, rowFindings } = await printed(csv);
    expect([order, findings.map(({ count }) => count), rowFindings!.length]).toEqual(["any", [1], 1]);
  });

  it("without them nothing is said", async () => {
    const { out } = await run(withColumns([]));
    expect(out).toContain("\nFindings: none\n");
    expect(await printed(withColumns([]))).not.toHaveProperty("rowFindings");
  });
});

it("what the councils built in ask an export for is what their clauses do", () => {
  expect(Object.keys(COUNCILS)).toEqual(["leicester"]);
  const parsed = parseCouncil(councilText(leicester));
  expect(parsed.kind === "council" && parsed.uses[0]!.columns.map(({ column }) => column)).toEqual(COUNCILS["leicester"]!.askedColumns);
});
