import { describe, expect, test } from "vitest";
import { type ProviderFacts, eligibility, eligibilityUnder, leicesterEligibility, readRatingsSheet, withClauseReading } from "../../src/index.js";
import { LOCATION, overall, questions, rated, recordOf } from "../eligibility/fixtures.js";

const DAY = "2026-03-16";
const answer = (provider: ProviderFacts, authority: "proposed" | "recommended", ...readings: [string, string][]): string => {
  const clause = readings.reduce((read, [slug, choice]) => withClauseReading(read, slug, choice), leicesterEligibility);
  const { kind, deciding } = eligibilityUnder(provider, DAY, clause, [authority]);
  return [kind, ...deciding].join(", ");
};
const good = recordOf(rated("1-100", "Good", "Good"));
const improving = recordOf(rated("1-200", "Requires improvement", "Good"));
const wellLedImproving = recordOf(rated("1-300", "Good", "Requires improvement"));
const inadequate = recordOf(rated("1-400", "Inadequate", "Good"));
const unrated = recordOf(LOCATION);
const inherited = recordOf({ ...LOCATION, currentRatings: { overall: overall("Good", "2024-05-20", questions("Good"), { organisationId: "1-50" }) } });

describe("neither version binds until it is named", () => {
  test("what is recommended or proposed is not in force", () => {
    expect(eligibilityUnder(good, DAY, leicesterEligibility)).toMatchObject({ kind: "cannot-be-determined", rule: { kind: "none-named", authorities: ["proposed", "recommended"] } });
  });

  test("the days of both are unstated", () => {
    expect(leicesterEligibility.versions.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([["unstated", "unstated"], ["unstated", "unstated"]]);
    expect(eligibilityUnder(good, DAY, leicesterEligibility, ["proposed"]).rule).toMatchObject({ kind: "in-force", unstated: true });
  });
});

describe("proposed: Good in Well-led, an action plan for a provider that requires improvement", () => {
  test.each<[string, ProviderFacts, string]>([
    ["Good throughout", good, "eligible"],
    ["Outstanding in Well-led", recordOf(rated("1", "Good", "Outstanding")), "eligible"],
    ["requires improvement overall, Good in Well-led", improving, "eligible-with-conditions, overall"],
    ["requires improvement in Well-led", wellLedImproving, "ineligible, well-led"],
    ["Inadequate overall, Good in Well-led: the minutes do not say", inadequate, "cannot-be-determined, overall"],
    ["not rated", unrated, "cannot-be-determined, well-led"],
    ["no overall rating, Good in Well-led", recordOf({ ...LOCATION, currentRatings: { overall: overall("Inspected but not rated", "2024-05-20", { "Well-led": "Good" }) } }), "eligible"],
    ["an unknown overall rating, Good in Well-led", recordOf(rated("1", "Goodish", "Good")), "cannot-be-determined, overall"],
  ])("%s", (_, provider, expected) => {
    expect(answer(provider, "proposed")).toBe(expected);
  });

  test("an action plan on top of Well-led, or instead of it", () => {
    expect(answer(inadequate, "proposed", ["action-plan", "on-top-and-not-inadequate"])).toBe("ineligible, overall");
    expect(answer(wellLedImproving, "proposed", ["action-plan", "instead"])).toBe("eligible-with-conditions, well-led");
    expect(answer(inadequate, "proposed", ["action-plan", "instead"])).toBe("ineligible, overall");
  });

  test("a plan that must be in place before", () => {
    expect(answer(improving, "proposed", ["plan-in-place", "before-joining"])).toBe("cannot-be-determined, overall");
    expect(answer({ ...improving, actionPlan: { inPlace: false, contains: [] } }, "proposed", ["plan-in-place", "before-joining"])).toBe("ineligible, overall");
    expect(answer({ ...improving, actionPlan: { inPlace: true, contains: [] } }, "proposed", ["plan-in-place", "before-joining"])).toBe("eligible-with-conditions, overall");
  });
});

describe("recommended: only providers with at least a Good CQC rating", () => {
  test.each<[string, ProviderFacts, string]>([
    ["Outstanding", recordOf(rated("1", "Outstanding", "Good")), "eligible"],
    ["Good", good, "eligible"],
    ["requires improvement", improving, "ineligible, overall"],
    ["Inadequate", inadequate, "ineligible, overall"],
    ["Good, and requires improvement in Well-led", wellLedImproving, "eligible"],
    ["not rated: never a silent yes or no", unrated, "cannot-be-determined, overall"],
  ])("%s", (_, provider, expected) => {
    expect(answer(provider, "recommended")).toBe(expected);
  });

  test("the text does not say which rating: overall, Well-led, or both", () => {
    const each = ["overall", "well-led", "both"].map((choice) => [improving, wellLedImproving].map((provider) => answer(provider, "recommended", ["which-rating", choice])));
    expect(each).toEqual([
      ["ineligible, overall", "eligible"],
      ["eligible", "ineligible, well-led"],
      ["ineligible, overall", "ineligible, well-led"],
    ]);
  });
});

describe.each(["proposed", "recommended"] as const)("what both leave unsaid: %s", (authority) => {
  test("a provider that is not rated", () => {
    expect(["cannot-be-determined", "ineligible", "with-conditions"].map((choice) => answer(unrated, authority, ["unrated", choice]).split(",")[0])).toEqual(["cannot-be-determined", "ineligible", "eligible-with-conditions"]);
  });

  test("a rating from an earlier registration", () => {
    expect(["counts", "does-not-count", "cannot-be-determined"].map((choice) => answer(inherited, authority, ["inherited", choice]).split(",")[0])).toEqual(["eligible", "cannot-be-determined", "cannot-be-determined"]);
  });

  test("a location with several services", () => {
    const several = recordOf({
      ...LOCATION,
      gacServiceTypes: [...LOCATION.gacServiceTypes, { name: "Supported living" }],
      currentRatings: { overall: overall("Not Rated", "2025-02-01") },
      assessment: [{ assessmentPlanPublishedDateTime: "2024-09-02", ratings: { asgRatings: [{ name: "Homecare agencies", rating: "Good", keyQuestionRatings: [{ name: "Well-led", rating: "Good" }] }, { name: "Supported living", rating: "Inadequate" }] } }],
    });
    expect(["home-care", "location"].map((choice) => answer(several, authority, ["which-service", choice]).split(",")[0])).toEqual(["eligible", "cannot-be-determined"]);
  });

  test("registration: known facts, all shown, or not asked", () => {
    const choices = ["where-said", "must-be-shown", "rating-alone"];
    const each = (more: object): string[] => choices.map((choice) => answer(recordOf({ ...rated("1", "Good", "Good"), ...more }), authority, ["registration", choice]).split(",")[0]!);
    expect(each({})).toEqual(["eligible", "eligible", "eligible"]);
    expect(each({ dormancy: "Y" })).toEqual(["ineligible", "ineligible", "eligible"]);
    expect(each({ dormancy: null })).toEqual(["eligible", "cannot-be-determined", "eligible"]);
    expect(each({ registrationStatus: null })).toEqual(["cannot-be-determined", "cannot-be-determined", "eligible"]);
    expect(each({ registrationStatus: "Deregistered" })).toEqual(["ineligible", "ineligible", "eligible"]);
  });

  test("a row of the ratings sheet is enough, as adopted", () => {
    const cells = (domain: string) => ({ "Location ID": "1-100", "Service / Population Group": "Overall", Domain: domain, "Latest Rating": "Good", "Publication Date": "20/05/2024", "Inherited Rating (Y/N)": "N" });
    expect(answer(readRatingsSheet(["Overall", "Well-led"].map(cells)).records[0]!, authority)).toBe("eligible");
  });

  test("the registration checks stand in no document: their source is the reading", () => {
    const { conditions } = eligibilityUnder(good, DAY, leicesterEligibility, [authority]);
    expect(conditions.filter(({ source }) => source === null).map(({ condition, reading }) => `${condition} ${reading}`)).toEqual(["registered registration", "not-dormant registration", "regulated-activity registration"]);
  });
});

test("every choice of every reading can be adopted and applied", () => {
  const choices = leicesterEligibility.versions.flatMap(({ readings, authority }) => Object.entries(readings).flatMap(([slug, { choices: each }]) => Object.keys(each).map((choice) => [authority, slug, choice] as const)));
  expect(choices.length).toBeGreaterThan(20);
  for (const [authority, slug, choice] of choices) {
    const version = withClauseReading(leicesterEligibility, slug, choice).versions.find((each) => each.authority === authority)!;
    expect(version.readings[slug]!.adopted).toBe(choice);
    expect(eligibility(good, DAY, version).kind).toBe("eligible");
  }
});

test("the adopted choice of every reading is what the version has", () => {
  for (const version of leicesterEligibility.versions) {
    for (const { adopted, choices } of Object.values(version.readings)) expect(version).toMatchObject(choices[adopted]!.set);
  }
});

test("no two readings of a version set the same field", () => {
  for (const { readings } of leicesterEligibility.versions) {
    const fields = Object.values(readings).flatMap(({ choices }) => [...new Set(Object.values(choices).flatMap(({ set }) => Object.keys(set)))]);
    expect(new Set(fields).size).toBe(fields.length);
  }
});
