import type { Band, ContinuityWindow, EffectCase, EffectUnknown, FindingCode, InForce, MissedReason, NotAssessable, Outcome, PaymentLine, PerformanceEffect, Punctuality, RowFinding, Source, Standing, Tolerance, UndeterminedReason, UnpaidReason, VersionFacts, VisitKind } from "../../src/index.js";
import { FINDINGS, OUTCOMES, momentOf } from "../../src/index.js";
import { UNPAID_REASONS } from "../../src/payment/basis.js";

// Every kind and reason of every union, so that a new one does not compile here until it is listed, and is explained.

const MISSED: { readonly [R in MissedReason]: true } = {
  unexplained: true,
  "past-threshold": true,
  "done-in-another": true,
  "no-access": true,
  hospital: true,
  "cancelled-by-person": true,
  "cancelled-by-council": true,
  "provider-failure": true,
  refused: true,
  aborted: true,
  frustrated: true,
  suspended: true,
  other: true,
};

const UNDETERMINED: { readonly [R in UndeterminedReason]: true } = {
  "undecided-outcome": true,
  unexplained: true,
  "log-in-missing": true,
  "attended-and-not-delivered": true,
  "rejected-row": true,
  "conflicting-rows": true,
  "no-rule-in-force": true,
  "no-rule-for-merged-visits": true,
  "contradicts-merging": true,
  "other-visit-unknown": true,
  "agreement-unknown": true,
  "no-planned-time": true,
  "no-window": true,
  "several-windows": true,
  "unknown-window": true,
};

// Declared once, as a record: its keys are all there are.
const UNPAID: { readonly [R in UnpaidReason]: unknown } = UNPAID_REASONS;

const NOT_ASSESSABLE: { readonly [R in NotAssessable]: true } = {
  "too-few-carers": true,
  "not-delivered": true,
  "no-rule-in-force": true,
  "not-tested": true,
  "done-with-another": true,
  "no-planned-time": true,
  "no-window": true,
  "several-windows": true,
  "unknown-window": true,
};

const EFFECT_UNKNOWN: { readonly [R in EffectUnknown]: true } = { ...UNDETERMINED, "fault-unknown": true, "fault-contradicts-outcome": true, undecided: true };
const EFFECT_CASES: { readonly [C in EffectCase]: true } = {
  delivered: true,
  understaffed: true,
  "past-threshold": true,
  "done-in-another": true,
  unexplained: true,
  "no-access": true,
  hospital: true,
  "cancelled-by-person": true,
  "cancelled-by-council": true,
  "provider-failure": true,
  refused: true,
  aborted: true,
  frustrated: true,
  suspended: true,
  other: true,
};

function keys<Key extends string>(record: { readonly [K in Key]: unknown }): Key[] {
  return Object.keys(record) as Key[];
}

const outcomes: readonly Outcome[] = OUTCOMES;

const KINDS: { readonly [K in VisitKind["kind"]]: readonly Extract<VisitKind, { kind: K }>[] } = {
  delivered: [{ kind: "delivered" }, { kind: "delivered", doneIn: "V2" }],
  open: [{ kind: "open" }],
  missed: keys(MISSED).map((reason) => (reason === "done-in-another" ? { kind: "missed", reason, doneIn: "V2" } : { kind: "missed", reason })),
  excused: [{ kind: "excused", outcome: null, attended: false, doneIn: "V2" }, ...outcomes.flatMap((outcome) => [true, false].map((attended) => ({ kind: "excused", outcome, attended }) as const))],
  "not-required": [{ kind: "not-required", outcome: null, doneIn: "V2" }, ...outcomes.map((outcome) => ({ kind: "not-required", outcome }) as const)],
  undetermined: keys(UNDETERMINED).map((reason) => ({ kind: "undetermined", reason })),
};
export const visitKinds: readonly VisitKind[] = Object.values(KINDS).flat();

const tolerance = { early: 30, late: 30 };
const planned = momentOf("2026-03-16T08:00");

/** A measured punctuality, so many seconds after the planned start at 08:00 on 16 March 2026. */
export function measured(verdict: "on-time" | "early" | "late", seconds: number, limits: Tolerance = tolerance): Punctuality {
  return { class: verdict, arrival: momentOf(new Date((planned + seconds) * 1000)), seconds, tolerance: limits };
}

const morning = { windows: ["morning"], first: momentOf("2026-03-16T07:00"), last: momentOf("2026-03-16T10:00") };

/** A visit judged against a window, the morning of 16 March 2026 from 07:00 to 10:00, that began so many seconds after 07:00. */
function inWindow(verdict: "on-time" | "early" | "late", after: number, window = morning): Punctuality {
  const arrival = momentOf(new Date((window.first + after) * 1000));
  return { class: verdict, arrival, secondsOutside: arrival < window.first ? arrival - window.first : Math.max(0, arrival - window.last), window };
}

const excluded = { early: 30, late: 30, earlyLimit: "excluded", lateLimit: "excluded" } as const;

const CLASSES: { readonly [C in Punctuality["class"]]: readonly Punctuality[] } = {
  "on-time": [
    measured("on-time", 0), measured("on-time", 1740), measured("on-time", -600), measured("on-time", 1800),
    measured("on-time", 1799, excluded), measured("on-time", 0, { early: "no-limit", late: 15 }), measured("on-time", 0, { early: 15, late: "no-limit" }), measured("on-time", 0, { early: 15, late: 15, lateLimit: "excluded" }),
    inWindow("on-time", 0), inWindow("on-time", 10800), inWindow("on-time", 9000, { ...morning, windows: ["morning", "late morning"], last: momentOf("2026-03-16T11:30") }),
  ],
  early: [measured("early", -1801), measured("early", -9000), measured("early", -1800, excluded), inWindow("early", -1)],
  late: [measured("late", 1801), measured("late", 60_000), measured("late", 1800, excluded), measured("late", 900, { early: "no-limit", late: 15, lateLimit: "excluded" }), inWindow("late", 10801), { class: "late", arrival: null, reason: "too-few-carers", tolerance }],
  "not-assessable": keys(NOT_ASSESSABLE).map((reason) => ({ class: "not-assessable", reason })),
};
export const punctualities: readonly Punctuality[] = Object.values(CLASSES).flat();

const paid = { kind: "paid", carer: "C1", measured: "logged", from: planned, to: momentOf("2026-03-16T08:40:30"), minutes: 40, banded: 30, minutesPaid: 30, row: { from: 26, to: 40, becomes: 30 }, next: { inMinutes: 1, minutesPaid: 45 }, amount: "7.005" } as const;
const group = { over: "calendar-month", firstDay: "2026-03-01", carer: "C1", service: null } as const;
const grouped = { kind: "grouped", carer: "C1", measured: "logged", from: planned, to: momentOf("2026-03-16T08:40:30"), minutes: 40, seconds: 2400, planned: 45, group } as const;
const LINES: { readonly [K in PaymentLine["kind"]]: readonly Extract<PaymentLine, { kind: K }>[] } = {
  paid: [
    paid,
    { ...paid, carer: null },
    { ...paid, carer: null, measured: "planned" },
    { ...paid, minutes: 56, banded: 60, minutesPaid: 45, row: { from: 56, to: 56, becomes: 60 }, amount: "10.5075" },
    { ...paid, minutes: 75, banded: 75, minutesPaid: 75, row: { from: 57, to: "open", becomes: 75 }, next: null },
    { ...paid, minutes: 12, row: { from: 0, to: 25, becomes: 30 }, next: { inMinutes: 14, minutesPaid: null } },
  ],
  grouped: [grouped, { ...grouped, carer: null }, { ...grouped, carer: null, measured: "planned" }, { ...grouped, carer: null, measured: "fixed" }],
  unpaid: keys(UNPAID).flatMap((reason) => [null, "C1"].flatMap((carer) => [null, 40].map((minutes) => ({ kind: "unpaid", carer, reason, minutes }) as const))),
};
export const paymentLines: readonly PaymentLine[] = Object.values(LINES).flat();

const BANDS: { readonly [K in Band["kind"]]: readonly Extract<Band, { kind: K }>[] } = {
  paid: [{ kind: "paid", minutesPaid: 30, row: { from: 26, to: 40, becomes: 30 } }],
  "pays-nothing": [{ kind: "pays-nothing", row: { from: 0, to: 4, becomes: 0 } }],
  hole: [{ kind: "hole", gap: { from: 56, to: 56 } }, { kind: "hole", gap: { from: 61, to: "open" } }],
  overlap: [{ kind: "overlap", rows: [{ from: 0, to: 30, becomes: 15 }, { from: 30, to: "open", becomes: 30 }] }],
};
export const bands: readonly Band[] = Object.values(BANDS).flat();

const source: Source = { document: "A council's contract", published: "1 April 2024", clause: "4.2", quote: "as written" };
const version = { firstDay: "2024-04-01", lastDay: "open", authority: "agreed", source } as const;
type Answer = InForce<Pick<VersionFacts<unknown>, "firstDay" | "lastDay" | "authority" | "source">>;
const ANSWERS: { readonly [K in Answer["kind"]]: readonly Extract<Answer, { kind: K }>[] } = {
  "in-force": [
    { kind: "in-force", version, unstated: false },
    { kind: "in-force", version: { ...version, lastDay: "2025-03-31" }, unstated: false },
    { kind: "in-force", version: { ...version, firstDay: "unstated", lastDay: "unstated" }, unstated: true },
    { kind: "in-force", version: { ...version, authority: "trial" }, unstated: false },
    { kind: "in-force", version: { ...version, authority: "recommended" }, unstated: false },
    { kind: "in-force", version: { ...version, authority: "proposed" }, unstated: false },
  ],
  "not-yet": [{ kind: "not-yet", firstDay: "2024-04-01" }],
  ended: [{ kind: "ended", lastDay: "2025-03-31" }],
  gap: [{ kind: "gap", lastDay: "2025-03-31", firstDay: "2025-05-01" }],
  overlap: [{ kind: "overlap", versions: [version, { ...version, firstDay: "2024-03-01", lastDay: "2024-05-31" }] }],
};
export const answers: readonly Answer[] = Object.values(ANSWERS).flat();

const window = { firstDay: "2026-03-16", lastDay: "2026-03-29", visits: 14, carers: ["C1", "C2"], allowed: 4, over: 0 } as const;
export const windows: readonly ContinuityWindow[] = [
  window,
  { ...window, carers: ["C1", "C2", "C3", "C4"] },
  { ...window, carers: ["C1", "C2", "C3", "C4", "C5"], over: 1 },
  { ...window, visits: 1, carers: ["C1", "C2", "C3"], allowed: 2, over: 1 },
  { ...window, allowed: null, over: null, reason: "no-row" },
  { ...window, allowed: null, over: null, reason: "several-rows" },
];

const FAULT: { readonly [F in Extract<PerformanceEffect, { fault: unknown }>["fault"]]: true } = { person: true, council: true, other: true };
const EFFECTS: { readonly [K in PerformanceEffect["kind"]]: readonly PerformanceEffect[] } = {
  done: keys(EFFECT_CASES).map((happened) => ({ kind: "done", case: happened }) as const),
  failed: keys(EFFECT_CASES).map((happened) => ({ kind: "failed", case: happened })),
  apart: keys(EFFECT_CASES).flatMap((happened) => [{ kind: "apart", case: happened } as const, ...keys(FAULT).map((fault) => ({ kind: "apart", case: happened, fault }) as const)]),
  "not-counted": keys(EFFECT_CASES).map((happened) => ({ kind: "not-counted", case: happened })),
  undetermined: keys(EFFECT_UNKNOWN).flatMap((reason) => [null, "unexplained" as const].map((happened) => ({ kind: "undetermined", case: happened, reason }) as const)),
};
export const effects: readonly PerformanceEffect[] = Object.values(EFFECTS).flat();

const standings: readonly Standing[] = [
  { share: "0.8919", target: "0.80", met: true },
  { share: "0.7000", target: "0.80", met: false },
  { share: "0.8000", target: "0.80", met: false },
  { share: "0.8919", target: null, met: null },
  { share: null, target: "0.80", met: null },
  { share: null, target: null, met: null },
];
export const shares = [
  ...standings,
  ...standings.map((standing) => ({ ...standing, ...(standing.share === null ? { assessed: 0, onTime: 0 } : { assessed: 100, onTime: Math.round(Number(standing.share) * 100) - (standing.met === false ? 1 : 0) }), early: 1, late: 2, notAssessable: 3 })),
  ...standings.map((standing) => ({ ...standing, ...(standing.share === null ? { windows: 0, within: 0 } : { windows: 100, within: Math.round(Number(standing.share) * 100) - (standing.met === false ? 1 : 0) }) })),
];

const codes = Object.keys(FINDINGS) as FindingCode[];
export const findings: readonly RowFinding[] = codes.flatMap((code) => [{ code, row: 12 }, { code, row: 12, column: "actual_end" }, { code, row: 12, column: "actual_end", value: "08:61?" }]);

/** Every code of these unions that is no plain English word: none may stand in a sentence. */
export const rawCodes: readonly string[] = [...keys(KINDS), ...keys(MISSED), ...keys(UNDETERMINED), ...keys(UNPAID), ...keys(NOT_ASSESSABLE), ...keys(EFFECT_UNKNOWN), ...keys(EFFECT_CASES), ...keys(CLASSES), ...keys(BANDS), ...keys(ANSWERS), ...codes].filter((code) => code.includes("-"));
