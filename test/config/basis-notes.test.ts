import { describe, expect, it } from "vitest";
import { type Note, parseCouncil } from "../../src/config/index.js";
import { OUTCOMES } from "../../src/visit/outcome.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as { readonly [clause: string]: { readonly versions: readonly object[] } };
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const clause = (name: string, terms: object) => ({ [name]: { versions: [{ ...facts, ...terms }] } });
const basis = (terms: object) => ({ basis: { versions: [{ ...sound["basis"]!.versions[0]!, ...terms }] } });
const addedUp = (more: object = {}, limits: object = {}) => basis({ per: { kind: "added-up", over: "day", carers: "together", services: "together", severalRates: "undetermined", ...more }, ...limits });
const table = (partMinutes: string) => clause("paidMinutes", { kind: "increments", minutes: 5, round: "down", partMinutes });

function notes(...clauses: readonly object[]): string[] {
  const parsed = parseCouncil({ ...sound, ...(Object.assign({}, ...clauses) as object) });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.notes.map(({ path, code }: Note) => `${path}: ${code}`);
}

describe("time added up, without a word of when its seconds are settled", () => {
  const noted = ["basis.versions[0].per: seconds-of-each"];

  it.each(["dropped", "nearest", "up"])("is noted where the table settles them: %s", (partMinutes) => {
    expect(notes(table(partMinutes), addedUp())).toEqual(noted);
  });

  it("is not where there are none, where the terms say it, or where time is not added up", () => {
    expect(notes(table("clock-minutes"), addedUp())).toEqual([]);
    expect(["of-each", "of-the-sum"].map((partMinutes) => notes(table("nearest"), addedUp({ partMinutes })))).toEqual([[], []]);
    expect(notes(table("nearest"))).toEqual([]);
  });

  it("of a contract is noted at the one of the two that it has itself", () => {
    expect(notes(table("nearest"), { contracts: { rural: addedUp() } })).toEqual(["contracts.rural.basis.versions[0].per: seconds-of-each"]);
    expect(notes(table("clock-minutes"), addedUp(), { contracts: { rural: table("nearest") } })).toEqual(["contracts.rural.paidMinutes.versions[0].partMinutes: seconds-of-each"]);
    expect(notes(table("nearest"), addedUp(), { contracts: { rural: {} } })).toEqual(noted);
  });
});

describe("a limit of time added up", () => {
  const sum = { partMinutes: "of-the-sum" };
  const minutes = { kind: "minutes", minutes: 15 };
  it("is noted, the most and the least", () => {
    expect(notes(addedUp(sum, { most: minutes }))).toEqual(["basis.versions[0].most: limits-the-sum"]);
    expect(notes(addedUp(sum, { most: "planned-length" }))).toEqual(["basis.versions[0].most: limits-the-sum"]);
    expect(notes(addedUp(sum, { least: { of: minutes, whereNothing: "nothing" } }))).toEqual(["basis.versions[0].least: limits-the-sum"]);
  });

  it("is not where there is none, nor of each visit's own time", () => {
    expect(notes(addedUp(sum))).toEqual([]);
    expect(notes(basis({ most: minutes }))).toEqual([]);
    expect(notes(basis({ least: { of: minutes, whereNothing: "nothing" } }))).toEqual([]);
  });
});

describe("a case that fails only by the provider's fault", () => {
  const cases = { ...Object.fromEntries([...OUTCOMES, "delivered", "understaffed", "past-threshold", "done-in-another", "unexplained"].map((name) => [name, "done"])), unexplained: "failed", "past-threshold": "apart" };
  const effects = (...byProviderFault: readonly string[]) => clause("performanceEffects", { cases, byProviderFault });
  const asked = (...byProviderFault: readonly string[]) => {
    const parsed = parseCouncil({ ...sound, ...effects(...byProviderFault) });
    return parsed.kind === "council" && parsed.uses[0]!.columns;
  };

  it("is noted where it does not fail", () => {
    expect(notes(effects("unexplained", "past-threshold", "delivered"))).toEqual(["performanceEffects.versions[0].byProviderFault[1]: fault-decides-nothing", "performanceEffects.versions[0].byProviderFault[2]: fault-decides-nothing"]);
    expect(notes(effects("unexplained"))).toEqual([]);
  });

  it("asks an export for the fault where it fails, and nothing else does", () => {
    expect(asked("past-threshold", "unexplained")).toEqual([{ column: "fault", asAdopted: true, clauses: ["performanceEffects"] }]);
    expect([asked("past-threshold"), asked()]).toEqual([[], []]);
  });
});
