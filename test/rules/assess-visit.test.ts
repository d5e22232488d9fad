import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PaymentLine, type VisitAssessment, assessVisit, compile, leicester, withReading } from "../../src/index.js";
import { isUnderstaffed } from "../../src/rules/assess-visit.js";
import { choices, sketches, visitAt, withChoices } from "./visits.ts";

const rules = compile(leicester);
const WINTER = Date.parse("2026-01-12T23:15:00Z") / 1000;
const SUMMER = Date.parse("2026-07-13T22:15:00Z") / 1000;
const WEEK = 604800;

describe("the answer about one visit", () => {
  it("is the visit as read, its kind, carers, punctuality, payment and what it rests on", () => {
    const answer = assessVisit(
      {
        provider: "P1",
        id: "V1",
        serviceUser: "SU1",
        callType: "critical",
        carersRequired: 2,
        plannedStart: "2026-03-16T08:00",
        plannedEnd: "2026-03-16T09:00",
        attendances: [
          { carer: "B", logIn: "2026-03-16T08:15:01", logOut: "2026-03-16T09:11:10" },
          { carer: "A", logIn: "2026-03-16T07:50", logOut: "2026-03-16T08:15:01" },
          { carer: "C", logIn: "2026-03-16T08:16", logOut: null },
        ],
      },
      rules,
    );
    const eight = Date.parse("2026-03-16T08:00:00Z") / 1000;
    expect(answer).toEqual({
      visit: {
        provider: "P1", id: "V1", serviceUser: "SU1", day: "2026-03-16", callType: "critical", carersRequired: 2, plannedStart: eight, plannedEnd: eight + 3600, outcome: null, nextPlannedStart: null,
        attendances: [{ carer: "B", logIn: eight + 901, logOut: eight + 4270 }, { carer: "A", logIn: eight - 600, logOut: eight + 901 }, { carer: "C", logIn: eight + 960, logOut: null }],
      },
      kind: { kind: "open" },
      carers: { required: 2, came: ["A", "B", "C"], understaffed: false },
      punctuality: { class: "late", arrival: eight + 901, seconds: 901, tolerance: { early: 15, late: 15 }, nearest: { limit: "late", seconds: 1 } },
      payment: {
        lines: [
          { kind: "paid", carer: "A", measured: "logged", from: eight - 600, to: eight + 901, minutes: 25, banded: 15, minutesPaid: 15, row: { from: 0, to: 25, becomes: 15 }, next: { inMinutes: 1, minutesPaid: 30 }, amount: "3.5025" },
          { kind: "paid", carer: "B", measured: "logged", from: eight + 901, to: eight + 4270, minutes: 56, banded: 60, minutesPaid: 60, row: { from: 56, to: 56, becomes: 60 }, next: { inMinutes: 15, minutesPaid: 75 }, amount: "14.01" },
          { kind: "unpaid", carer: "C", reason: "surplus-carer", minutes: null },
        ],
        minutesPaid: 75,
        amount: "17.5125",
      },
      performance: null,
      restsOn: [
        { reading: "arrival", clause: "punctuality", adopted: "together" },
        { reading: "part-minutes", clause: "paidMinutes", adopted: "dropped" },
        { reading: "exactly-56", clause: "paidMinutes", adopted: "hour" },
        // Not on surplus-carers: the surplus carer's log-out is missing, so paying all carers pays no more.
        { reading: "per-carer", clause: "basis", adopted: "each-carer" },
      ],
    });
  });

  it("adds amounts up over the lines after any rounding of lines", () => {
    const visit = visitAt(WINTER, { callType: "standard", carersRequired: 2, plannedLength: 1800, outcome: null, logs: [{ carer: "A", logIn: 0, logOut: 1800 }, { carer: "B", logIn: 0, logOut: 1800 }], next: null });
    const amounts = (rounding: string): unknown => {
      const { payment } = assessVisit(visit, compile(withReading(leicester, "rounding", rounding)));
      return [payment.amount, ...payment.lines.map((line) => line.kind === "paid" && line.amount)];
    };
    expect(amounts("statement-half-up")).toEqual(["14.01", "7.005", "7.005"]);
    expect(amounts("line-half-up")).toEqual(["14.02", "7.01", "7.01"]);
    expect(amounts("line-half-even")).toEqual(["14.00", "7.00", "7.00"]);
  });

  it("pays by the line where the hours hold one and not another", () => {
    const visit = visitAt(WINTER, { callType: "standard", carersRequired: 2, plannedLength: 1800, outcome: null, logs: [{ carer: "A", logIn: -900, logOut: 900 }, { carer: "B", logIn: 0, logOut: 2700 }], next: null });
    const { payment } = assessVisit(visit, compile(withReading(leicester, "rate-scope", "day-time-only", "23:10-24:00")));
    expect(payment).toMatchObject({ minutesPaid: 45, amount: "10.5075", lines: [{ kind: "unpaid", carer: "A", reason: "no-rate-at-that-time", minutes: 30 }, { kind: "paid", carer: "B" }] });
  });

  it("refuses a visit that cannot be read, with a call type that the council does not have among them", () => {
    const visit = visitAt(WINTER, { callType: "standard", carersRequired: 0, plannedLength: 1800, outcome: null, logs: [], next: null });
    expect(() => assessVisit(visit, rules)).toThrow("readVisit: carersRequired must be a whole number from 1 to 9999, got 0");
    expect(() => assessVisit({ ...visit, callType: "urgent" as "critical" }, rules)).toThrow('readVisit: callType must be one of the council\'s call types, got "urgent". Known: standard, critical');
  });
});

describe("understaffed", () => {
  it.each([
    { kind: { kind: "delivered" }, came: 1, required: 2, understaffed: true },
    { kind: { kind: "open" }, came: 1, required: 2, understaffed: true },
    { kind: { kind: "delivered" }, came: 2, required: 2, understaffed: false },
    { kind: { kind: "delivered" }, came: 3, required: 2, understaffed: false },
    { kind: { kind: "missed", reason: "unexplained" }, came: 0, required: 1, understaffed: false },
    { kind: { kind: "excused", outcome: "refused", attended: true }, came: 1, required: 2, understaffed: false },
    { kind: { kind: "undetermined", reason: "log-in-missing" }, came: 1, required: 2, understaffed: false },
  ] as const)("$kind.kind with $came of $required carers: $understaffed", ({ kind, came, required, understaffed }) => {
    expect(isUnderstaffed(kind, came, required)).toBe(understaffed);
  });
});

/** An answer without its moments, which move when the visit does. */
function timeless({ visit: _visit, punctuality, payment, ...rest }: VisitAssessment): unknown {
  const still = (line: PaymentLine): unknown => (line.kind === "paid" ? { ...line, from: line.from - line.to, to: 0 } : line);
  return { ...rest, punctuality: "arrival" in punctuality ? { ...punctuality, arrival: null } : punctuality, payment: { ...payment, lines: payment.lines.map(still) } };
}

describe("shifting planned and actual times alike", () => {
  it.each([
    { says: "winter time", start: WINTER, weeks: { min: -10, max: 9 } },
    { says: "summer time", start: SUMMER, weeks: { min: -14, max: 13 } },
  ])("by whole weeks within $says changes no answer, whatever the readings", ({ start, weeks }) => {
    fc.assert(
      fc.property(choices, fc.array(fc.tuple(sketches, fc.integer(weeks)), { minLength: 20, maxLength: 20 }), (base, list) => {
        const read = compile(withChoices(base));
        for (const [sketch, by] of list) expect(timeless(assessVisit(visitAt(start + by * WEEK, sketch), read))).toEqual(timeless(assessVisit(visitAt(start, sketch), read)));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it("and so does the order in which the logs stand", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const [given, reversed] = [sketch, { ...sketch, logs: sketch.logs.toReversed() }].map((one) => timeless(assessVisit(visitAt(WINTER, one), rules)));
        expect(reversed).toEqual(given);
      }),
      { numRuns: 100 },
    );
  });
});
