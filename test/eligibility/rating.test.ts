import { describe, expect, test } from "vitest";
import { NOT_RATED, readRatingWord } from "../../src/index.js";
import { isAtLeast, readRatingOf } from "../../src/eligibility/rating.js";

describe("the word in the place of a rating", () => {
  test.each([
    ["Outstanding", "outstanding"],
    ["Good", "good"],
    ["Requires improvement", "requires-improvement"],
    ["Requires Improvement", "requires-improvement"],
    ["  REQUIRES   improvement ", "requires-improvement"],
    ["requires-improvement", "requires-improvement"],
    ["inadequate", "inadequate"],
  ])("%s is a rating", (word, grade) => {
    expect(readRatingWord(word)).toEqual({ kind: "rated", grade });
  });

  test.each([
    ["Inspected but not rated", "inspected-but-not-rated"],
    ["No published rating", "no-published-rating"],
    ["Insufficient evidence to rate", "insufficient-evidence"],
    ["No Approved Rating", "no-approved-rating"],
    ["Not Yet Inspected", "not-yet-inspected"],
    ["Not Rated", "not-rated"],
    ["Not applicable", "not-applicable"],
    ["Evidence requirements partially / not yet scored", "not-yet-scored"],
    ["", "no-rating"],
    ["-", "no-rating"],
  ])("%j is no rating, and says why", (word, reason) => {
    expect(readRatingWord(word)).toEqual({ kind: "not-rated", reason });
    expect(NOT_RATED).toHaveProperty(reason);
  });

  test.each(["Goodish", "Good (provisional)", "4", "Excellent", "constructor", "__proto__", "toString"])("%j is unknown: it asserts nothing", (word) => {
    expect(readRatingWord(word)).toEqual({ kind: "unknown" });
  });
});

test("a key question is known by its letters", () => {
  expect(["Well-led", "Well led", "WELL-LED", "well_led", "Safe", "Overall"].map(readRatingOf)).toEqual(["well-led", "well-led", "well-led", "well-led", "safe", "overall"]);
  expect(["Leadership", "", "Use of Resources"].map(readRatingOf)).toEqual([undefined, undefined, undefined]);
});

test("ratings are in order, best first, and each is at least itself", () => {
  const grades = ["outstanding", "good", "requires-improvement", "inadequate"] as const;
  expect(grades.map((grade) => grades.map((least) => isAtLeast(grade, least)))).toEqual([
    [true, true, true, true],
    [false, true, true, true],
    [false, false, true, true],
    [false, false, false, true],
  ]);
});
