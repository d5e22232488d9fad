import type { ClauseName } from "./council.js";

/** What a clause is on, to follow "the rule on" or "the rules on". */
export const CLAUSE_NAMES: { readonly [C in ClauseName]: string } = {
  punctuality: "punctuality",
  targets: "targets",
  attendance: "attendance",
  paidMinutes: "paid minutes",
  basis: "whose time is paid",
  rate: "the hourly rate",
  statement: "statements",
  continuity: "continuity of care",
};
