import { describe, expect, it } from "vitest";
import { type AttendanceTerms, type VisitInput, assessVisit, compile } from "../../src/index.js";
import type { MergedBecomes, MergedTerms } from "../../src/assessment/merged-visits.js";
import { attendance, clause, patternCouncil, punctuality } from "../published-rules/pattern-council.ts";

function rulesWith(merged?: MergedTerms) {
  const terms: AttendanceTerms = merged === undefined ? attendance : { ...attendance, merged };
  // Too few carers are late, so that a visit without logs of its own would be, if it were judged.
  return compile(patternCouncil("merged-visits-council", { attendance: clause(terms), punctuality: clause({ ...punctuality, tooFewCarers: "late" as const }) }));
}

const planned = { callType: "call", plannedStart: "2026-07-01T13:00", plannedEnd: "2026-07-01T13:30" } as const;
const doneInAnother = { kind: "done-in-another", visit: "V1", attended: true, agreed: true } as const;
const logs = [{ carer: "C1", logIn: "2026-07-01T12:30", logOut: "2026-07-01T13:30" }];

function becoming(agreed: MergedBecomes, notAgreed: MergedBecomes = agreed, holdsAnother: MergedTerms["holdsAnother"] = "by-its-own-plan"): MergedTerms {
  return { doneInAnother: { agreed, notAgreed }, holdsAnother };
}

function done(merged: VisitInput<"call">["merged"], terms?: MergedTerms, visit: Partial<VisitInput<"call">> = {}) {
  return assessVisit({ ...planned, attendances: [], ...visit, merged: merged ?? null }, rulesWith(terms));
}

describe("two planned visits done in one attendance: the one without logs of its own", () => {
  it.each([
    ["delivered", { kind: "delivered", doneIn: "V1" }],
    ["missed", { kind: "missed", reason: "done-in-another", doneIn: "V1" }],
    ["excused", { kind: "excused", outcome: null, attended: false, doneIn: "V1" }],
    ["not-required", { kind: "not-required", outcome: null, doneIn: "V1" }],
  ] as const)("becomes %s where the terms say so", (becomes, kind) => {
    expect(done(doneInAnother, becoming(becomes)).kind).toEqual(kind);
  });

  it("delivered in another it is not understaffed, has no punctuality, and its time is the other's to be paid", () => {
    const { carers, punctuality: judged, payment } = done(doneInAnother, becoming("delivered"));
    expect(carers.understaffed).toBe(false);
    expect(judged).toEqual({ class: "not-assessable", reason: "done-with-another", nearest: null });
    expect(payment.lines).toEqual([{ kind: "unpaid", carer: null, reason: "not-attended", minutes: null }]);
  });

  it("with the council's agreement it is one thing, without it another, and it is not known which where nobody says", () => {
    const terms = becoming("delivered", "missed");
    expect(done(doneInAnother, terms).kind.kind).toBe("delivered");
    expect(done({ ...doneInAnother, agreed: false }, terms).kind.kind).toBe("missed");
    expect(done({ ...doneInAnother, agreed: null }, terms).kind).toEqual({ kind: "undetermined", reason: "agreement-unknown" });
    expect(done({ ...doneInAnother, agreed: null }, becoming("delivered")).kind.kind).toBe("delivered");
  });

  it("was the other visit not attended, nobody came; and where that is not known, neither is this", () => {
    expect(done({ ...doneInAnother, attended: false }, becoming("delivered")).kind).toEqual({ kind: "missed", reason: "unexplained" });
    expect(done({ ...doneInAnother, attended: null }, becoming("delivered")).kind).toEqual({ kind: "undetermined", reason: "other-visit-unknown" });
  });

  it("a contract that says nothing of merged visits leaves it undetermined", () => {
    expect(done(doneInAnother).kind).toEqual({ kind: "undetermined", reason: "no-rule-for-merged-visits" });
  });

  it("logs or an outcome of its own contradict it", () => {
    expect(done(doneInAnother, becoming("delivered"), { attendances: logs }).kind).toEqual({ kind: "undetermined", reason: "contradicts-merging" });
    expect(done(doneInAnother, becoming("delivered"), { outcome: "hospital" }).kind).toEqual({ kind: "undetermined", reason: "contradicts-merging" });
  });

  it("a fact of another kind is refused", () => {
    expect(() => done({ kind: "merged" } as unknown as NonNullable<VisitInput["merged"]>)).toThrow('merged must be of kind "holds-another" or "done-in-another"');
  });
});

describe("two planned visits done in one attendance: the one with the logs", () => {
  const holds = { kind: "holds-another", visit: "V2" } as const;

  it("is judged by its own plan, or its punctuality not at all", () => {
    const judged = (terms?: MergedTerms) => done(holds, terms, { attendances: logs }).punctuality.class;
    expect(judged()).toBe("on-time");
    expect(judged(becoming("delivered"))).toBe("on-time");
    expect(judged(becoming("delivered", "delivered", "punctuality-not-assessed"))).toBe("not-assessable");
  });

  it("a visit that holds none is judged, whatever the terms say of one that does", () => {
    const { punctuality: judged } = done(null, becoming("delivered", "delivered", "punctuality-not-assessed"), { attendances: logs });
    expect(judged.class).toBe("on-time");
  });

  it("is delivered and paid for its logs in either case", () => {
    const { kind, payment } = done(holds, becoming("delivered", "delivered", "punctuality-not-assessed"), { attendances: logs });
    expect([kind.kind, payment.minutesPaid]).toEqual(["delivered", 30]);
  });

  it("and missed all the same where it came past the threshold", () => {
    const council = patternCouncil("merged-visits-council", { attendance: clause({ ...attendance, merged: becoming("delivered", "delivered", "punctuality-not-assessed"), missedThreshold: { kind: "minutes" as const, minutes: 30 } }) });
    const { kind, punctuality: judged } = assessVisit({ ...planned, attendances: logs, merged: holds }, compile(council));
    expect(kind).toEqual({ kind: "missed", reason: "past-threshold" });
    expect(judged).toMatchObject({ class: "not-assessable", reason: "not-delivered" });
  });
});
