import type { Version } from "../contract/clause.js";
import { type OtherwiseRead, restsOnWords } from "../contract/reading.words.js";
import { UNPAID_REASONS, type UnpaidReason } from "../payment/basis.js";
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
    return [{ heading: "Readings", sentences: [noReadingWords(assessment, rules.visitReadings.length)] }];
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

/** No choice of a reading makes a difference but to the price. */
function noReadingWords({ payment }: VisitAssessment, readings: number): string {
  const price = payment.lines.some((line) => line.kind === "paid") ? " The price rests on those named under Amount." : "";
  const grouped = payment.lines.some((line) => line.kind === "grouped") ? " What the time comes to that is added up with its own may rest on others." : "";
  if (readings === 0) return "The council's data names no reading on which what the visit is, its punctuality or the minutes paid could rest.";
  return `No other choice of any one reading would change what the visit is, its punctuality or the minutes paid: where something above is read so, the other choices come to the same.${grouped}${price}`;
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
  const [now, then] = [paidText(adopted), paidText(other)];
  if (now !== then) {
    changes.push(
      then === null ? `what is paid could not be determined, where it is ${now} as adopted`
      : now === null ? `${then} would be paid, where that cannot be determined as adopted`
      : `${then} would be paid in place of ${now}`,
    );
  }
  return changes.length === 0 ? "the same minutes would be paid at another share of their price, or in another group" : listed(changes);
}

/** What is paid over all lines, and whether there is more that cannot be said; `null` where nothing can. */
function paidText({ lines, minutesPaid }: Pick<Assessed, "lines" | "minutesPaid">): string | null {
  const unknown = isUnknown(lines);
  if (minutesPaid === 0) return unknown ? null : "nothing";
  return `${counted(minutesPaid, "minute")}${unknown ? " and a part that cannot be determined" : ""}`;
}

type ByReason = { readonly kind: "unpaid"; readonly reason: UnpaidReason } | { readonly kind: "paid" | "grouped" };

/** Is there a line of which it is not known what is paid? */
function isUnknown(lines: readonly ByReason[]): boolean {
  return lines.some((line) => line.kind === "unpaid" && UNPAID_REASONS[line.reason] === "undetermined");
}

/** Why it is not known what is paid for some of the lines, or all: `what` names it; `null` where all is known. */
export function unknownWords(lines: readonly ByReason[], what: string): string | null {
  if (!isUnknown(lines)) return null;
  const reasons = lines.flatMap((line) => (line.kind === "unpaid" && UNPAID_REASONS[line.reason] === "undetermined" ? [line.reason] : []));
  return `${what} ${reasons.every((reason) => reason === "log-out-missing") ? "is not known until the log-out is supplied" : "cannot be determined"}`;
}
