import { CAPTURE_METHODS, type CaptureMethod } from "../ecm/columns.js";
import type { EcmRow } from "../ecm/rows.js";
import { refuse, suggest } from "../shared/refuse.js";
import type { Measure } from "./goal.js";

/** Which logs count as electronic, and what the share of them is of. */
export interface CaptureTerms {
  /** The capture methods that are electronic; the others are not. */
  readonly electronic: readonly CaptureMethod[];
  /** The share is of attendances; or of visits, and a visit is electronic when every log of it is. */
  readonly of: "attendances" | "visits";
  /** A log whose method is not given: nobody knows; it counts as not electronic; or it is left out. */
  readonly notGiven: "unknown" | "not-electronic" | "left-out";
}

/** How a provider's visits were logged. */
export interface Capture {
  /** Logs by method; `notGiven` where the row names none. */
  readonly methods: { readonly [M in CaptureMethod | "notGiven"]: number };
  /** What `goalAnswer` and `scorecard` take. */
  readonly electronic: Measure;
}

/** What this asks of a row. */
export type CapturedRow = Pick<EcmRow, "provider" | "visit" | "day" | "logIn" | "logOut" | "captureMethod">;

/**
 * What share of each provider's attendances or visits was logged electronically? Over accepted rows, as `readRows` gives
 * them, in any order. A row with neither log is no attendance and is not counted.
 * Throws when a method is not a listed one, or none is listed.
 *
 * @example
 * ```ts
 * const row = { provider: "P1", visit: "V1", day: 20528, logIn: momentOf("2026-03-16T08:00"), logOut: momentOf("2026-03-16T08:30") };
 * const rows = [{ ...row, captureMethod: "app" }, { ...row, visit: "V2", captureMethod: "manual" }] as const;
 * captureBy(rows, { electronic: ["app", "phone", "nfc"], of: "visits", notGiven: "unknown" }).get("P1")!.electronic;
 * // => { part: 1, whole: 2, unknown: 0 }
 * ```
 */
export function captureBy(rows: Iterable<CapturedRow>, terms: CaptureTerms): Map<string, Capture> {
  if (terms.electronic.length === 0) refuse("captureBy", "electronic must list at least one capture method", "none");
  for (const method of terms.electronic) if (!CAPTURE_METHODS.includes(method)) refuse("captureBy", "electronic must list capture methods", method, suggest(String(method), CAPTURE_METHODS));
  const counts = new Map<string, { methods: { [M in CaptureMethod | "notGiven"]: number }; units: Map<string, Log> }>();
  for (const row of rows) {
    if (row.logIn === null && row.logOut === null) continue;
    let own = counts.get(row.provider);
    if (own === undefined) counts.set(row.provider, (own = { methods: { app: 0, phone: 0, nfc: 0, manual: 0, notGiven: 0 }, units: new Map() }));
    own.methods[row.captureMethod ?? "notGiven"]++;
    const log = logOf(row.captureMethod, terms);
    if (log === null) continue;
    const unit = terms.of === "visits" ? `${row.day} ${row.visit}` : String(own.units.size);
    own.units.set(unit, worse(own.units.get(unit), log));
  }
  return new Map([...counts].map(([provider, { methods, units }]) => [provider, { methods, electronic: measureOf([...units.values()]) }]));
}

type Log = "electronic" | "unknown" | "not-electronic";

function logOf(method: CaptureMethod | null, { electronic, notGiven }: CaptureTerms): Log | null {
  if (method !== null) return electronic.includes(method) ? "electronic" : "not-electronic";
  return notGiven === "left-out" ? null : notGiven;
}

/** One log that is not electronic makes a visit not so; one that is unknown leaves it unknown. */
function worse(one: Log | undefined, other: Log): Log {
  const logs = [one, other];
  return logs.includes("not-electronic") ? "not-electronic" : logs.includes("unknown") ? "unknown" : "electronic";
}

function measureOf(logs: readonly Log[]): Measure {
  const count = (kind: Log): number => logs.filter((log) => log === kind).length;
  return { part: count("electronic"), whole: logs.length, unknown: count("unknown") };
}
