import { describe, expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { areNearlyAlike } from "../../src/config/name-notes.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as object;
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const clause = (name: string, terms: object) => ({ [name]: { versions: [{ ...facts, ...terms }] } });

function notes(clauses: object): string[] {
  const parsed = parseCouncil({ ...sound, ...clauses });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.notes.filter(({ code }) => code === "named-nearly-alike").map(({ path }) => path);
}

describe("two names are nearly alike", () => {
  it.each([
    ["Rural", "Rurl"],
    ["Rural", "Rurall"],
    ["Rural", "Rurel"],
    ["South Rural", "Suoth Rural"],
    ["Rural", "Rurla"],
    ["Rural", "rural"],
    ["Extra care", "Extra-Care"],
    ["Extra care", "ExtraCare"],
    ["Extra care", "Extra  care"],
    ["Lot 1", "lot-1"],
    ["Inner Rural", "inner rurl"],
    ["NE", "ne"],
  ])("%s, %s", (one, other) => {
    expect([areNearlyAlike(one, other), areNearlyAlike(other, one)]).toEqual([true, true]);
  });

  it.each([
    ["Rural", "Rural"],
    ["Lot 1", "Lot 2"],
    ["Lot 1", "Lot 11"],
    ["Lot1", "Lot2"],
    ["zone-1", "zone-2"],
    ["zone 1-2", "zone 12"],
    ["A", "B"],
    ["Lot A", "Lot B"],
    ["Lot II", "Lot III"],
    ["Lot VIII", "Lot XIII"],
    ["Zone NE", "Zone NW"],
    ["day", "days"],
    ["Rural", "Urban"],
    ["Rural", "Larur"],
    ["aaaa", "aaaaaaa"],
    ["Rural", "Ruarl North"],
    ["form", "rmfo"],
    ["day", "dya"],
    ["Rural", "Rurauml"],
    ["Rural", "Rura North"],
    ["North Town", "South Town"],
    ["Est Rurl", "East Rural"],
  ])("not %s, %s", (one, other) => {
    expect([areNearlyAlike(one, other), areNearlyAlike(other, one)]).toEqual([false, false]);
  });
});

const hourly = { kind: "hourly", pounds: "20.00" };
const rate = (...conditions: readonly object[]) => clause("rate", { kind: "bands", dayKinds: [], bands: conditions.map((when, i) => ({ name: `band ${i}`, when, price: hourly })), across: "split", times: "paid" });
const incentive = (...conditions: readonly object[]) => clause("incentive", { incentives: conditions.map((when, i) => ({ name: `incentive ${i}`, when, for: "visit", pounds: "1.00" })) });

it("a note of two names says both, each at its place, and all that one is near", () => {
  const parsed = parseCouncil({ ...sound, ...rate({ zones: ["Rural"] }), ...incentive({ zones: ["Rurla"] }, { zones: ["Rurall"] }) });
  const at = (name: string, path: string, ...like: readonly string[]) => ({ path, code: "named-nearly-alike", name, like });
  expect(parsed.kind === "council" && parsed.notes).toEqual([
    at("Rural", "rate.versions[0].bands[0].when.zones[0]", "Rurla", "Rurall"),
    at("Rurla", "incentive.versions[0].incentives[0].when.zones[0]", "Rural"),
    at("Rurall", "incentive.versions[0].incentives[1].when.zones[0]", "Rural"),
  ]);
});

describe("names that a council expects in one column are noted at the first place of each", () => {
  it.each(["zones", "lots", "services"])("%s of an incentive and of the rates", (condition) => {
    expect(notes({ ...rate({ [condition]: ["Rural"] }, { [condition]: ["Urban", "Rural"], hours: "20:00-22:00" }), ...incentive({}, { [condition]: ["Rurl"] }) })).toEqual([`rate.versions[0].bands[0].when.${condition}[0]`, `incentive.versions[0].incentives[1].when.${condition}[0]`]);
    expect(notes({ ...rate({ [condition]: ["Rural"] }), ...incentive({ [condition]: ["Rural"] }) })).toEqual([]);
  });

  it("of a contract, a charge and the choice of a reading", () => {
    const places = ["contracts.other.rate.versions[0].bands[0].when.zones[0]", "charge.rate.versions[0].bands[0].when.zones[0]"];
    expect(notes({ contracts: { other: rate({ zones: ["Rural"] }) }, charge: rate({ zones: ["rural"] }) })).toEqual(places);
    const incentives = [{ name: "rural", when: { zones: ["Rural"] }, for: "visit", pounds: "1.00" }];
    const choice = (all: unknown) => ({ says: "So.", set: { incentives: all } });
    const readings = { zone: { silent: "?", adopted: "one", choices: { one: choice(incentives), other: choice([{ ...incentives[0], when: { zones: ["Rurale"] } }]) } } };
    expect(notes(clause("incentive", { incentives, readings }))).toEqual(["incentive.versions[0].incentives[0].when.zones[0]", "incentive.versions[0].readings.zone.choices.other.set.incentives[0].when.zones[0]"]);
  });

  it("not of two columns, nor of one list, where both are meant", () => {
    expect(notes({ ...rate({ zones: ["Rural"] }), ...incentive({ lots: ["Rurl"] }) })).toEqual([]);
    expect(notes({ ...rate({ zones: ["Rural", "rural"] }), ...incentive({ zones: ["rural"] }) })).toEqual([]);
  });

  it("nor of names that go on by number or by letter", () => {
    expect(notes({ ...rate({ lots: ["Lot 1"], zones: ["A"] }, { lots: ["Lot 2"], zones: ["B"] }), ...incentive({ lots: ["Lot 3"], zones: ["zone-1"] }, { zones: ["zone-2"] }) })).toEqual([]);
  });

  it("named windows and call types", () => {
    const ends = { fromLimit: "included", toLimit: "excluded" };
    const windows = (...names: readonly string[]) => ({ windows: names.map((name, i) => ({ name, from: `0${i}:00`, to: `0${i + 1}:00`, ...ends })), grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "planned-start" });
    const punctuality = (callTypes: object, ...names: readonly string[]) => clause("punctuality", { callTypes, arrival: "together", tooFewCarers: "late", ...(names.length === 0 ? {} : { windows: windows(...names) }) });
    expect(notes({ ...punctuality({ call: null }, "morning", "evening", "Morning") })).toEqual(["punctuality.versions[0].windows.windows[0].name", "punctuality.versions[0].windows.windows[2].name"]);
    const targets = (callTypes: object) => clause("targets", { punctuality: callTypes, continuity: null, punctualityBase: "assessable" });
    const types = (...names: readonly string[]) => ({ callTypes: names, ...punctuality(Object.fromEntries(names.map((name) => [name, null]))), ...targets(Object.fromEntries(names.map((name) => [name, null]))) });
    expect(notes(types("critical", "standard", "standart"))).toEqual(["callTypes[1]", "callTypes[2]"]);
    expect(notes(types("critical", "standard"))).toEqual([]);
  });
});
