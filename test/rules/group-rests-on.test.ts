import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/contract/reading.js";
import type { BasisTerms, Grouping } from "../../src/payment/basis.js";
import type { PaidMinutesTerms, RowsTerms } from "../../src/payment/paid-minutes.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { compile } from "../../src/rules/compile.js";
import { groupRestsOn, groupsOf } from "../../src/rules/groups.js";
import { ACTUAL, type Call, clause, payingCouncil, visit } from "../published-rules/paying-council.js";

const of = { provider: "P", serviceUser: "SU" };
const per: Grouping = { kind: "added-up", over: "day", carers: "together", services: "together", severalRates: "undetermined" };

/** A reading whose first choice is adopted. */
function reading<Terms>(choices: { readonly [choice: string]: Partial<Terms> }): Reading<Terms> {
  return { silent: "It does not say.", adopted: Object.keys(choices)[0]!, choices: Object.fromEntries(Object.entries(choices).map(([choice, set]) => [choice, { says: `${choice}.`, set }])) };
}

/** The readings on which the group of a day rests: visits of half an hour, an hour apart, of which carers were there for these minutes. */
function restsOn(minutes: readonly number[], paidMinutes: PaidMinutesTerms, tables: { [slug: string]: Reading<PaidMinutesTerms> }, bases: { [slug: string]: Reading<BasisTerms> } = {}): string[] {
  const rules = compile(payingCouncil("read-by-the-day-council", { paidMinutes: clause(paidMinutes, tables), basis: clause<BasisTerms>({ ...ACTUAL, per }, bases) }));
  const at = (hour: number, minute: number) => `${String(8 + hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  const visits = minutes.map((there, i) => assessVisit<Call>({ ...visit("2026-03-16", `${at(i, 0)}-${at(i, 30)}`, [`${at(i, 0)}-${at(i, there)}`]), ...of, id: `V${i}` }, rules));
  const [group, ...others] = groupsOf(visits, rules);
  expect(others).toEqual([]);
  const bits = groupRestsOn(group!.entries);
  return rules.visitReadings.flatMap(({ reading: slug }, place) => ((bits & (1 << place)) === 0 ? [] : [slug]));
}

const quarters = (round: "up" | "down" | "nearest-half-up") => ({ kind: "increments", partMinutes: "dropped", minutes: 15, round }) as const;
const rounding = { rounding: reading<PaidMinutesTerms>({ nearest: quarters("nearest-half-up"), down: quarters("down") }) };
const cap = { cap: reading<BasisTerms>({ none: { most: "no-limit" }, planned: { most: "planned-length" } }) };

describe("a finished group rests on the readings of which another choice pays other minutes for the whole", () => {
  it.each([
    [[7], []],
    [[15, 15], []],
    [[15, 22], []],
    [[15, 23], ["rounding"]],
    [[11, 11, 11, 12], []],
    [[25, 28], ["rounding"]],
    // Planned for thirty minutes each: 45 of them are worked in one.
    [[45], ["cap"]],
    [[45, 15], []],
    [[40, 15], ["rounding"]],
    [[45, 37], ["cap"]],
    [[45, 38], ["rounding", "cap"]],
  ])("%j: %j", (minutes, slugs) => {
    expect(restsOn(minutes, quarters("nearest-half-up"), rounding, cap)).toEqual(slugs);
  });

  it("so too where the other choice pays nothing, or something for nothing", () => {
    expect(restsOn([7], quarters("nearest-half-up"), { rounding: reading<PaidMinutesTerms>({ nearest: quarters("nearest-half-up"), up: quarters("up") }) })).toEqual(["rounding"]);
    expect(restsOn([8], quarters("nearest-half-up"), rounding)).toEqual(["rounding"]);
  });

  it("and where nothing is paid for another reason: a row of nothing, or no row", () => {
    const rows: RowsTerms = { kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: 20, becomes: 15 }], filling: [{ from: 21, to: "open", becomes: 0 }], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } };
    const filled = { filled: reading<PaidMinutesTerms>({ nothing: { filling: rows.filling }, open: { filling: [] } }) };
    expect(restsOn([10, 10], rows, filled)).toEqual([]);
    expect(restsOn([10, 11], rows, filled)).toEqual(["filled"]);
  });

  it("a choice under which no time is added up is not of the group: it changes the visits themselves", () => {
    expect(restsOn([8, 8], quarters("down"), {}, { together: reading<BasisTerms>({ "by-the-day": { per }, "each-visit": { per: "attendance" } }) })).toEqual([]);
    expect(restsOn([45], quarters("down"), {}, { together: reading<BasisTerms>({ "by-the-day": { per, most: "no-limit" }, "each-visit": { per: "attendance", most: "planned-length" } }) })).toEqual([]);
    // Nor does it hide a reading after it.
    expect(restsOn([45], quarters("down"), {}, { together: reading<BasisTerms>({ "by-the-day": { per }, "each-visit": { per: "visit" } }), ...cap })).toEqual(["cap"]);
  });
});
