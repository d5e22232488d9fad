import type { BasisTerms } from "../payment/basis.js";
import { isAddedUp, isOfThePlan } from "../payment/line.js";
import type { TableSlots } from "../payment/paid-minutes.js";
import type { Clauses } from "../rules/council.js";
import type { Noted } from "./note.js";

/** What is to be noted of a version that says whose time is paid: its limits. */
export function basisNotes(terms: BasisTerms): Noted[] {
  const { least, most } = terms;
  return [
    ...(isMostBelow(terms) ? [[["least"], "most-before-least"] as const] : []),
    ...(terms.basis !== "planned" && least !== undefined && isOfThePlan(least.of) ? [[["least"], "least-is-the-plan"] as const] : []),
    ...(isAddedUp(terms) && least !== undefined ? [[["least"], "limits-the-sum"] as const] : []),
    ...(isAddedUp(terms) && most !== "no-limit" ? [[["most"], "limits-the-sum"] as const] : []),
  ];
}

/**
 * Where time is added up without a word of its seconds, and the table settles them: each visit loses or gains some before it
 * is added. Of a contract that has one of the two itself, at that one.
 */
export function secondsNotes(own: Clauses, { basis, paidMinutes }: Clauses): Noted[] {
  const unsaid = basis?.versions.map(saysNothingOfSeconds) ?? [];
  const settling = paidMinutes?.versions.map(settlesSeconds) ?? [];
  if (!unsaid.includes(true) || !settling.includes(true)) return [];
  if (own.basis !== undefined) return unsaid.flatMap((is, i): Noted[] => (is ? [[["basis", "versions", i, "per"], "seconds-of-each"]] : []));
  return own.paidMinutes === undefined ? [] : settling.flatMap((is, i): Noted[] => (is ? [[["paidMinutes", "versions", i, "partMinutes"], "seconds-of-each"]] : []));
}

function saysNothingOfSeconds({ per }: BasisTerms): boolean {
  return typeof per === "object" && per.partMinutes === undefined;
}

/** On the clock's minutes there are no seconds: the sum is the same either way. */
function settlesSeconds({ partMinutes }: TableSlots): boolean {
  return partMinutes !== "clock-minutes";
}

/** Can the most be below the least, for a plan that is short enough? Both of one sort are compared when they are read. */
function isMostBelow({ least, most }: BasisTerms): boolean {
  if (least === undefined || most === "no-limit") return false;
  return isOfThePlan(least.of) !== isOfThePlan(most);
}
