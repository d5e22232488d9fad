import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NamedWindow, type NamedWindowTerms, windowGaps, windowOverlaps, windowStretches, windowsAt } from "../../src/assessment/named-windows.js";
import { assessVisit, compile } from "../../src/index.js";
import { clockOf } from "../../src/shared/clock-time.js";
import { clause, patternCouncil, punctuality } from "../published-rules/pattern-council.ts";

const included = { fromLimit: "included", toLimit: "included" } as const;
const limit = fc.constantFrom("included" as const, "excluded" as const);
/** Windows with ends on whole quarters of an hour, some past midnight. */
const someWindows = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 95 }), fromLimit: limit, toLimit: limit }), { minLength: 1, maxLength: 6 })
  .map((windows) =>
    windows.map(({ from, length, ...limits }, i): NamedWindow => ({ name: `W${i}`, from: clockOf(from * 900), to: clockOf((from + length === 96 ? 96 : (from + length) % 96) * 900), ...limits })),
  );

describe("which windows hold which stretch of the day", () => {
  it("the stretches follow each other without a hole from 00:00 to 24:00", () => {
    fc.assert(
      fc.property(someWindows, (windows) => {
        const stretches = windowStretches(windows);
        expect([stretches[0]!.from, stretches[0]!.fromLimit, stretches.at(-1)!.to, stretches.at(-1)!.toLimit]).toEqual(["00:00", "included", "24:00", "excluded"]);
        for (const [i, { from, fromLimit }] of stretches.slice(1).entries()) {
          const before = stretches[i]!;
          expect(from).toBe(before.to);
          expect(fromLimit).not.toBe(before.toLimit);
        }
      }),
    );
  });

  it("and each names exactly the windows that hold every time in it, minute by minute", () => {
    fc.assert(
      fc.property(someWindows, (windows) => {
        const stretches = windowStretches(windows);
        for (let minute = 0; minute < 1440; minute += 5) {
          const time = clockOf(minute * 60);
          const holding = stretches.filter(({ from, fromLimit, to, toLimit }) => (from < time || (from === time && fromLimit === "included")) && (time < to || (time === to && toLimit === "included")));
          expect(holding.length).toBe(1);
          expect(windowsAt(time, windows)).toEqual(windows.map(({ name }) => name).filter((name) => holding[0]!.windows.includes(name)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("an excluded end leaves its moment to the neighbour; two excluded ends leave a hole of one moment", () => {
    const tea = { name: "tea", from: "14:30", to: "16:00", ...included } as const;
    const lunch = { name: "lunch", from: "11:30", fromLimit: "included", to: "14:30", toLimit: "excluded" } as const;
    expect(windowOverlaps([lunch, tea])).toEqual([]);
    expect(windowGaps([lunch, { ...tea, fromLimit: "excluded" }]).map(({ from, to }) => [from, to])).toContainEqual(["14:30", "14:30"]);
  });

  it("a window past midnight holds the late evening and the early hours", () => {
    const night = [{ name: "night", from: "22:00", to: "06:00", ...included }];
    expect(["21:59", "22:00", "00:00", "06:00", "06:01"].map((time) => windowsAt(time, night).length)).toEqual([0, 1, 1, 1, 0]);
    expect(windowGaps(night)).toEqual([{ from: "06:00", fromLimit: "excluded", to: "22:00", toLimit: "excluded", windows: [] }]);
  });

  it.each([
    ["8:00", "10:00", "HH:MM"],
    ["08:00", "08:00", "end at another time"],
    ["24:00", "02:00", "begin before 24:00"],
    ["22:00", "00:00", "after 00:00"],
  ])("a window from %s to %s is refused by its name", (from, to, message) => {
    expect(() => windowGaps([{ name: "odd", from, to, ...included }])).toThrow(message);
    expect(() => windowGaps([{ name: "odd", from, to, ...included }])).toThrow('the named window "odd"');
  });
});

function judgedIn(windows: readonly NamedWindow[], plan: { readonly start?: string; readonly day?: `${number}-${number}-${number}`; readonly window?: string }, logIn: string, patch: Partial<NamedWindowTerms> = {}) {
  const terms = { windows, grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined", ...patch } as const;
  const rules = compile(patternCouncil("windows-council", { punctuality: clause({ ...punctuality, windows: terms }) }));
  return assessVisit(
    { callType: "call", plannedStart: plan.start ?? null, plannedEnd: null, plannedDay: plan.day ?? null, plannedWindow: plan.window ?? null, attendances: [{ carer: "C1", logIn, logOut: null }] },
    rules,
  ).punctuality;
}

describe("judging a visit against its window", () => {
  const night = [{ name: "night", from: "22:00", to: "06:00", ...included }] as const;

  it("a night window of a day ends on the morning after", () => {
    const plan = { day: "2026-07-01", window: "night" } as const;
    expect(judgedIn(night, plan, "2026-07-01T21:59:59").class).toBe("early");
    expect(judgedIn(night, plan, "2026-07-01T22:00:00").class).toBe("on-time");
    expect(judgedIn(night, plan, "2026-07-02T06:00:00").class).toBe("on-time");
    expect(judgedIn(night, plan, "2026-07-02T06:00:01").class).toBe("late");
  });

  it("a visit planned for three in the morning is in the night that began the evening before, named or not", () => {
    for (const window of [{}, { window: "night" }]) {
      const plan = { start: "2026-07-02T03:00", ...window };
      expect(judgedIn(night, plan, "2026-07-01T22:00:00")).toMatchObject({ class: "on-time", window: { windows: ["night"] } });
      expect(judgedIn(night, plan, "2026-07-02T06:00:01").class).toBe("late");
    }
  });

  it("a planned start an excluded end away is in no window", () => {
    const day = [{ name: "day", from: "08:00", fromLimit: "excluded", to: "22:00", toLimit: "excluded" }] as const;
    expect(judgedIn(day, { start: "2026-07-01T08:00" }, "2026-07-01T08:00:01")).toMatchObject({ reason: "no-window" });
    expect(judgedIn(day, { start: "2026-07-01T08:00:01" }, "2026-07-01T08:00:00")).toMatchObject({ class: "early", secondsOutside: -1 });
    expect(judgedIn(day, { start: "2026-07-01T08:00:01" }, "2026-07-01T08:00:01")).toMatchObject({ class: "on-time" });
    expect(judgedIn(day, { start: "2026-07-01T21:59:59" }, "2026-07-01T22:00:00")).toMatchObject({ class: "late", secondsOutside: 1 });
  });

  it("where the terms say so, a visit without a window, or in none, is judged by its planned start and the limits of its type", () => {
    const day = [{ name: "day", from: "08:00", to: "22:00", ...included }] as const;
    expect(judgedIn(day, { start: "2026-07-01T09:00" }, "2026-07-01T09:30:01", { timed: "planned-start" })).toMatchObject({ class: "late", seconds: 1801 });
    expect(judgedIn(day, { start: "2026-07-01T07:00" }, "2026-07-01T07:30:00", { gap: "planned-start" })).toMatchObject({ class: "on-time", seconds: 1800 });
    expect(judgedIn(day, { day: "2026-07-01" }, "2026-07-01T07:30:00", { timed: "planned-start" })).toMatchObject({ reason: "no-planned-time" });
  });

  it("which window starts first or last is told by its times, not by its place in the list", () => {
    const windows = [{ name: "midday", from: "09:00", to: "14:00", ...included }, { name: "morning", from: "07:00", to: "10:00", ...included }] as const;
    const chosen = (overlap: "starts-first" | "starts-last" | "any-of-them") => judgedIn(windows, { start: "2026-07-01T09:30" }, "2026-07-01T09:30", { overlap });
    expect(chosen("starts-first")).toMatchObject({ window: { windows: ["morning"] } });
    expect(chosen("starts-last")).toMatchObject({ window: { windows: ["midday"] } });
    expect(chosen("any-of-them")).toMatchObject({ window: { windows: ["morning", "midday"] } });
  });

  it("a call type without limits of its own is not assessable where no window is to judge it", () => {
    const day = [{ name: "day", from: "08:00", to: "22:00", ...included }] as const;
    const terms = { windows: day, grace: { early: 0, late: 0 }, timed: "planned-start", overlap: "undetermined", gap: "undetermined" } as const;
    const rules = compile(patternCouncil("windows-council", { punctuality: clause({ ...punctuality, callTypes: { call: "windows-only" as const }, windows: terms }) }));
    const visit = { callType: "call", plannedStart: "2026-07-01T09:00", plannedEnd: null, attendances: [{ carer: "C1", logIn: "2026-07-01T09:00" }] } as const;
    expect(assessVisit(visit, rules).punctuality).toMatchObject({ class: "not-assessable", reason: "no-window" });
    expect(assessVisit({ ...visit, plannedWindow: "day" }, rules).punctuality.class).toBe("on-time");
  });

  it("a window that holds the hour that happens twice holds both of them", () => {
    const early = [{ name: "early", from: "00:30", to: "01:30", ...included }] as const;
    const plan = { day: "2026-10-25", window: "early" } as const;
    expect(judgedIn(early, plan, "2026-10-24T23:30:00Z").class).toBe("on-time");
    expect(judgedIn(early, plan, "2026-10-25T01:30:00Z").class).toBe("on-time");
    expect(judgedIn(early, plan, "2026-10-25T01:30:01Z").class).toBe("late");
  });

  it("a threshold in minutes is measured from the window", () => {
    const windows = [{ name: "morning", from: "07:00", to: "10:00", ...included }] as const;
    const rules = compile(
      patternCouncil("windows-council", {
        punctuality: clause({ ...punctuality, windows: { windows, grace: { early: 0, late: 0 }, timed: "its-window" as const, overlap: "undetermined" as const, gap: "undetermined" as const } }),
        attendance: clause({ ...patternCouncil("x").attendance.versions[0]!, missedThreshold: { kind: "minutes" as const, minutes: 60 } }),
      }),
    );
    const kindAt = (logIn: string, window: string) =>
      assessVisit({ callType: "call", plannedStart: null, plannedEnd: null, plannedDay: "2026-07-01", plannedWindow: window, attendances: [{ carer: "C1", logIn, logOut: "2026-07-01T20:00" }] }, rules).kind;
    expect(kindAt("2026-07-01T10:59:59", "morning").kind).toBe("delivered");
    expect(kindAt("2026-07-01T11:00:00", "morning").kind).toBe("missed");
    expect(kindAt("2026-07-01T11:00:00", "supper")).toEqual({ kind: "undetermined", reason: "unknown-window" });
  });

  it.each([
    ["no window", { windows: [] }, "windows must name at least one"],
    ["one name twice", { windows: [night[0], { ...night[0], from: "21:00" }] }, "must have a name of its own"],
    ["part of a minute of grace", { grace: { early: 0.5, late: 0 } }, "windows.grace.early must be whole minutes from 0"],
    ["two that start at once where the first to start decides", { windows: [night[0], { ...night[0], name: "late", to: "23:00" }], overlap: "starts-first" }, "must start at different times"],
  ] as const)("compile refuses %s", (_what, patch, message) => {
    expect(() => judgedIn(night, { day: "2026-07-01", window: "night" }, "2026-07-01T22:00", patch)).toThrow(message);
  });
});
