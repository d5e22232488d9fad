import { describe, expect, it } from "vitest";
import { type CarePackage, type Day, type Framework, type Membership, type OfferOptions, type OfferOrder, type OfferTier, offers } from "../../src/index.js";
import { carePackage, frameworkWith, member, order, tier } from "./fixtures.js";

const DAY: Day = "2024-06-01";

function council(tiers: readonly OfferTier[], memberships: readonly Membership[], more: Partial<Framework> = {}, terms: Partial<OfferOrder> = {}): Framework {
  return frameworkWith({ offerOrder: { versions: [order(tiers, terms)] }, memberships, ...more });
}

function tiersOf(framework: Framework, more: Partial<CarePackage> = {}, options: OfferOptions = {}, day = DAY): unknown {
  const answer = offers(framework, carePackage(more), day, options);
  return answer.kind === "offers" ? answer.tiers.map(({ tier: id, offered, providers }) => [id, offered, ...providers.map(({ provider }) => provider)]) : answer.kind;
}

function leftOut(framework: Framework, more: Partial<CarePackage> = {}, options: OfferOptions = {}, day = DAY): unknown {
  const answer = offers(framework, carePackage(more), day, options);
  return "leftOut" in answer ? answer.leftOut.map(({ provider, reasons }) => [provider, ...reasons.map(({ code }) => code)]) : [];
}

// R25: primary list first, spot list only when no primary can.
describe("primary-then-spot council", () => {
  const tiers = [tier("primary", { roles: ["primary"] }), tier("spot", { roles: ["spot"], offered: "only-if-none-before-can" })];
  const framework = council(tiers, [member("S1", { role: "spot" }), member("P1", { role: "primary" }), member("P2", { role: "primary" })]);

  it("while a primary provider can, the spot providers wait", () => {
    expect(tiersOf(framework, { declinedBy: ["P1"] })).toEqual([["primary", "in-turn", "P2"]]);
    expect(leftOut(framework, { declinedBy: ["P1"] })).toEqual([["P1", "declined"], ["S1", "an-earlier-tier-can"]]);
  });

  it("when none can, they are offered it", () => {
    expect(tiersOf(framework, { declinedBy: ["P1", "P2"] })).toEqual([["spot", "only-if-none-before-can", "S1"]]);
    expect(tiersOf(framework, {}, { eligibleOn: { S1: "eligible" } })).toEqual([["spot", "only-if-none-before-can", "S1"]]);
  });

  it("a provider on both lists is offered it as a primary one", () => {
    expect(tiersOf(council(tiers, [member("P1", { role: "spot" }), member("P1", { role: "primary" })]))).toEqual([["primary", "in-turn", "P1"]]);
  });
});

// R25: ranked order from 1 down.
describe("ranked council", () => {
  const framework = council([tier("ranked", { order: "by-rank" })], [member("P3", { rank: 2 }), member("P1", { rank: 10 }), member("P2", { rank: 1 }), member("P4", { rank: 2 }), member("P5")]);

  it("each rank is offered it after the one before; equal ranks together; one without a rank is left out", () => {
    expect(tiersOf(framework)).toEqual([["ranked", "in-turn", "P2"], ["ranked", "in-turn", "P3", "P4"], ["ranked", "in-turn", "P1"]]);
    expect(leftOut(framework)).toEqual([["P5", "rank-not-given"]]);
    expect(offers(framework, carePackage(), DAY)).toMatchObject({ tiers: [{ providers: [{ because: "rank-in-tier", rank: 1 }] }, {}, {}] });
  });

  it("a provider's best rank counts", () => {
    expect(tiersOf(council([tier("ranked", { order: "by-rank" })], [member("P1", { rank: 3, needs: ["dementia"] }), member("P1", { rank: 1, needs: ["stroke"] }), member("P2", { rank: 2 })]), { needs: ["dementia"] })).toEqual([["ranked", "in-turn", "P2"], ["ranked", "in-turn", "P1"]]);
    expect(tiersOf(council([tier("ranked", { order: "by-rank" })], [member("P1", { rank: 3 }), member("P1", { rank: 1 }), member("P2", { rank: 2 })]))).toEqual([["ranked", "in-turn", "P1"], ["ranked", "in-turn", "P2"]]);
  });
});

// R25: Gold, Silver, Bronze, Gold first, moved by half-yearly KPIs.
describe("graded council", () => {
  const tiers = ["gold", "silver", "bronze"].map((grade) => tier(grade, { grade }));
  const grade = (provider: string, held: string, firstDay: Day, lastDay: Day | "open" = "open") => ({ provider, grade: held, firstDay, lastDay });
  const framework = council(tiers, [member("P1"), member("P2"), member("P3"), member("P4")], {
    grades: [grade("P1", "silver", "2024-01-01", "2024-06-30"), grade("P1", "gold", "2024-07-01"), grade("P2", "gold", "2024-01-01", "2024-06-30"), grade("P2", "bronze", "2024-07-01"), grade("P3", "iron", "2024-01-01")],
  });

  it("the grade of the day decides: both sides of the half-year", () => {
    expect(tiersOf(framework, {}, {}, "2024-06-30")).toEqual([["gold", "in-turn", "P2"], ["silver", "in-turn", "P1"]]);
    expect(tiersOf(framework, {}, {}, "2024-07-01")).toEqual([["gold", "in-turn", "P1"], ["bronze", "in-turn", "P2"]]);
    expect(offers(framework, carePackage(), DAY)).toMatchObject({ tiers: [{ providers: [{ because: "grade-in-tier", grade: "gold" }] }, {}] });
  });

  it("a grade that no tier has, no grade, and two grades are left out, never put last", () => {
    expect(leftOut(framework)).toEqual([["P3", "grade-in-no-tier"], ["P4", "grade-not-given"]]);
    expect(leftOut({ ...framework, grades: [...framework.grades, grade("P1", "gold", "2024-06-01")] })).toContainEqual(["P1", "grades-contradict"]);
  });

  it("grades do not count where no tier of the role asks for one", () => {
    expect(offers(council([tier("framework")], [member("P1")], { grades: [grade("P1", "gold", "2024-01-01"), grade("P1", "silver", "2024-01-01")] }), carePackage(), DAY)).toMatchObject({ tiers: [{ providers: [{ provider: "P1", grade: null }] }] });
  });
});

// R25: the lead is the provider of last resort.
describe("last-resort council", () => {
  const tiers = [tier("framework", { roles: ["framework", "lead"] }), tier("last", { roles: ["lead"], offered: "last-resort" })];
  const framework = council(tiers, [member("L1", { role: "lead" }), member("P1")]);

  it("the lead is offered it with the others, and has it when nobody takes it", () => {
    expect(tiersOf(framework)).toEqual([["framework", "in-turn", "L1", "P1"], ["last", "last-resort", "L1"]]);
    expect(offers(framework, carePackage(), DAY)).toMatchObject({ tiers: [{}, { providers: [{ because: "last-resort" }] }] });
  });

  it("neither a no nor a lack of room frees it; it is offered, not left out", () => {
    const more = { declinedBy: ["L1", "P1"], hoursPerWeek: "10" };
    expect(tiersOf(framework, more, { capacity: { L1: "0" } })).toEqual([["last", "last-resort", "L1"]]);
    expect(leftOut(framework, more, { capacity: { L1: "0" } })).toEqual([["P1", "capacity-not-given", "declined"]]);
  });

  it("a suspension or its eligibility does", () => {
    expect(leftOut(framework, {}, { eligibleOn: { L1: "ineligible", P1: "eligible" } })).toEqual([["L1", "not-eligible"]]);
    expect(tiersOf({ ...framework, suspensions: [{ provider: "L1", firstDay: "2024-06-01", lastDay: "open", lots: "all" }] })).toEqual([["framework", "in-turn", "P1"]]);
  });

  it("a provider that is only the last resort does not keep a spot tier from its turn", () => {
    const withSpot = [tier("last", { roles: ["last-resort"], offered: "last-resort" }), tier("spot", { roles: ["spot"], offered: "only-if-none-before-can" })];
    expect(tiersOf(council(withSpot, [member("L1", { role: "last-resort" }), member("S1", { role: "spot" })]))).toEqual([["last", "last-resort", "L1"], ["spot", "only-if-none-before-can", "S1"]]);
  });
});

describe("distributing council", () => {
  const tiers = [tier("partner", { roles: ["locality-partner"] }), tier("others", { roles: ["provider-partner"], offered: "distributed" })];
  const memberships = [member("L1", { role: "locality-partner" }), member("P1", { role: "provider-partner" }), member("P2", { role: "provider-partner", needs: ["dementia"] })];

  it("the second tier has its work from the first, by name", () => {
    expect(offers(council(tiers, memberships), carePackage(), DAY)).toMatchObject({
      kind: "offers",
      tiers: [
        { tier: "partner", offered: "in-turn", distributedBy: [], providers: [{ provider: "L1", because: "role-in-tier" }] },
        { tier: "others", offered: "distributed", distributedBy: ["L1"], providers: [{ provider: "P1", because: "distributed-to" }] },
      ],
      leftOut: [{ provider: "P2", reasons: [{ code: "need-not-covered" }] }],
    });
  });

  it("with nobody to distribute it, it cannot be determined; every member still has its reason", () => {
    const answer = offers(council(tiers, memberships), carePackage({ declinedBy: ["L1"] }), DAY);
    expect(answer).toMatchObject({ kind: "cannot-be-determined", reason: "nobody-to-distribute" });
    expect(leftOut(council(tiers, memberships), { declinedBy: ["L1"] })).toEqual([["L1", "declined"], ["P1", "nobody-to-distribute"], ["P2", "need-not-covered"]]);
  });

  it("or is offered directly, where the council says so", () => {
    const direct = council(tiers, memberships, {}, { nobodyToDistribute: "offered-directly" });
    expect(tiersOf(direct, { declinedBy: ["L1"] })).toEqual([["others", "in-turn", "P1"]]);
    expect(offers(direct, carePackage({ declinedBy: ["L1"] }), DAY)).toMatchObject({ tiers: [{ distributedBy: [], providers: [{ because: "role-in-tier" }] }] });
  });
});

it("lead, supplementary and contingency are offered it in turn, the best role of a provider counting", () => {
  const tiers = (["lead", "supplementary", "contingency"] as const).map((role) => tier(role, { roles: [role] }));
  const memberships = [member("P3", { role: "contingency" }), member("P2", { role: "supplementary" }), member("P1", { role: "lead" }), member("P1", { role: "contingency" })];
  expect(tiersOf(council(tiers, memberships))).toEqual([["lead", "in-turn", "P1"], ["supplementary", "in-turn", "P2"], ["contingency", "in-turn", "P3"]]);
});
