import { describe, expect, it } from "vitest";
import { leicester } from "../../src/index.js";
import { type Choices, type Row, assessed, documentOf, log, march, min, read, there } from "./visits.ts";

const [version] = leicester.rate.versions;

describe("“£14.01” (Q14: “What is your average hourly rate for standard day time dom care?”)", () => {
  it("the quotation stands in the data", () => {
    expect(version).toMatchObject({ hourly: "14.01", source: { clause: "Q14", quote: "What is your average hourly rate for standard day time dom care? £14.01" } });
  });

  it.each([
    { minutes: 15, paid: 15, amount: "3.5025" },
    { minutes: 26, paid: 30, amount: "7.005" },
    { minutes: 45, paid: 45, amount: "10.5075" },
    { minutes: 60, paid: 60, amount: "14.01" },
    { minutes: 71, paid: 75, amount: "17.5125" },
  ])("a call paid for $paid minutes is £$amount, exact until the statement", ({ minutes, paid, amount }) => {
    const { payment } = there(min(minutes));
    expect(payment).toMatchObject({ minutesPaid: paid, amount, lines: [{ minutesPaid: paid, amount }] });
  });
});

describe("reading average-rate: an average is not a contract rate", () => {
  it("has one choice, the one rate, and says what is silent", () => {
    expect(version!.readings["average-rate"]).toMatchObject({ adopted: "the-one-rate", silent: "An average is not a contract rate, and providers' own rates are not published." });
    expect(read({ "average-rate": "the-one-rate" }).rate).toEqual(leicester.rate);
  });

  it("critical and standard calls, and every provider, have the same rate", async () => {
    expect(assessed({ callType: "critical" }).payment.amount).toBe(assessed({ callType: "standard" }).payment.amount);
    const { providers } = await documentOf([{ end: "09:00" }, { end: "09:00", provider: "P2" }, { end: "09:00", provider: "P3", priority: "critical" }]);
    expect(providers.map(({ payment }) => payment.amount)).toEqual(["14.01", "14.01", "14.01"]);
  });
});

describe("“standard day time dom care”: reading rate-scope", () => {
  const dayTime: Choices = { "rate-scope": ["day-time-only", "07:00-22:00"] };
  const from8 = (logIn: number, logOut: number, choices: Choices) => assessed({ attendances: [log("C1", logIn, logOut)] }, choices).payment;

  it("every hour (adopted): nights are paid the same", () => {
    expect(from8(min(-300), min(-270), {})).toMatchObject({ minutesPaid: 30, amount: "7.005" });
  });

  it("day time only: from 07:00:00 to 22:00:00, both included; outside there is no rate and the amount cannot be determined", () => {
    const none = { lines: [{ kind: "unpaid", carer: "C1", reason: "no-rate-at-that-time", minutes: 30 }], minutesPaid: 0, amount: "0.00" };
    expect(from8(min(-60), min(-30), dayTime)).toMatchObject({ minutesPaid: 30, amount: "7.005" });
    expect(from8(min(-60) - 1, min(-30), dayTime)).toEqual(none);
    expect(from8(min(810), min(840), dayTime)).toMatchObject({ minutesPaid: 30, amount: "7.005" });
    expect(from8(min(810), min(840, 1), dayTime)).toEqual(none);
  });

  it("day time only asks for the hours, and refuses what are none", () => {
    expect(() => read({ "rate-scope": "day-time-only" })).toThrow('withReading: "rate-scope" read as "day-time-only" asks for the hours of day time, such as 07:00-22:00');
    expect(() => assessed({}, { "rate-scope": ["day-time-only", "22:00-07:00"] })).toThrow('rate: hours must be "every" or HH:MM-HH:MM inside one day, such as "07:00-22:00", got "22:00-07:00"');
  });

  it("in a month, attendances without a rate are counted as a finding, never paid as 0", async () => {
    const { total, findings } = await documentOf([{}, { start: "06:59", end: "07:29" }, { start: "05:00", end: "05:30" }], dayTime);
    expect(total.payment).toEqual({ attendances: 1, minutesPaid: 30, amount: "7.01" });
    expect(findings).toEqual([{ code: "no-rate", severity: "error", of: "attendances", count: 2 }]);
  });
});

describe("reading rounding: three of the four bands have part-pennies", () => {
  const fifteen: Row = { end: "08:15" };
  const forty5: Row = { end: "08:45" };

  it.each([
    { rounding: "statement-half-up", three: "10.51", thirty: "7.01", two: "14.01", fortyFive: "10.51" },
    { rounding: "line-half-up", three: "10.50", thirty: "7.01", two: "14.02", fortyFive: "10.51" },
    { rounding: "line-half-even", three: "10.50", thirty: "7.00", two: "14.00", fortyFive: "10.51" },
  ])("$rounding: three calls of 15 minutes, one of 30, two of 30, one of 45", async ({ rounding, three, thirty, two, fortyFive }) => {
    const amount = async (rows: Row[]): Promise<string | null> => (await documentOf(rows, { rounding })).total.payment.amount;
    expect([await amount([fifteen, fifteen, fifteen]), await amount([{}]), await amount([{}, {}]), await amount([forty5])]).toEqual([three, thirty, two, fortyFive]);
  });

  it("half a penny goes to the even penny: down for 30 minutes (£7.005), up for 90 (£21.015); £17.5125 is no half", () => {
    const line = (minutes: number, rounding: string): string => there(min(minutes), { rounding }).payment.amount;
    expect([line(30, "line-half-even"), line(86, "line-half-even")]).toEqual(["7.00", "21.02"]);
    expect([line(30, "line-half-up"), line(86, "line-half-up")]).toEqual(["7.01", "21.02"]);
    expect([line(71, "line-half-even"), line(71, "line-half-up"), line(71, "statement-half-up")]).toEqual(["17.51", "17.51", "17.5125"]);
  });

  it("the council's total is the sum of the statements", async () => {
    const { providers, total } = await documentOf([{}, { provider: "P2" }]);
    expect(providers.map(({ payment }) => payment.amount)).toEqual(["7.01", "7.01"]);
    expect(total.payment).toEqual({ attendances: 2, minutesPaid: 60, amount: "14.02" });
  });
});

describe("reading statement-period: the text does not say how often providers are paid", () => {
  const eightWeeks = { firstDay: march(16), lastDay: march(71) };
  const on = (...days: number[]): Row[] => days.map((day) => ({ day: march(day) }));

  it.each([
    { says: "31 March and 1 April", days: [31, 32], whole: "14.01", monthly: "14.02", fourWeekly: "14.01" },
    { says: "16 and 31 March", days: [16, 31], whole: "14.01", monthly: "14.01", fourWeekly: "14.01" },
    { says: "the 28th and the 29th day of the period", days: [43, 44], whole: "14.01", monthly: "14.01", fourWeekly: "14.02" },
    { says: "the 1st and the 28th day", days: [16, 43], whole: "14.01", monthly: "14.02", fourWeekly: "14.01" },
    { says: "the 29th and the 56th day", days: [44, 71], whole: "14.01", monthly: "14.02", fourWeekly: "14.01" },
  ])("two calls of 30 minutes on $says: one statement $whole, by calendar month $monthly, by four weeks $fourWeekly", async ({ days, whole, monthly, fourWeekly }) => {
    const amount = async (choice: string): Promise<string | null> => (await documentOf(on(...days), { "statement-period": choice }, eightWeeks)).total.payment.amount;
    expect([await amount("period-assessed"), await amount("calendar-month"), await amount("four-weeks")]).toEqual([whole, monthly, fourWeekly]);
  });

  it("a visit belongs to the statement of its planned London day, also when it was attended after midnight", async () => {
    const rows: Row[] = [{ day: march(31), start: "23:30", end: "23:59", logIn: "2026-04-01T00:10", logOut: "2026-04-01T00:40" }, { day: march(31) }];
    expect((await documentOf(rows, { "statement-period": "calendar-month" }, eightWeeks)).total.payment).toMatchObject({ minutesPaid: 60, amount: "14.01" });
  });
});
