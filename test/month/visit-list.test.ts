import { describe, expect, it } from "vitest";
import { type ListedVisit, assessExport, compile, leicester, listVisits, monthDocument, withReading } from "../../src/index.js";
import { exportOf, row } from "../ecm/exports.ts";
import { bytesOf } from "../helpers.js";
import { randomMonth } from "../second-reckoning/random-month.ts";

const kindOf = ({ told }: ListedVisit): string => (told.kind === "undetermined" ? "undetermined" : told.assessment.kind.kind);

describe("the visits of an export, one by one, are those that the month counts", () => {
  it.each([
    [1, {}, leicester],
    [2, { shuffle: true }, leicester],
    [3, {}, withReading(leicester, "missed-threshold", "after-next-visit")],
    [4, { times: "wall", firstDay: "2026-10-12" }, withReading(leicester, "exactly-56", "unpaid")],
  ] as const)("random month %i", async (seed, options, council) => {
    const rules = compile(council);
    const csv = randomMonth(seed, options);
    const document = monthDocument(await assessExport(() => bytesOf(csv), rules), rules);
    const visits = await listVisits(bytesOf(csv), rules, document.period === null ? {} : { period: document.period });
    for (const { provider, ...figures } of document.providers) {
      const own = visits.filter((visit) => visit.provider === provider);
      const count = (kind: string): number => own.filter((visit) => kindOf(visit) === kind).length;
      expect({ visits: own.length, delivered: count("delivered"), open: count("open"), missed: count("missed"), excused: count("excused"), notRequired: count("not-required"), undetermined: count("undetermined") }).toEqual({
        visits: figures.visits,
        delivered: figures.delivered,
        open: figures.open,
        missed: figures.missed,
        excused: figures.excused,
        notRequired: figures.notRequired,
        undetermined: figures.undetermined,
      });
      const minutes = own.map(({ told }) => (told.kind === "assessed" ? told.assessment.payment.minutesPaid : 0));
      expect(minutes.reduce((all, each) => all + each, 0)).toBe(figures.payment.minutesPaid);
    }
    for (const { reading, count } of document.restsOn) {
      expect([reading, visits.filter(({ told }) => told.kind === "assessed" && told.assessment.restsOn.some((rests) => rests.reading === reading)).length]).toEqual([reading, count]);
    }
    expect(document.visits).toBeGreaterThan(100);
  });
});

it("they stand by provider, day and id, whatever the order of the file; a visit of which only a rejected row came stands among them", async () => {
  const rows = [row({ provider_id: "P2" }), row({ visit_id: "V9", priority: "urgent" }), row({ visit_id: "V2", planned_start: "2026-06-30T09:00", planned_end: "2026-06-30T09:30", actual_start: "", actual_end: "", carer_id: "" }), row()];
  const names = async (order: readonly string[]): Promise<string[]> => (await listVisits(bytesOf(exportOf(...order)), compile(leicester))).map((visit) => `${visit.provider} ${visit.day} ${visit.id} ${kindOf(visit)}`);
  const expected = ["P1 2026-06-30 V2 missed", "P1 2026-07-01 V1 delivered", "P1 2026-07-01 V9 undetermined", "P2 2026-07-01 V1 delivered"];
  expect(await names(rows)).toEqual(expected);
  expect(await names(rows.toReversed())).toEqual(expected);
});

it("of the period only, its first and last day included", async () => {
  const days = ["2026-06-30", "2026-07-01", "2026-07-02", "2026-07-03"];
  const csv = exportOf(...days.map((day) => row({ planned_start: `${day}T09:00`, planned_end: `${day}T09:30`, actual_start: `${day}T09:00`, actual_end: `${day}T09:30` })));
  expect((await listVisits(bytesOf(csv), compile(leicester), { period: { firstDay: "2026-07-01", lastDay: "2026-07-02" } })).map(({ day }) => day)).toEqual(["2026-07-01", "2026-07-02"]);
});
