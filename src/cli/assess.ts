import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  type AssessOptions,
  type Day,
  type RowFinding,
  type Rules,
  UnreadableExport,
  type VisitCouncil,
  assessExport,
  compile,
  emptyMonth,
  leicester,
  monthDocument,
  withReading,
} from "../index.js";
import { BadData, EXIT, Misuse } from "./problems.js";
import { progressLine } from "./progress.js";
import { monthTable } from "./table.js";

const HELP = `homecare-rules assess EXPORT.csv [options]

Assesses an ECM export in the canonical columns: punctuality, continuity, missed
calls and payments by provider, findings, and the readings the figures rest on.
"-" reads standard input.

  --council ID             whose contract (leicester, the one built in)
  --from DAY --to DAY      first and last day of the period, both included;
                           without them, the days of the accepted rows
  --reading SLUG=CHOICE    read a silence of the contract otherwise; may be
                           given several times. A choice that asks for a value
                           takes it behind a colon:
                           rate-scope=day-time-only:07:00-22:00
  --json                   the document instead of the table
  --help                   this page

Exit: 0 well; 1 rows were rejected, or the file cannot be read as an export;
2 not called as above, or no such file.
`;

const COUNCILS: { readonly [id: string]: VisitCouncil } = { leicester: leicester as unknown as VisitCouncil };

/** `homecare-rules assess`. */
export async function assess(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.well;
  }
  const { file, json, rules, period, repeatedHour } = options;
  const size = file === "-" ? undefined : await sizeOf(file);
  const firstRows = new Map<string, RowFinding>();
  const progress = progressLine(size);
  const assessOptions: AssessOptions = {
    ...(period === undefined ? {} : { period }),
    repeatedHour,
    onFinding: (finding) => {
      if (!firstRows.has(finding.code)) firstRows.set(finding.code, finding);
    },
    onRestart: () => {
      firstRows.clear();
      progress.restart();
    },
    onProgress: progress.rows,
  };
  try {
    const month = await assessExport(file === "-" ? progress.counted(process.stdin) : () => progress.counted(createReadStream(file, { highWaterMark: 1 << 18 })), rules, assessOptions);
    progress.end();
    const document = monthDocument(month, rules);
    process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : monthTable(document, rules, firstRows));
    return month.rows.rejected > 0 ? EXIT.errors : EXIT.well;
  } catch (error) {
    progress.end();
    if (error instanceof UnreadableExport) throw new BadData(`${file}: ${error.message}`);
    if (isFileError(error)) throw new Misuse(`${file}: ${fileProblem(error)}`);
    throw error;
  }
}

interface Arguments {
  readonly file: string;
  readonly json: boolean;
  readonly rules: Rules;
  readonly period: { readonly firstDay: Day; readonly lastDay: Day } | undefined;
  readonly repeatedHour: "earlier" | "later";
}

function readArguments(args: readonly string[]): Arguments | null {
  const { values, positionals } = parsed(args);
  if (values.help === true) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new Misuse("assess: which export? Give a file, or - for standard input (homecare-rules assess --help)");
  if (more.length > 0) throw new Misuse(`assess: one export at a time, got also ${more.join(", ")}`);
  if ((values.from === undefined) !== (values.to === undefined)) throw new Misuse("assess: --from and --to go together");
  const id = values.council ?? "leicester";
  const council = Object.hasOwn(COUNCILS, id) ? COUNCILS[id]! : undefined;
  if (council === undefined) throw new Misuse(`assess: there is no council "${id}". Built in: ${Object.keys(COUNCILS).join(", ")}`);
  let repeatedHour: "earlier" | "later" = "earlier";
  let read = council;
  for (const reading of values.reading ?? []) {
    const [, slug, choice, , value] = /^([^=]+)=([^:]+)(:(.*))?$/.exec(reading) ?? [];
    if (slug === undefined || choice === undefined) throw new Misuse(`assess: --reading takes SLUG=CHOICE, got "${reading}"`);
    if (slug === "repeated-hour") {
      if ((choice !== "earlier" && choice !== "later") || value !== undefined) throw new Misuse(`assess: repeated-hour is read as earlier or later, got "${reading.slice(slug.length + 1)}"`);
      repeatedHour = choice;
    } else read = asMisuse(() => withReading(read, slug, choice, value));
  }
  const rules = asMisuse(() => compile(read));
  const period = values.from === undefined ? undefined : { firstDay: values.from as Day, lastDay: values.to as Day };
  if (period !== undefined) asMisuse(() => emptyMonth(rules, period));
  return { file, json: values.json ?? false, rules, period, repeatedHour };
}

function parsed(args: readonly string[]) {
  return asMisuse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        council: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        reading: { type: "string", multiple: true },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }),
  );
}

/** What a caller's mistake makes the library throw is the caller's mistake here too. */
function asMisuse<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw new Misuse(error.message);
    throw error;
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new Misuse(`${file}: is a folder, not an export`);
    return found.size;
  } catch (error) {
    if (isFileError(error)) throw new Misuse(`${file}: ${fileProblem(error)}`);
    throw error;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function fileProblem(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "there is no such file";
  if (error.code === "EACCES") return "may not be read";
  return error.message;
}
