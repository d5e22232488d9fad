import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type CarePackage, type Framework, LEFT_OUT, type Membership, type OfferOptions, type OfferTier, type ProviderEligibility, checkFramework, divideOnExit, offers } from "../../src/index.js";
import { dayText } from "../../src/shared/day.js";
import { fraction } from "../../src/shared/exact.js";
import { plus, whole } from "../../src/shared/fractions.js";
import { frameworkWith, order, version } from "./fixtures.js";

const providers = ["P1", "P2", "P3", "P4", "P5"] as const;
const provider = fc.constantFrom(...providers);
const day = fc.integer({ min: 19723, max: 20453 }).map(dayText);
const openDay = fc.oneof(fc.constant("open" as const), day);
const some = (...ids: string[]) => fc.oneof(fc.constant("all" as const), fc.subarray(ids));
const role = fc.constantFrom("lead", "supplementary", "framework", "spot");

const membership: fc.Arbitrary<Membership> = fc.record({
  provider,
  role,
  rank: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 3 })),
  firstDay: day,
  lastDay: openDay,
  lots: some("a", "b"),
  localities: fc.constant("all"),
  zones: some("a-one", "a-two"),
  needs: some("dementia", "stroke"),
});

const tier: fc.Arbitrary<OfferTier> = fc.record({
  id: fc.constantFrom("one", "two", "three"),
  roles: fc.subarray(["lead", "supplementary", "framework", "spot"], { minLength: 1 }),
  grade: fc.constantFrom(null, null, "gold", "silver"),
  order: fc.constantFrom("none", "by-rank"),
  offered: fc.constantFrom("in-turn", "only-if-none-before-can", "distributed", "last-resort"),
  source: fc.constant(null),
});

const framework: fc.Arbitrary<Framework> = fc
  .record({
    memberships: fc.array(membership, { minLength: 1, maxLength: 8 }),
    suspensions: fc.array(fc.record({ provider, firstDay: day, lastDay: openDay, lots: some("a", "b") }), { maxLength: 2 }),
    grades: fc.array(fc.record({ provider, grade: fc.constantFrom("gold", "silver", "bronze"), firstDay: day, lastDay: openDay }), { maxLength: 3 }),
    tiers: fc.array(tier, { minLength: 1, maxLength: 4 }),
    severalNeeds: fc.constantFrom("every", "any"),
    nobodyToDistribute: fc.constantFrom("cannot-be-determined", "offered-directly"),
  })
  .map(({ tiers, severalNeeds, nobodyToDistribute, ...more }) => frameworkWith({ ...more, offerOrder: { versions: [order(tiers, { severalNeeds, nobodyToDistribute })] } }));

const carePackage: fc.Arbitrary<CarePackage> = fc.record(
  {
    service: fc.constant("home-care"),
    boughtWith: fc.constant("commissioned"),
    lot: fc.constantFrom("a", "b"),
    needs: fc.subarray(["dementia", "stroke"]),
    hoursPerWeek: fc.constantFrom("1.5", "10"),
    declinedBy: fc.subarray([...providers]),
  },
  { requiredKeys: ["service", "boughtWith", "lot"] },
);

const eligibility = fc.dictionary(provider, fc.constantFrom<ProviderEligibility>("eligible", "eligible-with-conditions", "ineligible", "cannot-be-determined"));
const options: fc.Arbitrary<OfferOptions> = fc.record({ eligibleOn: eligibility, capacity: fc.dictionary(provider, fc.constantFrom("0", "1.5", "20")) }, { requiredKeys: [] });

it("nobody that is offered a package is ineligible, undetermined or suspended", () => {
  fc.assert(
    fc.property(framework, carePackage, day, eligibility, (framework, carePackage, day, eligibleOn) => {
      const answer = offers(framework, carePackage, day, { eligibleOn });
      for (const { provider } of answer.kind === "offers" ? answer.tiers.flatMap(({ providers }) => providers) : []) {
        expect(["eligible", "eligible-with-conditions"]).toContain(eligibleOn[provider]);
        const lot = carePackage.lot!;
        expect(framework.suspensions.filter((one) => one.provider === provider && one.firstDay <= day && (one.lastDay === "open" || day <= one.lastDay) && (one.lots === "all" || one.lots.includes(lot)))).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

it("every member is offered the package or left out with a reason, never both, and in at most one ordinary tier", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(framework, carePackage, day, options, (framework, carePackage, day, options) => {
      const answer = offers(framework, carePackage, day, options);
      kinds.add(answer.kind);
      if (answer.kind !== "offers" && answer.kind !== "nobody" && answer.kind !== "cannot-be-determined") throw new Error(answer.kind);
      const tiers = answer.kind === "offers" ? answer.tiers : [];
      const ordinary = tiers.filter(({ offered }) => offered !== "last-resort").flatMap(({ providers }) => providers.map(({ provider }) => provider));
      const offered = new Set(tiers.flatMap(({ providers }) => providers.map(({ provider }) => provider)));
      const left = answer.leftOut.map(({ provider }) => provider);
      expect(new Set(ordinary).size).toBe(ordinary.length);
      expect([...offered, ...left].toSorted()).toEqual([...new Set(framework.memberships.map(({ provider }) => provider))].toSorted());
      for (const { reasons } of answer.leftOut) {
        expect(reasons.length).toBeGreaterThan(0);
        for (const { code } of reasons) expect(Object.keys(LEFT_OUT)).toContain(code);
      }
      for (const { providers } of tiers) expect(providers.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
  expect([...kinds]).toEqual(expect.arrayContaining(["nobody", "offers"]));
});

/** The same value with every object's keys in the other order. */
function keysReversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(keysReversed) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, keysReversed(inner)])) as T;
}

it("the order of memberships, suspensions and grades, and that of keys, change no answer and no finding", () => {
  fc.assert(
    fc.property(framework, carePackage, day, options, fc.func(fc.integer()), (framework, carePackage, day, options, weigh) => {
      const shuffled = <T>(list: readonly T[]): T[] => list.toSorted((a, b) => weigh(JSON.stringify(a)) - weigh(JSON.stringify(b)));
      const other = keysReversed({ ...framework, memberships: shuffled(framework.memberships), suspensions: shuffled(framework.suspensions), grades: shuffled(framework.grades) });
      expect(offers(other, keysReversed(carePackage), day, keysReversed(options))).toEqual(offers(framework, carePackage, day, options));
      expect(checkFramework(other)).toEqual(checkFramework(framework));
    }),
    { numRuns: 300 },
  );
});

it("the parts of a provider's work on its exit add up to it exactly, and never go to the one that leaves", () => {
  const hours = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 99 })).map(([whole, hundredths]) => `${whole}.${String(hundredths).padStart(2, "0")}`);
  let divided = 0;
  fc.assert(
    fc.property(framework, provider, hours, day, fc.constantFrom("equally", "by-current-hours"), fc.array(hours, { minLength: 5, maxLength: 5 }), (framework, leaving, left, day, division, current) => {
      const exit = { versions: [version({ division: division as "equally" | "by-current-hours" })] };
      const known = providers.map((one, i) => ({ provider: one, role: "framework" as const, place: "a", hours: current[i]! }));
      const answer = divideOnExit({ ...framework, exit }, { provider: leaving, place: "a", hoursPerWeek: left }, day, { hours: known });
      if (answer.kind !== "divided") return;
      divided++;
      expect(answer.parts.map((part) => part.provider)).not.toContain(leaving);
      const sum = answer.parts.map(({ hoursPerWeek }) => exactly(hoursPerWeek)).reduce(plus, whole(0));
      expect(sum).toEqual(fraction(left, "hours"));
    }),
    { numRuns: 300 },
  );
  expect(divided).toBeGreaterThan(50);
});

/** `"10/3"` or decimal text as a fraction. */
function exactly(text: string): ReturnType<typeof fraction> {
  const [numerator, denominator] = text.split("/");
  return denominator === undefined ? fraction(text, "part") : { numerator: BigInt(numerator!), denominator: BigInt(denominator) };
}
