import { expect, test } from "vitest";
import { type Clause, leicesterEligibility, withClauseReading } from "../../src/index.js";

const clause: Clause<{ readonly least: string; readonly months: string }> = {
  versions: [
    {
      least: "good",
      months: "24",
      firstDay: "unstated",
      lastDay: "unstated",
      authority: "agreed",
      source: { document: "Test", published: "undated", clause: "1", quote: "recent" },
      readings: {
        recent: { silent: "How old is recent?", adopted: "two-years", choices: { "two-years": { says: "Two years.", set: { months: "24" } }, "as-given": { says: "As given.", set: {}, asks: { field: "months", for: "how many months" } } } },
      },
    },
  ],
};

test("another choice is adopted, and the clause that was given is unchanged", () => {
  const read = withClauseReading(leicesterEligibility, "unrated", "ineligible");
  expect(read.versions.map(({ unrated, readings }) => [unrated, readings["unrated"]!.adopted])).toEqual([["ineligible", "ineligible"], ["ineligible", "ineligible"]]);
  expect(leicesterEligibility.versions[0]!.unrated).toBe("cannot-be-determined");
});

test("a reading of one version leaves the other as it is", () => {
  const read = withClauseReading(leicesterEligibility, "which-rating", "well-led");
  expect(read.versions[0]).toBe(leicesterEligibility.versions[0]);
  expect(read.versions[1]!.ratings[0]!.id).toBe("well-led");
});

test("a value is asked for where the choice asks, and only there", () => {
  expect(withClauseReading(clause, "recent", "as-given", "36").versions[0]!.months).toBe("36");
  expect(() => withClauseReading(clause, "recent", "as-given")).toThrow(/asks for how many months/);
  expect(() => withClauseReading(clause, "recent", "two-years", "36")).toThrow(/asks for no value, got "36"/);
});

test("a misspelt reading or choice is refused with the nearest name", () => {
  expect(() => withClauseReading(leicesterEligibility, "unrate", "ineligible")).toThrow(/no reading "unrate". Did you mean "unrated"\?/);
  expect(() => withClauseReading(leicesterEligibility, "unrated", "inelegible")).toThrow(/no choice "inelegible". Did you mean "ineligible"\?/);
  expect(() => withClauseReading(leicesterEligibility, "unrated", "constructor")).toThrow(/no choice "constructor"/);
});
