import type { Punctuality } from "../assessment/punctuality.js";

/**
 * How far from plan calls began: counts by stretches of five minutes, from 90 minutes early to 90 late, with a stretch
 * past either end. The first counts those earlier still, the last those later still.
 */
export type ArrivalCounts = Float64Array;

const MINUTES_IN_BIN = 5;
const BINS_EACH_SIDE = 18;
const SECONDS_IN_BIN = MINUTES_IN_BIN * 60;

/** How many stretches are counted, the two past the ends among them. */
export const ARRIVAL_BINS = 2 * BINS_EACH_SIDE + 2;

/** A stretch of minutes late, or early below 0: `null` has no end. */
export interface ArrivalBin {
  readonly from: number | null;
  readonly to: number | null;
}

/** No arrival counted yet. */
export function noArrivals(): ArrivalCounts {
  return new Float64Array(ARRIVAL_BINS);
}

/**
 * The stretch that signed seconds belong to, as an index. A stretch holds the end farther from the plan and not the nearer
 * one, so that a limit, which is included, closes it: 30:00 late is in 25 to 30, 30:01 in 30 to 35; the same for early.
 * On the dot is in 0 to 5 late.
 */
export function arrivalBin(seconds: number): number {
  const steps = seconds < 0 ? Math.floor(seconds / SECONDS_IN_BIN) : Math.max(0, Math.ceil(seconds / SECONDS_IN_BIN) - 1);
  return Math.min(Math.max(steps, -BINS_EACH_SIDE - 1), BINS_EACH_SIDE) + BINS_EACH_SIDE + 1;
}

/** The minutes of a stretch, by its index. */
export function arrivalMinutes(bin: number): ArrivalBin {
  const from = (bin - BINS_EACH_SIDE - 1) * MINUTES_IN_BIN;
  return { from: bin === 0 ? null : from, to: bin === ARRIVAL_BINS - 1 ? null : from + MINUTES_IN_BIN };
}

/** Counts an assessed arrival, in place. A visit that is late without an arrival to measure is in no stretch. */
export function countArrival(counts: ArrivalCounts, punctuality: Punctuality): void {
  if ("seconds" in punctuality) counts[arrivalBin(punctuality.seconds)]!++;
}

/** Adds one set of counts to another, in place. */
export function addArrivals(to: ArrivalCounts, from: ArrivalCounts): void {
  for (let bin = 0; bin < ARRIVAL_BINS; bin++) to[bin]! += from[bin]!;
}
