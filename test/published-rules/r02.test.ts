import { describe, expect, it } from "vitest";
import type { Increments } from "../../src/payment/increments.js";
import { contractOf } from "../../src/rules/contracts.js";
import { clause, paid, payingCouncil, visit } from "./paying-council.js";

// R2: two contracts of one council round differently, one in 5-minute steps, one in 15-minute steps (direction unsaid, so
// up, down and nearest must all be sayable); 10-minute blocks.
const steps = (minutes: number, round: Increments["round"]) => ({ paidMinutes: clause({ kind: "increments", partMinutes: "dropped", minutes, round } as const) });
const council = payingCouncil("two-contracts-council", { contracts: { "five-minute-steps": steps(5, "up"), "fifteen-minute-steps": steps(15, "up") } });

function stay(minutes: number) {
  const end = 9 * 60 + minutes;
  return visit("2026-03-16", "09:00-10:00", [`09:00-${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`]);
}

describe("R2: two contracts of one council round differently", () => {
  it("one in 5-minute steps, one in 15-minute steps", () => {
    expect(paid(contractOf(council, "five-minute-steps"), stay(31)).minutes).toBe(35);
    expect(paid(contractOf(council, "fifteen-minute-steps"), stay(31)).minutes).toBe(45);
  });

  it.each([
    // step, direction, [minutes, paid] on both sides of each limit
    [5, "up", [[5, 5], [6, 10], [10, 10], [11, 15]]],
    [5, "down", [[4, 0], [5, 5], [9, 5], [10, 10]]],
    [5, "nearest-half-up", [[2, 0], [3, 5], [7, 5], [8, 10]]],
    [15, "up", [[15, 15], [16, 30], [30, 30], [31, 45]]],
    [15, "down", [[14, 0], [15, 15], [29, 15], [30, 30]]],
    [15, "nearest-half-up", [[7, 0], [8, 15], [22, 15], [23, 30]]],
    [10, "up", [[10, 10], [11, 20]]],
    [10, "down", [[9, 0], [10, 10], [19, 10], [20, 20]]],
    [10, "nearest-half-up", [[4, 0], [5, 10], [14, 10], [15, 20], [25, 30]]],
    [10, "nearest-half-down", [[5, 0], [6, 10], [15, 10], [16, 20], [25, 20]]],
    [10, "nearest-half-even", [[5, 0], [6, 10], [14, 10], [15, 20], [25, 20], [26, 30], [35, 40]]],
  ] as const)("%i-minute steps, %s", (minutes, round, figures) => {
    const stepped = payingCouncil("stepped-council", steps(minutes, round));
    for (const [stayed, expected] of figures) expect(paid(stepped, stay(stayed)).minutes, `${stayed} minutes`).toBe(expected);
  });
});
