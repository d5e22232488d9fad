import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { BasisTerms } from "../../src/payment/basis.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import type { UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import { type VisitAssessment, assessVisit } from "../../src/rules/assess-visit.js";
import { compile } from "../../src/rules/compile.js";
import { readingsOf, withReading } from "../../src/rules/with-reading.js";
import type { Outcome } from "../../src/visit/outcome.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, clause, payingCouncil } from "../published-rules/paying-council.js";

const NOTHING: UndeliveredPay = { kind: "nothing" };
const undelivered = (of: "length" | "price"): UndeliveredTerms => ({
  outcomes: { "no-access": { kind: "planned-length" }, hospital: NOTHING, "cancelled-by-person": NOTHING, "cancelled-by-council": NOTHING, "provider-failure": NOTHING, refused: { kind: "share-of-planned", share: "0.5", of }, aborted: { kind: "actual-time" }, frustrated: NOTHING, suspended: NOTHING, other: { kind: "undetermined" } },
  unexplained: NOTHING,
  pastThreshold: NOTHING,
  tooFewCarers: "those-who-came",
});
const silent = "The contract does not say.";
const per = {
  silent,
  adopted: "attendance",
  choices: {
    attendance: { says: "Each carer.", set: { per: "attendance" } },
    day: { says: "The day.", set: { per: { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" } } },
  },
} as const;
/** A share of a price has no place where time is added up, so that reading stands with shares of a length only. */
const council = (of: "length" | "price") => payingCouncil("much-unsaid-council", {
  paidMinutes: clause<PaidMinutesTerms>(
    { kind: "increments", partMinutes: "dropped", minutes: 5, round: "up" },
    {
      rounding: {
        silent,
        adopted: "fives",
        choices: {
          fives: { says: "Fives, up.", set: { kind: "increments", minutes: 5, round: "up" } },
          fifteens: { says: "Fifteens, nearest.", set: { kind: "increments", minutes: 15, round: "nearest-half-up" } },
          exact: { says: "By the minute.", set: { kind: "exact-minutes" } },
        },
      },
      parts: { silent, adopted: "dropped", choices: { dropped: { says: "Dropped.", set: { partMinutes: "dropped" } }, up: { says: "Up.", set: { partMinutes: "up" } } } },
    },
  ),
  basis: clause<BasisTerms>(
    { ...ACTUAL, undelivered: "by-outcome" },
    {
      time: {
        silent,
        adopted: "actual",
        choices: { actual: { says: "Actual.", set: { basis: "actual" } }, planned: { says: "Planned.", set: { basis: "planned" } }, within: { says: "Actual within planned.", set: { basis: "actual-within-planned" } } },
      },
      limits: {
        silent,
        adopted: "none",
        choices: {
          none: { says: "None.", set: { most: "no-limit" } },
          plus: { says: "Planned and five more.", set: { most: { kind: "planned-plus", minutes: 5 } } },
          least: { says: "Fifteen at least.", set: { least: { of: { kind: "minutes", minutes: 15 }, whereNothing: "the-least" } } },
        },
      },
      "both-carers": { silent, adopted: "both", choices: { both: { says: "Both.", set: {} }, one: { says: "One.", set: { mostCarers: 1 } } } },
      ...(of === "price" ? {} : { per }),
    },
  ),
  undelivered: clause<UndeliveredTerms>(undelivered(of), {
    refused: {
      silent,
      adopted: "half",
      choices: { half: { says: "Half.", set: { outcomes: undelivered(of).outcomes } }, quarter: { says: "A quarter.", set: { outcomes: { ...undelivered(of).outcomes, refused: { kind: "share-of-planned", share: "0.25", of } } } } },
    },
  }),
});

/** What a reading must leave alone: kind, punctuality class and what is paid, before any price. */
function verdict({ kind, punctuality, payment }: VisitAssessment<Call>): string {
  const shares = payment.lines.flatMap((line) => (line.kind === "paid" && line.share !== undefined ? [[line.minutesPaid, line.share]] : []));
  const grouped = payment.lines.flatMap((line) => (line.kind === "grouped" ? [[line.minutes, line.group.carer, line.group.firstDay]] : []));
  return JSON.stringify([kind.kind, punctuality.class, payment.minutesPaid, shares, grouped]);
}

const OUTCOMES: readonly (Outcome | null)[] = [null, null, null, "no-access", "refused", "aborted", "hospital", "other"];
const START = 1_773_648_000; // 2026-03-16T08:00:00Z
const aVisit: fc.Arbitrary<VisitInput<Call>> = fc
  .record({ planned: fc.constantFrom(0, 15, 30, 60), required: fc.constantFrom(1, 2), outcome: fc.constantFrom(...OUTCOMES), logs: fc.array(fc.record({ late: fc.integer({ min: -1500, max: 1500 }), stay: fc.integer({ min: 0, max: 4500 }), open: fc.integer({ min: 0, max: 8 }) }), { maxLength: 3 }) })
  .map(({ planned, required, outcome, logs }) => ({
    callType: "call",
    plannedStart: new Date(START * 1000),
    plannedEnd: new Date((START + planned * 60) * 1000),
    carersRequired: required,
    outcome,
    attendances: logs.map(({ late, stay, open }, i) => ({ carer: `C${i % 2}`, logIn: new Date((START + late) * 1000), logOut: open === 0 ? null : new Date((START + late + stay) * 1000) })),
  }));

it.each(["length", "price"] as const)("a visit rests on a reading exactly when another choice of it changes its kind, punctuality or pay (shares of a %s)", (of) => {
  const rules = compile(council(of));
  const others = readingsOf(council(of)).flatMap(({ reading, adopted, choices }) =>
    choices.filter(({ choice }) => choice !== adopted).map(({ choice }) => ({ reading, rules: compile(withReading(council(of), reading, choice)) })),
  );
  expect(others.length).toBeGreaterThan(8);
  fc.assert(
    fc.property(aVisit, (input) => {
      const assessment = assessVisit(input, rules);
      const expected = new Set(others.filter((other) => verdict(assessVisit(input, other.rules)) !== verdict(assessment)).map(({ reading }) => reading));
      expect(new Set(assessment.restsOn.map(({ reading }) => reading))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
