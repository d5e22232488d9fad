import { describe, expect, it } from "vitest";
import { bytesOf } from "../helpers.js";
import { assessExport, monthDocument } from "../../src/index.js";
import { type Fields, documentOf, exportOf, row, rulesWith } from "./exports.ts";

const rules = rulesWith({ "missed-threshold": "after-next-visit" });

/** A visit of the service user on these times, the carer there for ten minutes from the log-in. */
const visit = (id: string, plannedStart: string, logIn: string, fields: Fields = {}): string =>
  row({ visit_id: id, planned_start: plannedStart, planned_end: `${plannedStart.slice(0, 10)}T22:00Z`, actual_start: logIn, actual_end: logIn.replace(/:\d\dZ$/, ":59Z"), ...fields });

const first = visit("V1", "2026-07-01T08:00:00Z", "2026-07-01T20:00:00Z");
const alone = { carer_id: "", actual_start: "", actual_end: "", outcome: "hospital", capture_method: "" };

describe("a visit at or after the planned start of its service user's next one is missed, where that is the reading", () => {
  it.each<readonly [string, readonly string[], number]>([
    ["no other visit", [first], 0],
    ["the next begins in the second of the log-in", [first, visit("V2", "2026-07-01T20:00:00Z", "", alone)], 1],
    ["the next begins a second after the log-in", [first, visit("V2", "2026-07-01T20:00:01Z", "", alone)], 0],
    ["the next begins a second after this one", [first, visit("V2", "2026-07-01T08:00:01Z", "", alone)], 1],
    ["another begins in the second of this one: it is not the next", [first, visit("V2", "2026-07-01T08:00:00Z", "", alone)], 0],
    ["another begins a second before this one", [first, visit("V2", "2026-07-01T07:59:59Z", "", alone)], 0],
    ["the first of several that follow is the next", [first, visit("V2", "2026-07-01T21:00:00Z", "", alone), visit("V3", "2026-07-01T19:00:00Z", "", alone)], 1],
    ["the next of another service user", [first, visit("V2", "2026-07-01T09:00:00Z", "", { ...alone, service_user_id: "SU2" })], 0],
    ["the next of the same service user by another provider", [first, visit("V2", "2026-07-01T09:00:00Z", "", { ...alone, provider_id: "P2" })], 1],
    ["a rejected row tells of no next visit", [first, visit("V2", "2026-07-01T09:00:00Z", "", { ...alone, priority: "?" })], 0],
    ["a row in conflict tells of one", [first, visit("V2", "2026-07-01T09:00:00Z", "", alone), visit("V2", "2026-07-01T09:00:00Z", "", { ...alone, service_user_id: "SU9" })], 1],
    ["the log-in is on the day after, and so is the next", [visit("V1", "2026-07-01T08:00:00Z", "2026-07-02T20:00:00Z"), visit("V2", "2026-07-02T20:00:00Z", "", alone)], 1],
    ["the log-in is days after, and the next is later on one of them", [visit("V1", "2026-07-01T08:00:00Z", "2026-07-04T20:00:00Z"), visit("V2", "2026-07-04T20:00:01Z", "", alone)], 0],
    ["the log-in is days after, and the next between", [visit("V1", "2026-07-01T08:00:00Z", "2026-07-04T20:00:00Z"), visit("V2", "2026-07-03T08:00:00Z", "", alone)], 1],
    ["the next lies beyond visits of others", [visit("V1", "2026-07-01T08:00:00Z", "2026-07-04T20:00:00Z"), visit("V8", "2026-07-02T08:00:00Z", "", { ...alone, service_user_id: "SU8" }), visit("V2", "2026-07-03T08:00:00Z", "", alone)], 1],
  ])("%s", async (_what, rows, missed) => {
    const { total } = await documentOf(exportOf(...rows), {}, rules);
    expect(total.missed).toBe(missed);
    for (const order of [rows, rows.toReversed()]) expect(monthDocument(await assessExport(bytesOf(exportOf(...order)), rules), rules).total).toEqual(total);
  });

  it("the next visit may lie outside the period", async () => {
    const csv = exportOf(visit("V1", "2026-07-01T08:00:00Z", "2026-07-02T20:00:00Z"), visit("V2", "2026-07-02T09:00:00Z", "", alone));
    const july = { period: { firstDay: "2026-07-01", lastDay: "2026-07-01" } } as const;
    expect((await documentOf(csv, july, rules)).total).toMatchObject({ visits: 1, missed: 1 });
  });

  it("under the adopted reading none of it is missed", async () => {
    const { total, restsOn } = await documentOf(exportOf(first, visit("V2", "2026-07-01T09:00:00Z", "", alone)));
    expect(total).toMatchObject({ delivered: 1, missed: 0, excused: 1 });
    expect(restsOn).toContainEqual({ reading: "missed-threshold", of: "visits", count: 1 });
  });
});
