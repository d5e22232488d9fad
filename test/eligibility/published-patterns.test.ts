import { describe, expect, test } from "vitest";
import { type EligibilityTerms, type ProviderFacts, eligibility, readCqcRecords, withFormerBranches } from "../../src/index.js";
import { LOCATION, overall, rated, recordOf } from "./fixtures.js";

// Patterns of rules that councils have published (R23), each said as terms alone.

const DAY = "2026-03-16";
const HOME_CARE = ["Homecare agencies", "Domiciliary care service"];
const NOTHING_ELSE = { unrated: "cannot-be-determined", inherited: "counts", reRegistered: "own-rating-only", merged: "own-rating-only", unregulated: "same-conditions", actionPlan: null, facts: [], grades: [], ratings: [], registration: [], service: HOME_CARE } as const satisfies EligibilityTerms;

describe("R23, good-and-recent council: rating Good, and recent; turnover at least £3m", () => {
  const terms: EligibilityTerms = {
    ...NOTHING_ELSE,
    ratings: [{ id: "good-and-recent", of: "overall", atLeast: "good", maxAge: { months: 36 } }],
    facts: [{ id: "turnover", kind: "at-least", fact: "turnover", atLeast: "3000000" }],
  };
  const provider = (word: string, publishedOn: string, turnover: string): ProviderFacts => ({ ...recordOf(rated("1-100", word, "Good", publishedOn)), facts: { turnover } });

  test.each([
    ["Good", "2023-03-16", "3000000", "eligible", []],
    ["Good", "2023-03-15", "3000000", "ineligible", ["good-and-recent"]],
    ["Good", "2023-03-16", "2999999.99", "ineligible", ["turnover"]],
    ["Requires improvement", "2025-01-10", "9000000", "ineligible", ["good-and-recent"]],
  ])("%s, published %s, turnover %s: %s", (word, publishedOn, turnover, kind, deciding) => {
    expect(eligibility(provider(word, publishedOn, turnover), DAY, terms)).toMatchObject({ kind, deciding });
  });
});

describe("R23, former-rating council: an unrated re-registered branch keeps its former rating, merged branches take the most recent", () => {
  const terms: EligibilityTerms = { ...NOTHING_ELSE, ratings: [{ id: "overall", of: "overall", atLeast: "good" }], reRegistered: "keeps-former-rating", merged: "most-recent" };
  const branches = (objects: readonly object[], more: Partial<EligibilityTerms> = {}): string => {
    const providers = withFormerBranches(readCqcRecords(objects).records);
    return eligibility(providers.at(-1)!, DAY, { ...terms, ...more }).kind;
  };
  const succeeding = (ids: readonly string[], more: object = {}): object => ({ ...LOCATION, locationId: "1-200", relationships: ids.map((id) => ({ relatedLocationId: id, type: "HSCA Predecessor" })), ...more });

  test("unrated since: the former branch's rating counts, good or bad", () => {
    expect(branches([rated("1-100", "Good", "Good"), succeeding(["1-100"])])).toBe("eligible");
    expect(branches([rated("1-100", "Inadequate", "Good"), succeeding(["1-100"])])).toBe("ineligible");
    expect(branches([rated("1-100", "Good", "Good"), succeeding(["1-100"])], { reRegistered: "own-rating-only" })).toBe("cannot-be-determined");
  });

  test("rated since: its own rating counts", () => {
    expect(branches([rated("1-100", "Good", "Good", "2025-12-01"), succeeding(["1-100"], { currentRatings: { overall: overall("Inadequate", "2024-05-20") } })])).toBe("ineligible");
  });

  test("the former rating may stand in the branch's own history, carried over", () => {
    const carried = { historicRatings: [{ reportDate: "2019-12-19", organisationId: "1-100", overall: { rating: "Good" } }] };
    expect(branches([succeeding([], carried)])).toBe("eligible");
    expect(branches([succeeding([], { historicRatings: [{ ...carried.historicRatings[0], organisationId: undefined }] })])).toBe("cannot-be-determined");
  });

  test("what was published last before must be known, and known to be carried over", () => {
    const before = (...historicRatings: object[]): string => branches([succeeding([], { historicRatings })], { unrated: "eligible-with-conditions" });
    const carried = (rating: string, reportDate: string, organisationId: string | null = "1-100"): object => ({ reportDate, organisationId, overall: { rating } });
    expect(before(carried("Good", "2019-12-19"))).toBe("eligible");
    expect(before(carried("Goodish", "2019-12-19"))).toBe("cannot-be-determined");
    expect(before(carried("Good", "2019-12-19"), carried("Goodish", "2021-02-03", null))).toBe("cannot-be-determined");
    expect(before(carried("Good", "2019-12-19"), carried("Inadequate", "2019-12-19"))).toBe("cannot-be-determined");
    expect(before(carried("Good", "2019-12-19"), carried("Inadequate", "2021-02-03", null))).toBe("eligible-with-conditions");
  });

  test("a doubt about what the branch carried over is a doubt, where its own ratings leave it unrated", () => {
    const doubtful = succeeding([], {
      currentRatings: { overall: overall("Inspected but not rated", "2021-02-03") },
      historicRatings: [{ reportDate: "2022-01-10", organisationId: "1-100", overall: { rating: "Goodish" } }],
    });
    expect(branches([doubtful], { inherited: "does-not-count", unrated: "not-asked" })).toBe("cannot-be-determined");
  });

  test("merged: the most recent of all, own or another's", () => {
    const merged = (...days: [string, string, string]): string =>
      branches([rated("1-100", "Good", "Good", days[0]), rated("1-101", "Inadequate", "Good", days[1]), succeeding(["1-100", "1-101"], { currentRatings: { overall: overall("Requires improvement", days[2]) } })]);
    expect(merged("2025-01-03", "2025-01-02", "2025-01-01")).toBe("eligible");
    expect(merged("2025-01-01", "2025-01-03", "2025-01-02")).toBe("ineligible");
    expect(merged("2025-01-02", "2025-01-01", "2025-01-03")).toBe("ineligible");
    expect(merged("2025-01-03", "2025-01-03", "2025-01-01")).toBe("cannot-be-determined");
    expect(merged("2026-03-17", "2025-01-02", "2025-01-01")).toBe("ineligible");
  });

  test("a doubt about one merged branch is a doubt about the most recent", () => {
    expect(branches([rated("1-100", "Goodish", "Good"), rated("1-101", "Good", "Good"), succeeding(["1-100", "1-101"])])).toBe("cannot-be-determined");
  });

  test("the branch whose rating counts is named", () => {
    const provider = withFormerBranches(readCqcRecords([rated("1-100", "Good", "Good"), succeeding(["1-100"])]).records)[1]!;
    expect(eligibility(provider, DAY, terms).conditions[0]!.evidence).toMatchObject({ kind: "rating", branch: "1-100", grade: "good" });
  });
});

describe("R23, registration council: registration alone suffices where the service is not regulated", () => {
  const terms: EligibilityTerms = {
    ...NOTHING_ELSE,
    registration: [{ kind: "registered", unsaid: "cannot-be-determined" }, { kind: "regulated-activity", activity: "Personal care", unsaid: "cannot-be-determined" }],
    ratings: [{ id: "overall", of: "overall", atLeast: "good" }],
    unregulated: "registration-alone",
  };
  const unratedProvider = recordOf({ ...LOCATION, regulatedActivities: [] });
  const answer = (provider: ProviderFacts): unknown => {
    const { kind, deciding } = eligibility(provider, DAY, terms);
    return [kind, ...deciding];
  };

  test("not regulated: registered is enough, and not registered is not", () => {
    expect(answer({ ...unratedProvider, regulated: false })).toEqual(["eligible"]);
    expect(answer({ ...unratedProvider, regulated: false, registration: { status: "deregistered", firstDay: null, endedOn: null } })).toEqual(["ineligible", "registered"]);
  });

  test("regulated: every condition is asked", () => {
    expect(answer({ ...unratedProvider, regulated: true })).toEqual(["ineligible", "regulated-activity"]);
    expect(answer({ ...recordOf(rated("1", "Good", "Good")), regulated: true })).toEqual(["eligible"]);
  });

  test("not known: it is eligible where both ways agree, and open where they differ", () => {
    expect(answer(recordOf(rated("1", "Good", "Good")))).toEqual(["eligible"]);
    expect(answer(recordOf(rated("1", "Inadequate", "Good")))).toEqual(["cannot-be-determined", "overall"]);
    expect(answer(unratedProvider)).toEqual(["cannot-be-determined", "regulated-activity", "overall"]);
  });
});

describe("R23, another regulator: grades 1 to 6, at least 4", () => {
  const scale = ["1", "2", "3", "4", "5", "6"];
  const terms: EligibilityTerms = {
    ...NOTHING_ELSE,
    service: null,
    grades: [
      { id: "support", regulator: "Care Inspectorate", theme: "Support", scale, atLeast: "4" },
      { id: "leadership", regulator: "Care Inspectorate", theme: "Leadership", scale, atLeast: "4", maxAge: { months: 24 } },
    ],
  };
  const graded = (support: string, leadership: string, publishedOn: `${number}-${number}-${number}` = "2025-01-10"): ProviderFacts => ({
    id: "CS2003000000",
    regulator: "care inspectorate",
    grades: [
      { theme: "Support", word: support, publishedOn },
      { theme: "Leadership", word: leadership, publishedOn },
    ],
  });

  test.each([
    ["4", "4", "eligible", []],
    ["6", "5", "eligible", []],
    ["3", "6", "ineligible", ["support"]],
    ["4", "3", "ineligible", ["leadership"]],
    ["7", "4", "cannot-be-determined", ["support"]],
    ["Good", "4", "cannot-be-determined", ["support"]],
  ])("support %s, leadership %s: %s", (support, leadership, kind, deciding) => {
    expect(eligibility(graded(support, leadership), DAY, terms)).toMatchObject({ kind, deciding });
  });

  test("the newest grade by the day counts, and its age", () => {
    const provider = graded("4", "4");
    const newer = { ...provider, grades: [...provider.grades!, { theme: "Support", word: "2", publishedOn: "2026-03-16" as const }] };
    expect(eligibility(newer, DAY, terms).kind).toBe("ineligible");
    expect(eligibility(newer, "2026-03-15", terms).kind).toBe("eligible");
    expect(eligibility(graded("4", "4", "2024-03-15"), DAY, terms)).toMatchObject({ kind: "ineligible", deciding: ["leadership"] });
    expect(eligibility(graded("4", "4", "2024-03-16"), DAY, terms).kind).toBe("eligible");
  });

  test("two grades of one day that differ, and no grade", () => {
    const provider = graded("4", "4");
    expect(eligibility({ ...provider, grades: [...provider.grades!, { theme: "Support", word: "5", publishedOn: "2025-01-10" }] }, DAY, terms)).toMatchObject({ kind: "cannot-be-determined", deciding: ["support"] });
    expect(eligibility({ id: "CS1", regulator: "Care Inspectorate" }, DAY, terms)).toMatchObject({ kind: "cannot-be-determined", deciding: ["support", "leadership"] });
    expect(eligibility({ id: "CS1", regulator: "Care Inspectorate" }, DAY, { ...terms, unrated: "ineligible" }).kind).toBe("ineligible");
  });

  test("a scale of words, in any case", () => {
    const words: EligibilityTerms = { ...terms, grades: [{ id: "overall", regulator: "Care Inspectorate Wales", theme: null, scale: ["Poor", "Adequate", "Good", "Excellent"], atLeast: "Good" }] };
    const provider = (word: string): ProviderFacts => ({ id: "W1", regulator: "Care Inspectorate Wales", grades: [{ theme: null, word, publishedOn: "2025-01-10" }] });
    expect([provider("excellent"), provider("GOOD"), provider("Adequate")].map((facts) => eligibility(facts, DAY, words).kind)).toEqual(["eligible", "eligible", "ineligible"]);
  });
});
