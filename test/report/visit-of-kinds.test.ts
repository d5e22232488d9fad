import { describe, expect, it } from "vitest";
import { type ContinuityTerms, type Council, type VisitInput, assessVisit, compile, continuityWindows, explain, toText, visitStory } from "../../src/index.js";
import { storyDocument } from "../../src/cli/story-document.js";
import { bytesOf } from "../helpers.js";
import { attendance, clause, patternCouncil, punctuality } from "../published-rules/pattern-council.ts";

const visit: VisitInput<"call"> = {
  callType: "call",
  plannedStart: "2026-03-16T08:00",
  plannedEnd: "2026-03-16T08:30",
  attendances: [{ carer: "A", logIn: "2026-03-16T08:20", logOut: "2026-03-16T08:50" }],
};

function told(patch: Partial<Council<"call">>, input: Partial<VisitInput<"call">> = {}): string {
  const rules = compile(patternCouncil("kinds-council", patch));
  const text = toText(explain(assessVisit({ ...visit, ...input }, rules), rules), 10_000);
  expect(/undefined|NaN|\[object|(?<![\w-])null(?![\w-])/.exec(text)).toBeNull();
  return text;
}

const morning = { name: "morning", from: "07:00", fromLimit: "included", to: "08:15", toLimit: "included" } as const;
const windows = { windows: [morning], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined" } as const;
const judged = (terms: object = {}) => ({ punctuality: clause({ ...punctuality, callTypes: { call: "windows-only" as const }, windows: { ...windows, ...terms } }) });

describe("a visit judged against a window", () => {
  it("says how far outside it began, which window that is and until when it is kept", () => {
    expect(told(judged())).toContain("Late: it began at 08:20, 5 minutes too late for the window morning, which is kept from 07:00 to 08:15 (both included)");
    expect(told(judged({ grace: { early: 0, late: 5 } }))).toContain("On time: it began at 08:20, in time for the window morning, which is kept from 07:00 to 08:20 (both included)");
  });

  it("says both windows where any of them will do", () => {
    const both = { windows: [morning, { ...morning, name: "breakfast", from: "07:30", to: "09:00" }], overlap: "any-of-them" };
    expect(told(judged(both))).toContain("in time for the windows morning and breakfast, which are kept from 07:00 to 09:00 (both included)");
  });

  it("in no window, in several, in one that the council does not name, or without a planned time: it says which", () => {
    const at = (start: string): Partial<VisitInput<"call">> => ({ plannedStart: `2026-03-16T${start}`, plannedEnd: null });
    expect(told(judged(), at("12:00"))).toContain("Punctuality cannot be assessed: no named window of the day is its own (");
    expect(told(judged({ windows: [morning, { ...morning, name: "breakfast" , from: "07:30" }] }), at("08:00"))).toContain("several named windows hold its planned start (");
    expect(told(judged(), { plannedWindow: "supper" })).toContain("the council names no such window as it is planned for, or none for calls of its type (");
    const untimed = told({}, { plannedStart: null, plannedEnd: null, plannedDay: "2026-03-16" });
    expect(untimed).toContain("A call call on Monday 16 March 2026, without a planned time.");
    expect(untimed).toContain("Punctuality cannot be assessed: the plan has no time (");
  });
});

describe("how far a visit was from being missed", () => {
  const missed = (missedThreshold: (typeof attendance)["missedThreshold"]) => ({ attendance: clause({ ...attendance, missedThreshold }) });

  it("by limits of their own early and late; exactly so far is missed or not", () => {
    const late = (exactly: "missed" | "not-missed") => missed({ kind: "early-or-late", early: "never", late: { minutes: 60, exactly } });
    expect(told(late("missed"))).toContain("A visit that begins from 60 minutes late on (included) counts as missed.\n  This one was 40 minutes short of that.");
    expect(told(late("not-missed"))).toContain("A visit that begins more than 60 minutes late counts as missed.\n  This one was 40 minutes 1 second short of that.");
    expect(told(late("missed"), { plannedStart: "2026-03-16T08:30", plannedEnd: "2026-03-16T09:00" })).not.toContain("short of that");
  });

  it("in minutes, from the window where it is judged against one", () => {
    expect(told({ ...judged(), ...missed({ kind: "minutes", minutes: 60 }) })).toContain("From 60 minutes early or late on (included), a visit counts as missed.\n  This one was 55 minutes short of that.");
  });

  it("by a cut-off, and before the next visit", () => {
    expect(told(missed({ kind: "cut-off", by: "12:00", exactly: "missed" }))).toContain("A visit not begun before 12:00 on its planned day counts as missed.");
    expect(told(missed({ kind: "cut-off", by: "12:00", exactly: "not-missed" }))).toContain("A visit not begun by 12:00 on its planned day counts as missed.");
    expect(told(missed({ kind: "next-visit" }), { nextPlannedStart: "2026-03-16T08:20" })).toContain("Missed: it was attended, but so far from plan that it counts as missed");
  });
});

describe("two visits done in one attendance", () => {
  it.each([
    ["delivered", "Delivered: it was done in one attendance with visit V2"],
    ["missed", "Missed: it was done in one attendance with visit V2"],
    ["excused", "Excused, and so not counted as missed: it was done in one attendance with visit V2"],
    ["not-required", "Not required, and so not counted as missed: it was done in one attendance with visit V2"],
  ] as const)("%s", (becomes, words) => {
    const merged = { kind: "done-in-another", visit: "V2", attended: true, agreed: true } as const;
    const terms = { ...attendance, merged: { doneInAnother: { agreed: becomes, notAgreed: "missed" }, holdsAnother: "punctuality-not-assessed" } } as const;
    expect(told({ attendance: clause(terms) }, { attendances: [], merged })).toContain(words);
  });
});

const EFFECTS = {
  cases: {
    delivered: "done", understaffed: "failed", "past-threshold": "failed", "done-in-another": "done", unexplained: "failed", "no-access": "apart", hospital: "not-counted", "cancelled-by-person": "apart",
    "cancelled-by-council": "not-counted", "provider-failure": "failed", refused: "apart", aborted: "apart", frustrated: "apart", suspended: "not-counted", other: "undetermined",
  },
  byProviderFault: ["unexplained"],
} as const;

describe("what a visit counts for performance", () => {
  const performanceEffects = clause(EFFECTS);
  const nobody = { attendances: [] };
  it.each<readonly [string, Partial<VisitInput<"call">>, string]>([
    ["done", {}, "It counts as done: it was attended by the carers required (-, as quoted above)."],
    ["failed by too few carers", { carersRequired: 2 }, "It counts as failed: fewer carers came than required"],
    ["by nobody's known fault", nobody, "What it counts for performance cannot be determined: nobody came, and nothing is recorded to explain it; nobody has said whose fault it was"],
    ["by the council's fault", { ...nobody, fault: "council" }, "It is counted apart, and in no share of performance: nobody came, and nothing is recorded to explain it, by the council's fault, not the provider's"],
    ["not counted", { ...nobody, outcome: "hospital" }, "It does not count for performance: the person was in hospital"],
  ])("%s", (_what, input, words) => {
    expect(told({ performanceEffects }, input)).toContain(words);
  });

  it("is not spoken of where the council has no such clause", () => {
    expect(told({})).not.toContain("performance");
  });

  it("stands among the rules where it is not in force, with the other clauses a council may have", () => {
    const [version] = performanceEffects.versions;
    const text = told({ performanceEffects: { versions: [{ ...version!, firstDay: "2026-04-01" }] } });
    expect(text).toContain("What it counts for performance cannot be determined: a rule that it needs is not in force on its day.");
    expect(text).toContain("kinds-council's rule on what visits count for performance is not in force yet");
  });

  it("stands in the document of a visit's story, with a window's times as text", async () => {
    const rules = compile(patternCouncil("kinds-council", { performanceEffects, ...judged() }));
    const heading = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";
    const csv = `${heading}\nV1,SU1,P1,call,1,2026-03-16T08:00,2026-03-16T08:30,A,2026-03-16T08:20,2026-03-16T08:50,,\n`;
    const answer = await visitStory(() => bytesOf(csv), rules, { visit: "V1", period: { firstDay: "2026-03-16", lastDay: "2026-03-22" } });
    if (answer.kind !== "story") throw new Error("expected a story");
    expect(storyDocument(answer.story, [], rules)).toMatchObject({
      performance: { kind: "done", case: "delivered" },
      punctuality: { class: "late", secondsOutside: 300, window: { windows: ["morning"], first: "2026-03-16T07:00:00+00:00", last: "2026-03-16T08:15:00+00:00" } },
      windows: [{ visits: 1, carers: ["A"] }],
    });
  });
});

describe("a window of continuity", () => {
  const days = { days: 7, step: 7, anchor: "mondays", received: "attended", scope: "service-user-and-provider", shareOf: "windows" } as const;
  const received = [{ day: "2026-03-16", carers: ["A"] }, { day: "2026-03-17", carers: ["A"] }, { day: "2026-03-18", carers: ["B"] }] as const;
  const windowOf = (terms: ContinuityTerms): string => {
    const rules = compile(patternCouncil("kinds-council", { continuity: clause(terms) }));
    const [window] = continuityWindows(received, { firstDay: "2026-03-16", lastDay: "2026-03-22" }, terms);
    return toText(explain(window!, rules), 10_000);
  };

  it.each<readonly [string, ContinuityTerms, readonly string[]]>([
    ["a maximum", { kind: "maximum", most: 1, doubleHanded: "one-visit", ...days }, ["1 carer over the standard.", "1 carer is allowed: 1, however many visits", "One carer fewer would have been within."]],
    ["a table", { kind: "table", rows: [{ from: 1, to: 7, becomes: 2 }], doubleHanded: "one-visit", ...days }, ["within the standard.", "2 carers are allowed: by the council's table for 3 visits", "One carer more would have been over."]],
    ["a table with no row for it", { kind: "table", rows: [{ from: 4, to: 7, becomes: 2 }], doubleHanded: "one-visit", ...days }, ["whether it is within the standard cannot be determined: no row of the council's table holds 3 visits"]],
    ["a table with two rows for it", { kind: "table", rows: [{ from: 1, to: 3, becomes: 2 }, { from: 3, to: 7, becomes: 3 }], doubleHanded: "one-visit", ...days }, ["several rows of the council's table hold 3 visits"]],
    ["a share", { kind: "share", mostFrequent: 1, atLeast: "0.60", limit: "included", doubleHanded: "each-carer", ...days }, ["within the standard.", "2 of 3 attendances, 66.67 %, were by the most frequent carers; at least 60 % must be by the most frequent carer"]],
    ["a share that is not enough", { kind: "share", mostFrequent: 1, atLeast: "0.70", limit: "excluded", doubleHanded: "each-carer", ...days }, ["not within the standard.", "more than 70 % must be by the most frequent carer"]],
    ["a share of which nothing is asked", { kind: "share", mostFrequent: 2, atLeast: null, limit: "included", doubleHanded: "each-carer", ...days }, ["3 of 3 attendances, 100.00 %, were by the most frequent carers; the council asks for no share"]],
    ["a measure", { kind: "measure", doubleHanded: "left-out", ...days }, ["2 different carers (A and B) for 3 visits received.", "The council sets no limit; visits for several carers are left out"]],
  ])("%s", (_what, terms, words) => {
    const text = windowOf(terms);
    for (const part of words) expect(text).toContain(part);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it("a visit that does not count as received is told why", async () => {
    const heading = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";
    const story = async (terms: Partial<ContinuityTerms>, carers = 1, out = "2026-03-16T08:35"): Promise<string> => {
      const callTypes = ["call", "night", "waking night"] as const;
      const limits = { early: 30, late: 30 };
      const rules = compile<string>({
        ...patternCouncil("kinds-council"),
        callTypes,
        punctuality: clause({ ...punctuality, callTypes: Object.fromEntries(callTypes.map((callType) => [callType, limits])) }),
        continuity: clause({ kind: "measure", doubleHanded: "one-visit", ...days, ...terms } as ContinuityTerms),
      });
      const csv = `${heading}\nV1,SU1,P1,call,${carers},2026-03-16T08:00,2026-03-16T08:30,A,2026-03-16T08:05,${out},,\n`;
      const answer = await visitStory(() => bytesOf(csv), rules, { visit: "V1", period: { firstDay: "2026-03-16", lastDay: "2026-03-22" } });
      return answer.kind === "story" ? toText(explain(answer.story, rules), 10_000) : answer.kind;
    };
    expect(await story({ received: "delivered" }, 1, "")).toContain("Only visits that were delivered count as received: this one counts in no window.");
    expect(await story({ callTypes: ["night", "waking night"] })).toContain("Only night and waking night calls count as received: this one counts in no window.");
    expect(await story({ doubleHanded: "left-out" }, 2)).toContain("Visits for several carers are left out: this one counts in no window.");
    expect(await story({})).toContain("1 different carer (A) for 1 visit received.");
  });
});
