import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableExport, assessExport, monthDocument } from "../../src/index.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { RULES, told } from "./exports.ts";
import { inChunks, letters, slowly } from "./slow-records.ts";

interface Damage {
  readonly how: "overwritten" | "inserted" | "deleted" | "cut off";
  /** Where, as a part of the file. */
  readonly at: number;
  readonly byte: number;
}

const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Array.from('",\n\r0-:TZ', (letter) => letter.charCodeAt(0))));
const damage: fc.Arbitrary<Damage> = fc.record({ how: fc.constantFrom("overwritten", "overwritten", "inserted", "inserted", "deleted", "deleted", "cut off"), at: fc.double({ min: 0, max: 1, noNaN: true }), byte });

function damaged(bytes: Uint8Array, from: number, list: readonly Damage[]): Uint8Array {
  const out = [...bytes];
  for (const { how, at, byte: value } of list) {
    const place = from + Math.floor(at * (out.length - from));
    if (how === "overwritten") out[place] = value;
    else if (how === "inserted") out.splice(place, 0, value);
    else if (how === "deleted") out.splice(place, 1);
    else out.length = Math.max(place, from);
  }
  return Uint8Array.from(out);
}

const month = fc.integer({ min: 1, max: 10_000 }).map((seed) => new TextEncoder().encode(randomMonth(seed, { days: 5, shuffle: seed % 2 === 0 })));
const once = [1 << 20];

describe("however an export is damaged, no row of it is lost", () => {
  it("past the heading: every record is told of once, accepted or rejected, in the order of the file", async () => {
    await fc.assert(
      fc.asyncProperty(month, fc.array(damage, { maxLength: 8 }), async (whole, list) => {
        const bytes = damaged(whole, whole.indexOf(10) + 1, list);
        const records = slowly(letters(bytes));
        const { accepted, rejected } = await told(inChunks(bytes, once));
        const rows = [...accepted.map((one) => one.row), ...rejected.map(({ finding }) => finding.row)].toSorted((a, b) => a - b);
        expect(rows).toEqual(records.slice(1).map((record) => record.row));
        const { rows: counted } = await assessExport(() => inChunks(bytes, once), RULES);
        expect(counted).toEqual({ read: records.length - 1, accepted: accepted.length, rejected: rejected.length });
      }),
      { numRuns: 250 },
    );
  });

  it("anywhere: it is unreadable as a whole, or its rows and its visits add up", async () => {
    await fc.assert(
      fc.asyncProperty(month, fc.array(damage, { minLength: 1, maxLength: 20 }), async (whole, list) => {
        const bytes = damaged(whole, 0, list);
        const assessed = await assessExport(() => inChunks(bytes, once), RULES).catch((error: unknown) => error);
        if (assessed instanceof Error) {
          expect(assessed).toBeInstanceOf(UnreadableExport);
          return;
        }
        const { rows, visits, providers, total } = monthDocument(assessed as Awaited<ReturnType<typeof assessExport>>, RULES);
        expect(rows.accepted + rows.rejected).toBe(rows.read);
        expect(rows.read).toBe(slowly(letters(bytes)).length - 1);
        for (const one of [...providers, total]) expect(one.delivered + one.open + one.missed + one.excused + one.notRequired + one.undetermined).toBe(one.visits);
        expect(providers.reduce((sum, one) => sum + one.visits, 0)).toBe(visits);
        expect(total.visits).toBe(visits);
      }),
      { numRuns: 250 },
    );
  });
});
