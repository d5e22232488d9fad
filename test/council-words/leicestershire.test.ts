import { describe, expect, it } from "vitest";
import { type Membership, checkFramework, extended, frameworkOf, leicestershire, milestoneOn, offers, scopeOf, startOn, termOn, withFrameworkReading } from "../../src/index.js";

const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
const following = frameworkOf(leicestershire, "service-to-follow");

function member(provider: string, role: Membership["role"], lots: readonly string[] = ["east-1"]): Membership {
  return { provider, role, rank: null, firstDay: "2017-01-01", lastDay: "open", lots, localities: "all", zones: "all", needs: "all" };
}

describe("H1 lots", () => {
  it('10: "18 geographic lots … (eight in the East and ten in the West)"', () => {
    const { lots, source } = outgoing.places;
    expect(source).toMatchObject({ clause: "10", quote: expect.stringContaining("18 geographic lots aligned to the Clinical Commissioning Group (CCG) boundaries (eight in the East and ten in the West)") });
    expect(lots.length).toBe(18);
    expect(lots.map(({ id }) => id)).toEqual([...Array.from({ length: 8 }, (_, i) => `east-${i + 1}`), ...Array.from({ length: 10 }, (_, i) => `west-${i + 1}`)]);
  });

  it('10: "utilising a mix of lead, supplementary and contingency providers"; the order is a reading', () => {
    const [order] = outgoing.offerOrder!.versions;
    expect(order!.source.quote).toContain("utilising a mix of lead, supplementary and contingency providers");
    expect(order!.tiers.map(({ roles }) => roles)).toEqual([["lead"], ["supplementary"], ["contingency"]]);
    expect(order!.readings["offer-order"]!.adopted).toBe("lead-supplementary-contingency");
  });

  it("a package is offered to the lead, the supplementary and the contingency providers of its lot, in that order", () => {
    const framework = { ...outgoing, memberships: [member("C1", "contingency"), member("L1", "lead"), member("S1", "supplementary"), member("L2", "lead", ["east-2"])] };
    const answer = offers(framework, { service: "home-care", boughtWith: "commissioned", lot: "east-1" }, "2019-09-02");
    expect(answer).toMatchObject({ kind: "offers", authority: "agreed", tiers: [{ tier: "lead", providers: [{ provider: "L1" }] }, { tier: "supplementary", providers: [{ provider: "S1" }] }, { tier: "contingency", providers: [{ provider: "C1" }] }], leftOut: [{ provider: "L2", reasons: [{ code: "not-in-lot", source: { clause: "10" } }] }], restsOn: ["offer-order"] });
    const unordered = withFrameworkReading(framework, "offer-order", "no-order");
    expect(offers(unordered, { service: "home-care", boughtWith: "commissioned", lot: "east-1" }, "2019-09-02")).toMatchObject({ tiers: [{ providers: [{ provider: "C1" }, { provider: "L1" }, { provider: "S1" }] }] });
  });

  it("the report does not say how many leads a lot has: at least one, or exactly one", () => {
    const framework = { ...outgoing, memberships: [member("L1", "lead", outgoing.places.lots.map(({ id }) => id)), member("L2", "lead", ["east-1"])] };
    expect(checkFramework(framework).findings).toEqual([]);
    expect(checkFramework(withFrameworkReading(framework, "leads-in-a-lot", "exactly-one")).findings).toMatchObject([{ code: "too-many-in-role", facts: { lot: "east-1" } }]);
    expect(checkFramework({ ...framework, memberships: framework.memberships.slice(1) }).findings.filter(({ code }) => code === "too-few-in-role").length).toBe(17);
  });
});

describe("H2 term", () => {
  it('8: "due to end by November 2020": read as its last day, or the first, or the last of October', () => {
    expect(outgoing.term.source).toMatchObject({ clause: "8", quote: expect.stringContaining("is due to end by November 2020, with a possible extension up to November 2021") });
    const ends = (choice: string) => {
      const { term } = withFrameworkReading(outgoing, "last-day", choice);
      return [term.lastDay, term.extension === "none" ? null : term.extension.upTo];
    };
    expect(ends("last-of-november")).toEqual(["2020-11-30", "2021-11-30"]);
    expect(ends("first-of-november")).toEqual(["2020-11-01", "2021-11-01"]);
    expect(ends("before-november")).toEqual(["2020-10-31", "2021-10-31"]);
    expect(outgoing.term.readings["last-day"]!.adopted).toBe("last-of-november");
  });

  it.each([
    ["last-of-november", "2020-11-30", "2020-12-01"],
    ["first-of-november", "2020-11-01", "2020-11-02"],
    ["before-november", "2020-10-31", "2020-11-01"],
  ] as const)("%s: both sides of the last day", (choice, last, after) => {
    const framework = withFrameworkReading(outgoing, "last-day", choice);
    expect(termOn(framework, last).kind).toBe("in-term");
    expect(termOn(framework, after).kind).toBe("ended");
  });

  it('12: the extension "may be used (all or in part)"', () => {
    expect(outgoing.term.extension).toMatchObject({ inPart: true, source: { clause: "12", quote: expect.stringContaining("may be used (all or in part)") } });
    expect(termOn(extended(outgoing, "2021-03-31"), "2021-03-31")).toMatchObject({ kind: "in-term", extended: true });
    expect(termOn(extended(outgoing, "2021-11-30"), "2021-11-30")).toMatchObject({ kind: "in-term", extended: true });
    expect(() => extended(outgoing, "2021-12-01")).toThrow("may be extended up to 2021-11-30");
  });

  it('21: "additional safeguards"', () => {
    expect(outgoing.term.alsoSee![0]).toMatchObject({ clause: "21", quote: expect.stringContaining("additional safeguards") });
  });

  it('19: "each provider to be stabilised before introducing the next": a provider starts only after the one before is stable', () => {
    const plan = following.mobilisation!;
    expect(plan).toMatchObject({ gate: "after-the-one-before-is-stable", source: { clause: "19", quote: expect.stringContaining("This will enable each provider to be stabilised before introducing the next.") } });
    const starts = [
      { provider: "P1", place: 1, firstDay: "2020-08-03", stableFrom: "2020-08-24" },
      { provider: "P2", place: 2, firstDay: "not-started", stableFrom: "not-yet" },
    ] as const;
    expect(startOn({ ...plan, starts }, "P2", "2020-08-23").kind).toBe("waits");
    expect(startOn({ ...plan, starts }, "P2", "2020-08-24").kind).toBe("may-start");
  });

  it('20: "A contingency period … between the completion of the procurement and the start of the implementation"', () => {
    const plan = following.mobilisation!;
    expect(plan.contingency).toMatchObject({ firstDay: "2020-04-01", lastDay: "2020-07-31", source: { clause: "20", quote: expect.stringContaining("between the completion of the procurement and the start of the implementation") } });
    const waiting = [{ provider: "P1", place: 1, firstDay: "not-started", stableFrom: "not-yet" }] as const;
    expect(startOn({ ...plan, starts: waiting }, "P1", "2020-07-31")).toMatchObject({ reason: "contingency-period" });
    expect(startOn({ ...plan, starts: waiting }, "P1", "2020-08-01")).toEqual({ kind: "may-start" });
    const unstated = withFrameworkReading(following, "contingency-days", "unstated").mobilisation!;
    expect(startOn({ ...unstated, starts: waiting }, "P1", "2020-07-31")).toEqual({ kind: "may-start" });
  });

  it("28: the nine milestones, each with its month", () => {
    const { milestones } = following.mobilisation!;
    expect(milestones.map(({ name, when }) => `${name}: ${when}`)).toEqual([
      "Market Analysis (Phase 1 – As Is position): September 2019",
      "Draft New Service Design: September 2019",
      "Market Analysis (Phase 2 – To Be position): October 2019",
      "Final New Service Design: November 2019",
      "Partnership Agreement (Completed): December 2019",
      "Procurement (Completed): March 2020",
      "Implementation (Starts): August 2020",
      "Implementation (Finishes): October 2020",
      "Service Stabilisation Ends/Handover to Business as Usual: March 2021",
    ]);
    for (const milestone of milestones) {
      expect(milestone.source).toMatchObject({ clause: "28", quote: `| • ${milestone.name} | ${milestone.when} |` });
      expect(milestone.firstDay.slice(0, 8)).toBe(milestone.lastDay.slice(0, 8));
    }
    expect(milestoneOn(milestones[5]!, "2020-03-31")).toBe("due");
    expect(milestoneOn(milestones[5]!, "2020-04-01")).toBe("past");
  });
});

describe("H3 scope", () => {
  const scope = (framework: typeof outgoing, service: string) => {
    const { kind, source } = scopeOf(service, framework.scope.versions[0]!);
    return [kind, source.clause, source.quote];
  };

  it.each([
    ["home-care", "in-scope", "6", "The current domiciliary care service (Help to Live at Home)"],
    ["step-up", "in-scope", "7", "The service includes community reablement ('Step Up')"],
  ])("outgoing, %s: %s by paragraph %s", (service, kind, clause, words) => {
    expect(scope(outgoing, service)).toEqual([kind, clause, expect.stringContaining(words)]);
  });

  it.each([
    ["long-term-support", "in-scope", "16 a", "one of 'Long Term Support' in a 24 x 7 x 365 setting"],
    ["dementia", "cannot-be-determined", "16 b", "Options appraisal of some more specialist services e.g. dementia services;"],
    ["roving-night", "cannot-be-determined", "17", "roving night time supports and 'Waking Night' care;"],
    ["waking-night", "cannot-be-determined", "17", "roving night time supports and 'Waking Night' care;"],
    ["respite", "cannot-be-determined", "17", "respite care in the home;"],
    ["live-in", "cannot-be-determined", "17", "live-in carer service;"],
    ["hart", "out-of-scope", "18", "remodelling of the HART service"],
    ["step-up", "out-of-scope", "18", "short-term intensive reablement (Step Up/Step Down) service offer;"],
    ["step-down", "out-of-scope", "18", "short-term intensive reablement (Step Up/Step Down) service offer;"],
    ["crisis-response", "out-of-scope", "18", "Crisis Response Service offer;"],
    ["extra-care", "out-of-scope", "18", "accommodation with support e.g. Extra Care/Supported Living."],
    ["supported-living", "out-of-scope", "18", "accommodation with support e.g. Extra Care/Supported Living."],
  ])("to follow, %s: %s by paragraph %s", (service, kind, clause, words) => {
    expect(scope(following, service)).toEqual([kind, clause, expect.stringContaining(words)]);
  });

  it("dementia services can be read as in scope, as the heading of paragraph 16 says", () => {
    expect(scope(withFrameworkReading(following, "specialist-services", "in-scope"), "dementia")[0]).toBe("in-scope");
  });

  it("a package of Step Up is refused by the new service with paragraph 18, and not by the outgoing one", () => {
    const stepUp = { service: "step-up", boughtWith: "commissioned", lot: "east-1" } as const;
    expect(offers(following, stepUp, "2020-09-01", { as: "proposed" })).toMatchObject({ kind: "out-of-scope", authority: "proposed", source: { clause: "18" } });
    expect(offers(following, stepUp, "2020-09-01")).toMatchObject({ kind: "cannot-be-determined", reason: "must-be-named" });
    expect(offers({ ...outgoing, memberships: [member("L1", "lead")] }, stepUp, "2020-09-01").kind).toBe("offers");
  });

  it('16 c, 17: the referral route and "a stake in that market" are conditions only considered; who is offered a package cannot be determined', () => {
    const quotes = Object.fromEntries(leicestershire.conditions.map(({ id, authority, source }) => [id, [authority, source.clause, source.quote]]));
    expect(quotes["referral-route"]).toEqual(["proposed", "16 c", expect.stringContaining("through a lead provider or through some sort of brokerage service")]);
    expect(quotes["council-stake"]).toEqual(["proposed", "17", expect.stringContaining("the County Council may have a stake in that market")]);
    expect(offers(following, { service: "long-term-support", boughtWith: "commissioned" }, "2020-09-01", { as: "proposed" })).toMatchObject({ kind: "cannot-be-determined", reason: "no-order-of-offer" });
  });
});

it('H4 joint: 14 "jointly procured with the County Council acting as Lead Commissioner"; 35', () => {
  expect(following.commissioners).toMatchObject({ lead: "Leicestershire County Council", partners: ["NHS Clinical Commissioning Groups"], source: { clause: "14", quote: expect.stringContaining("The new service will be jointly procured with the County Council acting as Lead Commissioner.") } });
  expect(outgoing.commissioners.source.quote).toContain("The current joint contractual arrangement with NHS CCGs will be maintained.");
  expect(leicestershire.facts.find(({ id }) => id === "engaged-partners")!.source).toMatchObject({ clause: "35", quote: expect.stringContaining("East and West CCGs are fully engaged") });
});

it("H5 price: 15 promises a pricing model and no risk of unsustainable prices; there is no number", () => {
  const [price] = following.price!.versions;
  expect(price).toMatchObject({ floor: null, ceiling: null, authority: "proposed", source: { clause: "15", quote: expect.stringContaining("an independent market analysis exercise (prior to the main procurement)") } });
  expect(price!.alsoSee![0]!.quote).toBe("risk of bidding at an unsustainable price will be removed.");
  expect(leicestershire.conditions.find(({ id }) => id === "bids-on-quality")!.source.quote).toBe("domiciliary care providers bids will be based on quality of service;");
  expect(outgoing.price).toBeUndefined();
});

it.each([
  ["home-care-service-users", "1994", "receiving", "11", "1,994"],
  ["reablement-service-users", "67", "receiving", "11", "67"],
  ["home-care-hours", "20317", "commissioned", "11", "20,317"],
  ["reablement-hours", "2892", "commissioned", "11", "2,892"],
  ["budget", "16600000", "budget", "23", "£16.6m"],
])("H6 volumes, %s: %s", (id, value, measure, clause, printed) => {
  expect(leicestershire.volumes.find((figure) => figure.id === id)).toMatchObject({ value, measure, source: { clause, quote: expect.stringContaining(printed) } });
});

it("what is in place is agreed, and what is to follow is proposed, throughout", () => {
  expect(leicestershire.frameworks.map(({ authority }) => authority)).toEqual(["agreed", "proposed"]);
  const authorities = (value: unknown): string[] => (typeof value !== "object" || value === null ? [] : Object.entries(value).flatMap(([key, inner]) => (key === "authority" ? [String(inner)] : authorities(inner))));
  expect(new Set(authorities(outgoing))).toEqual(new Set(["agreed"]));
  expect(new Set(authorities(following))).toEqual(new Set(["proposed"]));
});
