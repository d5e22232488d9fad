import type { Day } from "../shared/day.js";
import { dayWords, exactly, listed, poundsWords, quoted, slugWords } from "../shared/words.js";
import type { CarePackage } from "./care-package.js";

/** What a package is and on which day it is asked about, as far as it is known. */
export function carePackageWords({ service, boughtWith, lot, locality, zone, needs, hoursPerWeek, price, declinedBy }: CarePackage, day: Day): string {
  const parts = [
    BOUGHT_SAYS[boughtWith],
    ...(hoursPerWeek === undefined ? [] : [`${exactly(hoursPerWeek, "hour")} a week`]),
    ...(price === undefined ? [] : [`at ${poundsWords(price)} an hour`]),
    ...(lot === undefined ? [] : [`in lot ${lot}`]),
    ...(locality === undefined ? [] : [`in locality ${locality}`]),
    ...(zone === undefined ? [] : [`in zone ${zone}`]),
    ...(needs === undefined ? [] : [needs.length === 0 ? "without needs beyond the ordinary" : `with the needs ${listed(needs)}`]),
    ...(declinedBy === undefined || declinedBy.length === 0 ? [] : [`declined by ${listed(declinedBy)}`]),
  ];
  return `Asked on ${dayWords(day)} about a package of the service ${quoted(slugWords(service))}: ${parts.join(", ")}.`;
}

const BOUGHT_SAYS: { readonly [B in CarePackage["boughtWith"]]: string } = { commissioned: "bought through the council", "direct-payment": "bought by the person with a direct payment" };
