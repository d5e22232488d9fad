import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type AskedColumn, type Day, type Rules, type VisitCouncil, bankHolidays, compile, contractOf, emptyMonth, leicester, momentOf, withReading } from "../index.js";
import { Misuse, asMisuse } from "./problems.js";

/** The options of every command that applies a council's contract to an export, for `parseArgs`. */
export const EXPORT_OPTIONS = {
  council: { type: "string" },
  contract: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  reading: { type: "string", multiple: true },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** What their help says of them. */
export const EXPORT_OPTIONS_HELP = `  --council ID or FILE     whose contract: leicester, the one built in, or a
                           council's JSON file (homecare-rules council --help)
  --contract NAME          by the clauses of one of the council's contracts
                           instead of its own
  --from DAY --to DAY      first and last day of the period, both included;
                           without them, the days of the accepted rows
  --reading SLUG=CHOICE    read a silence of the contract otherwise; may be
                           given several times. A choice that asks for a value
                           takes it behind a colon:
                           rate-scope=day-time-only:07:00-22:00`;

/** What these options say. */
export interface ExportSettings {
  readonly rules: Rules;
  readonly period: { readonly firstDay: Day; readonly lastDay: Day } | undefined;
  readonly repeatedHour: "earlier" | "later";
  /** Whose clauses are applied, where the council has contracts; `null` where it has none. */
  readonly applied: AppliedClauses | null;
  /** The further columns that the clauses applied ask an export for. */
  readonly askedColumns: readonly AskedColumn[];
  /** What is read otherwise outside the council's data. */
  readonly alsoRead: readonly string[];
}

/** Whose clauses are applied: those of one contract; or the council's own, though it has these contracts. */
export type AppliedClauses = { readonly kind: "contract"; readonly contract: string } | { readonly kind: "own"; readonly contracts: readonly string[] };

/** Whose clauses were applied, in one sentence. */
export function appliedText(applied: AppliedClauses): string {
  if (applied.kind === "contract") return `By the clauses of the contract ${applied.contract}.`;
  return `By the council's own clauses, not those of its contracts (${applied.contracts.join(", ")}): --contract NAME applies one.`;
}

/** The contract whose clauses were applied, as a document names it; `null`: the council's own. */
export function contractIn(applied: AppliedClauses): string | null {
  return applied.kind === "contract" ? applied.contract : null;
}

/** The values of these options, as `parseArgs` gives them. */
export interface ExportValues {
  readonly council?: string | undefined;
  readonly contract?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reading?: readonly string[] | undefined;
}

/** A council, or that of one of its contracts, and the further columns that its clauses ask an export for. */
export interface NamedCouncil {
  readonly council: VisitCouncil;
  readonly askedColumns: readonly AskedColumn[];
}

/** The councils built in. What they ask an export for stands here, since finding it out takes the schemas of every clause. */
export const COUNCILS: { readonly [id: string]: NamedCouncil } = { leicester: { council: leicester, askedColumns: [] } };

/** The contract with its readings, the period and how repeated hours are read. A mistake is said in the command's name. */
export async function exportSettings(command: string, values: ExportValues): Promise<ExportSettings> {
  const [from, to] = [dayOption(command, "--from", values.from), dayOption(command, "--to", values.to)];
  if ((from === undefined) !== (to === undefined)) throw new Misuse(`${command}: --from and --to go together; ${from === undefined ? "--from" : "--to"} is missing`);
  const { council, askedColumns } = await councilNamed(command, values.council ?? "leicester", values.contract);
  let repeatedHour: "earlier" | "later" = "earlier";
  let read = council;
  const alsoRead = new Map<string, string>();
  for (const reading of values.reading ?? []) {
    const [, slug, choice, asked, value] = /^([^=]+)=([^:]+)(:(.*))?$/.exec(reading) ?? [];
    if (slug === undefined || choice === undefined) throw new Misuse(`${command}: --reading takes SLUG=CHOICE, got "${reading}"`);
    if (slug === "repeated-hour") {
      if ((choice !== "earlier" && choice !== "later") || value !== undefined) throw new Misuse(`${command}: repeated-hour is read as earlier or later, got "${choice}${asked ?? ""}"`);
      repeatedHour = choice;
      if (choice === "later") alsoRead.set(slug, "repeated-hour = later (adopted: earlier)");
      else alsoRead.delete(slug);
    } else {
      if (slug === "applies") alsoRead.set(slug, `applies = ${choice}${asked ?? ""} (adopted: as-asked)`);
      read = asMisuse(() => withReading(read, slug, choice, value), `${command}: --reading ${reading}`);
    }
  }
  const rules = asMisuse(() => compile(read, { bankHolidays }), command);
  const period = from === undefined || to === undefined ? undefined : { firstDay: from, lastDay: to };
  if (period !== undefined) asMisuse(() => emptyMonth(rules, period), `${command}: --from and --to`);
  const contracts = Object.keys(council.contracts ?? {});
  const applied: AppliedClauses | null = values.contract !== undefined ? { kind: "contract", contract: values.contract } : contracts.length > 0 ? { kind: "own", contracts } : null;
  return { rules, period, repeatedHour, applied, askedColumns, alsoRead: [...alsoRead.values()] };
}

/** A council by its built-in id, or from a file: what ends in .json, or is there as a file. */
async function councilNamed(command: string, name: string, contract: string | undefined): Promise<NamedCouncil> {
  if (Object.hasOwn(COUNCILS, name)) {
    const known = COUNCILS[name]!;
    return contract === undefined ? known : { ...known, council: asMisuse(() => contractOf(known.council, contract), `${command}: --contract ${contract}`) };
  }
  if (name.endsWith(".json") || (name !== "" && existsSync(name))) {
    // Reading a council takes the schemas of every clause; one built in needs none.
    const { visitCouncilIn } = await import("./council-file.js");
    return visitCouncilIn(name, contract);
  }
  throw new Misuse(`${command}: there is no council "${name}". Built in: ${Object.keys(COUNCILS).join(", ")}. A council of your own is a file: --council my-council.json`);
}

/** A day on the command line, if it is given. */
export function dayOption(command: string, option: string, day: string | undefined): Day | undefined {
  if (day === undefined || isDay(day)) return day;
  throw new Misuse(`${command}: ${option} takes a day of the calendar as YYYY-MM-DD, got "${day}"`);
}

function isDay(text: string): text is Day {
  try {
    momentOf(`${text}T12:00`);
    return /^\d{4}-\d\d-\d\d$/.test(text);
  } catch {
    return false;
  }
}

/** The one export a command works on. */
export function oneFile(command: string, positionals: readonly string[], ask: string): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw new Misuse(`${command}: which export? ${ask} (homecare-rules ${command} --help)`);
  if (more.length > 0) throw new Misuse(`${command}: one export at a time, got also ${more.join(", ")}`);
  return file;
}

/** An option of a command. */
interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
}

/** The arguments of a command, by its options. A mistake in them is the caller's. */
export function parsedArguments<const Options extends { readonly [name: string]: Option }>(args: readonly string[], options: Options): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: Options }>> {
  return asMisuse(() => parseArgs({ args: [...args], allowPositionals: true, options }));
}
