/**
 * Reading the canonical export: CSV text, London times, rows and the visits they make.
 * Plain and slow on purpose. Quotations are from the contract text and the design.
 */

// ---------------------------------------------------------------- days and London time

const DAY = 86400;

/** Whole days since 1 January 1970 of a calendar date, or null when there is no such date. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.getTime() / 1000 / DAY : null;
}

export function dayText(day: number): string {
  const date = new Date(day * DAY * 1000);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
}

export function dayOfText(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found === null ? null : dayNumber(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** 0 is Sunday, 1 is Monday. 1 January 1970 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The instant (seconds) of 01:00 UTC on the last Sunday of a month of 31 days. */
function lastSundayAtOne(year: number, month: number): number {
  const last = dayNumber(year, month, 31);
  if (last === null) throw new Error("not a month of 31 days");
  return (last - weekday(last)) * DAY + 3600;
}

const summers = new Map<number, { from: number; to: number }>();

/** Summer time runs from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC. */
export function londonOffset(instant: number): number {
  const year = new Date(instant * 1000).getUTCFullYear();
  let summer = summers.get(year);
  if (summer === undefined) {
    summer = { from: lastSundayAtOne(year, 3), to: lastSundayAtOne(year, 10) };
    summers.set(year, summer);
  }
  return instant >= summer.from && instant < summer.to ? 3600 : 0;
}

/** What a London clock shows, as seconds since 1 January 1970 by that clock. */
export function londonWall(instant: number): number {
  return instant + londonOffset(instant);
}

export function londonDay(instant: number): number {
  return Math.floor(londonWall(instant) / DAY);
}

interface ReadTime {
  /** The instant, or the earlier one of two. */
  readonly instant: number;
  /** The later instant of a repeated wall time. */
  readonly later: number | null;
  readonly skipped: boolean;
}

/** "Times are YYYY-MM-DDThh:mm[:ss] with Z, ±hh:mm, or nothing (London wall time); anything else is unreadable." */
function readTime(text: string): ReadTime | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (found === null) return null;
  const day = dayNumber(Number(found[1]), Number(found[2]), Number(found[3]));
  const hour = Number(found[4]);
  const minute = Number(found[5]);
  const second = Number(found[6] ?? "0");
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  const shown = day * DAY + hour * 3600 + minute * 60 + second;
  const zone = found[7];
  if (zone === "Z") return { instant: shown, later: null, skipped: false };
  if (zone !== undefined) {
    const hours = Number(zone.slice(1, 3));
    const minutes = Number(zone.slice(4, 6));
    if (hours > 23 || minutes > 59) return null;
    const ahead = (hours * 3600 + minutes * 60) * (zone.startsWith("-") ? -1 : 1);
    return { instant: shown - ahead, later: null, skipped: false };
  }
  // London wall time: which of the two possible instants shows it?
  const candidates = [shown - 3600, shown].filter((instant) => londonWall(instant) === shown);
  const [first, second_] = candidates;
  // "a skipped one is an hour forward": 01:30 that night is 02:30 summer time, which is 01:30 UTC.
  if (first === undefined) return { instant: shown, later: null, skipped: true };
  // "A repeated wall time is the earlier".
  return { instant: first, later: second_ ?? null, skipped: false };
}

/** "... except that a log-out or planned end which would then precede its log-in or planned start is the later". */
function endAfter(start: number | null, end: ReadTime): number {
  if (end.later !== null && start !== null && end.instant < start) return end.later;
  return end.instant;
}

// ---------------------------------------------------------------- CSV

/** Records of a CSV text with quoted fields; blank lines are left out ("Blank lines are no rows"). */
export function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false; // inside quotes now
  let wasQuoted = false; // some field of this record had quotes
  const endRecord = (): void => {
    fields.push(field);
    const blank = fields.length === 1 && !wasQuoted && field.trim() === "";
    if (!blank) records.push(fields);
    fields = [];
    field = "";
    wasQuoted = false;
  };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let fieldIsNew = true;
  while (at < text.length) {
    const c = text.charAt(at);
    const next = text.charAt(at + 1);
    if (quoted) {
      if (c === '"' && next === '"') {
        field += '"';
        at += 2;
      } else {
        if (c === '"') quoted = false;
        else field += c;
        at += 1;
      }
    } else if (c === '"' && fieldIsNew) {
      quoted = true;
      wasQuoted = true;
      fieldIsNew = false;
      at += 1;
    } else if (c === ",") {
      fields.push(field);
      field = "";
      fieldIsNew = true;
      at += 1;
    } else if (c === "\n" || (c === "\r" && next === "\n")) {
      endRecord();
      fieldIsNew = true;
      at += c === "\n" ? 1 : 2;
    } else {
      field += c;
      fieldIsNew = false;
      at += 1;
    }
  }
  if (field !== "" || fields.length > 0 || wasQuoted) endRecord();
  return records;
}

// ---------------------------------------------------------------- rows

export const COLUMNS = [
  "visit_id", "service_user_id", "provider_id", "priority", "carers_required", "planned_start", "planned_end",
  "carer_id", "actual_start", "actual_end", "outcome", "capture_method",
] as const;
export type Column = (typeof COLUMNS)[number];

export const PRIORITIES = ["standard", "critical"] as const;
export type Priority = (typeof PRIORITIES)[number];

const OUTCOMES = [
  "", "no-access", "hospital", "cancelled-by-person", "cancelled-by-council", "provider-failure", "refused",
  "aborted", "frustrated", "suspended", "other",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const CAPTURE_METHODS: readonly string[] = ["app", "phone", "nfc", "manual", ""];

export interface Row {
  readonly visitId: string;
  readonly serviceUser: string;
  readonly provider: string;
  readonly priority: Priority;
  readonly carersRequired: number;
  readonly plannedStart: number;
  readonly plannedEnd: number;
  readonly day: number;
  readonly carer: string;
  readonly logIn: number | null;
  readonly logOut: number | null;
  readonly outcome: Outcome;
}

/** Codes in the order the findings are shown; the first eight are also the order of the checks. */
export const FINDINGS = [
  { code: "wrong-field-count", severity: "error", of: "rows" },
  { code: "missing-value", severity: "error", of: "rows" },
  { code: "unknown-priority", severity: "error", of: "rows" },
  { code: "unknown-outcome", severity: "error", of: "rows" },
  { code: "unknown-capture-method", severity: "error", of: "rows" },
  { code: "unreadable-number", severity: "error", of: "rows" },
  { code: "unreadable-time", severity: "error", of: "rows" },
  { code: "log-out-before-log-in", severity: "error", of: "rows" },
  { code: "log-out-missing", severity: "error", of: "rows" },
  { code: "log-in-missing", severity: "error", of: "rows" },
  { code: "planned-end-not-after-start", severity: "warning", of: "rows" },
  { code: "repeated-hour", severity: "notice", of: "rows" },
  { code: "skipped-hour", severity: "notice", of: "rows" },
  { code: "conflicting-visit", severity: "error", of: "visits" },
  { code: "attended-and-not-delivered", severity: "error", of: "visits" },
  { code: "unknown-column", severity: "warning", of: "columns" },
] as const;
export type FindingCode = (typeof FINDINGS)[number]["code"];

type Checked = { readonly row: Row; readonly findings: FindingCode[] } | { readonly row: null; readonly findings: [FindingCode] };

function checkRow(value: (column: Column) => string): Checked {
  const rejected = (code: FindingCode): Checked => ({ row: null, findings: [code] });

  // "visit, service user or provider id, planned start or end is empty (missing-value), or a log has no carer (missing-value)"
  const needed: Column[] = ["visit_id", "service_user_id", "provider_id", "planned_start", "planned_end"];
  if (needed.some((column) => value(column) === "")) return rejected("missing-value");
  const hasLog = value("actual_start") !== "" || value("actual_end") !== "";
  if (hasLog && value("carer_id") === "") return rejected("missing-value");

  // "priority, outcome or capture method is not listed"
  const priority = PRIORITIES.find((one) => one === value("priority"));
  if (priority === undefined) return rejected("unknown-priority");
  const outcome = OUTCOMES.find((one) => one === value("outcome"));
  if (outcome === undefined) return rejected("unknown-outcome");
  if (!CAPTURE_METHODS.includes(value("capture_method"))) return rejected("unknown-capture-method");

  // "carers required is not a whole number from 1 in digits (unreadable-number)"
  const carersRequired = /^[0-9]+$/.test(value("carers_required")) ? Number(value("carers_required")) : 0;
  if (carersRequired < 1) return rejected("unreadable-number");

  // "a time cannot be read (unreadable-time)"
  const plannedStart = readTime(value("planned_start"));
  const plannedEnd = readTime(value("planned_end"));
  const actualStart = value("actual_start") === "" ? "none" : readTime(value("actual_start"));
  const actualEnd = value("actual_end") === "" ? "none" : readTime(value("actual_end"));
  if (plannedStart === null || plannedEnd === null || actualStart === null || actualEnd === null) return rejected("unreadable-time");

  const logIn = actualStart === "none" ? null : actualStart.instant;
  const logOut = actualEnd === "none" ? null : endAfter(logIn, actualEnd);
  const end = endAfter(plannedStart.instant, plannedEnd);

  // "a log-out is before its log-in (log-out-before-log-in)"
  if (logIn !== null && logOut !== null && logOut < logIn) return rejected("log-out-before-log-in");

  const findings: FindingCode[] = [];
  if (logIn !== null && logOut === null) findings.push("log-out-missing");
  if (logIn === null && logOut !== null) findings.push("log-in-missing");
  // "A planned end not after its start is a finding on an accepted row."
  if (end <= plannedStart.instant) findings.push("planned-end-not-after-start");
  const times = [plannedStart, plannedEnd, actualStart, actualEnd].filter((time): time is ReadTime => time !== "none");
  // "The row is kept and the finding counted."
  if (times.some((time) => time.later !== null)) findings.push("repeated-hour");
  if (times.some((time) => time.skipped)) findings.push("skipped-hour");

  const row: Row = {
    visitId: value("visit_id"), serviceUser: value("service_user_id"), provider: value("provider_id"),
    priority, carersRequired, plannedStart: plannedStart.instant, plannedEnd: end,
    day: londonDay(plannedStart.instant), carer: value("carer_id"), logIn, logOut, outcome,
  };
  return { row, findings };
}

// ---------------------------------------------------------------- visits

/** "A visit is (provider_id, visit_id, planned local day)". */
export interface VisitRows {
  readonly provider: string;
  readonly visitId: string;
  readonly day: number;
  readonly rows: Row[];
  /** "a visit with a rejected row whose provider, visit id and planned day can be read" */
  hasRejectedRow: boolean;
}

export interface ReadExport {
  readonly read: number;
  readonly accepted: Row[];
  readonly visits: VisitRows[];
  readonly order: "by-day" | "any";
  /** Findings of rows and columns; those of visits are found later. */
  readonly findings: Map<FindingCode, number>;
}

export function readExport(csv: string): ReadExport {
  const [header, ...records] = csvRecords(csv);
  if (header === undefined) throw new Error("the export has no headings");
  for (const column of COLUMNS) {
    const times = header.filter((heading) => heading === column).length;
    if (times !== 1) throw new Error(`the column ${column} must stand once, it stands ${times} times`);
  }
  const findings = new Map<FindingCode, number>();
  const count = (code: FindingCode): void => {
    findings.set(code, (findings.get(code) ?? 0) + 1);
  };
  // "Columns are found by their heading; other columns are ignored (unknown-column)."
  for (const heading of header) if (!COLUMNS.some((column) => column === heading)) count("unknown-column");

  const accepted: Row[] = [];
  const visits = new Map<string, VisitRows>();
  const visitOf = (provider: string, visitId: string, day: number): VisitRows => {
    const key = JSON.stringify([provider, visitId, day]);
    const visit = visits.get(key) ?? { provider, visitId, day, rows: [], hasRejectedRow: false };
    visits.set(key, visit);
    return visit;
  };
  let order: "by-day" | "any" = "by-day";
  let lastDay: number | null = null;
  const passDay = (day: number): void => {
    if (lastDay !== null && day < lastDay) order = "any";
    lastDay = day;
  };

  for (const record of records) {
    // "its field count is wrong": such a row cannot be placed and is in `rows` only.
    if (record.length !== header.length) {
      count("wrong-field-count");
      continue;
    }
    const value = (column: Column): string => record[header.indexOf(column)] ?? "";
    const checked = checkRow(value);
    for (const code of checked.findings) count(code);
    if (checked.row !== null) {
      accepted.push(checked.row);
      visitOf(checked.row.provider, checked.row.visitId, checked.row.day).rows.push(checked.row);
      passDay(checked.row.day);
      continue;
    }
    // A rejected row is placed when its provider, visit id and planned day can be read.
    const start = readTime(value("planned_start"));
    if (value("provider_id") !== "" && value("visit_id") !== "" && start !== null) {
      const day = londonDay(start.instant);
      visitOf(value("provider_id"), value("visit_id"), day).hasRejectedRow = true;
      passDay(day);
    }
  }
  return { read: records.length, accepted, visits: [...visits.values()], order, findings };
}
