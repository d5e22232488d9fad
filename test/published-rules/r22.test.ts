import { describe, expect, it } from "vitest";
import { type LengthFacts, type LengthRule, visitLength } from "../../src/assessment/length.js";

const of = (minutes: number | null, tasks: readonly string[] | null = null, facts: LengthFacts["facts"] = {}): LengthFacts => ({ minutes, tasks, facts });
const always = { askedWhen: [], unless: [], breach: "error" } as const;

describe("R22: length of visits as a rule of its own, as configuration alone", () => {
  it("30 minutes at least for all personal care", () => {
    const rules: readonly LengthRule[] = [{ ...always, id: "personal-care-half-hour", limit: { kind: "at-least", minutes: 30 }, askedWhen: [{ kind: "any-task", tasks: ["personal care"] }] }];
    expect(visitLength(of(30, ["personal care"]), { rules }).kind).toBe("conforms");
    expect(visitLength(of(29, ["personal care", "meal"]), { rules })).toMatchObject({ kind: "breach", breach: "error" });
    expect(visitLength(of(29, ["meal"]), { rules })).toMatchObject({ kind: "conforms", rules: [{ kind: "not-asked" }] });
    expect(visitLength(of(29), { rules })).toMatchObject({ kind: "cannot-be-determined", missing: ["tasks"] });
    expect(visitLength(of(30), { rules }).kind).toBe("conforms");
  });

  it("15 minutes at least, and a short visit for a medication prompt only", () => {
    const rules: readonly LengthRule[] = [
      { ...always, id: "quarter-hour", limit: { kind: "at-least", minutes: 15 } },
      { ...always, id: "short-for-prompts-only", limit: { kind: "at-least", minutes: 16 }, unless: [{ kind: "only-tasks", tasks: ["medication prompt"] }] },
    ];
    expect(visitLength(of(15, ["medication prompt"]), { rules }).kind).toBe("conforms");
    expect(visitLength(of(14, ["medication prompt"]), { rules })).toMatchObject({ kind: "breach", rules: [{ kind: "breach" }, { kind: "allowed" }] });
    expect(visitLength(of(15, ["medication prompt", "meal"]), { rules })).toMatchObject({ kind: "breach", rules: [{ kind: "conforms" }, { kind: "breach" }] });
    expect(visitLength(of(15, []), { rules }).kind).toBe("breach");
    expect(visitLength(of(15), { rules })).toMatchObject({ kind: "cannot-be-determined", missing: ["tasks"] });
    expect(visitLength(of(14), { rules })).toMatchObject({ kind: "breach", breach: "error" });
  });

  it("lengths allowed 15, 30, 45 and 60", () => {
    const rules: readonly LengthRule[] = [{ ...always, id: "quarters", limit: { kind: "one-of", minutes: [15, 30, 45, 60] } }];
    const allowed = Array.from({ length: 76 }, (_, minutes) => minutes).filter((minutes) => visitLength(of(minutes), { rules }).kind === "conforms");
    expect(allowed).toEqual([15, 30, 45, 60]);
    expect(visitLength(of(null), { rules })).toMatchObject({ kind: "cannot-be-determined", missing: ["minutes"] });
  });

  it("in general no 15-minute visits: a warning, not an error", () => {
    const rules: readonly LengthRule[] = [{ ...always, id: "in-general-no-quarter-hours", limit: { kind: "at-least", minutes: 16 }, breach: "warning" }];
    expect(visitLength(of(15), { rules })).toMatchObject({ kind: "breach", breach: "warning" });
    expect(visitLength(of(16), { rules }).kind).toBe("conforms");
  });

  it("a short visit where the worker is known in the plan period, for a purpose, as part of a wider package: each condition's outcome is said", () => {
    const unless = [{ kind: "fact", fact: "worker-known-in-the-plan-period" }, { kind: "only-tasks", tasks: ["medication prompt", "welfare check"] }, { kind: "fact", fact: "part-of-wider-package" }] as const;
    const rules: readonly LengthRule[] = [{ ...always, id: "half-hour", limit: { kind: "at-least", minutes: 30 }, unless }];
    const all = { "worker-known-in-the-plan-period": true, "part-of-wider-package": true };
    expect(visitLength(of(15, ["welfare check"], all), { rules })).toMatchObject({ kind: "conforms", rules: [{ kind: "allowed" }] });
    const unknownWorker = visitLength(of(15, ["welfare check"], { "part-of-wider-package": true }), { rules });
    expect(unknownWorker).toMatchObject({ kind: "cannot-be-determined", missing: ["worker-known-in-the-plan-period"] });
    expect(unknownWorker.rules[0]!.unless.map(({ holds }) => holds)).toEqual([null, true, true]);
    const notPart = visitLength(of(15, null, { "part-of-wider-package": false }), { rules });
    expect(notPart).toMatchObject({ kind: "breach", breach: "error" });
    expect(notPart.rules[0]!.unless.map(({ holds }) => holds)).toEqual([null, null, false]);
  });
});
