import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import { OUTCOMES } from "../../src/visit/outcome.js";
import { type VisitInput, readVisit } from "../../src/visit/visit.js";
import { londonText } from "../../src/shared/london.js";
import { FIRST_MOMENT, asMoment } from "../../src/shared/moment.js";
import { momentOf } from "../../src/shared/time-text.js";

const CALL_TYPES = ["standard", "critical"] as const;
type CallType = (typeof CALL_TYPES)[number];

const plain: VisitInput<CallType> = { callType: "standard", plannedStart: "2026-07-01T09:00", plannedEnd: "2026-07-01T09:30", attendances: [] };
const log = { carer: "C1", logIn: "2026-07-01T09:05:10", logOut: "2026-07-01T09:31:00" };

/** A visit with fields as an untyped caller may write them. */
function withFields(fields: { readonly [field: string]: unknown }): VisitInput<CallType> {
  return { ...plain, ...fields } as VisitInput<CallType>;
}

describe("a visit as a caller gives it", () => {
  it("has its times as moments and everything left out filled in", () => {
    expect(readVisit(plain)).toEqual({
      provider: "",
      id: "",
      serviceUser: "",
      day: "2026-07-01",
      callType: "standard",
      carersRequired: 1,
      plannedStart: 1782892800,
      plannedEnd: 1782894600,
      outcome: null,
      attendances: [],
      nextPlannedStart: null,
    });
  });

  it("keeps everything that is given", () => {
    const given = readVisit(
      {
        provider: "P1",
        id: "V1",
        serviceUser: "SU1",
        callType: "critical",
        carersRequired: 2,
        plannedStart: new Date("2026-07-01T08:00:00Z"),
        plannedEnd: Temporal.PlainDateTime.from("2026-07-01T09:30"),
        outcome: "refused",
        attendances: [log, { carer: "C2", logIn: "2026-07-01T09:06" }, { carer: "C3", logOut: "2026-07-01T09:30" }, { carer: "C4", logIn: null, logOut: null }],
        nextPlannedStart: "2026-07-01T12:00+01:00",
      },
      CALL_TYPES,
    );
    expect(given).toEqual({
      provider: "P1",
      id: "V1",
      serviceUser: "SU1",
      day: "2026-07-01",
      callType: "critical",
      carersRequired: 2,
      plannedStart: 1782892800,
      plannedEnd: 1782894600,
      outcome: "refused",
      attendances: [
        { carer: "C1", logIn: 1782893110, logOut: 1782894660 },
        { carer: "C2", logIn: 1782893160, logOut: null },
        { carer: "C3", logIn: null, logOut: 1782894600 },
        { carer: "C4", logIn: null, logOut: null },
      ],
      nextPlannedStart: 1782903600,
    });
  });

  it("may have a log-out in the second of its log-in", () => {
    expect(readVisit({ ...plain, attendances: [{ ...log, logOut: log.logIn }] }).attendances).toEqual([{ carer: "C1", logIn: 1782893110, logOut: 1782893110 }]);
  });

  it("may have any call type where no list is given", () => {
    expect(readVisit({ ...plain, callType: "evening" }).callType).toBe("evening");
  });

  it.each([...OUTCOMES, null, undefined])("may have the outcome %s", (outcome) => {
    expect(readVisit(withFields({ outcome })).outcome).toBe(outcome ?? null);
  });

  it.each([1, 2, 9999])("may require %i carers", (carersRequired) => {
    expect(readVisit({ ...plain, carersRequired }).carersRequired).toBe(carersRequired);
  });

  it("is made anew: the caller's object stays as it was", () => {
    const input = Object.freeze({ ...plain, attendances: Object.freeze([Object.freeze({ ...log })]) });
    const { attendances } = readVisit(input);
    expect(attendances[0]).not.toBe(input.attendances[0]);
    expect(input.attendances[0]).toEqual(log);
  });
});

describe("a visit is refused", () => {
  const time = (name: string, shown: string) => `momentOf: ${name} must be a time from 1996 on: a Date, a Temporal object or text as 2026-03-16T08:00[:ss][Z or ±hh:mm], got ${shown}`;
  it.each<readonly [string, { readonly [field: string]: unknown }, string]>([
    ["a call type that is not listed", { callType: "urgent" }, 'readVisit: callType must be one of the council\'s call types, got "urgent". Known: standard, critical'],
    ["a misspelt call type", { callType: "Standard" }, 'readVisit: callType must be one of the council\'s call types, got "Standard". Did you mean "standard"?'],
    ["no call type", { callType: undefined }, "readVisit: callType must be one of the council's call types, got undefined. Known: standard, critical"],
    ["an outcome that is not listed", { outcome: "deceased" }, `readVisit: outcome must be a listed one, got "deceased". Known: ${OUTCOMES.join(", ")}`],
    ["a misspelt outcome", { outcome: "no access" }, 'readVisit: outcome must be a listed one, got "no access". Did you mean "no-access"?'],
    ["an empty outcome", { outcome: "" }, `readVisit: outcome must be a listed one, got "". Known: ${OUTCOMES.join(", ")}`],
    ["no carers required", { carersRequired: 0 }, "readVisit: carersRequired must be a whole number from 1 to 9999, got 0"],
    ["fewer than none", { carersRequired: -1 }, "readVisit: carersRequired must be a whole number from 1 to 9999, got -1"],
    ["more than can be", { carersRequired: 10_000 }, "readVisit: carersRequired must be a whole number from 1 to 9999, got 10000"],
    ["one and a half carers", { carersRequired: 1.5 }, "readVisit: carersRequired must be a whole number from 1 to 9999, got 1.5"],
    ["carers that are no number", { carersRequired: "2" }, 'readVisit: carersRequired must be a whole number from 1 to 9999, got "2"'],
    ["NaN carers", { carersRequired: Number.NaN }, "readVisit: carersRequired must be a whole number from 1 to 9999, got NaN"],
    ["an unreadable planned start", { plannedStart: "09:00" }, time("plannedStart", '"09:00"')],
    ["no planned start, without saying that there is none", { plannedStart: undefined }, time("plannedStart", "undefined")],
    ["no planned start and no day", { plannedStart: null, plannedEnd: null }, "readVisit: plannedDay must be given where plannedStart is null, got undefined. Without either, no rule can be said to apply"],
    ["an unreadable planned end", { plannedEnd: "2026-07-01T24:00" }, time("plannedEnd", '"2026-07-01T24:00"')],
    ["no planned end, without saying that there is none", { plannedEnd: undefined }, time("plannedEnd", "undefined")],
    ["an unreadable log-in", { attendances: [{ ...log, logIn: "" }] }, time("logIn", '""')],
    ["an unreadable log-out", { attendances: [{ ...log, logOut: "2026-07-01" }] }, time("logOut", '"2026-07-01"')],
    ["an unreadable next planned start", { nextPlannedStart: "tomorrow" }, time("nextPlannedStart", '"tomorrow"')],
    [
      "a log-out a second before its log-in",
      { attendances: [{ ...log, logOut: "2026-07-01T09:05:09" }] },
      'readVisit: logOut must not be before logIn, got "2026-07-01T09:05:09". Correct the log, or leave logOut out until it is known',
    ],
    [
      "a second carer's log-out before its log-in",
      { attendances: [log, { carer: "C2", logIn: "2026-07-01T09:05", logOut: "2026-07-01T08:05Z" }, { carer: "C3", logIn: "2026-07-01T09:05", logOut: "2026-07-01T08:04:59Z" }] },
      'readVisit: logOut must not be before logIn, got "2026-07-01T08:04:59Z". Correct the log, or leave logOut out until it is known',
    ],
  ])("for %s", (_what, fields, message) => {
    expect(() => readVisit(withFields(fields), CALL_TYPES)).toThrow(new TypeError(message));
  });
});

describe("the day of a visit is the London day of its planned start", () => {
  it.each([
    ["2026-03-28T23:59:59Z", "2026-03-28", "the last second before the day the clocks go forward"],
    ["2026-03-29T00:00:00Z", "2026-03-29", "its first second, still in winter time"],
    ["2026-03-29T22:59:59Z", "2026-03-29", "its last second, in summer time: the day has 23 hours"],
    ["2026-03-29T23:00:00Z", "2026-03-30", "the first second after it"],
    ["2026-10-24T22:59:59Z", "2026-10-24", "the last second before the day the clocks go back"],
    ["2026-10-24T23:00:00Z", "2026-10-25", "its first second, still in summer time"],
    ["2026-10-25T23:59:59Z", "2026-10-25", "its last second, in winter time: the day has 25 hours"],
    ["2026-10-26T00:00:00Z", "2026-10-26", "the first second after it"],
    ["2026-07-01T00:30:00+02:00", "2026-06-30", "another country's offset does not make it their day"],
    ["2026-10-25T01:30", "2026-10-25", "a wall time in the repeated hour"],
    ["2026-03-29T01:30", "2026-03-29", "a wall time in the skipped hour"],
  ])("%s is on %s: %s", (plannedStart, day, _why) => {
    expect(readVisit({ ...plain, plannedStart }).day).toBe(day);
  });

  it("as its London text says, at any moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_MOMENT, max: Date.UTC(2038, 0, 1) / 1000 }), (at) => {
        expect(readVisit({ ...plain, plannedStart: asMoment(at) }).day).toBe(londonText(asMoment(at)).slice(0, 10));
      }),
    );
  });
});

describe("a wall time in the repeated hour", () => {
  const night = { callType: "standard", plannedStart: "2026-10-25T01:50", plannedEnd: "2026-10-25T01:10" } as const;

  it("is the later one for an end that would otherwise precede its start, as in an export", () => {
    const visit = readVisit({ ...night, attendances: [{ carer: "C1", logIn: "2026-10-25T01:55", logOut: "2026-10-25T01:05:30" }] });
    expect(visit.plannedStart).toBe(momentOf("2026-10-25T00:50Z"));
    expect(visit.plannedEnd).toBe(momentOf("2026-10-25T01:10Z"));
    expect(visit.attendances).toEqual([{ carer: "C1", logIn: momentOf("2026-10-25T00:55Z"), logOut: momentOf("2026-10-25T01:05:30Z") }]);
  });

  it("as an object too", () => {
    expect(readVisit({ ...night, plannedEnd: Temporal.PlainDateTime.from(night.plannedEnd), attendances: [] }).plannedEnd).toBe(momentOf("2026-10-25T01:10Z"));
  });

  it("is the earlier one for an end that does not precede its start, to the second", () => {
    expect(readVisit({ ...night, plannedEnd: night.plannedStart, attendances: [] }).plannedEnd).toBe(momentOf("2026-10-25T00:50Z"));
    expect(readVisit({ ...night, plannedEnd: "2026-10-25T01:49:59", attendances: [] }).plannedEnd).toBe(momentOf("2026-10-25T01:49:59Z"));
  });

  it("is the earlier one for a log-out without a log-in", () => {
    expect(readVisit({ ...night, attendances: [{ carer: "C1", logOut: "2026-10-25T01:10" }] }).attendances[0]!.logOut).toBe(momentOf("2026-10-25T00:10Z"));
  });

  it("with an offset says which it is, so a log-out before its log-in is refused there as anywhere", () => {
    const attendances = [{ carer: "C1", logIn: "2026-10-25T01:55+01:00", logOut: "2026-10-25T01:05+01:00" }];
    expect(() => readVisit({ ...night, attendances })).toThrow(/^readVisit: logOut must not be before logIn/);
  });
});
