// Proves the package as others use it: builds and packs it, installs the tarball in a project of its own, and uses it there.
//
//   node test/consumer/run.mjs
//
// CONSUMER_CACHE: where other runtimes and compilers are kept between runs, else node_modules/.cache/consumer.
// CHROMIUM: the browser, where it is not on the path.
//
// Every figure of expected.json was checked by hand against the contract. When an answer is meant to change, a failed run
// leaves the project in which `node with-import.mjs` gives the new text.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkCommand } from "./command.mjs";
import { checkCompilers } from "./compilers.mjs";
import * as probe from "./project/probe.mjs";
import { check, close, isWell, part } from "./report.mjs";
import { checkRuntimes } from "./runtimes.mjs";
import { installTools, packInto, projectIn } from "./setup.mjs";
import { checkTarball } from "./tarball.mjs";

const expected = readFileSync(new URL("expected.json", import.meta.url), "utf8");
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "homecare-rules-consumer-")));
const project = join(scratch, "project");
mkdirSync(project);

const made = {};
const isReady = await part("Build, pack, install", async () => {
  const packed = await check("the package builds and packs", () => void (made.tarball = packInto(scratch)));
  const installed = packed && (await check("the tarball installs", () => void projectIn(project, made.tarball)));
  return installed && (await check("other runtimes and compilers are there", () => {
    const { folder, cold } = installTools();
    made.tools = folder;
    return cold ? "installed" : "from the cache";
  }));
});
if (isReady) {
  await part("The tarball", () => checkTarball(project, made.tools, made.tarball));
  await part("Runtimes", () => checkRuntimes(project, made.tools, scratch, expected));
  await part("The command", () => checkCommand(project, made.tools, probe, expected));
  await part("Compilers", () => checkCompilers(project, made.tools));
}
if (isWell()) rmSync(scratch, { recursive: true });
else console.log(`\nLeft to be looked at: ${scratch}`);
close();
process.exitCode = isWell() ? 0 : 1;
