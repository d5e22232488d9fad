import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupMinutes } from "../../src/payment/group.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import { lookUp, paidMinutesTable } from "../../src/payment/paid-minutes-table.js";

const noLimit = { most: "no-limit" } as const;
const line = (minutes: number, planned = 30) => ({ seconds: minutes * 60, planned });
const tables: readonly PaidMinutesTerms[] = [
  { kind: "complete-units", partMinutes: "dropped", unit: 60 },
  { kind: "increments", partMinutes: "dropped", minutes: 15, round: "nearest-half-up" },
  { kind: "increments", partMinutes: "dropped", minutes: 5, round: "up" },
  { kind: "exact-minutes", partMinutes: "dropped" },
];

describe("a finished group", () => {
  it.each(tables)("%j: what its lines complete adds up to what the whole is paid, and what is carried is what is left", (terms) => {
    const table = paidMinutesTable(terms);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 }), (lengths) => {
        const total = lengths.reduce((sum, minutes) => sum + minutes, 0);
        const group = groupMinutes(lengths.map((minutes) => line(minutes)), noLimit, table);
        expect(group.minutes).toBe(total);
        const paid = lookUp(total, table);
        expect(group.kind === "paid" ? group.minutesPaid : group.reason).toBe(paid === 0 ? "row-pays-nothing" : paid);
        const steps = group.kind === "paid" ? group.steps! : [{ minutesPaid: 0, carried: total }];
        expect(steps.reduce((sum, step) => sum + step.minutesPaid, 0)).toBe(paid);
        expect(steps.at(-1)!.carried).toBe(total - paid);
        expect(steps.every((step) => step.minutesPaid >= 0)).toBe(true);
      }),
    );
  });

  it("rows with a hole in the middle answer for the whole, and share nothing out", () => {
    const table = paidMinutesTable({ kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: 20, becomes: 15 }, { from: 30, to: "open", becomes: 30 }], filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } });
    expect(groupMinutes([line(25), line(25)], noLimit, table)).toEqual({ kind: "paid", minutes: 50, minutesPaid: 30, steps: null });
    expect(groupMinutes([line(15), line(10)], noLimit, table)).toEqual({ kind: "unpaid", reason: "no-row", minutes: 25 });
  });

  it("rows that pay less for more share nothing out", () => {
    const table = paidMinutesTable({ kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: 20, becomes: 30 }, { from: 21, to: "open", becomes: 15 }], filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } });
    expect(groupMinutes([line(20), line(20)], noLimit, table)).toEqual({ kind: "paid", minutes: 40, minutesPaid: 15, steps: null });
  });

  it.each([["dropped", 23, 30], ["nearest", 23, 30], ["up", 23, 30]] as const)("seconds are added up before parts of minutes are %s", (partMinutes, minutes, minutesPaid) => {
    const table = paidMinutesTable({ kind: "increments", partMinutes, minutes: 15, round: "nearest-half-up" });
    const visits = [460, 460, 460].map((seconds) => ({ seconds, planned: 15 }));
    expect(groupMinutes(visits, noLimit, table)).toMatchObject({ minutes, minutesPaid, steps: partMinutes === "dropped" ? [{ minutesPaid: 0, carried: 7 }, { minutesPaid: 15, carried: 0 }, { minutesPaid: 15, carried: -7 }] : expect.anything() });
  });

  it.each([["dropped", 22], ["nearest", 22], ["up", 23]] as const)("parts of a minute of the sum are %s once", (partMinutes, minutes) => {
    const table = paidMinutesTable({ kind: "exact-minutes", partMinutes });
    expect(groupMinutes([460, 460, 420].map((seconds) => ({ seconds, planned: 15 })), noLimit, table)).toMatchObject({ minutes, minutesPaid: minutes });
  });

  it("the most is that of all its lines together, and the least", () => {
    const table = paidMinutesTable({ kind: "exact-minutes", partMinutes: "dropped" });
    expect(groupMinutes([line(20), line(45)], { most: "planned-length" }, table)).toMatchObject({ minutes: 65, minutesPaid: 60, steps: [{ minutesPaid: 20, carried: 0 }, { minutesPaid: 40, carried: 5 }] });
    expect(groupMinutes([line(20), line(20)], { most: { kind: "minutes", minutes: 30 } }, table)).toMatchObject({ minutesPaid: 30 });
    expect(groupMinutes([line(5), line(20)], { most: "no-limit", least: { of: { kind: "minutes", minutes: 15 }, whereNothing: "the-least" } }, table)).toMatchObject({ minutesPaid: 25, steps: [{ minutesPaid: 15, carried: -10 }, { minutesPaid: 10, carried: 0 }] });
  });
});
