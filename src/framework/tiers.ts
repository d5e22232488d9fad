import type { Source } from "../contract/source.js";
import { byCodePoint } from "../shared/code-points.js";
import { dayNumber } from "../shared/day.js";
import type { ProviderEligibility } from "./care-package.js";
import { covers } from "./cited.js";
import { LEFT_OUT_CODES, type LeftOutReason, type OfferContext, coverageReasons, eligibilityOf, placeReasons, roomReasons, standingReasons } from "./left-out.js";
import type { Membership, Role } from "./membership.js";
import type { OfferTier, WhenOffered } from "./offer-order.js";

/** Every reason for which a member is offered a package. */
export const OFFERED_BECAUSE = {
  "role-in-tier": "Its role is in this tier.",
  "grade-in-tier": "Its role and its grade on the day are in this tier.",
  "rank-in-tier": "It is next by its rank.",
  "distributed-to": "The provider before may distribute the work to it.",
  "last-resort": "It is the provider of last resort.",
} as const satisfies { readonly [code: string]: string };

/** Why a member is offered a package. */
export type OfferedBecause = keyof typeof OFFERED_BECAUSE;

/** A provider to offer the package to, with why it is here. */
export interface OfferedProvider {
  readonly provider: string;
  readonly role: Role;
  readonly because: OfferedBecause;
  readonly rank: number | null;
  readonly grade: string | null;
  readonly eligibility: Exclude<ProviderEligibility, "ineligible" | "cannot-be-determined"> | "not-checked";
}

/** Providers to offer the package to together; a tier without any is left out. */
export interface TierOfOffers {
  readonly tier: string;
  readonly offered: WhenOffered;
  /** Those who distribute the package to this tier; empty unless it is distributed. */
  readonly distributedBy: readonly string[];
  /** In no order; shown by id. */
  readonly providers: readonly OfferedProvider[];
  readonly source: Source;
}

/** A member that is offered nothing, with every reason. */
export interface LeftOutProvider {
  readonly provider: string;
  readonly reasons: readonly LeftOutReason[];
}

/** A membership in a tier it may be offered the package in, or the reasons against it. */
interface Candidate {
  readonly membership: Membership;
  readonly tiers: readonly number[];
  readonly grade: string | null;
  readonly hard: readonly LeftOutReason[];
  readonly room: readonly LeftOutReason[];
}

/** Puts every member of a framework in a tier, or leaves it out with every reason. */
export function tiersOf(context: OfferContext): { readonly tiers: TierOfOffers[]; readonly leftOut: LeftOutProvider[] } {
  const { order } = context;
  const providers = [...new Set(context.framework.memberships.map(({ provider }) => provider))].sort(byCodePoint);
  const candidates = new Map(providers.map((provider) => [provider, candidatesOf(provider, context)]));
  const tiers: TierOfOffers[] = [];
  const inOrdinary = new Set<string>();
  const barred = new Map<string, LeftOutReason>();

  for (const [index, tier] of order.tiers.entries()) {
    const waiting = tier.offered === "last-resort" ? providers : providers.filter((provider) => !inOrdinary.has(provider));
    const here = waiting.flatMap((provider) => firstByRank(candidates.get(provider)!.filter((candidate) => isOpen(candidate, tier, index))));
    if (here.length === 0) continue;
    const source = tier.source ?? order.source;
    const barrier = barrierTo(tier, inOrdinary.size > 0, order);
    if (barrier !== null) {
      for (const { membership } of here) barred.set(membership.provider, { code: barrier, facts: { tier: tier.id }, source });
      continue;
    }
    const distributedBy = tier.offered === "distributed" ? distributorsIn(tiers) : [];
    // Nobody to distribute it, and the reading says that it is then offered directly.
    const offered = tier.offered === "distributed" && distributedBy.length === 0 ? "in-turn" : tier.offered;
    for (const group of tier.order === "by-rank" ? byRank(here) : [here]) {
      tiers.push({ tier: tier.id, offered, distributedBy, providers: group.map((candidate) => offerTo(candidate, becauseOf(tier, offered), context)), source });
    }
    if (tier.offered !== "last-resort") for (const { membership } of here) inOrdinary.add(membership.provider);
  }

  const offeredTo = new Set(tiers.flatMap((tier) => tier.providers.map(({ provider }) => provider)));
  const leftOut = providers
    .filter((provider) => !offeredTo.has(provider))
    .map((provider) => {
      const barrier = barred.get(provider);
      return { provider, reasons: inReasonOrder([...reasonsOf(provider, candidates.get(provider)!, context), ...(barrier === undefined ? [] : [barrier])]) };
    });
  return { tiers, leftOut };
}

/** May the package be offered to a candidate in a tier? The last resort is not asked for room. */
function isOpen({ tiers, hard, room }: Candidate, { offered }: OfferTier, index: number): boolean {
  return tiers.includes(index) && hard.length === 0 && (offered === "last-resort" || room.length === 0);
}

/** What keeps a whole tier from its turn. */
function barrierTo({ offered }: OfferTier, anybodyBefore: boolean, { nobodyToDistribute }: OfferContext["order"]): "an-earlier-tier-can" | "nobody-to-distribute" | null {
  if (offered === "only-if-none-before-can" && anybodyBefore) return "an-earlier-tier-can";
  return offered === "distributed" && !anybodyBefore && nobodyToDistribute === "cannot-be-determined" ? "nobody-to-distribute" : null;
}

/** Those who may distribute the package: the providers of the tiers so far to which it is not distributed itself. */
function distributorsIn(tiers: readonly TierOfOffers[]): string[] {
  const before = tiers.filter(({ offered }) => offered !== "distributed" && offered !== "last-resort");
  return before.flatMap(({ providers }) => providers.map(({ provider }) => provider)).sort(byCodePoint);
}

function offerTo({ membership: { provider, role, rank }, grade }: Candidate, because: OfferedBecause, { day, eligibleOn }: OfferContext): OfferedProvider {
  // Whoever is not eligible has been left out before.
  return { provider, role, because, rank, grade, eligibility: eligibilityOf(provider, day, eligibleOn) as OfferedProvider["eligibility"] };
}

function becauseOf(tier: OfferTier, offered: WhenOffered): OfferedBecause {
  if (offered === "last-resort") return "last-resort";
  if (offered === "distributed") return "distributed-to";
  if (tier.order === "by-rank") return "rank-in-tier";
  return tier.grade === null ? "role-in-tier" : "grade-in-tier";
}

function rankOf({ membership }: Candidate): number {
  return membership.rank ?? Infinity;
}

/** The best-ranked of a provider's candidates, in a list of at most one. */
function firstByRank(open: readonly Candidate[]): Candidate[] {
  return open.toSorted((a, b) => rankOf(a) - rankOf(b) || byCodePoint(a.membership.role, b.membership.role)).slice(0, 1);
}

function byRank(candidates: readonly Candidate[]): Candidate[][] {
  const ranks = [...new Set(candidates.map(rankOf))].sort((a, b) => a - b);
  return ranks.map((rank) => candidates.filter((candidate) => rankOf(candidate) === rank));
}

/** A provider's memberships that cover the package's place, each with its tiers and what stands against it. */
function candidatesOf(provider: string, context: OfferContext): Candidate[] {
  return context.framework.memberships
    .filter((membership) => membership.provider === provider && placeReasons(membership, context).length === 0)
    .map((membership) => {
      const { tiers, grade, reasons } = tiersFor(membership, context);
      return { membership, tiers, grade, hard: [...standingReasons(membership, context), ...coverageReasons(membership, context), ...reasons], room: roomReasons(provider, context) };
    });
}

/** The tiers that a membership may be in; none, with the reason. */
interface TierPlaces {
  readonly tiers: readonly number[];
  readonly grade: string | null;
  readonly reasons: readonly LeftOutReason[];
}

/** The tiers that a membership is in, by its role, grade and rank; or why in none. */
function tiersFor({ provider, role, rank }: Membership, { framework, order, day }: OfferContext): TierPlaces {
  const nowhere = (code: LeftOutReason["code"], facts: LeftOutReason["facts"]): TierPlaces => ({ tiers: [], grade: null, reasons: [{ code, facts, source: order.source }] });
  const ofRole = order.tiers.map((tier, index) => ({ tier, index })).filter(({ tier }) => tier.roles.includes(role));
  if (ofRole.length === 0) return nowhere("role-in-no-tier", { role });
  const graded = ofRole.some(({ tier }) => tier.grade !== null);
  const held = framework.grades.filter((entry) => entry.provider === provider && covers(entry, dayNumber(day)));
  const [grade = null, ...others] = [...new Set(held.map((entry) => entry.grade))].sort(byCodePoint);
  if (graded && others.length > 0) return nowhere("grades-contradict", { grades: [grade!, ...others] });
  const ofGrade = ofRole.filter(({ tier }) => tier.grade === null || tier.grade === grade);
  if (ofGrade.length === 0) return grade === null ? nowhere("grade-not-given", {}) : nowhere("grade-in-no-tier", { grade });
  const ranked = ofGrade.filter(({ tier }) => tier.order === "none" || rank !== null);
  if (ranked.length === 0) return nowhere("rank-not-given", {});
  return { tiers: ranked.map(({ index }) => index), grade: graded ? grade : null, reasons: [] };
}

/** Every reason against a provider: those of memberships for this place and day, where it has one, tell more than the others'. */
function reasonsOf(provider: string, candidates: readonly Candidate[], context: OfferContext): readonly LeftOutReason[] {
  if (candidates.length === 0) {
    const elsewhere = context.framework.memberships.filter((membership) => membership.provider === provider);
    return elsewhere.flatMap((membership) => placeReasons(membership, context));
  }
  const today = candidates.filter(({ membership }) => covers(membership, dayNumber(context.day)));
  return (today.length > 0 ? today : candidates).flatMap(({ hard, room }) => [...hard, ...room]);
}

/** Reasons in the order of their codes, each once. */
export function inReasonOrder(reasons: readonly LeftOutReason[]): LeftOutReason[] {
  const keyed = new Map(reasons.map((reason) => [`${String(LEFT_OUT_CODES.indexOf(reason.code)).padStart(3, "0")} ${JSON.stringify(reason.facts)}`, reason]));
  return [...keyed].sort(([a], [b]) => byCodePoint(a, b)).map(([, reason]) => reason);
}
