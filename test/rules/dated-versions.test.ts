import { describe, expect, it } from "vitest";
import { type ClauseName, type CompileOptions, type Day, type Leicester, type LeicesterCallType, type MonthDocument, type Rules, type Version, CLAUSES, assessExport, assessVisit, compile, leicester, londonText, momentOf, monthDocument } from "../../src/index.js";
import { type Row, exportOf } from "../council-words/visits.ts";
import { bytesOf } from "../helpers.js";

type Dates = Partial<Pick<Version<object>, "firstDay" | "lastDay" | "authority">>;

/** Leicester with versions of one clause in place of its one: each as it is, but for what is given. */
function versions<C extends ClauseName>(clause: C, ...changes: readonly (Dates & Partial<Leicester[C]["versions"][number]>)[]): Leicester {
  return { ...leicester, [clause]: { versions: changes.map((change) => ({ ...leicester[clause].versions[0], ...change })) } };
}

const BEFORE = "2026-03-31";
const AFTER = "2026-04-01";
const until = { lastDay: BEFORE } as const;
const from = { firstDay: AFTER } as const;

const compiled = new WeakMap<Leicester, Rules<LeicesterCallType>>();

/** The rules of a council; each is compiled once. */
function rulesOf(council: Leicester): Rules<LeicesterCallType> {
  let rules = compiled.get(council);
  if (rules === undefined) compiled.set(council, (rules = compile(council)));
  return rules;
}

/** A standard call on a day from 08:00, planned for half an hour, attended for so many minutes, so many minutes late. */
function on(day: Day, council: Leicester, { late = 0, stayed = 30, plannedStart = `${day}T08:00`, carers = 1 } = {}) {
  const start = momentOf(plannedStart);
  const time = (minutes: number): string => londonText((start + minutes * 60) as typeof start);
  const attendances = Array.from({ length: carers }, (_, i) => ({ carer: `C${i}`, logIn: time(late), logOut: time(late + stayed) }));
  return assessVisit({ callType: "standard", carersRequired: carers, plannedStart: time(0), plannedEnd: time(30), attendances }, rulesOf(council));
}

async function month(council: Leicester, rows: readonly Row[], firstDay: Day = "2026-03-16", lastDay: Day = "2026-04-12"): Promise<MonthDocument> {
  const rules = rulesOf(council);
  const csv = exportOf(rows);
  return monthDocument(await assessExport(() => bytesOf(csv), rules, { period: { firstDay, lastDay } }), rules);
}

describe("a clause with two versions: the day before and the day after", () => {
  it("punctuality: 30 minutes late to 31 March, 20 from 1 April", () => {
    const council = versions("punctuality", until, { ...from, callTypes: { standard: { early: 30, late: 20 }, critical: { early: 15, late: 15 } } });
    expect(on(BEFORE, council, { late: 21 }).punctuality).toMatchObject({ class: "on-time", tolerance: { late: 30 } });
    expect(on(AFTER, council, { late: 21 }).punctuality).toMatchObject({ class: "late", tolerance: { late: 20 } });
    expect(on(AFTER, council, { late: 20 }).punctuality.class).toBe("on-time");
  });

  it("the versions may stand in any order", () => {
    const council = versions("punctuality", { ...from, callTypes: { standard: { early: 30, late: 20 }, critical: { early: 15, late: 15 } } }, until);
    expect([BEFORE, AFTER].map((day) => on(day as Day, council, { late: 21 }).punctuality.class)).toEqual(["on-time", "late"]);
  });

  it("the day is the London day of the planned start, whenever the visit was attended", () => {
    const council = versions("rate", until, { ...from, hourly: "15.00" });
    expect(on(BEFORE, council, { plannedStart: "2026-03-31T23:59", late: 5 }).payment.amount).toBe("7.005");
    expect(on(AFTER, council, { plannedStart: "2026-04-01T00:00", late: -5 }).payment.amount).toBe("7.50");
    // 23:30 in UTC is 00:30 in London, where summer time began on 29 March.
    expect(on(AFTER, council, { plannedStart: "2026-03-31T23:30:00Z" }).payment.amount).toBe("7.50");
    expect(on(BEFORE, council, { plannedStart: "2026-03-31T22:59:59Z" }).payment.amount).toBe("7.005");
  });

  it("rates of several versions share one scale: a month over both is exact", async () => {
    const council = versions("rate", until, { ...from, hourly: "15.55" });
    expect(on(BEFORE, council).payment.lines).toMatchObject([{ amount: "7.005" }]);
    expect(on(AFTER, council).payment.lines).toMatchObject([{ amount: "7.775" }]);
    const { total } = await month(council, [{ day: BEFORE }, { day: AFTER }, { day: AFTER, end: "08:15" }]);
    expect(total.payment.amount).toBe("18.67"); // 7.005 + 7.775 + 3.8875 = 18.6675
  });

  it("paid minutes: a 56 that pays 45 from 1 April, and rests on the reading under both versions", () => {
    const council = versions("paidMinutes", until, { ...from, filling: [{ from: 56, to: 56, becomes: 45 }] });
    expect([BEFORE, AFTER].map((day) => on(day as Day, council, { stayed: 56 }).payment.minutesPaid)).toEqual([60, 45]);
    for (const day of [BEFORE, AFTER] as const) expect(on(day, council, { stayed: 56 }).restsOn.map(({ reading }) => reading)).toContain("exactly-56");
  });

  it("attendance, basis and statement change on their day too", async () => {
    const threshold = versions("attendance", until, { ...from, missedThreshold: { kind: "minutes", minutes: 60 } });
    expect([BEFORE, AFTER].map((day) => on(day as Day, threshold, { late: 60 }).kind.kind)).toEqual(["delivered", "missed"]);
    const capped = versions("basis", until, { ...from, most: "planned-length" });
    expect([BEFORE, AFTER].map((day) => on(day as Day, capped, { stayed: 41 }).payment.minutesPaid)).toEqual([45, 30]);
    const lines = versions("statement", until, { ...from, rounding: "line-half-even" });
    expect([BEFORE, AFTER].map((day) => on(day as Day, lines).payment.amount)).toEqual(["7.005", "7.00"]);
    expect((await month(lines, [{ day: BEFORE }, { day: AFTER }])).total.payment.amount).toBe("14.01");
  });

  it("targets are those of the last day of the period, windows by the terms of their own last day", async () => {
    const targets = versions("targets", until, { ...from, punctuality: { standard: "0.95", critical: null } });
    expect((await month(targets, [{ day: BEFORE }], "2026-03-16", BEFORE)).total.punctuality).toMatchObject({ standard: { target: "0.80" }, critical: { target: "0.90" } });
    expect((await month(targets, [{ day: BEFORE }], "2026-03-16", AFTER)).total.punctuality).toMatchObject({ standard: { target: "0.95" }, critical: { target: null } });
    // Two carers in one visit: allowed by the first version (1 + 1), not by the second (0 + 1). Windows end on 29 March, 5 and 12 April.
    const continuity = versions("continuity", until, { ...from, base: 0 });
    const rows = [{ day: "2026-03-28", visit: "V", carers: 2 }, { day: "2026-03-28", visit: "V", carers: 2, carer: "C2" }];
    expect((await month(continuity, rows)).total.continuity).toMatchObject({ windows: 2, within: 1 });
  });
});

describe("a day on which no version of a clause is in force", () => {
  const NO_RULE = { kind: "unpaid", carer: null, reason: "no-rule-in-force", minutes: null };
  const gaps = Object.fromEntries(CLAUSES.map((clause) => [clause, versions(clause, until, { firstDay: "2026-04-03" })])) as Record<ClauseName, Leicester>;
  const overlaps = Object.fromEntries(CLAUSES.map((clause) => [clause, versions(clause, { lastDay: "2026-04-02" }, from)])) as Record<ClauseName, Leicester>;

  describe.each([
    { says: "a gap between two versions", councils: gaps },
    { says: "two versions at once", councils: overlaps },
  ])("$says", ({ councils }) => {
    it.each(CLAUSES)("of %s leaves the days next to it as they are", (clause) => {
      for (const day of [BEFORE, "2026-04-03"] as const) {
        expect(on(day, councils[clause], { carers: 2 })).toMatchObject({ kind: { kind: "delivered" }, punctuality: { class: "on-time" }, payment: { amount: "14.01" } });
      }
    });

    it.each([AFTER, "2026-04-02"] as const)("on %s: punctuality is not assessable, and the rest is as ever", (day) => {
      expect(on(day, councils.punctuality)).toMatchObject({ kind: { kind: "delivered" }, punctuality: { class: "not-assessable", reason: "no-rule-in-force", nearest: null }, payment: { amount: "7.005" } });
    });

    it("the kind is undetermined, and nothing is paid", () => {
      const call = on(AFTER, councils.attendance);
      expect(call.kind).toEqual({ kind: "undetermined", reason: "no-rule-in-force" });
      expect(call.punctuality).toEqual({ class: "not-assessable", reason: "not-delivered", nearest: null });
      expect(call.payment).toEqual({ lines: [NO_RULE], minutesPaid: 0, amount: "0.00" });
      expect(call.restsOn).toEqual([]);
    });

    it.each(["paidMinutes", "basis"] as const)("without %s nothing is paid, also not for two carers; kind and punctuality are as ever", (clause) => {
      const call = on(AFTER, councils[clause], { carers: 2 });
      expect(call).toMatchObject({ kind: { kind: "delivered" }, punctuality: { class: "on-time" } });
      expect(call.payment).toEqual({ lines: [NO_RULE], minutesPaid: 0, amount: "0.00" });
    });

    it.each(["rate", "statement"] as const)("without %s a line says how long it was, and is unpaid", (clause) => {
      expect(on(AFTER, councils[clause]).payment).toEqual({ lines: [{ kind: "unpaid", carer: "C0", reason: "no-rule-in-force", minutes: 30 }], minutesPaid: 0, amount: "0.00" });
    });

    it.each(["targets", "continuity"] as const)("%s are not a visit's", (clause) => {
      expect(on(AFTER, councils[clause])).toEqual(on(AFTER, leicester));
    });

    it.each(["punctuality", "attendance", "paidMinutes", "basis"] as const)("in a month, a visit without %s is a finding, never counted as fine", async (clause) => {
      const { total, findings } = await month(councils[clause], [{ day: BEFORE }, { day: AFTER }, { day: "2026-04-02" }, { day: "2026-04-03" }]);
      expect(findings).toEqual([{ code: "no-rule-in-force", severity: "error", of: "cases", count: 2 }]);
      expect(total).toMatchObject({ undetermined: clause === "attendance" ? 2 : 0, payment: { attendances: clause === "punctuality" ? 4 : 2 } });
      expect(total.punctuality.standard).toMatchObject({ onTime: clause === "punctuality" || clause === "attendance" ? 2 : 4, notAssessable: clause === "punctuality" ? 2 : 0 });
    });

    it("in a month, no window ends without continuity, and without targets nothing is met or missed", async () => {
      const rows: Row[] = Array.from({ length: 28 }, (_, i) => ({ day: new Date(Date.UTC(2026, 2, 16 + i)).toISOString().slice(0, 10) }));
      // Of the windows that end on 29 March, 5 and 12 April, the one on 5 April is in neither version.
      const around = councils === gaps ? versions("continuity", until, { firstDay: "2026-04-06" }) : versions("continuity", { lastDay: "2026-04-05" }, from);
      expect((await month(around, rows)).total.continuity).toMatchObject({ windows: 2 });
      expect((await month(councils.targets, rows, "2026-03-16", AFTER)).total.punctuality.standard).toMatchObject({ share: "1.0000", target: null, met: null });
    });
  });

  it("before the first version and after the last nothing is in force either", () => {
    const council = versions("punctuality", { firstDay: AFTER, lastDay: "2026-04-30" });
    expect([BEFORE, AFTER, "2026-04-30", "2026-05-01"].map((day) => on(day as Day, council).punctuality.class)).toEqual(["not-assessable", "on-time", "on-time", "not-assessable"]);
  });
});

describe("authority", () => {
  const proposed = versions("rate", {}, { firstDay: AFTER, hourly: "20.00", authority: "proposed" });
  const trial = versions("rate", until, { ...from, hourly: "20.00", authority: "trial" });
  const paid = (council: Leicester, options?: CompileOptions): string => {
    const visit = { callType: "standard", plannedStart: `${AFTER}T08:00`, plannedEnd: `${AFTER}T08:30`, attendances: [{ carer: "C1", logIn: `${AFTER}T08:00`, logOut: `${AFTER}T08:30` }] } as const;
    const { lines } = assessVisit(visit, compile(council, options)).payment;
    return lines.map((line) => (line.kind === "paid" ? line.amount : line.kind === "unpaid" ? line.reason : line.kind)).join();
  };

  it("a proposed version applies only when it is named, and then beside the agreed one", () => {
    expect(paid(proposed)).toBe("7.005");
    expect(paid(proposed, { authorities: ["agreed", "proposed"] })).toBe("no-rule-in-force");
    expect(paid(versions("rate", until, { ...from, hourly: "20.00", authority: "proposed" }))).toBe("no-rule-in-force");
    expect(paid(versions("rate", until, { ...from, hourly: "20.00", authority: "proposed" }), { authorities: ["agreed", "proposed"] })).toBe("10.00");
  });

  it("a trial version applies unless only others are named", () => {
    expect(paid(trial)).toBe("10.00");
    expect(paid(trial, { authorities: ["agreed"] })).toBe("no-rule-in-force");
  });
});
