import { describe, expect, it } from "vitest";
import { type PaidMinutesTerms, leicester, nextBand, paidMinutesFor, withReading } from "../../src/index.js";
import { basisWords, lineClause, paymentLineWords } from "../../src/payment/basis.words.js";
import type { UnpaidReason } from "../../src/payment/basis.js";
import { minutesPaidIn } from "../../src/payment/paid-minutes.js";
import { bandWords, boundaryWords, rowWords, stretchWords } from "../../src/payment/paid-minutes.words.js";
import { amountWords } from "../../src/payment/rate.words.js";
import { paymentLines } from "../report/results.ts";

const terms: PaidMinutesTerms = leicester.paidMinutes.versions[0]!;

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
    expect(bandWords(paidMinutesFor(40, terms), 40, terms, "Q16")).toEqual(["Paid 30 minutes for 40 minutes: a call of 26 to 40 minutes pays 30 minutes (Q16).", "One minute more pays 45 minutes."]);
    expect(bandWords(paidMinutesFor(26, terms), 26, terms, null)).toEqual(["Paid 30 minutes for 26 minutes: a call of 26 to 40 minutes pays 30 minutes.", "15 minutes more pays 45 minutes.", "One minute less pays 15 minutes."]);
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
        const text = (count: number, way: string, paid: number | null | undefined): string =>
          `${count === 1 ? "One minute" : `${count === 1440 ? "1,440" : count} minutes`} ${way} ${paid === null ? "would be in no row, or in several: what it pays cannot be determined" : `pays ${paid === 0 ? "nothing" : `${paid} minutes`}`}.`;
        const expected = [...(more > 1440 ? [] : [text(more, "more", paidAt[minutes + more])]), ...(less <= minutes && (less < more || more > 1440) ? [text(less, "less", paidAt[minutes - less])] : [])];
        expect(boundaryWords(minutes, nextBand(minutes, read), read), String(minutes)).toEqual(expected);
      }
    }
  });
});

describe("lines of payment in sentences", () => {
  const [line] = paymentLines;

  it("say who was there, from when to when, and how part-minutes count", () => {
    expect(paymentLineWords(line!, { paidMinutes: terms, most: "no-limit", source: "Q16" })).toEqual([
      "C1 was there from 08:00 to 08:40:30: 40 minutes, with part-minutes dropped.",
      "Paid 30 minutes for 40 minutes, £7.005: a call of 26 to 40 minutes pays 30 minutes (Q16).",
      "One minute more pays 45 minutes.",
    ]);
    expect(paymentLineWords(line!, { paidMinutes: { ...terms, partMinutes: "up" }, most: "planned-length", source: null }).slice(0, 1)).toEqual(["C1 was there from 08:00 to 08:40:30: 40 minutes, with a part-minute counted as a whole one."]);
    expect(paymentLineWords(line!, { paidMinutes: terms, most: "planned-length", source: null }).at(-1)).toBe("No more than the planned length is paid in any case.");
  });

  it("a line cut to the planned length says so, and nothing of longer stays", () => {
    const cut = { ...line!, minutes: 56, banded: 60, minutesPaid: 45, row: { from: 56, to: 56, becomes: 60 }, amount: "10.5075" };
    expect(paymentLineWords(cut as typeof line & { kind: "paid" }, { paidMinutes: terms, most: "planned-length", source: "Q16" }).slice(1)).toEqual([
      "A call of exactly 56 minutes pays 60 minutes (Q16), but no more than the planned length is paid: 45 minutes, £10.5075.",
    ]);
  });

  it("what is not paid says why, and by which clause", () => {
    const unpaid = { kind: "unpaid", carer: "C3", reason: "surplus-carer", minutes: null } as const;
    expect(lineClause(unpaid)).toBe("basis");
    expect(lineClause(line!)).toBe("paidMinutes");
    expect(paymentLineWords(unpaid, { paidMinutes: null, most: null, source: "Q15" })).toEqual(["C3: nothing is paid, because more carers came than required, and the earliest to log in are paid (Q15)."]);
  });

  it("the sum says the rate, and the hours it is paid in", () => {
    expect(amountWords(90, "21.015", { kind: "one-rate", hourly: "14.01", hours: "every" }, "Q14")).toBe("In all 90 minutes at £14.01 an hour (Q14): £21.015.");
    expect(amountWords(90, "21.015", { kind: "one-rate", hourly: "14.01", hours: "07:00-22:00" }, "Q14")).toBe("In all 90 minutes at £14.01 an hour, paid in the hours 07:00 to 22:00 only (Q14): £21.015.");
  });

  it("whose time is paid", () => {
    expect(basisWords({ basis: "actual", per: "attendance", surplusCarers: "earliest" }, "Q15")).toBe("Actual time is paid, each carer's attendance by itself, as many as required (Q15).");
    expect(basisWords({ basis: "actual", per: "attendance", surplusCarers: "all" }, "Q15")).toBe("Actual time is paid, each carer's attendance by itself, whoever came (Q15).");
    expect(basisWords({ basis: "actual", per: "visit", surplusCarers: "all" }, "Q15")).toBe("Actual time is paid, the visit once, by the time at least one carer was there (Q15).");
  });
});

describe("the clause that is cited for a line", () => {
  it.each<readonly [ReturnType<typeof lineClause>, readonly UnpaidReason[]]>([
    ["basis", ["not-attended", "log-out-missing", "surplus-carer", "outside-planned-time", "billed-outside-logged", "no-billed-time", "return-not-known", "several-rates-in-group"]],
    ["attendance", ["not-required", "not-completed", "past-threshold"]],
    ["paidMinutes", ["row-pays-nothing", "no-row"]],
    ["rate", ["no-rate-at-that-time", "zone-not-known", "miles-not-known", "lot-not-known", "no-rate", "several-rates", "no-price-for-length", "bank-holidays-not-known"]],
    ["undelivered", ["outcome-pays-nothing", "notice-pays-nothing", "notice-not-known", "hospital-stay-not-known", "outside-the-hospital-stay", "retainer-conditions-not-met", "retainer-conditions-not-known", "past-the-retainer"]],
    // Several clauses can ask for these, or none is in force.
    [null, ["undetermined", "no-planned-length", "no-planned-time", "no-rule-in-force", "service-not-known"]],
  ])("%s", (clause, reasons) => {
    for (const reason of reasons) expect(lineClause({ kind: "unpaid", carer: null, reason, minutes: null }), reason).toBe(clause);
  });

  it("is undelivered for minutes that the terms fix, and their sentences ask no table", () => {
    const [line] = paymentLines;
    const fixed = { ...line!, carer: null, measured: "fixed", minutes: 15, banded: 15, minutesPaid: 15, row: { from: 15, to: 15, becomes: 15 }, next: null, amount: "3.00" } as const;
    expect(lineClause(fixed)).toBe("undelivered");
    expect(paymentLineWords(fixed, { paidMinutes: terms, most: "no-limit", source: "7.2" }).slice(1)).toEqual(["Paid 15 minutes, £3.00 (7.2)."]);
  });

  it("a share of a price is said", () => {
    const shared = { ...paymentLines[0]!, share: "0.5" };
    expect(paymentLineWords(shared, { paidMinutes: terms, most: "no-limit", source: null })).toContain("Of the price of that time, a share of 0.5 is paid.");
  });
});
