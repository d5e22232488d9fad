import { readDay } from "../shared/day.js";
import { dayWords, listed, quoted, slugWords } from "../shared/words.js";
import type { Authority } from "../contract/source.js";
import type { Role } from "./membership.js";

/** The facts of a finding or a reason. */
export type Facts = { readonly [name: string]: string | number | readonly string[] };

/** A fact by its name, as it stands; a list with "and". */
export function factIn(facts: Facts, name: string): string {
  const value = facts[name] ?? "";
  return typeof value === "string" || typeof value === "number" ? String(value) : value.length === 0 ? "none" : listed(value);
}

/** How many a fact lists. */
export function countIn(facts: Facts, name: string): number {
  const value = facts[name];
  return Array.isArray(value) ? value.length : 0;
}

/** A day that a fact names, in words; what is no day stands in quotation marks. */
export function daySaid(text: string): string {
  if (readDay(text) !== undefined) return dayWords(text as `${number}-${number}-${number}`);
  return DAYS_SAY[text] ?? quoted(text);
}

const DAYS_SAY: { readonly [text: string]: string } = { unstated: "an unstated day", open: "no last day", "not-extended": "not at all", none: "not at all", "not-started": "not started", "not-yet": "not yet" };

/** From a first to a last day: `"from Monday 1 January 2024 on"`. */
export function spanWords(firstDay: string, lastDay: string): string {
  const from = firstDay === "unstated" ? "from the start" : `from ${daySaid(firstDay)}`;
  return lastDay === "open" || lastDay === "unstated" ? `${from} on` : `${from} to ${daySaid(lastDay)} (included)`;
}

/** A role in the councils' words. */
export function roleWords(role: Role | string): string {
  return role === "framework" ? "framework provider" : role === "spot" || role === "block" ? `${role} provider` : role === "last-resort" ? "provider of last resort" : slugWords(role);
}

/** The lot or locality a fact names. */
export function placeIn(facts: Facts): string {
  return facts["lot"] === undefined ? `locality ${factIn(facts, "locality")}` : `lot ${factIn(facts, "lot")}`;
}

/** A part of a framework, to follow "the". */
export function partWords(part: string): string {
  return part === "offerOrder" ? "order of offer" : part === "award" ? "rule on sharing out" : part === "exit" ? "rule on leaving" : part === "price" ? "rule on prices" : slugWords(part);
}

/** How far terms bind, to stand in a sentence: `"proposed"`. */
export const AUTHORITY_WORDS: { readonly [A in Authority]: string } = { agreed: "agreed", trial: "on trial", recommended: "recommended", proposed: "proposed" };

/** One thing or several. */
export function placesWords(kind: string, count: number): string {
  return kind === "lot" ? `${count} ${count === 1 ? "lot" : "lots"}` : `${count} ${count === 1 ? "locality" : "localities"}`;
}
