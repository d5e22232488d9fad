import { describe, expect, it } from "vitest";
import type { UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import type { RateTerms } from "../../src/payment/rate.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { compile } from "../../src/rules/compile.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import { payGroups } from "../../src/rules/groups.js";
import type { BasisTerms } from "../../src/payment/basis.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, assessed, clause, paid, payingCouncil, unpaidBecause } from "../published-rules/paying-council.ts";

/** A visit of 16 March 2026 whose plan has no time. */
function untimed(facts: Partial<VisitInput<Call>> = {}, logs: readonly [string, string][] = []): VisitInput<Call> {
  const attendances = logs.map(([logIn, logOut], i) => ({ carer: `C${i + 1}`, logIn: `2026-03-16T${logIn}`, logOut: `2026-03-16T${logOut}` }));
  return { callType: "call", plannedStart: null, plannedEnd: null, plannedDay: "2026-03-16", attendances, ...facts };
}
const came: [string, string][] = [["09:00", "09:37"]];

function withBasis(basis: Partial<BasisTerms>): VisitCouncil<Call> {
  return payingCouncil("whose-time-council", { basis: clause({ ...ACTUAL, ...basis }) });
}

function paying(cancelled: UndeliveredPay): VisitCouncil<Call> {
  const nothing = { kind: "nothing" } as const;
  const outcomes: UndeliveredTerms["outcomes"] = {
    "no-access": nothing,
    hospital: cancelled,
    "cancelled-by-person": cancelled,
    "cancelled-by-council": nothing,
    "provider-failure": nothing,
    refused: nothing,
    aborted: nothing,
    frustrated: nothing,
    suspended: nothing,
    other: nothing,
  };
  return payingCouncil("by-outcome-council", {
    basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const),
    undelivered: clause<UndeliveredTerms>({ outcomes, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" }),
  });
}

describe("a plan without a time: what is logged is paid, what counts from the plan is not guessed", () => {
  it("actual time needs no plan", () => {
    expect(paid(withBasis({}), untimed({}, came))).toEqual({ minutes: 37, pounds: "7.40" });
  });

  it.each([
    ["the planned length", { basis: "planned" }],
    ["time within the plan", { basis: "actual-within-planned" }],
    ["the planned length where no actual time came in time", { basis: { kind: "planned-where-no-actual", inTime: "as-the-visit-says", missingLogOut: "unpaid", unexplained: "planned-length" } }],
    ["a most that is the planned length", { most: "planned-length" }],
    ["a least that is the planned length and some minutes", { least: { of: { kind: "planned-plus", minutes: 5 }, whereNothing: "nothing" } }],
  ] as const)("%s: there is no planned length", (_what, basis) => {
    expect(unpaidBecause(withBasis(basis), untimed({ returnedInTime: false }, came))).toBe("no-planned-length");
  });

  it("a most or a least in minutes needs no plan", () => {
    expect(paid(withBasis({ most: { kind: "minutes", minutes: 30 } }), untimed({}, came)).minutes).toBe(30);
    expect(paid(withBasis({ least: { of: { kind: "minutes", minutes: 45 }, whereNothing: "nothing" } }), untimed({}, came)).minutes).toBe(45);
  });

  it("so many days after the day of the visit: the day is enough", () => {
    const council = withBasis({ basis: { kind: "planned-where-no-actual", inTime: { kind: "days-after-visit", days: 2 }, missingLogOut: "unpaid", unexplained: "planned-length" } });
    expect(paid(council, untimed({ returnedOn: "2026-03-18" }, came)).minutes).toBe(37);
    expect(unpaidBecause(council, untimed({ returnedOn: "2026-03-19" }, came))).toBe("no-planned-length");
  });
});

describe("a plan without a time, and a visit that did not go to plan", () => {
  const cancelled = (facts: Partial<VisitInput<Call>>): VisitInput<Call> => untimed({ outcome: "cancelled-by-person", ...facts });

  it("fixed minutes have no time to begin at, so no rate can be looked up", () => {
    expect(unpaidBecause(paying({ kind: "fixed-minutes", minutes: 15 }), cancelled({}))).toBe("no-planned-time");
  });

  it("a share of a planned length that there is not", () => {
    for (const of of ["length", "price"] as const) expect(unpaidBecause(paying({ kind: "share-of-planned", share: "0.5", of }), cancelled({}))).toBe("no-planned-length");
  });

  it("notice in hours counts from the planned start: not known without one", () => {
    const council = paying({ kind: "by-notice", tiers: [{ notice: { count: 24, unit: "hours" }, pays: { kind: "nothing" } }], otherwise: { kind: "planned-length" } });
    expect(unpaidBecause(council, cancelled({ noticeGiven: "2026-03-01T09:00" }))).toBe("no-planned-time");
    expect(unpaidBecause(council, cancelled({}))).toBe("notice-not-known");
  });

  it("notice in days counts from the day, which is known", () => {
    const council = paying({ kind: "by-notice", tiers: [{ notice: { count: 2, unit: "days" }, pays: { kind: "nothing" } }], otherwise: { kind: "planned-length" } });
    expect(unpaidBecause(council, cancelled({ noticeGiven: "2026-03-14T23:59" }))).toBe("notice-pays-nothing");
    expect(unpaidBecause(council, cancelled({ noticeGiven: "2026-03-15T00:00" }))).toBe("no-planned-length");
  });

  it("a tier in days before one in hours is answered where the days suffice", () => {
    const tiers = [{ notice: { count: 1, unit: "weeks" }, pays: { kind: "nothing" } }, { notice: { count: 48, unit: "hours" }, pays: { kind: "nothing" } }] as const;
    const council = paying({ kind: "by-notice", tiers, otherwise: { kind: "planned-length" } });
    expect(unpaidBecause(council, cancelled({ noticeGiven: "2026-03-09T12:00" }))).toBe("notice-pays-nothing");
    expect(unpaidBecause(council, cancelled({ noticeGiven: "2026-03-10T12:00" }))).toBe("no-planned-time");
  });

  it("the day in hospital is known; the length that a retainer pays is not", () => {
    const council = paying({ kind: "hospital-retainer", steps: [{ days: 14, share: "1" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "none" });
    const inHospital = (admitted: `${number}-${number}-${number}`): VisitInput<Call> => untimed({ outcome: "hospital", hospital: { admitted, discharged: null, conditionsMet: null } });
    expect(unpaidBecause(council, inHospital("2026-03-16"))).toBe("no-planned-length");
    expect(unpaidBecause(council, inHospital("2026-03-02"))).toBe("past-the-retainer");
    expect(unpaidBecause(council, inHospital("2026-03-17"))).toBe("outside-the-hospital-stay");
  });
});

describe("a plan without a time, and rates by bands", () => {
  const hourly = (pounds: string) => ({ kind: "hourly", pounds }) as const;
  const rates = (terms: Partial<RateTerms & { kind: "bands" }>): VisitCouncil<Call> =>
    payingCouncil("bands-council", {
      rate: clause<RateTerms>({ kind: "bands", dayKinds: [], bands: [{ name: "day", when: { hours: "07:00-20:00" }, price: hourly("12.00") }, { name: "evening", when: "otherwise", price: hourly("18.00") }], across: "split", times: "planned", ...terms }),
    });

  it.each(["split", "by-start", "higher"] as const)("by planned times: no price, across %s", (across) => {
    expect(unpaidBecause(rates({ across }), untimed({}, came))).toBe("no-planned-time");
  });

  it("by the times paid: priced", () => {
    expect(paid(rates({ times: "paid" }), untimed({}, came)).pounds).toBe("7.40");
  });

  it("a planned start without an end is enough where the start decides, and not where the end matters", () => {
    const noEnd = { ...untimed({}, came), plannedStart: "2026-03-16T19:59", plannedDay: null };
    expect(paid(rates({ across: "by-start" }), noEnd).pounds).toBe("7.40");
    expect(paid(rates({ across: "split" }), noEnd).pounds).toBe("11.00");
    expect(unpaidBecause(rates({ across: "higher" }), noEnd)).toBe("no-planned-time");
  });
});

describe("a plan without a time, and time that is added up", () => {
  const per = (over: "day" | "calendar-month" | "period-assessed") => ({ kind: "added-up", over, carers: "each", services: "together", severalRates: "undetermined" }) as const;

  it.each([
    ["day", "2026-03-16"],
    ["calendar-month", "2026-03-01"],
    ["period-assessed", null],
  ] as const)("by the %s: its day says which group it is in", (over, firstDay) => {
    const rules = compile(withBasis({ per: per(over) }));
    const assessment = assessVisit(untimed({ id: "V1", provider: "P1", serviceUser: "S1" }, came), rules);
    expect(payGroups([assessment], rules)).toMatchObject([{ group: { over, firstDay }, payment: { kind: "paid", minutesPaid: 37, amount: "7.40" } }]);
  });

  it("a limit by the planned length is not known, and its line is in no group", () => {
    const council = withBasis({ per: per("day"), most: "planned-length" });
    expect(unpaidBecause(council, untimed({}, came))).toBe("no-planned-length");
    expect(payGroups([assessed(council, untimed({}, came))], compile(council))).toEqual([]);
  });
});
