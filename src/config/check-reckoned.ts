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
 * it. `unsound` are the paths at which something is wrong already: terms in which something is are left alone, and what is
 * wrong in a reading holds back that reading only.
 */
export function checkReckoned(council: Council, unsound: readonly string[]): Problem[] {
  return ruleSetsOf(loose(council)).flatMap(({ path, own }) =>
    versionsIn(own, path).flatMap(({ clause, path: at, version }) => {
      if (clause === "rate" && unsound.includes("nation")) return [];
      const readings = pathText([...at, "readings"]);
      if (unsound.some((problem) => isAbove(problem, pathText(at)) || (isAbove(pathText(at), problem) && !isAbove(readings, problem)))) return [];
      const asItStands = reckoned(clause, version, at, council);
      if (asItStands.length > 0) return asItStands;
      return Object.entries(loose(version["readings"])).flatMap(([slug, reading]) =>
        Object.entries(loose(loose(reading)["choices"])).flatMap(([name, choice]) => {
          const set = loose(loose(choice)["set"]);
          const place = [...at, "readings", slug, "choices", name];
          if (unsound.some((problem) => isAbove(problem, pathText(place)) || isAbove(pathText(place), problem))) return [];
          return reckoned(clause, { ...version, ...set }, [...place, "set"], council, set);
        }),
      );
    }),
  );
}

function isAbove(path: string, other: string): boolean {
  return path === "" || other === path || (other.startsWith(path) && ".[".includes(other[path.length]!));
}

function reckoned(clause: AnyClauseName, terms: unknown, path: Path, council: Council, own: Loose = loose(terms)): Problem[] {
  const reckon = RECKON[clause] as ((terms: unknown, council: Council) => unknown) | undefined;
  return refusalsOf(() => reckon?.(terms, council), path, own);
}

/** What `compile` refuses of clauses that are sound each by itself: where they contradict each other. */
export function checkTogether(council: VisitCouncil, path: Path): Problem[] {
  const { callTypes: _ofTheCouncil, ...clauses } = council;
  return refusalsOf(() => compile(council, { bankHolidays }), path, Object.fromEntries(EVERY_CLAUSE.map((clause) => [clause, clauses[clause]])));
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
function refusalsOf(reckon: () => unknown, path: Path, own: Loose): Problem[] {
  try {
    reckon();
    return [];
  } catch (error) {
    // As `refuse` writes it: where, what was expected, what came, what to do.
    const [, where, must, got, todo] = (error instanceof TypeError ? /^([^:]+): (.+), got (.+?)(?:\. (.+))?$/s.exec(error.message) : null) ?? [];
    if (where === undefined || must === undefined) throw error;
    const expected = where.includes(" ") ? `${where}: ${must}` : must;
    return [{ path: pathText([...path, ...placeOf(expected, got!, own)]), expected, got: got === "undefined" ? "nothing" : got!, do: todo ?? `Write what is expected. Where that is not what was agreed, see ${UNWRITABLE}` }];
  }
}
