import { type NamedWindowTerms, windowGaps, windowOverlaps } from "../assessment/named-windows.js";
import { continuityHoles } from "../continuity/standard.js";
import { type Dated, firstNumber, lastNumber } from "../contract/clause.js";
import { type Row, type Stretch, gapsOf, overlapsOf } from "../contract/rows.js";
import { type PaidMinutesTerms, holesIn, overlapsIn } from "../payment/paid-minutes.js";
import { type RateCell, rateHoles, rateOverlaps } from "../payment/rate-analysis.js";
import type { RateBand } from "../payment/rate-bands.js";
import type { RateTerms } from "../payment/rate.js";
import { type GradeBand, gradeHoles } from "../performance/grade.js";
import type { AnyClauseName, Clauses, Council } from "../rules/council.js";
import { daysText } from "./check-days.js";
import { type Path, pathText } from "./problem.js";
import { EVERY_CLAUSE, loose, ruleSetsOf, versionsIn } from "./rule-sets.js";

/** Something that a sound council leaves without an answer, or answers more than once: there, results cannot be determined. */
export interface LeftOpen {
  readonly path: string;
  readonly code: "no-version" | "no-binding-version" | "no-window" | "several-windows" | "no-row" | "several-rows" | "no-rate" | "several-rates" | "no-price" | "several-prices" | "no-grade" | "several-grades";
  /** Which days, times of the day, minutes, visits, scores or conditions: `"56"`, `"120 on"`, `"23:00 to 24:00"`. */
  readonly where: string;
}

type Versions = { readonly [C in AnyClauseName]: NonNullable<Clauses[C]>["versions"][number] };
type Open = readonly [LeftOpen["code"], string];

/** What does a council that is sound leave open? Exact: tables, windows and bands are compared at their ends. */
export function leftOpen(council: Council): LeftOpen[] {
  return ruleSetsOf(loose(council)).flatMap(({ path, own }) => {
    const at = (place: Path, open: readonly Open[]): LeftOpen[] => open.map(([code, where]) => ({ path: pathText(place), code, where }));
    return [
      ...EVERY_CLAUSE.flatMap((clause) => at([...path, clause, "versions"], openDays((own as Clauses)[clause]?.versions ?? []))),
      ...versionsIn(own, path).flatMap(({ clause, path: place, version }) => at(place, OPEN_IN[clause]?.(version as unknown as never) ?? [])),
    ];
  });
}

/** What the terms of a clause leave open by themselves. */
const OPEN_IN: { readonly [C in AnyClauseName]?: (terms: Versions[C]) => readonly Open[] } = {
  punctuality: ({ windows }) => (windows === undefined || windows.timed === "planned-start" ? [] : openTimes(windows)),
  paidMinutes: (terms: PaidMinutesTerms) => openStretches(holesIn(terms), overlapsIn(terms)),
  rate: openRates,
  continuity: (terms) => (terms.kind === "table" ? openVisits(terms.rows) : []),
  scorecard: ({ grades }) => openScores(grades),
};

/** The days between versions that bind, and those after them of a version that binds nobody. Two on one day are no hole but a problem: see `checkDays`. */
function openDays(versions: readonly Dated[]): Open[] {
  const binding = versions.filter(({ authority }) => authority === "agreed" || authority === "trial").toSorted((a, b) => firstNumber(a) - firstNumber(b));
  const between = binding.slice(1).flatMap((version, i): Open[] => {
    const [before, first] = [lastNumber(binding[i]!), firstNumber(version)];
    return first > before + 1 ? [["no-version", daysText(before + 1, first - 1)]] : [];
  });
  const last = Math.max(...binding.map(lastNumber));
  const isFollowed = binding.length > 0 && versions.some((version) => lastNumber(version) > last);
  return [...between, ...(isFollowed ? [["no-binding-version", daysText(last + 1, Infinity)] as const] : [])];
}

function openTimes({ windows, gap, overlap }: NamedWindowTerms): Open[] {
  return [
    ...(gap === "undetermined" ? windowGaps(windows).map(({ from, to }): Open => ["no-window", `${from} to ${to}`]) : []),
    ...(overlap === "undetermined" ? windowOverlaps(windows).map(({ from, to }): Open => ["several-windows", from === to ? from : `${from} to ${to}`]) : []),
  ];
}

function openStretches(gaps: readonly Stretch[], overlaps: readonly Stretch[]): Open[] {
  return [...gaps.map((gap): Open => ["no-row", stretchText(gap)]), ...overlaps.map((overlap): Open => ["several-rows", stretchText(overlap)])];
}

function stretchText({ from, to }: Stretch): string {
  return to === "open" ? `${from} on` : from === to ? String(from) : `${from} to ${to}`;
}

function openVisits(rows: readonly Row[]): Open[] {
  const { gaps, overlaps } = continuityHoles(rows);
  return openStretches(gaps, overlaps);
}

function openRates(terms: RateTerms): Open[] {
  if (terms.kind === "one-rate") return openHours(terms.hours);
  const words = ({ bands, ...cell }: RateCell): string => {
    const where = cellWords(cell);
    return [where.length === 0 ? "every visit" : where.join(", "), ...(bands.length === 0 ? [] : [`in ${bands.join(" and ")}`])].join(", ");
  };
  return [...rateHoles(terms).map((cell): Open => ["no-rate", words(cell)]), ...rateOverlaps(terms).map((cell): Open => ["several-rates", words(cell)]), ...terms.bands.flatMap(openLengths)];
}

/** The hours outside those of one rate: what `rateHoles` says of bands. */
function openHours(hours: string): Open[] {
  if (hours === "every") return [];
  const [from, to] = hours.split("-") as [string, string];
  if (from === "00:00" && to === "24:00") return [];
  return [["no-rate", `hours ${to === "24:00" ? "00:00" : to}-${from === "00:00" ? "24:00" : from}`]];
}

function cellWords({ service, lot, zone, carersRequired, miles, day, hours }: Omit<RateCell, "bands">): string[] {
  const said = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [`${name} ${value}`]);
  return [
    ...said("service", service),
    ...said("lot", lot),
    ...said("zone", zone),
    ...(carersRequired === undefined ? [] : said("carersRequired", typeof carersRequired === "number" ? String(carersRequired) : `${carersRequired.from} or more`)),
    ...(miles === undefined ? [] : said("miles", "at" in miles ? miles.at : `over ${miles.over}${miles.under === "open" ? "" : ` and under ${miles.under}`}`)),
    ...(day === null ? ["days of no kind"] : said("day", day)),
    ...said("hours", hours),
  ];
}

/** Lengths that a price by length leaves without a price, or gives several. */
function openLengths({ name, price }: RateBand): Open[] {
  if (price.kind !== "by-length") return [];
  const words = (stretch: Stretch): string => `${stretchText(stretch)} minutes in ${name}`;
  const gaps = price.otherwise === undefined ? gapsOf(price.lengths).filter(({ to }) => to !== 0) : [];
  return [...gaps.map((gap): Open => ["no-price", words(gap)]), ...overlapsOf(price.lengths).map((overlap): Open => ["several-prices", words(overlap)])];
}

function openScores(grades: readonly GradeBand[]): Open[] {
  if (grades.length === 0) return [];
  const { gaps, overlaps } = gradeHoles(grades);
  const words = ({ from, to }: { readonly from: string; readonly to: string }): string => (from === to ? from : `${from} to ${to}`);
  return [...gaps.map((gap): Open => ["no-grade", words(gap)]), ...overlaps.map((overlap): Open => ["several-grades", words(overlap)])];
}
