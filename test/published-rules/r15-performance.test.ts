import { describe, expect, it } from "vitest";
import { type VisitInput, assessVisit, compile } from "../../src/index.js";
import type { PerformanceEffectTerms } from "../../src/performance/effect.js";
import { clause, patternCouncil } from "./pattern-council.ts";

const terms: PerformanceEffectTerms = {
  cases: {
    delivered: "done", understaffed: "failed", "past-threshold": "failed", "done-in-another": "done", unexplained: "failed",
    "no-access": "apart", hospital: "not-counted", "cancelled-by-person": "apart", "cancelled-by-council": "not-counted", "provider-failure": "failed",
    refused: "apart", aborted: "done", frustrated: "done", suspended: "not-counted", other: "undetermined",
  },
  byProviderFault: ["unexplained"],
};
const rules = compile(patternCouncil("outcomes-apart-council", { performanceEffects: clause(terms) }));
const otherEffect = compile(patternCouncil("outcomes-apart-council", { performanceEffects: clause({ ...terms, cases: { ...terms.cases, frustrated: "failed" } }) }));

const planned = { callType: "call", plannedStart: "2026-07-01T09:00", plannedEnd: "2026-07-01T09:30", attendances: [] } as const;
const came = (carer: string) => ({ carer, logIn: "2026-07-01T09:00", logOut: "2026-07-01T09:30" });
const assessed = (visit: Partial<VisitInput<"call">>) => assessVisit({ ...planned, ...visit }, rules);

describe("R15: outcomes kept apart, each with its own effect on performance, as configuration alone", () => {
  it.each([
    ["missed, by the provider's own record", { outcome: "provider-failure" }, { kind: "failed", case: "provider-failure" }],
    ["frustrated: a carer came and was turned away", { outcome: "frustrated", attendances: [came("C1")] }, { kind: "done", case: "frustrated" }],
    ["aborted", { outcome: "aborted", attendances: [came("C1")] }, { kind: "done", case: "aborted" }],
    ["no reply", { outcome: "no-access" }, { kind: "apart", case: "no-access" }],
    ["refused", { outcome: "refused" }, { kind: "apart", case: "refused" }],
    ["cancelled by the person", { outcome: "cancelled-by-person" }, { kind: "apart", case: "cancelled-by-person" }],
    ["cancelled by the council", { outcome: "cancelled-by-council" }, { kind: "not-counted", case: "cancelled-by-council" }],
    ["hospital", { outcome: "hospital" }, { kind: "not-counted", case: "hospital" }],
    ["one of two carers came", { carersRequired: 2, attendances: [came("C1")] }, { kind: "failed", case: "understaffed" }],
    ["both of two carers came", { carersRequired: 2, attendances: [came("C1"), came("C2")] }, { kind: "done", case: "delivered" }],
    ["an outcome the terms leave undecided", { outcome: "other" }, { kind: "undetermined", case: "other", reason: "undecided" }],
  ] as const)("%s", (_what, visit, effect) => {
    expect(assessed(visit).performance).toEqual(effect);
  });

  it("a visit nobody attended and nobody explained counts as missed only by the provider's fault; the fault is a fact of the visit", () => {
    expect(assessed({ fault: "provider" }).performance).toEqual({ kind: "failed", case: "unexplained" });
    for (const fault of ["person", "council", "other"] as const) expect(assessed({ fault }).performance).toEqual({ kind: "apart", case: "unexplained", fault });
    expect(assessed({}).performance).toEqual({ kind: "undetermined", case: "unexplained", reason: "fault-unknown" });
    expect(assessed({}).kind).toEqual({ kind: "missed", reason: "unexplained" });
  });

  it("the effect on performance is apart from pay: another effect, the same money", () => {
    const visit = { ...planned, outcome: "frustrated", attendances: [came("C1")] } as const;
    const [one, other] = [assessVisit(visit, rules), assessVisit(visit, otherEffect)];
    expect([one.performance!.kind, other.performance!.kind]).toEqual(["done", "failed"]);
    expect(other.payment).toEqual(one.payment);
    expect(one.payment.minutesPaid).toBe(30);
  });

  it("what contradicts itself counts nothing until it is corrected", () => {
    expect(assessed({ outcome: "hospital", attendances: [came("C1")] }).performance).toEqual({ kind: "undetermined", case: null, reason: "attended-and-not-delivered" });
  });
});
