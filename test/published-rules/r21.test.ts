import { describe, expect, it } from "vitest";
import type { UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { chargesFor } from "../../src/rules/charges.js";
import { compile } from "../../src/rules/compile.js";
import { chargeOf } from "../../src/rules/contracts.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, BY_THE_MINUTE, type Call, clause, payingCouncil, version, visit } from "./paying-council.js";

// R21: a person's charge is the lower of cost and assessed contribution: cost £120, contribution £60, £30 cancelled: still
// £60; £70 cancelled: £50. Charge and pay are two rule sets.
const NOTHING: UndeliveredPay = { kind: "nothing" };
const cancelled = (pays: UndeliveredPay): UndeliveredTerms => ({
  outcomes: { "no-access": NOTHING, hospital: NOTHING, "cancelled-by-person": pays, "cancelled-by-council": NOTHING, "provider-failure": NOTHING, refused: NOTHING, aborted: NOTHING, frustrated: NOTHING, suspended: NOTHING, other: { kind: "undetermined" } },
  unexplained: NOTHING,
  pastThreshold: NOTHING,
  tooFewCarers: "those-who-came",
});
const basis = clause({ ...ACTUAL, basis: "planned", undelivered: "by-outcome" } as const);
const council = payingCouncil("lower-of-cost-and-contribution-council", {
  basis,
  // The provider is paid for a cancelled visit; the person is not charged.
  undelivered: clause(cancelled({ kind: "planned-length" })),
  rate: clause({ kind: "one-rate", hourly: "18.00", hours: "every" } as const),
  charge: {
    basis,
    paidMinutes: clause(BY_THE_MINUTE),
    undelivered: clause(cancelled(NOTHING)),
    rate: clause({ kind: "one-rate", hourly: "20.00", hours: "every" } as const),
    statement: clause({ rounding: "statement-half-up", period: "period-assessed" } as const),
    contribution: clause({ period: "week", assessedOn: "first-day" } as const),
  },
});
const rules = compile(chargeOf(council));
const assessedAt = { "SU": [{ firstDay: "2026-03-02", lastDay: "open", amount: "60.00" }] } as const;

/** A week from Monday 16 March with visits of these lengths in half-hours; a minus is a cancelled one. */
function week(halfHours: readonly number[], others: readonly VisitInput<Call>[] = []) {
  const visits = halfHours.map((count, i) => {
    const end = 8 * 60 + Math.abs(count) * 30;
    const planned = `08:00-${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`;
    return visit(`2026-03-${16 + i}` as "2026-03-16", planned, count < 0 ? [] : ["08:00-08:20"], { serviceUser: "SU", outcome: count < 0 ? "cancelled-by-person" : null });
  });
  return [...visits, ...others].map((one) => assessVisit(one, rules));
}
const charge = (halfHours: readonly number[], others: readonly VisitInput<Call>[] = []) => chargesFor(week(halfHours, others), assessedAt, rules);

describe("R21: the lower of cost and assessed contribution", () => {
  it.each([
    // Half-hours at £10: £120 in all; £30, £60, £70 and all of it cancelled.
    [[3, 4, 5], "120.00", "60.00", "contribution"],
    [[-3, 4, 5], "90.00", "60.00", "contribution"],
    [[6, -6], "60.00", "60.00", "cost"],
    [[-3, -4, 5], "50.00", "50.00", "cost"],
    [[-3, -4, -5], "0.00", "0.00", "cost"],
  ] as const)("%j: cost £%s, charge £%s", (halfHours, cost, amount, by) => {
    expect(charge(halfHours)).toEqual([{ serviceUser: "SU", firstDay: "2026-03-16", lastDay: "2026-03-22", cost, costKnown: true, charge: { kind: "charged", amount, by } }]);
  });

  it("charge and pay are two rule sets: the provider is paid for what was cancelled", () => {
    const input = visit("2026-03-16", "08:00-09:00", [], { outcome: "cancelled-by-person" });
    expect(assessVisit(input, compile(council)).payment.amount).toBe("18.00");
    expect(assessVisit(input, rules).payment.amount).toBe("0.00");
  });

  it("a week is a charge of its own, and a person", () => {
    const others = [visit("2026-03-23", "08:00-09:00", ["08:00-09:00"], { serviceUser: "SU" }), visit("2026-03-16", "08:00-09:00", ["08:00-09:00"], { serviceUser: "SU2" })];
    expect(charge([3, 4, 5], others).map(({ serviceUser, firstDay, charge }) => [serviceUser, firstDay, charge])).toEqual([
      ["SU", "2026-03-16", { kind: "charged", amount: "60.00", by: "contribution" }],
      ["SU", "2026-03-23", { kind: "charged", amount: "20.00", by: "cost" }],
      ["SU2", "2026-03-16", { kind: "undetermined", reason: "no-contribution" }],
    ]);
  });

  it("nothing assessed on the day is no charge of nothing", () => {
    const early = assessVisit(visit("2026-03-01", "08:00-09:00", ["08:00-09:00"], { serviceUser: "SU" }), rules);
    expect(chargesFor([early], assessedAt, rules)[0]!.charge).toEqual({ kind: "undetermined", reason: "no-contribution" });
    const twice = { SU: [...assessedAt.SU, { firstDay: "2026-03-09", lastDay: "open", amount: "70.00" }] } as const;
    expect(chargesFor(week([3]), twice, rules)[0]!.charge).toEqual({ kind: "undetermined", reason: "several-contributions" });
  });

  it("a visit whose cost is not known leaves the charge open, unless the rest reaches the contribution", () => {
    const open = visit("2026-03-20", "08:00-09:00", [], { serviceUser: "SU", outcome: "other" });
    expect(charge([-3, -4, 5], [open])).toMatchObject([{ cost: "50.00", costKnown: false, charge: { kind: "undetermined", reason: "cost-not-known" } }]);
    expect(charge([3, 4, 5], [open])).toMatchObject([{ cost: "120.00", costKnown: false, charge: { kind: "charged", amount: "60.00", by: "contribution" } }]);
  });

  it("what a charge adds to the rate is in the cost, and leaves it open where nobody knows", () => {
    const incentive = clause({ incentives: [{ name: "rural visit", when: { zones: ["rural"] }, for: "visit", pounds: "1.50" }] } as const);
    const added = compile(chargeOf({ ...council, charge: { ...council.charge, incentive } }));
    const costs = (zone: string | null) => chargesFor([assessVisit(visit("2026-03-16", "08:00-09:00", ["08:00-09:00"], { serviceUser: "SU", zone }), added)], assessedAt, added)[0]!;
    expect(costs("rural")).toMatchObject({ cost: "21.50", costKnown: true, charge: { amount: "21.50" } });
    expect(costs("town")).toMatchObject({ cost: "20.00", costKnown: true, charge: { amount: "20.00" } });
    expect(costs(null)).toMatchObject({ cost: "20.00", costKnown: false, charge: { kind: "undetermined", reason: "cost-not-known" } });
  });

  it("what the provider is paid beside the rate is not handed down: an incentive, and pay for what did not go to plan", () => {
    const incentive = clause({ incentives: [{ name: "rural visit", when: {}, for: "visit", pounds: "1.50" }] } as const);
    const { undelivered: _undelivered, ...charged } = council.charge!;
    const charge = chargeOf({ ...council, incentive, charge: charged });
    expect(Object.keys(charge)).not.toContain("incentive");
    expect(Object.keys(charge)).not.toContain("undelivered");
    expect(charge.basis).toBe(charged.basis);
    expect(charge.attendance).toBe(council.attendance);
    expect(() => chargeOf({ ...council, charge: { ...charged, rate: undefined } as never })).toThrow(
      new TypeError('chargeOf: the charge of lower-of-cost-and-contribution-council must have the clause "rate", got undefined. What the provider is paid is not handed down'),
    );
  });

  it("a contribution that changes inside a period is that of the first or of the last day, as the terms say", () => {
    const changing = { SU: [{ firstDay: "2026-03-02", lastDay: "2026-03-17", amount: "60.00" }, { firstDay: "2026-03-18", lastDay: "open", amount: "45.50" }] } as const;
    expect(chargesFor(week([3, 4, 5]), changing, rules)[0]!.charge).toMatchObject({ amount: "60.00" });
    const byLast = compile(chargeOf({ ...council, charge: { ...council.charge, contribution: clause({ period: "week", assessedOn: "last-day" } as const) } }));
    expect(chargesFor(week([3, 4, 5]), changing, byLast)[0]!.charge).toMatchObject({ amount: "45.50" });
  });

  it.each([
    ["calendar-month", "2026-03-01", "2026-03-31"],
    [{ kind: "four-weeks", from: "2026-01-05" }, "2026-03-02", "2026-03-29"],
  ] as const)("a charge is for a period: %j", (period, firstDay, lastDay) => {
    const periods = compile(chargeOf({ ...council, charge: { ...council.charge, contribution: clause({ period, assessedOn: "first-day" } as const) } }));
    const given = { SU: [{ firstDay: "2026-01-01", lastDay: "open", amount: "60.00" }] } as const;
    expect(chargesFor(week([3]), given, periods)).toMatchObject([{ firstDay, lastDay }]);
  });

  it("is dated like every clause", () => {
    const dated = compile(chargeOf({ ...council, charge: { ...council.charge, contribution: { versions: [version({ period: "week", assessedOn: "first-day" } as const, { firstDay: "2026-03-23" })] } } }));
    expect(() => chargesFor(week([3]), assessedAt, dated)).toThrow("chargesFor: lower-of-cost-and-contribution-council must have a contribution in force on 2026-03-16, got null");
  });

  it("a charge without a clause of its own is refused: pay is not handed down", () => {
    const { rate: _rate, ...charge } = council.charge!;
    expect(() => chargeOf({ ...council, charge })).toThrow('chargeOf: the charge of lower-of-cost-and-contribution-council must have the clause "rate"');
    expect(() => chargeOf(payingCouncil("no-charge-council", {}))).toThrow("chargeOf: no-charge-council must have a charge, got undefined");
  });
});
