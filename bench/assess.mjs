// How fast is `assess`? Rows a second through the whole of it, beside a bare scan of the same bytes, in one run.
//
//   npm run bench                      a made export of about 200,000 rows
//   node bench/assess.mjs export.csv   one of your own
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assessExport, compile, leicester, readRows } from "../dist/index.js";
import { readRecords } from "../dist/ecm/records.js";

const ROUNDS = 7;
const folder = mkdtempSync(join(tmpdir(), "homecare-bench-"));
const file = process.argv[2] ?? join(folder, "export.csv");
if (process.argv[2] === undefined) {
  const made = execFileSync("node", ["scripts/make-export.mjs", "--service-users", "1700", "--providers", "13", "--weeks", "6"], { maxBuffer: 1 << 30 });
  writeFileSync(file, made);
}
const bytes = readFileSync(file);
rmSync(folder, { recursive: true });

async function* chunks() {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
}
const rules = compile(leicester);
let rows = 0;
const ways = {
  "bare scan": async () => {
    let lines = 0;
    for (let at = 0; at < bytes.length; at++) if (bytes[at] === 10) lines++;
    rows = lines - 1;
  },
  "records split": () => readRecords(chunks(), () => true),
  "rows checked": () => readRows(chunks(), { callTypes: rules.callTypes }, { accepted: () => true, rejected: () => true, finding: () => undefined }),
  assess: () => assessExport(chunks, rules),
};

const best = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(ways)) {
    const start = performance.now();
    await run();
    best[name] = Math.min(best[name] ?? Infinity, performance.now() - start);
  }
}
console.log(`${rows.toLocaleString("en-GB")} rows, ${(bytes.length / 1e6).toFixed(0)} MB, best of ${ROUNDS}, Node ${process.version}`);
for (const [name, ms] of Object.entries(best)) {
  console.log(`${name.padEnd(14)} ${ms.toFixed(0).padStart(6)} ms ${Math.round(rows / ms).toLocaleString("en-GB").padStart(7)} thousand rows a second, ${(ms / best["bare scan"]).toFixed(1)} scans`);
}
console.log(`peak memory of this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, the ${(bytes.length / 1e6).toFixed(0)} MB of the export among it`);
