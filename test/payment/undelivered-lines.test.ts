import { describe, expect, it } from "vitest";
import type { VisitKind } from "../../src/index.js";
import { log } from "../assessment/stays.ts";
import { linesOf, logged, planned, unpaid } from "./lines.ts";

const min = (minutes: number, seconds = 0): number => minutes * 60 + seconds;
const logs = [log("A", 0, min(41))];

const NOT_PAID: { kind: VisitKind; reason: Parameters<typeof unpaid>[1] }[] = [
  { kind: { kind: "missed", reason: "unexplained" }, reason: "not-attended" },
  { kind: { kind: "missed", reason: "provider-failure" }, reason: "not-attended" },
  { kind: { kind: "missed", reason: "past-threshold" }, reason: "past-threshold" },
  { kind: { kind: "not-required", outcome: "suspended" }, reason: "not-required" },
  { kind: { kind: "undetermined", reason: "unexplained" }, reason: "undetermined" },
  { kind: { kind: "undetermined", reason: "log-in-missing" }, reason: "undetermined" },
  { kind: { kind: "undetermined", reason: "attended-and-not-delivered" }, reason: "undetermined" },
  { kind: { kind: "undetermined", reason: "no-rule-in-force" }, reason: "no-rule-in-force" },
];

describe("a visit for which nothing is paid has one line that says why, without a carer", () => {
  it.each(NOT_PAID)("$kind: $reason, whatever is paid for excused visits", ({ kind, reason }) => {
    for (const undelivered of ["nothing", "excused-planned-length"] as const) {
      for (const notCompletedPays of ["time-there", "nothing", "planned-length"] as const) {
        expect(linesOf({ kind, logs, carersRequired: 2, basis: { undelivered }, notCompletedPays })).toEqual([unpaid(null, reason)]);
      }
    }
  });
});

describe("an excused visit that nobody attended", () => {
  const kind: VisitKind = { kind: "excused", outcome: "hospital", attended: false };

  it("pays nothing, whatever is paid for visits not completed", () => {
    for (const notCompletedPays of ["time-there", "nothing", "planned-length"] as const) {
      expect(linesOf({ kind, carersRequired: 2, notCompletedPays })).toEqual([unpaid(null, "not-attended")]);
    }
  });

  it("or pays its planned length through the table, once for each carer required", () => {
    const basis = { undelivered: "excused-planned-length" } as const;
    expect(linesOf({ kind, planned: min(41), basis })).toEqual([planned(min(41), 41, 45)]);
    expect(linesOf({ kind, planned: min(41), carersRequired: 3, basis, notCompletedPays: "nothing" })).toEqual(Array(3).fill(planned(min(41), 41, 45)));
  });
});

describe("a visit begun and not completed", () => {
  const kind: VisitKind = { kind: "excused", outcome: "aborted", attended: true };

  it("pays the time there, as for a delivered visit", () => {
    expect(linesOf({ kind, logs })).toEqual([logged("A", 0, min(41), 41, 45)]);
    expect(linesOf({ kind, logs: [...logs, log("B", 1, null)], carersRequired: 2, basis: { undelivered: "excused-planned-length" } })).toEqual([
      logged("A", 0, min(41), 41, 45),
      unpaid("B", "log-out-missing"),
    ]);
  });

  it("or nothing, as not completed", () => {
    expect(linesOf({ kind, logs, carersRequired: 2, notCompletedPays: "nothing", basis: { undelivered: "excused-planned-length" } })).toEqual([unpaid(null, "not-completed")]);
  });

  it("or the planned length, for as many carers as required, whoever came", () => {
    expect(linesOf({ kind, logs, planned: min(30), carersRequired: 2, notCompletedPays: "planned-length" })).toEqual([planned(min(30), 30, 30), planned(min(30), 30, 30)]);
  });
});

describe("a planned length", () => {
  const kind: VisitKind = { kind: "excused", outcome: "hospital", attended: false };
  const basis = { undelivered: "excused-planned-length" } as const;

  it.each([
    { partMinutes: "dropped", minutes: 25, banded: 15 },
    { partMinutes: "nearest", minutes: 26, banded: 30 },
    { partMinutes: "up", minutes: 26, banded: 30 },
    { partMinutes: "clock-minutes", minutes: 25, banded: 15 },
  ] as const)("of 25:30 is $minutes minutes with part-minutes read as $partMinutes", ({ partMinutes, minutes, banded }) => {
    expect(linesOf({ kind, planned: min(25, 30), basis, paidMinutes: { partMinutes } })).toEqual([planned(min(25, 30), minutes, banded)]);
  });

  it.each([0, -1, -600])("of %s seconds is none: said once for each carer required", (seconds) => {
    expect(linesOf({ kind, planned: seconds, carersRequired: 2, basis })).toEqual([unpaid(null, "no-planned-length"), unpaid(null, "no-planned-length")]);
  });

  it("of a second is 0 whole minutes, which the first row holds", () => {
    expect(linesOf({ kind, planned: 1, basis })).toEqual([planned(1, 0, 15)]);
    expect(linesOf({ kind, planned: 1, basis, paidMinutes: { zeroMinutes: "unpaid" } })).toEqual([{ ...unpaid(null, "row-pays-nothing", 0), measured: "planned" }]);
    expect(linesOf({ kind, planned: 1, basis: { ...basis, most: "planned-length" } })).toEqual([{ ...unpaid(null, "no-planned-length", 0), measured: "planned" }]);
  });

  it("is no more than itself where the planned length is the most that is paid", () => {
    expect(linesOf({ kind, planned: min(41), basis: { ...basis, most: "planned-length" } })).toEqual([planned(min(41), 41, 45, 41)]);
  });

  it("without a row is unpaid, and says how long it was", () => {
    expect(linesOf({ kind, planned: min(56), basis, paidMinutes: { filling: [] } })).toEqual([{ ...unpaid(null, "no-row", 56), measured: "planned" }]);
  });
});
