import type { RowFinding } from "../ecm/findings.js";
import type { Month } from "../month/month.js";
import type { Rules } from "../rules/compile.js";

/** What a page may show beside the month itself. */
export interface MonthPageOptions {
  /** Findings to show as examples, in the order to show them. */
  readonly findings?: readonly RowFinding[];
}

/** Soon. */
export function monthPage<CallType extends string>(_month: Month<CallType>, _rules: Rules<CallType>, _options: MonthPageOptions = {}): string {
  return "";
}
