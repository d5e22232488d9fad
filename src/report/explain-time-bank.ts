import { type LedgerLine, type TimeBankAccount, type TimeBankAnswer, timeBank } from "../time-bank/ledger.js";
import { balanceBoundaryWords, balanceWords, ledgerLineWords, refusedEntryWords, timeBankVerdict } from "../time-bank/ledger.words.js";
import { timeBankPeriods } from "../time-bank/periods.js";
import type { TimeBankTerms } from "../time-bank/terms.js";
import { TERM_SAYS } from "../time-bank/terms.words.js";
import { dayWords, listed, withSource } from "../shared/words.js";
import type { Section } from "./section.js";
import { type ExplainTerms, citedIn, restingSections } from "./under-terms.js";

/**
 * Why is so much in the time bank? The balance, every line and every refusal, the terms, and how much more may be taken out.
 * Also says on which days the periods begin, as `timeBankPeriods` does.
 *
 * @example
 * ```ts
 * const terms = { period: "calendar-month", carryOver: "30", capShare: "no-cap", capHours: "2", overCap: "up-to-the-cap", ahead: "refused" } as const;
 * const entries = [{ id: "a", day: "2026-03-02", kind: "deposit", minutes: 150 }] as const;
 * const account = { firstDay: "2026-03-01", lastDay: "2026-03-31", entries, planned: [] } as const;
 * const [balance, ledger, refused] = explainTimeBank(timeBank(account, terms), account, terms);
 * balance!.sentences[0]; // => "Banked: 120 minutes, which is 120 minutes put in, less 0 taken out, less 0 lapsed."
 * refused!.sentences; // => ["Entry “a” of Monday 2 March 2026: 30 of 150 minutes not put in, because it goes over the cap."]
 * ```
 */
export function explainTimeBank(answer: TimeBankAnswer, account: TimeBankAccount, terms: TimeBankTerms, about: ExplainTerms = {}): Section[] {
  const { source } = citedIn(terms, about);
  const [balance, ...more] = balanceWords(answer);
  const stated = (Object.keys(TERM_SAYS) as (keyof TimeBankTerms)[]).filter((term) => terms[term] !== "unstated").map((term) => TERM_SAYS[term](terms[term]));
  const periods = timeBankPeriods(account, terms);
  const [lines, refused]: [readonly LedgerLine[], readonly string[]] = answer.kind === "ledger" ? [answer.lines, answer.refused.map(refusedEntryWords)] : [[], []];
  return [
    { heading: "Time bank", sentences: [withSource(balance!, source), ...more, ...(answer.kind === "ledger" ? balanceBoundaryWords(answer, terms) : [])] },
    ...(lines.length === 0 ? [] : [{ heading: "Ledger", sentences: lines.map(ledgerLineWords) }]),
    ...(refused.length === 0 ? [] : [{ heading: "Refused", sentences: refused }]),
    ...(stated.length === 0 ? [] : [{ heading: "Terms", sentences: [...stated, ...(periods.length === 0 ? [] : [`A period begins on ${listed(periods.map(dayWords))}.`])] }]),
    ...restingSections(terms, (other) => timeBankVerdict(timeBank(account, other))),
  ];
}
