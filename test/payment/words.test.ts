import { describe, expect, it } from "vitest";
import { type Attendance, type PaidMinutesTerms, leicester, momentOf, paidMinutesFor, withReading } from "../../src/index.js";
import { type LineAbout, basisWords, lineClause, paymentLineWords } from "../../src/payment/basis.words.js";
import { UNPAID_REASONS, type UnpaidReason } from "../../src/payment/basis.js";
import { minutesPaidIn } from "../../src/payment/paid-minutes.js";
import { bandWords, boundaryWords, rowWords, stretchWords } from "../../src/payment/paid-minutes.words.js";
import { amountWords } from "../../src/payment/rate.words.js";
import { paymentLines } from "../report/results.ts";

const terms = leicester.paidMinutes.versions[0]!;

describe("paid minutes in sentences", () => {
  it("name the row as the contract would", () => {
    expect([{ from: 0, to: 25 }, { from: 26, to: 40 }, { from: 56, to: 56 }, { from: 57, to: "open" as const }, { from: 0, to: 0 }, { from: 1, to: 1 }].map(stretchWords)).toEqual([
      "up to 25 minutes",
      "26 to 40 minutes",
      "exactly 56 minutes",
      "57 minutes or more",
      "exactly 0 minutes",
      "exactly 1 minute",
    ]);
    expect(rowWords({ from: 0, to: 4, becomes: 0 })).toBe("up to 4 minutes pays nothing");
  });

  it("Paid 30 for 40; one minute more pays 45", () => {
    expect(bandWords(paidMinutesFor(40, terms), 40, terms, "Q16")).toEqual(["Paid 30 minutes for 40 minutes: a call of 26 to 40 minutes pays 30 minutes (Q16).", "One minute more pays 45 minutes.", "15 minutes less pays 15 minutes."]);
    expect(bandWords(paidMinutesFor(26, terms), 26, terms, null)).toEqual(["Paid 30 minutes for 26 minutes: a call of 26 to 40 minutes pays 30 minutes.", "15 minutes more pays 45 minutes.", "One minute less pays 15 minutes."]);
  });

  it("what a reading pays is the reading's, and not the contract's: a length in no row, one past the table, one that its row pays and the reading does not", () => {
    const read = (...choices: readonly (readonly [string, string])[]): typeof terms => choices.reduce((council, [reading, choice]) => withReading(council, reading, choice), leicester).paidMinutes.versions[0]!;
    const said = (minutes: number, ...choices: readonly (readonly [string, string])[]): string[] => bandWords(paidMinutesFor(minutes, read(...choices)), minutes, read(...choices), "Q16");
    expect(said(56)).toEqual([
      "Paid 60 minutes for 56 minutes: no row holds 56 minutes (Q16); by reading exactly-56 = hour, exactly 56 minutes pays 60 minutes.",
      "15 minutes more pays 75 minutes, by reading beyond-the-hour = steps.",
      "One minute less pays 45 minutes.",
    ]);
    expect(said(56, ["exactly-56", "unpaid"])[0]).toBe("Nothing is paid for 56 minutes: no row holds 56 minutes (Q16); by reading exactly-56 = unpaid, exactly 56 minutes pays nothing.");
    expect(said(55).slice(1)).toEqual(["One minute more pays 60 minutes, by reading exactly-56 = hour.", "15 minutes less pays 30 minutes."]);
    expect(said(55, ["exactly-56", "unpaid"])[1]).toBe("One minute more pays nothing, by reading exactly-56 = unpaid.");
    expect(said(55, ["exactly-56", "forty-five"]).slice(1, 3)).toEqual(["One minute more or less changes nothing, one minute more by reading exactly-56 = forty-five.", "2 minutes more pays 60 minutes."]);
    expect(said(57)[0], "the row as written, which has no end").toBe("Paid 60 minutes for 57 minutes: a call of 57 minutes or more pays 60 minutes (Q16).");
    expect(said(71)[0]).toBe("Paid 75 minutes for 71 minutes: as written, a call of 57 minutes or more pays 60 minutes (Q16); by reading beyond-the-hour = steps, 71 to 85 minutes pays 75 minutes.");
    expect(said(116, ["beyond-the-hour", "whole-hours"])[0]).toContain("by reading exactly-56 = hour and reading beyond-the-hour = whole-hours, exactly 116 minutes pays 120 minutes.");
    expect(said(90, ["beyond-the-hour", "cap"])[0], "as written").toBe("Paid 60 minutes for 90 minutes: a call of 57 minutes or more pays 60 minutes (Q16).");
    expect(said(0, ["zero-minutes", "unpaid"])[0]).toBe("Nothing is paid for 0 minutes: as written, a call of up to 25 minutes pays 15 minutes (Q16); by reading zero-minutes = unpaid, exactly 0 minutes pays nothing.");
    expect(said(0)[0], "as written").toBe("Paid 15 minutes for 0 minutes: a call of up to 25 minutes pays 15 minutes (Q16).");
    expect(said(37).slice(1), "both boundaries, always").toEqual(["One minute more or less changes nothing.", "4 minutes more pays 45 minutes.", "12 minutes less pays 15 minutes."]);
  });

  it("a minute more or less, as said, is the first that is paid otherwise, for every length to 150 minutes and every choice", () => {
    const all = ["steps", "cap", "whole-hours"].flatMap((beyond) => ["hour", "forty-five", "unpaid"].map((at56) => withReading(withReading(leicester, "beyond-the-hour", beyond), "exactly-56", at56).paidMinutes.versions[0]!));
    const literal: PaidMinutesTerms = { ...terms, filling: [], beyond: { kind: "open-row" } };
    for (const read of [...all, literal]) {
      const paidAt = Array.from({ length: 1600 }, (_, minutes) => minutesPaidIn(paidMinutesFor(minutes, read)));
      for (let minutes = 0; minutes <= 150; minutes++) {
        const now = paidAt[minutes];
        let more = 1;
        while (more <= 1440 && paidAt[minutes + more] === now) more++;
        let less = 1;
        while (less <= minutes && paidAt[minutes - less] === now) less++;
        const text = (count: number, way: string, paid: number | null | undefined): string => {
          const other = `${count === 1 ? "One minute" : `${count === 1440 ? "1,440" : count} minutes`} ${way}`;
          return paid === null ? `What ${other.replace("One", "one")} pays cannot be determined: it would be in no row, or in several.` : `${other} pays ${paid === 0 ? "nothing" : `${paid} minutes`}.`;
        };
        const expected = [
          ...(more === 1 || less === 1 ? (minutes > 0 || more === 1 ? [] : ["One minute more changes nothing."]) : [`One minute more${minutes === 0 ? "" : " or less"} changes nothing.`]),
          more > 1440 ? "No longer call is paid otherwise." : text(more, "more", paidAt[minutes + more]),
          ...(minutes === 0 ? [] : [less <= minutes ? text(less, "less", paidAt[minutes - less]) : "No shorter call is paid otherwise."]),
        ];
        const said = boundaryWords(minutes, read).map((sentence) => sentence.replaceAll(/, (one minute (more|less) )?by (reading|what the terms) [^.]*/g, ""));
        expect(said, String(minutes)).toEqual(expected);
      }
    }
  });
});

describe("lines of payment in sentences", () => {
  const [line] = paymentLines;
  const about: LineAbout = { paidMinutes: terms, limits: null, planned: null, lengths: { most: "no-limit", planned: 60, longest: null, pastTable: false }, inside: null, logs: null, source: null };

  it("say who was there, from when to when, and how part-minutes count", () => {
    expect(paymentLineWords(line!, { ...about, source: "Q16" })).toEqual([
      "C1 was there from 08:00 to 08:40:30: 40 minutes 30 seconds; 40 minutes with part-minutes dropped, by reading part-minutes = dropped.",
      "Paid 30 minutes for 40 minutes, £7.005: a call of 26 to 40 minutes pays 30 minutes (Q16).",
      "One whole minute more pays 45 minutes.",
      "15 whole minutes less pays 15 minutes.",
    ]);
    expect(paymentLineWords({ ...(line as typeof line & { kind: "paid" }), minutes: 41 }, { ...about, paidMinutes: { ...terms, partMinutes: "up", readings: {} } }).slice(0, 1)).toEqual(["C1 was there from 08:00 to 08:40:30: 40 minutes 30 seconds; 41 minutes with a part-minute counted as a whole one."]);
  });

  it("a line cut to the planned length says so, and what a shorter stay would be paid through that limit", () => {
    const cut = { ...line!, minutes: 56, banded: 60, minutesPaid: 45, row: { from: 56, to: 56, becomes: 60 }, amount: "10.5075" };
    const most = "planned-length" as const;
    expect(paymentLineWords(cut as typeof line & { kind: "paid" }, { ...about, limits: { most }, planned: 45, lengths: { ...about.lengths!, most, planned: 45 }, source: "Q16" }).slice(1)).toEqual([
      "No row holds 56 minutes (Q16); by reading exactly-56 = hour, exactly 56 minutes pays 60 minutes, but no more than the planned length is paid: 45 minutes, £10.5075.",
      "One whole minute more or less changes nothing.",
      "No longer stay is paid more: no more than the planned length is paid.",
      "16 whole minutes less pays 30 minutes.",
    ]);
  });

  it("a length that its row does not pay says whose row that is, and what longer and shorter stays pay", () => {
    const unpaid = withReading(leicester, "exactly-56", "unpaid").paidMinutes.versions[0]!;
    expect(paymentLineWords({ kind: "unpaid", carer: "C1", reason: "row-pays-nothing", minutes: 56 }, { ...about, paidMinutes: unpaid, source: "Q16" })).toEqual([
      "C1: nothing is paid for 56 minutes, because no row holds 56 minutes (Q16); by reading exactly-56 = unpaid, exactly 56 minutes pays nothing.",
      "One minute more pays 60 minutes.",
      "One minute less pays 45 minutes.",
    ]);
  });

  it("time that is added up says how it was cut to minutes, over how long, and by which clause", () => {
    const { from, to } = line as Extract<NonNullable<typeof line>, { kind: "paid" }>;
    const grouped = { kind: "grouped", carer: "C1", measured: "logged", from, to, minutes: 40, seconds: 40 * 60, planned: 30, group: { over: "day", firstDay: "2026-03-16", carer: null, service: null } } as const;
    expect(paymentLineWords(grouped, { ...about, paidMinutes: { ...terms, readings: {} }, source: "3" })).toEqual(["C1 was there from 08:00 to 08:40:30: 40 minutes 30 seconds; 40 minutes with part-minutes dropped. They are added up with others over the day before they are paid (3)."]);
    expect(paymentLineWords({ ...grouped, minutes: 25, seconds: 25 * 60 }, { ...about, paidMinutes: null })[0], "several logs with a break").toBe("C1 was there from 08:00 to 08:40:30, with time away in between: 25 minutes. They are added up with others over the day before they are paid.");
    expect(paymentLineWords({ ...grouped, seconds: 40 * 60 + 30 }, { ...about, paidMinutes: { ...terms, readings: {} }, source: "3" })[0], "settled of the sum").toBe("C1 was there from 08:00 to 08:40:30: 40 minutes 30 seconds, with the seconds kept. They are added up with others over the day before they are paid (3).");
  });

  it("what cannot be determined says so, and not that nothing is paid", () => {
    const of = (reason: UnpaidReason, carer: string | null, minutes: number | null): string => paymentLineWords({ kind: "unpaid", carer, reason, minutes }, { ...about, paidMinutes: null, lengths: null })[0]!;
    for (const [reason, standing] of Object.entries(UNPAID_REASONS) as [UnpaidReason, string][]) {
      expect(of(reason, null, null), reason).toMatch(standing === "nothing" ? /^Nothing is paid, because / : /^What is paid (cannot be determined|is not known until the log-out is supplied): /);
    }
    expect(of("no-rate", "C1", 30)).toBe("What is paid for C1, 30 minutes, cannot be determined: the bands of the rates do not hold all of it.");
    expect(of("no-rate", null, 30)).toBe("What is paid for 30 minutes cannot be determined: the bands of the rates do not hold all of it.");
  });

  it("what is not paid says why, and by which clause", () => {
    const unpaid = { kind: "unpaid", carer: "C3", reason: "surplus-carer", minutes: null } as const;
    expect(lineClause(unpaid)).toBe("basis");
    expect(lineClause(line!)).toBe("paidMinutes");
    expect(paymentLineWords(unpaid, { ...about, paidMinutes: null, lengths: null, source: "Q15" })).toEqual(["C3: nothing is paid, because more carers came than required, and the earliest to log in are paid (Q15)."]);
  });

  it("the sum says the rate, and the hours it is paid in", () => {
    expect(amountWords(90, "21.015", { kind: "one-rate", hourly: "14.01", hours: "every" }, "Q14")).toBe("In all 90 minutes at £14.01 an hour (Q14): £21.015.");
    expect(amountWords(90, "21.015", { kind: "one-rate", hourly: "14.01", hours: "07:00-22:00" }, "Q14")).toBe("In all 90 minutes at £14.01 an hour, paid in the hours 07:00 to 22:00 only (Q14): £21.015.");
    expect(amountWords(60, "10.00", { kind: "one-rate", hourly: "20.00", hours: "every" }, "8", "0.5"), "a share of it").toBe("In all 60 minutes at £20.00 an hour (8), of which a share of 0.5 is paid: £10.00.");
  });

  it("a stay is told by its whole length, and part-minutes only where there are some", () => {
    const paid = { ...(line as Extract<NonNullable<typeof line>, { kind: "paid" }>) };
    const told = (to: string, minutes: number, logs: readonly Attendance[] | null) => paymentLineWords({ ...paid, to: momentOf(to), minutes }, { ...about, logs })[0];
    const log = (carer: string, from: string, to: string | null): Attendance => ({ carer, logIn: momentOf(`2026-03-16T${from}`), logOut: to === null ? null : momentOf(`2026-03-16T${to}`) });
    expect(told("2026-03-16T08:40", 40, null)).toBe("C1 was there from 08:00 to 08:40: 40 minutes.");
    expect(told("2026-03-16T08:40:01", 40, null)).toBe("C1 was there from 08:00 to 08:40:01: 40 minutes 1 second; 40 minutes with part-minutes dropped, by reading part-minutes = dropped.");
    // Time away of less than a minute is seen in the logs only, and only in those of that carer.
    const away = [log("C1", "08:00", "08:20"), log("C1", "08:20:30", "08:40:20")];
    expect(told("2026-03-16T08:40:20", 39, away)).toBe("C1 was there from 08:00 to 08:40:20, with time away in between: 39 minutes, with part-minutes dropped, by reading part-minutes = dropped.");
    expect(told("2026-03-16T08:40:20", 40, [...away, log("C2", "08:00", "08:50")])).toContain("with time away in between");
    expect(told("2026-03-16T08:40:20", 40, [log("C1", "07:50", "08:20"), log("C1", "08:20", "08:50"), log("C1", "08:30", null)])).toBe("C1 was there from 08:00 to 08:40:20: 40 minutes 20 seconds; 40 minutes with part-minutes dropped, by reading part-minutes = dropped.");
  });

  it("whose time is paid", () => {
    expect(basisWords({ basis: "actual", per: "attendance", surplusCarers: "earliest" }, "Q15")).toBe("Actual time is what counts (Q15), each carer's attendance by itself, as many as required.");
    expect(basisWords({ basis: "actual", per: "attendance", surplusCarers: "all" }, "Q15")).toBe("Actual time is what counts (Q15), each carer's attendance by itself, whoever came.");
    const read = { adopted: "a", choices: { a: { set: { per: "attendance" } } } } as const;
    expect(basisWords({ basis: "actual", per: "attendance", surplusCarers: "all", readings: { "per-carer": read } }, "Q15"), "what only a reading says").toBe("Actual time is what counts (Q15), each carer's attendance by itself (read so: per-carer = a), whoever came.");
    expect(basisWords({ basis: "actual", per: "visit", surplusCarers: "all" }, "Q15")).toBe("Actual time is what counts (Q15), the visit once, by the time at least one carer was there.");
  });
});

describe("the clause that is cited for a line", () => {
  it.each<readonly [ReturnType<typeof lineClause>, readonly UnpaidReason[]]>([
    ["basis", ["not-attended", "not-required", "log-out-missing", "surplus-carer", "outside-planned-time", "billed-outside-logged", "no-billed-time", "return-not-known", "several-rates-in-group"]],
    ["attendance", ["not-completed"]],
    ["paidMinutes", ["row-pays-nothing", "no-row"]],
    ["rate", ["no-rate-at-that-time", "zone-not-known", "miles-not-known", "lot-not-known", "no-rate", "several-rates", "no-price-for-length", "bank-holidays-not-known"]],
    ["undelivered", ["outcome-pays-nothing", "notice-pays-nothing", "notice-not-known", "hospital-stay-not-known", "outside-the-hospital-stay", "retainer-conditions-not-met", "retainer-conditions-not-known", "past-the-retainer"]],
    // Several clauses can ask for these, or none is in force.
    [null, ["past-threshold", "undetermined", "no-planned-length", "no-planned-time", "no-rule-in-force", "service-not-known"]],
  ])("%s", (clause, reasons) => {
    for (const reason of reasons) expect(lineClause({ kind: "unpaid", carer: null, reason, minutes: null }), reason).toBe(clause);
  });

  const about: LineAbout = { paidMinutes: terms, limits: null, planned: null, lengths: null, inside: null, logs: null, source: null };

  it("is undelivered for minutes that the terms fix, and their sentences ask no table", () => {
    const [line] = paymentLines;
    const fixed = { ...line!, carer: null, measured: "fixed", minutes: 15, banded: 15, minutesPaid: 15, row: { from: 15, to: 15, becomes: 15 }, next: null, amount: "3.00" } as const;
    expect(lineClause(fixed)).toBe("undelivered");
    expect(paymentLineWords(fixed, { ...about, lengths: null, source: "7.2" }).slice(1)).toEqual(["Paid 15 minutes, £3.00 (7.2)."]);
  });

  it("a share of a price is said", () => {
    const shared = { ...paymentLines[0]!, share: "0.5" };
    expect(paymentLineWords(shared, about)).toContain("Of the price of that time, a share of 0.5 is paid.");
  });
});
