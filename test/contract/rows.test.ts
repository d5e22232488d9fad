import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Row, type Stretch, gapsOf, overlapsOf } from "../../src/contract/rows.js";

const LAST = 200;

/** Stretches of minutes in which so many rows stand, found minute by minute; the minutes past the last are one more, open. */
function stretches(rows: readonly Row[], last: number, meant: (rowsThere: number) => boolean): Stretch[] {
  const found: { from: number; to: number | "open" }[] = [];
  let inside = false;
  for (let minute = 0; minute <= last + 1; minute++) {
    const there = rows.filter(({ from, to }) => from <= minute && (to === "open" || minute <= to)).length;
    if (meant(there)) {
      if (!inside) found.push({ from: minute, to: minute });
      found.at(-1)!.to = minute > last ? "open" : minute;
    }
    inside = meant(there);
  }
  return found;
}

const row = (from: number, to: number | "open", becomes = 15): Row => ({ from, to, becomes });

function rowUpTo(last: number): fc.Arbitrary<Row> {
  return fc.tuple(fc.nat(last), fc.nat(last), fc.integer({ min: 0, max: 8 })).map(([a, b, open]) => row(Math.min(a, b), open === 0 ? "open" : Math.max(a, b)));
}

describe("minutes without a row, and minutes in several", () => {
  it.each<readonly [string, Row[], Stretch[], Stretch[]]>([
    ["no rows", [], [{ from: 0, to: "open" }], []],
    ["a row without an end", [row(0, "open")], [], []],
    ["a row that ends", [row(0, 59)], [{ from: 60, to: "open" }], []],
    ["a row that starts late", [row(1, "open")], [{ from: 0, to: 0 }], []],
    ["Leicester's bands as written: 56 stands in none", [row(0, 25), row(26, 40), row(41, 55), row(57, "open")], [{ from: 56, to: 56 }], []],
    ["rows that meet", [row(0, 25), row(26, "open")], [], []],
    ["rows that share a minute", [row(0, 25), row(25, "open")], [], [{ from: 25, to: 25 }]],
    ["rows a minute apart", [row(0, 24), row(26, "open")], [{ from: 25, to: 25 }], []],
    ["a row inside another", [row(0, "open"), row(10, 20)], [], [{ from: 10, to: 20 }]],
    ["the same row twice", [row(0, "open"), row(0, "open")], [], [{ from: 0, to: "open" }]],
    ["a short row after a long one leaves no gap behind it", [row(0, 100), row(10, 20), row(101, "open")], [], [{ from: 10, to: 20 }]],
    ["overlaps that touch are one", [row(0, "open"), row(10, 20), row(21, 30)], [], [{ from: 10, to: 30 }]],
    ["overlaps a minute apart are two", [row(0, "open"), row(10, 20), row(22, 30)], [], [{ from: 10, to: 20 }, { from: 22, to: 30 }]],
    ["three rows at once are one overlap", [row(0, 10), row(0, 2), row(1, "open")], [], [{ from: 0, to: 10 }]],
    ["two open rows", [row(0, "open"), row(30, "open")], [], [{ from: 30, to: "open" }]],
  ])("%s", (_what, rows, gaps, overlaps) => {
    expect(gapsOf(rows)).toEqual(gaps);
    expect(overlapsOf(rows)).toEqual(overlaps);
  });

  it("are what trying every minute finds, for every table of three rows up to minute 3", () => {
    const some: Row[] = [];
    for (let from = 0; from <= 3; from++) {
      for (let to = from; to <= 3; to++) some.push(row(from, to));
      some.push(row(from, "open"));
    }
    const wrong: string[] = [];
    for (const a of some) {
      for (const b of some) {
        for (const c of some) {
          const rows = [a, b, c];
          const agrees = JSON.stringify([gapsOf(rows), overlapsOf(rows)]) === JSON.stringify([stretches(rows, 3, (there) => there === 0), stretches(rows, 3, (there) => there > 1)]);
          if (!agrees) wrong.push(JSON.stringify(rows));
        }
      }
    }
    expect(some).toHaveLength(14);
    expect(wrong).toEqual([]);
  });

  it("are what trying every minute finds, for any rows up to minute 200 in any order", () => {
    fc.assert(
      fc.property(fc.array(rowUpTo(LAST), { maxLength: 8 }), (rows) => {
        expect(gapsOf(rows)).toEqual(stretches(rows, LAST, (there) => there === 0));
        expect(overlapsOf(rows)).toEqual(stretches(rows, LAST, (there) => there > 1));
      }),
      { numRuns: 500 },
    );
  });

  it("leave the rows as they came", () => {
    const rows = Object.freeze([row(30, "open"), row(0, 10), row(5, 20)].map((one) => Object.freeze(one)));
    expect([gapsOf(rows), overlapsOf(rows)]).toEqual([[{ from: 21, to: 29 }], [{ from: 5, to: 10 }]]);
  });
});
