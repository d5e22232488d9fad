import { type Day, dayText } from "../shared/day.js";
import { type CqcFinding, type CqcFindingCode, type Findings, findingsOf } from "./cqc-findings.js";
import type { CqcReading, CqcRecord } from "./cqc-records.js";
import { type JsonObject, dayIn, isObject } from "./cqc-values.js";
import type { Inheritance, PublishedRating } from "./history.js";
import { plainWords, readRatingOf, readRatingWord } from "./rating.js";

/** The headings that are read, as plain words; a bracket behind one, as in "(Y/N)", does not matter. */
const HEADINGS = {
  location: ["location id"],
  provider: ["provider id"],
  service: ["service / population group", "service/population group", "service population group"],
  domain: ["domain", "key question"],
  rating: ["latest rating"],
  publishedOn: ["publication date"],
  inherited: ["inherited rating"],
} as const;

type Heading = keyof typeof HEADINGS;

/** A row with its place: cells by what their heading means. */
export interface SheetRow {
  readonly cells: { readonly [H in Heading]?: unknown };
  /** The row as a person sees it in a spreadsheet: the heading is row 1. */
  readonly row: number;
}

/** What a heading means here; `undefined` for one that is not read. */
export function headingOf(text: string): Heading | undefined {
  const plain = plainWords(text.replace(/\([^)]*\)/g, ""));
  return (Object.keys(HEADINGS) as Heading[]).find((heading) => HEADINGS[heading].some((known) => known === plain));
}

/**
 * Is it a list of rows of the ratings sheet, rather than of objects of the API? Told by a heading "Latest Rating".
 *
 * @example
 * ```ts
 * isRatingsSheet([{ "Location ID": "1-100", Domain: "Overall", "Latest Rating": "Good" }]); // => true
 * isRatingsSheet([{ locationId: "1-100" }]); // => false
 * ```
 */
export function isRatingsSheet(input: unknown): boolean {
  return Array.isArray(input) && input.some((item) => isObject(item) && Object.keys(item).some((heading) => headingOf(heading) === "rating"));
}

/**
 * Reads rows of the CQC's monthly ratings sheet ("care directory with ratings"), one object a row by its headings: a row
 * for each location, service group and domain. The sheet lists registered locations, and a registration's end appears
 * late in it; it does not say whether a location is dormant, nor for what it is registered. Never throws on bad data.
 *
 * @example
 * ```ts
 * const reading = readRatingsSheet([
 *   { "Location ID": "1-100", "Service / Population Group": "Overall", Domain: "Overall", "Latest Rating": "Good", "Publication Date": "20/05/2024", "Inherited Rating (Y/N)": "N" },
 *   { "Location ID": "1-100", "Service / Population Group": "Overall", Domain: "Well-led", "Latest Rating": "Good", "Publication Date": "20/05/2024", "Inherited Rating (Y/N)": "N" },
 * ]);
 * reading.records.length; // => 1
 * reading.accepted; // => 2
 * ```
 */
export function readRatingsSheet(input: unknown): CqcReading {
  const findings: CqcFinding[] = [];
  const items: readonly unknown[] = Array.isArray(input) ? input : [input];
  let blank = 0;
  const rows = items.flatMap((item, i): SheetRow[] => {
    if (isBlank(item)) {
      blank++;
      return [];
    }
    if (isObject(item)) return [{ cells: cellsOf(item), row: i + 2 }];
    findingsOf(null, findings).add("not-an-object", `row ${i + 2}`, item);
    return [];
  });
  return sheetReading(rows, items.length - blank, findings);
}

/** A row of a spreadsheet in which nothing stands is no row. */
function isBlank(item: unknown): boolean {
  return isObject(item) && Object.values(item).every((value) => value === null || value === undefined || (typeof value === "string" && value.trim() === ""));
}

function cellsOf(item: JsonObject): SheetRow["cells"] {
  return Object.fromEntries(
    Object.entries(item).flatMap(([heading, value]) => {
      const means = headingOf(heading);
      return means === undefined ? [] : [[means, value]];
    }),
  );
}

/** The reading of rows whose headings are understood; rows that were rejected before are in the count and the findings. */
export function sheetReading(rows: readonly SheetRow[], read: number, findings: CqcFinding[]): CqcReading {
  const ratings = new Map<string, { readonly ofProvider: boolean; readonly list: PublishedRating[] }>();
  let accepted = 0;
  for (const row of rows) {
    const missing = missingIn(row);
    if (missing !== undefined) {
      findingsOf(null, findings).add(missing, `row ${row.row}`);
      continue;
    }
    accepted++;
    const [location, provider] = [textOf(row.cells.location), textOf(row.cells.provider)];
    const id = location || provider;
    const known = ratings.get(id) ?? { ofProvider: location === "", list: [] };
    known.list.push(ratingOf(row, findingsOf(id, findings)));
    ratings.set(id, known);
  }
  const records = [...ratings].map(([id, { ofProvider, list }]): CqcRecord => ({
    id,
    kind: ofProvider ? "provider" : "location",
    registration: { status: "listed", firstDay: null, endedOn: null },
    dormant: null,
    regulatedActivities: null,
    history: { ratings: list, ofProvider, services: null, unreadable: false },
    predecessors: [],
  }));
  return { records, counted: "rows", read, accepted, rejected: read - accepted, findings };
}

function missingIn({ cells }: SheetRow): CqcFindingCode | undefined {
  if (!("location" in cells || "provider" in cells) || !("domain" in cells) || !("rating" in cells)) return "missing-heading";
  return textOf(cells.location) === "" && textOf(cells.provider) === "" ? "missing-id" : undefined;
}

function ratingOf({ cells, row }: SheetRow, findings: Findings): PublishedRating {
  const place = (heading: string): string => `row ${row}, ${heading}`;
  const domain = textOf(cells.domain);
  const of = readRatingOf(domain) ?? null;
  if (of === null) findings.add("unknown-key-question", place("Domain"), cells.domain);
  const group = textOf(cells.service);
  const readable = cells.rating === null || cells.rating === undefined || typeof cells.rating === "string";
  const word = readable ? textOf(cells.rating) : "";
  const says = readable ? readRatingWord(word) : ({ kind: "unknown" } as const);
  if (says.kind === "unknown") findings.add("unknown-rating", place("Latest Rating"), cells.rating);
  const publishedOn = sheetDay(cells.publishedOn, place("Publication Date"), findings);
  if (publishedOn === null && says.kind !== "not-rated") findings.add("undated-rating", place("Publication Date"));
  return {
    service: group === "" || plainWords(group) === "overall" ? null : group,
    of,
    word,
    says,
    publishedOn,
    source: "ratings-sheet",
    standing: "current",
    inheritance: inheritanceOf(cells.inherited, place("Inherited Rating (Y/N)"), findings),
  };
}

function inheritanceOf(value: unknown, at: string, findings: Findings): Inheritance {
  const word = plainWords(textOf(value));
  if (word === "y" || word === "yes") return { kind: "inherited", from: [] };
  if (word === "n" || word === "no") return { kind: "own" };
  if (word !== "") findings.add("unknown-status", at, value);
  return { kind: "not-said" };
}

/** The number a spreadsheet keeps for 1970-01-01, and the years it is believed for: 2000 to 2099. */
const SERIAL_OF_1970 = 25569;
const SERIALS = { first: 36526, last: 73050 };

function sheetDay(value: unknown, at: string, findings: Findings): Day | null {
  const text = textOf(value);
  if (text === "") return null;
  const serial = /^\d{5}(\.0+)?$/.test(text) ? Number(text) : NaN;
  const day = serial >= SERIALS.first && serial <= SERIALS.last ? dayText(serial - SERIAL_OF_1970) : dayIn(text);
  if (day === null) findings.add("unreadable-day", at, value);
  return day;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}
