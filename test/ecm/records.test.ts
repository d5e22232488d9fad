import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableExport, readRecords } from "../../src/ecm/records.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { bytesOf } from "../helpers.js";
import { HEADING, row, told } from "./exports.ts";
import { type Records, inChunks, letters, slowly } from "./slow-records.ts";

async function recordsOf(chunks: AsyncIterable<Uint8Array>): Promise<Records> {
  const records: Records = [];
  await readRecords(chunks, ({ bytes, fields, starts, ends, unclosed, row: number }) => {
    records.push({ row: number, fields: Array.from({ length: fields }, (_, i) => letters(bytes.subarray(starts[i], ends[i]))), unclosed });
  });
  return records;
}

const encoder = new TextEncoder();
const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }).map((list) => [...list, 1]);

describe("records are those that a plain and slow parser finds", () => {
  // Many quotation marks, commas and line breaks, so that they meet in every way.
  const anyText = fc
    .array(fc.constantFrom('"', '"', '""', ",", ",", "\n", "\r\n", "\r", "a", " ", "é", "\u{1F600}", "\uFEFF", '"a"', '"\n"', '",",'), { maxLength: 24 })
    .map((list) => list.join(""));

  it("in any text, in chunks of any sizes", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, sizes, async (text, chunks) => {
        const bytes = encoder.encode(text);
        expect(await recordsOf(inChunks(bytes, chunks))).toEqual(slowly(letters(bytes)));
      }),
      { numRuns: 1500 },
    );
  });

  it("in every text of up to six of the letters that matter, byte by byte and at once", async () => {
    let texts = [""];
    const wrong: string[] = [];
    for (let length = 1; length <= 6; length++) {
      texts = texts.flatMap((text) => ['"', ",", "\n", "\r", "a"].map((letter) => text + letter));
      if (length < 6) continue;
      for (const text of texts) {
        const expected = JSON.stringify(slowly(text));
        for (const chunk of [1, 6]) if (JSON.stringify(await recordsOf(bytesOf(text, chunk))) !== expected) wrong.push(text);
      }
    }
    expect(texts).toHaveLength(5 ** 6);
    expect(wrong).toEqual([]);
  });

  it("in a table written with quotes where they are needed and here and there besides, every field comes back", async () => {
    const fields = fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 12 }), fc.boolean()), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { maxLength: 6 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), sizes, async (table, lineEnd, lastLineEnds, chunks) => {
        const line = (cells: readonly (readonly [string, boolean])[]): string =>
          cells.map(([text, always]) => (always || /[",\r\n]/.test(text) || (text === "" && cells.length === 1) ? `"${text.replaceAll('"', '""')}"` : text)).join(",");
        const csv = table.map(line).join(lineEnd) + (lastLineEnds && table.length > 0 ? lineEnd : "");
        const expected = table.map((cells, i) => ({ row: i + 1, fields: cells.map(([text]) => letters(encoder.encode(text))), unclosed: false }));
        fc.pre(!csv.startsWith("\uFEFF"));
        expect(await recordsOf(inChunks(encoder.encode(csv), chunks))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("in random months with awkward ids", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const bytes = encoder.encode(randomMonth(seed, { lineBreaksInIds: true }));
      expect(await recordsOf(inChunks(bytes, [4096 + seed]))).toEqual(slowly(letters(bytes)));
    }
  });
});

describe("the size of the chunks changes nothing", () => {
  const csv = `\uFEFF${HEADING},note\r\n${row({ visit_id: 'V\r\n"1"', carer_id: "\u{1F600}, é" })},\r\n\r\n${row({ priority: '"?"' })},"a ""note"""\n"V3"${row().slice(2)},\n${row()}\n${row({ actual_end: "" })},\uFEFF`;

  it("for every size from 1 byte to the whole, and every place to cut in two", async () => {
    const bytes = encoder.encode(csv);
    const whole = await told(csv);
    expect([whole.accepted.length, whole.rejected.length, whole.findings.length]).toEqual([3, 2, 2]);
    for (let size = 1; size <= bytes.length; size++) {
      expect(await told(bytesOf(csv, size)), `chunks of ${size}`).toEqual(whole);
      expect(await told(inChunks(bytes, [size, bytes.length])), `cut at ${size}`).toEqual(whole);
    }
  });

  it("for random months in chunks of any sizes, empty ones among them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 8 }), async (seed, list) => {
        const month = randomMonth(seed, { lineBreaksInIds: true, days: 6 });
        expect(await told(inChunks(encoder.encode(month), [...list, 300]))).toEqual(await told(month));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a quotation mark that is never closed", () => {
  it.each([
    ["at the beginning of a line", `${HEADING}\n${row()}\n"V2${row().slice(2)}\n${row()}\n`, [2, 4], 3],
    ["in the last field, where it would swallow every row after it", `${HEADING},note\n${row()},"a note\n${row()},\n${row()},\n`, [3, 4], 2],
    ["as the last byte", `${HEADING}\n${row()}\n"`, [2], 3],
    ["after blank lines, which count", `${HEADING}\n\n\n"${row()}\n\n${row()}\n`, [6], 4],
  ])("%s rejects its row, and the rows after it are read", async (_where, csv, good, bad) => {
    for (const chunk of [1, 5, 1 << 16]) {
      const { accepted, rejected } = await told(bytesOf(csv, chunk));
      expect(accepted.map((one) => one.row)).toEqual(good);
      expect(rejected).toEqual([{ finding: { code: "wrong-field-count", row: bad, value: "a quotation mark that is never closed", unplaced: { provider: null, visit: null } }, visit: null }]);
    }
  });

  it("in the heading makes the export unreadable", async () => {
    await expect(told(bytesOf(`"${HEADING}\n${row()}\n`))).rejects.toThrow(new UnreadableExport("the heading opens a quotation mark that is never closed"));
  });

  it.each([64 * 1024, 3 << 20])("is given up after 1 MiB, in chunks of %i bytes: memory does not grow with it", async (chunk) => {
    const rows = 700_000;
    const records = await recordsOf(bytesOf(`a\n"b\n${"c\n".repeat(rows)}`, chunk));
    expect(records.length).toBe(rows + 2);
    expect(records[1]).toEqual({ row: 2, fields: ['"b'], unclosed: true });
    expect(records.at(-1)).toEqual({ row: rows + 2, fields: ["c"], unclosed: false });
  });

  it.each([64 * 1024, 1 << 20, 8 << 20])("is given up at the same place in chunks of %i bytes, even where another one follows later", async (chunk) => {
    const LONGEST = 1 << 20;
    const closedAfter = (bytes: number): string => `a\n"bb\n${"c\n".repeat(bytes / 2 - 3)}d"\ne\n`;
    const record = await recordsOf(bytesOf(closedAfter(LONGEST), chunk));
    expect(record.map(({ row: number, unclosed }) => [number, unclosed])).toEqual([[1, false], [2, false], [3, false]]);
    const lines = await recordsOf(bytesOf(closedAfter(LONGEST + 2), chunk));
    expect(lines.length).toBe(LONGEST / 2 + 2);
    expect(lines.slice(0, 3)).toEqual([{ row: 1, fields: ["a"], unclosed: false }, { row: 2, fields: ['"bb'], unclosed: true }, { row: 3, fields: ["c"], unclosed: false }]);
    expect(lines.slice(-2)).toMatchObject([{ fields: ['d"'] }, { row: LONGEST / 2 + 2, fields: ["e"] }]);
  });
});

describe("a line longer than 1 MiB", () => {
  const LONGEST = 1 << 20;
  it.each([64 * 1024, LONGEST, 3 * LONGEST])("is no line of an export, in chunks of %i bytes", async (chunk) => {
    const longest = "x".repeat(LONGEST);
    expect(await recordsOf(bytesOf(`a\n${longest}\nb\n`, chunk))).toMatchObject([{ row: 1 }, { row: 2 }, { row: 3 }]);
    expect(await recordsOf(bytesOf(`a\n\n${longest}`, chunk))).toMatchObject([{ row: 1 }, { row: 3 }]);
    for (const end of ["", "\n", "\nb\n"]) {
      await expect(recordsOf(bytesOf(`a\n\n${longest}x${end}`, chunk))).rejects.toThrow(new UnreadableExport("row 3 is longer than 1 MiB; is this an export?"));
    }
  });
});

it("reading stops as soon as it is told to, and the rest is not asked for", async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      asked++;
      yield encoder.encode("a,b\n\nc,d\n");
    }
  }
  const seen: number[] = [];
  await readRecords(endless(), (record) => seen.push(record.row) < 3);
  expect([seen, asked]).toEqual([[1, 3, 4], 2]);
});
