import type { Row } from "../contract/rows.js";
import { refuse, suggest } from "../shared/refuse.js";
import { checkReckoned } from "./increments.js";
import { type PaidMinutesTerms, type RowsTable, bandsBy, isWhole, minutesPaidIn, paidMinutesFor } from "./paid-minutes.js";

/** A table of minutes paid by whole minutes from 0 to a day, for loops; longer stays are reckoned one by one. */
export interface PaidMinutesTable {
  readonly terms: PaidMinutesTerms;
  /** Minutes paid; `UNANSWERED` where no row or several hold the length. */
  readonly byMinute: Int32Array;
}

const MINUTES_IN_TABLE = 1440;
/** Stands in a table where the contract gives no answer. */
export const UNANSWERED = -1;

const TABLE_KINDS: readonly PaidMinutesTerms["kind"][] = ["rows", "increments", "unit-or-part", "complete-units", "exact-minutes"];

/**
 * Compiles terms to a table. Throws when a row is not whole minutes with its end at or after its start, naming it, what is
 * beyond the rows cannot be reckoned with or begins inside one of them, or a step or unit is not whole minutes from 1.
 */
export function paidMinutesTable(terms: PaidMinutesTerms): PaidMinutesTable {
  if (!TABLE_KINDS.includes(terms.kind)) refuse("paidMinutes", "kind must be that of a table", terms.kind, suggest(String(terms.kind), TABLE_KINDS));
  if (terms.kind === "rows") checkRows(terms);
  else checkReckoned(terms);
  const bandAt = bandsBy(terms);
  return { terms, byMinute: Int32Array.from({ length: MINUTES_IN_TABLE + 1 }, (_, minutes) => minutesPaidIn(bandAt(minutes)) ?? UNANSWERED) };
}

function checkRows({ rows, filling, beyond }: RowsTable): void {
  for (const row of [...rows, ...filling]) {
    const { from, to, becomes } = row;
    const whole = [from, becomes, ...(to === "open" ? [] : [to])].every(isWhole);
    if (!whole || (to !== "open" && to < from)) {
      refuse("paidMinutes", "a row must be whole minutes from 0 with its end at or after its start", `${from} to ${to} becomes ${becomes}`);
    }
  }
  if (!canBeReckoned(beyond)) {
    refuse("paidMinutes", "what is beyond the rows must be whole minutes from 0, steps and units at least 1 minute long", JSON.stringify(beyond));
  }
  const inside = [...rows, ...filling].find((row) => reachesInto(beyond, row));
  if (inside !== undefined) {
    const [what, minute] = beyond.kind === "steps" ? ["steps", beyond.from] : ["whole units", (beyond as { readonly unit: number }).unit];
    const { from, to, becomes } = inside;
    refuse("paidMinutes", `rows must end before the ${what} beyond them begin, at minute ${minute}`, `${from} to ${to} becomes ${becomes}`, "Two answers for one length: begin after the last row, or take the row out");
  }
}

/**
 * Does a row say otherwise what is beyond the rows says too? A row without an end goes on until that begins; and a row that
 * ends with the first whole unit may pay it in full itself.
 */
function reachesInto(beyond: RowsTable["beyond"], { from, to, becomes }: Row): boolean {
  if (beyond.kind === "open-row") return false;
  if (beyond.kind === "steps") return from >= beyond.from || (to !== "open" && to >= beyond.from);
  if (to === beyond.unit && becomes === beyond.unit) return false;
  return from >= beyond.unit || (to !== "open" && to >= beyond.unit);
}

function canBeReckoned(beyond: RowsTable["beyond"]): boolean {
  if (beyond.kind === "open-row") return true;
  if (beyond.kind === "whole-units") return isWhole(beyond.unit) && beyond.unit > 0;
  return [beyond.from, beyond.becomes, beyond.every, beyond.adds].every(isWhole) && beyond.every > 0;
}

/** Minutes paid for a length, from the table; `UNANSWERED` where the contract gives no answer. */
export function lookUp(minutes: number, table: PaidMinutesTable): number {
  return table.byMinute[minutes] ?? minutesPaidIn(paidMinutesFor(minutes, table.terms)) ?? UNANSWERED;
}
