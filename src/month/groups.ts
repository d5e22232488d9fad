import { presences } from "../assessment/presence.js";
import type { DayRules } from "../rules/day-rules.js";
import { type GroupEntry, type GroupedLine, type SettledGroup, groupKeyText, groupRestsOn, inOrder, settleGroup } from "../rules/groups.js";
import { byCodePoint } from "../shared/code-points.js";
import type { BookVisit } from "./book.js";

/** The groups of a month while their time is added up. */
export type Groups<CallType extends string> = Map<string, GroupedVisit<CallType>[]>;

/** A line of a visit in a group. */
export interface GroupedVisit<CallType extends string> extends GroupEntry {
  readonly visit: BookVisit<CallType>;
  /** For what the visit is counted already; one for all its lines. */
  readonly counted: CountedVisit;
}

/** For what a visit with grouped lines is counted already: a bit for each reading, and as one whose payment cannot be determined. */
export interface CountedVisit {
  bits: number;
  undetermined: boolean;
}

/** Enters a line whose time is added up. */
export function enterGroup<CallType extends string>(groups: Groups<CallType>, visit: BookVisit<CallType>, line: GroupedLine, day: DayRules<CallType>, counted: CountedVisit): void {
  const key = groupKeyText(visit.provider, visit.serviceUser, line, day);
  const entry = { visit, line, day, id: visit.id, counted };
  const entries = groups.get(key);
  if (entries === undefined) groups.set(key, [entry]);
  else entries.push(entry);
}

/** A group with nothing more to come. It is paid with its last visit. */
export interface FinishedGroup<CallType extends string> {
  readonly entries: readonly GroupedVisit<CallType>[];
  readonly last: GroupedVisit<CallType>;
  readonly settled: SettledGroup;
  /** Carers of visits, each once; a line without a carer stands for one. */
  readonly attendances: number;
  /** Those of them for which no carer came. */
  readonly withoutAttendance: number;
  /** A bit for each reading on which the group rests. */
  readonly bits: number;
}

/** The groups of a month when every visit is in, in one order whatever the file's. */
export function finishedGroups<CallType extends string>(groups: Groups<CallType>, unitsPerPenny: number): FinishedGroup<CallType>[] {
  return [...groups]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([, unordered]) => {
      const entries = inOrder(unordered);
      const carers = new Set(entries.map(({ line, visit }, i) => `${visit.day}\u0000${visit.id}\u0000${line.carer ?? i}`));
      return { entries, last: entries.at(-1)!, settled: settleGroup(entries, unitsPerPenny), attendances: carers.size, withoutAttendance: linesWithoutAttendance(entries), bits: groupRestsOn(entries) };
    });
}

/** How many lines of a group name no carer, beyond the carers who came to their visits? */
function linesWithoutAttendance<CallType extends string>(entries: readonly GroupedVisit<CallType>[]): number {
  const unnamed = new Map<BookVisit<CallType>, number>();
  for (const { visit, line } of entries) if (line.carer === null) unnamed.set(visit, (unnamed.get(visit) ?? 0) + 1);
  let without = 0;
  for (const [visit, lines] of unnamed) without += Math.max(0, lines - presences(visit.attendances).length);
  return without;
}
