import { describe, expect, it } from "vitest";
import { type LengthFacts, type LengthRule, visitLength } from "../../src/index.js";

const rule: LengthRule = { id: "half-hour", limit: { kind: "at-least", minutes: 30 }, askedWhen: [], unless: [], breach: "error" };
const facts: LengthFacts = { minutes: 29, tasks: ["meal"], facts: {} };
const known = { kind: "fact", fact: "known-worker" } as const;
const prompt = { kind: "only-tasks", tasks: ["medication prompt"] } as const;

describe("what came of one rule", () => {
  const outcome = (given: Partial<LengthFacts>, patch: Partial<LengthRule> = {}) => visitLength({ ...facts, ...given }, { rules: [{ ...rule, ...patch }] }).rules[0];

  it("a length within the limit conforms, with nothing missing and no excuse looked at", () => {
    expect(outcome({ minutes: 30 }, { unless: [known] })).toEqual({ rule: "half-hour", breach: "error", kind: "conforms", missing: [], askedWhen: [], unless: [] });
  });

  it("a rule that is not asked says which condition did not hold, and nothing more", () => {
    expect(outcome({ facts: { "known-worker": false } }, { askedWhen: [known] })).toEqual({
      rule: "half-hour", breach: "error", kind: "not-asked", missing: [], askedWhen: [{ condition: known, holds: false }], unless: [],
    });
  });

  it("a shorter visit is allowed where every excuse holds, and each is named", () => {
    expect(outcome({ tasks: ["medication prompt"], facts: { "known-worker": true } }, { unless: [known, prompt] })).toEqual({
      rule: "half-hour", breach: "error", kind: "allowed", missing: [], askedWhen: [], unless: [{ condition: known, holds: true }, { condition: prompt, holds: true }],
    });
  });

  it("without any excuse it is a breach, with nothing missing", () => {
    expect(outcome({})).toEqual({ rule: "half-hour", breach: "error", kind: "breach", missing: [], askedWhen: [], unless: [] });
  });

  it("a length that is not known cannot be determined, and is what is missing", () => {
    expect(outcome({ minutes: null })).toEqual({ rule: "half-hour", breach: "error", kind: "cannot-be-determined", missing: ["minutes"], askedWhen: [], unless: [] });
    expect(outcome({ minutes: null }, { limit: { kind: "one-of", minutes: [15, 30] } })!.kind).toBe("cannot-be-determined");
  });

  it("each fact that is missing is named once", () => {
    expect(outcome({ minutes: null, tasks: null }, { askedWhen: [prompt], unless: [known, prompt] })).toMatchObject({ kind: "cannot-be-determined", missing: ["minutes", "tasks", "known-worker"] });
  });
});

describe("what is refused", () => {
  it.each([-1, 29.5, Number.NaN])("a visit of %s minutes", (minutes) => {
    expect(() => visitLength({ ...facts, minutes }, { rules: [rule] })).toThrow(new TypeError(`visitLength: minutes must be whole minutes from 0, or null when they are not known, got ${minutes}`));
  });

  it("but a visit of 0 minutes is one", () => {
    expect(visitLength({ ...facts, minutes: 0 }, { rules: [rule] }).kind).toBe("breach");
  });

  it("two rules of one id, by the id", () => {
    expect(() => visitLength(facts, { rules: [rule, { ...rule, breach: "warning" }] })).toThrow(new TypeError('visitLength: every rule must have an id of its own, got "half-hour"'));
  });

  it.each([
    [{ kind: "at-least", minutes: 0 }, '"0"'],
    [{ kind: "at-least", minutes: 1.5 }, '"1.5"'],
    [{ kind: "one-of", minutes: [] }, '""'],
    [{ kind: "one-of", minutes: [15, 0, 30] }, '"15, 0, 30"'],
    [{ kind: "one-of", minutes: [15, 22.5] }, '"15, 22.5"'],
  ] as const)("a limit of %j", (limit, came) => {
    expect(() => visitLength(facts, { rules: [{ ...rule, limit }] })).toThrow(new TypeError(`visitLength: the limit of half-hour must be whole minutes from 1, got ${came}`));
  });

  it("but a limit of 1 minute is one", () => {
    expect(visitLength({ ...facts, minutes: 1 }, { rules: [{ ...rule, limit: { kind: "at-least", minutes: 1 } }] }).kind).toBe("conforms");
    expect(visitLength({ ...facts, minutes: 1 }, { rules: [{ ...rule, limit: { kind: "one-of", minutes: [1] } }] }).kind).toBe("conforms");
  });
});
