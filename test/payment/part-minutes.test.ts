import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholeMinutes } from "../../src/payment/part-minutes.js";
import { at, stay } from "../assessment/stays.ts";

const WAYS = ["dropped", "nearest", "up", "clock-minutes"] as const;

describe("one stay", () => {
  it.each([
    { seconds: 0, minutes: [0, 0, 0, 0] },
    { seconds: 1, minutes: [0, 0, 1, 0] },
    { seconds: 29, minutes: [0, 0, 1, 0] },
    { seconds: 30, minutes: [0, 1, 1, 0] },
    { seconds: 59, minutes: [0, 1, 1, 0] },
    { seconds: 60, minutes: [1, 1, 1, 1] },
    { seconds: 61, minutes: [1, 1, 2, 1] },
    { seconds: 25 * 60 + 29, minutes: [25, 25, 26, 25] },
    { seconds: 25 * 60 + 30, minutes: [25, 26, 26, 25] },
  ])("of $seconds seconds from a full minute is dropped, to the nearest, up and by the clock: $minutes", ({ seconds, minutes }) => {
    expect(WAYS.map((way) => wholeMinutes([stay(0, seconds)], way))).toEqual(minutes);
  });

  it("from every second of a minute, of every length to four minutes, is what counting finds", () => {
    const wrong: unknown[] = [];
    for (let from = 0; from < 60; from++) {
      for (let length = 0; length <= 240; length++) {
        // Full minutes, a rest of 30 seconds or more, a rest at all; and how often the clock shows a new minute.
        let [full, rest, ticks] = [0, length, 0];
        for (; rest >= 60; rest -= 60) full++;
        for (let second = from + 1; second <= from + length; second++) if (second % 60 === 0) ticks++;
        const counted = [full, full + (rest >= 30 ? 1 : 0), full + (rest > 0 ? 1 : 0), ticks];
        const reckoned = WAYS.map((way) => wholeMinutes([stay(from, from + length)], way));
        if (reckoned.join() !== counted.join()) wrong.push({ from, length, reckoned, counted });
      }
    }
    expect(wrong).toEqual([]);
  });

  it("by the clock, a second over the full minute makes one more, and 1:58 inside two makes one", () => {
    expect(wholeMinutes([stay(59, 60)], "clock-minutes")).toBe(1);
    expect(wholeMinutes([stay(1, 119)], "clock-minutes")).toBe(1);
    expect(wholeMinutes([stay(0, 59)], "clock-minutes")).toBe(0);
  });
});

describe("several stays", () => {
  it("touching, overlapping, apart, one inside another: time in two of them is counted once", () => {
    const minutes = (...stays: (readonly [number, number])[]): number => wholeMinutes(stays.map(([from, to]) => stay(from, to)), "dropped");
    expect(minutes([0, 600], [600, 1200])).toBe(20);
    expect(minutes([0, 600], [300, 1200])).toBe(20);
    expect(minutes([0, 600], [900, 1200])).toBe(15);
    expect(minutes([0, 1200], [300, 600])).toBe(20);
    expect(minutes([0, 1200], [0, 1200])).toBe(20);
    expect(minutes([900, 1200], [0, 600])).toBe(15);
    expect(minutes([0, 1200], [60, 120], [1140, 1260])).toBe(21);
  });

  it("part-minutes are joined before they are dropped or rounded", () => {
    const stays = [stay(0, 90), stay(300, 390)]; // 1:30 and 1:30
    expect(WAYS.map((way) => wholeMinutes(stays, way))).toEqual([3, 3, 3, 2]);
    expect(WAYS.map((way) => wholeMinutes([stay(0, 100), stay(300, 389)], way))).toEqual([3, 3, 4, 2]);
    expect(WAYS.map((way) => wholeMinutes([stay(59, 120), stay(179, 240)], way))).toEqual([2, 2, 3, 4]);
  });

  it("in any order, are as many minutes as marking the seconds and the clock's minutes finds", () => {
    const stays = fc.array(fc.tuple(fc.nat(400), fc.nat(200)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(stays, (list) => {
        const seconds = new Set<number>();
        const clock = new Set<number>();
        for (const [from, length] of list) {
          for (let second = from; second < from + length; second++) seconds.add(second);
          for (let minute = Math.floor(from / 60); minute < Math.floor((from + length) / 60); minute++) clock.add(minute);
        }
        const rest = seconds.size % 60;
        const full = (seconds.size - rest) / 60;
        const logs = list.map(([from, length]) => ({ logIn: at(from), logOut: at(from + length) }));
        expect(WAYS.map((way) => wholeMinutes(logs, way))).toEqual([full, rest >= 30 ? full + 1 : full, rest > 0 ? full + 1 : full, clock.size]);
      }),
      { numRuns: 300 },
    );
  });
});
