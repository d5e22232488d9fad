import { londonDay, londonMoment, londonSecondOfDay } from "../shared/london.js";
import { DAY, HOUR, MINUTE, type Moment, asMoment } from "../shared/moment.js";
import type { VisitFacts } from "../visit/visit.js";
import type { UnpaidReason } from "./basis.js";
import { dayKindOn } from "./day-kind.js";
import type { CompiledBand, CompiledBands, CompiledPrice } from "./rate.js";
import { type RateFacts, holds } from "./rate-conditions.js";

/** What a stretch of paid time costs by bands, or why it has no price. */
export type Priced =
  | { readonly kind: "priced"; readonly units: number; /** In the order of time; one part unless the visit is split. */ readonly parts: readonly PricedPart[] }
  | { readonly kind: "unpriced"; readonly reason: UnpaidReason };

/** The part of a line that lies in one band. */
export interface PricedPart {
  readonly band: string;
  /** Seconds of the paid minutes in it. */
  readonly seconds: number;
  readonly units: number;
}

/** The time of a line that is priced: where it lies, and how many minutes of it are paid. */
export interface TimeToPrice {
  readonly from: Moment;
  readonly to: Moment;
  readonly minutesPaid: number;
}

/** What bands look at in a visit. */
export type VisitToPrice = RateFacts & Pick<VisitFacts, "plannedStart" | "plannedEnd">;

/** What do the paid minutes of a line cost by the council's bands? */
export function priceByBands(line: TimeToPrice, visit: VisitToPrice, rate: CompiledBands): Priced {
  const touched = bandsOf(line, visit, rate);
  if (typeof touched === "string") return { kind: "unpriced", reason: touched };
  if (rate.across === "split") {
    const end = touched[0]!.from + line.minutesPaid * MINUTE;
    const parts = touched.map(({ from, band }, i): PricedPart => {
      const seconds = (touched[i + 1]?.from ?? end) - from;
      // Prices that are split have whole units a second, and none is by length.
      return { band: band.name, seconds, units: (unitsFor(1, band.price)! / MINUTE) * seconds };
    });
    return { kind: "priced", units: parts.reduce((sum, { units }) => sum + units, 0), parts };
  }
  let best: PricedPart | null = null;
  for (const { band } of touched) {
    const units = unitsFor(line.minutesPaid, band.price);
    if (units === null) return { kind: "unpriced", reason: "no-price-for-length" };
    if (best === null || units > best.units) best = { band: band.name, seconds: line.minutesPaid * MINUTE, units };
  }
  return { kind: "priced", units: best!.units, parts: [best!] };
}

/** The bands that a line reaches, one after another, from the moment on that each begins in it; or why there is not one everywhere. */
export function bandsOf(line: TimeToPrice, visit: VisitToPrice, rate: CompiledBands): readonly { readonly from: Moment; readonly band: CompiledBand }[] | UnpaidReason {
  const planned = rate.times === "planned";
  const from = planned ? visit.plannedStart : line.from;
  if (from === null) return "no-planned-time";
  // By its start alone, an end need not be known.
  const end = rate.across === "by-start" ? from : rate.across === "split" ? asMoment(from + line.minutesPaid * MINUTE) : planned ? visit.plannedEnd : line.to;
  if (end === null) return "no-planned-time";
  const stretches: { from: Moment; band: CompiledBand }[] = [];
  for (const at of [from, ...cutsBetween(from, end, rate)]) {
    const band = bandAt(visit, dayKindOn(londonDay(at), rate.dayKinds), londonSecondOfDay(at), rate);
    if (typeof band === "string") return band;
    if (band !== stretches.at(-1)?.band) stretches.push({ from: at, band });
  }
  return stretches;
}

/** The units of minutes paid at one price; `null` when the price has none, or several, for that length. */
export function unitsFor(minutesPaid: number, price: CompiledPrice): number | null {
  if (price.kind === "hourly") return minutesPaid * price.unitsPerMinute;
  const holding = price.lengths.filter(({ from, to }) => from <= minutesPaid && minutesPaid <= to);
  if (holding.length === 0 && price.otherwise !== null) return unitsFor(minutesPaid, price.otherwise);
  return holding.length === 1 ? holding[0]!.units : null;
}

/** The moments strictly inside a stretch at which a band may begin or end: the boundaries of each day, and where the clocks change. */
function cutsBetween(from: Moment, to: Moment, { boundaries }: CompiledBands): Moment[] {
  const cuts = new Set<Moment>();
  for (let day = londonDay(from); day <= londonDay(to); day++) {
    cuts.add(asMoment(day * DAY + HOUR));
    for (const second of boundaries) {
      cuts.add(londonMoment(day * DAY + second, "earlier"));
      cuts.add(londonMoment(day * DAY + second, "later"));
    }
  }
  return [...cuts].filter((at) => at > from && at < to).sort((a, b) => a - b);
}

/** The one band that holds for a visit at a second of a day of a kind, or why there is not one. */
function bandAt(visit: RateFacts, dayKind: number, secondOfDay: number, { bands, otherwise }: CompiledBands): CompiledBand | UnpaidReason {
  let found: CompiledBand | null = null;
  let several = false;
  let unknown: UnpaidReason | null = null;
  for (const band of bands) {
    const answer = holds(band.when!, visit, dayKind, secondOfDay);
    if (answer === false) continue;
    if (answer !== true) unknown ??= answer;
    else if (found === null) found = band;
    else several = true;
  }
  if (several) return "several-rates";
  return unknown ?? found ?? otherwise ?? "no-rate";
}
