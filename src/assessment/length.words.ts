import { counted, everyKindSaid, listed, quoted, slugWords, withSource } from "../shared/words.js";
import type { ConditionHeld, LengthCondition, LengthLimit, LengthRule, RuleOutcome, VisitLength } from "./length.js";

/** Does a visit's length conform, and why: the verdict, then each rule with what came of it and how far the limit is. */
export function visitLengthWords(result: VisitLength, minutes: number | null, rules: readonly LengthRule[], source: string | null): string[] {
  const length = minutes === null ? "The planned length, which is not known," : `The planned length, ${counted(minutes, "minute")},`;
  const outcomes = result.rules.flatMap((outcome) => {
    const rule = rules.find(({ id }) => id === outcome.rule);
    return rule === undefined ? [] : [ruleWords(outcome, rule, minutes)];
  });
  return [withSource(`${length} ${visitLengthVerdict(result)}.`, source), ...outcomes];
}

/** The verdict, to follow what it is of: `"conforms to every rule"`. */
export function visitLengthVerdict(result: VisitLength): string {
  switch (result.kind) {
    case "conforms":
      return "conforms to every rule";
    case "breach":
      return result.breach === "error" ? "breaks a rule" : "is not what the contract asks for in general";
    case "cannot-be-determined":
      return `cannot be held against every rule: ${missingWords(result.missing)}`;
    default:
      return everyKindSaid(result);
  }
}

function missingWords(missing: readonly string[]): string {
  return `nobody has said ${listed(missing.map((fact) => (fact === "minutes" ? "how long it is planned for" : fact === "tasks" ? "what its tasks are" : `whether it is so: ${quoted(slugWords(fact))}`)))}`;
}

function ruleWords({ kind, missing, askedWhen, unless }: RuleOutcome, { limit }: LengthRule, minutes: number | null): string {
  const asks = `A visit${whenWords(askedWhen)} is to be ${limitWords(limit)}`;
  switch (kind) {
    case "conforms":
      return `${asks}: it is${minutes === null ? "" : spareWords(minutes, limit)}.`;
    case "allowed":
      return `${asks}: it is ${distanceWords(minutes, limit)}, which is allowed because ${heldWords(unless)}.`;
    case "not-asked":
      return `${asks}: that is not asked of this one, of which it is not so: ${notHeldWords(askedWhen)}.`;
    case "breach":
      return `${asks}: it is ${distanceWords(minutes, limit)}${unless.length === 0 ? ", and nothing allows that" : `, which would be allowed if ${conditionsWords(unless.map(({ condition }) => condition))}`}.`;
    case "cannot-be-determined":
      return `${asks}: whether it is cannot be determined, because ${missingWords(missing)}.`;
    default:
      return everyKindSaid(kind);
  }
}

function whenWords(askedWhen: readonly ConditionHeld[]): string {
  return askedWhen.length === 0 ? "" : ` of which it is so that ${conditionsWords(askedWhen.map(({ condition }) => condition))}`;
}

function limitWords(limit: LengthLimit): string {
  return limit.kind === "at-least" ? `at least ${counted(limit.minutes, "minute")}` : `${listed(limit.minutes.map(String), "or")} minutes`;
}

/** How far a length is inside its limit. */
function spareWords(minutes: number, limit: LengthLimit): string {
  if (limit.kind === "one-of") return "";
  return minutes === limit.minutes ? ", and one minute less would not be" : `, by ${counted(minutes - limit.minutes, "minute")}`;
}

/** How far a length is from its limit. */
function distanceWords(minutes: number | null, limit: LengthLimit): string {
  if (minutes === null) return "not known";
  const [first, ...others] = limit.kind === "at-least" ? [limit.minutes] : limit.minutes;
  const near = others.reduce((best, length) => (Math.abs(length - minutes) < Math.abs(best - minutes) ? length : best), first!);
  return minutes < near ? `${counted(near - minutes, "minute")} short of ${near}` : `${counted(minutes - near, "minute")} over ${near}`;
}

function heldWords(conditions: readonly ConditionHeld[]): string {
  return conditionsWords(conditions.filter(({ holds }) => holds === true).map(({ condition }) => condition));
}

function notHeldWords(conditions: readonly ConditionHeld[]): string {
  return conditionsWords(conditions.filter(({ holds }) => holds === false).map(({ condition }) => condition));
}

function conditionsWords(conditions: readonly LengthCondition[]): string {
  return listed(conditions.map(conditionWords));
}

function conditionWords(condition: LengthCondition): string {
  switch (condition.kind) {
    case "any-task":
      return `one of its tasks is ${listed(condition.tasks.map(quoted), "or")}`;
    case "only-tasks":
      return `its tasks are ${listed(condition.tasks.map(quoted))} only`;
    case "fact":
      return `it is said of it: ${quoted(slugWords(condition.fact))}`;
    default:
      return everyKindSaid(condition);
  }
}
