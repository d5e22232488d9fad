import {
  type Arrangement, type BlockPayment, CONDITION_REASONS, CQC_FINDINGS, type CarePackage, type ConditionOutcome, type ConditionReason, type CqcFinding, type DashboardGap, type Eligibility, type EligibilityTerms, type EligibilityUnder,
  type ExitAnswer, FRAMEWORK_FINDINGS, type FrameworkFinding, type FrameworkFindingCode, type Goal, type GoalAnswer, type GradeAnswer, KEY_QUESTIONS, LEFT_OUT, type LedgerLine, type LeftOutCode, type LeftOutReason, type LengthRule, type Measure,
  type NotChecked, type NotRatedReason, OFFERED_BECAUSE, type OfferedBecause, type OffersAnswer, type OutcomeKind, type PriceAnswer, RATING_DOUBTS, ROLES, type RatingAnswer, type RatingDoubt, type RatingWord, type RefusedReason,
  type BankHolidayAnswer, type Charge, type GroupKey, type GroupPayment, type HospitalRetainer, type HospitalStay, type Nation, type RateCell, type RetainerDay, UNPAID_REASONS, type UnpaidReason,
  type RegimeAnswer, type RuleOutcome, type RulesApply, type ScopeAnswer, type StartAnswer, type TermAnswer, type TimeBankTerms, type TimeBankAnswer, type VisitDue, type VisitLength, type WindowStretch, type LengthCondition, leicesterEligibility, type Role,
} from "../../src/index.js";
import { published } from "../eligibility/fixtures.js";
import { source } from "../framework/fixtures.js";

// Every kind and reason of the results that come from no council's rules, so that a new one does not compile here until it
// is listed, and is explained.

export function keys<Key extends string>(record: { readonly [K in Key]: unknown }): Key[] {
  return Object.keys(record) as Key[];
}

export const DAY = "2026-03-16";

// Length of visits.
const conditions: { readonly [K in LengthCondition["kind"]]: LengthCondition } = {
  "any-task": { kind: "any-task", tasks: ["bathing", "dressing"] },
  "only-tasks": { kind: "only-tasks", tasks: ["medication prompt"] },
  fact: { kind: "fact", fact: "known-worker" },
};
export const lengthRules: readonly LengthRule[] = [
  { id: "half-hour", limit: { kind: "at-least", minutes: 30 }, askedWhen: [], unless: [], breach: "error" },
  { id: "of-a-kind", limit: { kind: "one-of", minutes: [30, 45, 60] }, askedWhen: [conditions["any-task"]], unless: [conditions["only-tasks"], conditions.fact], breach: "warning" },
];
const ruleOutcomes: { readonly [K in RuleOutcome["kind"]]: true } = { conforms: true, allowed: true, "not-asked": true, breach: true, "cannot-be-determined": true };
const held = (holds: boolean | null) => (condition: LengthCondition) => ({ condition, holds });
export const lengths: readonly VisitLength[] = lengthRules.flatMap(({ id, askedWhen, unless, breach }) =>
  keys(ruleOutcomes).map((kind): VisitLength => {
    const rules: readonly RuleOutcome[] = [
      { rule: id, breach, kind, missing: kind === "cannot-be-determined" ? ["minutes", "tasks", "known-worker"] : [], askedWhen: askedWhen.map(held(kind !== "not-asked")), unless: unless.map(held(kind === "allowed" ? true : kind === "cannot-be-determined" ? null : false)) },
    ];
    if (kind === "breach") return { kind, breach, rules };
    return kind === "cannot-be-determined" ? { kind, missing: ["minutes", "tasks", "known-worker"], rules } : { kind: "conforms", rules };
  }),
);

const limits = { fromLimit: "included", toLimit: "excluded" } as const;
export const stretches: readonly WindowStretch[] = [[], ["tea"], ["lunch", "tea"]].flatMap((windows) => [{ from: "14:30", to: "16:00", ...limits, windows }, { from: "14:30", to: "14:30", fromLimit: "included", toLimit: "included", windows } as const]);

// Goals, scores and grades.
export const goals: readonly Goal[] = (["at-least", "at-most"] as const).flatMap((kind) => (["included", "excluded"] as const).map((limit): Goal => ({ kind, limit, target: "0.80" })));
export const measures: readonly Measure[] = [{ part: 0, whole: 0 }, { part: 0, whole: 10 }, { part: 7, whole: 10 }, { part: 8, whole: 10 }, { part: 9, whole: 10 }, { part: 10, whole: 10 }, { part: 7, whole: 10, unknown: 2 }, { part: 9, whole: 10, unknown: 1 }];
type GoalReason = Extract<GoalAnswer, { kind: "cannot-be-determined" }>["reason"];
export const goalKinds: { readonly [K in Exclude<GoalAnswer["kind"], "cannot-be-determined"> | GoalReason]: true } = { met: true, "not-met": true, "nothing-to-share": true, "no-target": true, "unknown-makes-the-difference": true };
type NoGrade = Extract<GradeAnswer, { kind: "cannot-be-determined" }>["reason"];
const GRADES: { readonly [K in "graded" | NoGrade]: GradeAnswer } = {
  graded: { kind: "graded", grade: "Good" },
  "no-grade": { kind: "cannot-be-determined", reason: "no-grade" },
  "several-grades": { kind: "cannot-be-determined", reason: "several-grades", grades: ["Fair", "Good"] },
};
export const gradeAnswers = Object.values(GRADES);

// The time bank.
const LINES: { readonly [K in LedgerLine["kind"]]: LedgerLine } = {
  deposit: { kind: "deposit", entry: "a", day: "2026-03-02", minutes: 60, balance: 60 },
  withdrawal: { kind: "withdrawal", entry: "b", day: "2026-03-03", minutes: 90, balance: -30 },
  lapse: { kind: "lapse", day: "2026-04-01", minutes: 1, balance: 29 },
};
const REFUSED: { readonly [R in RefusedReason]: true } = { "not-whole-minutes": true, "no-such-day": true, "outside-the-account": true, "id-used-twice": true, "over-the-cap": true, "planned-time-unknown": true, "not-enough-banked": true, "too-far-ahead": true };
export const UNSTATED: TimeBankTerms = { period: "unstated", carryOver: "unstated", capShare: "unstated", capHours: "unstated", overCap: "unstated", ahead: "unstated" };
const ledger = { kind: "ledger", lines: [], refused: [], deposits: 60, withdrawals: 30, lapsed: 0, balance: 30 } as const;
export const timeBanks: readonly TimeBankAnswer[] = [
  ...Object.values(LINES).map((line): TimeBankAnswer => ({ ...ledger, lines: [line] })),
  ...keys(REFUSED).flatMap((reason) => (["deposit", "withdrawal"] as const).map((kind): TimeBankAnswer => ({ ...ledger, refused: [{ entry: { id: "c", day: reason === "no-such-day" ? "2026-02-30" : "2026-03-04", kind, minutes: 60 }, minutes: 60, reason }] }))),
  { ...ledger, refused: [{ entry: { id: "c", day: "2026-03-04", kind: "deposit", minutes: 60 }, minutes: 20, reason: "over-the-cap" }] },
  { ...ledger, withdrawals: 90, balance: -30 },
  ...keys(UNSTATED).map((term): TimeBankAnswer => ({ kind: "cannot-be-determined", unstated: [term] })),
];

// Eligibility.
export const terms: EligibilityTerms = {
  service: null,
  registration: [{ kind: "registered", unsaid: "not-asked" }, { kind: "not-dormant", unsaid: "not-asked" }, { kind: "regulated-activity", activity: "Personal care", unsaid: "not-asked" }, { kind: "runs-service", anyOf: ["Homecare agencies"], unsaid: "not-asked" }],
  ratings: [...KEY_QUESTIONS, "overall" as const].map((of) => ({ id: of, of, atLeast: "good" as const, maxAge: { months: 36 } })),
  unrated: "cannot-be-determined",
  inherited: "counts",
  reRegistered: "own-rating-only",
  merged: "own-rating-only",
  unregulated: "same-conditions",
  actionPlan: { contents: ["training"], inPlace: false },
  facts: [{ id: "turnover", kind: "at-least", fact: "turnover", atLeast: "3000000" }, { id: "insured", kind: "yes", fact: "insured" }],
  grades: [{ id: "support", regulator: "Care Inspectorate", theme: "Support", scale: ["1", "2", "3", "4", "5", "6"], atLeast: "4", maxAge: { days: 365 } }, { id: "whole", regulator: "Care Inspectorate", theme: null, scale: ["1", "2"], atLeast: "2" }],
};
const CONDITIONS = [...terms.registration.map(({ kind }) => kind), ...terms.ratings.map(({ id }) => id), ...terms.facts.map(({ id }) => id), ...terms.grades.map(({ id }) => id)];
const REASONS = keys(CONDITION_REASONS) as readonly ConditionReason[];
const KINDS: { readonly [K in OutcomeKind["kind"]]: readonly Extract<OutcomeKind, { kind: K }>[] } = {
  met: [{ kind: "met" }],
  "met-with-conditions": [
    { kind: "met-with-conditions", requires: { kind: "rating-awaited" } },
    ...[true, false, null].map((inPlace) => ({ kind: "met-with-conditions", requires: { kind: "action-plan", contents: ["training"], missing: inPlace === true ? [] : ["training"], inPlace } }) as const),
  ],
  "not-met": REASONS.map((reason) => ({ kind: "not-met", reason })),
  "cannot-be-determined": REASONS.map((reason) => ({ kind: "cannot-be-determined", reason })),
  "not-asked": REASONS.map((reason) => ({ kind: "not-asked", reason })),
};
export const outcomeKinds: readonly OutcomeKind[] = Object.values(KINDS).flat();
const good = published("Good", "2024-05-20");
const NO_RATING: { readonly [R in NotRatedReason]: true } = {
  "inspected-but-not-rated": true, "no-published-rating": true, "insufficient-evidence": true, "no-approved-rating": true, "not-yet-inspected": true, "not-rated": true, "not-applicable": true, "not-yet-scored": true,
  "no-rating": true, "none-by-the-day": true, "not-in-current-ratings": true, "only-historic-ratings": true, "rated-by-service": true, "rated-by-location": true, "service-not-provided": true,
};
const EVIDENCE: { readonly [K in NonNullable<ConditionOutcome["evidence"]>["kind"]]: readonly (readonly [string, Extract<NonNullable<ConditionOutcome["evidence"]>, { kind: K }>])[] } = {
  rating: (["outstanding", "good", "requires-improvement", "inadequate"] as const).flatMap((grade) => [null, "1-900"].map((branch) => ["well-led", { kind: "rating", branch, grade, evidence: good }] as const)),
  "no-rating": keys(NO_RATING).map((reason) => ["overall", { kind: "no-rating", reason, evidence: null, former: { kind: "rated", grade: "good", evidence: good } }] as const),
  "ratings-in-doubt": [["overall", { kind: "ratings-in-doubt", evidence: [good, published("Goodish", null)] }]],
  grade: ["3", "4", "6", "Unknown"].map((word) => ["support", { kind: "grade", evidence: { theme: "Support", word, publishedOn: "2024-05-20" } }] as const),
  stated: [
    ...["2999999.99", "3000000", "3000000.50"].map((value) => ["turnover", { kind: "stated", name: "turnover", value }] as const),
    ["insured", { kind: "stated", name: "insured", value: "no" }],
    ...(["registered", "deregistered", "listed", "unknown", "not-said"] as const).map((value) => ["registered", { kind: "stated", name: "registration", value }] as const),
    ["runs-service", { kind: "stated", name: "services", value: "" }],
  ],
};
const outcome = { condition: "overall", source, reading: null, evidence: null, evidenceDay: null } as const;
export const outcomes: readonly ConditionOutcome[] = [
  ...outcomeKinds.map((kind): ConditionOutcome => ({ ...outcome, ...kind })),
  ...CONDITIONS.filter((condition) => condition !== outcome.condition).map((condition): ConditionOutcome => ({ ...outcome, condition, kind: "not-met", reason: "below-minimum" })),
  ...Object.values(EVIDENCE).flat().flatMap(([condition, evidence]) => (["met", "not-met"] as const).map((kind): ConditionOutcome => ({ ...outcome, condition, evidence, evidenceDay: "2024-05-20", ...(kind === "met" ? { kind } : { kind, reason: "below-minimum" }) }))),
];
const ELIGIBILITIES: { readonly [K in Eligibility["kind"]]: readonly (readonly [readonly string[], readonly ConditionOutcome[]])[] } = {
  eligible: [[[], [{ ...outcome, kind: "met" }]]],
  "eligible-with-conditions": [[["overall"], [{ ...outcome, kind: "met-with-conditions", requires: { kind: "rating-awaited" } }]]],
  ineligible: [[["overall"], [{ ...outcome, kind: "not-met", reason: "too-old" }]], [["overall", "safe"], [{ ...outcome, kind: "not-met", reason: "too-old" }]]],
  "cannot-be-determined": [[[], []], [["overall"], [{ ...outcome, kind: "cannot-be-determined", reason: "not-rated" }]], [["overall"], [{ ...outcome, kind: "cannot-be-determined", reason: "not-rated" }, { ...outcome, condition: "safe", kind: "met" }]]],
};
export const eligibilities: readonly Eligibility[] = keys(ELIGIBILITIES).flatMap((kind) => ELIGIBILITIES[kind].map(([deciding, all]): Eligibility => ({ provider: "1-100", day: DAY, kind, deciding, conditions: all, restsOn: [] })));
const version = leicesterEligibility.versions[1]!;
const RULES: { readonly [K in EligibilityUnder["rule"]["kind"]]: Extract<EligibilityUnder["rule"], { kind: K }> } = {
  "in-force": { kind: "in-force", version, unstated: true },
  "not-yet": { kind: "not-yet", firstDay: "2026-04-01" },
  ended: { kind: "ended", lastDay: "2026-01-31" },
  gap: { kind: "gap", lastDay: "2026-01-31", firstDay: "2026-04-01" },
  overlap: { kind: "overlap", versions: [version, version] },
  "none-named": { kind: "none-named", authorities: ["proposed", "recommended"] },
};
export const rules = Object.values(RULES);
const DOUBTS = keys(RATING_DOUBTS) as readonly RatingDoubt[];
const RATINGS: { readonly [K in RatingAnswer["kind"]]: readonly Extract<RatingAnswer, { kind: K }>[] } = {
  rated: [{ kind: "rated", grade: "good", evidence: good }],
  "not-rated": keys(NO_RATING).flatMap((reason) => [{ kind: "not-rated", reason, evidence: good, former: null } as const, { kind: "not-rated", reason, evidence: null, former: { kind: "in-doubt", reason: "unknown-word", evidence: [good] } } as const]),
  "cannot-be-determined": DOUBTS.flatMap((reason) => [[], [good]].map((evidence) => ({ kind: "cannot-be-determined", reason, evidence }) as const)),
};
export const ratings: readonly RatingAnswer[] = Object.values(RATINGS).flat();
const WORDS: { readonly [K in RatingWord["kind"]]: readonly Extract<RatingWord, { kind: K }>[] } = {
  rated: (["outstanding", "good", "requires-improvement", "inadequate"] as const).map((grade) => ({ kind: "rated", grade })),
  "not-rated": keys(NO_RATING).map((reason) => ({ kind: "not-rated", reason })),
  unknown: [{ kind: "unknown" }],
};
export const ratingWords: readonly RatingWord[] = Object.values(WORDS).flat();
export const cqcFindings: readonly CqcFinding[] = (keys(CQC_FINDINGS)).flatMap((code): CqcFinding[] => [{ code, id: "1-100", at: "[4].dormancy", value: "perhaps" }, { code, id: null, at: "row 5" }, { code, id: null, at: "" }]);

// Frameworks.
const IN_PLACE = { lot: "a", role: "lead", providers: ["P1"], firstDay: "2024-01-01", lastDay: "open" } as const;
const FINDINGS: { readonly [C in FrameworkFindingCode]: readonly FrameworkFinding["facts"][] } = {
  "unreadable-day": [{ of: "milestone start", day: "2024-02-30" }, { of: "membership", provider: "P1", day: "x" }],
  "days-contradict": [{ of: "offerOrder", firstDay: "2024-02-01", lastDay: "2024-01-31" }, { of: "start", provider: "P1", firstDay: "not-started", lastDay: "2024-01-31" }],
  "term-contradicts": (["term-ends-before-it-starts", "extension-shortens-term", "extension-too-long", "extension-in-part", "no-extension-allowed"] as const).map((problem) => ({ problem, firstDay: "unstated", lastDay: "2024-12-31", mayExtendTo: "none", extendedTo: "2025-12-31" })),
  "versions-overlap": ["scope", "offerOrder", "price", "award", "exit"].map((of) => ({ of, firstDay: "unstated", lastDay: "open" })),
  "place-twice": [{ lot: "a" }, { locality: "north" }],
  "service-listed-twice": [{ service: "home-care" }],
  "floor-above-ceiling": [{ floor: "20.00", ceiling: "19.50" }],
  "split-not-whole": [{ sum: "0.90" }],
  "unknown-lot": [{ provider: "P1", role: "lead", lot: "aa", nearest: "a" }, { provider: "P1", of: "suspension", lot: "x" }],
  "unknown-locality": [{ provider: "P1", role: "lead", locality: "x" }, { provider: "P1", of: "hours", locality: "x" }],
  "unknown-zone": [{ provider: "P1", role: "lead", zone: "x" }],
  "membership-outside-term": [{ provider: "P1", role: "lead", firstDay: "2024-01-01", lastDay: "open", termFirstDay: "unstated", termLastDay: "2024-12-31" }],
  "covers-nothing": ["lots", "localities", "zones", "needs"].map((of) => ({ provider: "P1", role: "lead", of })),
  "overlapping-memberships": [{ provider: "P1", role: "lead", firstDay: "2024-01-01", lastDay: "2024-02-01" }],
  "too-few-in-role": [{ ...IN_PLACE, least: 3 }, { ...IN_PLACE, providers: [], least: 1 }],
  "too-many-in-role": [{ ...IN_PLACE, providers: ["P1", "P2"], most: 1 }],
  "too-many-places": [{ provider: "P1", role: "lead", place: "locality", held: ["a", "b"], most: 1, firstDay: "unstated", lastDay: "open" }],
  "too-large-share-of-places": [{ provider: "P1", role: "lead", place: "lot", held: ["a", "b", "c"], of: 4, most: "0.5", firstDay: "2024-01-01", lastDay: "open" }],
  "too-large-share-of-hours": [{ lot: "a", role: "principal", hours: "102", of: "100/1", share: "1", most: "0.70" }],
  "split-not-met": [{ lot: "a", role: "principal", hours: "38", of: "100", share: "0.38", stated: "0.70" }, { locality: "north", role: "principal", hours: "71", of: "100", share: "0.71", stated: "0.70" }],
  "barred-together": ["lot", "framework"].map((within) => ({ provider: "P1", roles: ["primary", "spot"], within, firstDay: "2024-01-01", lastDay: "open" })),
  "rank-missing": [{ provider: "P1", role: "lead" }],
  "rank-twice": [{ providers: ["P1", "P2"], rank: 1, firstDay: "2024-01-01", lastDay: "open" }],
  "grades-contradict": [{ provider: "P1", grades: ["gold", "silver"], firstDay: "2024-01-01", lastDay: "open" }],
  "role-in-no-tier": [{ provider: "P1", role: "spot" }],
  "not-a-member": ["suspension", "grade", "start", "hours"].map((of) => ({ of, provider: "P9" })),
  "started-before-it-may": [{ provider: "P1", firstDay: "2024-01-01", because: "contingency-period", until: "2024-02-01" }, { provider: "P1", firstDay: "2024-01-01", because: "provider-before-not-stable", before: ["P2"] }],
  "start-twice": [{ provider: "P1" }],
  "no-members-named": [{}],
  "provider-count-differs": [{ members: 1, published: 3 }, { members: 4, published: 3 }],
};
export const frameworkFindings: readonly FrameworkFinding[] = keys(FRAMEWORK_FINDINGS).flatMap((code) => FINDINGS[code].map((facts): FrameworkFinding => ({ code, facts, source })));
const WHAT: { readonly [W in NotChecked["what"]]: true } = { "providers-in-place": true, "places-per-provider": true, "share-of-places": true, "share-of-hours": true, "split-of-hours": true, "barred-together": true, "everything-else": true, award: true, "offer-order": true };
const WHY: { readonly [R in NotChecked["reason"]]: true } = { "no-members-named": true, "no-lots-listed": true, "no-localities-listed": true, "hours-not-given": true, "unreadable-days": true, "not-configured": true };
export const notChecked: readonly NotChecked[] = keys(WHAT).flatMap((what) => keys(WHY).map((reason) => ({ what, reason })));

const LEFT: { readonly [C in LeftOutCode]: LeftOutReason["facts"] } = {
  "not-in-lot": { lot: "a", covers: ["b"] },
  "not-in-locality": { locality: "north", covers: [] },
  "lot-not-given": { covers: ["b"] },
  "locality-not-given": { covers: ["north"] },
  "membership-not-started": { firstDay: "2026-03-17" },
  "membership-ended": { lastDay: "2026-03-01" },
  "role-in-no-tier": { role: "last-resort" },
  "grade-not-given": {},
  "grade-in-no-tier": { grade: "bronze" },
  "grades-contradict": { grades: ["gold", "silver"] },
  "rank-not-given": {},
  "zone-not-covered": { zone: "z1", covers: ["z2"] },
  "zone-not-given": { covers: ["z2"] },
  "need-not-covered": { needs: ["dementia"], covers: ["learning disability"] },
  "needs-not-given": { covers: ["dementia"] },
  suspended: { firstDay: "2026-03-01", lastDay: "open" },
  "not-eligible": {},
  "eligibility-cannot-be-determined": {},
  "not-started": {},
  "provider-before-not-stable": { before: ["P2"] },
  "contingency-period": { lastDay: "2026-03-16" },
  "start-cannot-be-determined": { because: "in-the-plan-twice" },
  "capacity-not-given": {},
  "capacity-too-small": { free: "8", asked: "40" },
  declined: {},
  "an-earlier-tier-can": { tier: "spot-list" },
  "nobody-to-distribute": { tier: "provider-partner" },
};
export const leftOut = keys(LEFT_OUT).map((code) => ({ provider: "P9", reasons: [{ code, facts: LEFT[code], source: null }] }));
const BECAUSE = keys(OFFERED_BECAUSE) as readonly OfferedBecause[];
const offered = (["in-turn", "only-if-none-before-can", "distributed", "last-resort"] as const).flatMap((when) =>
  BECAUSE.flatMap((because) => ROLES.map((role: Role) => ({ tier: "first-tier", offered: when, distributedBy: when === "distributed" ? ["P1"] : [], source, providers: [{ provider: "P2", role, because, rank: 1, grade: "gold", eligibility: role === "lead" ? ("not-checked" as const) : role === "spot" ? ("eligible" as const) : ("eligible-with-conditions" as const) }] }))),
);
type OffersReason = Extract<OffersAnswer, { kind: "cannot-be-determined" }>["reason"];
const OFFERS_REASONS: { readonly [R in OffersReason]: readonly Extract<OffersAnswer, { kind: "cannot-be-determined" }>["facts"][] } = {
  "must-be-named": [{ authority: "proposed", framework: "model" }, { rule: "offerOrder", authority: ["proposed", "recommended"] }],
  "term-contradicts": [{ problem: "extension-too-long" }],
  "no-order-of-offer": [{ framework: "model" }],
  "no-rule-in-force": [{ rule: "scope" }, { rule: "price", firstDay: "2026-04-01" }, { rule: "offerOrder", lastDay: "2026-01-01" }, { rule: "scope", lastDay: "2026-01-01", firstDay: "2026-04-01" }],
  "rules-overlap": [{ rule: "offerOrder" }],
  "under-consideration": [{ service: "step-up" }],
  "service-not-listed": [{ service: "step-up" }],
  "service-listed-twice": [{ service: "step-up" }],
  "lot-not-given": [{}],
  "locality-not-given": [{}],
  "lots-not-listed": [{}],
  "localities-not-listed": [{}],
  "unknown-lot": [{ lot: "x", known: ["a"] }],
  "unknown-locality": [{ locality: "x", known: ["north"] }],
  "unknown-zone": [{ zone: "x", lot: "a", known: ["z1"] }],
  "no-members-named": [{ framework: "model" }],
  "nobody-to-distribute": [{ order: "all" }],
};
const placed = { order: "order-of-offer", authority: "agreed", source, leftOut: [], notChecked: [], restsOn: [] } as const;
const OFFERS: { readonly [K in OffersAnswer["kind"]]: readonly Extract<OffersAnswer, { kind: K }>[] } = {
  offers: [...offered.map((tier) => ({ kind: "offers", tiers: [tier], ...placed }) as const), ...(["eligibility", "capacity", "price", "term"] as const).map((unchecked) => ({ kind: "offers", tiers: [], ...placed, notChecked: [unchecked] }) as const)],
  nobody: [...(["agreed", "trial", "recommended", "proposed"] as const).map((authority) => ({ kind: "nobody", ...placed, authority }) as const), ...leftOut.map((one) => ({ kind: "nobody", ...placed, leftOut: [one] }) as const)],
  "out-of-scope": [{ kind: "out-of-scope", service: "step-up", authority: "agreed", source, restsOn: [] }],
  "outside-term": [
    { kind: "outside-term", term: { kind: "not-started", firstDay: "2026-04-01" }, authority: "agreed", source, restsOn: [] },
    { kind: "outside-term", term: { kind: "ended", lastDay: "2026-01-31", mayExtendTo: "2027-01-31" }, authority: "agreed", source, restsOn: [] },
  ],
  "outside-the-rules": [{ kind: "outside-the-rules", reason: "direct-payment", source: null, restsOn: [] }],
  "price-outside-limits": [
    { kind: "price-outside-limits", price: { kind: "below-floor", limit: "20.00", outcome: "refused" }, authority: "agreed", source, restsOn: [] },
    { kind: "price-outside-limits", price: { kind: "above-ceiling", limit: "15.00", outcome: "refused" }, authority: "agreed", source, restsOn: [] },
    { kind: "price-outside-limits", price: { kind: "above-ceiling", limit: "15.00", outcome: "exceptional-route" }, authority: "agreed", source, restsOn: [] },
  ],
  "cannot-be-determined": keys(OFFERS_REASONS).flatMap((reason) => OFFERS_REASONS[reason].map((facts) => ({ kind: "cannot-be-determined", reason, facts, source, leftOut: [], restsOn: [] }) as const)),
};
export const offersAnswers: readonly OffersAnswer[] = Object.values(OFFERS).flat();
export const packages: readonly CarePackage[] = [
  { service: "home-care", boughtWith: "commissioned", price: "18.00", hoursPerWeek: "22.5", lot: "a", locality: "north", zone: "z1", needs: ["dementia"], declinedBy: ["P1"] },
  { service: "home-care", boughtWith: "direct-payment", needs: [] },
];

type ExitReason = Extract<ExitAnswer, { kind: "cannot-be-determined" }>["reason"];
const EXIT_REASONS: { readonly [R in ExitReason]: true } = { "no-rule": true, "no-rule-in-force": true, "division-unstated": true, "nobody-left": true, "hours-not-given": true, "unknown-place": true };
const EXITS: { readonly [K in ExitAnswer["kind"]]: readonly Extract<ExitAnswer, { kind: K }>[] } = {
  divided: (["agreed", "trial"] as const).map((authority) => ({ kind: "divided", parts: [{ provider: "P2", hoursPerWeek: "10/3" }], leftOut: [], authority, source })),
  "cannot-be-determined": keys(EXIT_REASONS).map((reason) => ({ kind: "cannot-be-determined", reason, leftOut: [], source: null })),
};
export const exits: readonly ExitAnswer[] = Object.values(EXITS).flat();

type TermReason = Extract<TermAnswer, { kind: "cannot-be-determined" }>["reason"];
const TERM_REASONS: { readonly [R in TermReason]: true } = { "term-ends-before-it-starts": true, "extension-shortens-term": true, "extension-too-long": true, "extension-in-part": true, "no-extension-allowed": true };
const TERMS: { readonly [K in TermAnswer["kind"]]: readonly Extract<TermAnswer, { kind: K }>[] } = {
  "in-term": [
    { kind: "in-term", lastDay: "open", extended: false, unstated: false },
    { kind: "in-term", lastDay: "unstated", extended: false, unstated: true },
    { kind: "in-term", lastDay: DAY, extended: false, unstated: false },
    { kind: "in-term", lastDay: "2026-03-17", extended: true, unstated: false },
  ],
  "not-started": [{ kind: "not-started", firstDay: "2026-03-17" }],
  ended: [{ kind: "ended", lastDay: "2026-03-15", mayExtendTo: null }, { kind: "ended", lastDay: "2026-03-15", mayExtendTo: "2027-03-15" }],
  "cannot-be-determined": keys(TERM_REASONS).map((reason) => ({ kind: "cannot-be-determined", reason })),
};
export const termAnswers: readonly TermAnswer[] = Object.values(TERMS).flat();

type ScopeReason = Extract<ScopeAnswer, { kind: "cannot-be-determined" }>["reason"];
const SCOPE_REASONS: { readonly [R in ScopeReason]: true } = { "under-consideration": true, "service-not-listed": true, "service-listed-twice": true };
const SCOPES: { readonly [K in ScopeAnswer["kind"]]: readonly Extract<ScopeAnswer, { kind: K }>[] } = {
  "in-scope": [{ kind: "in-scope", source }],
  "out-of-scope": [{ kind: "out-of-scope", source }],
  "cannot-be-determined": keys(SCOPE_REASONS).map((reason) => ({ kind: "cannot-be-determined", reason, source })),
};
export const scopes: readonly ScopeAnswer[] = Object.values(SCOPES).flat();

const PRICES: { readonly [K in PriceAnswer["kind"]]: readonly Extract<PriceAnswer, { kind: K }>[] } = {
  within: [{ kind: "within" }],
  "no-limits": [{ kind: "no-limits" }],
  "below-floor": [{ kind: "below-floor", limit: "20.00", outcome: "refused" }],
  "above-ceiling": [{ kind: "above-ceiling", limit: "15.00", outcome: "refused" }, { kind: "above-ceiling", limit: "15.00", outcome: "exceptional-route" }],
};
export const prices: readonly PriceAnswer[] = Object.values(PRICES).flat();

type StartReason = Extract<StartAnswer, { kind: "cannot-be-determined" }>["reason"];
const START_REASONS: { readonly [R in StartReason]: true } = { "not-in-the-plan": true, "in-the-plan-twice": true, "started-before-it-may": true };
const WAITS: { readonly [R in Extract<StartAnswer, { kind: "waits" }>["reason"]]: StartAnswer } = {
  "provider-before-not-stable": { kind: "waits", reason: "provider-before-not-stable", providers: ["P2", "P3"] },
  "contingency-period": { kind: "waits", reason: "contingency-period", lastDay: "2026-03-20" },
};
const STARTS: { readonly [K in StartAnswer["kind"]]: readonly StartAnswer[] } = {
  started: [{ kind: "started", firstDay: DAY }, { kind: "started", firstDay: "2026-03-01" }],
  "may-start": [{ kind: "may-start" }],
  waits: Object.values(WAITS),
  "cannot-be-determined": keys(START_REASONS).map((reason) => ({ kind: "cannot-be-determined", reason })),
};
export const starts: readonly StartAnswer[] = Object.values(STARTS).flat();

const APPLY: { readonly [K in RulesApply["kind"]]: RulesApply } = { apply: { kind: "apply" }, "outside-the-rules": { kind: "outside-the-rules", reason: "direct-payment", source } };
export const rulesApply = Object.values(APPLY);
export const block: Arrangement = { id: "block", name: "Block", kind: "block", services: "home care", paid: "whether-or-not-delivered", firstDay: "2024-01-01", lastDay: "unstated", authority: "agreed", source };
export const blockPayments: readonly BlockPayment[] = [{ paid: "700.00", hoursUnused: "32", hoursBeyond: "0" }, { paid: "700.00", hoursUnused: "0", hoursBeyond: "1" }, { paid: "700.00", hoursUnused: "0", hoursBeyond: "0" }];

const REQUIREMENTS = (["contract-manager", "contract-meetings", "dashboard-review", "provider-visits", "service-improvement-plan"] as const).flatMap((what) => ([{ days: 7 }, "regularly", "standing"] as const).map((every) => ({ what, every, source })));
const REGIMES: { readonly [K in RegimeAnswer["kind"]]: readonly Extract<RegimeAnswer, { kind: K }>[] } = {
  routine: [{ kind: "routine", requires: [] }, ...REQUIREMENTS.map((requirement) => ({ kind: "routine", requires: [requirement] }) as const)],
  intensive: (["recorded-concern", "count"] as const).map((because) => ({ kind: "intensive", because, since: "2026-03-01", requires: [] })),
  "cannot-be-determined": [{ kind: "cannot-be-determined", reason: "counts-not-given" }],
};
export const regimes: readonly RegimeAnswer[] = Object.values(REGIMES).flat();
const DUES: { readonly [K in VisitDue["kind"]]: readonly Extract<VisitDue, { kind: K }>[] } = {
  due: [
    { kind: "due", by: "2026-03-10", overdueDays: 6, lastVisit: "2026-03-03" },
    { kind: "due", by: DAY, overdueDays: 0, lastVisit: "2026-03-09" },
    { kind: "due", by: "2026-03-20", overdueDays: 0, lastVisit: null },
  ],
  "no-interval-stated": [{ kind: "no-interval-stated", regime: "routine" }, { kind: "no-interval-stated", regime: "intensive" }],
  "cannot-be-determined": [{ kind: "cannot-be-determined", reason: "counts-not-given" }],
};
export const dues: readonly VisitDue[] = Object.values(DUES).flat();
const GAPS: { readonly [C in DashboardGap["code"]]: readonly Extract<DashboardGap, { code: C }>[] } = {
  "no-row": [{ code: "no-row", provider: "P1" }],
  "row-later-than-asked": [{ code: "row-later-than-asked", provider: "P1", asOf: "2026-03-17" }],
  "not-given": (["ratings", "safeguardings", "complaints", "compliments", "financialAssurance"] as const).map((field) => ({ code: "not-given", provider: "P1", field })),
  "not-a-count": (["safeguardings", "complaints", "compliments"] as const).map((field) => ({ code: "not-a-count", provider: "P1", field })),
};
export const gaps: readonly DashboardGap[] = Object.values(GAPS).flat();

// Pay: bank holidays, time added up, retainers, charges, holes of rates and of carers allowed.
export const NATIONS: { readonly [N in Nation]: true } = { "england-and-wales": true, scotland: true, "northern-ireland": true };
const HOLIDAYS: { readonly [K in BankHolidayAnswer["kind"]]: readonly Extract<BankHolidayAnswer, { kind: K }>[] } = {
  "bank-holiday": [true, false].map((substitute) => ({ kind: "bank-holiday", title: "Christmas Day", substitute })),
  "no-bank-holiday": [{ kind: "no-bank-holiday" }],
  "not-known": [{ kind: "not-known", firstDay: "2019-01-01", lastDay: "2025-12-31" }],
};
export const bankHolidayAnswers: readonly BankHolidayAnswer[] = Object.values(HOLIDAYS).flat();

type RetainerReason = Extract<RetainerDay, { kind: "unpaid" }>["reason"];
const RETAINER_REASONS: { readonly [R in RetainerReason]: true } = { "hospital-stay-not-known": true, "outside-the-hospital-stay": true, "retainer-conditions-not-met": true, "retainer-conditions-not-known": true, "past-the-retainer": true };
const RETAINER_DAYS: { readonly [K in RetainerDay["kind"]]: readonly Extract<RetainerDay, { kind: K }>[] } = {
  paid: [{ kind: "paid", share: "1", dayOfSteps: null }, { kind: "paid", share: "1", dayOfSteps: 1 }, { kind: "paid", share: "0.5", dayOfSteps: 8 }],
  unpaid: keys(RETAINER_REASONS).map((reason) => ({ kind: "unpaid", reason })),
};
export const retainerDays: readonly RetainerDay[] = Object.values(RETAINER_DAYS).flat();
export const retainer: HospitalRetainer = { kind: "hospital-retainer", steps: [{ days: 7, share: "1" }, { days: 7, share: "0.5" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "must-be-met" };
export const stay: HospitalStay = { admitted: DAY, discharged: null, conditionsMet: true };

type NoCharge = Extract<Charge, { kind: "undetermined" }>["reason"];
const NO_CHARGES: { readonly [R in NoCharge]: true } = { "no-contribution": true, "several-contributions": true, "cost-not-known": true };
const CHARGES: { readonly [K in Charge["kind"]]: readonly Extract<Charge, { kind: K }>[] } = {
  charged: [{ kind: "charged", amount: "50.00", by: "cost" }, { kind: "charged", amount: "40.00", by: "contribution" }],
  undetermined: keys(NO_CHARGES).map((reason) => ({ kind: "undetermined", reason })),
};
export const charges: readonly Charge[] = Object.values(CHARGES).flat();

const OVERS: { readonly [O in GroupKey["over"]]: GroupKey } = {
  day: { over: "day", firstDay: DAY, carer: "C1", service: null },
  "calendar-month": { over: "calendar-month", firstDay: "2026-03-01", carer: null, service: "home care" },
  "period-assessed": { over: "period-assessed", firstDay: null, carer: null, service: null },
};
const groupLine = (completed: GroupPayment["lines"][number]["completed"], seconds = 1200): GroupPayment["lines"][number] => ({ visit: "V1", day: DAY, carer: "C1", minutes: Math.floor(seconds / 60), seconds, completed });
const grouped = { provider: "P1", serviceUser: "SU1", lines: [groupLine(null)], payment: { kind: "paid", minutes: 20, minutesPaid: 15, amount: "3.50" }, restsOn: [] } as const;
export const groupPayments: readonly GroupPayment[] = [
  ...Object.values(OVERS).map((group) => ({ ...grouped, group })),
  ...[5, 1, 0, -1, -10].map((carried) => ({ ...grouped, group: OVERS.day, lines: [groupLine({ minutesPaid: 15, carried }, (15 + carried) * 60), { ...groupLine(null), carer: null }] })),
  ...[300, 60, 1, 0, -1, -140].map((rest) => ({ ...grouped, group: OVERS.day, lines: [{ ...groupLine(null, 0), completed: { minutesPaid: 0, carried: 0 } }, groupLine({ minutesPaid: 15, carried: Math.floor(rest / 60) }, 900 + rest)] })),
  ...(keys(UNPAID_REASONS) as readonly UnpaidReason[]).map((reason): GroupPayment => ({ ...grouped, group: OVERS.day, payment: { kind: "unpaid", reason, minutes: 20 } })),
];

export const rateCells: readonly RateCell[] = [
  { bands: [] }, { bands: ["one"] }, { bands: ["one", "two"] }, { service: "home care", bands: [] }, { lot: "a", bands: [] }, { zone: "a", bands: [] }, { carersRequired: 2, bands: [] }, { carersRequired: 1, bands: [] },
  { miles: { at: "1" }, bands: [] }, { miles: { over: "1", under: "2.5" }, bands: [] }, { miles: { over: "2.5", under: "open" }, bands: [] }, { day: "Sunday", bands: [] }, { day: null, bands: [] }, { hours: "23:00-07:00", bands: [] },
  { service: "home care", lot: "a", zone: "b", carersRequired: 2, miles: { at: "0" }, day: null, hours: "00:00-24:00", bands: ["one", "two", "three"] },
];

/** Every code of these unions that is no plain English word, and the field names among them: none may stand in a sentence. */
export const rawCodes: readonly string[] = [
  ...[ruleOutcomes, conditions, goalKinds, GRADES, REFUSED, KINDS, CONDITION_REASONS, NO_RATING, EVIDENCE, ELIGIBILITIES, RULES, RATING_DOUBTS, RATINGS, WORDS, CQC_FINDINGS, FINDINGS, WHAT, WHY, LEFT, OFFERED_BECAUSE, OFFERS, OFFERS_REASONS, EXIT_REASONS, TERMS, TERM_REASONS, SCOPES, SCOPE_REASONS, PRICES, STARTS, START_REASONS, WAITS, APPLY, REGIMES, DUES, GAPS, NATIONS, HOLIDAYS, RETAINER_REASONS, NO_CHARGES, OVERS, UNPAID_REASONS].flatMap((record) => Object.keys(record)),
  ...ROLES, "requires-improvement", "recorded-concern", "contract-manager", "dashboard-review", "in-turn", "only-if-none-before-can", "last-resort", "exceptional-route", "whether-or-not-delivered", "calendar-month", "no-end", "no-cap", "up-to-the-cap", "rest-of-share", "goal-met", "left-out",
].filter((code) => code.includes("-")).concat("offerOrder", "carryOver", "capShare", "capHours", "overCap", "notGiven", "financialAssurance", "boughtWith", "hoursPerWeek");
