import type { Presence, Stay } from "../assessment/presence.js";
import type { Moment } from "../shared/moment.js";
import type { BasisTerms, TimeLine, UnpaidReason } from "./basis.js";
import { type Planned, isAddedUp, lineOf, placesPaid, unpaid } from "./line.js";
import type { PaidMinutesTable } from "./paid-minutes-table.js";
import { countedSeconds, wholeMinutes } from "./part-minutes.js";

/** The part of logged time that counts, and the reason where no logged time lies in it. `whole`: it must not begin before the first log-in or end after the last log-out. */
export interface CountedWindow {
  readonly from: Moment;
  readonly to: Moment;
  readonly nothing: UnpaidReason;
  readonly whole?: boolean;
}

/** The lines of carers who came, by their logs: for each carer or, by log, several; or one for the visit. */
export function loggedLines(visit: Planned, came: readonly Presence[], terms: BasisTerms, table: PaidMinutesTable, window: CountedWindow | null): readonly TimeLine[] {
  if (terms.per === "visit") {
    if (came.some((presence) => presence.open)) return [unpaid(null, "log-out-missing")];
    return [loggedLine(visit, null, allStays(came), terms, table, window)];
  }
  const most = placesPaid(visit, terms);
  // Lines of one carer follow each other.
  if (terms.sameCarer === "each-log" && came.some(({ stays }) => stays.length > 1)) {
    return came.flatMap((presence, place) => (place >= most ? [unpaid(presence.carer, "surplus-carer")] : linesByLog(visit, presence, terms, table, window)));
  }
  // One line each, in a list made as long as it gets and without a closure: this is asked of nearly every visit.
  // oxlint-disable-next-line unicorn/no-new-array
  const lines = new Array<TimeLine>(came.length);
  for (let place = 0; place < came.length; place++) {
    const { carer, stays, open } = came[place]!;
    lines[place] = place >= most ? unpaid(carer, "surplus-carer") : open ? unpaid(carer, "log-out-missing") : loggedLine(visit, carer, stays, terms, table, window);
  }
  return lines;
}

/** A line for each of a carer's stays; a carer with a log-out missing has one line. */
export function linesByLog(visit: Planned, { carer, stays, open }: Presence, terms: BasisTerms, table: PaidMinutesTable, window: CountedWindow | null): readonly TimeLine[] {
  return open ? [unpaid(carer, "log-out-missing")] : stays.map((stay) => loggedLine(visit, carer, [stay], terms, table, window));
}

function allStays(came: readonly Presence[]): readonly Stay[] {
  let stays = came[0]!.stays;
  for (let place = 1; place < came.length; place++) stays = stays.concat(came[place]!.stays);
  return stays;
}

/** The line of some stays, of one carer or of a visit. */
export function loggedLine(visit: Planned, carer: string | null, logged: readonly Stay[], terms: BasisTerms, table: PaidMinutesTable, window: CountedWindow | null): TimeLine {
  let stays = logged;
  if (window !== null) {
    const inside = within(logged, window);
    if (inside === null) return unpaid(carer, window.nothing);
    stays = inside;
  }
  let from = stays[0]!.logIn;
  let to = stays[0]!.logOut!;
  for (const { logIn, logOut } of stays) {
    if (logIn < from) from = logIn;
    if (logOut! > to) to = logOut!;
  }
  const { partMinutes } = table.terms;
  const time = { carer, measured: "logged", from, to, minutes: wholeMinutes(stays, partMinutes) } as const;
  return lineOf(visit, isAddedUp(terms) ? { ...time, seconds: countedSeconds(stays, partMinutes) } : time, terms, table);
}

/** The stays cut to a window; `null` when nothing of them lies in it, or when it must not reach outside the logs and does. */
function within(stays: readonly Stay[], { from, to, whole }: CountedWindow): readonly Stay[] | null {
  const first = Math.min(...stays.map(({ logIn }) => logIn));
  const last = Math.max(...stays.map(({ logOut }) => logOut!));
  if (whole === true && (from < first || to > last)) return null;
  const inside = stays.flatMap(({ logIn, logOut }): Stay[] => {
    const cut = { logIn: logIn < from ? from : logIn, logOut: logOut! > to ? to : logOut! };
    return cut.logOut > cut.logIn || (logOut === logIn && from <= logIn && logIn <= to) ? [cut] : [];
  });
  return inside.length === 0 ? null : inside;
}
