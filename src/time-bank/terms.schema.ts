import * as z from "zod";
import { decimal, shaped, share } from "../shared/values.schema.js";
import type { TimeBankTerms } from "./terms.js";

/** One of these words, or a whole number in digits from a least one. */
function wordsOrWhole(words: readonly [string, ...string[]], pattern: RegExp, says: string) {
  const error = `${words.map((word) => `"${word}"`).join(", ")}, or ${says} in quotes`;
  return z.union([z.enum(words), z.string({ error }).regex(pattern, { error })], { error });
}

function unstatedNoCapOr(value: typeof decimal, says: string) {
  return z.union([z.enum(["unstated", "no-cap"]), value], { error: `"unstated", "no-cap", or ${says} as decimal text in quotes` });
}

/** How planned time that was not used may be used later. */
export const timeBank = shaped({
  period: wordsOrWhole(["unstated", "calendar-month", "no-end"], /^[1-9]\d*$/, "whole days from 1").describe(
    "How long a period is: a calendar month; so many days, counted from the first day of the account; or it has no end.",
  ),
  carryOver: wordsOrWhole(["unstated", "all", "nothing"], /^\d+$/, "whole minutes").describe(
    "What is carried into the next period: all that is banked; nothing; or so many minutes at most (included). The rest lapses.",
  ),
  capShare: unstatedNoCapOr(share, 'a share from 0 to 1, such as "0.10",').describe('The most that may be banked, as a share of the minutes planned in the period: "0.10". With hours too, the lower counts.'),
  capHours: unstatedNoCapOr(decimal, "hours").describe("The most that may be banked, in hours (included)."),
  overCap: z.enum(["unstated", "refused", "up-to-the-cap"]).describe("A deposit that goes over the cap: refused; or taken up to the cap, and the rest refused."),
  ahead: wordsOrWhole(["unstated", "refused", "allowed"], /^[1-9]\d*$/, "whole minutes from 1").describe(
    "Time used before it is banked: refused; allowed; or so many minutes at most (included). What is overdrawn is carried on.",
  ),
}) satisfies z.ZodType<TimeBankTerms, TimeBankTerms>;
