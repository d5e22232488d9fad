import { expect, test } from "vitest";
import { leicesterEligibility, readCqcRecords, whoFlips } from "../../src/index.js";
import { LOCATION, rated } from "./fixtures.js";

const [proposed, recommended] = leicesterEligibility.versions;
const { records } = readCqcRecords([
  rated("1-500", "Requires improvement", "Good"),
  rated("1-400", "Good", "Requires improvement"),
  rated("1-300", "Good", "Good"),
  rated("1-200", "Inadequate", "Inadequate"),
  { ...LOCATION, locationId: "1-100" },
]);

test("who changes answer, both ways, in the order of their ids", () => {
  const { providers, same, flips } = whoFlips(records, "2026-03-16", proposed!, recommended!);
  expect({ providers, same }).toEqual({ providers: 5, same: 3 });
  expect(flips.map(({ provider, from, to }) => [provider, from.kind, to.kind])).toEqual([
    ["1-400", "ineligible", "eligible"],
    ["1-500", "eligible-with-conditions", "ineligible"],
  ]);
});

test("each side says on which condition, with its clause and evidence", () => {
  const [gains, loses] = whoFlips(records, "2026-03-16", proposed!, recommended!).flips;
  expect(gains!.from.because).toMatchObject([{ condition: "well-led", kind: "not-met", reason: "below-minimum", source: proposed!.source, evidenceDay: "2024-05-20" }]);
  expect(gains!.to.because).toEqual([]);
  expect(loses!.from.because).toMatchObject([{ condition: "overall", kind: "met-with-conditions", requires: { kind: "action-plan" } }]);
  expect(loses!.to.because).toMatchObject([{ condition: "overall", kind: "not-met", reason: "below-minimum", source: { clause: "Agreed, 2" } }]);
});

test("from terms to the same terms nobody flips", () => {
  expect(whoFlips(records, "2026-03-16", proposed!, proposed!)).toEqual({ day: "2026-03-16", providers: 5, flips: [], same: 5 });
});
