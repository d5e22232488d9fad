import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableExport, londonText, momentOf } from "../../src/index.js";
import { FURTHER_COLUMNS, type FurtherColumn } from "../../src/ecm/columns.js";
import type { FindingCode } from "../../src/ecm/findings.js";
import type { FurtherFacts } from "../../src/ecm/further-facts.js";
import { conflictWords, ecmRowWords } from "../../src/ecm/rows.words.js";
import { type Fields, HEADING, NOBODY, countsOf, documentOf, field, row, told } from "./exports.ts";

type Further = { readonly [C in FurtherColumn]?: string };

/** An export with all further columns, or some, behind the others: a row each for what they hold. */
function withFurther(rows: readonly (readonly [further: Further, fields?: Fields])[], columns: readonly FurtherColumn[] = FURTHER_COLUMNS): string {
  const lines = rows.map(([further, fields]) => [row(fields), ...columns.map((column) => field(further[column] ?? ""))].join(","));
  return [[HEADING, ...columns].join(","), ...lines, ""].join("\n");
}

/** The facts of a row that holds these. */
async function factsOf(further: Further): Promise<FurtherFacts | undefined> {
  const { accepted, rejected, findings } = await told(withFurther([[further]]));
  expect([rejected, findings]).toEqual([[], []]);
  return accepted[0]!.facts;
}

/** For every column something it may hold, by itself or with others it needs, and the facts this is. */
const read: { readonly [C in FurtherColumn]: readonly (readonly [Further, FurtherFacts])[] } = {
  service: [[{ service: "home care, nights" }, { service: "home care, nights" }]],
  lot: [[{ lot: "Löt 1" }, { lot: "Löt 1" }]],
  zone: [[{ zone: "0" }, { zone: "0" }]],
  miles: ["0", "2.5", "0.10", "12"].map((miles) => [{ miles }, { miles }]),
  planned_window: [[{ planned_window: "tea" }, { plannedWindow: "tea" }]],
  fault: (["provider", "person", "council", "other"] as const).map((fault) => [{ fault }, { fault }]),
  ignores_rounding: [[{ ignores_rounding: "yes" }, { ignoresRounding: true }], [{ ignores_rounding: "no" }, { ignoresRounding: false }]],
  billed_start: [[{ billed_start: "2026-07-01T09:00" }, { billedStart: momentOf("2026-07-01T09:00") }]],
  billed_end: [
    [{ billed_end: "2026-07-01T08:30Z" }, { billedEnd: momentOf("2026-07-01T09:30") }],
    [{ billed_start: "2026-07-01T09:00", billed_end: "2026-07-01T09:00" }, { billedStart: momentOf("2026-07-01T09:00"), billedEnd: momentOf("2026-07-01T09:00") }],
  ],
  returned_in_time: [[{ returned_in_time: "yes" }, { returnedInTime: true }], [{ returned_in_time: "no" }, { returnedInTime: false }]],
  returned_on: [[{ returned_on: "2028-02-29" }, { returnedOn: "2028-02-29" }]],
  notice_given: [[{ notice_given: "2026-06-30T17:00:01" }, { noticeGiven: momentOf("2026-06-30T17:00:01") }]],
  hospital_admitted: [
    [{ hospital_admitted: "2026-06-30" }, {}],
    [{ hospital_admitted: "2026-06-30", hospital_discharged: "not-yet" }, { hospital: { admitted: "2026-06-30", discharged: null, conditionsMet: null } }],
  ],
  hospital_discharged: [
    [{ hospital_discharged: "2026-07-02" }, {}],
    [{ hospital_admitted: "2026-06-30", hospital_discharged: "2026-06-30" }, { hospital: { admitted: "2026-06-30", discharged: "2026-06-30", conditionsMet: null } }],
  ],
  hospital_conditions_met: [
    [{ hospital_conditions_met: "yes" }, {}],
    [{ hospital_admitted: "2026-06-30", hospital_discharged: "not-yet", hospital_conditions_met: "yes" }, { hospital: { admitted: "2026-06-30", discharged: null, conditionsMet: true } }],
    [{ hospital_admitted: "2026-06-30", hospital_discharged: "not-yet", hospital_conditions_met: "no" }, { hospital: { admitted: "2026-06-30", discharged: null, conditionsMet: false } }],
  ],
  first_of_package: [[{ first_of_package: "yes" }, { firstOfPackage: true }], [{ first_of_package: "no" }, { firstOfPackage: false }]],
  merged_kind: [[{ merged_kind: "holds-another", merged_visit: "V2" }, { merged: { kind: "holds-another", visit: "V2" } }]],
  merged_visit: [[{ merged_kind: "done-in-another", merged_visit: "V2" }, { merged: { kind: "done-in-another", visit: "V2", attended: null, agreed: null } }]],
  merged_attended: [[{ merged_kind: "done-in-another", merged_visit: "V2", merged_attended: "yes" }, { merged: { kind: "done-in-another", visit: "V2", attended: true, agreed: null } }]],
  merged_agreed: [[{ merged_kind: "done-in-another", merged_visit: "V2", merged_agreed: "no" }, { merged: { kind: "done-in-another", visit: "V2", attended: null, agreed: false } }]],
};

describe("further columns are found by their heading, each by itself", () => {
  it.each(Object.values(read).flat())("%j", async (further, facts) => {
    expect(await factsOf(further)).toEqual(facts);
    const columns = FURTHER_COLUMNS.filter((column) => further[column] !== undefined);
    const { accepted } = await told(withFurther([[further]], columns.toReversed()));
    expect(accepted[0]!.facts).toEqual(facts);
  });

  it("an empty field is a fact that was not given; an export without such columns has no facts at all", async () => {
    expect(await factsOf({})).toEqual({});
    const { accepted } = await told([HEADING, row(), ""].join("\n"));
    expect(accepted[0]).not.toHaveProperty("facts");
  });

  it("in any order, among the others, with the same row for the rest", async () => {
    const { accepted: [plain] } = await told([HEADING, row(), ""].join("\n"));
    const values = { ...Object.fromEntries(HEADING.split(",").map((column, i) => [column, row().split(",")[i]!])), service: "s", billed_start: "2026-07-01T09:00", fault: "person" };
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(Object.keys(values), { minLength: 15 }), async (columns) => {
        const { accepted } = await told(`${columns.join(",")}\n${columns.map((column) => values[column as keyof typeof values]).join(",")}\n`);
        expect(accepted).toEqual([{ ...plain, facts: { service: "s", fault: "person", billedStart: momentOf("2026-07-01T09:00") } }]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(FURTHER_COLUMNS)("the column %s twice", async (column) => {
    await expect(told(`${HEADING},${column},${column}\n${row()},,\n`)).rejects.toThrow(new UnreadableExport(`the heading has the column ${column} twice`));
  });
});

const bad = (code: FindingCode, column: FurtherColumn, others: Further, values: readonly string[]) => values.map((value) => ({ code, column, further: { ...others, [column]: value }, value }));
const STAY = { hospital_admitted: "2026-07-01", hospital_discharged: "2026-07-01" } as const;
const DONE = { merged_kind: "done-in-another", merged_visit: "V2" } as const;
const DAYS = ["2026-7-1", "2026-06-31", "01/07/2026", "2026-07-01T09:00", " ", "today"];
const YES = ["Yes", "y", "true", "1", " yes", "yes,no"];
const TIMES = ["09:00", "2026-07-01", "2026-07-01 09:00", "2026-06-31T09:00", "1995-12-31T23:59", " "];

describe("a row with a further column that cannot be read is rejected", () => {
  it.each([
    ...bad("unreadable-number", "miles", {}, ["-1", "+1", "1,5", "1.", ".5", "1e1", "two", " 1", "1/2", "NaN"]),
    ...bad("unreadable-fact", "fault", {}, ["Provider", "carer", "service user", " "]),
    ...(["ignores_rounding", "returned_in_time", "first_of_package"] as const).flatMap((column) => bad("unreadable-fact", column, {}, YES)),
    ...(["billed_start", "billed_end", "notice_given"] as const).flatMap((column) => bad("unreadable-time", column, {}, TIMES)),
    ...bad("unreadable-fact", "billed_end", { billed_start: "2026-07-01T09:00" }, ["2026-07-01T08:59:59", "2026-07-01T07:59:59Z"]),
    ...bad("unreadable-fact", "returned_on", {}, DAYS),
    ...bad("unreadable-fact", "hospital_admitted", {}, [...DAYS, "not-yet"]),
    ...bad("unreadable-fact", "hospital_discharged", {}, DAYS),
    ...bad("unreadable-fact", "hospital_discharged", STAY, ["2026-06-30"]),
    ...bad("unreadable-fact", "hospital_conditions_met", STAY, YES),
    ...bad("unreadable-fact", "merged_kind", DONE, ["merged", "yes", " ", ""]),
    ...bad("unreadable-fact", "merged_kind", { merged_attended: "yes" }, [""]),
    ...bad("unreadable-fact", "merged_kind", { merged_agreed: "no" }, [""]),
    ...bad("unreadable-fact", "merged_visit", DONE, [""]),
    ...bad("unreadable-fact", "merged_attended", DONE, YES),
    ...bad("unreadable-fact", "merged_agreed", DONE, YES),
    ...(["merged_attended", "merged_agreed"] as const).flatMap((column) => bad("unreadable-fact", column, { merged_kind: "holds-another", merged_visit: "V2" }, ["yes", "no"])),
  ])("$code in $column: $further", async ({ code, column, further, value }) => {
    const { accepted, rejected, findings } = await told(withFurther([[{}], [further, { visit_id: "V2" }], [{}]]));
    expect(rejected).toEqual([{ finding: { code, row: 3, column, value }, visit: { provider: "P1", visit: "V2", day: accepted[0]!.day } }]);
    expect(accepted.map((one) => one.row)).toEqual([2, 4]);
    expect(findings).toEqual([]);
  });

  it("after everything that can be wrong in the other columns, in the order of the columns where each is of one kind", async () => {
    const { rejected } = await told(withFurther([[{ miles: "x", fault: "x" }, { actual_end: "2026-07-01T09:04" }], [{ miles: "x", fault: "x" }], [{ fault: "x", ignores_rounding: "x" }]]));
    expect(rejected.map(({ finding }) => [finding.code, finding.column])).toEqual([["log-out-before-log-in", "actual_end"], ["unreadable-number", "miles"], ["unreadable-fact", "fault"]]);
  });
});

describe("the clocks", () => {
  it("a billed end in the hour that happens twice is the later where it would otherwise precede its start; both hours are said", async () => {
    const times = { planned_start: "2026-10-25T03:00", planned_end: "2026-10-25T03:30", ...NOBODY };
    const { accepted, findings } = await told(withFurther([
      [{ billed_start: "2026-10-25T01:30", billed_end: "2026-10-25T01:10" }, times],
      [{ notice_given: "2026-03-29T01:30" }, times],
      [{ notice_given: "2026-10-25T01:30+01:00" }, times],
      [{ notice_given: "2026-10-25T01:30" }, { ...times, planned_start: "2026-10-25T03:00Z", planned_end: "2026-10-25T03:30Z" }],
    ]));
    expect(accepted.map(({ facts }) => [facts?.billedStart, facts?.billedEnd, facts?.noticeGiven].map((at) => at && londonText(at)))).toEqual([
      ["2026-10-25T01:30:00+01:00", "2026-10-25T01:10:00+00:00", undefined],
      [undefined, undefined, "2026-03-29T02:30:00+01:00"],
      [undefined, undefined, "2026-10-25T01:30:00+01:00"],
      [undefined, undefined, "2026-10-25T01:30:00+01:00"],
    ]);
    expect(findings.map(({ code, row: at }) => [code, at])).toEqual([["repeated-hour", 2], ["skipped-hour", 3], ["repeated-hour", 5]]);
  });

  it("the reading of the repeated hour is asked", async () => {
    const { accepted } = await told(withFurther([[{ billed_start: "2026-10-25T01:30", notice_given: "2026-10-25T01:30" }]]), { repeatedHour: "later" });
    expect(accepted[0]!.facts).toEqual({ billedStart: momentOf("2026-10-25T01:30Z"), noticeGiven: momentOf("2026-10-25T01:30Z") });
  });
});

describe("all rows of a visit say the same further facts", () => {
  const second = { carer_id: "C2" } as const;
  const conflicts = async (one: Further, other: Further) => countsOf(await documentOf(withFurther([[one], [other, second]])))["conflicting-visit"] ?? 0;
  /** Of each fact two that differ. */
  const differing: readonly (readonly [Further, Further])[] = [
    ...(["service", "lot", "zone", "planned_window"] as const).map((column) => [{ [column]: "a" }, { [column]: "b" }] as const),
    [{ miles: "2" }, { miles: "2.01" }],
    [{ fault: "person" }, { fault: "council" }],
    ...(["ignores_rounding", "returned_in_time", "first_of_package"] as const).map((column) => [{ [column]: "yes" }, { [column]: "no" }] as const),
    ...(["billed_start", "billed_end", "notice_given"] as const).map((column) => [{ [column]: "2026-07-01T09:00" }, { [column]: "2026-07-01T09:00:01" }] as const),
    [{ returned_on: "2026-07-01" }, { returned_on: "2026-07-02" }],
    [STAY, { ...STAY, hospital_admitted: "2026-06-30" }],
    [STAY, { ...STAY, hospital_discharged: "not-yet" }],
    [STAY, { ...STAY, hospital_conditions_met: "no" }],
    [DONE, { ...DONE, merged_kind: "holds-another" }],
    [DONE, { ...DONE, merged_visit: "V3" }],
    [DONE, { ...DONE, merged_attended: "yes" }],
    [DONE, { ...DONE, merged_agreed: "yes" }],
  ];

  it.each(differing)("%j beside %j, or beside nothing, contradicts it; beside itself it does not", async (one, other) => {
    expect(await Promise.all([conflicts(one, other), conflicts(one, {}), conflicts({}, other), conflicts(one, one), conflicts(other, other)])).toEqual([1, 1, 1, 0, 0]);
  });

  it("numbers of miles and times are compared as what they are, however they are written", async () => {
    expect(await conflicts({ miles: "2.5", notice_given: "2026-07-01T09:00" }, { miles: "02.50", notice_given: "2026-07-01T08:00:00Z" })).toBe(0);
    expect(await conflicts({}, {})).toBe(0);
  });

  it("in words: what each row says of what they disagree about", async () => {
    for (const [one, other] of differing) {
      const { accepted } = await told(withFurther([[one], [other, second]]));
      expect(conflictWords(accepted), JSON.stringify(one)).toHaveLength(1);
      for (const accept of accepted) expect(ecmRowWords(accept)).not.toMatch(/undefined|null|\[object|true|false|\d{4}-\d\d/);
    }
    const { accepted } = await told(withFurther([[{ zone: "North", ...STAY }], [{ ...STAY, hospital_conditions_met: "yes" }, second]]));
    expect(conflictWords(accepted)).toEqual([
      "The rows disagree about the zone: “North” in row 2; none given in row 3.",
      "The rows disagree about the stay in hospital: admitted on Wednesday 1 July 2026, discharged on Wednesday 1 July 2026, nothing said of the conditions met in row 2; admitted on Wednesday 1 July 2026, discharged on Wednesday 1 July 2026, with the conditions met in row 3.",
    ]);
  });

  it("a row in words says its further facts", async () => {
    const { accepted } = await told(withFurther([[{ miles: "2.5", fault: "person", first_of_package: "no", billed_start: "2026-07-01T09:00", ...DONE, merged_agreed: "yes" }]]));
    expect(ecmRowWords(accepted[0]!)).toBe(
      "Row 2: carer C1, in at 09:05, out at 09:31, by app; miles 2.5, fault the person's, billed start 09:00, first visit of a package no, merging done in “V2”, which may or may not have been attended, as the council agreed.",
    );
  });
});
