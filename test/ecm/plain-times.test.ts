import { describe, expect, it } from "vitest";
import { COLUMNS } from "../../src/index.js";
import { exportOf, row, told } from "./exports.ts";

/** Reads each text as planned start, plainly and between quotation marks, which keep it from being read as the row is split. */
async function bothWays(texts: readonly string[], repeatedHour: "earlier" | "later" = "earlier") {
  const rows = (write: (text: string) => string): string =>
    exportOf(...texts.map((text) => row({ planned_start: "@", planned_end: "2099-12-31T00:00Z", actual_end: "2099-12-31T00:00Z", actual_start: "%" }).replace("@", () => write(text)).replace("%", () => write(text))), row());
  return [await told(rows((text) => text), { repeatedHour }), await told(rows((text) => `"${text}"`), { repeatedHour })] as const;
}

const pad = (value: number): string => String(value).padStart(2, "0");
const CLOCK_TIMES = Array.from({ length: 24 * 4 }, (_, i) => `${pad(i >> 2)}:${pad((i & 3) * 15)}`);
const OFFSETS = ["", "Z", "+00:00", "+01:00", "-11:30", "+23:59", "-23:59"];

describe("a time read as its record is split is the time that is read with care", () => {
  it.each(["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "1996-01-01", "1996-12-31", "1997-01-01", "2024-02-29", "2038-01-19", "2100-12-31", "2101-01-01"])(
    "on %s, with and without seconds and offsets",
    async (day) => {
      const texts = CLOCK_TIMES.flatMap((clock) => OFFSETS.flatMap((offset) => [`${day}T${clock}${offset}`, `${day}T${clock}:59${offset}`]));
      for (const which of ["earlier", "later"] as const) {
        const [plain, careful] = await bothWays(texts, which);
        expect(plain).toEqual(careful);
        expect(plain.accepted.length + plain.rejected.length).toBe(texts.length + 1);
      }
    },
  );

  it("with any letter of it replaced, left out or doubled", async () => {
    for (const text of ["2026-07-01T09:05:30+01:00", "2026-07-01T09:05:30Z", "2026-07-01T09:05", "2026-12-31T23:59:59"]) {
      const texts = [...text].flatMap((letter, at) =>
        ["", letter + letter, ..."0123456789:-+TZtz/; \u0000é"].map((other) => text.slice(0, at) + other + text.slice(at + 1)),
      );
      const [plain, careful] = await bothWays(texts);
      expect(plain).toEqual(careful);
      expect(plain.accepted.length).toBeGreaterThan(20);
      expect(plain.rejected.length).toBeGreaterThan(20);
    }
  });

  it("after another date or offset, and before any time was read", async () => {
    const nothing = `${"\u0000".repeat(10)}T09:00`;
    const texts = [nothing, "2026-07-01T09:00", nothing, "2026-07-02T09:00", "2026-07-02T09:00+01:00", "2026-07-02T09:00+\u0000\u0000:\u0000\u0000", "2026-07-02T09:00-01:00", "2026-02-30T09:00", "2026-07-02T09:00+24:00", "2026-07-02T09:00+01:00"];
    const [plain, careful] = await bothWays(texts);
    expect(plain).toEqual(careful);
    expect(plain.accepted.map((one) => one.row)).toEqual([3, 5, 6, 8, 11, 12]);
  });

  it("in a last column, whatever ends the line", async () => {
    const columns = [...COLUMNS.filter((column) => column !== "actual_end"), "actual_end"];
    const fields = ["V1", "SU1", "P1", "standard", "1", "2026-07-01T09:00", "2026-07-01T09:30", "C1", "2026-07-01T09:05", "", "app", "2026-07-01T09:31"];
    for (const end of ["\n", "\r\n"]) {
      const { accepted, rejected } = await told([columns, fields, fields, fields].map((line) => line.join(",")).join(end));
      expect([accepted.length, rejected.length]).toEqual([3, 0]);
    }
  });
});
