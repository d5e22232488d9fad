import { describe, expect, it } from "vitest";
import { minutesPaidOver, plannedMinutes } from "../../src/payment/line.js";
import { at, log } from "../assessment/stays.ts";
import { linesOf, logged, planned, unpaid } from "./lines.ts";

const min = (minutes: number, seconds = 0): number => minutes * 60 + seconds;

describe("lines of logged time, each carer by themselves", () => {
  it("one line a carer: from the first log-in to the last log-out, the minutes before and after the table", () => {
    expect(linesOf({ carersRequired: 2, logs: [log("A", 0, min(26)), log("B", min(5), min(60, 59))] })).toEqual([
      logged("A", 0, min(26), 26, 30),
      logged("B", min(5), min(60, 59), 55, 45),
    ]);
  });

  it.each([
    { says: "touching", logs: [log("A", 0, min(20)), log("A", min(20), min(41))], minutes: 41, banded: 45, to: min(41) },
    { says: "overlapping", logs: [log("A", 0, min(30)), log("A", min(10), min(40))], minutes: 40, banded: 30, to: min(40) },
    { says: "one inside the other", logs: [log("A", 0, min(40)), log("A", min(10), min(20))], minutes: 40, banded: 30, to: min(40) },
    { says: "apart", logs: [log("A", min(60), min(80)), log("A", 0, min(6))], minutes: 26, banded: 30, to: min(80) },
    { says: "twice the same", logs: [log("A", 0, min(25)), log("A", 0, min(25))], minutes: 25, banded: 15, to: min(25) },
  ])("a carer's logs $says are joined to $minutes minutes", ({ logs, minutes, banded, to }) => {
    expect(linesOf({ logs })).toEqual([logged("A", 0, to, minutes, banded)]);
  });

  it("each log by itself: one line a log, in order of log-in, overlapping time paid in each", () => {
    expect(linesOf({ logs: [log("A", min(10), min(36)), log("A", 0, min(20))], basis: { sameCarer: "each-log" } })).toEqual([
      logged("A", 0, min(20), 20, 15),
      logged("A", min(10), min(36), 26, 30),
    ]);
  });

  it("a carer with a log-out missing in any log is not payable, in none of them", () => {
    for (const sameCarer of ["joined", "each-log"] as const) {
      expect(linesOf({ kind: { kind: "open" }, logs: [log("A", 0, min(20)), log("A", min(30), null)], basis: { sameCarer } })).toEqual([unpaid("A", "log-out-missing")]);
    }
  });

  it("no carer who came is left out: surplus ones stand in their order, unpaid", () => {
    const logs = [log("C", 60, min(30)), log("b", 0, min(30)), log("a", 0, min(30)), log("B", 0, null)];
    expect(linesOf({ kind: { kind: "open" }, logs })).toEqual([
      unpaid("B", "log-out-missing"),
      unpaid("a", "surplus-carer"),
      unpaid("b", "surplus-carer"),
      unpaid("C", "surplus-carer"),
    ]);
    expect(linesOf({ kind: { kind: "open" }, carersRequired: 2, logs })[1]).toEqual(logged("a", 0, min(30), 30, 30));
    expect(linesOf({ kind: { kind: "open" }, carersRequired: 3, logs }).map(({ kind }) => kind)).toEqual(["unpaid", "paid", "paid", "unpaid"]);
    expect(linesOf({ kind: { kind: "open" }, logs, basis: { surplusCarers: "all" } })).toEqual([
      unpaid("B", "log-out-missing"),
      logged("a", 0, min(30), 30, 30),
      logged("b", 0, min(30), 30, 30),
      logged("C", 60, min(30), 29, 30),
    ]);
  });

  it("a length without a row is unpaid and says how long it was; so is one whose row pays nothing", () => {
    expect(linesOf({ logs: [log("A", 0, min(56))], paidMinutes: { filling: [] } })).toEqual([unpaid("A", "no-row", 56)]);
    expect(linesOf({ logs: [log("A", 0, min(56))], paidMinutes: { filling: [{ from: 50, to: 56, becomes: 60 }] } })).toEqual([logged("A", 0, min(56), 56, 60)]);
    expect(linesOf({ logs: [log("A", 0, min(55))], paidMinutes: { filling: [{ from: 50, to: 56, becomes: 60 }] } })).toEqual([unpaid("A", "no-row", 55)]);
    expect(linesOf({ logs: [log("A", 0, 59)], paidMinutes: { zeroMinutes: "unpaid" } })).toEqual([unpaid("A", "row-pays-nothing", 0)]);
  });

  it("past a day, lengths are reckoned as well", () => {
    expect(linesOf({ logs: [log("A", 0, min(1500))] })).toEqual([logged("A", 0, min(1500), 1500, 1500)]);
  });
});

describe("the visit once", () => {
  const once = { per: "visit" } as const;

  it("one line without a carer: the time at least one was there, from the first log-in to the last log-out", () => {
    expect(linesOf({ carersRequired: 2, logs: [log("B", min(10), min(41)), log("A", 0, min(20))], basis: once })).toEqual([logged(null, 0, min(41), 41, 45)]);
    expect(linesOf({ carersRequired: 1, logs: [log("A", 0, min(40)), log("B", min(5), min(10))], basis: once })).toEqual([logged(null, 0, min(40), 40, 30)]);
    expect(linesOf({ carersRequired: 1, logs: [log("A", 0, min(10)), log("B", min(30), min(46))], basis: once })).toEqual([logged(null, 0, min(46), 26, 30)]);
  });

  it("is not payable while any log-out is missing", () => {
    expect(linesOf({ kind: { kind: "open" }, logs: [log("A", 0, min(40)), log("B", min(5), null)], basis: once })).toEqual([unpaid(null, "log-out-missing")]);
  });
});

describe("no more than the planned length", () => {
  const cap = { most: "planned-length" } as const;

  it.each([
    { planned: min(45), paid: 45 },
    { planned: min(44, 59), paid: 44 },
    { planned: min(30), paid: 30 },
    { planned: min(1), paid: 1 },
    { planned: min(60), paid: 45 },
  ])("41 minutes of $planned planned seconds are banded to 45 and paid $paid", ({ planned, paid }) => {
    expect(linesOf({ planned, logs: [log("A", 0, min(41))], basis: cap })).toEqual([logged("A", 0, min(41), 41, 45, paid)]);
  });

  it.each([59, 0, -60])("with %s planned seconds there is no length to go by; what pays nothing or has no row says that first", (planned) => {
    expect(linesOf({ planned, logs: [log("A", 0, min(41))], basis: cap })).toEqual([unpaid("A", "no-planned-length", 41)]);
    expect(linesOf({ planned, logs: [log("A", 0, 1)], basis: cap, paidMinutes: { zeroMinutes: "unpaid" } })).toEqual([unpaid("A", "row-pays-nothing", 0)]);
    expect(linesOf({ planned, logs: [log("A", 0, min(56))], basis: cap, paidMinutes: { filling: [] } })).toEqual([unpaid("A", "no-row", 56)]);
  });

  it("planned minutes are whole ones, the rest dropped", () => {
    expect([-1, 0, 59, 60, 119, 120].map((seconds) => plannedMinutes({ plannedStart: at(0), plannedEnd: at(seconds) }))).toEqual([-1, 0, 0, 1, 1, 2]);
  });

  it("holds for every carer, every log and the visit paid once", () => {
    const logs = [log("A", 0, min(41)), log("B", 0, min(90))];
    expect(linesOf({ planned: min(40), carersRequired: 2, logs, basis: cap })).toEqual([logged("A", 0, min(41), 41, 45, 40), logged("B", 0, min(90), 90, 90, 40)]);
    expect(linesOf({ planned: min(40), carersRequired: 2, logs, basis: { ...cap, per: "visit" } })).toEqual([logged(null, 0, min(90), 90, 90, 40)]);
  });
});

describe("minutes paid over lines", () => {
  it("are those of the paid ones", () => {
    expect(minutesPaidOver([logged("A", 0, min(41), 41, 45, 40), unpaid("B", "no-row", 56), planned(min(30), 30, 30)])).toBe(70);
    expect(minutesPaidOver([])).toBe(0);
    expect(minutesPaidOver([unpaid(null, "not-attended")])).toBe(0);
  });
});
