import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run, testFolder } from "./run.ts";
import { SMALL } from "./small.ts";

const folder = testFolder();
const small = folder.file("small.csv", SMALL);

it("--html writes the month as a page, beside the table or the document", async () => {
  const page = join(folder.path, "month.html");
  const plain = await run(small);
  const ran = await run(small, "--html", page);
  expect(ran).toEqual(plain);
  const text = readFileSync(page, "utf8");
  expect(text.startsWith("<!doctype html>\n")).toBe(true);
  expect(text).toContain("Row 4, column priority, “urgent”: The priority is not one of the council&#39;s call types.");
  await run(small, "--html", page, "--json");
  expect(readFileSync(page, "utf8"), "the same bytes again").toBe(text);
});

it("shows at most ten findings of a kind, the first ones of the file, whatever its order", async () => {
  const rows = SMALL.split("\n");
  const many = folder.file("many.csv", [...rows.slice(0, -1), ...Array.from({ length: 30 }, () => rows[3]!), rows[1]!, ""].join("\n"));
  const page = join(folder.path, "many.html");
  await run(many, "--html", page);
  expect(readFileSync(page, "utf8").match(/“urgent”/g)).toHaveLength(10);
});

it("is refused where it would write over the export, to standard output, or where nothing can be written", async () => {
  expect(await run(small, "--html", small)).toEqual({ exit: 2, out: "", err: "", problem: `assess: --html would write over the export ${small}` });
  expect(await run(small, "--html", join(folder.path, ".", "small.csv"))).toMatchObject({ exit: 2 });
  expect(readFileSync(small, "utf8")).toBe(SMALL);
  expect(await run(small, "--html", "-")).toEqual({ exit: 2, out: "", err: "", problem: "assess: --html takes the name of a file to write; the table or document goes to standard output" });
  const nowhere = join(folder.path, "nowhere", "month.html");
  expect(await run(small, "--html", nowhere)).toMatchObject({ exit: 2, out: "", problem: `${nowhere}: there is no folder ${join(folder.path, "nowhere")}` });
  expect(existsSync(nowhere)).toBe(false);
});
