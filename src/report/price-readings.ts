import type { DayRules } from "../rules/day-rules.js";

/** A reading with the choice adopted. */
export interface Adopted {
  readonly reading: string;
  readonly adopted: string;
  readonly says: string;
}

/** The readings on which the price of a visit's minutes rests: all of the rate, and of the statement those on rounding. */
export function priceReadings({ rate, statement }: DayRules["versions"]): Adopted[] {
  return [
    ...(rate.kind === "in-force" ? adoptedOf(rate.version.readings) : []),
    ...(statement.kind === "in-force" ? adoptedOf(statement.version.readings, "rounding") : []),
  ];
}

interface Readings {
  readonly [slug: string]: { readonly adopted: string; readonly choices: { readonly [choice: string]: { readonly says: string; readonly set: object } } };
}

/** The readings of a clause; with a field, those that set it. */
function adoptedOf(readings: Readings, field?: string): Adopted[] {
  return Object.entries(readings).flatMap(([reading, { adopted, choices }]) => {
    const { says, set } = choices[adopted]!;
    return field === undefined || Object.hasOwn(set, field) ? [{ reading, adopted, says }] : [];
  });
}
