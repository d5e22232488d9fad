import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standing } from "../../src/index.js";

describe("a share against its target", () => {
  it.each([
    { part: 4, whole: 5, target: "0.80", share: "0.8000", met: true },
    { part: 7999, whole: 10000, target: "0.80", share: "0.7999", met: false },
    { part: 8000, whole: 10000, target: "0.80", share: "0.8000", met: true },
    { part: 79999, whole: 100000, target: "0.80", share: "0.8000", met: false },
    { part: 80001, whole: 100000, target: "0.80", share: "0.8000", met: true },
    { part: 2, whole: 3, target: "0.6667", share: "0.6667", met: false },
    { part: 1, whole: 3, target: "0.3333", share: "0.3333", met: true },
    { part: 9, whole: 10, target: "0.90", share: "0.9000", met: true },
    { part: 99, whole: 100, target: "1.00", share: "0.9900", met: false },
    { part: 100, whole: 100, target: "1.00", share: "1.0000", met: true },
    { part: 0, whole: 7, target: "0", share: "0.0000", met: true },
    { part: 0, whole: 7, target: "0.0001", share: "0.0000", met: false },
  ])("$part of $whole against $target: $share, met: $met", ({ part, whole, target, share, met }) => {
    expect(standing(part, whole, target)).toEqual({ share, target, met });
  });

  it("the share is half up to four places: 0.00005 is 0.0001, 0.000049 is 0.0000", () => {
    expect([1, 3, 5].map((part) => standing(part, 20000, null).share)).toEqual(["0.0001", "0.0002", "0.0003"]);
    expect(standing(49, 1000000, null).share).toBe("0.0000");
    expect(standing(50, 1000000, null).share).toBe("0.0001");
    expect(standing(19999, 20000, null).share).toBe("1.0000");
  });

  it("nothing to share, or no target: neither met nor missed", () => {
    expect(standing(0, 0, "0.80")).toEqual({ share: null, target: "0.80", met: null });
    expect(standing(0, 0, null)).toEqual({ share: null, target: null, met: null });
    expect(standing(1, 2, null)).toEqual({ share: "0.5000", target: null, met: null });
  });

  it("refuses a target that is no decimal text", () => {
    expect(() => standing(1, 2, "80%")).toThrow('fraction: target must be decimal text such as "14.01", got "80%"');
  });

  it("is what whole numbers decide, for every part and whole to 120 and targets of four places", () => {
    fc.assert(
      fc.property(fc.nat(10000), (tenThousandths) => {
        const target = `${Math.floor(tenThousandths / 10000)}.${String(tenThousandths % 10000).padStart(4, "0")}`;
        for (const whole of [1, 3, 7, 10, 29, 101, 120]) {
          for (let part = 0; part <= whole; part++) {
            const twice = 20000 * part; // twice the share in ten-thousandths is twice / whole
            const half = Math.floor((twice + whole) / (2 * whole));
            const share = `${Math.floor(half / 10000)}.${String(half % 10000).padStart(4, "0")}`;
            const stands = standing(part, whole, target);
            if (stands.met !== 10000 * part >= tenThousandths * whole || stands.share !== share) return false;
          }
        }
        return true;
      }),
      { numRuns: 20 },
    );
    expect(standing(29, 120, "0.2417").met).toBe(false);
  });
});
