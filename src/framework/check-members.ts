import type { Source } from "../contract/source.js";
import { byCodePoint } from "../shared/code-points.js";
import { dayNumber } from "../shared/day.js";
import { nearest } from "../shared/refuse.js";
import type { HoursInPlace } from "./award.js";
import { binds } from "./cited.js";
import type { FrameworkFinding, FrameworkFindingCode } from "./findings.js";
import type { Framework } from "./framework.js";
import type { Membership } from "./membership.js";
import type { OfferOrder } from "./offer-order.js";
import { type Coverage, type PlaceKind, type Places, meet, namedPlaces, placesOf } from "./places.js";
import { common, daysText, judgeStretches, spanOf } from "./stretches.js";
import { lastDayOf } from "./term.js";

const PLACE_KINDS = ["lot", "locality"] as const satisfies readonly PlaceKind[];
const UNKNOWN_PLACE = { lot: "unknown-lot", locality: "unknown-locality" } as const satisfies { readonly [K in PlaceKind]: FrameworkFindingCode };

/** What is wrong with the memberships, suspensions and grades themselves, apart from the limits on sharing out. */
export function memberFindings(framework: Framework, hours: readonly HoursInPlace[]): FrameworkFinding[] {
  const { memberships } = framework;
  return [
    ...memberships.flatMap((membership) => [...coverageFindings(membership, framework.places), ...termFindings(membership, framework)]),
    ...overlaps(memberships),
    ...tierFindings(framework),
    ...gradeFindings(framework),
    ...strangers(framework, hours),
    ...unknownElsewhere(framework, hours),
    ...countFindings(framework),
  ];
}

/** Places that suspensions and hours name and the framework does not have. */
function unknownElsewhere({ places, suspensions }: Framework, hours: readonly HoursInPlace[]): FrameworkFinding[] {
  const { source } = places;
  const lots = places.lots.map(({ id }) => id);
  const all = [...lots, ...places.localities.map(({ id }) => id)];
  const kind = lots.length > 0 ? "lot" : "locality";
  const ofSuspensions = suspensions.flatMap(({ provider, lots: of }) =>
    unknownIn(of, lots).map((lot) => ({ code: "unknown-lot" as const, facts: { provider, of: "suspension", lot, ...meant(lot, lots) }, source })),
  );
  const ofHours = hours
    .filter(({ place }) => !all.includes(place))
    .map(({ provider, place }) => ({ code: UNKNOWN_PLACE[kind], facts: { provider, of: "hours", [kind]: place, ...meant(place, all) }, source }));
  return [...ofSuspensions, ...ofHours];
}

function coverageFindings({ provider, role, ...coverage }: Membership, places: Places): FrameworkFinding[] {
  const { source } = places;
  const empty = (["lots", "localities", "zones", "needs"] as const).filter((list) => coverage[list].length === 0);
  const findings: FrameworkFinding[] = empty.map((list) => ({ code: "covers-nothing", facts: { provider, role, of: list }, source }));
  for (const kind of PLACE_KINDS) {
    const known = placesOf(kind, places).map(({ id }) => id);
    for (const id of unknownIn(namedPlaces(kind, coverage), known)) {
      findings.push({ code: UNKNOWN_PLACE[kind], facts: { provider, role, [kind]: id, ...meant(id, known) }, source });
    }
  }
  // Zones can be checked only where the places name theirs.
  const zones = [...places.lots, ...places.localities].flatMap((place) => place.zones);
  for (const zone of zones.length === 0 ? [] : unknownIn(coverage.zones, zones)) {
    findings.push({ code: "unknown-zone", facts: { provider, role, zone, ...meant(zone, zones) }, source });
  }
  return findings;
}

function unknownIn(list: readonly string[] | "all", known: readonly string[]): readonly string[] {
  return list === "all" ? [] : list.filter((id) => !known.includes(id));
}

function meant(id: string, known: readonly string[]): { readonly nearest?: string } {
  const near = nearest(id, known);
  return near === undefined ? {} : { nearest: near };
}

function termFindings(membership: Membership, { term }: Framework): FrameworkFinding[] {
  const { provider, role, firstDay, lastDay } = membership;
  const last = lastDayOf(term);
  const late = last !== "open" && last !== "unstated" && (dayNumber(firstDay) > dayNumber(last) || (lastDay !== "open" && dayNumber(lastDay) > dayNumber(last)));
  const early = term.firstDay !== "unstated" && dayNumber(firstDay) < dayNumber(term.firstDay);
  if (!early && !late) return [];
  return [{ code: "membership-outside-term", facts: { provider, role, firstDay, lastDay, termFirstDay: term.firstDay, termLastDay: last }, source: term.source }];
}

/** Do two coverages have a lot, locality, zone and need in common? */
export function shareWork(a: Coverage, b: Coverage): boolean {
  return meet(a.lots, b.lots) && meet(a.localities, b.localities) && meet(a.zones, b.zones) && meet(a.needs, b.needs);
}

function overlaps(memberships: readonly Membership[]): FrameworkFinding[] {
  return memberships.flatMap((a, i) =>
    memberships.slice(i + 1).flatMap((b) => {
      if (a.provider !== b.provider || a.role !== b.role || !shareWork(a, b)) return [];
      const both = common(spanOf(a), spanOf(b));
      return both === null ? [] : [{ code: "overlapping-memberships" as const, facts: { provider: a.provider, role: a.role, ...daysText(both) }, source: null }];
    }),
  );
}

function tierFindings({ offerOrder, memberships, authority }: Framework): FrameworkFinding[] {
  const orders = (offerOrder?.versions ?? []).filter((version) => binds(version.authority) || version.authority === authority);
  if (orders.length === 0) return [];
  const findings: FrameworkFinding[] = [];
  const { source } = orders[0]!;
  for (const { provider, role } of memberships) {
    if (!orders.some(({ tiers }) => tiers.some(({ roles }) => roles.includes(role)))) findings.push({ code: "role-in-no-tier", facts: { provider, role }, source });
  }
  for (const order of orders) findings.push(...rankFindings(order, memberships, order.source));
  return findings;
}

function rankFindings({ tiers }: OfferOrder, memberships: readonly Membership[], source: Source): FrameworkFinding[] {
  const ranked = memberships.filter(({ role }) => tiers.some(({ roles, order }) => order === "by-rank" && roles.includes(role)));
  const missing = ranked.filter(({ rank }) => rank === null || !Number.isSafeInteger(rank) || rank < 1);
  const twice = ranked.flatMap((a, i) =>
    ranked.slice(i + 1).flatMap((b) => {
      if (a.provider === b.provider || a.rank === null || a.rank !== b.rank || a.role !== b.role || !shareWork(a, b)) return [];
      const both = common(spanOf(a), spanOf(b));
      return both === null ? [] : [{ code: "rank-twice" as const, facts: { providers: [a.provider, b.provider].sort(byCodePoint), rank: a.rank, ...daysText(both) }, source }];
    }),
  );
  return [...missing.map(({ provider, role }) => ({ code: "rank-missing" as const, facts: { provider, role }, source })), ...twice];
}

function gradeFindings({ grades }: Framework): FrameworkFinding[] {
  const providers = [...new Set(grades.map(({ provider }) => provider))];
  return providers.flatMap((provider) => {
    const own = grades.filter((grade) => grade.provider === provider);
    const several = judgeStretches(own, { first: -Infinity, last: Infinity }, (held) => (held.length > 1 ? held.map(({ grade }) => grade).sort(byCodePoint) : null));
    return several.map(({ judged, span }) => ({ code: "grades-contradict" as const, facts: { provider, grades: judged, ...daysText(span) }, source: null }));
  });
}

function strangers(framework: Framework, hours: readonly HoursInPlace[]): FrameworkFinding[] {
  const members = new Set(framework.memberships.map(({ provider }) => provider));
  if (members.size === 0) return [];
  const named = [
    ...framework.suspensions.map(({ provider }) => ({ of: "suspension", provider })),
    ...framework.grades.map(({ provider }) => ({ of: "grade", provider })),
    ...(framework.mobilisation?.starts ?? []).map(({ provider }) => ({ of: "start", provider })),
    ...hours.map(({ provider }) => ({ of: "hours", provider })),
  ];
  return named.filter(({ provider }) => !members.has(provider)).map((facts) => ({ code: "not-a-member", facts, source: null }));
}

function countFindings({ memberships, publishedProviders }: Framework): FrameworkFinding[] {
  if (memberships.length === 0) return [{ code: "no-members-named", facts: {}, source: publishedProviders?.source ?? null }];
  const members = new Set(memberships.map(({ provider }) => provider)).size;
  if (publishedProviders === undefined || publishedProviders.count === members) return [];
  return [{ code: "provider-count-differs", facts: { members, published: publishedProviders.count }, source: publishedProviders.source }];
}
