import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS, type Column, UnreadableExport, compile, emptyMonth, leicester, mergeMonths, assessExport } from "../../src/index.js";
import { FURTHER_COLUMNS, type FurtherColumn } from "../../src/ecm/columns.js";
import { bytesOf } from "../helpers.js";
import { HEADING, PLAIN, RULES, countsOf, documentOf, exportOf, field, row, told } from "./exports.ts";

const isCanonical = (name: string): name is Column => Object.hasOwn(PLAIN, name);

/** An export with its columns in an order, and any other columns among them. */
function withColumns(columns: readonly string[]): string {
  const line = columns.map((column) => field(isCanonical(column) ? PLAIN[column] : "something, else"));
  return `${columns.map(field).join(",")}\n${line.join(",")}\n`;
}

describe("columns are found by their heading", () => {
  it("in any order, with any others among them, and the row is the same", async () => {
    const { accepted: [plain] } = await told(exportOf(row()));
    const others = fc.uniqueArray(fc.string({ maxLength: 20 }).filter((name) => !isCanonical(name)), { maxLength: 4 });
    const anyOrder = others.chain((names) => fc.shuffledSubarray([...COLUMNS, ...names], { minLength: COLUMNS.length + names.length }));
    await fc.assert(
      fc.asyncProperty(anyOrder, async (columns) => {
        const { accepted, rejected, findings } = await told(withColumns(columns));
        expect([accepted, rejected]).toEqual([[plain], []]);
        expect(findings.map(({ code, row: at, column }) => [code, at, column])).toEqual(columns.filter((name) => !isCanonical(name)).map((name) => ["unknown-column", 1, name]));
      }),
    );
  });

  it.each(COLUMNS.map((column, i) => [column, [...COLUMNS.slice(i), ...COLUMNS.slice(0, i)]] as const))("with %s first", async (_column, columns) => {
    const { accepted } = await told(withColumns(columns));
    expect(accepted).toEqual((await told(exportOf(row()))).accepted);
  });

  it("past a thousand others", async () => {
    const others = Array.from({ length: 1000 }, (_, i) => `note ${i}`);
    const { accepted, findings } = await told(withColumns([...others, ...COLUMNS]));
    expect(accepted).toHaveLength(1);
    expect(findings).toHaveLength(1000);
  });

  it("before many others: the row is read, and the columns past the first 1024 are not looked at", async () => {
    const others = Array.from({ length: 2000 }, (_, i) => `note ${i}`);
    const { accepted, findings } = await told(withColumns([...COLUMNS, ...others]));
    expect(accepted).toHaveLength(1);
    expect(findings.map(({ column }) => column)).toEqual(others.slice(0, 1024 - COLUMNS.length));
    await expect(told(withColumns([...others, ...COLUMNS]))).rejects.toThrow(/^the heading has no column visit_id, /);
  });

  it("a heading that is none of them is a warning of its own kind, with the column that may be meant", async () => {
    const { findings } = await told(withColumns(["carer", ...COLUMNS, "remark", "visit_ids", "visit_ids", "services"]));
    const known = `Known: ${[...COLUMNS, ...FURTHER_COLUMNS].join(", ")}`;
    expect(findings.map(({ column, value }) => [column, value])).toEqual([
      ["carer", known],
      ["remark", known],
      ["visit_ids", 'Did you mean "visit_id"?'],
      ["visit_ids", 'Did you mean "visit_id"?'],
      ["services", 'Did you mean "service"?'],
    ]);
    const document = await documentOf(withColumns([...COLUMNS, "note", ""]));
    expect(document.findings).toEqual([{ code: "unknown-column", severity: "warning", of: "columns", count: 2 }]);
    expect(document.rows).toEqual({ read: 1, accepted: 1, rejected: 0 });
  });

  it("parts of one export count its other columns once", async () => {
    const period = { firstDay: "2026-07-01", lastDay: "2026-07-31" } as const;
    const part = await assessExport(bytesOf(withColumns([...COLUMNS, "note", "branch"])), compile(leicester), { period });
    const merged = mergeMonths(mergeMonths(part, part), emptyMonth(compile(leicester), period));
    expect(merged.findings).toEqual({ "unknown-column": 2 });
    expect(merged.rows.read).toBe(2);
  });
});

describe("further columns that no clause asks for", () => {
  const csv = withColumns(["fault", ...COLUMNS, "note", "zone", "merged_kind"]);
  const columnsTold = async (asked?: readonly FurtherColumn[], asAdopted = true): Promise<string[]> =>
    (await told(csv.replaceAll('"something, else"', ""), asked === undefined ? {} : { askedColumns: asked.map((column) => ({ column, asAdopted })) })).findings.map(({ code, column }) => `${code} ${column!}`);

  it("are told where it is known what is asked for, those of merged visits never", async () => {
    expect(await columnsTold()).toEqual(["unknown-column note"]);
    expect(await columnsTold([])).toEqual(["unknown-column note", "unasked-column zone", "unasked-column fault"]);
    expect(await columnsTold(["fault"])).toEqual(["unknown-column note", "unasked-column zone"]);
    expect(await columnsTold(["fault", "zone"])).toEqual(["unknown-column note"]);
  });

  it("that a clause asks for and the heading has not are told, where they are asked for as adopted", async () => {
    expect(await columnsTold(["fault", "zone", "miles", "lot"])).toEqual(["unknown-column note", "column-not-there miles", "column-not-there lot"]);
    expect(await columnsTold(["fault", "zone", "miles", "lot"], false)).toEqual(["unknown-column note"]);
  });

  it("parts of one export count them once", async () => {
    const period = { firstDay: "2026-07-01", lastDay: "2026-07-31" } as const;
    const part = await assessExport(bytesOf(csv), compile(leicester), { period, askedColumns: [] });
    expect(mergeMonths(part, part).findings).toMatchObject({ "unknown-column": 1, "unasked-column": 2 });
  });
});

describe("an export that cannot be read as a whole is thrown back with what is wrong", () => {
  const all = COLUMNS.join(", ");
  it.each([
    ["nothing at all", "", `there is no heading; the first row must name the columns ${all}`],
    ["a single letter", "v", `the heading has no column ${all}`],
    ["a byte-order mark alone", "\uFEFF", `there is no heading; the first row must name the columns ${all}`],
    ["blank lines alone", "\n\r\n\n", `there is no heading; the first row must name the columns ${all}`],
    ["rows without a heading", `${row()}\n`, `the heading has no column ${all}`],
    ["semicolons for commas", HEADING.replaceAll(",", ";"), `the heading has no column ${all}. Its columns are separated by semicolons: an export has commas`],
    ["tabs for commas, in quotation marks", `"${HEADING.replaceAll(",", '"\t"')}"\n`, `the heading has no column ${all}. Its columns are separated by tabs: an export has commas`],
    ["semicolons in one heading of another table", "visit_id;note,Start\n1,2\n", `the heading has no column ${all}`],
    ["headings of another kind", "VisitRef,Carer,Start\n1,2,3\n", `the heading has no column ${all}`],
    ["a column left out", HEADING.replace(",outcome", ""), "the heading has no column outcome"],
    ["two columns left out", HEADING.replace("visit_id,", "").replace(",capture_method", ""), "the heading has no column visit_id, capture_method"],
    ["a column by another name", HEADING.replace("priority", "call type"), "the heading has no column priority. Not known: call type"],
    ["a column in capitals", HEADING.replace("carer_id", "CARER_ID"), "the heading has no column carer_id. Not known: CARER_ID"],
    ["a column with a space behind it", HEADING.replace("carer_id", "carer_id "), "the heading has no column carer_id. Not known: carer_id "],
    ["a column twice", `${HEADING},outcome\n${row()},\n`, "the heading has the column outcome twice"],
    ["two columns twice", `carer_id,${HEADING},outcome\n`, "the heading has the column carer_id twice"],
    ["a column left out and another twice", HEADING.replace("outcome", "carer_id"), "the heading has no column outcome"],
  ])("%s", async (_what, csv, message) => {
    const error = await told(csv).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableExport);
    expect((error as UnreadableExport).message).toBe(message);
    await expect(assessExport(() => bytesOf(csv), RULES)).rejects.toThrow(new UnreadableExport(message));
  });

  it.each([
    ["UTF-16 with its mark", Buffer.from(`\uFEFF${HEADING}\r\n${row()}\r\n`, "utf16le"), "It looks like UTF-16: save it as UTF-8"],
    ["UTF-16 without its mark", Buffer.from(`${HEADING}\n${row()}\n`, "utf16le"), "It looks like UTF-16: save it as UTF-8"],
    ["UTF-16 the other way round", Buffer.from(`\uFEFF${HEADING}\n`, "utf16le").swap16(), "It looks like UTF-16: save it as UTF-8"],
    ["a spreadsheet's own file", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0, 255, 254, 10, 0]), "It looks like a spreadsheet's own file, or a zip file: save it as CSV (UTF-8)"],
    ["a file packed with gzip", Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 10, 3]), "It looks like a gzip file: unpack it first"],
  ])("with what to do about it: %s", async (_what, bytes, todo) => {
    async function* file(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.from(bytes);
    }
    await expect(told(file())).rejects.toThrow(new UnreadableExport(`the heading has no column ${all}. ${todo}`));
  });

  it.each(COLUMNS)("the column %s left out", async (column) => {
    await expect(told(withColumns(COLUMNS.filter((name) => name !== column)))).rejects.toThrow(new UnreadableExport(`the heading has no column ${column}`));
  });

  it.each(COLUMNS)("the column %s twice", async (column) => {
    await expect(told(withColumns([...COLUMNS, column]))).rejects.toThrow(new UnreadableExport(`the heading has the column ${column} twice`));
  });
});

describe("an export with a heading and no rows", () => {
  it.each([HEADING, `${HEADING}\n`, `\uFEFF${HEADING}\r\n`, `\n\n${HEADING}\n\n\n`])("has no period, no providers and zeros: %j", async (csv) => {
    const document = await documentOf(csv);
    expect(document).toMatchObject({ period: null, rows: { read: 0, accepted: 0, rejected: 0 }, visits: 0, providers: [], order: "by-day", findings: [] });
    expect(document.total).toEqual({
      visits: 0, delivered: 0, open: 0, missed: 0, excused: 0, notRequired: 0, undetermined: 0, understaffed: 0,
      punctuality: {
        standard: { assessed: 0, onTime: 0, early: 0, late: 0, notAssessable: 0, share: null, target: "0.80", met: null },
        critical: { assessed: 0, onTime: 0, early: 0, late: 0, notAssessable: 0, share: null, target: "0.90", met: null },
      },
      continuity: { windows: 0, within: 0, share: null, target: "0.80", met: null },
      payment: { attendances: 0, minutesPaid: 0, amount: "0.00" },
    });
    expect(document.restsOn.filter(({ count }) => count !== 0)).toEqual([]);
  });

  it("has no period even where one is given, for no row was accepted", async () => {
    const period = { firstDay: "2026-07-01", lastDay: "2026-07-31" } as const;
    expect((await documentOf(exportOf(), { period })).period).toBeNull();
    const rejected = await documentOf(exportOf(row({ priority: "?" })), { period });
    expect(rejected).toMatchObject({ period: null, rows: { read: 1, accepted: 0, rejected: 1 }, visits: 0, providers: [], total: { visits: 0, undetermined: 0 } });
    expect(countsOf(rejected)).toEqual({ "unknown-priority": 1 });
  });
});
