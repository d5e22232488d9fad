import { readFile } from "node:fs/promises";
import {
  type Authority,
  type Clause,
  type CqcReading,
  type Day,
  type EligibilityTerms,
  eligibilityDocument,
  inForce,
  isRatingsSheet,
  leicester,
  leicesterEligibility,
  readCqcRecords,
  readRatingsSheet,
  readRatingsSheetText,
  withClauseReading,
} from "../index.js";
import { eligibilityTable } from "./eligibility-table.js";
import { parsedArguments } from "./options.js";
import { BadData, EXIT, Misuse, asMisuse } from "./problems.js";

const HELP = `homecare-rules eligibility --providers FILE --day YYYY-MM-DD [options]

Who may join under a council's eligibility terms, on a day, and why. FILE holds
CQC data: JSON of the public API (a location or provider, a list of them, or an
object of id to object), or the monthly ratings sheet as CSV or JSON rows.
"-" reads standard input.

  --day DAY                what was published by this day (included) counts
  --council ID             whose terms (leicester, the one built in)
  --as AUTHORITY           apply the version that is proposed or recommended;
                           such a version binds nobody until it is named here
  --reading SLUG=CHOICE    read a silence of the terms otherwise; may be given
                           several times
  --json                   the document instead of the table
  --help                   this page

Exit: 0 well; 1 records were rejected, or the file holds none that can be read;
2 not called as above, or no such file.
`;

const COUNCILS: { readonly [id: string]: { readonly name: string; readonly clause: Clause<EligibilityTerms> } } = {
  leicester: { name: leicester.name, clause: leicesterEligibility },
};
const NAMED: readonly Authority[] = ["proposed", "recommended"];

/** `homecare-rules eligibility`. */
export async function eligibility(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.well;
  }
  const { file, json, id, name, clause, day, authorities } = options;
  const reading = readProviders(await textOf(file), file);
  if (reading.read === 0) throw new BadData(`${file}: holds no record of the CQC`);
  const document = eligibilityDocument(id, clause, reading, day, authorities);
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : eligibilityTable(document, name, clause));
  return reading.rejected > 0 || reading.records.length === 0 ? EXIT.errors : EXIT.well;
}

interface Arguments {
  readonly file: string;
  readonly json: boolean;
  readonly id: string;
  readonly name: string;
  readonly clause: Clause<EligibilityTerms>;
  readonly day: Day;
  readonly authorities: readonly Authority[] | undefined;
}

function readArguments(args: readonly string[]): Arguments | null {
  const { values, positionals } = parsedArguments(args, {
    council: { type: "string" },
    providers: { type: "string" },
    as: { type: "string" },
    day: { type: "string" },
    reading: { type: "string", multiple: true },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) return null;
  if (positionals.length > 0) throw new Misuse(`eligibility: the file goes behind --providers, got also ${positionals.join(", ")}`);
  const { providers: file, day, as } = values;
  if (file === undefined) throw new Misuse("eligibility: which providers? Give --providers FILE, or - for standard input (homecare-rules eligibility --help)");
  if (day === undefined) throw new Misuse("eligibility: on which day? Give --day YYYY-MM-DD: what was published by then counts");
  const id = values.council ?? "leicester";
  const council = Object.hasOwn(COUNCILS, id) ? COUNCILS[id] : undefined;
  if (council === undefined) throw new Misuse(`eligibility: there is no council "${id}". Built in: ${Object.keys(COUNCILS).join(", ")}`);
  const authority = NAMED.find((known) => known === as);
  if (as !== undefined && authority === undefined) throw new Misuse(`eligibility: --as takes ${NAMED.join(" or ")}, got "${as}"`);
  const authorities = authority === undefined ? undefined : [authority];
  let { clause } = council;
  for (const reading of values.reading ?? []) {
    const [, slug, choice, , value] = /^([^=]+)=([^:]+)(:(.*))?$/.exec(reading) ?? [];
    if (slug === undefined || choice === undefined) throw new Misuse(`eligibility: --reading takes SLUG=CHOICE, got "${reading}"`);
    clause = asMisuse(() => withClauseReading(clause, slug, choice, value), `eligibility: --reading ${reading}`);
  }
  if (!isDay(day)) throw new Misuse(`eligibility: --day takes a day of the calendar as YYYY-MM-DD, got "${day}"`);
  return { file, json: values.json ?? false, id, name: council.name, clause, day, authorities };
}

function isDay(text: string): text is Day {
  try {
    inForce(leicesterEligibility.versions, text as Day, NAMED);
    return true;
  } catch {
    return false;
  }
}

/** JSON begins with a bracket; anything else is the sheet as text. */
function readProviders(text: string, file: string): CqcReading {
  if (!/^\s*[[{]/.test(text)) return readRatingsSheetText(text);
  const input = parsedJson(text, file);
  return isRatingsSheet(input) ? readRatingsSheet(input) : readCqcRecords(input);
}

function parsedJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadData(`${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The file's text: UTF-8, or Windows-1252 where a spreadsheet saved it so. A byte-order mark is left out. */
async function textOf(file: string): Promise<string> {
  const bytes = file === "-" ? await standardInput() : await bytesOf(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const problem = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "is a folder, not a file" : code === "EACCES" ? "may not be read" : String(error);
    throw new Misuse(`${file}: ${problem}`);
  }
}
