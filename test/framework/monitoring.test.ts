import { describe, expect, it } from "vitest";
import { type DashboardRow, type Day, type MonitoringTerms, dashboardGaps, nextVisitDue, regimeOn } from "../../src/index.js";
import { source } from "./fixtures.js";

const routine = [{ what: "contract-meetings", every: "regularly", source }] as const;
const terms: MonitoringTerms = {
  routine,
  intensive: [...routine, { what: "provider-visits", every: { days: 7 }, source }],
  trigger: { kind: "recorded-concern" },
  visitWeek: "seven-days-apart",
};
const concern = { provider: "P1", firstDay: "2024-05-01", lastDay: "2024-05-31" } as const;
const row: DashboardRow = { provider: "P1", asOf: "2024-05-01", ratings: ["good"], safeguardings: 2, complaints: 0, compliments: 1, financialAssurance: "assured" };

describe("regimeOn", () => {
  it("is intensive from the first day of a concern to its last, both included", () => {
    const on = (day: Day) => regimeOn("P1", day, [concern], terms).kind;
    expect(["2024-04-30", "2024-05-01", "2024-05-31", "2024-06-01"].map((day) => on(day as Day))).toEqual(["routine", "intensive", "intensive", "routine"]);
  });

  it("an open concern never ends by itself, and another provider's does not count", () => {
    expect(regimeOn("P1", "2030-01-01", [{ ...concern, lastDay: "open" }], terms).kind).toBe("intensive");
    expect(regimeOn("P2", "2024-05-15", [concern], terms)).toEqual({ kind: "routine", requires: routine });
  });

  it("concerns that overlap or follow day on day are one run; a day between them starts anew", () => {
    const since = (firstDay: Day) => regimeOn("P1", "2024-06-15", [{ ...concern, firstDay, lastDay: "open" }, concern], terms);
    expect(since("2024-05-31")).toMatchObject({ since: "2024-05-01" });
    expect(since("2024-06-01")).toMatchObject({ since: "2024-05-01" });
    expect(since("2024-06-02")).toMatchObject({ since: "2024-06-02" });
    expect(regimeOn("P1", "2024-05-15", [concern, { ...concern, firstDay: "2024-04-01", lastDay: "2024-04-30" }, { ...concern, firstDay: "2024-03-01", lastDay: "2024-03-31" }], terms)).toMatchObject({ since: "2024-03-01" });
  });

  it("no count makes a concern unless the council says so, and then a count not given is not 0", () => {
    const many = { ...row, safeguardings: 99, complaints: 99 };
    expect(regimeOn("P1", "2024-05-15", [], terms, many).kind).toBe("routine");
    const counting: MonitoringTerms = { ...terms, trigger: { kind: "recorded-concern-or-count", of: "safeguardings", atLeast: 3 } };
    expect(regimeOn("P1", "2024-05-15", [], counting, row).kind).toBe("routine");
    expect(regimeOn("P1", "2024-05-15", [], counting, { ...row, safeguardings: 3 })).toMatchObject({ kind: "intensive", because: "count", since: "2024-05-01" });
    expect(regimeOn("P1", "2024-05-15", [], counting, { ...row, safeguardings: "not-given" })).toEqual({ kind: "cannot-be-determined", reason: "counts-not-given" });
    expect(regimeOn("P1", "2024-05-15", [], counting)).toEqual({ kind: "cannot-be-determined", reason: "counts-not-given" });
    expect(regimeOn("P2", "2024-05-15", [], counting, many)).toEqual({ kind: "cannot-be-determined", reason: "counts-not-given" });
    expect(regimeOn("P1", "2024-05-15", [concern], counting).kind).toBe("intensive");
  });
});

describe("nextVisitDue", () => {
  const due = (day: Day, visits: readonly Day[], visitWeek: MonitoringTerms["visitWeek"] = "seven-days-apart") => nextVisitDue("P1", day, visits, [concern], { ...terms, visitWeek });

  it("the first visit is due seven days after the concern, the next seven days after the last visit", () => {
    expect(due("2024-05-01", [])).toEqual({ kind: "due", by: "2024-05-08", overdueDays: 0, lastVisit: null });
    expect(due("2024-05-10", ["2024-05-08", "2024-05-03"])).toEqual({ kind: "due", by: "2024-05-15", overdueDays: 0, lastVisit: "2024-05-08" });
  });

  it("on the day it is due it is not overdue; the day after it is, by one day", () => {
    expect(due("2024-05-08", [])).toMatchObject({ overdueDays: 0 });
    expect(due("2024-05-09", [])).toMatchObject({ by: "2024-05-08", overdueDays: 1 });
  });

  it("visits before the concern and after the day asked do not count", () => {
    expect(due("2024-05-05", ["2024-04-30", "2024-05-06"])).toMatchObject({ by: "2024-05-08", lastVisit: null });
    expect(due("2024-05-05", ["2024-05-01"])).toMatchObject({ by: "2024-05-08", lastVisit: "2024-05-01" });
    expect(due("2024-05-05", ["2024-05-05"])).toMatchObject({ by: "2024-05-12", lastVisit: "2024-05-05" });
  });

  // 1 May 2024 was a Wednesday; 5 May a Sunday.
  it("read by calendar weeks, the first week without a visit is due by its Sunday", () => {
    expect(due("2024-05-01", [], "calendar-weeks")).toMatchObject({ by: "2024-05-05", overdueDays: 0 });
    expect(due("2024-05-06", [], "calendar-weeks")).toMatchObject({ by: "2024-05-05", overdueDays: 1 });
    expect(due("2024-05-06", ["2024-05-05"], "calendar-weeks")).toMatchObject({ by: "2024-05-12" });
    expect(due("2024-05-06", ["2024-05-06"], "calendar-weeks")).toMatchObject({ by: "2024-05-05", overdueDays: 1 });
    expect(due("2024-05-20", ["2024-05-01", "2024-05-06", "2024-05-20"], "calendar-weeks")).toMatchObject({ by: "2024-05-19", overdueDays: 1 });
  });

  it("without an interval nothing falls due: routinely, and where intensive monitoring names none", () => {
    expect(nextVisitDue("P1", "2024-04-30", [], [concern], terms)).toEqual({ kind: "no-interval-stated", regime: "routine" });
    expect(nextVisitDue("P1", "2024-05-15", [], [concern], { ...terms, intensive: routine })).toEqual({ kind: "no-interval-stated", regime: "intensive" });
  });

  it("what cannot be determined of the regime cannot be of the visit; calendar weeks of another length are refused", () => {
    const counting: MonitoringTerms = { ...terms, trigger: { kind: "recorded-concern-or-count", of: "complaints", atLeast: 1 } };
    expect(nextVisitDue("P1", "2024-04-30", [], [], counting)).toEqual({ kind: "cannot-be-determined", reason: "counts-not-given" });
    const fortnight: MonitoringTerms = { ...terms, visitWeek: "calendar-weeks", intensive: [{ what: "provider-visits", every: { days: 14 }, source }] };
    expect(() => nextVisitDue("P1", "2024-05-15", [], [concern], fortnight)).toThrow("visits by calendar weeks are every 7 days");
  });
});

describe("dashboardGaps", () => {
  it("a row with its five things is complete; a count of 0 is a count", () => {
    expect(dashboardGaps([row], ["P1"], "2024-05-01")).toEqual([]);
  });

  it.each(["ratings", "safeguardings", "complaints", "compliments", "financialAssurance"] as const)("%s not given", (field) => {
    expect(dashboardGaps([{ ...row, [field]: "not-given" }], ["P1"], "2024-05-01")).toEqual([{ code: "not-given", provider: "P1", field }]);
    const { [field]: _, ...without } = row;
    expect(dashboardGaps([without as DashboardRow], ["P1"], "2024-05-01")).toEqual([{ code: "not-given", provider: "P1", field }]);
  });

  it("an empty list of ratings is none given, and a count is a whole number from 0", () => {
    expect(dashboardGaps([{ ...row, ratings: [], complaints: -1, compliments: 1.5 }], ["P1"], "2024-05-01").map(({ code }) => code)).toEqual(["not-given", "not-a-count", "not-a-count"]);
  });

  it("the latest row up to the day counts; a provider without one is told, once", () => {
    const later = { ...row, asOf: "2024-05-10", complaints: "not-given" } as const;
    expect(dashboardGaps([later, row], ["P1"], "2024-05-09")).toEqual([]);
    expect(dashboardGaps([later, row], ["P1"], "2024-05-10")).toEqual([{ code: "not-given", provider: "P1", field: "complaints" }]);
    expect(dashboardGaps([later, row], ["P2", "P1", "P2"], "2024-04-30")).toEqual([{ code: "row-later-than-asked", provider: "P1", asOf: "2024-05-01" }, { code: "no-row", provider: "P2" }]);
  });
});
