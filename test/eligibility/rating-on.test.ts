import { describe, expect, test } from "vitest";
import { type RatingAnswer, type RatingOf, ratingOn, readCqcRecords } from "../../src/index.js";
import { LOCATION, historyOf, overall, published, questions, recordOf } from "./fixtures.js";

const HOME_CARE = "Homecare agencies";
const LATER = "2026-03-16";

/** The answer in short: the grade, or why there is none. */
const short = (answer: RatingAnswer): string => (answer.kind === "rated" ? answer.grade : `${answer.kind}: ${answer.reason}`);
const ask = (object: object, of: RatingOf = "overall", day: `${number}-${number}-${number}` = LATER, service: string | null = HOME_CARE): string =>
  short(ratingOn(recordOf({ ...LOCATION, ...object }).history, { service, of }, day));

/** A single assessment of services, in the shape that readers of the real data take. */
const assessment = (publishedOn: string | null, asgRatings: object[], more: object = {}): object => ({ assessmentPlanPublishedDateTime: publishedOn, ratings: { overall: [], asgRatings }, ...more });
const group = (name: string, rating: string, words: { readonly [name: string]: string } = {}, more: object = {}): object => ({
  name,
  rating,
  status: "Current",
  assessmentPlanStatus: "Active",
  keyQuestionRatings: Object.entries(words).map(([question, word]) => ({ name: question, rating: word, status: "Current", percentageScore: "70" })),
  ...more,
});

describe("current ratings of the inspection era", () => {
  const current = { currentRatings: { overall: overall("Good", "2024-05-20", questions("Good", { "Well-led": "Requires improvement" })), reportDate: "2024-05-20" } };

  test("overall and a key question", () => {
    expect(ask(current)).toBe("good");
    expect(ask(current, "well-led")).toBe("requires-improvement");
  });

  test("from the day of publication (included)", () => {
    expect(ask(current, "overall", "2024-05-19")).toBe("not-rated: none-by-the-day");
    expect(ask(current, "overall", "2024-05-20")).toBe("good");
  });

  test("a key question has its own day of publication", () => {
    const focused = { currentRatings: { overall: { ...overall("Good", "2024-05-20"), keyQuestionRatings: [{ name: "Safe", rating: "Good", reportDate: "2021-02-03" }] } } };
    expect(ask(focused, "safe", "2021-02-03")).toBe("good");
    expect(ask(focused, "overall", "2021-02-03")).toBe("not-rated: none-by-the-day");
  });

  test("a key question without a day takes that of its rating, and a rating that of its block", () => {
    const bare = { currentRatings: { reportDate: "2024-05-20", overall: { rating: "Good", keyQuestionRatings: [{ name: "Safe", rating: "Good" }] } } };
    expect([ask(bare, "safe", "2024-05-19"), ask(bare, "safe", "2024-05-20"), ask(bare)]).toEqual(["not-rated: none-by-the-day", "good", "good"]);
  });

  test("a non-rating in overall does not touch a key question that is rated", () => {
    const odd = { currentRatings: { overall: overall("Inspected but not rated", "2024-05-20", { "Well-led": "Good" }) } };
    expect(ask(odd)).toBe("not-rated: inspected-but-not-rated");
    expect(ask(odd, "well-led")).toBe("good");
    expect(ask(odd, "safe")).toBe("not-rated: no-rating");
  });

  test("current ratings without overall hold no overall rating, and a historic one does not stand in", () => {
    const without = {
      gacServiceTypes: [...LOCATION.gacServiceTypes, { name: "Supported living" }],
      currentRatings: { reportDate: "2024-05-20", serviceRatings: [{ name: "Supported living", rating: "Good", reportDate: "2024-05-20" }] },
      historicRatings: [{ reportDate: "2019-01-08", overall: { rating: "Good", keyQuestionRatings: [] } }],
    };
    expect(ask(without)).toBe("not-rated: only-historic-ratings");
    expect(ask({ currentRatings: {} })).toBe("not-rated: no-rating");
  });
});

describe("historic ratings", () => {
  const changed = {
    currentRatings: { overall: overall("Good", "2023-04-04", questions("Good")) },
    historicRatings: [
      { reportDate: "2022-05-24", overall: { rating: "Requires improvement", keyQuestionRatings: [{ name: "Safe", rating: "Requires improvement" }] } },
      { reportDate: "2018-06-21", overall: { rating: "Outstanding", keyQuestionRatings: [{ name: "Safe", rating: "Good" }, { name: "Caring", rating: "Outstanding" }] } },
    ],
  };

  test("each stood until the next was published", () => {
    const days = ["2018-06-20", "2018-06-21", "2022-05-23", "2022-05-24", "2023-04-03", "2023-04-04"] as const;
    expect(days.map((day) => ask(changed, "overall", day))).toEqual(["not-rated: none-by-the-day", "outstanding", "outstanding", "requires-improvement", "requires-improvement", "good"]);
  });

  test("a key question that a later report left out kept its rating until the current ones", () => {
    expect(ask(changed, "caring", "2022-06-01")).toBe("outstanding");
    expect(ask(changed, "caring", "2023-04-04")).toBe("good");
  });

  test("what is not in the current ratings no longer stands, and is named as the former rating", () => {
    const partial = { ...changed, currentRatings: { overall: overall("Good", "2023-04-04", { Safe: "Good" }) } };
    const answer = ratingOn(recordOf({ ...LOCATION, ...partial }).history, { service: HOME_CARE, of: "caring" }, LATER);
    expect(answer).toMatchObject({ kind: "not-rated", reason: "not-in-current-ratings", former: { grade: "outstanding", evidence: { publishedOn: "2018-06-21" } } });
  });

  test("without a current rating the last historic one has no known end: it does not stand", () => {
    const { historicRatings } = changed;
    expect(ask({ historicRatings }, "overall", "2022-05-23")).toBe("outstanding");
    expect(ask({ historicRatings }, "overall", "2022-05-24")).toBe("not-rated: only-historic-ratings");
  });

  test("a historic rating without a day does not stand, and is not nothing", () => {
    expect(ask({ historicRatings: [{ overall: { rating: "Good" } }] })).toBe("not-rated: only-historic-ratings");
  });

  test("a historic rating newer than the current one leaves the answer open; a historic non-rating does not", () => {
    const newer = (rating: string): object => ({ ...changed, historicRatings: [{ reportDate: "2024-01-01", overall: { rating, keyQuestionRatings: [] } }] });
    expect(ask(newer("Inadequate"))).toBe("cannot-be-determined: historic-newer-than-current");
    expect(ask(newer("Inspected but not rated"))).toBe("good");
  });
});

describe("inherited ratings", () => {
  const inheritance = (record: object, of: RatingOf): unknown => {
    const answer = ratingOn(recordOf({ ...LOCATION, ...record }).history, { service: HOME_CARE, of }, LATER);
    return answer.kind === "rated" ? answer.evidence.inheritance : answer;
  };

  test("marked on overall: everything in it is", () => {
    const marked = { currentRatings: { overall: overall("Good", "2024-05-20", { Safe: "Good" }, { organisationId: "1-50" }) } };
    expect(inheritance(marked, "overall")).toEqual({ kind: "inherited", from: ["1-50"] });
    expect(inheritance(marked, "safe")).toEqual({ kind: "inherited", from: ["1-50"] });
  });

  test("marked on key questions only: overall is inherited too", () => {
    const marked = {
      currentRatings: {
        overall: { rating: "Good", reportDate: "2024-05-20", keyQuestionRatings: [{ name: "Safe", rating: "Good", organisationId: "1-50" }, { name: "Caring", rating: "Good", organisationId: "1-100" }, { name: "Effective", rating: "Good" }] },
      },
    };
    expect(inheritance(marked, "overall")).toEqual({ kind: "inherited", from: ["1-50"] });
    expect(inheritance(marked, "safe")).toEqual({ kind: "inherited", from: ["1-50"] });
    expect(inheritance(marked, "caring")).toEqual({ kind: "own" });
    expect(inheritance(marked, "effective")).toEqual({ kind: "own" });
  });

  test("an organisation that is the location itself is its own, in whatever case", () => {
    const own = { locationId: "1-abc", currentRatings: { overall: overall("Good", "2024-05-20", {}, { organisationId: "1-ABC" }) } };
    expect(inheritance(own, "overall")).toEqual({ kind: "own" });
  });

  test("a historic block says it for all in it", () => {
    const { history } = recordOf({ ...LOCATION, historicRatings: [{ reportDate: "2018-06-21", organisationId: "1-50", overall: { rating: "Good", keyQuestionRatings: [{ name: "Safe", rating: "Good" }] } }] });
    expect(history.ratings.map((rating) => rating.inheritance)).toEqual([{ kind: "inherited", from: ["1-50"] }, { kind: "inherited", from: ["1-50"] }]);
  });
});

describe("the single assessment", () => {
  const inspection = { currentRatings: { overall: overall("Good", "2019-12-19", questions("Good")) } };

  test("the newest published of both blocks decides, for the service", () => {
    const both = { ...inspection, assessment: [assessment("2024-09-02 00:00:00", [group("Homecare agencies", "Requires Improvement", { "Well-led": "Inadequate" })])] };
    expect(ask(both)).toBe("requires-improvement");
    expect(ask(both, "well-led")).toBe("inadequate");
    expect(ask(both, "caring")).toBe("good");
    expect(ask(both, "overall", "2024-09-01")).toBe("good");
  });

  test("an inspection published after the assessment decides", () => {
    const both = { currentRatings: { overall: overall("Good", "2025-01-10", questions("Good")) }, assessment: [assessment("2024-09-02T10:00:00Z", [group("Homecare agencies", "Inadequate")])] };
    expect(ask(both)).toBe("good");
  });

  test("the service is known by either of its names", () => {
    const named = (name: string): object => ({ assessment: [assessment("2024-09-02", [group(name, "Good")])] });
    expect(["Homecare agencies", "Domiciliary care service", "Domiciliary Care Services", "homecare service", "Home care"].map((name) => ask(named(name)))).toEqual(Array.from({ length: 5 }, () => "good"));
  });

  test("a rating of another service that the location runs is not home care's", () => {
    const services = { gacServiceTypes: [...LOCATION.gacServiceTypes, { name: "Supported living", description: "Supported living service" }] };
    const living = { ...services, assessment: [assessment("2024-09-02", [group("Supported living", "Outstanding")])] };
    expect(ask(living)).toBe("not-rated: rated-by-service");
    expect(ask({ ...living, ...inspection })).toBe("good");
    expect(ask(living, "overall", LATER, "Supported living service")).toBe("outstanding");
    expect(ask(living, "overall", LATER, null)).toBe("not-rated: rated-by-service");
  });

  test("Not Rated at the location's level says nothing about a service that is rated", () => {
    const mixed = { currentRatings: { overall: overall("Not Rated", "2025-02-01") }, assessment: [assessment("2024-09-02", [group("Homecare agencies", "Good")])] };
    expect(ask(mixed)).toBe("good");
    expect(ask(mixed, "overall", LATER, null)).toBe("not-rated: not-rated");
  });

  test("a newer rating of a service whose name is not known leaves the answer open; an older one does not", () => {
    const odd = (publishedOn: string): object => ({ ...inspection, assessment: [assessment(publishedOn, [group("Care in the community", "Inadequate")])] });
    expect(ask(odd("2024-09-02"))).toBe("cannot-be-determined: service-unfamiliar");
    expect(ask(odd("2019-12-19"))).toBe("good");
    expect(ask(odd("2024-09-02"), "overall", "2024-09-01")).toBe("good");
  });

  test("a rating marked as historic does not stand", () => {
    const replaced = { assessment: [assessment("2024-02-01", [group("Homecare agencies", "Inadequate", {}, { status: "Historic" })]), assessment("2025-02-01", [group("Homecare agencies", "Good")])] };
    expect(ask(replaced)).toBe("good");
    expect(ask(replaced, "overall", "2024-02-01")).toBe("inadequate");
    expect(ask({ assessment: [assessment("2024-02-01", [group("Homecare agencies", "Good", {}, { status: "Historic" })])] })).toBe("not-rated: only-historic-ratings");
  });

  test("an unfamiliar status asserts nothing and is a finding", () => {
    const odd = { ...LOCATION, ...inspection, assessment: [assessment("2024-09-02", [group("Homecare agencies", "Outstanding", {}, { status: "Draft" })])] };
    expect(ask(odd)).toBe("cannot-be-determined: unknown-word");
    expect(readCqcRecords(odd).findings.map(({ code }) => code)).toEqual(["unknown-status"]);
  });

  test("an unfamiliar status of a key question is a finding; that of its rating decides", () => {
    const odd = { ...LOCATION, assessment: [assessment("2024-09-02", [{ ...group("Homecare agencies", "Good"), keyQuestionRatings: [{ name: "Safe", rating: "Good", status: "Carried over" }, { name: "Caring", rating: "Good", status: "historic" }] }])] };
    expect([ask(odd, "safe"), ask(odd, "caring")]).toEqual(["good", "not-rated: not-in-current-ratings"]);
    expect(readCqcRecords(odd).findings.map(({ code }) => code)).toEqual(["unknown-status"]);
  });

  test("without a day of publication the newest cannot be told, unless it asserts nothing", () => {
    const undated = (rating: string): object => ({ ...inspection, assessment: [assessment(null, [group("Homecare agencies", rating)])] });
    expect(ask(undated("Good"))).toBe("cannot-be-determined: publication-day-unknown");
    expect(ask(undated("Insufficient evidence to rate"))).toBe("good");
    expect(readCqcRecords({ ...LOCATION, ...undated("Good") }).findings.map(({ code }) => code)).toEqual(["undated-rating"]);
  });

  test("lists may be single objects, and overall may be filled", () => {
    const loose = { assessment: { assessmentPlanPublishedDateTime: "2024-09-02", ratings: { overall: { rating: "Good", keyQuestionRatings: { name: "Well-led", rating: "Good" } }, asgRatings: null } } };
    expect([ask(loose), ask(loose, "well-led")]).toEqual(["good", "good"]);
  });
});

describe("what cannot be told", () => {
  test.each([
    [{ currentRatings: { overall: "Inadequate" } }],
    [{ currentRatings: { overall: [{ rating: "Inadequate" }] } }],
    [{ currentRatings: "Inadequate" }],
    [{ currentRatings: { serviceRatings: [{ rating: "Inadequate", reportDate: "2025-02-01" }] } }],
    [{ historicRatings: "none" }],
  ])("what could not be read in the place of ratings may be the newest: %j", (odd) => {
    const before = { assessment: [assessment("2024-09-02", [group("Homecare agencies", "Good")])] };
    expect(ask(before)).toBe("good");
    expect(ask({ ...before, ...odd })).toBe("cannot-be-determined: ratings-unreadable");
  });

  test("an unfamiliar word in the newest place, whatever stood before", () => {
    const odd = { currentRatings: { overall: overall("Goodish", "2024-05-20") }, historicRatings: [{ reportDate: "2019-01-08", overall: { rating: "Good" } }] };
    expect(ask(odd)).toBe("cannot-be-determined: unknown-word");
  });

  test("a rating that is no text is unknown, not absent", () => {
    expect(ask({ currentRatings: { overall: { rating: 2, reportDate: "2024-05-20" } } })).toBe("cannot-be-determined: unknown-word");
  });

  test("an unfamiliar key question may be any of them", () => {
    const odd = { currentRatings: { overall: overall("Good", "2019-12-19", questions("Good")) }, assessment: [assessment("2024-09-02", [group("Homecare agencies", "Good", { Leadership: "Inadequate" })])] };
    expect(ask(odd, "well-led")).toBe("cannot-be-determined: question-unfamiliar");
    expect(ask(odd)).toBe("good");
  });

  test("two ratings of one day that differ; two that agree are one", () => {
    const two = (a: string, b: string): string => short(ratingOn(historyOf([published(a, "2024-05-20"), published(b, "2024-05-20")]), { service: HOME_CARE, of: "overall" }, LATER));
    expect(two("Good", "Requires improvement")).toBe("cannot-be-determined: conflicting-ratings");
    expect(two("Good", "Inspected but not rated")).toBe("cannot-be-determined: conflicting-ratings");
    expect(two("Good", "good")).toBe("good");
    expect(two("Not Rated", "Inspected but not rated")).toBe("not-rated: inspected-but-not-rated");
    expect(two("Inspected but not rated", "Not Rated")).toBe("not-rated: inspected-but-not-rated");
  });

  test("of two equal ratings of one day the evidence shows the one that is inherited", () => {
    const inherited = published("Good", "2024-05-20", { source: "single-assessment", inheritance: { kind: "inherited", from: ["1-50"] } });
    const answer = ratingOn(historyOf([published("Good", "2024-05-20"), inherited]), { service: null, of: "overall" }, LATER);
    expect(answer).toMatchObject({ kind: "rated", evidence: { inheritance: { kind: "inherited" } } });
  });
});

describe("what is not rated", () => {
  test("a provider's record holds no ratings of home care", () => {
    expect(short(ratingOn(recordOf({ providerId: "1-900", registrationStatus: "Registered" }).history, { service: HOME_CARE, of: "overall" }, LATER))).toBe("not-rated: rated-by-location");
  });

  test("a location that does not run the service has no rating of it", () => {
    const home = { gacServiceTypes: [{ name: "Residential homes", description: "Care home service without nursing" }], currentRatings: { overall: overall("Good", "2024-05-20") } };
    expect(ask(home)).toBe("not-rated: service-not-provided");
    expect(ask(home, "overall", LATER, null)).toBe("good");
  });

  test("the last rating before a non-rating is named as the former one", () => {
    const target = { currentRatings: { overall: overall("Inspected but not rated", "2024-05-20") }, historicRatings: [{ reportDate: "2019-01-08", overall: { rating: "Good" } }] };
    const answer = ratingOn(recordOf({ ...LOCATION, ...target }).history, { service: HOME_CARE, of: "overall" }, LATER);
    expect(answer).toMatchObject({ kind: "not-rated", reason: "inspected-but-not-rated", evidence: { publishedOn: "2024-05-20" }, former: { grade: "good" } });
  });
});
