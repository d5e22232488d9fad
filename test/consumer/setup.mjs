// What the checks need: the tarball, a project that has installed it, other runtimes and compilers, a browser.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { outputOf, runCommand } from "./run-command.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(HERE, "../..");
export const MANIFEST = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const QUIETLY = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];

/** The newest release of each line; Node 20 is the host's. */
export const NODES = ["22", "24", "26"];
/** From the oldest that knows `NoInfer` on. */
export const COMPILERS = ["5.4", "5.9", "6.0", "7.0"];
const NODE_BUILDS = ["linux-x64", "linux-arm64"];
const PLATFORM = `${process.platform}-${process.arch}`;
export const HAS_NODES = NODE_BUILDS.includes(PLATFORM);

const TOOLS = {
  private: true,
  dependencies: {
    ...(HAS_NODES ? Object.fromEntries(NODES.map((line) => [`node-${line}`, `npm:node-${PLATFORM}@${line}`])) : {}),
    ...Object.fromEntries(COMPILERS.map((line) => [`typescript-${line}`, `npm:typescript@~${line}.0`])),
    bun: "1.4.5",
    deno: "2.9.6",
    esbuild: "0.28.2",
    "playwright-core": "1.65.1",
  },
  // They put their binary in its place after they are installed.
  allowScripts: { bun: true, deno: true, esbuild: true },
};

/** Builds and packs the package as it would be published; answers the tarball. */
export function packInto(folder) {
  outputOf("npm", ["run", "build"], { cwd: ROOT });
  const [{ filename }] = JSON.parse(outputOf("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], { cwd: ROOT }));
  return join(folder, filename);
}

/** A project outside this one that has installed the tarball, and temporal-polyfill for its own use. */
export function projectIn(folder, tarball) {
  cpSync(join(HERE, "project"), folder, { recursive: true });
  cpSync(join(HERE, "types"), join(folder, "types"), { recursive: true });
  const dependencies = { "homecare-rules": `file:${tarball}`, "temporal-polyfill": MANIFEST.dependencies["temporal-polyfill"] };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  outputOf("npm", ["install", ...QUIETLY], { cwd: folder });
  return folder;
}

/** Other runtimes, compilers and the bundler, installed once for each list of them; CONSUMER_CACHE names another place. */
export function installTools() {
  const cache = process.env.CONSUMER_CACHE ?? join(ROOT, "node_modules/.cache/consumer");
  const manifest = JSON.stringify(TOOLS);
  const folder = join(cache, `tools-${createHash("sha256").update(manifest).digest("hex").slice(0, 12)}`);
  if (existsSync(folder)) return { folder, cold: false };
  for (const old of existsSync(cache) ? readdirSync(cache) : []) if (old.startsWith("tools-")) rmSync(join(cache, old), { recursive: true });
  // Under another name until it is whole.
  const partial = join(cache, "tools-partial");
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, "package.json"), manifest);
  outputOf("npm", ["install", ...QUIETLY], { cwd: partial });
  renameSync(partial, folder);
  return { folder, cold: true };
}

/** The bundler's `build`. */
export async function bundlerOf(tools) {
  const { build } = await import(pathToFileURL(join(tools, "node_modules/esbuild/lib/main.js")).href);
  return (options) => build({ bundle: true, minify: true, write: false, metafile: true, logLevel: "silent", ...options });
}

/** The browser: CHROMIUM, or one on the path, or Debian's. */
export function findChromium() {
  const onPath = () => {
    const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter((name) => name !== undefined);
    for (const name of names) {
      const { status, stdout } = runCommand("sh", ["-c", 'command -v "$1"', "sh", name]);
      if (status === 0) return stdout.trim();
    }
    return undefined;
  };
  const found = onPath();
  if (found !== undefined) return found;
  if (process.platform !== "linux") throw new Error("there is no Chromium on the path; name one in CHROMIUM");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  outputOf("apt-get", ["update", "-qq"], { env });
  outputOf("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  return onPath();
}
