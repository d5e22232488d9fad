import { describe, expect, it } from "vitest";
import type { MergedBecomes } from "../../src/assessment/merged-visits.js";
import type { BasisTerms } from "../../src/payment/basis.js";
import type { UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import { ACTUAL, assessed, clause, payingCouncil, visit } from "../published-rules/paying-council.ts";

const planned: UndeliveredPay = { kind: "planned-length" };
const outcomes: UndeliveredTerms["outcomes"] = {
  "no-access": planned,
  hospital: planned,
  "cancelled-by-person": planned,
  "cancelled-by-council": planned,
  "provider-failure": planned,
  refused: planned,
  aborted: planned,
  frustrated: planned,
  suspended: planned,
  other: planned,
};
const merged = { kind: "done-in-another", visit: "V2", attended: true, agreed: true } as const;

function payment(becomes: MergedBecomes, basis: Partial<BasisTerms>) {
  const plain = payingCouncil("merged-visits-council", { basis: clause({ ...ACTUAL, ...basis }), undelivered: clause<UndeliveredTerms>({ outcomes, unexplained: planned, pastThreshold: planned, tooFewCarers: planned }) });
  const { undelivered, ...without } = plain;
  const council = basis.undelivered === "by-outcome" ? { ...without, undelivered } : without;
  const attendance = clause({ ...council.attendance.versions[0]!, merged: { doneInAnother: { agreed: becomes, notAgreed: becomes }, holdsAnother: "by-its-own-plan" } } as const);
  return assessed({ ...council, attendance } as typeof plain, visit("2026-03-16", "09:00-10:00", [], { merged }));
}

describe("a visit done in another has no time of its own: its time is paid with the visit that has the logs", () => {
  it.each(["delivered", "missed", "excused", "not-required"] as const)("counted as %s, whatever else the terms pay for", (becomes) => {
    for (const undelivered of ["nothing", "excused-planned-length", "by-outcome"] as const) {
      for (const basis of ["actual", "planned"] as const) {
        for (const per of ["attendance", "visit"] as const) {
          const { kind, payment: paid } = payment(becomes, { undelivered, basis, per });
          expect(kind.kind).toBe(becomes);
          expect(paid).toMatchObject({ lines: [{ kind: "unpaid", carer: null, reason: "not-attended", minutes: null }], minutesPaid: 0, amount: "0.00" });
        }
      }
    }
  });
});
