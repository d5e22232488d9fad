/**
 * What an export can record of a visit that did not go to plan, in the order of the canonical export.
 * `frustrated`: a carer came and was turned away. `aborted`: begun and stopped.
 */
export const OUTCOMES = [
  "no-access",
  "hospital",
  "cancelled-by-person",
  "cancelled-by-council",
  "provider-failure",
  "refused",
  "aborted",
  "frustrated",
  "suspended",
  "other",
] as const satisfies readonly string[];

/** A recorded outcome; a visit that went to plan has none. */
export type Outcome = (typeof OUTCOMES)[number];
