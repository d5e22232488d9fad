import type { BasisTerms, UnpaidReason } from "./basis.js";
import { type PaidMinutesTable, UNANSWERED, lookUp } from "./paid-minutes-table.js";
import { settledMinutes } from "./part-minutes.js";
import { limited } from "./line.js";

/** What the lines of a finished group come to, in minutes. */
export type GroupMinutes =
  | {
      readonly kind: "paid";
      /** Whole minutes of all lines, before the table. */
      readonly minutes: number;
      readonly minutesPaid: number;
      /** For each line, in the order given, what its time completed; `null` where a part of the lines has no answer of its own. */
      readonly steps: readonly GroupStep[] | null;
    }
  | { readonly kind: "unpaid"; readonly reason: Extract<UnpaidReason, "no-row" | "row-pays-nothing">; readonly minutes: number };

/** One line of a group in its turn. */
export interface GroupStep {
  /** Minutes paid once this line is added, less those paid before it. */
  readonly minutesPaid: number;
  /** Minutes that go on to the next line: worked and not paid yet; below 0 when more was paid than worked. */
  readonly carried: number;
}

/**
 * What do the lines of a finished group come to: their seconds added up, as whole minutes, through the table, then least and
 * most? Lines in the order in which they are paid.
 */
export function groupMinutes(lines: readonly { readonly seconds: number; readonly planned: number }[], terms: Pick<BasisTerms, "least" | "most">, table: PaidMinutesTable): GroupMinutes {
  let steps: GroupStep[] | null = [];
  const { partMinutes } = table.terms;
  let [seconds, minutes, planned, paid] = [0, 0, 0, 0];
  for (const line of lines) {
    seconds += line.seconds;
    minutes = settledMinutes(seconds, partMinutes);
    planned += line.planned;
    const banded = lookUp(minutes, table);
    const now = banded === UNANSWERED ? UNANSWERED : limited(banded, planned, terms);
    // A table that pays less for more, or nothing sure in between, shares nothing out.
    if (now < paid) steps = null;
    steps?.push({ minutesPaid: now - paid, carried: minutes - now });
    paid = Math.max(paid, now);
  }
  const banded = lookUp(minutes, table);
  if (banded === UNANSWERED) return { kind: "unpaid", reason: "no-row", minutes };
  const minutesPaid = limited(banded, planned, terms);
  return minutesPaid === 0 ? { kind: "unpaid", reason: "row-pays-nothing", minutes } : { kind: "paid", minutes, minutesPaid, steps };
}
