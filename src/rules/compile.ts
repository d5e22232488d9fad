import { attendanceRule } from "../assessment/attendance.js";
import { punctualityRule } from "../assessment/punctuality.js";
import { compileStandard } from "../continuity/standard.js";
import { type Clause, type InForce, type Version, firstNumber, inForceOn, lastNumber } from "../contract/clause.js";
import type { Authority } from "../contract/source.js";
import { checkBasis } from "../payment/basis.js";
import { compileIncentives, incentivePence } from "../payment/incentive.js";
import type { PaidMinutesTerms } from "../payment/paid-minutes.js";
import { type PaidMinutesTable, paidMinutesTable } from "../payment/paid-minutes-table.js";
import { type CompiledRate, compileRates } from "../payment/rate.js";
import { compileUndelivered } from "../payment/undelivered.js";
import { type BankHolidays, type HolidayCalendar, holidayCalendar } from "../shared/bank-holidays.js";
import type { DayNumber } from "../shared/day.js";
import { refuse, suggest } from "../shared/refuse.js";
import { type AnyClauseName, CLAUSES, FURTHER_VISIT_CLAUSES, type VisitCouncil } from "./council.js";
import type { DayRules } from "./day-rules.js";
import { NO_ALTERNATIVES, arrange, isPlain, mattersOf, touchedBy } from "./rests-on.js";
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
const VISIT_CLAUSES = ["punctuality", "attendance", "paidMinutes", "basis", "undelivered"] as const satisfies readonly AnyClauseName[];

/** A bit each in a whole number of 32 bits that is never below 0. */
const MOST_READINGS = 31;

/** What `compile` may be told beside the council. */
export interface CompileOptions {
  /** Which versions apply; `recommended` and `proposed` ones only when they are named here. */
  readonly authorities?: readonly Authority[];
  /** Bank holidays, for rates that name them: `bankHolidays`, or the caller's own in the same shape. */
  readonly bankHolidays?: BankHolidays;
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
  for (const { windows } of council.punctuality.versions) {
    const unknown = windows?.windows.flatMap(({ callTypes = [] }) => callTypes).find((callType) => !council.callTypes.some((known) => known === callType));
    if (unknown !== undefined) refuse("compile", "punctuality.windows.windows.callTypes must be call types of the council", unknown, suggest(unknown, council.callTypes));
  }
  for (const { callTypes } of council.continuity.versions) {
    if (callTypes?.length === 0) refuse("compile", "continuity.callTypes must list at least one", "none", "Leave them out where visits of every type count");
    const unknown = callTypes?.find((callType) => !council.callTypes.some((known) => known === callType));
    if (unknown !== undefined) refuse("compile", "continuity.callTypes must be call types of the council", unknown, suggest(unknown, council.callTypes));
  }
  const calendar = options.bankHolidays === undefined ? null : holidayCalendar(council.nation, options.bankHolidays);
  // Most readings leave the table of paid minutes as it is: each is made once.
  const tables: Tables = new Map();
  const base = stretchesOf(council, authorities, calendar, tables);
  const answersOutcomes = council.undelivered?.versions.some(({ authority }) => authorities.includes(authority)) === true;
  for (const { rules } of base.stretches) checkTogether(rules, answersOutcomes);
  checkUsed(council);
  const visitReadings = readingsOf(council).filter(({ clause }) => VISIT_CLAUSES.some((name) => name === clause));
  if (visitReadings.length > MOST_READINGS) refuse("compile", `visits can rest on at most ${MOST_READINGS} readings`, visitReadings.length);
  const variants = visitReadings.flatMap(({ reading, adopted, choices }, index) =>
    choices
      .filter(({ choice, asks }) => choice !== adopted && asks === undefined)
      .map(({ choice }) => {
        const other = withReading(council, reading, choice);
        return { index, choice, stretches: stretchesOf(other, authorities, calendar, tables).stretches };
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
            return { reading: index, choice, rules: other, fields, matters: mattersOf(fields), touches: touchedBy(fields), always: !isPlain(rules) || !isPlain(other) };
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

/** Tables of paid minutes by the terms they are made of. */
type Tables = Map<PaidMinutesTerms, PaidMinutesTable>;

interface Stretches<CallType extends string> {
  readonly stretches: { lastDay: number; rules: DayRules<CallType> }[];
  readonly unitsPerPenny: number;
}

/** Cuts all days where any version of any clause begins or ends, and compiles the rules of each stretch. */
function stretchesOf<CallType extends string>(council: VisitCouncil<CallType>, authorities: readonly Authority[], calendar: HolidayCalendar | null, tables: Tables): Stretches<CallType> {
  const firstDays = new Set<number>([-Infinity]);
  for (const clause of [...CLAUSES, ...FURTHER_VISIT_CLAUSES]) {
    for (const version of (council[clause] as Clause<object> | undefined)?.versions ?? []) {
      firstDays.add(firstNumber(version));
      firstDays.add(lastNumber(version) + 1);
    }
  }
  const starts = [...firstDays].filter((day) => day !== Infinity).sort((a, b) => a - b);
  for (const version of council.basis.versions) checkBasis(version);
  const undelivered = new Map(council.undelivered?.versions.map((version) => [version, compileUndelivered(version)]));
  const rateVersions = council.rate.versions;
  const compiledRates = compileRates(rateVersions, {
    calendar,
    pence: (council.incentive?.versions ?? []).flatMap(incentivePence),
    divisors: [...undelivered.values()].flatMap(({ shares }) => [...shares.values()].map(({ denominator }) => denominator)),
  });
  const rates = new Map(rateVersions.map((version, i): [typeof version, CompiledRate] => [version, compiledRates[i]!]));
  const unitsPerPenny = compiledRates[0]?.unitsPerPenny ?? 1;
  const timeRules: (readonly [unknown, unknown])[] = [];
  return {
    unitsPerPenny,
    stretches: starts.map((start, i) => {
      // Inside the first stretch, any day will do: no version begins in it.
      const day = start === -Infinity ? (starts[1] ?? 1) - 1 : start;
      return { lastDay: (starts[i + 1] ?? Infinity) - 1, rules: compiled(day) };
    }),
  };

  function compiled(day: DayNumber): DayRules<CallType> {
    const on = <Terms>(clause: Clause<Terms>): InForce<Version<Terms>> => inForceOn(clause.versions, day, authorities);
    // A clause that a council need not have: one that binds nobody is as good as absent.
    const ifAny = <Terms>(clause: Clause<Terms> | undefined): InForce<Version<Terms>> | null =>
      clause === undefined || !clause.versions.some((version) => authorities.includes(version.authority)) ? null : on(clause);
    const versions = {
      punctuality: on(council.punctuality),
      targets: on(council.targets),
      attendance: on(council.attendance),
      paidMinutes: on(council.paidMinutes),
      basis: on(council.basis),
      rate: on(council.rate),
      statement: on(council.statement),
      continuity: on(council.continuity),
      undelivered: ifAny(council.undelivered),
      incentive: ifAny(council.incentive),
      contribution: ifAny(council.contribution),
      performanceEffects: ifAny(council.performanceEffects),
    };
    const punctuality = terms(versions.punctuality);
    const attendance = terms(versions.attendance);
    const paidMinutes = terms(versions.paidMinutes);
    const basis = terms(versions.basis);
    const unpaid = terms(versions.undelivered);
    const rate = terms(versions.rate);
    if (versions.incentive?.kind === "overlap") refuse("compile", "incentive must have one version a day", "several", "Write several incentives into one version");
    const incentive = terms(versions.incentive);
    const continuity = terms(versions.continuity);
    return {
      punctuality: punctuality && punctualityRule(punctuality),
      targets: terms(versions.targets),
      attendance: attendance && attendanceRule(attendance),
      paidMinutes: paidMinutes && tableOf(paidMinutes),
      basis,
      undelivered: unpaid && undelivered.get(unpaid)!,
      rate: rate && rates.get(rate)!,
      incentives: incentive && compileIncentives(incentive, unitsPerPenny),
      statement: terms(versions.statement),
      contribution: terms(versions.contribution),
      continuity: continuity && { ...continuity, standard: compileStandard(continuity) },
      performanceEffects: versions.performanceEffects && (terms(versions.performanceEffects) ?? "not-in-force"),
      timeRules: timeRulesOf(basis, paidMinutes),
      versions,
      alternatives: NO_ALTERNATIVES,
    };
  }

  function tableOf(paidMinutes: PaidMinutesTerms): PaidMinutesTable {
    const made = tables.get(paidMinutes) ?? paidMinutesTable(paidMinutes);
    tables.set(paidMinutes, made);
    return made;
  }

  function timeRulesOf(basis: unknown, paidMinutes: unknown): number {
    const known = timeRules.findIndex(([one, other]) => one === basis && other === paidMinutes);
    return known === -1 ? timeRules.push([basis, paidMinutes]) - 1 : known;
  }
}

/** Throws, naming the clauses and fields, where clauses in force together contradict each other. */
function checkTogether({ basis, paidMinutes, undelivered, incentives }: DayRules, answersOutcomes: boolean): void {
  if (basis === null) return;
  if (basis.undelivered === "by-outcome" && !answersOutcomes) {
    refuse("compile", 'the clause undelivered must be there where basis.undelivered is "by-outcome"', undefined, 'Add the clause, with a version that binds; or write "nothing" or "excused-planned-length" there');
  }
  if (typeof basis.per === "string") return;
  if (paidMinutes?.terms.roundingSwitch !== undefined) refuse("compile", "paidMinutes.roundingSwitch must be left out where basis.per adds up time", paidMinutes.terms.roundingSwitch, "A visit in a sum has no rounding of its own");
  if (undelivered?.sharesPrices === true) refuse("compile", 'undelivered must not pay a share of a price where basis.per adds up time', "a share of a price", 'Pay a share of the length: of: "length"');
  if (incentives !== null) refuse("compile", "incentive must be left out where basis.per adds up time", "incentives", "A visit in a sum has no minutes paid of its own; write the incentive into the rate");
}

/** Throws when the clause undelivered is there and no terms ask for it. */
function checkUsed(council: VisitCouncil): void {
  if (council.undelivered === undefined) return;
  const asks = (set: { readonly undelivered?: unknown }): boolean => set.undelivered === "by-outcome";
  const asked = council.basis.versions.some((version) => asks(version) || Object.values(version.readings).some(({ choices }) => Object.values(choices).some(({ set }) => asks(set))));
  if (!asked) refuse("compile", 'basis.undelivered must be "by-outcome" where there is a clause undelivered', council.basis.versions[0]?.undelivered, 'Write "by-outcome", or leave the clause out: nothing asks for it');
}

function terms<Terms>(answer: InForce<Version<Terms>> | null): Version<Terms> | null {
  return answer?.kind === "in-force" ? answer.version : null;
}

/** In which fields do the terms of two days differ? Terms are plain data, so their JSON says. */
function differingFields(one: DayRules, other: DayRules): string[] {
  return VISIT_CLAUSES.flatMap((clause) => {
    const [mine, theirs] = [termsOf(one, clause), termsOf(other, clause)];
    if (mine === null || theirs === null) return [];
    return Object.keys({ ...mine, ...theirs })
      .filter((field) => field !== "readings" && JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
      .map((field) => `${clause}.${field}`);
  });
}

function termsOf({ versions }: DayRules, clause: (typeof VISIT_CLAUSES)[number]): Readonly<Record<string, unknown>> | null {
  const answer = versions[clause];
  return (answer?.kind === "in-force" ? answer.version : null) as unknown as Readonly<Record<string, unknown>> | null;
}
