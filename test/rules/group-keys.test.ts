import { describe, expect, it } from "vitest";
import type { GroupKey, Grouping } from "../../src/payment/basis.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { compile, rulesOn } from "../../src/rules/compile.js";
import { type GroupEntry, type GroupPayment, type GroupedLine, groupKeyText, inOrder, payGroups } from "../../src/rules/groups.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import { dayNumber } from "../../src/shared/day.js";
import { asMoment } from "../../src/shared/moment.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, clause, payingCouncil, version, visit } from "../published-rules/paying-council.js";

const byDay: Grouping = { kind: "added-up", over: "day", carers: "together", services: "together", severalRates: "undetermined" };
const eachApart: Grouping = { ...byDay, carers: "each", services: "each" };
const of = { provider: "P", serviceUser: "SU" };

function groups(visits: readonly VisitInput<Call>[], council: VisitCouncil<Call>): GroupPayment[] {
  const rules = compile(council);
  return payGroups(visits.map((one, i) => assessVisit({ id: `V${i + 1}`, ...one }, rules)), rules);
}

const line = (group: Partial<GroupKey> = {}, more: Partial<GroupedLine> = {}): GroupedLine => ({
  kind: "grouped",
  carer: "C",
  measured: "logged",
  from: asMoment(0),
  to: asMoment(60),
  minutes: 1,
  seconds: 60,
  planned: 1,
  group: { over: "day", firstDay: "2026-03-16", carer: null, service: null, ...group },
  ...more,
});
const council = payingCouncil("by-the-day-council", { basis: clause({ ...ACTUAL, per: byDay } as const) });
const day = rulesOn(compile(council), dayNumber("2026-03-16"));

describe("the text of a group", () => {
  const own = groupKeyText("P", "SU", line(), day);

  it("is the same for lines of one provider, service user, first day, carer, service and terms, whatever their own time", () => {
    expect(groupKeyText("P", "SU", line({}, { carer: "D", from: asMoment(7), to: asMoment(99), minutes: 9, planned: 8 }), day)).toBe(own);
  });

  it("is another where any of them is another: nobody's carer is no carer without a name, and so for a service", () => {
    const texts = [
      own,
      groupKeyText("Q", "SU", line(), day),
      groupKeyText("P", "SV", line(), day),
      groupKeyText("PS", "U", line(), day),
      groupKeyText("P", "SU", line({ firstDay: "2026-03-17" }), day),
      groupKeyText("P", "SU", line({ firstDay: null }), day),
      groupKeyText("P", "SU", line({ carer: "C" }), day),
      groupKeyText("P", "SU", line({ carer: "" }), day),
      groupKeyText("P", "SU", line({ service: "C" }), day),
      groupKeyText("P", "SU", line({ service: "" }), day),
      groupKeyText("P", "SU", line({ carer: "", service: "" }), day),
      groupKeyText("P", "SU", line({ carer: "C", service: "C" }), day),
      groupKeyText("P", "SU", line(), { ...day, timeRules: day.timeRules + 1 }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("the order of the lines of a group", () => {
  const entry = (from: number, id: string, carer: string | null): GroupEntry => ({ line: line({}, { from: asMoment(from), carer }), visit: { carersRequired: 1, plannedStart: null, plannedEnd: null }, id, day });
  const said = (entries: readonly GroupEntry[]) => entries.map(({ line: { from, carer }, id }) => `${from} ${id} ${carer}`);

  it("is by their start, then by visit, then by carer: one of nobody's first", () => {
    const entries = [entry(2, "A", "A"), entry(1, "B", "B"), entry(1, "B", "A"), entry(1, "B", null), entry(1, "A", "D"), entry(0, "Z", "Z")];
    const sorted = ["0 Z Z", "1 A D", "1 B null", "1 B A", "1 B B", "2 A A"];
    expect(said(inOrder(entries))).toEqual(sorted);
    expect(said(inOrder(entries.toReversed()))).toEqual(sorted);
    expect(said(entries)[0]).toBe("2 A A");
  });

  it("two carers of one visit, and two visits begun at once, each complete what is left over before them", () => {
    const at = (id: string, logs: readonly string[]) => visit("2026-03-16", "09:00-09:30", logs, { ...of, id, carersRequired: 2 });
    const quarters = { ...council, paidMinutes: clause({ kind: "increments", partMinutes: "dropped", minutes: 15, round: "down" } as const) };
    const [group] = groups([at("B", ["09:00-09:10"]), at("A", ["09:00-09:20", "09:00-09:14"])], quarters);
    expect(group!.lines.map(({ visit: id, carer, minutes, completed }) => [id, carer, minutes, completed?.minutesPaid])).toEqual([["A", "C1", 20, 15], ["A", "C2", 14, 15], ["B", "C1", 10, 0]]);
  });
});

describe("the order of groups", () => {
  const keysOf = (all: readonly GroupPayment[]) => all.map(({ provider, serviceUser, group }) => [provider, serviceUser, group.firstDay, group.carer, group.service]);

  it("is by provider, service user, first day, carer and service, whatever the order of the visits", () => {
    const apart = payingCouncil("each-apart-council", { basis: clause({ ...ACTUAL, per: eachApart } as const) });
    const pairs = <One, Other>(ones: readonly One[], others: readonly Other[]): [One, Other][] => ones.flatMap((one) => others.map((other): [One, Other] => [one, other]));
    const keys = pairs(["P", "Q"], pairs(["A", "B"], pairs(["2026-03-16", "2026-03-17"] as const, pairs(["C", "D"], ["Care", "Rest"])))).map(([provider, [serviceUser, [on, [carer, service]]]]) => [provider, serviceUser, on, carer, service] as const);
    const visits = keys.map(([provider, serviceUser, on, carer, service], i) => ({ ...visit(on, "09:00-09:30", []), id: `V${i}`, provider, serviceUser, service, attendances: [{ carer, logIn: `${on}T09:00`, logOut: `${on}T09:30` }] }));
    // Seven steps at a time through 32 visits: each comes once, none where it belongs.
    const shuffled = visits.map((_one, i) => visits[(i * 7 + 5) % visits.length]!);
    expect(keysOf(groups(shuffled, apart))).toEqual(keys);
  });

  const changing = (first: Grouping, then: Grouping) => payingCouncil("changed-in-march-council", { basis: { versions: [version({ ...ACTUAL, per: first } as const, { lastDay: "2026-03-16" }), version({ ...ACTUAL, per: then } as const, { firstDay: "2026-03-17" })] } });
  const monthly: Grouping = { ...byDay, over: "calendar-month" };
  const two = [visit("2026-03-17", "09:00-09:30", ["09:00-09:22"], { ...of, service: "Care" }), visit("2026-03-16", "09:00-09:30", ["09:00-09:22"], { ...of, service: "Care" })];
  it.each([
    ["the period before a day", { ...byDay, over: "period-assessed" }, byDay, [["P", "SU", null, null, null], ["P", "SU", "2026-03-17", null, null]]],
    ["all carers before one", monthly, { ...monthly, carers: "each" }, [["P", "SU", "2026-03-01", null, null], ["P", "SU", "2026-03-01", "C1", null]]],
    ["all services before one", monthly, { ...monthly, services: "each" }, [["P", "SU", "2026-03-01", null, null], ["P", "SU", "2026-03-01", null, "Care"]]],
  ] as const)("where the terms change: %s", (_what, first, then, expected) => {
    expect(keysOf(groups(two, changing(first, then)))).toEqual(expected);
    expect(keysOf(groups(two.toReversed(), changing(first, then)))).toEqual(expected);
    expect(groups(two, changing(first, then)).map(({ lines }) => lines.map(({ day: on }) => on))).toEqual([["2026-03-16"], ["2026-03-17"]]);
  });
});
