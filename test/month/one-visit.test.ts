import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LeicesterCallType, type MonthDocument, type Rules, type VisitAssessment, assessExport, assessVisit, compile, londonText, monthDocument } from "../../src/index.js";
import { asMoment } from "../../src/shared/moment.js";
import { bytesOf } from "../helpers.js";
import { type Sketch, choices, sketches, visitAt, withChoices } from "../rules/visits.ts";

/** Seconds from the planned start to midnight in London. */
const TO_MIDNIGHT = 2700;
/** Late in the evening, so that stays and the service user's next visit fall on the day after. */
const PLANNED = Date.parse("2026-03-16T23:15:00Z") / 1000;

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";

/** The visit as rows of an export; the next visit of its service user is one of the day after, outside the period. */
function exportOf({ callType, carersRequired, plannedLength, outcome, logs, next }: Sketch): string {
  const time = (seconds: number | null): string => (seconds === null ? "" : londonText(asMoment(PLANNED + seconds)));
  const row = (carer: string, logIn: number | null, logOut: number | null): string =>
    ["V1", "SU1", "P1", callType, carersRequired, time(0), time(plannedLength), carer, time(logIn), time(logOut), outcome ?? "", ""].join(",");
  const rows = logs.length === 0 ? [row("", null, null)] : logs.map(({ carer, logIn, logOut }) => row(carer, logIn, logOut));
  const after = next === null ? [] : [["V2", "SU1", "P1", "standard", 1, time(next), time(next + 1800), "", "", "", "", ""].join(",")];
  return [HEADING, ...rows, ...after, ""].join("\n");
}

/** What the figures of a month are when it holds only this visit, told from the answer about it. */
function figuresOf({ kind, carers, punctuality, payment }: VisitAssessment<LeicesterCallType>, callType: LeicesterCallType, missedAsLate: boolean): object {
  const one = (yes: boolean): number => (yes ? 1 : 0);
  const attended = kind.kind === "delivered" || kind.kind === "open";
  const calls = (type: LeicesterCallType): object => {
    const here = (yes: boolean): number => one(type === callType && yes);
    return {
      onTime: here(attended && punctuality.class === "on-time"),
      early: here(attended && punctuality.class === "early"),
      late: here((attended && punctuality.class === "late") || (missedAsLate && kind.kind === "missed")),
      notAssessable: here(attended && punctuality.class === "not-assessable"),
    };
  };
  const paid = payment.lines.filter((line) => line.kind === "paid");
  // A carer with several lines is one carer paid; a line without a carer stands for one.
  const attendances = new Set(paid.map((line, i) => line.carer ?? i)).size;
  return {
    visits: 1,
    delivered: one(kind.kind === "delivered"),
    open: one(kind.kind === "open"),
    missed: one(kind.kind === "missed"),
    excused: one(kind.kind === "excused"),
    notRequired: one(kind.kind === "not-required"),
    undetermined: one(kind.kind === "undetermined"),
    understaffed: one(carers.understaffed),
    punctuality: { standard: calls("standard"), critical: calls("critical") },
    payment: { attendances, minutesPaid: payment.minutesPaid, amount: halfUp(payment.amount) },
  };
}

/** Decimal text to the penny, half up, on its digits. */
function halfUp(amount: string): string {
  const [pounds, digits] = amount.split(".") as [string, string];
  const pennies = BigInt(pounds + digits.slice(0, 2)) + (digits.slice(2) >= "5" ? 1n : 0n);
  const text = String(pennies).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

async function monthOf(sketch: Sketch, rules: Rules<LeicesterCallType>): Promise<MonthDocument<LeicesterCallType>> {
  const csv = exportOf(sketch);
  return monthDocument(await assessExport(() => bytesOf(csv), rules, { period: { firstDay: "2026-03-16", lastDay: "2026-03-16" } }), rules);
}

describe("a month of one visit says what the answer about the visit says", () => {
  it("in every figure, and in the readings it rests on, whatever the readings", async () => {
    await fc.assert(
      fc.asyncProperty(choices, fc.array(sketches, { minLength: 20, maxLength: 20 }), async (base, list) => {
        const rules = compile(withChoices(base));
        for (const drawn of list) {
          // The next visit has to be on the day after, so that it is not in the period.
          const sketch = { ...drawn, next: drawn.next === null ? null : Math.max(drawn.next, TO_MIDNIGHT) };
          const answer = assessVisit(visitAt(PLANNED, sketch), rules);
          const { total, restsOn } = await monthOf(sketch, rules);
          expect(total).toMatchObject(figuresOf(answer, sketch.callType, base["punctuality-base"] === "missed-as-late"));
          expect(restsOn.filter(({ count }) => count > 0)).toEqual(answer.restsOn.map(({ reading }) => ({ reading, of: "visits", count: 1 })));
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
