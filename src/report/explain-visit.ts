import { presences } from "../assessment/presence.js";
import { arrivalOf, secondsFromPlan } from "../assessment/punctuality.js";
import { arrivalRuleWords, fieldNotAssessing, punctualityWords } from "../assessment/punctuality.words.js";
import { type Began, fieldSaying, missedThresholdWords, visitKindWords } from "../assessment/attendance.words.js";
import { inForceWords, unstatedWords } from "../contract/clause.words.js";
import { readSoWords, settingWords } from "../contract/reading.words.js";
import type { Cite } from "../contract/source.words.js";
import { clocksWords } from "../payment/line.words.js";
import { performanceEffectWords } from "../performance/effect.words.js";
import type { VisitAssessment } from "../rules/assess-visit.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { visitClausesOn } from "../rules/day-rules.js";
import { CLAUSE_NAMES } from "../rules/council.words.js";
import type { DayRules } from "../rules/day-rules.js";
import { dayNumber } from "../shared/day.js";
import { capitalised, clockWords, counted, dayWords, listed, timeWords } from "../shared/words.js";
import { paymentSections } from "./explain-visit-pay.js";
import { otherwiseSections } from "./otherwise.js";
import type { Section } from "./section.js";

/** A visit's whole story: what was planned, whether it was attended and on time, what is paid, and on which readings that rests; `beyond` says what it counts in beside other visits, where they are known. */
export function visitSections<CallType extends string>(assessment: VisitAssessment<CallType>, rules: Rules<CallType>, cite: Cite, beyond: () => readonly Section[] = () => []): Section[] {
  const day = rulesOn(rules, dayNumber(assessment.visit.day));
  return [
    { heading: "Visit", sentences: plannedSentences(assessment) },
    { heading: "Attendance", sentences: attendanceSentences(assessment, day, cite) },
    { heading: "Punctuality", sentences: punctualitySentences(assessment, day, cite) },
    ...performanceSections(assessment, day, cite),
    ...paymentSections(assessment, day, cite),
    ...beyond(),
    ...otherwiseSections(assessment, rules, day),
    { heading: "The rules", sentences: rulesSentences(rules.council.name, day, cite) },
  ];
}

function plannedSentences({ visit, kind, carers }: VisitAssessment): string[] {
  const { id, provider, serviceUser, callType, plannedStart, plannedEnd, plannedWindow } = visit;
  const day = dayNumber(visit.day);
  const plannedTimes =
    plannedStart === null ? "without a planned time"
    : plannedEnd === null ? `planned from ${clockWords(plannedStart)}, without a planned end`
    : `planned from ${clockWords(plannedStart)} to ${timeWords(plannedEnd, day)}${clocksWords(plannedStart, plannedEnd)}`;
  const names = [
    ...(id === "" ? [] : [`visit ${id}`]),
    ...(provider === "" ? [] : [`of provider ${provider}`]),
    ...(serviceUser === "" ? [] : [`to service user ${serviceUser}`]),
  ];
  const came = carers.came.length === 0 ? "nobody came" : `${listed(carers.came)} came`;
  const asked = kind.kind === "not-required" ? "planned" : "required";
  return [
    ...(names.length === 0 ? [] : [`${capitalised(names.join(" "))}.`]),
    `A ${callType} call on ${dayWords(day)}${plannedWindow === undefined ? "" : `, planned for the window ${plannedWindow}`}, ${plannedTimes}.`,
    `${counted(carers.required, "carer")} ${asked}; ${came}.`,
    ...(carers.understaffed ? ["Fewer different carers came than required."] : []),
  ];
}

function attendanceSentences({ visit, kind }: VisitAssessment, day: DayRules, cite: Cite): string[] {
  const said = visitKindWords(kind, visit.outcome);
  const { attendance } = day.versions;
  if (attendance.kind !== "in-force") return [said];
  const attended = kind.kind === "delivered" || kind.kind === "open" || (kind.kind === "missed" && kind.reason === "past-threshold");
  return [saidWith(said, kind, attendance.version, cite), ...(attended ? missedThresholdWords(attendance.version, began(visit, day)) : [])];
}

/** What a visit is, with the clause and the reading that say so, or the reading alone where only it names a threshold. */
function saidWith(said: string, kind: VisitAssessment["kind"], { source, readings }: AttendanceVersion, cite: Cite): string {
  const field = fieldSaying(kind);
  if (field === null) return said;
  const reading = field === "missedThreshold" ? settingWords([field], readings) : null;
  if (reading !== null) return `${said.slice(0, -1)}, by ${reading}.`;
  return `${said.slice(0, -1)} (${cite(source)})${readSoWords([field], readings)}.`;
}

type AttendanceVersion = Extract<DayRules["versions"]["attendance"], { kind: "in-force" }>["version"];

/** When a visit began by the rule on punctuality, and how far from plan; `null` where that cannot be said. */
function began(visit: VisitAssessment["visit"], { punctuality }: DayRules): Began | null {
  if (punctuality === null) return null;
  const at = arrivalOf(presences(visit.attendances), visit.carersRequired, punctuality);
  if (at === null) return null;
  const seconds = secondsFromPlan(at, visit, punctuality);
  return { at, day: dayNumber(visit.day), seconds: typeof seconds === "string" ? null : seconds, plannedStart: visit.plannedStart, nextPlannedStart: visit.nextPlannedStart };
}

function punctualitySentences({ punctuality, carers }: VisitAssessment, { versions }: DayRules, cite: Cite): string[] {
  if (versions.punctuality.kind !== "in-force") return punctualityWords(punctuality, null);
  const { version } = versions.punctuality;
  const several = carers.required > 1 || carers.came.length > 1;
  const rule = several ? [arrivalRuleWords(version, carers.required, punctuality.class !== "not-assessable" && punctuality.arrival !== null)] : [];
  if (punctuality.class !== "not-assessable") return [...punctualityWords(punctuality, cite(version.source)), ...rule];
  const field = fieldNotAssessing(punctuality.reason);
  if (field === null) return punctualityWords(punctuality, null);
  const [said, ...more] = punctualityWords(punctuality, cite(version.source));
  return [`${said!.slice(0, -1)}${readSoWords([field], version.readings)}.`, ...more, ...(punctuality.reason === "too-few-carers" ? rule : [])];
}

function performanceSections({ performance }: VisitAssessment, { versions }: DayRules, cite: Cite): Section[] {
  if (performance === null) return [];
  const said = performanceEffectWords(performance);
  const { performanceEffects } = versions;
  return [{ heading: "Performance", sentences: [performanceEffects?.kind === "in-force" ? `${said.slice(0, -1)} (${cite(performanceEffects.version.source)}).` : said] }];
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
