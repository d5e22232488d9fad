import { describe, expect, it } from "vitest";
import { OUTCOMES, type TimeLine, leicester } from "../../src/index.js";
import { after, assessed, documentOf, log, min, restingOn } from "./visits.ts";

const [version] = leicester.basis.versions;

/** Carer, whole minutes and minutes paid of each line; the reason where it is unpaid. */
function lines({ payment }: ReturnType<typeof assessed>): unknown[] {
  return payment.lines.map((line: TimeLine) => (line.kind === "paid" ? [line.carer, line.minutes, line.minutesPaid] : [line.carer, line.kind === "unpaid" ? line.reason : line.kind]));
}

describe("“Actual Hours” (Q15), “We use ECM.” (Q17)", () => {
  it("the quotations stand in the data", () => {
    expect(version!.source).toMatchObject({ clause: "Q15", quote: "Actual Hours" });
    expect(version!.alsoSee).toMatchObject([{ clause: "Q17", quote: "We use ECM." }]);
  });

  it("actual hours, not commissioned ones: the planned length does not matter", () => {
    for (const planned of [0, 15, 30, 600]) {
      expect(lines(assessed({ plannedEnd: after(min(planned)), attendances: [log("C1", min(2), min(43))] }))).toEqual([["C1", 41, 45]]);
    }
  });
});

describe("reading per-carer: the text does not say what a call for two carers is paid", () => {
  const visit = { carersRequired: 2, attendances: [log("A", 0, min(26)), log("B", min(5), min(41))] };

  it("each carer (adopted): each carer's attendance is banded and paid", () => {
    expect(lines(assessed(visit))).toEqual([["A", 26, 30], ["B", 36, 30]]);
    expect(assessed(visit).payment).toMatchObject({ minutesPaid: 60, amount: "14.01" });
  });

  it("visit once: the visit is banded once, by the time at least one carer was there", () => {
    const choices = { "per-carer": "visit-once" };
    expect(lines(assessed(visit, choices))).toEqual([[null, 41, 45]]);
    // An hour with nobody there between them is not counted.
    expect(lines(assessed({ ...visit, attendances: [log("A", 0, min(10)), log("B", min(70), min(86))] }, choices))).toEqual([[null, 26, 30]]);
    expect(lines(assessed({ ...visit, attendances: [log("A", 0, min(10)), log("B", min(70), null)] }, choices))).toEqual([[null, "log-out-missing"]]);
  });

  it("in a month, a visit paid once is one attendance, and one paid by carer is two", async () => {
    const rows = [{ visit: "V", carers: 2 }, { visit: "V", carers: 2, carer: "C2" }];
    expect((await documentOf(rows)).total.payment).toEqual({ attendances: 2, minutesPaid: 60, amount: "14.01" });
    expect((await documentOf(rows, { "per-carer": "visit-once" })).total.payment).toEqual({ attendances: 1, minutesPaid: 30, amount: "7.01" });
  });
});

describe("reading same-carer: the text does not say what several logs of one carer are", () => {
  const visit = { attendances: [log("A", 0, min(20)), log("A", min(10), min(26)), log("A", min(50), min(65))] };

  it("joined (adopted): their union is banded", () => {
    expect(lines(assessed(visit))).toEqual([["A", 41, 45]]);
  });

  it("each log: each is banded by itself", () => {
    expect(lines(assessed(visit, { "same-carer": "each-log" }))).toEqual([["A", 20, 15], ["A", 16, 15], ["A", 15, 15]]);
    expect(restingOn(assessed({ attendances: [log("A", 0, min(20)), log("A", min(20), min(40))] }))).not.toContain("same-carer");
    expect(restingOn(assessed({ attendances: [log("A", 0, min(20)), log("A", min(20), min(41))] }))).toContain("same-carer");
  });
});

describe("reading surplus-carers", () => {
  const visit = { carersRequired: 2, attendances: [log("C", 0, min(30)), log("D", 0, min(30)), log("B", 1, min(30)), log("A", 0, min(30))] };

  it("earliest (adopted): the earliest to log in are paid, as many as required, ties by carer id", () => {
    expect(lines(assessed(visit))).toEqual([["A", 30, 30], ["C", 30, 30], ["D", "surplus-carer"], ["B", "surplus-carer"]]);
  });

  it("all: every carer who came is paid", () => {
    expect(lines(assessed(visit, { "surplus-carers": "all" }))).toEqual([["A", 30, 30], ["C", 30, 30], ["D", 30, 30], ["B", 29, 30]]);
  });

  it("a carer with a log-in and no log-out is not payable, and keeps their place among the earliest", () => {
    const open = { carersRequired: 1, attendances: [log("A", 0, null), log("B", 1, min(30))] };
    expect(assessed(open).kind).toEqual({ kind: "open" });
    expect(lines(assessed(open))).toEqual([["A", "log-out-missing"], ["B", "surplus-carer"]]);
    expect(lines(assessed({ ...open, carersRequired: 2 }))).toEqual([["A", "log-out-missing"], ["B", 29, 30]]);
  });
});

describe("reading overrun: the text does not say whether a call longer than planned is paid in full", () => {
  const visit = { plannedEnd: after(min(30, 59)), attendances: [log("C1", 0, min(41))] };

  it("no cap (adopted): the 41 minutes are paid for 45", () => {
    expect(lines(assessed(visit))).toEqual([["C1", 41, 45]]);
  });

  it("cap: no more than the 30 planned minutes, after the band", () => {
    expect(lines(assessed(visit, { overrun: "cap" }))).toEqual([["C1", 41, 30]]);
    expect(assessed(visit, { overrun: "cap" }).payment.lines).toMatchObject([{ minutes: 41, banded: 45, minutesPaid: 30 }]);
    expect(lines(assessed({ ...visit, plannedEnd: after(min(45)) }, { overrun: "cap" }))).toEqual([["C1", 41, 45]]);
    expect(lines(assessed({ ...visit, plannedEnd: after(min(44, 59)) }, { overrun: "cap" }))).toEqual([["C1", 41, 44]]);
  });

  it("cap: without a planned minute there is no length to go by", () => {
    expect(lines(assessed({ ...visit, plannedEnd: after(min(1)) }, { overrun: "cap" }))).toEqual([["C1", 41, 1]]);
    expect(lines(assessed({ ...visit, plannedEnd: after(59) }, { overrun: "cap" }))).toEqual([["C1", "no-planned-length"]]);
  });
});

describe("reading undelivered: nobody came", () => {
  const visit = { carersRequired: 2, plannedEnd: after(min(41)), attendances: [] };

  it.each(OUTCOMES)("nothing (adopted): outcome %s pays nothing", (outcome) => {
    expect(assessed({ ...visit, outcome }).payment.minutesPaid).toBe(0);
  });

  it("excused visits pay the planned length banded, for as many carers as required; no other visit does", () => {
    const choices = { undelivered: "excused-planned-length" };
    for (const outcome of OUTCOMES) {
      const excused = ["no-access", "hospital", "cancelled-by-person", "refused", "frustrated", "aborted"].includes(outcome);
      expect(assessed({ ...visit, outcome }, choices).payment).toMatchObject(excused ? { minutesPaid: 90, amount: "21.015" } : { minutesPaid: 0, amount: "0.00" });
    }
    expect(assessed(visit, choices).payment.lines).toEqual([{ kind: "unpaid", carer: null, reason: "not-attended", minutes: null }]);
    expect(lines(assessed({ ...visit, outcome: "hospital", plannedEnd: after(0) }, choices))).toEqual([[null, "no-planned-length"], [null, "no-planned-length"]]);
  });
});
