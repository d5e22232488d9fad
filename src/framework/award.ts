import type { DecimalText } from "../shared/exact.js";
import type { Role } from "./membership.js";
import type { PlaceKind } from "./places.js";

/** How places and hours may be shared out among providers. A limit that is not listed is not checked. */
export interface AwardTerms {
  readonly limits: readonly AwardLimit[];
}

/** One limit. Numbers are included; shares are decimal text from 0 to 1. */
export type AwardLimit =
  /** Providers of a role in each lot or locality, on every day of the term. */
  | { readonly kind: "providers-in-place"; readonly place: PlaceKind; readonly role: Role; readonly least: number; readonly most: number | "any" }
  /** Lots or localities that one provider may hold in a role at a time. */
  | { readonly kind: "places-per-provider"; readonly place: PlaceKind; readonly role: Role; readonly most: number }
  /** The share of all lots or localities that one provider may hold in a role at a time. */
  | { readonly kind: "share-of-places"; readonly place: PlaceKind; readonly role: Role; readonly most: DecimalText }
  /** The share of the hours in each lot or locality that providers of a role may have. */
  | { readonly kind: "share-of-hours"; readonly place: PlaceKind; readonly role: Role; readonly most: DecimalText }
  /** How the hours in each lot or locality are split between roles; the parts make a whole. */
  | { readonly kind: "split-of-hours"; readonly place: PlaceKind; readonly parts: readonly { readonly role: Role; readonly share: DecimalText }[] }
  /** Roles that one provider may not hold on the same day, in one place or anywhere: a provider in one tier is barred from the other. */
  | { readonly kind: "barred-together"; readonly roles: readonly [Role, Role]; readonly within: PlaceKind | "framework" };

/** Hours that a provider has in a lot or locality: the caller's figures, over any one period. */
export interface HoursInPlace {
  readonly provider: string;
  readonly role: Role;
  /** Id of the lot or locality. */
  readonly place: string;
  readonly hours: DecimalText;
}
