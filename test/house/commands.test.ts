import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { assess } from "../../src/cli/assess.js";
import { council } from "../../src/cli/council.js";
import { eligibility } from "../../src/cli/eligibility.js";
import { explain } from "../../src/cli/explain.js";
import { framework } from "../../src/cli/framework.js";
import { runCommand } from "../cli/run.ts";

const folder = mkdtempSync(join(tmpdir(), "homecare-rules-"));
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = { assess, council, eligibility, explain, framework };
const pages = ["README.md", ...readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md")).map((file) => `docs/${file}`)];
/** Its commands follow each other from an empty folder, and a test of its own runs them there. */
const APART = "docs/write-your-council.md";
const lines = pages.flatMap((page) => [...readFileSync(page, "utf8").matchAll(/^(?:npx )?homecare-rules (\w+ .*?)(?: +#.*)?$/gm)].map((match) => ({ page, line: match[1]! })));

it("README and docs show every command", () => {
  expect(pages).toContain(APART);
  expect([...new Set(lines.map(({ line }) => line.split(" ")[0]))].sort()).toEqual(Object.keys(COMMANDS));
  expect(lines.filter(({ page }) => page === "README.md").length).toBeGreaterThanOrEqual(6);
});

// A file that is written goes into a folder that is removed, not into the clone.
it.each(lines.filter(({ page }) => page !== APART))("$page: homecare-rules $line runs in a clone as it stands", async ({ line }) => {
  const [name, ...args] = line.split(" ").map((word) => (word.endsWith(".html") || word === "visits.csv" ? join(folder, word) : word));
  const { exit, out, problem } = await runCommand(COMMANDS[name as keyof typeof COMMANDS], ...args);
  expect({ exit, problem }).toEqual({ exit: 0, problem: null });
  expect(out).not.toBe("");
});

it("the sample of a package and of members has one provider to offer it to, and two left out", async () => {
  const { out } = await runCommand(framework, "offer", "plymouth", "--package", "examples/care-package.json", "--members", "examples/members.json", "--day", "2026-03-16", "--json");
  expect(JSON.parse(out)).toMatchObject({ answer: { tiers: [{ providers: [{ provider: "P2" }] }], leftOut: [{ provider: "P1" }, { provider: "P3" }] } });
});
