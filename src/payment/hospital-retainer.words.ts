import { type Day, dayNumber } from "../shared/day.js";
import { counted, dayWords, everyKindSaid, percentWords, withSource } from "../shared/words.js";
import type { HospitalStay } from "../visit/payment-facts.js";
import { UNPAID_REASONS } from "./basis.js";
import { UNPAID_SAYS } from "./basis.words.js";
import { type HospitalRetainer, type RetainerDay, retainerOnDay } from "./hospital-retainer.js";

/** What a day in hospital pays, by which day of the retainer of how many, and until when that stays so; or why nothing, and how far that is from the last day that is paid. */
export function retainerDayWords(answer: RetainerDay, day: Day, stay: HospitalStay | undefined, terms: HospitalRetainer, source: string | null): string[] {
  switch (answer.kind) {
    case "paid":
      return [withSource(`${dayWords(day)} pays ${percentWords(answer.share)} of the price of the planned length, ${whichDay(answer.dayOfSteps, terms)}.`, source), ...stayWords(stay), ...changeWords(answer.share, day, stay, terms)];
    case "unpaid":
      if (UNPAID_REASONS[answer.reason] === "undetermined") return [withSource(`What ${dayWords(day)} pays cannot be determined: ${UNPAID_SAYS[answer.reason]}.`, source), ...stayWords(stay)];
      return [withSource(`Nothing is paid for ${dayWords(day)}, because ${answer.reason === "past-the-retainer" ? pastWords(day, stay, terms) : UNPAID_SAYS[answer.reason]}.`, source), ...stayWords(stay)];
    default:
      return everyKindSaid(answer);
  }
}

function whichDay(dayOfSteps: number | null, terms: HospitalRetainer): string {
  if (dayOfSteps === null) return "as the day of admission or discharge";
  const days = daysOf(terms);
  return days === null ? `as day ${dayOfSteps} of the retainer, which has no last day` : `as day ${dayOfSteps} of ${days} of the retainer`;
}

/** The days of a retainer; `null` where its last step is open. */
function daysOf({ steps }: HospitalRetainer): number | null {
  let all = 0;
  for (const { days } of steps) {
    if (days === "open") return null;
    all += days;
  }
  return all;
}

function stayWords(stay: HospitalStay | undefined): string[] {
  if (stay === undefined) return [];
  return [`The person was admitted on ${dayWords(stay.admitted)}${stay.discharged === null ? "" : ` and discharged on ${dayWords(stay.discharged)}`}.`];
}

/** Why no retainer is paid any more, or for this day: that of admission or of discharge, or one past the last. */
function pastWords(day: Day, stay: HospitalStay | undefined, terms: HospitalRetainer): string {
  const days = daysOf(terms);
  if (stay === undefined || days === null) return UNPAID_SAYS["past-the-retainer"];
  if (day === stay.admitted && terms.admissionDay === "nothing") return "no retainer is paid for the day of admission";
  if (day === stay.discharged && terms.dischargeDay === "nothing") return "no retainer is paid for the day of discharge";
  const first = dayNumber(stay.admitted) + (terms.admissionDay === "first-day" ? 0 : 1);
  const last = first + days - 1;
  return `the retainer is paid for ${counted(days, "day")}, the last of them was ${dayWords(last)}, and this is ${counted(dayNumber(day) - last, "day")} after it`;
}

/** From which later day of the stay on another share is paid, or none. */
function changeWords(share: string, day: Day, stay: HospitalStay | undefined, terms: HospitalRetainer): string[] {
  const most = terms.steps.reduce((days, step) => days + (step.days === "open" ? 0 : step.days), 0);
  for (let later = dayNumber(day) + 1; later <= dayNumber(day) + most + 1; later++) {
    const then = retainerOnDay(later, stay, terms);
    if (then.kind === "paid" ? then.share === share : then.reason !== "past-the-retainer" && then.reason !== "retainer-conditions-not-met") continue;
    return [`${dayWords(later)}${stay?.discharged === null || stay === undefined ? ", if the stay goes on," : ""} pays ${then.kind === "paid" ? `${percentWords(then.share)} of it` : "nothing"}.`];
  }
  return [];
}
