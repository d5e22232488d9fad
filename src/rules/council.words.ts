import type { ClauseName, FurtherVisitClause } from "./council.js";

/** What a clause is on, to follow "the rule on" or "the rules on". */
export const CLAUSE_NAMES: { readonly [C in ClauseName | FurtherVisitClause]: string } = {
  punctuality: "punctuality",
  targets: "targets",
  attendance: "attendance",
  paidMinutes: "paid minutes",
  basis: "whose time is paid",
  rate: "the hourly rate",
  statement: "statements",
  continuity: "continuity of care",
  undelivered: "visits that did not go to plan",
  incentive: "incentives",
  contribution: "the contribution of the person",
  performanceEffects: "what visits count for performance",
};
