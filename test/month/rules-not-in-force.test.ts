import { describe, expect, it } from "vitest";
import { monthTable } from "../../src/cli/table.js";
import { type Clause, assessExport, compile, explain, mergeMonths, monthDocument, monthPage, toText } from "../../src/index.js";
import type { Clauses } from "../../src/rules/council.js";
import { bytesOf } from "../helpers.js";
import { ACTUAL, type Call, clause, payingCouncil } from "../published-rules/paying-council.js";
import { textOf } from "../report/page.ts";

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";
const row = (id: string, day: string, provider = "P1", came = true): string => `${id},SU1,${provider},call,1,${day}T08:00,${day}T08:30,${came ? `C1,${day}T08:00,${day}T08:30` : ",,"},${came ? "" : "hospital"},`;
/** Two attended and one in hospital up to 31 March, two attended by P1 and one by P2 from 1 April on. */
const ROWS = [row("V1", "2026-03-30"), row("V2", "2026-03-31"), row("V3", "2026-03-31", "P1", false), row("V4", "2026-04-01"), row("V5", "2026-04-02"), row("V6", "2026-04-02", "P2"), row("V7", "2026-04-02", "P2", false)];
const PERIOD = { firstDay: "2026-03-30", lastDay: "2026-04-12" } as const;

type Days = { readonly firstDay?: "2026-04-01"; readonly lastDay?: "2026-03-31" };
/** A clause of the paying council, in versions of its own. */
function inVersions(name: keyof Clauses<Call>, ...days: readonly Days[]): Clauses<Call> {
  const [version] = (payingCouncil("paying-council", {})[name] as Clause<object>).versions;
  return { [name]: { versions: days.map((own) => ({ ...version!, ...own })) } } as Clauses<Call>;
}

async function monthOf(clauses: Clauses<Call>, rows: readonly string[] = ROWS) {
  const rules = compile(payingCouncil("council-of-days", clauses));
  const month = await assessExport(bytesOf([HEADING, ...rows, ""].join("\n")), rules, { period: PERIOD });
  const document = monthDocument(month, rules);
  return { rules, month, document, table: monthTable(document, rules, new Map()), page: textOf(monthPage(month, rules)), said: toText(explain(month, rules), 10_000) };
}

const cases = (document: { readonly findings: readonly { readonly code: string; readonly count: number }[] }): number => document.findings.find(({ code }) => code === "no-rule-in-force")?.count ?? 0;

describe.each([
  ["not in force from 1 April", [{ lastDay: "2026-03-31" }]],
  ["twice in force from 1 April", [{}, { firstDay: "2026-04-01" }]],
] as const)("%s", (_says, days) => {
  it.each(["rate", "statement"] as const)("%s: each paid visit is found once, and the amount without it is called what it is", async (name) => {
    const { document, table, page, said } = await monthOf(inVersions(name, ...days));
    expect(document.findings).toContainEqual({ code: "no-rule-in-force", severity: "error", of: "cases", count: 3 });
    expect(document.providers.map(({ payment }) => payment)).toEqual([{ attendances: 2, minutesPaid: 60, amount: "12.00" }, { attendances: 0, minutesPaid: 0, amount: "0.00" }]);
    expect(document.paymentUndetermined).toEqual([{ provider: "P1", visits: 2 }, { provider: "P2", visits: 1 }]);
    expect(table).toContain("not determined\n");
    expect(table.match(/^P1 .*£12\.00 +2 visits$/m)).not.toBeNull();
    expect(table.match(/^P2 +0 +– +– +1 visit$/m)).not.toBeNull();
    expect(page).toContain("to pay by these rules; 3 visits not determined.");
    expect(page).toContain("Not deter\u00admined");
    expect(said).toContain("Not in that: what is due for 3 visits, or a part of it, cannot be determined, and is not 0.");
  });

  it("rate, where time is added up: each of its visits is found, and the group is in no amount", async () => {
    const basis = clause({ ...ACTUAL, per: { kind: "added-up", over: "period-assessed", carers: "each", services: "together", severalRates: "undetermined" } } as const);
    const { document, table } = await monthOf({ ...inVersions("rate", ...days), basis });
    expect(cases(document)).toBe(3);
    expect(document).toMatchObject({ total: { payment: { attendances: 0, amount: "0.00" } }, paymentUndetermined: expect.any(Array) });
    expect(table.match(/^total .*– +5 visits$/m)).not.toBeNull();
  });

  it("targets: found once for the period, and no share is said to have none", async () => {
    const { month, rules, document, table, page, said } = await monthOf(inVersions("targets", ...days));
    expect(cases(document)).toBe(1);
    expect(cases(monthDocument(mergeMonths(month, month), rules))).toBe(1);
    expect(table).toContain("Punctuality, call calls (target: cannot be determined)");
    expect(table).not.toContain("no target");
    expect(page).toContain("target cannot be determined");
    expect(/.{80}sets no target.{30}/s.exec(page + said)?.[0]).toBeUndefined();
  });

  it("continuity: each visit attended without a standard is found, and the windows of a person that end there", async () => {
    const { document } = await monthOf(inVersions("continuity", ...days));
    // V4, V5 and V6, and the windows of SU1 with P1, whose earlier visits are followed.
    expect(cases(document)).toBe(4);
    expect(document.total.continuity.windows).toBe(0);
  });
});

it("where all that visits need is in force, nothing is said, and a rate that nobody needs is not missed", async () => {
  const { document, table, page } = await monthOf({});
  expect(cases(document)).toBe(0);
  expect(`${table}${page}`).not.toContain("annot be determined: ");
  expect(table).not.toContain("– ");
  const nobodyPaid = await monthOf(inVersions("rate", { lastDay: "2026-03-31" }), [row("V3", "2026-03-31", "P1", false), row("V7", "2026-04-02", "P2", false)]);
  expect(cases(nobodyPaid.document)).toBe(0);
});
