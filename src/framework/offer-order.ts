import type { Source } from "../contract/source.js";
import type { Role } from "./membership.js";
import type { PlaceKind } from "./places.js";

/** In which order a package is offered to the providers of a framework. */
export interface OfferOrder {
  /** A stable kebab-case id, by which a caller names an order that is only proposed. */
  readonly id: string;
  /** Which place a package has to name: its lot, its locality, or none. */
  readonly within: PlaceKind | "whole-area";
  /** The tiers, in order. */
  readonly tiers: readonly OfferTier[];
  /** Does a provider for certain needs have to cover every need of a package, or any? */
  readonly severalNeeds: "every" | "any";
  /** What happens to the providers that work is distributed to, when nobody is there to distribute it. */
  readonly nobodyToDistribute: "cannot-be-determined" | "offered-directly";
}

/** Providers to whom a package is offered together. */
export interface OfferTier {
  readonly id: string;
  /** The roles in it. */
  readonly roles: readonly Role[];
  /** Only providers with this grade on the day; `null`: whatever their grade. */
  readonly grade: string | null;
  /** `none`: all at once, in no order. `by-rank`: one rank after another, from 1 on. */
  readonly order: "none" | "by-rank";
  readonly offered: WhenOffered;
  /** Where the tier stands, when it has a place of its own. */
  readonly source: Source | null;
}

/**
 * When a tier's turn is: when nobody before has taken the package (`in-turn`); only when nobody before can take it
 * (`only-if-none-before-can`); when a provider of a tier before distributes it (`distributed`); or when nobody else took
 * it, whether or not there is room (`last-resort`).
 */
export type WhenOffered = "in-turn" | "only-if-none-before-can" | "distributed" | "last-resort";

/** How the work of a provider that leaves is divided among the rest of its lot. */
export interface ExitTerms {
  /** In equal parts; in proportion to the hours each of the rest has; or the document does not say. */
  readonly division: "equally" | "by-current-hours" | "unstated";
}
