import { GROUPED_OVER_SAYS, notPaidWords } from "../payment/basis.words.js";
import type { Day } from "../shared/day.js";
import { MINUTE } from "../shared/moment.js";
import { counted, dayWords, everyKindSaid, lengthWords, listed, poundsWords, withSource } from "../shared/words.js";
import type { GroupPayment } from "./groups.js";

/** Whose time was added up, over how long, each line of it, and what it comes to. With `only`, of many lines those of one visit. */
export function groupPaymentWords({ group, lines, payment, restsOn }: GroupPayment, source: string | null, only?: { readonly visit: string; readonly day: Day }): string[] {
  const whose = [group.carer === null ? "all carers together" : `carer ${group.carer}`, ...(group.service === null ? [] : [`service ${group.service}`])].join(", ");
  const from = group.firstDay === null ? "" : group.over === "day" ? ` ${dayWords(group.firstDay)}` : ` from ${dayWords(group.firstDay)}`;
  const told = only === undefined || lines.length <= MOST_LINES ? lines : lines.filter(({ visit, day }) => visit === only.visit && day === only.day);
  const untold = lines.length - told.length;
  return [
    withSource(`Time is added up over ${GROUPED_OVER_SAYS[group.over]}${from}, ${whose}.`, source),
    ...told.map(lineWords),
    ...(untold === 0 ? [] : [`${counted(untold, "other attendance")} ${untold === 1 ? "is" : "are"} added up with it.`]),
    paidWords(payment),
    ...(restsOn.length === 0 ? [] : [`That rests on ${listed(restsOn.map(({ reading, adopted }) => `reading ${reading} = ${adopted}`))}.`]),
  ];
}

/** How many lines are told of time added up, in the story of one of its visits. */
const MOST_LINES = 12;

function lineWords({ visit, day, carer, minutes, seconds, completed }: GroupPayment["lines"][number]): string {
  const who = carer === null ? "" : `, carer ${carer}`;
  const then = completed === null ? "" : `; it completes ${counted(completed.minutesPaid, "minute")} of pay, and ${carriedWords(completed.carried)}`;
  return `Visit ${visit} of ${dayWords(day)}${who}: ${seconds === minutes * MINUTE ? counted(minutes, "minute") : lengthWords(seconds)}${then}.`;
}

function carriedWords(carried: number): string {
  if (carried === 0) return "nothing is carried on";
  return carried > 0 ? `${counted(carried, "minute")} worked ${carried === 1 ? "is" : "are"} carried on` : `${counted(-carried, "minute")} ${carried === -1 ? "is" : "are"} paid ahead`;
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
