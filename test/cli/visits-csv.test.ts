import { describe, expect, it } from "vitest";
import { decimalSum } from "../../src/cli/amounts.js";
import { visitsCsv } from "../../src/cli/visits-csv.js";
import { type CompileOptions, assessExport, assessVisit, compile, leicester, listVisits, monthDocument, withReading } from "../../src/index.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { slowly } from "../ecm/slow-records.ts";
import { bytesOf } from "../helpers.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { ACTUAL, type Call, TWELVE_POUNDS, clause, payingCouncil, version, visit } from "../published-rules/paying-council.js";

const DAY = "2026-03-16";
/** What the list of visits says of one visit, by column. */
function listed(council: VisitCouncil<Call>, input: VisitInput<Call>, options: CompileOptions = {}): Record<string, string> {
  const rules = compile(council, options);
  const assessment = assessVisit(input, rules);
  const [heads, cells] = visitsCsv([{ provider: assessment.visit.provider, id: assessment.visit.id, day: DAY, told: { kind: "assessed", assessment } }], rules).split("\n").map((line) => line.split(","));
  return Object.fromEntries(heads!.map((head, i) => [head, cells![i]!]));
}
const paid = visit(DAY, "09:00-09:30", ["09:00-09:25"]);

describe("minutes paid and amount of the list are what is known, and empty where nothing is, never 0", () => {
  const noRate = payingCouncil("no-rate-council", { rate: { versions: [version(TWELVE_POUNDS, { lastDay: "2026-03-15" })] } });
  const addedUp = payingCouncil("added-up-council", { basis: clause({ ...ACTUAL, per: { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } } as const) });
  it("a rate that is not in force: nothing is known", () => {
    expect(listed(noRate, paid)).toMatchObject({ minutes_there: "25", minutes_paid: "", amount: "", not_paid: "no-rule-in-force", undetermined: "no-rule-in-force" });
  });

  it("an open log beside a paid one: what is paid so far, and what is not known yet", () => {
    expect(listed(payingCouncil("plain", {}), visit(DAY, "09:00-09:30", ["09:00-09:25", "09:00-"], { carersRequired: 2 }))).toMatchObject({ minutes_paid: "25", amount: "5.00", not_paid: "log-out-missing", undetermined: "log-out-missing" });
    expect(listed(payingCouncil("plain", {}), visit(DAY, "09:00-09:30", ["09:00-"]))).toMatchObject({ minutes_paid: "", amount: "", not_paid: "log-out-missing", undetermined: "log-out-missing" });
  });

  it("time added up is paid with the last visit of its group", () => {
    expect(listed(addedUp, paid)).toMatchObject({ minutes_there: "25", minutes_paid: "25", amount: "5.00", not_paid: "", undetermined: "" });
  });

  it("of visits added up, only those before the last say so; the last says why, where the sum is not paid", () => {
    const rows = (council: VisitCouncil<Call>, ...inputs: readonly VisitInput<Call>[]): string[] => {
      const rules = compile(council);
      const told = inputs.map((input) => ({ kind: "assessed", assessment: assessVisit(input, rules) }) as const);
      const [heads, ...cells] = visitsCsv(told.map(({ assessment, ...one }) => ({ provider: assessment.visit.provider, id: assessment.visit.id, day: DAY, told: { ...one, assessment } })), rules).trimEnd().split("\n").map((line) => line.split(","));
      return cells.map((one) => `${one[heads!.indexOf("minutes_paid")]} ${one[heads!.indexOf("not_paid")]}`);
    };
    const [first, last] = [{ ...paid, id: "1" }, visit(DAY, "12:00-12:30", ["12:00-12:20"], { id: "2" })];
    expect(rows(addedUp, first, last)).toEqual([" added-up", "45 "]);
    // Two carers are two groups: one goes on to the second visit, the other ends in the first.
    const two = visit(DAY, "09:00-09:30", ["09:00-09:25", "09:00-09:10"], { id: "1", carersRequired: 2 });
    expect(rows(addedUp, two, last)).toEqual(["10 added-up", "45 "]);
    const hours = { ...addedUp, paidMinutes: clause({ kind: "complete-units", partMinutes: "dropped", unit: 60 } as const) };
    expect(rows(hours, first, last)).toEqual(["0 added-up", "0 row-pays-nothing"]);
  });

  it("what is known to be nothing is 0; a surplus carer takes nothing from what is known", () => {
    expect(listed(payingCouncil("plain", {}), visit(DAY, "09:00-09:30", [], { outcome: "hospital" }))).toMatchObject({ minutes_there: "", minutes_paid: "0", amount: "0.00", not_paid: "not-attended" });
    expect(listed(payingCouncil("plain", {}), visit(DAY, "09:00-09:30", ["09:00-09:25", "09:01-09:25"]))).toMatchObject({ minutes_paid: "25", amount: "5.00", not_paid: "surplus-carer", undetermined: "" });
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
    expect(listed(incentive, paid)).toMatchObject({ minutes_paid: "25", amount: "5.00", undetermined: "zone-not-known", incentives: "rural hour=zone-not-known" });
    expect(listed(incentive, { ...paid, zone: "town" })).toMatchObject({ amount: "5.00", incentives: "" });
  });
});

describe("amounts are decimal numbers, which no spreadsheet takes for a date", () => {
  const forty = payingCouncil("forty-council", { rate: clause({ kind: "one-rate", hourly: "20.00", hours: "every" } as const) });
  it("exact where they can be, else rounded at the tenth digit", () => {
    expect(listed(forty, visit(DAY, "09:00-09:30", ["09:00-09:20"])).amount).toBe("6.6666666667");
    expect(listed(forty, visit(DAY, "09:00-09:30", ["09:00-09:10"])).amount).toBe("3.3333333333");
    expect(listed(forty, visit(DAY, "09:00-09:30", ["09:00-09:30"])).amount).toBe("10.00");
  });

  it.each([
    [[], "0.00"],
    [["7.005"], "7.005"],
    [["20/3", "20/3", "20/3"], "20.00"],
    [["1/3", "0.50"], "0.8333333333"],
    [["1/20000000000"], "0.0000000001"],
    [["1/20000000001"], "0.00"],
    [["1000000", "0.01"], "1000000.01"],
  ])("%j come to %s", (amounts, sum) => {
    expect(decimalSum(amounts)).toBe(sum);
  });
});

/** The sums of the list's columns by provider: minutes, pounds rounded to the penny, and rows of which something is not known. */
function added(csv: string): Record<string, { minutes: number; amount: string; undetermined: number }> {
  const [heads, ...rows] = slowly(csv).map(({ fields }) => fields);
  const cell = (cells: readonly string[], name: string): string => cells[heads!.indexOf(name)]!;
  return Object.fromEntries(
    [...new Set(rows.map((cells) => cells[0]!))].map((provider) => {
      const own = rows.filter((cells) => cells[0] === provider);
      const exact = decimalSum(own.map((cells) => cell(cells, "amount")).filter((amount) => amount !== ""));
      const [whole, places = ""] = exact.split(".");
      const pence = (BigInt(`${whole}${places.padEnd(10, "0")}`) + 50_000_000n) / 100_000_000n;
      const minutes = own.reduce((sum, cells) => sum + Number(cell(cells, "minutes_paid")), 0);
      return [provider, { minutes, amount: `${pence / 100n}.${String(pence % 100n).padStart(2, "0")}`, undetermined: own.filter((cells) => cell(cells, "undetermined") !== "").length }];
    }),
  );
}

describe("the rows of the list add up to the month", () => {
  const day = { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "as-completed" } as const;
  const leicesters = leicester as unknown as VisitCouncil;
  const withBasis = (terms: object): VisitCouncil => ({ ...leicesters, basis: { versions: leicesters.basis.versions.map((one) => ({ ...one, ...terms })) } });
  const thirds = { ...leicesters, rate: { versions: leicester.rate.versions.map((one) => ({ ...one, hourly: "20.00" })) } };
  const nearest = { kind: "exact-minutes", partMinutes: "dropped" } as const;
  const byTheMinute = (council: VisitCouncil): VisitCouncil => ({ ...council, paidMinutes: clause(nearest) });
  it.each<readonly [string, VisitCouncil]>([
    ["by Leicester's rules", leicesters],
    ["with a rate that 60 does not divide", byTheMinute(thirds)],
    ["by day", byTheMinute(withBasis({ per: day }))],
    ["by calendar month, all carers together", byTheMinute(withBasis({ per: { ...day, over: "calendar-month", carers: "together" } }))],
    ["over the period, with bands and a hole in them", { ...withBasis({ per: { ...day, over: "period-assessed" } }), paidMinutes: { versions: leicesters.paidMinutes.versions.map((one) => ({ ...one, filling: [] })) } }],
    ["with a rate for some hours only", withReading(leicester, "rate-scope", "day-time-only", "08:00-19:00") as unknown as VisitCouncil],
  ])("%s", async (_how, council) => {
    const rules = compile(council);
    for (const seed of [3, 4, 5]) {
      const csv = randomMonth(seed, { days: 20 });
      const month = monthDocument(await assessExport(() => bytesOf(csv), rules), rules);
      const sums = added(visitsCsv(await listVisits(bytesOf(csv), rules, { period: month.period! }), rules));
      expect(Object.keys(sums)).toEqual(month.providers.map(({ provider }) => provider));
      for (const { provider, payment } of month.providers) {
        expect(sums[provider]).toEqual({ minutes: payment.minutesPaid, amount: payment.amount ?? "0.00", undetermined: month.paymentUndetermined?.find((own) => own.provider === provider)?.visits ?? 0 });
      }
    }
  });
});
