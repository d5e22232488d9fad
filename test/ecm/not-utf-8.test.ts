import { describe, expect, it } from "vitest";
import { assessExport, monthDocument } from "../../src/index.js";
import { HEADING, RULES, countsOf, row, told } from "./exports.ts";
import { inChunks } from "./slow-records.ts";

/** A text of which each letter is a byte, as Windows-1252 writes é and è. */
const asBytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const at = (hour: string): { readonly planned_start: string; readonly planned_end: string } => ({ planned_start: `2026-07-01T${hour}:00`, planned_end: `2026-07-01T${hour}:30` });
const LONG = "a carer whose id is longer than most";

describe("bytes that are not UTF-8", () => {
  it.each([
    ["visit_id", { provider: "P1", visit: null }],
    ["service_user_id", null],
    ["provider_id", { provider: null, visit: "V1" }],
    ["carer_id", null],
  ] as const)("in %s reject the row, in chunks of any size, the second time they come too", async (column, unplaced) => {
    for (const id of ["Ren\xE9", "\xE9", "abcd\xE8", `${LONG}\xE9`, "\xED\xA0\x80", "\xC3"]) {
      const csv = [HEADING, row(), row({ [column]: id }), row({ [column]: id }), ""].join("\n");
      for (const size of [1, 7, 1 << 16]) {
        const { accepted, rejected, findings } = await told(inChunks(asBytes(csv), [size]));
        expect(accepted.map((one) => one.row)).toEqual([2]);
        const shown = new TextDecoder().decode(asBytes(id));
        expect(shown).toContain("\uFFFD");
        const finding = { code: "not-utf-8", column, value: shown, ...(unplaced === null ? {} : { unplaced }) };
        expect(rejected).toEqual([3, 4].map((number) => ({ finding: { ...finding, row: number }, visit: unplaced === null ? { provider: "P1", visit: "V1", day: accepted[0]!.day } : null })));
        expect(findings).toEqual([]);
      }
    }
  });

  it("in a field that is quoted, and in a further column that keeps its text", async () => {
    const csv = [`${HEADING},lot`, `${row()},north`, `${row()},"n\xF6rd"`, `${row()},n\xF6rd`, `${row({ carer_id: "C1" }).replace("C1", '"C\xE9"')},north`, ""].join("\n");
    const { accepted, rejected } = await told(inChunks(asBytes(csv), [5]));
    expect(accepted.map((one) => one.row)).toEqual([2]);
    expect(rejected.map(({ finding: { code, row: number, column } }) => [code, number, column])).toEqual([["not-utf-8", 3, "lot"], ["not-utf-8", 4, "lot"], ["not-utf-8", 5, "carer_id"]]);
  });

  it("never make one person of two: their visits cannot be determined", async () => {
    const csv = [HEADING, row({ service_user_id: "Ren\xE9", ...at("09") }), row({ visit_id: "V2", service_user_id: "Ren\xE8", ...at("12") }), row({ visit_id: "V3", ...at("15") }), ""].join("\n");
    const document = monthDocument(await assessExport(() => inChunks(asBytes(csv), [1 << 16]), RULES), RULES);
    expect(document).toMatchObject({ rows: { read: 3, accepted: 1, rejected: 2 }, total: { visits: 3, undetermined: 2 } });
    expect(countsOf(document)).toEqual({ "not-utf-8": 2 });
  });

  it("ids in UTF-8 are kept as they are, and a column that is not kept may hold anything", async () => {
    const ids = ["René", "Renè", "\u{1F600}", "\uFFFD", `${LONG} é`];
    const csv = [HEADING, ...ids.map((id, i) => row({ visit_id: `V${i}`, service_user_id: id, carer_id: id })), ""].join("\n");
    const { accepted } = await told(inChunks(new TextEncoder().encode(csv), [3]));
    expect(accepted.map(({ serviceUser, carer }) => [serviceUser, carer])).toEqual(ids.map((id) => [id, id]));
    const note = [`${HEADING},note`, `${row()},caf\xE9`, ""].join("\n");
    expect((await told(inChunks(asBytes(note), [1 << 16]))).accepted).toHaveLength(1);
  });
});
