import { describe, expect, it } from "vitest";
import { type Framework, type Membership, arrangementOn, besideNational, checkFramework, frameworkOf, growthOf, mixOf, nextVisitDue, offers, percentDifferences, plymouth, regimeOn, rulesApplyTo, termOn, withChoice, withFrameworkReading } from "../../src/index.js";

const today = frameworkOf(plymouth, "spot-contracts");
const possible = frameworkOf(plymouth, "locality-partners");
const everywhere = { rank: null, firstDay: "2023-01-01", lastDay: "open", lots: "all", localities: "all", zones: "all", needs: "all" } as const;
const spot = (provider: string): Membership => ({ ...everywhere, provider, role: "spot" });
const partner = (provider: string, localities: readonly string[]): Membership => ({ ...everywhere, provider, role: "locality-partner", localities });
const providerPartner = (provider: string, more: Partial<Membership> = {}): Membership => ({ ...everywhere, provider, role: "provider-partner", ...more });

function withLocalities(memberships: readonly Membership[]): Framework {
  return { ...possible, places: { ...possible.places, localities: [{ id: "north", name: "North", zones: ["n1", "n2"] }, { id: "south", name: "South", zones: [] }] }, memberships };
}

describe("P1 possible model", () => {
  const carePackage = { service: "home-care", boughtWith: "commissioned", locality: "north", zone: "n1", needs: ["dementia"] } as const;
  const memberships = [
    partner("L1", ["north"]),
    partner("L2", ["south"]),
    providerPartner("ALL"),
    providerPartner("N1", { zones: ["n1"] }),
    providerPartner("N2", { zones: ["n2"] }),
    providerPartner("DEM", { needs: ["dementia"] }),
    providerPartner("STR", { needs: ["stroke"] }),
  ];

  it('"All work within that locality sent to them", "to\\ndeliver or distribute to the Provider Partners", "specific zone or specific type of need"', () => {
    const [order] = possible.offerOrder!.versions;
    expect(order!.source.quote).toBe("All work within that locality sent to them.");
    expect(order!.tiers.map(({ source }) => source!.quote)).toEqual(["Will get all work allocated in that locality to\ndeliver or distribute to the Provider Partners.", "Work filtered to them from the Locality Partners"]);
    expect(offers(withLocalities(memberships), carePackage, "2025-01-01", { as: "proposed" })).toMatchObject({
      kind: "offers",
      authority: "proposed",
      tiers: [
        { tier: "locality-partner", offered: "in-turn", providers: [{ provider: "L1" }] },
        { tier: "provider-partners", offered: "distributed", distributedBy: ["L1"], providers: [{ provider: "ALL" }, { provider: "DEM" }, { provider: "N1" }] },
      ],
      leftOut: [
        { provider: "L2", reasons: [{ code: "not-in-locality" }] },
        { provider: "N2", reasons: [{ code: "zone-not-covered" }] },
        { provider: "STR", reasons: [{ code: "need-not-covered" }] },
      ],
    });
  });

  it("it is proposed: without its name nobody is offered anything by it", () => {
    expect(offers(withLocalities(memberships), carePackage, "2025-01-01")).toMatchObject({ kind: "cannot-be-determined", reason: "must-be-named" });
    expect(offers(withLocalities(memberships), carePackage, "2025-01-01", { model: "locality-partner-first" })).toMatchObject({ kind: "offers", authority: "proposed" });
  });

  it('"Contracted to work in one locality": a Locality Partner in two is an error', () => {
    expect(possible.award!.versions[0]!.source.quote).toBe("Contracted to work in one locality;");
    expect(checkFramework(withLocalities([partner("L1", ["north", "south"])])).findings).toMatchObject([{ code: "too-many-places", facts: { provider: "L1", held: ["north", "south"], most: 1 }, source: { quote: "Contracted to work in one locality;" } }]);
  });

  it("a locality without a Locality Partner is an error; with two, an error or allowed, as it is read", () => {
    expect(checkFramework(withLocalities([partner("L1", ["north"])])).findings).toMatchObject([{ code: "too-few-in-role", facts: { locality: "south", least: 1 } }]);
    const two = withLocalities([partner("L1", ["north"]), partner("L2", ["north"]), partner("L3", ["south"])]);
    expect(checkFramework(two).findings).toMatchObject([{ code: "too-many-in-role", facts: { locality: "north", providers: ["L1", "L2"], most: 1 } }]);
    expect(checkFramework(withFrameworkReading(two, "one-partner", "allowed")).findings).toEqual([]);
  });

  it("the slides do not say how many localities there are: none until the caller gives them", () => {
    expect(possible.places.localities).toEqual([]);
    expect(offers({ ...possible, memberships }, carePackage, "2025-01-01", { as: "proposed" })).toMatchObject({ kind: "cannot-be-determined", reason: "localities-not-listed" });
    expect(checkFramework(possible).notChecked).toEqual([{ what: "places-per-provider", reason: "no-localities-listed" }, { what: "providers-in-place", reason: "no-localities-listed" }]);
  });

  it("a package with several types of need: every one, or any", () => {
    const both = { ...carePackage, needs: ["dementia", "stroke"] };
    const offered = (choice: string) => {
      const answer = offers(withFrameworkReading(withLocalities(memberships), "several-needs", choice), both, "2025-01-01", { as: "proposed" });
      return answer.kind === "offers" ? answer.tiers[1]!.providers.map(({ provider }) => provider) : answer.kind;
    };
    expect(offered("every")).toEqual(["ALL", "N1"]);
    expect(offered("any")).toEqual(["ALL", "DEM", "N1", "STR"]);
  });

  it("without its Locality Partner, it cannot be determined, or the Provider Partners are offered it directly", () => {
    const declined = { ...carePackage, declinedBy: ["L1"] };
    const answer = offers(withLocalities(memberships), declined, "2025-01-01", { as: "proposed" });
    expect(answer).toMatchObject({ kind: "cannot-be-determined", reason: "nobody-to-distribute", restsOn: ["nobody-to-distribute"] });
    expect(offers(withFrameworkReading(withLocalities(memberships), "nobody-to-distribute", "offered-directly"), declined, "2025-01-01", { as: "proposed" })).toMatchObject({ kind: "offers", tiers: [{ tier: "provider-partners", offered: "in-turn" }] });
  });

  it('"Aim to launch contracts end-2024 pending Cabinet approval": an aim, without days', () => {
    expect(possible.term).toMatchObject({ firstDay: "unstated", lastDay: "unstated", source: { quote: "Aim to launch contracts end-2024 pending Cabinet approval" } });
    expect(possible.mobilisation!.milestones.map(({ when, firstDay }) => [when, firstDay])).toEqual([["Spring 2024", "unstated"], ["end-2024", "unstated"]]);
  });
});

describe("P2 today", () => {
  it('"Currently 20 spot dom care providers commissioned": to all of them, unordered', () => {
    expect(today.publishedProviders).toMatchObject({ count: 20, source: { quote: "Currently 20 spot dom care providers commissioned;" } });
    const framework = { ...today, memberships: [spot("S2"), spot("S1"), partner("L1", ["north"])] };
    expect(offers(framework, { service: "home-care", boughtWith: "commissioned" }, "2023-09-05")).toMatchObject({ kind: "offers", authority: "agreed", tiers: [{ tier: "spot", providers: [{ provider: "S1" }, { provider: "S2" }] }], leftOut: [{ provider: "L1", reasons: [{ code: "role-in-no-tier" }] }] });
  });

  it('"there is no end date": an open end', () => {
    expect(today.term).toMatchObject({ lastDay: "open", source: { quote: expect.stringContaining("there is no end date") } });
    expect(termOn(today, "2099-12-31")).toMatchObject({ kind: "in-term", lastDay: "open" });
    const arrangement = plymouth.arrangements.find(({ kind }) => kind === "spot")!;
    expect(arrangement.lastDay).toBe("open");
    expect(arrangementOn(arrangement, "2099-12-31")).toBe(true);
  });

  it.each([
    ["providers", "20", "as-printed", "unstated", "20 spot"],
    ["hours", "14000", "approximately", "unstated", "contracted to deliver around 14,000 hours of care per week"],
    ["adults", "1000", "approximately", "unstated", "circa 1000 adults"],
    ["awaiting", "50", "as-printed", "2023-09-05", "As of 05/09/2023, there are 50 people awaiting a dom care package;"],
    ["hourly-rate", "22.05", "as-printed", "unstated", "Standard dom care hourly rate £22.05"],
    ["budget", "13060000", "as-printed", "unstated", "Annual dom care budget £13.06m"],
  ])("%s: %s", (id, value, exactness, of, printed) => {
    expect(plymouth.volumes.find((figure) => figure.id === id)).toMatchObject({ value, exactness, of, source: { quote: expect.stringContaining(printed) } });
  });

  it("the 14,000 hours are contracted, not delivered", () => {
    expect(plymouth.volumes.find(({ id }) => id === "hours")!.measure).toBe("contracted");
  });
});

describe("P3 hours", () => {
  const { hours } = plymouth.market!;

  it("576,794.13, 621,540.57, 682,400.58", () => {
    expect(hours.source.quote).toBe("Hours Delivered\t576,794.13\t621,540.57\t682,400.58");
    expect(hours.years.map((year) => year.hours)).toEqual(["576794.13", "621540.57", "682400.58"]);
  });

  it("the printed increases, 44,746.40 and 60,860.02, are 0.04 too low and 0.01 too high; 8 % and 10 % are right", () => {
    expect(hours.alsoSee!.map(({ quote }) => quote)).toEqual(["Hours Increased\t-\t44,746.40\t60,860.02", "% Increase\t-\t8%\t10%"]);
    expect(growthOf(hours.years)).toMatchObject([
      { year: "21/22", increase: null, stated: null },
      { year: "22/23", increase: "44746.44", percent: "7.76", stated: { increase: "44746.40", increaseDiffers: "-0.04", percent: "8", percentAgrees: true } },
      { year: "23/24", increase: "60860.01", percent: "9.79", stated: { increase: "60860.02", increaseDiffers: "0.01", percent: "10", percentAgrees: true } },
    ]);
  });

  it("the waiting figure is of 5 September 2023, so the hours of 23/24 may be a forecast", () => {
    expect(growthOf(hours.years)[2]!.basis).toBe("delivered");
    expect(growthOf(withChoice(hours, "year-23-24", "forecast").years)[2]!.basis).toBe("forecast");
  });
});

describe("P4 ratings", () => {
  const { local, national } = plymouth.market!;

  it("3, 11, 4 and 0 of 18 inspected; 454, 8046, 1360 and 76 of 9,936", () => {
    expect(mixOf(local.counts)).toMatchObject({ inspected: 18, counts: { outstanding: 3, good: 11, "requires-improvement": 4, inadequate: 0 } });
    expect(mixOf(national.counts)).toMatchObject({ inspected: 9936, counts: { outstanding: 454, good: 8046, "requires-improvement": 1360, inadequate: 76 } });
    for (const row of ["Outstanding\t3 (17%\t454 (5%)", "Good\t11 (61%)\t8046 (80%)", "Requires Improvement\t4 (22%)\t1360 (14%)", "Inadequate\t0 (0%)\t76 (1%)"]) {
      expect(local.source.quote).toContain(row);
      expect(national.source.quote).toContain(row);
    }
  });

  it("8,046 of 9,936 is printed as 80 %, and is 81 %; every other per cent is right", () => {
    expect(percentDifferences(national)).toEqual([{ rating: "good", printed: "80", computed: "81" }]);
    expect(percentDifferences(local)).toEqual([]);
  });

  it("beside the nation", () => {
    expect(besideNational(mixOf(local.counts), mixOf(national.counts)).map(({ points }) => points)).toEqual(["12.10", "-19.87", "8.53", "-0.76"]);
  });
});

describe("P5 monitoring", () => {
  const [terms] = plymouth.monitoring!.versions;
  const concerns = [{ provider: "P1", firstDay: "2023-09-05", lastDay: "open" }] as const;

  it('"a more intense monitoring process including weekly visits to the provider and the requirement of a service improvement plan"', () => {
    expect(terms!.source.quote).toContain("weekly visits to the provider and the requirement of a service improvement plan");
    expect(regimeOn("P1", "2023-09-04", concerns, terms!)).toMatchObject({ kind: "routine", requires: [{ what: "contract-manager" }, { what: "contract-meetings" }, { what: "dashboard-review" }] });
    const answer = regimeOn("P1", "2023-09-05", concerns, terms!);
    expect(answer.kind === "intensive" && answer.requires.map(({ what }) => what)).toEqual(["contract-manager", "contract-meetings", "dashboard-review", "provider-visits", "service-improvement-plan"]);
  });

  it("weekly: seven days apart, or one in every calendar week", () => {
    expect(nextVisitDue("P1", "2023-09-12", [], concerns, terms!)).toMatchObject({ by: "2023-09-12", overdueDays: 0 });
    expect(nextVisitDue("P1", "2023-09-13", [], concerns, terms!)).toMatchObject({ by: "2023-09-12", overdueDays: 1 });
    expect(nextVisitDue("P1", "2023-09-13", [], concerns, withChoice(terms!, "weekly-visits", "calendar-weeks"))).toMatchObject({ by: "2023-09-10", overdueDays: 3 });
  });

  it('"If whole service concerns are raised": a recorded event, never a count', () => {
    expect(terms!.trigger).toEqual({ kind: "recorded-concern" });
  });

  it('"CQC ratings, safeguardings, complaints, compliments and financial assurances"; "Regular contract meetings"', () => {
    expect(terms!.alsoSee![0]!.quote).toContain("this includes CQC ratings, safeguardings, complaints, compliments and financial assurances.");
    expect(terms!.routine.find(({ what }) => what === "contract-meetings")).toMatchObject({ every: "regularly", source: { quote: expect.stringContaining("Regular contract meetings held with providers") } });
  });
});

it('P6 direct payments: "outside of a commissioned process": said so, not assessed', () => {
  const bought = plymouth.arrangements.find(({ kind }) => kind === "direct-payment")!;
  expect(rulesApplyTo(bought)).toMatchObject({ kind: "outside-the-rules", source: { quote: expect.stringContaining("direct payment to purchase domiciliary care outside of a commissioned process") } });
  expect(offers(today, { service: "home-care", boughtWith: "direct-payment" }, "2023-09-05")).toMatchObject({ kind: "outside-the-rules", reason: "direct-payment", source: { quote: expect.stringContaining("outside of a commissioned process") } });
});
