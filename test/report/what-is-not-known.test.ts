import { describe, expect, it } from "vitest";
import { type LeicesterCallType, type VisitInput, assessVisit, compile, explain, leicester, toText, withReading } from "../../src/index.js";
import type { Day } from "../../src/shared/day.js";
import type { RateTerms } from "../../src/payment/rate.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import { ACTUAL, type Call, clause, payingCouncil, visit } from "../published-rules/paying-council.js";

const DAY = "2026-05-05";
const told = (council: VisitCouncil<Call>, input: VisitInput<Call>): string => {
  const rules = compile(council);
  return toText(explain(assessVisit(input, rules), rules), 10_000);
};
const headline = (text: string): string => text.split("\n")[1]!.trim();

describe("what cannot be determined is never told as nothing", () => {
  const council = payingCouncil("not-known-council", {});

  it("a log-out that is missing, of the only carer or of one of two", () => {
    const open = told(council, visit(DAY, "09:00-10:00", ["09:00-"]));
    expect(headline(open)).toBe("Open, on time; what is paid is not known until the log-out is supplied.");
    expect(open).toContain("What is paid for C1 is not known until the log-out is supplied: ");
    expect(open).not.toMatch(/nothing is paid|not payable/i);
    const both = visit(DAY, "09:00-10:00", ["09:00-10:00", "09:00-"], { carersRequired: 2 });
    expect(headline(told(council, both))).toBe("Open, on time; paid 60 minutes for 60 minutes, £12.00; what is paid for the rest is not known until the log-out is supplied.");
  });

  it("a visit that is itself undetermined, and one for which no rate holds", () => {
    const other = told(council, visit(DAY, "09:00-10:00", [], { outcome: "other" }));
    expect(headline(other)).toBe("Undetermined; what is paid cannot be determined.");
    expect(other).toContain("What is paid cannot be determined: it cannot be determined what the visit is.");
    const rate = clause({ kind: "bands", dayKinds: [], across: "by-start", times: "paid", bands: [{ name: "town", when: { zones: ["town"] }, price: { kind: "hourly", pounds: "12.00" } }] } as const);
    const priced = payingCouncil("zones-council", { rate });
    expect(headline(told(priced, visit(DAY, "09:00-10:00", ["09:00-10:00"], { zone: "hill" })))).toBe("Delivered, on time; what is paid cannot be determined.");
    expect(headline(told(priced, visit(DAY, "09:00-10:00", ["09:00-10:00"], { zone: "town" })))).toBe("Delivered, on time; paid 60 minutes for 60 minutes, £12.00.");
  });

  it("what is open is not told as safe from every reading: no more is said than what readings are asked for", () => {
    const second = (text: string): string => text.split("\n")[2]!.trim();
    const none = "No choice of a reading is known to settle that: none would make it another kind of visit, or pay other minutes for it";
    expect(second(told(council, visit(DAY, "09:00-10:00", [], { outcome: "other" })))).toBe(`${none}.`);
    expect(second(told(council, visit(DAY, "09:00-10:00", ["09:00-10:00", "09:00-"], { carersRequired: 2 })))).toBe(`${none}.`);
    expect(second(told(council, visit(DAY, "09:00-10:00", ["09:00-10:00"])))).toBe("No other choice of a reading would change this.");
    // Where only the price is open, a reading of the price may yet settle it.
    const hours = { kind: "one-rate", hourly: "12.00", hours: "10:00-22:00" } as const;
    const scope = { silent: "Nights are not named.", adopted: "day", choices: { day: { says: "By day.", set: { hours: "10:00-22:00" } }, always: { says: "Always.", set: { hours: "every" } } } } as const;
    expect(second(told(payingCouncil("hours-council", { rate: clause<RateTerms>(hours, { scope }) }), visit(DAY, "09:00-10:00", ["09:00-10:00"])))).toBe(`${none}, but for the price, which rests on reading scope.`);
  });

  it("where nothing is paid, that stays the answer", () => {
    expect(headline(told(council, visit(DAY, "09:00-10:00", [])))).toBe("Missed; nothing is paid.");
    expect(headline(told(council, visit(DAY, "09:00-10:00", [], { outcome: "suspended" })))).toBe("Not required; nothing is paid.");
  });

  it("a visit that is known, and of which the terms leave the pay open", () => {
    const basis = clause({ ...ACTUAL, basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid", unexplained: "undetermined" } } as const);
    expect(told(payingCouncil("open-pay-council", { basis }), visit(DAY, "09:00-10:00", []))).toContain("What is paid cannot be determined: the council's terms leave undetermined what such a visit pays.");
  });

  it("an open visit whose planned length is paid is paid", () => {
    const planned = told(payingCouncil("planned-council", { basis: clause({ ...ACTUAL, basis: "planned" } as const) }), visit(DAY, "09:00-10:00", ["09:00-"]));
    expect(headline(planned)).toBe("Open, on time; paid 60 minutes for 60 planned minutes, £12.00.");
    expect(planned).toContain("Open: it was attended, but a log-out is missing.");
    expect(planned).not.toMatch(/until (it|the log-out) is (corrected|supplied)/);
  });

  it("a reading under which it could not be said is told so, both ways", () => {
    const at = (time: string): string => `2026-03-16T${time}`;
    const half: VisitInput<LeicesterCallType> = {
      callType: "standard", plannedStart: at("08:00"), plannedEnd: at("08:30"), carersRequired: 2,
      attendances: [{ carer: "C1", logIn: at("08:00"), logOut: at("08:20") }, { carer: "C2", logIn: at("08:00"), logOut: null }],
    };
    const of = (council: typeof leicester): string => {
      const rules = compile(council);
      return toText(explain(assessVisit(half, rules), rules), 10_000);
    };
    expect(of(leicester)).toContain("read as visit-once, what is paid could not be determined, where it is 15 minutes and a part that cannot be determined as adopted");
    expect(of(withReading(leicester, "per-carer", "visit-once"))).toContain("read as each-carer, 15 minutes and a part that cannot be determined would be paid, where that cannot be determined as adopted");
  });
});

describe("terms that a reading gives are told as the reading's, though no other choice changes the visit", () => {
  const at = (time: string): string => `2026-04-10T${time}`;
  const of = (input: Partial<VisitInput<LeicesterCallType>>): string => {
    const rules = compile(leicester);
    return toText(explain(assessVisit({ callType: "standard", plannedStart: at("17:00"), plannedEnd: at("17:30"), attendances: [], ...input }, rules), rules), 10_000);
  };
  const both = [{ carer: "C1", logIn: at("17:00"), logOut: at("17:30") }, { carer: "C2", logIn: at("17:00"), logOut: at("17:30") }];

  it("what an outcome makes of a visit", () => {
    const cancelled = of({ outcome: "cancelled-by-council" });
    expect(cancelled).toMatch(/Not required, and so not counted as missed: .* \(.*, undated, Q13: “.*”\) \(read so: similar-reasons = all-listed\)\./);
    expect(cancelled).toContain("No other choice of a reading would change this.");
    expect(of({ outcome: "other" })).toMatch(/Cannot be determined: nobody came, and the record says that the reason is “other”, which the council's terms leave undetermined; record another outcome where one fits \(.*\) \(read so: similar-reasons = all-listed\)\./);
  });

  it("a visit that was not required is paid nothing by the clause on what is paid, and required nobody", () => {
    const cancelled = of({ outcome: "cancelled-by-council" });
    expect(cancelled).toMatch(/Nothing is paid, because the visit was not required, and nobody attended it \(Q15: “.*”\) \(read so: undelivered = nothing\)\./);
    expect(cancelled).toContain("1 carer planned; nobody came.");
    expect(of({ outcome: "hospital" })).toContain("1 carer required; nobody came.");
  });

  it("whose time is paid, and when a call for two begins", () => {
    const text = of({ carersRequired: 2, attendances: both });
    expect(text).toContain("each carer's attendance by itself (read so: per-carer = each-carer), as many as required (read so: surplus-carers = earliest).");
    expect(text).toContain("It begins at the first moment 2 carers are logged in together (read so: arrival = together).");
  });

  it("that no rate is named for a time, where the caller named the hours", () => {
    const rules = compile(withReading(leicester, "rate-scope", "day-time-only", "07:00-16:00"));
    const visited = assessVisit({ callType: "standard", plannedStart: at("17:00"), plannedEnd: at("17:30"), attendances: [both[0]!] }, rules);
    expect(toText(explain(visited, rules), 10_000)).toMatch(/cannot be determined: no rate is named for that time \(.*Q14.*\) \(read so: rate-scope = day-time-only\)\./);
  });

  it("why punctuality cannot be assessed, where the contract decides that", () => {
    expect(of({ carersRequired: 2, attendances: [both[0]!] })).toMatch(/Punctuality cannot be assessed: the carers required were never there together \(.*Q13.*\) \(read so: too-few-carers = not-assessable\)\.\n *It would begin at the first moment 2 carers are logged in together /);
    const late = compile(withReading(leicester, "too-few-carers", "late"));
    const fewer = assessVisit({ callType: "standard", plannedStart: at("17:00"), plannedEnd: at("17:30"), carersRequired: 2, attendances: [both[0]!] }, late);
    expect(toText(explain(fewer, late), 10_000)).toContain("It would begin at the first moment 2 carers are logged in together ");
    expect(of({ outcome: "hospital" })).toContain("Punctuality cannot be assessed: only visits that were delivered, or are open, have a punctuality, whatever the contract.");
  });
});

describe("notice and days in hospital are told with their limits", () => {
  const nothing = { kind: "nothing" } as const;
  const notice = { kind: "by-notice", tiers: [{ notice: { count: 24, unit: "hours" }, pays: nothing }, { notice: { count: 2, unit: "hours" }, pays: { kind: "share-of-planned", share: "0.5", of: "price" } }], otherwise: { kind: "planned-length" } } as const;
  const days = { kind: "by-notice", tiers: [{ notice: { count: 1, unit: "weeks" }, pays: nothing }], otherwise: { kind: "planned-length" } } as const;
  const retainer = { kind: "hospital-retainer", steps: [{ days: 14, share: "0.5" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "none" } as const;
  const outcomes = { "no-access": nothing, hospital: retainer, "cancelled-by-person": notice, "cancelled-by-council": nothing, "provider-failure": nothing, refused: nothing, aborted: nothing, frustrated: nothing, suspended: days, other: nothing } as const;
  const council = payingCouncil("notice-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause({ outcomes, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" } as const) });
  const cancelled = (given: string): string => told(council, visit(DAY, "08:00-09:00", [], { outcome: "cancelled-by-person", noticeGiven: given }));

  it("when, how long before, which tier, and how far the tiers beside it are", () => {
    const just = cancelled("2026-05-04T08:00");
    expect(just).toContain("Notice was given at 08:00 on Monday 4 May 2026, 24 hours before the planned start.\n  Notice of 24 hours or more pays nothing.\n  1 second later, it would have been too short for that: such notice pays a share of 0.5 of the price of the planned length.");
    const short = cancelled("2026-05-04T08:00:01");
    expect(short).toContain("Notice of 2 hours or more, and less than 24 hours, pays a share of 0.5 of the price of the planned length.\n  1 second earlier, it would have been notice of 24 hours, which pays nothing.\n  22 hours later, it would have been too short for that: such notice pays the planned length.");
    expect(short).toContain("of which a share of 0.5 is paid: £6.00.");
    expect(cancelled("2026-05-05T09:00")).toContain("Notice was given at 09:00, 60 minutes after the planned start: no notice in advance, which counts as the shortest.\n  Shorter notice than 2 hours pays the planned length.\n  3 hours earlier, it would have been notice of 2 hours");
    expect(told(council, visit(DAY, "08:00-09:00", [], { outcome: "cancelled-by-person" }))).toContain("The visit does not say when notice was given.");
  });

  it("of more than a length: exactly so long is too short, by a second or by a day of the calendar", () => {
    const above = (unit: "hours" | "days") => ({ kind: "by-notice", tiers: [{ notice: { count: 2, unit, exactly: "too-short" }, pays: nothing }, { notice: { count: 2, unit }, pays: { kind: "fixed-minutes", minutes: 15 } }], otherwise: { kind: "planned-length" } }) as const;
    const more = payingCouncil("more-notice-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause({ outcomes: { ...outcomes, refused: above("hours"), suspended: above("days") }, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" } as const) });
    const said = (outcome: "refused" | "suspended", noticeGiven: string): string => told(more, visit(DAY, "08:00-09:00", [], { outcome, noticeGiven }));
    expect(said("refused", "2026-05-05T05:59:59")).toContain("Notice of more than 2 hours pays nothing.\n  1 second later, it would have been too short for that: such notice pays 15 minutes, whatever was planned.");
    expect(said("refused", "2026-05-05T06:00")).toContain("Notice of 2 hours or more, and no more than 2 hours, pays 15 minutes, whatever was planned.\n  1 second earlier, it would have been notice of more than 2 hours, which pays nothing.\n  1 second later, it would have been too short for that: such notice pays the planned length.");
    expect(said("suspended", "2026-05-02T23:59")).toContain("Notice of more than 2 days pays nothing.");
    expect(said("suspended", "2026-05-03T00:00")).toContain("Notice of 2 days or more, and no more than 2 days, pays 15 minutes");
    const only = payingCouncil("only-more-notice-council", { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered: clause({ outcomes: { ...outcomes, refused: { ...above("hours"), tiers: above("hours").tiers.slice(0, 1) } }, unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came" } as const) });
    expect(told(only, visit(DAY, "08:00-09:00", [], { outcome: "refused", noticeGiven: "2026-05-05T06:00" }))).toContain("Notice of no more than 2 hours pays the planned length.\n  1 second earlier, it would have been notice of more than 2 hours, which pays nothing.");
  });

  it("days of notice are days of the calendar", () => {
    const suspended = (given: string): string => told(council, visit(DAY, "08:00-09:00", [], { outcome: "suspended", noticeGiven: given }));
    expect(suspended("2026-04-28T23:00")).toContain("and 7 days before the planned day by the calendar.\n  Notice of 1 week or more pays nothing.\n  1 day later, it would have been too short for that: such notice pays the planned length.");
    expect(suspended("2026-04-29T00:00")).toContain("Shorter notice than 1 week pays the planned length.\n  1 day earlier, it would have been notice of 1 week, which pays nothing.");
  });

  it("the last day of a retainer, and the first after it", () => {
    const on = (day: Day): string => told(council, visit(day, "08:00-09:00", [], { outcome: "hospital", hospital: { admitted: "2026-05-01", discharged: null, conditionsMet: null } }));
    expect(on("2026-05-14")).toContain("Thursday 14 May 2026 pays 50 % of the price of the planned length, as day 14 of 14 of the retainer.\n  The person was admitted on Friday 1 May 2026.\n  Friday 15 May 2026, if the stay goes on, pays nothing.");
    const past = on("2026-05-15");
    expect(past).toContain("Nothing is paid for Friday 15 May 2026, because the retainer is paid for 14 days, the last of them was Thursday 14 May 2026, and this is 1 day after it.");
    expect(past.match(/nothing is paid/gi), "said in short and once below").toHaveLength(2);
  });
});
