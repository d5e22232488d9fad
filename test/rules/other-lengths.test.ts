import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessVisit, compile, explain } from "../../src/index.js";
import { type BasisTerms, type PaidLimit, UNPAID_REASONS } from "../../src/payment/basis.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import type { Rules } from "../../src/rules/compile.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import { asMoment } from "../../src/shared/moment.js";
import { momentOf } from "../../src/shared/time-text.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, BY_THE_MINUTE, type Call, clause, payingCouncil, visit } from "../published-rules/paying-council.js";

const DAY = "2026-03-16";
const NINE = momentOf(`${DAY}T09:00`);

/** One carer's stay at a visit planned from 09:00, in seconds from then; `billed` likewise. */
interface Stay {
  readonly from: number;
  readonly to: number;
  readonly planned: number;
  readonly billed: readonly [number, number];
}

const partMinutes = fc.constantFrom("dropped" as const, "nearest" as const, "up" as const, "clock-minutes" as const);
const tables: fc.Arbitrary<PaidMinutesTerms> = fc.oneof(
  fc.record({ kind: fc.constant("exact-minutes" as const), partMinutes, roundingSwitch: fc.constant("by-visit" as const) }),
  fc.record({ kind: fc.constant("increments" as const), partMinutes, minutes: fc.integer({ min: 2, max: 20 }), round: fc.constantFrom("up" as const, "down" as const, "nearest-half-up" as const) }),
  fc.record({ partMinutes, ends: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }), hole: fc.boolean(), zeroMinutes: fc.constantFrom("by-its-row" as const, "unpaid" as const) }).map(({ partMinutes: part, ends, hole, zeroMinutes }): PaidMinutesTerms => {
    const sorted = ends.toSorted((a, b) => a - b);
    const rows = sorted.map((to, i) => ({ from: i === 0 ? 0 : sorted[i - 1]! + (hole ? 2 : 1), to, becomes: i * 15 })).filter(({ from, to }) => from <= to);
    return { kind: "rows", partMinutes: part, rows, filling: [], zeroMinutes, beyond: { kind: "steps", from: sorted.at(-1)! + 1, becomes: 60, every: 15, adds: 10 } };
  }),
);
const limit = fc.oneof(fc.constant("planned-length" as const), fc.record({ kind: fc.constant("planned-plus" as const), minutes: fc.nat(20) }), fc.record({ kind: fc.constant("minutes" as const), minutes: fc.nat(70) }));
const kindOf = (of: PaidLimit): string => (typeof of === "string" ? "planned-plus" : of.kind);
const sizeOf = (of: PaidLimit): number => (typeof of === "string" ? 0 : of.minutes);
const bases: fc.Arbitrary<BasisTerms> = fc
  .record({
    basis: fc.constantFrom<BasisTerms["basis"]>("actual", "actual", "actual-within-planned", "actual-within-planned", "planned", { kind: "billed-within-logged", outside: "cut-off" }, { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid", unexplained: "nothing" }),
    per: fc.constantFrom("attendance" as const, "visit" as const),
    least: fc.option(fc.record({ of: limit, whereNothing: fc.constantFrom("nothing" as const, "the-least" as const) })),
    most: fc.option(limit),
  })
  // A least that is above the most whatever was planned is refused.
  .filter(({ least, most }) => least === null || most === null || kindOf(least.of) !== kindOf(most) || sizeOf(least.of) <= sizeOf(most))
  .map(({ basis, per, least, most }) => ({ ...ACTUAL, basis, per, most: most ?? "no-limit", ...(least === null ? {} : { least }) }));
const seconds = (most: number): fc.Arbitrary<number> => fc.oneof(fc.integer({ min: 0, max: most }).map((minutes) => minutes * 60), fc.integer({ min: 0, max: most * 60 }));
const stays: fc.Arbitrary<Stay> = fc
  .record({ from: seconds(30), before: fc.boolean(), length: seconds(100), planned: fc.integer({ min: 1, max: 90 }), billedFrom: seconds(20), billedLength: fc.integer({ min: 1, max: 60 }) })
  .map(({ from, before, length, planned, billedFrom, billedLength }) => ({ from: before ? -from : from, to: (before ? -from : from) + length, planned: planned * 60, billed: [billedFrom, billedFrom + billedLength * 60] as const }));

function inputOf({ from, to, planned, billed }: Stay, ignoresRounding: boolean): VisitInput<Call> {
  const at = (second: number) => asMoment(NINE + second);
  return { callType: "call", plannedStart: at(0), plannedEnd: at(planned), billedStart: at(billed[0]), billedEnd: at(billed[1]), ignoresRounding, attendances: [{ carer: "C1", logIn: at(from), logOut: at(to) }] };
}

/** What is paid in minutes, nothing as 0; `null` where that cannot be determined. */
function paidFor(input: VisitInput<Call>, rules: Rules<Call>): number | null {
  const [line] = assessVisit(input, rules).payment.lines;
  if (line!.kind === "paid") return line!.minutesPaid;
  return line!.kind === "unpaid" && UNPAID_REASONS[line!.reason] === "nothing" ? 0 : null;
}

/** The same stay with so many minutes more or less, of those that can count. */
function longer(stay: Stay, minutes: number, { basis }: BasisTerms, part: PaidMinutesTerms["partMinutes"]): Stay {
  const window = basis === "actual-within-planned" ? ([0, stay.planned] as const) : typeof basis === "object" && basis.kind === "billed-within-logged" ? stay.billed : null;
  if (window === null) return minutes < 0 ? { ...stay, to: Math.max(stay.from, stay.to + minutes * 60) } : { ...stay, to: stay.to + minutes * 60 };
  const [from, to] = [Math.max(stay.from, window[0]), Math.min(stay.to, window[1])];
  if (minutes < 0) return { ...stay, from, to: Math.max(from, to + minutes * 60) };
  // To the second at the end, then at the beginning; where both are cut to the minute, by whole minutes.
  const room = part === "clock-minutes" ? (Math.floor(window[1] / 60) - Math.floor(to / 60)) * 60 : window[1] - to;
  const after = Math.min(minutes * 60, room);
  const before = minutes * 60 - after;
  return { ...stay, from: before > 0 ? from - before : stay.from, to: after > 0 ? to + after : stay.to };
}

const base = payingCouncil("lengths-council", {});
const councilOf = (basis: BasisTerms, paidMinutes: PaidMinutesTerms): VisitCouncil<Call> => ({ ...base, basis: clause(basis), paidMinutes: clause(paidMinutes) });
const cases = fc.record({ basis: bases, table: tables, stay: stays, ignoresRounding: fc.boolean() });

describe("what another length would be paid is what it is paid", () => {
  it("the next length of a line, for any terms and any stay: that many minutes more are paid so, and one fewer as now", () => {
    fc.assert(
      fc.property(cases, ({ basis, table, stay, ignoresRounding }) => {
        const rules = compile(councilOf(basis, table));
        const input = inputOf(stay, ignoresRounding);
        const [line] = assessVisit(input, rules).payment.lines;
        if (line!.kind !== "paid") return;
        const at = (minutes: number): number | null => paidFor(inputOf(longer(stay, minutes, basis, table.partMinutes), ignoresRounding), rules);
        const { next, minutesPaid } = line!;
        if (next === null) {
          for (const minutes of [1, 2, 7, 15, 60, 240]) expect(at(minutes), String(minutes)).toBe(minutesPaid);
        } else {
          expect(at(next.inMinutes)).toBe(next.minutesPaid);
          expect(at(next.inMinutes - 1)).toBe(minutesPaid);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("every sentence on a longer or a shorter stay, paid or not", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, ({ basis, table, stay, ignoresRounding }) => {
        const rules = compile(councilOf(basis, table));
        const input = inputOf(stay, ignoresRounding);
        const now = paidFor(input, rules);
        const at = (minutes: number): number | null => paidFor(inputOf(longer(stay, minutes, basis, table.partMinutes), ignoresRounding), rules);
        const { sentences } = explain(assessVisit(input, rules), rules).find(({ heading }) => heading?.startsWith("Payment"))!;
        for (const sentence of sentences) {
          const said = /^(What one|What [\d,]+|One|[\d,]+)(?: whole)? minutes? (more|less)(?: within the plan| within the time billed)? pays (cannot be determined|nothing|(\d+) minutes?)/.exec(sentence);
          if (said !== null) {
            const count = /one$|One/.test(said[1]!) ? 1 : Number(said[1]!.replace(/What |,/g, ""));
            const sign = said[2] === "more" ? 1 : -1;
            expect(at(sign * count), sentence).toBe(said[3] === "nothing" ? 0 : said[3] === "cannot be determined" ? null : Number(said[4]));
            if (sign === 1) expect(at(count - 1), `before: ${sentence}`).toBe(now);
            else expect(at(1 - count), `before: ${sentence}`).toBe(now);
            seen.add(`${said[2]} ${said[3] === "nothing" || said[3] === "cannot be determined" ? said[3] : "pays"}`);
          } else if (/^No longer (call|stay) is paid/.test(sentence)) {
            for (const minutes of [1, 15, 60, 240]) expect(at(minutes), sentence).toBe(now);
            seen.add("none longer");
          } else if (sentence.startsWith("No shorter call is paid otherwise")) {
            for (const minutes of [1, 15, 60]) if (minutes * 60 <= stay.to - stay.from) expect(at(-minutes), sentence).toBe(now);
            seen.add("none shorter");
          } else if (/^One (whole )?minute more/.test(sentence)) {
            expect(at(1), sentence).toBe(now);
            if (sentence.includes("or less")) expect(at(-1), sentence).toBe(now);
          } else expect(sentence).not.toMatch(/ (more|less)( within \w+ \w+)? pays /);
        }
      }),
      { numRuns: 600, seed: 7 },
    );
    expect([...seen], "the property has met every kind of sentence").toEqual(expect.arrayContaining(["less cannot be determined", "less nothing", "less pays", "more cannot be determined", "more pays", "none longer", "none shorter"]));
  });
});

describe("no length of stay is spoken of where none changes anything", () => {
  const lineOf = (council: VisitCouncil<Call>, input: VisitInput<Call>) => {
    const rules = compile(council);
    const assessment = assessVisit(input, rules);
    return { line: assessment.payment.lines[0]!, text: explain(assessment, rules).flatMap(({ heading, sentences }) => (heading === "Payment" ? sentences : [])).join("\n") };
  };

  it("the planned length, of a visit attended or excused", () => {
    const planned = lineOf(councilOf({ ...ACTUAL, basis: "planned" }, BY_THE_MINUTE), visit(DAY, "09:00-10:00", ["09:00-09:40"]));
    expect(planned.line).toMatchObject({ kind: "paid", minutesPaid: 60, next: null });
    expect(planned.text).not.toMatch(/ more | less /);
    const excused = lineOf(councilOf({ ...ACTUAL, undelivered: "excused-planned-length" }, BY_THE_MINUTE), visit(DAY, "09:00-10:00", [], { outcome: "hospital" }));
    expect(excused.line).toMatchObject({ kind: "paid", minutesPaid: 60, next: null });
    expect(excused.text).not.toMatch(/ more | less /);
  });

  it("billed time that must be inside the logs: a shorter stay would have to be corrected", () => {
    const council = councilOf({ ...ACTUAL, basis: { kind: "billed-within-logged", outside: "unpaid" } }, BY_THE_MINUTE);
    const { line, text } = lineOf(council, visit(DAY, "09:00-10:00", ["09:00-10:00"], { billedStart: `${DAY}T09:10`, billedEnd: `${DAY}T09:50` }));
    expect(line).toMatchObject({ kind: "paid", minutesPaid: 40, next: null });
    expect(text).not.toMatch(/minutes? (more|less)/);
    expect(text).toContain("C1 was there from 09:00 to 10:00, of which 09:10 to 09:50 is inside the time billed: 40 minutes");
  });

  it("time in the plan: who was there from when to when is said as it was, and what of it counts", () => {
    const council = councilOf({ ...ACTUAL, basis: "actual-within-planned" }, BY_THE_MINUTE);
    const { text } = lineOf(council, visit(DAY, "09:00-10:00", ["08:50-09:50"]));
    expect(text).toContain("C1 was there from 08:50 to 09:50, of which 09:00 to 09:50 lies within the plan: 50 minutes");
    expect(text).toContain("One minute more within the plan pays 51 minutes.");
    const whole = lineOf(council, visit(DAY, "09:00-10:00", ["09:00-10:00"]));
    expect(whole.line).toMatchObject({ next: null });
    expect(whole.text).toContain("C1 was there from 09:00 to 10:00: 60 minutes");
    expect(whole.text).toContain("No longer stay is paid otherwise: only time between planned start and planned end counts.");
  });
});
