import { execFile, execFileSync, spawn } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { exportOf, row } from "../ecm/exports.ts";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { run, testFolder } from "./run.ts";
import { SMALL, SOUND } from "./small.ts";

const folder = testFolder();
const main = join(folder.path, "dist", "cli", "main.js");

beforeAll(() => {
  folder.file("package.json", '{ "type": "module" }');
  symlinkSync(resolve("node_modules"), join(folder.path, "node_modules"));
  execFileSync(process.execPath, ["node_modules/tsup/dist/cli-default.js", "--silent", "--config", "tsup.cli.config.ts", "--out-dir", join(folder.path, "dist")]);
}, 60_000);

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command, with text on standard input. */
async function command(args: readonly string[], input = "", environment: { readonly [name: string]: string } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...environment } });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.on("error", () => undefined).end(input);
  const exit = await new Promise<number | null>((done) => child.on("close", done));
  return { exit, out, err };
}

describe("the command as it is built", () => {
  it("prints what the source prints, and ends as it does", async () => {
    const file = folder.file("small.csv", SMALL);
    for (const args of [[file], [file, "--json"], [file, "--reading", "exactly-56=unpaid", "--from", "2026-07-01", "--to", "2026-07-31"]]) {
      const { exit, out } = await run(...args);
      expect(await command(["assess", ...args])).toEqual({ exit, out, err: "" });
    }
  });

  it.each<readonly [string, readonly string[], number, string]>([
    ["an unknown command", ["asses"], 2, 'homecare-rules: there is no command "asses". Commands: assess, explain, eligibility, framework, council\n'],
    ["a command named after a property of every object", ["toString"], 2, 'homecare-rules: there is no command "toString". Commands: assess, explain, eligibility, framework, council\n'],
    ["no export", ["assess"], 2, "homecare-rules: assess: which export? Give a file, or - for standard input (homecare-rules assess --help)\n"],
    ["a file that is not there", ["assess", "nowhere.csv"], 2, "homecare-rules: nowhere.csv: there is no such file\n"],
    ["a folder", ["assess", "src"], 2, "homecare-rules: src: is a folder, not an export\n"],
    ["a file that is no export", ["assess", "package.json"], 1, "homecare-rules: package.json: the heading has no column visit_id, service_user_id, provider_id, priority, carers_required, planned_start, planned_end, carer_id, actual_start, actual_end, outcome, capture_method\n"],
    [
      "an option for a value",
      ["assess", "x.csv", "--from", "--to", "2026-07-01"],
      2,
      "homecare-rules: Option '--from' argument is ambiguous. Did you forget to specify the option argument for '--from'? To specify an option argument starting with a dash use '--from=-XYZ'.\n",
    ],
  ])("with %s, says so on standard error in 80 columns", async (_what, args, exit, err) => {
    const ran = await command(args);
    expect({ ...ran, err: ran.err.replaceAll("\n  ", " ") }).toEqual({ exit, out: "", err });
    expect(Math.max(...ran.err.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("says what it can do: on standard output when asked, on standard error when not called at all", async () => {
    const { out } = await command(["--help"]);
    expect(out).toContain("homecare-rules <command> [options]\n\n  assess       assess an export");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const args of [["--help"], ["-h"], ["help"]]) expect(await command(args)).toEqual({ exit: 0, out, err: "" });
    expect(await command([])).toEqual({ exit: 2, out: "", err: out });
  });
});

describe("- reads standard input", () => {
  it("to the same document as from a file, in day order or not", async () => {
    for (const csv of [SOUND, randomMonth(3, { shuffle: true }), randomMonth(4)]) {
      const file = folder.file("month.csv", csv);
      const fromFile = await run(file, "--json");
      expect(await command(["assess", "-", "--json"], csv)).toEqual({ exit: fromFile.exit, out: fromFile.out, err: "" });
    }
  });

  it("and says so when there is nothing on it", async () => {
    const { exit, out, err } = await command(["assess", "-"], "");
    expect([exit, out]).toEqual([1, ""]);
    expect(err.replaceAll("\n  ", " ")).toMatch(/^homecare-rules: -: there is no heading; the first row must name the columns [a-z_, ]+\n$/);
  });
});

it("the host's time zone and language change no byte", async () => {
  const file = folder.file("month.csv", randomMonth(1, { firstDay: "2026-10-12", times: "wall" }));
  const plain = await command(["assess", file]);
  expect(plain.out).toContain("home-care visits assessed");
  for (const environment of [{ TZ: "Pacific/Apia" }, { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }, { TZ: "Europe/London", LC_ALL: "de_DE.UTF-8" }]) {
    expect(await command(["assess", file], "", environment)).toEqual(plain);
  }
});

it("a reader that has seen enough is no error", async () => {
  const providers = Array.from({ length: 3000 }, (_, i) => row({ provider_id: `P${i}` }));
  const file = folder.file("many.csv", exportOf(...providers));
  const { stdout, stderr } = await promisify(execFile)("bash", ["-c", 'set -o pipefail; "$0" "$1" assess "$2" | head -n 1', process.execPath, main, file]);
  expect([stdout, stderr]).toEqual(["Leicester City Council: home-care visits assessed\n", ""]);
});
