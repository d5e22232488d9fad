import { parseArgs } from "node:util";
import { type Day, type RowFinding, type Rules, explain as explained, toText, visitStory } from "../index.js";
import { bytesOf, problemWith, sizeOf } from "./files.js";
import { EXPORT_OPTIONS, EXPORT_OPTIONS_HELP, type ExportSettings, appliedText, contractIn, dayOption, exportSettings, oneFile } from "./options.js";
import { BadData, EXIT, Misuse, asMisuse } from "./problems.js";
import { progressLine } from "./progress.js";
import { storyDocument } from "./story-document.js";
import { wrapped } from "./table.js";

const HELP = `homecare-rules explain EXPORT.csv --visit PROVIDER/VISIT [options]

Tells one visit's whole story: its rows in the export, what it is, whether it
was on time, what is paid for it, the readings that rests on, and the continuity
windows it counts in; each with the clause of the contract.
The file is read more than once, so standard input cannot be used.

  --visit PROVIDER/VISIT   which visit; the visit id alone where no other
                           provider has it
  --day DAY                its planned day, where the id comes again
${EXPORT_OPTIONS_HELP}
  --json                   the story as data
  --help                   this page

Exit: 0 well; 1 there is no such visit, a row of it was rejected or its rows
contradict each other, or the file cannot be read as an export; 2 not called as
above, or no such file.
`;

/** Visits of one name that a message lists. */
const MOST_LISTED = 10;

/** `homecare-rules explain`. */
export async function explain(args: readonly string[]): Promise<number> {
  const options = await readArguments(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.well;
  }
  const { file, json, visit, day, rules, period, repeatedHour, applied, alsoRead } = options;
  const progress = progressLine(await sizeOf(file));
  try {
    const answer = await visitStory(() => progress.counted(bytesOf(file)), rules, {
      visit,
      repeatedHour,
      ...(day === undefined ? {} : { day }),
      ...(period === undefined ? {} : { period }),
    });
    progress.end();
    switch (answer.kind) {
      case "story": {
        const sections = explained(answer.story, rules, { alsoRead });
        process.stdout.write(json ? `${JSON.stringify({ ...storyDocument(answer.story, sections, rules), ...(applied === null ? {} : { contract: contractIn(applied) }) }, null, 2)}\n` : `${applied === null ? "" : `${wrapped(appliedText(applied), "", "  ")}\n\n`}${toText(sections)}`);
        return answer.story.told.kind === "assessed" ? EXIT.well : EXIT.errors;
      }
      case "several":
        throw new Misuse(`explain: ${severalText(visit, answer.visits)}`);
      case "unknown":
        throw new BadData(`${file}: there is no visit "${visit}"${day === undefined ? "" : ` on ${day}`}. ${answer.unplaced.length === 0 ? nearText(answer.near, answer.first) : unplacedText(answer.unplaced, rules)}`);
    }
  } catch (error) {
    progress.end();
    throw problemWith(file, error);
  }
}

function severalText(visit: string, visits: readonly Name[]): string {
  const listed = byProvider(visits).slice(0, MOST_LISTED).map(({ provider, id, day }) => `${provider}/${id} on ${day}`);
  const more = visits.length > MOST_LISTED ? ` and ${visits.length - MOST_LISTED} more` : "";
  return `"${visit}" is ${visits.length} visits; say which with --visit PROVIDER/VISIT and --day: ${listed.join(", ")}${more}`;
}

/** The rows that carry the id, and why they belong to no visit. */
function unplacedText(findings: readonly RowFinding[], rules: Rules): string {
  const more = findings.length > MOST_LISTED ? ` And ${findings.length - MOST_LISTED} more rows.` : "";
  return `But a rejected row carries that id. ${findings.slice(0, MOST_LISTED).map((finding) => explained(finding, rules).flatMap(({ sentences }) => sentences).join(" ")).join(" ")}${more}`;
}

interface Name {
  readonly provider: string;
  readonly id: string;
  readonly day: string;
}

/** Names by provider; those of one provider stay as they come, by day or nearest first. */
function byProvider(names: readonly Name[]): readonly Name[] {
  return names.toSorted((a, b) => (a.provider < b.provider ? -1 : Number(a.provider > b.provider)));
}

/** The names near the one asked for, by provider; else how a visit of the file is named. */
function nearText(near: readonly Name[], first: Name | null): string {
  if (near.length === 0) return `No id is near it; a visit is named PROVIDER/VISIT${first === null ? "" : `, as ${first.provider}/${first.id}`}`;
  return `Near it: ${byProvider(near).map(({ provider, id, day }) => `${provider}/${id} (${day})`).join(", ")}`;
}

interface Arguments extends ExportSettings {
  readonly file: string;
  readonly json: boolean;
  readonly visit: string;
  readonly day: Day | undefined;
}

async function readArguments(args: readonly string[]): Promise<Arguments | null> {
  const { values, positionals } = asMisuse(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { ...EXPORT_OPTIONS, visit: { type: "string" }, day: { type: "string" } } }),
  );
  if (values.help === true) return null;
  const file = oneFile("explain", positionals, "Give a file");
  if (file === "-") throw new Misuse("explain: the export is read more than once, so it cannot come from standard input. Save it to a file");
  const { visit, day } = values;
  if (visit === undefined || visit === "") throw new Misuse("explain: which visit? Give --visit PROVIDER/VISIT (homecare-rules explain --help)");
  return { file, json: values.json ?? false, visit, day: dayOption("explain", "--day", day), ...(await exportSettings("explain", values)) };
}
