import { describe, expect, it } from "vitest";
import { bytesOf } from "../helpers.js";
import { HEADING, exportOf, row, told } from "./exports.ts";

const BAD = row({ priority: "?" });

describe("a row has the number that a person sees in a spreadsheet: the heading is row 1", () => {
  it.each<readonly [string, string, readonly number[], readonly number[]]>([
    ["plain rows", `${HEADING}\n${BAD}\n${row()}\n`, [2], [3]],
    ["carriage returns before the line feeds", `${HEADING}\r\n${BAD}\r\n${row()}\r\n`, [2], [3]],
    ["a mix of both", `${HEADING}\r\n${row()}\n${BAD}\r\n${row()}\n`, [3], [2, 4]],
    ["a byte-order mark", `\uFEFF${HEADING}\n${BAD}\n`, [2], []],
    ["no line feed at the end", `${HEADING}\n${row()}\n${BAD}`, [3], [2]],
    ["a carriage return alone at the end", `${HEADING}\n${row()}\n${BAD}\r`, [3], [2]],
    ["blank lines, which count and are no rows", `${HEADING}\n\n${BAD}\n\r\n\n${row()}\n\n`, [3], [6]],
    ["blank lines before the heading", `\n\r\n${HEADING}\n${BAD}\n`, [4], []],
    ["a line break inside quotes, which is inside one row", `${HEADING}\n${row({ visit_id: "V\n1" })}\n${BAD}\n`, [3], [2]],
    ["several line breaks inside quotes, in the rejected row itself", `${HEADING}\n${row({ visit_id: "V\r\n\r\n1", priority: "?" })}\n${row()}\n`, [2], [3]],
    ["a line break inside a quoted heading", `${HEADING},"a\nnote"\n${BAD},\n${row()},\n`, [2], [3]],
    ["a row of commas, which is a row", `${HEADING}\n${",".repeat(11)}\n${row()}\n`, [2], [3]],
  ])("with %s", async (_what, csv, rejected, accepted) => {
    for (const chunk of [1, 2, 3, 7, 1 << 16]) {
      const all = await told(bytesOf(csv, chunk));
      expect(all.rejected.map(({ finding }) => finding.row)).toEqual(rejected);
      expect(all.accepted.map((one) => one.row)).toEqual(accepted);
    }
  });

  it("for every row of a long file", async () => {
    const { rejected, accepted } = await told(exportOf(...Array.from({ length: 3000 }, (_, i) => (i % 7 === 3 ? BAD : row()))));
    expect(accepted.map((one) => one.row).concat(rejected.map(({ finding }) => finding.row)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 3000 }, (_, i) => i + 2));
    expect(rejected.map(({ finding }) => finding.row)).toEqual(Array.from({ length: 429 }, (_, i) => i * 7 + 5));
  });
});

describe("a value comes back as it stood there", () => {
  it.each(["Standard", "två", "\u{1F600}", 'a "quoted" one', "with,comma", "with\nline break", " ", "x".repeat(500), "a\u0000b", "\uFEFF", "\uFEFFstandard"])("%j", async (priority) => {
    const { rejected } = await told(exportOf(row({ priority })));
    expect(rejected.map(({ finding }) => finding)).toEqual([{ code: "unknown-priority", row: 2, column: "priority", value: priority }]);
  });

  it.each(["V1", "V,1", 'V"1"', '"V1"', " V1 ", "V\n1", "V\r\n1", "V\r1", "\u{1F600}", "é", "e\u0301", "\uFEFFV1", "0001", "=1+1", "x".repeat(25), "é".repeat(25)])("an id as well: %j", async (id) => {
    const { accepted } = await told(exportOf(row({ visit_id: id, service_user_id: id, provider_id: id, carer_id: id })));
    expect(accepted).toMatchObject([{ visit: id, serviceUser: id, provider: id, carer: id }]);
  });
});
