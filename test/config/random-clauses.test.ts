import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessVisit, bankHolidays, captureBy, chargeOf, chargesFor, compile, contractOf, payGroups, scorecard, timeBank, timeBankPeriods, visitLength } from "../../src/index.js";
import { inForce } from "../../src/contract/clause.js";
import { CAPTURE_METHODS } from "../../src/ecm/columns.js";
import { UNPAID_REASONS } from "../../src/payment/basis.js";
import type { Council } from "../../src/rules/council.js";
import { dayNumber } from "../../src/shared/day.js";
import { asMoment } from "../../src/shared/moment.js";
import { FACTS, MEASURES, TASKS, capture, scorecard as scorecards, timeBank as timeBanks, visitLength as visitLengths } from "./arbitrary-beside.ts";
import { councils } from "./arbitrary-council.ts";
import { DAYS, visits } from "./arbitrary-visits.ts";

const MONEY = /^\d+(\.\d+|\/\d+)?$/;
/** A value for some of these names, in any order. */
function someOf<Value>(names: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<{ [name: string]: Value }> {
  return fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: names.length + 1 }).map((all) => Object.fromEntries(all));
}
const several = fc.array(visits, { minLength: 1, maxLength: 10 });

describe("random contracts", () => {
  it("each visit of each contract ends with a result or a named reason, and so does each group of them", () => {
    let contracts = 0;
    fc.assert(
      fc.property(councils, several, (council, all) => {
        for (const name of Object.keys(council.contracts ?? {})) {
          contracts++;
          const rules = compile(contractOf(council, name), { bankHolidays });
          const assessed = all.map((visit, i) => assessVisit({ ...visit, id: `V${i}` }, rules));
          for (const { payment } of assessed) {
            expect(payment.amount).toMatch(MONEY);
            for (const line of payment.lines) if (line.kind === "unpaid") expect(UNPAID_REASONS).toHaveProperty([line.reason]);
          }
          for (const { payment, lines } of payGroups(assessed, rules)) {
            expect(payment.minutes).toBe(lines.reduce((sum, { minutes }) => sum + minutes, 0));
            if (payment.kind === "paid") expect(payment.amount).toMatch(MONEY);
            else expect(UNPAID_REASONS).toHaveProperty([payment.reason]);
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(contracts).toBeGreaterThan(20);
  });
});

describe("random charges", () => {
  const contributions = fc.array(fc.record({ firstDay: fc.constantFrom("2000-01-01" as const, ...DAYS), lastDay: fc.constantFrom("open" as const, ...DAYS), amount: fc.constantFrom("0", "5.00", "60.00", "9999") }), { minLength: 1, maxLength: 2 });

  it("each period of each person is charged no more than it costs or was assessed, or says why that is not known", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(councils, several, contributions, (council, all, assessed) => {
        if (council.charge === undefined) return;
        const rules = compile(chargeOf(council), { bankHolidays });
        const charges = chargesFor(all.map((visit, i) => assessVisit({ ...visit, id: `V${i}`, serviceUser: i % 2 === 0 ? "A" : "B" }, rules)), { A: assessed }, rules);
        expect(charges.length).toBeGreaterThan(0);
        for (const { serviceUser, firstDay, lastDay, cost, costKnown, charge } of charges) {
          expect(dayNumber(firstDay)).toBeLessThanOrEqual(dayNumber(lastDay));
          expect(cost).toMatch(/^\d+\.\d\d$/);
          if (charge.kind === "charged") {
            expect(Number(charge.amount)).toBeLessThanOrEqual(Number(cost));
            expect(costKnown || charge.by === "contribution" || charge.amount === cost || Number(charge.amount) === Number(cost)).toBe(true);
          } else {
            expect(["no-contribution", "several-contributions", "cost-not-known"]).toContain(charge.reason);
            expect(charge.reason !== "cost-not-known" || !costKnown).toBe(true);
          }
          if (serviceUser === "B") expect(charge).toEqual({ kind: "undetermined", reason: "no-contribution" });
          kinds.add(charge.kind === "charged" ? charge.by : charge.reason);
        }
      }),
      { numRuns: 120 },
    );
    expect([...kinds].sort()).toEqual(["contribution", "cost", "cost-not-known", "no-contribution", "several-contributions"]);
  });
});

describe("random clauses beside the assessment of visits", () => {
  it("how long a visit is to be: it conforms, does not, or names the facts that are missing", () => {
    const facts = fc.record({
      minutes: fc.option(fc.nat(120)),
      tasks: fc.option(fc.subarray([...TASKS])),
      facts: someOf(FACTS, fc.option(fc.boolean())),
    });
    fc.assert(
      fc.property(visitLengths, facts, (terms, known) => {
        const answer = visitLength(known, terms);
        expect(answer.rules.map(({ rule }) => rule)).toEqual(terms.rules.map(({ id }) => id));
        const unknown = ["minutes", "tasks", ...FACTS].filter((name) => (name === "minutes" || name === "tasks" ? known[name] === null : (known.facts[name] ?? null) === null));
        if (answer.kind !== "cannot-be-determined") {
          expect(answer.kind === "breach").toBe(answer.rules.some(({ kind }) => kind === "breach"));
          return;
        }
        expect(answer.missing.length).toBeGreaterThan(0);
        for (const name of answer.missing) expect(unknown).toContain(name);
      }),
      { numRuns: 500 },
    );
  });

  it("scorecards: a score from 0 to 1, or the measures without which there is none", () => {
    const measure = fc.record({ part: fc.nat(5), more: fc.nat(5), unknown: fc.nat(2) }).map(({ part, more, unknown }) => ({ part, whole: part + more + unknown, unknown }));
    fc.assert(
      fc.property(scorecards, someOf(MEASURES, measure), fc.constantFrom(...DAYS), (terms, all, day) => {
        const names = terms.measures.map(({ name }) => name);
        const { measures, score, grade } = scorecard(Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))), day, terms);
        expect(measures.map(({ name }) => name)).toEqual(names);
        if (score.kind === "cannot-be-determined") {
          expect(score.missing.length).toBeGreaterThan(0);
          expect(grade).toBeNull();
          return;
        }
        const [numerator, denominator = "1"] = score.score.split("/");
        expect(Number(numerator) / Number(denominator)).toBeGreaterThanOrEqual(0);
        expect(Number(numerator) / Number(denominator)).toBeLessThanOrEqual(1);
        expect(terms.missing === "left-out" || score.leftOut.length === 0).toBe(true);
        expect(grade === null).toBe(terms.grades.length === 0);
        if (grade?.kind === "cannot-be-determined") expect(["no-grade", "several-grades"]).toContain(grade.reason);
      }),
      { numRuns: 500 },
    );
  });

  it("capture: every log with a log-in or a log-out by its method, and the share of what the terms count", () => {
    const moment = fc.option(fc.nat(1000).map(asMoment));
    const row = fc.record({ provider: fc.constantFrom("P", "Q"), visit: fc.constantFrom("V1", "V2"), day: fc.constantFrom(20528, 20529), logIn: moment, logOut: moment, captureMethod: fc.option(fc.constantFrom(...CAPTURE_METHODS)) });
    fc.assert(
      fc.property(capture, fc.array(row, { maxLength: 12 }), (terms, rows) => {
        const counted = rows.filter(({ logIn, logOut }) => logIn !== null || logOut !== null);
        const answer = captureBy(rows, terms);
        expect([...answer.keys()].sort()).toEqual([...new Set(counted.map(({ provider }) => provider))].sort());
        for (const [provider, { methods, electronic }] of answer) {
          const own = counted.filter((one) => one.provider === provider);
          expect(Object.values(methods).reduce((sum, count) => sum + count, 0)).toBe(own.length);
          expect(electronic.part + (electronic.unknown ?? 0)).toBeLessThanOrEqual(electronic.whole);
          const measured = own.filter(({ captureMethod }) => captureMethod !== null || terms.notGiven !== "left-out");
          expect(electronic.whole).toBe(terms.of === "attendances" ? measured.length : new Set(measured.map(({ day, visit }) => `${day} ${visit}`)).size);
          expect(terms.notGiven === "unknown" || electronic.unknown === 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("time banks: no minute is lost, and what was not taken has a reason; or the terms that nobody stated are named", () => {
    const account = { firstDay: "2026-03-16", lastDay: "2026-06-30" } as const;
    const entry = fc.record({ day: fc.constantFrom("2026-03-15", "2026-03-16", "2026-03-29", "2026-03-31", "2026-04-01", "2026-06-30", "2026-02-30"), kind: fc.constantFrom("deposit" as const, "withdrawal" as const), minutes: fc.constantFrom(-1, 0, 0.5, 1, 30, 45, 600) });
    fc.assert(
      fc.property(timeBanks, fc.array(entry, { maxLength: 8 }), fc.array(fc.nat(2000), { maxLength: 20 }), (terms, some, planned) => {
        const entries = some.map((one, i) => ({ id: `E${i % 6}`, ...one })) as Parameters<typeof timeBank>[0]["entries"];
        const answer = timeBank({ ...account, entries, planned: timeBankPeriods(account, terms).flatMap((firstDay, i) => (planned[i] === undefined ? [] : [{ firstDay, minutes: planned[i] }])) }, terms);
        if (answer.kind === "cannot-be-determined") {
          expect(answer.unstated).toEqual(Object.entries(terms).filter(([, value]) => value === "unstated").map(([field]) => field));
          return;
        }
        expect(answer.balance).toBe(answer.deposits - answer.withdrawals - answer.lapsed);
        expect(answer.lines.at(-1)?.balance ?? 0).toBe(answer.balance);
        for (const { reason } of answer.refused) expect(reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
        const taken = answer.lines.flatMap((line) => (line.kind === "lapse" ? [] : [line]));
        const minutes = (all: readonly { readonly minutes: number }[]) => all.reduce((sum, one) => sum + one.minutes, 0);
        expect(minutes(taken) + minutes(answer.refused)).toBe(minutes(entries));
      }),
      { numRuns: 500 },
    );
  });

  it("on every day one version of each clause that a council has is in force", () => {
    fc.assert(
      fc.property(councils, fc.constantFrom(...DAYS), (council: Council, day) => {
        for (const clause of ["contribution", "visitLength", "performanceEffects", "scorecard", "capture", "timeBank"] as const) {
          const versions = council[clause]?.versions;
          if (versions !== undefined) expect(inForce<(typeof versions)[number]>(versions, day).kind).toBe("in-force");
        }
      }),
      { numRuns: 40 },
    );
  });
});
