import { refuse } from "../shared/refuse.js";

/** What must hold for a rule to be asked of a visit, or for a short visit to be allowed. */
export type LengthCondition =
  /** One of the visit's tasks is among these. */
  | { readonly kind: "any-task"; readonly tasks: readonly string[] }
  /** Every task of the visit is among these: `["medication prompt"]` is "medication prompt only". */
  | { readonly kind: "only-tasks"; readonly tasks: readonly string[] }
  /** A fact of the caller's is so: `"known-worker"`, `"part-of-wider-package"`. */
  | { readonly kind: "fact"; readonly fact: string };

/** What a length must be. Minutes are whole. */
export type LengthLimit =
  /** At least so many minutes (included). */
  | { readonly kind: "at-least"; readonly minutes: number }
  /** One of these lengths exactly. */
  | { readonly kind: "one-of"; readonly minutes: readonly number[] };

/** One rule on how long a visit is planned for. */
export interface LengthRule {
  /** A stable kebab-case id, unlike every other rule's. */
  readonly id: string;
  readonly limit: LengthLimit;
  /** Asked only of visits of which all of these hold. Empty: of every visit. */
  readonly askedWhen: readonly LengthCondition[];
  /** A length outside the limit is allowed where all of these hold. Empty: never. */
  readonly unless: readonly LengthCondition[];
  /** A breach is an error; or a warning, where the contract says "in general". */
  readonly breach: "error" | "warning";
}

/** How long visits are to be. */
export interface VisitLengthTerms {
  readonly rules: readonly LengthRule[];
}

/** What these rules ask of a visit; what is not known is `null`, or not there. */
export interface LengthFacts {
  /** The planned length in whole minutes. */
  readonly minutes: number | null;
  readonly tasks: readonly string[] | null;
  readonly facts: { readonly [fact: string]: boolean | null };
}

/** What came of one condition; `null`: the fact is missing. */
export interface ConditionHeld {
  readonly condition: LengthCondition;
  readonly holds: boolean | null;
}

/** What came of one rule. */
export interface RuleOutcome {
  readonly rule: string;
  readonly breach: LengthRule["breach"];
  readonly kind: "conforms" | "allowed" | "not-asked" | "breach" | "cannot-be-determined";
  /** Facts without which it cannot be determined: `minutes`, `tasks`, or the name of a fact. Empty otherwise. */
  readonly missing: readonly string[];
  readonly askedWhen: readonly ConditionHeld[];
  /** Empty where the length is within the limit. */
  readonly unless: readonly ConditionHeld[];
}

/** Does a visit's length conform to every rule? `missing` names the facts without which that cannot be determined. */
export type VisitLength =
  | { readonly kind: "conforms"; readonly rules: readonly RuleOutcome[] }
  | { readonly kind: "breach"; readonly breach: "error" | "warning"; readonly rules: readonly RuleOutcome[] }
  | { readonly kind: "cannot-be-determined"; readonly missing: readonly string[]; readonly rules: readonly RuleOutcome[] };

/**
 * Is a visit as long as the council says visits are to be? A breach that is an error outweighs what is unknown; what is
 * unknown and may be an error outweighs a warning. A length within the limit needs no further fact.
 * Throws when the terms have a limit that is no whole minutes, or two rules of one id.
 *
 * @example
 * ```ts
 * const rules = [{ id: "half-hour", limit: { kind: "at-least", minutes: 30 }, askedWhen: [], unless: [{ kind: "fact", fact: "known-worker" }], breach: "error" }] as const;
 * visitLength({ minutes: 30, tasks: null, facts: {} }, { rules }).kind; // => "conforms"
 * visitLength({ minutes: 29, tasks: null, facts: { "known-worker": true } }, { rules }).kind; // => "conforms"
 * visitLength({ minutes: 29, tasks: null, facts: { "known-worker": false } }, { rules }).kind; // => "breach"
 * const unknown = visitLength({ minutes: 29, tasks: null, facts: {} }, { rules });
 * unknown.kind === "cannot-be-determined" && unknown.missing; // => ["known-worker"]
 * ```
 */
export function visitLength(facts: LengthFacts, { rules }: VisitLengthTerms): VisitLength {
  checkRules(rules);
  if (facts.minutes !== null && !(Number.isSafeInteger(facts.minutes) && facts.minutes >= 0)) refuse("visitLength", "minutes must be whole minutes from 0, or null when they are not known", facts.minutes);
  const outcomes = rules.map((rule) => outcomeOf(facts, rule));
  const having = (kind: RuleOutcome["kind"], breach: LengthRule["breach"]): RuleOutcome[] => outcomes.filter((outcome) => outcome.kind === kind && outcome.breach === breach);
  for (const breach of ["error", "warning"] as const) {
    if (having("breach", breach).length > 0) return { kind: "breach", breach, rules: outcomes };
    const unknown = having("cannot-be-determined", breach);
    if (unknown.length > 0) return { kind: "cannot-be-determined", missing: [...new Set(unknown.flatMap(({ missing }) => missing))], rules: outcomes };
  }
  return { kind: "conforms", rules: outcomes };
}

function checkRules(rules: readonly LengthRule[]): void {
  for (const [i, { id, limit }] of rules.entries()) {
    if (rules.findIndex((other) => other.id === id) !== i) refuse("visitLength", "every rule must have an id of its own", id);
    const lengths = limit.kind === "at-least" ? [limit.minutes] : limit.minutes;
    if (lengths.length === 0 || lengths.some((minutes) => !Number.isSafeInteger(minutes) || minutes < 1)) refuse("visitLength", `the limit of ${id} must be whole minutes from 1`, lengths.join(", "));
  }
}

function outcomeOf(facts: LengthFacts, { id: rule, limit, askedWhen, unless, breach }: LengthRule): RuleOutcome {
  const asked = askedWhen.map((condition) => ({ condition, holds: holds(facts, condition) }));
  const answer = (kind: RuleOutcome["kind"], missing: readonly string[] = [], excuses: readonly ConditionHeld[] = []): RuleOutcome => ({ rule, breach, kind, missing, askedWhen: asked, unless: excuses });
  if (asked.some((condition) => condition.holds === false)) return answer("not-asked");
  if (facts.minutes !== null && isWithin(facts.minutes, limit)) return answer("conforms");
  const excuses = unless.map((condition) => ({ condition, holds: holds(facts, condition) }));
  const excused = unless.length > 0 && excuses.every((condition) => condition.holds === true);
  if (excused) return answer("allowed", [], excuses);
  const ruledOut = unless.length === 0 || excuses.some((condition) => condition.holds === false);
  const missing = [...(facts.minutes === null ? ["minutes"] : []), ...missingIn(asked), ...(ruledOut ? [] : missingIn(excuses))];
  return missing.length === 0 ? answer("breach", [], excuses) : answer("cannot-be-determined", [...new Set(missing)], excuses);
}

function isWithin(minutes: number, limit: LengthLimit): boolean {
  return limit.kind === "at-least" ? minutes >= limit.minutes : limit.minutes.includes(minutes);
}

function holds({ tasks, facts }: LengthFacts, condition: LengthCondition): boolean | null {
  if (condition.kind === "fact") return Object.hasOwn(facts, condition.fact) ? facts[condition.fact]! : null;
  if (tasks === null) return null;
  // A visit without any task is for none of them.
  const among = (task: string): boolean => condition.tasks.includes(task);
  return condition.kind === "any-task" ? tasks.some(among) : tasks.length > 0 && tasks.every(among);
}

function missingIn(conditions: readonly ConditionHeld[]): string[] {
  return conditions.flatMap(({ condition, holds: held }) => (held !== null ? [] : [condition.kind === "fact" ? condition.fact : "tasks"]));
}
