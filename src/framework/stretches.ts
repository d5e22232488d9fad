import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import type { Days } from "./cited.js";

/** Days as numbers, both ends included; an end may be infinite. */
export interface Span {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Days as a span. */
export function spanOf({ firstDay, lastDay }: { readonly firstDay: Day | "unstated"; readonly lastDay: Day | "open" | "unstated" }): Span {
  return {
    first: firstDay === "unstated" ? -Infinity : dayNumber(firstDay),
    last: lastDay === "open" || lastDay === "unstated" ? Infinity : dayNumber(lastDay),
  };
}

/** The days that two spans have in common, or `null`. */
export function common(a: Span, b: Span): Span | null {
  const span = { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) };
  return span.first <= span.last ? span : null;
}

/** A span as days, for a finding. */
export function daysText({ first, last }: Span): { readonly firstDay: Day | "unstated"; readonly lastDay: Day | "open" } {
  return { firstDay: first === -Infinity ? "unstated" : dayText(first), lastDay: last === Infinity ? "open" : dayText(last) };
}

/** What was judged, and on which days. */
export interface Judgement<J> {
  readonly judged: J;
  readonly span: Span;
}

/**
 * Walks the days of a span on which nothing changes, judges each stretch once by the members in force, and joins
 * neighbours with the same judgement. A span without a first day begins with the first member.
 */
export function judgeStretches<M extends Days, J>(members: readonly M[], within: Span, judge: (inForce: readonly M[]) => J | null): Judgement<J>[] {
  const spans = members.map((member) => ({ member, span: spanOf(member) }));
  const first = within.first === -Infinity ? Math.min(...spans.map(({ span }) => span.first)) : within.first;
  const starts = new Set([first]);
  for (const day of spans.flatMap(({ span }) => [span.first, span.last + 1])) {
    if (day > first && day <= within.last && Number.isFinite(day)) starts.add(day);
  }
  const sorted = [...starts].filter(Number.isFinite).sort((a, b) => a - b);
  const found: { judged: J; span: Span; key: string }[] = [];
  sorted.forEach((start, i) => {
    const span = { first: start, last: (sorted[i + 1] ?? within.last + 1) - 1 };
    const judged = judge(spans.filter((entry) => entry.span.first <= start && start <= entry.span.last).map(({ member }) => member));
    if (judged === null) return;
    const key = JSON.stringify(judged);
    const before = found.at(-1);
    if (before !== undefined && before.key === key && before.span.last + 1 === start) before.span = { first: before.span.first, last: span.last };
    else found.push({ judged, span, key });
  });
  return found.map(({ judged, span }) => ({ judged, span }));
}
