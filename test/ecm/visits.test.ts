import { describe, expect, it } from "vitest";
import type { MonthDocument } from "../../src/index.js";
import { bytesOf } from "../helpers.js";
import { assessExport, monthDocument } from "../../src/index.js";
import { type Fields, NOBODY, RULES, countsOf, documentOf, exportOf, row } from "./exports.ts";

const BAD = { priority: "?" } as const;

/** A visit on a day of July 2026. */
const on = (day: number, fields: Fields = {}): string => {
  const date = `2026-07-${String(day).padStart(2, "0")}`;
  return row({ visit_id: `V${day}`, planned_start: `${date}T09:00`, planned_end: `${date}T09:30`, ...(fields.carer_id === "" ? {} : { actual_start: `${date}T09:05`, actual_end: `${date}T09:31` }), ...fields });
};

/** The figures of a document in short. */
function inShort({ period, visits, total }: MonthDocument): string {
  const kinds = (["delivered", "open", "missed", "excused", "notRequired", "undetermined"] as const).flatMap((kind) => (total[kind] === 0 ? [] : [`${total[kind]} ${kind}`]));
  const days = period === null ? "no period" : `${period.firstDay.slice(8)} to ${period.lastDay.slice(8)}`;
  return [days, `${visits} visits`, ...kinds, `${total.payment.attendances} paid`].join(", ");
}

/** The document of these rows, the same in this and the opposite order, read by day or all at once. */
async function assessed(rows: readonly string[], options: Parameters<typeof documentOf>[1] = {}): Promise<MonthDocument> {
  const document = await documentOf(exportOf(...rows), options);
  const { order: _order, ...figures } = document;
  expect(await documentOf(exportOf(...rows.toReversed()), options)).toMatchObject(figures);
  expect(monthDocument(await assessExport(bytesOf(exportOf(...rows)), RULES, options), RULES)).toMatchObject(figures);
  return document;
}

describe("a visit with a rejected row is undetermined and unpaid, when the row can be placed", () => {
  it.each<readonly [string, readonly string[], string]>([
    ["beside an accepted row", [on(1), on(1, { ...BAD, carer_id: "C2" })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["with the carer's own row of it accepted too", [on(1), on(1, BAD)], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["two of them are one visit", [on(1), on(1, BAD), on(1, { outcome: "?" })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["with no accepted row, on a day between accepted ones", [on(1), on(2, BAD), on(3)], "01 to 03, 3 visits, 2 delivered, 1 undetermined, 2 paid"],
    ["with no accepted row, on the first day of the accepted ones", [on(1), on(1, { ...BAD, visit_id: "V0" }), on(3)], "01 to 03, 3 visits, 2 delivered, 1 undetermined, 2 paid"],
    ["with no accepted row, on the last day of the accepted ones", [on(1), on(3), on(3, { ...BAD, visit_id: "V0" })], "01 to 03, 3 visits, 2 delivered, 1 undetermined, 2 paid"],
    ["with no accepted row, on the day before the first accepted one: outside the period", [on(1, BAD), on(2), on(3)], "02 to 03, 2 visits, 2 delivered, 2 paid"],
    ["with no accepted row, on the day after the last accepted one: outside the period", [on(1), on(2), on(3, BAD)], "01 to 02, 2 visits, 2 delivered, 2 paid"],
    ["two with no accepted row are two visits", [on(1), on(2, BAD), on(2, { ...BAD, visit_id: "V0" }), on(3)], "01 to 03, 4 visits, 2 delivered, 2 undetermined, 2 paid"],
    ["two rows of one with no accepted row are one", [on(1), on(2, BAD), on(2, { ...BAD, carer_id: "C2" }), on(3)], "01 to 03, 3 visits, 2 delivered, 1 undetermined, 2 paid"],
    ["its service user missing", [on(1), on(1, { service_user_id: "" })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["its planned end unreadable", [on(1), on(1, { planned_end: "?" })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["its log unreadable", [on(1), on(1, { actual_end: "?" })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["its log-out before its log-in", [on(1), on(1, { actual_end: "2026-07-01T08:00" })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["the same id of another provider is another visit", [on(1), on(1, { ...BAD, provider_id: "P2" })], "01 to 01, 2 visits, 1 delivered, 1 undetermined, 1 paid"],
    ["the same id on another day is another visit", [on(1, { visit_id: "daily" }), on(2, { visit_id: "daily", ...BAD }), on(3, { visit_id: "daily" })], "01 to 03, 3 visits, 2 delivered, 1 undetermined, 2 paid"],
    ["a planned start in another zone is placed on its London day", [on(1), on(1, { ...BAD, planned_start: "2026-06-30T23:00Z" })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
    ["nobody having come either", [on(1, NOBODY), on(1, { ...NOBODY, ...BAD })], "01 to 01, 1 visits, 1 undetermined, 0 paid"],
  ])("%s", async (_how, rows, figures) => {
    expect(inShort(await assessed(rows))).toBe(figures);
  });

  it.each<readonly [string, string]>([
    ["a field too many", `${on(1)},`],
    ["a field too few", "V1,SU1,P1"],
    ["no visit id", on(1, { visit_id: "" })],
    ["no provider", on(1, { provider_id: "" })],
    ["no planned start", on(1, { planned_start: "" })],
    ["an unreadable planned start", on(1, { planned_start: "1 July" })],
  ])("and cannot be placed with %s: it is in the rows only", async (_what, line) => {
    const document = await assessed([on(1), line, on(2)]);
    expect(inShort(document)).toBe("01 to 02, 2 visits, 2 delivered, 2 paid");
    expect(document.rows).toEqual({ read: 3, accepted: 2, rejected: 1 });
  });

  it("in a period that is given, wherever the accepted rows are", async () => {
    const rows = [on(1, BAD), on(2, BAD), on(3), on(4, BAD), on(5, BAD)];
    expect(inShort(await assessed(rows, { period: { firstDay: "2026-07-02", lastDay: "2026-07-04" } }))).toBe("02 to 04, 3 visits, 1 delivered, 2 undetermined, 1 paid");
  });

  it("and is in no share, whoever else came on time", async () => {
    const { total } = await assessed([on(1, { carers_required: "2" }), on(1, { carers_required: "2", carer_id: "C2", actual_end: "?" })]);
    expect(total).toMatchObject({ understaffed: 0, punctuality: { standard: { assessed: 0, notAssessable: 0, share: null, met: null } }, continuity: { windows: 0 }, payment: { minutesPaid: 0, amount: "0.00" } });
  });
});

describe("what the rows of a visit make of it", () => {
  it.each<readonly [string, readonly string[], string, { readonly [code: string]: number }]>([
    ["one carer came", [on(1)], "1 delivered, 1 paid", {}],
    ["two carers came", [on(1, { carers_required: "2" }), on(1, { carers_required: "2", carer_id: "C2" })], "1 delivered, 2 paid", {}],
    ["two carers came, one is required", [on(1), on(1, { carer_id: "C2" })], "1 delivered, 1 paid", {}],
    ["one carer with two logs is one carer paid", [on(1), on(1, { actual_start: "2026-07-01T09:40", actual_end: "2026-07-01T09:50" })], "1 delivered, 1 paid", {}],
    ["one carer with a log of no length", [on(1, { actual_end: "2026-07-01T09:05" })], "1 delivered, 1 paid", {}],
    ["nobody came and nothing is recorded", [on(1, NOBODY)], "1 missed, 0 paid", {}],
    ["nobody came, one was expected", [on(1, { actual_start: "", actual_end: "" })], "1 missed, 0 paid", {}],
    ["nobody came, and the reason is one", [on(1, { ...NOBODY, outcome: "hospital" })], "1 excused, 0 paid", {}],
    ["nobody was to come", [on(1, { ...NOBODY, outcome: "suspended" })], "1 notRequired, 0 paid", {}],
    ["nobody came, for another reason", [on(1, { ...NOBODY, outcome: "other" })], "1 undetermined, 0 paid", {}],
    ["a log-out is missing", [on(1, { actual_end: "" })], "1 open, 0 paid", { "log-out-missing": 1 }],
    ["one of two log-outs is missing", [on(1, { carers_required: "2" }), on(1, { carers_required: "2", carer_id: "C2", actual_end: "" })], "1 open, 1 paid", { "log-out-missing": 1 }],
    ["a log-out is missing, and the visit was not completed", [on(1, { actual_end: "", outcome: "aborted" })], "1 excused, 0 paid", { "log-out-missing": 1 }],
    ["a log-in is missing", [on(1, { actual_start: "" })], "1 undetermined, 0 paid", { "log-in-missing": 1 }],
    ["one of two log-ins is missing", [on(1), on(1, { carer_id: "C2", actual_start: "" })], "1 undetermined, 0 paid", { "log-in-missing": 1 }],
    ["a carer came beside an outcome that says nobody did", [on(1, { outcome: "hospital" })], "1 undetermined, 0 paid", { "attended-and-not-delivered": 1 }],
    ["a planned end before the start changes no figure", [on(1, { planned_end: "2026-07-01T08:00" })], "1 delivered, 1 paid", { "planned-end-not-after-start": 1 }],
    ["rows disagree", [on(1), on(1, { carer_id: "C2", carers_required: "2" })], "1 undetermined, 0 paid", { "conflicting-visit": 1 }],
    ["three rows disagree: one visit is in conflict", [on(1), on(1, { priority: "critical" }), on(1, { service_user_id: "SU2" })], "1 undetermined, 0 paid", { "conflicting-visit": 1 }],
    ["rows disagree and another was rejected", [on(1), on(1, { priority: "critical" }), on(1, BAD)], "1 undetermined, 0 paid", { "conflicting-visit": 1, "unknown-priority": 1 }],
    ["a contradiction beside a rejected row is told too", [on(1, { outcome: "hospital" }), on(1, BAD)], "1 undetermined, 0 paid", { "attended-and-not-delivered": 1, "unknown-priority": 1 }],
    ["the same instants in other words do not disagree", [on(1), on(1, { carer_id: "C2", planned_start: "2026-07-01T08:00:00Z", planned_end: "2026-07-01T10:30+02:00", carers_required: "01" })], "1 delivered, 1 paid", {}],
    ["the capture method may differ", [on(1), on(1, { carer_id: "C2", capture_method: "manual" })], "1 delivered, 1 paid", {}],
  ])("%s", async (_what, rows, figures, findings) => {
    const document = await assessed(rows);
    expect(inShort(document)).toBe(`01 to 01, 1 visits, ${figures}`);
    expect(countsOf(document)).toEqual(findings);
  });
});

it("providers are shown by code point, each with its own visits", async () => {
  const providers = ["p1", "P2", "P10", "\u{1F600}", "\uFF5E", "P1"];
  const document = await assessed(providers.map((provider_id, i) => on(1, { provider_id, ...(i % 2 === 0 ? {} : { priority: "critical" }) })));
  expect(document.providers.map(({ provider, visits }) => [provider, visits])).toEqual(["P1", "P10", "P2", "p1", "\uFF5E", "\u{1F600}"].map((provider) => [provider, 1]));
  expect(document.total.visits).toBe(6);
});
