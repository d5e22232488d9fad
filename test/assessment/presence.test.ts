import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivalOf } from "../../src/assessment/punctuality.js";
import { coveredSeconds, firstTogether, presences } from "../../src/assessment/presence.js";
import { at, came, log, stay } from "./stays.ts";

describe("who came", () => {
  it("in order of first log-in, ties by carer id by code point", () => {
    const carers = came(log("b", 60, 120), log("a", 60, 120), log("z", 0, 10), log("B", 60, 90), log("\u{1F600}", 60, 90), log("\uFF5E", 60, 90)).map(({ carer }) => carer);
    expect(carers).toEqual(["z", "B", "a", "b", "\uFF5E", "\u{1F600}"]);
  });

  it("each once, with every stay in order of log-in; open when any log-out is missing", () => {
    expect(came(log("A", 100, 200), log("B", 50, null), log("A", 0, 20), log("A", 300, null))).toEqual([
      { carer: "A", firstLogIn: at(0), stays: [stay(0, 20), stay(100, 200), { logIn: at(300), logOut: null }], open: true },
      { carer: "B", firstLogIn: at(50), stays: [{ logIn: at(50), logOut: null }], open: true },
    ]);
    expect(came(log("A", 0, 20), log("A", 100, 200))[0]).toMatchObject({ open: false });
  });

  it("a single log is the same as several: its carer, its stay, open without a log-out", () => {
    expect(came(log("A", 10, 20))).toMatchObject([{ carer: "A", firstLogIn: at(10), stays: [stay(10, 20)], open: false }]);
    expect(came(log("A", 10, null))).toMatchObject([{ carer: "A", firstLogIn: at(10), open: true }]);
  });

  it("nobody without a log-in: no rows, neither log, a log-out alone", () => {
    expect(presences([])).toEqual([]);
    expect(came(log("A", null, null))).toEqual([]);
    expect(came(log("A", null, 20))).toEqual([]);
    expect(came(log("A", null, 20), log("B", null, null), log("C", 5, 9))).toEqual([{ carer: "C", firstLogIn: at(5), stays: [stay(5, 9)], open: false }]);
  });
});

describe("the first moment of so many together", () => {
  it("is the later log-in of two who overlap, the moment of touching of two who touch, and none a second apart", () => {
    expect(firstTogether(came(log("A", 0, 100), log("B", 40, 60)), 2)).toBe(at(40));
    expect(firstTogether(came(log("A", 0, 100), log("B", 100, 160)), 2)).toBe(at(100));
    expect(firstTogether(came(log("A", 0, 100), log("B", 101, 160)), 2)).toBeNull();
    expect(firstTogether(came(log("B", 100, 160), log("A", 0, 100), log("A", 120, 130)), 2)).toBe(at(100));
  });

  it("counts a carer without a log-out as there from the log-in on, not before", () => {
    expect(firstTogether(came(log("A", 0, null), log("B", 9000, 9000)), 2)).toBe(at(9000));
    expect(firstTogether(came(log("A", 100, null), log("B", 0, 99)), 2)).toBeNull();
  });

  it("never counts one carer twice", () => {
    expect(firstTogether(came(log("A", 0, 100), log("A", 50, 150)), 2)).toBeNull();
    expect(firstTogether(came(log("A", 0, 100), log("A", 50, 150), log("B", 50, 60)), 3)).toBeNull();
  });

  it("of three: only where all three are there", () => {
    const three = [log("A", 0, 100), log("B", 50, 200), log("C", 101, 300)];
    expect(firstTogether(came(...three), 2)).toBe(at(50));
    expect(firstTogether(came(...three), 3)).toBeNull();
    expect(firstTogether(came(...three, log("A", 150, 160)), 3)).toBe(at(150));
  });
});

/** Logs of carers A to D in a window of two minutes, some without a log-out. */
const logs = fc.array(fc.tuple(fc.constantFrom("A", "B", "C", "D"), fc.nat(100), fc.option(fc.nat(40), { freq: 6 })), { minLength: 1, maxLength: 6 });

/** By the second: who is there, log-in and log-out included, and when that many different ones are for the first time. */
function bySecond(list: readonly (readonly [string, number, number | null])[], required: number): number | null {
  for (let second = 0; second <= 140; second++) {
    const there = new Set(list.filter(([, from, length]) => from <= second && (length === null || second <= from + length)).map(([carer]) => carer));
    if (there.size >= required) return second;
  }
  return null;
}

describe("arrivals on random logs are what watching second by second finds", () => {
  it.each([1, 2, 3])("%s together", (required) => {
    fc.assert(
      fc.property(logs, (list) => {
        const found = bySecond(list, required);
        const carers = came(...list.map(([carer, from, length]) => log(carer, from, length === null ? null : from + length)));
        expect(firstTogether(carers, required)).toBe(found === null ? null : at(found));
      }),
      { numRuns: 300 },
    );
  });

  it.each([1, 2, 3])("the last of %s, the first, and the last who came where too few did", (required) => {
    fc.assert(
      fc.property(logs, (list) => {
        const firsts = new Map<string, number>();
        for (const [carer, from] of list) firsts.set(carer, Math.min(from, firsts.get(carer) ?? Infinity));
        const inOrder = [...firsts.values()].sort((a, b) => a - b);
        const carers = came(...list.map(([carer, from, length]) => log(carer, from, length === null ? null : from + length)));
        const nth = inOrder[required - 1];
        expect(arrivalOf(carers, required, { arrival: "last-carer", tooFewCarers: "not-assessable" })).toBe(nth === undefined ? null : at(nth));
        expect(arrivalOf(carers, required, { arrival: "last-carer", tooFewCarers: "last-arrival" })).toBe(at(nth ?? inOrder.at(-1)!));
        expect(arrivalOf(carers, required, { arrival: "first-carer", tooFewCarers: "not-assessable" })).toBe(at(inOrder[0]!));
        const together = bySecond(list, required);
        expect(arrivalOf(carers, required, { arrival: "together", tooFewCarers: "last-arrival" })).toBe(at(together ?? inOrder.at(-1)!));
        expect(arrivalOf(carers, required, { arrival: "together", tooFewCarers: "late" })).toBe(together === null ? null : at(together));
      }),
      { numRuns: 200 },
    );
  });

  it("nobody came: there is no arrival, however it is read", () => {
    for (const arrival of ["together", "last-carer", "first-carer"] as const) {
      for (const tooFewCarers of ["not-assessable", "last-arrival", "late"] as const) expect(arrivalOf([], 1, { arrival, tooFewCarers })).toBeNull();
    }
  });
});

describe("seconds covered", () => {
  it("of one stay are its length, and of several their union", () => {
    expect(coveredSeconds([stay(10, 70)])).toBe(60);
    expect(coveredSeconds([stay(10, 10)])).toBe(0);
    expect(coveredSeconds([stay(50, 70), stay(0, 20), stay(10, 30)])).toBe(50);
  });
});
