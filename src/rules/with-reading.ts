import { type Clause, type Version, statedWithin } from "../contract/clause.js";
import { type Day, readDay } from "../shared/day.js";
import { suggest } from "../shared/refuse.js";
import { type AnyClauseName, CLAUSES, type Council, FURTHER_CLAUSES } from "./council.js";

/** A reading of a council, with the clause it belongs to. */
export interface ReadingOf {
  readonly clause: AnyClauseName;
  readonly reading: string;
  readonly silent: string;
  readonly adopted: string;
  /** Every choice, in the order of the data. */
  readonly choices: readonly { readonly choice: string; readonly says: string; /** What the caller has to give with it. */ readonly asks?: string }[];
}

type AnyClause = Clause<object>;

const EVERY_CLAUSE: readonly AnyClauseName[] = [...CLAUSES, ...FURTHER_CLAUSES];

/**
 * Every reading of a council, in the order of its clauses. A reading in several versions of a clause stands once, as the
 * last version has it.
 *
 * @example
 * ```ts
 * readingsOf(leicester).length; // => 28
 * ```
 */
export function readingsOf(council: Council): ReadingOf[] {
  return EVERY_CLAUSE.flatMap((clause) => {
    const readings = new Map<string, ReadingOf>();
    for (const version of (council[clause] as AnyClause | undefined)?.versions ?? []) {
      for (const [reading, { silent, adopted, choices }] of Object.entries(version.readings)) {
        readings.set(reading, {
          clause,
          reading,
          silent,
          adopted,
          choices: Object.entries(choices).map(([choice, { says, asks }]) => (asks === undefined ? { choice, says } : { choice, says, asks: asks.for })),
        });
      }
    }
    return [...readings.values()];
  });
}

/**
 * The same council with another choice of a reading adopted, in every version that has it. A choice that asks for a value
 * takes it as the fourth argument. Throws when there is no such reading or choice, or the value is missing.
 *
 * @example
 * ```ts
 * const capped = withReading(leicester, "beyond-the-hour", "cap");
 * capped.paidMinutes.versions[0]!.beyond; // => { kind: "open-row" }
 * ```
 */
export function withReading<C extends Council>(council: C, reading: string, choice: string, value?: string): C {
  if (reading === APPLIES) return withDays(council, choice, value);
  const clause = EVERY_CLAUSE.find((name) => (council[name] as AnyClause | undefined)?.versions.some((version) => reading in version.readings));
  if (clause === undefined) {
    throw new RangeError(`withReading: ${council.name} has no reading "${reading}". ${suggest(reading, readingsOf(council).map((known) => known.reading))}`);
  }
  const versions = (council[clause] as AnyClause).versions.map((version) => (reading in version.readings ? adopt(version, reading, choice, value) : version));
  return { ...council, [clause]: { versions } };
}

/**
 * The reading of days that a document does not state, the same for every clause: `as-asked`, a clause applies as long as
 * anybody asks (adopted); `callers-days`, only in the days given as `YYYY-MM-DD..YYYY-MM-DD`, and cannot be determined
 * outside them.
 */
export const APPLIES = "applies";

function withDays<C extends Council>(council: C, choice: string, value: string | undefined): C {
  const [firstDay, lastDay] = (value ?? "").split("..");
  if (choice !== "callers-days" || readDay(firstDay!) === undefined || readDay(lastDay ?? "") === undefined) {
    throw new RangeError(`withReading: "${APPLIES}" can be read as "callers-days" with the days as YYYY-MM-DD..YYYY-MM-DD, got "${choice}" with ${value === undefined ? "none" : `"${value}"`}`);
  }
  const limited = EVERY_CLAUSE.flatMap((clause) => {
    const versions = council[clause] as AnyClause | undefined;
    return versions === undefined ? [] : [[clause, statedWithin(versions, firstDay as Day, lastDay as Day)]];
  });
  return { ...council, ...Object.fromEntries(limited) };
}

function adopt(version: Version<object>, slug: string, choice: string, value: string | undefined): Version<object> {
  const reading = version.readings[slug]!;
  const chosen = reading.choices[choice];
  if (chosen === undefined) {
    throw new RangeError(`withReading: "${slug}" has no choice "${choice}". ${suggest(choice, Object.keys(reading.choices))}`);
  }
  const { asks } = chosen;
  if (asks !== undefined && value === undefined) throw new RangeError(`withReading: "${slug}" read as "${choice}" asks for ${asks.for}`);
  if (asks === undefined && value !== undefined) throw new RangeError(`withReading: "${slug}" read as "${choice}" asks for no value, got "${value}"`);
  return {
    ...version,
    ...chosen.set,
    ...(asks === undefined ? {} : { [asks.field]: value }),
    readings: { ...version.readings, [slug]: { ...reading, adopted: choice } },
  };
}
