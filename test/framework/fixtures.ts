import type { AwardLimit, CarePackage, Framework, Membership, OfferOrder, OfferTier, Source, Version, VersionFacts } from "../../src/index.js";

/** A contract of nobody's, for tests that need no council. */
export const source: Source = { document: "A made-up council's contract", published: "2020", clause: "1", quote: "as the test says" };

/** A version of a clause without days. */
export function version<Terms>(terms: Terms, facts: Partial<VersionFacts<Terms>> = {}): Version<Terms> {
  return { firstDay: "unstated", lastDay: "unstated", authority: "agreed", source, readings: {}, ...facts, ...terms };
}

/** A tier of one role, offered in turn. */
export function tier(id: string, more: Partial<OfferTier> = {}): OfferTier {
  return { id, roles: ["framework"], grade: null, order: "none", offered: "in-turn", source: null, ...more };
}

/** An order of offer with these tiers. */
export function order(tiers: readonly OfferTier[], more: Partial<Version<OfferOrder>> = {}): Version<OfferOrder> {
  return { ...version({ id: "order", within: "lot" as const, tiers, severalNeeds: "every" as const, nobodyToDistribute: "cannot-be-determined" as const }), ...more };
}

/** A member of lot "a", with a framework role and no end. */
export function member(provider: string, more: Partial<Membership> = {}): Membership {
  return { provider, role: "framework", rank: null, firstDay: "2024-01-01", lastDay: "open", lots: ["a"], localities: "all", zones: "all", needs: "all", ...more };
}

/** A framework with lots "a" and "b", a term of 2024 and 2025, and one tier of framework providers. */
export function frameworkWith(more: Partial<Framework> = {}): Framework {
  return {
    id: "made-up",
    name: "A made-up framework",
    authority: "agreed",
    source,
    commissioners: { lead: "A made-up council", partners: [], source },
    term: { firstDay: "2024-01-01", lastDay: "2025-12-31", extension: "none", extendedTo: "not-extended", authority: "agreed", source, readings: {} },
    places: {
      authority: "agreed",
      source,
      lots: [
        { id: "a", name: "Lot A", zones: ["a-one", "a-two"] },
        { id: "b", name: "Lot B", zones: [] },
      ],
      localities: [],
      readings: {},
    },
    scope: { versions: [version({ services: [{ service: "home-care", name: "Home care", scope: "in" as const, source }], unlisted: "cannot-be-determined" as const })] },
    offerOrder: { versions: [order([tier("framework")])] },
    memberships: [],
    suspensions: [],
    grades: [],
    ...more,
  };
}

/** A framework with limits on sharing out. */
export function limited(limits: readonly AwardLimit[], memberships: readonly Membership[], more: Partial<Framework> = {}): Framework {
  return frameworkWith({ award: { versions: [version({ limits })] }, memberships, ...more });
}

/** A package of home care in lot "a" without special needs. */
export function carePackage(more: Partial<CarePackage> = {}): CarePackage {
  return { service: "home-care", boughtWith: "commissioned", lot: "a", needs: [], ...more };
}
