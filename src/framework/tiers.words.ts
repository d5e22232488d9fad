import { listed, quoted } from "../shared/words.js";
import { roleWords } from "./cited.words.js";
import type { WhenOffered } from "./offer-order.js";
import { OFFERED_BECAUSE, type OfferedProvider, type TierOfOffers } from "./tiers.js";

/** When a tier's turn is. */
export function tierWords({ offered, distributedBy }: TierOfOffers, source: string): string {
  return `${TURN_SAYS[offered]}${distributedBy.length === 0 ? "" : `: ${listed(distributedBy)}`} (${source}).`;
}

const TURN_SAYS: { readonly [W in WhenOffered]: string } = {
  "in-turn": "Offered when nobody before has taken the package",
  "only-if-none-before-can": "Offered only because nobody before can take the package",
  distributed: "The package is distributed to it by a provider before",
  "last-resort": "Offered when nobody else took the package, whether or not there is room",
};

/** A provider that the package is offered to, and why. */
export function offeredWords({ provider, role, because, rank, grade, eligibility }: OfferedProvider): string {
  const standing = [roleWords(role), ...(rank === null ? [] : [`rank ${rank}`]), ...(grade === null ? [] : [`grade ${quoted(grade)}`])].join(", ");
  const why: string = OFFERED_BECAUSE[because];
  return `Provider ${provider}, ${standing}: ${why.charAt(0).toLowerCase()}${why.slice(1, -1)}; ${ELIGIBILITY_SAYS[eligibility]}.`;
}

const ELIGIBILITY_SAYS: { readonly [E in OfferedProvider["eligibility"]]: string } = {
  eligible: "it is eligible",
  "eligible-with-conditions": "it is eligible with conditions",
  "not-checked": "whether it is eligible was not checked",
};
