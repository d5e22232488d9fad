import type { VisitKind } from "../assessment/attendance.js";
import type { VisitFacts } from "../visit/visit.js";
import type { ContinuityTerms } from "./terms.js";

/** Does a visit count as received? By its kind, its call type and the carers it required. */
export function isReceived(visit: Pick<VisitFacts, "callType" | "carersRequired">, { kind }: Pick<VisitKind, "kind">, terms: Pick<ContinuityTerms, "received" | "callTypes" | "doubleHanded">): boolean {
  if (kind !== "delivered" && (kind !== "open" || terms.received === "delivered")) return false;
  if (terms.callTypes !== undefined && !terms.callTypes.includes(visit.callType)) return false;
  return terms.doubleHanded !== "left-out" || visit.carersRequired === 1;
}
