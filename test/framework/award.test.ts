import { describe, expect, it } from "vitest";
import { type AwardLimit, type Framework, type HoursInPlace, checkFramework } from "../../src/index.js";
import { frameworkWith, limited, member, source, version } from "./fixtures.js";

function found(framework: Framework, hours?: readonly HoursInPlace[]): unknown[] {
  const { findings } = checkFramework(framework, hours === undefined ? {} : { hours });
  return findings.filter(({ code }) => code !== "role-in-no-tier").map(({ code, facts }) => [code, facts]);
}

const localities = {
  places: { ...frameworkWith().places, lots: [], localities: [{ id: "north", name: "North", zones: [] }, { id: "south", name: "South", zones: [] }] },
};
const partner = (provider: string, locality: string, days: object = {}) => member(provider, { role: "locality-partner", lots: "all", localities: [locality], ...days });

describe("a Locality Partner", () => {
  const onePartner: AwardLimit = { kind: "providers-in-place", place: "locality", role: "locality-partner", least: 1, most: 1 };
  const oneLocality: AwardLimit = { kind: "places-per-provider", place: "locality", role: "locality-partner", most: 1 };

  it("in each locality is right", () => {
    expect(found(limited([onePartner, oneLocality], [partner("P1", "north"), partner("P2", "south")], localities))).toEqual([]);
  });

  it("in two localities is one too many", () => {
    const days = { firstDay: "2024-01-01", lastDay: "2025-12-31" };
    expect(found(limited([oneLocality], [member("P1", { role: "locality-partner", lots: "all", localities: ["north", "south"] })], localities))).toEqual([["too-many-places", { provider: "P1", role: "locality-partner", place: "locality", held: ["north", "south"], most: 1, ...days }]]);
    expect(found(limited([oneLocality], [partner("P1", "north"), partner("P1", "south")], localities))).toMatchObject([["too-many-places", days]]);
    expect(found(limited([oneLocality], [member("P1", { role: "locality-partner", lots: "all", localities: "all" })], localities))).toMatchObject([["too-many-places", days]]);
  });

  it("in two localities one after the other is allowed, and an overlap is told to the day", () => {
    expect(found(limited([oneLocality], [partner("P1", "north", { lastDay: "2024-06-30" }), partner("P1", "south", { firstDay: "2024-07-01" })], localities))).toEqual([]);
    expect(found(limited([oneLocality], [partner("P1", "north", { lastDay: "2024-06-30" }), partner("P1", "south", { firstDay: "2024-06-30" })], localities))).toMatchObject([["too-many-places", { firstDay: "2024-06-30", lastDay: "2024-06-30" }]]);
  });

  it("is missing in a locality without one: on those days only", () => {
    expect(found(limited([onePartner], [partner("P1", "north")], localities))).toEqual([["too-few-in-role", { locality: "south", role: "locality-partner", least: 1, providers: [], firstDay: "2024-01-01", lastDay: "2025-12-31" }]]);
    expect(found(limited([onePartner], [partner("P1", "north"), partner("P2", "south", { firstDay: "2024-02-01", lastDay: "2025-11-30" })], localities))).toMatchObject([
      ["too-few-in-role", { locality: "south", firstDay: "2024-01-01", lastDay: "2024-01-31" }],
      ["too-few-in-role", { locality: "south", firstDay: "2025-12-01", lastDay: "2025-12-31" }],
    ]);
  });

  it("beside another is one too many, or allowed", () => {
    const memberships = [partner("P2", "north"), partner("P1", "north", { firstDay: "2025-01-01" }), partner("P3", "south")];
    expect(found(limited([onePartner], memberships, localities))).toEqual([["too-many-in-role", { locality: "north", role: "locality-partner", most: 1, providers: ["P1", "P2"], firstDay: "2025-01-01", lastDay: "2025-12-31" }]]);
    expect(found(limited([{ ...onePartner, most: "any" }], memberships, localities))).toEqual([]);
  });

  it("twice in one locality is one provider", () => {
    expect(found(limited([onePartner], [partner("P1", "north", { needs: ["dementia"] }), partner("P1", "north", { needs: ["stroke"] }), partner("P2", "south")], localities))).toEqual([]);
  });

  it("a term without days is checked from the first membership on", () => {
    const framework = limited([onePartner], [partner("P1", "north"), partner("P2", "south", { firstDay: "2024-02-01", lastDay: "2024-02-29" })], localities);
    const endless: Framework = { ...framework, term: { ...framework.term, firstDay: "unstated", lastDay: "unstated" } };
    expect(found(endless)).toMatchObject([
      ["too-few-in-role", { locality: "south", firstDay: "2024-01-01", lastDay: "2024-01-31" }],
      ["too-few-in-role", { locality: "south", firstDay: "2024-03-01", lastDay: "open" }],
    ]);
  });

  it("is missing once, however often something changes elsewhere, and twice when it was there between", () => {
    const north = [partner("P1", "north", { lastDay: "2024-06-30" }), partner("P2", "north", { firstDay: "2024-07-01" })];
    expect(found(limited([onePartner], north, localities))).toMatchObject([["too-few-in-role", { locality: "south", firstDay: "2024-01-01", lastDay: "2025-12-31" }]]);
    expect(found(limited([onePartner], [...north, partner("P3", "south", { firstDay: "2024-08-01", lastDay: "2024-08-01" })], localities))).toMatchObject([
      ["too-few-in-role", { locality: "south", firstDay: "2024-01-01", lastDay: "2024-07-31" }],
      ["too-few-in-role", { locality: "south", firstDay: "2024-08-02", lastDay: "2025-12-31" }],
    ]);
  });

  it("is missing on the last day of the term alone", () => {
    expect(found(limited([onePartner], [partner("P1", "north"), partner("P2", "south", { lastDay: "2025-12-30" })], localities))).toMatchObject([["too-few-in-role", { firstDay: "2025-12-31", lastDay: "2025-12-31" }]]);
  });

  it("days outside the term are not checked, whatever memberships begin or end there", () => {
    const early = [partner("P1", "north", { firstDay: "2023-01-01", lastDay: "2023-06-30" }), partner("P2", "north"), partner("P3", "south"), partner("P4", "south", { firstDay: "2026-03-01", lastDay: "2026-04-30" })];
    expect(found(limited([onePartner], early, localities)).map((finding) => (finding as [string])[0])).toEqual(["membership-outside-term", "membership-outside-term"]);
  });

  it("a limit holds on the days of its version", () => {
    const framework = frameworkWith({ ...localities, memberships: [partner("P1", "north")], award: { versions: [version({ limits: [onePartner] }, { lastDay: "2024-03-31" })] } });
    expect(found(framework)).toMatchObject([["too-few-in-role", { locality: "south", firstDay: "2024-01-01", lastDay: "2024-03-31" }]]);
  });

  it("without localities or members nothing is passed: it is not checked", () => {
    expect(checkFramework(limited([onePartner], [partner("P1", "north")])).notChecked).toEqual([{ what: "providers-in-place", reason: "no-localities-listed" }]);
    expect(checkFramework(limited([onePartner], [], localities)).notChecked).toEqual([{ what: "providers-in-place", reason: "no-members-named" }]);
  });

  it("a proposed limit is checked in a proposed framework, not in an agreed one", () => {
    const proposed = { award: { versions: [version({ limits: [oneLocality] }, { authority: "proposed" })] }, ...localities, memberships: [member("P1", { role: "locality-partner", lots: "all", localities: "all" })] };
    expect(found(frameworkWith(proposed))).toEqual([]);
    expect(checkFramework(frameworkWith(proposed)).notChecked).toContainEqual({ what: "award", reason: "not-configured" });
    expect(found(frameworkWith({ ...proposed, authority: "proposed" }))).toMatchObject([["too-many-places", {}]]);
  });
});

it("a lot without a lead", () => {
  const limits = [{ kind: "providers-in-place", place: "lot", role: "lead", least: 1, most: "any" }] as const;
  expect(found(limited(limits, [member("P1", { role: "lead" }), member("P2", { role: "contingency", lots: ["b"] })]))).toMatchObject([["too-few-in-role", { lot: "b", role: "lead" }]]);
});

// R24: one principal provider per area with up to 70 % of hours; at most 2 lots won; at most half the areas.
describe("principal-provider council", () => {
  const lots = ["a", "b", "c", "d", "e"].map((id) => ({ id, name: id, zones: [] }));
  const places = { places: { ...frameworkWith().places, lots } };
  const principal = (provider: string, of: readonly string[]) => member(provider, { role: "principal", lots: of });
  const hoursOf = (principalHours: string, frameworkHours: string): HoursInPlace[] => [
    { provider: "P1", role: "principal", place: "a", hours: principalHours },
    { provider: "P2", role: "framework", place: "a", hours: frameworkHours },
  ];

  it("70 % of the hours is allowed, an hundredth of an hour more is not", () => {
    const framework = limited([{ kind: "share-of-hours", place: "lot", role: "principal", most: "0.70" }], [principal("P1", ["a"]), member("P2")], places);
    expect(found(framework, hoursOf("700", "300"))).toEqual([]);
    expect(found(framework, hoursOf("700.01", "299.99"))).toEqual([["too-large-share-of-hours", { lot: "a", role: "principal", hours: "700.01", of: "1000", share: "0.70001", most: "0.70" }]]);
  });

  it("thirds are exact: two of three hours are not at most 0.6666666666666666", () => {
    const framework = limited([{ kind: "share-of-hours", place: "lot", role: "principal", most: "0.6666666666666666" }], [principal("P1", ["a"]), member("P2")], places);
    expect(found(framework, hoursOf("2", "1"))).toMatchObject([["too-large-share-of-hours", { share: "2/3" }]]);
  });

  it("without hours the share is not checked, and a place without hours has no share", () => {
    const framework = limited([{ kind: "share-of-hours", place: "lot", role: "principal", most: "0.70" }], [principal("P1", ["a"]), member("P2")], places);
    expect(checkFramework(framework).notChecked).toEqual([{ what: "share-of-hours", reason: "hours-not-given" }]);
    expect(found(framework, hoursOf("0", "0"))).toEqual([]);
  });

  it("two lots may be won, three not", () => {
    const limits = [{ kind: "places-per-provider", place: "lot", role: "principal", most: 2 }] as const;
    expect(found(limited(limits, [principal("P1", ["a", "b"])], places))).toEqual([]);
    expect(found(limited(limits, [principal("P1", ["a", "b", "c"])], places))).toMatchObject([["too-many-places", { held: ["a", "b", "c"], most: 2 }]]);
  });

  it("half the areas may be won: two of five, or two of four, but not three of five", () => {
    const limits = [{ kind: "share-of-places", place: "lot", role: "principal", most: "0.5" }] as const;
    const four = { places: { ...places.places, lots: lots.slice(0, 4) } };
    expect(found(limited(limits, [principal("P1", ["a", "b"])], places))).toEqual([]);
    expect(found(limited(limits, [principal("P1", ["a", "b"])], four))).toEqual([]);
    expect(found(limited(limits, [principal("P1", ["a", "b", "c"])], places))).toEqual([["too-large-share-of-places", { provider: "P1", role: "principal", place: "lot", held: ["a", "b", "c"], of: 5, most: "0.5", firstDay: "2024-01-01", lastDay: "2025-12-31" }]]);
  });

  it("a principal provider is barred from the framework tier of its own area, not of another", () => {
    const limits = [{ kind: "barred-together", roles: ["principal", "framework"], within: "lot" }] as const;
    expect(found(limited(limits, [principal("P1", ["a"]), member("P1", { lots: ["b"] })], places))).toEqual([]);
    expect(found(limited(limits, [principal("P1", ["a"]), member("P1", { lots: ["a", "b"], firstDay: "2025-01-01" })], places))).toEqual([["barred-together", { provider: "P1", roles: ["principal", "framework"], within: "lot", firstDay: "2025-01-01", lastDay: "2025-12-31" }]]);
    const anywhere = [{ ...limits[0], within: "framework" }] as const;
    expect(found(limited(anywhere, [principal("P1", ["a"]), member("P1", { lots: ["b"] })], places))).toMatchObject([["barred-together", { within: "framework" }]]);
  });

  it("a split of hours makes a whole, to the last place", () => {
    const split = (share: string) => [{ kind: "split-of-hours", place: "lot", parts: [{ role: "principal", share: "0.70" }, { role: "framework", share }] }] as const;
    const memberships = [principal("P1", ["a"]), member("P2")];
    expect(found(limited(split("0.30"), memberships, places))).toEqual([]);
    expect(found(limited(split("0.29"), memberships, places))).toEqual([["split-not-whole", { sum: "0.99" }]]);
    expect(found(limited(split("0.30"), memberships, places), hoursOf("70", "30"))).toEqual([]);
    expect(found(limited(split("0.30"), memberships, places), hoursOf("60", "40"))).toEqual([
      ["split-not-met", { lot: "a", role: "framework", hours: "40", of: "100", share: "0.40", stated: "0.30" }],
      ["split-not-met", { lot: "a", role: "principal", hours: "60", of: "100", share: "0.60", stated: "0.70" }],
    ]);
  });

  it("a finding names the clause of its limit", () => {
    const { findings } = checkFramework(limited([{ kind: "places-per-provider", place: "lot", role: "principal", most: 2 }], [principal("P1", ["a", "b", "c"])], places));
    expect(findings.find(({ code }) => code === "too-many-places")!.source).toEqual(source);
  });
});
