import { describe, expect, it } from "vitest";
import { rateHoles, rateOverlaps } from "../../src/payment/rate-analysis.js";
import type { BandedRateTerms, RateBand } from "../../src/payment/rate-bands.js";
import type { Miles } from "../../src/payment/rate-conditions.js";
import { compile } from "../../src/rules/compile.js";
import { withReading } from "../../src/rules/with-reading.js";
import { clause, paid, payingCouncil, unpaidBecause, visit } from "./paying-council.js";

// R10: by distance: 0 to 3 miles £17.40, 3 to 6 £19.68, over 6 £21.72: exactly 3 and exactly 6 are named twice, so the
// table has an overlap to report and to decide.
const band = (name: string, pounds: string, miles: Miles): RateBand => ({ name, when: { miles }, price: { kind: "hourly", pounds } });
const bands = (near: Miles, middle: Miles, far: Miles): readonly RateBand[] => [band("near", "17.40", near), band("middle", "19.68", middle), band("far", "21.72", far)];
const asNamed = bands({ from: "0", to: "3" }, { from: "3", to: "6" }, { from: "6", to: "open" });
const nearer = bands({ from: "0", to: "3" }, { over: "3", to: "6" }, { over: "6", to: "open" });
const farther = bands({ from: "0", under: "3" }, { from: "3", under: "6" }, { from: "6", to: "open" });
const terms: BandedRateTerms = { kind: "bands", dayKinds: [], bands: asNamed, across: "by-start", times: "paid" };
const council = payingCouncil("distance-council", {
  rate: clause(terms, {
    "exactly-three-and-six": {
      silent: "Exactly 3 and exactly 6 miles stand in two bands.",
      adopted: "as-named",
      choices: {
        "as-named": { says: "Neither band is taken: there is no rate.", set: { bands: asNamed } },
        nearer: { says: "The nearer band.", set: { bands: nearer } },
        farther: { says: "The farther band.", set: { bands: farther } },
      },
    },
  }),
});
const at = (miles: string) => visit("2026-03-16", "09:00-10:00", ["09:00-10:00"], { miles });

describe("R10: rates by distance", () => {
  it.each([
    ["0", "17.40"],
    ["2.99", "17.40"],
    ["3.01", "19.68"],
    ["5.99", "19.68"],
    ["6.01", "21.72"],
    ["40", "21.72"],
  ])("%s miles: £%s an hour", (miles, pounds) => {
    expect(paid(council, at(miles)).pounds).toBe(pounds);
  });

  it.each(["3", "3.00", "6", "6.0"])("exactly %s miles is named twice: no rate", (miles) => {
    expect(unpaidBecause(council, at(miles))).toBe("several-rates");
  });

  it("the analysis finds both by itself, and no hole", () => {
    expect(rateOverlaps(terms)).toEqual([
      { miles: { at: "3" }, bands: ["near", "middle"] },
      { miles: { at: "6" }, bands: ["middle", "far"] },
    ]);
    expect(rateHoles(terms)).toEqual([]);
  });

  it.each([
    ["nearer", "17.40", "19.68"],
    ["farther", "19.68", "21.72"],
  ])("a reading decides: the %s band", (choice, three, six) => {
    const decided = withReading(council, "exactly-three-and-six", choice);
    expect(paid(decided, at("3")).pounds).toBe(three);
    expect(paid(decided, at("6")).pounds).toBe(six);
    expect(rateOverlaps(decided.rate.versions[0] as BandedRateTerms)).toEqual([]);
    expect(rateHoles(decided.rate.versions[0] as BandedRateTerms)).toEqual([]);
  });

  it("bands that leave a distance out have a hole there", () => {
    const between = { ...terms, bands: bands({ from: "0", under: "3" }, { over: "3", under: "6" }, { over: "7", to: "open" }) };
    expect(rateHoles(between)).toEqual([
      { miles: { at: "3" }, bands: [] },
      { miles: { at: "6" }, bands: [] },
      { miles: { over: "6", under: "7" }, bands: [] },
      { miles: { at: "7" }, bands: [] },
    ]);
    expect(unpaidBecause(payingCouncil("distance-with-a-hole-council", { rate: clause(between) }), at("6.5"))).toBe("no-rate");
  });

  it("a visit that does not say how far cannot be determined", () => {
    expect(unpaidBecause(council, visit("2026-03-16", "09:00-10:00", ["09:00-10:00"]))).toBe("miles-not-known");
  });

  it("miles that end before they begin are refused by name", () => {
    const wrong = payingCouncil("wrong-miles-council", { rate: clause({ ...terms, bands: bands({ from: "3", to: "0" }, { over: "3", to: "6" }, { over: "6", to: "open" }) }) });
    expect(() => compile(wrong)).toThrow('rate: miles of "near" must end after they begin, got "3 to 0"');
  });

  it("zones and lots are conditions of the same kind", () => {
    const zoned = payingCouncil("zone-and-lot-council", {
      rate: clause({
        ...terms,
        bands: [
          { name: "rural", when: { zones: ["moor", "coast"], lots: ["lot 1"] }, price: { kind: "hourly", pounds: "24.00" } },
          { name: "town", when: { zones: ["town"], lots: ["lot 1"] }, price: { kind: "hourly", pounds: "18.00" } },
        ],
      } as const),
    });
    const there = (facts: { zone?: string; lot?: string }) => visit("2026-03-16", "09:00-10:00", ["09:00-10:00"], facts);
    expect(paid(zoned, there({ zone: "coast", lot: "lot 1" })).pounds).toBe("24.00");
    expect(paid(zoned, there({ zone: "town", lot: "lot 1" })).pounds).toBe("18.00");
    expect(unpaidBecause(zoned, there({ zone: "town", lot: "lot 2" }))).toBe("no-rate");
    expect(unpaidBecause(zoned, there({ lot: "lot 1" }))).toBe("zone-not-known");
    expect(unpaidBecause(zoned, there({ zone: "town" }))).toBe("lot-not-known");
    // Not in the lot: no band can hold, whatever the zone.
    expect(unpaidBecause(zoned, there({ lot: "lot 2" }))).toBe("no-rate");
  });
});
