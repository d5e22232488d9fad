import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stretch } from "../../src/contract/rows.js";
import { type RowsTerms, holesIn, overlapsIn, paidMinutesFor } from "../../src/payment/paid-minutes.js";

const minutes = fc.integer({ min: 0, max: 80 });
const row = fc.record({ from: minutes, length: fc.integer({ min: 0, max: 30 }), open: fc.boolean(), becomes: fc.constantFrom(0, 15, 30) }).map(({ from, length, open, becomes }) => ({ from, to: open && length > 25 ? ("open" as const) : from + length, becomes }));
const terms: fc.Arbitrary<RowsTerms> = fc.record({
  kind: fc.constant("rows" as const),
  partMinutes: fc.constant("dropped" as const),
  rows: fc.array(row, { maxLength: 5 }),
  filling: fc.array(row, { maxLength: 2 }),
  zeroMinutes: fc.constantFrom("by-its-row" as const, "unpaid" as const),
  beyond: fc.oneof(
    fc.constant({ kind: "open-row" as const }),
    fc.record({ kind: fc.constant("steps" as const), from: fc.integer({ min: 1, max: 90 }), becomes: fc.constant(60), every: fc.constant(15), adds: fc.constant(15) }),
    fc.record({ kind: fc.constant("whole-units" as const), unit: fc.integer({ min: 1, max: 90 }) }),
  ),
});

const isIn = (at: number, stretches: readonly Stretch[]): boolean => stretches.some(({ from, to }) => from <= at && (to === "open" || at <= to));
/** Past whole units a length is answered by what is left of it, and a rest of 0 is answered. */
const askedLength = (at: number, { beyond }: RowsTerms): number => (beyond.kind !== "whole-units" || at < beyond.unit ? at : at % beyond.unit === 0 ? -1 : at % beyond.unit);
const lengths = Array.from({ length: 301 }, (_, at) => at);

describe("the analysis of rows is what walking every minute says", () => {
  it.each([
    ["hole", holesIn],
    ["overlap", overlapsIn],
  ] as const)("%ss", (kind, analysed) => {
    fc.assert(
      fc.property(terms, (table) => {
        const stretches = analysed(table);
        expect(lengths.filter((at) => paidMinutesFor(at, table).kind === kind)).toEqual(lengths.filter((at) => isIn(askedLength(at, table), stretches)));
      }),
      { numRuns: 300 },
    );
  });
});
