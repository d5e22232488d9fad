import { type LengthFacts, type VisitLength, type VisitLengthTerms, visitLength } from "../assessment/length.js";
import { visitLengthVerdict, visitLengthWords } from "../assessment/length.words.js";
import type { NamedWindow, WindowStretch } from "../assessment/named-windows.js";
import { windowStretchWords, windowsAtWords } from "../assessment/named-windows.words.js";
import type { ClockTime } from "../shared/clock-time.js";
import type { Section } from "./section.js";
import { type ExplainTerms, citedIn, restingSections } from "./under-terms.js";

/**
 * Why does the length of a visit conform, or not? Every rule with what came of it and how far its limit is.
 *
 * @example
 * ```ts
 * const terms = { rules: [{ id: "half-hour", limit: { kind: "at-least", minutes: 30 }, askedWhen: [], unless: [], breach: "error" }] } as const;
 * const facts = { minutes: 22, tasks: null, facts: {} };
 * explainVisitLength(visitLength(facts, terms), facts, terms)[0]!.sentences;
 * // => ["The planned length, 22 minutes, breaks a rule.", "A visit is to be at least 30 minutes: it is 8 minutes short of 30, and nothing allows that."]
 * ```
 */
export function explainVisitLength(result: VisitLength, facts: LengthFacts, terms: VisitLengthTerms, about: ExplainTerms = {}): Section[] {
  const { source } = citedIn(terms, about);
  const verdict = (other: VisitLengthTerms): string => `the planned length ${visitLengthVerdict(visitLength(facts, other))}`;
  return [{ heading: "Length of the visit", sentences: visitLengthWords(result, facts.minutes, terms.rules, source) }, ...restingSections(terms, verdict)];
}

/**
 * Which windows hold which stretch of the day, in words? Takes what `windowStretches`, `windowGaps` or `windowOverlaps`
 * answered; an empty list says that there is no such stretch.
 *
 * @example
 * ```ts
 * const gaps = windowGaps([{ name: "day", from: "00:00", fromLimit: "included", to: "22:00", toLimit: "included" }]);
 * explainWindows(gaps); // => [{ sentences: ["From 22:00 (excluded) to 24:00 (excluded): in no window."] }]
 * explainWindows([]); // => [{ sentences: ["There is no such stretch of the day."] }]
 * ```
 */
export function explainWindows(stretches: readonly WindowStretch[]): Section[] {
  return [{ sentences: stretches.length === 0 ? ["There is no such stretch of the day."] : stretches.map(windowStretchWords) }];
}

/**
 * In which windows is a time of the day, and how far is the nearest end of one? Takes what `windowsAt` answered.
 *
 * @example
 * ```ts
 * const windows = [{ name: "tea", from: "14:30", fromLimit: "included", to: "16:00", toLimit: "included" }] as const;
 * explainWindowsAt(windowsAt("17:00", windows), "17:00", windows)[0]!.sentences;
 * // => ["17:00 is in no window.", "The nearest end of a window is 16:00, when “tea” ends: 60 minutes away."]
 * ```
 */
export function explainWindowsAt(names: readonly string[], time: ClockTime, windows: readonly NamedWindow[], about: ExplainTerms = {}): Section[] {
  return [{ sentences: windowsAtWords(names, time, windows, citedIn({}, about).source) }];
}
