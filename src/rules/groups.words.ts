import { GROUPED_OVER_SAYS, notPaidWords } from "../payment/basis.words.js";
import { MINUTE } from "../shared/moment.js";
import { counted, dayWords, everyKindSaid, lengthWords, poundsWords, withSource } from "../shared/words.js";
import type { GroupPayment } from "./groups.js";

/** Whose time was added up, over how long, each line of it, and what it comes to. */
export function groupPaymentWords({ group, lines, payment }: GroupPayment, source: string | null): string[] {
  const whose = [group.carer === null ? "all carers together" : `carer ${group.carer}`, ...(group.service === null ? [] : [`service ${group.service}`])].join(", ");
  const from = group.firstDay === null ? "" : ` from ${dayWords(group.firstDay)}`;
  return [withSource(`Time is added up over ${GROUPED_OVER_SAYS[group.over]}${from}, ${whose}.`, source), ...lines.map(lineWords), paidWords(payment)];
}

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
