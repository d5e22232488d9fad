import { describe, expect, it } from "vitest";
import { type ExitTerms, type Framework, divideOnExit } from "../../src/index.js";
import { frameworkWith, member, source, version } from "./fixtures.js";

function council(division: ExitTerms["division"], more: Partial<Framework> = {}): Framework {
  return frameworkWith({ exit: { versions: [version({ division })] }, memberships: ["P1", "P2", "P3"].map((provider) => member(provider)), ...more });
}

const leaving = { provider: "P1", place: "a", hoursPerWeek: "100" } as const;
const hoursOf = (provider: string, hours: string) => ({ provider, role: "framework" as const, place: "a", hours });

// R25: on a provider's exit its work is divided among the rest of that lot.
describe("divided-on-exit council", () => {
  it("in equal parts, exact", () => {
    expect(divideOnExit(council("equally"), leaving, "2024-06-01")).toEqual({ kind: "divided", parts: [{ provider: "P2", hoursPerWeek: "50" }, { provider: "P3", hoursPerWeek: "50" }], leftOut: [], authority: "agreed", source });
  });

  it("or in proportion to the hours that each of the rest has", () => {
    expect(divideOnExit(council("by-current-hours"), leaving, "2024-06-01", { hours: [hoursOf("P2", "30"), hoursOf("P3", "10"), hoursOf("P1", "999")] })).toMatchObject({ parts: [{ provider: "P2", hoursPerWeek: "75" }, { provider: "P3", hoursPerWeek: "25" }] });
    expect(divideOnExit(council("by-current-hours"), leaving, "2024-06-01", { hours: [hoursOf("P2", "2"), hoursOf("P3", "1")] })).toMatchObject({ parts: [{ hoursPerWeek: "200/3" }, { hoursPerWeek: "100/3" }] });
  });

  it("only in that lot", () => {
    const memberships = [member("P1"), member("P2"), member("P3", { lots: ["b"] })];
    expect(divideOnExit(council("equally", { memberships }), leaving, "2024-06-01")).toMatchObject({ parts: [{ provider: "P2", hoursPerWeek: "100" }], leftOut: [] });
  });

  it("the suspended, the ineligible and those not members on the day are left out, with the reason", () => {
    const framework = council("equally", {
      memberships: [...["P1", "P2", "P3", "P4"].map((provider) => member(provider)), member("P5", { lastDay: "2024-05-31" })],
      suspensions: [{ provider: "P2", firstDay: "2024-06-01", lastDay: "2024-06-01", lots: "all" }],
    });
    const eligibleOn = { P2: "eligible", P3: "ineligible", P4: "eligible", P5: "eligible" } as const;
    expect(divideOnExit(framework, leaving, "2024-06-01", { eligibleOn })).toMatchObject({
      parts: [{ provider: "P4", hoursPerWeek: "100" }],
      leftOut: [{ provider: "P2", reasons: [{ code: "suspended" }] }, { provider: "P3", reasons: [{ code: "not-eligible" }] }, { provider: "P5", reasons: [{ code: "membership-ended" }] }],
    });
    expect(divideOnExit(framework, leaving, "2024-06-02", { eligibleOn })).toMatchObject({ parts: [{ provider: "P2" }, { provider: "P4" }] });
  });

  it("cannot be determined: without a rule, in force; when it does not say how; nobody left; hours not given; no such place", () => {
    const { exit: _, ...without } = council("equally");
    expect(divideOnExit(without, leaving, "2024-06-01")).toMatchObject({ kind: "cannot-be-determined", reason: "no-rule" });
    expect(divideOnExit(frameworkWith({ exit: { versions: [version({ division: "equally" as const }, { lastDay: "2024-05-31" })] } }), leaving, "2024-06-01")).toMatchObject({ reason: "no-rule-in-force" });
    expect(divideOnExit(council("unstated"), leaving, "2024-06-01")).toMatchObject({ reason: "division-unstated" });
    expect(divideOnExit(council("equally", { memberships: [member("P1")] }), leaving, "2024-06-01")).toMatchObject({ reason: "nobody-left" });
    expect(divideOnExit(council("by-current-hours"), leaving, "2024-06-01", { hours: [hoursOf("P2", "30")] })).toMatchObject({ reason: "hours-not-given" });
    expect(divideOnExit(council("by-current-hours"), leaving, "2024-06-01", { hours: [hoursOf("P2", "0"), hoursOf("P3", "0")] })).toMatchObject({ reason: "hours-not-given" });
    expect(divideOnExit(council("equally"), { ...leaving, place: "c" }, "2024-06-01")).toMatchObject({ reason: "unknown-place" });
  });

  it("a rule that is proposed applies only when named", () => {
    const proposed = council("equally", { exit: { versions: [version({ division: "equally" as const }, { authority: "proposed" })] } });
    expect(divideOnExit(proposed, leaving, "2024-06-01")).toMatchObject({ kind: "cannot-be-determined", reason: "no-rule-in-force" });
    expect(divideOnExit(proposed, leaving, "2024-06-01", { as: "proposed" })).toMatchObject({ kind: "divided", authority: "proposed" });
  });

  it("refuses hours below 0", () => {
    expect(() => divideOnExit(council("equally"), { ...leaving, hoursPerWeek: "-1" }, "2024-06-01")).toThrow("divideOnExit: hoursPerWeek must be decimal text from 0");
  });
});
