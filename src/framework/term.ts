import type { Source } from "../contract/source.js";
import { type Day, dayNumber, readDay } from "../shared/day.js";
import { refuse } from "../shared/refuse.js";
import type { CitedTerms } from "./cited.js";

/** The days of a framework's term, and how far it may be extended. */
export interface TermDays {
  /** First day (included), or `"unstated"` when the document does not say. */
  readonly firstDay: Day | "unstated";
  /** Last day without an extension (included); `"open"`: the document says that there is no end. */
  readonly lastDay: Day | "open" | "unstated";
  readonly extension: PossibleExtension | "none";
}

/** An extension that the contract allows. It is no longer term until it is used. */
export interface PossibleExtension {
  /** The latest last day it allows (included). */
  readonly upTo: Day;
  /** May a part of it be used, or only the whole? */
  readonly inPart: boolean;
  readonly source: Source;
}

/** A framework's term: its days as the document has them, and the extension used so far. */
export type Term = CitedTerms<TermDays> & {
  /** The last day (included) to which the term has been extended. The caller's fact. */
  readonly extendedTo: Day | "not-extended";
};

/** Is a day in a framework's term? */
export type TermAnswer =
  /** `extended`: only because an extension is used. `unstated`: a day of the term is not in the document. */
  | { readonly kind: "in-term"; readonly lastDay: Day | "open" | "unstated"; readonly extended: boolean; readonly unstated: boolean }
  | { readonly kind: "not-started"; readonly firstDay: Day }
  /** `mayExtendTo`: an extension, not used as far as this, would still allow the day. */
  | { readonly kind: "ended"; readonly lastDay: Day; readonly mayExtendTo: Day | null }
  | { readonly kind: "cannot-be-determined"; readonly reason: TermProblem };

/**
 * Why a term cannot be reckoned with: it ends before it starts; its extension ends before the term does, goes further
 * than the contract allows, or is used in part where only the whole may be; or the contract allows none.
 */
export type TermProblem = "term-ends-before-it-starts" | "extension-shortens-term" | "extension-too-long" | "extension-in-part" | "no-extension-allowed";

/** What is wrong with a term's days, or `null`. Expects days of the calendar. */
export function problemOf({ firstDay, lastDay, extension, extendedTo }: Term): TermProblem | null {
  const last = lastDay === "open" || lastDay === "unstated" ? null : dayNumber(lastDay);
  if (firstDay !== "unstated" && last !== null && last < dayNumber(firstDay)) return "term-ends-before-it-starts";
  if (extension !== "none" && last !== null && dayNumber(extension.upTo) < last) return "extension-shortens-term";
  if (extendedTo === "not-extended") return null;
  if (extension === "none") return "no-extension-allowed";
  const to = dayNumber(extendedTo);
  if (last === null || to < last) return "extension-shortens-term";
  if (to > dayNumber(extension.upTo)) return "extension-too-long";
  return !extension.inPart && to !== dayNumber(extension.upTo) ? "extension-in-part" : null;
}

/**
 * The last day of a term, the extension used so far included.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * lastDayOf(outgoing.term); // => "2020-11-30"
 * lastDayOf(extended(outgoing, "2021-03-31").term); // => "2021-03-31"
 * ```
 */
export function lastDayOf(term: Term): Day | "open" | "unstated" {
  return term.extendedTo === "not-extended" ? term.lastDay : term.extendedTo;
}

/**
 * Is a day in a framework's term? Both ends are included. An unstated day does not limit, and the answer says so. An
 * extension counts as far as it has been used, no further.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * termOn(outgoing, "2020-11-30").kind; // => "in-term"
 * termOn(outgoing, "2020-12-01"); // => { kind: "ended", lastDay: "2020-11-30", mayExtendTo: "2021-11-30" }
 * ```
 */
export function termOn(framework: { readonly term: Term }, day: Day): TermAnswer {
  const { term } = framework;
  const asked = dayNumber(day);
  const reason = problemOf(term);
  if (reason !== null) return { kind: "cannot-be-determined", reason };
  if (term.firstDay !== "unstated" && asked < dayNumber(term.firstDay)) return { kind: "not-started", firstDay: term.firstDay };
  const lastDay = lastDayOf(term);
  const unstated = term.firstDay === "unstated" || lastDay === "unstated";
  if (lastDay === "open" || lastDay === "unstated") return { kind: "in-term", lastDay, extended: false, unstated };
  if (asked <= dayNumber(lastDay)) return { kind: "in-term", lastDay, extended: asked > dayNumber(term.lastDay as Day), unstated };
  const further = term.extension !== "none" && asked <= dayNumber(term.extension.upTo);
  return { kind: "ended", lastDay, mayExtendTo: further ? (term.extension as PossibleExtension).upTo : null };
}

/**
 * The same framework with its extension used up to a day (included), all of it or a part. Throws when the contract allows
 * no extension, or not that one, or when the day would shorten the term.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * termOn(extended(outgoing, "2021-03-31"), "2021-03-31").kind; // => "in-term"
 * termOn(extended(outgoing, "2021-03-31"), "2021-04-01").kind; // => "ended"
 * ```
 */
export function extended<F extends { readonly term: Term }>(framework: F, to: Day): F {
  if (readDay(to) === undefined) refuse("extended", "the day must be a day of the calendar as YYYY-MM-DD", to);
  const { term } = framework;
  if (term.extendedTo !== "not-extended" && dayNumber(to) < dayNumber(term.extendedTo)) {
    refuse("extended", `an extension never shortens a term, which is extended to ${term.extendedTo} already`, to);
  }
  const longer: Term = { ...term, extendedTo: to };
  const problem = problemOf(longer);
  if (problem !== null) refuse("extended", EXPECTED[problem], to, allowed(term));
  return { ...framework, term: longer };
}

const EXPECTED: { readonly [P in TermProblem]: string } = {
  "term-ends-before-it-starts": "the term must not end before it starts",
  "extension-shortens-term": "an extension never shortens a term, and a term without a last day has none",
  "extension-too-long": "the day must be within the extension that the contract allows",
  "extension-in-part": "only the whole extension may be used",
  "no-extension-allowed": "the contract must allow an extension",
};

function allowed({ lastDay, extension }: Term): string {
  return extension === "none" ? `The term's last day is ${lastDay}` : `The term's last day is ${lastDay}; it may be extended up to ${extension.upTo}`;
}
