import { describe, expect, it } from "vitest";
import { judgedWindow, namedWindowTable } from "../../src/assessment/judged-window.js";
import { pastThreshold } from "../../src/assessment/missed-threshold.js";
import type { NamedWindowTerms } from "../../src/assessment/named-windows.js";
import { assessVisit, compile } from "../../src/index.js";
import { dayNumber } from "../../src/shared/day.js";
import { momentOf } from "../../src/shared/time-text.js";
import { attendance, clause, patternCouncil, punctuality } from "../published-rules/pattern-council.ts";

const included = { fromLimit: "included", toLimit: "included" } as const;
const terms = (overlap: NamedWindowTerms["overlap"], timed: NamedWindowTerms["timed"] = "its-window"): NamedWindowTerms => ({
  windows: [{ name: "second", from: "09:00", to: "12:00", ...included }, { name: "third", from: "09:30", to: "12:00", ...included }, { name: "first", from: "08:00", to: "12:00", ...included }, { name: "night", from: "22:00", to: "06:00", ...included }],
  grace: { early: 0, late: 0 }, timed, overlap, gap: "undetermined",
});
const windowOf = (start: string, overlap: NamedWindowTerms["overlap"]) => {
  const judged = judgedWindow({ callType: "call", plannedStart: momentOf(start) }, namedWindowTable(terms(overlap)));
  return typeof judged === "object" && judged !== null ? judged.windows : judged;
};

describe("which window a visit is judged against", () => {
  it("of three that hold its planned start: the first, the last, any, or it cannot be said", () => {
    expect(windowOf("2026-07-01T10:00", "starts-first")).toEqual(["first"]);
    expect(windowOf("2026-07-01T10:00", "starts-last")).toEqual(["third"]);
    expect(windowOf("2026-07-01T10:00", "any-of-them")).toEqual(["first", "second", "third"]);
    expect(windowOf("2026-07-01T10:00", "undetermined")).toBe("several-windows");
  });

  it("a night that began the evening before holds its last second, and not the next", () => {
    expect(judgedWindow({ callType: "call", plannedStart: momentOf("2026-07-02T06:00:00") }, namedWindowTable(terms("undetermined")))).toEqual({ windows: ["night"], first: momentOf("2026-07-01T22:00"), last: momentOf("2026-07-02T06:00") });
    expect(windowOf("2026-07-02T06:00:01", "undetermined")).toBe("no-window");
  });

  it("a plan without a time needs a day and a window", () => {
    const table = namedWindowTable(terms("undetermined"));
    expect(judgedWindow({ callType: "call", plannedStart: null }, table)).toBe("no-planned-time");
    expect(judgedWindow({ callType: "call", plannedStart: null, plannedWindow: "night" }, table)).toBe("no-planned-time");
    expect(judgedWindow({ callType: "call", plannedStart: null, plannedDay: dayNumber("2026-07-01") }, namedWindowTable(terms("undetermined", "planned-start")))).toBe("no-planned-time");
    expect(judgedWindow({ callType: "call", plannedStart: null, plannedDay: dayNumber("2026-07-01"), plannedWindow: "evening" }, table)).toBe("unknown-window");
  });
});

it("a cut-off needs a planned day", () => {
  const threshold = { kind: "cut-off", by: "24:00", exactly: "missed" } as const;
  const past = (arrival: string, day: boolean) => pastThreshold(momentOf(arrival), 0, { plannedStart: null, nextPlannedStart: null, ...(day && { plannedDay: dayNumber("2026-07-01") }) }, threshold, 86_400);
  expect([past("2026-07-01T23:59:59", true), past("2026-07-02T00:00", true), past("2026-07-01T23:59:59", false)]).toEqual([false, true, "no-planned-time"]);
});

describe("a visit by the rules of its council", () => {
  const planned = { callType: "call", plannedStart: "2026-07-01T10:00", plannedEnd: "2026-07-01T10:30" } as const;
  const came = [{ carer: "A", logIn: "2026-07-01T10:00", logOut: "2026-07-01T10:30" }];

  it("too few carers are late without a tolerance where windows alone judge, and with it where limits do", () => {
    const late = (call: "windows-only" | { early: number; late: number }) =>
      assessVisit({ ...planned, carersRequired: 2, attendances: came }, compile(patternCouncil("late-council", { punctuality: clause({ ...punctuality, callTypes: { call }, tooFewCarers: "late", windows: terms("any-of-them") } as const) }))).punctuality;
    expect(late("windows-only")).toMatchObject({ class: "late", reason: "too-few-carers", tolerance: null });
    expect(late({ early: 30, late: 30 })).toMatchObject({ class: "late", reason: "too-few-carers", tolerance: { early: 30, late: 30 } });
  });

  it("a limit wanting on one side does not make anybody early or late there", () => {
    const rules = compile(patternCouncil("one-sided-council", { punctuality: clause({ ...punctuality, callTypes: { call: { early: "no-limit", late: 0 } } } as const), attendance: clause({ ...attendance, missedThreshold: { kind: "early-or-late", early: "never", late: { minutes: 60, exactly: "missed" } } } as const) }));
    const at = (logIn: string) => assessVisit({ ...planned, attendances: [{ carer: "A", logIn: `2026-07-01T${logIn}`, logOut: "2026-07-01T12:00" }] }, rules);
    expect(["00:00", "10:00:00", "10:00:01"].map((logIn) => at(logIn).punctuality.class)).toEqual(["on-time", "on-time", "late"]);
    expect(["00:00", "10:59:59", "11:00:00"].map((logIn) => at(logIn).kind.kind)).toEqual(["delivered", "delivered", "missed"]);
  });
});
