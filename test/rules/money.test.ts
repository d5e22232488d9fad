import { describe, expect, it } from "vitest";
import type { BandedRateTerms } from "../../src/payment/rate-bands.js";
import type { StatementTerms } from "../../src/payment/statement.js";
import type { UndeliveredTerms } from "../../src/payment/undelivered.js";
import { compile, rulesOn } from "../../src/rules/compile.js";
import type { Clauses } from "../../src/rules/council.js";
import { type PaidLine, priceOfLine, unitsOf } from "../../src/rules/money.js";
import { dayNumber } from "../../src/shared/day.js";
import { momentOf } from "../../src/shared/time-text.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";
import { ACTUAL, type Call, TWELVE_POUNDS, clause, payingCouncil, version } from "../published-rules/paying-council.js";

const at = (time: string) => momentOf(`2026-03-16T${time}`);
const line: PaidLine = { kind: "paid", carer: "C1", measured: "logged", from: at("19:50"), to: at("20:05"), minutes: 15, banded: 15, minutesPaid: 15 };
const visit = { carersRequired: 1, plannedStart: at("19:50"), plannedEnd: at("20:05") };
const oneRate = { ...TWELVE_POUNDS, hourly: "12.01" };
const bands: BandedRateTerms = {
  kind: "bands", dayKinds: [], across: "split", times: "paid",
  bands: [{ name: "day", when: { hours: "07:00-20:00" }, price: { kind: "hourly", pounds: "12.01" } }, { name: "night", when: "otherwise", price: { kind: "hourly", pounds: "24.02" } }],
};
const statement = (rounding: StatementTerms["rounding"]) => clause({ rounding, period: "period-assessed" } as const);

/** What the line costs by a council with these clauses, in pence: by bands its parts too. Both ways of asking agree. */
function pence(clauses: Clauses<Call>, more: Partial<PaidLine> = {}) {
  const rules = compile(payingCouncil("money-council", clauses));
  const day = rulesOn(rules, dayNumber("2026-03-16"));
  const price = priceOfLine({ ...line, ...more }, visit, day, rules.unitsPerPenny);
  const units = unitsOf({ ...line, ...more }, visit, day, rules.unitsPerPenny);
  if (price.kind === "unpriced") {
    expect(units).toBeNull();
    return price.reason;
  }
  expect(price.kind).toBe("priced");
  expect(units).toBe(price.units);
  return { pence: price.units / rules.unitsPerPenny, parts: price.parts?.map((part) => [part.band, part.seconds, part.units / rules.unitsPerPenny]) ?? null };
}

describe("what a paid line costs", () => {
  it("at one rate: exact, or rounded where the terms round lines", () => {
    expect(pence({ rate: clause(oneRate), statement: statement("statement-half-up") })).toEqual({ pence: 300.25, parts: null });
    expect(pence({ rate: clause(oneRate), statement: statement("line-half-up") })).toEqual({ pence: 300, parts: null });
    expect(pence({ rate: clause(oneRate), statement: statement("line-half-up") }, { minutesPaid: 30 })).toEqual({ pence: 601, parts: null });
    expect(pence({ rate: clause(oneRate), statement: statement("line-half-even") }, { minutesPaid: 30 })).toEqual({ pence: 600, parts: null });
  });

  it("by bands: its parts are exact, and their sum is rounded where the terms round lines", () => {
    const parts = [["day", 600, 1201 / 6], ["night", 300, 1201 / 6]];
    const close = (answer: ReturnType<typeof pence>) => (typeof answer === "string" ? answer : { ...answer, parts: answer.parts?.map(([band, seconds, amount]) => [band, seconds, Number((amount as number).toFixed(6))]) });
    const rounded = parts.map(([band, seconds, amount]) => [band, seconds, Number((amount as number).toFixed(6))]);
    expect(close(pence({ rate: clause(bands), statement: statement("line-half-up") }))).toEqual({ pence: 400, parts: rounded });
    const exact = pence({ rate: clause(bands), statement: statement("statement-half-up") });
    expect(typeof exact !== "string" && exact.pence).toBeCloseTo(1201 / 3, 9);
  });

  it("a share of its price, exactly, by one rate and by bands", () => {
    const nothing = { kind: "nothing" } as const;
    const pays = { ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing])) as { [O in Outcome]: typeof nothing }), refused: { kind: "share-of-planned", share: "0.75", of: "price" } } as const;
    const undelivered: UndeliveredTerms = { outcomes: pays, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" };
    const shared = { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause(undelivered) };
    const share = { share: "0.75", minutesPaid: 60 };
    expect(pence({ ...shared, rate: clause(TWELVE_POUNDS) }, share)).toEqual({ pence: 900, parts: null });
    expect(pence({ ...shared, rate: clause(TWELVE_POUNDS) }, { minutesPaid: 60 })).toEqual({ pence: 1200, parts: null });
    expect(pence({ ...shared, rate: clause(oneRate), statement: statement("line-half-up") }, share)).toEqual({ pence: 901, parts: null });
    expect(pence({ ...shared, rate: clause({ ...bands, bands: [{ name: "all", when: {}, price: { kind: "hourly", pounds: "12.00" } }] } as const) }, share)).toEqual({ pence: 900, parts: [["all", 3600, 1200]] });
  });

  it("nothing can be said of it without a rate or a statement in force, or a rate for its time", () => {
    const later = <Terms extends object>(terms: Terms) => ({ versions: [version(terms, { firstDay: "2026-03-17" })] });
    for (const terms of [oneRate, bands]) {
      expect(pence({ rate: later(terms) })).toBe("no-rule-in-force");
      expect(pence({ rate: clause(terms), statement: later({ rounding: "statement-half-up", period: "period-assessed" } as const) })).toBe("no-rule-in-force");
    }
    expect(pence({ rate: clause({ ...oneRate, hours: "07:00-20:04" }) })).toBe("no-rate-at-that-time");
    expect(pence({ rate: clause({ ...oneRate, hours: "07:00-20:05" }) })).toMatchObject({ pence: 300.25 });
    expect(pence({ rate: clause({ ...bands, bands: bands.bands.slice(0, 1) }) })).toBe("no-rate");
  });
});
