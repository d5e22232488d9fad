import { suggest } from "../shared/refuse.js";
import type { Framework } from "./framework.js";

/** The parts of a framework that have readings, in the order in which results name them. */
const PARTS = ["term", "places", "scope", "offerOrder", "price", "award", "exit", "mobilisation"] as const satisfies readonly (keyof Framework)[];

/** A part of a framework that has readings. */
export type FrameworkPart = (typeof PARTS)[number];

/** Terms with their readings, whatever these set. */
export interface WithReadings {
  readonly readings: {
    readonly [slug: string]: {
      readonly silent: string;
      readonly adopted: string;
      readonly choices: { readonly [slug: string]: { readonly says: string; readonly set: object } };
    };
  };
}

/** A reading of a framework, with the part it belongs to. */
export interface FrameworkReading {
  readonly part: FrameworkPart;
  readonly reading: string;
  readonly silent: string;
  readonly adopted: string;
  /** Every choice, in the order of the data. */
  readonly choices: readonly { readonly choice: string; readonly says: string }[];
}

/**
 * Every reading of a framework: where its document is silent or contradicts itself, what was adopted, and what else it
 * could mean.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * frameworkReadings(outgoing).map(({ reading, adopted }) => `${reading} = ${adopted}`);
 * // => ["last-day = last-of-november", "lot-names = side-and-number", "offer-order = lead-supplementary-contingency", "leads-in-a-lot = at-least-one"]
 * ```
 */
export function frameworkReadings(framework: Framework): FrameworkReading[] {
  const found = new Map<string, FrameworkReading>();
  for (const part of PARTS) {
    for (const { readings } of readIn(framework, part)) {
      for (const [reading, { silent, adopted, choices }] of Object.entries(readings)) {
        found.set(reading, { part, reading, silent, adopted, choices: Object.entries(choices).map(([choice, { says }]) => ({ choice, says })) });
      }
    }
  }
  return [...found.values()];
}

/**
 * The same framework with another choice of a reading adopted. Throws when there is no such reading or choice.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * termOn(outgoing, "2020-11-30").kind; // => "in-term"
 * termOn(withFrameworkReading(outgoing, "last-day", "before-november"), "2020-11-30").kind; // => "ended"
 * ```
 */
export function withFrameworkReading(framework: Framework, reading: string, choice: string): Framework {
  const part = PARTS.find((name) => readIn(framework, name).some(({ readings }) => Object.hasOwn(readings, reading)));
  if (part === undefined) {
    throw new RangeError(`withFrameworkReading: ${framework.name} has no reading "${reading}". ${suggest(reading, frameworkReadings(framework).map((known) => known.reading))}`);
  }
  const adopted = readIn(framework, part).map((terms) => (Object.hasOwn(terms.readings, reading) ? withChoice(terms, reading, choice) : terms));
  const value = framework[part]!;
  return { ...framework, [part]: "versions" in value ? { versions: adopted } : adopted[0] };
}

/** What of a part has readings: the versions of a clause, or the part itself. */
function readIn(framework: Framework, part: FrameworkPart): readonly WithReadings[] {
  const value = framework[part];
  if (value === undefined) return [];
  return "versions" in value ? value.versions : [value];
}

/**
 * The same terms with another choice of one of their readings adopted. Throws when there is no such reading or choice.
 *
 * @example
 * ```ts
 * const terms = plymouth.monitoring!.versions[0]!;
 * terms.visitWeek; // => "seven-days-apart"
 * withChoice(terms, "weekly-visits", "calendar-weeks").visitWeek; // => "calendar-weeks"
 * ```
 */
export function withChoice<Terms extends WithReadings>(terms: Terms, reading: string, choice: string): Terms {
  if (!Object.hasOwn(terms.readings, reading)) throw new RangeError(`withChoice: there is no reading "${reading}". ${suggest(reading, Object.keys(terms.readings))}`);
  const known = terms.readings[reading]!;
  if (!Object.hasOwn(known.choices, choice)) throw new RangeError(`withChoice: "${reading}" has no choice "${choice}". ${suggest(choice, Object.keys(known.choices))}`);
  return { ...terms, ...known.choices[choice]!.set, readings: { ...terms.readings, [reading]: { ...known, adopted: choice } } };
}
