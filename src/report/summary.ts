import type { VisitAssessment } from "../rules/assess-visit.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { dayNumber } from "../shared/day.js";
import { capitalised, counted, listed, poundsWords } from "../shared/words.js";
import { CLASS_SAYS, KIND_SAYS } from "./otherwise.js";
import { priceReadings } from "./price-readings.js";
import type { Section } from "./section.js";

/** What the section is called that says the answer before the reasons. */
export const SUMMARY = "In short";

/** The answer before the reasons: what the visit is, what is due for it, on which readings that rests, and what is read otherwise than adopted. */
export function summarySection<CallType extends string>(assessment: VisitAssessment<CallType>, rules: Rules<CallType>, otherwise: readonly string[]): Section {
  const { kind, punctuality, restsOn } = assessment;
  const known = kind.kind === "delivered" || kind.kind === "open";
  const verdict = `${KIND_SAYS[kind.kind]}${known ? `, ${punctuality.class === "not-assessable" ? "punctuality not assessable" : CLASS_SAYS[punctuality.class]}` : ""}`;
  const readings = restsOn.map(({ reading, adopted }) => `reading ${reading} = ${adopted}`);
  const priced = assessment.payment.lines.some((line) => line.kind === "paid");
  const price = priced ? priceReadings(rulesOn(rules, dayNumber(assessment.visit.day)).versions).map(({ reading }) => reading) : [];
  return {
    heading: SUMMARY,
    sentences: [
      `${capitalised(verdict)}; ${dueWords(assessment)}.`,
      `That rests on ${readings.length === 0 ? "no reading" : listed(readings)}${price.length === 0 ? "" : `; the price on ${price.length === 1 ? "reading" : "readings"} ${listed(price)}`}.`,
      ...otherwise,
    ],
  };
}

function dueWords({ payment: { lines, minutesPaid, amount, additions = [] } }: VisitAssessment): string {
  const paid = lines.filter((line) => line.kind === "paid");
  const groups = lines.some((line) => line.kind === "grouped") ? " and what its group comes to" : "";
  if (paid.length === 0) return groups === "" ? "nothing is paid" : "paid with its group";
  const incentives = `${additions.some(({ kind }) => kind === "added") ? " with incentives" : ""}${additions.some(({ kind }) => kind === "undetermined") ? " without an incentive that cannot be determined" : ""}`;
  const lengths = paid.map(({ minutes }) => counted(minutes, "minute"));
  return `paid ${counted(minutesPaid, "minute")} for ${listed(lengths)}, ${poundsWords(amount)}${incentives}${groups}`;
}
