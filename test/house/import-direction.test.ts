import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, it } from "vitest";

/** The data's way: a folder imports from itself and from those before it, never from those after. */
const FOLDERS = [
  "shared", "contract", "visit", "ecm", "assessment", "continuity", "payment", "performance", "time-bank", "eligibility", "framework",
  "rules", "councils", "month", "what-if", "report", "config", "testing", "index.ts", "cli",
];

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap((file) =>
  [...readFileSync(join("src", file), "utf8").matchAll(/^(?:import|export)[^;]*?from "(\.[^"]+)";$/gms)].map((match) => ({
    file,
    target: relative("src", normalize(join("src", dirname(file), match[1]!))),
  })),
);
/** Whatever a file imports, directly or through others. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  for (const { file: from, target } of imports) {
    const source = target.replace(/\.js$/, ".ts");
    if (from !== file || reached.has(source)) continue;
    reached.add(source);
    reachedFrom(source, reached);
  }
  return reached;
}
const usesZod = (file: string): boolean => /from "zod/.test(readFileSync(join("src", file), "utf8"));

it("zod stands in schemas and their collection only, and is reached from the door config only", () => {
  expect(files.filter(usesZod).filter((file) => !file.endsWith(".schema.ts") && !file.startsWith("config"))).toEqual([]);
  expect([...reachedFrom("index.ts")].filter(usesZod)).toEqual([]);
  expect([...reachedFrom("config/index.ts")].filter(usesZod).length).toBeGreaterThan(20);
});

it("no rule imports a schema or its words", () => {
  const rules = imports.filter(({ file }) => !/\.(schema|words)\.ts$/.test(file) && !/^(config|report|cli)\b/.test(file));
  expect(rules.filter(({ target }) => target.endsWith(".schema.js"))).toEqual([]);
});

const room = (file: string): number => FOLDERS.indexOf(file.split(/[\\/]/)[0]!.replace(/^index\.js$/, "index.ts"));

it("knows every folder of the source", () => {
  expect(files.filter((file) => room(file) === -1)).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

it("imports point back up the data's way", () => {
  expect(imports.filter(({ file, target }) => room(target) > room(file))).toEqual([]);
});

it("the command line uses the public doors only", () => {
  const inside = imports.filter(({ file, target }) => file.startsWith("cli") && !target.startsWith("cli"));
  expect(inside.filter(({ target }) => target !== "index.js" && target !== "config/index.js")).toEqual([]);
});
