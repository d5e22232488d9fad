import { describe, expect, it } from "vitest";
import type { BasisTerms, Least, PaidLimit, TimeLine } from "../../src/payment/basis.js";
import type { UndeliveredPay } from "../../src/payment/undelivered.js";
import { compile } from "../../src/rules/compile.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";
import { ACTUAL, assessed, clause, payingCouncil, visit } from "../published-rules/paying-council.js";

const day = "2026-03-16";
const linesOf = (basis: Partial<BasisTerms>, planned: string, logs: readonly string[], facts = {}) =>
  assessed(payingCouncil("basis-council", { basis: clause<BasisTerms>({ ...ACTUAL, ...basis }) }), visit(day, planned, logs, facts)).payment.lines as readonly TimeLine[];

describe("actual time within the planned", () => {
  it.each([
    ["09:00-09:30", 30],
    ["08:45-09:20", 20],
    ["09:20-09:50", 10],
    ["08:00-11:00", 30],
    ["09:10:30-09:40", 19],
  ])("%s of 09:00 to 09:30 planned counts %i minutes", (log, minutes) => {
    expect(linesOf({ basis: "actual-within-planned" }, "09:00-09:30", [log])).toMatchObject([{ kind: "paid", minutes, minutesPaid: minutes }]);
  });

  it.each(["08:00-09:00", "09:30-10:00"])("%s is never inside it", (log) => {
    expect(linesOf({ basis: "actual-within-planned" }, "09:00-09:30", [log])).toMatchObject([{ kind: "unpaid", reason: "outside-planned-time" }]);
  });

  it("a stay of no length inside it is a stay of no length", () => {
    expect(linesOf({ basis: "actual-within-planned" }, "09:00-09:30", ["09:10-09:10"])).toMatchObject([{ kind: "unpaid", reason: "row-pays-nothing", minutes: 0 }]);
  });

  it("a planned end that is not after its start holds no time", () => {
    expect(linesOf({ basis: "actual-within-planned" }, "09:00-09:00", ["09:00-09:30"])).toMatchObject([{ reason: "no-planned-length" }]);
  });

  it("a carer who did not log out is not payable until corrected", () => {
    expect(linesOf({ basis: "actual-within-planned" }, "09:00-09:30", ["09:00-"])).toMatchObject([{ carer: "C1", reason: "log-out-missing" }]);
  });

  it("the visit once: the time at least one carer was there, inside it", () => {
    expect(linesOf({ basis: "actual-within-planned", per: "visit" }, "09:00-09:30", ["08:50-09:05", "09:20-09:45"], { carersRequired: 2 })).toMatchObject([{ carer: null, minutes: 15 }]);
  });
});

describe("the least and the most", () => {
  const least = (of: PaidLimit, whereNothing: Least["whereNothing"] = "the-least"): Least => ({ of, whereNothing });
  it.each([
    // most, minutes there, minutes paid; planned 30
    ["planned-length", 30, 30],
    ["planned-length", 31, 30],
    [{ kind: "planned-plus", minutes: 15 }, 45, 45],
    [{ kind: "planned-plus", minutes: 15 }, 46, 45],
    [{ kind: "minutes", minutes: 40 }, 40, 40],
    [{ kind: "minutes", minutes: 40 }, 41, 40],
  ] as const)("at most %j: %i minutes pay %i", (most, there, expected) => {
    expect(linesOf({ most }, "09:00-09:30", [`09:00-09:${there}`])).toMatchObject([{ minutes: there, banded: there, minutesPaid: expected }]);
  });

  it.each([
    ["planned-length", 29, 30],
    ["planned-length", 31, 31],
    [{ kind: "planned-plus", minutes: 5 }, 34, 35],
    [{ kind: "planned-plus", minutes: 5 }, 36, 36],
    [{ kind: "minutes", minutes: 15 }, 14, 15],
    [{ kind: "minutes", minutes: 15 }, 16, 16],
  ] as const)("at least %j: %i minutes pay %i", (of, there, expected) => {
    expect(linesOf({ least: least(of) }, "09:00-09:30", [`09:00-09:${there}`])).toMatchObject([{ minutes: there, banded: there, minutesPaid: expected }]);
  });

  it("what the table pays nothing for is paid the least, or stays unpaid: the council chooses", () => {
    const moment = ["09:00:00-09:00:30"];
    expect(linesOf({ least: least({ kind: "minutes", minutes: 15 }) }, "09:00-09:30", moment)).toMatchObject([{ minutes: 0, banded: 0, minutesPaid: 15 }]);
    expect(linesOf({ least: least({ kind: "minutes", minutes: 15 }, "nothing") }, "09:00-09:30", moment)).toMatchObject([{ reason: "row-pays-nothing" }]);
  });

  it("the most comes after the least", () => {
    expect(linesOf({ least: least({ kind: "minutes", minutes: 45 }), most: "planned-length" }, "09:00-09:30", ["09:00-09:10"])).toMatchObject([{ minutesPaid: 30 }]);
  });

  it("a limit by a planned length that there is not", () => {
    for (const limit of [{ most: "planned-length" }, { most: { kind: "planned-plus", minutes: 5 } }, { least: least("planned-length") }] as const) {
      expect(linesOf(limit, "09:00-09:00", ["09:00-09:10"])).toMatchObject([{ reason: "no-planned-length", minutes: 10 }]);
    }
    expect(linesOf({ most: { kind: "minutes", minutes: 5 } }, "09:00-09:00", ["09:00-09:10"])).toMatchObject([{ minutesPaid: 5 }]);
  });
});

describe("terms that contradict themselves are refused by name", () => {
  it.each([
    [{ basis: "actuals" }, 'basis: basis must be a listed one, got "actuals". Did you mean "actual"?'],
    [{ mostCarers: 0 }, "basis: mostCarers must be a whole number from 1, got 0"],
    [{ mostCarers: 1, surplusCarers: "all" }, 'basis: surplusCarers must be earliest where mostCarers limits them, got "all"'],
    [{ most: { kind: "minutes", minutes: 7.5 } }, "basis: most.minutes must be a whole number from 0, got 7.5"],
    [{ least: { of: { kind: "planned-plus", minutes: -1 }, whereNothing: "nothing" } }, "basis: least.of.minutes must be a whole number from 0, got -1"],
    [{ least: { of: { kind: "minutes", minutes: 61 }, whereNothing: "nothing" }, most: { kind: "minutes", minutes: 60 } }, "basis: least must not be above most"],
    [{ least: { of: { kind: "planned-plus", minutes: 1 }, whereNothing: "nothing" }, most: "planned-length" }, "basis: least must not be above most"],
    [{ basis: { kind: "planned-where-no-actual", inTime: { kind: "days-after-visit", days: -1 }, missingLogOut: "unpaid" } }, "basis: basis.inTime.days must be a whole number from 0, got -1"],
  ])("%j", (terms, message) => {
    expect(() => compile(payingCouncil("contradictory-council", { basis: clause({ ...ACTUAL, ...terms } as BasisTerms) }))).toThrow(message);
  });
});

describe("logs by themselves, with a place for each carer who is paid", () => {
  const twice = (third: { readonly carer: string; readonly logIn: string; readonly logOut: string | null }) => ({
    attendances: [{ carer: "A", logIn: `${day}T09:00`, logOut: `${day}T09:10` }, { carer: "A", logIn: `${day}T09:20`, logOut: `${day}T09:50` }, third],
  });
  const later = { carer: "B", logIn: `${day}T09:30`, logOut: `${day}T09:40` };
  const said = (lines: readonly TimeLine[]) => lines.map((line) => [line.carer, line.kind === "unpaid" ? line.reason : line.minutes]);

  it("each log of the first carer is paid, the second carer is one too many; or both are paid", () => {
    const lines = (surplusCarers: BasisTerms["surplusCarers"]) => said(linesOf({ sameCarer: "each-log", surplusCarers }, "09:00-10:00", [], twice(later)));
    expect(lines("earliest")).toEqual([["A", 10], ["A", 30], ["B", "surplus-carer"]]);
    expect(lines("all")).toEqual([["A", 10], ["A", 30], ["B", 10]]);
  });

  it("beside a carer without a log-out, who is paid the plan, the other's logs are joined or paid each by itself", () => {
    const open = { carer: "B", logIn: `${day}T09:00`, logOut: null };
    const lines = (sameCarer: BasisTerms["sameCarer"]) =>
      said(linesOf({ sameCarer, basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "no-actual", unexplained: "nothing" } }, "09:00-10:00", [], { ...twice(open), carersRequired: 2 }));
    expect(lines("joined")).toEqual([["A", 40], ["B", 60]]);
    expect(lines("each-log")).toEqual([["A", 10], ["A", 30], ["B", 60]]);
  });
});

describe("pay of what did not go to plan, added up with the seconds kept", () => {
  const per = { kind: "added-up", over: "day", carers: "together", services: "together", severalRates: "undetermined", partMinutes: "of-the-sum" } as const;
  const pays = (pay: UndeliveredPay) => {
    const nothing = { kind: "nothing" } as const;
    const outcomes = { ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing])) as { readonly [O in Outcome]: UndeliveredPay }), refused: pay };
    const council = payingCouncil("of-the-sum-council", { basis: clause<BasisTerms>({ ...ACTUAL, per, undelivered: "by-outcome" }), undelivered: clause({ outcomes, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" } as const) });
    return assessed(council, visit(day, "09:00-09:45", [], { outcome: "refused" })).payment.lines[0];
  };

  it("a share of the planned length adds its seconds, fixed minutes are whole", () => {
    expect(pays({ kind: "share-of-planned", share: "0.5", of: "length" })).toMatchObject({ kind: "grouped", measured: "planned", minutes: 22, seconds: 22 * 60 + 30 });
    expect(pays({ kind: "share-of-planned", share: "0.3333", of: "length" })).toMatchObject({ minutes: 14, seconds: 899 });
    expect(pays({ kind: "planned-length" })).toMatchObject({ minutes: 45, seconds: 45 * 60 });
    expect(pays({ kind: "fixed-minutes", minutes: 15 })).toMatchObject({ measured: "fixed", minutes: 15, seconds: 15 * 60 });
  });
});
