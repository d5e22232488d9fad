import type { Day } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import type { CqcRecord } from "./cqc-records.js";
import type { RatingHistory } from "./history.js";
import type { Registration } from "./registration.js";

/** A branch that became part of this one: what it was rated counts only where the terms say so. */
export interface FormerBranch {
  readonly id: string;
  /** The same branch under an earlier registration, or another that was merged into this one. */
  readonly how: "re-registered" | "merged";
  readonly history: RatingHistory;
}

/** A grade published by a regulator other than the CQC. */
export interface PublishedGrade {
  /** What is graded, in the regulator's words; `null` for the service as a whole. */
  readonly theme: string | null;
  /** The grade in the regulator's words: `"5"`, `"Very good"`. */
  readonly word: string;
  readonly publishedOn: Day;
}

/** An action plan as it stands. */
export interface ActionPlan {
  readonly inPlace: boolean;
  /** What it contains, in the words of the terms. */
  readonly contains: readonly string[];
}

/**
 * What is known of a provider. A `CqcRecord` is one; the caller adds what the CQC does not publish. What is left out is
 * not known, and nothing is assumed in its place.
 */
export interface ProviderFacts {
  readonly id: string;
  /** Who regulates it; the CQC when left out. */
  readonly regulator?: string;
  readonly registration?: Registration;
  readonly dormant?: boolean | null;
  readonly regulatedActivities?: readonly string[] | null;
  readonly history?: RatingHistory;
  readonly formerBranches?: readonly FormerBranch[];
  /** Grades of another regulator. */
  readonly grades?: readonly PublishedGrade[];
  /** Does the service it is to provide need registration? Not known when left out or `null`. */
  readonly regulated?: boolean | null;
  /** Facts by name: amounts as decimal text, yes or no as a boolean. */
  readonly facts?: { readonly [fact: string]: DecimalText | boolean };
  readonly actionPlan?: ActionPlan;
}

/**
 * The same records, each with those among them that it names as its predecessors as former branches: one predecessor is
 * the same branch registered anew, several were merged.
 *
 * @example
 * ```ts
 * const { records } = readCqcRecords([
 *   { locationId: "1-1", currentRatings: { overall: { rating: "Good", reportDate: "2023-01-10" } } },
 *   { locationId: "1-2", relationships: [{ relatedLocationId: "1-1", type: "HSCA Predecessor" }] },
 * ]);
 * withFormerBranches(records)[1]!.formerBranches![0]!.how; // => "re-registered"
 * ```
 */
export function withFormerBranches(records: readonly CqcRecord[]): (CqcRecord & ProviderFacts)[] {
  return records.map((record) => {
    const predecessors = new Set(record.predecessors.filter((id) => id !== record.id));
    const how = predecessors.size === 1 ? "re-registered" : "merged";
    const formerBranches = records.filter(({ id }) => predecessors.has(id)).map(({ id, history }): FormerBranch => ({ id, how, history }));
    return formerBranches.length === 0 ? record : { ...record, formerBranches };
  });
}
