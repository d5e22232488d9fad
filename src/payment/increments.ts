import type { Row } from "../contract/rows.js";
import { refuse } from "../shared/refuse.js";

/** Steps of so many minutes: 5-minute steps, 15-minute steps, 10-minute blocks. */
export interface Increments {
  readonly kind: "increments";
  /** Minutes in a step, from 1. */
  readonly minutes: number;
  /** To which step a length between two of them goes; for the nearest, where exactly half a step goes. */
  readonly round: "up" | "down" | "nearest-half-up" | "nearest-half-down" | "nearest-half-even";
}

/** “Per hour or part thereof”: a unit that is begun is paid as a whole one. */
export interface UnitOrPart {
  readonly kind: "unit-or-part";
  /** Minutes in a unit, from 1. */
  readonly unit: number;
  /** Has a stay of 0 whole minutes begun a unit? */
  readonly zeroMinutes: "a-unit" | "unpaid";
}

/** Complete units only. What is left over is dropped, or, where the basis adds up time over a period, goes on to the next visit in it. */
export interface CompleteUnits {
  readonly kind: "complete-units";
  /** Minutes in a unit, from 1. */
  readonly unit: number;
}

/** By the exact minute: nothing is rounded but part-minutes. */
export interface ExactMinutes {
  readonly kind: "exact-minutes";
}

/** A table that is a rule of arithmetic, without rows written down: it has no holes and no overlaps. */
export type ReckonedTable = Increments | UnitOrPart | CompleteUnits | ExactMinutes;

/**
 * What a reckoned table pays for a length in whole minutes, as the row it would have: the shortest and the longest length
 * paid the same.
 *
 * @example
 * ```ts
 * reckonedRow(37, { kind: "increments", minutes: 15, round: "nearest-half-up" }); // => { from: 23, to: 37, becomes: 30 }
 * reckonedRow(61, { kind: "unit-or-part", unit: 60, zeroMinutes: "unpaid" }); // => { from: 61, to: 120, becomes: 120 }
 * reckonedRow(175, { kind: "complete-units", unit: 60 }); // => { from: 120, to: 179, becomes: 120 }
 * ```
 */
export function reckonedRow(minutes: number, table: ReckonedTable): Row {
  switch (table.kind) {
    case "exact-minutes":
      return { from: minutes, to: minutes, becomes: minutes };
    case "complete-units":
      return stepped(minutes, table.unit, "down");
    case "unit-or-part":
      return table.zeroMinutes === "a-unit" && minutes <= table.unit ? { from: 0, to: table.unit, becomes: table.unit } : stepped(minutes, table.unit, "up");
    case "increments":
      return stepped(minutes, table.minutes, table.round);
  }
}

function stepped(minutes: number, step: number, round: Increments["round"]): Row {
  const steps = stepsIn(minutes, step, round);
  const at = steps * step;
  const half = step / 2;
  // The half itself belongs to this step below it, above it, to both or to neither.
  const [halfBelow, halfAbove] =
    round === "nearest-half-up" ? [true, false]
    : round === "nearest-half-down" ? [false, true]
    : [steps % 2 === 0, steps % 2 === 0];
  const from = round === "up" ? at - step + 1 : round === "down" ? at : halfBelow ? Math.ceil(at - half) : Math.floor(at - half) + 1;
  const to = round === "up" ? at : round === "down" ? at + step - 1 : halfAbove ? Math.floor(at + half) : Math.ceil(at + half) - 1;
  return { from: Math.max(0, from), to, becomes: at };
}

function stepsIn(minutes: number, step: number, round: Increments["round"]): number {
  const whole = Math.floor(minutes / step);
  const rest = minutes - whole * step;
  if (rest === 0 || round === "down") return whole;
  if (round === "up" || 2 * rest > step) return whole + 1;
  if (2 * rest < step) return whole;
  const up = round === "nearest-half-up" || (round === "nearest-half-even" && whole % 2 === 1);
  return up ? whole + 1 : whole;
}

/** Throws, naming the field, when a step or unit is not a whole number of minutes from 1. */
export function checkReckoned(table: ReckonedTable): void {
  if (table.kind === "exact-minutes") return;
  const [field, value] = table.kind === "increments" ? ["minutes", table.minutes] as const : ["unit", table.unit] as const;
  if (!Number.isSafeInteger(value) || value < 1) refuse("paidMinutes", `${field} must be a whole number of minutes from 1`, value);
}
