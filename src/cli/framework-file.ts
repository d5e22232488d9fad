import {
  type AwardLimit,
  type AwardTerms,
  type CarePackage,
  type Cited,
  type Clause,
  type Day,
  type DecimalText,
  type ExitTerms,
  type Framework,
  type GradeHeld,
  type HoursInPlace,
  type Membership,
  type Mobilisation,
  type OfferOrder,
  type OfferTier,
  type Place,
  type PriceTerms,
  type ProviderEligibility,
  type ProviderStart,
  ROLES,
  type ScopeTerms,
  type Source,
  type Suspension,
  type Term,
  readDay,
} from "../index.js";
import { type Decoder, byKind, flag, listOf, objectOf, oneOf, orElse, orNull, orTexts, recordOf, shaped, text, wholeFrom } from "./decode.js";

const day = shaped<Day>("a day of the calendar as YYYY-MM-DD", isDay);
/** Is a text a day of the calendar? */
export function isDay(value: string): value is Day {
  return readDay(value) !== undefined;
}

const decimal = shaped<DecimalText>("decimal text from 0, such as \"14.01\"", (value) => /^\d+(\.\d+)?$/.test(value));
const share = shaped<DecimalText>("a share as decimal text from 0 to 1, such as \"0.70\"", (value) => /^(0(\.\d+)?|1(\.0+)?)$/.test(value));
const firstDay = orTexts(["unstated"], day);
const lastDay = orTexts(["open", "unstated"], day);
const openDay = orTexts(["open"], day);
const authority = oneOf(["agreed", "trial", "recommended", "proposed"]);
const role = oneOf(ROLES);
const placeKind = oneOf(["lot", "locality"]);
const ids = orTexts(["all"], listOf(text));

const source: Decoder<Source> = objectOf({ document: text, published: text, clause: text, quote: text });
const citedFields = { authority, source };
const alsoSee = { alsoSee: listOf(source) };
const cited: Decoder<Cited> = objectOf(citedFields, alsoSee);
/** A file's readings are chosen already: whoever writes it down writes the choice. */
const noReadings = orElse(objectOf({}), {});

function clauseOf<T extends object>(fields: { readonly [K in keyof T]-?: Decoder<T[K]> }): Decoder<Clause<T>> {
  const version = objectOf<object, object>({ ...fields, ...citedFields, firstDay, lastDay, readings: noReadings }, alsoSee);
  return objectOf({ versions: listOf(version, 1) }) as unknown as Decoder<Clause<T>>;
}

const place: Decoder<Place> = objectOf({ id: text, name: text, zones: orElse(listOf(text), []) });

const term: Decoder<Term> = objectOf(
  {
    ...citedFields,
    firstDay,
    lastDay,
    extension: orElse(orTexts(["none"], objectOf({ upTo: day, inPart: flag, source })), "none" as const),
    extendedTo: orElse(orTexts(["not-extended"], day), "not-extended" as const),
    readings: noReadings,
  },
  alsoSee,
);

const tier: Decoder<OfferTier> = objectOf({
  id: text,
  roles: listOf(role, 1),
  grade: orElse(orNull(text), null),
  order: orElse(oneOf(["none", "by-rank"]), "none"),
  offered: oneOf(["in-turn", "only-if-none-before-can", "distributed", "last-resort"]),
  source: orElse(orNull(source), null),
});

const limit: Decoder<AwardLimit> = byKind<AwardLimit>({
  "providers-in-place": objectOf({ place: placeKind, role, least: wholeFrom(0), most: orTexts(["any"], wholeFrom(0)) }),
  "places-per-provider": objectOf({ place: placeKind, role, most: wholeFrom(1) }),
  "share-of-places": objectOf({ place: placeKind, role, most: share }),
  "share-of-hours": objectOf({ place: placeKind, role, most: share }),
  "split-of-hours": objectOf({ place: placeKind, parts: listOf(objectOf({ role, share }), 1) }),
  "barred-together": objectOf({ roles: pair, within: oneOf(["lot", "locality", "framework"]) }),
});

function pair(value: unknown, path: string, problems: Parameters<Decoder<unknown>>[2]): readonly [Membership["role"], Membership["role"]] {
  const roles = listOf(role)(value, path, problems);
  if (Array.isArray(roles) && roles.length !== 2) problems.push({ path, expected: "two roles", got: String(roles.length) });
  return roles as unknown as readonly [Membership["role"], Membership["role"]];
}

const membership: Decoder<Membership> = objectOf({
  provider: text,
  role,
  rank: orElse(orNull(wholeFrom(1)), null),
  firstDay: day,
  lastDay: openDay,
  lots: ids,
  localities: ids,
  zones: ids,
  needs: ids,
});
const suspension: Decoder<Suspension> = objectOf({ provider: text, firstDay: day, lastDay: openDay, lots: orElse(ids, "all" as const) });
const grade: Decoder<GradeHeld> = objectOf({ provider: text, grade: text, firstDay: day, lastDay: openDay });
const start: Decoder<ProviderStart> = objectOf({ provider: text, place: wholeFrom(1), firstDay: orTexts(["not-started"], day), stableFrom: orTexts(["not-yet"], day) });

const mobilisation: Decoder<Mobilisation> = objectOf(
  {
    ...citedFields,
    gate: oneOf(["after-the-one-before-is-stable", "none"]),
    contingency: orElse(orTexts(["none"], objectOf({ firstDay, lastDay: orTexts(["unstated"], day), source })), "none" as const),
    milestones: orElse(listOf(objectOf({ id: text, name: text, when: text, firstDay, lastDay: orTexts(["unstated"], day), source })), []),
    starts: orElse(listOf(start), []),
    readings: noReadings,
  },
  alsoSee,
);

/** A framework in a JSON file. */
export const frameworkFile: Decoder<Framework> = objectOf(
  {
    ...citedFields,
    id: text,
    name: text,
    commissioners: objectOf({ lead: text, partners: orElse(listOf(text), []), source }),
    term,
    places: objectOf({ ...citedFields, lots: orElse(listOf(place), []), localities: orElse(listOf(place), []), readings: noReadings }, alsoSee),
    scope: clauseOf<ScopeTerms>({
      services: listOf(objectOf({ service: text, name: text, scope: oneOf(["in", "out", "considered"]), source })),
      unlisted: oneOf(["in-scope", "out-of-scope", "cannot-be-determined"]),
    }),
    memberships: orElse(listOf(membership), []),
    suspensions: orElse(listOf(suspension), []),
    grades: orElse(listOf(grade), []),
  },
  {
    ...alsoSee,
    offerOrder: clauseOf<OfferOrder>({
      id: text,
      within: oneOf(["lot", "locality", "whole-area"]),
      tiers: listOf(tier, 1),
      severalNeeds: oneOf(["every", "any"]),
      nobodyToDistribute: oneOf(["cannot-be-determined", "offered-directly"]),
    }),
    price: clauseOf<PriceTerms>({ floor: orNull(decimal), ceiling: orNull(decimal), aboveCeiling: oneOf(["refused", "exceptional-route"]) }),
    award: clauseOf<AwardTerms>({ limits: listOf(limit) }),
    exit: clauseOf<ExitTerms>({ division: oneOf(["equally", "by-current-hours", "unstated"]) }),
    mobilisation,
    directPayments: cited,
    publishedProviders: objectOf({ count: wholeFrom(0), source }),
  },
);

/** What a caller knows about the providers of a framework, in a JSON file of its own. */
export interface MembersFile {
  readonly memberships?: readonly Membership[];
  readonly suspensions?: readonly Suspension[];
  readonly grades?: readonly GradeHeld[];
  readonly places?: { readonly lots: readonly Place[]; readonly localities: readonly Place[] };
  readonly starts?: readonly ProviderStart[];
  readonly extendedTo?: Day;
  readonly eligibility?: { readonly [provider: string]: ProviderEligibility };
  readonly capacity?: { readonly [provider: string]: DecimalText };
  readonly hours?: readonly HoursInPlace[];
}

/** Members, suspensions, grades, places, starts, the extension used, eligibility, capacity and hours: whichever are known. */
export const membersFile: Decoder<MembersFile> = objectOf<object, { [K in keyof MembersFile]-?: NonNullable<MembersFile[K]> }>(
  {},
  {
    memberships: listOf(membership),
    suspensions: listOf(suspension),
    grades: listOf(grade),
    places: objectOf({ lots: orElse(listOf(place), []), localities: orElse(listOf(place), []) }),
    starts: listOf(start),
    extendedTo: day,
    eligibility: recordOf(oneOf(["eligible", "eligible-with-conditions", "ineligible", "cannot-be-determined"])),
    capacity: recordOf(decimal),
    hours: listOf(objectOf({ provider: text, role, place: text, hours: decimal })),
  },
);

/** A package in a JSON file. */
export const packageFile: Decoder<CarePackage> = objectOf(
  { service: text, boughtWith: orElse(oneOf(["commissioned", "direct-payment"]), "commissioned") },
  { lot: text, locality: text, zone: text, needs: listOf(text), hoursPerWeek: decimal, price: decimal, declinedBy: listOf(text) },
);
