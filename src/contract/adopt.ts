import { suggest } from "../shared/refuse.js";
import type { Clause, Version } from "./clause.js";

/**
 * A version with another choice of a reading adopted: its terms and the reading's `adopted`. A choice that asks for a
 * value takes it as the last argument. Throws when there is no such choice, or the value is missing.
 */
export function adopt<Terms extends object>(version: Version<Terms>, slug: string, choice: string, value: string | undefined): Version<Terms> {
  const reading = version.readings[slug]!;
  const chosen = Object.hasOwn(reading.choices, choice) ? reading.choices[choice] : undefined;
  if (chosen === undefined) {
    throw new RangeError(`withReading: "${slug}" has no choice "${choice}". ${suggest(choice, Object.keys(reading.choices))}`);
  }
  const { asks } = chosen;
  const { inPlaceOf, ...plain } = reading;
  const data = inPlaceOf ?? reading.adopted;
  if (asks !== undefined && value === undefined) throw new RangeError(`withReading: "${slug}" read as "${choice}" asks for ${asks.for}`);
  if (asks === undefined && value !== undefined) throw new RangeError(`withReading: "${slug}" read as "${choice}" asks for no value, got "${value}"`);
  return {
    ...version,
    ...chosen.set,
    ...(asks === undefined ? {} : { [asks.field]: value }),
    readings: { ...version.readings, [slug]: { ...plain, adopted: choice, ...(choice === data ? {} : { inPlaceOf: data }) } },
  };
}

/**
 * The same clause with another choice of a reading adopted, in every version that has it: what `withReading` does for a
 * council, for a clause that stands alone. Throws when no version has the reading or the choice.
 *
 * @example
 * ```ts
 * const strict = withClauseReading(leicesterEligibility, "unrated", "ineligible");
 * strict.versions[1]!.unrated; // => "ineligible"
 * ```
 */
export function withClauseReading<Terms extends object>(clause: Clause<Terms>, reading: string, choice: string, value?: string): Clause<Terms> {
  const having = clause.versions.filter((version) => Object.hasOwn(version.readings, reading));
  if (having.length === 0) {
    const known = [...new Set(clause.versions.flatMap((version) => Object.keys(version.readings)))];
    throw new RangeError(`withClauseReading: the clause has no reading "${reading}". ${suggest(reading, known)}`);
  }
  return { versions: clause.versions.map((version) => (having.includes(version) ? adopt(version, reading, choice, value) : version)) };
}
