import { describe, expect, it } from "vitest";
import { type PublishedMix, type YearOfHours, besideNational, growthOf, mixOf, percentDifferences, ratingMix } from "../../src/index.js";
import { roundedText } from "../../src/shared/fractions.js";
import { source } from "./fixtures.js";

describe("ratingMix", () => {
  it("is over the inspected; the unrated stand apart, in no share", () => {
    expect(ratingMix(["good", "unrated", "inadequate", "good", "unrated"])).toEqual({
      inspected: 3,
      unrated: 2,
      counts: { outstanding: 0, good: 2, "requires-improvement": 0, inadequate: 1 },
      shares: { outstanding: "0.0000", good: "0.6667", "requires-improvement": "0.0000", inadequate: "0.3333" },
    });
  });

  it("without anybody inspected there is no share, not 0", () => {
    expect(ratingMix(["unrated"])).toMatchObject({ inspected: 0, unrated: 1, shares: { good: null } });
    expect(besideNational(ratingMix([]), ratingMix(["good"]))[1]).toEqual({ rating: "good", share: null, national: "1.0000", points: null });
  });

  it("refuses a rating it does not know and a count that is none", () => {
    expect(() => ratingMix(["Good" as "good"])).toThrow("ratingMix: a rating must be one of");
    expect(() => mixOf({ outstanding: 1, good: -1, "requires-improvement": 0, inadequate: 0 })).toThrow("mixOf: a count must be a whole number from 0");
  });

  it("points are computed on the exact shares, not on the rounded ones", () => {
    expect(besideNational(mixOf({ outstanding: 0, good: 1, "requires-improvement": 2, inadequate: 0 }), mixOf({ outstanding: 0, good: 1, "requires-improvement": 0, inadequate: 5 }))[1]).toMatchObject({ share: "0.3333", national: "0.1667", points: "16.67" });
  });
});

describe("percentDifferences: half up, to as many places as printed", () => {
  const printed = (good: number, rest: number, percent: string, other: string): PublishedMix => ({
    of: "X",
    counts: { outstanding: 0, good, "requires-improvement": rest, inadequate: 0 },
    percents: { outstanding: "0", good: percent, "requires-improvement": other, inadequate: "0" },
    source,
  });

  it("exactly half goes up", () => {
    expect(percentDifferences(printed(1, 199, "1", "100"))).toEqual([]);
    expect(percentDifferences(printed(1, 199, "0", "99"))).toEqual([{ rating: "good", printed: "0", computed: "1" }, { rating: "requires-improvement", printed: "99", computed: "100" }]);
    expect(percentDifferences(printed(1, 199, "0.5", "99.5"))).toEqual([]);
    expect(percentDifferences(printed(1, 199, "0.50", "99.49"))).toEqual([{ rating: "requires-improvement", printed: "99.49", computed: "99.50" }]);
  });

  it("no providers, nothing to compare", () => {
    expect(percentDifferences(printed(0, 0, "7", "7"))).toEqual([]);
  });
});

describe("growthOf", () => {
  const year = (name: string, first: number, hours: string, stated: YearOfHours["stated"] = null): YearOfHours => ({ year: name, firstDay: `${first}-04-01`, lastDay: `${first + 1}-03-31`, hours, basis: "delivered", stated });

  it("is exact, keeps the printed figures, and says by how much they differ", () => {
    expect(growthOf([year("b", 2021, "100.30", { increase: "0.2", percent: "0.2" }), year("a", 2020, "100.10")])).toEqual([
      { year: "a", hours: "100.10", basis: "delivered", increase: null, percent: null, stated: null },
      { year: "b", hours: "100.30", basis: "delivered", increase: "0.20", percent: "0.20", stated: { increase: "0.2", increaseDiffers: "0", percent: "0.2", percentAgrees: true } },
    ]);
  });

  it("hours that fell grow by less than 0", () => {
    expect(growthOf([year("a", 2020, "200"), year("b", 2021, "199", { increase: "-1", percent: "-1" })])[1]).toMatchObject({ increase: "-1.00", percent: "-0.50", stated: { increaseDiffers: "0", percentAgrees: true } });
  });

  it("the printed per cent agrees to as many places as it has", () => {
    const percent = (printed: string) => growthOf([year("a", 2020, "1000"), year("b", 2021, "1075", { increase: "75", percent: printed })])[1]!.stated!.percentAgrees;
    expect(["7", "8", "7.5", "7.50", "7.51"].map(percent)).toEqual([false, true, true, true, false]);
  });

  it("a missing year, or one without hours, leaves nothing to compare with, and nothing is made up", () => {
    expect(growthOf([year("a", 2020, "100"), year("c", 2022, "120", { increase: "20", percent: "20" })])[1]).toMatchObject({ increase: null, percent: null, stated: { increase: "20", increaseDiffers: null, percentAgrees: null } });
    expect(growthOf([year("a", 2020, "0"), year("b", 2021, "5", { increase: "5", percent: "100" })])[1]).toMatchObject({ increase: "5.00", percent: null, stated: { increaseDiffers: "0", percentAgrees: null } });
  });
});

it.each([
  [5n, 10n, 0, "1"],
  [-5n, 10n, 0, "-1"],
  [4n, 10n, 0, "0"],
  [-4n, 10n, 0, "0"],
  [1n, 3n, 4, "0.3333"],
  [-1n, 3n, 2, "-0.33"],
  [12345n, 100n, 1, "123.5"],
])("%s/%s with %s places is %s", (numerator, denominator, places, text) => {
  expect(roundedText({ numerator, denominator }, places)).toBe(text);
});
