import { adopt } from "../contract/adopt.js";
import { type Clause, statedWithin } from "../contract/clause.js";
import { dayText, readDay } from "../shared/day.js";
import { suggest } from "../shared/refuse.js";
import { type AnyClauseName, CLAUSES, type Council, FURTHER_CLAUSES } from "./council.js";

/** A reading of a council, with the clause it belongs to. */
export interface ReadingOf {
  readonly clause: AnyClauseName;
  readonly reading: string;
  readonly silent: string;
  readonly adopted: string;
  /** Why the data adopts the choice it does, where it says so. */
  readonly because?: string;
  /** The choice that the data adopts, where a caller took another in its place. */
  readonly inPlaceOf?: string;
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
      for (const [reading, { silent, adopted, because, inPlaceOf, choices }] of Object.entries(version.readings)) {
        readings.set(reading, {
          clause,
          reading,
          silent,
          adopted,
          ...(because === undefined ? {} : { because }),
          ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
          choices: Object.entries(choices).map(([choice, { says, asks }]) => (asks === undefined ? { choice, says } : { choice, says, asks: asks.for })),
        });
      }
    }
    return [...readings.values()];
  });
}

/** A reading that a result rests on: another choice of it, all else equal, would change the result. */
export interface RestsOn {
  readonly reading: string;
  readonly clause: string;
  readonly adopted: string;
}

/** The readings whose bits are set. */
export function withBits(bits: number, readings: readonly ReadingOf[]): RestsOn[] {
  return readings.filter((_, i) => (bits & (1 << i)) !== 0).map(({ reading, clause, adopted }) => ({ reading, clause, adopted }));
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
  const clause = EVERY_CLAUSE.find((name) => (council[name] as AnyClause | undefined)?.versions.some((version) => Object.hasOwn(version.readings, reading)));
  if (clause === undefined) {
    throw new RangeError(`withReading: ${council.name} has no reading "${reading}". ${suggest(reading, readingsOf(council).map((known) => known.reading))}`);
  }
  const versions = (council[clause] as AnyClause).versions.map((version) => (Object.hasOwn(version.readings, reading) ? adopt(version, reading, choice, value) : version));
  return { ...council, [clause]: { versions } };
}

/**
 * The reading of days that a document does not state, the same for every clause: `as-asked`, a clause applies as long as
 * anybody asks (adopted); `callers-days`, only in the days given as `YYYY-MM-DD..YYYY-MM-DD`, and cannot be determined
 * outside them.
 */
export const APPLIES = "applies";

function withDays<C extends Council>(council: C, choice: string, value: string | undefined): C {
  const days = (value ?? "").split("..");
  const [first, last] = days.map(readDay);
  if (choice !== "callers-days" || days.length !== 2 || first === undefined || last === undefined || first > last) {
    const got = `"${choice}" with ${value === undefined ? "none" : `"${value}"`}`;
    throw new RangeError(`withReading: "${APPLIES}" can be read as "callers-days" with the days as YYYY-MM-DD..YYYY-MM-DD, the first not after the last, got ${got}`);
  }
  const limited = EVERY_CLAUSE.flatMap((clause) => {
    const versions = council[clause] as AnyClause | undefined;
    return versions === undefined ? [] : [[clause, statedWithin(versions, dayText(first), dayText(last))]];
  });
  return { ...council, ...Object.fromEntries(limited) };
}
