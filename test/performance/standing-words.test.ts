import { describe, expect, it } from "vitest";
import { standing } from "../../src/index.js";
import { standingWords } from "../../src/performance/standing.words.js";

const calls = (part: number, whole: number) => ({ part, whole, of: "call", is: "on time" });

describe("a share against its target, in sentences", () => {
  it("says the counts, the share, the target and how far it is", () => {
    expect(standingWords(standing(297, 333, "0.80"), calls(297, 333))).toEqual(["297 of 333 calls on time, 89.19 %; the target is 80 %: met.", "30 fewer on time would still have met it."]);
    expect(standingWords(standing(11, 26, "0.90"), calls(11, 26))).toEqual(["11 of 26 calls on time, 42.31 %; the target is 90 %: not met.", "13 more on time would have met it."]);
    expect(standingWords(standing(8, 10, "0.80"), calls(8, 10))).toEqual(["8 of 10 calls on time, 80.00 %; the target is 80 %: met.", "One fewer on time would have missed it."]);
  });

  it("says where the share is shown as the target and lies below it", () => {
    expect(standingWords(standing(79_999, 100_000, "0.80"), null)).toEqual(["80.00 %; the target is 80 %: not met.", "The exact share lies just below the target and is shown rounded."]);
    expect(standingWords(standing(79_999, 100_000, "0.80"), calls(79_999, 100_000))[1]).toBe("1 more on time would have met it.");
  });

  it("is never met nor missed without a share or a target", () => {
    expect(standingWords(standing(0, 0, "0.80"), calls(0, 0))).toEqual(["There is no share: no call was counted, so the target of 80 % is neither met nor missed."]);
    expect(standingWords(standing(0, 0, null), null)).toEqual(["There is no share: nothing was counted."]);
    expect(standingWords(standing(1, 3, null), calls(1, 3))).toEqual(["1 of 3 calls on time, 33.33 %; the council sets no target."]);
  });

  it("the distance said is the first that changes the verdict, for every part of 1 to 40 and several targets", () => {
    for (const target of ["0.80", "0.90", "1.00", "0", "0.3333"]) {
      for (let whole = 1; whole <= 40; whole++) {
        for (let part = 0; part <= whole; part++) {
          const said = standingWords(standing(part, whole, target), calls(part, whole))[1]!;
          let needed = 0;
          while (standing(needed, whole, target).met === false) needed++;
          const expected = needed === 0 ? "Any share would have met it." : part < needed ? `${needed - part} more on time would have met it.` : part === needed ? "One fewer on time would have missed it." : `${part - needed} fewer on time would still have met it.`;
          expect(said).toBe(expected);
        }
      }
    }
  });
});
