import { describe, expect, it } from "vitest";
import { type VisitInput, readVisit } from "../../src/index.js";
import { plannedDayOf } from "../../src/visit/visit.js";

const timed = { callType: "call", plannedStart: "2026-07-01T00:30", plannedEnd: "2026-07-01T01:00", attendances: [] } as const;
const untimed = { callType: "call", plannedStart: null, plannedEnd: null, plannedDay: "2026-07-01", attendances: [] } as const;

describe("the day of a visit", () => {
  it("is the London day of its planned start, or else its planned day", () => {
    expect([readVisit(timed).day, readVisit(untimed).day]).toEqual(["2026-07-01", "2026-07-01"]);
    expect([plannedDayOf(readVisit(timed)), plannedDayOf(readVisit(untimed))]).toEqual([20_635, 20_635]);
  });

  it("a planned day beside a planned start must be its London day", () => {
    expect(readVisit({ ...timed, plannedDay: "2026-07-01" }).day).toBe("2026-07-01");
    expect(() => readVisit({ ...timed, plannedDay: "2026-06-30" })).toThrow("plannedDay must be the London day of plannedStart (2026-07-01)");
  });

  it.each([
    ["neither a planned start nor a day", { plannedDay: null }, "plannedDay must be given where plannedStart is null"],
    ["a day that is none", { plannedDay: "2026-02-30" }, "the day must be a day of the calendar"],
    ["an end without a start", { plannedEnd: "2026-07-01T10:00" }, "plannedEnd must be null where plannedStart is"],
  ] as const)("refuses %s", (_what, patch, message) => {
    expect(() => readVisit({ ...untimed, ...patch } as VisitInput)).toThrow(message);
  });

  it("a planned start without an end is kept: the planned length is not known", () => {
    expect(readVisit({ ...timed, plannedEnd: null })).toMatchObject({ plannedEnd: null });
  });
});

describe("facts that need not be given", () => {
  it("are absent when they are not, and kept when they are", () => {
    for (const fact of ["plannedDay", "plannedWindow", "fault", "merged"]) expect(readVisit({ ...timed, plannedWindow: null, fault: null, merged: null })).not.toHaveProperty(fact);
    const merged = { kind: "holds-another", visit: "V2" } as const;
    expect(readVisit({ ...timed, plannedWindow: "morning", fault: "provider", merged })).toMatchObject({ plannedWindow: "morning", fault: "provider", merged });
  });

  it("a fault that is not listed is refused, with the nearest that is", () => {
    expect(() => readVisit({ ...timed, fault: "providr" } as unknown as VisitInput)).toThrow('fault must be a listed one, got "providr". Did you mean "provider"?');
  });
});
