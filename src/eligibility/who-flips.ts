import type { Version } from "../contract/clause.js";
import { byCodePoint } from "../shared/code-points.js";
import type { Day } from "../shared/day.js";
import { type Eligibility, answering } from "./eligibility.js";
import type { ConditionOutcome } from "./outcome.js";
import type { ProviderFacts } from "./provider.js";
import type { EligibilityTerms } from "./terms.js";

/** A provider whose answer changes, and on what. */
export interface Flip {
  readonly provider: string;
  readonly from: Side;
  readonly to: Side;
}

/** One of the two answers. */
export interface Side {
  readonly kind: Eligibility["kind"];
  /** What decided it, each with its clause and evidence. Empty when eligible. */
  readonly because: readonly ConditionOutcome[];
}

/** Who changes answer from one set of terms to another. */
export interface Flips {
  readonly day: Day;
  /** How many providers were asked about. */
  readonly providers: number;
  /** Those that change, in the order of their ids by code point. */
  readonly flips: readonly Flip[];
  /** How many keep their answer. */
  readonly same: number;
}

/**
 * Who would change answer if other terms applied, and on which condition? Who would gain or lose a place, and who would
 * be in doubt.
 *
 * @example
 * ```ts
 * const { records } = readCqcRecords([
 *   { locationId: "1-1", registrationStatus: "Registered", currentRatings: { overall: { rating: "Good", reportDate: "2024-05-20", keyQuestionRatings: [{ name: "Well-led", rating: "Good" }] } } },
 *   { locationId: "1-2", registrationStatus: "Registered", currentRatings: { overall: { rating: "Requires improvement", reportDate: "2024-06-11", keyQuestionRatings: [{ name: "Well-led", rating: "Good" }] } } },
 * ]);
 * const [proposed, recommended] = leicesterEligibility.versions;
 * const { flips, same } = whoFlips(records, "2026-03-16", proposed!, recommended!);
 * same; // => 1
 * flips.map(({ provider, from, to }) => [provider, from.kind, to.kind]); // => [["1-2", "eligible-with-conditions", "ineligible"]]
 * flips[0]!.to.because[0]!.source!.clause; // => "Agreed, 2"
 * ```
 */
export function whoFlips(providers: readonly ProviderFacts[], day: Day, fromTerms: EligibilityTerms | Version<EligibilityTerms>, toTerms: EligibilityTerms | Version<EligibilityTerms>): Flips {
  const [before, after] = [answering(fromTerms), answering(toTerms)];
  const flips = providers.flatMap((provider): Flip[] => {
    const [from, to] = [before(provider, day), after(provider, day)];
    return from.kind === to.kind ? [] : [{ provider: provider.id, from: sideOf(from), to: sideOf(to) }];
  });
  return { day, providers: providers.length, flips: flips.sort((a, b) => byCodePoint(a.provider, b.provider)), same: providers.length - flips.length };
}

function sideOf({ kind, deciding, conditions }: Eligibility): Side {
  return { kind, because: conditions.filter(({ condition }) => deciding.includes(condition)) };
}
