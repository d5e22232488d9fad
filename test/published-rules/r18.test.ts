import { describe, expect, it } from "vitest";
import type { BasisTerms } from "../../src/payment/basis.js";
import type { HospitalRetainer } from "../../src/payment/hospital-retainer.js";
import type { UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import { compile } from "../../src/rules/compile.js";
import { dayNumber, dayText } from "../../src/shared/day.js";
import type { HospitalStay } from "../../src/visit/payment-facts.js";
import { ACTUAL, assessed, clause, payingCouncil, unpaidBecause, version, visit } from "./paying-council.js";

// R18: hospital retainer: contracted hours paid up to 14 days if staff are kept on and paid (proposed): 10 days in hospital
// pays 10, 20 pays 14, conditions not met pays 0. Stepped: 5 days in full, then 50 %, then 25 %.
const NOTHING: UndeliveredPay = { kind: "nothing" };
function terms(hospital: HospitalRetainer): UndeliveredTerms {
  const outcomes = { "no-access": NOTHING, hospital, "cancelled-by-person": NOTHING, "cancelled-by-council": NOTHING, "provider-failure": NOTHING, refused: NOTHING, aborted: NOTHING, frustrated: NOTHING, suspended: NOTHING, other: NOTHING };
  return { outcomes, unexplained: NOTHING, pastThreshold: NOTHING, tooFewCarers: "those-who-came" };
}
function retaining(retainer: HospitalRetainer) {
  return payingCouncil("hospital-retainer-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause(terms(retainer)) });
}
const fourteenDays: HospitalRetainer = { kind: "hospital-retainer", steps: [{ days: 14, share: "1" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "must-be-met" };
// How long the second step lasts the row does not say; five days here.
const stepped: HospitalRetainer = { ...fourteenDays, steps: [{ days: 5, share: "1" }, { days: 5, share: "0.5" }, { days: "open", share: "0.25" }], conditions: "none" };

const ADMITTED = dayNumber("2026-03-02");
const stay = (conditionsMet: boolean | null = true): HospitalStay => ({ admitted: "2026-03-02", discharged: null, conditionsMet });

/** What a visit of an hour a day is paid over so many days in hospital, in pounds a day. */
function overDays(days: number, retainer: HospitalRetainer, hospital: HospitalStay = stay()): string[] {
  const council = retaining(retainer);
  return Array.from({ length: days }, (_, i) => assessed(council, visit(dayText(ADMITTED + i), "09:00-10:00", [], { outcome: "hospital", hospital })).payment.amount);
}
const paidDays = (amounts: readonly string[]) => amounts.filter((amount) => amount === "12.00").length;

describe("R18: a retainer for 14 days in hospital", () => {
  it("10 days in hospital pays 10", () => {
    expect(paidDays(overDays(10, fourteenDays))).toBe(10);
  });

  it("20 days pays 14, the first 14", () => {
    const amounts = overDays(20, fourteenDays);
    expect(amounts).toEqual([...Array.from({ length: 14 }, () => "12.00"), ...Array.from({ length: 6 }, () => "0.00")]);
    expect(unpaidBecause(retaining(fourteenDays), visit("2026-03-16", "09:00-10:00", [], { outcome: "hospital", hospital: stay() }))).toBe("past-the-retainer");
  });

  it("conditions not met pays 0", () => {
    expect(paidDays(overDays(10, fourteenDays, stay(false)))).toBe(0);
    expect(unpaidBecause(retaining(fourteenDays), visit("2026-03-02", "09:00-10:00", [], { outcome: "hospital", hospital: stay(false) }))).toBe("retainer-conditions-not-met");
  });

  it("conditions of which nobody said anything, and a stay that is not known, cannot be determined", () => {
    const because = (hospital: HospitalStay | null) => unpaidBecause(retaining(fourteenDays), visit("2026-03-03", "09:00-10:00", [], { outcome: "hospital", hospital }));
    expect(because(stay(null))).toBe("retainer-conditions-not-known");
    expect(because(null)).toBe("hospital-stay-not-known");
    expect(because({ ...stay(), admitted: "2026-03-04" })).toBe("outside-the-hospital-stay");
    expect(because({ ...stay(), discharged: "2026-03-02" })).toBe("outside-the-hospital-stay");
  });

  it("is proposed, and binds nobody until it is named", () => {
    const proposed = { versions: [{ ...version(terms(fourteenDays)), authority: "proposed" } as const] };
    const choices = { none: { says: "None is paid.", set: { undelivered: "nothing" } }, paid: { says: "It is paid.", set: { undelivered: "by-outcome" } } } as const;
    const nothing = clause<BasisTerms>(ACTUAL, { retainer: { silent: "The retainer is proposed only.", adopted: "none", choices } });
    const council = payingCouncil("proposed-retainer-council", { basis: nothing, undelivered: proposed });
    expect(assessed(council, visit("2026-03-02", "09:00-10:00", [], { outcome: "hospital", hospital: stay() })).payment.amount).toBe("0.00");
    const binding = { ...council, basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const) };
    expect(() => compile(binding)).toThrow("the clause undelivered must be there");
    expect(assessed(binding, visit("2026-03-02", "09:00-10:00", [], { outcome: "hospital", hospital: stay() }), { authorities: ["agreed", "proposed"] }).payment.amount).toBe("12.00");
  });

  it("counts over the night the clocks change by days of the calendar", () => {
    const hospital: HospitalStay = { admitted: "2026-03-20", discharged: null, conditionsMet: true };
    const on = (day: `${number}-${number}-${number}`) => assessed(retaining(fourteenDays), visit(day, "00:30-01:30", [], { outcome: "hospital", hospital })).payment.minutesPaid;
    expect([on("2026-04-02"), on("2026-04-03")]).toEqual([60, 0]);
  });
});

describe("R18: a stepped retainer", () => {
  it("5 days in full, then 50 %, then 25 %", () => {
    expect(overDays(12, stepped)).toEqual(["12.00", "12.00", "12.00", "12.00", "12.00", "6.00", "6.00", "6.00", "6.00", "6.00", "3.00", "3.00"]);
  });

  it("is a share of the price, to the exact part of a penny", () => {
    const council = { ...retaining(stepped), rate: clause({ kind: "one-rate", hourly: "14.01", hours: "every" } as const) };
    const quarter = visit("2026-03-12", "09:00-09:15", [], { outcome: "hospital", hospital: stay() });
    expect(assessed(council, quarter).payment).toMatchObject({ minutesPaid: 15, amount: "0.875625", lines: [{ share: "0.25" }] });
  });

  it("steps after one without an end, and a share above the whole, are refused by name", () => {
    expect(() => compile(retaining({ ...stepped, steps: [{ days: "open", share: "1" }, { days: 5, share: "0.5" }] }))).toThrow("undelivered: steps must be whole days from 1, and only the last may be open");
    expect(() => compile(retaining({ ...stepped, steps: [{ days: 5, share: "1.5" }] }))).toThrow("undelivered: outcomes.hospital.share must be from 0 to 1");
    const per = { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } as const;
    expect(() => compile({ ...retaining(stepped), basis: clause({ ...ACTUAL, per, undelivered: "by-outcome" } as const) })).toThrow("undelivered must not pay a share of a price where basis.per adds up time");
  });
});
