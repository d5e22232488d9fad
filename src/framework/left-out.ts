import type { Source } from "../contract/source.js";
import { type Day, dayNumber } from "../shared/day.js";
import { type DecimalText, fraction } from "../shared/exact.js";
import { compare } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";
import type { CarePackage, EligibleOn, ProviderEligibility } from "./care-package.js";
import { covers } from "./cited.js";
import type { Framework } from "./framework.js";
import type { Membership } from "./membership.js";
import { startOn } from "./mobilisation.js";
import type { OfferOrder } from "./offer-order.js";
import { type PlaceKind, includes, namedPlaces, placesOf } from "./places.js";

/** Every reason for which a member is offered nothing, in the order in which they are shown. */
export const LEFT_OUT = {
  "not-in-lot": "Its membership does not cover the package's lot.",
  "not-in-locality": "Its membership does not cover the package's locality.",
  "lot-not-given": "It works in some lots only, and the package names none.",
  "locality-not-given": "It works in some localities only, and the package names none.",
  "membership-not-started": "Its membership starts later.",
  "membership-ended": "Its membership has ended.",
  "role-in-no-tier": "The order of offer has no tier for its role.",
  "grade-not-given": "The order of offer goes by grade, and it has none on the day.",
  "grade-in-no-tier": "The order of offer has no tier for its grade.",
  "grades-contradict": "It has several grades on the day.",
  "rank-not-given": "The order of offer goes by rank, and it has none.",
  "zone-not-covered": "It does not work in the package's zone.",
  "zone-not-given": "It works in some zones only, and the package names none.",
  "need-not-covered": "It does not cover the package's needs.",
  "needs-not-given": "It covers some needs only, and the package does not say which it has.",
  suspended: "It is suspended from new packages on the day.",
  "not-eligible": "It is not eligible on the day.",
  "eligibility-cannot-be-determined": "Whether it is eligible on the day cannot be determined.",
  "not-started": "It has not started yet by the mobilisation plan.",
  "provider-before-not-stable": "It waits until the providers before it are stable.",
  "contingency-period": "No provider starts in the contingency period.",
  "start-cannot-be-determined": "The mobilisation plan does not say whether it may work.",
  "capacity-not-given": "Its capacity is not given.",
  "capacity-too-small": "It has too few free hours for the package.",
  declined: "It has declined the package.",
  "an-earlier-tier-can": "Its tier's turn comes only when no provider before it can.",
  "nobody-to-distribute": "Work comes to it from a provider that is not there to distribute it.",
} as const satisfies { readonly [code: string]: string };

/** Why a member is offered nothing. */
export type LeftOutCode = keyof typeof LEFT_OUT;

/** The codes, in the order in which they are shown. */
export const LEFT_OUT_CODES: readonly LeftOutCode[] = Object.keys(LEFT_OUT) as LeftOutCode[];

/** One reason, with its facts and where the rule stands (`null`: it is a fact of the caller's, and no rule). */
export interface LeftOutReason {
  readonly code: LeftOutCode;
  readonly facts: { readonly [name: string]: string | readonly string[] };
  readonly source: Source | null;
}

/** What a membership is judged by. */
export interface OfferContext {
  readonly framework: Framework;
  readonly order: OfferOrder & { readonly source: Source };
  readonly carePackage: CarePackage;
  readonly day: Day;
  readonly eligibleOn: EligibleOn | undefined;
  readonly capacity: { readonly [provider: string]: DecimalText } | undefined;
}

/** What a member's standing on a day is judged by. */
export type StandingContext = Pick<OfferContext, "framework" | "day" | "eligibleOn"> & { readonly carePackage: Pick<CarePackage, "lot"> };

/** Does a membership cover the package's lot and locality? Only what the framework divides its area into is asked. */
export function placeReasons(membership: Membership, { framework: { places }, order, carePackage }: OfferContext): LeftOutReason[] {
  return (["lot", "locality"] as const).flatMap((kind: PlaceKind): LeftOutReason[] => {
    if (placesOf(kind, places).length === 0 && order.within !== kind) return [];
    const covered = namedPlaces(kind, membership);
    const asked = carePackage[kind];
    if (covered === "all") return [];
    if (asked === undefined) return [{ code: `${kind}-not-given`, facts: { covers: covered }, source: places.source }];
    return includes(covered, asked) ? [] : [{ code: `not-in-${kind}`, facts: { [kind]: asked, covers: covered }, source: places.source }];
  });
}

/** What keeps a member from any work on a day: its days, a suspension, its eligibility, its start. */
export function standingReasons(membership: Membership, context: StandingContext): LeftOutReason[] {
  const { provider } = membership;
  return [...dayReasons(membership, context), ...suspensionReasons(provider, context), ...eligibilityReasons(provider, context), ...startReasons(provider, context)];
}

function dayReasons({ firstDay, lastDay }: Membership, { day }: StandingContext): LeftOutReason[] {
  if (dayNumber(day) < dayNumber(firstDay)) return [{ code: "membership-not-started", facts: { firstDay }, source: null }];
  return lastDay !== "open" && dayNumber(day) > dayNumber(lastDay) ? [{ code: "membership-ended", facts: { lastDay }, source: null }] : [];
}

/** What keeps a member from this package: its zone or its needs. */
export function coverageReasons({ zones, needs }: Membership, { carePackage, order }: OfferContext): LeftOutReason[] {
  const reasons: LeftOutReason[] = [];
  const { source } = order;
  if (zones !== "all") {
    if (carePackage.zone === undefined) reasons.push({ code: "zone-not-given", facts: { covers: zones }, source });
    else if (!zones.includes(carePackage.zone)) reasons.push({ code: "zone-not-covered", facts: { zone: carePackage.zone, covers: zones }, source });
  }
  if (needs !== "all") {
    const asked = carePackage.needs;
    if (asked === undefined) reasons.push({ code: "needs-not-given", facts: { covers: needs }, source });
    else {
      const met = asked.filter((need) => needs.includes(need));
      // A provider for certain needs only is not one for a package without them.
      if (met.length === 0 || (order.severalNeeds === "every" && met.length < asked.length)) reasons.push({ code: "need-not-covered", facts: { needs: asked, covers: needs }, source });
    }
  }
  return reasons;
}

/** A suspension in some lots keeps a provider from a package that names no lot. */
function suspensionReasons(provider: string, { framework, carePackage, day }: StandingContext): LeftOutReason[] {
  return framework.suspensions
    .filter((suspension) => suspension.provider === provider && covers(suspension, dayNumber(day)))
    .filter(({ lots }) => carePackage.lot === undefined || includes(lots, carePackage.lot))
    .map(({ firstDay, lastDay }) => ({ code: "suspended", facts: { firstDay, lastDay }, source: null }));
}

function eligibilityReasons(provider: string, { day, eligibleOn }: StandingContext): LeftOutReason[] {
  const eligibility = eligibilityOf(provider, day, eligibleOn);
  if (eligibility === "ineligible") return [{ code: "not-eligible", facts: {}, source: null }];
  return eligibility === "cannot-be-determined" ? [{ code: "eligibility-cannot-be-determined", facts: {}, source: null }] : [];
}

const ELIGIBILITIES: readonly ProviderEligibility[] = ["eligible", "eligible-with-conditions", "ineligible", "cannot-be-determined"];

/** A provider's eligibility as the caller has it; `"not-checked"` when the caller gives none for anybody. */
export function eligibilityOf(provider: string, day: Day, eligibleOn: EligibleOn | undefined): ProviderEligibility | "not-checked" {
  if (eligibleOn === undefined) return "not-checked";
  const answer = typeof eligibleOn === "function" ? eligibleOn(provider, day) : listedIn(eligibleOn, provider);
  return ELIGIBILITIES.includes(answer) ? answer : refuse("offers", `a provider's eligibility must be one of ${ELIGIBILITIES.join(", ")}`, answer);
}

function listedIn(record: { readonly [provider: string]: ProviderEligibility }, provider: string): ProviderEligibility {
  return Object.hasOwn(record, provider) ? record[provider]! : "cannot-be-determined";
}

function startReasons(provider: string, { framework: { mobilisation }, day }: StandingContext): LeftOutReason[] {
  // A plan that records no starts says nothing yet about who works.
  if (mobilisation === undefined || mobilisation.starts.length === 0) return [];
  const { source } = mobilisation;
  const answer = startOn(mobilisation, provider, day);
  if (answer.kind === "started") return [];
  if (answer.kind === "may-start") return [{ code: "not-started", facts: {}, source }];
  if (answer.kind === "cannot-be-determined") return [{ code: "start-cannot-be-determined", facts: { because: answer.reason }, source }];
  return [{ code: answer.reason, facts: answer.reason === "contingency-period" ? { lastDay: answer.lastDay } : { before: answer.providers }, source }];
}

/** What keeps a member from an ordinary offer, but not from being the last resort: no room, or a no. */
export function roomReasons(provider: string, { carePackage, capacity }: OfferContext): LeftOutReason[] {
  const reasons: LeftOutReason[] = [];
  const { hoursPerWeek } = carePackage;
  if (capacity !== undefined && hoursPerWeek !== undefined) {
    const free = Object.hasOwn(capacity, provider) ? capacity[provider]! : undefined;
    if (free === undefined) reasons.push({ code: "capacity-not-given", facts: {}, source: null });
    else if (compare(fraction(free, "capacity"), fraction(hoursPerWeek, "hoursPerWeek")) < 0) {
      reasons.push({ code: "capacity-too-small", facts: { free, asked: hoursPerWeek }, source: null });
    }
  }
  if (carePackage.declinedBy?.includes(provider) === true) reasons.push({ code: "declined", facts: {}, source: null });
  return reasons;
}
