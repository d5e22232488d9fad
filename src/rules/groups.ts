import type { Grouping, GroupKey, TimeLine, UnpaidReason } from "../payment/basis.js";
import { type GroupMinutes, groupMinutes } from "../payment/group.js";
import { rateApplies } from "../payment/rate.js";
import { type VisitToPrice, bandsOf, priceByBands, unitsFor } from "../payment/rate-price.js";
import { exactPounds, lineUnits } from "../payment/statement.js";
import { byCodePoint } from "../shared/code-points.js";
import { type Day, dayNumber } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import type { Visit } from "../visit/visit.js";
import type { VisitAssessment } from "./assess-visit.js";
import { type Rules, rulesOn } from "./compile.js";
import type { DayRules } from "./day-rules.js";
import { type RestsOn, withBits } from "./with-reading.js";

/** A line whose time is added up with others. */
export type GroupedLine = Extract<TimeLine, { kind: "grouped" }>;

/** A line of a group, with what its price looks at. */
export interface GroupEntry {
  readonly line: GroupedLine;
  readonly visit: VisitToPrice;
  readonly id: string;
  readonly day: DayRules;
}

/** What a finished group comes to, in minutes and units. */
export type SettledGroup =
  | (GroupMinutes & { readonly kind: "paid"; readonly units: number })
  | { readonly kind: "unpaid"; readonly reason: UnpaidReason; readonly minutes: number };

/** What time added up over a day, a month or the period is paid. */
export interface GroupPayment {
  readonly provider: string;
  readonly serviceUser: string;
  readonly group: GroupKey;
  /** In the order in which they are paid. */
  readonly lines: readonly {
    /** The visit's id. */
    readonly visit: string;
    readonly day: Day;
    readonly carer: string | null;
    /** Whole minutes before the table. */
    readonly minutes: number;
    /** What it adds to the sum: these minutes, or every second of it. */
    readonly seconds: number;
    /** Minutes paid once this line is added, and minutes that go on to the next; `null` where a part of the group has no answer of its own. */
    readonly completed: { readonly minutesPaid: number; readonly carried: number } | null;
  }[];
  readonly payment:
    | {
        readonly kind: "paid";
        /** Whole minutes of all lines, before the table. */
        readonly minutes: number;
        readonly minutesPaid: number;
        /** Pounds: exact unless the terms round each line. A group is rounded as one line. */
        readonly amount: DecimalText;
      }
    | { readonly kind: "unpaid"; readonly reason: UnpaidReason; readonly minutes: number };
  /** Each reading of which another choice, all else equal, would change what the sum is paid. */
  readonly restsOn: readonly RestsOn[];
}

/**
 * What are visits paid whose time is added up: by the day, by the calendar month, or over all that are given? Takes the
 * assessments of finished groups; visits without such lines are left aside. In the order of provider, service user, first
 * day, carer and service.
 *
 * @example
 * ```ts
 * payGroups([], compile(leicester)); // => []
 * ```
 */
export function payGroups<CallType extends string>(assessments: readonly VisitAssessment<CallType>[], rules: Rules<CallType>): GroupPayment[] {
  return groupsOf(assessments, rules)
    .map(({ entries, visit }) => paymentOf(entries, visit, rules))
    .sort(
      (a, b) =>
        byCodePoint(a.provider, b.provider) ||
        byCodePoint(a.serviceUser, b.serviceUser) ||
        byCodePoint(a.group.firstDay ?? "", b.group.firstDay ?? "") ||
        byCodePoint(a.group.carer ?? "", b.group.carer ?? "") ||
        byCodePoint(a.group.service ?? "", b.group.service ?? ""),
    );
}

/** A line of a group of assessed visits. */
export interface AssessedEntry extends GroupEntry {
  readonly visit: Visit;
}

/** The groups of assessed visits, each with its lines in order and one of its visits. */
export function groupsOf<CallType extends string>(assessments: readonly VisitAssessment<CallType>[], rules: Rules<CallType>): { readonly entries: AssessedEntry[]; readonly visit: Visit }[] {
  const groups = new Map<string, AssessedEntry[]>();
  for (const { visit, payment } of assessments) {
    const day = rulesOn(rules, dayNumber(visit.day));
    for (const line of payment.lines) {
      if (line.kind !== "grouped") continue;
      const key = groupKeyText(visit.provider, visit.serviceUser, line, day);
      const entries = groups.get(key);
      if (entries === undefined) groups.set(key, [{ line, visit, id: visit.id, day }]);
      else entries.push({ line, visit, id: visit.id, day });
    }
  }
  return [...groups.values()].map((entries) => ({ entries: inOrder(entries), visit: entries[0]!.visit }));
}

function paymentOf(entries: readonly AssessedEntry[], { provider, serviceUser }: Visit, { unitsPerPenny, visitReadings }: Pick<Rules, "unitsPerPenny" | "visitReadings">): GroupPayment {
  const settled = settleGroup(entries, unitsPerPenny);
  const steps = settled.kind === "paid" ? settled.steps : null;
  return {
    provider,
    serviceUser,
    group: entries[0]!.line.group,
    lines: entries.map(({ id, visit, line: { carer, minutes, seconds } }, i) => ({ visit: id, day: visit.day, carer, minutes, seconds, completed: steps?.[i] ?? null })),
    payment: settled.kind === "paid" ? { kind: "paid", minutes: settled.minutes, minutesPaid: settled.minutesPaid, amount: exactPounds(settled.units, unitsPerPenny) } : settled,
    restsOn: withBits(groupRestsOn(entries), visitReadings),
  };
}

/** Lines of one group have the same text. Time is added up only where the same terms say what time is paid. */
export function groupKeyText(provider: string, serviceUser: string, { group }: GroupedLine, { timeRules }: DayRules): string {
  return [provider, serviceUser, group.firstDay ?? "", group.carer ?? "", group.service ?? "", group.carer === null, group.service === null, timeRules].join("\u0000");
}

/** The order in which the lines of a group are paid: by their start, then by visit and carer. */
export function inOrder<Entry extends GroupEntry>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => a.line.from - b.line.from || byCodePoint(a.id, b.id) || byCodePoint(a.line.carer ?? "", b.line.carer ?? ""));
}

/** What does a finished group come to? Its lines in order. */
export function settleGroup(entries: readonly GroupEntry[], unitsPerPenny: number): SettledGroup {
  const { basis, paidMinutes, statement } = entries.at(-1)!.day;
  const time = groupMinutes(entries.map(({ line }) => line), basis!, paidMinutes!);
  if (time.kind === "unpaid") return time;
  const price = priceOfGroup(entries, time, (basis!.per as Grouping).severalRates);
  if (typeof price === "string") return { kind: "unpaid", reason: price, minutes: time.minutes };
  return { ...time, units: lineUnits(price, unitsPerPenny, statement!) };
}

/** The units of a group before any rounding of lines, or why there is no price. */
function priceOfGroup(entries: readonly GroupEntry[], time: GroupMinutes & { readonly kind: "paid" }, severalRates: Grouping["severalRates"]): number | UnpaidReason {
  // By the price of a minute, or by its band: what every line has in common, if it has.
  const prices = new Map<unknown, (minutes: number) => number | null>();
  for (const { line, visit, day } of entries) {
    const { rate, statement } = day;
    if (rate === null || statement === null) return "no-rule-in-force";
    if (rate.kind === "one-rate") {
      if (!rateApplies(line.from, line.to, rate)) return "no-rate-at-that-time";
      prices.set(rate.unitsPerMinute, (minutes) => minutes * rate.unitsPerMinute);
      continue;
    }
    const touched = bandsOf({ ...line, minutesPaid: line.minutes }, visit, rate);
    if (typeof touched === "string") return touched;
    for (const { band } of touched) prices.set(band.price.kind === "hourly" ? band.price.unitsPerMinute : band, (minutes) => unitsFor(minutes, band.price));
  }
  if (prices.size === 1) return [...prices.values()][0]!(time.minutesPaid) ?? "no-price-for-length";
  if (severalRates === "undetermined" || time.steps === null) return "several-rates-in-group";
  let units = 0;
  for (const [i, { line, visit, day }] of entries.entries()) {
    const { minutesPaid } = time.steps[i]!;
    if (minutesPaid === 0) continue;
    if (day.rate!.kind === "one-rate") units += minutesPaid * day.rate!.unitsPerMinute;
    else {
      const priced = priceByBands({ ...line, minutesPaid }, visit, day.rate!);
      if (priced.kind === "unpriced") return priced.reason;
      units += priced.units;
    }
  }
  return units;
}

/** On which readings does a finished group rest: a bit for each of `Rules.visitReadings` of which another choice would change its minutes paid. */
export function groupRestsOn(entries: readonly GroupEntry[]): number {
  const { basis, paidMinutes, alternatives } = entries.at(-1)!.day;
  const lines = entries.map(({ line }) => line);
  const paidBy = (time: GroupMinutes): number | string => (time.kind === "paid" ? time.minutesPaid : time.reason);
  const paid = paidBy(groupMinutes(lines, basis!, paidMinutes!));
  let bits = 0;
  for (const { reading, rules } of alternatives.others) {
    // A choice under which no time is added up changes the visits themselves.
    if (rules.basis === null || rules.paidMinutes === null || typeof rules.basis.per === "string") continue;
    if (paidBy(groupMinutes(lines, rules.basis, rules.paidMinutes)) !== paid) bits |= 1 << reading;
  }
  return bits;
}
