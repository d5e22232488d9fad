import { describe, expect, it } from "vitest";
import type { BandedRateTerms, LengthPrice } from "../../src/payment/rate-bands.js";
import { compile } from "../../src/rules/compile.js";
import { bankHolidays } from "../../src/shared/bank-holidays-data.js";
import { ACTUAL, clause, paid, payingCouncil, unpaidBecause, visit } from "./paying-council.js";

// R6: a price for a length, not in proportion: weekday 60/45/30 minutes £16.50/£14.00/£10.50, weekend
// £17.50/£15.00/£11.50, bank holiday £33/£28/£21. A weekend 45 is £15.00, not 0.75 × £17.50.
function prices(hour: string, threeQuarters: string, half: string): { kind: "by-length"; lengths: readonly LengthPrice[] } {
  return { kind: "by-length", lengths: [[60, hour], [45, threeQuarters], [30, half]].map(([minutes, pounds]) => ({ from: minutes as number, to: minutes as number, pounds: pounds as string })) };
}

const rate: BandedRateTerms = {
  kind: "bands",
  dayKinds: [
    { name: "bank holiday", on: { kind: "bank-holidays", substitutes: "included" } },
    { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } },
    { name: "weekday", on: { kind: "weekdays", weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"] } },
  ],
  bands: [
    { name: "weekday", when: { days: ["weekday"] }, price: prices("16.50", "14.00", "10.50") },
    { name: "weekend", when: { days: ["weekend"] }, price: prices("17.50", "15.00", "11.50") },
    { name: "bank holiday", when: { days: ["bank holiday"] }, price: prices("33", "28", "21") },
  ],
  across: "by-start",
  times: "paid",
};
const council = payingCouncil("price-for-a-length-council", { basis: clause({ ...ACTUAL, basis: "planned" } as const), rate: clause(rate) });

describe("R6: a price for a length, by kind of day", () => {
  it.each([
    ["2026-03-16", "09:00-10:00", "16.50"],
    ["2026-03-16", "09:00-09:45", "14.00"],
    ["2026-03-16", "09:00-09:30", "10.50"],
    ["2026-03-21", "09:00-10:00", "17.50"],
    ["2026-03-21", "09:00-09:45", "15.00"],
    ["2026-03-22", "09:00-09:30", "11.50"],
    ["2026-04-06", "09:00-10:00", "33.00"], // Easter Monday
    ["2026-04-06", "09:00-09:45", "28.00"],
    ["2026-04-06", "09:00-09:30", "21.00"],
    ["2026-04-07", "09:00-09:30", "10.50"],
  ] as const)("%s, %s: £%s", (day, planned, pounds) => {
    expect(paid(council, visit(day, planned, ["09:00-09:20"]), { bankHolidays }).pounds).toBe(pounds);
  });

  it.each(["09:00-09:29", "09:00-09:31", "09:00-09:44", "09:00-09:46", "09:00-09:59", "09:00-10:01"])("%s has no price", (planned) => {
    expect(unpaidBecause(council, visit("2026-03-16", planned, ["09:00-09:20"]), { bankHolidays })).toBe("no-price-for-length");
  });

  it("the day put in a bank holiday's place is the bank holiday, the weekend day is not", () => {
    // 26 December 2020 was a Saturday; its bank holiday was Monday 28.
    expect(paid(council, visit("2020-12-26", "09:00-10:00", ["09:00-09:20"]), { bankHolidays }).pounds).toBe("17.50");
    expect(paid(council, visit("2020-12-28", "09:00-10:00", ["09:00-09:20"]), { bankHolidays }).pounds).toBe("33.00");
  });

  it("a day that is of two kinds is of the one that stands first", () => {
    const ofOne = { division: "england-and-wales", events: [{ title: "Fair day", date: "2026-03-21", notes: "", bunting: false }] };
    const own = { "england-and-wales": ofOne, scotland: ofOne, "northern-ireland": ofOne };
    expect(paid(council, visit("2026-03-21", "09:00-10:00", ["09:00-09:20"]), { bankHolidays: own }).pounds).toBe("33.00");
  });

  it("a price for a length cannot be split: refused by name", () => {
    const split = payingCouncil("split-lengths-council", { rate: clause({ ...rate, across: "split" }) });
    expect(() => compile(split, { bankHolidays })).toThrow('rate: across cannot be "split" where the band "weekday" has prices by length, got "split"');
  });
});
