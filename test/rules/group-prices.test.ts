import { describe, expect, it } from "vitest";
import type { Grouping } from "../../src/payment/basis.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import type { BandedRateTerms, RateBand } from "../../src/payment/rate-bands.js";
import type { OneRateTerms, RateTerms } from "../../src/payment/rate.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { compile } from "../../src/rules/compile.js";
import type { Clauses } from "../../src/rules/council.js";
import { type GroupPayment, payGroups } from "../../src/rules/groups.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, TWELVE_POUNDS, clause, payingCouncil, version, visit } from "../published-rules/paying-council.js";

const of = { provider: "P", serviceUser: "SU" };
const quarterHours = clause({ kind: "increments", partMinutes: "dropped", minutes: 15, round: "down" } as const);

/** A month's time added up, paid in whole quarter hours unless other clauses say otherwise. */
function monthly(severalRates: Grouping["severalRates"], clauses: Clauses<Call>) {
  const per: Grouping = { kind: "added-up", over: "calendar-month", carers: "together", services: "together", severalRates };
  return payingCouncil("by-the-month-council", { paidMinutes: quarterHours, basis: clause({ ...ACTUAL, per } as const), ...clauses });
}

/** What one group of visits comes to, and what each line of it completes. */
function settled(visits: readonly VisitInput<Call>[], severalRates: Grouping["severalRates"], clauses: Clauses<Call>): Pick<GroupPayment, "payment"> & { completed: (number | null)[] } {
  const rules = compile(monthly(severalRates, clauses));
  const all = payGroups(visits.map((one, i) => assessVisit({ id: `V${i + 1}`, ...of, ...one }, rules)), rules);
  expect(all).toHaveLength(1);
  return { payment: all[0]!.payment, completed: all[0]!.lines.map(({ completed }) => completed?.minutesPaid ?? null) };
}
const paymentOf = (...of: Parameters<typeof settled>) => settled(...of).payment;

const paid = (minutes: number, minutesPaid: number, amount: string) => ({ kind: "paid", minutes, minutesPaid, amount });
const unpaid = (minutes: number, reason: string) => ({ kind: "unpaid", reason, minutes });

/** Twenty-two minutes in the morning, and as many in the evening. */
const morning = visit("2026-03-16", "09:00-09:30", ["09:00-09:22"]);
const evening = visit("2026-03-16", "20:00-20:30", ["20:00-20:22"]);
const nextDay = visit("2026-03-17", "09:00-09:30", ["09:00-09:22"]);

const hourly = (pounds: string) => ({ kind: "hourly", pounds }) as const;
const lengths = (...all: readonly (readonly [number, number, string])[]) => ({ kind: "by-length", lengths: all.map(([from, to, pounds]) => ({ from, to, pounds })) }) as const;
const bands = (all: readonly RateBand[], more: Partial<BandedRateTerms> = {}): BandedRateTerms => ({ kind: "bands", dayKinds: [], bands: all, across: "split", times: "paid", ...more });
const dayAndNight = (day: RateBand["price"], night: RateBand["price"], more: Partial<BandedRateTerms> = {}) => bands([{ name: "day", when: { hours: "07:00-20:00" }, price: day }, { name: "night", when: { hours: "20:00-07:00" }, price: night }], more);
const rate = (terms: RateTerms) => ({ rate: clause(terms) });
/** One rate to 16 March, another from the 17th. */
const changing = (first: RateTerms, then: RateTerms) => ({ rate: { versions: [version(first, { lastDay: "2026-03-16" }), version(then, { firstDay: "2026-03-17" })] } });
const twentyFour: OneRateTerms = { ...TWELVE_POUNDS, hourly: "24.00" };

describe("a group at several rates", () => {
  it("has no price where the terms do not say how to share out its time, and else each line has what it completes", () => {
    for (const [clauses, other, price] of [[changing(TWELVE_POUNDS, twentyFour), nextDay, "9.00"], [rate(dayAndNight(hourly("12.00"), hourly("24.00"))), evening, "9.00"]] as const) {
      expect(paymentOf([morning, other], "undetermined", clauses)).toEqual(unpaid(44, "several-rates-in-group"));
      // 22 minutes complete 15 at 20p; with the 7 left over the other 22 complete 15 at 40p.
      expect(settled([morning, other], "as-completed", clauses)).toEqual({ payment: paid(44, 30, price), completed: [15, 15] });
    }
  });

  it("that are the same by the hour has one, whether they are one rate or bands", () => {
    expect(paymentOf([morning, nextDay], "undetermined", changing(TWELVE_POUNDS, { ...TWELVE_POUNDS }))).toEqual(paid(44, 30, "6.00"));
    expect(paymentOf([morning, evening], "undetermined", rate(dayAndNight(hourly("12.00"), hourly("12.0"))))).toEqual(paid(44, 30, "6.00"));
    expect(paymentOf([morning, nextDay], "undetermined", changing(TWELVE_POUNDS, bands([{ name: "all", when: "otherwise", price: hourly("12.00") }])))).toEqual(paid(44, 30, "6.00"));
  });

  it("of one rate and of bands is each paid what it completes", () => {
    const clauses = changing(TWELVE_POUNDS, bands([{ name: "all", when: {}, price: hourly("24.00") }]));
    expect(paymentOf([morning, nextDay], "undetermined", clauses)).toEqual(unpaid(44, "several-rates-in-group"));
    expect(paymentOf([morning, nextDay], "as-completed", clauses)).toEqual(paid(44, 30, "9.00"));
    expect(paymentOf([morning, nextDay, { ...nextDay, id: "V3" }], "as-completed", clauses)).toEqual(paid(66, 60, "21.00"));
  });

  it("whose table shares nothing out has none: a part of it has no row of its own", () => {
    const holed: PaidMinutesTerms = { kind: "rows", partMinutes: "dropped", rows: [{ from: 30, to: "open", becomes: 45 }], filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } };
    const clauses = { ...changing(TWELVE_POUNDS, twentyFour), paidMinutes: clause(holed) };
    expect(settled([morning, nextDay], "as-completed", clauses)).toEqual({ payment: unpaid(44, "several-rates-in-group"), completed: [null, null] });
    // At one rate nothing has to be shared out.
    expect(settled([morning, nextDay], "as-completed", { ...clauses, ...rate(TWELVE_POUNDS) })).toEqual({ payment: paid(44, 45, "9.00"), completed: [null, null] });
    expect(settled([morning], "as-completed", clauses)).toEqual({ payment: unpaid(22, "no-row"), completed: [null] });
  });

  it("a line reaches another band by its own minutes, not by those it completes: up to the boundary, and a minute past it", () => {
    const clauses = rate(dayAndNight(hourly("12.00"), hourly("24.00")));
    const to = (end: string) => paymentOf([visit("2026-03-16", "19:40-20:00", [`19:40-${end}`])], "undetermined", clauses);
    expect(to("20:00")).toEqual(paid(20, 15, "3.00"));
    expect(to("20:01")).toEqual(unpaid(21, "several-rates-in-group"));
    // As completed, the quarter hour that is paid lies in the day.
    expect(paymentOf([visit("2026-03-16", "19:40-20:00", ["19:40-20:01"])], "as-completed", clauses)).toEqual(paid(21, 15, "3.00"));
  });
});

describe("a group by prices for lengths", () => {
  const prices = lengths([15, 15, "5.00"], [30, 30, "9.00"]);

  it("is one length at one band, whatever its lines, and a length without a price has none", () => {
    const clauses = rate(bands([{ name: "all", when: {}, price: prices }], { across: "by-start" }));
    expect(paymentOf([morning], "undetermined", clauses)).toEqual(paid(22, 15, "5.00"));
    expect(paymentOf([morning, evening], "undetermined", clauses)).toEqual(paid(44, 30, "9.00"));
    expect(paymentOf([morning, evening, nextDay], "undetermined", clauses)).toEqual(unpaid(66, "no-price-for-length"));
  });

  it("at two bands is at two prices, also where these are the same for now", () => {
    const clauses = rate(dayAndNight(prices, prices, { across: "by-start" }));
    expect(paymentOf([morning, evening], "undetermined", clauses)).toEqual(unpaid(44, "several-rates-in-group"));
    expect(paymentOf([morning, evening], "as-completed", clauses)).toEqual(paid(44, 30, "10.00"));
  });

  it("a line that completes nothing needs no price; one that completes a length without one leaves the group without", () => {
    const clauses = rate(dayAndNight(prices, lengths([30, 30, "12.00"]), { across: "by-start" }));
    const night = (to: string) => visit("2026-03-16", "20:00-20:30", [`20:00-${to}`]);
    expect(settled([morning, night("20:07")], "as-completed", clauses)).toEqual({ payment: paid(29, 15, "5.00"), completed: [15, 0] });
    expect(paymentOf([morning, night("20:08")], "as-completed", clauses)).toEqual(unpaid(30, "no-price-for-length"));
    expect(settled([morning, night("20:23")], "as-completed", clauses)).toEqual({ payment: paid(45, 45, "17.00"), completed: [15, 30] });
  });
});

describe("a group of which a line has no price has none, and says why", () => {
  it.each([
    ["no rate in force on the day of the first", [morning, nextDay], { rate: { versions: [version(TWELVE_POUNDS, { firstDay: "2026-03-17" })] } }, "no-rule-in-force"],
    ["nor of the last", [morning, nextDay], { rate: { versions: [version(TWELVE_POUNDS, { lastDay: "2026-03-16" })] } }, "no-rule-in-force"],
    ["no statement in force on the day of the first", [morning, nextDay], { statement: { versions: [version({ rounding: "statement-half-up", period: "period-assessed" } as const, { firstDay: "2026-03-17" })] } }, "no-rule-in-force"],
    ["nor of the last", [morning, nextDay], { statement: { versions: [version({ rounding: "statement-half-up", period: "period-assessed" } as const, { lastDay: "2026-03-16" })] } }, "no-rule-in-force"],
    ["a start before the hours of the rate", [morning, evening], rate({ ...TWELVE_POUNDS, hours: "09:01-22:00" }), "no-rate-at-that-time"],
    ["an end after them", [morning, evening], rate({ ...TWELVE_POUNDS, hours: "09:00-20:21" }), "no-rate-at-that-time"],
    ["an hour without a band", [morning, evening], rate(bands([{ name: "day", when: { hours: "07:00-20:00" }, price: hourly("12.00") }])), "no-rate"],
    ["an hour with two", [morning, evening], rate(bands([{ name: "all", when: {}, price: hourly("12.00") }, { name: "night", when: { hours: "20:00-07:00" }, price: hourly("12.00") }])), "several-rates"],
    ["a zone that nobody gave", [morning, evening], rate(bands([{ name: "town", when: { zones: ["town"] }, price: hourly("12.00") }])), "zone-not-known"],
  ] as const)("%s", (_what, visits, clauses, reason) => {
    for (const severalRates of ["undetermined", "as-completed"] as const) expect(paymentOf(visits, severalRates, clauses)).toEqual(unpaid(44, reason));
  });

  it("from the hours of the rate to their end, both included, it has one", () => {
    expect(paymentOf([morning, evening], "undetermined", rate({ ...TWELVE_POUNDS, hours: "09:00-20:22" }))).toEqual(paid(44, 30, "6.00"));
  });
});

describe("a group is rounded as one line", () => {
  // £12.01 an hour is 20 1/60p a minute: 15 minutes are 300.25p, 30 are 600.5p.
  const odd = { ...rate({ ...TWELVE_POUNDS, hourly: "12.01" }) };
  const rounding = (terms: "statement-half-up" | "line-half-up" | "line-half-even") => clause({ rounding: terms, period: "period-assessed" } as const);
  it.each([
    ["statement-half-up", "6.005"],
    ["line-half-up", "6.01"],
    ["line-half-even", "6.00"],
  ] as const)("%s: half a penny is £%s", (terms, amount) => {
    expect(paymentOf([morning, evening], "undetermined", { ...odd, statement: rounding(terms) })).toEqual(paid(44, 30, amount));
  });

  it("by the terms of its last line's day, as it is paid with that line", () => {
    const statement = { versions: [version({ rounding: "statement-half-up", period: "period-assessed" } as const, { lastDay: "2026-03-16" }), version({ rounding: "line-half-up", period: "period-assessed" } as const, { firstDay: "2026-03-17" })] };
    const short = (day: "2026-03-16" | "2026-03-17" | "2026-03-18") => visit(day, "09:00-09:30", ["09:00-09:11"]);
    expect(paymentOf([short("2026-03-16"), short("2026-03-16"), short("2026-03-17")], "undetermined", { ...odd, statement })).toEqual(paid(33, 30, "6.01"));
    expect(paymentOf([short("2026-03-17"), short("2026-03-18"), short("2026-03-16")], "undetermined", { ...odd, statement })).toEqual(paid(33, 30, "6.01"));
    expect(paymentOf([short("2026-03-16"), short("2026-03-16"), { ...short("2026-03-16"), id: "Z" }], "undetermined", { ...odd, statement })).toEqual(paid(33, 30, "6.005"));
  });
});
