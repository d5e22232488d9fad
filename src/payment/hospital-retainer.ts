import { type Day, type DayNumber, dayNumber } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";
import type { HospitalStay } from "../visit/payment-facts.js";

/** What is paid for the visits that fall into a stay in hospital: so many days, in steps, and on some conditions. */
export interface HospitalRetainer {
  readonly kind: "hospital-retainer";
  /** The days that are paid, in order: how many days of each step, and the share of the planned length's price. After them nothing is paid. */
  readonly steps: readonly { readonly days: number | "open"; readonly share: DecimalText }[];
  /** The day of admission: the first day of the steps; or paid in full, or not paid, and then the steps begin the day after. */
  readonly admissionDay: "first-day" | "in-full" | "nothing";
  /** The day of discharge: by its step, paid in full, or not paid. */
  readonly dischargeDay: "by-step" | "in-full" | "nothing";
  /** Must conditions be met, such as that staff are kept on and paid? The visit says whether they are. A day paid in full is paid all the same. */
  readonly conditions: "none" | "must-be-met";
}

/** What a day in hospital pays. */
export type RetainerDay =
  | {
      readonly kind: "paid";
      /** The share of the planned length's price. */
      readonly share: DecimalText;
      /** Which day of the steps it is, from 1; `null` for a day of admission or discharge that is paid in full. */
      readonly dayOfSteps: number | null;
    }
  | {
      readonly kind: "unpaid";
      readonly reason: "hospital-stay-not-known" | "outside-the-hospital-stay" | "retainer-conditions-not-met" | "retainer-conditions-not-known" | "past-the-retainer";
    };

/**
 * Is a retainer paid for this day of a stay in hospital, and which share? A stay that is not known, a day outside it, or
 * conditions of which nobody said anything: cannot be determined, with that reason. Throws when a day is not one of the
 * calendar as YYYY-MM-DD.
 *
 * @example
 * ```ts
 * const terms = { kind: "hospital-retainer", steps: [{ days: 14, share: "1" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "must-be-met" } as const;
 * const stay = { admitted: "2026-03-02", discharged: null, conditionsMet: true } as const;
 * retainerOn("2026-03-15", stay, terms); // => { kind: "paid", share: "1", dayOfSteps: 14 }
 * retainerOn("2026-03-16", stay, terms); // => { kind: "unpaid", reason: "past-the-retainer" }
 * ```
 */
export function retainerOn(day: Day, stay: HospitalStay | undefined, terms: HospitalRetainer): RetainerDay {
  return retainerOnDay(dayNumber(day), stay, terms);
}

/** The same of a day as a number. */
export function retainerOnDay(day: DayNumber, stay: HospitalStay | undefined, terms: HospitalRetainer): RetainerDay {
  if (stay === undefined) return { kind: "unpaid", reason: "hospital-stay-not-known" };
  const admitted = dayNumber(stay.admitted);
  const discharged = stay.discharged === null ? Infinity : dayNumber(stay.discharged);
  if (day < admitted || day > discharged) return { kind: "unpaid", reason: "outside-the-hospital-stay" };
  const ends = [day === admitted ? terms.admissionDay : null, day === discharged ? terms.dischargeDay : null];
  if (ends.includes("in-full")) return { kind: "paid", share: "1", dayOfSteps: null };
  if (ends.includes("nothing")) return { kind: "unpaid", reason: "past-the-retainer" };
  if (terms.conditions === "must-be-met" && stay.conditionsMet !== true) {
    return { kind: "unpaid", reason: stay.conditionsMet === null ? "retainer-conditions-not-known" : "retainer-conditions-not-met" };
  }
  const dayOfSteps = day - admitted + (terms.admissionDay === "first-day" ? 1 : 0);
  let last = 0;
  for (const { days, share } of terms.steps) {
    last += days === "open" ? Infinity : days;
    if (dayOfSteps <= last) return { kind: "paid", share, dayOfSteps };
  }
  return { kind: "unpaid", reason: "past-the-retainer" };
}

/** Throws, naming the field, when a step is not a whole number of days from 1, or one follows a step without an end. */
export function checkRetainer({ steps }: HospitalRetainer): void {
  if (steps.length === 0) refuse("undelivered", "steps must hold at least one step", "none", 'Write { kind: "nothing" } where no retainer is paid');
  for (const [i, { days }] of steps.entries()) {
    if (days === "open" ? i < steps.length - 1 : !Number.isSafeInteger(days) || days < 1) {
      refuse("undelivered", "steps must be whole days from 1, and only the last may be open", days, "Say how many days each step before the last is");
    }
  }
}
