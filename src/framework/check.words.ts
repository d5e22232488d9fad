import type { NotChecked } from "./check.js";

/** Something that was not checked, and why. */
export function notCheckedWords({ what, reason }: NotChecked): string {
  return `Not checked: ${WHAT_SAYS[what]}, because ${REASON_SAYS[reason]}.`;
}

const WHAT_SAYS: { readonly [W in NotChecked["what"]]: string } = {
  "providers-in-place": "how many providers of a role each place has",
  "places-per-provider": "how many places each provider holds",
  "share-of-places": "which share of the places each provider holds",
  "share-of-hours": "which share of the hours a role has",
  "split-of-hours": "how the hours are split between roles",
  "barred-together": "whether a provider holds roles that bar each other",
  "everything-else": "everything else",
  award: "how places and hours are shared out",
  "offer-order": "the order of offer",
};

const REASON_SAYS: { readonly [R in NotChecked["reason"]]: string } = {
  "no-members-named": "the framework names no providers",
  "no-lots-listed": "the framework lists no lots",
  "no-localities-listed": "the framework lists no localities",
  "hours-not-given": "the hours of the providers are not given",
  "unreadable-days": "some days cannot be read",
  "not-configured": "the framework has no such rule",
};
