import { describe, expect, it } from "vitest";
import { type Membership, blockPayment, checkFramework, frameworkOf, leicester, leicesterFrameworks, offers, termOn, withFrameworkReading } from "../../src/index.js";

const answered = frameworkOf(leicesterFrameworks, "overarching-framework");
const minuted = frameworkOf(leicesterFrameworks, "contracts-since-2017");
const member = (provider: string): Membership => ({ provider, role: "framework", rank: null, firstDay: "2017-01-01", lastDay: "open", lots: "all", localities: "all", zones: "all", needs: "all" });

describe("L8 framework: two records, each from its own document", () => {
  it('Q9: "a framework of 13 domiciliary care providers"; the minutes: "32 providers, 29 of those providers were rated Good"', () => {
    expect(answered.publishedProviders).toMatchObject({ count: 13, source: { clause: "Q9", quote: expect.stringContaining("a framework of 13 domiciliary care providers") } });
    expect(minuted.publishedProviders).toMatchObject({ count: 32, source: { quote: expect.stringContaining("Contracts were currently in place with 32 providers, 29 of those providers were rated Good by the CQC.") } });
    expect(checkFramework({ ...answered, memberships: [member("P1")] }).findings).toMatchObject([{ code: "provider-count-differs", facts: { members: 1, published: 13 } }]);
  });

  it('Q8: "each provider is contracted to us separately. This is not based on the type of service received": any service is in scope', () => {
    const arrangement = leicesterFrameworks.arrangements.find(({ id }) => id === "overarching-framework")!;
    expect(arrangement).toMatchObject({ kind: "framework", source: { clause: "Q8", quote: expect.stringContaining("each provider is contracted to us separately") } });
    expect(answered.scope.versions[0]).toMatchObject({ unlisted: "in-scope", source: { clause: "Q8", quote: "This is not based on the type of service received." } });
    expect(offers({ ...answered, memberships: [member("P1")] }, { service: "learning-disability", boughtWith: "commissioned" }, "2024-01-01").kind).toBe("offers");
  });

  it('the minutes: "in place since 2017 and were due to expire in October 2023"', () => {
    expect(minuted.term.source.quote).toContain("had been in place since 2017 and were due to expire in October 2023");
    expect([minuted.term.firstDay, minuted.term.lastDay]).toEqual(["2017-01-01", "2023-10-31"]);
    const kinds = (framework: typeof minuted) => (["2016-12-31", "2017-01-01", "2017-12-30", "2017-12-31", "2023-10-01", "2023-10-02", "2023-10-31", "2023-11-01"] as const).map((day) => termOn(framework, day).kind);
    expect(kinds(minuted)).toEqual(["not-started", "in-term", "in-term", "in-term", "in-term", "in-term", "in-term", "ended"]);
    expect(kinds(withFrameworkReading(minuted, "first-day", "last-of-2017")).slice(0, 4)).toEqual(["not-started", "not-started", "not-started", "in-term"]);
    expect(kinds(withFrameworkReading(minuted, "last-day", "first-of-october")).slice(4)).toEqual(["in-term", "ended", "ended", "ended"]);
  });

  it("the term of one ends no visit clause, nor the other", () => {
    expect(termOn(answered, "2026-01-01").kind).toBe("in-term");
    expect(leicester.punctuality.versions[0]!.lastDay).toBe("unstated");
  });

  it('"Children’s Services commissioned home care for children, this was done in a spot purchase basis"', () => {
    expect(leicesterFrameworks.arrangements.find(({ id }) => id === "childrens-home-care")).toMatchObject({ kind: "spot", source: { quote: expect.stringContaining("this was done in a spot purchase basis") } });
    expect(offers(minuted, { service: "childrens-home-care", boughtWith: "commissioned" }, "2023-01-01")).toMatchObject({ kind: "out-of-scope", source: { quote: expect.stringContaining("spot purchase basis") } });
  });
});

it("L9 brokerage, Q5: city-wide, one tier, no order", () => {
  const [order] = answered.offerOrder!.versions;
  expect(order!.source).toMatchObject({ clause: "Q5", quote: "We have a care brokerage team" });
  expect(order!.alsoSee![0]!.quote).toContain("Provision is commissioned city wide");
  for (const framework of [answered, minuted]) {
    expect(offers({ ...framework, memberships: [member("P2"), member("P1")] }, { service: "home-care", boughtWith: "commissioned" }, "2023-01-01")).toMatchObject({ kind: "offers", order: "city-wide", tiers: [{ offered: "in-turn", providers: [{ provider: "P1", rank: null }, { provider: "P2", rank: null }] }], leftOut: [] });
  }
});

it("L10 block purchase, Q6: lunch time and night at Danbury Gardens, paid whether or not delivered", () => {
  const block = leicesterFrameworks.arrangements.find(({ kind }) => kind === "block")!;
  expect(block).toMatchObject({ paid: "whether-or-not-delivered", source: { clause: "Q6", quote: "Leicester City Council block purchases support at lunch time and during the night at its extra care scheme – Danbury Gardens." } });
  expect(blockPayment(block, { amount: "1234.56", hoursBought: "100", hoursDelivered: "12.5" })).toEqual({ paid: "1234.56", hoursUnused: "87.5", hoursBeyond: "0" });
});

it.each([
  ["sick-pay", "agreed", "The first five days of occupational sick pay was already built-in to contracts and therefore covered by the Council’s fees to providers."],
  ["zero-hours", "proposed", "Work was ongoing to strengthen the approach in contracts towards zero-hours"],
  ["night-time-support", "agreed", "There was already provision in contracts for night-time support"],
  ["respite", "agreed", "therefore respite provision was possible"],
  ["provider-led-reviews", "proposed", "looking at the possibility of provider-lead reviews."],
  ["culturally-sensitive-provision", "proposed", "Increasing culturally sensitive provision"],
  ["training", "proposed", "there would be enhanced training requirements"],
  ["quality-assurance", "agreed", "We have an internal Quality Assurance Framework"],
  ["ecm-data", "agreed", "We monitor performance and continuity of care data submitted from the providers Electronic Care Monitoring (ECM) systems"],
  ["joint-commissioning", "agreed", "The joint commissioning of domiciliary care with the NHS"],
])("L13, L14 conditions, %s: %s", (id, authority, words) => {
  expect(leicesterFrameworks.conditions.find((condition) => condition.id === id)).toMatchObject({ authority, source: { quote: expect.stringContaining(words) } });
});

it.each([
  ["pool-cars", "such as pool cars"],
  ["bike-scheme", "The City Council’s bike scheme had been promoted to providers."],
  ["area", "High-density, urban"],
])("L13, L14 facts, %s", (id, words) => {
  expect(leicesterFrameworks.facts.find((fact) => fact.id === id)!.source.quote).toContain(words);
});

it.each([
  ["service-users", "1672", "receiving", "1672"],
  ["calls", "28205", "delivered", "28,205"],
  ["hours", "17681", "delivered", "17,681"],
  ["framework-providers", "13", "contracted", "13"],
  ["providers", "32", "contracted", "32"],
  ["rated-good", "29", "rated-good", "29"],
  ["residents", "2200", "receiving", "over 2.2k residents"],
  ["awaiting", "0", "awaiting", "No one was presently awaiting a care package"],
])("L8, L14 volumes, %s: %s", (id, value, measure, printed) => {
  expect(leicesterFrameworks.volumes.find((figure) => figure.id === id)).toMatchObject({ value, measure, source: { quote: expect.stringContaining(printed) } });
});
