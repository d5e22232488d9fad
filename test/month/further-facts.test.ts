import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS, type VisitAssessment, type VisitInput, assessExport, assessVisit, compile, explain, monthDocument, payGroups, visitStory } from "../../src/index.js";
import { FURTHER_COLUMNS, type FurtherColumn } from "../../src/ecm/columns.js";
import type { BasisTerms } from "../../src/payment/basis.js";
import type { IncentiveTerms } from "../../src/payment/incentive.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import type { BandedRateTerms } from "../../src/payment/rate-bands.js";
import type { UndeliveredPay } from "../../src/payment/undelivered.js";
import type { PerformanceEffectTerms } from "../../src/performance/effect.js";
import type { Clauses, VisitCouncil } from "../../src/rules/council.js";
import { fraction } from "../../src/shared/exact.js";
import { roundedText, sumOf } from "../../src/shared/fractions.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";
import { FAULTS } from "../../src/visit/visit.js";
import { bytesOf } from "../helpers.js";
import { ACTUAL, type Call, clause, payingCouncil } from "../published-rules/paying-council.js";

const NOTHING: UndeliveredPay = { kind: "nothing" };
const NOTICE: UndeliveredPay = { kind: "by-notice", tiers: [{ notice: { count: 24, unit: "hours" }, pays: { kind: "nothing" } }], otherwise: { kind: "planned-length" } };
const RETAINER: UndeliveredPay = { kind: "hospital-retainer", steps: [{ days: 2, share: "1" }, { days: 2, share: "0.5" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "must-be-met" };

const rate: BandedRateTerms = {
  kind: "bands",
  dayKinds: [],
  bands: [
    { name: "near", when: { services: ["home care"], miles: { from: "0", to: "2" } }, price: { kind: "hourly", pounds: "18.00" } },
    { name: "far", when: { services: ["home care"], miles: { over: "2", to: "open" } }, price: { kind: "hourly", pounds: "24.00" } },
    { name: "other", when: { services: ["extra care"], lots: ["1", "2"], zones: ["north"] }, price: { kind: "hourly", pounds: "12.00" } },
  ],
  across: "by-start",
  times: "paid",
};
const effects: PerformanceEffectTerms = {
  cases: { ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, "apart"])) as { readonly [O in Outcome]: "apart" }), delivered: "done", understaffed: "failed", "past-threshold": "failed", "done-in-another": "done", unexplained: "failed", "provider-failure": "failed" },
  byProviderFault: ["unexplained", "provider-failure"],
};

/** A council that asks for every fact but the time that it pays, which each of these asks for in its own way. */
function asking(basis: Partial<BasisTerms>, { unexplained = NOTHING, addedUp = false }: { readonly unexplained?: UndeliveredPay; readonly addedUp?: boolean } = {}): VisitCouncil<Call> {
  const plain = payingCouncil("plain", {});
  const clauses: Clauses<Call> = {
    punctuality: clause({
      callTypes: { call: { early: 15, late: 15 } },
      arrival: "first-carer",
      tooFewCarers: "not-assessable",
      windows: {
        windows: [{ name: "early", from: "07:00", fromLimit: "included", to: "08:00", toLimit: "included" }, { name: "late", from: "08:00", fromLimit: "included", to: "09:00", toLimit: "included" }],
        grace: { early: 0, late: 5 },
        timed: "its-window",
        overlap: "undetermined",
        gap: "undetermined",
      },
    }),
    attendance: clause({ ...plain.attendance.versions[0]!, merged: { doneInAnother: { agreed: "delivered", notAgreed: "missed" }, holdsAnother: "punctuality-not-assessed" } }),
    // Time that is added up has no switch of a visit's own, no share of its price and no incentives.
    paidMinutes: clause<PaidMinutesTerms>({ kind: "unit-or-part", partMinutes: "dropped", unit: 15, zeroMinutes: "unpaid", ...(addedUp ? {} : { roundingSwitch: "by-visit" }) }),
    basis: clause({ ...ACTUAL, undelivered: "by-outcome", ...basis }),
    rate: clause(rate),
    undelivered: clause({
      outcomes: { ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, NOTHING])) as { readonly [O in Outcome]: UndeliveredPay }), "cancelled-by-person": NOTICE, hospital: addedUp ? NOTHING : RETAINER },
      unexplained,
      pastThreshold: NOTHING,
      tooFewCarers: "those-who-came",
    }),
    ...(addedUp ? {} : { incentive: clause<IncentiveTerms>({ incentives: [{ name: "new package", when: {}, for: "package", pounds: "25.00" }, { name: "zone", when: { zones: ["north"] }, for: "visit", pounds: "1.00" }] }) }),
    performanceEffects: clause(effects),
  };
  return payingCouncil("asking", clauses);
}

const councils = {
  "as logged": asking({}),
  "planned where the visit says nothing came in time": asking({ basis: { kind: "planned-where-no-actual", inTime: "as-the-visit-says", missingLogOut: "no-actual" } }, { unexplained: { kind: "planned-length" } }),
  "planned where nothing came within two days": asking({ basis: { kind: "planned-where-no-actual", inTime: { kind: "days-after-visit", days: 2 }, missingLogOut: "no-actual" } }, { unexplained: { kind: "planned-length" } }),
  "billed within logged": asking({ basis: { kind: "billed-within-logged", outside: "unpaid" } }),
  "added up by service": asking({ per: { kind: "added-up", over: "day", carers: "together", services: "each", severalRates: "undetermined" } }, { addedUp: true }),
};

const DAY = "2026-03-16";
const at = (minute: number): string => `${DAY}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const option = <Value>(values: readonly Value[]): fc.Arbitrary<Value | null> => fc.constantFrom(null, ...values, ...values);
const yesOrNo = option([true, false]);
const stays = fc.record({ admitted: fc.constantFrom("2026-03-13", "2026-03-15", DAY), discharged: fc.constantFrom(null, DAY, "2026-03-20"), conditionsMet: fc.constantFrom(null, true, true, false) } as const);
const merged = fc.oneof(
  fc.record({ kind: fc.constant("holds-another" as const), visit: fc.constant("V0") }),
  fc.record({ kind: fc.constant("done-in-another" as const), visit: fc.constant("V0"), attended: fc.constantFrom(true, true, false, null), agreed: fc.constantFrom(true, false, null) }),
);

/** A visit at about eight with any of the facts, each of which may be unknown. */
const visits: fc.Arbitrary<VisitInput<Call>> = fc
  .record({ start: fc.integer({ min: 7 * 60, max: 9 * 60 }), came: fc.constantFrom(true, true, false), by: fc.integer({ min: -20, max: 20 }), length: fc.integer({ min: 1, max: 70 }), outcome: fc.constantFrom<Outcome | null>(null, null, null, "hospital", "hospital", "cancelled-by-person", "provider-failure", "refused"), billed: option([[0, 30], [5, 20], [-30, 30]] as const) })
  .chain(({ start, came, by, length, outcome, billed }) =>
    fc.record({
      callType: fc.constant("call" as const),
      carersRequired: fc.constant(1),
      plannedStart: fc.constant(at(start)),
      plannedEnd: fc.constant(at(start + 30)),
      outcome: fc.constant(came ? null : outcome),
      attendances: fc.constant(came ? [{ carer: "C1", logIn: at(start + by), logOut: at(start + by + length) }] : []),
      service: option(["home care", "extra care"]),
      lot: option(["1", "2"]),
      zone: option(["north", "south"]),
      miles: option(["0", "2", "2.5"]),
      plannedWindow: option(["early", "late"]),
      fault: option(FAULTS),
      ignoresRounding: yesOrNo,
      billedStart: fc.constant(billed === null ? null : at(start + by + billed[0])),
      billedEnd: fc.constant(billed === null ? null : at(start + by + billed[1])),
      returnedInTime: yesOrNo,
      returnedOn: option(["2026-03-17", "2026-03-18", "2026-03-19"] as const),
      noticeGiven: option([`2026-03-15T${at(start).slice(11)}`, `2026-03-15T${at(start + 1).slice(11)}`]),
      hospital: fc.option(stays, { nil: null, freq: 2 }),
      firstOfPackage: yesOrNo,
      merged: fc.option(merged, { freq: came ? 1 : 5, nil: null }),
    }),
  );

const FURTHER: { readonly [C in FurtherColumn]: (visit: VisitInput<Call>) => unknown } = {
  service: ({ service }) => service,
  lot: ({ lot }) => lot,
  zone: ({ zone }) => zone,
  miles: ({ miles }) => miles,
  planned_window: ({ plannedWindow }) => plannedWindow,
  fault: ({ fault }) => fault,
  ignores_rounding: ({ ignoresRounding }) => ignoresRounding,
  billed_start: ({ billedStart }) => billedStart,
  billed_end: ({ billedEnd }) => billedEnd,
  returned_in_time: ({ returnedInTime }) => returnedInTime,
  returned_on: ({ returnedOn }) => returnedOn,
  notice_given: ({ noticeGiven }) => noticeGiven,
  hospital_admitted: ({ hospital }) => hospital?.admitted,
  hospital_discharged: ({ hospital }) => (hospital?.discharged === null ? "not-yet" : hospital?.discharged),
  hospital_conditions_met: ({ hospital }) => hospital?.conditionsMet,
  first_of_package: ({ firstOfPackage }) => firstOfPackage,
  merged_kind: ({ merged: of }) => of?.kind,
  merged_visit: ({ merged: of }) => of?.visit,
  merged_attended: ({ merged: of }) => (of?.kind === "done-in-another" ? of.attended : null),
  merged_agreed: ({ merged: of }) => (of?.kind === "done-in-another" ? of.agreed : null),
};
const written = (value: unknown): string => (value === null || value === undefined ? "" : value === true ? "yes" : value === false ? "no" : String(value));

function exportOf(list: readonly VisitInput<Call>[]): string {
  const rows = list.map((visit) => {
    const [log] = visit.attendances;
    const plain = [visit.id, visit.serviceUser, visit.provider, visit.callType, visit.carersRequired, visit.plannedStart, visit.plannedEnd, log?.carer, log?.logIn, log?.logOut, visit.outcome, ""];
    return [...plain, ...FURTHER_COLUMNS.map((column) => FURTHER[column](visit))].map(written).join(",");
  });
  return [[...COLUMNS, ...FURTHER_COLUMNS].join(","), ...rows, ""].join("\n");
}

/** Each visit with a service user of its own, so that none has a next visit; one person has all where time is added up. */
const named = (list: readonly VisitInput<Call>[]): VisitInput<Call>[] => list.map((visit, i) => ({ ...visit, id: `V${i + 1}`, provider: "P1", serviceUser: `SU${i % 7}` }));

const counting = (assessments: readonly VisitAssessment[], holds: (assessment: VisitAssessment) => boolean): number => assessments.filter(holds).length;

describe("visits of an export with further columns are what they are by themselves", () => {
  it.each(Object.entries(councils))("%s: in every figure of the month", async (_name, council) => {
    const rules = compile(council);
    await fc.assert(
      fc.asyncProperty(fc.array(visits, { minLength: 40, maxLength: 40 }), async (drawn) => {
        const list = named(drawn);
        const assessments = list.map((visit) => assessVisit(visit, rules));
        const groups = payGroups(assessments, rules);
        const { total, findings } = monthDocument(await assessExport(bytesOf(exportOf(list)), rules), rules);
        const pays = [...assessments.map(({ payment }) => payment), ...groups.flatMap(({ payment }) => (payment.kind === "paid" ? [payment] : []))];
        const kinds = (kind: string): number => counting(assessments, (one) => one.kind.kind === kind);
        const effect = (kind: string): number => counting(assessments, ({ performance }) => performance?.kind === kind);
        const classes = (name: string): number => counting(assessments, ({ kind, punctuality }) => punctuality.class === name && (kind.kind === "delivered" || kind.kind === "open"));
        expect(total).toMatchObject({
          visits: list.length,
          delivered: kinds("delivered"), missed: kinds("missed"), excused: kinds("excused"), notRequired: kinds("not-required"), undetermined: kinds("undetermined"),
          punctuality: { call: { onTime: classes("on-time"), early: classes("early"), late: classes("late"), notAssessable: classes("not-assessable") } },
          payment: { minutesPaid: pays.reduce((sum, { minutesPaid }) => sum + minutesPaid, 0), amount: roundedText(sumOf(pays.map(({ amount }) => fraction(amount, "amount"))), 2) },
          performance: { done: effect("done"), failed: effect("failed"), apart: effect("apart"), notCounted: 0, undetermined: effect("undetermined") },
        });
        expect(findings.filter(({ of }) => of === "rows" || of === "columns")).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it.each(Object.entries(councils))("%s: the facts matter, and visits with and without them are drawn", (_name, council) => {
    const rules = compile(council);
    const seen = new Set<string>();
    for (const visit of fc.sample(visits, { numRuns: 1000, seed: 7 })) {
      const { kind, payment, punctuality, performance } = assessVisit(visit, rules);
      seen.add(kind.kind).add("reason" in kind ? kind.reason : "").add(punctuality.class);
      for (const line of payment.lines) seen.add(line.kind);
      for (const addition of payment.additions ?? []) seen.add(addition.kind === "added" ? addition.incentive : addition.reason);
      seen.add(performance!.kind === "undetermined" ? performance!.reason : performance!.kind);
    }
    const paid = council.incentive === undefined ? ["grouped"] : ["paid", "new package", "zone", "package-start-not-known"];
    expect([...seen]).toEqual(expect.arrayContaining(["delivered", "done-in-another", "other-visit-unknown", "agreement-unknown", "on-time", "not-assessable", "done", "failed", "apart", "fault-unknown", ...paid]));
  });

  it("and in the story of each, every one of them with sentences", async () => {
    const seen = new Set<string>();
    for (const council of Object.values(councils)) {
      const rules = compile(council);
      const list = named(fc.sample(visits, { numRuns: 100, seed: 7 })).map((visit) => ({ ...visit, serviceUser: visit.id! }));
      const csv = exportOf(list);
      for (const visit of list) {
        const answer = await visitStory(() => bytesOf(csv), rules, { visit: `P1/${visit.id}` });
        if (answer.kind !== "story" || answer.story.told.kind !== "assessed") throw new Error(`${visit.id} is ${answer.kind}`);
        const { assessment } = answer.story.told;
        expect(assessment).toEqual(assessVisit(visit, rules));
        for (const line of assessment.payment.lines) seen.add(line.kind === "unpaid" ? line.reason : line.kind);
        expect(explain(answer.story, rules).flatMap(({ sentences }) => sentences).join("\n")).not.toMatch(/undefined|NaN|\[object/);
      }
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(["paid", "grouped", "service-not-known", "miles-not-known", "zone-not-known", "notice-not-known", "notice-pays-nothing", "hospital-stay-not-known", "no-billed-time", "billed-outside-logged", "return-not-known"]));
  });
});
