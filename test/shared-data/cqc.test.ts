import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { eligibilityUnder, leicesterEligibility, ratingOn, readCqcRecords } from "../../src/index.js";

const SHARED = new URL("../../../shared/", import.meta.url);
const samples = readdirSync(new URL("cqc/", SHARED)).filter((name) => name.endsWith(".json"));
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`cqc/${name}`, SHARED), "utf8"));
const only = (name: string) => readCqcRecords(read(name)).records[0]!;
const DAY = "2026-09-22";
const HOME_CARE = ["Homecare agencies", "Domiciliary care service"];

describe("real answers of the public API", () => {
  test("there are some", () => {
    expect(samples.length).toBeGreaterThanOrEqual(10);
  });

  test.each(samples)("%s goes through: every record is accepted, or rejected with a finding", (name) => {
    const reading = readCqcRecords(read(name));
    expect(reading.read).toBeGreaterThan(0);
    expect(reading.read).toBe(reading.accepted + reading.rejected);
    expect(reading.findings.length).toBeGreaterThanOrEqual(reading.rejected);
    if (/^(location|provider)_1/.test(name)) expect(reading).toMatchObject({ read: 1, accepted: 1, findings: [] });
  });

  test.each([
    ["location_1-10285412143.json", "eligible", "eligible"],
    ["location_1-10204941951.json", "eligible", "eligible"],
    ["location_1-10324127390.json", "eligible", "eligible"],
    ["location_1-10001702698.json", "ineligible", "ineligible"],
    ["location_1-10223702130.json", "ineligible", "ineligible"],
    ["location_1-10000302982.json", "ineligible", "ineligible"],
    ["location_1-10000812939.json", "ineligible", "ineligible"],
    ["provider_1-9126760778.json", "cannot-be-determined", "cannot-be-determined"],
  ])("%s: proposed %s, recommended %s", (name, proposed, recommended) => {
    const answers = (["proposed", "recommended"] as const).map((authority) => eligibilityUnder(only(name), DAY, leicesterEligibility, [authority]).kind);
    expect(answers).toEqual([proposed, recommended]);
  });

  test("inherited, marked on the key questions only", () => {
    const { history } = only("location_1-10324127390.json");
    for (const of of ["overall", "well-led"] as const) {
      expect(ratingOn(history, { service: HOME_CARE, of }, DAY)).toMatchObject({ kind: "rated", grade: "good", evidence: { publishedOn: "2019-12-19", inheritance: { kind: "inherited", from: ["1-2718185457"] } } });
    }
    expect(only("location_1-10324127390.json").predecessors).toEqual(["1-2718185457"]);
  });

  test("a care home's history, on its days", () => {
    const { history } = only("location_1-10000812939.json");
    const on = (day: `${number}-${number}-${number}`): string => {
      const answer = ratingOn(history, { service: null, of: "overall" }, day);
      return answer.kind === "rated" ? answer.grade : answer.reason;
    };
    expect((["2017-04-24", "2017-04-25", "2018-06-21", "2021-04-15", "2022-02-03", "2022-05-23", "2022-05-24", "2023-04-03", "2023-04-04"] as const).map(on)).toEqual([
      "none-by-the-day",
      "requires-improvement",
      "good",
      "inspected-but-not-rated",
      "inspected-but-not-rated",
      "inspected-but-not-rated",
      "requires-improvement",
      "requires-improvement",
      "good",
    ]);
  });
});

describe("the quotations of Leicester's eligibility terms", () => {
  const minutes = readFileSync(new URL("sources/leicester-scrutiny.txt", SHARED), "utf8");
  const quotes = leicesterEligibility.versions.flatMap(({ source, alsoSee = [] }) => [source, ...alsoSee].map(({ quote }) => quote));
  test.each(quotes)("%s", (quote) => {
    expect(minutes).toContain(quote);
  });
});
