import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import { dayNumber, dayText } from "../../src/shared/day.js";
import { londonDay, londonMoment, londonOffset, londonSecondOfDay, londonText, startOfLondonDay, wallTime } from "../../src/shared/london.js";
import { type Moment, asMoment } from "../../src/shared/moment.js";
import { momentOf } from "../../src/shared/time-text.js";

const HOUR = 3600;
const DAY = 86_400;
const FIRST = Date.UTC(1996, 0, 1) / 1000;
const LAST = Date.UTC(2038, 0, 1) / 1000;

function inLondon(moment: number): Temporal.ZonedDateTime {
  return new Temporal.ZonedDateTime(BigInt(moment) * 1_000_000_000n, "Europe/London");
}

/** London's offset at the start of every hour from 1996 to 2037, by the time zone data that Temporal reads. */
const offsets = new Map<number, number>();
for (let at = FIRST; at < LAST; at += HOUR) offsets.set(at, inLondon(at).offsetNanoseconds / 1_000_000_000);

/** The moments at which a London clock shows each whole hour. */
const momentsAt = new Map<number, number[]>();
for (let wall = FIRST; wall < LAST; wall += HOUR) momentsAt.set(wall, []);
for (const [at, offset] of offsets) momentsAt.get(at + offset)?.push(at);

/** The moments at which the clocks change: two a year. */
const changes = [...offsets].filter(([at, offset]) => offsets.has(at - HOUR) && offsets.get(at - HOUR) !== offset).map(([at]) => at);

describe("from a moment to the London clock", () => {
  it("the offset is Temporal's in every hour from 1996 to 2037, its first and its last second", () => {
    const wrong = [...offsets].filter(([at, offset]) => londonOffset(asMoment(at)) !== offset || londonOffset(asMoment(at + HOUR - 1)) !== offset);
    expect(wrong).toEqual([]);
    expect(changes).toHaveLength(2 * 42);
  });

  it("the day and the second of the day are the clock's in every hour from 1996 to 2037", () => {
    const wrong = [...offsets].filter(([at, offset]) => {
      const wall = at + offset + HOUR - 1;
      const moment = asMoment(at + HOUR - 1);
      return londonDay(moment) !== Math.floor(wall / DAY) || londonSecondOfDay(moment) !== wall % DAY;
    });
    expect(wrong).toEqual([]);
  });

  it("the text is Temporal's in every half hour of the days on which the clocks change", () => {
    const wrong: string[] = [];
    for (const change of changes) {
      for (let at = change - DAY; at <= change + DAY; at += HOUR / 2) {
        const text = londonText(asMoment(at));
        if (text !== inLondon(at).toString({ timeZoneName: "never" })) wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("the text is Temporal's at any second, and read again it is the same moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (at) => {
        const text = londonText(asMoment(at));
        expect(text).toBe(inLondon(at).toString({ timeZoneName: "never" }));
        expect(momentOf(text)).toBe(at);
      }),
    );
  });
});

describe("from the London clock to a moment", () => {
  it("every hour the clock shows from 1996 to 2037 happens as often as Temporal says: once, twice or never", () => {
    const words = ["never", "once", "twice"];
    const wrong = [...momentsAt].filter(([wall, moments]) => wallTime(wall) !== words[moments.length] || wallTime(wall + HOUR - 1) !== words[moments.length]);
    expect(wrong).toEqual([]);
    expect([...momentsAt.values()].filter((moments) => moments.length === 2)).toHaveLength(42);
    expect([...momentsAt.values()].filter((moments) => moments.length === 0)).toHaveLength(42);
  });

  it("every such hour is the earlier moment, the later one where that is asked for, and an hour forward where there is none", () => {
    const wrong = [...momentsAt].filter(([wall, moments]) => {
      const [earlier, later] = [londonMoment(wall), londonMoment(wall, "later")];
      if (moments.length === 0) return earlier !== later || earlier + offsets.get(earlier)! !== wall + HOUR;
      return earlier !== moments[0] || later !== moments.at(-1);
    });
    expect(wrong).toEqual([]);
  });

  it("Temporal disambiguates every quarter of an hour of the days on which the clocks change in the same way", () => {
    const wrong: unknown[] = [];
    for (const change of changes) {
      const midnight = Math.floor(change / DAY) * DAY;
      for (let wall = midnight; wall < midnight + DAY; wall += HOUR / 4) {
        const clock = Temporal.PlainDateTime.from(new Date(wall * 1000).toISOString().slice(0, 19));
        const [earlier, later] = (["compatible", "later"] as const).map((disambiguation) => clock.toZonedDateTime("Europe/London", { disambiguation }).epochMilliseconds / 1000);
        if (londonMoment(wall) !== earlier || londonMoment(wall, "later") !== later) wrong.push(clock.toString());
      }
    }
    expect(wrong).toEqual([]);
  });

  it("a moment is found again from its wall time, as the earlier or the later of the two", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (at) => {
        const wall = at + londonOffset(asMoment(at));
        expect([londonMoment(wall), londonMoment(wall, "later")]).toContain(at);
      }),
    );
  });

  it("every day from 1996 to 2037 begins at midnight on the clock", () => {
    const wrong: string[] = [];
    for (let day = FIRST / DAY; day < LAST / DAY; day++) {
      const start = startOfLondonDay(day);
      if (londonDay(start) !== day || londonSecondOfDay(start) !== 0 || londonDay((start - 1) as Moment) !== day - 1) wrong.push(dayText(day));
    }
    expect(wrong).toEqual([]);
  });
});

it.each([
  ["2026-03-29T00:59:59Z", "2026-03-29T00:59:59+00:00"],
  ["2026-03-29T01:00:00Z", "2026-03-29T02:00:00+01:00"],
  ["2026-10-25T00:59:59Z", "2026-10-25T01:59:59+01:00"],
  ["2026-10-25T01:00:00Z", "2026-10-25T01:00:00+00:00"],
  ["2026-06-30T22:59:59Z", "2026-06-30T23:59:59+01:00"],
  ["2026-06-30T23:00:00Z", "2026-07-01T00:00:00+01:00"],
  ["2026-12-31T23:59:59Z", "2026-12-31T23:59:59+00:00"],
  ["1996-01-01T00:00:00Z", "1996-01-01T00:00:00+00:00"],
])("at %s the London clock shows %s", (utc, london) => {
  const moment = momentOf(utc);
  expect(londonText(moment)).toBe(london);
  expect(dayText(londonDay(moment))).toBe(london.slice(0, 10));
  expect(londonDay(moment)).toBe(dayNumber(london.slice(0, 10) as `${number}-${number}-${number}`));
});
