import type { AnyClauseName } from "../rules/council.js";
import { exactText, fraction } from "../shared/exact.js";
import { sumOf } from "../shared/fractions.js";
import type { Path } from "./problem.js";
import { type Loose, loose, looseList } from "./rule-sets.js";

/** A part of terms, one of a list or record or a field, and the terms with something harmless in its place. */
export interface Part {
  readonly at: Path;
  /** `null`: nothing can stand in its place without being a mistake of its own. */
  readonly without: () => Loose | null;
}

/** What stands in the place of a part: `TAKEN_OUT` for nothing, `CANNOT` where nothing can. */
type StandIn = (part: unknown, key: number | string, all: readonly unknown[]) => unknown;
const TAKEN_OUT = Symbol("taken out");
const CANNOT = Symbol("nothing can stand there");

/**
 * The parts of a clause's terms that can be set aside, by where they stand, each with what stands there instead. That must
 * never be refused where another part is not: it keeps the name by which others speak of it, and asks nothing.
 */
const STAND_INS: { readonly [C in AnyClauseName]?: { readonly [under: string]: StandIn } } = {
  rate: {
    bands: (band, key, all) => spokenOf(band, key, all, (name) => ({ name, when: isFirstOtherwise(band, all) ? "otherwise" : {}, price: { kind: "hourly", pounds: "0" } })),
    dayKinds: (kind, key, all) => spokenOf(kind, key, all, (name) => ({ name, on: { kind: "days", days: A_WEEK_LONG_AGO } })),
  },
  incentive: { incentives: (one, key, all) => ({ name: nameOf(one, key, all) ?? unnamed(key), when: {}, for: "visit", pounds: "0" }) },
  scorecard: {
    measures: (one, key, all) => ({ name: nameOf(one, key, all) ?? unnamed(key), goal: null, weight: isWeight(loose(one)["weight"]) ? loose(one)["weight"] : "1", scores: "share" }),
    grades: (one) => ({ grade: loose(one)["grade"], from: "0", fromLimit: "included", to: "1", toLimit: "included" }),
  },
  visitLength: { rules: (one, key, all) => ({ id: nameOf(one, key, all) ?? unnamed(key), limit: { kind: "at-least", minutes: 1 }, askedWhen: [], unless: [], breach: "error" }) },
  paidMinutes: { rows: () => NOTHING_FOR_NOTHING, filling: () => NOTHING_FOR_NOTHING },
  continuity: { rows: () => NOTHING_FOR_NOTHING, "": (_value, field) => ({ factor: "0", roundTo: 1 })[field as string] ?? CANNOT },
  // A window for no call type overlaps none.
  punctuality: { callTypes: () => null, "windows.windows": (window, key, all) => ({ name: nameOf(window, key, all) ?? unnamed(key), from: "00:00", fromLimit: "included", to: "24:00", toLimit: "included", callTypes: [] }) },
  undelivered: { outcomes: () => PAYS_NOTHING, "": (_pay, field) => (["unexplained", "pastThreshold", "tooFewCarers"].includes(field as string) ? PAYS_NOTHING : CANNOT) },
  basis: { "": (_value, field) => ({ basis: "actual", surplusCarers: "earliest", least: TAKEN_OUT, most: "no-limit" })[field as string] ?? CANNOT },
};

const NOTHING_FOR_NOTHING = { from: 0, to: 0, becomes: 0 };
const PAYS_NOTHING = { kind: "nothing" };
/** Monday to Sunday, so that some day is of the kind unless the kinds before it hold every day of the week. */
const A_WEEK_LONG_AGO = ["1900-01-01", "1900-01-02", "1900-01-03", "1900-01-04", "1900-01-05", "1900-01-06", "1900-01-07"];

/** The part of a clause's terms in which a place is; `null` where it is in none that can be set aside. */
export function partAt(clause: AnyClauseName, place: Path, terms: Loose): Part | null {
  for (const [under, standIn] of Object.entries(STAND_INS[clause] ?? {})) {
    const above = stepsIn(under);
    const key = place[above.length];
    if (key === undefined || above.some((step, i) => place[i] !== step)) continue;
    return { at: place.slice(0, above.length + 1), without: () => withStandIn(clause, terms, above, key, standIn) };
  }
  return null;
}

/** All parts of a clause's terms, those inside a field before the field. */
export function partsOf(clause: AnyClauseName, terms: Loose): Part[] {
  return Object.keys(STAND_INS[clause] ?? {}).flatMap((under) => {
    const above = stepsIn(under);
    const holder = heldAt(terms, above);
    const keys = Array.isArray(holder) ? holder.map((_, i) => i) : Object.keys(loose(holder));
    return keys.flatMap((key) => partAt(clause, [...above, key], terms) ?? []);
  });
}

function stepsIn(under: string): string[] {
  return under === "" ? [] : under.split(".");
}

function heldAt(terms: Loose, above: readonly string[]): unknown {
  return above.reduce<unknown>((value, step) => loose(value)[step], terms);
}

function withStandIn(clause: AnyClauseName, terms: Loose, above: readonly string[], key: number | string, standIn: StandIn): Loose | null {
  const holder = heldAt(terms, above);
  const value = standIn((holder as Readonly<Record<number | string, unknown>>)[key], key, looseList(holder));
  if (value === CANNOT) return null;
  const changed = replaced(terms, [...above, key], value) as Loose;
  if (clause === "scorecard") return { ...changed, ...totalOf(terms, changed) };
  // Whether a call type has a window is not known while one of them is set aside.
  if (clause === "punctuality" && above[0] === "windows") return { ...changed, callTypes: Object.fromEntries(Object.entries(loose(terms["callTypes"])).map(([name, limits]) => [name, limits === "windows-only" ? null : limits])) };
  return changed;
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === step ? replaced(item, rest, by) : item));
  const others = Object.entries(loose(value)).filter(([key]) => key !== step);
  return Object.fromEntries(rest.length === 0 && by === TAKEN_OUT ? others : [...others, [step, replaced(loose(value)[step], rest, by)]]);
}

/** Whether weights add up is not known where one of them is none: then they do. */
function totalOf({ measures }: Loose, changed: Loose): Loose {
  if (looseList(measures).every((one) => isWeight(loose(one)["weight"]))) return {};
  const weights = looseList(changed["measures"]).map((one) => loose(one)["weight"]).filter(isWeight);
  return { weightsTotal: exactText(sumOf(weights.map((weight) => fraction(weight, "weight"))), 0) };
}

function isWeight(weight: unknown): weight is string {
  return typeof weight === "string" && /^\d+(\.\d+)?$/.test(weight) && /[1-9]/.test(weight);
}

/** A part of which others speak by its name, and so must have one. */
function spokenOf(part: unknown, key: number | string, all: readonly unknown[], standIn: (name: string) => object): unknown {
  const name = nameOf(part, key, all);
  return name === null ? CANNOT : standIn(name);
}

/** The name of a part, or another where one before it has that; `null` where it has no name that is text. */
function nameOf(part: unknown, key: number | string, all: readonly unknown[]): string | null {
  const own = (one: unknown): unknown => loose(one)["name"] ?? loose(one)["id"];
  const name = own(part);
  if (typeof name !== "string") return null;
  return all.slice(0, Number(key)).some((before) => own(before) === name) ? unnamed(key) : name;
}

/** A sentence that lists names, without those that nobody gave. */
export function withoutStandIns(sentence: string): string {
  return sentence.replace(/, \0\d+/g, "");
}

/** A name that nobody gives. */
function unnamed(key: number | string): string {
  return `\0${key}`;
}

function isFirstOtherwise(band: unknown, all: readonly unknown[]): boolean {
  return all.find((one) => loose(one)["when"] === "otherwise") === band;
}
