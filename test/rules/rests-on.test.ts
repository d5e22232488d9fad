import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LeicesterCallType, type Rules, type Visit, assessVisit, compile, leicester, readVisit, readingsOf, withReading } from "../../src/index.js";
import { assess, assessCame, sameVerdict } from "../../src/rules/assess.js";
import { rulesOn } from "../../src/rules/compile.js";
import { restsOn } from "../../src/rules/rests-on.js";
import { dayNumber } from "../../src/shared/day.js";
import { type Choices, choices, sketches, visitAt, withChoices } from "./visits.ts";

const EIGHT = Date.parse("2026-03-16T08:00:00Z") / 1000;

/** The readings that change no visit: months only. */
const MONTHS_ONLY = ["targets", "punctuality-base", "average-rate", "rate-scope", "rounding", "statement-period", "step", "anchor", "received", "scope", "double-handed", "continuity-base"];

/** Every other choice of every reading of visits, each compiled by itself. */
function alternatives(base: Choices): { reading: string; rules: Rules<LeicesterCallType> }[] {
  const council = withChoices(base);
  return readingsOf(council).flatMap(({ reading, adopted, choices: all }) =>
    MONTHS_ONLY.includes(reading) ? [] : all.filter(({ choice }) => choice !== adopted).map(({ choice }) => ({ reading, rules: compile(withReading(council, reading, choice)) })),
  );
}

/** What may not change: kind, punctuality class and paid minutes. */
function verdict(visit: Visit<LeicesterCallType>, rules: Rules<LeicesterCallType>): string {
  const { kind, punctuality, minutesPaid } = assess(visit, rulesOn(rules, dayNumber(visit.day)));
  return [kind.kind, punctuality.class, minutesPaid].join();
}

describe("the readings a visit rests on", () => {
  it.each<{ says: string; base: Choices }>([
    { says: "the adopted ones", base: {} },
    {
      says: "visits paid once, by the clock, capped, missed from sixty minutes",
      base: { "per-carer": "visit-once", "part-minutes": "clock-minutes", overrun: "cap", "beyond-the-hour": "whole-hours", undelivered: "excused-planned-length", "missed-threshold": "sixty-minutes", "too-few-carers": "last-arrival", "not-completed": "planned-length" },
    },
  ])("are those of which another choice, taken by itself, changes something: from $says", ({ base }) => {
    const rules = compile(withChoices(base));
    const others = alternatives(base);
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { visit, restsOn } = assessVisit(visitAt(EIGHT, sketch), rules);
        const changing = new Set(others.filter((other) => verdict(visit, other.rules) !== verdict(visit, rules)).map(({ reading }) => reading));
        expect(new Set(restsOn.map(({ reading }) => reading))).toEqual(changing);
      }),
      { numRuns: 250, endOnFailure: true },
    );
  });

  it("are found without asking every alternative, on random visits under random choices of every reading", () => {
    fc.assert(
      fc.property(choices, fc.array(sketches, { minLength: 40, maxLength: 40 }), (base, list) => {
        const rules = compile(withChoices(base));
        const day = rulesOn(rules, dayNumber("2026-03-16"));
        for (const sketch of list) {
          const visit = readVisit(visitAt(EIGHT, sketch));
          const assessed = assess(visit, day);
          let bits = 0;
          for (const other of [...day.alternatives.tables, ...day.alternatives.others]) {
            if (!sameVerdict(assessed, assessCame(visit, assessed.came, other.rules))) bits |= 1 << other.reading;
          }
          expect(restsOn(visit, assessed, day)).toBe(bits);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("part-minutes of a visit paid once: two carers' stays may be more than a minute apart", () => {
    // 12:02 and 12:02 with the clock showing 13 minutes each: dropped, 24 minutes; by the clock, 26.
    const logs = [
      { carer: "A", logIn: 58, logOut: 780 },
      { carer: "B", logIn: 1858, logOut: 2580 },
    ];
    const visit = visitAt(EIGHT, { callType: "standard", carersRequired: 1, plannedLength: 3600, outcome: null, logs, next: null });
    const once = assessVisit(visit, compile(withChoices({ "per-carer": "visit-once" })));
    expect(once.payment.lines).toMatchObject([{ minutes: 24, minutesPaid: 15 }]);
    expect(assessVisit(visit, compile(withChoices({ "per-carer": "visit-once", "part-minutes": "clock-minutes" }))).payment.lines).toMatchObject([{ minutes: 26, minutesPaid: 30 }]);
    expect(once.restsOn.map(({ reading }) => reading)).toContain("part-minutes");
  });

  it("carry their clause and the choice adopted, in the order of the clauses", () => {
    const visit = visitAt(EIGHT, { callType: "standard", carersRequired: 1, plannedLength: 1800, outcome: null, logs: [{ carer: "A", logIn: 1000, logOut: 1000 + 56 * 60 }], next: null });
    expect(assessVisit(visit, compile(leicester)).restsOn).toEqual([
      { reading: "tolerance", clause: "punctuality", adopted: "30-and-15" },
      { reading: "exactly-56", clause: "paidMinutes", adopted: "hour" },
      { reading: "overrun", clause: "basis", adopted: "no-cap" },
    ]);
    expect(assessVisit(visit, compile(withChoices({ "exactly-56": "unpaid" }))).restsOn).toContainEqual({ reading: "exactly-56", clause: "paidMinutes", adopted: "unpaid" });
  });

  it("are none for a plain call in the middle of every band and limit", () => {
    const plain = visitAt(EIGHT, { callType: "standard", carersRequired: 1, plannedLength: 1800, outcome: null, logs: [{ carer: "A", logIn: 60, logOut: 60 + 1800 }], next: 7200 });
    expect(assessVisit(plain, compile(leicester)).restsOn).toEqual([]);
  });

  it("the readings that visits can rest on stand once, in the order of the clauses; those of months are not among them", () => {
    expect(compile(leicester).visitReadings.map(({ reading }) => reading)).toEqual([
      "tolerance", "arrival", "too-few-carers", "similar-reasons", "unexplained", "not-completed", "missed-threshold", "part-minutes",
      "exactly-56", "beyond-the-hour", "zero-minutes", "per-carer", "same-carer", "surplus-carers", "overrun", "undelivered",
    ]);
  });
});
