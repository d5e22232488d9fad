import { counted, exactly, listed, quoted } from "../shared/words.js";
import type { RateCell } from "./rate-analysis.js";

/** A part of what bands of rates are about, and the bands that hold there: none, one or several. */
export function rateCellWords(cell: RateCell): string {
  return `Visits${conditionsOf(cell).map((condition) => ` ${condition}`).join(",")}: ${heldWords(cell.bands)}.`;
}

function conditionsOf({ service, lot, zone, carersRequired, miles, day, hours }: RateCell): string[] {
  const [from, to] = hours?.split("-") ?? [];
  return [
    ...(service === undefined ? [] : [`of the service ${quoted(service)}`]),
    ...(lot === undefined ? [] : [`in lot ${quoted(lot)}`]),
    ...(zone === undefined ? [] : [`in zone ${quoted(zone)}`]),
    ...(carersRequired === undefined ? [] : [typeof carersRequired === "number" ? `for ${counted(carersRequired, "carer")}` : `for ${counted(carersRequired.from, "carer")} or more`]),
    ...(miles === undefined ? [] : [milesWords(miles)]),
    ...(day === undefined ? [] : [day === null ? "on days of none of the kinds named" : `on days of the kind ${quoted(day)}`]),
    ...(from === undefined ? [] : [`from ${from} (included) to ${to!} (excluded)`]),
  ];
}

function milesWords(miles: NonNullable<RateCell["miles"]>): string {
  if ("at" in miles) return `at exactly ${exactly(miles.at, "mile")}`;
  return miles.under === "open" ? `over ${exactly(miles.over, "mile")} away` : `over ${miles.over} and under ${exactly(miles.under, "mile")} away`;
}

function heldWords(bands: readonly string[]): string {
  if (bands.length === 0) return "no band holds them, so they have no rate";
  return bands.length === 1 ? `the band ${quoted(bands[0]!)} holds them` : `${bands.length} bands hold them at once, ${listed(bands.map(quoted))}, so they have no rate until a reading decides`;
}
