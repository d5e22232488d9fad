// The command as the tarball installs it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, expect, sameText } from "./report.mjs";
import { outputOf, runCommand } from "./run-command.mjs";
import { HAS_NODES, NODES } from "./setup.mjs";

/** Time zone, minutes that it is behind UTC at noon on 28 March 2026, and a language to go with it. */
const PLACES = [
  ["UTC", 0, "C"],
  ["Europe/London", 0, "en-GB"],
  ["Europe/Dublin", 0, "ga-IE"],
  ["Europe/Istanbul", -180, "tr-TR"],
  ["America/New_York", 240, "en-US"],
  ["America/St_Johns", 150, "fr-CA"],
  ["Asia/Kathmandu", -345, "ne-NP"],
  ["Australia/Lord_Howe", -660, "en-AU"],
  ["Pacific/Kiritimati", -840, "ar-EG"],
  ["Pacific/Pago_Pago", 660, "sv-SE"],
];

export async function checkCommand(project, tools, { EXPORT, PERIOD }, expected) {
  const command = join(project, "node_modules/.bin/homecare-rules");
  const [header, firstRow] = EXPORT.split("\n");
  writeFileSync(join(project, "export.csv"), EXPORT);
  writeFileSync(join(project, "rejected.csv"), `${header}\n${firstRow.replace("standard", "urgent")}\n`);
  const period = ["--from", PERIOD.firstDay, "--to", PERIOD.lastDay];
  const json = ["assess", "export.csv", ...period, "--json"];
  // The command prints what the library answers, and the first rows of each finding.
  const rowFindings = [{ code: "log-out-missing", row: 8, column: "actual_end" }];
  const document = `${JSON.stringify({ ...JSON.parse(expected).document, rowFindings }, null, 2)}\n`;

  await check("npx homecare-rules --help", () => {
    expect(outputOf("npx", ["--no-install", "homecare-rules", "--help"], { cwd: project }).includes("assess"), "the help does not name assess");
  });
  await check("homecare-rules assess prints a table, and nothing on standard error", () => {
    const { status, stdout, stderr } = runCommand(command, ["assess", "export.csv", ...period], { cwd: project });
    expect(status === 0, `ended with ${status}`);
    sameText(stderr, "");
    for (const words of ["Leicester City Council", "£35.03", "log-out-missing"]) expect(stdout.includes(words), `the table does not say ${words}`);
  });
  await check("homecare-rules assess - reads standard input", () => {
    sameText(outputOf(command, ["assess", "-", ...period, "--json"], { cwd: project, input: EXPORT }), document);
  });
  await check("a rejected row ends with 1, and the document all the same", () => {
    const { status, stdout } = runCommand(command, ["assess", "rejected.csv", "--json"], { cwd: project });
    expect(status === 1, `ended with ${status}`);
    expect(JSON.parse(stdout).rows.rejected === 1, "the row is not counted as rejected");
  });
  await check("a file that is not there ends with 2, said on standard error", () => {
    const { status, stdout, stderr } = runCommand(command, ["assess", "nowhere.csv"], { cwd: project });
    expect(status === 2, `ended with ${status}`);
    sameText(stdout, "");
    sameText(stderr, "homecare-rules: nowhere.csv: there is no such file\n");
  });
  for (const line of HAS_NODES ? NODES : []) {
    await check(`the command under Node ${line}`, () => {
      sameText(outputOf(command, json, { cwd: project, node: join(tools, `node_modules/node-${line}/bin/node`) }), document);
    });
  }
  for (const [zone, behind, language] of PLACES) {
    await check(`the same bytes in ${zone}, ${language}`, () => {
      const env = { TZ: zone, LC_ALL: language === "C" ? "C" : `${language.replace("-", "_")}.UTF-8` };
      // An unknown zone would silently be UTC.
      const seen = outputOf(process.execPath, ["-p", 'new Date("2026-03-28T12:00Z").getTimezoneOffset()'], { env }).trim();
      expect(seen === String(behind), `Node is ${seen} minutes behind UTC there, expected ${behind}`);
      sameText(outputOf(command, json, { cwd: project, env }), document);
    });
  }
}
