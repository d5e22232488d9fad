import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/cli/assess.js";
import { council } from "../../src/cli/council.js";
import { explain } from "../../src/cli/explain.js";
import { parseCouncil } from "../../src/config/index.js";
import { CLAUSES, FURTHER_CLAUSES } from "../../src/rules/council.js";
import { runCommand, testFolder } from "../cli/run.ts";

const PAGE = "docs/write-your-council.md";
const page = readFileSync(PAGE, "utf8");
const COMMANDS: Readonly<Record<string, Parameters<typeof runCommand>[0]>> = { assess, explain, council };

/** The blocks of the page in order: what kind each is, and what stands in it. */
const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({ kind: kind!, text: text! }));
const ofKind = (kind: string): string[] => blocks.filter((block) => block.kind === kind).map(({ text }) => text);

const folder = testFolder();
const [sound, wrong] = ofKind("json") as [string, string];
folder.file("export.csv", ofKind("csv")[0]!);
folder.file("wrong.json", wrong);

/** Runs a line of the page in the folder, and answers what it prints. */
async function printed(line: string): Promise<string> {
  const [, name, rest] = /^npx homecare-rules (\w+) (.*)$/.exec(line)!;
  const args = [...rest!.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).map((word) => (/\.(json|csv)$/.test(word) ? join(folder.path, word) : word));
  const { out, err, problem } = await runCommand(COMMANDS[name!]!, ...args);
  expect(problem).toBeNull();
  expect(err).toBe("");
  return out.replaceAll(`${folder.path}/`, "");
}

describe("the page on writing a council", () => {
  it("does what it says, from the empty folder on", async () => {
    let compared = 0;
    for (const [i, { kind, text }] of blocks.entries()) {
      // The council is saved where the page shows it whole, over the start.
      if (text === sound) folder.file("my-council.json", sound);
      if (kind !== "sh") continue;
      for (const line of text.split("\n").filter((command) => command.startsWith("npx homecare-rules"))) {
        const out = await printed(line);
        const next = blocks[i + 1];
        if (next?.kind !== "") continue;
        expect(next.text, line).toBe(out);
        compared++;
      }
    }
    expect(compared).toBe(5);
  });

  it("its council is about 60 lines, sound, and assesses visits", () => {
    expect(sound.trimEnd().split("\n").length).toBeGreaterThanOrEqual(50);
    expect(sound.trimEnd().split("\n").length).toBeLessThanOrEqual(65);
    expect(parseCouncil(sound)).toMatchObject({ kind: "council", cannot: [] });
  });

  it("quotes in its table what its council quotes", () => {
    const quotes = [...sound.matchAll(/"quote": "([^"]*)"/g)].map(([, quote]) => quote!);
    const rows = [...page.matchAll(/^\| \[`\w+`\].*?\| “([^”]*)”/gm)].map(([, words]) => words!);
    expect(rows).toHaveLength(8);
    for (const words of rows) expect(quotes.some((quote) => quote.includes(words)), words).toBe(true);
  });
});

it.each(["docs/write-your-council.md", "docs/council-file.md", "docs/clauses/README.md"])("%s links to pages that are there", (file) => {
  const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
});

it("the index of the clauses links every page of a clause, and names every clause", () => {
  const index = readFileSync("docs/clauses/README.md", "utf8");
  expect(readdirSync("docs/clauses").filter((file) => file !== "README.md" && !index.includes(`](${file}`))).toEqual([]);
  expect([...CLAUSES, ...FURTHER_CLAUSES].filter((clause) => !index.includes(`| [\`${clause}\`](fields.md#${clause.toLowerCase()}) |`))).toEqual([]);
});
