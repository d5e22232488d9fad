import { describe, expect, it } from "vitest";
import type { Grouping } from "../../src/payment/basis.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { compile } from "../../src/rules/compile.js";
import { payGroups } from "../../src/rules/groups.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, TWELVE_POUNDS, clause, payingCouncil, version, visit } from "../published-rules/paying-council.js";

const byDay: Grouping = { kind: "added-up", over: "day", carers: "together", services: "together", severalRates: "undetermined" };
const quarterHours = clause({ kind: "increments", partMinutes: "dropped", minutes: 15, round: "nearest-half-up" } as const);
const council = payingCouncil("by-the-day-council", { paidMinutes: quarterHours, basis: clause({ ...ACTUAL, per: byDay } as const) });
const of = { provider: "P", serviceUser: "SU" };

function groups(visits: readonly VisitInput<Call>[], from = council) {
  const rules = compile(from);
  return payGroups(visits.map((one, i) => assessVisit({ id: `V${i + 1}`, ...one }, rules)), rules);
}

describe("time added up by the day", () => {
  it("is rounded once for the day, not for each visit", () => {
    const [group, ...others] = groups([visit("2026-03-16", "09:00-09:30", ["09:00-09:22"], of), visit("2026-03-16", "18:00-18:30", ["18:00-18:22"], of)]);
    expect(others).toEqual([]);
    expect(group).toEqual({
      ...of,
      restsOn: [],
      group: { over: "day", firstDay: "2026-03-16", carer: null, service: null },
      lines: [
        { visit: "V1", day: "2026-03-16", carer: "C1", minutes: 22, seconds: 1320, completed: { minutesPaid: 15, carried: 7 } },
        { visit: "V2", day: "2026-03-16", carer: "C1", minutes: 22, seconds: 1320, completed: { minutesPaid: 30, carried: -1 } },
      ],
      payment: { kind: "paid", minutes: 44, minutesPaid: 45, amount: "9.00" },
    });
  });

  describe("three visits of 7 minutes 40 seconds", () => {
    const visits = ["08:00", "12:00", "18:00"].map((at) => visit("2026-03-16", `${at}-${at.slice(0, 3)}15`, [`${at}-${at.slice(0, 3)}07:40`], of));
    const paidBy = (partMinutes: Grouping["partMinutes"], ofTable: "dropped" | "nearest" | "up" | "clock-minutes" = "dropped") => {
      const per = partMinutes === undefined ? byDay : { ...byDay, partMinutes };
      const [group] = groups(visits, payingCouncil("parts-council", { paidMinutes: clause({ kind: "increments", partMinutes: ofTable, minutes: 15, round: "nearest-half-up" } as const), basis: clause({ ...ACTUAL, per } as const) }));
      return [group!.payment.minutes, group!.payment.kind === "paid" ? group!.payment.minutesPaid : group!.payment.reason, group!.lines.map(({ seconds }) => seconds)];
    };

    it("lose their seconds one by one, as when nothing is said, or keep them in the sum", () => {
      expect(paidBy("of-each")).toEqual([21, 15, [420, 420, 420]]);
      expect(paidBy(undefined)).toEqual(paidBy("of-each"));
      expect(paidBy("of-the-sum")).toEqual([23, 30, [460, 460, 460]]);
    });

    it("to the nearest minute each is 8 minutes long; up, too; by the minutes on the clock 7, either way", () => {
      expect(paidBy("of-each", "nearest")).toEqual([24, 30, [480, 480, 480]]);
      expect(paidBy("of-the-sum", "nearest")).toEqual([23, 30, [460, 460, 460]]);
      expect(paidBy("of-the-sum", "up")).toEqual([23, 30, [460, 460, 460]]);
      expect(paidBy("of-each", "clock-minutes")).toEqual(paidBy("of-the-sum", "clock-minutes"));
    });

    it("a reading of it changes the sum, and the visits rest on it", () => {
      const readings = { parts: { silent: "Where?", adopted: "each", choices: { each: { says: "Of each.", set: { per: byDay } }, sum: { says: "Of the sum.", set: { per: { ...byDay, partMinutes: "of-the-sum" } } } } } };
      const silent = { ...council, basis: { versions: [version({ ...ACTUAL, per: byDay } as const, {}, readings as never)] } };
      expect(assessVisit(visits[0]!, compile(silent)).restsOn.map(({ reading }) => reading)).toEqual(["parts"]);
      expect(assessVisit(visit("2026-03-16", "08:00-08:15", ["08:00-08:07"], of), compile(silent)).restsOn).toEqual([]);
    });

    it("of planned time too: a plan of so many seconds keeps them", () => {
      const terms = (partMinutes: "of-each" | "of-the-sum") => payingCouncil("planned-parts-council", { paidMinutes: quarterHours, basis: clause({ ...ACTUAL, basis: "planned", per: { ...byDay, partMinutes } } as const) });
      const planned = ["08:00", "12:00", "18:00"].map((at): VisitInput<Call> => ({ ...visit("2026-03-16", `${at}-${at.slice(0, 3)}30`, [`${at}-${at.slice(0, 3)}10`], of), plannedEnd: `2026-03-16T${at.slice(0, 3)}07:40` }));
      expect(groups(planned, terms("of-each")).map(({ payment }) => payment.minutes)).toEqual([21]);
      expect(groups(planned, terms("of-the-sum")).map(({ payment }) => payment.minutes)).toEqual([23]);
    });
  });

  it("by the London day of the planned start, also on the night the clocks change", () => {
    const around = [visit("2026-03-28", "23:30-23:45", ["23:50-23:59"], of), visit("2026-03-29", "00:10-00:30", ["00:05-00:15"], of), visit("2026-03-29", "23:00-23:30", ["23:00-23:10"], of)];
    expect(groups(around).map(({ group, payment }) => [group.firstDay, payment.minutes])).toEqual([["2026-03-28", 9], ["2026-03-29", 20]]);
  });

  it("the same whatever the order of the visits", () => {
    const visits = [visit("2026-03-16", "18:00-18:30", ["18:00-18:22"], { ...of, id: "B" }), visit("2026-03-16", "09:00-09:30", ["09:00-09:22"], { ...of, id: "A" }), visit("2026-03-17", "09:00-09:30", ["09:00-09:22"], { ...of, id: "C" })];
    expect(groups(visits.toReversed())).toEqual(groups(visits));
  });

  it("a visit not payable until corrected is not in its group, and stays unpaid by itself", () => {
    const rules = compile(council);
    const open = assessVisit(visit("2026-03-16", "09:00-09:30", ["09:00-"], of), rules);
    expect(open.payment.lines).toEqual([{ kind: "unpaid", carer: "C1", reason: "log-out-missing", minutes: null }]);
    expect(payGroups([open], rules)).toEqual([]);
  });

  it("a contract that changes inside a group begins another: time is added up under the same terms only", () => {
    const per: Grouping = { ...byDay, over: "calendar-month" };
    const changed = payingCouncil("changed-in-march-council", {
      paidMinutes: quarterHours,
      basis: { versions: [version({ ...ACTUAL, per } as const, { lastDay: "2026-03-16" }), version({ ...ACTUAL, per, most: "planned-length" } as const, { firstDay: "2026-03-17" })] },
    });
    const visits = [visit("2026-03-16", "09:00-09:30", ["09:00-09:22"], of), visit("2026-03-17", "09:00-09:30", ["09:00-09:22"], of)];
    expect(groups(visits, changed).map(({ payment }) => payment.minutes)).toEqual([22, 22]);
    // Another clause changing between them is no reason to part them.
    const dearer = { ...council, basis: clause({ ...ACTUAL, per: { ...per, severalRates: "as-completed" } } as const), rate: { versions: [version(TWELVE_POUNDS, { lastDay: "2026-03-16" }), version({ ...TWELVE_POUNDS, hourly: "24.00" }, { firstDay: "2026-03-17" })] } };
    expect(groups(visits, dearer).map(({ payment }) => payment)).toEqual([{ kind: "paid", minutes: 44, minutesPaid: 45, amount: "15.00" }]);
  });

  it("without a rate for one of its visits it has no price", () => {
    const daytime = { ...council, rate: clause({ ...TWELVE_POUNDS, hours: "07:00-17:00" }) };
    const visits = [visit("2026-03-16", "09:00-09:30", ["09:00-09:22"], of), visit("2026-03-16", "18:00-18:30", ["18:00-18:22"], of)];
    expect(groups(visits, daytime)[0]!.payment).toEqual({ kind: "unpaid", reason: "no-rate-at-that-time", minutes: 44 });
    expect(groups(visits.slice(0, 1), daytime)[0]!.payment).toMatchObject({ kind: "paid", minutesPaid: 15 });
  });

  it("over the period assessed: all that are given", () => {
    const period = { ...council, basis: clause({ ...ACTUAL, per: { ...byDay, over: "period-assessed" } } as const) };
    const visits = [visit("2026-03-16", "09:00-09:30", ["09:00-09:22"], of), visit("2026-05-17", "09:00-09:30", ["09:00-09:22"], of)];
    expect(groups(visits, period)).toMatchObject([{ group: { firstDay: null }, payment: { minutes: 44, minutesPaid: 45 } }]);
  });

  it("a rounded line is a group", () => {
    const rounded = { ...council, rate: clause({ ...TWELVE_POUNDS, hourly: "14.01" }), statement: clause({ rounding: "line-half-up", period: "period-assessed" } as const) };
    expect(groups([visit("2026-03-16", "09:00-09:30", ["09:00-09:22"], of), visit("2026-03-16", "18:00-18:30", ["18:00-18:22"], of)], rounded)[0]!.payment).toMatchObject({ amount: "10.51" });
  });

  it("a mark to ignore rounding has no meaning in a sum: the switch is refused by name", () => {
    const switched = { ...council, paidMinutes: clause({ kind: "exact-minutes", partMinutes: "dropped", roundingSwitch: "by-visit" } as const) };
    expect(() => compile(switched)).toThrow("compile: paidMinutes.roundingSwitch must be left out where basis.per adds up time");
  });
});
