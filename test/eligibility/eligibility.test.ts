import { describe, expect, test } from "vitest";
import { type Age, type Clause, type Day, type EligibilityTerms, type ProviderFacts, type RatingCondition, eligibility, eligibilityUnder } from "../../src/index.js";
import { LOCATION, historyOf, overall, published, questions, rated, recordOf } from "./fixtures.js";

const DAY = "2026-03-16";
const source = { document: "Terms of a test council", published: "2026", clause: "4.2", quote: "rated Good" };

const TERMS: EligibilityTerms = {
  service: ["Homecare agencies"],
  registration: [],
  ratings: [{ id: "overall", of: "overall", atLeast: "good" }],
  unrated: "cannot-be-determined",
  inherited: "counts",
  reRegistered: "own-rating-only",
  merged: "own-rating-only",
  unregulated: "same-conditions",
  actionPlan: null,
  facts: [],
  grades: [],
};

const ask = (provider: ProviderFacts, terms: Partial<EligibilityTerms>, day: Day = DAY): string => {
  const answer = eligibility(provider, day, { ...TERMS, ...terms });
  const why = answer.conditions.filter(({ condition }) => answer.deciding.includes(condition)).map((outcome) => `${outcome.condition} ${"reason" in outcome ? outcome.reason : outcome.kind}`);
  return [answer.kind, ...why].join(", ");
};
const good = recordOf(rated("1-100", "Good", "Good"));
const improving = recordOf(rated("1-200", "Requires improvement", "Good"));
const inadequate = recordOf(rated("1-300", "Inadequate", "Inadequate"));
const unrated = recordOf(LOCATION);

describe("the least rating (included)", () => {
  test.each([
    ["outstanding", "eligible", "ineligible, overall below-minimum"],
    ["good", "eligible", "eligible"],
    ["requires-improvement", "eligible", "eligible"],
  ] as const)("at least %s", (atLeast, outstanding, goodAnswer) => {
    const terms = { ratings: [{ id: "overall", of: "overall", atLeast }] } satisfies Partial<EligibilityTerms>;
    expect(ask(recordOf(rated("1", "Outstanding", "Good")), terms)).toBe(outstanding);
    expect(ask(good, terms)).toBe(goodAnswer);
  });

  test("a key question of a service", () => {
    const terms: Partial<EligibilityTerms> = { ratings: [{ id: "well-led", of: "well-led", atLeast: "good" }] };
    expect([good, recordOf(rated("1", "Good", "Requires improvement"))].map((record) => ask(record, terms))).toEqual(["eligible", "ineligible, well-led below-minimum"]);
  });
});

describe("how old a rating may be (the last day included)", () => {
  const aged = (publishedOn: string): ProviderFacts => recordOf(rated("1", "Good", "Good", publishedOn));
  const within = (maxAge: Age): Partial<EligibilityTerms> => ({ ratings: [{ id: "overall", of: "overall", atLeast: "good", maxAge }] });

  test.each<[Age, string, string, Day]>([
    [{ months: 24 }, "2024-03-16", "2024-03-15", "2026-03-16"],
    [{ months: 1 }, "2026-02-28", "2026-02-27", "2026-03-31"],
    [{ months: 12 }, "2023-02-28", "2023-02-27", "2024-02-29"],
    [{ months: 3 }, "2025-11-28", "2025-11-27", "2026-02-28"],
    [{ days: 730 }, "2024-03-16", "2024-03-15", "2026-03-16"],
    [{ days: 0 }, "2026-03-16", "2026-03-15", "2026-03-16"],
  ])("%j: %s is recent and %s is not, on %s", (age, recent, old, day) => {
    expect(ask(aged(recent), within(age), day)).toBe("eligible");
    expect(ask(aged(old), within(age), day)).toBe("ineligible, overall too-old");
  });
});

describe("not rated", () => {
  test("it cannot be determined, or what the terms say", () => {
    expect(ask(unrated, {})).toBe("cannot-be-determined, overall not-rated");
    expect(ask(unrated, { unrated: "ineligible" })).toBe("ineligible, overall not-rated");
    expect(ask(unrated, { unrated: "eligible-with-conditions" })).toBe("eligible-with-conditions, overall met-with-conditions");
  });

  test("a condition may say something else than the terms", () => {
    const ratings: RatingCondition[] = [{ id: "well-led", of: "well-led", atLeast: "good" }, { id: "overall", of: "overall", atLeast: "good", unrated: "not-asked" }];
    const wellLedOnly = recordOf({ ...LOCATION, currentRatings: { overall: overall("Inspected but not rated", "2024-05-20", { "Well-led": "Good" }) } });
    expect(ask(wellLedOnly, { ratings })).toBe("eligible");
    expect(ask(unrated, { ratings })).toBe("cannot-be-determined, well-led not-rated");
  });

  test("a condition that nobody asks shows nothing", () => {
    const ratings: RatingCondition[] = [{ id: "overall", of: "overall", atLeast: "good", unrated: "not-asked" }];
    expect(ask(unrated, { ratings })).toBe("cannot-be-determined, overall not-rated");
    expect(ask(unrated, { unrated: "not-asked" })).toBe("cannot-be-determined, overall not-rated");
  });

  test("an ended registration keeps no ratings: on a day before its end, whether it was rated is not known", () => {
    const ended = recordOf({ ...LOCATION, registrationStatus: "Deregistered", deregistrationDate: "2025-01-01" });
    expect(ask(ended, { unrated: "ineligible" }, "2024-12-31")).toBe("cannot-be-determined, overall ratings-not-kept");
  });

  test("an unfamiliar word is not the same as not rated", () => {
    expect(ask(recordOf(rated("1", "Goodish", "Good")), { unrated: "eligible-with-conditions" })).toBe("cannot-be-determined, overall unknown-word");
  });
});

describe("registration, dormancy, activity and service, in this order", () => {
  const registration: EligibilityTerms["registration"] = [
    { kind: "registered", unsaid: "cannot-be-determined" },
    { kind: "not-dormant", unsaid: "cannot-be-determined" },
    { kind: "regulated-activity", activity: "Personal care", unsaid: "cannot-be-determined" },
    { kind: "runs-service", anyOf: ["Domiciliary care service"], unsaid: "cannot-be-determined" },
  ];
  const of = (more: object): string => ask(recordOf({ ...rated("1-100", "Good", "Good"), ...more }), { registration });

  test("each of them fails by itself", () => {
    expect(of({})).toBe("eligible");
    expect(of({ registrationStatus: "Deregistered", deregistrationDate: "2025-01-01" })).toBe("ineligible, registered deregistered");
    expect(of({ dormancy: "Y" })).toBe("ineligible, not-dormant dormant");
    expect(of({ regulatedActivities: [] })).toBe("ineligible, regulated-activity activity-not-registered");
    expect(of({ gacServiceTypes: [{ name: "Supported living" }] })).toBe("ineligible, runs-service service-not-run");
  });

  test("the activity is matched by its whole name, in any case", () => {
    expect(of({ regulatedActivities: [{ name: "PERSONAL CARE" }] })).toBe("eligible");
    expect(of({ regulatedActivities: [{ name: "Accommodation for persons who require nursing or personal care" }] })).toBe("ineligible, regulated-activity activity-not-registered");
  });

  test("what is not said leaves the answer open, or is not asked", () => {
    const silent = { registrationStatus: null, dormancy: null, regulatedActivities: null, gacServiceTypes: null };
    expect(of(silent)).toBe("cannot-be-determined, registered registration-not-said, not-dormant dormancy-not-said, regulated-activity activities-not-said, runs-service services-not-said");
    const lenient = registration.map((check) => ({ ...check, unsaid: "not-asked" as const }));
    expect(ask(recordOf({ ...rated("1-100", "Good", "Good"), ...silent }), { registration: lenient })).toBe("eligible");
  });

  test("an ended registration keeps no activities", () => {
    const ended = recordOf({ ...rated("1-100", "Good", "Good"), registrationStatus: "Deregistered", deregistrationDate: "2025-01-01", regulatedActivities: [] });
    expect(ask(ended, { registration }, "2024-12-31")).toBe("cannot-be-determined, regulated-activity activities-not-kept");
  });

  test("one that is not met outweighs any that cannot be determined", () => {
    expect(ask(recordOf({ ...LOCATION, dormancy: "Y" }), { registration })).toBe("ineligible, not-dormant dormant");
  });
});

describe("action plan", () => {
  const ratings: RatingCondition[] = [{ id: "overall", of: "overall", atLeast: "good", below: { "requires-improvement": "action-plan", inadequate: "cannot-be-determined" } }];
  const plan = (inPlace: boolean, contents: string[] = []): Partial<EligibilityTerms> => ({ ratings, actionPlan: { contents, inPlace } });

  test("the grades that are named lead to a plan, or leave it open; others are not met", () => {
    expect([good, improving, inadequate].map((record) => ask(record, plan(false)))).toEqual([
      "eligible",
      "eligible-with-conditions, overall met-with-conditions",
      "cannot-be-determined, overall grade-not-provided-for",
    ]);
    expect(ask(inadequate, { ratings: [{ ...ratings[0]!, below: { "requires-improvement": "action-plan" } }], actionPlan: { contents: [], inPlace: false } })).toBe("ineligible, overall below-minimum");
  });

  test("as a condition, it says what the plan must contain and what of it is missing", () => {
    const withPlan = { ...improving, actionPlan: { inPlace: true, contains: ["staffing"] } };
    const [outcome] = eligibility(withPlan, DAY, { ...TERMS, ...plan(false, ["staffing", "audits"]) }).conditions;
    expect(outcome).toMatchObject({ kind: "met-with-conditions", requires: { kind: "action-plan", contents: ["staffing", "audits"], missing: ["audits"], inPlace: true } });
  });

  test("in place before joining: known, in place and complete", () => {
    const before = plan(true, ["staffing"]);
    expect(ask(improving, before)).toBe("cannot-be-determined, overall action-plan-not-said");
    expect(ask({ ...improving, actionPlan: { inPlace: false, contains: ["staffing"] } }, before)).toBe("ineligible, overall no-action-plan");
    expect(ask({ ...improving, actionPlan: { inPlace: true, contains: [] } }, before)).toBe("ineligible, overall action-plan-incomplete");
    expect(ask({ ...improving, actionPlan: { inPlace: true, contains: ["staffing"] } }, before)).toBe("eligible-with-conditions, overall met-with-conditions");
  });

  test("a plan does not mend a rating that is too old", () => {
    expect(ask(improving, { ...plan(false), ratings: [{ ...ratings[0]!, maxAge: { days: 30 } }] })).toBe("ineligible, overall too-old");
  });
});

describe("inherited ratings", () => {
  const inherited = recordOf({ ...LOCATION, currentRatings: { overall: overall("Good", "2024-05-20", questions("Good"), { organisationId: "1-50" }) } });
  const notSaid: ProviderFacts = { id: "1", history: historyOf([published("Good", "2024-05-20", { inheritance: { kind: "not-said" } })]) };

  test("they count, do not count, or leave the answer open", () => {
    expect(ask(inherited, { inherited: "counts" })).toBe("eligible");
    expect(ask(inherited, { inherited: "does-not-count" })).toBe("cannot-be-determined, overall not-rated");
    expect(ask(inherited, { inherited: "cannot-be-determined" })).toBe("cannot-be-determined, overall inherited-rating");
  });

  test("one's own rating stands when inherited ones do not count", () => {
    const both: ProviderFacts = { id: "1", history: historyOf([published("Good", "2023-01-10"), published("Inadequate", "2024-05-20", { inheritance: { kind: "inherited", from: ["1-50"] } })]) };
    expect(ask(both, { inherited: "does-not-count" })).toBe("eligible");
    expect(ask(both, { inherited: "counts" })).toBe("ineligible, overall below-minimum");
  });

  test("a source that does not say it is in doubt where it matters", () => {
    expect(ask(notSaid, { inherited: "counts" })).toBe("eligible");
    expect(ask(notSaid, { inherited: "does-not-count" })).toBe("cannot-be-determined, overall inheritance-not-said");
    expect(ask(notSaid, { inherited: "cannot-be-determined" })).toBe("cannot-be-determined, overall inheritance-not-said");
  });
});

describe("facts of the caller's", () => {
  const atLeast: Partial<EligibilityTerms> = { facts: [{ id: "turnover", kind: "at-least", fact: "turnover", atLeast: "3000000" }] };
  const yes: Partial<EligibilityTerms> = { facts: [{ id: "insured", kind: "yes", fact: "insured" }] };

  test.each([
    ["3000000", "eligible"],
    ["3000000.00", "eligible"],
    ["2999999.99", "ineligible, turnover amount-below-minimum"],
    ["99999999999999999999999999999999999999.01", "eligible"],
    ["-3000000", "ineligible, turnover amount-below-minimum"],
    ["£3,000,000", "cannot-be-determined, turnover unreadable-fact"],
    [true, "cannot-be-determined, turnover unreadable-fact"],
  ])("a turnover of %j against at least 3000000 (included): %s", (turnover, answer) => {
    expect(ask({ ...good, facts: { turnover } }, atLeast)).toBe(answer);
  });

  test("what is not given is not known, not 0 and not no", () => {
    expect(ask(good, atLeast)).toBe("cannot-be-determined, turnover fact-not-given");
    expect(ask({ ...good, facts: {} }, { facts: [{ id: "odd", kind: "yes", fact: "constructor" }] })).toBe("cannot-be-determined, odd fact-not-given");
    expect(ask({ ...good, facts: { insured: true } }, yes)).toBe("eligible");
    expect(ask({ ...good, facts: { insured: false } }, yes)).toBe("ineligible, insured answered-no");
    expect(ask({ ...good, facts: { insured: "yes" } }, yes)).toBe("cannot-be-determined, insured unreadable-fact");
  });

  test("a number in place of decimal text is not exact", () => {
    const facts = JSON.parse('{ "turnover": 3000000 }') as { turnover: string };
    expect(ask({ ...good, facts }, atLeast)).toBe("cannot-be-determined, turnover unreadable-fact");
  });
});

describe("the regulator", () => {
  const grades: EligibilityTerms["grades"] = [{ id: "support", regulator: "Care Inspectorate", theme: "Care and support", scale: ["1", "2", "3", "4", "5", "6"], atLeast: "4" }];
  const scottish: ProviderFacts = { id: "CS1", regulator: "Care Inspectorate", registration: { status: "registered", firstDay: null, endedOn: null } };
  const registration: EligibilityTerms["registration"] = [{ kind: "registered", unsaid: "cannot-be-determined" }];

  test("a condition on another regulator is not asked, if the terms ask something of this one", () => {
    expect(ask(good, { registration, grades })).toBe("eligible");
    expect(ask({ ...scottish, grades: [{ theme: "care AND support", word: "4", publishedOn: "2025-01-10" }] }, { registration, grades })).toBe("eligible");
  });

  test("registration alone is not enough where the terms provide for another regulator only", () => {
    expect(ask(scottish, { registration })).toBe("cannot-be-determined, overall regulator-not-provided-for");
    expect(ask(good, { registration, ratings: [], grades })).toBe("cannot-be-determined, support regulator-not-provided-for");
  });
});

describe("the answer", () => {
  test("every condition's outcome has its clause, its evidence and the day of it", () => {
    const answer = eligibility(good, DAY, { ...TERMS, registration: [{ kind: "registered", unsaid: "not-asked" }], ratings: [{ ...TERMS.ratings[0]!, source }] });
    expect(answer).toEqual({
      provider: "1-100",
      day: DAY,
      kind: "eligible",
      deciding: [],
      conditions: [
        { condition: "registered", kind: "met", source: null, reading: null, evidenceDay: "2020-12-11", evidence: { kind: "stated", name: "registration", value: "registered" } },
        { condition: "overall", kind: "met", source, reading: null, evidenceDay: "2024-05-20", evidence: { kind: "rating", branch: null, grade: "good", evidence: good.history.ratings[0] } },
      ],
      restsOn: [],
    });
  });

  test("a version's source is that of its conditions, and a reading that sets them is named", () => {
    const clause: Clause<EligibilityTerms> = {
      versions: [
        {
          ...TERMS,
          firstDay: "2026-04-01",
          lastDay: "open",
          authority: "agreed",
          source,
          readings: { unrated: { silent: "", adopted: "out", choices: { out: { says: "", set: { unrated: "ineligible" } }, open: { says: "", set: { unrated: "cannot-be-determined" } } } }, which: { silent: "", adopted: "overall", choices: { overall: { says: "", set: { ratings: TERMS.ratings } } } } },
        },
      ],
    };
    const answer = eligibilityUnder(unrated, "2026-04-01", clause);
    expect(answer).toMatchObject({ kind: "cannot-be-determined", conditions: [{ source, reading: "which" }], rule: { kind: "in-force" } });
    expect(eligibilityUnder(good, "2026-03-31", clause)).toMatchObject({ kind: "cannot-be-determined", conditions: [], rule: { kind: "not-yet", firstDay: "2026-04-01" } });
  });

  test("it rests on the readings of which another choice changes it", () => {
    const version = { ...TERMS, firstDay: "unstated", lastDay: "unstated", authority: "agreed", source } as const;
    const readings = { unrated: { silent: "", adopted: "open", choices: { open: { says: "", set: { unrated: "cannot-be-determined" as const } }, out: { says: "", set: { unrated: "ineligible" as const } } } } };
    expect([unrated, good].map((record) => eligibility(record, DAY, { ...version, readings }).restsOn)).toEqual([["unrated"], []]);
  });
});

describe("terms that cannot be applied are refused", () => {
  test.each<[string, Partial<EligibilityTerms>, RegExp]>([
    ["nothing asked", { ratings: [] }, /at least one condition/],
    ["an id twice", { ratings: [TERMS.ratings[0]!, TERMS.ratings[0]!] }, /id of its own, got "overall"/],
    ["no service", { service: [] }, /at least one name/],
    ["a plan that is not said", { ratings: [{ id: "overall", of: "overall", atLeast: "good", below: { inadequate: "action-plan" } }] }, /must say what it is/],
    ["a grade off its scale", { grades: [{ id: "a", regulator: "R", theme: null, scale: ["1"], atLeast: "2" }] }, /word of its scale, got "2"/],
    ["a grade that is none", { ratings: [{ id: "a", of: "overall", atLeast: "Good" as "good" }] }, /one of the CQC's, got "Good". Did you mean "good"\?/],
    ["a question that is none", { ratings: [{ id: "a", of: "welled" as "well-led", atLeast: "good" }] }, /Did you mean "well-led"\?/],
    ["an age that is none", { ratings: [{ id: "a", of: "overall", atLeast: "good", maxAge: { months: 1.5 } }] }, /whole number/],
    ["an amount that is no decimal text", { facts: [{ id: "a", kind: "at-least", fact: "a", atLeast: "£3m" }] }, /decimal text/],
  ])("%s", (_, terms, message) => {
    expect(() => eligibility(good, DAY, { ...TERMS, ...terms })).toThrow(message);
  });
});
