import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill/full/implementation";
import { describe, expect, it } from "vitest";
import { FIRST_MOMENT } from "../../src/shared/moment.js";
import { type TimeInput, momentOf } from "../../src/shared/time-text.js";

const LAST_MOMENT = Date.UTC(2100, 0, 1) / 1000;
const anyMoment = fc.integer({ min: FIRST_MOMENT, max: LAST_MOMENT });

/** What momentOf throws for a value, so that the message can be compared whole. */
function refusal(name: string, shown: string): TypeError {
  return new TypeError(`momentOf: ${name} must be a time from 1996 on: a Date, a Temporal object or text as 2026-03-16T08:00[:ss][Z or ±hh:mm], got ${shown}`);
}

describe("text", () => {
  it.each([
    ["2026-07-01T08:00:00Z", 1782892800],
    ["2026-07-01T08:00Z", 1782892800],
    ["2026-07-01T09:00:00", 1782892800],
    ["2026-07-01T09:00", 1782892800],
    ["2026-07-01T09:00+01:00", 1782892800],
    ["2026-07-01T13:30:00+05:30", 1782892800],
    ["2026-06-30T08:01-23:59", 1782892800],
    ["2026-07-02T07:59+23:59", 1782892800],
    ["2026-07-01T08:00:00-00:00", 1782892800],
    ["2026-07-01T08:00:59Z", 1782892859],
    ["2026-07-01T23:59:59Z", 1782950399],
    ["2028-02-29T00:00Z", 1835395200],
    ["1996-01-01T00:00Z", FIRST_MOMENT],
    ["1996-01-01T00:00:00", FIRST_MOMENT],
    ["1996-01-01T01:00+01:00", FIRST_MOMENT],
    ["9999-12-31T23:59:59Z", 253402300799],
  ])("%s is the moment %i", (text, moment) => {
    expect(momentOf(text)).toBe(moment);
  });

  it.each([
    ["2026-10-25T01:30", "2026-10-25T00:30:00Z", "happens twice: the earlier"],
    ["2026-10-25T01:30+00:00", "2026-10-25T01:30:00Z", "with its offset, the later"],
    ["2026-10-25T00:59:59", "2026-10-24T23:59:59Z", "the last second before the repeated hour"],
    ["2026-10-25T02:00", "2026-10-25T02:00:00Z", "the first minute after the repeated hour"],
    ["2026-03-29T01:30", "2026-03-29T01:30:00Z", "never happens: an hour forward, 02:30 in summer time"],
    ["2026-03-29T00:59:59", "2026-03-29T00:59:59Z", "the last second before the skipped hour"],
    ["2026-03-29T02:00", "2026-03-29T01:00:00Z", "the first minute after the skipped hour"],
  ])("%s is %s (%s)", (text, utc, _why) => {
    expect(momentOf(text)).toBe(Date.parse(utc) / 1000);
  });

  it.each([
    ["", "nothing"],
    ["2026-03-16", "no time"],
    ["2026-03-16T08", "no minutes"],
    ["08:00", "no day"],
    ["2026-03-16T8:00", "an hour of one digit"],
    ["2026-3-16T08:00", "a month of one digit"],
    ["26-03-16T08:00:00", "a year of two digits"],
    ["2026-03-16T08:0", "minutes of one digit"],
    ["2026-03-16T08:00:0", "seconds of one digit"],
    ["2026-03-16T08:00:", "a colon and no seconds"],
    ["2026-03-16T24:00", "24:00"],
    ["2026-03-16T25:00:00Z", "25 hours"],
    ["2026-03-16T08:60", "60 minutes"],
    ["2026-03-16T08:00:60", "60 seconds, a leap second too"],
    ["2026-00-16T08:00", "month 0"],
    ["2026-13-16T08:00", "month 13"],
    ["2026-03-00T08:00", "day 0"],
    ["2026-03-32T08:00", "32 March"],
    ["2026-02-30T08:00", "30 February"],
    ["2026-02-29T08:00", "29 February in a common year"],
    ["2100-02-29T08:00", "29 February in 2100"],
    ["2026-04-31T08:00", "31 April"],
    ["2026-03-16t08:00", "a lower-case t"],
    ["2026-03-16T08:00z", "a lower-case z"],
    ["2026-03-16 08:00", "a space for the T"],
    [" 2026-03-16T08:00", "a space before"],
    ["2026-03-16T08:00 ", "a space after"],
    ["2026-03-16T08:00 Z", "a space before the Z"],
    ["2026-03-16T08:00:00.5Z", "a fraction"],
    ["2026-03-16T08:00:00,5", "a fraction with a comma"],
    ["2026-03-16T08:00.5", "a fraction of a minute"],
    ["2026-03-16T08:00:00ZZ", "two Zs"],
    ["2026-03-16T08:00:00BST", "a zone's name"],
    ["2026-03-16T08:00:00[Europe/London]", "a zone in brackets"],
    ["2026-03-16T08:00+01:00[Europe/London]", "an offset and a zone in brackets"],
    ["2026-03-16T08:00x", "a trailing letter"],
    ["2026-03-16T08:00+0100", "an offset without a colon"],
    ["2026-03-16T08:00+01", "an offset without minutes"],
    ["2026-03-16T08:00+1:00", "an offset hour of one digit"],
    ["2026-03-16T08:00+24:00", "an offset of 24 hours"],
    ["2026-03-16T08:00+01:60", "an offset of 60 minutes"],
    ["2026-03-16T08:00+01:00:00", "an offset with seconds"],
    ["2026-03-16T08:00+01:00Z", "an offset and a Z"],
    ["2026-03-16T08:00−01:00", "a typographic minus"],
    ["2026.03.16T08.00", "points"],
    ["20260316T0800", "the basic form"],
    ["16/03/2026 08:00", "the day first"],
    ["2026-03-16T08:00\u0130", "a letter beyond the bytes"],
    ["２026-03-16T08:00", "a full-width digit"],
    ["+02026-03-16T08:00", "a signed year"],
    ["-2026-03-16T08:00", "a negative year"],
    ["1995-12-31T23:59:59Z", "the last second before 1996"],
    ["1995-12-31T23:59", "1995 on the clock"],
    ["1996-01-01T00:59+01:00", "1996 by its offset, 1995 in UTC"],
    ["0000-00-00T00:00", "zeros"],
  ])("%j is no time: %s", (text, _why) => {
    expect(() => momentOf(text)).toThrow(refusal("time", JSON.stringify(text)));
  });

  it("every hour, minute and second of two digits is read exactly when a clock has it", () => {
    const twoDigits = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, "0"));
    const readable = (text: string): boolean => {
      try {
        return momentOf(text) > 0;
      } catch {
        return false;
      }
    };
    expect(twoDigits.filter((hour) => readable(`2026-03-16T${hour}:00`))).toEqual(twoDigits.slice(0, 24));
    expect(twoDigits.filter((minute) => readable(`2026-03-16T08:${minute}`))).toEqual(twoDigits.slice(0, 60));
    expect(twoDigits.filter((second) => readable(`2026-03-16T08:00:${second}Z`))).toEqual(twoDigits.slice(0, 60));
    expect(twoDigits.filter((hour) => readable(`2026-03-16T08:00+${hour}:00`))).toEqual(twoDigits.slice(0, 24));
    expect(twoDigits.filter((minute) => readable(`2026-03-16T08:00-01:${minute}`))).toEqual(twoDigits.slice(0, 60));
  });

  it("with any offset names the moment that Temporal reads in it", () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -23, max: 23 }), fc.integer({ min: 0, max: 59 }), (at, hours, minutes) => {
        const offset = `${hours < 0 ? "-" : "+"}${String(Math.abs(hours)).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        const text = Temporal.Instant.fromEpochMilliseconds(at * 1000).toString({ timeZone: offset, smallestUnit: "second" });
        fc.pre(text >= "1996");
        expect(momentOf(text)).toBe(at);
      }),
    );
  });
});

describe("objects", () => {
  it("a Moment, a Date, an Instant and a ZonedDateTime in any zone are the same moment, cut to the whole second", () => {
    const zones = fc.constantFrom("Europe/London", "UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "+05:45");
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 999 }), zones, (at, milliseconds, zone) => {
        const time = at * 1000 + milliseconds;
        const instant = Temporal.Instant.fromEpochMilliseconds(time);
        expect([momentOf(new Date(time)), momentOf(instant), momentOf(instant.toZonedDateTimeISO(zone)), momentOf(at as TimeInput)]).toEqual([at, at, at, at]);
      }),
    );
  });

  it("a PlainDateTime is London wall time, as its text is", () => {
    const clock = fc.record({
      year: fc.integer({ min: 1996, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      second: fc.integer({ min: 0, max: 59 }),
      millisecond: fc.integer({ min: 0, max: 999 }),
    });
    fc.assert(
      fc.property(clock, (fields) => {
        const plain = Temporal.PlainDateTime.from(fields);
        expect(momentOf(plain)).toBe(momentOf(plain.toString({ smallestUnit: "second", roundingMode: "floor" })));
        expect(momentOf(plain)).toBe(Math.floor(plain.toZonedDateTime("Europe/London").epochMilliseconds / 1000));
      }),
    );
  });

  it("a PlainDateTime that happens twice is the earlier, one that never happens an hour forward", () => {
    expect(momentOf(Temporal.PlainDateTime.from("2026-10-25T01:30"))).toBe(momentOf("2026-10-25T00:30Z"));
    expect(momentOf(Temporal.PlainDateTime.from("2026-03-29T01:30"))).toBe(momentOf("2026-03-29T01:30Z"));
  });

  it("are refused before 1996, and accepted from its first second", () => {
    expect(momentOf(new Date(FIRST_MOMENT * 1000))).toBe(FIRST_MOMENT);
    expect(() => momentOf(new Date(FIRST_MOMENT * 1000 - 1))).toThrow(refusal("time", "an object"));
    expect(momentOf(Temporal.PlainDateTime.from("1996-01-01T00:00"))).toBe(FIRST_MOMENT);
    expect(() => momentOf(Temporal.PlainDateTime.from("1995-12-31T23:59:59"))).toThrow(refusal("time", "an object"));
    expect(momentOf(FIRST_MOMENT as TimeInput)).toBe(FIRST_MOMENT);
    expect(() => momentOf((FIRST_MOMENT - 1) as TimeInput)).toThrow(refusal("time", "820454399"));
  });

  const noon = { year: 2026, month: 3, day: 16, hour: 12, minute: 0, second: 0 };
  it.each([
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["true", true, "true"],
    ["a bigint", 1782892800n, "1782892800"],
    ["NaN", Number.NaN, "NaN"],
    ["a fraction of a second", 1782892800.5, "1782892800.5"],
    ["infinity", Infinity, "Infinity"],
    ["an invalid Date", new Date(Number.NaN), "an object"],
    ["an object without a time", {}, "an object"],
    ["an array", ["2026-03-16T08:00"], "an array"],
    ["a function", () => 0, "a function"],
    ["a PlainDate", Temporal.PlainDate.from("2026-03-16"), "an object"],
    ["a PlainTime", Temporal.PlainTime.from("08:00"), "an object"],
    ["a PlainDateTime of another calendar", Temporal.PlainDateTime.from("2026-03-16T08:00").withCalendar("buddhist"), "an object"],
    ["30 February", { ...noon, month: 2, day: 30 }, "an object"],
    ["month 13", { ...noon, month: 13 }, "an object"],
    ["hour 24", { ...noon, hour: 24 }, "an object"],
    ["half a minute", { ...noon, minute: 0.5 }, "an object"],
    ["a second of text", { ...noon, second: "x" }, "an object"],
    ["epoch milliseconds that are no number", { epochMilliseconds: "soon" }, "an object"],
  ])("%s is no time", (_what, value, shown) => {
    expect(() => momentOf(value as unknown as TimeInput)).toThrow(refusal("time", shown));
  });

  it("the refusal names the caller's field", () => {
    expect(() => momentOf("later", "plannedEnd")).toThrow(refusal("plannedEnd", '"later"'));
  });
});
