import type { VisitKind } from "../assessment/attendance.js";
import { type ReadingsSetting, readSoWords } from "../contract/reading.words.js";
import { listed } from "../shared/words.js";
import type { VisitFacts } from "../visit/visit.js";
import type { ContinuityTerms } from "./terms.js";

/** Why a visit counts in no window of continuity, and by which reading: for one that does not count as received. */
export function notReceivedWords(visit: Pick<VisitFacts, "callType">, { kind }: Pick<VisitKind, "kind">, { received, callTypes, readings = {} }: Pick<ContinuityTerms, "received" | "callTypes"> & { readonly readings?: ReadingsSetting }): string {
  const read = (field: keyof ContinuityTerms): string => readSoWords([field], readings);
  if (kind !== "delivered" && (kind !== "open" || received === "delivered")) {
    return `Only visits that were delivered${received === "delivered" ? "" : ", or are open,"} count as received${read("received")}: this one counts in no window.`;
  }
  if (callTypes !== undefined && !callTypes.includes(visit.callType)) return `Only ${listed(callTypes)} calls count as received${read("callTypes")}: this one counts in no window.`;
  return `Visits for several carers are left out${read("doubleHanded")}: this one counts in no window.`;
}
