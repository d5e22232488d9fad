/**
 * A second, independent reckoning of the Leicester clauses, kept plain and slow so that it can be checked by eye.
 * Quotations are from the contract text (L1 to L7) and the design.
 */
import {
  dayOfText, dayText, FINDINGS, londonDay, londonWall, readExport, weekday,
  type FindingCode, type Outcome, type Priority, type ReadExport, type Row, type VisitRows,
} from "./export.ts";

// ---------------------------------------------------------------- readings

/** Every reading with its choices; the first is the adopted one. `rate-scope` has also `day-time-only:HH:MM-HH:MM`. */
export const READINGS = {
  tolerance: ["30-and-15", "15-for-every-call"],
  arrival: ["together", "last-carer", "first-carer"],
  "too-few-carers": ["not-assessable", "last-arrival", "late"],
  targets: ["as-monitored-now", "as-first-set"],
  "punctuality-base": ["assessable-visits", "missed-as-late"],
  "similar-reasons": ["all-listed", "no-access-and-hospital"],
  unexplained: ["missed", "undetermined"],
  "not-completed": ["time-there", "nothing", "planned-length"],
  "missed-threshold": ["none", "sixty-minutes", "after-next-visit"],
  "part-minutes": ["dropped", "nearest", "up", "clock-minutes"],
  "exactly-56": ["hour", "forty-five", "unpaid"],
  "beyond-the-hour": ["steps", "cap", "whole-hours"],
  "zero-minutes": ["first-row", "unpaid"],
  "per-carer": ["each-carer", "visit-once"],
  "same-carer": ["joined", "each-log"],
  "surplus-carers": ["earliest", "all"],
  overrun: ["no-cap", "cap"],
  undelivered: ["nothing", "excused-planned-length"],
  "rate-scope": ["every-hour"],
  rounding: ["statement-half-up", "line-half-up", "line-half-even"],
  "statement-period": ["period-assessed", "calendar-month", "four-weeks"],
  step: ["7-days", "1-day"],
  anchor: ["mondays", "period-start"],
  scope: ["user-and-provider", "user-over-all-providers"],
  "double-handed": ["one-visit", "visits-times-carers"],
  "continuity-base": ["windows", "service-users"],
} as const;

export type ReadingName = keyof typeof READINGS;
type Choices = { readonly [Name in ReadingName]: Name extends "rate-scope" ? string : (typeof READINGS)[Name][number] };
export const READING_NAMES = Object.keys(READINGS) as ReadingName[];

/** The readings of L1, L3, L4 and L5, whose alternatives can change a visit, in the order of the clauses. */
export const VISIT_READINGS = [
  "tolerance", "arrival", "too-few-carers", "similar-reasons", "unexplained", "not-completed", "missed-threshold",
  "part-minutes", "exactly-56", "beyond-the-hour", "zero-minutes", "per-carer", "same-carer", "surplus-carers",
  "overrun", "undelivered",
] as const satisfies readonly ReadingName[];

function isReading(name: string): name is ReadingName {
  return Object.hasOwn(READINGS, name);
}

function chooseReadings(asked: Record<string, string>): Choices {
  const chosen: Record<string, string> = {};
  for (const name of READING_NAMES) chosen[name] = READINGS[name][0];
  for (const [name, choice] of Object.entries(asked)) {
    if (!isReading(name)) throw new Error(`no reading ${name}`);
    const listed: readonly string[] = READINGS[name];
    if (!listed.includes(choice) && !(name === "rate-scope" && dayTimeHours(choice) !== null)) throw new Error(`no choice ${choice} of ${name}`);
    chosen[name] = choice;
  }
  return chosen as Choices; // every name is present and every choice was checked
}

/** The hours of `day-time-only:HH:MM-HH:MM` as seconds of the London day, or null. */
function dayTimeHours(choice: string): { from: number; to: number } | null {
  const found = /^day-time-only:(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(choice);
  if (found === null) return null;
  const from = Number(found[1]) * 3600 + Number(found[2]) * 60;
  const to = Number(found[3]) * 3600 + Number(found[4]) * 60;
  const wellFormed = Number(found[2]) < 60 && Number(found[4]) < 60 && from < to && to <= 86400;
  return wellFormed ? { from, to } : null;
}

// ---------------------------------------------------------------- order of ids

/** "Ids compare by code point". */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

// ---------------------------------------------------------------- who came

interface Log {
  readonly from: number;
  /** null: "a log-out is missing" */
  readonly to: number | null;
}

interface Carer {
  readonly id: string;
  readonly logs: Log[];
  readonly firstLogIn: number;
}

/** The different carers with a log-in: earliest first, "ties by carer id". */
function carersWhoCame(rows: readonly Row[]): Carer[] {
  const logs = new Map<string, Log[]>();
  for (const row of rows) {
    if (row.logIn === null) continue;
    logs.set(row.carer, [...(logs.get(row.carer) ?? []), { from: row.logIn, to: row.logOut }]);
  }
  const carers = [...logs].map(([id, own]) => ({ id, logs: own, firstLogIn: Math.min(...own.map((log) => log.from)) }));
  return carers.sort((a, b) => a.firstLogIn - b.firstLogIn || byCodePoint(a.id, b.id));
}

// ---------------------------------------------------------------- L3: the kind of a visit

export type Kind = "delivered" | "open" | "missed" | "excused" | "notRequired" | "undetermined";

/** "Service user, priority, carers required, planned times (as instants) and outcome agree on all its rows, else conflicting-visit". */
function inConflict(rows: readonly Row[]): boolean {
  const said = rows.map((r) => JSON.stringify([r.serviceUser, r.priority, r.carersRequired, r.plannedStart, r.plannedEnd, r.outcome]));
  return new Set(said).size > 1;
}

/** A carer was turned away or stopped: "a carer logged in, outcome no-access, refused, frustrated or aborted = excused". */
const NOT_COMPLETED: readonly Outcome[] = ["no-access", "refused", "frustrated", "aborted"];
/** "A log-in beside hospital, cancelled, suspended, provider-failure or other is a contradiction". */
const NOT_BESIDE_A_LOG_IN: readonly Outcome[] = [
  "hospital", "cancelled-by-person", "cancelled-by-council", "suspended", "provider-failure", "other",
];

function isContradiction(rows: readonly Row[]): boolean {
  const first = rows[0];
  return first !== undefined && !inConflict(rows) && NOT_BESIDE_A_LOG_IN.includes(first.outcome) && rows.some((row) => row.logIn !== null);
}

/** The kind before the threshold of `missed-threshold`. */
function kindOf(visit: VisitRows, choices: Choices): Kind {
  const rows = visit.rows;
  const first = rows[0];
  // "Undetermined ...: a visit with a rejected row ...; with a log-out and no log-in (log-in-missing); with rows in
  // conflict; with a contradiction (attended-and-not-delivered)."
  if (first === undefined || visit.hasRejectedRow) return "undetermined";
  if (rows.some((row) => row.logOut !== null && row.logIn === null)) return "undetermined";
  if (inConflict(rows) || isContradiction(rows)) return "undetermined";

  const attended = rows.some((row) => row.logIn !== null);
  if (attended) {
    // "an excused visit stays excused when a log-out is missing"
    if (NOT_COMPLETED.includes(first.outcome)) return "excused";
    // "`open` = attended, a log-out is missing"
    return rows.some((row) => row.logIn !== null && row.logOut === null) ? "open" : "delivered";
  }
  switch (first.outcome) {
    case "":
      // "nobody came and nothing is recorded = missed (or: undetermined)"
      return choices.unexplained === "missed" ? "missed" : "undetermined";
    case "no-access":
    case "hospital":
      return "excused";
    case "cancelled-by-person":
    case "refused":
    case "frustrated":
    case "aborted":
      // "(or: only no access and hospital, the rest missed)"
      return choices["similar-reasons"] === "all-listed" ? "excused" : "missed";
    case "cancelled-by-council":
    case "suspended":
      return "notRequired";
    case "provider-failure":
      return "missed";
    case "other":
      return "undetermined";
  }
}

// ---------------------------------------------------------------- L1: punctuality

export type PunctualityClass = "on-time" | "early" | "late" | "not-assessable";

function arrivalOf(carers: readonly Carer[], required: number, choices: Choices): number | null {
  if (choices.arrival === "first-carer") return carers[0]?.firstLogIn ?? null; // "when the first logs in"
  if (choices.arrival === "last-carer") return carers[required - 1]?.firstLogIn ?? null; // "when the last of the required carers first logs in"
  // "the first moment the required number of *different* carers is logged in together; an attendance without a log-out
  // counts as there from its log-in on; moments that touch count as together". The number can only grow at a log-in.
  const moments = carers.flatMap((carer) => carer.logs.map((log) => log.from)).sort((a, b) => a - b);
  for (const moment of moments) {
    const there = carers.filter((carer) => carer.logs.some((log) => log.from <= moment && (log.to === null || moment <= log.to)));
    if (there.length >= required) return moment;
  }
  return null;
}

interface Punctuality {
  readonly class: PunctualityClass;
  /** The arrival used, or null when there is none. */
  readonly arrival: number | null;
}

function punctualityOf(row: Row, carers: readonly Carer[], choices: Choices): Punctuality {
  let arrival = arrivalOf(carers, row.carersRequired, choices);
  if (arrival === null) {
    // "never that many together = punctuality not assessable, counted apart (or: the last arrival; late)"
    if (choices["too-few-carers"] === "not-assessable") return { class: "not-assessable", arrival: null };
    if (choices["too-few-carers"] === "late") return { class: "late", arrival: null };
    arrival = Math.max(...carers.map((carer) => carer.firstLogIn));
  }
  // "standard calls no more than 30 minutes early or late, critical calls no more than 15"; "(or: 15 for every call, Q7)";
  // "Limits included, compared to the second: 30:00 late is within, 30:01 is not."
  const minutes = row.priority === "critical" || choices.tolerance === "15-for-every-call" ? 15 : 30;
  const after = arrival - row.plannedStart;
  if (after > minutes * 60) return { class: "late", arrival };
  if (after < -minutes * 60) return { class: "early", arrival };
  return { class: "on-time", arrival };
}

/** Planned starts of each service user, over all providers and the whole export. */
type PlannedStarts = ReadonlyMap<string, readonly number[]>;

function plannedStarts(rows: readonly Row[]): PlannedStarts {
  const starts = new Map<string, number[]>();
  for (const row of rows) {
    const own = starts.get(row.serviceUser) ?? [];
    own.push(row.plannedStart);
    starts.set(row.serviceUser, own);
  }
  return starts;
}

/** "none, a late visit is late however late (or: sixty-minutes, the example in the question; after the next planned visit of the service user)" */
function pastThreshold(row: Row, arrival: number | null, starts: PlannedStarts, choices: Choices): boolean {
  if (arrival === null || choices["missed-threshold"] === "none") return false;
  if (choices["missed-threshold"] === "sixty-minutes") return Math.abs(arrival - row.plannedStart) >= 3600;
  const later = (starts.get(row.serviceUser) ?? []).filter((start) => start > row.plannedStart);
  return later.length > 0 && arrival >= Math.min(...later);
}

// ---------------------------------------------------------------- L4: bands

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** "part-minutes: dropped (or: nearest; up; clock minutes, log-in and log-out each cut to the minute)" */
function wholeMinutes(stretches: readonly Stretch[], choices: Choices): number {
  let seconds = 0;
  let clockMinutes = 0;
  for (const { from, to } of stretches) {
    seconds += to - from;
    clockMinutes += Math.floor(to / 60) - Math.floor(from / 60);
  }
  switch (choices["part-minutes"]) {
    case "dropped":
      return Math.floor(seconds / 60);
    case "nearest":
      return Math.floor((seconds + 30) / 60);
    case "up":
      return Math.ceil(seconds / 60);
    case "clock-minutes":
      return clockMinutes;
  }
}

/** "calls of up to 25 minutes are paid for 15 minutes, calls of 26 to 40 minutes are paid for 30 minutes, calls of 41
 * minutes to 55 minutes are paid at 45 minutes and calls over 56 minutes are paid for an hour" */
function bandUpToTheHour(minutes: number, choices: Choices): number {
  if (minutes <= 25) return 15;
  if (minutes <= 40) return 30;
  if (minutes <= 55) return 45;
  if (minutes === 56) {
    // "belongs to the hour (or: 45; unpaid, as literally written)"
    if (choices["exactly-56"] === "forty-five") return 45;
    if (choices["exactly-56"] === "unpaid") return 0;
  }
  return 60;
}

function band(minutes: number, choices: Choices): number {
  // "in the first row, as written (or: unpaid)"
  if (minutes === 0) return choices["zero-minutes"] === "first-row" ? 15 : 0;
  if (minutes <= 60) return bandUpToTheHour(minutes, choices);
  switch (choices["beyond-the-hour"]) {
    case "steps": {
      // "56 to 70 pays 60, 71 to 85 pays 75, 86 to 100 pays 90 ..."
      let last = 70;
      let pays = 60;
      while (minutes > last) {
        last += 15;
        pays += 15;
      }
      return pays;
    }
    case "cap":
      return 60; // "an hour is the most, as literally written"
    case "whole-hours": {
      // "whole hours plus the band of the rest, a rest of 0 adding nothing"
      const rest = minutes % 60;
      return minutes - rest + (rest === 0 ? 0 : bandUpToTheHour(rest, choices));
    }
  }
}

// ---------------------------------------------------------------- L5: basis

/** One thing paid: a carer's attendance, one log, the visit, or a planned length (once for each carer required). */
interface Line {
  readonly carer: string | null;
  readonly minutesPaid: number;
  readonly times: number;
}

/** Stands among the lines for something of which it is not known what it is paid. */
const UNKNOWN: Line = { carer: null, minutesPaid: 0, times: 0 };

/** The union of logs; logs that overlap or touch become one stretch. */
function union(logs: readonly Stretch[]): Stretch[] {
  const joined: { from: number; to: number }[] = [];
  for (const log of [...logs].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && log.from <= last.to) last.to = Math.max(last.to, log.to);
    else joined.push({ from: log.from, to: log.to });
  }
  return joined;
}

/** "a carer with a log-in and no log-out in the visit is not payable until corrected": null for such a carer. */
function closedLogs(carer: Carer): Stretch[] | null {
  const closed: Stretch[] = [];
  for (const log of carer.logs) {
    if (log.to === null) return null;
    closed.push({ from: log.from, to: log.to });
  }
  return closed;
}

/** Whether a payment lies "wholly inside those London hours, log-in to log-out", limits included. */
function insideHours(stretches: readonly Stretch[], choices: Choices): boolean {
  const hours = dayTimeHours(choices["rate-scope"]);
  if (hours === null) return true; // every hour
  const from = Math.min(...stretches.map((one) => one.from));
  const to = Math.max(...stretches.map((one) => one.to));
  const midnight = londonDay(from) * 86400;
  return londonWall(from) - midnight >= hours.from && londonWall(to) - midnight <= hours.to;
}

function lineOf(row: Row, carer: string | null, stretches: readonly Stretch[], times: number, choices: Choices): Line[] {
  if (stretches.length === 0) return [];
  const plannedMinutes = Math.max(0, Math.floor((row.plannedEnd - row.plannedStart) / 60));
  const banded = band(wholeMinutes(stretches, choices), choices);
  if (banded === 0) return [];
  // Without a planned length there is no cap to be found, and outside the hours there is no rate.
  if ((choices.overrun === "cap" && plannedMinutes === 0) || !insideHours(stretches, choices)) return [UNKNOWN];
  // "no cap at the planned length (or: cap)": after the band.
  const minutesPaid = choices.overrun === "cap" ? Math.min(banded, plannedMinutes) : banded;
  return [{ carer, minutesPaid, times }];
}

function actualLines(row: Row, carers: readonly Carer[], choices: Choices): Line[] {
  if (choices["per-carer"] === "visit-once") {
    // "the visit once, by the time at least one carer was there"
    // A log-out missing: that time is not known, and the visit "not payable until corrected".
    if (carers.some((carer) => closedLogs(carer) === null)) return [UNKNOWN];
    return lineOf(row, null, union(carers.flatMap((carer) => closedLogs(carer) ?? [])), 1, choices);
  }
  // "the earliest carers to log in are paid, as many as required, ties by carer id (or: all)"; a carer without a log-out
  // "keeps their place among the earliest".
  const chosen = choices["surplus-carers"] === "all" ? carers : carers.slice(0, row.carersRequired);
  const lines: Line[] = [];
  for (const carer of chosen) {
    const logs = closedLogs(carer);
    if (logs === null) {
      lines.push(UNKNOWN);
      continue;
    }
    // "one carer's logs in a visit are joined (their union), then banded (or: each log)"
    if (choices["same-carer"] === "joined") lines.push(...lineOf(row, carer.id, union(logs), 1, choices));
    else for (const log of logs) lines.push(...lineOf(row, carer.id, [log], 1, choices));
  }
  return lines;
}

/** "the planned length banded, for as many carers as required" */
function plannedLines(row: Row, choices: Choices): Line[] {
  if (row.plannedEnd <= row.plannedStart) return [UNKNOWN]; // no planned length to band: cannot be determined
  const planned: Stretch = { from: row.plannedStart, to: row.plannedEnd };
  return lineOf(row, null, [planned], row.carersRequired, choices);
}

function linesOf(row: Row, kind: Kind, carers: readonly Carer[], choices: Choices): Line[] {
  if (kind === "delivered" || kind === "open") return actualLines(row, carers, choices);
  if (kind !== "excused") return [];
  if (carers.length === 0) {
    // "nobody came, nothing paid (or: excused visits pay the planned length banded, for as many carers as required)"
    return choices.undelivered === "nothing" ? [] : plannedLines(row, choices);
  }
  // "the time there banded and paid (or: nothing; the planned length banded, for as many carers as required)"
  if (choices["not-completed"] === "nothing") return [];
  return choices["not-completed"] === "time-there" ? actualLines(row, carers, choices) : plannedLines(row, choices);
}

// ---------------------------------------------------------------- one visit

interface Reckoned {
  readonly provider: string;
  readonly visitId: string;
  readonly day: number;
  readonly kind: Kind;
  readonly punctuality: PunctualityClass | null;
  readonly understaffed: boolean;
  readonly lines: Line[];
  /** Said by the rows when they agree; null for a visit with no accepted row. */
  readonly priority: Priority | null;
  readonly serviceUser: string;
  readonly carersRequired: number;
  readonly carers: string[];
}

function reckonVisit(visit: VisitRows, starts: PlannedStarts, choices: Choices): Reckoned {
  const row = visit.rows[0];
  const carers = carersWhoCame(visit.rows);
  const common = {
    provider: visit.provider, visitId: visit.visitId, day: visit.day, priority: row?.priority ?? null,
    serviceUser: row?.serviceUser ?? "", carersRequired: row?.carersRequired ?? 0, carers: carers.map((carer) => carer.id),
  };
  const kind = kindOf(visit, choices);
  if (row === undefined) return { ...common, kind, punctuality: null, understaffed: false, lines: [] };
  if (kind !== "delivered" && kind !== "open") {
    return { ...common, kind, punctuality: null, understaffed: false, lines: linesOf(row, kind, carers, choices) };
  }
  // "Understaffed, punctuality and notAssessable count delivered and open visits only"
  const punctuality = punctualityOf(row, carers, choices);
  if (pastThreshold(row, punctuality.arrival, starts, choices)) {
    return { ...common, kind: "missed", punctuality: null, understaffed: false, lines: [] };
  }
  // "*Understaffed* = fewer different carers came than required"
  const understaffed = carers.length < row.carersRequired;
  return { ...common, kind, punctuality: punctuality.class, understaffed, lines: linesOf(row, kind, carers, choices) };
}

function minutesPaidOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.minutesPaid * line.times, 0);
}

/** What such a visit is paid, or a part of it, cannot be determined. */
function isUnknown({ kind, lines }: Reckoned): boolean {
  return kind === "undetermined" || lines.includes(UNKNOWN);
}

/** "`attendances` = carers paid": each carer of a visit once, however many logs were paid. */
function attendancesOf(lines: readonly Line[]): number {
  const named = new Set(lines.filter((line) => line.carer !== null).map((line) => line.carer));
  return named.size + lines.reduce((sum, line) => sum + (line.carer === null ? line.times : 0), 0);
}

/** Carers paid beyond those who came. */
function withoutAttendance({ lines, carers }: Reckoned): number {
  return Math.max(0, attendancesOf(lines) - carers.length);
}

// ---------------------------------------------------------------- L6: money

const PENCE_AN_HOUR = 1401n; // "average hourly rate for standard *day time* care £14.01"

/** Sixtieths of a penny to pence. */
function halfUp(sixtieths: bigint): bigint {
  return (sixtieths * 2n + 60n) / 120n;
}

function halfEven(sixtieths: bigint): bigint {
  const pence = sixtieths / 60n;
  const rest = sixtieths % 60n;
  if (rest > 30n || (rest === 30n && pence % 2n === 1n)) return pence + 1n;
  return pence;
}

/** One line in sixtieths of a penny, rounded first when lines are rounded. */
function lineAmount(line: Line, choices: Choices): bigint {
  const exact = BigInt(line.minutesPaid) * PENCE_AN_HOUR;
  // "exact until the provider's statement, then half up to the penny ... (or: each line half up; each line half even)"
  const one = choices.rounding === "statement-half-up" ? exact : (choices.rounding === "line-half-up" ? halfUp(exact) : halfEven(exact)) * 60n;
  return one * BigInt(line.times);
}

/** "the period assessed (or: calendar month; four weeks)" */
function statementOf(day: number, firstDay: number, choices: Choices): string {
  if (choices["statement-period"] === "calendar-month") return dayText(day).slice(0, 7);
  if (choices["statement-period"] === "four-weeks") return String(Math.floor((day - firstDay) / 28));
  return "all";
}

/** Pence of one provider: the sum of its statements, each half up to the penny. */
function amountOf(visits: readonly Reckoned[], firstDay: number, choices: Choices): bigint {
  const statements = new Map<string, bigint>();
  for (const visit of visits) {
    const key = statementOf(visit.day, firstDay, choices);
    for (const line of visit.lines) statements.set(key, (statements.get(key) ?? 0n) + lineAmount(line, choices));
  }
  let pence = 0n;
  for (const sixtieths of statements.values()) pence += halfUp(sixtieths);
  return pence;
}

function pounds(pence: bigint): string {
  return `${pence / 100n}.${String(pence % 100n).padStart(2, "0")}`;
}

// ---------------------------------------------------------------- L7: continuity

interface Within {
  readonly windows: number;
  readonly within: number;
}

/** "Windows lie wholly inside the period"; first days of the windows of 14 days. */
function windowStarts(firstDay: number, lastDay: number, choices: Choices): number[] {
  const starts: number[] = [];
  for (let day = firstDay; day + 13 <= lastDay; day += 1) {
    const onStep = choices.anchor === "mondays" ? weekday(day) === 1 : (day - firstDay) % 7 === 0;
    if (choices.step === "1-day" || onStep) starts.push(day);
  }
  return starts;
}

/** The windows of visits already gathered by group (service user and provider, or service user). */
function continuityOf(groups: readonly (readonly Reckoned[])[], starts: readonly number[], choices: Choices): Within {
  let windows = 0;
  let within = 0;
  for (const group of groups) {
    let ownWindows = 0;
    let ownWithin = 0;
    for (const start of starts) {
      const received = group.filter((visit) => visit.day >= start && visit.day <= start + 13);
      if (received.length === 0) continue; // "one without a visit is no window"
      // "one visit received, every carer who came counts (or: visits × carers required)"
      const visits = choices["double-handed"] === "one-visit" ? received.length : received.reduce((sum, visit) => sum + visit.carersRequired, 0);
      const carers = new Set(received.flatMap((visit) => visit.carers.map((carer) => JSON.stringify([visit.provider, carer]))));
      // "carers no more than 1 plus 0.15 × visits received, rounded up when not whole; 14 visits gives 4"
      const most = 1 + Math.ceil((15 * visits) / 100);
      ownWindows += 1;
      if (carers.size <= most) ownWithin += 1;
    }
    if (choices["continuity-base"] === "windows") {
      windows += ownWindows;
      within += ownWithin;
    } else if (ownWindows > 0) {
      // "(or: of service users with every window within)"
      windows += 1;
      if (ownWithin === ownWindows) within += 1;
    }
  }
  return { windows, within };
}

function groupBy(visits: readonly Reckoned[], key: (visit: Reckoned) => string): Reckoned[][] {
  const groups = new Map<string, Reckoned[]>();
  for (const visit of visits) {
    const group = groups.get(key(visit)) ?? [];
    group.push(visit);
    groups.set(key(visit), group);
  }
  return [...groups.values()];
}

/** "received: attended visits (delivered or open), by the local day of planned start" */
function received(visits: readonly Reckoned[]): Reckoned[] {
  return visits.filter((visit) => visit.kind === "delivered" || visit.kind === "open");
}

// ---------------------------------------------------------------- the document

export interface Share {
  share: string | null;
  target: string;
  met: boolean | null;
}
export interface PunctualityTally extends Share {
  assessed: number;
  onTime: number;
  early: number;
  late: number;
  notAssessable: number;
}
export interface ContinuityTally extends Share {
  windows: number;
  within: number;
}
export interface Tally {
  visits: number;
  delivered: number;
  open: number;
  missed: number;
  excused: number;
  notRequired: number;
  undetermined: number;
  understaffed: number;
  punctuality: Record<Priority, PunctualityTally>;
  continuity: ContinuityTally;
  payment: { attendances: number; minutesPaid: number; amount: string };
}
export interface ProviderTally extends Tally {
  provider: string;
}
export interface Document {
  period: { firstDay: string; lastDay: string; derived: boolean } | null;
  rows: { read: number; accepted: number; rejected: number };
  visits: number;
  providers: ProviderTally[];
  total: Tally;
  order: "by-day" | "any";
  findings: { code: string; severity: "error" | "warning" | "notice"; of: "rows" | "visits" | "columns"; count: number }[];
  restsOn: { reading: string; of: "visits"; count: number }[];
  paymentUndetermined?: { provider: string; visits: number }[];
  paidWithoutAttendance?: { provider: string; attendances: number }[];
}
export interface Options {
  from?: string;
  to?: string;
  readings?: Record<string, string>;
  /** Count also what rests on each reading of a visit; slow. */
  restsOn?: boolean;
}

/** "share is half up to four places for show, met is decided on the exact fraction"; no data: both null. */
function shareOf(part: number, whole: number, targetPercent: number): Share {
  const target = `${Math.floor(targetPercent / 100)}.${String(targetPercent % 100).padStart(2, "0")}`;
  if (whole === 0) return { share: null, target, met: null };
  const tenThousandths = (BigInt(part) * 20000n + BigInt(whole)) / (2n * BigInt(whole));
  const share = `${tenThousandths / 10000n}.${String(tenThousandths % 10000n).padStart(4, "0")}`;
  // "Met when the exact share is at least the target"
  return { share, target, met: BigInt(part) * 100n >= BigInt(targetPercent) * BigInt(whole) };
}

/** "80 % for standard calls and for continuity, 90 % for critical calls ... (or: 100 %, as first set)" */
function targetOf(what: Priority | "continuity", choices: Choices): number {
  if (choices.targets === "as-first-set") return 100;
  return what === "critical" ? 90 : 80;
}

function tallyOf(visits: readonly Reckoned[], continuity: Within, pence: bigint, choices: Choices): Tally {
  const kind = (one: Kind): number => visits.filter((visit) => visit.kind === one).length;
  const punctuality = (priority: Priority): PunctualityTally => {
    const own = visits.filter((visit) => visit.priority === priority);
    const of = (one: PunctualityClass): number => own.filter((visit) => visit.punctuality === one).length;
    // "(or: missed visits count as late)"
    const missed = choices["punctuality-base"] === "missed-as-late" ? own.filter((visit) => visit.kind === "missed").length : 0;
    const onTime = of("on-time");
    const early = of("early");
    const late = of("late") + missed;
    const assessed = onTime + early + late;
    return { assessed, onTime, early, late, notAssessable: of("not-assessable"), ...shareOf(onTime, assessed, targetOf(priority, choices)) };
  };
  return {
    visits: visits.length, delivered: kind("delivered"), open: kind("open"), missed: kind("missed"), excused: kind("excused"),
    notRequired: kind("notRequired"), undetermined: kind("undetermined"), understaffed: visits.filter((visit) => visit.understaffed).length,
    punctuality: { standard: punctuality("standard"), critical: punctuality("critical") },
    continuity: { ...continuity, ...shareOf(continuity.within, continuity.windows, targetOf("continuity", choices)) },
    payment: {
      attendances: visits.reduce((sum, visit) => sum + attendancesOf(visit.lines), 0),
      minutesPaid: visits.reduce((sum, visit) => sum + minutesPaidOf(visit.lines), 0),
      amount: pounds(pence),
    },
  };
}

interface Period {
  readonly first: number;
  readonly last: number;
  readonly derived: boolean;
}

/** "The period is --from and --to (days, included, both or neither); without them, the first and last planned local day of
 * the accepted rows, marked derived. ... No accepted row: period is null, no providers, zeros." */
function periodOf(data: ReadExport, options: Options): Period | null {
  const { from, to } = options;
  if ((from === undefined) !== (to === undefined)) throw new Error("from and to: both or neither");
  const first = from === undefined ? null : dayOfText(from);
  const last = to === undefined ? null : dayOfText(to);
  if (from !== undefined && (first === null || last === null || first > last)) throw new Error("from and to are no period");
  if (data.accepted.length === 0) return null;
  if (first !== null && last !== null) return { first, last, derived: false };
  let earliest = Infinity;
  let latest = -Infinity;
  for (const row of data.accepted) {
    earliest = Math.min(earliest, row.day);
    latest = Math.max(latest, row.day);
  }
  return { first: earliest, last: latest, derived: true };
}

/** The visits of the period, sorted by provider, day and visit id. "Visits outside it are in `rows` only." */
function visitsIn(data: ReadExport, period: Period | null): VisitRows[] {
  if (period === null) return [];
  const inside = data.visits.filter((visit) => visit.day >= period.first && visit.day <= period.last);
  return inside.sort((a, b) => byCodePoint(a.provider, b.provider) || a.day - b.day || byCodePoint(a.visitId, b.visitId));
}

/** "A reading's count is of the visits ... whose kind, punctuality class or paid minutes ... another of its choices would change". */
function countRestsOn(visits: readonly VisitRows[], starts: PlannedStarts, choices: Choices): Document["restsOn"] {
  const facts = (visit: VisitRows, under: Choices): string => {
    const reckoned = reckonVisit(visit, starts, under);
    return JSON.stringify([reckoned.kind, reckoned.punctuality, minutesPaidOf(reckoned.lines)]);
  };
  const asChosen = visits.map((visit) => facts(visit, choices));
  return VISIT_READINGS.map((reading) => {
    const others = READINGS[reading].filter((choice) => choice !== choices[reading]);
    const changed = new Set<number>();
    for (const other of others) {
      const under = { ...choices, [reading]: other } as Choices;
      visits.forEach((visit, i) => {
        if (facts(visit, under) !== asChosen[i]) changed.add(i);
      });
    }
    return { reading, of: "visits", count: changed.size };
  });
}

export function reckon(csv: string, options: Options = {}): Document {
  const choices = chooseReadings(options.readings ?? {});
  const data = readExport(csv);
  const period = periodOf(data, options);
  const inPeriod = visitsIn(data, period);
  const starts = plannedStarts(data.accepted);
  const visits = inPeriod.map((visit) => reckonVisit(visit, starts, choices));

  const firstDay = period?.first ?? 0;
  const windows = period === null ? [] : windowStarts(period.first, period.last, choices);
  const overAll = choices.scope === "user-over-all-providers";
  const providers: ProviderTally[] = [];
  let pence = 0n;
  let windowCount = 0;
  let withinCount = 0;
  for (const provider of [...new Set(visits.map((visit) => visit.provider))].sort(byCodePoint)) {
    const own = visits.filter((visit) => visit.provider === provider);
    // Over all providers, windows stand in the total only.
    const continuity = overAll ? { windows: 0, within: 0 } : continuityOf(groupBy(received(own), (visit) => visit.serviceUser), windows, choices);
    const amount = amountOf(own, firstDay, choices);
    providers.push({ provider, ...tallyOf(own, continuity, amount, choices) });
    // "the council's total is the sum of the statements"
    pence += amount;
    windowCount += continuity.windows;
    withinCount += continuity.within;
  }
  const allContinuity = overAll
    ? continuityOf(groupBy(received(visits), (visit) => visit.serviceUser), windows, choices)
    : { windows: windowCount, within: withinCount };

  const paymentUndetermined = providers.map(({ provider }) => ({ provider, visits: visits.filter((visit) => visit.provider === provider && isUnknown(visit)).length })).filter((own) => own.visits > 0);
  const paidWithoutAttendance = providers
    .map(({ provider }) => ({ provider, attendances: visits.reduce((sum, visit) => sum + (visit.provider === provider ? withoutAttendance(visit) : 0), 0) }))
    .filter((own) => own.attendances > 0);
  const findings = new Map<FindingCode, number>(data.findings);
  findings.set("conflicting-visit", inPeriod.filter((visit) => inConflict(visit.rows)).length);
  findings.set("attended-and-not-delivered", inPeriod.filter((visit) => isContradiction(visit.rows)).length);

  return {
    period: period === null ? null : { firstDay: dayText(period.first), lastDay: dayText(period.last), derived: period.derived },
    rows: { read: data.read, accepted: data.accepted.length, rejected: data.read - data.accepted.length },
    visits: visits.length,
    providers,
    total: tallyOf(visits, allContinuity, pence, choices),
    order: data.order,
    ...(paymentUndetermined.length === 0 ? {} : { paymentUndetermined }),
    ...(paidWithoutAttendance.length === 0 ? {} : { paidWithoutAttendance }),
    findings: FINDINGS.map((finding) => ({ ...finding, count: findings.get(finding.code) ?? 0 })).filter((finding) => finding.count > 0),
    restsOn: options.restsOn === true ? countRestsOn(inPeriod, starts, choices) : [],
  };
}

export interface VisitOutcome {
  provider: string;
  visitId: string;
  day: string;
  kind: Kind;
  punctualityClass: PunctualityClass | null;
  minutesPaid: number;
}

export function reckonVisits(csv: string, options: Options = {}): VisitOutcome[] {
  const choices = chooseReadings(options.readings ?? {});
  const data = readExport(csv);
  const starts = plannedStarts(data.accepted);
  return visitsIn(data, periodOf(data, options)).map((visit) => {
    const reckoned = reckonVisit(visit, starts, choices);
    return {
      provider: reckoned.provider, visitId: reckoned.visitId, day: dayText(reckoned.day), kind: reckoned.kind,
      punctualityClass: reckoned.punctuality, minutesPaid: minutesPaidOf(reckoned.lines),
    };
  });
}
