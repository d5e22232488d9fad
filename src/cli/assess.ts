import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AssessOptions, type RowFinding, assessExport, monthDocument, monthPage } from "../index.js";
import { bytesOf, problemWith, sizeOf } from "./files.js";
import { EXPORT_OPTIONS, EXPORT_OPTIONS_HELP, type ExportSettings, asMisuse, exportSettings, oneFile } from "./options.js";
import { EXIT, Misuse } from "./problems.js";
import { progressLine } from "./progress.js";
import { monthTable } from "./table.js";

const HELP = `homecare-rules assess EXPORT.csv [options]

Assesses an ECM export in the canonical columns: punctuality, continuity, missed
calls and payments by provider, findings, and the readings the figures rest on.
"-" reads standard input.

${EXPORT_OPTIONS_HELP}
  --json                   the document instead of the table
  --html FILE              writes the month as one HTML page, too
  --help                   this page

Exit: 0 well; 1 rows were rejected, or the file cannot be read as an export;
2 not called as above, or no such file.
`;

/** Findings of each code that a page shows. */
const FINDINGS_SHOWN = 10;

/** `homecare-rules assess`. */
export async function assess(args: readonly string[]): Promise<number> {
  const options = await readArguments(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.well;
  }
  const { file, json, html, rules, period, repeatedHour } = options;
  const size = file === "-" ? undefined : await sizeOf(file);
  const firstFindings = new Map<string, RowFinding[]>();
  const progress = progressLine(size);
  const assessOptions: AssessOptions = {
    ...(period === undefined ? {} : { period }),
    repeatedHour,
    onFinding: (finding) => {
      const known = firstFindings.get(finding.code);
      if (known === undefined) firstFindings.set(finding.code, [finding]);
      else if (known.length < FINDINGS_SHOWN) known.push(finding);
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
    if (html !== undefined) await writePage(html, monthPage(month, rules, { findings: [...firstFindings.values()].flat() }));
    const document = monthDocument(month, rules);
    const firstRows = new Map([...firstFindings].map(([code, findings]) => [code, findings[0]!]));
    process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : monthTable(document, rules, firstRows));
    return month.rows.rejected > 0 ? EXIT.errors : EXIT.well;
  } catch (error) {
    progress.end();
    throw problemWith(file, error);
  }
}

interface Arguments extends ExportSettings {
  readonly file: string;
  readonly json: boolean;
  readonly html: string | undefined;
}

async function readArguments(args: readonly string[]): Promise<Arguments | null> {
  const { values, positionals } = asMisuse(() => parseArgs({ args: [...args], allowPositionals: true, options: { ...EXPORT_OPTIONS, html: { type: "string" } } }));
  if (values.help === true) return null;
  const file = oneFile("assess", positionals, "Give a file, or - for standard input");
  const { html } = values;
  if (html === "" || html === "-") throw new Misuse("assess: --html takes the name of a file to write; the table or document goes to standard output");
  if (html !== undefined && resolve(html) === resolve(file)) throw new Misuse(`assess: --html would write over the export ${file}`);
  return { file, json: values.json ?? false, html, ...(await exportSettings("assess", values)) };
}

async function writePage(file: string, page: string): Promise<void> {
  try {
    await writeFile(file, page);
  } catch (error) {
    throw problemWith(file, error);
  }
}
