import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExportSource, type RowFinding, assessExport, monthDocument } from "../../src/index.js";
import { csvRecords } from "../second-reckoning/export.ts";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { bytesOf } from "../helpers.js";
import { RULES, documentOf, exportOf, field, row, rulesWith } from "./exports.ts";

const visit = (day: number, fields: Parameters<typeof row>[0] = {}): string =>
  row({ visit_id: `V${day}`, planned_start: `2026-07-0${day}T09:00`, planned_end: `2026-07-0${day}T09:30`, actual_start: `2026-07-0${day}T09:05`, actual_end: `2026-07-0${day}T09:31`, ...fields });

/** How an export was read: in which order its rows came, how often it was opened, and what was told of it. */
async function reading(csv: string, source: (open: () => AsyncIterable<Uint8Array>) => ExportSource) {
  let opened = 0;
  let restarts = 0;
  let told: RowFinding[] = [];
  const rowsRead: number[] = [];
  const open = (): AsyncIterable<Uint8Array> => {
    opened++;
    return bytesOf(csv);
  };
  const month = await assessExport(source(open), RULES, {
    onFinding: (finding) => told.push(finding),
    onRestart: () => {
      restarts++;
      told = [];
    },
    onProgress: (rows) => rowsRead.push(rows),
  });
  return { order: month.order, opened, restarts, rowsTold: told.map((finding) => finding.row), rowsRead, document: monthDocument(month, RULES) };
}

describe("the order of the rows is reported", () => {
  it.each<readonly [string, readonly string[], "by-day" | "any"]>([
    ["days in order", [visit(1), visit(2), visit(4)], "by-day"],
    ["a day's rows in any order", [visit(1), visit(2, { visit_id: "b" }), visit(2, { visit_id: "a" }), visit(2, { visit_id: "b", carer_id: "C2" })], "by-day"],
    ["a day's times in any order", [visit(1), visit(1, { visit_id: "a", planned_start: "2026-07-01T07:00" })], "by-day"],
    ["a row of the day before", [visit(1), visit(2), visit(1, { visit_id: "a" })], "any"],
    ["days in the opposite order", [visit(3), visit(2), visit(1)], "any"],
    ["a rejected row of a day before, which is placed", [visit(1), visit(2), visit(1, { priority: "?" })], "any"],
    ["a rejected row of a day to come, which is placed", [visit(1), visit(3, { priority: "?" }), visit(2)], "any"],
    ["a rejected row that cannot be placed", [visit(1), visit(2), `${visit(1)},`, visit(2, { visit_id: "a" })], "by-day"],
    ["one row", [visit(1)], "by-day"],
    ["no row", [], "by-day"],
  ])("%s", async (_how, rows, order) => {
    const csv = exportOf(...rows);
    const [again, once] = [await reading(csv, (open) => open), await reading(csv, (open) => open())];
    expect([again.order, once.order]).toEqual([order, order]);
    expect(again.document).toEqual(once.document);
    expect({ opened: again.opened, restarts: again.restarts }).toEqual(order === "by-day" ? { opened: 1, restarts: 0 } : { opened: 2, restarts: 1 });
    expect({ opened: once.opened, restarts: once.restarts }).toEqual({ opened: 1, restarts: 0 });
  });

  it("after a restart every finding is told again from the first, and every row is counted once", async () => {
    const csv = exportOf(visit(1, { priority: "?" }), visit(2, { actual_end: "" }), visit(1, { outcome: "?" }), visit(3, { actual_end: "" }));
    const { rowsTold, rowsRead, document } = await reading(csv, (open) => open);
    expect(rowsTold).toEqual([2, 3, 4, 5]);
    expect(rowsRead).toEqual([4]);
    expect(document.rows).toEqual({ read: 4, accepted: 2, rejected: 2 });
  });

  it("progress is told every 8192 rows and at the end", async () => {
    const csv = exportOf(...Array.from({ length: 16_384 + 5 }, (_, i) => visit(1, { visit_id: `V${i}` })));
    expect((await reading(csv, (open) => open)).rowsRead).toEqual([8192, 16_384, 16_389]);
  });
});

describe("the order of the rows changes no figure", () => {
  it("of random months shuffled, under the adopted readings", async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const { order, ...plain } = await documentOf(randomMonth(seed));
      const { order: shuffledOrder, ...shuffled } = await documentOf(randomMonth(seed, { shuffle: true }));
      expect(shuffled, `seed ${seed}`).toEqual(plain);
      expect([order, shuffledOrder]).toEqual(["by-day", "any"]);
    }
  });

  const readings = [
    { "missed-threshold": "after-next-visit", "scope": "user-over-all-providers", "step": "1-day" },
    { "statement-period": "four-weeks", "rounding": "line-half-even", "anchor": "period-start", "continuity-base": "service-users" },
    { "same-carer": "each-log", "surplus-carers": "all", "arrival": "last-carer", "too-few-carers": "last-arrival" },
    { "per-carer": "visit-once", "undelivered": "excused-planned-length", "not-completed": "planned-length", "punctuality-base": "missed-as-late" },
  ];
  it.each(readings)("of random months in any order, under %j", async (choices) => {
    const rules = rulesWith(choices);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.infiniteStream(fc.nat()), async (seed, numbers) => {
        const csv = randomMonth(seed, { days: 30 });
        const [heading, ...rows] = csvRecords(csv);
        const keyed = rows.map((cells) => ({ cells, key: numbers.next().value as number })).sort((a, b) => a.key - b.key);
        const shuffled = [heading!, ...keyed.map(({ cells }) => cells)].map((cells) => cells.map(field).join(",")).join("\n");
        const { order: _plain, ...figures } = await documentOf(csv, {}, rules);
        const { order: _any, ...others } = await documentOf(shuffled, {}, rules);
        expect(others).toEqual(figures);
      }),
      { numRuns: 8 },
    );
  });
});
