import { describe, expect, it } from "vitest";
import { contractOf } from "../../src/rules/contracts.js";
import { assessed, clause, payingCouncil, visit } from "./paying-council.js";

// R1: a table of rows {from, to, becomes} attached to a contract, unique name, the value before rounding kept beside the
// rounded one, and a per-visit switch to ignore rounding.
const council = payingCouncil("rows-with-a-switch-council", {
  contracts: {
    "day-care-rows": {
      paidMinutes: clause({
        kind: "rows",
        partMinutes: "dropped",
        roundingSwitch: "by-visit",
        rows: [
          { from: 0, to: 20, becomes: 15 },
          { from: 21, to: 35, becomes: 30 },
          { from: 36, to: "open", becomes: 45 },
        ],
        filling: [],
        zeroMinutes: "unpaid",
        beyond: { kind: "open-row" },
      }),
    },
  },
});
const contract = contractOf(council, "day-care-rows");
const lineOf = (logs: string, facts = {}) => assessed(contract, visit("2026-03-16", "09:00-10:00", [logs], facts)).payment.lines[0]!;

describe("R1: rows attached to a contract, with a switch per visit", () => {
  it.each([
    ["09:00-09:01", 1, 15],
    ["09:00-09:20", 20, 15],
    ["09:00-09:21", 21, 30],
    ["09:00-09:35", 35, 30],
    ["09:00-09:36", 36, 45],
    ["09:00-11:00", 120, 45],
  ])("%s: %i minutes before rounding are kept beside the %i paid", (logs, minutes, banded) => {
    expect(lineOf(logs)).toMatchObject({ kind: "paid", minutes, banded, minutesPaid: banded });
  });

  it("a visit that is marked ignores rounding, and one that is marked not to does not", () => {
    expect(lineOf("09:00-09:22", { ignoresRounding: true })).toMatchObject({ minutes: 22, minutesPaid: 22, row: { from: 22, to: 22, becomes: 22 } });
    expect(lineOf("09:00-09:22", { ignoresRounding: false })).toMatchObject({ minutes: 22, minutesPaid: 30, row: { from: 21, to: 35, becomes: 30 } });
  });

  it("a marked visit of 0 whole minutes is paid nothing", () => {
    expect(lineOf("09:00:00-09:00:59", { ignoresRounding: true })).toMatchObject({ kind: "unpaid", reason: "row-pays-nothing", minutes: 0 });
  });

  it("a contract of another name is refused, with the nearest", () => {
    expect(() => contractOf(council, "day-care-row")).toThrow('contractOf: rows-with-a-switch-council must have that contract, got "day-care-row". Did you mean "day-care-rows"?');
  });

  it("the council without its contract pays by the minute, and the mark has no meaning there", () => {
    expect(assessed(council, visit("2026-03-16", "09:00-10:00", ["09:00-09:22"], { ignoresRounding: true })).payment.minutesPaid).toBe(22);
  });
});
