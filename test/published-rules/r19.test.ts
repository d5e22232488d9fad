import { expect, it } from "vitest";
import type { HospitalRetainer } from "../../src/payment/hospital-retainer.js";
import type { UndeliveredPay } from "../../src/payment/undelivered.js";
import { ACTUAL, assessed, clause, payingCouncil, visit } from "./paying-council.js";

// R19: the full day's visits are paid on the day of admission or discharge.
const NOTHING: UndeliveredPay = { kind: "nothing" };
const council = (hospital: HospitalRetainer) =>
  payingCouncil("full-day-council", {
    basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const),
    undelivered: clause({
      outcomes: { "no-access": NOTHING, hospital, "cancelled-by-person": NOTHING, "cancelled-by-council": NOTHING, "provider-failure": NOTHING, refused: NOTHING, aborted: NOTHING, frustrated: NOTHING, suspended: NOTHING, other: NOTHING },
      unexplained: NOTHING,
      pastThreshold: NOTHING,
      tooFewCarers: "those-who-came",
    } as const),
  });
const fullDays: HospitalRetainer = { kind: "hospital-retainer", steps: [{ days: 1, share: "0" }], admissionDay: "in-full", dischargeDay: "in-full", conditions: "must-be-met" };
const hospital = { admitted: "2026-03-02", discharged: "2026-03-05", conditionsMet: false } as const;
/** The pounds of a day's four visits. */
const dayOf = (day: `${number}-${number}-${number}`, terms: HospitalRetainer) =>
  ["08:00-09:00", "12:00-12:30", "16:00-16:30", "20:00-21:00"].map((planned) => assessed(council(terms), visit(day, planned, [], { outcome: "hospital", hospital })).payment.amount);

it.each([
  ["2026-03-02", ["12.00", "6.00", "6.00", "12.00"]],
  ["2026-03-03", ["0.00", "0.00", "0.00", "0.00"]],
  ["2026-03-04", ["0.00", "0.00", "0.00", "0.00"]],
  ["2026-03-05", ["12.00", "6.00", "6.00", "12.00"]],
] as const)("R19: %s, admitted on the 2nd and discharged on the 5th: %j", (day, amounts) => {
  expect(dayOf(day, fullDays)).toEqual(amounts);
});

it("R19: a retainer's days begin the day after an admission that is paid in full", () => {
  const twoDays: HospitalRetainer = { ...fullDays, steps: [{ days: 2, share: "0.5" }], conditions: "none" };
  expect(["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"].map((day) => dayOf(day as "2026-03-02", twoDays)[0])).toEqual(["12.00", "6.00", "6.00", "12.00"]);
});

it("R19: either day can be left unpaid", () => {
  const neither: HospitalRetainer = { ...fullDays, steps: [{ days: "open", share: "0.5" }], admissionDay: "nothing", dischargeDay: "nothing", conditions: "none" };
  expect(["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"].map((day) => dayOf(day as "2026-03-02", neither)[0])).toEqual(["0.00", "6.00", "6.00", "0.00"]);
});
