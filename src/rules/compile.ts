import { attendanceRule } from "../assessment/attendance.js";
import { punctualityRule } from "../assessment/punctuality.js";
import { compileStandard } from "../continuity/standard.js";
import { type Clause, type InForce, type Version, firstNumber, inForceOn, lastNumber } from "../contract/clause.js";
import type { Authority } from "../contract/source.js";
import { paidMinutesTable } from "../payment/paid-minutes.js";
import { type CompiledRate, type RateTerms, compileRates } from "../payment/rate.js";
import type { DayNumber } from "../shared/day.js";
import { refuse } from "../shared/refuse.js";
import { CLAUSES, type ClauseName, type VisitCouncil } from "./council.js";
import type { DayRules } from "./day-rules.js";
import { NO_ALTERNATIVES, arrange, touchedBy } from "./rests-on.js";
import { type ReadingOf, readingsOf, withReading } from "./with-reading.js";

/** A council's contract made ready for use: terms as tables, for every day. Made by `compile`. */
export interface Rules<CallType extends string = string> {
  readonly council: VisitCouncil<CallType>;
  readonly callTypes: readonly CallType[];
  /** The readings that visits can rest on, in the order of the clauses. A bit of `Assessed.restsOn` each. */
  readonly visitReadings: readonly ReadingOf[];
  /** One stretch of days after another, without gaps; within one, the same versions are in force. */
  readonly stretches: readonly { readonly lastDay: number; readonly rules: DayRules<CallType> }[];
  /** The units of money: how many make a penny. */
  readonly unitsPerPenny: number;
}

/** The clauses that decide a visit's kind, punctuality class and paid minutes. */
const VISIT_CLAUSES = ["punctuality", "attendance", "paidMinutes", "basis"] as const satisfies readonly ClauseName[];

/** A bit each in a whole number of 32 bits that is never below 0. */
const MOST_READINGS = 31;

/** What `compile` may be told beside the council. */
export interface CompileOptions {
  /** Which versions apply; `recommended` and `proposed` ones only when they are named here. */
  readonly authorities?: readonly Authority[];
}

/**
 * Makes a council's contract ready for use. Explicit and pure: nothing is computed on import, nothing is cached out of
 * sight. Throws, naming the clause, when one that assessing visits needs is absent, has no version that applies, or its terms
 * cannot be reckoned with.
 *
 * @example
 * ```ts
 * const rules = compile(leicester);
 * rules.callTypes; // => ["standard", "critical"]
 * ```
 */
export function compile<CallType extends string>(council: VisitCouncil<CallType>, options: CompileOptions = {}): Rules<CallType> {
  const authorities = options.authorities ?? ["agreed", "trial"];
  for (const clause of CLAUSES) {
    if (council[clause] === undefined) refuse("compile", `${council.name} must have the clause "${clause}" for visits to be assessed`, council[clause]);
    const standings = (council[clause] as Clause<object>).versions.map(({ authority }) => authority);
    if (!standings.some((standing) => authorities.includes(standing))) {
      refuse("compile", `the clause "${clause}" must have a version that is ${authorities.join(" or ")}`, standings.join(", ") || "no version", "Name the authorities whose versions apply");
    }
  }
  for (const { callTypes } of council.punctuality.versions) {
    for (const callType of council.callTypes) {
      if (callTypes[callType] === undefined) refuse("compile", `punctuality.callTypes must have "${callType}"`, callTypes[callType], "Give its limits, or null for a call type that is not tested");
    }
  }
  const base = stretchesOf(council, authorities);
  const visitReadings = readingsOf(council).filter(({ clause }) => VISIT_CLAUSES.some((name) => name === clause));
  if (visitReadings.length > MOST_READINGS) refuse("compile", `visits can rest on at most ${MOST_READINGS} readings`, visitReadings.length);
  const variants = visitReadings.flatMap(({ reading, adopted, choices }, index) =>
    choices
      .filter(({ choice, asks }) => choice !== adopted && asks === undefined)
      .map(({ choice }) => {
        const other = withReading(council, reading, choice);
        return { index, choice, stretches: stretchesOf(other, authorities).stretches };
      }),
  );
  return {
    council,
    callTypes: council.callTypes,
    visitReadings,
    unitsPerPenny: base.unitsPerPenny,
    stretches: base.stretches.map(({ lastDay, rules }, i) => ({
      lastDay,
      rules: {
        ...rules,
        alternatives: arrange(
          rules,
          variants.map(({ index, choice, stretches }) => {
            const other = stretches[i]!.rules;
            const fields = differingFields(rules, other);
            return { reading: index, choice, rules: other, fields, touches: touchedBy(fields) };
          }),
        ),
      },
    })),
  };
}

/** The rules of a day. */
export function rulesOn<CallType extends string>(rules: Pick<Rules<CallType>, "stretches">, day: DayNumber): DayRules<CallType> {
  const { stretches } = rules;
  for (let i = 0; i < stretches.length - 1; i++) if (day <= stretches[i]!.lastDay) return stretches[i]!.rules;
  return stretches[stretches.length - 1]!.rules;
}

interface Stretches<CallType extends string> {
  readonly stretches: { lastDay: number; rules: DayRules<CallType> }[];
  readonly unitsPerPenny: number;
}

/** Cuts all days where any version of any clause begins or ends, and compiles the rules of each stretch. */
function stretchesOf<CallType extends string>(council: VisitCouncil<CallType>, authorities: readonly Authority[]): Stretches<CallType> {
  const firstDays = new Set<number>([-Infinity]);
  for (const clause of [...CLAUSES, "performanceEffects"] as const) {
    for (const version of (council[clause] as Clause<object> | undefined)?.versions ?? []) {
      firstDays.add(firstNumber(version));
      firstDays.add(lastNumber(version) + 1);
    }
  }
  const starts = [...firstDays].filter((day) => day !== Infinity).sort((a, b) => a - b);
  const rateVersions = council.rate.versions;
  const rates = new Map(compileRates(rateVersions).map((rate, i) => [rateVersions[i]!, rate]));
  // A clause that a council need not have: one that binds nobody is as good as absent.
  const effects = council.performanceEffects?.versions.some(({ authority }) => authorities.includes(authority)) === true ? council.performanceEffects : null;
  const compiled = compiler(council, rates);
  return {
    unitsPerPenny: [...rates.values()][0]?.unitsPerPenny ?? 1,
    stretches: starts.map((start, i) => {
      // Inside the first stretch, any day will do: no version begins in it.
      const day = start === -Infinity ? (starts[1] ?? 1) - 1 : start;
      return { lastDay: (starts[i + 1] ?? Infinity) - 1, rules: compiled(day) };
    }),
  };

  function compiler(from: VisitCouncil<CallType>, rateOf: ReadonlyMap<RateTerms, CompiledRate>): (day: DayNumber) => DayRules<CallType> {
    return (day) => {
      const on = <Terms>(clause: Clause<Terms>): InForce<Version<Terms>> => inForceOn(clause.versions, day, authorities);
      const versions = {
        punctuality: on(from.punctuality),
        targets: on(from.targets),
        attendance: on(from.attendance),
        paidMinutes: on(from.paidMinutes),
        basis: on(from.basis),
        rate: on(from.rate),
        statement: on(from.statement),
        continuity: on(from.continuity),
      };
      const punctuality = terms(versions.punctuality);
      const attendance = terms(versions.attendance);
      const paidMinutes = terms(versions.paidMinutes);
      const rate = terms(versions.rate);
      const continuity = terms(versions.continuity);
      return {
        punctuality: punctuality && punctualityRule(punctuality),
        targets: terms(versions.targets),
        attendance: attendance && attendanceRule(attendance),
        paidMinutes: paidMinutes && paidMinutesTable(paidMinutes),
        basis: terms(versions.basis),
        rate: rate && rateOf.get(rate)!,
        statement: terms(versions.statement),
        continuity: continuity && { ...continuity, standard: compileStandard(continuity) },
        performanceEffects: effects === null ? null : (terms(on(effects)) ?? "not-in-force"),
        versions,
        alternatives: NO_ALTERNATIVES,
      };
    };
  }
}

function terms<Terms>(answer: InForce<Version<Terms>>): Version<Terms> | null {
  return answer.kind === "in-force" ? answer.version : null;
}

/** In which fields do the terms of two days differ? Terms are plain data, so their JSON says. */
function differingFields(one: DayRules, other: DayRules): string[] {
  return VISIT_CLAUSES.flatMap((clause) => {
    const [a, b] = [one.versions[clause], other.versions[clause]];
    if (a.kind !== "in-force" || b.kind !== "in-force") return [];
    const [mine, theirs] = [a.version, b.version] as unknown as Record<string, unknown>[];
    return Object.keys({ ...mine, ...theirs })
      .filter((field) => field !== "readings" && JSON.stringify(mine![field]) !== JSON.stringify(theirs![field]))
      .map((field) => `${clause}.${field}`);
  });
}
