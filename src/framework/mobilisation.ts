import type { Source } from "../contract/source.js";
import { type Day, dayNumber } from "../shared/day.js";
import type { CitedTerms } from "./cited.js";

/** How a service starts: provider after provider, behind a contingency period, along milestones. */
export interface MobilisationTerms {
  /** `after-the-one-before-is-stable`: a provider starts only when every provider before it is stable. */
  readonly gate: "after-the-one-before-is-stable" | "none";
  /** A period before the first start in which nobody starts; `"none"` when the plan has none. */
  readonly contingency: Contingency | "none";
  readonly milestones: readonly Milestone[];
}

/** A period kept free between procurement and the first start. */
export interface Contingency {
  readonly firstDay: Day | "unstated";
  /** Last day (included). */
  readonly lastDay: Day | "unstated";
  readonly source: Source;
}

/** A step of a plan with the days it is to fall in. */
export interface Milestone {
  readonly id: string;
  readonly name: string;
  /** When, in the document's words: `"September 2019"`. */
  readonly when: string;
  /** First and last day of that time, both included; unstated when the words name no days. */
  readonly firstDay: Day | "unstated";
  readonly lastDay: Day | "unstated";
  readonly source: Source;
}

/** One provider's start. The caller's facts. */
export interface ProviderStart {
  readonly provider: string;
  /** Its place in the order of starts, from 1; providers with the same place start together. */
  readonly place: number;
  readonly firstDay: Day | "not-started";
  /** The first day on which it was found stable. */
  readonly stableFrom: Day | "not-yet";
}

/** A mobilisation plan, and the starts so far. */
export type Mobilisation = CitedTerms<MobilisationTerms> & { readonly starts: readonly ProviderStart[] };

/** May a provider work on a day? */
export type StartAnswer =
  | { readonly kind: "started"; readonly firstDay: Day }
  /** Nothing stands in its way, but it has not started. */
  | { readonly kind: "may-start" }
  | { readonly kind: "waits"; readonly reason: "provider-before-not-stable"; readonly providers: readonly string[] }
  | { readonly kind: "waits"; readonly reason: "contingency-period"; readonly lastDay: Day }
  | { readonly kind: "cannot-be-determined"; readonly reason: "not-in-the-plan" | "in-the-plan-twice" | "started-before-it-may" };

/**
 * May a provider start on a day, by a mobilisation plan? It waits while a provider before it is not stable, or while the
 * contingency period runs. A provider that has started against the plan is neither started nor waiting.
 *
 * @example
 * ```ts
 * const { mobilisation } = frameworkOf(leicestershire, "service-to-follow");
 * const starts = [
 *   { provider: "P1", place: 1, firstDay: "2020-08-03", stableFrom: "2020-08-24" },
 *   { provider: "P2", place: 2, firstDay: "not-started", stableFrom: "not-yet" },
 * ] as const;
 * startOn({ ...mobilisation!, starts }, "P2", "2020-08-23"); // => { kind: "waits", reason: "provider-before-not-stable", providers: ["P1"] }
 * startOn({ ...mobilisation!, starts }, "P2", "2020-08-24"); // => { kind: "may-start" }
 * ```
 */
export function startOn(plan: Mobilisation, provider: string, day: Day): StartAnswer {
  const own = plan.starts.filter((start) => start.provider === provider);
  const [start] = own;
  if (start === undefined) return { kind: "cannot-be-determined", reason: "not-in-the-plan" };
  if (own.length > 1) return { kind: "cannot-be-determined", reason: "in-the-plan-twice" };
  const { firstDay } = start;
  if (firstDay !== "not-started" && dayNumber(firstDay) <= dayNumber(day)) {
    return mayStart(plan, start, firstDay).kind === "may-start" ? { kind: "started", firstDay } : { kind: "cannot-be-determined", reason: "started-before-it-may" };
  }
  return mayStart(plan, start, day);
}

/** Does anything stand in the way of a start on a day? */
export function mayStart(plan: Mobilisation, start: ProviderStart, day: Day): Extract<StartAnswer, { kind: "waits" | "may-start" }> {
  const { contingency, gate } = plan;
  if (contingency !== "none" && contingency.lastDay !== "unstated" && dayNumber(day) <= dayNumber(contingency.lastDay)) {
    return { kind: "waits", reason: "contingency-period", lastDay: contingency.lastDay };
  }
  if (gate === "none") return { kind: "may-start" };
  const providers = plan.starts
    .filter(({ place, stableFrom }) => place < start.place && (stableFrom === "not-yet" || dayNumber(stableFrom) > dayNumber(day)))
    .map(({ provider }) => provider)
    .sort();
  return providers.length === 0 ? { kind: "may-start" } : { kind: "waits", reason: "provider-before-not-stable", providers };
}

/**
 * Where is a plan at a milestone on a day: before its days, in them, or after? Unstated days cannot be told.
 *
 * @example
 * ```ts
 * const { mobilisation } = frameworkOf(leicestershire, "service-to-follow");
 * const starts = mobilisation!.milestones.find(({ id }) => id === "implementation-starts")!;
 * milestoneOn(starts, "2020-07-31"); // => "ahead"
 * milestoneOn(starts, "2020-08-31"); // => "due"
 * milestoneOn(starts, "2020-09-01"); // => "past"
 * ```
 */
export function milestoneOn({ firstDay, lastDay }: Milestone, day: Day): "ahead" | "due" | "past" | "cannot-be-determined" {
  if (firstDay === "unstated" || lastDay === "unstated") return "cannot-be-determined";
  if (dayNumber(day) < dayNumber(firstDay)) return "ahead";
  return dayNumber(day) <= dayNumber(lastDay) ? "due" : "past";
}
