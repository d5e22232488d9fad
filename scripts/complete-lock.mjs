// Completes package-lock.json with the platform packages that it leaves out.
//
//   node scripts/complete-lock.mjs            adds them
//   node scripts/complete-lock.mjs --check    adds nothing; exit 1 if there are any to add
//
// Tools with native parts (oxlint, rollup, …) pin one optional package for each platform. `npm install` writes only those
// into the lock that its registry holds at that moment, and `npm ci` then refuses the lock, "Missing … from lock file",
// also on platforms that never install them. So each exact pin gets an entry: its version and, read from its name, the
// platform it is for; no checksum, since the package is not to be had where the lock was made.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const OPERATING_SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const C_LIBRARIES = { gnu: "glibc", musl: "musl" };

const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

/** The platform that a package's name says it is for, as the lock writes it: `@rollup/rollup-linux-x64-gnu`. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => OPERATING_SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const libc = C_LIBRARIES[words.at(-1)];
  if (cpu === undefined && os === undefined) {
    throw new Error(`complete-lock: ${name} is not in the lock, and its name says no platform. Run npm install, or add it by hand`);
  }
  return { cpu: cpu && [cpu], libc: libc && [libc], os: os && [os] };
}

/** The folders in which Node looks for what a package imports, the nearest first. */
function foldersSeenFrom(place) {
  const folders = [];
  for (let at = place; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) folders.push(`${at}/node_modules/`);
  return [...folders, "node_modules/"];
}

/** Where npm would put a package: the outermost folder whose entry of that name, if any, does not stand in the way. `null`: it is there. */
function placeFor(name, version, parent, packages) {
  let place = null;
  for (const folder of foldersSeenFrom(parent)) {
    const found = packages[folder + name];
    if (found !== undefined) return found.version === version ? null : place;
    place = folder + name;
  }
  return place;
}

/** The missing entries, by place. */
function missingFrom(packages) {
  const all = { ...packages };
  const missing = {};
  // Outer packages first: they have the first claim on the outer folders.
  const parents = Object.keys(packages).sort((a, b) => foldersSeenFrom(a).length - foldersSeenFrom(b).length);
  for (const parent of parents) {
    const { dev, peer, optionalDependencies = {} } = packages[parent];
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!EXACT_VERSION.test(version)) continue;
      const place = placeFor(name, version, parent, all);
      if (place === null) continue;
      const { cpu, libc, os } = platformOf(name);
      // Keys in npm's own order; those without a value are not written.
      missing[place] = all[place] = { version, cpu, dev, libc, optional: true, os, peer };
    }
  }
  return missing;
}

const { values, positionals } = parseArgs({ options: { check: { type: "boolean", default: false } }, allowPositionals: true });
const [file = new URL("../package-lock.json", import.meta.url)] = positionals;
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = missingFrom(lock.packages);
const places = Object.keys(missing);

for (const place of places) console.log(`${values.check ? "missing" : "added"}: ${place} ${missing[place].version}`);
console.log(`${places.length} platform packages ${values.check ? "missing from the lock" : "added to the lock"}`);
if (values.check) {
  process.exitCode = places.length === 0 ? 0 : 1;
} else if (places.length > 0) {
  const entries = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`);
}
