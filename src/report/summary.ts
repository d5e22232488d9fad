import { UNPAID_REASONS } from "../payment/basis.js";
import { lineClause } from "../payment/basis.words.js";
import type { VisitAssessment } from "../rules/assess-visit.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import type { GroupPayment } from "../rules/groups.js";
import { dayNumber } from "../shared/day.js";
import { capitalised, counted, listed, poundsWords } from "../shared/words.js";
import { CLASS_SAYS, KIND_SAYS, unknownWords } from "./otherwise.js";
import { priceReadings } from "./price-readings.js";
import type { Section } from "./section.js";

/** What the section is called that says the answer before the reasons. */
export const SUMMARY = "In short";

/** The answer before the reasons: what the visit is, what is due for it, on which readings that rests, and what is read otherwise than adopted. `groups`: what the time comes to that is added up with the visit's, where that is known. */
export function summarySection<CallType extends string>(assessment: VisitAssessment<CallType>, rules: Rules<CallType>, otherwise: readonly string[], groups: readonly GroupPayment[] = []): Section {
  const { kind, punctuality, restsOn } = assessment;
  const known = kind.kind === "delivered" || kind.kind === "open";
  const verdict = `${KIND_SAYS[kind.kind]}${known ? `, ${punctuality.class === "not-assessable" ? "punctuality not assessable" : CLASS_SAYS[punctuality.class]}` : ""}`;
  const readings = [...new Set([...restsOn, ...groups.flatMap((group) => group.restsOn)].map(({ reading, adopted }) => `reading ${reading} = ${adopted}`))];
  const unsettled = groups.length === 0 && assessment.payment.lines.some((line) => line.kind === "grouped");
  const priced = assessment.payment.lines.some((line) => line.kind === "paid" || lineClause(line) === "rate");
  const price = priced ? priceReadings(rulesOn(rules, dayNumber(assessment.visit.day)).versions).map(({ reading }) => reading) : [];
  const isOpen = kind.kind === "undetermined" || unknownWords(assessment.payment.lines, "") !== null || groups.some(({ payment }) => payment.kind === "unpaid" && UNPAID_REASONS[payment.reason] === "undetermined");
  const priceOn = `${price.length === 1 ? "reading" : "readings"} ${listed(price)}`;
  return {
    heading: SUMMARY,
    sentences: [
      `${capitalised(verdict)}; ${dueWords(assessment, groups)}.`,
      readings.length === 0
        ? `${isOpen ? OPEN_STAYS : "No other choice of a reading would change this"}${price.length === 0 ? "" : `, but for the price, which rests on ${priceOn}`}${unsettled ? "; what its group comes to may rest on one" : ""}.`
        : `That rests on ${listed(readings)}${price.length === 0 ? "" : `; the price on ${priceOn}`}.`,
      ...otherwise,
      `The rules are those of ${rules.council.name}.`,
    ],
  };
}

/** Readings are asked for the kind of visit, its punctuality and its minutes: of what is open no more than that is known. */
const OPEN_STAYS = "No choice of a reading is known to settle that: none would make it another kind of visit, or pay other minutes for it";

function dueWords({ payment: { lines, minutesPaid, amount, additions = [] } }: VisitAssessment, groups: readonly GroupPayment[]): string {
  const paid = lines.filter((line) => line.kind === "paid");
  const grouped = lines.some((line) => line.kind === "grouped");
  const open = unknownWords(lines, paid.length > 0 || grouped ? "what is paid for the rest" : "what is paid");
  if (paid.length === 0) return [...(grouped ? [`paid with its group${groupsWords(groups)}`] : open === null ? ["nothing is paid"] : []), ...(open === null ? [] : [open])].join("; ");
  const incentives = `${additions.some(({ kind }) => kind === "added") ? " with incentives" : ""}${additions.some(({ kind }) => kind === "undetermined") ? " without an incentive that cannot be determined" : ""}`;
  return `paid ${timeWords(paid, minutesPaid)}${shareWords(paid)}, ${poundsWords(amount)}${incentives}${grouped ? ` and what its group comes to${groupsWords(groups)}` : ""}${open === null ? "" : `; ${open}`}`;
}

type PaidLine = Extract<VisitAssessment["payment"]["lines"][number], { kind: "paid" }>;

/** The minutes paid, and for which: those of the plan, and those that the terms fix, nobody logged. */
function timeWords(paid: readonly PaidLine[], minutesPaid: number): string {
  const all = counted(minutesPaid, "minute");
  if (paid.every(({ measured }) => measured === "fixed")) return `${all} that the terms fix`;
  return `${all} for ${listed(paid.map(({ minutes, measured }) => `${counted(minutes, measured === "planned" ? "planned minute" : "minute")}${measured === "fixed" ? " that the terms fix" : ""}`))}`;
}

/** The share of its price that is paid, where it is not the whole. */
function shareWords(paid: readonly PaidLine[]): string {
  const [share, ...others] = new Set(paid.map((line) => line.share));
  if (others.length > 0) return ", not all at the whole price";
  return share === undefined ? "" : `${paid.length === 1 ? "" : ", each"} at a share of ${share} of the price`;
}

/** What the groups of a visit come to, to follow them; empty where that is not known. */
function groupsWords(groups: readonly GroupPayment[]): string {
  const said = groups.map(({ payment }) => (payment.kind === "paid" ? `${counted(payment.minutesPaid, "minute")}, ${poundsWords(payment.amount)}` : UNPAID_REASONS[payment.reason] === "nothing" ? "nothing" : "what cannot be determined"));
  return said.length === 0 ? "" : `: ${listed(said)}`;
}
