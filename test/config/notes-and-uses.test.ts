import { describe, expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { leicester } from "../../src/index.js";
import { OUTCOMES } from "../../src/visit/outcome.js";

const JSON_OF = JSON.parse(JSON.stringify(leicester)) as { readonly [clause: string]: { readonly versions: readonly { readonly [field: string]: unknown }[] } };
const parsed = (clauses: object) => {
  const answer = parseCouncil({ ...JSON_OF, ...clauses });
  if (answer.kind === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer;
};
const rate = (bands: readonly object[]) => {
  const { hourly: _one, hours: _every, ...facts } = JSON_OF["rate"]!.versions[0]!;
  return { rate: { versions: [{ ...facts, readings: {}, kind: "bands", dayKinds: [], bands, across: "by-start", times: "paid" }] } };
};
const hourly = { kind: "hourly", pounds: "20.00" };
const notes = (clauses: object) => parsed(clauses).notes.filter(({ code }) => code !== "one-choice").map(({ path, code }) => `${path}: ${code}`);

it("a band for otherwise that can never hold is noted, and one that can is not", () => {
  const otherwise = { name: "rest", when: "otherwise", price: hourly };
  expect(notes(rate([{ name: "every", when: {}, price: hourly }, otherwise]))).toEqual(["rate.versions[0].bands[1]: never-holds"]);
  expect(notes(rate([{ name: "town", when: { zones: ["town"] }, price: hourly }, otherwise]))).toEqual([]);
});

/** Leicester's council with another version of a clause. */
const patched = (clause: string, patch: object, without: readonly string[] = []) => {
  const version = Object.fromEntries(Object.entries({ ...JSON_OF[clause]!.versions[0]!, readings: {}, ...patch }).filter(([field]) => !without.includes(field)));
  return { [clause]: { versions: [version] } };
};
const banded = (dayKinds: readonly object[], bands: readonly object[] = [{ name: "rest", when: "otherwise", price: hourly }]) => patched("rate", { kind: "bands", dayKinds, bands, across: "by-start", times: "paid" }, ["hourly", "hours"]);

it("a price of 0 is noted, and so is a share that is several times the price; three times it is not", () => {
  const priced = (price: object) => notes(rate([{ name: "day", when: "otherwise", price: hourly }, { name: "night", when: { hours: "22:00-07:00" }, price }]));
  const share = (text: string) => priced({ kind: "share-of", band: "day", share: text });
  expect(priced({ kind: "hourly", pounds: "0.00" })).toEqual(["rate.versions[0].bands[1].price.pounds: pays-nothing"]);
  expect(share("0")).toEqual(["rate.versions[0].bands[1].price.share: pays-nothing"]);
  expect(share("55")).toEqual(["rate.versions[0].bands[1].price.share: several-times-the-price"]);
  expect(["0.55", "1.5", "3"].map(share)).toEqual([[], [], []]);
});

it("an incentive of 0 is noted, and one of less than ten pence", () => {
  const { firstDay, lastDay, authority, source } = JSON_OF["rate"]!.versions[0]!;
  const incentive = (pounds: string) => notes({ incentive: { versions: [{ firstDay, lastDay, authority, source, readings: {}, incentives: [{ name: "winter", when: {}, for: "visit", pounds }] }] } });
  const at = "incentive.versions[0].incentives[0].pounds";
  expect([incentive("0.00"), incentive("0.01"), incentive("0.0999"), incentive("0.10"), incentive("1.05")]).toEqual([[`${at}: pays-nothing`], [`${at}: under-ten-pence`], [`${at}: under-ten-pence`], [], []]);
});

describe("kinds of day", () => {
  const christmas = { name: "christmas", on: { kind: "dates", dates: ["12-25"] } };
  const holidays = (more: object) => ({ name: "holiday", on: { kind: "bank-holidays", substitutes: "included", ...more } });

  it("dates behind bank holidays lose days to them; before them they do not", () => {
    expect(notes(banded([holidays({}), christmas]))).toEqual(["rate.versions[0].dayKinds[1]: behind-broader"]);
    expect(notes(banded([christmas, holidays({})]))).toEqual([]);
  });

  it("bank holidays lose days to weekdays before them, and none to a weekend", () => {
    const weekdays = (...days: readonly string[]) => ({ name: "those", on: { kind: "weekdays", weekdays: days } });
    expect(notes(banded([weekdays("monday"), holidays({})]))).toEqual(["rate.versions[0].dayKinds[1]: behind-broader"]);
    expect(notes(banded([weekdays("saturday", "sunday"), holidays({})]))).toEqual([]);
  });

  it("a title without the weekend that it falls on is noted, unless dates name the day; a Monday holiday is not", () => {
    const missing = ["rate.versions[0].dayKinds[0]: misses-weekends"];
    expect(notes(banded([holidays({ titles: ["Christmas Day"], substitutes: "left-out" })]))).toEqual(missing);
    expect(notes(banded([holidays({ titles: ["Christmas Day"] })]))).toEqual(missing);
    expect(notes(banded([holidays({ substitutes: "left-out" })]))).toEqual(missing);
    expect(notes(banded([christmas, holidays({ titles: ["Christmas Day"] })]))).toEqual([]);
    expect(notes(banded([holidays({ titles: ["Easter Monday"] })]))).toEqual([]);
  });
});

describe("missed although attended", () => {
  const nothing = { kind: "nothing" };
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing]));
  const late = (callTypes: object) => patched("punctuality", { callTypes });
  const missed = (missedThreshold: object) => patched("attendance", { missedThreshold, notCompleted: ["refused"] });
  const pays = (pay: object) => {
    const { firstDay, lastDay, authority, source } = JSON_OF["attendance"]!.versions[0]!;
    return { ...patched("basis", { undelivered: "by-outcome" }), undelivered: { versions: [{ firstDay, lastDay, authority, source, readings: {}, outcomes, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came", ...pay }] } };
  };

  it("a threshold takes the pay away, unless pay is by outcome", () => {
    expect(notes(missed({ kind: "minutes", minutes: 45 }))).toEqual(["attendance.versions[0].missedThreshold: past-threshold-unpaid"]);
    expect(notes({ ...missed({ kind: "minutes", minutes: 45 }), ...pays({ pastThreshold: { kind: "actual-time" } }) })).toEqual([]);
    expect(notes(missed({ kind: "none" }))).toEqual([]);
  });

  it("pay past a threshold that there is not is noted", () => {
    expect(notes({ ...missed({ kind: "none" }), ...pays({ pastThreshold: { kind: "actual-time" } }) })).toEqual(["undelivered.versions[0].pastThreshold: never-past-threshold"]);
  });

  it("a threshold within the minutes that are on time is noted; one a minute past them is not", () => {
    const within = (minutes: number, tolerance: object, exactly = "missed") =>
      notes({ ...missed({ kind: "early-or-late", early: "never", late: { minutes, exactly } }), ...late({ standard: tolerance, critical: { early: 10, late: 10 } }), ...pays({ pastThreshold: { kind: "actual-time" } }) });
    const noted = ["attendance.versions[0].missedThreshold: missed-while-on-time"];
    expect(within(20, { early: 30, late: 30 })).toEqual(noted);
    expect(within(30, { early: 30, late: 30 })).toEqual(noted);
    expect(within(30, { early: 30, late: 30, lateLimit: "excluded" }, "not-missed")).toEqual([]);
    expect(within(31, { early: 30, late: 30 })).toEqual([]);
    expect(within(20, { early: 30, late: "no-limit" })).toEqual([]);
  });

  it("the time there is noted where nobody can have been there, and a retainer where nobody is in hospital", () => {
    const actual = { kind: "actual-time" };
    expect(notes({ ...missed({ kind: "none" }), ...pays({ outcomes: { ...outcomes, hospital: actual, refused: actual }, unexplained: actual }) })).toEqual([
      "undelivered.versions[0].outcomes.hospital: nobody-there",
      "undelivered.versions[0].unexplained: nobody-there",
    ]);
    const none = { kind: "share-of-planned", share: "0.0", of: "length" };
    expect(notes({ ...missed({ kind: "none" }), ...pays({ outcomes: { ...outcomes, other: none }, unexplained: none }) })).toEqual(["undelivered.versions[0].outcomes.other.share: pays-nothing", "undelivered.versions[0].unexplained.share: pays-nothing"]);
    const retainer = { kind: "hospital-retainer", steps: [{ days: 14, share: "0.5" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "none" };
    expect(notes({ ...missed({ kind: "none" }), ...pays({ outcomes: { ...outcomes, hospital: retainer }, unexplained: retainer }) })).toEqual(["undelivered.versions[0].unexplained: no-hospital-stay"]);
  });
});

it("a least that is the plan is noted, and one in minutes is not", () => {
  const least = (of: unknown) => notes(patched("basis", { least: { of, whereNothing: "nothing" }, most: "no-limit" }));
  expect(least("planned-length")).toEqual(["basis.versions[0].least: least-is-the-plan"]);
  expect(least({ kind: "minutes", minutes: 20 })).toEqual([]);
});

it("hours outside those of one rate are left open, and numbers of carers that no band names", () => {
  const open = (clauses: object) => parsed(clauses).open.map(({ code, where }) => `${code}: ${where}`);
  expect(open(patched("rate", { hours: "07:00-22:00" }))).toEqual(["no-rate: hours 22:00-07:00"]);
  expect(open(patched("rate", { hours: "00:00-22:00" }))).toEqual(["no-rate: hours 22:00-24:00"]);
  expect(open(patched("rate", { hours: "every" }))).toEqual([]);
  const carers = (...numbers: readonly number[]) => rate([{ name: "both", when: { carersRequired: numbers }, price: hourly }]);
  expect(open(carers(1, 2))).toEqual(["no-rate: carersRequired 3 or more"]);
  expect(open(carers(2))).toEqual(["no-rate: carersRequired 1", "no-rate: carersRequired 3 or more"]);
});

it("a charge's other clauses and a contribution beside pay are noted", () => {
  const { targets, punctuality } = JSON_OF;
  expect(notes({ charge: { targets, punctuality } })).toEqual(["charge.punctuality: charged-by-its-own", "charge.targets: changes-no-charge"]);
});

it("says which further columns the terms ask an export for, of a contract too", () => {
  const zoned = rate([{ name: "town", when: { zones: ["town"] }, price: hourly }]);
  expect(parsed(zoned).uses[0]!.columns).toEqual([{ column: "zone", asAdopted: true, clauses: ["rate"] }]);
  // Where no case fails only by the provider's fault, a fault is not looked at.
  const { firstDay, lastDay, authority, source } = leicester.attendance.versions[0]!;
  const cases = Object.fromEntries(["delivered", "understaffed", "past-threshold", "done-in-another", "unexplained", ...OUTCOMES].map((name) => [name, "failed"]));
  const columns = (byProviderFault: readonly string[]) => parsed({ performanceEffects: { versions: [{ firstDay, lastDay, authority, source, cases, byProviderFault, readings: {} }] } }).uses[0]!.columns;
  expect(columns([])).toEqual([]);
  expect(columns(["unexplained"])).toEqual([{ column: "fault", asAdopted: true, clauses: ["performanceEffects"] }]);
  expect(parsed({ contracts: { rural: zoned } }).uses.map(({ contract, columns }) => [contract, columns.length])).toEqual([[null, 0], ["rural", 1]]);
});

describe("the days after the versions that bind", () => {
  const [sound] = JSON_OF["rate"]!.versions;
  type Days = readonly [firstDay: string, lastDay: string, authority: string];
  const versions = (all: readonly Days[]) => ({ rate: { versions: all.map(([firstDay, lastDay, authority]) => ({ ...sound!, firstDay, lastDay, authority, readings: {} })) } });
  const open = (...all: readonly Days[]) => parsed(versions(all)).open.map(({ path, code, where }) => `${path}: ${code} ${where}`);

  it("are left open where only a version that binds nobody follows", () => {
    for (const authority of ["proposed", "recommended"]) {
      expect(open(["2026-04-01", "2026-06-15", "agreed"], ["2026-06-16", "open", authority])).toEqual(["rate.versions: no-binding-version 2026-06-16 on"]);
      expect(open(["2026-06-16", "2026-12-31", authority], ["2026-04-01", "2026-06-15", "trial"])).toEqual(["rate.versions: no-binding-version 2026-06-16 on"]);
      expect(open(["2026-04-01", "2026-06-15", "agreed"], ["2026-06-16", "open", authority], ["2026-07-01", "open", "agreed"])).toEqual(["rate.versions: no-version 2026-06-16 to 2026-06-30"]);
    }
  });

  it("are not where one that binds follows, none does, or none binds at all", () => {
    expect(open(["2026-04-01", "2026-06-15", "agreed"], ["2026-06-16", "open", "trial"])).toEqual([]);
    expect(open(["2026-04-01", "2026-06-15", "agreed"])).toEqual([]);
    expect(open(["2026-04-01", "open", "agreed"], ["2026-06-16", "open", "proposed"])).toEqual([]);
    expect(open(["2026-04-01", "2026-06-15", "proposed"], ["2026-06-16", "open", "proposed"])).toEqual([]);
  });
});

it("logs put in by hand, counted as electronic, are noted", () => {
  const { firstDay, lastDay, authority, source } = JSON_OF["rate"]!.versions[0]!;
  const capture = (...electronic: readonly string[]) => notes({ capture: { versions: [{ firstDay, lastDay, authority, source, readings: {}, electronic, of: "visits", notGiven: "unknown" }] } });
  expect(capture("app", "manual")).toEqual(["capture.versions[0].electronic[1]: manual-is-electronic"]);
  expect(capture("app", "phone", "nfc")).toEqual([]);
});

it("lengths without a price, or with two, are left open; an hourly price otherwise leaves none", () => {
  const lengths = [{ from: 30, to: 45, pounds: "10.00" }, { from: 45, to: "open", pounds: "14.00" }];
  const open = (price: object) => parsed(rate([{ name: "day", when: "otherwise", price }])).open.map(({ code, where }) => `${code}: ${where}`);
  expect(open({ kind: "by-length", lengths })).toEqual(["no-price: 0 to 29 minutes in day", "several-prices: 45 minutes in day"]);
  expect(open({ kind: "by-length", lengths: lengths.slice(0, 1), otherwise: hourly })).toEqual([]);
});

it("what was meant is named: a name cut short, a nation of two, and whole minutes where a number stands", () => {
  const todo = (clauses: object) => {
    const answer = parseCouncil({ ...JSON_OF, ...clauses });
    return answer.kind === "refused" ? answer.problems.map(({ path, do: what }) => `${path}: ${what}`) : [];
  };
  expect(todo({ nation: "Wales" })).toEqual(['nation: Did you mean "england-and-wales"?']);
  expect(todo({ paidmins: {} })).toEqual(['paidmins: Did you mean "paidMinutes"?']);
  expect(todo({ planned: {} })[0]).toContain("Take it out");
  for (const minutes of [-5, 45.5]) expect(todo(patched("attendance", { missedThreshold: { kind: "minutes", minutes } }))).toEqual(["attendance.versions[0].missedThreshold.minutes: Write a whole number from 1"]);
  const days = { days: 28, step: 28, anchor: "mondays", received: "attended", scope: "service-user", shareOf: "windows", doubleHanded: "one-visit" };
  const carers = (becomes: unknown) => {
    const { firstDay, lastDay, authority, source } = JSON_OF["continuity"]!.versions[0]!;
    return todo({ continuity: { versions: [{ firstDay, lastDay, authority, source, readings: {}, kind: "table", rows: [{ from: 0, to: "open", becomes }], ...days }] } });
  };
  for (const none of ["no-limit", null]) expect(carers(none)).toEqual(["continuity.versions[0].rows[0].becomes: Write a whole number from 0. Where any number of carers is allowed, see docs/what-you-cannot-write.md"]);
  expect(carers("many")).toEqual(["continuity.versions[0].rows[0].becomes: Write a whole number from 0"]);
  expect(todo(patched("rate", { hourly: 20.5 }))).toEqual(["rate.versions[0].hourly: Numbers with a point, money and shares stand in quotes; counts are whole and stand without"]);
});

it("weights that do not add up are refused at the measures", () => {
  const grades = [{ grade: "good", from: "0", fromLimit: "included", to: "1", toLimit: "included" }];
  const measures = ["a", "b"].map((name) => ({ name, goal: null, weight: "45", scores: "share" }));
  const { firstDay, lastDay, authority, source } = JSON_OF["rate"]!.versions[0]!;
  const answer = parseCouncil({ ...JSON_OF, scorecard: { versions: [{ firstDay, lastDay, authority, source, readings: {}, measures, weightsTotal: "100", missing: "left-out", grades }] } });
  expect(answer.kind === "refused" && answer.problems).toEqual([{ path: "scorecard.versions[0].measures", expected: "the weights of measures must add up to weightsTotal, 100", got: '"90"', do: "Change a weight, or the total" }]);
});
