import type { BasisTerms, PaidLimit } from "../payment/basis.js";
import { GROUPED_OVER_SAYS, notPaidWords } from "../payment/basis.words.js";
import { type PaidMinutesTerms, minutesPaidIn, paidMinutesFor } from "../payment/paid-minutes.js";
import type { Day } from "../shared/day.js";
import { MINUTE } from "../shared/moment.js";
import { counted, dayWords, everyKindSaid, lengthWords, listed, poundsWords, withSource } from "../shared/words.js";
import type { GroupPayment } from "./groups.js";

/** What the sentences use beside the group. */
export interface GroupAbout {
  /** The clause on whose time is paid, as it is cited. */
  readonly source: string | null;
  /** Of many lines, only those of this visit are told. */
  readonly only?: { readonly visit: string; readonly day: Day };
  /** What decides, beside the sum, what is paid for it; left out where it is not known. */
  readonly terms?: { readonly limits: Limits; readonly paidMinutes: PaidMinutesTerms };
}

type Limits = Pick<BasisTerms, "least" | "most">;

/** Whose time was added up, over how long, each line of it, and what it comes to, by which limit and on which readings. */
export function groupPaymentWords({ group, lines, payment, restsOn }: GroupPayment, { source, only, terms }: GroupAbout): string[] {
  const whose = [group.carer === null ? "all carers together" : `carer ${group.carer}`, ...(group.service === null ? [] : [`service ${group.service}`])].join(", ");
  const from = group.firstDay === null ? "" : group.over === "day" ? ` ${dayWords(group.firstDay)}` : ` from ${dayWords(group.firstDay)}`;
  const isTold = ({ visit, day }: Line): boolean => only === undefined || lines.length <= MOST_LINES || (visit === only.visit && day === only.day);
  const told = lines.flatMap((line, i) => (isTold(line) ? [lineWords(line, restAfter(lines, i), i === lines.length - 1)] : []));
  const untold = lines.length - told.length;
  return [
    withSource(`Time is added up over ${GROUPED_OVER_SAYS[group.over]}${from}, ${whose}.`, source),
    ...told,
    ...(untold === 0 ? [] : [`${counted(untold, "other attendance")} ${untold === 1 ? "is" : "are"} added up with it.`]),
    paidWords(payment),
    ...(terms === undefined || payment.kind === "unpaid" ? [] : limitWords(payment, terms.limits, terms.paidMinutes)),
    ...(restsOn.length === 0 ? [] : [`That rests on ${listed(restsOn.map(({ reading, adopted }) => `reading ${reading} = ${adopted}`))}.`]),
  ];
}

/** How many lines are told of time added up, in the story of one of its visits. */
const MOST_LINES = 12;

type Line = GroupPayment["lines"][number];

/** Seconds added up, to this line, that are not paid yet; below 0 when more was paid. */
function restAfter(lines: readonly Line[], last: number): number {
  return lines.slice(0, last + 1).reduce((rest, { seconds, completed }) => rest + seconds - (completed?.minutesPaid ?? 0) * MINUTE, 0);
}

function lineWords({ visit, day, carer, minutes, seconds, completed }: Line, rest: number, isLast: boolean): string {
  const who = carer === null ? "" : `, carer ${carer}`;
  const then = completed === null ? "" : `; it completes ${counted(completed.minutesPaid, "minute")} of pay, and ${isLast ? leftWords(rest) : carriedWords(rest)}`;
  return `Visit ${visit} of ${dayWords(day)}${who}: ${seconds === minutes * MINUTE ? counted(minutes, "minute") : lengthWords(seconds)}${then}.`;
}

function carriedWords(rest: number): string {
  if (rest === 0) return "nothing is carried on";
  return rest > 0 ? `${isOrAre(rest)} carried on` : `${isOrAre(-rest)} paid ahead`;
}

/** After the last line nothing follows to which time could go on. */
function leftWords(rest: number): string {
  if (rest === 0) return "nothing is left over";
  return rest > 0 ? `${isOrAre(rest)} left over, and not paid` : `${isOrAre(-rest)} paid beyond the time added up`;
}

function isOrAre(seconds: number): string {
  return `${lengthWords(seconds)} ${seconds === 1 || seconds === MINUTE ? "is" : "are"}`;
}

function paidWords(payment: GroupPayment["payment"]): string {
  switch (payment.kind) {
    case "paid":
      return `In all ${counted(payment.minutes, "minute")}, paid ${counted(payment.minutesPaid, "minute")}: ${poundsWords(payment.amount)}.`;
    case "unpaid":
      return notPaidWords(payment.reason, null, payment.minutes, "");
    default:
      return everyKindSaid(payment);
  }
}

/** Which limit decides what the sum is paid, and not the table; nothing where none does. */
function limitWords({ minutes, minutesPaid }: { readonly minutes: number; readonly minutesPaid: number }, { least, most }: Limits, paidMinutes: PaidMinutesTerms): string[] {
  const banded = minutesPaidIn(paidMinutesFor(minutes, paidMinutes));
  if (banded === null || banded === minutesPaid) return [];
  const paid = counted(minutesPaid, "minute");
  if (minutesPaid < banded) return most === "no-limit" ? [] : [`No more is paid than ${limitSays(most, paid)}.`];
  if (least === undefined) return [];
  return [most === "no-limit" ? `No less is paid than ${limitSays(least.of, paid)}.` : `The least for all of it together is ${limitSays(least.of)}, and the most, which is applied after it, is ${limitSays(most)}: ${paid}.`];
}

/** A limit as it holds all that is added up; `paid`: what it comes to. */
function limitSays(limit: PaidLimit, paid?: string): string {
  if (limit !== "planned-length" && limit.kind === "minutes") return `${counted(limit.minutes, "minute")}${paid === undefined ? "" : " for all of it together"}`;
  return `the planned length of all that is added up${limit === "planned-length" ? "" : ` and ${counted(limit.minutes, "minute")}`}${paid === undefined ? "" : `: ${paid}`}`;
}
