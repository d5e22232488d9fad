import type { Version } from "../contract/clause.js";
import { type OtherwiseRead, restsOnWords } from "../contract/reading.words.js";
import { type Assessed, assess, sameVerdict } from "../rules/assess.js";
import type { VisitAssessment } from "../rules/assess-visit.js";
import type { Rules } from "../rules/compile.js";
import type { ClauseName, FurtherVisitClause } from "../rules/council.js";
import type { DayRules } from "../rules/day-rules.js";
import { counted, listed } from "../shared/words.js";
import type { Section } from "./section.js";

/** A section for each reading the assessment rests on: what is adopted, and what each other choice would change. */
export function otherwiseSections<CallType extends string>(assessment: VisitAssessment<CallType>, rules: Rules<CallType>, day: DayRules<CallType>): Section[] {
  if (assessment.restsOn.length === 0) {
    return [{ heading: "Readings", sentences: [noReadingWords(assessment)] }];
  }
  const adopted = assess(assessment.visit, day);
  return assessment.restsOn.map(({ reading, clause }) => {
    const answer = day.versions[clause as ClauseName | FurtherVisitClause];
    const version = answer?.kind === "in-force" ? (answer.version as Version<object>) : undefined;
    const index = rules.visitReadings.findIndex((known) => known.reading === reading);
    const otherwise = [...day.alternatives.tables, ...day.alternatives.others]
      .filter((alternative) => alternative.reading === index)
      .map(({ choice, rules: other }) => ({ choice, assessed: assess(assessment.visit, other) }))
      .filter(({ assessed }) => !sameVerdict(adopted, assessed))
      .map(({ choice, assessed }): OtherwiseRead => ({ choice, change: changeWords(adopted, assessed) }));
    return { heading: `Reading ${reading}`, sentences: version === undefined ? [] : restsOnWords(reading, version.readings[reading]!, otherwise) };
  });
}

/** What the visit is rests on no reading; its price does. */
function noReadingWords({ payment }: VisitAssessment): string {
  const price = payment.lines.some((line) => line.kind === "paid") ? " The price rests on those named under Amount." : "";
  return `Kind, punctuality and paid minutes rest on no reading: no other choice of any one reading would change them.${price}`;
}

export const KIND_SAYS: { readonly [K in Assessed["kind"]["kind"]]: string } = {
  delivered: "delivered",
  open: "open",
  missed: "missed",
  excused: "excused",
  "not-required": "not required",
  undetermined: "undetermined",
};

export const CLASS_SAYS: { readonly [C in Assessed["punctuality"]["class"]]: string } = {
  "on-time": "on time",
  early: "early",
  late: "late",
  "not-assessable": "not assessable",
};

/** What differs between two assessments of a visit: kind, punctuality class, paid minutes. */
function changeWords(adopted: Assessed, other: Assessed): string {
  const changes: string[] = [];
  if (adopted.kind.kind !== other.kind.kind) changes.push(`the visit would be ${KIND_SAYS[other.kind.kind]} in place of ${KIND_SAYS[adopted.kind.kind]}`);
  if (adopted.punctuality.class !== other.punctuality.class) changes.push(`its punctuality would be ${CLASS_SAYS[other.punctuality.class]} in place of ${CLASS_SAYS[adopted.punctuality.class]}`);
  if (adopted.minutesPaid !== other.minutesPaid) changes.push(`${paidText(other.minutesPaid)} would be paid in place of ${paidText(adopted.minutesPaid)}`);
  return changes.length === 0 ? "the same minutes would be paid at another share of their price, or in another group" : listed(changes);
}

function paidText(minutes: number): string {
  return minutes === 0 ? "nothing" : counted(minutes, "minute");
}
