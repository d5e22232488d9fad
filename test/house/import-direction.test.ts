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
const room = (file: string): number => FOLDERS.indexOf(file.split(/[\\/]/)[0]!.replace(/^index\.js$/, "index.ts"));

it("knows every folder of the source", () => {
  expect(files.filter((file) => room(file) === -1)).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

it("imports point back up the data's way", () => {
  expect(imports.filter(({ file, target }) => room(target) > room(file))).toEqual([]);
});

it("the command line uses the public door only", () => {
  const inside = imports.filter(({ file, target }) => file.startsWith("cli") && !target.startsWith("cli"));
  expect(inside.filter(({ target }) => target !== "index.js")).toEqual([]);
});
