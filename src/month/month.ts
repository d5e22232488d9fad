import { FINDINGS, type FindingCode } from "../ecm/findings.js";
import { type ContinuityTally, type Tally, addCounts, addTally, emptyContinuity, emptyTally } from "../performance/tally.js";
import type { Rules } from "../rules/compile.js";
import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import { refuse } from "../shared/refuse.js";

/** The days of a period, both included; `derived` when nobody gave them and the rows did. */
export interface MonthPeriod {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly derived: boolean;
}

/** A period of visits, counted: whole numbers throughout, so that parts merge to exactly the whole. */
export interface Month<CallType extends string = string> {
  readonly council: string;
  readonly callTypes: readonly CallType[];
  /** `null` when no row was accepted and nobody gave a period. */
  readonly period: MonthPeriod | null;
  readonly rows: { read: number; accepted: number; rejected: number };
  readonly order: "by-day" | "any";
  readonly findings: { [C in FindingCode]?: number };
  readonly providers: Map<string, Tally<CallType>>;
  /** Windows over all providers, where the council's terms have such; they belong to no one provider. */
  readonly overAllProviders: ContinuityTally;
  /** For each of `Rules.visitReadings`, the visits that rest on it. */
  readonly restsOn: number[];
}

/**
 * A month without a row: what merging begins with.
 *
 * @example
 * ```ts
 * emptyMonth(compile(leicester), { firstDay: "2026-03-16", lastDay: "2026-04-12" }).rows.read; // => 0
 * ```
 */
export function emptyMonth<CallType extends string>(rules: Rules<CallType>, period: { readonly firstDay: Day; readonly lastDay: Day } | null): Month<CallType> {
  if (period !== null && dayNumber(period.firstDay) > dayNumber(period.lastDay)) {
    refuse("emptyMonth", "the first day of the period must not be after its last", `${period.firstDay} to ${period.lastDay}`);
  }
  return {
    council: rules.council.id,
    callTypes: rules.callTypes,
    period: period && { firstDay: period.firstDay, lastDay: period.lastDay, derived: false },
    rows: { read: 0, accepted: 0, rejected: 0 },
    order: "by-day",
    findings: {},
    providers: new Map(),
    overAllProviders: emptyContinuity(),
    restsOn: rules.visitReadings.map(() => 0),
  };
}

/**
 * Two parts of a month as one. Exact when each part holds all rows of its service users and both were given the same
 * period: associative, commutative, with `emptyMonth` as the identity. Changes neither part. Throws when the councils or
 * the periods differ.
 *
 * @example
 * ```ts
 * const period = { firstDay: "2026-03-16", lastDay: "2026-04-12" } as const;
 * const nothing = emptyMonth(compile(leicester), period);
 * mergeMonths(nothing, nothing).providers.size; // => 0
 * ```
 */
export function mergeMonths<CallType extends string>(one: Month<CallType>, other: Month<CallType>): Month<CallType> {
  if (one.council !== other.council) refuse("mergeMonths", `both parts must be of one council (${one.council})`, other.council);
  const [a, b] = [one, other].map(({ period }) => (period === null ? "no period" : `${period.derived ? "derived from its rows: " : ""}${period.firstDay} to ${period.lastDay}`));
  if (a !== b || one.period?.derived === true) {
    refuse("mergeMonths", `both parts must be given the same period (${a})`, b, "Assess every part with the period of the whole");
  }
  const merged: Month<CallType> = {
    ...one,
    rows: { read: 0, accepted: 0, rejected: 0 },
    order: one.order === "any" || other.order === "any" ? "any" : "by-day",
    findings: {},
    providers: new Map(),
    overAllProviders: emptyContinuity(),
    restsOn: one.restsOn.map((count, i) => count + other.restsOn[i]!),
  };
  for (const part of [one, other]) {
    addCounts(merged.rows, part.rows);
    for (const [code, count] of Object.entries(part.findings) as [FindingCode, number][]) {
      // Parts of one export have the same heading: its columns are counted once.
      merged.findings[code] = FINDINGS[code].of === "columns" ? Math.max(merged.findings[code] ?? 0, count) : (merged.findings[code] ?? 0) + count;
    }
    for (const [provider, tally] of part.providers) addTally(tallyOf(merged, provider), tally);
    addCounts(merged.overAllProviders, part.overAllProviders);
  }
  return merged;
}

/** The tally of a provider, made when it is first asked for. */
export function tallyOf<CallType extends string>(month: Pick<Month<CallType>, "providers" | "callTypes">, provider: string): Tally<CallType> {
  let tally = month.providers.get(provider);
  if (tally === undefined) month.providers.set(provider, (tally = emptyTally(month.callTypes)));
  return tally;
}

/** Counts a finding, in place. */
export function countFinding(month: Pick<Month, "findings">, code: FindingCode, count = 1): void {
  month.findings[code] = (month.findings[code] ?? 0) + count;
}

/** The period as days of text. */
export function periodOf(firstDay: DayNumber, lastDay: DayNumber, derived: boolean): MonthPeriod {
  return { firstDay: dayText(firstDay), lastDay: dayText(lastDay), derived };
}
