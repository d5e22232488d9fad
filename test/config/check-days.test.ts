import { describe, expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { leicester } from "../../src/index.js";

const JSON_OF = JSON.parse(JSON.stringify(leicester)) as { readonly [clause: string]: { readonly versions: readonly object[] } };
const dated = (clause: string, ...days: readonly (readonly [string, string, string?])[]) => ({
  [clause]: { versions: days.map(([firstDay, lastDay, authority = "agreed"]) => ({ ...JSON_OF[clause]!.versions[0]!, firstDay, lastDay, authority })) },
});
const problems = (clauses: object) => {
  const parsed = parseCouncil({ ...JSON_OF, ...clauses });
  return parsed.kind === "refused" ? parsed.problems.map(({ path, expected, got }) => `${path}: ${expected}; ${got}`) : [];
};
const both = (clause: string) => `${clause}.versions[1]: days on which no other version of the clause binds (${clause}.versions[0] does)`;

describe("two versions that bind on one day are refused, with both paths and the days", () => {
  it.each(["punctuality", "targets", "attendance", "paidMinutes", "basis", "rate", "statement", "continuity"])("of %s", (clause) => {
    expect(problems(dated(clause, ["unstated", "2026-03-31"], ["2026-03-30", "open"]))).toEqual([`${both(clause)}; 2026-03-30 to 2026-03-31`]);
  });

  it.each([
    ["a day", ["unstated", "2026-03-31"], ["2026-03-31", "open"], "2026-03-31"],
    ["from a day on", ["unstated", "open"], ["2026-03-31", "unstated"], "2026-03-31 on"],
    ["up to a day", ["unstated", "2026-03-31"], ["unstated", "open"], "every day to 2026-03-31"],
    ["every day", ["unstated", "open"], ["unstated", "unstated"], "every day"],
  ] as const)("%s", (_what, one, other, days) => {
    expect(problems(dated("rate", one, other))).toEqual([`${both("rate")}; ${days}`]);
  });

  it("days that meet are none, nor is a version that binds nobody", () => {
    expect(problems(dated("rate", ["unstated", "2026-03-31"], ["2026-04-01", "open"]))).toEqual([]);
    expect(problems(dated("rate", ["unstated", "open"], ["unstated", "open", "proposed"]))).toEqual([]);
    expect(problems(dated("rate", ["unstated", "open"], ["unstated", "open", "trial"]))).toHaveLength(1);
  });
});
