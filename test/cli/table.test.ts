import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MonthDocument, readingsOf } from "../../src/index.js";
import { monthTable } from "../../src/cli/table.js";
import { RULES, documentOf, exportOf, row } from "../ecm/exports.ts";
import { run, testFolder } from "./run.ts";
import { SMALL } from "./small.ts";

const folder = testFolder();
const small = await documentOf(SMALL);

/** The same document with its providers named and every count of it otherwise. */
function changed(document: MonthDocument, names: readonly string[], count: (n: number) => number, amount = document.total.payment.amount): MonthDocument {
  const text = JSON.stringify(document, (key, value: unknown) => (typeof value === "number" ? count(value) : key === "amount" ? amount : value));
  const copy = JSON.parse(text) as MonthDocument;
  return { ...copy, providers: names.map((provider, i) => ({ ...copy.providers[i % copy.providers.length]!, provider })) };
}

const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

it("the small export, to the letter", async () => {
  const { out, exit } = await run(folder.file("small.csv", SMALL));
  expect(exit).toBe(1);
  expect(out.slice(0, out.indexOf("\n\nReadings"))).toBe(`\
Leicester City Council: home-care visits assessed
2026-07-01 to 2026-07-01 (both included; the days of the accepted rows)
5 rows read: 4 accepted, 1 rejected; 5 visits

Visits
provider  visits  delivered  open  missed  excused  not req.  undet.  underst.
------------------------------------------------------------------------------
P1             3          1     1       0        0         0       1         0
P2             2          1     0       0        1         0       0         0
------------------------------------------------------------------------------
total          5          2     1       0        1         0       1         0
open: a log-out is missing; not req.: not required; undet.: cannot be
determined; underst.: understaffed, fewer different carers came than required; a
visit counted there is counted under delivered or open too

Punctuality, standard calls (target 80 %)
provider  assessed  on time  early  late  not assessable    share  met
----------------------------------------------------------------------
P1               2        1      1     0               0  50.00 %   no
P2               0        0      0     0               0        –    –
----------------------------------------------------------------------
total            2        1      1     0               0  50.00 %   no

Punctuality, critical calls (target 90 %)
provider  assessed  on time  early  late  not assessable   share  met
---------------------------------------------------------------------
P1               0        0      0     0               0       –    –
P2               1        0      0     1               0  0.00 %   no
---------------------------------------------------------------------
total            1        0      0     1               0  0.00 %   no

Continuity of care (target 80 %)
provider  windows  within  share  met
-------------------------------------
P1              0       0      –    –
P2              0       0      –    –
-------------------------------------
total           0       0      –    –

Payment
provider  attendances paid  hours paid  amount  not determined
--------------------------------------------------------------
P1                       1        0:30   £7.01        2 visits
P2                       1        1:00  £14.01        0 visits
--------------------------------------------------------------
total                    2        1:30  £21.02        2 visits
not determined: visits of which what is due, or a part of it, cannot be
  determined; that is in no amount, and is not 0; --visits lists them
the amounts rest on average-rate = the-one-rate. The average is taken as the one
  rate of every provider. No other figure is published; amounts are therefore an
  estimate of what any one provider is due.
the amounts rest on rate-scope = every-hour. The rate is paid in every hour. No
  other rate is published for any other hour.

Findings
  1 row: error unknown-priority (first in row 4, column priority, “urgent”). The
    priority is not one of the council's call types.
  1 row: error log-out-missing (first in row 3, column actual_end). A carer
    logged in and did not log out: how long they were there is not known until
    that is corrected.`);
});

describe("the readings stand below, each with its choice and how many visits rest on it", () => {
  it("as adopted", async () => {
    const { out } = await run(folder.file("small.csv", SMALL));
    const readings = out.slice(out.indexOf("Readings:"));
    expect(readings).toContain("\n        1  exactly-56 = hour. 56 minutes belong to the hour.\n");
    expect(readings).toContain("\n        0  part-minutes = dropped. Part-minutes are dropped; 56:01 to 56:59 are\n");
    expect(readings).toContain("themselves, what was adopted, and how many visits");
    expect(readings.match(/^ {2} {6}[\d ] {2}[a-z0-9-]+ = /gm)).toHaveLength(small.restsOn.length);
    const others = readings.slice(readings.indexOf("without a count of visits:"));

    expect(others.match(/^ {2}[a-z0-9-]+ = /gm), "every reading stands in one list or the other").toHaveLength(readingsOf(RULES.council).length - small.restsOn.length);
    expect(out).not.toContain("Read otherwise");
  });

  it("as chosen", async () => {
    const { out } = await run(folder.file("small.csv", SMALL), "--reading", "exactly-56=unpaid");
    expect(out).toContain("\n        1  exactly-56 = unpaid (adopted: hour). 56 minutes are not paid, as\n           literally written.\n");
    expect(out).toMatch(/^P2 +0 +0:00 +£0\.00 +0 visits$/m);
    expect(out.split("\n\n")[0]!.endsWith("5 visits\nRead otherwise than adopted: exactly-56 = unpaid (adopted: hour)")).toBe(true);
  });

  it.each([
    [["rounding=line-half-up"], "rounding = line-half-up (adopted: statement-half-up)"],
    [["rate-scope=day-time-only:07:00-22:00"], "rate-scope = day-time-only:07:00-22:00 (adopted: every-hour)"],
    [["repeated-hour=later"], "repeated-hour = later (adopted: earlier)"],
    [["applies=callers-days:2026-01-01..2026-12-31"], "applies = callers-days:2026-01-01..2026-12-31 (adopted: as-asked)"],
    [["step=1-day", "targets=as-first-set"], "targets = as-first-set (adopted: as-monitored-now); step = 1-day (adopted: 7-days)"],
    [["rounding=line-half-up", "rounding=statement-half-up", "repeated-hour=later", "repeated-hour=earlier"], null],
  ])("%j stands in the head, whether visits are counted for it or not", async (readings, said) => {
    const { out } = await run(folder.file("small.csv", SMALL), ...readings.flatMap((reading) => ["--reading", reading]));
    const head = out.split("\n\n")[0]!.replaceAll("\n  ", " ");
    if (said === null) expect(head).not.toContain("Read otherwise");
    else expect(head.endsWith(`Read otherwise than adopted: ${said}`)).toBe(true);
  });
});

describe("the first lines say what was read", () => {
  it("for a period that is given", async () => {
    const { out } = await run(folder.file("small.csv", SMALL), "--from", "2026-07-01", "--to", "2026-07-31");
    expect(out).toContain("\n2026-07-01 to 2026-07-31 (both included)\n");
  });

  it("for an export without an accepted row, which has no tables", async () => {
    const { out, exit } = await run(folder.file("empty.csv", exportOf()));
    expect(out.startsWith("Leicester City Council: home-care visits assessed\nNo row was accepted: there is no period and nothing to assess.\n0 rows read: 0 accepted, 0 rejected; 0 visits\n\nFindings: none\n")).toBe(true);
    expect(out, "no reading has been rested on").not.toContain("Readings");
    expect(exit).toBe(0);
  });

  it("for an export without a visit in the period", async () => {
    const { out } = await run(folder.file("small.csv", SMALL), "--from", "2026-08-01", "--to", "2026-08-31");
    expect(out).toContain("5 rows read: 4 accepted, 1 rejected; 0 visits\n\nFindings\n");
  });
});

describe("the table stays within 80 columns", () => {
  const long = ["P1", "A provider with a name far longer than any table has room for", "\u{1F600}".repeat(40), "é".repeat(81)];

  it.each<readonly [string, (n: number) => number, string]>([
    ["small numbers", (n) => n, "21.02"],
    ["a whole city's month", (n) => n * 28_205 * 4, "1582345.67"],
    ["a whole city's year", (n) => n * 1_466_660, "10410000.00"],
    ["more than any council has", (n) => n * 123_456_789, "123456789012.34"],
  ])("for long ids and %s", (_what, count, amount) => {
    const text = monthTable(changed(small, long, count, amount), RULES, new Map());
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it("for any number of digits, and no figure is cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.array(fc.string({ minLength: 1, maxLength: 100, unit: "binary" }).filter((name) => !name.startsWith("p")), { minLength: 1, maxLength: 4 }), (n, names) => {
        const figures = n.toString().replace(/\B(?=(\d{3})+$)/g, ",");
        const text = monthTable(changed(small, names, () => n), RULES, new Map());
        expect(widest(text)).toBeLessThanOrEqual(80);
        expect(text.match(/^provider /gm)!.length).toBeGreaterThanOrEqual(5);
        expect(text).not.toMatch(/^prov\w*…/m);
        const inTables = text.slice(text.indexOf("\nVisits\n"), text.indexOf("\nFindings\n"));
        const lines = names.length + 1;
        expect(inTables.split(/\s+/).filter((word) => word === figures).length).toBeGreaterThanOrEqual(lines * (8 + 2 * 5 + 2 + 1));
      }),
    );
  });

  it("a long id is cut, a short one is not", () => {
    const text = monthTable(changed(small, ["a provider of 22 letter", "b".repeat(81)], (n) => n), RULES, new Map());
    expect(text).toMatch(/^a provider of 22 letter +1 +0:30 +£21\.02 /m);
    expect(text).toMatch(/^b+…  /m);
    expect(text).not.toContain("b".repeat(81));
  });

  it("an id is cut between letters, never inside one", () => {
    for (let length = 0; length < 8; length++) {
      const text = monthTable(changed(small, [`${"x".repeat(length)}${"\u{1F600}".repeat(60)}`], (n) => n), RULES, new Map());
      expect(text).not.toMatch(/[\uD800-\uDFFF]/u);
    }
  });

  it("an id can move neither the cursor nor the lines: letters that do not print are shown as �", () => {
    const text = monthTable(changed(small, ["P\n1", "P\r\t\u001B[2J\u009B\u2028\u0000"], (n) => n), RULES, new Map());
    expect(text).toContain("\nP�1 ");
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/);
    expect(text.split("\n")).toHaveLength(monthTable(changed(small, ["P1", "P2"], (n) => n), RULES, new Map()).split("\n").length);
  });
});

describe("shares and targets are shown as per cent", () => {
  it.each<readonly [string | null, string, boolean | null, string]>([
    ["1.0000", "1.00", true, "(target 100 %)"],
    ["1.0000", "1", true, "(target 100 %)"],
    ["0.8000", "0.8", true, "(target 80 %)"],
    ["0.9250", "0.925", true, "(target 92.5 %)"],
    ["0.0500", "0.05", true, "(target 5 %)"],
    ["0.0001", "0", true, "(target 0 %)"],
    ["0.0049", "0.0050", false, "(target 0.50 %)"],
  ])("%s against %s", (share, target, met, title) => {
    const document = JSON.parse(JSON.stringify(small), (key, value: unknown) => (key === "share" ? share : key === "target" ? target : key === "met" ? met : value)) as MonthDocument;
    const text = monthTable(document, RULES, new Map());
    expect(text).toContain(`\nContinuity of care ${title}\n`);
    const percent = `${Number((Number(share) * 100).toFixed(2)).toFixed(2)} %`;
    expect(text).toMatch(new RegExp(`^total +0 +0 +${percent} +${met === true ? "yes" : "no"}$`, "m"));
  });

  it("a council may have no target, and then nothing is met or missed", () => {
    const document = JSON.parse(JSON.stringify(small), (key, value: unknown) => (["target", "met", "share"].includes(key) ? null : value)) as MonthDocument;
    const text = monthTable(document, RULES, new Map());
    expect(text).toContain("\nContinuity of care (no target)\n");
    expect(text).toMatch(/^total +0 +0 +– +–$/m);
  });
});

it("hours are shown to the minute, thousands with commas", async () => {
  const text = monthTable(changed(small, ["P1"], (n) => (n === 90 ? 12_345_678 : n)), RULES, new Map());
  expect(text).toMatch(/^total +2 +205,761:18 +£21\.02 +2 visits$/m);
});

it("a finding names its first row, one of the heading its columns", async () => {
  const csv = exportOf(row(), row({ actual_end: "" }), row({ actual_end: "" })).replaceAll(/(.)$/gm, "$1,").replace(",\n", ",note\n");
  const { out } = await run(folder.file("note.csv", csv));
  expect(out).toContain("  2 rows: error log-out-missing (first in row 3, column actual_end). A carer");
  expect(out).toContain("  1 column: warning unknown-column (note). The column is none of");
});

it("a council whose data names no reading has none told, and no rate that rests on one", () => {
  const council = { ...RULES.council, ...Object.fromEntries(Object.entries(RULES.council).map(([name, clause]) => [name, typeof clause === "object" && "versions" in clause ? { versions: clause.versions.map((version: object) => ({ ...version, readings: {} })) } : clause])) };
  const text = monthTable({ ...small, restsOn: [] }, { ...RULES, council }, new Map());
  expect(text).not.toMatch(/Readings|rest on/);
  expect(text).toMatch(/ until that\s+is\s+corrected\.\n$/);
});
