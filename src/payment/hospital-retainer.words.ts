import { type Day, dayNumber } from "../shared/day.js";
import { dayWords, everyKindSaid, percentWords, withSource } from "../shared/words.js";
import type { HospitalStay } from "../visit/payment-facts.js";
import { UNPAID_SAYS } from "./basis.words.js";
import { type HospitalRetainer, type RetainerDay, retainerOnDay } from "./hospital-retainer.js";

/** What a day in hospital pays, by which day of the retainer, and until when that stays so. */
export function retainerDayWords(answer: RetainerDay, day: Day, stay: HospitalStay | undefined, terms: HospitalRetainer, source: string | null): string[] {
  switch (answer.kind) {
    case "paid": {
      const which = answer.dayOfSteps === null ? "as the day of admission or discharge" : `as day ${answer.dayOfSteps} of the retainer`;
      return [withSource(`${dayWords(day)} pays ${percentWords(answer.share)} of the price of the planned length, ${which}.`, source), ...changeWords(answer.share, day, stay, terms)];
    }
    case "unpaid":
      return [withSource(`Nothing is paid for ${dayWords(day)}, because ${UNPAID_SAYS[answer.reason]}.`, source)];
    default:
      return everyKindSaid(answer);
  }
}

/** From which later day of the stay on another share is paid, or none. */
function changeWords(share: string, day: Day, stay: HospitalStay | undefined, terms: HospitalRetainer): string[] {
  const most = terms.steps.reduce((days, step) => days + (step.days === "open" ? 0 : step.days), 0);
  for (let later = dayNumber(day) + 1; later <= dayNumber(day) + most + 1; later++) {
    const then = retainerOnDay(later, stay, terms);
    if (then.kind === "paid" ? then.share === share : then.reason !== "past-the-retainer" && then.reason !== "retainer-conditions-not-met") continue;
    return [`${dayWords(later)} pays ${then.kind === "paid" ? `${percentWords(then.share)} of it` : "nothing"}.`];
  }
  return [];
}
