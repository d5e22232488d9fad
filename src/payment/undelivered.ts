import { type DecimalText, fraction } from "../shared/exact.js";
import { londonDay } from "../shared/london.js";
import { HOUR, type Moment } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";
import { OUTCOMES, type Outcome } from "../visit/outcome.js";
import { type VisitFacts, plannedDayOf } from "../visit/visit.js";
import type { UnpaidReason } from "./basis.js";
import { type HospitalRetainer, checkRetainer, retainerOnDay } from "./hospital-retainer.js";

/**
 * What a visit that did not go to plan is paid, outcome by outcome. It says nothing of whether the visit counts as missed
 * (that is the clause `attendance`), nor of what the person is charged (that is the rule set `charge`, with an
 * `undelivered` of its own): three effects, kept apart.
 */
export interface UndeliveredTerms {
  /** By the outcome recorded, whether or not a carer came. A log-in beside one that is not in `attendance.notCompleted` is a contradiction. */
  readonly outcomes: { readonly [O in Outcome]: UndeliveredPay };
  /** Nobody came and nothing is recorded. */
  readonly unexplained: UndeliveredPay;
  /** Attended so late that it counts as missed. */
  readonly pastThreshold: UndeliveredPay;
  /** Fewer carers came than required, one of two for one: paid as the basis says for those who came; or otherwise. */
  readonly tooFewCarers: "those-who-came" | UndeliveredPay;
}

/** What is paid: without a condition, or by the notice that was given, or by the days in hospital. */
export type UndeliveredPay = PlainPay | ByNotice | HospitalRetainer;

/** What is paid, without a condition. A planned length goes through the table, once for each carer required. */
export type PlainPay =
  | { readonly kind: "nothing" }
  /** The contract leaves it open: cannot be determined. */
  | { readonly kind: "undetermined" }
  /** The time carers were there, as logged; nothing where nobody came. */
  | { readonly kind: "actual-time" }
  | { readonly kind: "planned-length" }
  /** A share of the planned length, which then goes through the table; or of the price of the planned length. */
  | { readonly kind: "share-of-planned"; /** From 0 to 1. */ readonly share: DecimalText; readonly of: "length" | "price" }
  /** So many minutes, past the table, for each carer required. */
  | { readonly kind: "fixed-minutes"; readonly minutes: number };

/** What is paid depends on how long before the planned start the provider was told. */
export interface ByNotice {
  readonly kind: "by-notice";
  /** The longest notice first: the first tier whose notice was given says what is paid. */
  readonly tiers: readonly { readonly notice: Notice; readonly pays: PlainPay }[];
  /** Shorter notice than any tier. */
  readonly otherwise: PlainPay;
}

/**
 * A length of notice. Hours are hours, compared to the second; days are days of the calendar, by whole London days whatever
 * the time; a week is 7 days.
 */
export interface Notice {
  readonly count: number;
  readonly unit: "hours" | "days" | "weeks";
  /** Is notice of exactly so long enough? `"too-short"`: only more than that is. Enough when left out. */
  readonly exactly?: "enough" | "too-short";
}

/** The terms with their shares as whole numbers. */
export interface CompiledUndelivered {
  readonly terms: UndeliveredTerms;
  readonly shares: ReadonlyMap<DecimalText, Share>;
  /** A share of a price is paid for something, and not only of a length. */
  readonly sharesPrices: boolean;
}

/** A share from 0 to 1. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** What is paid once notice and days in hospital are looked at: a plain pay, or nothing for a reason. */
export type SettledPay = Exclude<PlainPay, { kind: "nothing" | "undetermined" }> | { readonly kind: "unpaid"; readonly reason: UnpaidReason };

/** What does a visit pay by terms that may ask for notice or for the days in hospital? */
export function settledPay(visit: Pick<VisitFacts, "plannedStart" | "plannedDay" | "noticeGiven" | "hospital">, pay: UndeliveredPay): SettledPay {
  switch (pay.kind) {
    case "nothing":
      return { kind: "unpaid", reason: "outcome-pays-nothing" };
    case "undetermined":
      return { kind: "unpaid", reason: "undetermined" };
    case "by-notice": {
      if (visit.noticeGiven === undefined) return { kind: "unpaid", reason: "notice-not-known" };
      let pays = pay.otherwise;
      for (const tier of pay.tiers) {
        if (tier.notice.unit === "hours" && visit.plannedStart === null) return { kind: "unpaid", reason: "no-planned-time" };
        if (!wasGiven(tier.notice, visit.noticeGiven, visit)) continue;
        pays = tier.pays;
        break;
      }
      return pays.kind === "nothing" ? { kind: "unpaid", reason: "notice-pays-nothing" } : settledPay(visit, pays);
    }
    case "hospital-retainer": {
      const day = retainerOnDay(plannedDayOf(visit)!, visit.hospital, pay);
      return day.kind === "unpaid" ? day : { kind: "share-of-planned", share: day.share, of: "price" };
    }
    default:
      return pay;
  }
}

/** Was notice given in time? Hours count from the planned start, which must be known. */
function wasGiven(notice: Notice, given: Moment, visit: Pick<VisitFacts, "plannedStart" | "plannedDay">): boolean {
  const left = notice.unit === "hours" ? visit.plannedStart! - given : plannedDayOf(visit)! - londonDay(given);
  return left >= leastNotice(notice);
}

/** The shortest notice that is enough: seconds where it is in hours, else days. */
export function leastNotice({ count, unit, exactly }: Notice): number {
  return count * (unit === "hours" ? HOUR : unit === "weeks" ? 7 : 1) + (exactly === "too-short" ? 1 : 0);
}

/** Compiles terms. Throws, naming the field, when a share, notice, step or length cannot be reckoned with. */
export function compileUndelivered(terms: UndeliveredTerms): CompiledUndelivered {
  const shares = new Map<DecimalText, Share>();
  const entries: [string, UndeliveredPay | "those-who-came"][] = [
    ...OUTCOMES.map((outcome): [string, UndeliveredPay] => [`outcomes.${outcome}`, terms.outcomes[outcome]]),
    ["unexplained", terms.unexplained],
    ["pastThreshold", terms.pastThreshold],
    ["tooFewCarers", terms.tooFewCarers],
  ];
  for (const [field, pay] of entries) {
    if (pay === undefined) refuse("undelivered", `${field} must say what is paid`, pay, "List every outcome");
    if (typeof pay === "object") checkPay(field, pay, shares);
  }
  return { terms, shares, sharesPrices: entries.some(([, pay]) => typeof pay === "object" && sharesPrice(pay)) };
}

function sharesPrice(pay: UndeliveredPay): boolean {
  if (pay.kind === "by-notice") return sharesPrice(pay.otherwise) || pay.tiers.some(({ pays }) => sharesPrice(pays));
  return pay.kind === "hospital-retainer" || (pay.kind === "share-of-planned" && pay.of === "price");
}

function checkPay(field: string, pay: UndeliveredPay, shares: Map<DecimalText, Share>): void {
  if (pay.kind === "share-of-planned") addShare(field, pay.share, shares);
  if (pay.kind === "fixed-minutes") wholeFrom(1, pay.minutes, `${field}.minutes`);
  if (pay.kind === "hospital-retainer") {
    checkRetainer(pay);
    for (const { share } of pay.steps) addShare(field, share, shares);
    addShare(field, "1", shares);
  }
  if (pay.kind !== "by-notice") return;
  for (const [i, { notice, pays }] of pay.tiers.entries()) {
    wholeFrom(0, notice.count, `${field}.notice.count`);
    const before = pay.tiers[i - 1]?.notice;
    if (before !== undefined && !isLonger(before, notice)) {
      refuse("undelivered", `${field}.tiers must have the longest notice first`, `${noticeText(before)} before ${noticeText(notice)}`, "Begin with the longest notice, and give each once");
    }
    checkPay(field, pays, shares);
  }
  checkPay(field, pay.otherwise, shares);
}

/** Does more time have to go by? Of the same length, more than that is longer than that. */
function isLonger(a: Notice, b: Notice): boolean {
  return hoursOf(a) > hoursOf(b) || (hoursOf(a) === hoursOf(b) && a.exactly === "too-short" && b.exactly !== "too-short");
}

function noticeText({ count, unit, exactly }: Notice): string {
  return `${exactly === "too-short" ? "more than " : ""}${count} ${unit}`;
}

function hoursOf({ count, unit }: Notice): number {
  return count * (unit === "hours" ? 1 : unit === "days" ? 24 : 168);
}

function addShare(field: string, text: DecimalText, shares: Map<DecimalText, Share>): void {
  const { numerator, denominator } = fraction(text, `undelivered.${field}.share`);
  if (numerator < 0n || numerator > denominator) refuse("undelivered", `${field}.share must be from 0 to 1`, text);
  if (denominator > 10_000n) refuse("undelivered", `${field}.share must have at most four places`, text);
  shares.set(text, { numerator: Number(numerator), denominator: Number(denominator) });
}

function wholeFrom(least: number, value: number, field: string): void {
  if (!Number.isSafeInteger(value) || value < least) refuse("undelivered", `${field} must be a whole number from ${least}`, value);
}
