import { type EcmRow, readRows } from "../ecm/rows.js";
import { type VisitAssessment, assessVisit } from "../rules/assess-visit.js";
import type { Rules } from "../rules/compile.js";
import { byCodePoint } from "../shared/code-points.js";
import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import type { Moment } from "../shared/moment.js";
import { type BookVisit, type DayBook, closeDay, emptyBook, enterRejected, enterRow } from "./book.js";

/** A visit of an export with its assessment, or why nothing can be made of it. */
export interface ListedVisit<CallType extends string = string> {
  readonly provider: string;
  readonly id: string;
  readonly day: Day;
  readonly told:
    | { readonly kind: "assessed"; readonly assessment: VisitAssessment<CallType> }
    /** `serviceUser` is `null` where every row of the visit was rejected. */
    | { readonly kind: "undetermined"; readonly reason: "rejected-row" | "conflicting-rows"; readonly serviceUser: string | null };
}

/** Which visits, and how the export is to be read. */
export interface ListOptions {
  /** Without it, the first and last planned day of the accepted rows. */
  readonly period?: { readonly firstDay: Day; readonly lastDay: Day };
  /** Which one a London wall time is that happens twice; the earlier when left out. */
  readonly repeatedHour?: "earlier" | "later";
}

/**
 * What is each visit of an export, by provider, day and visit id? The same visits that `assessExport` counts, each with its whole
 * assessment: to find the late, the unpaid, or those that rest on a reading. Unlike `assessExport` it holds every visit in memory.
 *
 * @example
 * ```ts
 * const csv =
 *   "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method\n" +
 *   "V1,SU1,P1,standard,1,2026-03-16T08:00,2026-03-16T09:00,C1,2026-03-16T08:05,2026-03-16T09:01,,app\n";
 * async function* bytes() { yield new TextEncoder().encode(csv); }
 * const [visit] = await listVisits(bytes(), compile(leicester));
 * visit.told.assessment.restsOn.map(({ reading }) => reading); // => ["exactly-56"]
 * ```
 */
export async function listVisits<CallType extends string>(bytes: AsyncIterable<Uint8Array>, rules: Rules<CallType>, { period, repeatedHour = "earlier" }: ListOptions = {}): Promise<ListedVisit<CallType>[]> {
  const books = new Map<DayNumber, DayBook<CallType>>();
  const startsOf = new Map<string, Set<Moment>>();
  let [first, last] = [Infinity, -Infinity];
  const bookOf = (day: DayNumber): DayBook<CallType> => {
    let book = books.get(day);
    if (book === undefined) books.set(day, (book = emptyBook(day)));
    return book;
  };
  await readRows<CallType>(bytes, { callTypes: rules.callTypes, repeatedHour }, {
    accepted: (row) => {
      enterRow(bookOf(row.day), row);
      noteStart(startsOf, row);
      first = Math.min(first, row.day);
      last = Math.max(last, row.day);
    },
    rejected: ({ visit }) => {
      if (visit !== null) enterRejected(bookOf(visit.day), visit.provider, visit.visit);
    },
    finding: () => undefined,
  });
  const nextOf = nextStarts(startsOf);
  if (period !== undefined) [first, last] = [dayNumber(period.firstDay), dayNumber(period.lastDay)];
  return [...books.values()]
    .filter(({ day }) => first <= day && day <= last)
    .flatMap((book) => visitsOf(book, nextOf, rules))
    .sort((a, b) => byCodePoint(a.provider, b.provider) || byCodePoint(a.day, b.day) || byCodePoint(a.id, b.id));
}

function noteStart(startsOf: Map<string, Set<Moment>>, { serviceUser, plannedStart }: EcmRow): void {
  const starts = startsOf.get(serviceUser);
  if (starts === undefined) startsOf.set(serviceUser, new Set([plannedStart]));
  else starts.add(plannedStart);
}

/** For each service user, the planned start that follows each planned start. */
type NextStarts = ReadonlyMap<string, ReadonlyMap<Moment, Moment>>;

function nextStarts(startsOf: ReadonlyMap<string, ReadonlySet<Moment>>): NextStarts {
  return new Map(
    [...startsOf].map(([serviceUser, starts]) => {
      const inOrder = [...starts].sort((a, b) => a - b);
      return [serviceUser, new Map(inOrder.slice(1).map((next, i) => [inOrder[i]!, next]))] as const;
    }),
  );
}

function visitsOf<CallType extends string>(book: DayBook<CallType>, nextOf: NextStarts, rules: Rules<CallType>): ListedVisit<CallType>[] {
  const day = dayText(book.day);
  const known = closeDay(book).visits.map((visit): ListedVisit<CallType> => ({ provider: visit.provider, id: visit.id, day, told: toldOf(visit, nextOf, rules) }));
  const others = [...book.rejected].flatMap(([provider, ids]) =>
    [...ids].filter((id) => book.visits.get(provider)?.has(id) !== true).map((id): ListedVisit<CallType> => ({ provider, id, day, told: { kind: "undetermined", reason: "rejected-row", serviceUser: null } })),
  );
  return [...known, ...others];
}

function toldOf<CallType extends string>(visit: BookVisit<CallType>, nextOf: NextStarts, rules: Rules<CallType>): ListedVisit<CallType>["told"] {
  const { serviceUser } = visit;
  if (visit.rejected) return { kind: "undetermined", reason: "rejected-row", serviceUser };
  if (visit.conflicting !== null) return { kind: "undetermined", reason: "conflicting-rows", serviceUser };
  const nextPlannedStart = nextOf.get(serviceUser)?.get(visit.plannedStart) ?? null;
  return { kind: "assessed", assessment: assessVisit<CallType>({ ...visit, nextPlannedStart }, rules) };
}
