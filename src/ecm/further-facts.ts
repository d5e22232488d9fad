import { type Day, readDay } from "../shared/day.js";
import { type HospitalStay, type PaymentFacts, isMiles } from "../visit/payment-facts.js";
import { FAULTS, type Fault, type Merged, type VisitFacts } from "../visit/visit.js";
import type { FurtherColumn } from "./columns.js";
import { type RepeatedHour, momentNotBefore, momentOfRead, timeIn } from "./field-times.js";
import type { FindingCode } from "./findings.js";
import type { CsvRecord } from "./split-record.js";
import { type Texts, textOf } from "./texts.js";

/** What the further columns of an export say of a visit. A fact that was not given is absent. */
export type FurtherFacts = PaymentFacts & Pick<VisitFacts, "plannedWindow" | "fault" | "merged">;

/** The further facts of a row, with its times as they were read; or the first column that cannot be read. */
export type FurtherRead =
  | { readonly kind: "facts"; readonly facts: FurtherFacts; readonly times: readonly number[] }
  | { readonly kind: "unreadable"; readonly code: Extract<FindingCode, "not-utf-8" | "unreadable-number" | "unreadable-time" | "unreadable-fact">; readonly column: FurtherColumn };

/** The further columns that hold a time. */
export const FURTHER_TIMES = ["billed_start", "billed_end", "notice_given"] as const satisfies readonly FurtherColumn[];

/** In `hospital_discharged`: the person is still in hospital. Empty: nobody has said. */
const NOT_YET = "not-yet";

const NAMES = [["service", "service"], ["lot", "lot"], ["zone", "zone"], ["planned_window", "plannedWindow"]] as const;
const SWITCHES = [["ignores_rounding", "ignoresRounding"], ["returned_in_time", "returnedInTime"], ["first_of_package", "firstOfPackage"]] as const;
const NONE: FurtherRead = { kind: "facts", facts: {}, times: [] };

/** Reads the further facts of each row, by where their columns stand. An empty field is a fact that was not given. */
export function furtherReader(at: ReadonlyMap<FurtherColumn, number>, texts: Texts, which: RepeatedHour): (record: CsvRecord) => FurtherRead {
  const texted = [...at].filter(([column]) => !FURTHER_TIMES.some((time) => time === column));
  const timed = FURTHER_TIMES.filter((column) => at.has(column));
  return (record) => {
    const { bytes, view, starts, ends } = record;
    const given = new Map<FurtherColumn, string>();
    const times = new Map<FurtherColumn, number>();
    for (const [column, field] of texted) {
      if (starts[field] === ends[field]) continue;
      const text = textOf(texts, bytes, view, starts[field]!, ends[field]!);
      if (text === null) return { kind: "unreadable", code: "not-utf-8", column };
      given.set(column, text);
    }
    for (const column of timed) {
      const field = at.get(column)!;
      if (starts[field] !== ends[field]) times.set(column, timeIn(record, field));
    }
    return given.size === 0 && times.size === 0 ? NONE : furtherFacts(given, times, which);
  };
}

function furtherFacts(given: ReadonlyMap<FurtherColumn, string>, times: ReadonlyMap<FurtherColumn, number>, which: RepeatedHour): FurtherRead {
  const facts: { -readonly [F in keyof FurtherFacts]: FurtherFacts[F] } = {};
  for (const [column, fact] of NAMES) {
    const name = given.get(column);
    if (name !== undefined) facts[fact] = name;
  }
  const miles = given.get("miles");
  if (miles !== undefined) {
    if (!isMiles(miles)) return { kind: "unreadable", code: "unreadable-number", column: "miles" };
    facts.miles = miles;
  }
  const fault = given.get("fault");
  if (fault !== undefined) {
    if (!isFault(fault)) return odd("fault");
    facts.fault = fault;
  }
  for (const [column, fact] of SWITCHES) {
    const said = yesOrNo(given.get(column));
    if (said === undefined) return odd(column);
    if (said !== null) facts[fact] = said;
  }
  for (const [column, read] of times) if (Number.isNaN(read)) return { kind: "unreadable", code: "unreadable-time", column };
  const [start, end, notice] = FURTHER_TIMES.map((column) => times.get(column));
  if (start !== undefined) facts.billedStart = momentOfRead(start, which);
  if (end !== undefined) facts.billedEnd = facts.billedStart === undefined ? momentOfRead(end, which) : momentNotBefore(end, facts.billedStart, which);
  if (facts.billedStart !== undefined && facts.billedEnd !== undefined && facts.billedEnd < facts.billedStart) return odd("billed_end");
  if (notice !== undefined) facts.noticeGiven = momentOfRead(notice, which);
  const returnedOn = given.get("returned_on");
  if (returnedOn !== undefined) {
    if (!isDay(returnedOn)) return odd("returned_on");
    facts.returnedOn = returnedOn;
  }
  const hospital = stayIn(given);
  if (typeof hospital === "string") return odd(hospital);
  if (hospital !== null) facts.hospital = hospital;
  const merged = mergedIn(given);
  if (typeof merged === "string") return odd(merged);
  if (merged !== null) facts.merged = merged;
  return { kind: "facts", facts, times: [...times.values()] };
}

function odd(column: FurtherColumn): FurtherRead {
  return { kind: "unreadable", code: "unreadable-fact", column };
}

/** A stay in hospital; `null` where its days are not known; or the column that is not what it must be. */
function stayIn(given: ReadonlyMap<FurtherColumn, string>): HospitalStay | null | FurtherColumn {
  const [admitted, discharged, conditionsMet] = [given.get("hospital_admitted"), given.get("hospital_discharged"), yesOrNo(given.get("hospital_conditions_met"))];
  if (admitted !== undefined && !isDay(admitted)) return "hospital_admitted";
  // Days as YYYY-MM-DD compare as text.
  if (discharged !== undefined && discharged !== NOT_YET && (!isDay(discharged) || (admitted !== undefined && discharged < admitted))) return "hospital_discharged";
  if (conditionsMet === undefined) return "hospital_conditions_met";
  if (admitted === undefined || discharged === undefined) return null;
  return { admitted, discharged: discharged === NOT_YET ? null : (discharged as Day), conditionsMet };
}

/** Whether two visits were done in one; `null` where nothing is said of it; or the column that is not what it must be. */
function mergedIn(given: ReadonlyMap<FurtherColumn, string>): Merged | null | FurtherColumn {
  const [kind, visit] = [given.get("merged_kind"), given.get("merged_visit")];
  const [attended, agreed] = [yesOrNo(given.get("merged_attended")), yesOrNo(given.get("merged_agreed"))];
  if (attended === undefined) return "merged_attended";
  if (agreed === undefined) return "merged_agreed";
  if (kind === undefined) return visit === undefined && attended === null && agreed === null ? null : "merged_kind";
  if (kind !== "holds-another" && kind !== "done-in-another") return "merged_kind";
  if (visit === undefined) return "merged_visit";
  if (kind === "done-in-another") return { kind, visit, attended, agreed };
  return attended !== null ? "merged_attended" : agreed !== null ? "merged_agreed" : { kind, visit };
}

/** `true`, `false`, `null` where nothing is said, `undefined` where it is neither `yes` nor `no`. */
function yesOrNo(text: string | undefined): boolean | null | undefined {
  if (text === undefined) return null;
  return text === "yes" ? true : text === "no" ? false : undefined;
}

function isFault(text: string): text is Fault {
  return (FAULTS as readonly string[]).includes(text);
}

function isDay(text: string): text is Day {
  return readDay(text) !== undefined;
}
