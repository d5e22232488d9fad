import { describe, expect, it } from "vitest";
import type { UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import { compile } from "../../src/rules/compile.js";
import { chargeOf } from "../../src/rules/contracts.js";
import type { Outcome } from "../../src/visit/outcome.js";
import { ACTUAL, BY_THE_MINUTE, TWELVE_POUNDS, assessed, clause, payingCouncil, unpaidBecause, visit } from "./paying-council.js";

// R15, the side of pay and charge: outcomes kept apart, each with its own effect on pay, charge and performance: missed;
// frustrated (carer came, turned away); aborted; no reply; refused; cancelled; hospital; one of two carers came.
const NOTHING: UndeliveredPay = { kind: "nothing" };
const pays: UndeliveredTerms = {
  outcomes: {
    frustrated: { kind: "planned-length" },
    aborted: { kind: "actual-time" },
    "no-access": { kind: "fixed-minutes", minutes: 15 },
    refused: { kind: "share-of-planned", share: "0.5", of: "price" },
    "cancelled-by-person": { kind: "share-of-planned", share: "0.25", of: "length" },
    "cancelled-by-council": { kind: "planned-length" },
    hospital: NOTHING,
    "provider-failure": NOTHING,
    suspended: NOTHING,
    other: { kind: "undetermined" },
  },
  unexplained: NOTHING,
  pastThreshold: { kind: "actual-time" },
  tooFewCarers: { kind: "share-of-planned", share: "0.5", of: "price" },
};
const byOutcome = clause({ ...ACTUAL, undelivered: "by-outcome" } as const);
const charged: UndeliveredTerms = { ...pays, outcomes: { ...pays.outcomes, frustrated: NOTHING, "no-access": { kind: "planned-length" }, aborted: NOTHING }, tooFewCarers: NOTHING };
const council = payingCouncil("outcomes-apart-council", {
  basis: byOutcome,
  undelivered: clause(pays),
  charge: {
    paidMinutes: clause(BY_THE_MINUTE),
    basis: byOutcome,
    undelivered: clause(charged),
    rate: clause(TWELVE_POUNDS),
    statement: clause({ rounding: "statement-half-up", period: "period-assessed" } as const),
    contribution: clause({ period: "week", assessedOn: "first-day" } as const),
  },
});
const planned = (outcome: Outcome | null, logs: readonly string[] = []) => visit("2026-03-16", "09:00-10:00", logs, { outcome });

describe("R15: outcomes kept apart, each with its own effect", () => {
  it.each([
    // outcome, logs, kind for performance, minutes paid, pay, charge
    ["frustrated", ["09:00-09:05"], "excused", 60, "12.00", "0.00"],
    ["aborted", ["09:00-09:10"], "excused", 10, "2.00", "0.00"],
    ["no-access", [], "excused", 15, "3.00", "12.00"],
    ["no-access", ["09:00-09:04"], "excused", 15, "3.00", "12.00"],
    ["refused", [], "excused", 60, "6.00", "6.00"],
    ["cancelled-by-person", [], "excused", 15, "3.00", "3.00"],
    ["cancelled-by-council", [], "not-required", 60, "12.00", "12.00"],
    ["hospital", [], "excused", 0, "0.00", "0.00"],
    ["provider-failure", [], "missed", 0, "0.00", "0.00"],
    [null, [], "missed", 0, "0.00", "0.00"],
  ] as const)("%s %j counts as %s; %i minutes paid, £%s; charged £%s", (outcome, logs, kind, minutes, pay, charge) => {
    const paid = assessed(council, planned(outcome, logs));
    expect(paid.kind.kind).toBe(kind);
    expect(paid.payment).toMatchObject({ minutesPaid: minutes, amount: pay });
    expect(assessed(chargeOf(council), planned(outcome, logs)).payment.amount).toBe(charge);
  });

  it("one of two carers came: pay and charge differ, and it is delivered and understaffed", () => {
    const one = visit("2026-03-16", "09:00-10:00", ["09:00-10:00"], { carersRequired: 2 });
    const paid = assessed(council, one);
    expect(paid).toMatchObject({ kind: { kind: "delivered" }, carers: { understaffed: true }, payment: { minutesPaid: 120, amount: "12.00" } });
    expect(paid.payment.lines).toMatchObject([{ minutesPaid: 60, share: "0.5", amount: "6.00" }, { minutesPaid: 60, share: "0.5", amount: "6.00" }]);
    expect(assessed(chargeOf(council), one).payment).toMatchObject({ minutesPaid: 0, amount: "0.00", lines: [{ reason: "outcome-pays-nothing" }] });
    const asTheyCame = payingCouncil("those-who-came-council", { basis: byOutcome, undelivered: clause({ ...pays, tooFewCarers: "those-who-came" }) });
    expect(assessed(asTheyCame, one).payment).toMatchObject({ minutesPaid: 60, amount: "12.00" });
  });

  it("both of two came: as the basis says", () => {
    expect(assessed(council, visit("2026-03-16", "09:00-10:00", ["09:00-10:00", "09:00-09:30"], { carersRequired: 2 })).payment.minutesPaid).toBe(90);
  });

  it("says why nothing is paid", () => {
    expect(unpaidBecause(council, planned("hospital"))).toBe("outcome-pays-nothing");
    expect(unpaidBecause(council, planned("aborted"))).toBe("not-attended");
    expect(unpaidBecause(council, planned("other"))).toBe("undetermined");
  });

  it("whether a visit counts as missed and what it is paid are two questions", () => {
    const paysOther = payingCouncil("other-outcomes-paid-council", { basis: byOutcome, undelivered: clause({ ...pays, outcomes: { ...pays.outcomes, other: { kind: "planned-length" } } } as const) });
    expect(assessed(paysOther, planned("other"))).toMatchObject({ kind: { kind: "undetermined" }, payment: { minutesPaid: 60 } });
  });

  it("a contradiction is paid nothing until it is corrected, whatever the outcome pays", () => {
    expect(assessed(council, planned("cancelled-by-council", ["09:00-10:00"]))).toMatchObject({ kind: { kind: "undetermined", reason: "attended-and-not-delivered" }, payment: { minutesPaid: 0, lines: [{ reason: "undetermined" }] } });
  });

  it("attended too late counts as missed and pays the time there", () => {
    const version = council.attendance.versions[0]!;
    const late = { ...council, attendance: { versions: [{ ...version, missedThreshold: { kind: "minutes", minutes: 60 } } as const] } };
    expect(assessed(late, planned(null, ["09:59-10:30"]))).toMatchObject({ kind: { kind: "delivered" }, payment: { minutesPaid: 31 } });
    expect(assessed(late, planned(null, ["10:00-10:30"]))).toMatchObject({ kind: { kind: "missed", reason: "past-threshold" }, payment: { minutesPaid: 30 } });
  });

  it("terms that contradict each other are refused by name", () => {
    expect(() => compile(payingCouncil("nobody-asks-council", { undelivered: clause(pays) }))).toThrow('compile: basis.undelivered must be "by-outcome" where there is a clause undelivered, got "nothing"');
    expect(() => compile(payingCouncil("nobody-answers-council", { basis: byOutcome }))).toThrow('compile: the clause undelivered must be there where basis.undelivered is "by-outcome"');
    const share = clause({ ...pays, unexplained: { kind: "share-of-planned", share: "1.01", of: "price" } } as const);
    expect(() => compile(payingCouncil("more-than-all-council", { basis: byOutcome, undelivered: share }))).toThrow('undelivered: unexplained.share must be from 0 to 1, got "1.01"');
  });
});
