import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { progressLine } from "../../src/cli/progress.js";
import { exportOf, row } from "../ecm/exports.ts";
import { run, testFolder } from "./run.ts";

const folder = testFolder();
const CLEARED = "\r\u001B[K";
const isTerminal = process.stderr.isTTY;

const later = row({ visit_id: "V2", planned_start: "2026-07-02T09:00", planned_end: "2026-07-02T09:30" });
const inOrder = folder.file("by-day.csv", exportOf(row(), later));
const notInOrder = folder.file("any.csv", exportOf(later, row()));

afterEach(() => {
  process.stderr.isTTY = isTerminal;
  vi.restoreAllMocks();
});

describe("where standard error is a terminal", () => {
  beforeEach(() => {
    process.stderr.isTTY = true;
  });

  it("progress is one line, rewritten and cleared, and standard output has none of it", async () => {
    const { err, out } = await run(inOrder);
    expect(err).toBe(`${CLEARED}2 rows (100 %)${CLEARED}`);
    expect(out).not.toContain("\u001B");
  });

  it("it says when the file is read again", async () => {
    const now = vi.spyOn(Date, "now");
    let time = 0;
    now.mockImplementation(() => (time += 100));
    const { err } = await run(notInOrder);
    expect(err).toBe(`${CLEARED}reading again, not in day order: 2 rows (100 %)${CLEARED}`);
  });

  it("it is cleared before a problem is told", async () => {
    const { err, problem } = await run(folder.file("short.csv", "visit_id\n"));
    expect(err).toBe(CLEARED);
    expect(problem).toContain("the heading has no column");
  });

  it("it says no more than every tenth of a second, in rows, and per cent where the size is known", async () => {
    let time = 1_000_000;
    vi.spyOn(Date, "now").mockImplementation(() => time);
    const written: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const progress = progressLine(400);
    async function* chunks() {
      yield new Uint8Array(100);
      yield new Uint8Array(199);
      yield new Uint8Array(500);
    }
    const bytes = progress.counted(chunks())[Symbol.asyncIterator]();
    await bytes.next();
    progress.rows(8192);
    time += 99;
    await bytes.next();
    progress.rows(16_384);
    time += 1;
    progress.rows(1_234_567);
    await bytes.next();
    time += 100;
    progress.rows(1_300_000);
    expect(written).toEqual([`${CLEARED}8,192 rows (25 %)`, `${CLEARED}1,234,567 rows (74 %)`, `${CLEARED}1,300,000 rows (100 %)`]);
  });

  it.each([undefined, 0])("it says no per cent of a size of %s", (size) => {
    const written: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const progress = progressLine(size);
    progress.rows(12);
    progress.end();
    expect(written).toEqual([`${CLEARED}12 rows`, CLEARED]);
  });
});

describe("where standard error is no terminal", () => {
  it.each([inOrder, notInOrder])("nothing is written to it: %s", async (file) => {
    process.stderr.isTTY = false;
    expect((await run(file)).err).toBe("");
  });
});
