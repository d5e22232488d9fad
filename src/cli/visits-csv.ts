import { type GroupPayment, type ListedVisit, type PaymentLine, type Rules, UNPAID_REASONS, type VisitAssessment, londonText, payGroups } from "../index.js";
import { decimalSum } from "./amounts.js";

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
  "undetermined",
  "rests_on",
  "incentives",
] as const;

type Cells = { readonly [C in (typeof VISIT_COLUMNS)[number]]: string | number };

/**
 * Visits as CSV, a row each; minutes paid and amount add up to the month's. Both say what is known to be paid, and `undetermined`
 * what is not known yet; where nothing is known they are empty, never 0. Time that is added up is paid in the row of the last visit
 * of its group, or stands there with why it is not paid; the other visits of the group say `added-up`.
 */
export function visitsCsv(visits: readonly ListedVisit[], rules: Rules): string {
  const groups = groupsByVisit(visits, rules);
  const lines = visits.map((visit) => {
    const cells = cellsOf(visit, groups.get(nameOf(visit.provider, visit.id, visit.day)) ?? []);
    return VISIT_COLUMNS.map((column) => field(String(cells[column]))).join(",");
  });
  return [VISIT_COLUMNS.join(","), ...lines, ""].join("\n");
}

/** A group that a visit's time is added up in; it is paid with the last of its visits. */
interface InGroup extends Pick<GroupPayment, "group" | "payment" | "restsOn"> {
  readonly last: boolean;
}

function groupsByVisit(visits: readonly ListedVisit[], rules: Rules): ReadonlyMap<string, readonly InGroup[]> {
  const assessments = visits.flatMap(({ told }) => (told.kind === "assessed" ? [told.assessment] : []));
  const byVisit = new Map<string, InGroup[]>();
  for (const { provider, group, lines, payment, restsOn } of payGroups(assessments, rules)) {
    const names = lines.map(({ visit, day }) => nameOf(provider, visit, day));
    for (const name of new Set(names)) byVisit.set(name, [...(byVisit.get(name) ?? []), { group, payment, restsOn, last: name === names.at(-1) }]);
  }
  return byVisit;
}

function nameOf(provider: string, id: string, day: string): string {
  return JSON.stringify([provider, id, day]);
}

function cellsOf({ provider, id, day, told }: ListedVisit, groups: readonly InGroup[]): Cells {
  if (told.kind === "undetermined") {
    const none = { priority: "", punctuality: "", punctuality_reason: "", seconds_late: "", carers_required: "", carers_came: "", minutes_there: "", minutes_paid: "", amount: "", not_paid: "", rests_on: "", incentives: "" };
    return { ...none, provider_id: provider, visit_id: id, service_user_id: told.serviceUser ?? "", planned_start: day, kind: "undetermined", kind_reason: told.reason, undetermined: told.reason };
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
    ...sumsOf(payment, groups),
    not_paid: notPaidOf(payment.lines, groups).join(" "),
    rests_on: [...new Set([...restsOn, ...groups.flatMap((group) => group.restsOn)].map(({ reading, adopted }) => `${reading}=${adopted}`))].join(" "),
    incentives: (payment.additions ?? []).map((addition) => `${addition.incentive}=${addition.kind === "added" ? decimalSum([addition.amount]) : addition.reason}`).join("; "),
  };
}

/** The minutes of a line; those that nobody logged are marked with what they are. */
function minutesOf({ minutes, measured = "logged" }: PaymentLine): string[] {
  if (minutes === null) return [];
  return [measured === "logged" ? String(minutes) : `${measured}=${minutes}`];
}

/** Why each line is not paid in the visit's row: time added up is paid in that of the last visit of its group. */
function notPaidOf(lines: readonly PaymentLine[], groups: readonly InGroup[]): string[] {
  return lines.flatMap((line): string[] => {
    if (line.kind !== "grouped") return line.kind === "unpaid" ? [line.reason] : [];
    const own = groups.find(({ group, last }) => last && group.carer === line.group.carer && group.service === line.group.service);
    if (own === undefined) return ["added-up"];
    return own.payment.kind === "unpaid" ? [own.payment.reason] : [];
  });
}

/** What is known to be paid in the visit's row, and what is not known. */
function sumsOf({ lines, additions = [], minutesPaid }: VisitAssessment["payment"], groups: readonly InGroup[]): Pick<Cells, "minutes_paid" | "amount" | "undetermined"> {
  const paid = lines.flatMap((line) => (line.kind === "paid" ? [line.amount] : []));
  const withGroups = groups.flatMap(({ payment, last }) => (last && payment.kind === "paid" ? [payment] : []));
  const added = additions.flatMap((addition) => (addition.kind === "added" ? [addition.amount] : []));
  const reasons = [...lines, ...groups.map(({ payment }) => payment)].flatMap((line) => (line.kind === "unpaid" && UNPAID_REASONS[line.reason] === "undetermined" ? [line.reason] : []));
  const unknown = additions.flatMap((addition) => (addition.kind === "undetermined" ? [addition.reason] : []));
  const elsewhere = groups.some(({ payment, last }) => !last && payment.kind === "paid");
  const timeKnown = paid.length > 0 || withGroups.length > 0 || (reasons.length === 0 && !elsewhere);
  const amounts = [...paid, ...withGroups.map(({ amount }) => amount), ...added];
  return {
    minutes_paid: timeKnown ? minutesPaid + withGroups.reduce((sum, group) => sum + group.minutesPaid, 0) : "",
    amount: amounts.length > 0 || (timeKnown && unknown.length === 0) ? decimalSum(amounts) : "",
    undetermined: [...new Set([...reasons, ...unknown])].join(" "),
  };
}

/** A field in quotation marks where its letters ask for them. */
function field(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
