import type { Row } from "../contract/rows.js";
import type { PaidMinutesTerms, RowsTerms } from "../payment/paid-minutes.js";
import { UNANSWERED, paidMinutesTable } from "../payment/paid-minutes-table.js";
import type { PlainPay, UndeliveredTerms } from "../payment/undelivered.js";
import { fraction } from "../shared/exact.js";
import { compare, whole } from "../shared/fractions.js";
import type { Noted } from "./note.js";
import { paysOf } from "./pays-of.js";
import type { Path } from "./problem.js";

/** Where a longer stay is paid less than a shorter one: at each row, or at what is beyond the rows, that pays less than the length before it. */
export function longerStayNotes(terms: PaidMinutesTerms): Noted[] {
  if (terms.kind !== "rows") return [];
  const falls = new Map<string, Path>();
  let before = 0;
  for (const [minutes, paid] of paidMinutesTable(terms).byMinute.entries()) {
    if (paid === UNANSWERED) continue;
    if (paid < before) {
      const at = placeOf(minutes, terms);
      falls.set(at.join(), at);
    }
    before = paid;
    // From there on steps only rise, and each unit begins at its full length.
    if (isBeyond(minutes, terms)) break;
  }
  return [...falls.values()].map((at) => [at, "longer-stay-pays-less"]);
}

function isBeyond(minutes: number, { beyond }: RowsTerms): boolean {
  return beyond.kind === "steps" ? minutes >= beyond.from : beyond.kind === "whole-units" && minutes >= beyond.unit;
}

/** Where stands what a length is paid? */
function placeOf(minutes: number, terms: RowsTerms): Path {
  if (isBeyond(minutes, terms)) return ["beyond"];
  const holds = ({ from, to }: Row): boolean => from <= minutes && (to === "open" || minutes <= to);
  const row = terms.rows.findIndex(holds);
  return row === -1 ? ["filling", terms.filling.findIndex(holds)] : ["rows", row];
}

/** Tiers of notice that pay more than a shorter one, of pays that can be compared. */
export function longerNoticeNotes(terms: UndeliveredTerms): Noted[] {
  return paysOf(terms).flatMap(([at, pay]): Noted[] => {
    if (pay.kind !== "by-notice") return [];
    const pays = [...pay.tiers.map((tier) => tier.pays), pay.otherwise];
    return pay.tiers.flatMap((tier, i): Noted[] => (pays.slice(i + 1).some((shorter) => isMore(tier.pays, shorter)) ? [[[...at, "tiers", i, "pays"], "longer-notice-pays-more"]] : []));
  });
}

/** Is one pay more than another, for every visit with a price? Only nothing, shares and the planned length can be compared, and shares of one thing. */
function isMore(one: PlainPay, other: PlainPay): boolean {
  const [more, less] = [shareOf(one), shareOf(other)];
  if (more === null || less === null || (more.of !== less.of && more.of !== null && less.of !== null)) return false;
  return compare(more.share, less.share) > 0;
}

/** A pay as a share of the planned length or price; nothing and the whole are of both. */
function shareOf(pay: PlainPay): { readonly share: ReturnType<typeof fraction>; readonly of: "length" | "price" | null } | null {
  switch (pay.kind) {
    case "nothing":
      return { share: whole(0), of: null };
    case "planned-length":
      return { share: whole(1), of: null };
    case "share-of-planned":
      return { share: fraction(pay.share, "share"), of: pay.of };
    default:
      return null;
  }
}
