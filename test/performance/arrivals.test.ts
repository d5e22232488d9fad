import { describe, expect, it } from "vitest";
import { classOf } from "../../src/assessment/punctuality.js";
import { ARRIVAL_BINS, addArrivals, arrivalBin, arrivalMinutes, countArrival, noArrivals } from "../../src/performance/arrivals.js";
import { at } from "../assessment/stays.ts";

describe("stretches of five minutes early or late", () => {
  it.each([
    [0, 0, 5],
    [1, 0, 5],
    [5 * 60, 0, 5],
    [5 * 60 + 1, 5, 10],
    [30 * 60, 25, 30],
    [30 * 60 + 1, 30, 35],
    [90 * 60, 85, 90],
    [90 * 60 + 1, 90, null],
    [100_000, 90, null],
    [-1, -5, 0],
    [-5 * 60, -5, 0],
    [-5 * 60 - 1, -10, -5],
    [-15 * 60, -15, -10],
    [-15 * 60 - 1, -20, -15],
    [-90 * 60, -90, -85],
    [-90 * 60 - 1, null, -90],
    [-100_000, null, -90],
  ])("%i seconds are in the stretch from %s to %s", (seconds, from, to) => {
    expect(arrivalMinutes(arrivalBin(seconds))).toEqual({ from, to });
  });

  it("lie side by side, without a gap, and every second from two hours early to two late is in the one that holds it", () => {
    for (let bin = 1; bin < ARRIVAL_BINS; bin++) expect(arrivalMinutes(bin).from).toBe(arrivalMinutes(bin - 1).to);
    for (let seconds = -7200; seconds <= 7200; seconds++) {
      const { from, to } = arrivalMinutes(arrivalBin(seconds));
      if (seconds < 0) expect(seconds >= (from ?? -Infinity) * 60 && seconds < to! * 60, String(seconds)).toBe(true);
      else expect(seconds >= from! * 60 && seconds <= (to ?? Infinity) * 60, String(seconds)).toBe(true);
    }
  });

  it("have limits between them: what is within one of 15 or 30 minutes never shares a stretch with what is beyond", () => {
    for (const limit of [15, 30]) {
      const classes = new Map<number, Set<string>>();
      for (let seconds = -7200; seconds <= 7200; seconds++) {
        const bin = arrivalBin(seconds);
        classes.set(bin, (classes.get(bin) ?? new Set()).add(classOf(seconds, { early: limit, late: limit })));
      }
      expect([...classes.values()].filter((found) => found.size > 1)).toEqual([]);
    }
  });
});

describe("counting arrivals", () => {
  const measured = (seconds: number) => ({ class: "late", arrival: at(0), seconds, tolerance: { early: 30, late: 30 } }) as const;

  it("counts each arrival once, and adds part by part", () => {
    const [one, other] = [noArrivals(), noArrivals()];
    countArrival(one, measured(31 * 60));
    countArrival(one, measured(31 * 60));
    countArrival(other, measured(-1));
    addArrivals(one, other);
    expect([...one].reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(one[arrivalBin(31 * 60)]).toBe(2);
    expect(one[arrivalBin(-1)]).toBe(1);
    expect([...other].reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it("counts nothing where there is no arrival to measure", () => {
    const counts = noArrivals();
    countArrival(counts, { class: "not-assessable", reason: "too-few-carers" });
    countArrival(counts, { class: "late", arrival: null, reason: "too-few-carers", tolerance: { early: 30, late: 30 } });
    expect(counts).toEqual(noArrivals());
  });
});
