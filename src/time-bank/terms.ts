import type { DecimalText } from "../shared/exact.js";

/** A whole number in digits. */
export type WholeText = string;

/**
 * How planned time that was not used may be used later. `"unstated"`: the document does not say, and no balance can be
 * determined until somebody does. Numbers are text, so that a caller can give them as the value of a reading.
 */
export interface TimeBankTerms {
  /** How long a period is: a calendar month; so many days, counted from the first day of the account; or it has no end. */
  readonly period: "unstated" | "calendar-month" | "no-end" | WholeText;
  /** What is carried into the next period: all that is banked; nothing; or so many minutes at most. The rest lapses. */
  readonly carryOver: "unstated" | "all" | "nothing" | WholeText;
  /** The most that may be banked, as a share of the minutes planned in the period: `"0.10"`. With hours too, the lower counts. */
  readonly capShare: "unstated" | "no-cap" | DecimalText;
  /** The most that may be banked, in hours (included). */
  readonly capHours: "unstated" | "no-cap" | DecimalText;
  /** A deposit that goes over the cap: refused; or taken up to the cap, and the rest refused. */
  readonly overCap: "unstated" | "refused" | "up-to-the-cap";
  /** Time used before it is banked: refused; allowed; or so many minutes at most (included). What is overdrawn is carried on. */
  readonly ahead: "unstated" | "refused" | "allowed" | WholeText;
}
