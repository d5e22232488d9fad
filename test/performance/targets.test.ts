import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CapturedRow, captureBy } from "../../src/performance/capture.js";
import { contractYearOn, targetOn } from "../../src/performance/contract-year.js";
import { type Goal, goalAnswer, shareOf } from "../../src/performance/goal.js";
import { type GradeBand, gradeHoles, gradeOf } from "../../src/performance/grade.js";
import { type ScorecardTerms, scorecard } from "../../src/performance/scorecard.js";
import { dayText } from "../../src/shared/day.js";
import { compare } from "../../src/shared/fractions.js";
import { asMoment } from "../../src/shared/moment.js";

const day = "2026-03-31";
const atLeast = (target: Goal["target"], limit: Goal["limit"] = "included"): Goal => ({ kind: "at-least", target, limit });

describe("contract years", () => {
  it.each([
    ["2024-03-31", null],
    ["2024-04-01", 1],
    ["2025-03-31", 1],
    ["2025-04-01", 2],
    ["2026-04-01", 3],
    ["2023-12-31", null],
  ] as const)("counted from 1 April 2024, %s is in year %s", (on, year) => {
    expect(contractYearOn(on, "2024-04-01")).toBe(year);
  });

  it("go up by one on the day they begin, and on no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), fc.integer({ min: 1, max: 4000 }), (first, later) => {
        const firstDay = dayText(first);
        fc.pre(!firstDay.endsWith("02-29"));
        const [before, on] = [contractYearOn(dayText(first + later - 1), firstDay)!, contractYearOn(dayText(first + later), firstDay)!];
        expect(on - before).toBe(dayText(first + later).slice(5) === firstDay.slice(5) ? 1 : 0);
      }),
    );
  });

  it("cannot be counted from a 29 February: most years have none", () => {
    expect(() => contractYearOn("2026-01-01", "2024-02-29")).toThrow("cannot be counted from a 29 February");
  });

  it("each year has its target; afterwards the last goes on, or there is none", () => {
    const rising = { firstDay: "2024-04-01", years: ["0.80", null, "0.90"] } as const;
    const on = (afterwards: "as-the-last" | "none") => (["2024-03-31", "2024-04-01", "2025-04-01", "2027-03-31", "2027-04-01"] as const).map((date) => targetOn(date, { ...rising, afterwards }));
    expect(on("as-the-last")).toEqual([null, "0.80", null, "0.90", "0.90"]);
    expect(on("none")).toEqual([null, "0.80", null, "0.90", null]);
  });
});

describe("met, not met, or cannot be determined", () => {
  it.each([
    ["at least 80 %, exactly 80 %", atLeast("0.80"), { part: 4, whole: 5 }, "met"],
    ["at least 80 %, a hair under", atLeast("0.80"), { part: 79_999, whole: 100_000 }, "not-met"],
    ["above 80 %, exactly 80 %", atLeast("0.80", "excluded"), { part: 4, whole: 5 }, "not-met"],
    ["above 80 %, a hair over", atLeast("0.80", "excluded"), { part: 80_001, whole: 100_000 }, "met"],
    ["at most 1 %, exactly 1 %", { kind: "at-most", target: "0.01", limit: "included" }, { part: 1, whole: 100 }, "met"],
    ["below 1 %, exactly 1 %", { kind: "at-most", target: "0.01", limit: "excluded" }, { part: 1, whole: 100 }, "not-met"],
    ["at most 1 %, above", { kind: "at-most", target: "0.01", limit: "included" }, { part: 2, whole: 199 }, "not-met"],
    ["at least 80 %, met however the unknown turns out", atLeast("0.80"), { part: 8, whole: 10, unknown: 2 }, "met"],
    ["at least 80 %, missed however it does", atLeast("0.80"), { part: 6, whole: 10, unknown: 1 }, "not-met"],
    ["at most 20 %, met however it does", { kind: "at-most", target: "0.20", limit: "included" }, { part: 1, whole: 10, unknown: 1 }, "met"],
  ] as const)("%s", (_what, goal, measure, kind) => {
    expect(goalAnswer(measure, day, goal).kind).toBe(kind);
  });

  it.each([
    ["nothing to share", atLeast("0.80"), { part: 0, whole: 0 }, "nothing-to-share", "0.80"],
    ["no target", atLeast(null), { part: 1, whole: 1 }, "no-target", null],
    ["no target in that year", atLeast({ firstDay: "2026-04-01", years: ["0.80"], afterwards: "as-the-last" }), { part: 1, whole: 1 }, "no-target", null],
    ["what is unknown makes the difference", atLeast("0.80"), { part: 7, whole: 10, unknown: 1 }, "unknown-makes-the-difference", "0.80"],
  ] as const)("cannot be determined: %s", (_what, goal, measure, reason, target) => {
    expect(goalAnswer(measure, day, goal)).toEqual({ kind: "cannot-be-determined", reason, target });
  });

  it("a share is shown only where nothing is unknown", () => {
    expect([shareOf({ part: 1, whole: 3 }), shareOf({ part: 1, whole: 3, unknown: 1 }), shareOf({ part: 0, whole: 0 })]).toEqual(["0.3333", null, null]);
  });

  it("a measure whose numbers do not go together is refused, and a target that is no share", () => {
    for (const measure of [{ part: 2, whole: 1 }, { part: 1, whole: 2, unknown: 2 }, { part: -1, whole: 2 }, { part: 0.5, whole: 1 }]) {
      expect(() => goalAnswer(measure, day, atLeast("0.80"))).toThrow("a measure must be whole numbers from 0");
    }
    expect(() => goalAnswer({ part: 1, whole: 1 }, day, atLeast("80"))).toThrow("a target must be a share from 0 to 1");
  });
});

const held = (grade: string, from: string, to: string, fromLimit: GradeBand["fromLimit"] = "included", toLimit: GradeBand["toLimit"] = "excluded"): GradeBand => ({ grade, from, fromLimit, to, toLimit });
const graded = [held("Poor", "0", "0.70"), held("Good", "0.70", "0.90"), held("Excellent", "0.90", "1", "included", "included")];

describe("bands of grade", () => {
  const gradeAt = (numerator: bigint, grades: readonly GradeBand[] = graded) => gradeOf({ numerator, denominator: 1000n }, grades);

  it("each end is held or not, as it says", () => {
    expect([0n, 699n, 700n, 899n, 900n, 1000n].map((value) => gradeAt(value))).toEqual(["Poor", "Poor", "Good", "Good", "Excellent", "Excellent"].map((grade) => ({ kind: "graded", grade })));
  });

  it("bands without holes or overlaps have none", () => {
    expect(gradeHoles(graded)).toEqual({ gaps: [], overlaps: [] });
  });

  it("a hole is found exactly, be it a single share", () => {
    const holed = [held("Poor", "0", "0.70"), held("Good", "0.70", "0.895", "excluded"), held("Excellent", "0.90", "1", "included", "included")];
    expect(gradeHoles(holed).gaps).toEqual([
      { from: "0.7", fromLimit: "included", to: "0.7", toLimit: "included", grades: [] },
      { from: "0.895", fromLimit: "included", to: "0.9", toLimit: "excluded", grades: [] },
    ]);
    expect(gradeAt(700n, holed)).toEqual({ kind: "cannot-be-determined", reason: "no-grade" });
  });

  it("an overlap is found exactly, and no grade is chosen in it", () => {
    const doubled = [held("Poor", "0", "0.70", "included", "included"), ...graded.slice(1)];
    expect(gradeHoles(doubled).overlaps).toEqual([{ from: "0.7", fromLimit: "included", to: "0.7", toLimit: "included", grades: ["Poor", "Good"] }]);
    expect(gradeAt(700n, doubled)).toEqual({ kind: "cannot-be-determined", reason: "several-grades", grades: ["Poor", "Good"] });
  });

  it("holes and overlaps are where no grade or several are given, and nowhere else", () => {
    const share = fc.integer({ min: 0, max: 20 });
    const limit = fc.constantFrom("included" as const, "excluded" as const);
    const band = fc.tuple(share, share, limit, limit).filter(([a, b]) => a !== b).map(([a, b, fromLimit, toLimit]) => held("", String(Math.min(a, b) / 20), String(Math.max(a, b) / 20), fromLimit, toLimit));
    fc.assert(
      fc.property(fc.array(band, { maxLength: 5 }), (bands) => {
        const grades = bands.map((own, i) => ({ ...own, grade: `G${i}` }));
        const { gaps, overlaps } = gradeHoles(grades);
        const isIn = (stretches: typeof gaps, numerator: bigint): boolean =>
          stretches.some(({ from, fromLimit, to, toLimit }) => {
            const [above, below] = [from, to].map((end) => compare({ numerator, denominator: 40n }, { numerator: BigInt(Math.round(Number(end) * 40)), denominator: 40n })) as [number, number];
            return (above > 0 || (above === 0 && fromLimit === "included")) && (below < 0 || (below === 0 && toLimit === "included"));
          });
        for (let value = 0n; value <= 40n; value++) {
          const answer = gradeOf({ numerator: value, denominator: 40n }, grades);
          expect([isIn(gaps, value), isIn(overlaps, value)]).toEqual([answer.kind !== "graded" && answer.reason === "no-grade", answer.kind !== "graded" && answer.reason === "several-grades"]);
        }
      }),
    );
  });

  it("a band that ends before it starts, or holds nothing, is refused", () => {
    expect(() => gradeAt(0n, [held("Odd", "0.9", "0.8")])).toThrow('the grade "Odd" must end at or after its start');
    expect(() => gradeAt(0n, [held("Odd", "0.9", "0.9")])).toThrow('the grade "Odd" must end at or after its start');
  });
});

describe("a weighted score", () => {
  const terms: ScorecardTerms = {
    measures: [
      { name: "punctuality", goal: atLeast("0.80"), weight: "50", scores: "share" },
      { name: "missed", goal: { kind: "at-most", target: "0.01", limit: "included" }, weight: "30", scores: "rest-of-share" },
      { name: "electronic", goal: atLeast("0.90"), weight: "20", scores: "goal-met" },
    ],
    weightsTotal: "100",
    missing: "cannot-be-determined",
    grades: graded,
  };
  const given = { punctuality: { part: 2, whole: 3 }, missed: { part: 1, whole: 50 }, electronic: { part: 9, whole: 10 } };

  it("is exact: 50 × 2/3 + 30 × 49/50 + 20, of 100", () => {
    const card = scorecard(given, day, terms);
    expect(card.score).toEqual({ kind: "scored", score: "1241/1500", leftOut: [] });
    expect(card.grade).toEqual({ kind: "graded", grade: "Good" });
    expect(card.measures).toEqual([
      { name: "punctuality", share: "0.6667", goal: { kind: "not-met", target: "0.80" } },
      { name: "missed", share: "0.0200", goal: { kind: "not-met", target: "0.01" } },
      { name: "electronic", share: "0.9000", goal: { kind: "met", target: "0.90" } },
    ]);
  });

  it("a measure that cannot be determined: neither can the score, or it is left out and the others weigh as among themselves", () => {
    const { electronic: _electronic, ...two } = given;
    expect(scorecard(two, day, terms)).toMatchObject({ score: { kind: "cannot-be-determined", missing: ["electronic"] }, grade: null });
    expect(scorecard(two, day, { ...terms, missing: "left-out" })).toMatchObject({ score: { kind: "scored", score: "941/1200", leftOut: ["electronic"] }, grade: { kind: "graded", grade: "Good" } });
    expect(scorecard({}, day, { ...terms, missing: "left-out" }).score.kind).toBe("cannot-be-determined");
  });

  it("a share with something unknown in it scores nothing; a goal met all the same scores", () => {
    const unknown = { ...given, punctuality: { part: 9, whole: 10, unknown: 1 }, electronic: { part: 9, whole: 10, unknown: 1 } };
    expect(scorecard(unknown, day, terms).score).toEqual({ kind: "cannot-be-determined", missing: ["punctuality"] });
  });

  it("without grades there is none", () => {
    expect(scorecard(given, day, { ...terms, grades: [] }).grade).toBeNull();
  });

  it("lies between 0 and 1, whatever the measures and weights", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 });
    const measure = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({ part: Math.min(a, b), whole: Math.max(a, b) }));
    fc.assert(
      fc.property(weights, fc.array(measure, { minLength: 4, maxLength: 4 }), fc.constantFrom("share" as const, "rest-of-share" as const), (weighed, shares, scores) => {
        const measures = weighed.map((weight, i) => ({ name: `m${i}`, goal: null, weight: String(weight), scores }));
        const own = Object.fromEntries(weighed.map((_weight, i) => [`m${i}`, shares[i]!]));
        const { score, grade } = scorecard(own, day, { measures, weightsTotal: String(weighed.reduce((sum, weight) => sum + weight, 0)), missing: "left-out", grades: graded });
        expect(score.kind === "scored" ? grade?.kind : "graded").toBe("graded");
      }),
    );
  });

  it.each([
    ["weights that do not add up", { weightsTotal: "1" }, "the weights of measures must add up to weightsTotal, 1, got \"100\""],
    ["a weight of 0", { measures: [{ ...terms.measures[0]!, weight: "0" }] }, 'the weight of "punctuality" must be above 0'],
    ["one name twice", { measures: [terms.measures[0]!, terms.measures[0]!] }, "every measure must have a name of its own"],
  ] as const)("refuses %s", (_what, patch, message) => {
    expect(() => scorecard({}, day, { ...terms, ...patch })).toThrow(message);
  });

  it("refuses a measure that the terms do not name", () => {
    expect(() => scorecard({ punctualty: { part: 1, whole: 1 } }, day, terms)).toThrow("measures must be among those of the terms");
  });
});

describe("how visits were logged", () => {
  const row = (visit: string, captureMethod: CapturedRow["captureMethod"], patch: Partial<CapturedRow> = {}): CapturedRow => ({ provider: "P1", visit, day: 20_528, logIn: asMoment(1_773_648_000), logOut: null, captureMethod, ...patch });
  const rows = [row("V1", "app"), row("V1", "phone"), row("V2", "nfc"), row("V2", "manual"), row("V3", null), row("V4", "app", { logIn: null }), row("V1", "manual", { day: 20_529 }), row("V9", "app", { provider: "P2" })];
  const terms = { electronic: ["app", "phone", "nfc"], of: "attendances", notGiven: "unknown" } as const;

  it("attendances by method, manual apart, and what is not given apart from both", () => {
    const capture = captureBy(rows, terms).get("P1")!;
    expect(capture.methods).toEqual({ app: 1, phone: 1, nfc: 1, manual: 2, notGiven: 1 });
    expect(capture.electronic).toEqual({ part: 3, whole: 6, unknown: 1 });
    expect(captureBy(rows, terms).get("P2")!.electronic).toEqual({ part: 1, whole: 1, unknown: 0 });
  });

  it("a visit is electronic when every log of it is; one visit id on two days is two visits", () => {
    expect(captureBy(rows, { ...terms, of: "visits" }).get("P1")!.electronic).toEqual({ part: 1, whole: 4, unknown: 1 });
  });

  it("what is not given counts as not electronic, or is left out, where the terms say so", () => {
    expect(captureBy(rows, { ...terms, notGiven: "not-electronic" }).get("P1")!.electronic).toEqual({ part: 3, whole: 6, unknown: 0 });
    expect(captureBy(rows, { ...terms, notGiven: "left-out" }).get("P1")!.electronic).toEqual({ part: 3, whole: 5, unknown: 0 });
  });

  it("a visit with a log that is not electronic is not, whatever the others are; the order makes no difference", () => {
    const methods = fc.array(fc.constantFrom("app" as const, "manual" as const, null), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(methods, (own) => {
        const { part, unknown } = captureBy(own.map((method) => row("V1", method)), { ...terms, of: "visits" }).get("P1")!.electronic;
        const expected = own.includes("manual") ? [0, 0] : own.includes(null) ? [0, 1] : [1, 0];
        expect([part, unknown]).toEqual(expected);
      }),
    );
  });

  it("refuses a method that is none", () => {
    expect(() => captureBy(rows, { ...terms, electronic: ["gps"] as unknown as [] })).toThrow("electronic must list capture methods");
  });
});
