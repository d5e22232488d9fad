import type { Cite } from "../contract/source.words.js";
import type { Day } from "../shared/day.js";
import { dayWords, everyKindSaid, exactly, poundsWords } from "../shared/words.js";
import type { Arrangement, BlockPayment, RulesApply } from "./arrangement.js";
import { spanWords } from "./cited.words.js";

/** Do the commissioned rules apply to care that is bought so? */
export function rulesApplyWords(answer: RulesApply, cite: Cite): string[] {
  switch (answer.kind) {
    case "apply":
      return ["The commissioned rules apply: the care is bought through the council."];
    case "outside-the-rules":
      return [`The commissioned rules do not apply, and nothing is assessed: ${OUTSIDE_SAYS[answer.reason]} (${cite(answer.source)}).`];
    default:
      return everyKindSaid(answer);
  }
}

/** Why care is outside the rules. */
export const OUTSIDE_SAYS: { readonly [R in Extract<RulesApply, { kind: "outside-the-rules" }>["reason"]]: string } = { "direct-payment": "the person buys the care with a direct payment" };

/** What is paid for a block, and how much of it was not used or went beyond it. */
export function blockPaymentWords({ paid, hoursUnused, hoursBeyond }: BlockPayment, arrangement: Pick<Arrangement, "name" | "source">, cite: Cite): string[] {
  const used =
    hoursUnused !== "0" ? `${exactly(hoursUnused, "hour")} bought and not delivered ${hoursUnused === "1" ? "is" : "are"} paid all the same`
    : hoursBeyond !== "0" ? `${exactly(hoursBeyond, "hour")} delivered beyond the block ${hoursBeyond === "1" ? "is" : "are"} not paid by it`
    : "exactly the hours bought were delivered";
  return [`${poundsWords(paid)} is paid for the block “${arrangement.name}”, whether or not it is delivered (${cite(arrangement.source)}).`, `${used.charAt(0).toUpperCase()}${used.slice(1)}.`];
}

/** Is an arrangement there on a day? */
export function arrangementWords(there: boolean, { name, firstDay, lastDay, source }: Arrangement, day: Day, cite: Cite): string[] {
  const days = `It is there ${spanWords(firstDay, lastDay)}${firstDay === "unstated" || lastDay === "unstated" ? "; a day of it is not stated, and limits nothing" : ""}.`;
  return [`The arrangement “${name}” is ${there ? "" : "not "}there on ${dayWords(day)} (${cite(source)}).`, days];
}
