import type { RowFinding } from "../ecm/findings.js";
import { type EcmRow, type ReadOptions, readRows } from "../ecm/rows.js";
import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import type { Moment } from "../shared/moment.js";
import { editDistance } from "../shared/refuse.js";
import { type BookVisit, type DayBook, closeDay, earliestAfter, emptyBook, enterRejected, enterRow } from "./book.js";

/** A row of a visit: as it was accepted, with what was found in it; or why it was rejected. */
export type StoryRow<CallType extends string = string> =
  | { readonly kind: "accepted"; readonly row: EcmRow<CallType>; readonly findings: readonly RowFinding[] }
  | { readonly kind: "rejected"; readonly finding: RowFinding };

/** A visit by its provider, its id and its day. */
export interface VisitName {
  readonly provider: string;
  readonly id: string;
  readonly day: Day;
}

/** A visit found by its name, with its rows in the order of the file. */
export interface Found<CallType extends string> {
  readonly provider: string;
  readonly id: string;
  readonly day: DayNumber;
  readonly rows: StoryRow<CallType>[];
}

/** The rows of every visit that is called so, the rejected rows that carry its id and belong to no visit, and the first and last planned day of the accepted rows. */
export async function findVisits<CallType extends string>(bytes: AsyncIterable<Uint8Array>, reading: ReadOptions<CallType>, { visit: wanted, day: onDay }: { readonly visit: string; readonly day?: Day }) {
  const byName = new Map<string, Found<CallType>>();
  const only = onDay === undefined ? null : dayNumber(onDay);
  let [firstDay, lastDay] = [Infinity, -Infinity];
  let findings: readonly RowFinding[] = [];
  const unplaced: RowFinding[] = [];
  const enter = (provider: string, id: string, day: DayNumber, row: StoryRow<CallType>): void => {
    if (!isCalled(wanted, provider, id) || (only !== null && day !== only)) return;
    const name = JSON.stringify([provider, id, day]);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { provider, id, day, rows: [row] });
    else known.rows.push(row);
  };
  await readRows(bytes, reading, {
    accepted: (row) => {
      if (row.day < firstDay) firstDay = row.day;
      if (row.day > lastDay) lastDay = row.day;
      enter(row.provider, row.visit, row.day, { kind: "accepted", row, findings: findings[0]?.row === row.row ? findings : [] });
    },
    rejected: ({ finding, visit }) => {
      if (visit !== null) enter(visit.provider, visit.visit, visit.day, { kind: "rejected", finding });
      else if (carries(finding, wanted)) unplaced.push(finding);
    },
    // The findings on an accepted row come before it.
    finding: (finding) => {
      findings = findings[0]?.row === finding.row ? [...findings, finding] : [finding];
    },
  });
  return { found: [...byName.values()].sort((a, b) => a.day - b.day), unplaced, firstDay, lastDay };
}

/** Does a rejected row that belongs to no visit carry this name, as far as its ids can be read? */
function carries({ unplaced }: RowFinding, wanted: string): boolean {
  if (unplaced === undefined || unplaced.visit === null) return false;
  return unplaced.provider === null ? wanted === unplaced.visit || wanted.endsWith(`/${unplaced.visit}`) : isCalled(wanted, unplaced.provider, unplaced.visit);
}

/** Is a visit called so: `provider/id`, or the id alone? Ids may hold a slash themselves. */
function isCalled(wanted: string, provider: string, id: string): boolean {
  return wanted === id || (wanted.length === provider.length + 1 + id.length && wanted.startsWith(provider) && wanted[provider.length] === "/" && wanted.endsWith(id));
}

/** Every visit of a service user, as all its rows make it: a row of another service user may contradict one. */
export async function visitsOfServiceUser<CallType extends string>(open: () => AsyncIterable<Uint8Array>, reading: ReadOptions<CallType>, serviceUser: string): Promise<BookVisit<CallType>[]> {
  const names = new Set<string>();
  const starts: Moment[] = [];
  const name = (provider: string, id: string, day: DayNumber): string => `${day}\u0000${provider}\u0000${id}`;
  await readRows(open(), reading, {
    accepted: (row) => {
      if (row.serviceUser !== serviceUser) return;
      names.add(name(row.provider, row.visit, row.day));
      starts.push(row.plannedStart);
    },
    rejected: () => undefined,
    finding: () => undefined,
  });
  const books = new Map<DayNumber, DayBook<CallType>>();
  const bookOf = (day: DayNumber): DayBook<CallType> => {
    let book = books.get(day);
    if (book === undefined) books.set(day, (book = emptyBook(day)));
    return book;
  };
  await readRows(open(), reading, {
    accepted: (row) => {
      if (names.has(name(row.provider, row.visit, row.day))) enterRow(bookOf(row.day), row);
    },
    rejected: ({ visit }) => {
      if (visit !== null && names.has(name(visit.provider, visit.visit, visit.day))) enterRejected(bookOf(visit.day), visit.provider, visit.visit);
    },
    finding: () => undefined,
  });
  const visits = [...books.values()].sort((a, b) => a.day - b.day).flatMap((book) => closeDay(book).visits);
  for (const visit of visits) visit.nextPlannedStart = earliestAfter(starts, visit.plannedStart);
  return visits;
}

/** How many near names are told. */
const MOST_NEAR = 5;

/** The visits whose name takes the fewest changed letters, each name once with its first day in the file, ties in the order of the file; and the first name in the file, `null` where no row has one. */
export async function nearNames<CallType extends string>(bytes: AsyncIterable<Uint8Array>, reading: ReadOptions<CallType>, wanted: string): Promise<{ readonly near: readonly VisitName[]; readonly first: VisitName | null }> {
  const most = Math.max(2, Math.ceil(wanted.length / 3));
  let nearest: { readonly name: VisitName; readonly changes: number }[] = [];
  let lastSeen: string | undefined;
  const inFile: VisitName[] = [];
  const consider = (provider: string, id: string, day: DayNumber): void => {
    const full = `${provider}/${id}`;
    if (full === lastSeen) return;
    lastSeen = full;
    if (inFile.length === 0) inFile.push({ provider, id, day: dayText(day) });
    const furthest = nearest.length < MOST_NEAR ? most : nearest.at(-1)!.changes - 1;
    const changes = Math.min(...[full, id].map((text) => (Math.abs(text.length - wanted.length) > furthest ? Infinity : editDistance(wanted, text))));
    if (changes > furthest || nearest.some(({ name }) => name.provider === provider && name.id === id)) return;
    nearest = [...nearest, { name: { provider, id, day: dayText(day) }, changes }].sort((a, b) => a.changes - b.changes).slice(0, MOST_NEAR);
  };
  await readRows(bytes, reading, {
    accepted: ({ provider, visit, day }) => consider(provider, visit, day),
    rejected: ({ visit }) => {
      if (visit !== null) consider(visit.provider, visit.visit, visit.day);
    },
    finding: () => undefined,
  });
  return { near: nearest.map(({ name }) => name), first: inFile[0] ?? null };
}
