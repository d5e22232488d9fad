import { describe, expect, it } from "vitest";
import { citing, inForce, leicester } from "../../src/index.js";
import { inForceWords, unstatedWords } from "../../src/contract/clause.words.js";
import { restsOnWords } from "../../src/contract/reading.words.js";
import { cited } from "../../src/contract/source.words.js";

const answer = { document: "A council, answer", published: "undated", clause: "Q1", quote: "as said" };
const minutes = { document: "A council, minutes", published: "1 May 2024", clause: "item 4", quote: "as agreed" };

describe("naming a source", () => {
  it("in full: document, clause and quotation", () => {
    expect(cited(answer)).toBe("A council, answer, undated, Q1: “as said”");
  });

  it("as a text goes on: a document where it changes, a quotation once", () => {
    const cite = citing();
    expect([answer, { ...answer, clause: "Q2" }, answer, minutes, answer].map(cite)).toEqual([
      "A council, answer, undated, Q1: “as said”",
      "Q2: “as said”",
      "Q1, as quoted above",
      "A council, minutes, 1 May 2024, item 4: “as agreed”",
      "A council, answer, undated, Q1, as quoted above",
    ]);
    expect(citing()(answer), "each text begins anew").toBe("A council, answer, undated, Q1: “as said”");
  });
});

describe("whether a rule is in force", () => {
  const versions = [
    { firstDay: "2024-04-01", lastDay: "2025-03-31", authority: "agreed", source: answer },
    { firstDay: "2025-05-01", lastDay: "open", authority: "trial", source: minutes },
  ] as const;

  it.each([
    ["2024-03-31", ["The rule is not in force yet: its first day is Monday 1 April 2024."]],
    ["2024-04-01", ["The rule is in force from Monday 1 April 2024 to Monday 31 March 2025 (included) (A council, answer, undated, Q1: “as said”)."]],
    ["2025-04-01", ["The rule is not in force: one version ended on Monday 31 March 2025 and the next begins on Thursday 1 May 2025."]],
    ["2025-05-01", ["The rule is in force from Thursday 1 May 2025 with no end (A council, minutes, 1 May 2024, item 4: “as agreed”).", "It is a trial: it is being tried with some providers."]],
  ] as const)("on %s", (day, said) => {
    expect(inForceWords(inForce(versions, day), "The rule", cited)).toEqual(said);
  });

  it("two at once contradict each other", () => {
    const both = inForce([versions[0], { ...versions[1], firstDay: "2025-03-01" }], "2025-03-15");
    expect(inForceWords(both, "The rule", citing())[0]).toMatch(/^The rule cannot be told: a version in force from .* and a version in force from .* apply at once, so the contract contradicts itself\.$/);
  });

  it("days that no document states are said once, for all the rules they are missing of", () => {
    expect(unstatedWords([], 8)).toEqual([]);
    expect(unstatedWords(["punctuality", "targets"], 8)[0]).toContain("the last day of the rules on punctuality and targets;");
    expect(unstatedWords(["punctuality", "targets"], 2)[0]).toContain("the last day of any of these rules;");
  });
});

it("a result that rests on a reading says what is adopted, why there is a choice, and what another would change", () => {
  const reading = leicester.paidMinutes.versions[0]!.readings["part-minutes"]!;
  expect(restsOnWords("part-minutes", reading, [{ choice: "up", change: "45 minutes would be paid in place of 30 minutes" }])).toEqual([
    "This rests on reading part-minutes = dropped: Part-minutes are dropped; 56:01 to 56:59 are then 56 minutes, which stand in no band (see exactly-56).",
    "The source does not settle it: The bands are in whole minutes: 25:30, 40:30 and 55:30 are in none of them, and 56:30 is over 56 though it has 56 whole minutes.",
    "Why it is adopted in the council's data: The bands are in whole minutes, and a call of 25:30 has no 26th.",
    "Another choice would change it: read as up, 45 minutes would be paid in place of 30 minutes.",
  ]);
  expect(restsOnWords("part-minutes", reading, [])[3]).toBe("Another choice would change it.");
});
