import { describe, expect, it } from "vitest";
import { exportOf, row } from "../ecm/exports.ts";
import { run, testFolder } from "./run.ts";
import { SMALL } from "./small.ts";

const folder = testFolder();

const none = { assessed: 0, onTime: 0, early: 0, late: 0, notAssessable: 0, share: null };
const noWindows = { windows: 0, within: 0, share: null, target: "0.80", met: null };
const readings = [
  "tolerance", "arrival", "too-few-carers", "similar-reasons", "unexplained", "not-completed", "missed-threshold", "part-minutes",
  "exactly-56", "beyond-the-hour", "zero-minutes", "per-carer", "same-carer", "surplus-carers", "overrun", "undelivered",
];

/** The document of the small export, keys in the order in which they are written. */
const document = {
  format: "homecare-rules/assessment@1",
  council: "leicester",
  period: { firstDay: "2026-07-01", lastDay: "2026-07-01", derived: true },
  rows: { read: 5, accepted: 4, rejected: 1 },
  visits: 5,
  providers: [
    {
      provider: "P1",
      visits: 3, delivered: 1, open: 1, missed: 0, excused: 0, notRequired: 0, undetermined: 1, understaffed: 0,
      punctuality: {
        standard: { assessed: 2, onTime: 1, early: 1, late: 0, notAssessable: 0, share: "0.5000", target: "0.80", met: false },
        critical: { ...none, target: "0.90", met: null },
      },
      continuity: noWindows,
      payment: { attendances: 1, minutesPaid: 30, amount: "7.01" },
    },
    {
      provider: "P2",
      visits: 2, delivered: 1, open: 0, missed: 0, excused: 1, notRequired: 0, undetermined: 0, understaffed: 0,
      punctuality: {
        standard: { ...none, target: "0.80", met: null },
        critical: { assessed: 1, onTime: 0, early: 0, late: 1, notAssessable: 0, share: "0.0000", target: "0.90", met: false },
      },
      continuity: noWindows,
      payment: { attendances: 1, minutesPaid: 60, amount: "14.01" },
    },
  ],
  total: {
    visits: 5, delivered: 2, open: 1, missed: 0, excused: 1, notRequired: 0, undetermined: 1, understaffed: 0,
    punctuality: {
      standard: { assessed: 2, onTime: 1, early: 1, late: 0, notAssessable: 0, share: "0.5000", target: "0.80", met: false },
      critical: { assessed: 1, onTime: 0, early: 0, late: 1, notAssessable: 0, share: "0.0000", target: "0.90", met: false },
    },
    continuity: noWindows,
    payment: { attendances: 2, minutesPaid: 90, amount: "21.02" },
  },
  order: "by-day",
  findings: [
    { code: "unknown-priority", severity: "error", of: "rows", count: 1 },
    { code: "log-out-missing", severity: "error", of: "rows", count: 1 },
  ],
  restsOn: readings.map((reading) => ({ reading, of: "visits", count: ["exactly-56", "undelivered"].includes(reading) ? 1 : 0 })),
  paymentUndetermined: [{ provider: "P1", visits: 2 }],
  rowFindings: [
    { code: "unknown-priority", row: 4, column: "priority", value: "urgent" },
    { code: "log-out-missing", row: 3, column: "actual_end" },
  ],
};

describe("--json prints the document and nothing else", () => {
  it("to the letter, keys in their order", async () => {
    const { exit, out, err } = await run(folder.file("small.csv", SMALL), "--json");
    expect(out).toBe(`${JSON.stringify(document, null, 2)}\n`);
    expect([exit, err]).toEqual([1, ""]);
  });

  it("wherever the option stands, and with the council named", async () => {
    const file = folder.file("small.csv", SMALL);
    const plain = await run(file, "--json");
    expect(await run("--json", file)).toEqual(plain);
    expect(await run("--council", "leicester", "--json", file)).toEqual(plain);
    expect(await run("--council=leicester", file, "--json")).toEqual(plain);
  });

  it("for an export without a row: no period, no providers, zeros", async () => {
    const { exit, out } = await run(folder.file("empty.csv", exportOf()), "--json");
    expect(JSON.parse(out)).toMatchObject({ period: null, rows: { read: 0, accepted: 0, rejected: 0 }, visits: 0, providers: [], findings: [], total: { visits: 0, payment: { amount: "0.00" } } });
    expect(exit).toBe(0);
  });

  it("with the period that is given, both days included", async () => {
    const file = folder.file("days.csv", exportOf(...[1, 2, 3, 4].map((day) => row({ planned_start: `2026-07-0${day}T09:00`, planned_end: `2026-07-0${day}T09:30` }))));
    const visits = async (...args: string[]): Promise<unknown> => {
      const { period, visits: count, rows } = JSON.parse((await run(file, "--json", ...args)).out) as typeof document;
      return [period, count, rows.read];
    };
    expect(await visits()).toEqual([{ firstDay: "2026-07-01", lastDay: "2026-07-04", derived: true }, 4, 4]);
    expect(await visits("--from", "2026-07-02", "--to", "2026-07-03")).toEqual([{ firstDay: "2026-07-02", lastDay: "2026-07-03", derived: false }, 2, 4]);
    expect(await visits("--to=2026-07-04", "--from=2026-07-04")).toEqual([{ firstDay: "2026-07-04", lastDay: "2026-07-04", derived: false }, 1, 4]);
    expect(await visits("--from", "2026-06-01", "--to", "2026-06-30")).toEqual([{ firstDay: "2026-06-01", lastDay: "2026-06-30", derived: false }, 0, 4]);
  });
});

describe("a reading chosen on the command line", () => {
  const amount = async (...args: string[]): Promise<unknown> => (JSON.parse((await run(folder.file("small.csv", SMALL), "--json", ...args)).out) as typeof document).total.payment.amount;

  it.each<readonly [readonly string[], string]>([
    [[], "21.02"],
    [["--reading", "exactly-56=hour"], "21.02"],
    [["--reading", "exactly-56=forty-five"], "17.52"],
    [["--reading=exactly-56=unpaid"], "7.01"],
    [["--reading", "undelivered=excused-planned-length"], "28.03"],
    [["--reading", "undelivered=excused-planned-length", "--reading", "exactly-56=unpaid"], "14.02"],
    [["--reading", "exactly-56=unpaid", "--reading", "exactly-56=hour"], "21.02"],
    [["--reading", "rate-scope=day-time-only:07:00-22:00"], "21.02"],
    [["--reading", "rate-scope=day-time-only:12:00-22:00"], "14.01"],
    [["--reading", "applies=callers-days:2026-07-01..2026-07-01"], "21.02"],
    [["--reading", "applies=callers-days:2026-07-02..2026-07-31"], "0.00"],
  ])("%j comes to £%s", async (args, pounds) => {
    expect(await amount(...args)).toBe(pounds);
  });

  it("of the hour that happens twice says which one is meant", async () => {
    const night = row({ planned_start: "2026-10-25T00:45", planned_end: "2026-10-25T02:30", actual_start: "2026-10-25T00:50", actual_end: "2026-10-25T01:15" });
    const file = folder.file("night.csv", exportOf(night));
    const paid = async (...args: string[]): Promise<unknown> => (JSON.parse((await run(file, "--json", ...args)).out) as typeof document).total.payment.minutesPaid;
    expect(await paid()).toBe(15);
    expect(await paid("--reading", "repeated-hour=earlier")).toBe(15);
    expect(await paid("--reading", "repeated-hour=later")).toBe(75);
  });
});
