import { describe, expect, it } from "vitest";
import { assessVisit, compile, explain, toText } from "../../src/index.js";
import type { Day } from "../../src/shared/day.js";
import type { RateTerms } from "../../src/payment/rate.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { ACTUAL, type Call, clause, payingCouncil, visit } from "../published-rules/paying-council.js";

const DAY = "2026-03-16";
const said = (council: VisitCouncil<Call>, input: VisitInput<Call>): string => {
  const rules = compile(council);
  return toText(explain(assessVisit(input, rules), rules), 10_000);
};

describe("incentives are named, and the amounts add up", () => {
  const council = payingCouncil("incentive-council", { incentive: clause({ incentives: [{ name: "rural hour", when: { zones: ["rural"] }, for: "hour", pounds: "1.20" }, { name: "start", when: {}, for: "package", pounds: "3.00" }] } as const) });
  const paid = visit(DAY, "09:00-09:30", ["09:00-09:25"]);

  it("the price of the time, what is added, and both", () => {
    const text = said(council, { ...paid, zone: "rural", firstOfPackage: true });
    expect(text).toMatch(/In all 25 minutes at £12\.00 an hour \(.*\): £5\.00\./);
    expect(text).toContain("The incentive “rural hour” adds £0.50, at £1.20 for each hour paid (");
    expect(text).toContain("The incentive “start” adds £3.00, at £3.00 for the first visit of a package (");
    expect(text).toContain("With what is added: £8.50.");
    expect(text).toContain("paid 25 minutes for 25 minutes, £8.50 with incentives.");
  });

  it("one that cannot be determined is said, and why", () => {
    const text = said(council, { ...paid, firstOfPackage: false });
    expect(text).toContain("What the incentive “rural hour” adds cannot be determined, and is in no amount: its zone is not known (");
    expect(text).toContain("£5.00 without an incentive that cannot be determined.");
    expect(text).not.toContain("With what is added");
    expect(said(council, { ...paid, zone: "town" })).toContain("What the incentive “start” adds cannot be determined, and is in no amount: nobody has said whether the visit is the first of its package");
  });
});

describe("prices by bands are said band by band", () => {
  const evening: RateTerms = {
    kind: "bands", dayKinds: [], across: "split", times: "paid",
    bands: [{ name: "day", when: "otherwise", price: { kind: "hourly", pounds: "18.00" } }, { name: "evening", when: { hours: "20:00-07:00" }, price: { kind: "share-of", band: "day", share: "1.25" } }],
  };

  it("minutes, price and amount of each", () => {
    const text = said(payingCouncil("evening-council", { rate: clause(evening) }), visit(DAY, "19:45-20:15", ["19:45-20:15"]));
    expect(text).toContain("Band “day”: 15 minutes at £18.00 an hour, £4.50.");
    expect(text).toContain("Band “evening”: 15 minutes at a share of 1.25 of the price of “day”, £5.625.");
    expect(text).toMatch(/In all 30 minutes by bands of rates \(.*\): £10\.125\./);
  });

  describe("how a band was chosen is said where the time that is paid does not say it", () => {
    const told = (across: "split" | "by-start" | "higher", times: "paid" | "planned", planned: string, there: string): string[] => {
      const text = said(payingCouncil("across-council", { rate: clause({ ...evening, across, times } as const) }), visit(DAY, planned, [there]));
      return text.match(/(?<=Band .*\n)  (That band|The bands|Its ).*/g)?.map((line) => line.trim()) ?? [];
    };

    it("by its start", () => {
      expect(told("by-start", "planned", "19:45-20:15", "20:05-20:35")).toEqual(["That band is chosen by its planned start, 19:45, for all of the minutes paid."]);
      expect(told("by-start", "paid", "19:45-20:15", "19:55-20:25")).toEqual(["That band is chosen by its start, 19:55, for all of the minutes paid."]);
      expect(told("by-start", "planned", "19:45-20:15", "19:30-20:00"), "one band to its very end").toEqual([]);
      expect(told("by-start", "planned", "20:00-20:30", "20:05-20:35")).toEqual([]);
    });

    it("by the highest price that it reaches", () => {
      expect(told("higher", "paid", "19:45-20:15", "19:40-20:05")).toEqual(["Its time reaches the bands “day” and “evening”: the one of the highest price is taken for all of the minutes paid."]);
      expect(told("higher", "planned", "19:45-20:15", "19:30-19:50")).toEqual(["Its planned times reach the bands “day” and “evening”: the one of the highest price is taken for all of the minutes paid."]);
      expect(told("higher", "planned", "20:00-20:30", "19:40-20:05")).toEqual(["That band is chosen by its planned times."]);
      expect(told("higher", "paid", "20:00-20:30", "20:00-20:30")).toEqual([]);
    });

    it("by its planned times, where it is split", () => {
      expect(told("split", "planned", "19:45-20:15", "20:05-20:35")).toEqual(["The bands are chosen by its planned times: the minutes paid are laid from 19:45 on."]);
      expect(told("split", "planned", "19:45-20:15", "19:45-20:15")).toEqual([]);
      expect(told("split", "paid", "19:45-20:15", "19:50-20:35")).toEqual([]);
    });
  });

  it("a length that is listed at its price, any other by the hour where the terms say so", () => {
    const lengths = [{ from: 15, to: 30, pounds: "9.00" }, { from: 60, to: "open", pounds: "20.00" }] as const;
    const byLength: RateTerms = { ...evening, across: "by-start", bands: [{ name: "day", when: "otherwise", price: { kind: "by-length", lengths, otherwise: { kind: "hourly", pounds: "24.00" } } }] };
    const band = (minutes: number) => said(payingCouncil("length-council", { rate: clause(byLength) }), visit(DAY, "09:00-10:00", [`09:00-${minutes < 60 ? `09:${minutes}` : `10:${String(minutes - 60).padStart(2, "0")}`}`])).match(/Band .*/)![0];
    expect(band(14)).toBe("Band “day”: 14 minutes at £24.00 an hour, as no price is listed for that length, £5.60.");
    expect(band(15)).toBe("Band “day”: 15 minutes at the price for that length, £9.00.");
    expect(band(30)).toBe("Band “day”: 30 minutes at the price for that length, £9.00.");
    expect(band(31)).toBe("Band “day”: 31 minutes at £24.00 an hour, as no price is listed for that length, £12.40.");
    expect(band(59)).toBe("Band “day”: 59 minutes at £24.00 an hour, as no price is listed for that length, £23.60.");
    expect(band(60)).toBe("Band “day”: 60 minutes at the price for that length, £20.00.");
    expect(band(90)).toBe("Band “day”: 90 minutes at the price for that length, £20.00.");
  });

  it("a band chosen by the carers required says so where fewer came", () => {
    const double: RateTerms = { ...evening, across: "by-start", bands: [{ name: "single", when: "otherwise", price: { kind: "hourly", pounds: "20.00" } }, { name: "double", when: { carersRequired: [2] }, price: { kind: "hourly", pounds: "19.00" } }] };
    const council = payingCouncil("double-council", { rate: clause(double) });
    expect(said(council, visit(DAY, "09:00-10:00", ["09:00-10:00"], { carersRequired: 2 }))).toContain("Band “double”: 60 minutes at £19.00 an hour, £19.00.\n  That band is chosen by the carers required, 2; 1 came.");
    expect(said(council, visit(DAY, "09:00-10:00", ["09:00-10:00"]))).not.toContain("chosen by the carers");
  });
});

describe("where outcomes decide, the outcome and its clause are said", () => {
  const nothing = { kind: "nothing" } as const;
  const outcomes = { "no-access": nothing, hospital: nothing, "cancelled-by-person": nothing, "cancelled-by-council": nothing, "provider-failure": nothing, refused: { kind: "share-of-planned", share: "0.5", of: "price" }, aborted: { kind: "planned-length" }, frustrated: { kind: "actual-time" }, suspended: nothing, other: { kind: "undetermined" } } as const;
  const undelivered = clause({ outcomes, unexplained: nothing, pastThreshold: nothing, tooFewCarers: { kind: "fixed-minutes", minutes: 15 } } as const);
  const council = payingCouncil("outcomes-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered });

  it("in place of the basis, which does not decide", () => {
    const refused = said(council, visit(DAY, "09:00-10:00", ["09:00-09:10"], { outcome: "refused" }));
    expect(refused).toContain("For the outcome “refused” the contract pays a share of 0.5 of the price of the planned length (");
    expect(refused).not.toContain("Actual time is what counts");
    expect(said(council, visit(DAY, "09:00-10:00", ["09:00-09:10"], { outcome: "aborted" }))).toContain("For the outcome “aborted” the contract pays the planned length (");
    expect(said(council, visit(DAY, "09:00-10:00", [], { outcome: "hospital" }))).toContain("For the outcome “hospital” the contract pays nothing (");
    expect(said(council, visit(DAY, "09:00-10:00", []))).toContain("For a visit that nobody attended or explained the contract pays nothing (");
    expect(said(council, visit(DAY, "09:00-10:00", ["09:00-10:00"], { carersRequired: 2 }))).toContain("For a visit to which fewer carers came than required the contract pays 15 minutes, whatever was planned (");
  });

  it("a share of the planned length is said with what it is cut to; a share of the price with the price", () => {
    const half = { kind: "share-of-planned", share: "0.5", of: "length" } as const;
    const shared = payingCouncil("half-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause({ ...undelivered.versions[0]!, outcomes: { ...outcomes, refused: half, "no-access": { ...half, share: "0.3333" }, hospital: { ...half, share: "1" } } } as const) });
    const refused = said(shared, visit(DAY, "12:00-12:45", [], { outcome: "refused" }));
    expect(refused).toContain("Of the planned length, from 12:00 to 12:45, a share of 0.5 is what counts: 22 minutes 30 seconds; 22 minutes with part-minutes dropped.");
    expect(refused).toContain("Paid 22 minutes for 22 planned minutes, £4.40:");
    expect(refused).toContain("Excused; paid 22 minutes for 22 planned minutes, £4.40.");
    expect(said(shared, visit(DAY, "12:00-12:44", [], { outcome: "refused" })), "nothing is cut").toContain("Of the planned length, from 12:00 to 12:44, a share of 0.5 is what counts: 22 minutes.");
    expect(said(shared, visit(DAY, "12:00-12:45", [], { outcome: "no-access" })), "a part of a second").toContain("Of the planned length, from 12:00 to 12:45, a share of 0.3333 is what counts: 14 minutes, with part-minutes dropped.");
    expect(said(shared, visit(DAY, "12:00-12:45", [], { outcome: "hospital" })), "all of it").toContain("The planned length, from 12:00 to 12:45, is what counts: 45 minutes.");
    const line = assessVisit(visit(DAY, "12:00-12:45", [], { outcome: "refused" }), compile(shared)).payment.lines[0]!;
    expect(toText(explain(line, compile(shared)), 10_000), "of the line alone").toContain("Of the planned length, from 12:00 to 12:45, a part is what counts: 22 minutes, with part-minutes dropped.");
    expect(said(council, visit(DAY, "09:00-10:00", [], { outcome: "refused" }))).toContain("Excused; paid 60 minutes for 60 planned minutes at a share of 0.5 of the price, £6.00.");
    expect(said(council, visit(DAY, "09:00-10:00", [], { outcome: "refused", carersRequired: 2 }))).toContain("Excused; paid 120 minutes for 60 planned minutes and 60 planned minutes, each at a share of 0.5 of the price, £12.00.");
  });

  it("minutes that nobody logged are not said as time that was there", () => {
    const short = said(council, visit(DAY, "09:00-10:00", ["09:00-10:00"], { carersRequired: 2 }));
    expect(short).toContain("Delivered, on time; paid 30 minutes that the terms fix, £6.00.");
    expect(short.match(/^Payment.*$/gm)).toEqual(["Payment, 1 of 2", "Payment, 2 of 2"]);
    expect(said(council, visit(DAY, "09:00-10:00", ["09:00-09:10"], { outcome: "aborted" }))).toContain("Excused; paid 60 minutes for 60 planned minutes, £12.00.");
    expect(said(council, visit(DAY, "09:00-10:00", ["09:00-09:50"]))).toContain("Delivered, on time; paid 50 minutes for 50 minutes, £10.00.");
  });

  it("the basis stands where it does decide", () => {
    expect(said(council, visit(DAY, "09:00-10:00", ["09:00-09:10"], { outcome: "frustrated" }))).toContain("Actual time is what counts");
    const delivered = said(council, visit(DAY, "09:00-10:00", ["09:00-09:50"]));
    expect(delivered).toContain("Actual time is what counts");
    expect(delivered).not.toContain("the contract pays");
  });
});

it("where the least is above the most, it is said that the most won", () => {
  const limits = clause({ ...ACTUAL, least: { of: { kind: "minutes", minutes: 15 }, whereNothing: "nothing" }, most: { kind: "planned-plus", minutes: 5 } } as const);
  const council = payingCouncil("limits-council", { basis: limits });
  expect(said(council, visit(DAY, "09:00-09:05", ["09:00-09:10"]))).toContain("but the least that is paid, 15 minutes, is above the most for this visit, 10 minutes, and the most is applied after it: 10 minutes, £2.00.");
  expect(said(council, visit(DAY, "09:00-09:10", ["09:00-09:10"]))).not.toContain("is above the most");
});

it("a stay over a change of the clocks says so, and no other", () => {
  const told = (day: Day, after: Day): string => said(payingCouncil("night-council", {}), { ...visit(day, "22:00-23:00", []), plannedEnd: `${after}T07:00`, attendances: [{ carer: "C1", logIn: `${day}T22:00`, logOut: `${after}T07:10` }] });
  const there = (day: Day, after: Day): string => told(day, after).match(/C1 was there .*/)![0];
  expect(told("2026-10-24", "2026-10-25")).toContain("planned from 22:00 to 07:00 on Sunday 25 October 2026, and the clocks went back in that time.");
  expect(told("2026-10-25", "2026-10-26")).toContain("planned from 22:00 to 07:00 on Monday 26 October 2026.");
  expect(there("2026-10-24", "2026-10-25")).toBe("C1 was there from 22:00 to 07:10 on Sunday 25 October 2026, and the clocks went back in that time: 610 minutes.");
  expect(there("2026-03-28", "2026-03-29")).toBe("C1 was there from 22:00 to 07:10 on Sunday 29 March 2026, and the clocks went forward in that time: 490 minutes.");
  expect(there("2026-10-25", "2026-10-26")).toBe("C1 was there from 22:00 to 07:10 on Monday 26 October 2026: 550 minutes.");
});

describe("why the planned length counts where actual time would have is said, with the clause", () => {
  const of = (basis: object, input: VisitInput<Call>): string | undefined => said(payingCouncil("returning-council", { basis: clause({ ...ACTUAL, ...basis } as typeof ACTUAL) }), input).match(/It counts because .*? \(/)?.[0].slice(0, -2);
  const anyLog = { basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "no-actual", unexplained: "planned-length" } } as const;
  const inTime = { basis: { ...anyLog.basis, inTime: "as-the-visit-says" } } as const;
  const open = visit(DAY, "09:00-10:00", ["09:00-09:50", "09:00-"], { carersRequired: 2 });

  it("a missing log-out, of which carer; or of the visit that is paid once", () => {
    expect(of(anyLog, open)).toBe("It counts because the log-out of C2 is missing");
    expect(of({ ...anyLog, per: "visit" }, open)).toBe("It counts because a log-out is missing");
    expect(of({ ...inTime, per: "visit" }, { ...open, returnedInTime: true })).toBe("It counts because a log-out is missing");
  });

  it("no log, or actual time that did not come in time", () => {
    expect(of(anyLog, visit(DAY, "09:00-10:00", []))).toBe("It counts because nobody logged in");
    expect(of(inTime, { ...open, returnedInTime: false })).toBe("It counts because its actual time did not come in time");
    expect(of({ basis: { ...anyLog.basis, inTime: { kind: "days-after-visit", days: 2 } } }, { ...open, returnedOn: "2026-03-19" })).toBe("It counts because its actual time did not come in time");
  });

  it("nothing is said where time there counts, or where the planned length always does", () => {
    expect(of(anyLog, visit(DAY, "09:00-10:00", ["09:00-09:50"]))).toBeUndefined();
    expect(of({ basis: "planned" }, visit(DAY, "09:00-10:00", ["09:00-09:50"]))).toBeUndefined();
  });
});
