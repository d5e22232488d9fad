import { type ListedVisit, type PaymentLine, UNPAID_REASONS, type VisitAssessment, londonText } from "../index.js";

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
  "incentives",
] as const;

type Cells = { readonly [C in (typeof VISIT_COLUMNS)[number]]: string | number };

/**
 * Visits as CSV, a row each. What cannot be determined is empty, never 0: minutes paid and amount where a line of the visit
 * cannot be determined or is paid with its group (`added-up`), the amount where an incentive cannot be.
 */
export function visitsCsv(visits: readonly ListedVisit[]): string {
  const lines = visits.map((visit) => {
    const cells = cellsOf(visit);
    return VISIT_COLUMNS.map((column) => field(String(cells[column]))).join(",");
  });
  return [VISIT_COLUMNS.join(","), ...lines, ""].join("\n");
}

function cellsOf({ provider, id, day, told }: ListedVisit): Cells {
  if (told.kind === "undetermined") {
    const none = { priority: "", punctuality: "", punctuality_reason: "", seconds_late: "", carers_required: "", carers_came: "", minutes_there: "", minutes_paid: "", amount: "", not_paid: "", rests_on: "", incentives: "" };
    return { ...none, provider_id: provider, visit_id: id, service_user_id: told.serviceUser ?? "", planned_start: day, kind: "undetermined", kind_reason: told.reason };
  }
  const { visit, kind, carers, punctuality, payment, restsOn } = told.assessment;
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
    minutes_there: payment.lines.flatMap(minutesOf).join(" "),
    ...sumsOf(payment),
    not_paid: payment.lines.flatMap((line) => (line.kind === "unpaid" ? [line.reason] : line.kind === "grouped" ? ["added-up"] : [])).join(" "),
    rests_on: restsOn.map(({ reading, adopted }) => `${reading}=${adopted}`).join(" "),
    incentives: (payment.additions ?? []).map((addition) => `${addition.incentive}=${addition.kind === "added" ? addition.amount : addition.reason}`).join("; "),
  };
}

/** The minutes of a line; those that nobody logged are marked with what they are. */
function minutesOf({ minutes, measured = "logged" }: PaymentLine): string[] {
  if (minutes === null) return [];
  return [measured === "logged" ? String(minutes) : `${measured}=${minutes}`];
}

/** What is paid for the visit by itself, as far as that can be determined. */
function sumsOf({ lines, additions = [], minutesPaid, amount }: VisitAssessment["payment"]): Pick<Cells, "minutes_paid" | "amount"> {
  if (lines.some((line) => line.kind === "grouped" || (line.kind === "unpaid" && UNPAID_REASONS[line.reason] === "undetermined"))) return { minutes_paid: "", amount: "" };
  return { minutes_paid: minutesPaid, amount: additions.some(({ kind }) => kind === "undetermined") ? "" : amount };
}

/** A field in quotation marks where its letters ask for them. */
function field(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
