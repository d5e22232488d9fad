import { afterAll, expect } from "vitest";
import { councilText, parseCouncil } from "../../src/config/index.js";
import { compile } from "../../src/rules/compile.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import { bankHolidays } from "../../src/shared/bank-holidays-data.js";

const councils = new Map<string, VisitCouncil>();

/** A council that a test makes, remembered: when the tests of its file are done, it is held against its own JSON. */
export function alsoAsJson<Call extends string>(council: VisitCouncil<Call>): VisitCouncil<Call> {
  councils.set(JSON.stringify(council), council as unknown as VisitCouncil);
  return council;
}

/** What the rules take and what a council file may say are the same, and nothing is lost on the way. */
export function expectAsJson(council: VisitCouncil): void {
  const parsed = parseCouncil(JSON.stringify(council));
  let refused: unknown = null;
  try {
    compile(council, { bankHolidays });
  } catch (error) {
    refused = error;
  }
  if (refused !== null) return expect(parsed.kind, `${council.id}: ${String(refused)}`).toBe("refused");
  const problems = parsed.kind === "refused" ? parsed.problems : [];
  // The rules answer for days on which two versions bind that nothing can be determined; a file must not have such days.
  if (problems.length > 0 && problems.every(({ expected }) => expected.startsWith("days on which no other version of the clause binds"))) return;
  expect(problems, council.id).toEqual([]);
  expect(parsed, council.id).toEqual({ kind: "council", council, visitCouncil: council, cannot: [], open: expect.any(Array), notes: expect.any(Array), uses: expect.any(Array) });
  const text = councilText(council);
  const again = parseCouncil(text);
  expect(again.kind === "council" && again.council, council.id).toEqual(council);
  expect(again.kind === "council" && councilText(again.council), council.id).toBe(text);
}

afterAll(() => {
  for (const council of councils.values()) expectAsJson(council);
});
