import { type Target, targetDays, targetOn } from "../performance/contract-year.js";
import type { TargetTerms } from "../performance/standing.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import { type DecimalText, fraction } from "../shared/exact.js";
import { compare } from "../shared/fractions.js";
import type { MonthPeriod } from "./month.js";

/** Shares and targets as the terms of the period's last day have them. */
export interface ShareTerms<CallType extends string> {
  readonly punctuality: { readonly [C in CallType]: DecimalText | null } | null;
  readonly continuity: DecimalText | null;
  readonly missedCountAsLate: boolean;
  readonly ofServiceUsers: boolean;
  readonly hasEffects: boolean;
}

/** What a month counts its shares by, and holds them against. */
export function shareTermsOf<CallType extends string>(rules: Rules<CallType>, period: MonthPeriod | null): ShareTerms<CallType> {
  const { targets, continuity } = rulesOn(rules, period === null ? 0 : dayNumber(period.lastDay));
  const on = (target: Target): DecimalText | null => (period === null ? (typeof target === "string" ? target : null) : targetOn(period.lastDay, target));
  return {
    punctuality: targets && (Object.fromEntries(rules.callTypes.map((callType) => [callType, on(targets.punctuality[callType])])) as { [C in CallType]: DecimalText | null }),
    continuity: targets && on(targets.continuity),
    missedCountAsLate: targets?.punctualityBase === "missed-count-as-late",
    ofServiceUsers: continuity?.shareOf === "service-users",
    hasEffects: rules.stretches.some((stretch) => stretch.rules.performanceEffects !== null),
  };
}

/** What a share is to be held against on some days: a target; none; or nobody can say, for no targets are in force then, or several. */
export type TargetOnDays =
  | { readonly kind: "target"; readonly target: DecimalText; /** What a share of punctual visits is of. */ readonly base?: TargetTerms["punctualityBase"] }
  | { readonly kind: "no-target"; readonly base?: TargetTerms["punctualityBase"] }
  | { readonly kind: "cannot-be-determined" };

/** Days of a period on which one target holds, both included. */
export type TargetPart = { readonly firstDay: Day; readonly lastDay: Day } & TargetOnDays;

/** A share whose target is not the same on all days of a period, with its parts in the order of their days: two at least. */
export type TargetChange<CallType extends string = string> =
  | { readonly of: "punctuality"; readonly callType: CallType; readonly parts: readonly TargetPart[] }
  | { readonly of: "continuity"; readonly parts: readonly TargetPart[] };

/**
 * Which targets change within a period: between contract years, or between dated versions? The shares of a month are of
 * the whole period, and held against the last part's.
 */
export function targetChanges<CallType extends string>(rules: Rules<CallType>, period: MonthPeriod): TargetChange<CallType>[] {
  const [first, last] = [dayNumber(period.firstDay), dayNumber(period.lastDay)];
  const begins = (day: DayNumber): boolean => first < day && day <= last;
  const partsOf = (targetIn: (terms: TargetTerms<CallType>) => Target, based: boolean): TargetPart[] => {
    const changes = rules.stretches.flatMap(({ lastDay, rules: { targets } }) => [lastDay + 1, ...(targets === null ? [] : targetDays(targetIn(targets)))]);
    const starts = [first, ...new Set(changes.filter(begins).sort((a, b) => a - b))];
    const parts = starts.map((start) => ({ start, on: targetOnDay(start, rulesOn(rules, start).targets, targetIn, based) }));
    const changed = parts.filter(({ on }, i) => i === 0 || !isSame(on, parts[i - 1]!.on));
    return changed.map(({ start, on }, i) => ({ firstDay: dayText(start), lastDay: dayText((changed[i + 1]?.start ?? last + 1) - 1), ...on }));
  };
  const all: TargetChange<CallType>[] = [
    ...rules.callTypes.map((callType) => ({ of: "punctuality" as const, callType, parts: partsOf(({ punctuality }) => punctuality[callType], true) })),
    { of: "continuity", parts: partsOf(({ continuity }) => continuity, false) },
  ];
  return all.filter(({ parts }) => parts.length > 1);
}

function targetOnDay<CallType extends string>(day: DayNumber, terms: TargetTerms<CallType> | null, targetIn: (terms: TargetTerms<CallType>) => Target, based: boolean): TargetOnDays {
  if (terms === null) return { kind: "cannot-be-determined" };
  const target = targetOn(dayText(day), targetIn(terms));
  const base = based ? { base: terms.punctualityBase } : {};
  return target === null ? { kind: "no-target", ...base } : { kind: "target", target, ...base };
}

/** `"0.8"` is `"0.80"`. */
function isSame(one: TargetOnDays, other: TargetOnDays): boolean {
  if (one.kind === "cannot-be-determined" || other.kind === "cannot-be-determined") return one.kind === other.kind;
  if (one.base !== other.base || one.kind !== other.kind) return false;
  return one.kind === "no-target" || compare(fraction(one.target, "target"), fraction((other as typeof one).target, "target")) === 0;
}
