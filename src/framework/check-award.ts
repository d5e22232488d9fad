import type { Source } from "../contract/source.js";
import { byCodePoint } from "../shared/code-points.js";
import { type Fraction, exactText, fraction } from "../shared/exact.js";
import { compare, quotient, sumOf, whole } from "../shared/fractions.js";
import type { AwardLimit, HoursInPlace } from "./award.js";
import type { FrameworkFinding } from "./findings.js";
import type { Membership, Role } from "./membership.js";
import { type Place, type PlaceKind, type Places, includes, meet, namedPlaces, placesOf } from "./places.js";
import { type Span, daysText, judgeStretches } from "./stretches.js";

/** What a limit is checked against. */
export interface AwardFacts {
  readonly places: Places;
  readonly memberships: readonly Membership[];
  readonly hours: readonly HoursInPlace[];
  readonly within: Span;
  readonly source: Source;
}

type Limit<Kind extends AwardLimit["kind"]> = Extract<AwardLimit, { kind: Kind }>;

/** Why a limit could not be checked: what it needs is not given. */
export type NotCheckedReason = "no-members-named" | "no-lots-listed" | "no-localities-listed" | "hours-not-given";

/** What a limit needs and is not given, or `null`. */
export function missingFor(limit: AwardLimit, { places, memberships, hours }: AwardFacts): NotCheckedReason | null {
  const kind = limit.kind === "barred-together" ? limit.within : limit.place;
  if (kind !== "framework" && placesOf(kind, places).length === 0) return kind === "lot" ? "no-lots-listed" : "no-localities-listed";
  if (limit.kind === "share-of-hours" || limit.kind === "split-of-hours") return hours.length === 0 ? "hours-not-given" : null;
  return memberships.length === 0 ? "no-members-named" : null;
}

/** Where is a limit not kept? On which days, by whom, by how much. */
export function limitFindings(limit: AwardLimit, facts: AwardFacts): FrameworkFinding[] {
  switch (limit.kind) {
    case "providers-in-place":
      return providersInPlace(limit, facts);
    case "places-per-provider":
    case "share-of-places":
      return placesPerProvider(limit, facts);
    case "share-of-hours":
      return shareOfHours(limit, facts);
    case "split-of-hours":
      return splitOfHours(limit, facts);
    case "barred-together":
      return barredTogether(limit, facts);
  }
}

function providersOf(memberships: readonly Membership[]): string[] {
  return [...new Set(memberships.map(({ provider }) => provider))].sort(byCodePoint);
}

function providersInPlace({ place: kind, role, least, most }: Limit<"providers-in-place">, { places, memberships, within, source }: AwardFacts): FrameworkFinding[] {
  return placesOf(kind, places).flatMap(({ id }) => {
    // Every membership counts as a boundary: a place may be without anybody from its first day on.
    const stretches = judgeStretches(memberships, within, (inForce) => {
      const providers = providersOf(inForce.filter((member) => member.role === role && includes(namedPlaces(kind, member), id)));
      return providers.length < least || (most !== "any" && providers.length > most) ? providers : null;
    });
    return stretches.map(({ judged: providers, span }) =>
      providers.length < least
        ? { code: "too-few-in-role" as const, facts: { [kind]: id, role, least, providers, ...daysText(span) }, source }
        : { code: "too-many-in-role" as const, facts: { [kind]: id, role, most: most as number, providers, ...daysText(span) }, source },
    );
  });
}

function placesPerProvider(limit: Limit<"places-per-provider"> | Limit<"share-of-places">, { places, memberships, within, source }: AwardFacts): FrameworkFinding[] {
  const { place: kind, role } = limit;
  const all = placesOf(kind, places);
  const holders = memberships.filter((member) => member.role === role);
  return providersOf(holders).flatMap((provider) =>
    judgeStretches(holders.filter((member) => member.provider === provider), within, (inForce) => {
      const held = heldBy(inForce, kind, all);
      if (limit.kind === "places-per-provider") return held.length > limit.most ? held : null;
      const share = quotient(whole(held.length), whole(all.length));
      return compare(share, fraction(limit.most, "share-of-places.most")) > 0 ? held : null;
    }).map(({ judged: held, span }) =>
      limit.kind === "places-per-provider"
        ? { code: "too-many-places" as const, facts: { provider, role, place: kind, held, most: limit.most, ...daysText(span) }, source }
        : { code: "too-large-share-of-places" as const, facts: { provider, role, place: kind, held, of: all.length, most: limit.most, ...daysText(span) }, source },
    ),
  );
}

function heldBy(memberships: readonly Membership[], kind: PlaceKind, all: readonly Place[]): string[] {
  return all.map(({ id }) => id).filter((id) => memberships.some((member) => includes(namedPlaces(kind, member), id))).sort(byCodePoint);
}

/** The hours of a lot or locality. */
interface PlaceHours {
  readonly id: string;
  readonly all: Fraction;
  readonly of: (role: Role) => Fraction;
}

/** The hours of each place that has any: of a role, and of all. */
function hoursByPlace({ hours, places }: AwardFacts, kind: PlaceKind): PlaceHours[] {
  return placesOf(kind, places).flatMap(({ id }) => {
    const here = hours.filter((entry) => entry.place === id).map((entry) => ({ role: entry.role, hours: fraction(entry.hours, "hours") }));
    const all = sumOf(here.map((entry) => entry.hours));
    return all.numerator <= 0n ? [] : [{ id, all, of: (role: Role) => sumOf(here.filter((entry) => entry.role === role).map((entry) => entry.hours)) }];
  });
}

function shareOfHours({ place: kind, role, most }: Limit<"share-of-hours">, facts: AwardFacts): FrameworkFinding[] {
  return hoursByPlace(facts, kind).flatMap(({ id, all, of }) => {
    const share = quotient(of(role), all);
    if (compare(share, fraction(most, "share-of-hours.most")) <= 0) return [];
    return [{ code: "too-large-share-of-hours" as const, facts: { ...hoursFacts(kind, id, role, of(role), all), most }, source: facts.source }];
  });
}

function hoursFacts(kind: PlaceKind, id: string, role: Role, part: Fraction, all: Fraction): FrameworkFinding["facts"] {
  return { [kind]: id, role, hours: exactText(part, 0), of: exactText(all, 0), share: exactText(quotient(part, all), 2) };
}

function splitOfHours({ place: kind, parts }: Limit<"split-of-hours">, facts: AwardFacts): FrameworkFinding[] {
  const { source } = facts;
  const sum = sumOf(parts.map(({ share }) => fraction(share, "split-of-hours.share")));
  if (compare(sum, whole(1)) !== 0) return [{ code: "split-not-whole", facts: { sum: exactText(sum, 2) }, source }];
  return hoursByPlace(facts, kind).flatMap(({ id, all, of }) =>
    parts.flatMap(({ role, share }) => {
      const actual = quotient(of(role), all);
      if (compare(actual, fraction(share, "split-of-hours.share")) === 0) return [];
      return [{ code: "split-not-met" as const, facts: { ...hoursFacts(kind, id, role, of(role), all), stated: share }, source }];
    }),
  );
}

function barredTogether({ roles: [one, other], within: where }: Limit<"barred-together">, { memberships, within, source }: AwardFacts): FrameworkFinding[] {
  const holders = memberships.filter(({ role }) => role === one || role === other);
  return providersOf(holders).flatMap((provider) =>
    judgeStretches(holders.filter((member) => member.provider === provider), within, (inForce) => {
      const meets = (a: Membership, b: Membership): boolean => where === "framework" || meet(namedPlaces(where, a), namedPlaces(where, b));
      const firsts = inForce.filter(({ role }) => role === one);
      const seconds = inForce.filter(({ role }) => role === other);
      return firsts.some((a) => seconds.some((b) => meets(a, b))) ? true : null;
    }).map(({ span }) => ({ code: "barred-together" as const, facts: { provider, roles: [one, other], within: where, ...daysText(span) }, source })),
  );
}
