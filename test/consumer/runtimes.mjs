// The same question to every runtime, in every way it can load the package: the answers must be the expected bytes.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { check, sameText, skip } from "./report.mjs";
import { outputOf } from "./run-command.mjs";
import { HAS_NODES, NODES, bundlerOf, findChromium } from "./setup.mjs";

const NATIVE = "native Temporal";
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function checkRuntimes(project, tools, scratch, expected) {
  const run = (command, args, env = {}) => JSON.parse(outputOf(command, args, { cwd: project, env }));
  const ask = (name, hasTemporal, answers) =>
    check(name, async () => {
      const given = Object.entries(await answers()).filter(([times, answer]) => times !== NATIVE || hasTemporal || answer !== null);
      for (const [times, answer] of given) sameText(answer, expected, `times as ${times}, `);
      return given.map(([times]) => times).join(", ");
    });

  const host = `Node ${process.versions.node}`;
  const hostHasTemporal = "Temporal" in globalThis;
  await ask(`${host}, import`, hostHasTemporal, () => run(process.execPath, ["with-import.mjs"]));
  await ask(`${host}, require()`, hostHasTemporal, () => run(process.execPath, ["with-require.cjs"]));

  for (const line of NODES) {
    if (!HAS_NODES) {
      skip(`Node ${line}`, `npm has no Node for ${process.platform} ${process.arch}`);
      continue;
    }
    const node = join(tools, `node_modules/node-${line}/bin/node`);
    const name = `Node ${outputOf(node, ["-p", "process.versions.node"]).trim()}`;
    await ask(`${name}, import`, Number(line) >= 26, () => run(node, ["with-import.mjs"]));
    await ask(`${name}, require()`, Number(line) >= 26, () => run(node, ["with-require.cjs"]));
  }

  const bun = join(tools, "node_modules/.bin/bun");
  await ask("Bun, import", true, () => run(bun, ["--no-install", "with-import.mjs"]));
  await ask("Bun, require()", true, () => run(bun, ["--no-install", "with-require.cjs"]));

  // The library reads no file, no environment and no network; only require() itself asks for files.
  const deno = join(tools, "node_modules/.bin/deno");
  const denoEnv = { DENO_DIR: join(scratch, "deno"), DENO_NO_UPDATE_CHECK: "1" };
  await ask("Deno without a permission, import", true, () => run(deno, ["run", "--no-remote", "--no-prompt", "--node-modules-dir=manual", "with-import.mjs"], denoEnv));
  await ask("Deno, require()", true, () => run(deno, ["run", "--no-remote", "--no-prompt", "--node-modules-dir=manual", `--allow-read=${project}`, "with-require.cjs"], denoEnv));

  const bundles = join(scratch, "bundles");
  mkdirSync(bundles);
  const build = await bundlerOf(tools);
  const bundle = async (entry, format, out) => {
    const made = await build({ entryPoints: [join(project, entry)], format });
    const file = join(bundles, out);
    writeFileSync(file, made.outputFiles[0].text);
    return file;
  };
  await ask("esbuild bundle as an ES module", hostHasTemporal, async () => run(process.execPath, [await bundle("with-import.mjs", "esm", "bundle.mjs")]));
  await ask("esbuild bundle as CommonJS", hostHasTemporal, async () => run(process.execPath, [await bundle("with-require.cjs", "cjs", "bundle.cjs")]));
  await ask("Chromium, esbuild bundle, Lord Howe time, Turkish", true, async () => inChromium(tools, await bundle("in-a-page.mjs", "iife", "page.js")));
}

/** The answers of a bundle in a page, without a network, in a time zone and language that are not ours. */
async function inChromium(tools, bundle) {
  const { chromium } = createRequire(join(tools, "package.json"))("playwright-core");
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext({ offline: true, timezoneId: "Australia/Lord_Howe", locale: "tr-TR" });
    const page = await context.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.setContent("<!doctype html><title>homecare-rules</title>");
    await page.addScriptTag({ path: bundle });
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return await page.evaluate(() => globalThis.answers);
  } finally {
    await browser.close();
  }
}
