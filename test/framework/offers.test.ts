import { describe, expect, it } from "vitest";
import { type CarePackage, type Day, type Framework, type Membership, type Mobilisation, type OfferOptions, offers } from "../../src/index.js";
import { carePackage, frameworkWith, member, order, source, tier, version } from "./fixtures.js";

const DAY: Day = "2024-06-01";

/** The providers of each tier, or the kind of answer. */
function tiersOf(framework: Framework, options: OfferOptions = {}, more: Partial<CarePackage> = {}, day = DAY): unknown {
  const answer = offers(framework, carePackage(more), day, options);
  return answer.kind === "offers" ? answer.tiers.map(({ tier, providers }) => [tier, providers.map(({ provider }) => provider)]) : answer.kind;
}

/** Why each provider is left out. */
function leftOut(framework: Framework, options: OfferOptions = {}, more: Partial<CarePackage> = {}, day = DAY): unknown {
  const answer = offers(framework, carePackage(more), day, options);
  return "leftOut" in answer ? answer.leftOut.map(({ provider, reasons }) => [provider, ...reasons.map(({ code }) => code)]) : answer.kind;
}

function withMembers(memberships: readonly Membership[], more: Partial<Framework> = {}): Framework {
  return frameworkWith({ memberships, ...more });
}

describe("an answer without tiers", () => {
  const framework = withMembers([member("P1")]);

  it("a direct payment is outside the rules, whatever else is wrong", () => {
    expect(offers(framework, carePackage({ boughtWith: "direct-payment", service: "gardening" }), "1999-01-01")).toEqual({ kind: "outside-the-rules", reason: "direct-payment", source: null, restsOn: [] });
    expect(offers({ ...framework, directPayments: { authority: "agreed", source } }, carePackage({ boughtWith: "direct-payment" }), DAY)).toMatchObject({ source });
  });

  it("outside the term, on both sides", () => {
    expect(offers(framework, carePackage(), "2023-12-31")).toEqual({ kind: "outside-term", term: { kind: "not-started", firstDay: "2024-01-01" }, authority: "agreed", source, restsOn: [] });
    expect(offers(framework, carePackage(), "2024-01-01").kind).toBe("offers");
    expect(offers(framework, carePackage(), "2025-12-31").kind).toBe("offers");
    expect(offers(framework, carePackage(), "2026-01-01")).toMatchObject({ kind: "outside-term", term: { kind: "ended", lastDay: "2025-12-31" } });
  });

  it("a service out of scope is refused with its paragraph", () => {
    const paragraph = { ...source, clause: "18" };
    const scope = { versions: [version({ services: [{ service: "crisis", name: "Crisis", scope: "out" as const, source: paragraph }], unlisted: "cannot-be-determined" as const })] };
    expect(offers({ ...framework, scope }, carePackage({ service: "crisis" }), DAY)).toEqual({ kind: "out-of-scope", service: "crisis", authority: "agreed", source: paragraph, restsOn: [] });
  });

  it("a price outside the limits", () => {
    const priced = { ...framework, price: { versions: [version({ floor: "16.12", ceiling: "22.72", aboveCeiling: "exceptional-route" as const })] } };
    expect(offers(priced, carePackage({ price: "16.11" }), DAY)).toMatchObject({ kind: "price-outside-limits", price: { kind: "below-floor", outcome: "refused" }, source });
    expect(offers(priced, carePackage({ price: "22.73" }), DAY)).toMatchObject({ kind: "price-outside-limits", price: { kind: "above-ceiling", outcome: "exceptional-route" } });
    expect(offers(priced, carePackage({ price: "16.12" }), DAY)).toMatchObject({ kind: "offers", notChecked: ["eligibility", "capacity"] });
    expect(offers(priced, carePackage(), DAY)).toMatchObject({ kind: "offers", notChecked: ["eligibility", "capacity", "price"] });
  });

  it.each<[string, Framework, Partial<CarePackage>]>([
    ["service-not-listed", framework, { service: "gardening" }],
    ["unknown-lot", framework, { lot: "c" }],
    ["unknown-zone", framework, { zone: "b-one" }],
    ["no-members-named", frameworkWith(), {}],
    ["lots-not-listed", { ...framework, places: { ...framework.places, lots: [] } }, {}],
    ["localities-not-listed", { ...framework, offerOrder: { versions: [order([tier("t")], { within: "locality" })] } }, {}],
    ["term-contradicts", { ...framework, term: { ...framework.term, lastDay: "2023-01-01" } }, {}],
  ])("cannot be determined: %s", (reason, of, more) => {
    expect(offers(of, carePackage(more), DAY)).toMatchObject({ kind: "cannot-be-determined", reason });
  });

  it("cannot be determined: a lot or locality that the order asks for is not given", () => {
    const { lot: _, ...nowhere } = carePackage();
    expect(offers(framework, nowhere, DAY)).toMatchObject({ kind: "cannot-be-determined", reason: "lot-not-given" });
    const local = { ...framework, places: { ...framework.places, localities: [{ id: "north", name: "North", zones: [] }] }, offerOrder: { versions: [order([tier("t")], { within: "locality" })] } };
    expect(offers(local, carePackage(), DAY)).toMatchObject({ kind: "cannot-be-determined", reason: "locality-not-given" });
    expect(offers(local, carePackage({ locality: "nort" }), DAY)).toMatchObject({ kind: "cannot-be-determined", reason: "unknown-locality", facts: { locality: "nort", known: ["north"] } });
    expect(offers(local, carePackage({ locality: "north" }), DAY).kind).toBe("offers");
  });

  it("cannot be determined: no order of offer, none in force, or two", () => {
    const { offerOrder: _, ...without } = framework;
    expect(offers(without, carePackage(), DAY)).toMatchObject({ kind: "cannot-be-determined", reason: "no-order-of-offer" });
    const ending = order([tier("t")], { lastDay: "2024-05-31" });
    expect(offers({ ...framework, offerOrder: { versions: [ending] } }, carePackage(), "2024-05-31").kind).toBe("offers");
    expect(offers({ ...framework, offerOrder: { versions: [ending] } }, carePackage(), DAY)).toMatchObject({ reason: "no-rule-in-force", facts: { rule: "offerOrder", lastDay: "2024-05-31" } });
    const starting = order([tier("t")], { firstDay: "2024-06-02" });
    expect(offers({ ...framework, offerOrder: { versions: [starting] } }, carePackage(), DAY)).toMatchObject({ reason: "no-rule-in-force", facts: { firstDay: "2024-06-02" } });
    expect(offers({ ...framework, offerOrder: { versions: [ending, starting] } }, carePackage(), DAY)).toMatchObject({ reason: "no-rule-in-force", facts: { lastDay: "2024-05-31", firstDay: "2024-06-02" } });
    expect(offers({ ...framework, offerOrder: { versions: [ending, ending] } }, carePackage(), "2024-05-01")).toMatchObject({ reason: "rules-overlap", facts: { rule: "offerOrder" } });
  });

  it("nobody, when every member is left out", () => {
    expect(offers(framework, carePackage({ declinedBy: ["P1"] }), DAY)).toMatchObject({ kind: "nobody", leftOut: [{ provider: "P1", reasons: [{ code: "declined" }] }] });
  });

  it("refuses a day that is none of the calendar, an order that nobody has, a number that is no decimal text, and an eligibility of its own", () => {
    expect(() => offers(framework, carePackage(), "2024-02-30")).toThrow("a day of the calendar");
    expect(() => offers(framework, carePackage(), DAY, { model: "ordr" })).toThrow('Did you mean "order"?');
    expect(() => offers(framework, carePackage({ hoursPerWeek: "1,5" }), DAY, { capacity: { P1: "2" } })).toThrow("hoursPerWeek must be decimal text");
    expect(() => offers(framework, carePackage(), DAY, { eligibleOn: () => "maybe" as "eligible" })).toThrow("a provider's eligibility must be one of");
  });
});

describe("terms that do not bind apply only when named", () => {
  const agreed = order([tier("today")], { id: "today" });
  const proposed = order([tier("tomorrow", { roles: ["spot"] })], { id: "tomorrow", authority: "proposed" });
  const framework = withMembers([member("P1"), member("P2", { role: "spot" })], { offerOrder: { versions: [agreed, proposed] } });

  it("the agreed order without a name, the proposed one by its authority or its id; the answer says how far it binds", () => {
    expect(offers(framework, carePackage(), DAY)).toMatchObject({ order: "today", authority: "agreed", tiers: [{ tier: "today" }] });
    expect(offers(framework, carePackage(), DAY, { as: "proposed" })).toMatchObject({ order: "tomorrow", authority: "proposed", tiers: [{ tier: "tomorrow" }] });
    expect(offers(framework, carePackage(), DAY, { model: "tomorrow" })).toMatchObject({ order: "tomorrow", authority: "proposed" });
    expect(offers(framework, carePackage(), DAY, { as: "recommended" })).toMatchObject({ order: "today", authority: "agreed" });
  });

  it("an order on trial applies without a name, and the answer says that it is on trial", () => {
    const trial = withMembers([member("P1")], { offerOrder: { versions: [order([tier("t")], { authority: "trial" })] } });
    expect(offers(trial, carePackage(), DAY)).toMatchObject({ kind: "offers", authority: "trial" });
  });

  it("an order that is only proposed must be named", () => {
    const only = { ...framework, offerOrder: { versions: [proposed] } };
    expect(offers(only, carePackage(), DAY)).toMatchObject({ kind: "cannot-be-determined", reason: "must-be-named", facts: { rule: "offerOrder", authority: ["proposed"] } });
    expect(offers(only, carePackage(), DAY, { model: "tomorrow" }).kind).toBe("offers");
  });

  it("a proposed framework must be named; then everything it answers is proposed", () => {
    const proposal: Framework = { ...framework, authority: "proposed" };
    expect(offers(proposal, carePackage(), DAY)).toMatchObject({ kind: "cannot-be-determined", reason: "must-be-named", facts: { authority: "proposed" } });
    expect(offers(proposal, carePackage(), DAY, { as: "recommended" })).toMatchObject({ reason: "must-be-named" });
    expect(offers(proposal, carePackage(), "1999-01-01", { as: "proposed" })).toMatchObject({ kind: "outside-term", authority: "proposed" });
    const agreedInside = { ...proposal, offerOrder: { versions: [agreed] } };
    expect(offers(agreedInside, carePackage(), DAY, { as: "proposed" })).toMatchObject({ order: "today", authority: "proposed" });
  });
});

describe("an answer binds no further than the weakest of what it stands on", () => {
  const framework = withMembers([member("P1")]);

  it.each(["term", "places"] as const)("a proposed %s in an agreed framework must be named", (part) => {
    const proposed = { ...framework, [part]: { ...framework[part], authority: "proposed" } };
    expect(offers(proposed, carePackage(), DAY)).toMatchObject({ kind: "cannot-be-determined", reason: "must-be-named", facts: { authority: "proposed" } });
    expect(offers(proposed, carePackage(), DAY, { as: "proposed" })).toMatchObject({ kind: "offers", authority: "proposed" });
  });

  it("a proposed mobilisation plan must be named once it records starts", () => {
    const mobilisation: Mobilisation = { authority: "proposed", source, gate: "none", contingency: "none", milestones: [], starts: [], readings: {} };
    expect(offers({ ...framework, mobilisation }, carePackage(), DAY)).toMatchObject({ kind: "offers", authority: "agreed" });
    const starts = [{ provider: "P1", place: 1, firstDay: "2024-04-01", stableFrom: "not-yet" }] as const;
    expect(offers({ ...framework, mobilisation: { ...mobilisation, starts } }, carePackage(), DAY)).toMatchObject({ reason: "must-be-named" });
    expect(offers({ ...framework, mobilisation: { ...mobilisation, starts } }, carePackage(), DAY, { as: "proposed" })).toMatchObject({ kind: "offers", authority: "proposed" });
  });

  it("a scope or price on trial makes the answer one on trial; a price that was not asked for does not", () => {
    const scope = { versions: [{ ...framework.scope.versions[0]!, authority: "trial" as const }] };
    expect(offers({ ...framework, scope }, carePackage(), DAY)).toMatchObject({ authority: "trial" });
    const price = { versions: [version({ floor: "16.12", ceiling: null, aboveCeiling: "refused" as const }, { authority: "trial" })] };
    expect(offers({ ...framework, price }, carePackage({ price: "20" }), DAY)).toMatchObject({ kind: "offers", authority: "trial" });
    expect(offers({ ...framework, price }, carePackage({ price: "16" }), DAY)).toMatchObject({ kind: "price-outside-limits", authority: "trial" });
    expect(offers({ ...framework, price }, carePackage(), DAY)).toMatchObject({ kind: "offers", authority: "agreed" });
  });

  it("an agreed order named by its id leaves a scope on trial in force; its dated versions share the id", () => {
    const scope = { versions: [{ ...framework.scope.versions[0]!, authority: "trial" as const }] };
    const versions = [order([tier("before")], { lastDay: "2024-05-31" }), order([tier("after")], { firstDay: "2024-06-01" })];
    const dated = { ...framework, scope, offerOrder: { versions } };
    expect(offers(dated, carePackage(), "2024-05-31", { model: "order" })).toMatchObject({ kind: "offers", authority: "trial", tiers: [{ tier: "before" }] });
    expect(offers(dated, carePackage(), "2024-06-01", { model: "order" })).toMatchObject({ tiers: [{ tier: "after" }] });
  });
});

describe("each reason for which a member is left out", () => {
  const other = member("P9");
  const only = (one: Membership, more: Partial<Framework> = {}) => withMembers([other, one], more);

  it("its lot", () => {
    expect(leftOut(only(member("P1", { lots: ["b"] })))).toEqual([["P1", "not-in-lot"]]);
    expect(leftOut(only(member("P1", { lots: [] })))).toEqual([["P1", "not-in-lot"]]);
    expect(leftOut(only(member("P1", { lots: "all" })))).toEqual([]);
  });

  it("its locality, where the framework has localities", () => {
    const places = { ...frameworkWith().places, localities: [{ id: "north", name: "North", zones: [] }, { id: "south", name: "South", zones: [] }] };
    const framework = only(member("P1", { localities: ["south"] }), { places });
    expect(leftOut(framework, {}, { locality: "north" })).toEqual([["P1", "not-in-locality"]]);
    expect(leftOut(framework, {}, { locality: "south" })).toEqual([]);
    expect(leftOut(framework)).toEqual([["P1", "locality-not-given"]]);
    expect(leftOut(only(member("P1", { localities: ["south"] })))).toEqual([]);
  });

  it("its lot is not given, where the order does not ask for one", () => {
    const { lot: _, ...nowhere } = carePackage();
    const framework = withMembers([member("P1"), member("P2", { lots: "all" })], { offerOrder: { versions: [order([tier("t")], { within: "whole-area" })] } });
    expect(offers(framework, nowhere, DAY)).toMatchObject({ tiers: [{ providers: [{ provider: "P2" }] }], leftOut: [{ provider: "P1", reasons: [{ code: "lot-not-given" }] }] });
  });

  it("its days, both ends included", () => {
    const days = (firstDay: Day, lastDay: Day) => leftOut(only(member("P1", { firstDay, lastDay })));
    expect(days("2024-06-01", "2024-06-01")).toEqual([]);
    expect(days("2024-06-02", "2024-06-30")).toEqual([["P1", "membership-not-started"]]);
    expect(days("2024-05-01", "2024-05-31")).toEqual([["P1", "membership-ended"]]);
  });

  it("its zone: not covered, or not given", () => {
    const framework = only(member("P1", { zones: ["a-one"] }));
    expect(leftOut(framework, {}, { zone: "a-one" })).toEqual([]);
    expect(leftOut(framework, {}, { zone: "a-two" })).toEqual([["P1", "zone-not-covered"]]);
    expect(leftOut(framework)).toEqual([["P1", "zone-not-given"]]);
  });

  it("its needs: every one of the package's, or any, as the order says; a provider for certain needs is not one for a package without", () => {
    const every = only(member("P1", { needs: ["dementia"] }));
    expect(leftOut(every, {}, { needs: ["dementia"] })).toEqual([]);
    expect(leftOut(every, {}, { needs: ["dementia", "stroke"] })).toEqual([["P1", "need-not-covered"]]);
    expect(leftOut(every, {}, { needs: [] })).toEqual([["P1", "need-not-covered"]]);
    const any = { ...every, offerOrder: { versions: [order([tier("framework")], { severalNeeds: "any" })] } };
    expect(leftOut(any, {}, { needs: ["dementia", "stroke"] })).toEqual([]);
    expect(leftOut(any, {}, { needs: ["stroke"] })).toEqual([["P1", "need-not-covered"]]);
    const { needs: _, ...unsaid } = carePackage();
    expect(offers(every, unsaid, DAY)).toMatchObject({ leftOut: [{ provider: "P1", reasons: [{ code: "needs-not-given" }] }] });
  });

  it("a suspension, both ends included, in its lots", () => {
    const suspended = (firstDay: Day, lastDay: Day | "open", lots: readonly string[] | "all") => leftOut(only(member("P1"), { suspensions: [{ provider: "P1", firstDay, lastDay, lots }] }));
    expect(suspended("2024-06-01", "2024-06-01", "all")).toEqual([["P1", "suspended"]]);
    expect(suspended("2024-05-01", "open", ["a"])).toEqual([["P1", "suspended"]]);
    expect(suspended("2024-06-02", "open", "all")).toEqual([]);
    expect(suspended("2024-05-01", "2024-05-31", "all")).toEqual([]);
    expect(suspended("2024-05-01", "open", ["b"])).toEqual([]);
  });

  it("its eligibility on the day: by a function, or by a record in which a provider left out cannot be determined", () => {
    const framework = withMembers(["P1", "P2", "P3", "P4"].map((provider) => member(provider)));
    const expected = [["P3", "not-eligible"], ["P4", "eligibility-cannot-be-determined"]];
    const record = { P1: "eligible", P2: "eligible-with-conditions", P3: "ineligible" } as const;
    expect(leftOut(framework, { eligibleOn: record })).toEqual(expected);
    const asked: string[] = [];
    const eligibleOn = (provider: string, day: Day) => {
      asked.push(day);
      return provider in record ? record[provider as keyof typeof record] : "cannot-be-determined";
    };
    expect(leftOut(framework, { eligibleOn })).toEqual(expected);
    expect(new Set(asked)).toEqual(new Set([DAY]));
    expect(offers(framework, carePackage(), DAY, { eligibleOn: record })).toMatchObject({ tiers: [{ providers: [{ provider: "P1", eligibility: "eligible" }, { provider: "P2", eligibility: "eligible-with-conditions" }] }], notChecked: ["capacity", "price"] });
  });

  it("without a word on eligibility it is not checked, and each offer says so", () => {
    expect(offers(withMembers([member("P1")]), carePackage(), DAY)).toMatchObject({ tiers: [{ providers: [{ eligibility: "not-checked" }] }], notChecked: ["eligibility", "capacity", "price"] });
  });

  it("its capacity: as many free hours as asked are enough, fewer are not, and none given is not 0", () => {
    const framework = withMembers([member("P1"), member("P2"), member("P3")]);
    expect(leftOut(framework, { capacity: { P1: "10.5", P2: "10.49" } }, { hoursPerWeek: "10.5" })).toEqual([["P2", "capacity-too-small"], ["P3", "capacity-not-given"]]);
    expect(leftOut(framework, { capacity: {} })).toEqual([]);
    expect(offers(framework, carePackage(), DAY, { capacity: {} })).toMatchObject({ notChecked: ["eligibility", "capacity", "price"] });
    expect(offers(framework, carePackage({ hoursPerWeek: "1" }), DAY, { capacity: { P1: "1" } })).toMatchObject({ notChecked: ["eligibility", "price"] });
    expect(offers(framework, carePackage({ hoursPerWeek: "1" }), DAY)).toMatchObject({ notChecked: ["eligibility", "capacity", "price"] });
  });

  it("its no", () => {
    expect(leftOut(only(member("P1")), {}, { declinedBy: ["P1", "P7"] })).toEqual([["P1", "declined"]]);
  });

  it("its role, which no tier has", () => {
    expect(leftOut(only(member("P1", { role: "spot" })))).toEqual([["P1", "role-in-no-tier"]]);
  });

  it("its start by the mobilisation plan", () => {
    const plan: Mobilisation = {
      authority: "agreed",
      source,
      gate: "after-the-one-before-is-stable",
      contingency: { firstDay: "2024-01-01", lastDay: "2024-03-31", source },
      milestones: [],
      starts: [
        { provider: "P1", place: 1, firstDay: "2024-04-01", stableFrom: "2024-06-10" },
        { provider: "P2", place: 2, firstDay: "not-started", stableFrom: "not-yet" },
        { provider: "P3", place: 3, firstDay: "2024-05-01", stableFrom: "not-yet" },
      ],
      readings: {},
    };
    const framework = withMembers(["P1", "P2", "P3", "P4"].map((provider) => member(provider)), { mobilisation: plan });
    expect(tiersOf(framework)).toEqual([["framework", ["P1"]]]);
    expect(leftOut(framework)).toEqual([["P2", "provider-before-not-stable"], ["P3", "start-cannot-be-determined"], ["P4", "start-cannot-be-determined"]]);
    expect(leftOut(framework, {}, {}, "2024-06-10")).toContainEqual(["P2", "not-started"]);
    expect(leftOut(framework, {}, {}, "2024-03-31")).toContainEqual(["P1", "contingency-period"]);
    expect(leftOut(framework, {}, {}, "2024-06-09")).toContainEqual(["P2", "provider-before-not-stable"]);
    expect(leftOut({ ...framework, mobilisation: { ...plan, starts: [] } })).toEqual([]);
  });

  it("all its reasons, in one order, each once; those of a membership elsewhere only where it has none here", () => {
    const framework = withMembers([member("P1", { lots: ["b"] }), member("P1", { zones: ["a-two"], role: "spot" }), member("P1", { zones: ["a-two"], role: "spot", firstDay: "2024-07-01" })], { suspensions: [{ provider: "P1", firstDay: "2024-01-01", lastDay: "open", lots: "all" }] });
    expect(leftOut(framework, { eligibleOn: {} }, { zone: "a-one", declinedBy: ["P1"] })).toEqual([["P1", "role-in-no-tier", "zone-not-covered", "suspended", "eligibility-cannot-be-determined", "declined"]]);
    expect(leftOut(withMembers([member("P1", { lots: ["b"] }), member("P1", { lots: ["b"], role: "spot" })]))).toEqual([["P1", "not-in-lot"]]);
  });

  it("a rule has its clause, a fact of the caller's has none", () => {
    const answer = offers(withMembers([member("P1", { lots: ["b"] }), member("P2")]), carePackage({ declinedBy: ["P2"] }), DAY);
    expect("leftOut" in answer && answer.leftOut.map(({ reasons }) => reasons[0]!.source)).toEqual([source, null]);
  });
});

it("rests on a reading when another of its choices would change the answer, and not otherwise", () => {
  const readings = {
    "both-tiers": { silent: "…", adopted: "one", choices: { one: { says: "One tier.", set: {} }, two: { says: "Two.", set: { tiers: [tier("first", { roles: ["lead"] }), tier("framework")] } } } },
    "several-needs": { silent: "…", adopted: "every", choices: { every: { says: "Every.", set: { severalNeeds: "every" as const } }, any: { says: "Any.", set: { severalNeeds: "any" as const } } } },
  };
  const framework = withMembers([member("P1", { needs: ["dementia"] }), member("P2")], { offerOrder: { versions: [order([tier("framework", { roles: ["lead", "framework"] })], { readings })] } });
  expect(offers(framework, carePackage({ needs: ["dementia"] }), DAY).restsOn).toEqual([]);
  expect(offers(framework, carePackage({ needs: ["dementia", "stroke"] }), DAY).restsOn).toEqual(["several-needs"]);
  expect(offers({ ...framework, memberships: [member("P1"), member("P2", { role: "lead" })] }, carePackage(), DAY).restsOn).toEqual(["both-tiers"]);
});
