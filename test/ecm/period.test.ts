import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, compile, emptyMonth, leicester } from "../../src/index.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { reckon } from "../second-reckoning/reckoning.ts";
import { dayText, readDay } from "../../src/shared/day.js";
import { documentOf, exportOf, row, rulesWith } from "./exports.ts";

const on = (date: string, fields: Parameters<typeof row>[0] = {}): string =>
  row({ visit_id: `V ${date}`, planned_start: `${date}T09:00`, planned_end: `${date}T09:30`, actual_start: `${date}T09:05`, actual_end: `${date}T09:31`, ...fields });

const days = (firstDay: Day, count: number): Day[] => Array.from({ length: count }, (_, i) => dayText(readDay(firstDay)! + i));

describe("the period of a month", () => {
  it("is the first to the last planned day of the accepted rows, when nobody gives one", async () => {
    const { period, visits } = await documentOf(exportOf(on("2026-07-03", { priority: "?" }), on("2026-07-04"), on("2026-07-09"), on("2026-07-11", { priority: "?" })));
    expect(period).toEqual({ firstDay: "2026-07-04", lastDay: "2026-07-09", derived: true });
    expect(visits).toBe(2);
  });

  it("is the London day of the planned start, not of the log", async () => {
    const late = on("2026-07-04", { planned_start: "2026-07-04T23:30Z", planned_end: "2026-07-05T00:30Z", actual_start: "2026-07-04T22:00Z", actual_end: "2026-07-06T00:00Z" });
    expect((await documentOf(exportOf(late))).period).toEqual({ firstDay: "2026-07-05", lastDay: "2026-07-05", derived: true });
  });

  const three = exportOf(on("2026-07-01"), on("2026-07-02", { actual_end: "" }), on("2026-07-03", { priority: "?" }), on("2026-07-04"));
  it.each<readonly [Day, Day, number]>([
    ["2026-07-01", "2026-07-04", 4],
    ["2026-06-01", "2026-08-31", 4],
    ["2026-07-02", "2026-07-04", 3],
    ["2026-07-01", "2026-07-03", 3],
    ["2026-07-02", "2026-07-03", 2],
    ["2026-07-01", "2026-07-01", 1],
    ["2026-07-04", "2026-07-04", 1],
    ["2026-06-01", "2026-06-30", 0],
    ["2026-07-05", "2026-07-31", 0],
  ])("is given as %s to %s, both included: %i visits, every row still in the rows", async (firstDay, lastDay, visits) => {
    const document = await documentOf(three, { period: { firstDay, lastDay } });
    expect(document.period).toEqual({ firstDay, lastDay, derived: false });
    expect(document.visits).toBe(visits);
    expect(document.total.visits).toBe(visits);
    expect(document.providers).toHaveLength(visits === 0 ? 0 : 1);
    expect(document.rows).toEqual({ read: 4, accepted: 3, rejected: 1 });
    expect(document.findings.map(({ code, count }) => [code, count])).toEqual([["unknown-priority", 1], ["log-out-missing", 1]]);
  });

  it.each<readonly [string, string, string]>([
    ["2026-07-02", "2026-07-01", 'emptyMonth: the first day of the period must not be after its last, got "2026-07-02 to 2026-07-01"'],
    ["2026-02-30", "2026-07-01", 'dayNumber: the day must be a day of the calendar as YYYY-MM-DD, got "2026-02-30"'],
    ["2026-07-01", "31/07/2026", 'dayNumber: the day must be a day of the calendar as YYYY-MM-DD, got "31/07/2026"'],
  ])("is refused as %s to %s", async (firstDay, lastDay, message) => {
    const period = { firstDay: firstDay as Day, lastDay: lastDay as Day };
    expect(() => emptyMonth(compile(leicester), period)).toThrow(new TypeError(message));
    await expect(documentOf(three, { period })).rejects.toThrow(new TypeError(message));
  });
});

describe("windows lie wholly inside the period", () => {
  const monday = "2026-07-06";
  const csv = exportOf(...days("2026-07-01", 40).map((day) => on(day)));

  it.each<readonly [string, Day, Day, number]>([
    ["two weeks from a Monday", monday, "2026-07-19", 1],
    ["a day short of it", monday, "2026-07-18", 0],
    ["a day late", "2026-07-07", "2026-07-19", 0],
    ["three weeks", monday, "2026-07-26", 2],
    ["three weeks and the Sunday before", "2026-07-05", "2026-07-26", 2],
    ["a day short of three weeks", monday, "2026-07-25", 1],
  ])("%s", async (_what, firstDay, lastDay, windows) => {
    expect((await documentOf(csv, { period: { firstDay, lastDay } })).total.continuity.windows).toBe(windows);
  });

  it.each<readonly [string, Day, Day, number]>([
    ["two weeks from any day", "2026-07-08", "2026-07-21", 1],
    ["a day short of it", "2026-07-08", "2026-07-20", 0],
    ["three weeks", "2026-07-08", "2026-07-28", 2],
  ])("%s, where they start with the period", async (_what, firstDay, lastDay, windows) => {
    expect((await documentOf(csv, { period: { firstDay, lastDay } }, rulesWith({ anchor: "period-start" }))).total.continuity.windows).toBe(windows);
  });

  it("a visit outside the period is in no window, and a window without a visit is none", async () => {
    const few = exportOf(on("2026-07-05", { carer_id: "C0" }), on("2026-07-06"), on("2026-07-20"), on("2026-08-31", { carer_id: "C9" }));
    const { total } = await documentOf(few, { period: { firstDay: "2026-07-06", lastDay: "2026-08-30" } });
    expect(total.continuity).toMatchObject({ windows: 3, within: 3 });
  });
});

it("a second reckoning agrees on random months and any period given", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: -3, max: 20 }), fc.nat(30), async (seed, from, length) => {
      const csv = randomMonth(seed, { firstDay: "2026-03-16", days: 22 });
      const first = readDay("2026-03-16")! + from;
      const [firstDay, lastDay] = [dayText(first), dayText(first + length)];
      const { format: _format, council: _council, restsOn: _restsOn, ...ours } = await documentOf(csv, { period: { firstDay, lastDay } });
      const { restsOn: _theirs, ...theirs } = reckon(csv, { from: firstDay, to: lastDay });
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 30 },
  );
});
