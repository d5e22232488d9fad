import { expect, it } from "vitest";
import { assessExport, compile, leicester, monthDocument, statementsOf, withReading } from "../../src/index.js";
import { bytesOf } from "../helpers.js";

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";

/** One 15-minute visit, £3.5025, by each provider on each day. */
function export15(days: readonly string[], providers: readonly string[]): string {
  const rows = days.flatMap((day) => providers.map((provider) => `V1,SU1,${provider},standard,1,${day}T08:00,${day}T08:15,C1,${day}T08:00,${day}T08:15,,app`));
  return [HEADING, ...rows].join("\n");
}

const days = ["2026-03-20", "2026-03-31", "2026-04-01", "2026-04-16", "2026-04-17", "2026-05-02"];

async function statements(choice: string) {
  const rules = compile(withReading(leicester, "statement-period", choice));
  const month = await assessExport(bytesOf(export15(days, ["P2", "P10"])), rules);
  return { list: statementsOf(month, rules).filter(({ provider }) => provider === "P2"), document: monthDocument(month, rules), all: statementsOf(month, rules) };
}

it("one statement for the period assessed: six times £3.5025 is £21.015, half a penny up £21.02", async () => {
  const { list, all } = await statements("period-assessed");
  expect(list).toEqual([{ provider: "P2", firstDay: "2026-03-20", lastDay: "2026-05-02", amount: "21.02" }]);
  expect(all.map(({ provider }) => provider)).toEqual(["P10", "P2"]);
});

it("one a calendar month, cut to the period, each rounded by itself", async () => {
  const { list } = await statements("calendar-month");
  expect(list).toEqual([
    { provider: "P2", firstDay: "2026-03-20", lastDay: "2026-03-31", amount: "7.01" },
    { provider: "P2", firstDay: "2026-04-01", lastDay: "2026-04-30", amount: "10.51" },
    { provider: "P2", firstDay: "2026-05-01", lastDay: "2026-05-02", amount: "3.50" },
  ]);
});

it("one for each four weeks from the first day: 16 April is the last of the first, 17 April the first of the second", async () => {
  const { list, document } = await statements("four-weeks");
  expect(list).toEqual([
    { provider: "P2", firstDay: "2026-03-20", lastDay: "2026-04-16", amount: "14.01" },
    { provider: "P2", firstDay: "2026-04-17", lastDay: "2026-05-02", amount: "7.01" },
  ]);
  expect(document.providers.map(({ payment }) => payment.amount)).toEqual(["21.02", "21.02"]);
  expect(document.total.payment.amount).toBe("42.04");
});
