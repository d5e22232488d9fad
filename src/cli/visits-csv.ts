import { type ListedVisit, londonText } from "../index.js";

/** The columns of the list of visits. */
export const VISIT_COLUMNS = [
  "provider_id",
  "visit_id",
  "service_user_id",
  "planned_start",
  "priority",
  "kind",
  "kind_reason",
  "punctuality",
  "punctuality_reason",
  "seconds_late",
  "carers_required",
  "carers_came",
  "minutes_there",
  "minutes_paid",
  "amount",
  "not_paid",
  "rests_on",
] as const;

type Cells = { readonly [C in (typeof VISIT_COLUMNS)[number]]: string | number };

/** Visits as CSV, a row each. What cannot be determined is empty, never 0. */
export function visitsCsv(visits: readonly ListedVisit[]): string {
  const lines = visits.map((visit) => {
    const cells = cellsOf(visit);
    return VISIT_COLUMNS.map((column) => field(String(cells[column]))).join(",");
  });
  return [VISIT_COLUMNS.join(","), ...lines, ""].join("\n");
}

function cellsOf({ provider, id, day, told }: ListedVisit): Cells {
  if (told.kind === "undetermined") {
    const none = { priority: "", punctuality: "", punctuality_reason: "", seconds_late: "", carers_required: "", carers_came: "", minutes_there: "", minutes_paid: "", amount: "", not_paid: "", rests_on: "" };
    return { ...none, provider_id: provider, visit_id: id, service_user_id: told.serviceUser ?? "", planned_start: day, kind: "undetermined", kind_reason: told.reason };
  }
  const { visit, kind, carers, punctuality, payment, restsOn } = told.assessment;
  const known = kind.kind !== "undetermined";
  return {
    provider_id: provider,
    visit_id: id,
    service_user_id: visit.serviceUser,
    planned_start: visit.plannedStart === null ? day : londonText(visit.plannedStart),
    priority: visit.callType,
    kind: kind.kind,
    kind_reason: "reason" in kind ? kind.reason : "outcome" in kind ? (kind.outcome ?? "") : "",
    punctuality: punctuality.class,
    punctuality_reason: "reason" in punctuality ? punctuality.reason : "",
    seconds_late: "seconds" in punctuality ? punctuality.seconds : "",
    carers_required: carers.required,
    carers_came: carers.came.length,
    minutes_there: payment.lines.flatMap(({ minutes }) => (minutes === null ? [] : [minutes])).join(" "),
    minutes_paid: known ? payment.minutesPaid : "",
    amount: known ? payment.amount : "",
    not_paid: payment.lines.flatMap((line) => (line.kind === "unpaid" ? [line.reason] : [])).join(" "),
    rests_on: restsOn.map(({ reading, adopted }) => `${reading}=${adopted}`).join(" "),
  };
}

/** A field in quotation marks where its letters ask for them. */
function field(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
