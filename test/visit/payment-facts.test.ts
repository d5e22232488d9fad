import { describe, expect, it } from "vitest";
import type { PaymentFactsInput } from "../../src/visit/payment-facts.js";
import { readVisit } from "../../src/visit/visit.js";

const plain = { callType: "call", plannedStart: "2026-03-16T09:00", plannedEnd: "2026-03-16T10:00", attendances: [] } as const;
const read = (facts: PaymentFactsInput) => readVisit({ ...plain, ...facts });

describe("facts for payment", () => {
  it("that were not given are absent, null among them", () => {
    expect(Object.keys(read({}))).toEqual(Object.keys(readVisit(plain)));
    const nothing: PaymentFactsInput = { service: null, lot: null, zone: null, miles: null, ignoresRounding: null, billedStart: null, billedEnd: null, returnedInTime: null, returnedOn: null, noticeGiven: null, hospital: null, firstOfPackage: null };
    expect(read(nothing)).toEqual(readVisit(plain));
    expect(Object.keys(read(nothing))).toEqual(Object.keys(readVisit(plain)));
  });

  it("that were given are read: times become moments", () => {
    const hospital = { admitted: "2026-03-10", discharged: null, conditionsMet: null } as const;
    expect(read({ service: "care", lot: "1", zone: "moor", miles: "2.50", ignoresRounding: false, billedStart: "2026-03-16T09:05", returnedInTime: true, returnedOn: "2026-03-17", noticeGiven: new Date(0 + 1e12), hospital, firstOfPackage: true })).toMatchObject({
      service: "care",
      lot: "1",
      zone: "moor",
      miles: "2.50",
      ignoresRounding: false,
      billedStart: 1773651900,
      returnedInTime: true,
      returnedOn: "2026-03-17",
      noticeGiven: 1e9,
      hospital,
      firstOfPackage: true,
    });
  });

  it.each([
    [{ service: "" }, 'readVisit: service must be a name, got "". Leave it out when it is not known'],
    [{ zone: 7 }, "readVisit: zone must be a name, got 7"],
    [{ miles: "-1" }, 'readVisit: miles must be decimal text from 0 such as "2.5", got "-1"'],
    [{ miles: 2.5 }, "readVisit: miles must be decimal text from 0"],
    [{ ignoresRounding: "yes" }, 'readVisit: ignoresRounding must be true or false, got "yes"'],
    [{ billedStart: "soon" }, "momentOf: billedStart must be a time"],
    [{ returnedOn: "2026-02-29" }, 'readVisit: returnedOn must be a day of the calendar as YYYY-MM-DD, got "2026-02-29"'],
    [{ hospital: { admitted: "2026-03-32", discharged: null, conditionsMet: null } }, "readVisit: hospital.admitted must be a day of the calendar"],
    [{ hospital: { admitted: "2026-03-10", discharged: "2026-03-09", conditionsMet: null } }, "readVisit: hospital.discharged must not be before hospital.admitted"],
    [{ hospital: { admitted: "2026-03-10", discharged: null, conditionsMet: "yes" } }, "readVisit: hospital.conditionsMet must be true, false or null"],
  ])("%j is refused by name", (facts, message) => {
    expect(() => read(facts as unknown as PaymentFactsInput)).toThrow(message);
  });
});
