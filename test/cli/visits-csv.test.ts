import { describe, expect, it } from "vitest";
import { visitsCsv } from "../../src/cli/visits-csv.js";
import { type CompileOptions, assessVisit, compile } from "../../src/index.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, TWELVE_POUNDS, clause, payingCouncil, version, visit } from "../published-rules/paying-council.js";

const DAY = "2026-03-16";
/** What the list of visits says of one visit, by column. */
function listed(council: VisitCouncil<Call>, input: VisitInput<Call>, options: CompileOptions = {}): Record<string, string> {
  const assessment = assessVisit(input, compile(council, options));
  const [heads, cells] = visitsCsv([{ provider: "P1", id: "V1", day: DAY, told: { kind: "assessed", assessment } }]).split("\n").map((line) => line.split(","));
  return Object.fromEntries(heads!.map((head, i) => [head, cells![i]!]));
}
const paid = visit(DAY, "09:00-09:30", ["09:00-09:25"]);

describe("minutes paid and amount of the list are empty where they cannot be determined, never 0", () => {
  const noRate = payingCouncil("no-rate-council", { rate: { versions: [version(TWELVE_POUNDS, { lastDay: "2026-03-15" })] } });
  const addedUp = payingCouncil("added-up-council", { basis: clause({ ...ACTUAL, per: { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } } as const) });
  it("a rate that is not in force, an open log beside a paid one, time added up", () => {
    expect(listed(noRate, paid)).toMatchObject({ minutes_there: "25", minutes_paid: "", amount: "", not_paid: "no-rule-in-force" });
    expect(listed(payingCouncil("plain", {}), visit(DAY, "09:00-09:30", ["09:00-09:25", "09:00-"], { carersRequired: 2 }))).toMatchObject({ minutes_paid: "", amount: "", not_paid: "log-out-missing" });
    expect(listed(addedUp, paid)).toMatchObject({ minutes_there: "25", minutes_paid: "", amount: "", not_paid: "added-up" });
  });

  it("what is known to be nothing is 0; a surplus carer takes nothing from what is known", () => {
    expect(listed(payingCouncil("plain", {}), visit(DAY, "09:00-09:30", [], { outcome: "hospital" }))).toMatchObject({ minutes_there: "", minutes_paid: "0", amount: "0.00", not_paid: "not-attended" });
    expect(listed(payingCouncil("plain", {}), visit(DAY, "09:00-09:30", ["09:00-09:25", "09:01-09:25"]))).toMatchObject({ minutes_paid: "25", amount: "5.00", not_paid: "surplus-carer" });
  });

  it("time that nobody logged is marked with what it is", () => {
    const planned = payingCouncil("excused-council", { basis: clause({ ...ACTUAL, undelivered: "excused-planned-length" } as const) });
    expect(listed(planned, visit(DAY, "09:00-09:30", [], { outcome: "hospital" }))).toMatchObject({ minutes_there: "planned=30", minutes_paid: "30", amount: "6.00" });
    const unpriced = payingCouncil("excused-no-rate-council", { basis: clause({ ...ACTUAL, undelivered: "excused-planned-length" } as const), rate: noRate.rate });
    expect(listed(unpriced, visit(DAY, "09:00-09:30", [], { outcome: "hospital" }))).toMatchObject({ minutes_there: "planned=30", minutes_paid: "", not_paid: "no-rule-in-force" });
  });

  it("incentives are named with what they add, or why that is not known", () => {
    const incentive = payingCouncil("incentive-council", { incentive: clause({ incentives: [{ name: "rural hour", when: { zones: ["rural"] }, for: "hour", pounds: "1.20" }] } as const) });
    expect(listed(incentive, { ...paid, zone: "rural" })).toMatchObject({ minutes_paid: "25", amount: "5.50", incentives: "rural hour=0.50" });
    expect(listed(incentive, paid)).toMatchObject({ minutes_paid: "25", amount: "", incentives: "rural hour=zone-not-known" });
    expect(listed(incentive, { ...paid, zone: "town" })).toMatchObject({ amount: "5.00", incentives: "" });
  });
});
