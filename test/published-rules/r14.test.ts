import { describe, expect, it } from "vitest";
import type { BandedRateTerms } from "../../src/payment/rate-bands.js";
import { compile } from "../../src/rules/compile.js";
import { bankHolidays } from "../../src/shared/bank-holidays-data.js";
import type { Nation } from "../../src/shared/bank-holidays.js";
import { clause, paid, payingCouncil, unpaidBecause, visit } from "./paying-council.js";

// R14: weekend and bank holiday enhancements, with bank holidays of the right nation; named days (Christmas Day) apart from
// the bank holiday put in their place.
const rate: BandedRateTerms = {
  kind: "bands",
  dayKinds: [
    { name: "Christmas Day", on: { kind: "dates", dates: ["12-25"] } },
    { name: "bank holiday", on: { kind: "bank-holidays", substitutes: "included" } },
    { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } },
  ],
  bands: [
    { name: "week", when: "otherwise", price: { kind: "hourly", pounds: "12.00" } },
    { name: "weekend", when: { days: ["weekend"] }, price: { kind: "hourly", pounds: "15.00" } },
    { name: "bank holiday", when: { days: ["bank holiday"] }, price: { kind: "share-of", band: "week", share: "1.5" } },
    { name: "Christmas Day", when: { days: ["Christmas Day"] }, price: { kind: "share-of", band: "week", share: "2" } },
  ],
  across: "split",
  times: "paid",
};
const council = (nation: Nation = "england-and-wales") => payingCouncil("enhanced-days-council", { nation, rate: clause(rate) });
const hour = (day: `${number}-${number}-${number}`) => visit(day, "09:00-10:00", ["09:00-10:00"]);
const pounds = (day: `${number}-${number}-${number}`, nation?: Nation) => paid(council(nation), hour(day), { bankHolidays }).pounds;

describe("R14: weekend and bank holiday enhancements", () => {
  it.each([
    ["2026-03-20", "12.00"], // Friday
    ["2026-03-21", "15.00"],
    ["2026-03-22", "15.00"],
    ["2026-03-23", "12.00"],
    ["2026-04-03", "18.00"], // Good Friday
    ["2026-12-25", "24.00"],
    ["2026-12-26", "15.00"], // a Saturday: the bank holiday is Monday 28
    ["2026-12-28", "18.00"],
  ] as const)("%s: £%s", (day, expected) => {
    expect(pounds(day)).toBe(expected);
  });

  it("Christmas Day on a Saturday is apart from the bank holiday put in its place", () => {
    expect(pounds("2021-12-25")).toBe("24.00");
    expect(pounds("2021-12-27")).toBe("18.00");
  });

  it.each([
    ["2026-04-06", "18.00", "12.00", "18.00"], // Easter Monday
    ["2026-01-02", "12.00", "18.00", "12.00"], // 2nd January
    ["2026-03-17", "12.00", "12.00", "18.00"], // St Patrick's Day
    ["2026-08-03", "12.00", "18.00", "12.00"], // Scotland's summer bank holiday
    ["2026-08-31", "18.00", "12.00", "18.00"],
  ] as const)("%s in England and Wales £%s, Scotland £%s, Northern Ireland £%s", (day, england, scotland, ireland) => {
    expect([pounds(day), pounds(day, "scotland"), pounds(day, "northern-ireland")]).toEqual([england, scotland, ireland]);
  });

  it("substitute days can be left out, and bank holidays named by their titles", () => {
    const kinds = (on: BandedRateTerms["dayKinds"][number]["on"]) =>
      payingCouncil("some-bank-holidays-council", { rate: clause({ ...rate, dayKinds: [{ name: "bank holiday", on }], bands: rate.bands.filter(({ name }) => ["week", "bank holiday"].includes(name)) }) });
    const left = kinds({ kind: "bank-holidays", substitutes: "left-out" });
    expect(paid(left, hour("2026-12-28"), { bankHolidays }).pounds).toBe("12.00");
    expect(paid(left, hour("2026-04-03"), { bankHolidays }).pounds).toBe("18.00");
    const titled = kinds({ kind: "bank-holidays", substitutes: "included", titles: ["Boxing Day"] });
    expect(paid(titled, hour("2026-12-28"), { bankHolidays }).pounds).toBe("18.00");
    expect(paid(titled, hour("2026-04-03"), { bankHolidays }).pounds).toBe("12.00");
    expect(() => compile(kinds({ kind: "bank-holidays", substitutes: "included", titles: ["Boxing day"] }), { bankHolidays })).toThrow('must name bank holidays by their titles, got "Boxing day". Did you mean "Boxing Day"?');
  });

  it("an extra day that the council names", () => {
    const extra = payingCouncil("extra-day-council", {
      rate: clause({ ...rate, dayKinds: [{ name: "weekend", on: { kind: "days", days: ["2026-07-07"] } }], bands: rate.bands.filter(({ name }) => ["week", "weekend"].includes(name)) } as const),
    });
    expect(paid(extra, hour("2026-07-07")).pounds).toBe("15.00");
    expect(paid(extra, hour("2026-07-08")).pounds).toBe("12.00");
  });

  it("a night from a Friday into a weekend is split at midnight", () => {
    const night = { callType: "call", plannedStart: "2026-03-20T23:00", plannedEnd: "2026-03-21T01:00", attendances: [{ carer: "C1", logIn: "2026-03-20T23:00", logOut: "2026-03-21T01:00" }] } as const;
    expect(paid(council(), night, { bankHolidays }).pounds).toBe("27.00");
  });

  it("outside the years of the data no one knows: no rate, and never an ordinary day", () => {
    expect(unpaidBecause(council(), hour("2011-12-28"), { bankHolidays })).toBe("bank-holidays-not-known");
    expect(unpaidBecause(council(), hour("2012-01-04"), { bankHolidays })).toBe(null);
    expect(unpaidBecause(council(), hour("2028-12-31"), { bankHolidays })).toBe(null);
    expect(unpaidBecause(council(), hour("2029-01-02"), { bankHolidays })).toBe("bank-holidays-not-known");
    // Christmas Day stands before the bank holidays, and needs none of them.
    expect(pounds("2029-12-25")).toBe("24.00");
  });

  it("bank holidays that nobody gave are asked for", () => {
    expect(() => compile(council())).toThrow('compile: the day kind "bank holiday" needs bank holidays, got "none". Give them: compile(council, { bankHolidays })');
  });
});
