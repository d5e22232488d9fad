import { describe, expect, it } from "vitest";
import type { BandedRateTerms } from "../../src/payment/rate-bands.js";
import { TWELVE_POUNDS, assessed, payingCouncil, unpaidBecause, version, visit } from "./paying-council.js";

// R11: an enhanced rate after 8 pm from 8 April 2013: a visit across 20:00 may be split at the boundary, priced whole by
// its start, or whole at the higher rate: the council chooses.
function evening(across: BandedRateTerms["across"]) {
  const rate: BandedRateTerms = {
    kind: "bands",
    dayKinds: [],
    bands: [
      { name: "day", when: { hours: "07:00-20:00" }, price: { kind: "hourly", pounds: "12.00" } },
      { name: "after 8 pm", when: { hours: "20:00-07:00" }, price: { kind: "share-of", band: "day", share: "1.5" } },
    ],
    across,
    times: "paid",
  };
  return payingCouncil("evening-rate-council", { rate: { versions: [version(TWELVE_POUNDS, { lastDay: "2013-04-07" }), version(rate, { firstDay: "2013-04-08" })] } });
}
const price = (across: BandedRateTerms["across"], log: string, day: "2013-04-07" | "2013-04-08" = "2013-04-08") => assessed(evening(across), visit(day, "19:30-20:30", [log])).payment.amount;

describe("R11: an enhanced rate after 8 pm", () => {
  it.each(["split", "by-start", "higher"] as const)("from 8 April 2013, not the day before (%s)", (across) => {
    expect(price(across, "20:00-21:00", "2013-04-07")).toBe("12.00");
    expect(price(across, "20:00-21:00", "2013-04-08")).toBe("18.00");
  });

  it.each([
    // split, by start, higher
    ["19:30-20:30", "15.00", "12.00", "18.00"],
    ["19:00-20:00", "12.00", "12.00", "12.00"],
    ["19:01-20:01", "12.10", "12.00", "18.00"],
    ["20:00-21:00", "18.00", "18.00", "18.00"],
    ["19:59-20:59", "17.90", "12.00", "18.00"],
  ])("%s: split £%s, by its start £%s, the higher £%s", (log, split, byStart, higher) => {
    expect(price("split", log)).toBe(split);
    expect(price("by-start", log)).toBe(byStart);
    expect(price("higher", log)).toBe(higher);
  });

  it("is split to the second, and says where", () => {
    const [line] = assessed(evening("split"), visit("2013-04-08", "19:30-20:30", ["19:45:30-20:15:30"])).payment.lines;
    expect(line).toMatchObject({
      minutesPaid: 30,
      amount: "7.55",
      parts: [
        { band: "day", seconds: 870, amount: "2.90" },
        { band: "after 8 pm", seconds: 930, amount: "4.65" },
      ],
    });
  });

  it("the minutes paid are laid from the start on, so what a table adds or drops is at the end", () => {
    // Stayed until 20:20, paid 30 of 50 minutes: all of them before 20:00.
    const dropped = { ...evening("split"), paidMinutes: { versions: [version({ kind: "complete-units", partMinutes: "dropped", unit: 30 } as const)] } };
    expect(assessed(dropped, visit("2013-04-08", "19:30-20:30", ["19:30-20:20"])).payment.amount).toBe("6.00");
  });

  it("reaches past midnight into the next morning", () => {
    const night = assessed(evening("split"), {
      callType: "call",
      plannedStart: "2013-04-08T23:30",
      plannedEnd: "2013-04-09T07:30",
      attendances: [{ carer: "C1", logIn: "2013-04-08T23:30", logOut: "2013-04-09T07:30" }],
    });
    expect(night.payment.lines[0]).toMatchObject({ parts: [{ band: "after 8 pm", seconds: 27000 }, { band: "day", seconds: 1800 }] });
  });

  it("in the night the clocks change, hours are real hours", () => {
    const through = (day: string, next: string) =>
      assessed(evening("split"), { callType: "call", plannedStart: `${day}T20:00`, plannedEnd: `${next}T08:00`, attendances: [{ carer: "C1", logIn: `${day}T20:00`, logOut: `${next}T08:00` }] }).payment.lines[0];
    expect(through("2026-03-28", "2026-03-29")).toMatchObject({ minutes: 660, parts: [{ band: "after 8 pm", seconds: 36000 }, { band: "day", seconds: 3600 }] });
    expect(through("2026-10-24", "2026-10-25")).toMatchObject({ minutes: 780, parts: [{ band: "after 8 pm", seconds: 43200 }, { band: "day", seconds: 3600 }] });
  });

  it("hours that no band has are a hole", () => {
    const daytime: BandedRateTerms = { kind: "bands", dayKinds: [], bands: [{ name: "day", when: { hours: "07:00-20:00" }, price: { kind: "hourly", pounds: "12.00" } }], across: "split", times: "paid" };
    const council = payingCouncil("daytime-only-council", { rate: { versions: [version(daytime)] } });
    expect(unpaidBecause(council, visit("2026-03-16", "19:30-20:30", ["19:00-20:00"]))).toBe(null);
    expect(unpaidBecause(council, visit("2026-03-16", "19:30-20:30", ["19:30-20:30"]))).toBe("no-rate");
  });

  it("night as half of the day rate is a share of it", () => {
    const council = payingCouncil("half-rate-night-council", {
      rate: {
        versions: [
          version({
            kind: "bands",
            dayKinds: [],
            bands: [
              { name: "day", when: { hours: "07:00-22:00" }, price: { kind: "hourly", pounds: "17.01" } },
              { name: "night", when: "otherwise", price: { kind: "share-of", band: "day", share: "0.5" } },
            ],
            across: "by-start",
            times: "planned",
          } as const),
        ],
      },
    });
    expect(assessed(council, visit("2026-03-16", "22:00-23:00", ["21:55-22:55"])).payment.amount).toBe("8.505");
    expect(assessed(council, visit("2026-03-16", "21:59-22:59", ["22:05-23:05"])).payment.amount).toBe("17.01");
  });
});
