import {
  type Leicester,
  type LeicesterCallType,
  type MonthDocument,
  type Rules,
  type VisitAssessment,
  type VisitInput,
  assessExport,
  assessVisit,
  compile,
  leicester,
  monthDocument,
  withReading,
} from "../../src/index.js";
import { bytesOf } from "../helpers.js";

const EIGHT = Date.parse("2026-03-16T08:00:00Z");

/** The time so many seconds after 08:00 on Monday 16 March 2026; London keeps winter time that day. */
export function after(seconds: number): Date {
  return new Date(EIGHT + seconds * 1000);
}

/** Minutes and seconds, as seconds: `min(30, 1)` is 30:01. */
export function min(minutes: number, seconds = 0): number {
  return minutes * 60 + seconds;
}

/** A log of a carer, from and to so many seconds after 08:00; without an end when the log-out is missing. */
export function log(carer: string, from: number, to: number | null): { carer: string; logIn: Date; logOut: Date | null } {
  return { carer, logIn: after(from), logOut: to === null ? null : after(to) };
}

/** What a choice of readings is given as: the choice, or the choice and what it asks for. */
export type Choices = { readonly [reading: string]: string | readonly [choice: string, value: string] };

/** Leicester with these readings taken, one after the other. */
export function read(choices: Choices): Leicester {
  let council = leicester;
  for (const [reading, choice] of Object.entries(choices)) {
    council = typeof choice === "string" ? withReading(council, reading, choice) : withReading(council, reading, choice[0], choice[1]);
  }
  return council;
}

const compiled = new Map<string, Rules<LeicesterCallType>>();

/** The rules of Leicester with these readings; each set is compiled once. */
export function rulesWith(choices: Choices = {}): Rules<LeicesterCallType> {
  const key = JSON.stringify(choices);
  let rules = compiled.get(key);
  if (rules === undefined) compiled.set(key, (rules = compile(read(choices))));
  return rules;
}

/** A standard call for one carer, planned from 08:00 to 08:30 and attended by C1 throughout, unless told otherwise. */
export function assessed(visit: Partial<VisitInput<LeicesterCallType>>, choices: Choices = {}): VisitAssessment<LeicesterCallType> {
  return assessVisit(
    { callType: "standard", plannedStart: after(0), plannedEnd: after(min(30)), attendances: [log("C1", 0, min(30))], ...visit },
    rulesWith(choices),
  );
}

/** One carer there for so many seconds from 08:00, planned for as long as a day. */
export function there(seconds: number, choices: Choices = {}): VisitAssessment<LeicesterCallType> {
  return assessed({ plannedEnd: after(min(1440)), attendances: [log("C1", 0, seconds)] }, choices);
}

/** The slugs of the readings a result rests on. */
export function restingOn({ restsOn }: Pick<VisitAssessment, "restsOn">): string[] {
  return restsOn.map(({ reading }) => reading);
}

/** A row of an export: a standard call of V1 to SU1 by P1 on 16 March 2026, 08:00 to 08:30, attended by C1, unless told otherwise. */
export interface Row {
  readonly visit?: string;
  readonly user?: string;
  readonly provider?: string;
  readonly priority?: string;
  readonly carers?: number;
  /** The planned day; a time of day is on it, a time with a day (`2026-04-01T00:10`) is as it says. */
  readonly day?: string;
  readonly start?: string;
  readonly end?: string;
  readonly carer?: string;
  readonly logIn?: string;
  readonly logOut?: string;
  readonly outcome?: string;
}

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";

/** An export of these rows. */
export function exportOf(rows: readonly Row[]): string {
  const lines = rows.map((row, i) => {
    const { visit = `V${i + 1}`, user = "SU1", provider = "P1", priority = "standard", carers = 1, day = "2026-03-16", start = "08:00", end = "08:30", carer = "C1" } = row;
    const { logIn = start, logOut = end, outcome = "" } = row;
    const time = (clock: string): string => (clock === "" || clock.includes("T") ? clock : `${day}T${clock}`);
    return [visit, user, provider, priority, carers, time(start), time(end), carer, carer === "" ? "" : time(logIn), carer === "" ? "" : time(logOut), outcome, ""].join(",");
  });
  return [HEADING, ...lines, ""].join("\n");
}

/** The document of these rows, over four weeks from Monday 16 March 2026 unless told otherwise. */
export async function documentOf(
  rows: readonly Row[],
  choices: Choices = {},
  period: { readonly firstDay: `${number}-${number}-${number}`; readonly lastDay: `${number}-${number}-${number}` } = { firstDay: "2026-03-16", lastDay: "2026-04-12" },
): Promise<MonthDocument<LeicesterCallType>> {
  const rules = rulesWith(choices);
  const csv = exportOf(rows);
  return monthDocument(await assessExport(() => bytesOf(csv), rules, { period }), rules);
}

/** The days of 2026 from a day of March on: `march(16)` is `2026-03-16`, `march(32)` is `2026-04-01`. */
export function march(day: number): `${number}-${number}-${number}` {
  return new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10) as `${number}-${number}-${number}`;
}
