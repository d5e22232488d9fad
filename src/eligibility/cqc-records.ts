import { type CqcFinding, type Findings, findingsOf } from "./cqc-findings.js";
import { readRatings } from "./cqc-ratings.js";
import { type JsonObject, dayAt, dayIn, fieldOf, hasAny, isObject, objectsAt, textAt } from "./cqc-values.js";
import type { RatingHistory } from "./history.js";
import { lookedUp, plainWords } from "./rating.js";
import type { Registration } from "./registration.js";

/** A location or provider of the CQC, as far as eligibility asks. Its name and address are not kept. */
export interface CqcRecord {
  readonly id: string;
  readonly kind: "location" | "provider";
  readonly registration: Registration;
  /** Is it registered, but not in use? `null` where the record does not say. */
  readonly dormant: boolean | null;
  /** The names of its regulated activities; `null` where the record does not say. */
  readonly regulatedActivities: readonly string[] | null;
  readonly history: RatingHistory;
  /** The ids of the registrations that the record names as its predecessors. */
  readonly predecessors: readonly string[];
}

/** What was read. Every record or row read is accepted or rejected, and a rejected one has its finding. */
export interface CqcReading {
  readonly records: readonly CqcRecord[];
  /** What `read`, `accepted` and `rejected` count: records of the API, or rows of the sheet. */
  readonly counted: "records" | "rows";
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly findings: readonly CqcFinding[];
}

/**
 * Reads location and provider objects of the CQC's public API as they come: one object, a list, an object of id to object,
 * or a page with `locations`, `providers` or `changes`. Fields may be left out or null. Never throws on bad data: what
 * cannot be a record is rejected with a finding, and what cannot be read in a record asserts nothing.
 *
 * @example
 * ```ts
 * const reading = readCqcRecords([{ locationId: "1-100", registrationStatus: "Registered", dormancy: "N" }, "1-200"]);
 * reading.records.length; // => 1
 * reading.findings[0]; // => { code: "not-an-object", id: null, at: "[1]", value: "1-200" }
 * ```
 */
export function readCqcRecords(input: unknown): CqcReading {
  const findings: CqcFinding[] = [];
  const candidates = candidatesIn(input);
  const records = candidates.flatMap(({ value, key, at }) => readRecord(value, key, at, findings) ?? []);
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) findings.push({ code: "repeated-id", id, at: "" });
    seen.add(id);
  }
  return { records, counted: "records", read: candidates.length, accepted: records.length, rejected: candidates.length - records.length, findings };
}

interface Candidate {
  readonly value: unknown;
  /** The id it stands under, in an object of id to object. */
  readonly key: string | null;
  readonly at: string;
}

const PAGES = ["locations", "providers", "changes"];
const IDS = ["locationId", "providerId"];
/** Fields by which eligibility judges; a record without any of them is an entry of a list. */
const JUDGED = ["registrationStatus", "registrationDate", "deregistrationDate", "dormancy", "regulatedActivities", "gacServiceTypes", "currentRatings", "historicRatings", "assessment"];

function candidatesIn(input: unknown): Candidate[] {
  if (Array.isArray(input)) return input.map((value: unknown, i) => ({ value, key: null, at: `[${i}]` }));
  if (!isObject(input) || hasAny(input, [...IDS, ...JUDGED])) return [{ value: input, key: null, at: "" }];
  const page = PAGES.find((name) => Array.isArray(input[name]));
  if (page !== undefined) return (input[page] as unknown[]).map((value, i) => ({ value, key: null, at: `${page}[${i}]` }));
  const values = Object.values(input);
  if (values.length > 0 && !values.some(isObject)) return [{ value: input, key: null, at: "" }];
  return Object.entries(input).map(([key, value]) => ({ value, key, at: `[${JSON.stringify(key)}]` }));
}

function readRecord(value: unknown, key: string | null, at: string, list: CqcFinding[]): CqcRecord | undefined {
  if (!isObject(value)) {
    findingsOf(key, list).add("not-an-object", at, value);
    return undefined;
  }
  const [locationId, providerId] = IDS.map((field) => textAt(value, field, at, findingsOf(key, list)));
  const id = locationId || providerId || key || "";
  const findings = findingsOf(id || null, list);
  if (id === "") {
    findings.add("missing-id", at);
    return undefined;
  }
  if (!hasAny(value, JUDGED)) findings.add("list-entry", at);
  const ofProvider = locationId === "" && (providerId !== "" || plainWords(textAt(value, "organisationType", at, findings)) === "provider");
  const services = namesAt(value, "gacServiceTypes", ["name", "description"], at, findings);
  return {
    id,
    kind: ofProvider ? "provider" : "location",
    registration: readRegistration(value, at, findings),
    dormant: yesOrNoAt(value, "dormancy", at, findings),
    regulatedActivities: namesAt(value, "regulatedActivities", ["name"], at, findings),
    history: { ...readRatings(value, at, findings), ofProvider, services },
    predecessors: objectsAt(value, "relationships", at, findings).flatMap(({ item, at: place }) => {
      const related = textAt(item, "relatedLocationId", place, findings);
      return /predecessor/i.test(textAt(item, "type", place, findings)) && related !== "" ? [related] : [];
    }),
  };
}

function readRegistration(record: JsonObject, at: string, findings: Findings): Registration {
  const word = textAt(record, "registrationStatus", at, findings);
  const status = lookedUp(STATUSES, word);
  if (status === undefined) findings.add("unknown-status", `${at}.registrationStatus`, word);
  return {
    status: status ?? "unknown",
    firstDay: dayAt(record, "registrationDate", at, findings),
    endedOn: endedOn(record, at, findings),
  };
}

const STATUSES: { readonly [word: string]: Registration["status"] } = { registered: "registered", deregistered: "deregistered", "": "not-said" };

/** A day that cannot be read is no sign that there is none. */
function endedOn(record: JsonObject, at: string, findings: Findings): Registration["endedOn"] {
  const text = textAt(record, "deregistrationDate", at, findings);
  if (text === "") return fieldOf(record, "deregistrationDate") === undefined ? null : "unreadable";
  const day = dayIn(text);
  if (day === null) findings.add("unreadable-day", `${at}.deregistrationDate`, text);
  return day ?? "unreadable";
}

function yesOrNoAt(record: JsonObject, field: string, at: string, findings: Findings): boolean | null {
  const value = fieldOf(record, field);
  if (value === undefined || value === "") return null;
  // Anything may stand in JSON, an object among it whose own toString is no function.
  const yes = typeof value === "string" || typeof value === "boolean" ? lookedUp(YES_OR_NO, String(value)) : undefined;
  if (yes === undefined) findings.add("unknown-status", `${at}.${field}`, value);
  return yes ?? null;
}

const YES_OR_NO: { readonly [word: string]: boolean } = { y: true, yes: true, true: true, n: false, no: false, false: false };

/** Names in a list of objects, or of texts; `null` when the list is left out or is none. */
function namesAt(record: JsonObject, field: string, parts: readonly string[], at: string, findings: Findings): string[] | null {
  const value = fieldOf(record, field);
  if (value === undefined) return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = list.flatMap((item, i) => {
    if (typeof item === "string") return item.trim() === "" ? [] : [item.trim()];
    if (isObject(item)) return parts.map((part) => textAt(item, part, `${at}.${field}[${i}]`, findings)).filter((name) => name !== "");
    if (item !== null && item !== undefined) findings.add("unreadable-value", `${at}.${field}[${i}]`, item);
    return [];
  });
  // A list in which nothing could be read says nothing; only an empty list says that there is none.
  return names.length === 0 && list.length > 0 ? null : names;
}
