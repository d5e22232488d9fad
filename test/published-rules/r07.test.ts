import { describe, expect, it } from "vitest";
import type { Grouping } from "../../src/payment/basis.js";
import type { BandedRateTerms } from "../../src/payment/rate-bands.js";
import { compile } from "../../src/rules/compile.js";
import { payGroups } from "../../src/rules/groups.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, clause, payingCouncil, visit } from "./paying-council.js";

// R7: complete hours only, what is left over rolls on inside the month for the same carer and service: 2 h 55 bills 2 h,
// carries 55 minutes.
const per: Grouping = { kind: "added-up", over: "calendar-month", carers: "each", services: "each", severalRates: "as-completed" };
const council = payingCouncil("complete-hours-council", {
  paidMinutes: clause({ kind: "complete-units", partMinutes: "dropped", unit: 60 } as const),
  basis: clause({ ...ACTUAL, per } as const),
});
const rules = compile(council);
const care = { service: "personal care", provider: "P", serviceUser: "SU" };

function groups(...visits: readonly VisitInput<Call>[]) {
  return payGroups(visits.map((one, i) => assessVisit({ id: `V${i + 1}`, ...one }, rules)), rules);
}

describe("R7: complete hours only, the rest rolls on inside the month", () => {
  it("2 h 55 bills 2 h, carries 55 minutes", () => {
    expect(groups(visit("2026-03-02", "09:00-12:00", ["09:00-11:55"], care))).toMatchObject([
      { payment: { kind: "paid", minutes: 175, minutesPaid: 120, amount: "24.00" }, lines: [{ minutes: 175, completed: { minutesPaid: 120, carried: 55 } }] },
    ]);
  });

  it.each([
    ["09:00-09:04", 0, 59],
    ["09:00-09:05", 60, 0],
    ["09:00-09:06", 60, 1],
  ])("then %s: %i more minutes, %i carried on", (log, minutesPaid, carried) => {
    const [group] = groups(visit("2026-03-02", "09:00-12:00", ["09:00-11:55"], care), visit("2026-03-31", "09:00-10:00", [log], care));
    expect(group!.lines[1]!.completed).toEqual({ minutesPaid, carried });
    expect(group!.payment).toMatchObject({ minutesPaid: 120 + minutesPaid });
  });

  it("not into the next month, nor to another carer, service, person or provider", () => {
    const first = visit("2026-03-02", "09:00-12:00", ["09:00-11:55"], care);
    const others = [
      visit("2026-04-01", "09:00-10:00", ["09:00-09:05"], care),
      visit("2026-03-03", "09:00-10:00", ["09:00-09:05"], { ...care, service: "respite" }),
      visit("2026-03-03", "09:00-10:00", ["09:00-09:05"], { ...care, serviceUser: "SU2" }),
      visit("2026-03-03", "09:00-10:00", ["09:00-09:05"], { ...care, provider: "P2" }),
    ];
    for (const other of others) {
      const both = groups(first, other);
      expect(both.map(({ payment }) => payment.kind).sort()).toEqual(["paid", "unpaid"]);
      expect(both.find(({ payment }) => payment.kind === "unpaid")!.payment).toEqual({ kind: "unpaid", reason: "row-pays-nothing", minutes: 5 });
    }
    const carers = groups(visit("2026-03-02", "09:00-12:00", ["09:00-11:55", "09:00-09:05"], { ...care, carersRequired: 2 }));
    expect(carers.map(({ group, payment }) => [group.carer, payment.kind])).toEqual([["C1", "paid"], ["C2", "unpaid"]]);
  });

  it("the visit itself says that its time is added up, and that it is paid elsewhere", () => {
    const { payment } = assessVisit(visit("2026-03-02", "09:00-12:00", ["09:00-11:55"], care), rules);
    expect(payment.lines).toMatchObject([{ kind: "grouped", minutes: 175, group: { over: "calendar-month", firstDay: "2026-03-01", carer: "C1", service: "personal care" } }]);
    expect(payment.minutesPaid).toBe(0);
  });

  it("a visit that does not name its service cannot be added up", () => {
    const { payment } = assessVisit(visit("2026-03-02", "09:00-12:00", ["09:00-11:55"]), rules);
    expect(payment.lines).toEqual([{ kind: "unpaid", carer: "C1", reason: "service-not-known", minutes: 175 }]);
  });

  it("what is left over is dropped at each visit where nothing rolls on", () => {
    const dropped = payingCouncil("complete-hours-dropped-council", { paidMinutes: clause({ kind: "complete-units", partMinutes: "dropped", unit: 60 } as const) });
    const { payment } = assessVisit(visit("2026-03-02", "09:00-12:00", ["09:00-11:55"]), compile(dropped));
    expect(payment).toMatchObject({ minutesPaid: 120, lines: [{ minutes: 175 }] });
  });

  describe("at several rates", () => {
    const rate: BandedRateTerms = {
      kind: "bands",
      dayKinds: [{ name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } }],
      bands: [
        { name: "weekend", when: { days: ["weekend"] }, price: { kind: "hourly", pounds: "18.00" } },
        { name: "week", when: "otherwise", price: { kind: "hourly", pounds: "12.00" } },
      ],
      across: "by-start",
      times: "paid",
    };
    // A Friday and a Saturday.
    const visits = [visit("2026-03-06", "09:00-12:00", ["09:00-11:55"], care), visit("2026-03-07", "09:00-10:00", ["09:00-09:05"], care)];
    const pay = (severalRates: Grouping["severalRates"], of: readonly VisitInput<Call>[] = visits) => {
      const banded = compile(payingCouncil("complete-hours-at-several-rates-council", { paidMinutes: council.paidMinutes, basis: clause({ ...ACTUAL, per: { ...per, severalRates } } as const), rate: clause(rate) }));
      return payGroups(of.map((one) => assessVisit(one, banded)), banded).map(({ payment }) => payment);
    };

    it("each visit is paid what its time completes: two hours of Friday's, one of Saturday's", () => {
      expect(pay("as-completed")).toEqual([{ kind: "paid", minutes: 180, minutesPaid: 180, amount: "42.00" }]);
    });

    it("or the group has no price", () => {
      expect(pay("undetermined")).toEqual([{ kind: "unpaid", reason: "several-rates-in-group", minutes: 180 }]);
      expect(pay("undetermined", [visits[0]!])).toEqual([{ kind: "paid", minutes: 175, minutesPaid: 120, amount: "24.00" }]);
    });
  });
});
