import { writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AssessOptions, type FindingCode, type RowFinding, type Rules, COLUMNS, assessExport, listVisits, monthDocument, monthPage } from "../index.js";
import { bytesOf, isFolder, problemWith, sizeOf } from "./files.js";
import { type AppliedClauses, EXPORT_OPTIONS, EXPORT_OPTIONS_HELP, type ExportSettings, appliedText, contractIn, exportSettings, oneFile } from "./options.js";
import { EXIT, Misuse, asMisuse } from "./problems.js";
import { progressLine } from "./progress.js";
import { monthTable, wrapped } from "./table.js";
import { visitsCsv } from "./visits-csv.js";

const HELP = `homecare-rules assess EXPORT.csv [options]

Assesses an ECM export: punctuality, continuity, missed calls and payments by
provider, findings, and the readings the figures rest on.
"-" reads standard input.

The export is UTF-8 CSV, one row an attendance, in the columns (any order):
${wrapped(COLUMNS.join(", "), "  ", "  ")}
What each holds, and every finding: docs/export.md.

${EXPORT_OPTIONS_HELP}
  --json                   the document instead of the table, with the first
                           rows of each finding
  --html FILE              writes the month as one HTML page, too
  --visits FILE            writes one CSV row a visit of the period, too: what
                           it is, how late, what is paid, on which readings;
                           reads the export once more, and holds its visits in
                           memory
  --help                   this page

Exit: 0 well; 1 rows were rejected, or the file cannot be read as an export;
2 not called as above, or no such file.
`;

/** Findings of each code that a page and a document show; columns that nobody asks for are few, and all are named. */
const FINDINGS_SHOWN = 10;
/** Of these there are no more than columns that are known. */
const ALL_SHOWN: readonly string[] = ["column-not-there", "unasked-column"] satisfies readonly FindingCode[];

/** `homecare-rules assess`. */
export async function assess(args: readonly string[]): Promise<number> {
  const options = await readArguments(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.well;
  }
  const { file, json, html, visits, rules, period, repeatedHour, applied, askedColumns, alsoRead } = options;
  const size = file === "-" ? undefined : await sizeOf(file);
  const firstFindings = new Map<string, RowFinding[]>();
  const progress = progressLine(size);
  const assessOptions: AssessOptions = {
    ...(period === undefined ? {} : { period }),
    repeatedHour,
    askedColumns,
    onFinding: (finding) => {
      const known = firstFindings.get(finding.code);
      if (known === undefined) firstFindings.set(finding.code, [finding]);
      else if (known.length < FINDINGS_SHOWN || ALL_SHOWN.includes(finding.code)) known.push(finding);
    },
    onRestart: () => {
      firstFindings.clear();
      progress.restart();
    },
    onProgress: progress.rows,
  };
  try {
    const month = await assessExport(file === "-" ? progress.counted(process.stdin) : () => progress.counted(bytesOf(file)), rules, assessOptions);
    progress.end();
    if (visits !== undefined) await writeText(visits, visitsCsv(await listVisits(bytesOf(file), rules, { repeatedHour, ...(month.period === null ? {} : { period: month.period }) }), rules));
    if (html !== undefined) await writeText(html, monthPage(month, namedAs(applied, rules), { findings: [...firstFindings.values()].flat(), alsoRead }));
    const document = monthDocument(month, rules);
    const rowFindings = document.findings.flatMap(({ code }) => firstFindings.get(code) ?? []);
    process.stdout.write(json ? `${JSON.stringify({ ...document, ...(rowFindings.length === 0 ? {} : { rowFindings }), ...(applied === null ? {} : { contract: contractIn(applied) }) }, null, 2)}\n` : monthTable(document, rules, firstFindings, { alsoRead, applied: applied && appliedText(applied) }));
    return month.rows.rejected > 0 ? EXIT.errors : EXIT.well;
  } catch (error) {
    progress.end();
    throw problemWith(file, error);
  }
}

/** The page is headed by the council's name, so that says whose clauses it is by. */
function namedAs(applied: AppliedClauses | null, rules: Rules): Rules {
  if (applied === null) return rules;
  return { ...rules, council: { ...rules.council, name: `${rules.council.name} (${applied.kind === "contract" ? `contract ${applied.contract}` : "its own clauses, no contract's"})` } };
}

interface Arguments extends ExportSettings {
  readonly file: string;
  readonly json: boolean;
  readonly html: string | undefined;
  readonly visits: string | undefined;
}

async function readArguments(args: readonly string[]): Promise<Arguments | null> {
  const { values, positionals } = asMisuse(() => parseArgs({ args: [...args], allowPositionals: true, options: { ...EXPORT_OPTIONS, html: { type: "string" }, visits: { type: "string" } } }));
  if (values.help === true) return null;
  const file = oneFile("assess", positionals, "Give a file, or - for standard input");
  const { html, visits } = values;
  for (const [option, written] of [["--html", html], ["--visits", visits]] as const) {
    if (written === "" || written === "-") throw new Misuse(`assess: ${option} takes the name of a file to write; the table or document goes to standard output`);
    if (written !== undefined && (await isFolder(written))) throw new Misuse(`assess: ${option} takes the name of a file to write, and ${written} is a folder`);
    if (written !== undefined && resolve(written) === resolve(file)) throw new Misuse(`assess: ${option} would write over the export ${file}`);
  }
  if (html !== undefined && visits !== undefined && resolve(html) === resolve(visits)) throw new Misuse(`assess: --html and --visits would write the same file ${html}`);
  if (visits !== undefined && file === "-") throw new Misuse("assess: --visits reads the export once more, so it cannot come from standard input. Save it to a file");
  return { file, json: values.json ?? false, html, visits, ...(await exportSettings("assess", values)) };
}

async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw isMissing(error) ? new Misuse(`${file}: there is no folder ${dirname(resolve(file))}`) : problemWith(file, error);
  }
}

/** What is missing of a file to write is its folder. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
