import { describe, expect, it } from "vitest";
import { bandFor, gapsOf, holesIn, leicester, nextBand, paidMinutesFor } from "../../src/index.js";
import { after, assessed, log, min, restingOn, there } from "./visits.ts";

const version = leicester.paidMinutes.versions[0]!;

/** Minutes paid for so many minutes there. */
function paid(minutes: number, choices: Record<string, string> = {}): number {
  return there(min(minutes), choices).payment.minutesPaid;
}

describe("“We pay in bands” (Q16)", () => {
  it("the quotation stands in the data", () => {
    expect(version.source).toMatchObject({
      clause: "Q16",
      quote:
        "We pay in bands – calls of up to 25 minutes are paid for 15 minutes, calls of 26 to 40 minutes are paid for 30 minutes, calls of 41 minutes to 55 minutes are paid at 45 minutes and calls over 56 minutes are paid for an hour.",
    });
  });

  it("calls of up to 25 minutes are paid for 15 minutes", () => {
    expect([1, 15, 24, 25, 26].map((minutes) => paid(minutes))).toEqual([15, 15, 15, 15, 30]);
  });

  it("calls of 26 to 40 minutes are paid for 30 minutes", () => {
    expect([25, 26, 27, 39, 40, 41].map((minutes) => paid(minutes))).toEqual([15, 30, 30, 30, 30, 45]);
  });

  it("calls of 41 minutes to 55 minutes are paid at 45 minutes", () => {
    expect([40, 41, 42, 54, 55, 56].map((minutes) => paid(minutes))).toEqual([30, 45, 45, 45, 45, 60]);
  });

  it("calls over 56 minutes are paid for an hour", () => {
    expect([57, 58, 59, 60, 61, 70].map((minutes) => paid(minutes))).toEqual([60, 60, 60, 60, 60, 60]);
  });

  it("56 minutes: the text says “over 56”; read as 56 and over", () => {
    expect(there(min(55, 59)).payment.minutesPaid).toBe(45);
    expect(paid(56)).toBe(60);
  });

  it("as written, exactly 56 minutes have no row, and nothing else lacks one", () => {
    expect(gapsOf(version.rows)).toEqual([{ from: 56, to: 56 }]);
    expect(holesIn({ ...version, filling: [] })).toEqual([{ from: 56, to: 56 }]);
    expect(bandFor(56, version.rows)).toEqual({ kind: "hole", gap: { from: 56, to: 56 } });
    expect(holesIn(version)).toEqual([]);
  });

  it("the row that was used and the next length paid otherwise are said with each line", () => {
    expect(there(min(40)).payment.lines).toEqual([
      {
        kind: "paid", carer: "C1", measured: "logged", from: after(0).getTime() / 1000, to: after(min(40)).getTime() / 1000,
        minutes: 40, banded: 30, minutesPaid: 30, row: { from: 26, to: 40, becomes: 30 }, next: { inMinutes: 1, minutesPaid: 45 }, amount: "7.005",
      },
    ]);
  });
});

describe("reading part-minutes: 25:30, 40:30 and 55:30 are in none of the bands", () => {
  it.each([
    { choice: "dropped", paid: [15, 15, 15, 30, 30, 45, 45] },
    { choice: "nearest", paid: [15, 15, 30, 30, 45, 45, 60] },
    { choice: "up", paid: [15, 30, 30, 30, 45, 60, 60] },
  ])("$choice: 25:00, 25:29, 25:30, 26:00, 40:30, 55:29, 55:30 pay $paid", ({ choice, paid: expected }) => {
    const lengths = [min(25), min(25, 29), min(25, 30), min(26), min(40, 30), min(55, 29), min(55, 30)];
    // 55:29 is dropped and to the nearest 55 minutes, up it is 56.
    expect(lengths.map((seconds) => there(seconds, { "part-minutes": choice }).payment.minutesPaid)).toEqual(expected);
  });

  it("clock minutes: log-in and log-out are each cut to the minute, so 25 minutes and 2 seconds may show 26", () => {
    const between = (logIn: number, logOut: number): number =>
      assessed({ plannedEnd: after(min(60)), attendances: [log("C1", logIn, logOut)] }, { "part-minutes": "clock-minutes" }).payment.minutesPaid;
    expect(between(59, min(26, 1))).toBe(30); // 08:00:59 to 08:26:01 shows 08:00 to 08:26
    expect(between(59, min(25, 59))).toBe(15); // 08:00:59 to 08:25:59 shows 25 minutes
    expect(between(0, min(26) - 1)).toBe(15); // 08:00:00 to 08:25:59 shows 25 minutes
  });

  it("a call rests on it where another way would pay otherwise", () => {
    expect(restingOn(there(min(25, 1)))).toContain("part-minutes");
    expect(restingOn(there(min(25)))).not.toContain("part-minutes");
    expect(restingOn(there(min(24, 59)))).not.toContain("part-minutes");
  });
});

describe("reading exactly-56", () => {
  it.each([
    { choice: "hour", minutesPaid: 60 },
    { choice: "forty-five", minutesPaid: 45 },
    { choice: "unpaid", minutesPaid: 0 },
  ])("$choice: 56 minutes pay $minutesPaid; 55 and 57 are as before", ({ choice, minutesPaid }) => {
    expect([55, 56, 57].map((minutes) => paid(minutes, { "exactly-56": choice }))).toEqual([45, minutesPaid, 60]);
  });

  it("unpaid, as literally written: the line says that its row pays nothing", () => {
    expect(there(min(56), { "exactly-56": "unpaid" }).payment.lines).toEqual([{ kind: "unpaid", carer: "C1", reason: "row-pays-nothing", minutes: 56 }]);
  });

  it("a call rests on it at 56 minutes and nowhere near", () => {
    expect([55, 56, 57].map((minutes) => restingOn(there(min(minutes))).includes("exactly-56"))).toEqual([false, true, false]);
  });
});

describe("reading beyond-the-hour", () => {
  it("steps (adopted): 56 to 70 pays 60, 71 to 85 pays 75, 86 to 100 pays 90 and so on", () => {
    expect([56, 70, 71, 85, 86, 100, 101, 115, 116].map((minutes) => paid(minutes))).toEqual([60, 60, 75, 75, 90, 90, 105, 105, 120]);
    expect(paidMinutesFor(100, version)).toEqual({ kind: "paid", minutesPaid: 90, row: { from: 86, to: 100, becomes: 90 } });
    expect(paidMinutesFor(70, version)).toEqual({ kind: "paid", minutesPaid: 60, row: { from: 57, to: 70, becomes: 60 } });
  });

  it("cap: an hour is the most, as literally written", () => {
    expect([57, 70, 71, 600, 1440, 2000].map((minutes) => paid(minutes, { "beyond-the-hour": "cap" }))).toEqual([60, 60, 60, 60, 60, 60]);
    expect(nextBand(57, { ...version, beyond: { kind: "open-row" } })).toBeNull();
  });

  it("whole hours: whole hours plus the band of the rest, a rest of 0 adding nothing", () => {
    expect([57, 59, 60, 61, 85, 86, 100, 101, 115, 117, 119, 120, 121].map((minutes) => paid(minutes, { "beyond-the-hour": "whole-hours" }))).toEqual([
      60, 60, 60, 75, 75, 90, 90, 105, 105, 120, 120, 120, 135,
    ]);
  });

  it("whole hours: a rest of exactly 56 is read as exactly 56 is", () => {
    const at116 = (choice: string): number => paid(116, { "beyond-the-hour": "whole-hours", "exactly-56": choice });
    expect([at116("hour"), at116("forty-five"), at116("unpaid")]).toEqual([120, 105, 60]);
  });

  it("a call rests on it from 61 minutes on, where whole hours first pay otherwise, not at 60", () => {
    expect([57, 60, 61, 70, 71].map((minutes) => restingOn(there(min(minutes))).includes("beyond-the-hour"))).toEqual([false, false, true, true, true]);
  });
});

describe("reading zero-minutes: “up to 25 minutes” has no lower end", () => {
  it("first row (adopted): 0 whole minutes are paid for 15", () => {
    expect([0, 59, 60].map((seconds) => there(seconds).payment.minutesPaid)).toEqual([15, 15, 15]);
  });

  it("unpaid: 0 whole minutes are not paid, 1 minute is", () => {
    expect([0, 59, 60].map((seconds) => there(seconds, { "zero-minutes": "unpaid" }).payment.minutesPaid)).toEqual([0, 0, 15]);
    expect(there(59, { "zero-minutes": "unpaid" }).payment.lines).toEqual([{ kind: "unpaid", carer: "C1", reason: "row-pays-nothing", minutes: 0 }]);
  });

  it("unpaid does not touch a rest of 0 past the hour", () => {
    expect(paid(120, { "zero-minutes": "unpaid", "beyond-the-hour": "whole-hours" })).toBe(120);
  });

  it("a call rests on it at 0 whole minutes only", () => {
    expect([0, 59, 60].map((seconds) => restingOn(there(seconds)).includes("zero-minutes"))).toEqual([true, true, false]);
  });
});
