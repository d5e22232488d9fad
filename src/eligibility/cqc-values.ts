import { type Day, dayText, readDay } from "../shared/day.js";
import { londonDay } from "../shared/london.js";
import { FIRST_MOMENT } from "../shared/moment.js";
import { momentOf } from "../shared/time-text.js";
import type { Findings } from "./cqc-findings.js";

/** An object of JSON whose fields are still to be looked at. */
export type JsonObject = { readonly [field: string]: unknown };

/** Is it an object of JSON: not null, not a list? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of the object's own; `undefined` when it is left out, or null where it should be. */
export function fieldOf(object: JsonObject, field: string): unknown {
  return Object.hasOwn(object, field) ? (object[field] ?? undefined) : undefined;
}

/** Does the object have any of these fields, with something in it? */
export function hasAny(object: JsonObject, fields: readonly string[]): boolean {
  return fields.some((field) => fieldOf(object, field) !== undefined);
}

/** Text, trimmed. A number is text too: some exports write ids so. `""` when left out; anything else is a finding. */
export function textAt(object: JsonObject, field: string, at: string, findings: Findings): string {
  const value = fieldOf(object, field);
  if (value === undefined) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  findings.add("unreadable-value", `${at}.${field}`, value);
  return "";
}

/** An object; `undefined` when left out; anything else is a finding. */
export function objectAt(object: JsonObject, field: string, at: string, findings: Findings): JsonObject | undefined {
  const value = fieldOf(object, field);
  if (value === undefined || isObject(value)) return value;
  findings.add("unreadable-value", `${at}.${field}`, value);
  return undefined;
}

/** The objects of a list, with their places. A single object counts as a list of one; what is no object is a finding. */
export function objectsAt(object: JsonObject, field: string, at: string, findings: Findings): { readonly item: JsonObject; readonly at: string }[] {
  const value = fieldOf(object, field);
  if (value === undefined) return [];
  const place = `${at}.${field}`;
  if (isObject(value)) return [{ item: value, at: place }];
  if (!Array.isArray(value)) {
    findings.add("unreadable-value", place, value);
    return [];
  }
  return value.flatMap((item: unknown, i) => {
    if (isObject(item)) return [{ item, at: `${place}[${i}]` }];
    if (item !== null && item !== undefined) findings.add("unreadable-value", `${place}[${i}]`, item);
    return [];
  });
}

/** A day; `null` when left out, or when it cannot be read, which is a finding. */
export function dayAt(object: JsonObject, field: string, at: string, findings: Findings): Day | null {
  const text = textAt(object, field, at, findings);
  if (text === "") return null;
  const day = dayIn(text);
  if (day === null) findings.add("unreadable-day", `${at}.${field}`, text);
  return day;
}

/**
 * The day that a text names: `2024-05-20`, the same with a time behind `T` or a space (the London day where it has `Z` or
 * an offset), or `20/05/2024`, day first. `null` when it is none of these, or no day of the calendar.
 */
export function dayIn(text: string): Day | null {
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (dayFirst !== null) return calendarDay(`${dayFirst[3]!}-${dayFirst[2]!.padStart(2, "0")}-${dayFirst[1]!.padStart(2, "0")}`);
  const dated = /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/i.exec(text);
  if (dated === null) return null;
  const [, date, time, zone] = dated;
  const day = calendarDay(date!);
  if (day === null || zone === undefined || readDay(date!)! * 86400 < FIRST_MOMENT + 86400) return day;
  const offset = zone.toUpperCase() === "Z" ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return dayText(londonDay(momentOf(`${date!}T${time!}${offset}`)));
}

function calendarDay(text: string): Day | null {
  return readDay(text) === undefined ? null : (text as Day);
}
