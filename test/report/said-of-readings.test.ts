import { describe, expect, it } from "vitest";
import { type LeicesterCallType, type VisitInput, assessExport, assessVisit, compile, explain, leicester, monthPage, readOtherwise, readingsOf, toText, withReading } from "../../src/index.js";
import { exportOf, row } from "../ecm/exports.ts";
import { bytesOf } from "../helpers.js";

const day = (time: string): string => `2026-03-16T${time}`;
const plain: VisitInput<LeicesterCallType> = { callType: "standard", plannedStart: day("08:00"), plannedEnd: day("08:30"), attendances: [{ carer: "C1", logIn: day("08:02"), logOut: day("08:32") }] };

function told(visit: VisitInput<LeicesterCallType>, council = leicester): string {
  const rules = compile(council);
  return toText(explain(assessVisit(visit, rules), rules), 10_000);
}

describe("a visit begins with the answer, and what it rests on", () => {
  it("on no reading, and its price on those of the rate and of rounding", () => {
    const text = told(plain);
    expect(text.startsWith("In short\n  Delivered, on time; paid 30 minutes for 30 minutes, £7.005.\n  No other choice of a reading would change this, but for the price, which rests on readings average-rate, rate-scope and rounding.\n  The rules are those of Leicester City Council.\n\n")).toBe(true);
    expect(text).toContain("No other choice of any one reading would change what the visit is, its punctuality or the minutes paid: where something above is read so, the other choices come to the same. The price rests on those named under Amount.");
    expect(text).toContain("The price rests on reading rounding = statement-half-up: ");
    expect(text).not.toContain("reading statement-period");
  });

  it("a visit without a price rests on none of them", () => {
    const text = told({ ...plain, attendances: [], outcome: "hospital" });
    expect(text).toContain("In short\n  Excused; nothing is paid.\n  That rests on reading undelivered = nothing.\n");
    expect(text).not.toContain("The price rests");
  });

  it("what is read otherwise than adopted is said at once, and only then", () => {
    expect(told(plain)).not.toContain("Read otherwise");
    expect(told(plain, withReading(leicester, "rounding", "line-half-up")).split("\n\n")[0]).toContain("Read otherwise than adopted: rounding = line-half-up (adopted: statement-half-up).");
  });
});

describe("a clause is cited only for what it says", () => {
  it("an attended visit needs none; a missed and an excused one have it", () => {
    expect(told(plain)).toContain("Delivered: it was attended, and every log is complete.\n");
    expect(told({ ...plain, attendances: [] })).toMatch(/Missed: nobody came, and nothing is recorded to explain it \(.*, Q13: “A visit is classified as missed/);
    expect(told({ ...plain, attendances: [], outcome: "no-access" })).toMatch(/Excused, and so not counted as missed: nobody came, .* \(.*, Q13: “A visit is classified as missed/);
  });

  it("a visit that a reading makes missed is missed by that reading", () => {
    const late = { ...plain, attendances: [{ carer: "C1", logIn: day("09:00"), logOut: day("09:30") }] };
    expect(told(late, withReading(leicester, "missed-threshold", "sixty-minutes"))).toContain("so far from plan that it counts as missed, by reading missed-threshold = sixty-minutes.");
  });
});

describe("readOtherwise", () => {
  it("names each reading with what the data adopts, and the value that was given", () => {
    expect(readOtherwise(leicester)).toEqual([]);
    expect(readOtherwise(withReading(leicester, "rate-scope", "day-time-only", "07:00-22:00"))).toEqual(["rate-scope = day-time-only:07:00-22:00 (adopted: every-hour)"]);
  });

  it("taken twice still names what the data adopts, and taken back nothing", () => {
    const twice = withReading(withReading(leicester, "exactly-56", "unpaid"), "exactly-56", "forty-five");
    expect(readOtherwise(twice)).toEqual(["exactly-56 = forty-five (adopted: hour)"]);
    expect(readOtherwise(withReading(twice, "exactly-56", "hour"))).toEqual([]);
  });
});

it("every reading of Leicester says why it is adopted", () => {
  expect(readingsOf(leicester).filter(({ because }) => because === undefined)).toEqual([]);
});

describe("the page", () => {
  const month = assessExport(() => bytesOf(exportOf(row())), compile(leicester));

  it("says at the top what is read otherwise, in the council's data and outside it", async () => {
    const read = compile(withReading(leicester, "targets", "as-first-set"));
    const head = (page: string): string => page.slice(page.indexOf("<header>"), page.indexOf("</header>"));
    expect(head(monthPage(await month, compile(leicester)))).not.toContain("Read otherwise");
    expect(head(monthPage(await month, read, { alsoRead: ["repeated-hour = later (adopted: earlier)"] }))).toContain("Read otherwise than adopted: targets = as-first-set (adopted: as-monitored-now); repeated-hour = later (adopted: earlier).");
  });

  it("names the readings that have no count, and calls an amount what it is", async () => {
    const page = monthPage(await month, compile(leicester));
    expect(page).toMatch(/rest also, without a count of visits, on these readings: targets = <code>as-monitored-now<\/code>, .*continuity-base = <code>windows<\/code>\./);
    expect(page).toContain("<b>£7.01</b><span>to pay by these rules. The average is taken as the one rate of every provider.</span>");
    expect(page).toContain("An amount is a calculation, not a payment.");
  });
});
