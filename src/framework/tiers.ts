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
  const { order, day } = context;
  const providers = [...new Set(context.framework.memberships.map(({ provider }) => provider))].sort(byCodePoint);
  const candidates = new Map(providers.map((provider) => [provider, candidatesOf(provider, context)]));
  const tiers: TierOfOffers[] = [];
  const inOrdinary = new Set<string>();
  const turned = new Map<string, LeftOutReason>();

  order.tiers.forEach((tier, index) => {
    const here = providers.flatMap((provider) => {
      if (tier.offered !== "last-resort" && inOrdinary.has(provider)) return [];
      const open = candidates.get(provider)!.filter(({ tiers: into, hard, room }) => into.includes(index) && hard.length === 0 && (tier.offered === "last-resort" || room.length === 0));
      return open.length === 0 ? [] : [firstByRank(open)];
    });
    if (here.length === 0) return;
    const source = tier.source ?? order.source;
    const barrier = tier.offered === "only-if-none-before-can" && inOrdinary.size > 0 ? "an-earlier-tier-can" : tier.offered === "distributed" && inOrdinary.size === 0 && order.nobodyToDistribute === "cannot-be-determined" ? "nobody-to-distribute" : null;
    if (barrier !== null) {
      for (const { membership } of here) turned.set(membership.provider, { code: barrier, facts: { tier: tier.id }, source });
      return;
    }
    const distributedBy = tier.offered === "distributed" ? tiers.filter(({ offered }) => offered !== "distributed" && offered !== "last-resort").flatMap((before) => before.providers.map(({ provider }) => provider)).sort(byCodePoint) : [];
    // Nobody to distribute it, and the reading says that it is then offered directly.
    const offered = tier.offered === "distributed" && distributedBy.length === 0 ? "in-turn" : tier.offered;
    for (const group of tier.order === "by-rank" ? byRank(here) : [here]) {
      tiers.push({
        tier: tier.id,
        offered,
        distributedBy,
        providers: group.map(({ membership: { provider, role, rank }, grade }) => ({ provider, role, because: becauseOf(tier, offered), rank, grade, eligibility: eligibilityOf(provider, day, context.eligibleOn) as OfferedProvider["eligibility"] })),
        source,
      });
    }
    if (tier.offered !== "last-resort") for (const { membership } of here) inOrdinary.add(membership.provider);
  });

  const offeredTo = new Set(tiers.flatMap((tier) => tier.providers.map(({ provider }) => provider)));
  const leftOut = providers.filter((provider) => !offeredTo.has(provider)).map((provider) => ({ provider, reasons: inReasonOrder([...reasonsOf(provider, candidates.get(provider)!, context), ...(turned.has(provider) ? [turned.get(provider)!] : [])]) }));
  return { tiers, leftOut };
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

function firstByRank(open: readonly Candidate[]): Candidate {
  return open.toSorted((a, b) => rankOf(a) - rankOf(b) || byCodePoint(a.membership.role, b.membership.role))[0]!;
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

/** The tiers that a membership is in, by its role, grade and rank; or why in none. */
function tiersFor({ provider, role, rank }: Membership, { framework, order, day }: OfferContext): { readonly tiers: readonly number[]; readonly grade: string | null; readonly reasons: readonly LeftOutReason[] } {
  const nowhere = (code: LeftOutReason["code"], facts: LeftOutReason["facts"]): ReturnType<typeof tiersFor> => ({ tiers: [], grade: null, reasons: [{ code, facts, source: order.source }] });
  const ofRole = order.tiers.map((tier, index) => ({ tier, index })).filter(({ tier }) => tier.roles.includes(role));
  if (ofRole.length === 0) return nowhere("role-in-no-tier", { role });
  const grades = [...new Set(framework.grades.filter((entry) => entry.provider === provider && covers(entry, dayNumber(day))).map(({ grade }) => grade))].sort(byCodePoint);
  const graded = ofRole.some(({ tier }) => tier.grade !== null);
  if (graded && grades.length > 1) return nowhere("grades-contradict", { grades });
  const ofGrade = ofRole.filter(({ tier }) => tier.grade === null || tier.grade === grades[0]);
  if (ofGrade.length === 0) return grades.length === 0 ? nowhere("grade-not-given", {}) : nowhere("grade-in-no-tier", { grade: grades[0]! });
  const ranked = ofGrade.filter(({ tier }) => tier.order === "none" || rank !== null);
  if (ranked.length === 0) return nowhere("rank-not-given", {});
  return { tiers: ranked.map(({ index }) => index), grade: graded ? (grades[0] ?? null) : null, reasons: [] };
}

/** Every reason against a provider: those of memberships for this place and day, where it has one, tell more than the others'. */
function reasonsOf(provider: string, candidates: readonly Candidate[], context: OfferContext): readonly LeftOutReason[] {
  if (candidates.length === 0) return context.framework.memberships.filter((membership) => membership.provider === provider).flatMap((membership) => placeReasons(membership, context));
  const today = candidates.filter(({ membership }) => covers(membership, dayNumber(context.day)));
  return (today.length > 0 ? today : candidates).flatMap(({ hard, room }) => [...hard, ...room]);
}

/** Reasons in the order of their codes, each once. */
export function inReasonOrder(reasons: readonly LeftOutReason[]): LeftOutReason[] {
  const keyed = new Map(reasons.map((reason) => [`${String(LEFT_OUT_CODES.indexOf(reason.code)).padStart(3, "0")} ${JSON.stringify(reason.facts)}`, reason]));
  return [...keyed].sort(([a], [b]) => byCodePoint(a, b)).map(([, reason]) => reason);
}
