import { type Stay, coveredSeconds } from "../assessment/presence.js";
import { MINUTE, type Moment, asMoment } from "../shared/moment.js";
import type { TableSlots } from "./paid-minutes.js";

/**
 * How many whole minutes do one carer's stays make, a moment in two of them counted once?
 * The value before the rows: what is paid is decided from it.
 */
export function wholeMinutes(stays: readonly Stay[], partMinutes: TableSlots["partMinutes"]): number {
  return settledMinutes(countedSeconds(stays, partMinutes), partMinutes);
}

/** How many seconds do they make, a moment in two of them counted once? Between whole minutes where the clock's minutes count. */
export function countedSeconds(stays: readonly Stay[], partMinutes: TableSlots["partMinutes"]): number {
  if (partMinutes !== "clock-minutes") return coveredSeconds(stays);
  return coveredSeconds(stays.map(({ logIn, logOut }) => ({ logIn: cutToMinute(logIn), logOut: cutToMinute(logOut!) })));
}

/** Seconds as whole minutes. The clock's minutes are whole already. */
export function settledMinutes(seconds: number, partMinutes: TableSlots["partMinutes"]): number {
  if (partMinutes === "up") return Math.ceil(seconds / MINUTE);
  return Math.floor((partMinutes === "nearest" ? seconds + MINUTE / 2 : seconds) / MINUTE);
}

function cutToMinute(at: Moment): Moment {
  return asMoment(Math.floor(at / MINUTE) * MINUTE);
}
