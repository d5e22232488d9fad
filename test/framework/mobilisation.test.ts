import { describe, expect, it } from "vitest";
import { type Mobilisation, type ProviderStart, milestoneOn, startOn } from "../../src/index.js";
import { source } from "./fixtures.js";

const plan: Mobilisation = { authority: "agreed", source, gate: "after-the-one-before-is-stable", contingency: "none", milestones: [], starts: [], readings: {} };

function starting(...starts: ProviderStart[]): Mobilisation {
  return { ...plan, starts };
}

const first: ProviderStart = { provider: "P1", place: 1, firstDay: "2024-04-01", stableFrom: "2024-05-01" };
const second: ProviderStart = { provider: "P2", place: 2, firstDay: "not-started", stableFrom: "not-yet" };

describe("startOn", () => {
  it("a provider waits for the one before until the day it is stable", () => {
    expect(startOn(starting(first, second), "P2", "2024-04-30")).toEqual({ kind: "waits", reason: "provider-before-not-stable", providers: ["P1"] });
    expect(startOn(starting(first, second), "P2", "2024-05-01")).toEqual({ kind: "may-start" });
  });

  it("it waits for every provider before it, in any order of the list, and for none that starts with it", () => {
    const third: ProviderStart = { provider: "P3", place: 3, firstDay: "not-started", stableFrom: "not-yet" };
    expect(startOn(starting(third, second, first), "P3", "2024-04-30")).toEqual({ kind: "waits", reason: "provider-before-not-stable", providers: ["P1", "P2"] });
    expect(startOn(starting(first, { ...second, place: 1 }), "P2", "2024-04-01")).toEqual({ kind: "may-start" });
  });

  it("a provider started counts from its first day on", () => {
    expect(startOn(starting(first), "P1", "2024-03-31")).toEqual({ kind: "may-start" });
    expect(startOn(starting(first), "P1", "2024-04-01")).toEqual({ kind: "started", firstDay: "2024-04-01" });
  });

  it("one that started before it might is neither started nor waiting", () => {
    const early = { ...second, firstDay: "2024-04-30" } as const;
    expect(startOn(starting(first, early), "P2", "2024-06-01")).toEqual({ kind: "cannot-be-determined", reason: "started-before-it-may" });
    expect(startOn({ ...starting(first, early), gate: "none" }, "P2", "2024-06-01")).toEqual({ kind: "started", firstDay: "2024-04-30" });
  });

  it("nobody starts in the contingency period, its last day included; an unstated one keeps nobody", () => {
    const contingency = { firstDay: "2024-01-01", lastDay: "2024-03-31", source } as const;
    const waiting = { ...first, firstDay: "not-started", stableFrom: "not-yet" } as const;
    expect(startOn({ ...starting(waiting), contingency }, "P1", "2024-03-31")).toEqual({ kind: "waits", reason: "contingency-period", lastDay: "2024-03-31" });
    expect(startOn({ ...starting(waiting), contingency }, "P1", "2024-04-01")).toEqual({ kind: "may-start" });
    expect(startOn({ ...starting(waiting), contingency: { ...contingency, lastDay: "unstated" } }, "P1", "2024-03-31")).toEqual({ kind: "may-start" });
  });

  it("a provider that is not in the plan, or is twice, cannot be determined", () => {
    expect(startOn(starting(first), "P9", "2024-06-01")).toEqual({ kind: "cannot-be-determined", reason: "not-in-the-plan" });
    expect(startOn(starting(first, first), "P1", "2024-06-01")).toEqual({ kind: "cannot-be-determined", reason: "in-the-plan-twice" });
  });
});

it("milestoneOn: both days are included, and words without days cannot be told", () => {
  const milestone = { id: "m", name: "M", when: "May 2024", firstDay: "2024-05-01", lastDay: "2024-05-31", source } as const;
  expect(["2024-04-30", "2024-05-01", "2024-05-31", "2024-06-01"].map((day) => milestoneOn(milestone, day as "2024-05-01"))).toEqual(["ahead", "due", "due", "past"]);
  expect(milestoneOn({ ...milestone, lastDay: "unstated" }, "2024-05-01")).toBe("cannot-be-determined");
});
