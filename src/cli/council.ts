import { writeFile } from "node:fs/promises";
import { readingsOf } from "../index.js";
import { type LeftOpen, type Note, type Use, newCouncil } from "../config/index.js";
import { cannotText, counted, problemText, readCouncil } from "./council-file.js";
import { problemWith } from "./files.js";
import { parsedArguments } from "./options.js";
import { EXIT, Misuse } from "./problems.js";

const HELP = `homecare-rules council new [FILE] [--name NAME]
homecare-rules council check FILE [--json]

A council's contract as a JSON file. "new" writes one to begin with: every
clause that assessing visits needs, with comments that say what to put in; to
standard output without FILE. It never writes over a file.
"check" says everything that is wrong with a file, one problem a line: where,
what was expected, what came, what to do. Of a sound file it says which
clauses the commands use and which are for code, which further columns they ask
an export for, what the file cannot be used for yet, what it leaves open
(lengths without a row, hours without a rate, days without a version), and what
stands in it without an effect.

  --name NAME              the council's name ("My Council")
  --json                   the answer as data
  --help                   this page

Assess an export by a council's file with: assess EXPORT.csv --council FILE

Exit: 0 well; 1 the file is not a sound council; 2 not called as above, no such
file, or the file to write is there already.
`;

/** What a council leaves open, before where it does. */
const OPEN_SAYS: { readonly [C in LeftOpen["code"]]: string } = {
  "no-version": "no version on",
  "no-binding-version": "no version that is agreed or on trial (a later one is recommended or proposed) on",
  "no-window": "no window at",
  "several-windows": "several windows at",
  "no-row": "no row for",
  "several-rows": "several rows for",
  "no-rate": "no rate for",
  "several-rates": "several rates for",
  "no-price": "no price for",
  "several-prices": "several prices for",
  "no-grade": "no grade for",
  "several-grades": "several grades for",
};

/** What stands in a council without the effect that its place suggests. */
const NOTE_SAYS: { readonly [C in Note["code"]]: string } = {
  "past-midnight-on-days": 'go past midnight, and what is after midnight goes by the kind of its own day, not by that of the evening before. For nights that begin on these days, write the hours before midnight (such as "20:00-24:00") here, and those after it ("00:00-07:00") in a band for the days that follow',
  "shares-days": "shares days with a kind before it that has others besides, and loses them to that one: a day is of the first kind that holds it",
  "limits-never-used": 'has limits that no call is judged by: every call of this type is judged against a window, or not at all. To judge these calls by their limits, name the other call types in callTypes of the windows; for windows alone, write "windows-only"',
  "longer-notice-pays-more": "pays more than shorter notice does",
  "longer-stay-pays-less": "pays less than a shorter stay is paid",
  "unusually-large": "is unusually large: prices are in pounds, limits in minutes, notice in its unit",
  "one-choice": "has one choice, so there is nothing to choose. Give another that the words allow, or take the reading out",
  "template-words": "is the template's sentence still: copy the words of the contract here before the version is agreed",
  "template-reading": "is the template's sentence still: look whether the contract says it, and write here what it leaves open; or take the reading out",
  "pays-nothing": "is 0: nothing is paid by it",
  "under-ten-pence": 'is less than ten pence. It is pounds, and no share of the price: for 5 % more, write a band of the rates that is a share of another, "1.05"',
  "several-times-the-price": 'is several times the other price. A share of 1 is the whole price: 55 % is "0.55", time and a half "1.5"',
  "behind-broader": "comes after a kind that takes some of its days. Where these are to be of this kind, put it before that one",
  "misses-weekends": 'holds no holiday on the weekend that it falls on: only the day put in its place is listed then. For the day itself, add a kind with dates, such as "12-25"',
  "rounded-twice": 'is the nearest step of minutes that partMinutes has cut or rounded before, so that some lengths go to another step than by their seconds. By the second: "nearest-half-up", with "nearest" for steps of an odd number of minutes and "dropped" for an even one; where time is added up, "of-the-sum" in basis.per.partMinutes besides',
  "least-is-the-plan": "pays at least the planned length, however short the stay was",
  "seconds-of-each": 'leaves open when the seconds of time that is added up are settled: of each visit, before its time is added, where basis.per.partMinutes is left out. Write "of-the-sum" where they are settled once, or "of-each" where this is meant',
  "limits-the-sum": "limits the whole sum of time that is added up, and no visit by itself; a planned length is that of all its visits together",
  "fault-decides-nothing": 'is a case that is not "failed": whose fault it was makes no difference to it. A case listed here is "failed" in cases, and kept apart where the fault is another\'s',
  "manual-is-electronic": "counts logs that were put in by hand as electronic",
  "past-threshold-unpaid": 'also takes the pay away: a visit past it is paid nothing. To pay it, write basis.undelivered "by-outcome" and undelivered.pastThreshold, such as "actual-time"',
  "missed-while-on-time": "is within the minutes that are on time: a visit is missed before it is early, or late",
  "never-past-threshold": "is never paid: attendance.missedThreshold has none",
  "nobody-there": 'pays the time there, and no carer can have been: a log-in beside this is a contradiction (attendance.notCompleted). Nothing is paid',
  "no-hospital-stay": "is a retainer for a stay in hospital, and what it is for is none",
  "never-holds": 'is for "otherwise", and the other bands hold everywhere: it is never paid',
  "most-before-least": "can be above the most, where the plan is short: the most is paid then",
  "target-not-judged": "is a target for what the council does not test: nothing is held against it",
  "first-minutes-unpaid": "stands where the first minutes of a stay are free and prices go by the hour. Paid minutes are laid from the beginning of a stay, so its last minutes go unpaid instead: see docs/what-you-cannot-write.md",
  "named-nearly-alike": "which this file has for the same column of an export: one may be misspelt. Names are compared letter by letter, and one that no visit has holds for none",
  "contribution-beside-pay": "stands beside pay, where nothing asks for it: what a person pays stands in charge",
  "changes-no-charge": "changes nothing that is charged",
  "charged-by-its-own": "judges visits for the charge, in place of the council's own: a visit may be missed for pay and not for the charge",
};

/** `homecare-rules council`. */
export async function council(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, { name: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } });
  if (values.help === true) {
    process.stdout.write(HELP);
    return EXIT.well;
  }
  const [what, file, ...more] = positionals;
  if (more.length > 0) throw new Misuse(`council: one file at a time, got also ${more.join(", ")}`);
  if (what === "new") {
    if (values.json === true) throw new Misuse("council new: the file is JSON already; leave --json out");
    return writeNew(file, values.name ?? "My Council");
  }
  if (what !== "check") throw new Misuse(`council: new or check? ${what === undefined ? "Say which" : `There is no "council ${what}"`} (homecare-rules council --help)`);
  if (values.name !== undefined) throw new Misuse("council check: --name goes with council new");
  if (file === undefined) throw new Misuse("council check: which file? (homecare-rules council --help)");
  return check(file, values.json ?? false);
}

async function writeNew(file: string | undefined, name: string): Promise<number> {
  if (name.trim() === "") throw new Misuse("council new: --name takes the council's name");
  const text = newCouncil(name);
  if (file === undefined) {
    process.stdout.write(text);
    return EXIT.well;
  }
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw new Misuse(`${file}: is there already; name another file, or move it`);
    throw problemWith(file, error);
  }
  process.stdout.write(`${file}: written. Fill it in, then: homecare-rules council check ${file}\n`);
  return EXIT.well;
}

async function check(file: string, json: boolean): Promise<number> {
  const parsed = await readCouncil(file);
  const exit = parsed.kind === "refused" ? EXIT.errors : EXIT.well;
  if (json) {
    const answer = parsed.kind === "refused" ? { sound: false, problems: parsed.problems, cannot: [], open: [], notes: [], uses: [] } : { sound: true, problems: [], cannot: parsed.cannot, open: parsed.open, notes: parsed.notes, uses: parsed.uses };
    process.stdout.write(`${JSON.stringify({ format: "homecare-rules/council-check@1", file, ...answer }, null, 2)}\n`);
    return exit;
  }
  if (parsed.kind === "refused") {
    for (const problem of parsed.problems) process.stdout.write(`${problemText(problem)}\n`);
    process.stdout.write(`${file}: ${counted(parsed.problems.length)}\n`);
    return exit;
  }
  const readings = readingsOf(parsed.council).length;
  process.stdout.write(`${file}: a sound council, ${parsed.council.name}; ${readings} ${readings === 1 ? "reading" : "readings"}\n`);
  for (const use of parsed.uses) for (const line of useLines(use)) process.stdout.write(`${line}\n`);
  for (const cannot of parsed.cannot) process.stdout.write(`It ${cannotText(cannot)}\n`);
  for (const { path, code, where } of parsed.open) process.stdout.write(`It leaves open: ${path}, ${OPEN_SAYS[code]} ${where}\n`);
  for (const note of parsed.notes) process.stdout.write(`Note: ${noteText(note)}\n`);
  return exit;
}

function noteText(note: Note): string {
  const names = note.code === "named-nearly-alike" ? `is ${JSON.stringify(note.name)}, nearly ${note.like.map((name) => JSON.stringify(name)).join(" and ")}, ` : "";
  return `${note.path} ${names}${NOTE_SAYS[note.code]}`;
}

/** What a set of rules is used for: the council's own, or those of a contract. */
function useLines({ contract, byCommands, byCode, columns }: Use): string[] {
  const of = contract === null ? "" : `Contract ${contract} (--contract ${contract}): `;
  const listed = columns.map(({ column, clauses }) => `${column} (${clauses.join(", ")})`);
  return [
    ...(byCommands.length === 0 ? [] : [`${of}assess and explain use ${byCommands.join(", ")}`]),
    ...(byCode.length === 0 ? [] : [`${of}for code only, no command uses them: ${byCode.join(", ")}`]),
    ...(columns.length === 0 ? [] : [`${of}assess asks an export for the further columns ${listed.join(", ")}`]),
  ].map((line) => (contract === null ? line.replace(/^./, (first) => first.toUpperCase()) : line));
}
