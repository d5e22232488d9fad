import { type EcmRow, type Moment, type PaymentLine, type Punctuality, type Rules, type Section, type StoryRow, type VisitStory, londonText } from "../index.js";

/** A visit's story as a document: facts with their codes, times as London text, and the same in sentences. */
export function storyDocument({ provider, id, day, period, inPeriod, rows, unplaced, told, groups, windows }: VisitStory, sections: readonly Section[], rules: Rules) {
  return {
    format: "homecare-rules/explanation@1",
    council: rules.council.id,
    provider,
    visit: id,
    day,
    period,
    inPeriod,
    rows: rows.map(rowDocument),
    ...(unplaced.length === 0 ? {} : { unplaced }),
    ...(told.kind === "undetermined" ? { kind: told } : assessmentDocument(told.assessment)),
    ...(groups.length === 0 ? {} : { groups }),
    windows,
    sections,
  };
}

function rowDocument(row: StoryRow) {
  if (row.kind === "rejected") return { row: row.finding.row, accepted: false, findings: [row.finding] };
  const { row: number, serviceUser, callType, carersRequired, plannedStart, plannedEnd, carer, logIn, logOut, outcome, captureMethod, facts } = row.row;
  return {
    row: number,
    accepted: true,
    serviceUser,
    callType,
    carersRequired,
    plannedStart: londonText(plannedStart),
    plannedEnd: londonText(plannedEnd),
    carer,
    logIn: textOrNull(logIn),
    logOut: textOrNull(logOut),
    outcome,
    captureMethod,
    ...(facts === undefined ? {} : { facts: factsDocument(facts) }),
    findings: row.findings,
  };
}

function factsDocument({ billedStart, billedEnd, noticeGiven, ...facts }: NonNullable<EcmRow["facts"]>) {
  return {
    ...facts,
    ...(billedStart === undefined ? {} : { billedStart: londonText(billedStart) }),
    ...(billedEnd === undefined ? {} : { billedEnd: londonText(billedEnd) }),
    ...(noticeGiven === undefined ? {} : { noticeGiven: londonText(noticeGiven) }),
  };
}

function assessmentDocument({ kind, carers, punctuality, performance, payment, restsOn }: Extract<VisitStory["told"], { kind: "assessed" }>["assessment"]) {
  return { kind, carers, punctuality: punctualityDocument(punctuality), ...(performance === null ? {} : { performance }), payment: { ...payment, lines: payment.lines.map(lineDocument) }, restsOn };
}

function punctualityDocument(punctuality: Punctuality) {
  if (!("arrival" in punctuality)) return punctuality;
  const arrival = textOrNull(punctuality.arrival);
  if (!("window" in punctuality)) return { ...punctuality, arrival };
  const { window } = punctuality;
  return { ...punctuality, arrival, window: { ...window, first: londonText(window.first), last: londonText(window.last) } };
}

function lineDocument(line: PaymentLine) {
  return line.kind === "unpaid" ? line : { ...line, from: londonText(line.from), to: londonText(line.to) };
}

function textOrNull(at: Moment | null): string | null {
  return at === null ? null : londonText(at);
}
