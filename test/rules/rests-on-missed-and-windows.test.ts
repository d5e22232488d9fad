import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AttendanceTerms, type PunctualityTerms, type Reading, type VisitInput, assessVisit, compile, withReading } from "../../src/index.js";
import { attendance, clause, patternCouncil, punctuality } from "../published-rules/pattern-council.ts";

type Punctual = PunctualityTerms<"call">;

function reading<Terms>(field: keyof Terms, ...values: readonly Terms[keyof Terms][]): Reading<Terms> {
  return {
    silent: "-",
    adopted: "0",
    choices: Object.fromEntries(values.map((value, i) => [String(i), { says: "-", set: { [field]: value } as unknown as Partial<Terms> }])),
  };
}

const ends = { fromLimit: "included", toLimit: "excluded" } as const;
const windows = (patch: Partial<NonNullable<Punctual["windows"]>> = {}): NonNullable<Punctual["windows"]> => ({
  windows: [{ name: "morning", from: "07:00", to: "10:00", ...ends }, { name: "midday", from: "09:00", to: "14:00", ...ends }],
  grace: { early: 0, late: 0 },
  timed: "planned-start",
  overlap: "undetermined",
  gap: "undetermined",
  ...patch,
});

const tolerances: readonly Punctual["callTypes"][] = [
  { call: { early: 30, late: 30 } },
  { call: { early: "no-limit", late: 15, lateLimit: "excluded" } },
  { call: null },
  { call: "windows-only" },
];
const windowTerms = [windows(), windows({ timed: "its-window" }), windows({ timed: "its-window", overlap: "starts-last", gap: "planned-start" }), windows({ grace: { early: 10, late: 20 }, overlap: "any-of-them", timed: "its-window" })];
const thresholds: readonly AttendanceTerms["missedThreshold"][] = [
  { kind: "none" },
  { kind: "minutes", minutes: 45 },
  { kind: "next-visit" },
  { kind: "early-or-late", early: "never", late: { minutes: 30, exactly: "not-missed" } },
  { kind: "cut-off", by: "12:00", exactly: "missed" },
];
const merged: readonly NonNullable<AttendanceTerms["merged"]>[] = [
  { doneInAnother: { agreed: "delivered", notAgreed: "missed" }, holdsAnother: "by-its-own-plan" },
  { doneInAnother: { agreed: "excused", notAgreed: "excused" }, holdsAnother: "punctuality-not-assessed" },
];

/** The same list with its place first: the choice adopted is always "0". */
function beginningWith<T>(place: number, list: readonly T[]): T[] {
  return [list[place % list.length]!, ...list.filter((_, i) => i !== place % list.length)];
}

function council(seed: number) {
  const [own, judged, missed, both, tooFew, arrival] = [
    beginningWith(seed, tolerances), beginningWith(seed >> 2, windowTerms), beginningWith(seed >> 4, thresholds), beginningWith(seed >> 7, merged),
    beginningWith(seed >> 8, ["not-assessable", "late", "last-arrival"] as const), beginningWith(seed >> 10, ["together", "first-carer", "last-carer"] as const),
  ];
  return patternCouncil("readings-council", {
    punctuality: clause<Punctual>(
      { ...punctuality, callTypes: own[0]!, windows: judged[0]!, tooFewCarers: tooFew[0]!, arrival: arrival[0]! },
      { "call-types": reading<Punctual>("callTypes", ...own), windows: reading<Punctual>("windows", ...judged), "too-few": reading<Punctual>("tooFewCarers", ...tooFew), arrival: reading<Punctual>("arrival", ...arrival) },
    ),
    attendance: clause<AttendanceTerms>(
      { ...attendance, missedThreshold: missed[0]!, merged: both[0]! },
      { threshold: reading<AttendanceTerms>("missedThreshold", ...missed), merged: reading<AttendanceTerms>("merged", ...both) },
    ),
  });
}

const START = 1782892800; // 2026-07-01T09:00 in London
const aVisit = fc
  .record({
    planned: fc.constantFrom(-7200, -1800, 0, 1800, 3600, 18_000, 36_000, null),
    window: fc.constantFrom(null, null, "morning", "midday", "supper"),
    required: fc.constantFrom(1, 1, 2),
    outcome: fc.constantFrom(null, null, null, "refused" as const, "hospital" as const),
    merge: fc.constantFrom(null, null, "holds", "agreed", "not-agreed", "unknown"),
    next: fc.constantFrom(null, 3600, 10_800),
    arrivals: fc.array(fc.constantFrom(-2701, -1801, -1800, -60, 0, 899, 900, 1800, 1801, 2700, 3600, 10_800, 14_400), { maxLength: 2 }),
  })
  .map(({ planned, window, required, outcome, merge, next, arrivals }): VisitInput<"call"> => ({
    callType: "call",
    carersRequired: required,
    plannedStart: planned === null ? null : new Date((START + planned) * 1000),
    plannedEnd: planned === null ? null : new Date((START + planned + 1800) * 1000),
    plannedDay: "2026-07-01",
    plannedWindow: window,
    outcome,
    nextPlannedStart: next === null ? null : new Date((START + next) * 1000),
    merged: merge === null ? null : merge === "holds" ? { kind: "holds-another", visit: "V2" } : { kind: "done-in-another", visit: "V1", attended: true, agreed: merge === "unknown" ? null : merge === "agreed" },
    attendances: arrivals.map((seconds, i) => ({ carer: `C${i}`, logIn: new Date((START + (planned ?? 0) + seconds) * 1000), logOut: new Date((START + (planned ?? 0) + seconds + 1500) * 1000) })),
  }));

describe("what rests on the readings of these kinds", () => {
  it("is what another choice would change in kind, punctuality class or paid minutes, and nothing else", () => {
    const known = new Map<number, ReturnType<typeof compiled>>();
    const compiled = (seed: number) => {
      const own = council(seed);
      const rules = compile(own);
      const others = rules.visitReadings.map(({ reading, choices }) => ({ reading, rules: choices.slice(1).map(({ choice }) => compile(withReading(own, reading, choice))) }));
      return { rules, others };
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4095 }), aVisit, (seed, visit) => {
        // Few councils, many visits: compiling is the slow part.
        const few = seed % 16;
        const place = (few * 1031) % 4096;
        if (!known.has(place)) known.set(place, compiled(place));
        const { rules, others } = known.get(place)!;
        const verdict = ({ kind, punctuality: { class: judged }, payment: { minutesPaid } }: ReturnType<typeof assessVisit<"call">>): string => `${kind.kind} ${judged} ${minutesPaid}`;
        const assessed = assessVisit(visit, rules);
        const changing = others.filter((other) => other.rules.some((theirs) => verdict(assessVisit(visit, theirs)) !== verdict(assessed))).map(({ reading: name }) => name);
        expect(assessed.restsOn.map(({ reading: name }) => name)).toEqual(changing);
      }),
      { numRuns: 2000 },
    );
  });
});
