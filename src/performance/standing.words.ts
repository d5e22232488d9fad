import { fraction } from "../shared/exact.js";
import { counted, grouped, percentWords, shareWords } from "../shared/words.js";
import type { Standing } from "./standing.js";

/** What a share is of. */
export interface ShareCounts {
  /** `297` of `333`. */
  readonly part: number;
  readonly whole: number;
  /** What is counted and what is said of the part: `"call"`, `"on time"`. */
  readonly of: string;
  readonly is: string;
}

/** A share against its target, and how many more or fewer would have decided otherwise; `counts` where they are known; `lacking`, where no targets are in force. */
export function standingWords({ share, target, met }: Standing, counts: ShareCounts | null, lacking = false): string[] {
  if (share === null) return [`There is no share: ${counts === null ? "nothing" : `no ${counts.of}`} was counted${target === null ? "" : `, so the target of ${percentWords(target)} is neither met nor missed`}.`];
  const shown = counts === null ? shareWords(share) : `${grouped(counts.part)} of ${counted(counts.whole, counts.of)} ${counts.is}, ${shareWords(share)}`;
  if (target === null || met === null) return [`${shown}; ${lacking ? "no targets are in force, or several are, so whether they are met cannot be determined" : "the council sets no target"}.`];
  const verdict = `${shown}; the target is ${percentWords(target)}: ${met ? "met" : "not met"}.`;
  if (counts !== null) return [verdict, boundaryWords(counts, target)];
  return !met && sameShown(share, target) ? [verdict, "The exact share lies just below the target and is shown rounded."] : [verdict];
}

function boundaryWords({ part, whole, is }: ShareCounts, target: string): string {
  const { numerator, denominator } = fraction(target, "target");
  const needed = Number((numerator * BigInt(whole) + denominator - 1n) / denominator);
  if (needed === 0) return "Any share would have met it.";
  if (part < needed) return `${grouped(needed - part)} more ${is} would have met it.`;
  return part === needed ? `One fewer ${is} would have missed it.` : `${grouped(part - needed)} fewer ${is} would still have met it.`;
}

function sameShown(share: string, target: string): boolean {
  return percentWords(share) === percentWords(target);
}
