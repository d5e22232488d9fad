import { attendanceRule } from "../assessment/attendance.js";
import { visitLength } from "../assessment/length.js";
import { punctualityRule } from "../assessment/punctuality.js";
import { compileStandard } from "../continuity/standard.js";
import { checkBasis } from "../payment/basis.js";
import { incentivePence } from "../payment/incentive.js";
import { paidMinutesTable } from "../payment/paid-minutes-table.js";
import { compileRates } from "../payment/rate.js";
import { compileUndelivered } from "../payment/undelivered.js";
import { gradeHoles } from "../performance/grade.js";
import { scorecard } from "../performance/scorecard.js";
import { compile } from "../rules/compile.js";
import { chargeOf, contractOf } from "../rules/contracts.js";
import type { AnyClauseName, Clauses, Council, VisitCouncil } from "../rules/council.js";
import { holidayCalendar } from "../shared/bank-holidays.js";
import { bankHolidays } from "../shared/bank-holidays-data.js";
import { timeBank } from "../time-bank/ledger.js";
import { placeOf } from "./place-of.js";
import { type Path, type Problem, UNWRITABLE, pathText } from "./problem.js";
import { EVERY_CLAUSE, type Loose, loose, ruleSetsOf, versionsIn } from "./rule-sets.js";
import { partAt, partsOf, withoutStandIns } from "./set-aside.js";

type TermsOf<C extends AnyClauseName> = NonNullable<Clauses[C]>["versions"][number];

/** Reckons with terms as their rule does, for what that refuses. Terms that no rule refuses have no entry. */
const RECKON: { readonly [C in AnyClauseName]?: (terms: TermsOf<C>, council: Council) => unknown } = {
  punctuality: punctualityRule,
  attendance: attendanceRule,
  paidMinutes: paidMinutesTable,
  basis: checkBasis,
  undelivered: compileUndelivered,
  rate: (terms, { nation }) => compileRates([terms], { pence: [], divisors: [], calendar: holidayCalendar(nation, bankHolidays) }),
  incentive: incentivePence,
  continuity: compileStandard,
  visitLength: (terms) => visitLength({ minutes: null, tasks: null, facts: {} }, terms),
  scorecard: (terms) => [gradeHoles(terms.grades), scorecard({}, "2000-01-01", terms)],
  timeBank: (terms) => timeBank({ firstDay: "2000-01-01", lastDay: "2000-01-01", entries: [], planned: [] }, terms),
};

/**
 * What the rules themselves refuse of versions in the right shape: as each stands, and as each choice of its readings makes
 * it. `unsound` are the paths at which something is wrong already: a part of a list in which something is, is set aside;
 * other terms in which something is are left alone; and what is wrong in a reading holds back that reading only.
 */
export function checkReckoned(council: Council, unsound: readonly string[]): Problem[] {
  return ruleSetsOf(loose(council)).flatMap(({ path, own }) =>
    versionsIn(own, path).flatMap(({ clause, path: at, version }) => {
      if (clause === "rate" && unsound.includes("nation")) return [];
      const sound = soundTerms(clause, version, at, unsound);
      if (sound === null) return [];
      const { problems, rest } = reckoned(clause, sound, at, council);
      if (rest === null) return problems;
      const ofChoices = Object.entries(loose(version["readings"])).flatMap(([slug, reading]) =>
        Object.entries(loose(loose(reading)["choices"])).flatMap(([name, choice]) => {
          const set = loose(loose(choice)["set"]);
          const place = [...at, "readings", slug, "choices", name];
          if (unsound.some((problem) => isAbove(problem, pathText(place)) || isAbove(pathText(place), problem))) return [];
          return reckoned(clause, { ...rest, ...set }, [...place, "set"], council, Object.keys(set)).problems;
        }),
      );
      return [...problems, ...ofChoices];
    }),
  );
}

/** What stands in a version beside its terms, and holds nothing of them back. */
const BESIDE_TERMS = ["firstDay", "lastDay", "authority", "source", "alsoSee", "readings"] as const;

/** A version with every part set aside in which something is wrong; `null` where something is wrong elsewhere in its terms. */
function soundTerms(clause: AnyClauseName, version: Loose, at: Path, unsound: readonly string[]): Loose | null {
  if (unsound.some((problem) => isAbove(problem, pathText(at)))) return null;
  const beside = BESIDE_TERMS.map((field) => pathText([...at, field]));
  let wrong = unsound.filter((problem) => isAbove(pathText(at), problem) && !beside.some((field) => isAbove(field, problem)));
  let terms: Loose | null = version;
  for (const part of partsOf(clause, version)) {
    const place = pathText([...at, ...part.at]);
    if (!wrong.some((problem) => isAbove(place, problem))) continue;
    wrong = wrong.filter((problem) => !isAbove(place, problem));
    terms = partAt(clause, part.at, terms)?.without() ?? null;
    if (terms === null) return null;
  }
  return wrong.length === 0 ? terms : null;
}

function isAbove(path: string, other: string): boolean {
  return path === "" || other === path || (other.startsWith(path) && ".[".includes(other[path.length]!));
}

/**
 * What a rule refuses of terms, one thing after another: what was refused is set aside, and the rest reckoned again. A part
 * that is refused again once it was set aside is refused for another's sake, and not shown twice. `rest` are the terms without
 * all that; `null` where something stays refused. `own` are the fields in which to look for what was refused.
 */
function reckoned(clause: AnyClauseName, version: Loose, path: Path, council: Council, own: readonly string[] = Object.keys(version)): { readonly problems: readonly Problem[]; readonly rest: Loose | null } {
  const reckon = RECKON[clause] as ((terms: unknown, council: Council) => unknown) | undefined;
  const problems: Problem[] = [];
  const aside = new Set<string>();
  for (let terms = version; ; ) {
    const refused = refusalOf(() => reckon?.(terms, council), path, Object.fromEntries(own.map((field) => [field, terms[field]])));
    if (refused === null) return { problems, rest: terms };
    const { place, problem } = refused;
    const part = ofAllTogether(problem) ? null : partAt(clause, place, terms);
    const name = part === null ? null : pathText(part.at);
    if (name !== null && aside.has(name)) return { problems, rest: null };
    problems.push({ ...problem, do: withoutStandIns(problem.do) });
    const next = isOfAcross(problem) ? { ...terms, across: "by-start" } : (part?.without() ?? null);
    if (next === null) return { problems, rest: null };
    if (name !== null && !isOfAcross(problem)) aside.add(name);
    terms = next;
  }
}

/** Is a price refused for all of them, which share one scale? Without it the next would be. */
function ofAllTogether({ expected }: Problem): boolean {
  return expected.includes("coarse enough");
}

/** Is it a band that does not go with `across`? All such bands are mended there. */
function isOfAcross({ expected }: Problem): boolean {
  return expected.startsWith("across cannot be");
}

/** What `compile` refuses of clauses that are sound each by itself: where they contradict each other. */
export function checkTogether(council: VisitCouncil, path: Path): Problem[] {
  const { callTypes: _ofTheCouncil, ...clauses } = council;
  const refused = refusalOf(() => compile(council, { bankHolidays }), path, Object.fromEntries(EVERY_CLAUSE.map((clause) => [clause, clauses[clause]])));
  return refused === null ? [] : [refused.problem];
}

/** The sets of rules of a council, each as a council of its own: its own, its contracts', and its charge. */
export function councilsOf(council: Council): { readonly path: Path; readonly council: Council }[] {
  const contracts = Object.keys(council.contracts ?? {}).map((name) => ({ path: ["contracts", name], council: contractOf(council, name) }));
  return [{ path: [], council }, ...contracts];
}

/** The council's charge as a council of its own, where it has every clause that one needs. */
export function chargeCouncil(council: VisitCouncil): VisitCouncil | null {
  const needs = ["paidMinutes", "basis", "rate", "statement", "contribution"] as const;
  return council.charge !== undefined && needs.every((clause) => council.charge![clause] !== undefined) ? chargeOf(council) : null;
}

/** Runs something that may refuse its terms, and says what it refused, and where in them. Any other error is thrown on. */
function refusalOf(reckon: () => unknown, path: Path, own: Loose): { readonly place: Path; readonly problem: Problem } | null {
  try {
    reckon();
    return null;
  } catch (error) {
    // As `refuse` writes it: where, what was expected, what came, what to do.
    const [, where, must, got, todo] = (error instanceof TypeError ? /^([^:]+): (.+), got (.+?)(?:\. (.+))?$/s.exec(error.message) : null) ?? [];
    if (where === undefined || must === undefined) throw error;
    const expected = where.includes(" ") ? `${where}: ${must}` : must;
    const place = placeOf(expected, got!, own);
    return { place, problem: { path: pathText([...path, ...place]), expected, got: got === "undefined" ? "nothing" : got!, do: todo ?? `Write what is expected. Where that is not what was agreed, see ${UNWRITABLE}` } };
  }
}
