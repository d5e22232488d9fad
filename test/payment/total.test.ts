import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Total, addTo, emptyTotal, valueOf } from "../../src/payment/total.js";

const MOST = 2 ** 52;

function totalOf(...amounts: number[]): Total {
  const total = emptyTotal();
  for (const amount of amounts) addTo(total, amount);
  return total;
}

describe("a sum that leaves the safe integers", () => {
  it("of nothing is 0", () => {
    expect(emptyTotal()).toEqual({ low: 0, high: 0n });
    expect(valueOf(emptyTotal())).toBe(0n);
  });

  it("keeps small amounts low, and spills from 2^52 on (included)", () => {
    expect(totalOf(1, 2, 3)).toEqual({ low: 6, high: 0n });
    expect(totalOf(MOST - 1)).toEqual({ low: MOST - 1, high: 0n });
    expect(totalOf(MOST)).toEqual({ low: 0, high: 2n ** 52n });
    expect(totalOf(MOST - 1, 1, 5)).toEqual({ low: 5, high: 2n ** 52n });
  });

  it("is exact where a number would not be: a thousand times the most, and one", () => {
    const total = totalOf(...Array<number>(1000).fill(MOST), 1, MOST - 1, MOST - 1);
    expect(valueOf(total)).toBe(1002n * 2n ** 52n - 1n);
    expect(Number.isSafeInteger(total.low)).toBe(true);
  });

  it("is what adding big integers gives, whatever the amounts", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(), fc.maxSafeInteger().map((amount) => Math.abs(amount) % (MOST + 1)), fc.constantFrom(0, MOST, MOST - 1))), (amounts) => {
        expect(valueOf(totalOf(...amounts))).toBe(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
      }),
    );
  });
});
