import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Row, type Stretch, bandFor, gapsOf, holesIn, nextBand, paidMinutesFor } from "../../src/index.js";
import type { RowsTerms } from "../../src/payment/paid-minutes.js";
import { paidMinutesTable } from "../../src/payment/paid-minutes-table.js";

const row = (from: number, to: number | "open", becomes: number): Row => ({ from, to, becomes });
const plain: RowsTerms = { kind: "rows", partMinutes: "dropped", rows: [row(0, 25, 15)], filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } };

describe("a length and the rows that hold it", () => {
  it("both ends of a row are included", () => {
    const rows = [row(10, 20, 15), row(30, "open", 45)];
    expect([9, 10, 20, 21, 29, 30, 999].map((minutes) => bandFor(minutes, rows).kind)).toEqual(["hole", "paid", "paid", "hole", "hole", "paid", "paid"]);
    expect(bandFor(20, rows)).toEqual({ kind: "paid", minutesPaid: 15, row: rows[0] });
    expect(bandFor(999, rows)).toEqual({ kind: "paid", minutesPaid: 45, row: rows[1] });
  });

  it("a hole is named with both its ends, wherever the rows stand in the list", () => {
    const rows = [row(30, 40, 45), row(50, "open", 60), row(10, 20, 15)];
    expect([0, 9, 21, 25, 29, 41, 49].map((minutes) => bandFor(minutes, rows))).toEqual(
      [[0, 9], [0, 9], [21, 29], [21, 29], [21, 29], [41, 49], [41, 49]].map(([from, to]) => ({ kind: "hole", gap: { from, to } })),
    );
    expect(bandFor(21, [row(10, 20, 15)])).toEqual({ kind: "hole", gap: { from: 21, to: "open" } });
    expect(bandFor(7, [])).toEqual({ kind: "hole", gap: { from: 0, to: "open" } });
  });

  it("a length in two rows is an overlap, not the first of them", () => {
    const rows = [row(0, 25, 15), row(25, 40, 30)];
    expect(bandFor(25, rows)).toEqual({ kind: "overlap", rows });
    expect([24, 26].map((minutes) => bandFor(minutes, rows).kind)).toEqual(["paid", "paid"]);
  });

  it("a row that says 0 pays nothing, which is an answer", () => {
    expect(bandFor(3, [row(0, 5, 0)])).toEqual({ kind: "pays-nothing", row: row(0, 5, 0) });
  });

  it.each([25.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %s minutes, by its rows and by the terms beyond them", (minutes) => {
    expect(() => bandFor(minutes, [row(0, "open", 15)])).toThrow(new TypeError(`bandFor: minutes must be a whole number from 0, got ${minutes}`));
    for (const beyond of [{ kind: "steps", from: 20, becomes: 30, every: 15, adds: 15 }, { kind: "whole-units", unit: 20 }, { kind: "open-row" }] as const) {
      expect(() => paidMinutesFor(minutes, { ...plain, beyond })).toThrow(new TypeError(`paidMinutesFor: minutes must be a whole number from 0, got ${minutes}`));
    }
  });
});

describe("past the rows", () => {
  it("steps begin at their first minute, and each is as long as it says", () => {
    const terms: RowsTerms = { ...plain, rows: [row(0, "open", 15)], beyond: { kind: "steps", from: 26, becomes: 20, every: 7, adds: 3 } };
    expect([25, 26, 32, 33, 39, 40].map((minutes) => paidMinutesFor(minutes, terms))).toEqual([
      { kind: "paid", minutesPaid: 15, row: row(0, 25, 15) },
      { kind: "paid", minutesPaid: 20, row: row(26, 32, 20) },
      { kind: "paid", minutesPaid: 20, row: row(26, 32, 20) },
      { kind: "paid", minutesPaid: 23, row: row(33, 39, 23) },
      { kind: "paid", minutesPaid: 23, row: row(33, 39, 23) },
      { kind: "paid", minutesPaid: 26, row: row(40, 46, 26) },
    ]);
  });

  it("whole units are paid in full, the rest by its row with the minutes it stands for", () => {
    const terms: RowsTerms = { ...plain, rows: [row(0, 10, 5), row(12, "open", 20)], beyond: { kind: "whole-units", unit: 20 } };
    expect([19, 20, 21, 30, 31, 32, 39, 40].map((minutes) => paidMinutesFor(minutes, terms))).toEqual([
      { kind: "paid", minutesPaid: 20, row: row(12, 19, 20) },
      { kind: "paid", minutesPaid: 20, row: row(20, 20, 20) },
      { kind: "paid", minutesPaid: 25, row: row(21, 30, 25) },
      { kind: "paid", minutesPaid: 25, row: row(21, 30, 25) },
      { kind: "hole", gap: { from: 31, to: 31 } },
      { kind: "paid", minutesPaid: 40, row: row(32, 39, 40) },
      { kind: "paid", minutesPaid: 40, row: row(32, 39, 40) },
      { kind: "paid", minutesPaid: 40, row: row(40, 40, 40) },
    ]);
  });

  it("whole units: a rest that several rows hold is an overlap", () => {
    const terms: RowsTerms = { ...plain, rows: [row(0, 10, 5), row(10, 19, 20)], beyond: { kind: "whole-units", unit: 20 } };
    expect(paidMinutesFor(30, terms)).toEqual({ kind: "overlap", rows: [row(0, 10, 5), row(10, 19, 20)] });
    expect(paidMinutesFor(29, terms)).toEqual({ kind: "paid", minutesPaid: 25, row: row(21, 30, 25) });
  });

  it("a hole ends where the steps or the units begin", () => {
    expect(paidMinutesFor(30, { ...plain, beyond: { kind: "steps", from: 71, becomes: 75, every: 15, adds: 15 } })).toEqual({ kind: "hole", gap: { from: 26, to: 70 } });
    expect(paidMinutesFor(30, { ...plain, beyond: { kind: "whole-units", unit: 60 } })).toEqual({ kind: "hole", gap: { from: 26, to: 59 } });
    expect(paidMinutesFor(90, { ...plain, rows: [row(0, 25, 15), row(80, "open", 60)], beyond: { kind: "whole-units", unit: 60 } })).toEqual({ kind: "hole", gap: { from: 86, to: 119 } });
  });

  it("0 minutes that are unpaid are answered, also where no row holds them", () => {
    const terms: RowsTerms = { ...plain, rows: [row(5, "open", 15)], zeroMinutes: "unpaid" };
    expect(paidMinutesFor(0, terms)).toEqual({ kind: "pays-nothing", row: row(0, 0, 0) });
    expect(holesIn(terms)).toEqual([{ from: 1, to: 4 }]);
    expect(holesIn({ ...terms, zeroMinutes: "by-its-row" })).toEqual([{ from: 0, to: 4 }]);
  });

  it("looks a day ahead for the next length, and no further", () => {
    expect(nextBand(0, { ...plain, rows: [row(0, 1439, 15), row(1440, "open", 30)] })).toEqual({ inMinutes: 1440, minutesPaid: 30 });
    expect(nextBand(0, { ...plain, rows: [row(0, 1440, 15), row(1441, "open", 30)] })).toBeNull();
    expect(nextBand(3, { ...plain, rows: [row(0, 5, 15)], filling: [row(6, "open", 0)] })).toEqual({ inMinutes: 3, minutesPaid: 0 });
  });
});

const rows = fc.array(
  fc.tuple(fc.nat(40), fc.option(fc.nat(12), { nil: null, freq: 6 }), fc.constantFrom(0, 15, 30)).map(([from, length, becomes]) => row(from, length === null ? "open" : from + length, becomes)),
  { maxLength: 6 },
);
const beyonds = fc.oneof(
  fc.constant({ kind: "open-row" } as const),
  fc.record({ kind: fc.constant("steps" as const), from: fc.integer({ min: 1, max: 45 }), becomes: fc.constant(60), every: fc.integer({ min: 1, max: 9 }), adds: fc.constant(5) }),
  fc.record({ kind: fc.constant("whole-units" as const), unit: fc.integer({ min: 1, max: 45 }) }),
);

describe("random tables", () => {
  const anyTerms = fc.record({ rows, filling: rows, zeroMinutes: fc.constantFrom("by-its-row" as const, "unpaid" as const), beyond: beyonds }).map((terms): RowsTerms => ({ ...plain, ...terms }));
  const FAR = 100; // past every end above

  /** The stretches without an answer that trying every minute of a range finds; one that reaches the far end is open. */
  function tried(terms: RowsTerms, from: number, to: number): Stretch[] {
    const found: Stretch[] = [];
    for (let minutes = from; minutes <= to; minutes++) {
      if (paidMinutesFor(minutes, terms).kind !== "hole") continue;
      const before = found.at(-1);
      if (before?.to === minutes - 1) found[found.length - 1] = { from: before.from, to: minutes };
      else found.push({ from: minutes, to: minutes });
    }
    return found.map((stretch) => ({ ...stretch, to: stretch.to === FAR ? "open" : stretch.to }));
  }

  it("have exactly the holes that trying every minute finds, and each of its minutes names its hole", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const unit = terms.beyond.kind === "whole-units" ? terms.beyond.unit : undefined;
        const holes = tried(terms, 0, unit === undefined ? FAR : unit - 1);
        expect(holesIn(terms)).toEqual(holes);
        // Past the first unit, the same holes come again.
        const all = unit === undefined ? holes : [...holes, ...tried(terms, unit, 2 * unit - 1)];
        for (const gap of all) for (let minutes = gap.from; minutes <= (gap.to === "open" ? FAR : gap.to); minutes++) expect(paidMinutesFor(minutes, terms)).toEqual({ kind: "hole", gap });
      }),
      { numRuns: 300 },
    );
  });

  it("have the gaps of their rows whatever the order of the list", () => {
    fc.assert(
      fc.property(rows, (list) => {
        expect(gapsOf(list.toReversed())).toEqual(gapsOf(list));
      }),
    );
  });
});

describe("compiling a table", () => {
  it.each([
    { says: "a part of a minute", bad: row(0, 25.5, 15) },
    { says: "a start below 0", bad: row(-1, 25, 15) },
    { says: "a part of a minute at the start", bad: row(0.5, 25, 15) },
    { says: "minutes paid below 0", bad: row(0, 25, -15) },
    { says: "a part of a minute paid", bad: row(0, 25, 7.5) },
    { says: "an end before its start", bad: row(26, 25, 15) },
    { says: "no number at all", bad: row(Number.NaN, "open", 15) },
  ])("refuses a row with $says, and names it", ({ bad }) => {
    const message = `paidMinutes: a row must be whole minutes from 0 with its end at or after its start, got "${bad.from} to ${bad.to} becomes ${bad.becomes}"`;
    expect(() => paidMinutesTable({ ...plain, rows: [bad] })).toThrow(new TypeError(message));
    expect(() => paidMinutesTable({ ...plain, filling: [bad] })).toThrow(new TypeError(message));
  });

  it("takes a row of one minute, and one that starts at 0", () => {
    expect(paidMinutesTable({ ...plain, rows: [row(0, 0, 0), row(1, 1, 15), row(2, "open", 30)] }).byMinute.slice(0, 3)).toEqual(Int32Array.of(0, 15, 30));
  });

  it.each([
    { kind: "steps", from: 71, becomes: 75, every: 0, adds: 15 },
    { kind: "steps", from: 71, becomes: 75, every: 7.5, adds: 15 },
    { kind: "steps", from: -1, becomes: 75, every: 15, adds: 15 },
    { kind: "steps", from: 71, becomes: 75.5, every: 15, adds: 15 },
    { kind: "steps", from: 71, becomes: 75, every: 15, adds: -1 },
    { kind: "whole-units", unit: 0 },
    { kind: "whole-units", unit: 60.5 },
  ] as const)("refuses what is beyond the rows when it cannot be reckoned with: %o", (beyond) => {
    expect(() => paidMinutesTable({ ...plain, beyond })).toThrow("paidMinutes: what is beyond the rows must be whole minutes from 0, steps and units at least 1 minute long, got ");
  });

  it("takes steps of a minute that add nothing, from 0, and units of a minute", () => {
    expect(paidMinutesTable({ ...plain, rows: [], beyond: { kind: "steps", from: 0, becomes: 0, every: 1, adds: 0 } }).byMinute[1440]).toBe(0);
    expect(paidMinutesTable({ ...plain, rows: [], beyond: { kind: "whole-units", unit: 1 } }).byMinute[1440]).toBe(1440);
  });
});
