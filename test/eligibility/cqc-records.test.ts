import { describe, expect, test } from "vitest";
import { CQC_FINDINGS, readCqcRecords } from "../../src/index.js";
import { dayIn } from "../../src/eligibility/cqc-values.js";
import { LOCATION, recordOf } from "./fixtures.js";

const codes = (input: unknown): string[] => readCqcRecords(input).findings.map(({ code }) => code);

describe("the shapes of a list of records", () => {
  test.each<[string, unknown, string[]]>([
    ["one object", LOCATION, ["1-100"]],
    ["a list", [LOCATION, { ...LOCATION, locationId: "1-200" }], ["1-100", "1-200"]],
    ["an object of id to object", { "1-300": { registrationStatus: "Registered" }, "1-400": { ...LOCATION, locationId: "1-400" } }, ["1-300", "1-400"]],
    ["a page of locations", { total: 1, locations: [{ locationId: "1-100", locationName: "A", postalCode: "B" }], page: 1 }, ["1-100"]],
    ["a provider", { providerId: "1-900", organisationType: "Provider", locationIds: ["1-100"], registrationStatus: "Registered" }, ["1-900"]],
    ["an empty list", [], []],
    ["an empty object", {}, []],
  ])("%s", (_, input, ids) => {
    const reading = readCqcRecords(input);
    expect(reading.records.map(({ id }) => id)).toEqual(ids);
    expect(reading).toMatchObject({ counted: "records", read: ids.length, accepted: ids.length, rejected: 0 });
  });

  test("a page of changes holds ids only: each is rejected with its finding", () => {
    const reading = readCqcRecords({ changes: ["1-1", "1-2"], total: 2 });
    expect(reading).toMatchObject({ read: 2, accepted: 0, rejected: 2 });
    expect(reading.findings).toEqual([
      { code: "not-an-object", id: null, at: "changes[0]", value: "1-1" },
      { code: "not-an-object", id: null, at: "changes[1]", value: "1-2" },
    ]);
  });

  test("an object of ids that holds something else beside objects: each of them is read", () => {
    const reading = readCqcRecords({ "1-100": LOCATION, "1-200": "Good" });
    expect(reading).toMatchObject({ read: 2, accepted: 1, rejected: 1, findings: [{ code: "not-an-object", id: "1-200", at: '["1-200"]' }] });
  });

  test("an entry of a list page is kept, and said to hold nothing to judge by", () => {
    expect(codes([{ locationId: "1-100", locationName: "A" }])).toEqual(["list-entry"]);
  });

  test.each([null, undefined, 7, "1-100", true, [null], [[]], { name: "A" }, { registrationStatus: "Registered" }])("%j is rejected, not thrown", (input) => {
    const reading = readCqcRecords(input);
    expect(reading).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
    expect(reading.findings.filter(({ code }) => CQC_FINDINGS[code].rejects)).toHaveLength(1);
  });

  test("records with one id are all kept, and the repetition is said", () => {
    expect(readCqcRecords([LOCATION, LOCATION]).records).toHaveLength(2);
    expect(codes([LOCATION, LOCATION])).toEqual(["repeated-id"]);
  });
});

describe("what a record says", () => {
  test("registration, dormancy, activities, services and predecessors", () => {
    const record = recordOf({ ...LOCATION, relationships: [{ relatedLocationId: "1-50", type: "HSCA Predecessor", reason: "New Provider" }, { relatedLocationId: "1-60", type: "Successor" }] });
    expect(record).toMatchObject({
      id: "1-100",
      kind: "location",
      registration: { status: "registered", firstDay: "2020-12-11", endedOn: null },
      dormant: false,
      regulatedActivities: ["Personal care"],
      predecessors: ["1-50"],
    });
    expect(record.history.services).toEqual(["Homecare agencies", "Domiciliary care service"]);
  });

  test("what is left out is not said, and null is the same as left out", () => {
    const nothing = { registration: { status: "not-said", firstDay: null, endedOn: null }, dormant: null, regulatedActivities: null, predecessors: [], history: { ratings: [], services: null } };
    expect(recordOf({ locationId: "1-100" })).toMatchObject(nothing);
    const nulls = { registrationStatus: null, registrationDate: null, deregistrationDate: null, dormancy: null, regulatedActivities: null, gacServiceTypes: null, relationships: null, currentRatings: null, historicRatings: null, assessment: null };
    expect(recordOf({ locationId: "1-100", ...nulls })).toMatchObject(nothing);
    expect(codes({ ...LOCATION, ...nulls })).toEqual(["list-entry"]);
  });

  test("an empty list of activities says that there are none; one that cannot be read says nothing", () => {
    expect(recordOf({ ...LOCATION, regulatedActivities: [] }).regulatedActivities).toEqual([]);
    expect(recordOf({ ...LOCATION, regulatedActivities: [7] }).regulatedActivities).toBeNull();
    expect(codes({ ...LOCATION, regulatedActivities: [7] })).toEqual(["unreadable-value"]);
    expect(recordOf({ ...LOCATION, regulatedActivities: [null, { name: " Personal care " }, "Surgical procedures"] }).regulatedActivities).toEqual(["Personal care", "Surgical procedures"]);
    expect(codes({ ...LOCATION, regulatedActivities: [null, {}] , relationships: [null] })).toEqual([]);
  });

  test.each([
    ["Y", true],
    ["y", true],
    ["Yes", true],
    [true, true],
    ["N", false],
    ["no", false],
    [false, false],
    ["", null],
  ])("dormancy %j is %j", (dormancy, dormant) => {
    expect(recordOf({ ...LOCATION, dormancy }).dormant).toBe(dormant);
    expect(codes({ ...LOCATION, dormancy })).toEqual([]);
  });

  test("dormancy that is an object asserts nothing and is a finding, whatever it makes of text", () => {
    expect(recordOf({ ...LOCATION, dormancy: { toString: [] } }).dormant).toBeNull();
    expect(codes({ ...LOCATION, dormancy: { toString: [] } })).toEqual(["unknown-status"]);
  });

  test("an unfamiliar word for dormancy or registration asserts nothing and is a finding", () => {
    const odd = { ...LOCATION, dormancy: "maybe", registrationStatus: "Suspended" };
    expect(recordOf(odd)).toMatchObject({ dormant: null, registration: { status: "unknown" } });
    expect(codes(odd)).toEqual(["unknown-status", "unknown-status"]);
  });

  test("an end of registration that cannot be read is no sign that there is none", () => {
    expect(recordOf({ ...LOCATION, deregistrationDate: "soon" }).registration.endedOn).toBe("unreadable");
    expect(codes({ ...LOCATION, deregistrationDate: "soon" })).toEqual(["unreadable-day"]);
  });

  test("ids may be numbers", () => {
    expect(recordOf({ locationId: 100, registrationStatus: "Registered" }).id).toBe("100");
  });

  test("names and addresses are not kept", () => {
    const text = JSON.stringify(recordOf({ ...LOCATION, name: "Hearth Care", postalAddressLine1: "1 High Street", contacts: [{ personFamilyName: "Surname" }] }));
    expect(text).not.toMatch(/Hearth|High Street|Surname/);
  });

  test.each([
    ["currentRatings", 5],
    ["currentRatings", "Good"],
    ["currentRatings", { overall: "Good" }],
    ["currentRatings", { overall: { rating: "Good", keyQuestionRatings: "none" } }],
    ["historicRatings", "none"],
    ["historicRatings", [5, "x"]],
    ["assessment", [{ ratings: 5 }]],
    ["assessment", true],
    ["relationships", 5],
    ["gacServiceTypes", 5],
    ["registrationDate", {}],
    ["locationId", {}],
  ])("%s of %j is a finding and no exception", (field, value) => {
    const reading = readCqcRecords({ ...LOCATION, [field]: value });
    expect(reading.read).toBe(reading.accepted + reading.rejected);
    expect(reading.findings.map(({ code }) => code)).toContain("unreadable-value");
  });
});

test.each([
  ["2024-05-20", "2024-05-20"],
  ["2024-05-20T00:00:00", "2024-05-20"],
  ["2024-05-20 09:30:00", "2024-05-20"],
  ["2024-05-20T23:30:00Z", "2024-05-21"],
  ["2024-01-20T23:30:00.123Z", "2024-01-20"],
  ["2024-05-20T23:30:00+0100", "2024-05-20"],
  ["20/05/2024", "2024-05-20"],
  ["1/5/2024", "2024-05-01"],
  ["2024-02-30", null],
  ["30/02/2024", null],
  ["05/20/2024", null],
  ["2024-05-20T25:00:00Z", null],
  ["20 May 2024", null],
  ["", null],
])("the day in %j is %j", (text, day) => {
  expect(dayIn(text)).toBe(day);
});
