import type { Day } from "../shared/day.js";
import { type Fraction, fraction } from "../shared/exact.js";
import { type Found, found, stated } from "./outcome.js";
import type { ProviderFacts } from "./provider.js";
import { askedByAnother, isOf, isTooOld, regulatorOf, unratedKind } from "./rating-condition.js";
import { plainWords } from "./rating.js";
import type { EligibilityTerms, FactCondition, GradeCondition } from "./terms.js";

/** What comes of a condition on a fact of the caller's. */
export function factFound(provider: ProviderFacts, condition: FactCondition): Found {
  const { facts } = provider;
  const value: unknown = facts !== undefined && Object.hasOwn(facts, condition.fact) ? facts[condition.fact] : undefined;
  if (value === undefined || value === null) return found({ kind: "cannot-be-determined", reason: "fact-not-given" });
  const shown = typeof value === "object" ? "an object" : String(value);
  if (condition.kind === "yes") {
    if (typeof value !== "boolean") return stated({ kind: "cannot-be-determined", reason: "unreadable-fact" }, condition.fact, shown);
    return stated(value ? { kind: "met" } : { kind: "not-met", reason: "answered-no" }, condition.fact, value ? "yes" : "no");
  }
  if (typeof value !== "string" || !/^-?\d+(\.\d+)?$/.test(value)) return stated({ kind: "cannot-be-determined", reason: "unreadable-fact" }, condition.fact, shown);
  const enough = compare(fraction(value, condition.fact), fraction(condition.atLeast, condition.id)) >= 0n;
  return stated(enough ? { kind: "met" } : { kind: "not-met", reason: "amount-below-minimum" }, condition.fact, value);
}

/** Below 0, 0 or above 0, exactly. */
function compare(a: Fraction, b: Fraction): bigint {
  return a.numerator * b.denominator - b.numerator * a.denominator;
}

/** What comes of a condition on another regulator's grade on a day. */
export function gradeFound(provider: ProviderFacts, condition: GradeCondition, terms: EligibilityTerms, day: Day): Found {
  const { regulator, theme, scale, atLeast, maxAge } = condition;
  if (!isOf(regulatorOf(provider), regulator)) return askedByAnother(provider, terms);
  const themeKey = theme === null ? null : plainWords(theme);
  const published = (provider.grades ?? []).filter((grade) => (grade.theme === null ? null : plainWords(grade.theme)) === themeKey && grade.publishedOn <= day);
  const newest = published.filter((grade) => !published.some((other) => other.publishedOn > grade.publishedOn));
  const [first] = newest;
  if (first === undefined) return found(unratedKind(terms.unrated, "no-grade"));
  const places = newest.map(({ word }) => scale.findIndex((known) => plainWords(known) === plainWords(String(word))));
  const place = places[0]!;
  const evidence = { kind: "grade", evidence: first } as const;
  if (places.includes(-1)) return found({ kind: "cannot-be-determined", reason: "unknown-grade" }, evidence, first.publishedOn);
  if (places.some((other) => other !== place)) return found({ kind: "cannot-be-determined", reason: "conflicting-grades" }, evidence, first.publishedOn);
  if (place < scale.indexOf(atLeast)) return found({ kind: "not-met", reason: "grade-below-minimum" }, evidence, first.publishedOn);
  if (isTooOld(first.publishedOn, maxAge, day)) return found({ kind: "not-met", reason: "too-old" }, evidence, first.publishedOn);
  return found({ kind: "met" }, evidence, first.publishedOn);
}
