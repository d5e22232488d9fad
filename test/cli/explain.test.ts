import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/cli/explain.js";
import { NOBODY, exportOf, row } from "../ecm/exports.ts";
import { type Ran, runCommand, testFolder } from "./run.ts";
import { SMALL } from "./small.ts";

const folder = testFolder();
const small = folder.file("small.csv", SMALL);
const run = (...args: readonly string[]): Promise<Ran> => runCommand(explain, ...args);

/** A fortnight of daily visits under one id, as some systems give it. */
const daily = folder.file(
  "daily.csv",
  exportOf(
    ...Array.from({ length: 14 }, (_, i) => {
      const day = `2026-07-${String(i + 6).padStart(2, "0")}`;
      return row({ visit_id: "D1", planned_start: `${day}T09:00`, planned_end: `${day}T09:30`, actual_start: `${day}T09:05`, actual_end: `${day}T09:45:59`, carer_id: `C${i % 5}` });
    }),
  ),
);

describe("one visit's whole story", () => {
  it("is told in 80 columns: rows, visit, attendance, punctuality, payment, continuity, readings, rules", async () => {
    const { exit, out, err, problem } = await run(daily, "--visit", "P1/D1", "--day", "2026-07-10");
    expect({ exit, err, problem }).toEqual({ exit: 0, err: "", problem: null });
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const headings = out.split("\n").filter((line) => /^\S/.test(line));
    expect(headings).toEqual(["In short", "Rows of the export", "Visit", "Attendance", "Punctuality", "Payment", "Amount", "Continuity of care", "Reading part-minutes", "The rules"]);
    const text = out.replace(/\s+/g, " ");
    for (const said of [
      "Row 6: carer C4, in at 09:05, out at 09:45:59, by app.",
      "Visit D1 of provider P1 to service user SU1.",
      "A standard call on Friday 10 July 2026, planned from 09:00 to 09:30.",
      "On time: it began at 09:05, 5 minutes late (planned for 09:00); 30 minutes early or late are allowed (Leicester City Council, answer to a Freedom of Information request on domiciliary care services, undated, Q13: “Early / Late Calls",
      "25 minutes 1 second later would have been late.",
      "Delivered, on time; paid 30 minutes for 40 minutes, £7.005. That rests on reading part-minutes = dropped; the price on readings average-rate, rate-scope and rounding.",
      "Delivered: it was attended, and every log is complete. Punctuality",
      "C4 was there from 09:05 to 09:45:59: 40 minutes 59 seconds; 40 minutes with part-minutes dropped, by reading part-minutes = dropped.",
      "Paid 30 minutes for 40 minutes, £7.005: a call of 26 to 40 minutes pays 30 minutes (Q16: “We pay in bands",
      "One whole minute more pays 45 minutes.",
      "15 whole minutes less pays 15 minutes.",
      "The price rests on reading rate-scope = every-hour: The rate is paid in every hour.",
      "In all 30 minutes at £14.01 an hour (Q14: “What is your average hourly rate for standard day time dom care? £14.01”): £7.005.",
      "Monday 6 July 2026 to Sunday 19 July 2026 (both included): 5 different carers (C0, C1, C2, C3 and C4) for 14 visits received; 1 carer over the standard (read so: step = 7-days, anchor = mondays, received = attended, scope = user-and-provider and double-handed = one-visit).",
      "This rests on reading part-minutes = dropped: Part-minutes are dropped;",
      "read as up, 45 minutes would be paid in place of 30 minutes.",
      "(reading applies = as-asked).",
    ])
      expect(text).toContain(said);
    expect(text.match(/answer to a Freedom of Information request/g), "the document is named once").toHaveLength(1);
  });

  it("follows --reading and --from with --to, as assess does", async () => {
    const text = async (...args: readonly string[]): Promise<string> => (await run(daily, "--visit", "P1/D1", "--day", "2026-07-10", ...args)).out.replace(/\s+/g, " ");
    expect(await text("--reading", "part-minutes=up")).toContain("Paid 45 minutes for 41 minutes, £10.5075");
    expect(await text("--reading", "tolerance=15-for-every-call")).toContain("15 minutes early or late are allowed");
    expect(await text("--from", "2026-07-06", "--to", "2026-07-12")).toContain("No window that lies wholly inside the period (Monday 6 July 2026 to Sunday 12 July 2026) holds its day (read so: step = 7-days and anchor = mondays).");
    expect(await text("--from", "2026-08-01", "--to", "2026-08-31")).toContain("outside the period");
  });

  it("of a visit nobody attended says why, and what another reading would pay", async () => {
    const { out, exit } = await run(small, "--visit", "P2/V2");
    const text = out.replace(/\s+/g, " ");
    expect(exit).toBe(0);
    expect(text).toContain("Excused, and so not counted as missed: nobody came, and the record says that the person was in hospital");
    expect(text).toContain("Nothing is paid, because nobody came (Q15: “Do you pay the providers on commissioned hours, or actual hours delivered? Actual Hours”) (read so: undelivered = nothing).");
    expect(text).toContain("read as excused-planned-length, 30 minutes would be paid in place of nothing.");
  });

  it("of a visit with a rejected row tells the row and why, and ends with 1", async () => {
    const { out, exit, problem } = await run(small, "--visit", "P1/V3");
    expect({ exit, problem }).toEqual({ exit: 1, problem: null });
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("Row 4, column priority, “urgent”: The priority is not one of the council's call types. The row is rejected;");
    expect(text).toContain("Cannot be determined: a row of the visit was rejected; correct it.");
  });

  it("of a visit whose rows contradict each other tells in what, and ends with 1", async () => {
    const file = folder.file("conflict.csv", exportOf(row(), row({ carers_required: "2", carer_id: "C2" })));
    const { out, exit } = await run(file, "--visit", "V1");
    expect(exit).toBe(1);
    expect(out.replace(/\s+/g, " ")).toContain("The rows disagree about the carers required: 1 carer in row 2; 2 carers in row 3.");
  });

  it("shows signs for what an id should not hold", async () => {
    const file = folder.file("hostile.csv", exportOf(row({ carer_id: "C\u001b[31m\u0007" }), row({ visit_id: "V2", ...NOBODY })));
    const { out } = await run(file, "--visit", "P1/V1");
    expect(out).toContain("carer C\ufffd[31m\ufffd,");
    expect([...out].filter((letter) => letter !== "\n" && (letter < " " || letter === "\u007f"))).toEqual([]);
  });
});

describe("--json", () => {
  it("is the story as data: facts with their codes, times as London text, and the sentences", async () => {
    const { out, exit } = await run(daily, "--visit", "P1/D1", "--day", "2026-07-10", "--json");
    expect(exit).toBe(0);
    const document = JSON.parse(out) as { readonly [key: string]: unknown };
    expect(Object.keys(document)).toEqual(["format", "council", "provider", "visit", "day", "period", "inPeriod", "rows", "kind", "carers", "punctuality", "payment", "restsOn", "windows", "sections"]);
    expect(document).toMatchObject({
      format: "homecare-rules/explanation@1",
      council: "leicester",
      day: "2026-07-10",
      period: { firstDay: "2026-07-06", lastDay: "2026-07-19", derived: true },
      rows: [{ row: 6, accepted: true, logIn: "2026-07-10T09:05:00+01:00", findings: [] }],
      kind: { kind: "delivered" },
      punctuality: { class: "on-time", arrival: "2026-07-10T09:05:00+01:00", seconds: 300, nearest: { limit: "late", seconds: 1500 } },
      payment: { lines: [{ kind: "paid", from: "2026-07-10T09:05:00+01:00", minutes: 40, minutesPaid: 30, amount: "7.005" }], minutesPaid: 30 },
      windows: [{ firstDay: "2026-07-06", allowed: 4, over: 1 }],
    });
    expect(document["sections"]).toContainEqual(expect.objectContaining({ heading: "Payment" }));
  });

  it("of what cannot be determined has the reason in place of the assessment", async () => {
    const { out, exit } = await run(small, "--visit", "P1/V3", "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ kind: { kind: "undetermined", reason: "rejected-row" }, rows: [{ row: 4, accepted: false, findings: [{ code: "unknown-priority" }] }], windows: [] });
  });
});

describe("no such visit", () => {
  it("ends with 1, one clear line and the ids near it", async () => {
    expect(await run(small, "--visit", "P1/V4")).toEqual({
      exit: 1,
      out: "",
      err: "",
      problem: `${small}: there is no visit "P1/V4". Near it: P1/V1 (2026-07-01), P1/V2 (2026-07-01), P1/V3 (2026-07-01), P2/V1 (2026-07-01), P2/V2 (2026-07-01)`,
    });
    expect((await run(small, "--visit", "quite another name")).problem).toBe(`${small}: there is no visit "quite another name". No id is near it; a visit is named PROVIDER/VISIT, as P1/V1`);
    expect((await run(daily, "--visit", "P1/D1", "--day", "2026-08-01")).problem).toBe(`${daily}: there is no visit "P1/D1" on 2026-08-01. Near it: P1/D1 (2026-07-06)`);
  });

  it("lists by provider, whatever the order of the file", async () => {
    const mixed = folder.file("mixed.csv", exportOf(row({ provider_id: "P2", visit_id: "V1" }), row({ provider_id: "P1", visit_id: "V1", service_user_id: "SU2" })));
    expect((await run(mixed, "--visit", "V2")).problem).toBe(`${mixed}: there is no visit "V2". Near it: P1/V1 (2026-07-01), P2/V1 (2026-07-01)`);
    expect((await run(mixed, "--visit", "V1")).problem).toMatch(/: P1\/V1 on 2026-07-01, P2\/V1 on 2026-07-01$/);
    const nothing = folder.file("nothing.csv", exportOf());
    expect((await run(nothing, "--visit", "V1")).problem).toBe(`${nothing}: there is no visit "V1". No id is near it; a visit is named PROVIDER/VISIT`);
  });

  it("several visits of the name end with 2, and are listed", async () => {
    expect(await run(small, "--visit", "V1")).toMatchObject({ exit: 2, problem: 'explain: "V1" is 2 visits; say which with --visit PROVIDER/VISIT and --day: P1/V1 on 2026-07-01, P2/V1 on 2026-07-01' });
    expect((await run(daily, "--visit", "P1/D1")).problem).toMatch(/^explain: "P1\/D1" is 14 visits; .* P1\/D1 on 2026-07-15 and 4 more$/);
  });
});

describe("with 2 and one clear line, when it is not called as it asks to be", () => {
  it.each<readonly [string, readonly string[], string]>([
    ["no export", ["--visit", "V1"], "explain: which export? Give a file (homecare-rules explain --help)"],
    ["no visit", [small], "explain: which visit? Give --visit PROVIDER/VISIT (homecare-rules explain --help)"],
    ["an empty visit", [small, "--visit", ""], "explain: which visit? Give --visit PROVIDER/VISIT (homecare-rules explain --help)"],
    ["standard input", ["-", "--visit", "V1"], "explain: the export is read more than once, so it cannot come from standard input. Save it to a file"],
    ["two exports", [small, daily, "--visit", "V1"], `explain: one export at a time, got also ${daily}`],
    ["a day that is none", [small, "--visit", "V1", "--day", "2026-02-30"], 'explain: --day takes a day of the calendar as YYYY-MM-DD, got "2026-02-30"'],
    ["a day of another form", [small, "--visit", "V1", "--day", "1 July"], 'explain: --day takes a day of the calendar as YYYY-MM-DD, got "1 July"'],
    ["a first day alone", [small, "--visit", "V1", "--from", "2026-07-01"], "explain: --from and --to go together; --to is missing"],
    ["another council", [small, "--visit", "V1", "--council", "elsewhere"], 'explain: there is no council "elsewhere". Built in: leicester. A council of your own is a file: --council my-council.json'],
    ["a reading without a choice", [small, "--visit", "V1", "--reading", "scope"], 'explain: --reading takes SLUG=CHOICE, got "scope"'],
    ["no such file", [join(folder.path, "none.csv"), "--visit", "V1"], `${join(folder.path, "none.csv")}: there is no such file`],
  ])("%s", async (_what, args, problem) => {
    expect(await run(...args)).toEqual({ exit: 2, out: "", err: "", problem });
  });

  it("an unknown option", async () => {
    const { exit, problem } = await run(small, "--visits", "V1");
    expect(exit).toBe(2);
    expect(problem).toContain("--visits");
  });
});

it("--help says how to call it, and that standard input cannot be used", async () => {
  const { exit, out } = await run("--help");
  expect(exit).toBe(0);
  expect(out).toContain("homecare-rules explain EXPORT.csv --visit PROVIDER/VISIT");
  expect(out).toContain("standard input cannot be used");
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

it("a file that cannot be read as an export ends with 1", async () => {
  const file = folder.file("other.csv", "a,b\n1,2\n");
  expect(await run(file, "--visit", "V1")).toMatchObject({ exit: 1, problem: expect.stringContaining("the heading has no column") as string });
});
