import { namedWindowTable, windowsFor } from "../assessment/judged-window.js";
import { type NamedWindowTerms, windowGaps } from "../assessment/named-windows.js";
import type { PunctualityTerms } from "../assessment/punctuality.js";
import type { Version } from "../contract/clause.js";
import { secondOfClock } from "../shared/clock-time.js";
import { MINUTE } from "../shared/moment.js";
import type { Noted } from "./note.js";

/** Limits of call types by which no call can be judged, whatever the readings: windows judge every one. */
export function windowNotes(terms: Version<PunctualityTerms>): Noted[] {
  const windows = [terms.windows, ...Object.values(terms.readings).flatMap(({ choices }) => Object.values(choices).flatMap(({ set }) => ("windows" in set ? [set.windows] : [])))];
  return Object.entries(terms.callTypes).flatMap(([callType, limits]): Noted[] =>
    typeof limits === "object" && limits !== null && windows.every((named) => named !== undefined && judgesEvery(callType, named)) ? [[["callTypes", callType], "limits-never-used"]] : [],
  );
}

/** Is no call of a type judged by its planned start? Only one that is planned in no window, where the terms say so, is. */
function judgesEvery(callType: string, terms: NamedWindowTerms): boolean {
  if (terms.timed === "planned-start" || windowsFor(callType, namedWindowTable(terms)).length === 0) return false;
  return terms.gap === "undetermined" || windowGaps(terms.windows.filter(({ callTypes }) => callTypes?.includes(callType) !== false)).every((gap) => !holdsWholeMinute(gap));
}

/** Calls are planned for whole minutes: between a window until 10:00 and one from then on may be a second that no plan names. */
function holdsWholeMinute({ from, fromLimit, to, toLimit }: ReturnType<typeof windowGaps>[number]): boolean {
  const first = secondOfClock(from, "windows") + (fromLimit === "included" ? 0 : MINUTE);
  const last = secondOfClock(to, "windows") - (toLimit === "included" ? 0 : MINUTE);
  return first <= last;
}
