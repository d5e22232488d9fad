import { describe, expect, it } from "vitest";
import { type ContinuityTerms, carersAllowed, compileStandard, continuityWindows, leicester } from "../../src/index.js";
import { type Row, documentOf, march, read } from "./visits.ts";

const version = leicester.continuity.versions[0]!;
const standard = compileStandard(version);

/** The terms of continuity with these readings. */
function termsWith(choices: Record<string, string>): ContinuityTerms {
  return read(choices).continuity.versions[0]!;
}

/** One visit a day by C1 from a day of March on, for so many days. */
function daily(from: number, days: number): { day: ReturnType<typeof march>; carers: string[] }[] {
  return Array.from({ length: days }, (_, i) => ({ day: march(from + i), carers: ["C1"] }));
}

/** Rows of visits by carers on one day, one visit each. */
function rows(carers: readonly string[], more: Row = {}): Row[] {
  return carers.map((carer, i) => ({ visit: `${more.user ?? "SU1"}-${more.day ?? ""}-${carer}`, carer, start: `${10 + i}:00`, end: `${10 + i}:30`, ...more }));
}

const twoWeeks = { firstDay: march(16), lastDay: march(29) };

describe("“no more than 1 plus a factor of 0.15 times the number of visits received in the two week period, rounded up where this is not a whole number” (Q11)", () => {
  it("the quotation stands in the data", () => {
    expect(version.source).toMatchObject({
      clause: "Q11",
      quote:
        "The standard will vary depending on the number of visits a service receives in every overlapping 2-week period: the standard for the number of carers is set at no more than 1 plus a factor of 0.15 times the number of visits received in the two week period, rounded up where this is not a whole number.",
    });
  });

  it("E.g. if a service user receives 14 visits during a 2 week period, the standard will be set at: 1+roundup (0.15*14) = 4", () => {
    expect(carersAllowed(14, standard)).toBe(4);
  });

  it("rounded up where it is not whole, and left where it is: 20 visits give 1 + 3, 21 give 1 + 4", () => {
    expect([0, 1, 6, 7, 13, 14, 20, 21, 40, 41].map((visits) => carersAllowed(visits, standard))).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 7, 8]);
  });

  it("“no more than”: 14 visits by 4 carers are within, by 5 one over", async () => {
    const visits = (carers: number): Row[] => Array.from({ length: 14 }, (_, i) => ({ visit: `V${i}`, day: march(16 + i), carer: `C${i % carers}` }));
    expect((await documentOf(visits(4), {}, twoWeeks)).total.continuity).toMatchObject({ windows: 1, within: 1 });
    expect((await documentOf(visits(5), {}, twoWeeks)).total.continuity).toMatchObject({ windows: 1, within: 0 });
    const received = (carers: number) => Array.from({ length: 14 }, (_, i) => ({ day: march(16 + i), carers: [`C${i % carers}`] }));
    expect(continuityWindows(received(5), twoWeeks, version)).toEqual([
      { firstDay: "2026-03-16", lastDay: "2026-03-29", visits: 14, carers: ["C0", "C1", "C2", "C3", "C4"], allowed: 4, over: 1 },
    ]);
    expect(continuityWindows(received(4), twoWeeks, version)[0]).toMatchObject({ allowed: 4, over: 0 });
  });

  it("“2-week period”: 14 days, both ends included", () => {
    const windows = continuityWindows([{ day: march(16), carers: ["A"] }, { day: march(29), carers: ["B"] }, { day: march(30), carers: ["C"] }], { firstDay: march(16), lastDay: march(30) }, version);
    expect(windows.map(({ firstDay, lastDay, carers }) => [firstDay, lastDay, carers])).toEqual([["2026-03-16", "2026-03-29", ["A", "B"]]]);
  });
});

describe("“every overlapping 2-week period”: readings step and anchor", () => {
  const period = { firstDay: march(18), lastDay: march(48) }; // a Wednesday; 31 days

  it.each([
    { step: "7-days", anchor: "mondays", first: ["2026-03-23", "2026-03-30"], count: 2 },
    { step: "7-days", anchor: "period-start", first: ["2026-03-18", "2026-03-25", "2026-04-01"], count: 3 },
    { step: "1-day", anchor: "mondays", first: ["2026-03-18", "2026-03-19"], count: 18 },
    { step: "1-day", anchor: "period-start", first: ["2026-03-18", "2026-03-19"], count: 18 },
  ])("windows every $step from $anchor in 31 days from a Wednesday: $count", async ({ step, anchor, first, count }) => {
    const windows = continuityWindows(daily(18, 31), period, termsWith({ step, anchor }));
    expect(windows.map(({ firstDay }) => firstDay).slice(0, first.length)).toEqual(first);
    expect(windows).toHaveLength(count);
    const { total } = await documentOf(daily(18, 31).map(({ day }, i) => ({ visit: `V${i}`, day })), { step, anchor }, period);
    expect(total.continuity).toMatchObject({ windows: count, within: count });
  });

  it("windows lie wholly inside the period: 13 days have none, 14 one, 21 two", () => {
    expect([13, 14, 20, 21].map((days) => continuityWindows(daily(16, 30), { firstDay: march(16), lastDay: march(15 + days) }, version).length)).toEqual([0, 1, 1, 2]);
  });

  it("one without a visit is no window", () => {
    const period = { firstDay: march(16), lastDay: march(43) };
    expect(continuityWindows([{ day: march(16), carers: ["A"] }], period, version).map(({ firstDay }) => firstDay)).toEqual(["2026-03-16"]);
    expect(continuityWindows([{ day: march(43), carers: ["A"] }], period, version).map(({ firstDay }) => firstDay)).toEqual(["2026-03-30"]);
    expect(continuityWindows([], period, version)).toEqual([]);
  });
});

describe("“visits received”: reading received", () => {
  it("attended visits count, delivered or open; excused, missed and undetermined ones do not, nor do their carers", async () => {
    // Two visits by A allow 2 carers; C and D would be two more if their visits counted.
    const attended = [...rows(["A"]), { visit: "open", carer: "B", start: "14:00", end: "14:30", logOut: "" }];
    const others = [{ visit: "refused", carer: "C", outcome: "refused" }, { visit: "hospital", carer: "D", outcome: "hospital" }, { visit: "missed", carer: "" }];
    expect((await documentOf([...attended, ...others], {}, twoWeeks)).total.continuity).toMatchObject({ windows: 1, within: 1 });
    expect((await documentOf(others, {}, twoWeeks)).total.continuity).toMatchObject({ windows: 0 });
    expect((await documentOf([...attended, ...rows(["C"])], {}, twoWeeks)).total.continuity).toMatchObject({ windows: 1, within: 0 });
  });
});

describe("reading scope: a service user with two providers", () => {
  // Each provider: 2 carers of 2 allowed. Together: 4 visits allow 2 carers, and 4 came; the same id at two providers is two people.
  const both = [...rows(["A", "B"], { provider: "P1" }), ...rows(["A", "B"], { provider: "P2" })].map((row, i) => ({ ...row, visit: `V${i}` }));

  it("user and provider (adopted): each provider's visits by themselves", async () => {
    const { providers, total } = await documentOf(both, {}, twoWeeks);
    expect(total.continuity).toMatchObject({ windows: 2, within: 2 });
    expect(providers.map(({ continuity }) => continuity.windows)).toEqual([1, 1]);
  });

  it("user over all providers: all visits together, and the window is no one provider's", async () => {
    const { providers, total } = await documentOf(both, { scope: "user-over-all-providers" }, twoWeeks);
    expect(total.continuity).toEqual({ windows: 1, within: 0, share: "0.0000", target: "0.80", met: false });
    expect(providers.map(({ continuity }) => continuity.windows)).toEqual([0, 0]);
  });
});

describe("reading double-handed: a visit by two carers", () => {
  // 4 visits for two carers by 3 different ones: 4 allow 1 + 1, 8 allow 1 + 2.
  const doubles = [16, 17, 18, 19].flatMap((day) => ["A", day === 19 ? "C" : "B"].map((carer) => ({ visit: `V${day}`, day: march(day), carers: 2, carer })));

  it("one visit (adopted): received once, every carer who came counts", async () => {
    expect((await documentOf(doubles, {}, twoWeeks)).total.continuity).toMatchObject({ windows: 1, within: 0 });
  });

  it("visits times carers: as many visits as carers are required", async () => {
    expect((await documentOf(doubles, { "double-handed": "visits-times-carers" }, twoWeeks)).total.continuity).toMatchObject({ windows: 1, within: 1 });
  });
});

describe("reading continuity-base: what the 80 % is a share of", () => {
  // Over four weeks SU1 has three windows, the first of them over; SU2 has three within.
  const period = { firstDay: march(16), lastDay: march(43) };
  const weekly = (user: string): Row[] => [16, 30, 43].map((day) => ({ visit: `${user}-${day}`, user, day: march(day) }));
  const all = [...weekly("SU1"), ...rows(["X", "Y"], { day: march(16) }), ...weekly("SU2")];

  it("windows (adopted): 5 of 6", async () => {
    expect((await documentOf(all, {}, period)).total.continuity).toEqual({ windows: 6, within: 5, share: "0.8333", target: "0.80", met: true });
  });

  it("service users with every window within: 1 of 2", async () => {
    expect((await documentOf(all, { "continuity-base": "service-users" }, period)).total.continuity).toEqual({ windows: 2, within: 1, share: "0.5000", target: "0.80", met: false });
  });
});
