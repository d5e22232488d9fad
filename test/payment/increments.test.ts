import { describe, expect, it } from "vitest";
import { type Increments, reckonedRow } from "../../src/payment/increments.js";
import { type PaidMinutesTerms, paidMinutesFor } from "../../src/payment/paid-minutes.js";
import { lookUp, paidMinutesTable } from "../../src/payment/paid-minutes-table.js";

const ROUNDS = ["up", "down", "nearest-half-up", "nearest-half-down", "nearest-half-even"] as const satisfies readonly Increments["round"][];

/** The multiples of a step next to a length, and which of them a way of rounding takes: by distance, written apart from the library. */
function naively(minutes: number, step: number, round: Increments["round"]): number {
  const below = minutes - (minutes % step);
  const above = below === minutes ? below : below + step;
  if (round === "up") return above;
  if (round === "down") return below;
  if (minutes - below !== above - minutes) return minutes - below < above - minutes ? below : above;
  if (below === above || round === "nearest-half-down") return below;
  return round === "nearest-half-up" || (below / step) % 2 === 1 ? above : below;
}

describe("increments, walked whole", () => {
  it.each(ROUNDS)("%s: every length to six hours at every step to an hour", (round) => {
    const wrong: string[] = [];
    for (let step = 1; step <= 60; step++) {
      for (let minutes = 0; minutes <= 360; minutes++) {
        const { from, to, becomes } = reckonedRow(minutes, { kind: "increments", minutes: step, round });
        const last = Number(to);
        // The row is the longest stretch that is paid the same.
        const ends = [from, last].every((end) => naively(end, step, round) === becomes) && naively(last + 1, step, round) !== becomes && (from === 0 || naively(from - 1, step, round) !== becomes);
        if (becomes !== naively(minutes, step, round) || from > minutes || minutes > last || !ends) wrong.push(`${minutes} by ${step}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("tables without rows", () => {
  it.each([
    [{ kind: "increments", partMinutes: "dropped", minutes: 15, round: "nearest-half-up" }],
    [{ kind: "unit-or-part", partMinutes: "dropped", unit: 60, zeroMinutes: "unpaid" }],
    [{ kind: "complete-units", partMinutes: "dropped", unit: 60 }],
    [{ kind: "exact-minutes", partMinutes: "dropped" }],
  ] as const satisfies readonly (readonly [PaidMinutesTerms])[])("%j: the table says what the terms say, past its end too", (terms) => {
    const table = paidMinutesTable(terms);
    for (const minutes of [0, 1, 7, 8, 59, 60, 61, 1439, 1440, 1441, 5000]) {
      const band = paidMinutesFor(minutes, terms);
      expect(lookUp(minutes, table)).toBe(band.kind === "paid" ? band.minutesPaid : 0);
      expect(band.kind).toBe(lookUp(minutes, table) === 0 ? "pays-nothing" : "paid");
    }
  });

  it("the rows a table comes to", () => {
    expect(paidMinutesFor(0, { kind: "unit-or-part", partMinutes: "dropped", unit: 60, zeroMinutes: "a-unit" })).toEqual({ kind: "paid", minutesPaid: 60, row: { from: 0, to: 60, becomes: 60 } });
    expect(paidMinutesFor(0, { kind: "unit-or-part", partMinutes: "dropped", unit: 60, zeroMinutes: "unpaid" })).toEqual({ kind: "pays-nothing", row: { from: 0, to: 0, becomes: 0 } });
    expect(paidMinutesFor(59, { kind: "complete-units", partMinutes: "dropped", unit: 60 })).toEqual({ kind: "pays-nothing", row: { from: 0, to: 59, becomes: 0 } });
  });

  it.each([
    [{ kind: "increments", partMinutes: "dropped", minutes: 0, round: "up" }, "paidMinutes: minutes must be a whole number of minutes from 1, got 0"],
    [{ kind: "complete-units", partMinutes: "dropped", unit: 7.5 }, "paidMinutes: unit must be a whole number of minutes from 1, got 7.5"],
    [{ kind: "increment", partMinutes: "dropped" }, 'paidMinutes: kind must be that of a table, got "increment". Did you mean "increments"?'],
    [{ kind: "rows", partMinutes: "dropped", rows: [], filling: [], zeroMinutes: "unpaid", beyond: { kind: "steps", from: 60, becomes: 60, every: 0, adds: 15 } }, "paidMinutes: what is beyond the rows must be whole minutes from 0, steps and units at least 1 minute long"],
  ])("%j is refused by name", (terms, message) => {
    expect(() => paidMinutesTable(terms as PaidMinutesTerms)).toThrow(message);
  });

  it("steps and units of one minute are a table", () => {
    expect(paidMinutesFor(7, { kind: "increments", partMinutes: "dropped", minutes: 1, round: "up" })).toMatchObject({ kind: "paid", minutesPaid: 7 });
    expect(paidMinutesFor(7, { kind: "complete-units", partMinutes: "dropped", unit: 1 })).toMatchObject({ kind: "paid", minutesPaid: 7 });
    for (const terms of [{ kind: "increments", partMinutes: "dropped", minutes: 1, round: "up" }, { kind: "complete-units", partMinutes: "dropped", unit: 1 }] as const) expect(() => paidMinutesTable(terms)).not.toThrow();
  });
});
