import { fraction } from "../shared/exact.js";
import { compare } from "../shared/fractions.js";
import type { FurtherFacts } from "./further-facts.js";

type Compared = { readonly [F in keyof Required<FurtherFacts>]: (one: NonNullable<FurtherFacts[F]>, other: NonNullable<FurtherFacts[F]>) => boolean };

const same = (one: unknown, other: unknown): boolean => one === other;
const sameFields = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

/** How each fact is compared: those of several fields were made with them in one order. */
const COMPARED: Compared = {
  service: same,
  lot: same,
  zone: same,
  miles: (one, other) => one === other || compare(fraction(one, "miles"), fraction(other, "miles")) === 0,
  plannedWindow: same,
  fault: same,
  ignoresRounding: same,
  billedStart: same,
  billedEnd: same,
  returnedInTime: same,
  returnedOn: same,
  noticeGiven: same,
  hospital: sameFields,
  firstOfPackage: same,
  merged: sameFields,
};
const FACTS = Object.keys(COMPARED) as (keyof FurtherFacts)[];

/** Do two rows of a visit say the same further facts? What is given in one and not in the other is not the same. */
export function sameFacts(one: FurtherFacts, other: FurtherFacts): boolean {
  return FACTS.every((fact) => sameFact(fact, one, other));
}

function sameFact<F extends keyof FurtherFacts>(fact: F, { [fact]: one }: FurtherFacts, { [fact]: other }: FurtherFacts): boolean {
  return one === undefined || other === undefined ? one === other : COMPARED[fact](one, other);
}
