import type { Punctuality } from "../assessment/punctuality.js";
import { arrivalRuleWords, punctualityWords } from "../assessment/punctuality.words.js";
import { isSaidByRule, missedThresholdWords, visitKindWords } from "../assessment/attendance.words.js";
import { inForceWords, unstatedWords } from "../contract/clause.words.js";
import { settingWords } from "../contract/reading.words.js";
import type { Cite } from "../contract/source.words.js";
import { performanceEffectWords } from "../performance/effect.words.js";
import { basisWords, leastAboveMostWords, lineClause, paymentLineWords } from "../payment/basis.words.js";
import { additionWords } from "../payment/incentive.words.js";
import { plannedMinutes } from "../payment/line.js";
import { amountWords, bandWords } from "../payment/rate.words.js";
import { ROUNDING_SAYS } from "../payment/statement.words.js";
import { decidedPay, decidedPayWords } from "../payment/undelivered.words.js";
import type { PaymentLine, VisitAssessment } from "../rules/assess-visit.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { visitClausesOn } from "../rules/day-rules.js";
import { CLAUSE_NAMES } from "../rules/council.words.js";
import type { DayRules } from "../rules/day-rules.js";
import { dayNumber } from "../shared/day.js";
import { sumText } from "../shared/fractions.js";
import { capitalised, clockWords, counted, dayWords, listed, poundsWords, timeWords } from "../shared/words.js";
import { priceReadings } from "./price-readings.js";
import { otherwiseSections } from "./otherwise.js";
import type { Section } from "./section.js";

/** A visit's whole story: what was planned, whether it was attended and on time, what is paid, and on which readings that rests; `continuity` says its windows where they are known. */
export function visitSections<CallType extends string>(assessment: VisitAssessment<CallType>, rules: Rules<CallType>, cite: Cite, continuity: () => readonly Section[] = () => []): Section[] {
  const day = rulesOn(rules, dayNumber(assessment.visit.day));
  return [
    { heading: "Visit", sentences: plannedSentences(assessment) },
    { heading: "Attendance", sentences: attendanceSentences(assessment, day, cite) },
    { heading: "Punctuality", sentences: punctualitySentences(assessment, day, cite) },
    ...performanceSections(assessment, day, cite),
    ...paymentSections(assessment, day, cite),
    ...continuity(),
    ...otherwiseSections(assessment, rules, day),
    { heading: "The rules", sentences: rulesSentences(rules.council.name, day, cite) },
  ];
}

function plannedSentences({ visit, carers }: VisitAssessment): string[] {
  const { id, provider, serviceUser, callType, plannedStart, plannedEnd, plannedWindow } = visit;
  const day = dayNumber(visit.day);
  const plannedTimes =
    plannedStart === null ? "without a planned time"
    : plannedEnd === null ? `planned from ${clockWords(plannedStart)}, without a planned end`
    : `planned from ${clockWords(plannedStart)} to ${timeWords(plannedEnd, day)}`;
  const names = [
    ...(id === "" ? [] : [`visit ${id}`]),
    ...(provider === "" ? [] : [`of provider ${provider}`]),
    ...(serviceUser === "" ? [] : [`to service user ${serviceUser}`]),
  ];
  const came = carers.came.length === 0 ? "nobody came" : `${listed(carers.came)} came`;
  return [
    ...(names.length === 0 ? [] : [`${capitalised(names.join(" "))}.`]),
    `A ${callType} call on ${dayWords(day)}${plannedWindow === undefined ? "" : `, planned for the window ${plannedWindow}`}, ${plannedTimes}.`,
    `${counted(carers.required, "carer")} required; ${came}.`,
    ...(carers.understaffed ? ["Fewer different carers came than required."] : []),
  ];
}

function attendanceSentences({ kind, punctuality }: VisitAssessment, { versions }: DayRules, cite: Cite): string[] {
  const said = visitKindWords(kind);
  if (versions.attendance.kind !== "in-force") return [said];
  const { version } = versions.attendance;
  const attended = kind.kind === "delivered" || kind.kind === "open" || (kind.kind === "missed" && kind.reason === "past-threshold");
  return [
    saidWith(said, kind, version, cite),
    ...(attended ? missedThresholdWords(version, fromPlan(punctuality)) : []),
  ];
}

/** What a visit is, with the clause where the clause says so, and with the reading where only a reading does. */
function saidWith(said: string, kind: VisitAssessment["kind"], { source, readings }: AttendanceVersion, cite: Cite): string {
  const reading = kind.kind === "missed" && kind.reason === "past-threshold" ? settingWords(["missedThreshold"], readings) : null;
  if (reading !== null) return `${said.slice(0, -1)}, by ${reading}.`;
  return isSaidByRule(kind) ? `${said.slice(0, -1)} (${cite(source)}).` : said;
}

type AttendanceVersion = Extract<DayRules["versions"]["attendance"], { kind: "in-force" }>["version"];

/** Seconds from plan: after the planned start, or outside the window; `null` where there is no arrival to measure. */
function fromPlan(punctuality: Punctuality): number | null {
  return "seconds" in punctuality ? punctuality.seconds : "secondsOutside" in punctuality ? punctuality.secondsOutside : null;
}

function punctualitySentences({ punctuality, carers }: VisitAssessment, { versions }: DayRules, cite: Cite): string[] {
  if (versions.punctuality.kind !== "in-force" || punctuality.class === "not-assessable") return punctualityWords(punctuality, null);
  const { version } = versions.punctuality;
  const several = carers.required > 1 || carers.came.length > 1;
  return [...punctualityWords(punctuality, cite(version.source)), ...(several ? [arrivalRuleWords(version, carers.required)] : [])];
}

function performanceSections({ performance }: VisitAssessment, { versions }: DayRules, cite: Cite): Section[] {
  if (performance === null) return [];
  const said = performanceEffectWords(performance);
  const { performanceEffects } = versions;
  return [{ heading: "Performance", sentences: [performanceEffects?.kind === "in-force" ? `${said.slice(0, -1)} (${cite(performanceEffects.version.source)}).` : said] }];
}

function paymentSections({ visit, kind, carers, payment }: VisitAssessment, { versions }: DayRules, cite: Cite): Section[] {
  const { paidMinutes, basis, rate, statement, incentive } = versions;
  const byOutcome = basis.kind === "in-force" && basis.version.undelivered === "by-outcome" && versions.undelivered?.kind === "in-force";
  const outcomes = byOutcome && versions.undelivered?.kind === "in-force" ? versions.undelivered.version : null;
  const decided = outcomes === null || "doneIn" in kind ? null : decidedPay(kind, carers.came.length < carers.required, outcomes);
  const about = {
    paidMinutes: paidMinutes.kind === "in-force" ? paidMinutes.version : null,
    most: basis.kind === "in-force" ? basis.version.most : null,
  };
  const sourceOf = (line: PaymentLine): string | null => {
    const clause = lineClause(line);
    const answer = clause === null ? null : versions[clause];
    return answer?.kind === "in-force" ? cite(answer.version.source) : null;
  };
  const lines = payment.lines.map((line, i): Section => ({
    heading: payment.lines.length === 1 || line.carer === null ? "Payment" : `Payment, carer ${line.carer}`,
    sentences: [
      ...(i === 0 && decided !== null ? [decidedPayWords(decided, cite(outcomes!.source))] : []),
      ...paymentLineWords(line, { ...about, source: sourceOf(line) }),
      ...(line.kind === "paid" && line.measured !== "fixed" && basis.kind === "in-force" ? leastAboveMostWords(basis.version, plannedMinutes(visit), line.banded) : []),
      ...(line.kind === "paid" && rate.kind === "in-force" ? (line.parts ?? []).flatMap((part) => bandWords(part, rate.version, { required: carers.required, came: carers.came.length })) : []),
    ],
  }));
  if (!payment.lines.some((line) => line.kind === "paid")) return lines;
  const { additions = [] } = payment;
  const priceOfTime = sumText(payment.lines.flatMap((line) => (line.kind === "paid" ? [line.amount] : [])));
  const total = [
    ...(rate.kind === "in-force" ? [amountWords(payment.minutesPaid, priceOfTime, rate.version, cite(rate.version.source))] : []),
    ...additions.map((addition) => additionWords(addition, incentive?.kind === "in-force" ? cite(incentive.version.source) : "the council's incentives")),
    ...(additions.some((addition) => addition.kind === "added") ? [`With what is added: ${poundsWords(payment.amount)}.`] : []),
    ...(basis.kind === "in-force" && (decided === null || decided.pay.kind === "actual-time") ? [basisWords(basis.version, cite(basis.version.source))] : []),
    ...(statement.kind === "in-force" ? [ROUNDING_SAYS[statement.version.rounding]] : []),
    ...priceReadings(versions).map(({ reading, adopted, says }) => `The price rests on reading ${reading} = ${adopted}: ${says}`),
  ];
  return [...lines, { heading: "Amount", sentences: total }];
}

/** Which rules are not in force, or bind only so far; and, once, the days that no document states. */
export function rulesSentences(council: string, { versions }: DayRules, cite: Cite): string[] {
  const clauses = visitClausesOn(versions);
  const notInForce = clauses.flatMap(({ clause, answer }) =>
    answer.kind === "in-force" && answer.version.authority === "agreed" ? [] : inForceWords(answer, `${council}'s rule on ${CLAUSE_NAMES[clause]}`, cite),
  );
  const inForce = clauses.filter(({ answer }) => answer.kind === "in-force");
  const unstated = inForce.filter(({ answer }) => answer.kind === "in-force" && answer.unstated);
  return [...notInForce, ...unstatedWords(unstated.map(({ clause }) => CLAUSE_NAMES[clause]), inForce.length)];
}
