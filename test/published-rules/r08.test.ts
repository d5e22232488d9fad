import { describe, expect, it } from "vitest";
import { ACTUAL, assessed, clause, payingCouncil, unpaidBecause, visit } from "./paying-council.js";

// R8: an agreed time may only shrink inside the logged time: billed start not before log-in, billed end not after log-out.
const billed = (outside: "cut-off" | "unpaid") => payingCouncil("billed-within-logged-council", { basis: clause({ ...ACTUAL, basis: { kind: "billed-within-logged", outside } } as const) });
const day = "2026-03-16";
const facts = (start: string, end: string) => ({ billedStart: `${day}T${start}`, billedEnd: `${day}T${end}` });
const lineOf = (outside: "cut-off" | "unpaid", start: string, end: string, logs = ["09:00-10:00"]) => assessed(billed(outside), visit(day, "09:00-10:00", logs, facts(start, end))).payment.lines[0]!;

describe("R8: billed time may only shrink inside the logged time", () => {
  it.each([
    ["09:00", "10:00", 60],
    ["09:05", "10:00", 55],
    ["09:00", "09:55", 55],
    ["09:20", "09:40", 20],
  ])("billed %s to %s of 09:00 to 10:00 logged pays %i", (start, end, minutes) => {
    expect(lineOf("unpaid", start, end)).toMatchObject({ kind: "paid", minutesPaid: minutes });
    expect(lineOf("cut-off", start, end)).toMatchObject({ kind: "paid", minutesPaid: minutes });
  });

  it.each([
    ["08:59:59", "10:00"],
    ["09:00", "10:00:01"],
    ["08:00", "11:00"],
  ])("billed %s to %s: not payable until it is corrected, or cut off", (start, end) => {
    expect(lineOf("unpaid", start, end)).toMatchObject({ kind: "unpaid", reason: "billed-outside-logged" });
    expect(lineOf("cut-off", start, end)).toMatchObject({ kind: "paid", minutesPaid: 60 });
  });

  it("billed wholly outside the logged time pays nothing either way", () => {
    expect(lineOf("cut-off", "10:00", "10:30")).toMatchObject({ reason: "billed-outside-logged" });
  });

  it("a carer who left and came back is paid what was billed while logged", () => {
    expect(lineOf("unpaid", "09:10", "09:50", ["09:00-09:20"])).toMatchObject({ reason: "billed-outside-logged" });
    const twice = visit(day, "09:00-10:00", [], {
      ...facts("09:10", "09:50"),
      attendances: [
        { carer: "C1", logIn: `${day}T09:00`, logOut: `${day}T09:20` },
        { carer: "C1", logIn: `${day}T09:40`, logOut: `${day}T10:00` },
      ],
    });
    expect(assessed(billed("unpaid"), twice).payment.lines[0]).toMatchObject({ kind: "paid", minutesPaid: 20 });
  });

  it("a visit that carries no billed time cannot be determined", () => {
    expect(unpaidBecause(billed("cut-off"), visit(day, "09:00-10:00", ["09:00-10:00"]))).toBe("no-billed-time");
    expect(unpaidBecause(billed("cut-off"), visit(day, "09:00-10:00", ["09:00-10:00"], { billedStart: `${day}T09:00` }))).toBe("no-billed-time");
  });

  it("a billed end before its start is a mistake", () => {
    expect(() => lineOf("cut-off", "09:30", "09:29")).toThrow("readVisit: billedEnd must not be before billedStart");
  });
});
