import { refuse, suggest } from "../shared/refuse.js";
import type { AnyClauseName, Council, VisitCouncil } from "./council.js";

/**
 * The council with the clauses of one of its contracts in place of its own; what the contract does not have stays the
 * council's. Visits of several contracts are assessed apart, each by its own rules. Throws when there is no such contract.
 *
 * @example
 * ```ts
 * const inBands = leicester.paidMinutes.versions[0]!;
 * const byTheMinute = { versions: [{ ...inBands, kind: "exact-minutes", readings: {} }] };
 * const council = { ...leicester, contracts: { "extra-care": { paidMinutes: byTheMinute } } };
 * contractOf(council, "extra-care").id; // => "leicester-extra-care"
 * contractOf(council, "extra-care").paidMinutes.versions[0].kind; // => "exact-minutes"
 * ```
 */
export function contractOf<C extends Council>(council: C, contract: string): C {
  const { contracts, ...own } = council;
  const clauses = contracts?.[contract];
  if (clauses === undefined) {
    const known = Object.keys(contracts ?? {});
    refuse("contractOf", `${council.name} must have that contract`, contract, known.length === 0 ? "It names no contracts" : suggest(contract, known));
  }
  return { ...own, ...clauses, id: `${council.id}-${contract}` } as unknown as C;
}

/** The clauses that say what is paid: a charge has its own of each, or none. */
const PAY_CLAUSES = ["paidMinutes", "basis", "undelivered", "rate", "incentive", "statement", "contribution"] as const satisfies readonly AnyClauseName[];

/**
 * What the person is charged, as a council of its own to `compile`: the charge's clauses in place of all that say what the
 * provider is paid, none of which is handed down. Throws when the council has no charge, or it lacks a clause that a
 * charge needs.
 *
 * @example
 * ```ts
 * const { paidMinutes, basis, rate, statement } = leicester;
 * const { readings: _none, ...facts } = statement.versions[0]!;
 * const contribution = { versions: [{ ...facts, period: "week", assessedOn: "first-day", readings: {} }] } as const;
 * chargeOf({ ...leicester, charge: { paidMinutes, basis, rate, statement, contribution } }).id; // => "leicester-charge"
 * ```
 */
export function chargeOf<CallType extends string>(council: VisitCouncil<CallType>): VisitCouncil<CallType> {
  const { charge, contracts: _contracts, ...own } = council;
  if (charge === undefined) refuse("chargeOf", `${council.name} must have a charge`, charge);
  for (const clause of ["paidMinutes", "basis", "rate", "statement", "contribution"] as const) {
    if (charge[clause] === undefined) refuse("chargeOf", `the charge of ${council.name} must have the clause "${clause}"`, undefined, "What the provider is paid is not handed down");
  }
  const kept = Object.fromEntries(Object.entries(own).filter(([name]) => !(PAY_CLAUSES as readonly string[]).includes(name)));
  return { ...kept, ...charge, id: `${council.id}-charge` } as unknown as VisitCouncil<CallType>;
}
