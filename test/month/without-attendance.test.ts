import { describe, expect, it } from "vitest";
import { monthTable } from "../../src/cli/table.js";
import { assessExport, compile, emptyMonth, explain, mergeMonths, monthDocument, monthPage, toText } from "../../src/index.js";
import type { Clauses } from "../../src/rules/council.js";
import { bytesOf } from "../helpers.js";
import { ACTUAL, type Call, clause, payingCouncil } from "../published-rules/paying-council.js";
import { textOf } from "../report/page.ts";

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method,hospital_admitted,hospital_discharged";
const DAY = "2026-03-16";

interface Sketch {
  readonly id: string;
  readonly carers: readonly string[];
  readonly required?: number;
  readonly outcome?: string;
  readonly provider?: string;
  readonly user?: string;
}

/** The rows of a visit from 9 to 10 on one day; a carer whose id ends in "?" forgot to log out. */
function rows({ id, carers, required = 1, outcome = "", provider = "P1", user = "SU1" }: Sketch): string[] {
  const head = [id, user, provider, "call", required, `${DAY}T09:00`, `${DAY}T10:00`].join(",");
  const tail = `${outcome},,${outcome === "hospital" ? "2026-03-10,not-yet" : ","}`;
  if (carers.length === 0) return [`${head},,,,${tail}`];
  return carers.map((carer) => `${head},${carer},${DAY}T09:00,${carer.endsWith("?") ? "" : `${DAY}T10:00`},${tail}`);
}

async function monthOf(clauses: Clauses<Call>, sketches: readonly Sketch[]) {
  const rules = compile(payingCouncil("paying-council", clauses));
  const month = await assessExport(bytesOf([HEADING, ...sketches.flatMap(rows), ""].join("\n")), rules, { period: { firstDay: DAY, lastDay: DAY } });
  return { rules, month, document: monthDocument(month, rules) };
}

/** What is paid in all, and how much of it without an attendance. */
async function paymentOf(clauses: Clauses<Call>, ...sketches: readonly Sketch[]) {
  const { total, paidWithoutAttendance } = (await monthOf(clauses, sketches)).document;
  return { ...total.payment, ...(paidWithoutAttendance === undefined ? {} : { withoutAttendance: paidWithoutAttendance.reduce((sum, { attendances }) => sum + attendances, 0) }) };
}

const NOTHING = { kind: "nothing" } as const;
const undelivered = clause({
  outcomes: {
    "cancelled-by-person": { kind: "planned-length" },
    "no-access": { kind: "share-of-planned", share: "0.5", of: "price" },
    refused: { kind: "fixed-minutes", minutes: 15 },
    hospital: { kind: "hospital-retainer", steps: [{ days: "open", share: "1" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "none" },
    frustrated: { kind: "actual-time" },
    "cancelled-by-council": NOTHING, "provider-failure": NOTHING, aborted: NOTHING, suspended: NOTHING, other: NOTHING,
  },
  unexplained: NOTHING,
  pastThreshold: NOTHING,
  tooFewCarers: { kind: "planned-length" },
} as const);
const byOutcome = { basis: clause({ ...ACTUAL, undelivered: "by-outcome" } as const), undelivered };

const came: Sketch = { id: "V1", carers: ["C1"] };
const cancelled: Sketch = { id: "V2", carers: [], outcome: "cancelled-by-person" };

describe("pay for which no carer came is told of apart", () => {
  it.each([
    ["the planned length", cancelled, { attendances: 2, withoutAttendance: 1, minutesPaid: 120, amount: "24.00" }],
    ["once for each of two carers required", { ...cancelled, required: 2 }, { attendances: 3, withoutAttendance: 2, minutesPaid: 180, amount: "36.00" }],
    ["a share of its price", { id: "V2", carers: [], outcome: "no-access" }, { attendances: 2, withoutAttendance: 1, minutesPaid: 120, amount: "18.00" }],
    ["fixed minutes", { id: "V2", carers: [], outcome: "refused" }, { attendances: 2, withoutAttendance: 1, minutesPaid: 75, amount: "15.00" }],
    ["a hospital retainer", { id: "V2", carers: [], outcome: "hospital" }, { attendances: 2, withoutAttendance: 1, minutesPaid: 120, amount: "24.00" }],
    ["the plan of two carers where one came", { id: "V2", carers: ["C1"], required: 2 }, { attendances: 3, withoutAttendance: 1, minutesPaid: 180, amount: "36.00" }],
    ["the plan of two carers where both were turned away, one without a log-out: both came", { id: "V2", carers: ["C1", "C2?"], required: 2, outcome: "frustrated" }, { attendances: 2, minutesPaid: 120, amount: "24.00" }],
    ["fixed minutes where the carer came: an attendance", { id: "V2", carers: ["C1"], outcome: "refused" }, { attendances: 2, minutesPaid: 75, amount: "15.00" }],
    ["nothing", { id: "V2", carers: [], outcome: "other" }, { attendances: 1, minutesPaid: 60, amount: "12.00" }],
  ] as const)("%s", async (_what, other: Sketch, payment) => {
    expect(await paymentOf(byOutcome, came, other)).toStrictEqual(payment);
  });

  it("an excused visit that is paid its plan, where the basis says so", async () => {
    const basis = clause({ ...ACTUAL, undelivered: "excused-planned-length" } as const);
    expect(await paymentOf({ basis }, came, cancelled)).toStrictEqual({ attendances: 2, withoutAttendance: 1, minutesPaid: 120, amount: "24.00" });
    expect(await paymentOf({}, came, cancelled)).toStrictEqual({ attendances: 1, minutesPaid: 60, amount: "12.00" });
  });

  it("the plan of carers who came is paid for attendances, and a visit that is paid once is one", async () => {
    const two: Sketch = { id: "V1", carers: ["C1", "C2"], required: 2 };
    expect(await paymentOf({ basis: clause({ ...ACTUAL, basis: "planned" } as const) }, two)).toStrictEqual({ attendances: 2, minutesPaid: 120, amount: "24.00" });
    expect(await paymentOf({ basis: clause({ ...ACTUAL, per: "visit" } as const) }, two)).toStrictEqual({ attendances: 1, minutesPaid: 60, amount: "12.00" });
  });

  it("where time is added up, too: the plan of a cancelled visit, and not that of a visit whose carer came", async () => {
    const per = { kind: "added-up", over: "day", carers: "together", services: "together", severalRates: "undetermined" } as const;
    const basis = clause({ ...ACTUAL, per, undelivered: "excused-planned-length" } as const);
    expect(await paymentOf({ basis }, came, { ...cancelled, required: 2 })).toStrictEqual({ attendances: 3, withoutAttendance: 2, minutesPaid: 180, amount: "36.00" });
    expect(await paymentOf({ basis }, came, { id: "V2", carers: [], outcome: "cancelled-by-council" })).toStrictEqual({ attendances: 1, minutesPaid: 60, amount: "12.00" });
    const { outcomes } = undelivered.versions[0]!;
    const summed = { basis: clause({ ...ACTUAL, per, undelivered: "by-outcome" } as const), undelivered: clause({ ...undelivered.versions[0]!, outcomes: { ...outcomes, "no-access": NOTHING, hospital: NOTHING } } as const) };
    expect(await paymentOf(summed, { id: "V1", carers: ["C1"], required: 2 })).toStrictEqual({ attendances: 2, withoutAttendance: 1, minutesPaid: 120, amount: "24.00" });
  });
});

describe("who says it", () => {
  const NOTE = "attendances paid: no carer came for 3 of these; what is paid is a planned\n  length, a share of it, or fixed minutes, once for each carer it is paid for";
  const SENTENCE = "No carer came for 3 of these: what is paid is a planned length, a share of it, or fixed minutes, once for each carer it is paid for.";
  const sketches = [came, cancelled, { ...cancelled, id: "V3", provider: "P2", user: "SU2", required: 2 }] as const;

  it("table, page and sentences, and the document by provider and in all", async () => {
    const { rules, month, document } = await monthOf(byOutcome, sketches);
    expect(document.paidWithoutAttendance).toEqual([{ provider: "P1", attendances: 1 }, { provider: "P2", attendances: 2 }]);
    expect(monthTable(document, rules, new Map())).toContain(`\ntotal                    4        4:00  £48.00\n${NOTE}\n`);
    expect(textOf(monthPage(month, rules))).toContain(`over 4 attendances paid. ${SENTENCE}`);
    expect(toText(explain(month, rules), 10_000)).toContain(SENTENCE);
  });

  it("nobody, where a carer came for all that is paid", async () => {
    const { rules, month, document } = await monthOf(byOutcome, [came]);
    for (const said of [monthTable(document, rules, new Map()), textOf(monthPage(month, rules)), toText(explain(month, rules), 10_000)]) expect(said).not.toContain("o carer came for");
    expect(JSON.stringify(document)).not.toContain("ithoutAttendance");
  });

  it("parts merge to the whole", async () => {
    const { rules, document } = await monthOf(byOutcome, sketches);
    const parts = await Promise.all([sketches.slice(0, 2), sketches.slice(2)].map((own) => monthOf(byOutcome, own)));
    const merged = parts.reduce((all, { month }) => mergeMonths(all, month), emptyMonth(rules, { firstDay: DAY, lastDay: DAY }));
    expect(monthDocument(merged, rules)).toStrictEqual(document);
  });
});
