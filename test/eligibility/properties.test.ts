import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EligibilityTerms, GRADES, KEY_QUESTIONS, eligibility, leicesterEligibility, readCqcRecords, readRatingWord, readRatingsSheet, readRatingsSheetText, whoFlips } from "../../src/index.js";

const WORDS = ["Outstanding", "Good", "Requires improvement", "Requires Improvement", "Inadequate", "Inspected but not rated", "No published rating", "Not Rated", "", "Goodish"];
const QUESTIONS = ["Safe", "Effective", "Caring", "Responsive", "Well-led"];
const DAYS = ["2018-06-21", "2021-02-03", "2024-05-20", "2025-09-01", "2026-03-16", "2026-03-17"];
const DAY = "2026-03-16";

const word = fc.constantFrom(...WORDS);
const day = fc.constantFrom(...DAYS);
const organisation = fc.constantFrom(undefined, "1-100", "1-50");
const question = fc.record({ name: fc.constantFrom(...QUESTIONS), rating: word, reportDate: fc.option(day, { nil: undefined }), organisationId: organisation }, { requiredKeys: ["name", "rating"] });
const rating = fc.record({ rating: word, reportDate: fc.option(day, { nil: undefined }), organisationId: organisation, keyQuestionRatings: fc.array(question, { maxLength: 5 }) }, { requiredKeys: ["rating"] });
const serviceName = fc.constantFrom("Homecare agencies", "Domiciliary care service", "Supported living", "Care in the community");
const assessment = fc.record({
  assessmentPlanPublishedDateTime: day,
  ratings: fc.record({
    overall: fc.array(fc.record({ rating: word, status: fc.constantFrom("Current", "Historic"), keyQuestionRatings: fc.array(question, { maxLength: 2 }) }), { maxLength: 1 }),
    asgRatings: fc.array(fc.record({ name: serviceName, rating: word, status: fc.constantFrom("Current", "Historic", "Draft"), keyQuestionRatings: fc.array(question, { maxLength: 5 }) }), { maxLength: 3 }),
  }),
});
const location = fc.record(
  {
    locationId: fc.constantFrom("1-100", "1-200"),
    registrationStatus: fc.constantFrom("Registered", "Registered", "Registered", "Deregistered"),
    registrationDate: fc.constant("2015-01-05"),
    dormancy: fc.constantFrom("N", "N", "Y"),
    gacServiceTypes: fc.constantFrom([{ name: "Homecare agencies", description: "Domiciliary care service" }], [{ name: "Supported living", description: "Supported living service" }, { name: "Homecare agencies" }], []),
    regulatedActivities: fc.constantFrom([{ name: "Personal care", code: "RA1" }], [{ name: "Treatment of disease, disorder or injury" }, { name: "Personal care" }]),
    currentRatings: fc.record({ overall: rating, reportDate: day, serviceRatings: fc.array(fc.tuple(serviceName, rating).map(([name, of]) => ({ name, ...of })), { maxLength: 2 }) }, { requiredKeys: [] }),
    historicRatings: fc.array(fc.record({ reportDate: day, organisationId: organisation, overall: rating }), { maxLength: 3 }),
    assessment: fc.array(assessment, { maxLength: 2 }),
  },
  { requiredKeys: ["locationId", "registrationStatus"] },
);

const VERSIONS = leicesterEligibility.versions;
const GRADED = fc.constantFrom(...GRADES);
const terms: fc.Arbitrary<EligibilityTerms> = fc.record({
  service: fc.constantFrom(null, ["Homecare agencies"]),
  registration: fc.subarray(VERSIONS[0]!.registration as EligibilityTerms["registration"][number][]),
  ratings: fc.uniqueArray(
    fc.record({ id: fc.constantFrom("a", "b", "c"), of: fc.constantFrom("overall" as const, ...KEY_QUESTIONS), atLeast: GRADED, below: fc.constantFrom({}, { "requires-improvement": "action-plan" as const }), maxAge: fc.constantFrom({ months: 24 }, { days: 4000 }) }, { requiredKeys: ["id", "of", "atLeast"] }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
  ),
  unrated: fc.constantFrom("cannot-be-determined", "ineligible", "eligible-with-conditions", "not-asked"),
  inherited: fc.constantFrom("counts", "does-not-count", "cannot-be-determined"),
  reRegistered: fc.constantFrom("own-rating-only", "keeps-former-rating"),
  merged: fc.constant("own-rating-only"),
  unregulated: fc.constantFrom("same-conditions", "registration-alone"),
  actionPlan: fc.constant({ contents: [], inPlace: false }),
  facts: fc.constant([]),
  grades: fc.constant([]),
});

/** The same JSON with the keys of every object and the items of every list in other orders. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return sortedBy(value, random).map((item) => shuffled(item, random));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(sortedBy(Object.entries(value), random).map(([key, inner]) => [key, shuffled(inner, random)]));
}
function sortedBy<Item>(items: readonly Item[], random: () => number): Item[] {
  return items.map((item) => [random(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);
}
/** The same JSON with every word of a rating, status, service or question passed through a change. */
function reworded(value: unknown, change: (word: string, key: string) => string, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => reworded(item, change, key));
  if (typeof value === "string") return ["rating", "name", "status", "registrationStatus", "dormancy", "description"].includes(key) ? change(value, key) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, reworded(item, change, inner)]));
}
const answerOf = (object: unknown, under: EligibilityTerms): string => {
  const { kind, conditions } = eligibility(readCqcRecords(object).records[0]!, DAY, under);
  return [kind, ...conditions.map((outcome) => `${outcome.condition} ${outcome.kind} ${"reason" in outcome ? outcome.reason : ""}`)].join("; ");
};
const lets = (kind: string): boolean => kind === "eligible" || kind === "eligible-with-conditions";

describe("what changes no answer", () => {
  test("the order of keys and of lists", () => {
    fc.assert(
      fc.property(location, terms, fc.infiniteStream(fc.nat()), (object, under, numbers) => {
        const random = (): number => numbers.next().value ?? 0;
        expect(answerOf(shuffled(object, random), under)).toBe(answerOf(object, under));
      }),
      { numRuns: 1000 },
    );
  });

  test("the case of words", () => {
    fc.assert(
      fc.property(location, terms, fc.constantFrom("upper", "lower"), (object, under, how) => {
        const changed = reworded(object, (text) => (how === "upper" ? text.toUpperCase() : text.toLowerCase()));
        expect(answerOf(changed, under)).toBe(answerOf(object, under));
      }),
      { numRuns: 1000 },
    );
  });

  test("null in place of a field that is left out", () => {
    fc.assert(
      fc.property(location, terms, fc.subarray(["dormancy", "currentRatings", "historicRatings", "assessment", "regulatedActivities", "gacServiceTypes", "deregistrationDate", "relationships"]), (object, under, fields) => {
        const without = Object.fromEntries(Object.entries(object).filter(([key]) => !fields.includes(key)));
        const nulls = Object.fromEntries(fields.map((field) => [field, null]));
        expect(answerOf({ ...without, ...nulls }, under)).toBe(answerOf(without, under));
      }),
      { numRuns: 500 },
    );
  });

  test("the order of the providers", () => {
    fc.assert(
      fc.property(fc.uniqueArray(location, { selector: ({ locationId }) => locationId }), (objects) => {
        const { records } = readCqcRecords(objects);
        expect(whoFlips(records.toReversed(), DAY, VERSIONS[0]!, VERSIONS[1]!)).toEqual(whoFlips(records, DAY, VERSIONS[0]!, VERSIONS[1]!));
      }),
      { numRuns: 300 },
    );
  });
});

describe("what makes nobody eligible", () => {
  test("an unknown word in place of any one word of a rating, whatever the terms", () => {
    fc.assert(
      fc.property(location, terms, fc.nat(), fc.constantFrom("Goodish", "Very good", "1", "ungraded"), (object, under, pick, unknown) => {
        expect(readRatingWord(unknown).kind).toBe("unknown");
        let words = 0;
        reworded(object, (text, key) => (key === "rating" ? (words++, text) : text));
        fc.pre(words > 0);
        let at = 0;
        const changed = reworded(object, (text, key) => (key === "rating" && at++ === pick % words ? unknown : text));
        const [before, after] = [object, changed].map((each) => eligibility(readCqcRecords(each).records[0]!, DAY, under).kind);
        if (!lets(before!)) expect(lets(after!)).toBe(false);
        if (before === "eligible-with-conditions") expect(after).not.toBe("eligible");
        expect(after).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  test("unknown words throughout, whatever the terms", () => {
    fc.assert(
      fc.property(location, terms, (object, under) => {
        const changed = reworded(object, (text, key) => (key === "rating" ? "Goodish" : text));
        const { kind, conditions } = eligibility(readCqcRecords(changed).records[0]!, DAY, under);
        const ofRatings = conditions.filter(({ condition }) => under.ratings.some(({ id }) => id === condition));
        expect(ofRatings.filter((outcome) => outcome.kind === "met")).toEqual([]);
        if (under.unrated === "cannot-be-determined") expect(lets(kind)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("one condition more: ineligible stays ineligible, and nobody gains", () => {
    fc.assert(
      fc.property(location, terms, fc.constantFrom("overall" as const, ...KEY_QUESTIONS), GRADED, (object, under, of, atLeast) => {
        const [record] = readCqcRecords(object).records;
        const before = eligibility(record!, DAY, under).kind;
        const after = eligibility(record!, DAY, { ...under, ratings: [...under.ratings, { id: "more", of, atLeast }] }).kind;
        if (before === "ineligible") expect(after).toBe("ineligible");
        if (before === "eligible-with-conditions") expect(after).not.toBe("eligible");
        expect(after).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });
});

describe("nothing is lost and nothing is thrown", () => {
  test("any JSON: records read are accepted or rejected, and each rejection has a finding", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.jsonValue(), location))), (input) => {
        for (const reading of [readCqcRecords(input), readRatingsSheet(input)]) {
          expect(reading.read).toBe(reading.accepted + reading.rejected);
          expect(reading.findings.length).toBeGreaterThanOrEqual(reading.rejected);
        }
        for (const record of readCqcRecords(input).records) expect(eligibility(record, DAY, VERSIONS[1]!).provider).toBe(record.id);
      }),
      { numRuns: 1000 },
    );
  });

  test("a field of any kind in a location", () => {
    const fields = ["currentRatings", "historicRatings", "assessment", "regulatedActivities", "gacServiceTypes", "relationships", "dormancy", "registrationStatus", "registrationDate", "deregistrationDate"];
    fc.assert(
      fc.property(location, fc.constantFrom(...fields), fc.jsonValue(), (object, field, value) => {
        const [record] = readCqcRecords({ ...object, [field]: value }).records;
        expect(eligibility(record!, DAY, VERSIONS[0]!).provider).toBe(object.locationId);
      }),
      { numRuns: 1000 },
    );
  });

  test("any text as a sheet", () => {
    const piece = fc.constantFrom("Location ID", "Domain", "Latest Rating", "Publication Date", ",", ";", "\t", "\n", "\r\n", '"', "1-100", "Good", "Overall", "\uFEFF");
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(piece).map((pieces) => pieces.join("")), fc.array(piece).map((pieces) => `Location ID,Domain,Latest Rating\n${pieces.join("")}`)), (text) => {
        const reading = readRatingsSheetText(text);
        expect(reading.read).toBe(reading.accepted + reading.rejected);
        if (reading.rejected > 0) expect(reading.findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
