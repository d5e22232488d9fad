import type { DayNumber } from "../shared/day.js";
import { dayWords, everyKindSaid, quoted, timeWords } from "../shared/words.js";
import type { HospitalStay } from "../visit/payment-facts.js";
import type { Fault, Merged } from "../visit/visit.js";
import type { FurtherFacts } from "./further-facts.js";

type Says = { readonly [F in keyof Required<FurtherFacts>]: { readonly what: string; readonly says: (fact: NonNullable<FurtherFacts[F]>, day: DayNumber) => string } };

const yesOrNo = (yes: boolean): string => (yes ? "yes" : "no");

/** What each further fact is called, and how it is said. */
const SAYS: Says = {
  service: { what: "service", says: quoted },
  lot: { what: "lot", says: quoted },
  zone: { what: "zone", says: quoted },
  miles: { what: "miles", says: String },
  plannedWindow: { what: "planned window", says: quoted },
  fault: { what: "fault", says: (fault) => FAULT_SAYS[fault] },
  ignoresRounding: { what: "paid by the minute whatever the table says", says: yesOrNo },
  billedStart: { what: "billed start", says: timeWords },
  billedEnd: { what: "billed end", says: timeWords },
  returnedInTime: { what: "actual times came in time", says: yesOrNo },
  returnedOn: { what: "day on which actual times came", says: (on) => dayWords(on) },
  noticeGiven: { what: "notice", says: timeWords },
  hospital: { what: "stay in hospital", says: stayWords },
  firstOfPackage: { what: "first visit of a package", says: yesOrNo },
  merged: { what: "merging", says: mergedWords },
};
const FACTS = Object.keys(SAYS) as (keyof FurtherFacts)[];

const FAULT_SAYS: { readonly [F in Fault]: string } = { provider: "the provider's", person: "the person's", council: "the council's", other: "somebody else's" };

/** Every further fact that is given: `"zone “b”"`. */
export function furtherFactsWords(facts: FurtherFacts, day: DayNumber): string[] {
  return FACTS.flatMap((fact) => (facts[fact] === undefined ? [] : [`${SAYS[fact].what} ${factWords(fact, facts, day)}`]));
}

/** Each further fact by itself, for comparing rows: what it is called, and what a row says of it. */
export const FURTHER_SHARED: readonly { readonly what: string; readonly says: (facts: FurtherFacts, day: DayNumber) => string }[] = FACTS.map((fact) => ({
  what: SAYS[fact].what,
  says: (facts, day) => factWords(fact, facts, day),
}));

function factWords<F extends keyof FurtherFacts>(fact: F, { [fact]: value }: FurtherFacts, day: DayNumber): string {
  return value === undefined ? "none given" : SAYS[fact].says(value, day);
}

function stayWords({ admitted, discharged, conditionsMet }: HospitalStay): string {
  const until = discharged === null ? "not discharged yet" : `discharged on ${dayWords(discharged)}`;
  return `admitted on ${dayWords(admitted)}, ${until}, ${conditionsMet === null ? "nothing said of" : conditionsMet ? "with" : "without"} the conditions met`;
}

function mergedWords(merged: Merged): string {
  switch (merged.kind) {
    case "holds-another":
      return `holds ${quoted(merged.visit)} too`;
    case "done-in-another":
      return `done in ${quoted(merged.visit)}, which ${heldWords(merged.attended, "was attended", "was not attended", "may or may not have been attended")}${heldWords(merged.agreed, ", as the council agreed", ", which the council did not agree", ", whether or not the council agreed")}`;
    default:
      return everyKindSaid(merged);
  }
}

function heldWords(held: boolean | null, yes: string, no: string, unknown: string): string {
  return held === null ? unknown : held ? yes : no;
}
