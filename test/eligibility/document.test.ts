import { describe, expect, test } from "vitest";
import { eligibilityDocument, leicesterEligibility, readCqcRecords } from "../../src/index.js";
import { LOCATION, rated } from "./fixtures.js";

const reading = readCqcRecords([rated("1-300", "Good", "Good"), rated("1-200", "Requires improvement", "Good"), { ...LOCATION, locationId: "1-400" }, rated("1-100", "Goodish", "Inadequate"), "1-500"]);
const documentUnder = (authority: "proposed" | "recommended") => eligibilityDocument("leicester", leicesterEligibility, reading, "2026-03-16", [authority]);

describe("the document", () => {
  test("every provider is answered once, in the order of the ids", () => {
    const { providers, total } = documentUnder("proposed");
    expect(providers.map(({ provider, kind }) => [provider, kind])).toEqual([
      ["1-100", "ineligible"],
      ["1-200", "eligible-with-conditions"],
      ["1-300", "eligible"],
      ["1-400", "cannot-be-determined"],
    ]);
    expect(total).toEqual({ providers: 4, eligible: 1, eligibleWithConditions: 1, ineligible: 1, cannotBeDetermined: 1 });
  });

  test("what was read, and the findings with their places", () => {
    const { format, council, day, input, findings } = documentUnder("recommended");
    expect({ format, council, day, input }).toEqual({ format: "homecare-rules/eligibility@1", council: "leicester", day: "2026-03-16", input: { counted: "records", read: 5, accepted: 4, rejected: 1 } });
    expect(findings).toEqual([
      { code: "not-an-object", severity: "error", count: 1, places: [{ id: null, at: "[4]", value: "1-500" }] },
      { code: "unknown-rating", severity: "warning", count: 1, places: [{ id: "1-100", at: "[3].currentRatings.overall.rating", value: "Goodish" }] },
    ]);
  });

  test("the rule and each condition's clause stand once", () => {
    const { rule, conditions, providers } = documentUnder("recommended");
    expect(rule).toEqual({ kind: "in-force", authority: "recommended", firstDay: "unstated", lastDay: "unstated", source: leicesterEligibility.versions[1]!.source });
    expect(conditions.map(({ condition, source, reading: adopting }) => [condition, source?.clause ?? null, adopting])).toEqual([
      ["registered", null, "registration"],
      ["not-dormant", null, "registration"],
      ["regulated-activity", null, "registration"],
      ["overall", "Agreed, 2", "which-rating"],
    ]);
    expect(providers[0]!.conditions[3]).toEqual(expect.not.objectContaining({ source: expect.anything() as unknown }));
  });

  test("how many answers rest on each reading", () => {
    expect(documentUnder("recommended").restsOn).toEqual([
      { reading: "which-rating", of: "providers", count: 2 },
      { reading: "unrated", of: "providers", count: 1 },
      { reading: "inherited", of: "providers", count: 0 },
      { reading: "which-service", of: "providers", count: 0 },
      { reading: "registration", of: "providers", count: 0 },
    ]);
  });

  test("without a named authority no rule is in force, and nobody is answered for", () => {
    const { rule, conditions, total, restsOn } = eligibilityDocument("leicester", leicesterEligibility, reading, "2026-03-16");
    expect(rule).toEqual({ kind: "none-named", authorities: ["proposed", "recommended"] });
    expect({ conditions, restsOn, ...total }).toEqual({ conditions: [], restsOn: [], providers: 4, eligible: 0, eligibleWithConditions: 0, ineligible: 0, cannotBeDetermined: 4 });
  });

  test("with both named, they overlap", () => {
    expect(eligibilityDocument("leicester", leicesterEligibility, reading, "2026-03-16", ["proposed", "recommended"]).rule).toEqual({ kind: "overlap", authorities: ["proposed", "recommended"] });
  });

  test("it is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(documentUnder("proposed")))).toEqual(documentUnder("proposed"));
  });
});
