import { describe, expect, it } from "vitest";
import { type Council, assessExport, compile, mergeMonths, monthDocument } from "../../src/index.js";
import type { ContinuityTerms } from "../../src/continuity/terms.js";
import type { PerformanceEffectTerms } from "../../src/performance/effect.js";
import { bytesOf } from "../helpers.js";
import { attendance, clause, patternCouncil, punctuality } from "../published-rules/pattern-council.ts";

const heading = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";
const period = { firstDay: "2026-03-16", lastDay: "2026-03-29" } as const;

/** A row of the export: day of March, service user, carer (none: nobody came), outcome, carers required. */
function row(id: string, day: number, serviceUser: string, carer: string, { outcome = "", required = 1, out = true } = {}): string {
  const at = (time: string): string => `2026-03-${day}T${time}`;
  const logs = carer === "" ? ",," : `${carer},${at("08:05")},${out ? at("08:35") : ""}`;
  return `${id},${serviceUser},P1,call,${required},${at("08:00")},${at("08:30")},${logs},${outcome},`;
}

async function monthOf(rows: readonly string[], patch: Partial<Council<"call">>) {
  const rules = compile(patternCouncil("month-council", patch));
  const month = await assessExport(() => bytesOf(`${heading}\n${rows.join("\n")}\n`), rules, { period });
  return { month, rules, document: monthDocument(month, rules) };
}

const counting = { days: 7, step: 7, anchor: "mondays", received: "attended", scope: "service-user-and-provider", shareOf: "windows", doubleHanded: "one-visit" } as const;
const continuity = (terms: ContinuityTerms) => ({ continuity: clause(terms) });
const found = (document: { readonly findings: readonly { readonly code: string; readonly count: number }[] }, code: string) => document.findings.find((finding) => finding.code === code)?.count;

describe("continuity of a month, by each kind of standard", () => {
  // Two carers for SU1 in the first week, one in the second; one visit for SU2 in the first.
  const rows = [row("V1", 16, "SU1", "A"), row("V2", 17, "SU1", "A"), row("V3", 17, "SU1", "B"), row("V4", 17, "SU2", "B"), row("V5", 24, "SU1", "A")];

  it("a maximum", async () => {
    const { document } = await monthOf(rows, continuity({ kind: "maximum", most: 1, ...counting }));
    expect(document.total.continuity).toMatchObject({ windows: 3, within: 2 });
  });

  it("a share counts each visit of a day: A made two of three in the first week", async () => {
    const share = (atLeast: string) => continuity({ kind: "share", mostFrequent: 1, atLeast, limit: "included", ...counting, doubleHanded: "each-carer" });
    expect((await monthOf([...rows, row("V6", 17, "SU1", "A")], share("0.75"))).document.total.continuity).toMatchObject({ windows: 3, within: 3 });
    expect((await monthOf(rows, share("0.75"))).document.total.continuity).toMatchObject({ windows: 3, within: 2 });
  });

  it("a table with a hole: the window in it is in no share, and is said", async () => {
    const { document } = await monthOf(rows, continuity({ kind: "table", rows: [{ from: 1, to: 2, becomes: 1 }, { from: 4, to: "open", becomes: 2 }], ...counting }));
    expect(document.total.continuity).toMatchObject({ windows: 2, within: 2 });
    expect(found(document, "no-carers-allowed")).toBe(1);
  });

  it("a service user with a window in a hole is counted only where another window is over", async () => {
    const table = (becomes: number) => continuity({ kind: "table", rows: [{ from: 1, to: 2, becomes }, { from: 4, to: "open", becomes: 2 }], ...counting, shareOf: "service-users" });
    expect((await monthOf(rows, table(1))).document.total.continuity).toMatchObject({ windows: 1, within: 1 });
    expect((await monthOf(rows, table(0))).document.total.continuity).toMatchObject({ windows: 2, within: 0 });
  });

  it("a measure without a target is in no share, and is said", async () => {
    const { document } = await monthOf(rows, continuity({ kind: "measure", ...counting }));
    expect(document.total.continuity).toEqual({ windows: 0, within: 0, share: null, target: null, met: null });
    expect(found(document, "continuity-measured")).toBe(3);
  });

  it("calendar months lie wholly inside the period", async () => {
    const { document } = await monthOf(rows, continuity({ kind: "maximum", most: 1, ...counting, days: "calendar-month", step: "calendar-month", anchor: "first-of-month" }));
    expect(document.total.continuity).toMatchObject({ windows: 0 });
  });

  it.each([
    ["open visits are left out where only delivered ones count", { received: "delivered" }, [row("V1", 16, "SU1", "A"), row("V2", 17, "SU1", "B", { out: false })], 0],
    ["and count where attended ones do", { received: "attended" }, [row("V1", 16, "SU1", "A"), row("V2", 17, "SU1", "B", { out: false })], 1],
    ["two-carer visits can be left out", { doubleHanded: "left-out" }, [row("V1", 16, "SU1", "A"), row("V2", 17, "SU1", "B", { required: 2 })], 0],
    ["more carers than required can be left out", { carers: "as-many-as-required" }, [row("V1", 16, "SU1", "A"), row("V1", 16, "SU1", "B")], 0],
    ["or count", { carers: "every" }, [row("V1", 16, "SU1", "A"), row("V1", 16, "SU1", "B")], 1],
    ["visits of named call types count", { callTypes: ["call"] }, [row("V1", 16, "SU1", "A"), row("V2", 17, "SU1", "B")], 1],
  ] as const)("%s", async (_what, patch, own, over) => {
    const { document } = await monthOf(own, continuity({ kind: "maximum", most: 1, ...counting, ...patch }));
    expect(document.total.continuity).toMatchObject({ windows: 1, within: 1 - over });
  });

  it("and those of other call types are left out", async () => {
    const limits = { early: 15, late: 15 };
    const two = { callTypes: ["call", "night"], punctuality: clause({ ...punctuality, callTypes: { call: limits, night: limits } }), targets: clause({ punctuality: { call: null, night: null }, continuity: null, punctualityBase: "assessable" }) };
    const only = (callType: "call" | "night") => monthOf([row("V1", 16, "SU1", "A"), row("V2", 17, "SU1", "B")], { ...two, ...continuity({ kind: "maximum", most: 1, ...counting, callTypes: [callType] }) } as unknown as Partial<Council<"call">>);
    expect((await only("call")).document.total.continuity).toMatchObject({ windows: 1, within: 0 });
    expect((await only("night")).document.total.continuity).toMatchObject({ windows: 0 });
  });
});

describe("performance effects of a month", () => {
  const cases: PerformanceEffectTerms["cases"] = {
    delivered: "done", understaffed: "failed", "past-threshold": "failed", "done-in-another": "done", unexplained: "failed",
    "no-access": "apart", hospital: "not-counted", "cancelled-by-person": "apart", "cancelled-by-council": "not-counted", "provider-failure": "failed",
    refused: "apart", aborted: "apart", frustrated: "apart", suspended: "not-counted", other: "undetermined",
  };
  const effects = (byProviderFault: PerformanceEffectTerms["byProviderFault"]) => ({ performanceEffects: clause({ cases, byProviderFault }) });
  const rows = [
    row("V1", 16, "SU1", "A"), row("V2", 17, "SU1", "A", { required: 2 }), row("V3", 18, "SU1", ""), row("V4", 19, "SU1", "", { outcome: "provider-failure" }),
    row("V5", 20, "SU1", "", { outcome: "hospital" }), row("V6", 21, "SU1", "", { outcome: "refused" }), row("V7", 22, "SU1", "A", { outcome: "hospital" }),
    row("V8", 23, "SU1", "A").replace("08:05", "8:05"),
  ];

  it("every visit is counted once, what cannot be determined too", async () => {
    const { document } = await monthOf(rows, effects([]));
    expect(document.total.visits).toBe(8);
    expect(document.total.performance).toEqual({ done: 1, failed: 3, apart: 1, notCounted: 1, undetermined: 2, failedShare: "0.7500" });
    expect(document.providers[0]!.performance).toEqual(document.total.performance);
  });

  it("an export names no fault: what fails only by the provider's cannot be determined, and what names it does", async () => {
    const { document } = await monthOf(rows, effects(["unexplained", "provider-failure"]));
    expect(document.total.performance).toEqual({ done: 1, failed: 2, apart: 1, notCounted: 1, undetermined: 3, failedShare: "0.6667" });
  });

  it("parts merge to the whole", async () => {
    const [one, other] = [await monthOf(rows.slice(0, 3), effects([])), await monthOf(rows.slice(3), effects([]))];
    const whole = await monthOf(rows, effects([]));
    expect(monthDocument(mergeMonths(one.month, other.month), whole.rules)).toEqual(whole.document);
  });

  it("without the clause a document has no such figures", async () => {
    const { document } = await monthOf(rows, {});
    expect(document.total).not.toHaveProperty("performance");
  });

  it("nor with a clause that binds nobody, unless it is named", async () => {
    const [version] = effects([]).performanceEffects.versions;
    const proposed = { versions: [{ ...version!, authority: "proposed" as const }] };
    const { document } = await monthOf(rows, { performanceEffects: proposed });
    expect(document.total).not.toHaveProperty("performance");
    const rules = compile(patternCouncil("month-council", { performanceEffects: proposed }), { authorities: ["agreed", "proposed"] });
    const month = await assessExport(() => bytesOf(`${heading}\n${rows.join("\n")}\n`), rules, { period });
    expect(monthDocument(month, rules).total.performance).toMatchObject({ done: 1, failed: 3 });
  });

  it("on a day on which the clause is not in force they are undetermined", async () => {
    const [version] = effects([]).performanceEffects.versions;
    const { document } = await monthOf(rows.slice(0, 3), { performanceEffects: { versions: [{ ...version!, firstDay: "2026-03-17" }] } });
    expect(document.total.performance).toEqual({ done: 0, failed: 2, apart: 0, notCounted: 0, undetermined: 1, failedShare: "1.0000" });
  });
});

describe("targets by contract year", () => {
  it("a month has the targets of its last day's contract year", async () => {
    const years = { firstDay: "2025-03-29", years: ["0.80", "0.90"], afterwards: "none" } as const;
    const patch = { targets: clause({ punctuality: { call: years }, continuity: null, punctualityBase: "assessable" as const }) };
    const { document } = await monthOf([row("V1", 16, "SU1", "A")], patch);
    expect(document.total.punctuality.call.target).toBe("0.90");
  });
});

describe("a call type that is not tested", () => {
  it("is in no share of punctuality", async () => {
    const { document } = await monthOf([row("V1", 16, "SU1", "A")], { punctuality: clause({ ...punctuality, callTypes: { call: null } }), attendance: clause(attendance) });
    expect(document.total.punctuality.call).toMatchObject({ assessed: 0, notAssessable: 1, share: null, met: null });
  });
});
