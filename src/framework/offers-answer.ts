import type { Authority, Source } from "../contract/source.js";
import type { DecimalText } from "../shared/exact.js";
import type { EligibleOn } from "./care-package.js";
import type { PriceAnswer } from "./price.js";
import type { TermAnswer } from "./term.js";
import type { LeftOutProvider, TierOfOffers } from "./tiers.js";

/** What a caller names and knows beside framework, package and day. */
export interface OfferOptions {
  /** Names the authority of terms that do not bind yet, such as `"proposed"`: they apply only when named. */
  readonly as?: Authority;
  /** Names an order of offer by its id, whatever its authority. */
  readonly model?: string;
  /** Which providers are eligible on the day. Left out, eligibility is not checked, and the answer says so. */
  readonly eligibleOn?: EligibleOn;
  /** Free hours a week of each provider. Left out, capacity is not checked, and the answer says so. */
  readonly capacity?: { readonly [provider: string]: DecimalText };
}

/** Something that the caller gave nothing to check with: or, for the term, days that the document does not state. */
export type NotCheckedForOffer = "eligibility" | "capacity" | "price" | "term";

/** Why it cannot be determined to whom a package is offered. */
export type OffersUndetermined =
  /** The framework or its order of offer is only proposed or recommended, and the caller did not name it. */
  | "must-be-named"
  | "term-contradicts"
  | "no-order-of-offer"
  | "no-rule-in-force"
  | "rules-overlap"
  | "under-consideration"
  | "service-not-listed"
  | "service-listed-twice"
  | "lot-not-given"
  | "locality-not-given"
  | "lots-not-listed"
  | "localities-not-listed"
  | "unknown-lot"
  | "unknown-locality"
  | "unknown-zone"
  | "no-members-named"
  /** Providers could be distributed the work, but nobody is there to distribute it. */
  | "nobody-to-distribute";

/** What is said of every answer that went through the members. */
export interface PlacedOffers {
  /** The order of offer, and how far it binds. */
  readonly order: string;
  readonly authority: Authority;
  readonly source: Source;
  /** Every member that is offered nothing, by id. */
  readonly leftOut: readonly LeftOutProvider[];
  readonly notChecked: readonly NotCheckedForOffer[];
}

/** To whom is a package offered? One shape for each answer. */
export type OffersDecision =
  /** In the order of the tiers. Every member is in a tier or left out, never both. */
  | ({ readonly kind: "offers"; readonly tiers: readonly TierOfOffers[] } & PlacedOffers)
  | ({ readonly kind: "nobody" } & PlacedOffers)
  | { readonly kind: "out-of-scope"; readonly service: string; readonly authority: Authority; readonly source: Source }
  | { readonly kind: "outside-term"; readonly term: Extract<TermAnswer, { kind: "not-started" | "ended" }>; readonly authority: Authority; readonly source: Source }
  | { readonly kind: "outside-the-rules"; readonly reason: "direct-payment"; readonly source: Source | null }
  | {
      readonly kind: "price-outside-limits";
      readonly price: Extract<PriceAnswer, { kind: "below-floor" | "above-ceiling" }>;
      readonly authority: Authority;
      readonly source: Source;
    }
  | {
      readonly kind: "cannot-be-determined";
      readonly reason: OffersUndetermined;
      readonly facts: { readonly [name: string]: string | readonly string[] };
      readonly source: Source | null;
      /** Empty unless the answer went through the members. */
      readonly leftOut: readonly LeftOutProvider[];
    };

/** The decision, with the readings it rests on: those of which another choice would change it. */
export type OffersAnswer = OffersDecision & { readonly restsOn: readonly string[] };
