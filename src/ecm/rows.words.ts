import { OUTCOME_SAYS } from "../visit/outcome.words.js";
import { clockWords, counted, listed, quoted, timeWords } from "../shared/words.js";
import type { CaptureMethod } from "./columns.js";
import { FURTHER_SHARED, furtherFactsWords } from "./further-facts.words.js";
import type { EcmRow } from "./rows.js";

const CAPTURE_SAYS: { readonly [M in CaptureMethod]: string } = { app: "by app", phone: "by phone", nfc: "by NFC tag", manual: "entered by hand" };

/** An accepted row: who was logged, when and how, what was recorded, and its further facts. */
export function ecmRowWords({ row, day, carer, logIn, logOut, outcome, captureMethod, facts }: EcmRow): string {
  const logs = [logIn === null ? "no log-in" : `in at ${timeWords(logIn, day)}`, logOut === null ? "no log-out" : `out at ${timeWords(logOut, day)}`];
  const who = carer === null ? ["nobody attended"] : [`carer ${carer}`, ...(logIn === null && logOut === null ? ["expected, but not logged"] : logs)];
  const said = outcome === null ? [] : [`the record says that ${OUTCOME_SAYS[outcome]}`];
  const further = facts === undefined ? [] : furtherFactsWords(facts, day);
  const logged = [...who, ...(captureMethod === null ? [] : [CAPTURE_SAYS[captureMethod]])].join(", ");
  return `Row ${row}: ${[logged, ...said, ...(further.length === 0 ? [] : [further.join(", ")])].join("; ")}.`;
}

/** In what do the rows of one visit contradict each other? A sentence for each such thing, with what each row says. */
export function conflictWords(rows: readonly EcmRow[]): string[] {
  return SHARED.flatMap(({ what, says }) => {
    const said = new Map<string, number[]>();
    for (const row of rows) said.set(says(row), [...(said.get(says(row)) ?? []), row.row]);
    if (said.size < 2) return [];
    return [`The rows disagree about the ${what}: ${[...said].map(([text, numbers]) => `${text} in ${numbers.length === 1 ? "row" : "rows"} ${listed(numbers.map(String))}`).join("; ")}.`];
  });
}

/** What all rows of a visit must agree on. */
const SHARED: readonly { readonly what: string; readonly says: (row: EcmRow) => string }[] = [
  { what: "service user", says: ({ serviceUser }) => quoted(serviceUser) },
  { what: "priority", says: ({ callType }) => quoted(callType) },
  { what: "carers required", says: ({ carersRequired }) => counted(carersRequired, "carer") },
  { what: "planned start", says: ({ plannedStart }) => clockWords(plannedStart) },
  { what: "planned end", says: ({ plannedEnd, day }) => timeWords(plannedEnd, day) },
  { what: "outcome", says: ({ outcome }) => (outcome === null ? "none recorded" : OUTCOME_SAYS[outcome]) },
  ...FURTHER_SHARED.map(({ what, says }) => ({ what, says: ({ facts = {}, day }: EcmRow) => says(facts, day) })),
];
