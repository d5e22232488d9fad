import { describe, expect, it } from "vitest";
import { type ContinuityTerms, type Council, type PerformanceEffectTerms, assessExport, compile, explain, monthDocument, monthPage, toText } from "../../src/index.js";
import { monthTable } from "../../src/cli/table.js";
import { bytesOf } from "../helpers.js";
import { clause, patternCouncil, punctuality } from "../published-rules/pattern-council.ts";
import { tableRows, textOf } from "./page.ts";

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";

/** A visit of a day of March 2026 that a carer attended from five past eight; of nobody, when the carer is none. */
function row(id: string, day: number, carer: string, provider = "P1"): string {
  const at = (time: string): string => `2026-03-${day}T${time}`;
  return `${id},SU1,${provider},call,1,${at("08:00")},${at("08:30")},${carer === "" ? ",," : `${carer},${at("08:05")},${at("08:35")}`},,`;
}

const ROWS = [row("V1", 16, "A"), row("V2", 17, "A"), row("V3", 18, "B"), row("V4", 19, ""), row("V5", 20, "C", "P2")];

/** A month as a page, in sentences and as a table, with what must stand in none of them looked for. */
async function shown(patch: Partial<Council<"call">>) {
  const rules = compile(patternCouncil("kinds-council", patch));
  const month = await assessExport(() => bytesOf(`${HEADING}\n${ROWS.join("\n")}\n`), rules, { period: { firstDay: "2026-03-16", lastDay: "2026-03-29" } });
  const document = monthDocument(month, rules);
  const page = monthPage(month, rules);
  const said = toText(explain(document, rules), 10_000);
  const table = monthTable(document, rules, new Map());
  for (const text of [page.replace(/<style>.*?<\/style>/s, ""), said, table]) expect(/undefined|NaN|\[object|Infinity|(?<![\w-])null(?![\w-])/.exec(text)).toBeNull();
  return { page, text: textOf(page), said, table };
}

const counting = { days: 7, step: 7, anchor: "mondays", received: "attended", scope: "service-user-and-provider", shareOf: "windows" } as const;
const ruled = (terms: ContinuityTerms): Partial<Council<"call">> => ({ continuity: clause(terms) });

describe("continuity of other kinds, in the page, in sentences and in the table", () => {
  it("a council that sets no limit: nobody is within or over, and that is said", async () => {
    const { page, text, said, table } = await shown(ruled({ kind: "measure", doubleHanded: "one-visit", ...counting }));
    expect(text).toContain("In every window of 7 days: the council sets no limit.");
    expect(text).toContain("So no window is within or over. The findings say how many were measured.");
    expect(text).toContain("2 windows continuity-measured");
    expect(page).not.toContain("continuity-bars");
    expect(said).toContain("In every window of 7 days: the council sets no limit.");
    expect(said).toContain("2 windows: Nothing is asked of a window");
    expect(table).toContain("the council sets no limit: windows are measured, and none is within or over");
  });

  it("a share of the most frequent carers", async () => {
    const { page, text, table } = await shown(ruled({ kind: "share", mostFrequent: 1, atLeast: "0.80", limit: "included", doubleHanded: "each-carer", ...counting }));
    expect(text).toContain("In every window of 7 days: at least 80 % must be by the most frequent carer.");
    expect(tableRows(page, "continuity-table")).toEqual([["Provider", "Windows", "Within", "Not within", "Share within"], ["P1", "1", "0", "1", "0.00\u00a0%"], ["P2", "1", "1", "0", "100.00\u00a0%"], ["All", "2", "1", "1", "50.00\u00a0%"]]);
    expect(text).not.toContain("over the standard");
    expect(table).not.toContain("windows are measured");
  });

  it("a share for which the council sets no least", async () => {
    const { text, table } = await shown(ruled({ kind: "share", mostFrequent: 2, atLeast: null, limit: "included", doubleHanded: "each-carer", ...counting }));
    expect(text).toContain("In every window of 7 days: the council asks for no share.");
    expect(table).toContain("windows are measured");
  });

  it("a table, with the numbers of visits for which it does not say", async () => {
    const { page, text } = await shown(ruled({ kind: "table", rows: [{ from: 1, to: 2, becomes: 1 }, { from: 4, to: 20, becomes: 2 }], doubleHanded: "one-visit", ...counting }));
    expect(text).toContain("no more different carers than are allowed by the council's table for the visits received. Carers allowed: 2 for 7, 2 for 14, undetermined for 21,");
    expect(text).toContain("1 window no-carers-allowed");
    expect(tableRows(page, "continuity-table").at(-1)).toEqual(["All", "1", "1", "0", "100.00\u00a0%"]);
  });

  it("a maximum in a calendar month", async () => {
    const { text } = await shown(ruled({ kind: "maximum", most: 3, doubleHanded: "one-visit", ...counting, days: "calendar-month", step: "calendar-month", anchor: "first-of-month" }));
    expect(text).toContain("In every calendar month, no more different carers than 3, however many visits.");
  });
});

describe("punctuality of other kinds", () => {
  it("calls that are not tested", async () => {
    const { page, text, said, table } = await shown({ punctuality: clause({ ...punctuality, callTypes: { call: null } }) });
    expect(text).toContain("The council does not test these calls. There is no share: no call call was counted.");
    expect(said).toContain("The council does not test these calls.");
    expect(table).toContain("the council does not test these calls");
    expect(tableRows(page, "punctuality-1-table").at(-1)).toEqual(["All", "0", "0", "0", "0", "4", "–"]);
  });

  it("calls judged against windows of the day", async () => {
    const windows = { windows: [{ name: "morning", from: "07:00", fromLimit: "included", to: "08:01", toLimit: "included" }], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined" } as const;
    const { page, text } = await shown({ punctuality: clause({ ...punctuality, callTypes: { call: "windows-only" as const }, windows }) });
    expect(text).toContain("The drawing leaves out calls that are judged against a named window of the day.");
    expect(tableRows(page, "punctuality-1-table").at(-1)).toEqual(["All", "4", "0", "0", "4", "0", "0.00\u00a0%"]);
  });

  it("limits of which one is wanting, or excluded", async () => {
    const { text } = await shown({ punctuality: clause({ ...punctuality, callTypes: { call: { early: "no-limit" as const, late: 5, lateLimit: "excluded" as const } } }) });
    expect(text).toContain("less than 5 minutes late are allowed, and any time early");
  });
});

describe("what visits count for performance", () => {
  const cases: PerformanceEffectTerms["cases"] = {
    delivered: "done", understaffed: "failed", "past-threshold": "failed", "done-in-another": "done", unexplained: "failed", "no-access": "apart", hospital: "not-counted", "cancelled-by-person": "apart",
    "cancelled-by-council": "not-counted", "provider-failure": "failed", refused: "apart", aborted: "apart", frustrated: "apart", suspended: "not-counted", other: "undetermined",
  };

  it("stands in the page, in sentences and in the table, with its clause among the sources", async () => {
    const { page, text, said, table } = await shown({ performanceEffects: clause({ cases, byProviderFault: [] }) });
    expect(tableRows(page, "performance-table")).toEqual([
      ["Provider", "Done", "Failed", "Counted apart", "Not counted", "Undeter\u00admined", "Share failed"],
      ["P1", "3", "1", "0", "0", "0", "25.00\u00a0%"],
      ["P2", "1", "0", "0", "0", "0", "0.00\u00a0%"],
      ["All", "4", "1", "0", "0", "0", "20.00\u00a0%"],
    ]);
    expect(text).toContain("What visits count for performance");
    expect(said).toContain("4 done, 1 failed, 0 counted apart, 0 not counted, 0 undetermined.");
    expect(said).toContain("20.00 % of the visits done or failed were failed.");
    expect(table).toMatch(/total +4 +1 +0 +0 +0 +20\.00 %/);
  });

  it("is not spoken of where the council has no such clause", async () => {
    const { page, said, table } = await shown({});
    for (const text of [page, said, table]) expect(text).not.toMatch(/Performance|for performance/);
  });

  it("a clause not in force on the last day is named among the rules", async () => {
    const [version] = clause({ cases, byProviderFault: [] }).versions;
    const { said, text } = await shown({ performanceEffects: { versions: [{ ...version!, firstDay: "2026-04-01" }] } });
    for (const words of [said, text]) expect(words).toContain("is not in force yet: its first day is Wednesday 1 April 2026.");
    expect(said).toContain("0 done, 0 failed, 0 counted apart, 0 not counted, 5 undetermined.");
    expect(said).toContain("There is no share of failed visits: none was done or failed.");
  });
});
