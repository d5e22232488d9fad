import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "homecare-rules-lint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says of a line in the library. */
function lint(line: string): string {
  writeFileSync(join(folder, "probe.ts"), `${line}\n`);
  try {
    return execFileSync("npx", ["oxlint", "-c", ".oxlintrc.json", folder], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

it.each([
  ["a clock", "export const now = Date.now();"],
  ["the environment", "export const home = process.env.HOME;"],
  ["a file", 'import { readFileSync } from "node:fs"; export const text = readFileSync("x", "utf8");'],
  ["the host's locale", "export const text = (1).toLocaleString();"],
  ["the host's time zone", "export const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;"],
  ["chance", "export const chance = Math.random();"],
  ["any", "export const value = (x: any) => x;"],
])("the library may not use %s: the linter refuses it", (_what, line) => {
  expect(lint(line)).toMatch(/Found [01] warnings? and [1-9]\d* errors?/);
});

it("and accepts a plain line", () => {
  expect(lint("export const one = 1;")).toContain("Found 0 warnings and 0 errors");
});
