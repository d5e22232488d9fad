import { type DecimalText, type Fraction, fraction } from "../shared/exact.js";
import { compare } from "../shared/fractions.js";
import { HOUR, MINUTE } from "../shared/moment.js";
import { refuse, suggest } from "../shared/refuse.js";
import type { PaymentFacts } from "../visit/payment-facts.js";
import type { VisitFacts } from "../visit/visit.js";
import type { UnpaidReason } from "./basis.js";
import { UNKNOWN_KIND } from "./day-kind.js";

/** For which visits, days and hours a band of the rates is. Every condition named must hold; one left out does not matter. */
export interface RateConditions extends PlaceConditions {
  /** Kinds of day, by their names in `dayKinds`. */
  readonly days?: readonly string[];
  /** London hours as `HH:MM-HH:MM`, the first included and the last not; `"20:00-07:00"` goes past midnight. */
  readonly hours?: string;
}

/** Conditions that hold for a visit as a whole. */
export interface PlaceConditions {
  readonly services?: readonly string[];
  readonly lots?: readonly string[];
  readonly zones?: readonly string[];
  readonly miles?: Miles;
  /** The number of carers that the visit requires. */
  readonly carersRequired?: readonly number[];
}

/** A stretch of miles: `from` and `to` are included, `over` and `under` are not. */
export type Miles = ({ readonly from: DecimalText } | { readonly over: DecimalText }) & ({ readonly to: DecimalText | "open" } | { readonly under: DecimalText });

/** Conditions with hours in seconds of the day and days by their place in the list. */
export interface CompiledConditions {
  readonly places: PlaceConditions;
  readonly days: ReadonlySet<number> | null;
  readonly hours: { readonly from: number; readonly to: number } | null;
}

/** What a rate looks at in a visit. */
export type RateFacts = Pick<VisitFacts, "carersRequired"> & Pick<PaymentFacts, "service" | "lot" | "zone" | "miles">;

/** Do conditions hold: yes, no, or not known for a reason. */
export type Holds = boolean | UnpaidReason;

/** Do the conditions hold for a visit at a second of a day of a kind? No is no, whatever else is not known. */
export function holds({ places, days, hours }: CompiledConditions, facts: RateFacts, dayKind: number, secondOfDay: number): Holds {
  if (hours !== null && !isWithin(secondOfDay, hours)) return false;
  const place = holdsThere(places, facts);
  if (place === false || days === null) return place;
  if (dayKind === UNKNOWN_KIND) return place === true ? "bank-holidays-not-known" : place;
  return days.has(dayKind) ? place : false;
}

function isWithin(second: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return from < to ? second >= from && second < to : second >= from || second < to;
}

/** Do the conditions on a visit as a whole hold? */
export function holdsThere({ services, lots, zones, miles, carersRequired }: PlaceConditions, facts: RateFacts): Holds {
  if (carersRequired !== undefined && !carersRequired.includes(facts.carersRequired)) return false;
  let unknown: UnpaidReason | null = null;
  for (const [names, name, reason] of [
    [services, facts.service, "service-not-known"],
    [lots, facts.lot, "lot-not-known"],
    [zones, facts.zone, "zone-not-known"],
  ] as const) {
    if (names === undefined) continue;
    if (name === undefined) unknown ??= reason;
    else if (!names.includes(name)) return false;
  }
  if (miles !== undefined) {
    if (facts.miles === undefined) unknown ??= "miles-not-known";
    else if (!areWithin(facts.miles, miles)) return false;
  }
  return unknown ?? true;
}

function areWithin(text: DecimalText, limits: Miles): boolean {
  const miles = milesIn(text);
  if ("from" in limits ? compare(miles, milesIn(limits.from)) < 0 : compare(miles, milesIn(limits.over)) <= 0) return false;
  if ("under" in limits) return compare(miles, milesIn(limits.under)) < 0;
  return limits.to === "open" || compare(miles, milesIn(limits.to)) <= 0;
}

function milesIn(text: DecimalText): Fraction {
  return fraction(text, "miles");
}

/** Compiles conditions. Throws, naming the band and field, when one cannot be read or names a kind of day that there is not. */
export function compileConditions(band: string, when: RateConditions, dayKinds: readonly string[]): CompiledConditions {
  const { days, hours, ...places } = when;
  if (days?.length === 0) refuse("rate", `days of "${band}" must list at least one kind of day`, "none", "Leave them out for every day");
  const unknown = days?.find((day) => !dayKinds.includes(day));
  if (unknown !== undefined) refuse("rate", `the band "${band}" must name kinds of day that are in dayKinds`, unknown, suggest(unknown, dayKinds));
  checkPlaces(band, places);
  return {
    places,
    days: days === undefined ? null : new Set(days.map((day) => dayKinds.indexOf(day))),
    hours: hours === undefined ? null : readHours(band, hours),
  };
}

/** Throws, naming the band and field, when a list is empty, miles are not decimal text in order or a number of carers is none. */
export function checkPlaces(band: string, { miles, carersRequired, ...lists }: PlaceConditions): void {
  for (const [field, list] of Object.entries({ ...lists, carersRequired })) if (list?.length === 0) refuse("rate", `${field} of "${band}" must list at least one`, "none", "Leave it out where it does not matter");
  const odd = carersRequired?.find((carers) => !Number.isSafeInteger(carers) || carers < 1);
  if (odd !== undefined) refuse("rate", `carersRequired of "${band}" must be whole numbers from 1`, odd);
  if (miles === undefined) return;
  const from = "from" in miles ? miles.from : miles.over;
  const to = "under" in miles ? miles.under : miles.to;
  const limits = (to === "open" ? [from] : [from, to]).map((limit) => {
    const miles = fraction(limit, `miles of "${band}"`);
    return miles.numerator < 0n ? refuse("rate", `miles of "${band}" must be from 0`, limit) : miles;
  });
  const order = limits[1] === undefined ? -1 : compare(limits[0]!, limits[1]);
  if (order > 0 || (order === 0 && ("over" in miles || "under" in miles))) refuse("rate", `miles of "${band}" must end after they begin`, `${from} to ${to}`);
}

function readHours(band: string, text: string): { from: number; to: number } {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  const [, h1, m1, h2, m2] = parts ?? [];
  const from = Number(h1) * HOUR + Number(m1) * MINUTE;
  const to = Number(h2) * HOUR + Number(m2) * MINUTE;
  if (parts === null || from === to || to > 24 * HOUR) {
    refuse("rate", `hours of "${band}" must be HH:MM-HH:MM, such as "20:00-07:00"`, text, "Leave them out for every hour");
  }
  return { from, to };
}
