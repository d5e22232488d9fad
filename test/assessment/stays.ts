import type { Attendance, Moment, Presence, Stay } from "../../src/index.js";
import { presences } from "../../src/assessment/presence.js";
import { asMoment } from "../../src/shared/moment.js";

/** 08:00 on Monday 16 March 2026, a full minute: seconds in the tests count from it. */
export const EIGHT = 1773648000;

export function at(seconds: number): Moment {
  return asMoment(EIGHT + seconds);
}

/** A stay from and to so many seconds after eight, both included. */
export function stay(from: number, to: number): Stay & { readonly logOut: Moment } {
  return { logIn: at(from), logOut: at(to) };
}

/** A carer's log, from and to so many seconds after eight; `null` for a log that is missing. */
export function log(carer: string, from: number | null, to: number | null): Attendance {
  return { carer, logIn: from === null ? null : at(from), logOut: to === null ? null : at(to) };
}

/** The carers who came with these logs. */
export function came(...logs: readonly Attendance[]): readonly Presence[] {
  return presences(logs);
}
