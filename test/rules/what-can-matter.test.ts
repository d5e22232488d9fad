import { describe, expect, it } from "vitest";
import { type MissedThreshold } from "../../src/assessment/missed-threshold.js";
import { assess } from "../../src/rules/assess.js";
import { compile, rulesOn } from "../../src/rules/compile.js";
import type { Alternative, DayRules } from "../../src/rules/day-rules.js";
import { arrange, isPlain, mattersOf, restsOn, touchedBy } from "../../src/rules/rests-on.js";
import { dayNumber } from "../../src/shared/day.js";
import { readVisit, type VisitInput } from "../../src/visit/visit.js";
import type { Clauses } from "../../src/rules/council.js";
import { ACTUAL, BY_THE_MINUTE, type Call, clause, payingCouncil, visit } from "../published-rules/paying-council.js";

const DAY = "2026-03-16";

/** The rules of a council that pays by the minute, but for the clauses given. */
function rulesWith(clauses: Clauses<Call> = {}): DayRules<Call> {
  return rulesOn(compile(payingCouncil("what-can-matter-council", clauses)), dayNumber(DAY));
}

const plain = (log = "09:00-09:30", facts: Partial<VisitInput<Call>> = {}) => visit(DAY, "09:00-10:00", [log], facts);
const nobody = (facts: Partial<VisitInput<Call>> = {}) => visit(DAY, "09:00-10:00", [], facts);
const two = (facts: Partial<VisitInput<Call>> = {}) => visit(DAY, "09:00-10:00", ["09:00-09:30", "09:00-09:30"], facts);
const twice: VisitInput<Call> = { ...plain(), attendances: [{ carer: "C1", logIn: `${DAY}T09:00`, logOut: `${DAY}T09:10` }, { carer: "C1", logIn: `${DAY}T09:20`, logOut: `${DAY}T09:30` }] };

/** Can another choice for a field matter to a visit, by rules and other rules? */
function canMatter(field: string, input: VisitInput<Call>, clauses: Clauses<Call> = {}, others: Clauses<Call> = clauses): boolean {
  const [rules, other, read] = [rulesWith(clauses), rulesWith(others), readVisit(input)];
  return mattersOf([field])[0]!(read, assess(read, rules), other, rules);
}

const judged = (call: { early: number; late: number } | "windows-only" | null, tooFewCarers: "not-assessable" | "last-arrival" = "not-assessable"): Clauses<Call> => ({
  punctuality: clause({ callTypes: { call }, arrival: "together", tooFewCarers, ...(call === "windows-only" ? { windows: { windows: [{ name: "day", from: "07:00", fromLimit: "included", to: "22:00", toLimit: "included" }], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined" } as const } : {}) }),
});
const threshold = (missedThreshold: MissedThreshold): Clauses<Call> => ({
  attendance: { versions: payingCouncil("threshold-council", {}).attendance.versions.map((version) => ({ ...version, missedThreshold })) },
});
const most = (of: "no-limit" | "planned-length"): Clauses<Call> => ({ basis: clause({ ...ACTUAL, most: of }) });
const bands = (partMinutes: "dropped" | "up" | "nearest"): Clauses<Call> => ({ paidMinutes: clause({ kind: "increments", partMinutes, minutes: 15, round: "down" } as const) });
const once: Clauses<Call> = { basis: clause({ ...ACTUAL, per: "visit" } as const) };

describe("another choice is asked of a visit only where it can matter", () => {
  it("of a field that nothing is known of: always", () => {
    expect(mattersOf(["basis.somethingNew"]).map((matters) => matters({} as never, {} as never, {} as never, {} as never))).toEqual([true]);
  });

  it("tolerances: where the other ones change the class, or one of them has none", () => {
    const limits = judged({ early: 30, late: 30 });
    const late = plain("09:20-09:50");
    expect(canMatter("punctuality.callTypes", late, limits, judged({ early: 30, late: 20 }))).toBe(false);
    expect(canMatter("punctuality.callTypes", late, limits, judged({ early: 30, late: 19 }))).toBe(true);
    expect(canMatter("punctuality.callTypes", late, limits, judged(null))).toBe(true);
    expect(canMatter("punctuality.callTypes", late, judged(null), limits)).toBe(true);
    expect(canMatter("punctuality.callTypes", late, judged(null), judged("windows-only"))).toBe(true);
    expect(canMatter("punctuality.callTypes", late, judged(null), judged(null))).toBe(false);
    expect(canMatter("punctuality.callTypes", late, judged("windows-only"), judged("windows-only"))).toBe(false);
    expect(canMatter("punctuality.callTypes", nobody(), limits, judged({ early: 30, late: 0 }))).toBe(false);
    expect(canMatter("punctuality.callTypes", nobody(), limits, judged(null))).toBe(true);
  });

  it("the arrival: where more than one carer is required, or came", () => {
    expect(canMatter("punctuality.arrival", plain())).toBe(false);
    expect(canMatter("punctuality.arrival", plain("09:00-09:30", { carersRequired: 2 }))).toBe(true);
    expect(canMatter("punctuality.arrival", two())).toBe(true);
  });

  it("too few carers: where the visit is not assessable for it, or may be", () => {
    expect(canMatter("punctuality.tooFewCarers", plain())).toBe(false);
    expect(canMatter("punctuality.tooFewCarers", plain("09:00-09:30", { carersRequired: 2 }), judged({ early: 30, late: 30 }))).toBe(true);
    expect(canMatter("punctuality.tooFewCarers", two({ carersRequired: 2 }))).toBe(false);
    expect(canMatter("punctuality.tooFewCarers", plain(), judged(null, "last-arrival"))).toBe(false);
    expect(canMatter("punctuality.tooFewCarers", plain("09:00-09:30", { carersRequired: 2 }), judged({ early: 30, late: 30 }, "last-arrival"))).toBe(true);
  });

  it.each(["attendance.outcomes", "attendance.notCompleted", "attendance.notCompletedPays", "basis.undelivered"])("%s: where there is an outcome", (field) => {
    expect(canMatter(field, plain())).toBe(false);
    expect(canMatter(field, nobody({ outcome: "hospital" }))).toBe(true);
    expect(canMatter(field, plain("09:00-09:30", { outcome: "refused" }))).toBe(true);
  });

  it("nobody came and nothing is recorded: where nobody came", () => {
    expect(canMatter("attendance.unexplained", plain())).toBe(false);
    expect(canMatter("attendance.unexplained", nobody())).toBe(true);
  });

  it("a threshold: where the visit is past the other one, or that cannot be said, or it is missed as it is", () => {
    const after = (minutes: number): Clauses<Call> => threshold({ kind: "minutes", minutes });
    const late = plain("09:40-10:10");
    expect(canMatter("attendance.missedThreshold", late, {}, after(41))).toBe(false);
    expect(canMatter("attendance.missedThreshold", late, {}, after(40))).toBe(true);
    expect(canMatter("attendance.missedThreshold", late, {}, threshold({ kind: "next-visit" }))).toBe(false);
    expect(canMatter("attendance.missedThreshold", nobody(), {}, after(10))).toBe(true);
    expect(canMatter("attendance.missedThreshold", nobody({ outcome: "hospital" }), {}, after(10))).toBe(false);
    expect(canMatter("attendance.missedThreshold", nobody({ outcome: "other" }), {}, after(10))).toBe(true);
    expect(canMatter("attendance.missedThreshold", late, after(40), after(50))).toBe(true);
    // Not assessable for its punctuality, and late all the same.
    const untested = judged(null);
    expect(canMatter("attendance.missedThreshold", late, untested, { ...untested, ...after(40) })).toBe(true);
    expect(canMatter("attendance.missedThreshold", late, untested, { ...untested, ...after(41) })).toBe(false);
    const open: VisitInput<Call> = { ...late, attendances: [{ carer: "C1", logIn: `${DAY}T09:40`, logOut: null }] };
    expect(canMatter("attendance.missedThreshold", open, untested, { ...untested, ...after(40) })).toBe(true);
    expect(canMatter("attendance.missedThreshold", open, untested, { ...untested, ...after(41) })).toBe(false);
  });

  it("part-minutes: where a row that pays otherwise is a minute away, a carer came again, or two are paid once", () => {
    const field = "paidMinutes.partMinutes";
    for (const [minutes, near] of [["28", false], ["29", true], ["30", false], ["31", false], ["44", true], ["45", false]] as const) {
      expect(canMatter(field, plain(`09:00-09:${minutes}`), bands("dropped")), minutes).toBe(near);
    }
    for (const [minutes, near] of [["28", false], ["29", false], ["30", true], ["31", false], ["44", false], ["45", true]] as const) {
      expect(canMatter(field, plain(`09:00-09:${minutes}`), bands("up")), minutes).toBe(near);
    }
    for (const [minutes, near] of [["28", false], ["29", true], ["30", true], ["31", false], ["44", true], ["45", true]] as const) {
      expect(canMatter(field, plain(`09:00-09:${minutes}`), bands("nearest")), minutes).toBe(near);
    }
    expect(canMatter(field, twice, { ...bands("dropped") })).toBe(true);
    const away = visit(DAY, "09:00-10:00", ["09:00-09:31", "09:00-09:31"]);
    expect(canMatter(field, away, bands("dropped"))).toBe(false);
    expect(canMatter(field, away, { ...bands("dropped"), ...once })).toBe(true);
    expect(canMatter(field, plain("09:00-09:31"), { ...bands("dropped"), ...once })).toBe(false);
    expect(canMatter(field, nobody(), bands("dropped"))).toBe(false);
  });

  it("whose time: where several came, or one came again", () => {
    for (const [input, per, sameCarer] of [[plain(), false, false], [two(), true, false], [twice, true, true]] as const) {
      expect(canMatter("basis.per", input)).toBe(per);
      expect(canMatter("basis.sameCarer", input)).toBe(sameCarer);
    }
  });

  it("carers above the number required: where there are some", () => {
    expect(canMatter("basis.surplusCarers", plain())).toBe(false);
    expect(canMatter("basis.surplusCarers", two({ carersRequired: 2 }))).toBe(false);
    expect(canMatter("basis.surplusCarers", two())).toBe(true);
  });

  it("the most that is paid: where the table pays more than the plan, or there is no plan to go by", () => {
    const asMuch = plain("09:00-10:00");
    expect(canMatter("basis.most", asMuch, most("no-limit"))).toBe(false);
    expect(canMatter("basis.most", plain("09:00-10:01"), most("no-limit"))).toBe(true);
    expect(canMatter("basis.most", plain("09:00-10:01"), most("planned-length"))).toBe(true);
    expect(canMatter("basis.most", nobody(), most("planned-length"))).toBe(false);
    const unplanned = { ...plain(), plannedEnd: null };
    expect(canMatter("basis.most", unplanned, most("planned-length"))).toBe(true);
    const [short, long] = visit(DAY, "09:00-10:00", ["09:00-09:30", "09:00-10:30"], { carersRequired: 2 }).attendances;
    expect(canMatter("basis.most", plain("09:00-09:30", { carersRequired: 2, attendances: [short!, long!] }), most("no-limit")), "one line of two").toBe(true);
  });
});

describe("what a change of fields touches", () => {
  it("punctuality alone, payment alone, or everything", () => {
    expect(touchedBy(["punctuality.callTypes", "punctuality.arrival"])).toBe("punctuality");
    expect(touchedBy(["paidMinutes.beyond", "basis.most", "undelivered.outcomes"])).toBe("payment");
    for (const fields of [["attendance.outcomes"], ["punctuality.arrival", "basis.most"], ["basis.most", "attendance.outcomes"]]) expect(touchedBy(fields), fields.join()).toBe("everything");
  });
});

describe("terms of which it is known when a choice can matter", () => {
  it("actual time by the clauses that most councils have; every further kind is asked always", () => {
    const paying = (basis: object, paidMinutes: object = {}): DayRules => rulesWith({ basis: clause({ ...ACTUAL, ...basis }), paidMinutes: clause({ ...BY_THE_MINUTE, ...paidMinutes }) });
    expect(isPlain(paying({}))).toBe(true);
    expect(isPlain(paying({ per: "visit", most: "planned-length" }))).toBe(true);
    expect(isPlain({ ...rulesWith(), basis: null })).toBe(true);
    expect(isPlain({ ...rulesWith(), paidMinutes: null })).toBe(true);
    const further: Record<string, DayRules> = {
      basis: paying({ basis: "planned" }),
      per: paying({ per: { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } }),
      most: paying({ most: { kind: "minutes", minutes: 60 } }),
      least: paying({ least: { of: { kind: "minutes", minutes: 20 }, whereNothing: "nothing" } }),
      mostCarers: paying({ mostCarers: 1 }),
      undelivered: { ...rulesWith(), basis: { ...ACTUAL, undelivered: "by-outcome" } },
      roundingSwitch: paying({}, { roundingSwitch: "by-visit" }),
    };
    for (const [kind, rules] of Object.entries(further)) expect(isPlain(rules), kind).toBe(false);
  });
});

describe("which alternatives a visit is asked", () => {
  const rules = rulesWith(bands("dropped"));
  const alternative = (reading: number, fields: readonly string[], other: DayRules<Call> = rules, always = false, matters = mattersOf(fields)): Alternative<Call> => ({ reading, choice: "other", rules: other, fields, matters, touches: touchedBy(fields), always });
  const rounded = rulesWith({ paidMinutes: clause({ kind: "increments", partMinutes: "dropped", minutes: 20, round: "down" } as const) });

  it("are sorted by their fields: tables, part-minutes, those of plain visits, and all others", () => {
    const table = alternative(0, ["paidMinutes.minutes"], rounded);
    const part = alternative(1, ["paidMinutes.partMinutes"]);
    const [arrival, outcomes, limits, both] = [alternative(2, ["punctuality.arrival"]), alternative(3, ["attendance.outcomes"]), alternative(4, ["punctuality.callTypes"]), alternative(5, ["basis.surplusCarers", "basis.most"])];
    const [switched, partAndTable, nothing, asked] = [alternative(6, ["paidMinutes.roundingSwitch"]), alternative(7, ["paidMinutes.partMinutes", "paidMinutes.minutes"]), alternative(8, []), alternative(9, ["paidMinutes.minutes"], rounded, true)];
    const askedPart = alternative(10, ["paidMinutes.partMinutes"], rules, true);
    const arranged = arrange(rules, [table, part, arrival, outcomes, limits, both, switched, partAndTable, nothing, asked, askedPart]);
    expect(arranged.tables).toEqual([table]);
    expect(arranged.partMinutes).toEqual([part]);
    expect(arranged.others).toEqual([part, arrival, outcomes, limits, both, switched, partAndTable, nothing, asked, askedPart]);
    expect(arranged.plain).toEqual([limits, both, switched, partAndTable, asked, askedPart]);
    // By 15 and by 20 minutes down: the same to 14, from 60 to 74, and so on.
    const same = [...arranged.otherRow].flatMap((otherwise, minutes) => (otherwise === 0 && minutes < 80 ? [minutes] : []));
    expect(same).toEqual([...Array(15).keys(), ...Array.from({ length: 15 }, (_, i) => 60 + i)]);
    expect([...arranged.nearRow].flatMap((near, minutes) => (near === 1 && minutes < 80 ? [minutes] : []))).toEqual([14, 29, 44, 59, 74]);
    const without = arrange({ ...rules, paidMinutes: null }, [part]);
    expect([without.otherRow.length, without.nearRow.length]).toEqual([0, 0]);
  });

  /** The readings asked of a visit: each alternative notes that it is, and says that it cannot matter. */
  function asked(input: VisitInput<Call>): number[] {
    const read = readVisit(input);
    const seen: number[] = [];
    const noting = (reading: number, fields: readonly string[], other = rules): Alternative<Call> => alternative(reading, fields, other, false, [() => (seen.push(reading), false)]);
    const alternatives = arrange(rules, [noting(0, ["paidMinutes.minutes"], rounded), noting(1, ["paidMinutes.partMinutes"]), noting(2, ["punctuality.arrival"]), noting(3, ["punctuality.callTypes"])]);
    expect(restsOn(read, assess(read, rules), { ...rules, alternatives })).toBe(0);
    return seen.sort();
  }

  it("a plain visit: tables where they pay its length otherwise, part-minutes near another row, and what can matter to it", () => {
    expect(asked(plain("09:00-09:10"))).toEqual([3]);
    expect(asked(plain("09:00-09:14"))).toEqual([1, 3]);
    expect(asked(plain("09:00-09:17"))).toEqual([0, 3]);
    expect(asked(plain("09:00-09:29"))).toEqual([0, 1, 3]);
  });

  it("any other visit: all but the tables, and those where they pay one of its lengths otherwise", () => {
    expect(asked(plain("09:00-09:10", { carersRequired: 2 }))).toEqual([1, 2, 3]);
    expect(asked(plain("09:00-09:17", { carersRequired: 2 }))).toEqual([0, 1, 2, 3]);
    expect(asked(two()).filter((reading) => reading > 0)).toEqual([1, 2, 3]);
    expect(asked(twice)).toEqual([0, 1, 2, 3]);
    expect(asked(plain("09:00-09:10", { outcome: "refused" }))).toEqual([1, 2, 3]);
    expect(asked(nobody())).toEqual([1, 2, 3]);
  });

  it("a reading once: a second choice of it is not asked where the first one changes something", () => {
    const read = readVisit(plain("09:00-09:17"));
    let second = 0;
    const other = alternative(0, ["paidMinutes.minutes"], rounded, false, [() => true]);
    const again = alternative(0, ["paidMinutes.minutes"], rounded, false, [() => (second++, true)]);
    expect(restsOn(read, assess(read, rules), { ...rules, alternatives: { ...arrange(rules, [other, again]), otherRow: new Uint8Array(1441).fill(1) } })).toBe(1);
    expect(second).toBe(0);
  });

  it("always: whatever its fields say", () => {
    const read = readVisit(plain("09:00-09:20"));
    const by = (always: boolean) => restsOn(read, assess(read, rules), { ...rules, alternatives: arrange(rules, [alternative(3, ["basis.most"], rounded, always)]) });
    expect([by(true), by(false)]).toEqual([1 << 3, 0]);
  });
});
