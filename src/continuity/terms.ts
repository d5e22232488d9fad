import type { Row } from "../contract/rows.js";
import type { Limit } from "../contract/spans.js";
import type { Day } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";

/** Which windows of days there are. */
export interface WindowDays {
  /** Days in a window; or each calendar month, which step and anchor must say too. */
  readonly days: number | "calendar-month";
  /** Days from the start of one window to the start of the next. */
  readonly step: number | "calendar-month";
  /** Where windows start: on Mondays; on the first day of the period; on a day, and none before it; or on the first of a month. */
  readonly anchor: "mondays" | "period-start" | "first-of-month" | Day;
}

/** Whose windows there are, and which visits and carers count in them. */
export interface ReceivedTerms {
  /** Which visits count, by the local day of their planned start: those attended (delivered or open), or the delivered ones alone. */
  readonly received: "attended" | "delivered";
  /** Only visits of these call types count. Absent: of every type. */
  readonly callTypes?: readonly string[];
  /** Which carers of a visit count: every one who came, or the earliest as many as were required. Absent: every one. */
  readonly carers?: "every" | "as-many-as-required";
  /** Whose window it is: a service user's with one provider, or over all of them. */
  readonly scope: "service-user-and-provider" | "service-user";
  /** The share is of windows, or of service users with every window within. */
  readonly shareOf: "windows" | "service-users";
}

/** What a visit for several carers counts: once; as many times as carers are required; or nothing. */
export type DoubleHanded = "one-visit" | "carers-required" | "left-out";

/** Carers allowed = base + factor × visits, the product rounded. */
export interface LinearStandard {
  readonly kind: "linear";
  /** Carers allowed with no visits: the 1 of "1 plus 0.15 × visits". */
  readonly base: number;
  /** Carers more per visit, as decimal text; or so many carers for so many visits, where that is no decimal: 1 for 7. */
  readonly factor: DecimalText | { readonly carers: number; readonly visits: number };
  /** Which way the product is rounded when it is not whole; `nearest` puts half up. */
  readonly rounding: "up" | "down" | "nearest";
  /** What the product is rounded to a multiple of: 1 for whole carers. */
  readonly roundTo: number;
  readonly doubleHanded: DoubleHanded;
}

/** Carers allowed by a table. */
export interface TableStandard {
  readonly kind: "table";
  /** From so many visits to so many (both included) becomes so many carers. */
  readonly rows: readonly Row[];
  readonly doubleHanded: DoubleHanded;
}

/** So many carers in a window, however many visits. */
export interface MaximumStandard {
  readonly kind: "maximum";
  /** Carers allowed (included). */
  readonly most: number;
  readonly doubleHanded: DoubleHanded;
}

/** The share of visits made by a few carers, against the least it must be. */
export interface ShareStandard {
  readonly kind: "share";
  /** How many of the most frequent carers. Which of several equally frequent ones makes no difference to the share. */
  readonly mostFrequent: number;
  /** The least share, as decimal text from 0 to 1; `null` when the council sets none. */
  readonly atLeast: DecimalText | null;
  /** Is a share exactly the least within? */
  readonly limit: Limit;
  /** In a visit for several carers each carer's attendance is one of its own; or such visits are left out. */
  readonly doubleHanded: "each-carer" | "left-out";
}

/** The different carers are counted, and nothing is asked of them. */
export interface MeasureStandard {
  readonly kind: "measure";
  readonly doubleHanded: DoubleHanded;
}

/** What is asked of the carers in a window. */
export type ContinuityStandard = LinearStandard | TableStandard | MaximumStandard | ShareStandard | MeasureStandard;

/** Carers allowed in a window by its visits: base and factor. */
export interface LinearContinuity extends LinearStandard, WindowDays, ReceivedTerms {}
/** Carers allowed in a window by its visits: a table. */
export interface TableContinuity extends TableStandard, WindowDays, ReceivedTerms {}
/** So many carers in a window, however many visits. */
export interface MaximumContinuity extends MaximumStandard, WindowDays, ReceivedTerms {}
/** The share of the visits in a window made by a few carers. */
export interface ShareContinuity extends ShareStandard, WindowDays, ReceivedTerms {}
/** The carers in a window are counted, and nothing is asked of them. */
export interface MeasureContinuity extends MeasureStandard, WindowDays, ReceivedTerms {}

/** How many different carers a service user may have in a window of days, and which windows, visits and carers count. */
export type ContinuityTerms = LinearContinuity | TableContinuity | MaximumContinuity | ShareContinuity | MeasureContinuity;
