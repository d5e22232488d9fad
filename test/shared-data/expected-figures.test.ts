import { createReadStream, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Day, type MonthDocument, type Rules, assessExport, compile, emptyMonth, leicester, mergeMonths, monthDocument } from "../../src/index.js";
import { bytesOf } from "../helpers.js";

const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));

interface Expected {
  readonly council: string;
  readonly period: { readonly firstDay: Day; readonly lastDay: Day };
  readonly visits: number;
  readonly providers: MonthDocument["providers"];
  readonly total: MonthDocument["total"];
}

const expected = JSON.parse(readFileSync(shared("ecm/expected.json"), "utf8")) as Expected;
const csv = readFileSync(shared("ecm/export.csv"), "utf8");
const rules: Rules = compile(leicester) as unknown as Rules;

/** What the expected figures say, of a document: every figure of every provider, and of the total. */
function figures({ council, period, visits, providers, total }: MonthDocument): Expected {
  return { council, period: { firstDay: period!.firstDay, lastDay: period!.lastDay }, visits, providers, total };
}

/** The same lines in another order, the heading first: each a step of so many lines from the one before. */
function inSteps(step: number): string {
  const [heading, ...lines] = csv.trimEnd().split("\n");
  const order = lines.map((_, i) => lines[(i * step) % lines.length]!);
  expect(new Set(order).size).toBe(lines.length);
  return [heading, ...order].join("\n");
}

describe("the sample export has the figures that a separate program reckoned", () => {
  it("read from the file", async () => {
    const month = await assessExport(() => createReadStream(shared("ecm/export.csv")), rules);
    const document = monthDocument(month, rules);
    expect(figures(document)).toEqual(expected);
    expect(document).toMatchObject({ period: { derived: true }, rows: { read: 6518, accepted: 6518, rejected: 0 }, order: "by-day" });
  });

  it.each([1, 7, 4096])("in chunks of %i bytes", async (chunk) => {
    // A byte at a time takes long, and two hundred rows show it as well.
    const lines = csv.split("\n").slice(0, chunk === 1 ? 200 : undefined).join("\n");
    const whole = monthDocument(await assessExport(() => bytesOf(lines), rules), rules);
    expect(monthDocument(await assessExport(() => bytesOf(lines, chunk), rules), rules)).toEqual(whole);
    if (chunk !== 1) expect(figures(whole)).toEqual(expected);
  });

  it.each([6517, 1009, 2503])("with its rows in another order, each %i lines from the one before", async (step) => {
    const text = inSteps(step);
    const document = monthDocument(await assessExport(() => bytesOf(text), rules), rules);
    expect(figures(document)).toEqual(expected);
    expect(document.order).toBe("any");
    expect(monthDocument(await assessExport(bytesOf(text), rules), rules)).toEqual(document);
  });

  it("in five parts by service user, merged", async () => {
    const [heading, ...lines] = csv.trimEnd().split("\n");
    const { firstDay, lastDay } = expected.period;
    const period = { firstDay, lastDay };
    let month = emptyMonth(rules, period);
    for (let part = 0; part < 5; part++) {
      const own = lines.filter((line) => Number(line.split(",")[1]!.slice(2)) % 5 === part);
      expect(own.length).toBeGreaterThan(500);
      month = mergeMonths(month, await assessExport(bytesOf([heading, ...own].join("\n")), rules, { period }));
    }
    expect(figures(monthDocument(month, rules))).toEqual(expected);
  });
});
