import { describe, expect, it } from "vitest";
import { type Framework, type Mobilisation, checkFramework } from "../../src/index.js";
import { frameworkWith, member, order, source, tier, version } from "./fixtures.js";

/** Code and facts of each finding. */
function found(framework: Framework, options?: Parameters<typeof checkFramework>[1]): unknown[] {
  return checkFramework(framework, options).findings.map(({ code, facts }) => [code, facts]);
}

it("a sound framework has no findings, and says what was not checked", () => {
  expect(checkFramework(frameworkWith({ memberships: [member("P1")] }))).toEqual({
    framework: "made-up",
    authority: "agreed",
    findings: [],
    notChecked: [{ what: "award", reason: "not-configured" }],
  });
});

it("a framework without an order of offer says so", () => {
  const { offerOrder: _, ...without } = frameworkWith({ memberships: [member("P1")] });
  expect(checkFramework(without).notChecked).toContainEqual({ what: "offer-order", reason: "not-configured" });
});

describe("days", () => {
  it("a day that is none of the calendar is found, and nothing else is checked", () => {
    const framework = frameworkWith({ memberships: [member("P1", { firstDay: "2024-02-30", lots: ["nowhere"] })] });
    expect(checkFramework(framework)).toMatchObject({
      findings: [{ code: "unreadable-day", facts: { of: "membership", provider: "P1", day: "2024-02-30" } }],
      notChecked: [{ what: "everything-else", reason: "unreadable-days" }],
    });
  });

  it.each(["membership", "suspension", "grade"] as const)("a %s that ends before it starts", (of) => {
    const days = { firstDay: "2024-05-02", lastDay: "2024-05-01" } as const;
    const framework = frameworkWith({
      memberships: [member("P1"), ...(of === "membership" ? [member("P1", { ...days, lots: ["b"] })] : [])],
      suspensions: of === "suspension" ? [{ provider: "P1", lots: "all", ...days }] : [],
      grades: of === "grade" ? [{ provider: "P1", grade: "gold", ...days }] : [],
    });
    expect(found(framework)).toEqual([["days-contradict", { of, provider: "P1", ...days }]]);
  });

  it("one day is no contradiction", () => {
    expect(found(frameworkWith({ memberships: [member("P1", { firstDay: "2024-05-01", lastDay: "2024-05-01" })] }))).toEqual([]);
  });

  it("a milestone, a contingency period and a version that end before they start; a provider stable before it starts", () => {
    const mobilisation: Mobilisation = {
      authority: "agreed",
      source,
      gate: "none",
      contingency: { firstDay: "2024-02-02", lastDay: "2024-02-01", source },
      milestones: [{ id: "m", name: "M", when: "then", firstDay: "2024-03-02", lastDay: "2024-03-01", source }],
      starts: [{ provider: "P1", place: 1, firstDay: "2024-04-02", stableFrom: "2024-04-01" }],
      readings: {},
    };
    const price = { versions: [version({ floor: null, ceiling: null, aboveCeiling: "refused" as const }, { firstDay: "2024-01-02", lastDay: "2024-01-01" })] };
    const of = checkFramework(frameworkWith({ memberships: [member("P1")], mobilisation, price })).findings.map(({ code, facts }) => [code, facts["of"]]);
    expect(of).toEqual([["days-contradict", "contingency period"], ["days-contradict", "milestone m"], ["days-contradict", "price"], ["days-contradict", "start"]]);
  });

  it("a term and its extension that contradict each other", () => {
    const { term } = frameworkWith();
    const [finding] = checkFramework(frameworkWith({ memberships: [member("P1", { lastDay: "2024-12-31" })], term: { ...term, extendedTo: "2026-01-01" } })).findings;
    expect(finding).toMatchObject({ code: "term-contradicts", facts: { problem: "no-extension-allowed", extendedTo: "2026-01-01" }, source });
  });

  it("two versions of a rule on the same days; a proposed one beside an agreed one is none", () => {
    const price = { floor: null, ceiling: null, aboveCeiling: "refused" as const };
    const first = version(price, { lastDay: "2024-06-30" });
    const both = (firstDay: "2024-06-30" | "2024-07-01", authority: "agreed" | "proposed") => frameworkWith({ memberships: [member("P1")], price: { versions: [first, version(price, { firstDay, authority })] } });
    expect(found(both("2024-06-30", "agreed"))).toEqual([["versions-overlap", { of: "price", firstDay: "2024-06-30", lastDay: "2024-06-30" }]]);
    expect(found(both("2024-07-01", "agreed"))).toEqual([]);
    expect(found(both("2024-06-30", "proposed"))).toEqual([]);
  });
});

describe("lists", () => {
  it("two places with one id, a service listed twice, a floor above the ceiling", () => {
    const { places, scope } = frameworkWith();
    const service = scope.versions[0]!.services[0]!;
    const framework = frameworkWith({
      memberships: [member("P1")],
      places: { ...places, lots: [...places.lots, places.lots[0]!] },
      scope: { versions: [{ ...scope.versions[0]!, services: [service, { ...service, scope: "out" }] }] },
      price: { versions: [version({ floor: "16.12", ceiling: "16.11", aboveCeiling: "refused" as const })] },
    });
    expect(found(framework)).toEqual([["place-twice", { lot: "a" }], ["service-listed-twice", { service: "home-care" }], ["floor-above-ceiling", { floor: "16.12", ceiling: "16.11" }]]);
  });

  it("a floor equal to the ceiling is one price", () => {
    expect(found(frameworkWith({ memberships: [member("P1")], price: { versions: [version({ floor: "16.12", ceiling: "16.12", aboveCeiling: "refused" as const })] } }))).toEqual([]);
  });
});

describe("memberships", () => {
  it("names places of the framework only; the nearest name is told", () => {
    const framework = frameworkWith({
      places: { ...frameworkWith().places, lots: [{ id: "east-1", name: "East 1", zones: ["harbour"] }], localities: [{ id: "north", name: "North", zones: [] }] },
      memberships: [member("P1", { lots: ["east-2"], localities: ["nort"], zones: ["harbor", "harbour"] })],
    });
    expect(found(framework)).toEqual([
      ["unknown-lot", { provider: "P1", role: "framework", lot: "east-2", nearest: "east-1" }],
      ["unknown-locality", { provider: "P1", role: "framework", locality: "nort", nearest: "north" }],
      ["unknown-zone", { provider: "P1", role: "framework", zone: "harbor", nearest: "harbour" }],
    ]);
  });

  it("where no place names its zones, zones cannot be wrong", () => {
    const { places } = frameworkWith();
    expect(found(frameworkWith({ places: { ...places, lots: [{ id: "a", name: "A", zones: [] }] }, memberships: [member("P1", { zones: ["anywhere"] })] }))).toEqual([]);
  });

  it("suspensions and hours name lots of the framework, and its members", () => {
    const framework = frameworkWith({ memberships: [member("P1")], suspensions: [{ provider: "P2", firstDay: "2024-05-01", lastDay: "open", lots: ["c"] }], grades: [{ provider: "P3", grade: "gold", firstDay: "2024-05-01", lastDay: "open" }] });
    expect(found(framework, { hours: [{ provider: "P4", role: "framework", place: "d", hours: "1" }] })).toEqual([
      ["unknown-lot", { provider: "P2", of: "suspension", lot: "c" }],
      ["unknown-lot", { provider: "P4", of: "hours", lot: "d" }],
      ["not-a-member", { of: "grade", provider: "P3" }],
      ["not-a-member", { of: "hours", provider: "P4" }],
      ["not-a-member", { of: "suspension", provider: "P2" }],
    ]);
  });

  it.each(["lots", "localities", "zones", "needs"] as const)("a partner whose %s are an empty list covers nothing", (of) => {
    expect(found(frameworkWith({ memberships: [member("P1", { [of]: [] })] }))).toEqual([["covers-nothing", { provider: "P1", role: "framework", of }]]);
  });

  it("the first and last day of the term are inside it; a day before or after is not", () => {
    const days = (firstDay: "2023-12-31" | "2024-01-01", lastDay: "2025-12-31" | "2026-01-01" | "open") => found(frameworkWith({ memberships: [member("P1", { firstDay, lastDay })] }));
    expect(days("2024-01-01", "2025-12-31")).toEqual([]);
    expect(days("2024-01-01", "open")).toEqual([]);
    expect(days("2023-12-31", "2025-12-31")).toEqual([["membership-outside-term", { provider: "P1", role: "framework", firstDay: "2023-12-31", lastDay: "2025-12-31", termFirstDay: "2024-01-01", termLastDay: "2025-12-31" }]]);
    expect(days("2024-01-01", "2026-01-01")).toMatchObject([["membership-outside-term", { lastDay: "2026-01-01" }]]);
  });

  it("a membership in an extension counts as outside until the extension is used", () => {
    const { term } = frameworkWith();
    const memberships = [member("P1", { lastDay: "2026-03-31" })];
    const extension = { upTo: "2026-12-31", inPart: true, source } as const;
    expect(found(frameworkWith({ memberships, term: { ...term, extension } }))).toMatchObject([["membership-outside-term", {}]]);
    expect(found(frameworkWith({ memberships, term: { ...term, extension, extendedTo: "2026-03-31" } }))).toEqual([]);
  });

  it("a membership that starts after the term has ended is outside, open or not", () => {
    expect(found(frameworkWith({ memberships: [member("P1", { firstDay: "2026-01-01" })] }))).toMatchObject([["membership-outside-term", { lastDay: "open" }]]);
  });

  it("two memberships of a provider in one role overlap on the last day of the first", () => {
    const two = (firstDay: "2024-06-30" | "2024-07-01") => found(frameworkWith({ memberships: [member("P1", { lastDay: "2024-06-30" }), member("P1", { firstDay })] }));
    expect(two("2024-06-30")).toEqual([["overlapping-memberships", { provider: "P1", role: "framework", firstDay: "2024-06-30", lastDay: "2024-06-30" }]]);
    expect(two("2024-07-01")).toEqual([]);
  });

  it("memberships for other lots, zones or needs do not overlap", () => {
    const beside = (more: Parameters<typeof member>[1], other: Parameters<typeof member>[1]) => found(frameworkWith({ memberships: [member("P1", more), member("P1", other)] }));
    expect(beside({}, { lots: ["b"] })).toEqual([]);
    expect(beside({ zones: ["a-one"] }, { zones: ["a-two"] })).toEqual([]);
    expect(beside({ needs: ["dementia"] }, { needs: ["stroke"] })).toEqual([]);
    expect(beside({ zones: ["a-one"] }, {})).toMatchObject([["overlapping-memberships", {}]]);
    expect(beside({ lots: "all" }, { lots: ["b"] })).toMatchObject([["overlapping-memberships", {}]]);
  });

  it("a role that no tier names is never offered anything", () => {
    expect(found(frameworkWith({ memberships: [member("P1", { role: "spot" })] }))).toEqual([["role-in-no-tier", { provider: "P1", role: "spot" }]]);
  });

  it("an order by rank wants a rank of each, and says when two have one", () => {
    const ranked = (ranks: readonly (number | null)[]) => found(frameworkWith({ offerOrder: { versions: [order([tier("ranked", { order: "by-rank" })])] }, memberships: ranks.map((rank, i) => member(`P${i + 1}`, { rank })) }));
    expect(ranked([1, 2])).toEqual([]);
    expect(ranked([1, null, 0])).toEqual([["rank-missing", { provider: "P2", role: "framework" }], ["rank-missing", { provider: "P3", role: "framework" }]]);
    expect(ranked([2, 2])).toEqual([["rank-twice", { providers: ["P1", "P2"], rank: 2, firstDay: "2024-01-01", lastDay: "open" }]]);
  });

  it("two grades on one day contradict each other", () => {
    const grades = (firstDay: "2024-06-30" | "2024-07-01") =>
      found(frameworkWith({ memberships: [member("P1")], grades: [{ provider: "P1", grade: "gold", firstDay: "2024-01-01", lastDay: "2024-06-30" }, { provider: "P1", grade: "silver", firstDay, lastDay: "open" }] }));
    expect(grades("2024-06-30")).toEqual([["grades-contradict", { provider: "P1", grades: ["gold", "silver"], firstDay: "2024-06-30", lastDay: "2024-06-30" }]]);
    expect(grades("2024-07-01")).toEqual([]);
  });

  it("a framework that names no providers, and one with another number than published, are noticed", () => {
    expect(found(frameworkWith())).toEqual([["no-members-named", {}]]);
    const publishedProviders = { count: 2, source };
    expect(found(frameworkWith({ publishedProviders, memberships: [member("P1"), member("P1", { lots: ["b"] })] }))).toEqual([["provider-count-differs", { members: 1, published: 2 }]]);
    expect(found(frameworkWith({ publishedProviders, memberships: [member("P1"), member("P2")] }))).toEqual([]);
  });
});

describe("starts", () => {
  const plan: Mobilisation = { authority: "agreed", source, gate: "after-the-one-before-is-stable", contingency: { firstDay: "2024-01-01", lastDay: "2024-03-31", source }, milestones: [], starts: [], readings: {} };
  const starting = (starts: Mobilisation["starts"]) => found(frameworkWith({ memberships: [member("P1"), member("P2")], mobilisation: { ...plan, starts } }));

  it("a provider may start on the day the one before is stable, and not the day before", () => {
    const first = { provider: "P1", place: 1, firstDay: "2024-04-01", stableFrom: "2024-05-01" } as const;
    expect(starting([first, { provider: "P2", place: 2, firstDay: "2024-05-01", stableFrom: "not-yet" }])).toEqual([]);
    expect(starting([first, { provider: "P2", place: 2, firstDay: "2024-04-30", stableFrom: "not-yet" }])).toEqual([["started-before-it-may", { provider: "P2", firstDay: "2024-04-30", because: "provider-before-not-stable", before: ["P1"] }]]);
  });

  it("nobody starts in the contingency period, its last day included", () => {
    expect(starting([{ provider: "P1", place: 1, firstDay: "2024-03-31", stableFrom: "not-yet" }])).toEqual([["started-before-it-may", { provider: "P1", firstDay: "2024-03-31", because: "contingency-period", until: "2024-03-31" }]]);
    expect(starting([{ provider: "P1", place: 1, firstDay: "2024-04-01", stableFrom: "not-yet" }])).toEqual([]);
  });

  it("one provider, one start", () => {
    const start = { provider: "P1", place: 1, firstDay: "not-started", stableFrom: "not-yet" } as const;
    expect(starting([start, { ...start, place: 2 }])).toEqual([["start-twice", { provider: "P1" }]]);
  });
});

it("refuses hours below 0 and hours that are no decimal text", () => {
  const framework = frameworkWith({ memberships: [member("P1")] });
  const hours = (text: string) => checkFramework(framework, { hours: [{ provider: "P1", role: "framework", place: "a", hours: text }] });
  expect(() => hours("-1")).toThrow("checkFramework: hours must be decimal text from 0");
  expect(() => hours("1,000")).toThrow("hours must be decimal text");
});
