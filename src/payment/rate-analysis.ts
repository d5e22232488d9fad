import { type DecimalText, dividedBy, exactText, fraction } from "../shared/exact.js";
import { compare, plus } from "../shared/fractions.js";
import { DAY, HOUR, MINUTE } from "../shared/moment.js";
import { NO_KIND } from "./day-kind.js";
import type { BandedRateTerms } from "./rate-bands.js";
import { type CompiledConditions, type Miles, type RateConditions, type RateFacts, compileConditions, holds } from "./rate-conditions.js";

/**
 * A part of what a council's bands are about, all of which is answered alike. A condition that no band has is absent;
 * services, lots and zones are those that some band names.
 */
export interface RateCell {
  readonly service?: string;
  readonly lot?: string;
  readonly zone?: string;
  /** So many carers required; or so many and any number more. */
  readonly carersRequired?: number | { readonly from: number };
  /** One distance, or all between two (neither included). */
  readonly miles?: { readonly at: DecimalText } | { readonly over: DecimalText; readonly under: DecimalText | "open" };
  /** A kind of day by its name; `null` for days of none of them. */
  readonly day?: string | null;
  /** `HH:MM-HH:MM`, the first included and the last not. */
  readonly hours?: string;
  /** The bands that hold there: none in a hole, several in an overlap. */
  readonly bands: readonly string[];
}

/**
 * For which visits have the bands no rate? Exact: bands can only change at their own limits, so one witness from each part
 * between them is all there is. Empty where a band is for everything else.
 *
 * @example
 * ```ts
 * const hourly = { kind: "hourly", pounds: "20.00" };
 * const bands = [{ name: "day", when: { hours: "07:00-20:00" }, price: hourly }, { name: "evening", when: { hours: "20:00-23:00" }, price: hourly }];
 * rateHoles({ dayKinds: [], bands });
 * // => [{ hours: "23:00-07:00", bands: [] }]
 * ```
 */
export function rateHoles(terms: Pick<BandedRateTerms, "dayKinds" | "bands">): RateCell[] {
  if (terms.bands.some(({ when }) => when === "otherwise")) return [];
  return joined(cellsOf(terms).filter(({ bands }) => bands.length === 0));
}

/**
 * For which visits have the bands several rates? There is none then until a reading decides.
 *
 * @example
 * ```ts
 * const hourly = { kind: "hourly", pounds: "20.00" };
 * const bands = [{ name: "near", when: { miles: { from: "0", to: "3" } }, price: hourly }, { name: "far", when: { miles: { from: "3", to: "open" } }, price: hourly }];
 * rateOverlaps({ dayKinds: [], bands });
 * // => [{ miles: { at: "3" }, bands: ["near", "far"] }]
 * ```
 */
export function rateOverlaps(terms: Pick<BandedRateTerms, "dayKinds" | "bands">): RateCell[] {
  return joined(cellsOf(terms).filter(({ bands }) => bands.length > 1));
}

/** One part of one condition: how it is shown, and a witness of it. */
interface Part {
  readonly shown: Omit<RateCell, "bands">;
  readonly facts: Partial<RateFacts>;
  readonly dayKind?: number;
  readonly second?: number;
}

const ALL: Part = { shown: {}, facts: {} };

function cellsOf({ dayKinds, bands }: Pick<BandedRateTerms, "dayKinds" | "bands">): RateCell[] {
  const names = dayKinds.map(({ name }) => name);
  const conditions: { name: string; when: CompiledConditions }[] = [];
  const whens: RateConditions[] = [];
  for (const { name, when } of bands) {
    if (when === "otherwise") continue;
    whens.push(when);
    conditions.push({ name, when: compileConditions(name, when, names) });
  }
  const listed = <Value>(of: (when: RateConditions) => readonly Value[] | undefined, part: (value: Value) => Part): Part[] => {
    const values = [...new Set(whens.flatMap((when) => of(when) ?? []))];
    return values.length === 0 ? [ALL] : values.map(part);
  };
  const weekdays = new Set(dayKinds.flatMap(({ on }) => (on.kind === "weekdays" ? on.weekdays : [])));
  const kinds = weekdays.size === 7 ? names : [...names, null];
  const conditioned: readonly (readonly Part[])[] = [
    listed((when) => when.services, (service) => ({ shown: { service }, facts: { service } })),
    listed((when) => when.lots, (lot) => ({ shown: { lot }, facts: { lot } })),
    listed((when) => when.zones, (zone) => ({ shown: { zone }, facts: { zone } })),
    carersParts(whens.flatMap((when) => when.carersRequired ?? [])),
    milesParts(whens.flatMap((when) => (when.miles === undefined ? [] : [when.miles]))),
    whens.some((when) => when.days !== undefined) ? kinds.map((day, i) => ({ shown: { day }, facts: {}, dayKind: day === null ? NO_KIND : i })) : [ALL],
    hourParts(conditions.flatMap(({ when }) => (when.hours === null ? [] : [when.hours.from, when.hours.to]))),
  ];
  return productOf(conditioned).map((parts) => {
    const facts: RateFacts = Object.assign({ carersRequired: 1 }, ...parts.map((part) => part.facts));
    const dayKind = parts.find((part) => part.dayKind !== undefined)?.dayKind ?? NO_KIND;
    const second = parts.find((part) => part.second !== undefined)?.second ?? 0;
    const shown: Omit<RateCell, "bands"> = Object.assign({}, ...parts.map((part) => part.shown));
    return { ...shown, bands: conditions.filter(({ when }) => holds(when, facts, dayKind, second) === true).map(({ name }) => name) };
  });
}

function productOf(conditioned: readonly (readonly Part[])[]): Part[][] {
  return conditioned.reduce<Part[][]>((cells, parts) => cells.flatMap((cell) => parts.map((part) => [...cell, part])), [[]]);
}

/** Every number up to the last that is named, and all above it, which no band tells apart. */
function carersParts(named: readonly number[]): Part[] {
  if (named.length === 0) return [ALL];
  const above = Math.max(...named) + 1;
  const each = Array.from({ length: above - 1 }, (_, i): Part => ({ shown: { carersRequired: i + 1 }, facts: { carersRequired: i + 1 } }));
  return [...each, { shown: { carersRequired: { from: above } }, facts: { carersRequired: above } }];
}

/** Every limit by itself, and what lies between two of them. */
function milesParts(miles: readonly Miles[]): Part[] {
  if (miles.length === 0) return [ALL];
  const limits = miles.flatMap((limit): DecimalText[] => ["from" in limit ? limit.from : limit.over, "under" in limit ? limit.under : limit.to]).filter((limit) => limit !== "open");
  const known = ["0", ...limits].sort(byMiles).filter((limit, i, all) => i === 0 || byMiles(limit, all[i - 1]!) !== 0);
  return known.flatMap((at, i): Part[] => {
    const next = known[i + 1];
    const between = next === undefined ? `1${at}` : exactText(dividedBy(plus(fraction(at, "miles"), fraction(next, "miles")), 2n), 0); // a digit in front is more
    return [
      { shown: { miles: { at } }, facts: { miles: at } },
      { shown: { miles: { over: at, under: next ?? "open" } }, facts: { miles: between } },
    ];
  });
}

function byMiles(a: DecimalText, b: DecimalText): number {
  return compare(fraction(a, "miles"), fraction(b, "miles"));
}

function hourParts(limits: readonly number[]): Part[] {
  if (limits.length === 0) return [ALL];
  const known = [...new Set([0, ...limits, DAY])].sort((a, b) => a - b);
  return known.slice(0, -1).map((from, i) => ({ shown: { hours: `${clock(from)}-${clock(known[i + 1]!)}` }, facts: {}, second: from }));
}

function clock(second: number): string {
  return [second / HOUR, (second / MINUTE) % 60].map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
}

/** Hours that follow each other and are answered alike, as one stretch; over midnight too. */
function joined(cells: readonly RateCell[]): RateCell[] {
  const alike = new Map<string, { readonly cell: RateCell; readonly hours: [from: string, to: string][] }>();
  for (const cell of cells) {
    const key = JSON.stringify({ ...cell, hours: "" });
    let group = alike.get(key);
    if (group === undefined) alike.set(key, (group = { cell, hours: [] }));
    if (cell.hours === undefined) continue;
    const [from, to] = cell.hours.split("-") as [string, string];
    const last = group.hours.at(-1);
    if (last?.[1] === from) last[1] = to;
    else group.hours.push([from, to]);
  }
  return [...alike.values()].flatMap(({ cell, hours }): RateCell[] => {
    if (hours.length === 0) return [cell];
    const night = hours.length > 1 && hours[0]![0] === "00:00" && hours.at(-1)![1] === "24:00" ? hours.shift()! : null;
    if (night !== null) hours.at(-1)![1] = night[1];
    return hours.map(([from, to]) => ({ ...cell, hours: `${from}-${to}` }));
  });
}
