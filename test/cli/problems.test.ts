import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "../../src/index.js";
import { HEADING, exportOf, row } from "../ecm/exports.ts";
import { run, testFolder } from "./run.ts";
import { SMALL, SOUND } from "./small.ts";

const folder = testFolder();
const sound = folder.file("sound.csv", SOUND);
mkdirSync(join(folder.path, "folder.csv"));

describe("how a command ends", () => {
  it.each<readonly [string, string, number]>([
    ["well, when every row is accepted", SOUND, 0],
    ["well, with findings on accepted rows", exportOf(row({ actual_end: "" }), row({ outcome: "hospital" })), 0],
    ["well, without a row", `${HEADING}\n`, 0],
    ["with 1, when one row is rejected", SMALL, 1],
    ["with 1, when every row is rejected", exportOf("x"), 1],
    ["with 1, when a row opens a quotation mark that is never closed", exportOf(row(), `"${row()}`, row()), 1],
  ])("%s", async (_how, csv, exit) => {
    const ran = await run(folder.file("export.csv", csv), "--json");
    expect(ran).toMatchObject({ exit, err: "", problem: null });
    expect(ran.out.endsWith("}\n")).toBe(true);
  });

  it.each<readonly [string, string | Uint8Array, string]>([
    ["nothing at all", "", `there is no heading; the first row must name the columns ${COLUMNS.join(", ")}`],
    ["another table", "a,b\n1,2\n", `the heading has no column ${COLUMNS.join(", ")}`],
    ["a spreadsheet file", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0, 255, 254, 10, 0]), `the heading has no column ${COLUMNS.join(", ")}. It looks like a spreadsheet's own file, or a zip file: save it as CSV (UTF-8)`],
    ["a heading with a line break in it", `${HEADING.replace("outcome", '"out\n\ncome"')}\n`, "the heading has no column outcome. Not known: out come"],
    ["a missing column", `${HEADING.replace("outcome", "Outcome")}\n`, "the heading has no column outcome. Not known: Outcome"],
    ["a heading with a quotation mark that is never closed", `"${HEADING}\nV1\n`, "the heading opens a quotation mark that is never closed"],
    ["a megabyte without a line break", `${HEADING}\n${"x".repeat((1 << 20) + 1)}`, "row 2 is longer than 1 MiB; is this an export?"],
  ])("with 1, when the file cannot be read as an export: %s", async (_what, bytes, problem) => {
    const file = folder.file("unreadable.csv", bytes);
    expect(await run(file)).toEqual({ exit: 1, out: "", err: "", problem: `${file}: ${problem}` });
  });

  it.each<readonly [string, string, string]>([
    ["no such file", "missing.csv", "there is no such file"],
    ["no such folder", join("nowhere", "missing.csv"), "there is no such file"],
    ["a folder", "folder.csv", "is a folder, not an export"],
    ["a file for a folder", join("sound.csv", "x.csv"), `ENOTDIR: not a directory, stat '${join(folder.path, "sound.csv", "x.csv")}'`],
  ])("with 2, when there is nothing to read: %s", async (_what, name, problem) => {
    const file = join(folder.path, name);
    expect(await run(file)).toEqual({ exit: 2, out: "", err: "", problem: `${file}: ${problem}` });
  });
});

describe("with 2 and one clear line, when it is not called as it asks to be", () => {
  it.each<readonly [string, readonly string[], string]>([
    ["no export", [], "assess: which export? Give a file, or - for standard input (homecare-rules assess --help)"],
    ["no export but options", ["--json"], "assess: which export? Give a file, or - for standard input (homecare-rules assess --help)"],
    ["two exports", [sound, "second.csv"], "assess: one export at a time, got also second.csv"],
    ["three exports", [sound, "second.csv", "third.csv"], "assess: one export at a time, got also second.csv, third.csv"],
    ["another council", [sound, "--council", "leicestershire"], 'assess: there is no council "leicestershire". Built in: leicester. A council of your own is a file: --council my-council.json'],
    ["a council named after a property of every object", [sound, "--council", "toString"], 'assess: there is no council "toString". Built in: leicester. A council of your own is a file: --council my-council.json'],
    ["a first day alone", [sound, "--from", "2026-07-01"], "assess: --from and --to go together; --to is missing"],
    ["a last day alone", [sound, "--to", "2026-07-01"], "assess: --from and --to go together; --from is missing"],
    ["a day alone that is none", [sound, "--from", "2026-13-01"], 'assess: --from takes a day of the calendar as YYYY-MM-DD, got "2026-13-01"'],
    ["a last day before the first", [sound, "--from", "2026-07-02", "--to", "2026-07-01"], 'assess: --from and --to: the first day of the period must not be after its last, got "2026-07-02 to 2026-07-01"'],
    ["a day that is none", [sound, "--from", "2026-02-29", "--to", "2026-03-01"], 'assess: --from takes a day of the calendar as YYYY-MM-DD, got "2026-02-29"'],
    ["a day in another form", [sound, "--from", "2026-07-01", "--to", "31/07/2026"], 'assess: --to takes a day of the calendar as YYYY-MM-DD, got "31/07/2026"'],
    ["a time for a day", [sound, "--from", "2026-07-01", "--to", "2026-07-31T00:00"], 'assess: --to takes a day of the calendar as YYYY-MM-DD, got "2026-07-31T00:00"'],
    ["a reading without a choice", [sound, "--reading", "exactly-56"], 'assess: --reading takes SLUG=CHOICE, got "exactly-56"'],
    ["a reading with an empty choice", [sound, "--reading", "exactly-56="], 'assess: --reading takes SLUG=CHOICE, got "exactly-56="'],
    ["a choice without a reading", [sound, "--reading", "=unpaid"], 'assess: --reading takes SLUG=CHOICE, got "=unpaid"'],
    ["a misspelt reading", [sound, "--reading", "exactly56=unpaid"], 'assess: --reading exactly56=unpaid: Leicester City Council has no reading "exactly56". Did you mean "exactly-56"?'],
    ["a misspelt choice", [sound, "--reading", "exactly-56=unpayed"], 'assess: --reading exactly-56=unpayed: "exactly-56" has no choice "unpayed". Did you mean "unpaid"?'],
    ["a choice of another reading", [sound, "--reading", "exactly-56=every-hour"], 'assess: --reading exactly-56=every-hour: "exactly-56" has no choice "every-hour". Known: hour, forty-five, unpaid'],
    ["a value that is missing", [sound, "--reading", "rate-scope=day-time-only"], 'assess: --reading rate-scope=day-time-only: "rate-scope" read as "day-time-only" asks for the hours of day time, such as 07:00-22:00'],
    ["a value nobody asked for", [sound, "--reading", "exactly-56=hour:60"], 'assess: --reading exactly-56=hour:60: "exactly-56" read as "hour" asks for no value, got "60"'],
    ["a choice of the repeated hour that is none", [sound, "--reading", "repeated-hour=both"], 'assess: repeated-hour is read as earlier or later, got "both"'],
    ["a value for the repeated hour", [sound, "--reading", "repeated-hour=later:2"], 'assess: repeated-hour is read as earlier or later, got "later:2"'],
    ["a reading named after a property of every object", [sound, "--reading", "constructor=name"], 'assess: --reading constructor=name: Leicester City Council has no reading "constructor". Known: tolerance, '],
    ["a choice named after one", [sound, "--reading", "tolerance=constructor"], 'assess: --reading tolerance=constructor: "tolerance" has no choice "constructor". Known: 30-and-15, 15-for-every-call'],
    ["days of the rules that are none", [sound, "--reading", "applies=callers-days:2026-01-01..2026-02-30"], '"2026-01-01..2026-02-30"'],
    ["an unknown option", [sound, "--jsn"], "Unknown option '--jsn'"],
    ["an unknown letter", [sound, "-x"], "Unknown option '-x'"],
    ["an option without its value", [sound, "--council"], "Option '--council <value>' argument missing"],
    ["a value for an option that has none", [sound, "--json=yes"], "Option '--json' does not take an argument"],
    ["an option for a value", [sound, "--from", "--to", "2026-07-01"], "Option '--from' argument is ambiguous."],
  ])("%s", async (_what, args, problem) => {
    const ran = await run(...args);
    expect(ran).toMatchObject({ exit: 2, out: "", err: "" });
    expect(ran.problem).toContain(problem);
    expect(ran.problem).not.toMatch(/\n|undefined|cannot read|withReading|emptyMonth|compile:/i);
  });

  it("hours that are none, with what is wrong with them", async () => {
    const { exit, problem } = await run(sound, "--reading", "rate-scope=day-time-only:7-22");
    expect(exit).toBe(2);
    expect(problem).toContain('"7-22"');
  });
});

describe("--help prints the page of the command and ends well", () => {
  it.each([["--help"], ["-h"], ["--help", "missing.csv"], ["missing.csv", "--from", "x", "--help"]])("%j %s", async (...args) => {
    const { exit, out, err } = await run(...args.filter((arg) => arg !== undefined));
    expect([exit, err]).toEqual([0, ""]);
    expect(out.startsWith("homecare-rules assess EXPORT.csv [options]\n\n")).toBe(true);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const option of ["--council", "--from", "--to", "--reading", "--json", "--help", "Exit:"]) expect(out).toContain(option);
  });
});
