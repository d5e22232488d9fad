import { expect, it } from "vitest";
import { type PriceTerms, priceWithin } from "../../src/index.js";

// R12: floor £16.12 and ceiling £22.72: £16.11 refused, £16.12 accepted, £22.73 to an exceptional route.
const terms: PriceTerms = { floor: "16.12", ceiling: "22.72", aboveCeiling: "exceptional-route" };
const belowFloor = { kind: "below-floor", limit: "16.12", outcome: "refused" };
const aboveCeiling = { kind: "above-ceiling", limit: "22.72", outcome: "exceptional-route" };

it.each([
  ["16.11", belowFloor],
  ["16.119", belowFloor],
  ["16.12", { kind: "within" }],
  ["22.72", { kind: "within" }],
  ["22.720", { kind: "within" }],
  ["22.7201", aboveCeiling],
  ["22.73", aboveCeiling],
  ["9.99", belowFloor],
  ["100", aboveCeiling],
])("R12: £%s", (pounds, answer) => {
  expect(priceWithin(pounds, terms)).toEqual(answer);
});

it("R12: above the ceiling may be refused instead, and either limit left out", () => {
  expect(priceWithin("22.73", { ...terms, aboveCeiling: "refused" })).toEqual({ ...aboveCeiling, outcome: "refused" });
  expect(priceWithin("1.00", { ...terms, floor: null })).toEqual({ kind: "within" });
  expect(priceWithin("99.00", { ...terms, ceiling: null })).toEqual({ kind: "within" });
  expect(priceWithin("99.00", { ...terms, floor: null, ceiling: null })).toEqual({ kind: "no-limits" });
});
