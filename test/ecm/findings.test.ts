import { describe, expect, it } from "vitest";
import { CAPTURE_METHODS, type Column, FINDINGS, type FindingCode, OUTCOMES, compile, leicester } from "../../src/index.js";
import { FINDING_CODES } from "../../src/ecm/findings.js";
import { type Fields, HEADING, NOBODY, RULES, countsOf, documentOf, exportOf, row, rulesWith, told } from "./exports.ts";

const LATER = row({ visit_id: "V2", planned_start: "2026-07-01T12:00", planned_end: "2026-07-01T12:30", actual_start: "2026-07-01T12:00", actual_end: "2026-07-01T12:30" });

interface RejectingExample {
  readonly code: FindingCode;
  readonly column: Column;
  readonly fields: Fields;
  readonly value: string;
}

const missing = (column: Column, fields: Fields = { [column]: "" }): RejectingExample => ({ code: "missing-value", column, fields, value: "" });
const bad = (code: FindingCode, column: Column) => (value: string): RejectingExample => ({ code, column, fields: { [column]: value }, value });

const rejecting: readonly RejectingExample[] = [
  missing("visit_id"),
  missing("service_user_id"),
  missing("provider_id"),
  missing("planned_start"),
  missing("planned_end"),
  missing("carer_id"),
  missing("carer_id", { carer_id: "", actual_end: "" }),
  missing("carer_id", { carer_id: "", actual_start: "" }),
  ...["", "Standard", " critical", "critical ", "urgent", "standard,", "standar", "standards"].map(bad("unknown-priority", "priority")),
  ...["Hospital", "no access", "no_access", " ", "none", "deceased", "no-access,hospital"].map(bad("unknown-outcome", "outcome")),
  ...["App", "gps", " app", "-"].map(bad("unknown-capture-method", "capture_method")),
  ...["", "0", "00", "-1", "+1", "1.0", "1,0", "1.5", "1e0", "0x1", "two", " 1", "1 ", "½", "１", "10000", "999999999999999", "9999999999999999", "99999999999999999999999", "1".repeat(400)].map(bad("unreadable-number", "carers_required")),
  ...(["planned_start", "planned_end", "actual_start", "actual_end"] as const).flatMap((column) =>
    ["09:00", "2026-07-01", "2026-07-01 09:00", "2026-07-01T24:00", "2026-06-31T09:00", "2026-07-01T09:00:60", "2026-07-01t09:00", "2026-07-01T09:00z", "2026-07-01T09:00+0100", "01/07/2026 09:00", "1995-12-31T23:59", " "].map(
      bad("unreadable-time", column),
    ),
  ),
  bad("log-out-before-log-in", "actual_end")("2026-07-01T09:04:59"),
  bad("log-out-before-log-in", "actual_end")("2026-07-01T09:04"),
  bad("log-out-before-log-in", "actual_end")("2026-07-01T08:04:59Z"),
];

describe("a rejected row comes back with the first thing wrong with it", () => {
  it.each(rejecting)("$code in $column: $fields", async ({ code, column, fields, value }) => {
    const { accepted, rejected, findings } = await told(exportOf(LATER, row(fields), LATER));
    const placed = !["visit_id", "provider_id", "planned_start"].includes(column);
    const unplaced = { provider: column === "provider_id" ? null : "P1", visit: column === "visit_id" ? null : "V1" };
    expect(rejected.map(({ finding }) => finding)).toEqual([{ code, row: 3, column, value, ...(placed ? {} : { unplaced }) }]);
    expect(rejected.map(({ visit }) => visit !== null)).toEqual([placed]);
    expect(accepted.map((one) => one.row)).toEqual([2, 4]);
    expect(findings).toEqual([]);
  });

  it.each([
    ["one field more", `${row()},`, "13 fields, the heading has 12"],
    ["one field less", row().slice(0, row().lastIndexOf(",")), "11 fields, the heading has 12"],
    ["a single field", "V1", "1 field, the heading has 12"],
    ["a single field of quotes", '""', "1 field, the heading has 12"],
    ["a decimal comma", row().replace(",1,", ",1,0,"), "13 fields, the heading has 12"],
    ["semicolons for commas", row().replaceAll(",", ";"), "1 field, the heading has 12"],
    ["two thousand fields", ",".repeat(1999), "2000 fields, the heading has 12"],
  ])("wrong-field-count: %s", async (_what, line, value) => {
    const { accepted, rejected } = await told(exportOf(LATER, line, LATER));
    expect(rejected).toEqual([{ finding: { code: "wrong-field-count", row: 3, value, unplaced: { provider: null, visit: null } }, visit: null }]);
    expect(accepted.map((one) => one.row)).toEqual([2, 4]);
  });

  it("of two things wrong, the one that stands first in the list of findings, then of the columns", async () => {
    const order = rejecting.filter((one, i) => rejecting.findIndex(({ code, column }) => code === one.code && column === one.column) === i);
    const wrong: string[] = [];
    for (const [i, first] of order.entries()) {
      for (const second of order.slice(i + 1)) {
        if (first.column === second.column) continue;
        const { rejected } = await told(exportOf(row({ ...second.fields, ...first.fields })));
        const [finding] = rejected.map((one) => one.finding);
        if (finding?.code !== first.code || finding.column !== first.column) wrong.push(`${first.code} in ${first.column} before ${second.code} in ${second.column}: ${JSON.stringify(finding)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(order.map(({ code }) => code)).toEqual(order.map(({ code }) => code).toSorted((a, b) => FINDING_CODES.indexOf(a) - FINDING_CODES.indexOf(b)));
  });
});

interface KeptExample {
  readonly code: FindingCode;
  readonly says: string;
  readonly rows: readonly string[];
  readonly count: number;
  readonly readings?: { readonly [reading: string]: string };
}

const two = (fields: Fields): readonly string[] => [row(), row({ carer_id: "C2", ...fields })];
const attended = (outcome: string): KeptExample => ({ code: "attended-and-not-delivered", says: `a log-in beside ${outcome}`, rows: [row({ outcome })], count: 1 });

const kept: readonly KeptExample[] = [
  { code: "log-out-missing", says: "a log-in and no log-out", rows: [row({ actual_end: "" })], count: 1 },
  { code: "log-in-missing", says: "a log-out and no log-in", rows: [row({ actual_start: "" })], count: 1 },
  { code: "planned-end-not-after-start", says: "an end in the second of the start", rows: [row({ planned_end: "2026-07-01T09:00:00" })], count: 1 },
  { code: "planned-end-not-after-start", says: "an end a second before the start", rows: [row({ planned_end: "2026-07-01T08:59:59" })], count: 1 },
  { code: "planned-end-not-after-start", says: "an end the day before, in two rows", rows: two({ planned_end: "2026-06-30T09:30" }), count: 1 },
  { code: "repeated-hour", says: "a planned time in the hour that happens twice", rows: [row({ ...NOBODY, planned_start: "2026-10-25T01:00", planned_end: "2026-10-25T02:00" })], count: 1 },
  { code: "skipped-hour", says: "a planned time in the hour that the clocks skip", rows: [row({ ...NOBODY, planned_start: "2026-03-29T01:00", planned_end: "2026-03-29T02:30" })], count: 1 },
  { code: "conflicting-visit", says: "two service users", rows: two({ service_user_id: "SU2" }), count: 1 },
  { code: "conflicting-visit", says: "two priorities", rows: two({ priority: "critical" }), count: 1 },
  { code: "conflicting-visit", says: "two numbers of carers required", rows: two({ carers_required: "2" }), count: 1 },
  { code: "conflicting-visit", says: "two planned starts on one day", rows: two({ planned_start: "2026-07-01T09:00:01" }), count: 1 },
  { code: "conflicting-visit", says: "two planned ends", rows: two({ planned_end: "2026-07-01T09:31" }), count: 1 },
  { code: "conflicting-visit", says: "two outcomes", rows: two({ outcome: "refused" }), count: 1 },
  ...["hospital", "cancelled-by-person", "cancelled-by-council", "provider-failure", "suspended", "other"].map(attended),
  { code: "no-paid-row", says: "56 minutes, in a contract without a row for them", rows: [row({ actual_end: "2026-07-01T10:01" })], count: 1 },
  { code: "no-rate", says: "a call at a time of day that has no rate", rows: [row()], count: 1, readings: { "rate-scope": "day-time-only:10:00-20:00" } },
  { code: "no-rule-in-force", says: "a call on a day before the rules begin", rows: [row()], count: 1, readings: { applies: "callers-days:2026-07-02..2026-12-31" } },
];

/** Leicester's bands as they are written: nothing fills the hole at 56. */
const asWritten = compile({ ...leicester, paidMinutes: { versions: leicester.paidMinutes.versions.map((version) => ({ ...version, filling: [] })) } });

describe("a finding on a row that is kept is counted", () => {
  it.each(kept)("$code: $says", async ({ code, rows, count, readings }) => {
    const rules = code === "no-paid-row" ? (asWritten as unknown as typeof RULES) : rulesWith(readings);
    const document = await documentOf(exportOf(...rows, LATER), {}, rules);
    expect(document.rows).toEqual({ read: rows.length + 1, accepted: rows.length + 1, rejected: 0 });
    expect(countsOf(document)).toMatchObject({ [code]: code === "no-rule-in-force" ? count + 2 : count });
    expect(document.findings.find((finding) => finding.code === code)).toEqual({ code, severity: FINDINGS[code].severity, of: FINDINGS[code].of, count: expect.any(Number) });
  });

  it("with its row and column, where a row has it", async () => {
    const { findings } = await told(exportOf(LATER, row({ actual_end: "" }), row({ actual_start: "" }), row({ planned_end: "2026-07-01T09:00" }), row({ planned_start: "2026-10-25T01:00", planned_end: "2026-10-25T02:00" })));
    expect(findings).toEqual([
      { code: "log-out-missing", row: 3, column: "actual_end" },
      { code: "log-in-missing", row: 4, column: "actual_start" },
      { code: "planned-end-not-after-start", row: 5, column: "planned_end" },
      { code: "repeated-hour", row: 6 },
    ]);
  });

  it("once a row, however many of its times it is about", async () => {
    const night = { planned_start: "2026-10-25T01:00", planned_end: "2026-10-25T01:30", actual_start: "2026-10-25T01:05", actual_end: "2026-10-25T01:35" };
    expect(countsOf(await documentOf(exportOf(row(night))))).toEqual({ "repeated-hour": 1 });
    expect(countsOf(await documentOf(exportOf(row({ ...night, planned_start: "2026-03-29T01:00" }))))).toEqual({ "repeated-hour": 1, "skipped-hour": 1 });
  });

  it("an outcome a carer may meet on the doorstep is no contradiction, nor is one beside an expected carer who did not come", async () => {
    for (const outcome of ["no-access", "refused", "frustrated", "aborted"]) expect(countsOf(await documentOf(exportOf(row({ outcome }))))).toEqual({});
    for (const outcome of OUTCOMES) expect(countsOf(await documentOf(exportOf(row({ outcome, actual_start: "", actual_end: "" }))))).toEqual({});
  });
});

describe("nothing is found on", () => {
  it.each<readonly [string, Fields]>([
    ["a visit that went to plan", {}],
    ["a visit that nobody attended", NOBODY],
    ["a carer who was expected and did not come", { actual_start: "", actual_end: "" }],
    ["a log-out in the second of its log-in", { actual_end: "2026-07-01T09:05:00" }],
    ["a planned end a second after the start", { planned_end: "2026-07-01T09:00:01" }],
    ["zeros before the number of carers", { carers_required: "0002" }],
    ["many zeros before the number of carers", { carers_required: "00000000000000000000000000000009999" }],
    ["the most carers there can be", { carers_required: "9999" }],
    ["a row without a capture method", { capture_method: "" }],
    ...CAPTURE_METHODS.map((method) => [`the capture method ${method}`, { capture_method: method }] as const),
    ["times with offsets in the repeated hour", { planned_start: "2026-10-25T01:00+01:00", planned_end: "2026-10-25T01:00Z", actual_start: "2026-10-25T01:30+01:00", actual_end: "2026-10-25T01:00+00:00" }],
    ["the last minute before the repeated hour to the first after it", { planned_start: "2026-10-25T00:59:59", planned_end: "2026-10-25T02:00", actual_start: "2026-10-25T00:59", actual_end: "2026-10-25T02:00" }],
    ["the last minute before the skipped hour to the first after it", { planned_start: "2026-03-29T00:59:59", planned_end: "2026-03-29T02:00", actual_start: "2026-03-29T00:59", actual_end: "2026-03-29T02:00" }],
  ])("%s", async (_what, fields) => {
    const document = await documentOf(exportOf(row(fields)));
    expect(document.findings).toEqual([]);
    expect(document.rows).toEqual({ read: 1, accepted: 1, rejected: 0 });
  });
});

/** Found in the months of councils with other kinds of clauses than Leicester: see test/month. */
const ELSEWHERE: readonly string[] = ["payment-undetermined", "no-carers-allowed", "continuity-measured"];

it("every finding there is has an example here, or in the months of other councils", () => {
  const examples = new Set<string>([...rejecting, ...kept, ...ELSEWHERE.map((code) => ({ code }))].map(({ code }) => code));
  // What is not UTF-8 cannot be written in these rows, and facts stand in other columns: see not-utf-8.test.ts and further-columns.test.ts.
  expect(FINDING_CODES.filter((code) => !examples.has(code))).toEqual(["wrong-field-count", "not-utf-8", "unreadable-fact", "unknown-column", "column-not-there", "unasked-column"]);
});

it("a document shows its findings in the order in which they are declared", async () => {
  const ownVisits = kept.flatMap((example, i) => example.rows.map((line) => line.replace("V1,", `V${i},`)));
  const rows = [...ownVisits, ...rejecting.map(({ fields }) => row({ visit_id: "bad", ...fields }))].map((line) => `${line},,`);
  const { findings } = await documentOf([`${HEADING},note,fault`, ...rows, `${row({ visit_id: "bad" })},,nobody`, "V1", ""].join("\n"), { askedColumns: [{ column: "zone", asAdopted: true }] });
  const codes = findings.map(({ code }) => code);
  expect(codes).toEqual(FINDING_CODES.filter((code) => codes.includes(code)));
  expect(codes).toEqual(FINDING_CODES.filter((code) => !code.startsWith("no") && !ELSEWHERE.includes(code)));
});
