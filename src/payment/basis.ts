import type { Day } from "../shared/day.js";
import type { Moment } from "../shared/moment.js";
import { refuse, suggest } from "../shared/refuse.js";

/** Whose time is paid, and what becomes of time that is not simply one carer's stay. */
export interface BasisTerms {
  /**
   * Which time: `actual`, from the logs; `planned`, the planned length of a visit that carers attended, however long they
   * stayed; `actual-within-planned`, the logged time between planned start and planned end; or one of two that say more.
   */
  readonly basis: "actual" | "planned" | "actual-within-planned" | PlannedWhereNoActual | BilledWithinLogged;
  /** What goes through the table: each carer's attendance; the visit once, by the time at least one carer was there; or time that is added up first. */
  readonly per: "attendance" | "visit" | Grouping;
  /** One carer's several logs in a visit: joined first, or each by itself. */
  readonly sameCarer: "joined" | "each-log";
  /** More carers than required: the earliest to log in are paid, ties by carer id; or all. */
  readonly surplusCarers: "earliest" | "all";
  /** The most carers that count as required, from 1: with 1, one carer of a two-carer visit. As many as the visit requires when left out. */
  readonly mostCarers?: number;
  /** The least that is paid for a line, after the table, or for the whole sum of time that is added up; none when left out. */
  readonly least?: Least;
  /** The most that is paid for a line, or for the whole sum, after the table and after the least: no limit, or one. */
  readonly most: "no-limit" | PaidLimit;
  /**
   * Nobody came: nothing is paid; an excused visit pays its planned length through the table, for as many carers as
   * required; or the clause `undelivered` says, outcome by outcome.
   */
  readonly undelivered: "nothing" | "excused-planned-length" | "by-outcome";
}

/** Actual time; the planned length, for as many carers as required, where no actual time came in time. */
export interface PlannedWhereNoActual {
  readonly kind: "planned-where-no-actual";
  /**
   * When did actual time come in time: whenever there is a log; when the visit says so (`returnedInTime`); or when it came
   * (`returnedOn`) at most so many days after the day of the visit (included).
   */
  readonly inTime: "any-log" | "as-the-visit-says" | { readonly kind: "days-after-visit"; readonly days: number };
  /** A carer logged in and never out: no actual time of that carer came, and the planned length is paid for that carer; or unpaid until corrected. */
  readonly missingLogOut: "no-actual" | "unpaid";
  /**
   * What is paid for a visit without a log or an outcome, whose actual time did not come in time: the planned length;
   * nothing; or the contract leaves it open. Left out where `undelivered` is `by-outcome`: the clause `undelivered` says.
   */
  readonly unexplained?: "planned-length" | "nothing" | "undetermined";
}

/** A start and end agreed for billing (`billedStart`, `billedEnd`), which may only shrink inside the logged time. */
export interface BilledWithinLogged {
  readonly kind: "billed-within-logged";
  /**
   * Billed from before the first log-in or to after the last log-out: cut off; or the line is unpaid until it is corrected.
   * What lies between two logs of a carer who left and came back is not paid either way.
   */
  readonly outside: "cut-off" | "unpaid";
}

/**
 * Time that is added up before it goes through the table: of one service user with one provider. What the table leaves
 * over goes on inside the group and is dropped at its end.
 */
export interface Grouping {
  readonly kind: "added-up";
  /** Over how long: a London day, a calendar month, or the period assessed. */
  readonly over: "day" | "calendar-month" | "period-assessed";
  /** Each carer's time by itself, or all carers' together. */
  readonly carers: "each" | "together";
  /** Each service by itself (the visit must name its service), or all together. */
  readonly services: "each" | "together";
  /** Visits of one group at several rates: each is paid what its own time completes; or the group cannot be priced. */
  readonly severalRates: "as-completed" | "undetermined";
  /**
   * Where parts of minutes are settled, as `partMinutes` of the table says: of each line before it is added; or of the sum,
   * once, with the seconds of every line in it. Of each line when left out.
   */
  readonly partMinutes?: "of-each" | "of-the-sum";
}

/** A length that limits what is paid: the planned length in whole minutes, part-minutes dropped; it and some minutes more; or minutes. */
export type PaidLimit = "planned-length" | { readonly kind: "planned-plus"; readonly minutes: number } | { readonly kind: "minutes"; readonly minutes: number };

/** The least that is paid. */
export interface Least {
  readonly of: PaidLimit;
  /** A length for which the table pays nothing: stays unpaid, or is paid the least too. */
  readonly whereNothing: "nothing" | "the-least";
}

/** One line of what is paid for a visit, before any rate. */
export type TimeLine =
  | {
      readonly kind: "paid";
      /** The carer paid; `null` when the line is the visit's own or a planned length. */
      readonly carer: string | null;
      readonly measured: Measured;
      /** From the first log-in to the last log-out of this line; or from planned start to planned end. */
      readonly from: Moment;
      readonly to: Moment;
      /** Whole minutes before the table: the value before rounding is always kept. */
      readonly minutes: number;
      /** What the table gives for them; the minutes themselves where the table was not asked. */
      readonly banded: number;
      /** Minutes paid: `banded`, or more or less where the terms say "at least" or "at most". */
      readonly minutesPaid: number;
      /** The share of their price that is paid, as the terms write it; the whole price when absent. */
      readonly share?: string;
    }
  | {
      /** Time that is paid with its group, not by itself. */
      readonly kind: "grouped";
      readonly carer: string | null;
      readonly measured: Measured;
      readonly from: Moment;
      readonly to: Moment;
      /** Whole minutes before the table. */
      readonly minutes: number;
      /** What it adds to the sum: these minutes, in seconds; or every second, where parts of minutes are settled of the sum. */
      readonly seconds: number;
      /** The planned length in whole minutes, for limits. */
      readonly planned: number;
      readonly group: GroupKey;
    }
  | {
      readonly kind: "unpaid";
      readonly carer: string | null;
      readonly reason: UnpaidReason;
      /** Whole minutes before the table, where they are known. */
      readonly minutes: number | null;
      /** What these minutes are where nobody logged them. */
      readonly measured?: Exclude<Measured, "logged">;
    };

/** What was measured: a carer's or the visit's logged time, or the part of it that counts; the planned length; or minutes that the terms fix. */
export type Measured = "logged" | "planned" | "fixed";

/** Which group a line belongs to, beside its provider and service user. */
export interface GroupKey {
  readonly over: Grouping["over"];
  /** First day of the group; `null` when it is that of the period assessed. */
  readonly firstDay: Day | null;
  /** `null` when all carers' time is added up together. */
  readonly carer: string | null;
  /** `null` when all services are added up together. */
  readonly service: string | null;
}

/** Why nothing is paid, and whether that is an answer (`nothing`) or there is none until something is corrected, given or decided (`undetermined`). */
export const UNPAID_REASONS = {
  /** Nobody came. */
  "not-attended": "nothing",
  /** The visit is not one that is paid. */
  "not-required": "nothing",
  "not-completed": "nothing",
  /** It came so late that it counts as missed. */
  "past-threshold": "nothing",
  /** The kind of the visit, or what the terms pay for it, cannot be determined. */
  undetermined: "undetermined",
  "log-out-missing": "undetermined",
  /** More carers came than required. */
  "surplus-carer": "nothing",
  /** The row of the table says 0. */
  "row-pays-nothing": "nothing",
  /** The table has no row for the length, or several. */
  "no-row": "undetermined",
  /** The plan has no length: no times, or an end that is not after the start. */
  "no-planned-length": "undetermined",
  /** The plan has no time, and the terms count from it. */
  "no-planned-time": "undetermined",
  /** No rate for that time of day. */
  "no-rate-at-that-time": "undetermined",
  "no-rule-in-force": "undetermined",
  /** The carer was there, but never between planned start and planned end. */
  "outside-planned-time": "nothing",
  /** The time billed is not inside the time logged, or lies wholly outside it. */
  "billed-outside-logged": "undetermined",
  /** The visit does not say which time was agreed for billing. */
  "no-billed-time": "undetermined",
  /** The visit does not say whether, or when, its actual time came. */
  "return-not-known": "undetermined",
  /** The visit does not name its service. */
  "service-not-known": "undetermined",
  "zone-not-known": "undetermined",
  "miles-not-known": "undetermined",
  "lot-not-known": "undetermined",
  /** The terms pay nothing for this outcome. */
  "outcome-pays-nothing": "nothing",
  /** Notice was given in good time, or not; the terms pay nothing then. */
  "notice-pays-nothing": "nothing",
  /** The visit does not say when notice was given. */
  "notice-not-known": "undetermined",
  /** The visit does not say from when the person was in hospital. */
  "hospital-stay-not-known": "undetermined",
  /** The day of the visit is not in the stay that it names. */
  "outside-the-hospital-stay": "undetermined",
  /** The council's conditions for a retainer are not met. */
  "retainer-conditions-not-met": "nothing",
  "retainer-conditions-not-known": "undetermined",
  /** The days for which a retainer is paid are over, or this day is not one of them. */
  "past-the-retainer": "nothing",
  /** The bands of the rates do not hold all of the time paid. */
  "no-rate": "undetermined",
  /** Several bands of the rates hold the same part of it, or all. */
  "several-rates": "undetermined",
  /** The rate has no price, or several, for the minutes paid. */
  "no-price-for-length": "undetermined",
  /** The day lies outside the years of which bank holidays are known. */
  "bank-holidays-not-known": "undetermined",
  /** The visits of a group have several rates, and the terms do not say how to share out its time. */
  "several-rates-in-group": "undetermined",
} as const satisfies { readonly [reason: string]: "nothing" | "undetermined" };

/** Why nothing is paid. */
export type UnpaidReason = keyof typeof UNPAID_REASONS;

/** Throws, naming the field, where the terms contradict themselves or cannot be reckoned with. */
export function checkBasis(terms: BasisTerms): void {
  const { basis, mostCarers, surplusCarers, least, most } = terms;
  if (typeof basis === "string" && !BASES.includes(basis)) refuse("basis", "basis must be a listed one", basis, suggest(String(basis), BASES));
  if (typeof basis === "object" && basis.kind === "planned-where-no-actual") {
    const { inTime, unexplained } = basis;
    const byOutcome = terms.undelivered === "by-outcome";
    if (typeof inTime === "object") wholeFrom(0, inTime.days, "basis.inTime.days");
    if (byOutcome && unexplained !== undefined) refuse("basis", 'basis.unexplained must be left out where undelivered is "by-outcome"', unexplained, "The clause undelivered has an unexplained of its own");
    if (!byOutcome && (unexplained === undefined || !UNEXPLAINED.includes(unexplained))) refuse("basis", `basis.unexplained must say what a visit without a log or an outcome is paid: ${UNEXPLAINED.join(", ")}`, unexplained);
  }
  if (mostCarers !== undefined) {
    wholeFrom(1, mostCarers, "mostCarers");
    if (surplusCarers === "all") refuse("basis", "surplusCarers must be earliest where mostCarers limits them", surplusCarers, 'Write "earliest", or leave mostCarers out');
  }
  if (least !== undefined) checkLimit(least.of, "least.of");
  if (most === "no-limit") return;
  checkLimit(most, "most");
  if (least !== undefined && exceeds(least.of, most)) refuse("basis", "least must not be above most", `${JSON.stringify(least.of)} above ${JSON.stringify(most)}`);
}

const UNEXPLAINED = ["planned-length", "nothing", "undetermined"];

const BASES = ["actual", "planned", "actual-within-planned"];

function checkLimit(limit: PaidLimit, field: string): void {
  if (typeof limit === "object") wholeFrom(0, limit.minutes, `${field}.minutes`);
}

function wholeFrom(least: number, value: number, field: string): void {
  if (!Number.isSafeInteger(value) || value < least) refuse("basis", `${field} must be a whole number from ${least}`, value);
}

/** Is one limit above another whatever the planned length? */
function exceeds(least: PaidLimit, most: PaidLimit): boolean {
  const [a, b] = [least, most].map((limit) => (limit === "planned-length" ? { kind: "planned-plus", minutes: 0 } as const : limit)) as [Exclude<PaidLimit, string>, Exclude<PaidLimit, string>];
  return a.kind === b.kind && a.minutes > b.minutes;
}
