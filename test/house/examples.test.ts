import { readFileSync, readdirSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";

const examples = readdirSync("examples").filter((file) => file.endsWith(".ts"));

afterEach(() => vi.restoreAllMocks());

it("there are examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
});

it.each(examples)("examples/%s prints what it says", async (file) => {
  const [, promised] = readFileSync(`examples/${file}`, "utf8").split("\n// prints\n");
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => void printed.push(values.join(" ")));
  await import(`../../examples/${file}`);
  expect(printed.join("\n").split("\n")).toEqual(promised!.trimEnd().split("\n").map((line) => line.replace(/^\/\/ ?/, "")));
});
