import { expect, it } from "vitest";
import type { IncentiveTerms } from "../../src/payment/incentive.js";
import { compile } from "../../src/rules/compile.js";
import { ACTUAL, assessed, clause, payingCouncil, version, visit } from "./paying-council.js";

// R13: one-off incentive inside dated windows that were extended later: 16 February to 6 April 2018, extended to 20 April.
const terms: IncentiveTerms = { incentives: [{ name: "new package", when: {}, for: "package", pounds: "150.00" }] };
const asFirstSet = [version(terms, { firstDay: "2018-02-16", lastDay: "2018-04-06" })];
const extended = [...asFirstSet, version(terms, { firstDay: "2018-04-07", lastDay: "2018-04-20" })];
const council = (versions: typeof extended) => payingCouncil("incentive-window-council", { incentive: { versions } });
const first = (day: `${number}-${number}-${number}`, facts = {}) => visit(day, "09:00-10:00", ["09:00-10:00"], { firstOfPackage: true, ...facts });

it.each([
  ["2018-02-15", undefined, "12.00"],
  ["2018-02-16", [{ kind: "added", incentive: "new package", amount: "150.00" }], "162.00"],
  ["2018-04-06", [{ kind: "added", incentive: "new package", amount: "150.00" }], "162.00"],
  ["2018-04-07", [{ kind: "added", incentive: "new package", amount: "150.00" }], "162.00"],
  ["2018-04-20", [{ kind: "added", incentive: "new package", amount: "150.00" }], "162.00"],
  ["2018-04-21", undefined, "12.00"],
] as const)("R13: as extended, on %s", (day, additions, amount) => {
  const { payment } = assessed(council(extended), first(day));
  expect(payment.additions).toEqual(additions);
  expect(payment.amount).toBe(amount);
});

it("R13: before the extension, 7 April pays none", () => {
  expect(assessed(council(asFirstSet), first("2018-04-06")).payment.amount).toBe("162.00");
  expect(assessed(council(asFirstSet), first("2018-04-07")).payment.amount).toBe("12.00");
});

it("R13: once for a package, not for its later visits; and not known where nobody said", () => {
  expect(assessed(council(extended), first("2018-03-01", { firstOfPackage: false })).payment.additions).toEqual([]);
  expect(assessed(council(extended), first("2018-03-01", { firstOfPackage: null })).payment.additions).toEqual([{ kind: "undetermined", incentive: "new package", reason: "package-start-not-known" }]);
});

it("R13: each hour or each visit can be the measure, for some services only", () => {
  const each = payingCouncil("incentive-each-hour-council", {
    incentive: clause({
      incentives: [
        { name: "rural hour", when: { zones: ["rural"] }, for: "hour", pounds: "1.20" },
        { name: "winter visit", when: {}, for: "visit", pounds: "0.75" },
      ],
    } as const),
  });
  const half = (facts: { zone?: string }) => assessed(each, visit("2026-03-16", "09:00-10:00", ["09:00-09:30"], facts)).payment;
  expect(half({ zone: "rural" })).toMatchObject({ amount: "7.35", additions: [{ incentive: "rural hour", amount: "0.60" }, { incentive: "winter visit", amount: "0.75" }] });
  expect(half({ zone: "town" })).toMatchObject({ amount: "6.75", additions: [{ incentive: "winter visit" }] });
  expect(half({}).additions).toMatchObject([{ kind: "undetermined", incentive: "rural hour", reason: "zone-not-known" }, { kind: "added" }]);
});

it("R13: nobody came, nothing is added", () => {
  expect(assessed(council(extended), visit("2018-03-01", "09:00-10:00", [], { firstOfPackage: true })).payment.additions).toEqual([]);
});

it("R13: refused by name where time is added up, and where two versions hold on one day", () => {
  const per = { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } as const;
  expect(() => compile(payingCouncil("incentive-on-a-sum-council", { incentive: clause(terms), basis: clause({ ...ACTUAL, per }) }))).toThrow("incentive must be left out where basis.per adds up time");
  expect(() => compile(council([...extended, version(terms, { firstDay: "2018-04-20" })]))).toThrow("incentive must have one version a day");
});
