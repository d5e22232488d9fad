import { expect, it } from "vitest";
import { carersAllowed, compileStandard, leicester } from "../../src/index.js";
import { notReceivedWords } from "../../src/continuity/received.words.js";
import { windowWords } from "../../src/continuity/window.words.js";

const [terms] = leicester.continuity.versions;
const standard = compileStandard(terms!);
/** A linear standard always says a number. */
const allowedFor = (visits: number): number => carersAllowed(visits, standard) as number;
const window = { firstDay: "2026-03-16", lastDay: "2026-03-29", visits: 14, carers: ["C1", "C2", "C3"], allowed: 4, over: 0 } as const;

it("a window says its days, its carers, how the standard comes to its number, the clause, and the readings that say which days, visits and carers count", () => {
  expect(windowWords(window, terms!, "Q11")).toEqual([
    "Monday 16 March 2026 to Sunday 29 March 2026 (both included): 3 different carers (C1, C2 and C3) for 14 visits received; within the standard (read so: step = 7-days, anchor = mondays, received = attended, scope = user-and-provider and double-handed = one-visit).",
    "4 carers are allowed: 1 plus 0.15 times 14 visits, rounded up (Q11).",
    "One carer more would still have been within, 2 more over.",
  ]);
});

it("where a two-carer visit counts as two, it says so", () => {
  expect(windowWords(window, { ...terms!, doubleHanded: "carers-required" }, "Q11")[1]).toBe("4 carers are allowed: 1 plus 0.15 times 14 visits, rounded up; a visit counts once for each carer required (Q11).");
});

it("the distance said is true, for 1 to 60 visits and 1 to 15 carers", () => {
  for (let visits = 1; visits <= 60; visits++) {
    const allowed = allowedFor(visits);
    for (let came = 1; came <= 15; came++) {
      const over = Math.max(0, came - allowed);
      const carers = Array.from({ length: came }, (_, i) => `C${i}`);
      const said = windowWords({ ...window, visits, carers, allowed, over }, terms!, "Q11")[2]!;
      if (over === 0) {
        const spare = allowed - came;
        expect(said).toBe(spare === 0 ? "One carer more would have been over." : `${spare === 1 ? "One carer" : `${spare} carers`} more would still have been within, ${spare + 1} more over.`);
      } else {
        let needed = visits;
        while (allowedFor(needed) < came) needed++;
        expect(said).toBe(`${over === 1 ? "One carer" : `${over} carers`} fewer would have been within; ${came} carers are allowed from ${needed} visits on.`);
      }
    }
  }
});

it("where no reading says it, none is named; one that says the standard's number stands behind the clause", () => {
  const { readings: _, ...plain } = terms!;
  expect(windowWords(window, plain, "Q11").join(" ")).not.toContain("read so");
  const readings = { strict: { adopted: "tenth", choices: { tenth: { set: { factor: "0.1" } } } } };
  expect(windowWords(window, { ...plain, readings }, "Q11").slice(0, 2)).toEqual([
    "Monday 16 March 2026 to Sunday 29 March 2026 (both included): 3 different carers (C1, C2 and C3) for 14 visits received; within the standard.",
    "4 carers are allowed: 1 plus 0.15 times 14 visits, rounded up (Q11) (read so: strict = tenth).",
  ]);
});

it("a visit that does not count as received says by which reading", () => {
  expect(notReceivedWords({ callType: "standard" }, { kind: "missed" }, terms!)).toBe("Only visits that were delivered, or are open, count as received (read so: received = attended): this one counts in no window.");
});

it("where visits add no carers, no number of visits is promised", () => {
  expect(windowWords({ ...window, allowed: 1, over: 2 }, { ...terms!, factor: "0" }, "Q11")[2]).toBe("2 carers fewer would have been within.");
});
