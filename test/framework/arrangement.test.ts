import { describe, expect, it } from "vitest";
import { type Arrangement, arrangementOn, blockPayment, rulesApplyTo } from "../../src/index.js";
import { source } from "./fixtures.js";

const facts = { id: "x", name: "X", firstDay: "2024-01-01", lastDay: "2024-12-31", authority: "agreed", source } as const;
const block: Arrangement = { ...facts, kind: "block", services: "Nights", paid: "whether-or-not-delivered" };
const spot: Arrangement = { ...facts, kind: "spot", services: "Home care" };

describe("a block is paid whether or not it is delivered", () => {
  it.each([
    ["0", { paid: "700.00", hoursUnused: "40", hoursBeyond: "0" }],
    ["39.75", { paid: "700.00", hoursUnused: "0.25", hoursBeyond: "0" }],
    ["40", { paid: "700.00", hoursUnused: "0", hoursBeyond: "0" }],
    ["40.25", { paid: "700.00", hoursUnused: "0", hoursBeyond: "0.25" }],
  ])("%s of 40 hours delivered", (hoursDelivered, payment) => {
    expect(blockPayment(block, { amount: "700", hoursBought: "40", hoursDelivered })).toEqual(payment);
  });

  it("part-pennies of the amount stay", () => {
    expect(blockPayment(block, { amount: "3.5025", hoursBought: "1", hoursDelivered: "1" }).paid).toBe("3.5025");
  });

  it("refuses another arrangement, and numbers below 0", () => {
    expect(() => blockPayment(spot, { amount: "1", hoursBought: "1", hoursDelivered: "1" })).toThrow('blockPayment: the arrangement must be a block, got "spot"');
    expect(() => blockPayment(block, { amount: "-0.01", hoursBought: "1", hoursDelivered: "1" })).toThrow("blockPayment: amount must be decimal text from 0");
  });
});

it("the rules apply to all but a direct payment, which is not assessed", () => {
  expect(rulesApplyTo({ ...facts, kind: "direct-payment" })).toEqual({ kind: "outside-the-rules", reason: "direct-payment", source });
  for (const arrangement of [block, spot, { ...facts, kind: "framework", framework: "f" } as const]) expect(rulesApplyTo(arrangement)).toEqual({ kind: "apply" });
});

it("an arrangement is there on its first and last day, and not outside; open and unstated ends do not limit", () => {
  expect(["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"].map((day) => arrangementOn(spot, day as "2024-01-01"))).toEqual([false, true, true, false]);
  expect(arrangementOn({ ...spot, lastDay: "open" }, "2099-01-01")).toBe(true);
  expect(arrangementOn({ ...spot, firstDay: "unstated", lastDay: "unstated" }, "1999-01-01")).toBe(true);
});
