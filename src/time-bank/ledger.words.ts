import { readDay } from "../shared/day.js";
import { capitalised, counted, dayWords, everyKindSaid, listed, quoted } from "../shared/words.js";
import type { LedgerLine, RefusedEntry, RefusedReason, TimeBankAnswer } from "./ledger.js";
import type { TimeBankTerms } from "./terms.js";
import { TERM_ASKS } from "./terms.words.js";

type Ledger = Extract<TimeBankAnswer, { kind: "ledger" }>;

/** What is in a time bank, in a phrase to compare by: `"30 minutes would be banked"`. */
export function timeBankVerdict(answer: TimeBankAnswer): string {
  return answer.kind === "ledger" ? `${answer.balance < 0 ? `${counted(-answer.balance, "minute")} would be overdrawn` : `${counted(answer.balance, "minute")} would be banked`}` : "nothing could be determined";
}

/** What is in a time bank, and how it came about; or which terms nobody has stated. */
export function balanceWords(answer: TimeBankAnswer): string[] {
  switch (answer.kind) {
    case "ledger":
      return [
        `${answer.balance < 0 ? `Overdrawn by ${counted(-answer.balance, "minute")}` : `Banked: ${counted(answer.balance, "minute")}`}, which is ${counted(answer.deposits, "minute")} put in, less ${answer.withdrawals} taken out, less ${answer.lapsed} lapsed.`,
      ];
    case "cannot-be-determined":
      return [`What is banked cannot be determined, because nobody has stated ${listed(answer.unstated.map((term) => TERM_ASKS[term]))}.`];
    default:
      return everyKindSaid(answer);
  }
}

/** How much more may be taken out, and how much of the balance a period's end would leave. */
export function balanceBoundaryWords({ balance }: Ledger, { ahead, carryOver }: TimeBankTerms): string[] {
  const free = ahead === "refused" ? balance : ahead === "allowed" ? Infinity : balance + Number(ahead);
  const kept = carryOver === "all" ? Infinity : carryOver === "nothing" ? 0 : Number(carryOver);
  return [
    free === Infinity ? "Any number of minutes may be taken out." : `${capitalised(counted(Math.max(0, free), "minute"))} may be taken out${ahead === "refused" ? "" : ", ahead of being banked"}; one more would be refused.`,
    balance <= kept ? "Nothing of it would lapse if a period ended now." : `${counted(balance - kept, "minute")} of it would lapse if a period ended now.`,
  ];
}

/** One line of the ledger. */
export function ledgerLineWords(line: LedgerLine): string {
  const after = `; ${line.balance < 0 ? `overdrawn by ${counted(-line.balance, "minute")}` : `${counted(line.balance, "minute")} banked`} after it.`;
  switch (line.kind) {
    case "deposit":
      return `${dayWords(line.day)}: ${counted(line.minutes, "minute")} put in by entry ${quoted(line.entry)}${after}`;
    case "withdrawal":
      return `${dayWords(line.day)}: ${counted(line.minutes, "minute")} taken out by entry ${quoted(line.entry)}${after}`;
    case "lapse":
      return `${dayWords(line.day)}: a period begins, and ${counted(line.minutes, "minute")} of the one before lapsed${after}`;
    default:
      return everyKindSaid(line);
  }
}

/** An entry that was not taken, or the part of it that was not. */
export function refusedEntryWords({ entry, minutes, reason }: RefusedEntry): string {
  const day = readDay(entry.day);
  const part = minutes === entry.minutes ? "" : ` of ${entry.minutes}`;
  return `Entry ${quoted(entry.id)}${day === undefined ? "" : ` of ${dayWords(day)}`}: ${minutes}${part} ${minutes === 1 && part === "" ? "minute" : "minutes"} not ${entry.kind === "deposit" ? "put in" : "taken out"}, because ${REFUSED_SAYS[reason]}.`;
}

const REFUSED_SAYS: { readonly [R in RefusedReason]: string } = {
  "not-whole-minutes": "the minutes of an entry are a whole number from 1",
  "no-such-day": "its day is none of the calendar",
  "outside-the-account": "its day is not among those of the account",
  "id-used-twice": "another entry has its id",
  "over-the-cap": "it goes over the cap",
  "planned-time-unknown": "the cap is a share of the time planned in the period, and nobody gave that",
  "not-enough-banked": "it is more than is banked",
  "too-far-ahead": "it is more than may be taken ahead of being banked",
};
