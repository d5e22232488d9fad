import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { describe, expect, it } from "vitest";
import * as config from "../../src/config/index.js";
import * as library from "../../src/index.js";
import { Temporal } from "temporal-polyfill/implementation";

/**
 * Everything a reader can copy is run: every `ts` fence with a `// =>` line, in README, docs and docstrings. The value of
 * the statement before the arrow must be what stands behind it. The names of the library, and in a docstring those of its
 * file, need no import.
 */
interface Fence {
  readonly file: string;
  readonly where: string;
  readonly code: string;
}

function fencesIn(file: string): Fence[] {
  const text = readFileSync(file, "utf8");
  // In a docstring every line starts with " * ".
  const plain = file.endsWith(".ts") ? text.replace(/^[ \t]*\* ?/gm, "") : text;
  return [...plain.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match, i) => ({ file, where: `${file}, fence ${i + 1}`, code: match[1]! }));
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));
}

const fences = [...filesIn("src", ".ts"), "README.md", ...filesIn("docs", ".md")].flatMap(fencesIn).filter(({ code }) => code.includes("// =>"));

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...names: string[]) => (...values: unknown[]) => Promise<unknown>;

/** Runs a fence and answers each promised value beside the one that came. */
async function run({ file, code }: Fence): Promise<{ promised: unknown; came: unknown }[]> {
  const results: { promised: unknown; came: unknown }[] = [];
  let arrows = 0;
  const lines = code.replace(/^import .*\n/gm, "").split("\n");
  const instrumented: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const own = /^(\s*)\/\/ => (.+)$/.exec(line);
    const behind = /^(.*?);?\s*\/\/ => (.+)$/.exec(line);
    if (own !== null || behind !== null) {
      let promised = own === null ? behind![2]! : own[2]!;
      if (own !== null) while (/^\s*\/\/ (?!=>)/.test(lines[i + 1] ?? "")) promised += ` ${lines[++i]!.replace(/^\s*\/\/ /, "")}`;
      const expression = own === null ? behind![1]! : instrumented.pop()!.replace(/;\s*$/, "");
      arrows++;
      const declared = /^\s*(?:const|let)\s+([\w$]+)/.exec(expression);
      if (declared === null) instrumented.push(`__check((${expression}), () => (${promised}));`);
      else instrumented.push(`${expression};`, `__check(${declared[1]}, () => (${promised}));`);
    } else if (line.trim() !== "") instrumented.push(line);
  }
  const script = ts.transpileModule(instrumented.join("\n"), { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText;
  const own: object = file.endsWith(".ts") ? await import(/* @vite-ignore */ `../../${file}`) : {};
  const names = { ...library, ...config, ...own, Temporal, __check: (came: unknown, promised: () => unknown) => results.push({ promised: promised(), came }) };
  await new AsyncFunction(...Object.keys(names), script)(...Object.values(names));
  expect(results.length, "every arrow was reached").toBe(arrows);
  return results;
}

describe("what a reader can copy does what it says", () => {
  it("there are many fences", () => {
    expect(fences.length).toBeGreaterThan(20);
  });

  it.each(fences)("$where", async (fence) => {
    for (const { promised, came } of await run(fence)) expect(came).toEqual(promised);
  });
});
