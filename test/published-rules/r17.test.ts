import { describe, expect, it } from "vitest";
import { type AttendanceTerms, assessVisit, compile, leicester } from "../../src/index.js";
import { attendance, clause, patternCouncil } from "./pattern-council.ts";

const visit = {
  callType: "call",
  plannedStart: null,
  plannedEnd: null,
  plannedDay: "2019-05-01",
  attendances: [{ carer: "C1", logIn: "2019-05-01T13:10:00", logOut: "2019-05-01T13:38:00" }],
} as const;

function withThreshold(missedThreshold: AttendanceTerms["missedThreshold"]) {
  return compile(patternCouncil("no-planned-time-council", { attendance: clause({ ...attendance, missedThreshold }) }));
}

describe("R17: no planned time in the plan, as configuration alone", () => {
  it("punctuality cannot be judged, and nothing is assumed", () => {
    const assessment = assessVisit(visit, withThreshold({ kind: "none" }));
    expect(assessment.punctuality).toEqual({ class: "not-assessable", reason: "no-planned-time", nearest: null });
    expect(assessment.visit).toMatchObject({ day: "2019-05-01", plannedStart: null, plannedEnd: null });
    expect(assessment.kind).toEqual({ kind: "delivered" });
  });

  it("what was there is still paid by the logs", () => {
    expect(assessVisit(visit, withThreshold({ kind: "none" })).payment).toMatchObject({ minutesPaid: 30, amount: "10.00" });
  });

  it("so under Leicester's contract: delivered, paid by its band, punctuality not assessable", () => {
    const { kind, punctuality, payment } = assessVisit({ ...visit, callType: "standard" }, compile(leicester));
    expect([kind.kind, punctuality.class, payment.minutesPaid]).toEqual(["delivered", "not-assessable", 30]);
  });

  it("where a threshold in minutes makes a late visit missed, it cannot be determined whether this one is", () => {
    const late = { kind: "early-or-late", early: "never", late: { minutes: 60, exactly: "missed" } } as const;
    for (const threshold of [{ kind: "minutes", minutes: 60 }, late] as const) {
      const { kind, payment } = assessVisit(visit, withThreshold(threshold));
      expect(kind).toEqual({ kind: "undetermined", reason: "no-planned-time" });
      expect(payment.lines).toEqual([{ kind: "unpaid", carer: null, reason: "undetermined", minutes: null }]);
    }
  });

  it("where a cut-off of the day does, the planned day is enough", () => {
    const by = (time: string) => assessVisit(visit, withThreshold({ kind: "cut-off", by: time, exactly: "not-missed" })).kind;
    expect(by("13:10")).toEqual({ kind: "delivered" });
    expect(by("13:09")).toEqual({ kind: "missed", reason: "past-threshold" });
    expect(by("24:00")).toEqual({ kind: "delivered" });
  });

  it("a planned length that is not known is not paid as if it were", () => {
    const council = patternCouncil("no-planned-time-council");
    const [version] = council.basis.versions;
    const capped = compile({ ...council, basis: { versions: [{ ...version!, most: "planned-length" }] } });
    expect(assessVisit(visit, capped).payment.lines).toEqual([{ kind: "unpaid", carer: "C1", reason: "no-planned-length", minutes: 28 }]);
  });

  it("and without a planned day either, the visit is refused", () => {
    expect(() => assessVisit({ ...visit, plannedDay: null }, withThreshold({ kind: "none" }))).toThrow("plannedDay must be given where plannedStart is null");
  });
});
