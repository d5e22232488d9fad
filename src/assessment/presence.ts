import { byCodePoint } from "../shared/code-points.js";
import type { Moment } from "../shared/moment.js";
import type { Attendance } from "../visit/visit.js";

/** One stay: from a log-in to its log-out (both included), or without an end when the log-out is missing. */
export interface Stay {
  readonly logIn: Moment;
  readonly logOut: Moment | null;
}

/** One carer who came to a visit, with every stay. */
export interface Presence {
  readonly carer: string;
  /** The carer's first log-in. */
  readonly firstLogIn: Moment;
  /** In order of log-in; at least one. */
  readonly stays: readonly Stay[];
  /** A log-out is missing: how long this carer stayed is not known. */
  readonly open: boolean;
}

/**
 * Which different carers came, and when? In order of their first log-in, ties by carer id. A row without a log-in is
 * nobody who came.
 */
export function presences(attendances: readonly Attendance[]): readonly Presence[] {
  if (attendances.length === 0) return NOBODY;
  const [one, other] = attendances as readonly [Attendance, Attendance?];
  if (attendances.length === 1) return one.logIn === null ? NOBODY : [presenceOf(one as LoggedIn, attendances as readonly Stay[])];
  // Two carers, the commonest case of several: nothing to gather, so no table of carers is made.
  if (attendances.length === 2 && one.logIn !== null && other!.logIn !== null && one.carer !== other!.carer) {
    const [mine, theirs] = [presenceOf(one as LoggedIn, [one as Stay]), presenceOf(other as LoggedIn, [other as Stay])];
    return inOrder(mine, theirs) <= 0 ? [mine, theirs] : [theirs, mine];
  }
  const staysOf = new Map<string, Stay[]>();
  for (const { carer, logIn, logOut } of attendances) {
    if (logIn === null) continue;
    const stays = staysOf.get(carer);
    if (stays === undefined) staysOf.set(carer, [{ logIn, logOut }]);
    else stays.push({ logIn, logOut });
  }
  const came: Presence[] = [];
  for (const [carer, stays] of staysOf) {
    stays.sort((a, b) => a.logIn - b.logIn);
    came.push({ carer, firstLogIn: stays[0]!.logIn, stays, open: stays.some((stay) => stay.logOut === null) });
  }
  return came.sort(inOrder);
}

type LoggedIn = Attendance & Stay;

function presenceOf({ carer, logIn, logOut }: LoggedIn, stays: readonly Stay[]): Presence {
  return { carer, firstLogIn: logIn, stays, open: logOut === null };
}

function inOrder(a: Presence, b: Presence): number {
  return a.firstLogIn - b.firstLogIn || byCodePoint(a.carer, b.carer);
}

const NOBODY: readonly Presence[] = [];

/**
 * The first moment at which that many different carers are there together, or `null` when they never are. A carer whose
 * log-out is missing counts as there from the log-in on; stays that touch in one moment are together in it.
 */
export function firstTogether(came: readonly Presence[], required: number): Moment | null {
  if (came.length < required) return null;
  if (required === 1) return came[0]!.firstLogIn;
  // The number there can only rise at a log-in, so the first such moment is one.
  let first: Moment | null = null;
  for (const { stays } of came) {
    for (const { logIn } of stays) {
      if ((first === null || logIn < first) && thereAt(came, logIn) >= required) first = logIn;
    }
  }
  return first;
}

function thereAt(came: readonly Presence[], at: Moment): number {
  let there = 0;
  for (const { stays } of came) {
    if (stays.some((stay) => stay.logIn <= at && (stay.logOut === null || at <= stay.logOut))) there++;
  }
  return there;
}

/** How many seconds do these stays cover, counting a second in several of them once? Every stay has an end. */
export function coveredSeconds(stays: readonly Stay[]): number {
  if (stays.length === 1) return stays[0]!.logOut! - stays[0]!.logIn;
  let covered = 0;
  let reached = -Infinity;
  for (const { logIn, logOut } of byLogIn(stays)) {
    covered += Math.max(0, logOut! - Math.max(logIn, reached));
    reached = Math.max(reached, logOut!);
  }
  return covered;
}

/** These stays in order of log-in; most are already. */
function byLogIn(stays: readonly Stay[]): readonly Stay[] {
  for (let i = 1; i < stays.length; i++) if (stays[i]!.logIn < stays[i - 1]!.logIn) return stays.toSorted((a, b) => a.logIn - b.logIn);
  return stays;
}
