import { type Day, type DayNumber, dayNumber, readDay } from "../shared/day.js";
import { type Fraction, fraction } from "../shared/exact.js";
import { compare, times, whole } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";
import { type TimeBankDays, timeBankPeriods, wholeText } from "./periods.js";
import type { TimeBankTerms } from "./terms.js";

/** Time put into the bank, because it was planned and not used; or taken out, because more was used than planned. */
export interface TimeBankEntry {
  /** The caller's own, unlike every other entry's. */
  readonly id: string;
  readonly day: Day;
  readonly kind: "deposit" | "withdrawal";
  /** Whole minutes, from 1. */
  readonly minutes: number;
}

/** One service user's account. */
export interface TimeBankAccount extends TimeBankDays {
  /** In any order; those of one day in the order given. */
  readonly entries: readonly TimeBankEntry[];
  /** The minutes planned in a period, by the day it begins on. Needed where the cap is a share of them. */
  readonly planned: readonly { readonly firstDay: Day; readonly minutes: number }[];
}

/** A line of the ledger, with the balance after it. Time lapses on the first day of the period after. */
export type LedgerLine =
  | { readonly kind: "deposit" | "withdrawal"; readonly entry: string; readonly day: Day; readonly minutes: number; readonly balance: number }
  | { readonly kind: "lapse"; readonly day: Day; readonly minutes: number; readonly balance: number };

/** An entry that was not taken, or the part of it that was not: how many minutes, and why. */
export interface RefusedEntry {
  readonly entry: TimeBankEntry;
  readonly minutes: number;
  readonly reason: RefusedReason;
}

/**
 * Why an entry was refused: its minutes are not a whole number from 1; its day is none of the calendar, or outside the
 * account; another entry has its id; it is over the cap; the cap is a share of planned time that nobody gave; or it takes
 * out more than is banked, or more than may be taken ahead.
 */
export type RefusedReason = "not-whole-minutes" | "no-such-day" | "outside-the-account" | "id-used-twice" | "over-the-cap" | "planned-time-unknown" | "not-enough-banked" | "too-far-ahead";

/** The state of a time bank; or which terms nobody has stated, without which it cannot be determined. */
export type TimeBankAnswer =
  | {
      readonly kind: "ledger";
      readonly lines: readonly LedgerLine[];
      readonly refused: readonly RefusedEntry[];
      /** Minutes taken in, taken out and lapsed, over all lines. */
      readonly deposits: number;
      readonly withdrawals: number;
      readonly lapsed: number;
      /** Deposits less withdrawals less what lapsed, to the minute; below 0 when overdrawn. */
      readonly balance: number;
    }
  | { readonly kind: "cannot-be-determined"; readonly unstated: readonly (keyof TimeBankTerms)[] };

/**
 * What is in the time bank? No minute is lost: the balance is what went in, less what went out, less what lapsed, and
 * every entry that was not taken comes back with its reason.
 * Throws when the terms cannot be reckoned with, or planned time is given for a day on which no period begins.
 *
 * @example
 * ```ts
 * const terms = { period: "calendar-month", carryOver: "30", capShare: "no-cap", capHours: "2", overCap: "up-to-the-cap", ahead: "refused" } as const;
 * const entries = [
 *   { id: "a", day: "2026-03-02", kind: "deposit", minutes: 150 },
 *   { id: "b", day: "2026-03-20", kind: "withdrawal", minutes: 45 },
 * ] as const;
 * const bank = timeBank({ firstDay: "2026-03-01", lastDay: "2026-04-30", entries, planned: [] }, terms);
 * bank.kind === "ledger" && [bank.deposits, bank.withdrawals, bank.lapsed, bank.balance]; // => [120, 45, 45, 30]
 * bank.kind === "ledger" && bank.refused.map(({ minutes, reason }) => [minutes, reason]); // => [[30, "over-the-cap"]]
 * ```
 */
export function timeBank(account: TimeBankAccount, terms: TimeBankTerms): TimeBankAnswer {
  const unstated = FIELDS.filter((field) => terms[field] === "unstated");
  if (unstated.length > 0) return { kind: "cannot-be-determined", unstated };
  const periods = readPeriods(account, terms);
  const rules = readRules(terms);
  const lines: LedgerLine[] = [];
  const refused: RefusedEntry[] = [];
  let [deposits, withdrawals, lapsed] = [0, 0, 0];
  let period = 0;
  const balance = (): number => deposits - withdrawals - lapsed;
  const passTo = (day: DayNumber): void => {
    for (; period + 1 < periods.length && periods[period + 1]!.begins <= day; period++) {
      const lapsing = Math.max(0, balance() - rules.carryOver);
      lapsed += lapsing;
      if (lapsing > 0) lines.push({ kind: "lapse", day: periods[period + 1]!.firstDay, minutes: lapsing, balance: balance() });
    }
  };
  for (const entry of inOrder(account, refused)) {
    passTo(dayNumber(entry.day));
    const { minutes, reason } = entry.kind === "deposit" ? depositable(entry.minutes, balance(), periods[period]!.planned, rules) : withdrawable(entry.minutes, balance(), rules);
    if (reason !== null) refused.push({ entry, minutes: entry.minutes - minutes, reason });
    if (minutes === 0) continue;
    if (entry.kind === "deposit") deposits += minutes;
    else withdrawals += minutes;
    lines.push({ kind: entry.kind, entry: entry.id, day: entry.day, minutes, balance: balance() });
  }
  passTo(dayNumber(account.lastDay));
  return { kind: "ledger", lines, refused, deposits, withdrawals, lapsed, balance: balance() };
}

const FIELDS = ["period", "carryOver", "capShare", "capHours", "overCap", "ahead"] as const satisfies readonly (keyof TimeBankTerms)[];

interface Period {
  readonly firstDay: Day;
  readonly begins: DayNumber;
  readonly planned: number | null;
}

function readPeriods(account: TimeBankAccount, terms: TimeBankTerms): Period[] {
  const begins = timeBankPeriods(account, terms);
  const planned = new Map<Day, number>();
  for (const { firstDay, minutes } of account.planned) {
    if (!begins.includes(firstDay)) refuse("timeBank", `planned time must be of a period that begins on ${begins.join(", ")}`, firstDay);
    if (planned.has(firstDay) || !Number.isSafeInteger(minutes) || minutes < 0) refuse("timeBank", `the minutes planned from ${firstDay} must be given once, as a whole number from 0`, minutes);
    planned.set(firstDay, minutes);
  }
  return begins.map((firstDay) => ({ firstDay, begins: dayNumber(firstDay), planned: planned.get(firstDay) ?? null }));
}

/** The entries that can be entered, by day; the others are refused. */
function inOrder({ entries, firstDay, lastDay }: TimeBankAccount, refused: RefusedEntry[]): TimeBankEntry[] {
  const [first, last] = [dayNumber(firstDay), dayNumber(lastDay)];
  const ids = new Set<string>();
  const taken = entries.filter((entry) => {
    const day = readDay(entry.day);
    const reason =
      ids.has(entry.id) ? "id-used-twice"
      : !Number.isSafeInteger(entry.minutes) || entry.minutes < 1 ? "not-whole-minutes"
      : day === undefined ? "no-such-day"
      : day < first || day > last ? "outside-the-account"
      : null;
    ids.add(entry.id);
    if (reason !== null) refused.push({ entry, minutes: entry.minutes, reason });
    return reason === null;
  });
  return taken.sort((a, b) => dayNumber(a.day) - dayNumber(b.day));
}

/** The terms as numbers: minutes, infinite where nothing limits them. */
interface Rules {
  readonly carryOver: number;
  readonly ahead: number;
  readonly capShare: Fraction | null;
  readonly capMinutes: Fraction | null;
  readonly upToTheCap: boolean;
}

function readRules({ carryOver, ahead, capShare, capHours, overCap }: TimeBankTerms): Rules {
  const share = capShare === "no-cap" ? null : fraction(capShare, "timeBank.capShare");
  if (share !== null && compare(share, whole(1)) > 0) refuse("timeBank", "capShare must be a share from 0 to 1", capShare, 'Ten per cent is "0.10"');
  return {
    carryOver: carryOver === "all" ? Infinity : carryOver === "nothing" ? 0 : wholeText(carryOver, "carryOver", 0),
    ahead: ahead === "allowed" ? Infinity : ahead === "refused" ? 0 : wholeText(ahead, "ahead", 1),
    capShare: share,
    capMinutes: capHours === "no-cap" ? null : times(fraction(capHours, "timeBank.capHours"), whole(60)),
    upToTheCap: overCap === "up-to-the-cap",
  };
}

interface Taken {
  readonly minutes: number;
  readonly reason: RefusedReason | null;
}

function depositable(minutes: number, balance: number, planned: number | null, { capShare, capMinutes, upToTheCap }: Rules): Taken {
  const hours = capMinutes === null ? Infinity : wholeMinutesIn(capMinutes);
  if (capShare !== null && planned === null) {
    // The cap in hours alone may refuse it already; the lower of the two is not known otherwise.
    return { minutes: 0, reason: balance + minutes > hours && !upToTheCap ? "over-the-cap" : "planned-time-unknown" };
  }
  const share = capShare === null ? Infinity : wholeMinutesIn(times(capShare, whole(planned!)));
  const room = Math.max(0, Math.min(hours, share) - balance);
  if (minutes <= room) return { minutes, reason: null };
  return { minutes: upToTheCap ? room : 0, reason: "over-the-cap" };
}

/** Balances are whole minutes, so no more than a cap is no more than the whole minutes in it. */
function wholeMinutesIn(cap: Fraction): number {
  if (compare(cap, whole(0)) < 0) refuse("timeBank", "a cap must not be below 0", `${cap.numerator}/${cap.denominator}`);
  return Number(cap.numerator / cap.denominator);
}

function withdrawable(minutes: number, balance: number, { ahead }: Rules): Taken {
  if (minutes <= balance + ahead) return { minutes, reason: null };
  return { minutes: 0, reason: ahead === 0 ? "not-enough-banked" : "too-far-ahead" };
}
