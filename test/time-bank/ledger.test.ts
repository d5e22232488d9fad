import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leicesterTimeBank } from "../../src/councils/leicester-time-bank.js";
import type { Day } from "../../src/shared/day.js";
import { type TimeBankAccount, type TimeBankAnswer, type TimeBankEntry, timeBank } from "../../src/time-bank/ledger.js";
import { timeBankPeriods } from "../../src/time-bank/periods.js";
import type { TimeBankTerms } from "../../src/time-bank/terms.js";

const open: TimeBankTerms = { period: "no-end", carryOver: "all", capShare: "no-cap", capHours: "no-cap", overCap: "refused", ahead: "refused" };
const days = { firstDay: "2026-01-01", lastDay: "2026-03-31" } as const;

function entry(id: string, day: string, minutes: number): TimeBankEntry {
  return { id, day: `2026-${day}` as Day, kind: minutes < 0 ? "withdrawal" : "deposit", minutes: Math.abs(minutes) };
}

function bank(entries: readonly TimeBankEntry[], patch: Partial<TimeBankTerms> = {}, planned: TimeBankAccount["planned"] = []): Extract<TimeBankAnswer, { kind: "ledger" }> {
  const answer = timeBank({ ...days, entries, planned }, { ...open, ...patch });
  if (answer.kind !== "ledger") throw new Error("no ledger");
  return answer;
}

const reasons = ({ refused }: Pick<Extract<TimeBankAnswer, { kind: "ledger" }>, "refused">) => refused.map(({ entry: { id }, minutes, reason }) => [id, minutes, reason]);

describe("the ledger", () => {
  it("deposits, withdrawals and the balance after each, by day", () => {
    expect(bank([entry("b", "01-20", -20), entry("a", "01-10", 45)]).lines).toEqual([
      { kind: "deposit", entry: "a", day: "2026-01-10", minutes: 45, balance: 45 },
      { kind: "withdrawal", entry: "b", day: "2026-01-20", minutes: 20, balance: 25 },
    ]);
  });

  it("entries of one day stand in the order given", () => {
    expect(reasons(bank([entry("a", "01-10", -20), entry("b", "01-10", 45)]))).toEqual([["a", 20, "not-enough-banked"]]);
    expect(bank([entry("b", "01-10", 45), entry("a", "01-10", -20)]).balance).toBe(25);
  });

  it.each([
    ["time used before it is banked is refused", "refused", -1, "not-enough-banked"],
    ["or allowed", "allowed", -10_000, null],
    ["or allowed up to so many minutes (included)", "30", -30, null],
    ["and not one more", "30", -31, "too-far-ahead"],
  ] as const)("%s", (_what, ahead, minutes, reason) => {
    const answer = bank([entry("a", "01-10", minutes)], { ahead });
    expect(reasons(answer).map(([, , why]) => why)).toEqual(reason === null ? [] : [reason]);
    expect(answer.balance).toBe(reason === null ? minutes : 0);
  });

  it("a cap in hours holds to the minute: 1.5 hours is 90 minutes", () => {
    expect(bank([entry("a", "01-10", 90)], { capHours: "1.5" }).balance).toBe(90);
    expect(reasons(bank([entry("a", "01-10", 91)], { capHours: "1.5" }))).toEqual([["a", 91, "over-the-cap"]]);
    expect(bank([entry("a", "01-10", 91)], { capHours: "1.5", overCap: "up-to-the-cap" })).toMatchObject({ balance: 90, refused: [{ minutes: 1, reason: "over-the-cap" }] });
  });

  it("a cap as a share of the planned time of the period: a tenth of 605 minutes is 60", () => {
    const planned = [{ firstDay: "2026-01-01", minutes: 605 }] as const;
    expect(bank([entry("a", "01-10", 60)], { capShare: "0.10" }, planned).balance).toBe(60);
    expect(reasons(bank([entry("a", "01-10", 61)], { capShare: "0.10" }, planned))).toEqual([["a", 61, "over-the-cap"]]);
  });

  it("of a share and hours the lower counts", () => {
    const most = (minutes: number, capHours: string) => bank([entry("a", "01-10", 1000)], { capShare: "0.10", capHours, overCap: "up-to-the-cap" }, [{ firstDay: "2026-01-01", minutes }]).balance;
    expect([most(600, "2"), most(1200, "2"), most(1210, "2"), most(600, "0.5")]).toEqual([60, 120, 120, 30]);
  });

  it("where the planned time is not given, what a share of it would allow cannot be said", () => {
    expect(reasons(bank([entry("a", "01-10", 60)], { capShare: "0.10", capHours: "2" }))).toEqual([["a", 60, "planned-time-unknown"]]);
    expect(reasons(bank([entry("a", "01-10", 121)], { capShare: "0.10", capHours: "2" }))).toEqual([["a", 121, "over-the-cap"]]);
  });

  it.each([
    ["all", [], 50],
    ["nothing", [50], 0],
    ["20", [30], 20],
    ["50", [], 50],
  ] as const)("at the end of a month %s is carried over, and the rest lapses", (carryOver, lapsed, balance) => {
    const answer = bank([entry("a", "01-31", 50)], { period: "calendar-month", carryOver });
    expect(answer.lines.flatMap((line) => (line.kind === "lapse" ? [line.minutes] : []))).toEqual(lapsed);
    expect(answer.balance).toBe(balance);
  });

  it("time lapses on the first day of the next period, before anything of that day", () => {
    const answer = bank([entry("a", "01-31", 50), entry("b", "02-01", -10)], { period: "calendar-month", carryOver: "nothing" });
    expect(answer.lines.at(-1)).toEqual({ kind: "lapse", day: "2026-02-01", minutes: 50, balance: 0 });
    expect(reasons(answer)).toEqual([["b", 10, "not-enough-banked"]]);
  });

  it("what is overdrawn does not lapse: it is carried on", () => {
    expect(bank([entry("a", "01-10", -50)], { period: "calendar-month", carryOver: "nothing", ahead: "allowed" }).balance).toBe(-50);
  });

  it("every entry that cannot be entered comes back with its reason", () => {
    const entries = [entry("a", "01-10", 30), entry("a", "01-11", 30), entry("b", "01-10", 0), entry("c", "02-30", 5), entry("d", "04-01", 5), { ...entry("e", "01-01", 5), day: "2025-12-31" as const }, { ...entry("f", "01-01", 5), minutes: 1.5 }];
    expect(reasons(bank(entries))).toEqual([
      ["a", 30, "id-used-twice"],
      ["b", 0, "not-whole-minutes"],
      ["c", 5, "no-such-day"],
      ["d", 5, "outside-the-account"],
      ["e", 5, "outside-the-account"],
      ["f", 1.5, "not-whole-minutes"],
    ]);
  });

  it("a term that nobody has stated leaves the balance undetermined, and is named", () => {
    expect(timeBank({ ...days, entries: [entry("a", "01-10", 30)], planned: [] }, { ...open, carryOver: "unstated", ahead: "unstated" })).toEqual({ kind: "cannot-be-determined", unstated: ["carryOver", "ahead"] });
  });

  it.each([
    [{ period: "0" }, "period must be one of its words, or a whole number from 1 in digits"],
    [{ period: "fortnight" }, "period must be one of its words"],
    [{ carryOver: "-1" }, "carryOver must be one of its words"],
    [{ ahead: "some" }, "ahead must be one of its words"],
    [{ capShare: "10%" }, 'timeBank.capShare must be decimal text'],
    [{ capShare: "10" }, 'timeBank: capShare must be a share from 0 to 1, got "10". Ten per cent is "0.10"'],
    [{ capShare: "1.01" }, "timeBank: capShare must be a share from 0 to 1"],
    [{ capHours: "-1" }, "a cap must not be below 0"],
  ])("refuses %j", (patch, message) => {
    expect(() => bank([entry("a", "01-10", 30)], patch)).toThrow(message);
  });

  it("refuses planned time of a day on which no period begins, or twice, or an account that ends before it begins", () => {
    const planned = { firstDay: "2026-01-02", minutes: 600 } as const;
    expect(() => bank([], { period: "calendar-month" }, [planned])).toThrow("planned time must be of a period that begins on 2026-01-01, 2026-02-01, 2026-03-01");
    expect(() => bank([], {}, [{ ...planned, firstDay: "2026-01-01" }, { ...planned, firstDay: "2026-01-01" }])).toThrow("must be given once");
    expect(() => timeBankPeriods({ firstDay: "2026-01-02", lastDay: "2026-01-01" }, open)).toThrow("must not be before its first");
  });
});

describe("no minute is ever lost", () => {
  const anEntry = fc.record({ day: fc.integer({ min: -5, max: 100 }), kind: fc.constantFrom("deposit" as const, "withdrawal" as const), minutes: fc.integer({ min: 0, max: 200 }), id: fc.nat(30) });
  const anyTerms = fc.record({
    period: fc.constantFrom("calendar-month", "no-end", "7", "28"), carryOver: fc.constantFrom("all", "nothing", "25"), capShare: fc.constantFrom("no-cap", "0.1", "0.333"),
    capHours: fc.constantFrom("no-cap", "0", "1.75"), overCap: fc.constantFrom("refused" as const, "up-to-the-cap" as const), ahead: fc.constantFrom("refused", "allowed", "40"),
  });
  const drawn = fc.tuple(fc.array(anEntry, { maxLength: 25 }), anyTerms, fc.integer({ min: 0, max: 3000 })).map(([drafts, terms, minutes]) => {
    const entries = drafts.map(({ day, id, ...rest }): TimeBankEntry => ({ ...rest, id: String(id), day: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10) as Day }));
    const planned = timeBankPeriods(days, terms).slice(1).map((firstDay) => ({ firstDay, minutes }));
    return { entries, terms, planned };
  });

  it("balance = deposits − withdrawals − lapsed, line by line and in the end", () => {
    fc.assert(
      fc.property(drawn, ({ entries, terms, planned }) => {
        const { lines, deposits, withdrawals, lapsed, balance } = bank(entries, terms, planned);
        let sum = 0;
        const totals = { deposit: 0, withdrawal: 0, lapse: 0 };
        for (const line of lines) {
          sum += line.kind === "deposit" ? line.minutes : -line.minutes;
          totals[line.kind] += line.minutes;
          expect(line.balance).toBe(sum);
          expect(line.minutes).toBeGreaterThan(0);
        }
        expect([balance, deposits, withdrawals, lapsed]).toEqual([sum, totals.deposit, totals.withdrawal, totals.lapse]);
        expect(balance).toBe(deposits - withdrawals - lapsed);
      }),
    );
  });

  it("the minutes of every entry are taken or refused, each of them once", () => {
    fc.assert(
      fc.property(drawn, ({ entries, terms, planned }) => {
        const { lines, refused } = bank(entries, terms, planned);
        const given = entries.reduce((sum, { minutes }) => sum + minutes, 0);
        const taken = lines.reduce((sum, line) => sum + (line.kind === "lapse" ? 0 : line.minutes), 0);
        expect(taken + refused.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(given);
        for (const one of entries) {
          const mine = refused.some(({ entry: other }) => other === one) || lines.some((line) => line.kind !== "lapse" && line.entry === one.id);
          expect(mine).toBe(true);
        }
      }),
    );
  });

  it("no cap is exceeded by a deposit, and nothing is overdrawn past what the terms allow", () => {
    fc.assert(
      fc.property(drawn, ({ entries, terms, planned }) => {
        const { lines } = bank(entries, terms, planned);
        const [hours, ahead] = [terms.capHours === "no-cap" ? Infinity : Number(terms.capHours) * 60, terms.ahead === "allowed" ? Infinity : terms.ahead === "refused" ? 0 : Number(terms.ahead)];
        for (const line of lines) {
          if (line.kind === "deposit") expect(line.balance).toBeLessThanOrEqual(hours);
          if (line.kind === "withdrawal") expect(line.balance).toBeGreaterThanOrEqual(-ahead);
        }
      }),
    );
  });
});

describe("Leicester's trial", () => {
  const [version] = leicesterTimeBank.versions;

  it("is on trial and has no number: nothing can be determined until its terms are stated", () => {
    expect(version!.authority).toBe("trial");
    expect(timeBank({ ...days, entries: [], planned: [] }, version!).kind).toBe("cannot-be-determined");
  });

  it("each unstated term is a reading of its own, adopted as unstated, and each choice sets or asks for that term alone", () => {
    const fields = Object.values(version!.readings).map(({ adopted, choices }) => {
      expect(adopted).toBe("unstated");
      const set = new Set(Object.values(choices).flatMap(({ set: own, asks }) => [...Object.keys(own), ...(asks === undefined ? [] : [asks.field])]));
      expect(set.size).toBe(1);
      return [...set][0]!;
    });
    expect(fields.sort()).toEqual(["ahead", "capHours", "capShare", "carryOver", "overCap", "period"]);
  });

  it("with every term stated by a choice that sets it, there is a ledger", () => {
    const stated = Object.values(version!.readings).reduce((terms, { choices }) => ({ ...terms, ...Object.values(choices).find(({ asks, set }) => asks === undefined && !Object.values(set).includes("unstated"))!.set }), version!);
    expect(timeBank({ ...days, entries: [entry("a", "01-10", 30)], planned: [] }, stated)).toMatchObject({ kind: "ledger", balance: 30 });
  });
});
