import { expect, it } from "vitest";
import { offeredRate } from "../../src/payment/offered-rate.js";
import { compile } from "../../src/rules/compile.js";
import { clause, payingCouncil } from "./paying-council.js";

// R12: floor £16.12 and ceiling £22.72: £16.11 refused, £16.12 accepted, £22.73 to an exceptional route.
const terms = { floor: "16.12", ceiling: "22.72", aboveCeiling: "exceptional-route" } as const;
const council = payingCouncil("floor-and-ceiling-council", { offeredRate: clause(terms) });

it.each([
  ["16.11", { kind: "refused", reason: "below-floor", limit: "16.12" }],
  ["16.119", { kind: "refused", reason: "below-floor", limit: "16.12" }],
  ["16.12", { kind: "accepted" }],
  ["22.72", { kind: "accepted" }],
  ["22.720", { kind: "accepted" }],
  ["22.73", { kind: "exceptional-route", limit: "22.72" }],
  ["9.99", { kind: "refused", reason: "below-floor", limit: "16.12" }],
  ["100", { kind: "exceptional-route", limit: "22.72" }],
])("R12: £%s", (pounds, answer) => {
  expect(offeredRate(pounds, council.offeredRate!.versions[0]!)).toEqual(answer);
});

it("R12: above the ceiling may be refused instead, and either limit left out", () => {
  expect(offeredRate("22.73", { ...terms, aboveCeiling: "refused" })).toEqual({ kind: "refused", reason: "above-ceiling", limit: "22.72" });
  expect(offeredRate("1.00", { ...terms, floor: null })).toEqual({ kind: "accepted" });
  expect(offeredRate("99.00", { ...terms, ceiling: null })).toEqual({ kind: "accepted" });
});

it("R12: a floor above the ceiling is refused by name", () => {
  expect(() => compile(payingCouncil("upside-down-council", { offeredRate: clause({ ...terms, floor: "22.73" } as const) }))).toThrow("offeredRate: floor must not be above ceiling");
});
