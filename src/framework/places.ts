import type { CitedTerms } from "./cited.js";

/** A part of a council's area: a lot or a locality, with the zones in it where they are known. */
export interface Place {
  /** A stable kebab-case id. */
  readonly id: string;
  readonly name: string;
  /** Ids of the zones within it; empty when none are named. */
  readonly zones: readonly string[];
}

/** How a framework divides its area. Both lists empty: it does not. */
export interface PlacesTerms {
  readonly lots: readonly Place[];
  readonly localities: readonly Place[];
}

/** The places of a framework, cited. */
export type Places = CitedTerms<PlacesTerms>;

/** What a place is: a lot of the contract, or a locality. */
export type PlaceKind = "lot" | "locality";

/** Where a provider may work and for what. `"all"` is said, never assumed; an empty list covers nothing. */
export interface Coverage {
  readonly lots: readonly string[] | "all";
  readonly localities: readonly string[] | "all";
  readonly zones: readonly string[] | "all";
  readonly needs: readonly string[] | "all";
}

/** The places of a kind. */
export function placesOf(kind: PlaceKind, places: PlacesTerms): readonly Place[] {
  return kind === "lot" ? places.lots : places.localities;
}

/** The ids a coverage names of a kind of place, or `"all"`. */
export function namedPlaces(kind: PlaceKind, coverage: Coverage): readonly string[] | "all" {
  return kind === "lot" ? coverage.lots : coverage.localities;
}

/** Does a list cover an id? */
export function includes(list: readonly string[] | "all", id: string): boolean {
  return list === "all" || list.includes(id);
}

/** Do two lists have an id in common? `"all"` meets everything but the empty list. */
export function meet(a: readonly string[] | "all", b: readonly string[] | "all"): boolean {
  if (a === "all") return b === "all" || b.length > 0;
  return b === "all" ? a.length > 0 : a.some((id) => b.includes(id));
}
