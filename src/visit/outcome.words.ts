import type { Outcome } from "./outcome.js";

/** What an outcome records, to follow "that": "the record says that nobody answered". */
export const OUTCOME_SAYS: { readonly [O in Outcome]: string } = {
  "no-access": "nobody answered",
  hospital: "the person was in hospital",
  "cancelled-by-person": "the person cancelled",
  "cancelled-by-council": "the council cancelled",
  "provider-failure": "the provider failed to come",
  refused: "the person declined the visit",
  aborted: "the visit was begun and stopped",
  frustrated: "the carer was turned away",
  suspended: "the service was suspended",
  other: "the reason is “other”",
};
