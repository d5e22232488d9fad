import type { Path } from "./problem.js";
import { type Loose, loose } from "./rule-sets.js";

/** A value in terms, and where it stands. */
interface Placed {
  readonly path: Path;
  readonly value: unknown;
}

/**
 * Where in its terms is what a rule refused? Its sentence says what was expected and what came: the place is inside what it
 * names in quotes, where the value stands once that came; else at the field that it names. Empty: the terms as a whole.
 */
export function placeOf(expected: string, got: string, terms: Loose): Path {
  const all = placed(terms);
  const named = all.filter(({ path, value }) => isNamedIn(expected, value) && (path[0] !== "bands" || !isOfDayKind(expected)) && (path[0] !== "dayKinds" || isOfDayKind(expected)));
  const within = named.length === 1 ? named[0]! : { path: [], value: terms };
  const inside = all.filter(({ path }) => path.length > within.path.length && within.path.every((step, i) => path[i] === step));
  const dotted = /^\S*?([A-Za-z]+(?:\.[A-Za-z-]+)+)/.exec(expected)?.[1]?.split(".");
  const spelt = inside.find(({ path }) => dotted !== undefined && path.join(".") === dotted.join("."));
  if (spelt !== undefined) return spelt.path;
  const row = inside.find(({ value }) => rowText(value) === got);
  if (row !== undefined) return row.path;
  const came = WORDS.includes(got) ? [] : inside.filter(({ value }) => JSON.stringify(value) === got);
  if (came.length === 1) return came[0]!.path;
  const ofEach = /^(each|every|only one)\b/.test(expected) ? eachOf(expected, got, inside) : [];
  if (ofEach.length > 0) return (ofEach[1] ?? ofEach[0]!).path;
  const fields = [...new Set(expected.match(/[A-Za-z]+/g))].flatMap((word) => inside.filter(({ path }) => path.at(-1) === word).toSorted((a, b) => a.path.length - b.path.length).slice(0, 1));
  return (oddOne(fields, expected) ?? fields[0] ?? within).path;
}

/** What rules say came where nothing of the terms did. */
const WORDS: readonly string[] = ['"none"', '"several"', '"incentives"'];

/** Bands of rates and kinds of day may have the same names. */
function isOfDayKind(sentence: string): boolean {
  return sentence.includes("the day kind");
}

/** Of what each of a list is to have alone, those that have it: of two, the second is one too many. */
function eachOf(expected: string, got: string, inside: readonly Placed[]): Placed[] {
  const alone = /^only one\b.* (".*")/.exec(expected)?.[1];
  const have = inside.filter(({ path, value }) => JSON.stringify(value) === (alone ?? got) && (alone !== undefined || OWN_NAMES.includes(String(path.at(-1)))));
  const listed = have.filter(({ path }) => expected.includes(String(path.at(-3))));
  return listed.length > 0 ? listed : have;
}

const OWN_NAMES: readonly string[] = ["name", "id", "grade"];

/** What stands in a version beside its terms. */
const APART: readonly string[] = ["readings", "source", "alsoSee"];

function placed(value: unknown, path: Path = []): Placed[] {
  if (typeof value !== "object" || value === null) return [];
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value);
  return entries.filter(([step]) => !APART.includes(String(step))).flatMap(([step, item]) => [{ path: [...path, step], value: item }, ...placed(item, [...path, step])]);
}

/** A row as rules say it. */
function rowText(value: unknown): string | null {
  const { from, to, becomes } = loose(value);
  return from === undefined || becomes === undefined ? null : JSON.stringify(`${String(from)} to ${String(to)} becomes ${String(becomes)}`);
}

/** Is this the thing whose own name a sentence has in quotes? */
function isNamedIn(sentence: string, value: unknown): boolean {
  return OWN_NAMES.some((key) => typeof loose(value)[key] === "string" && sentence.includes(JSON.stringify(loose(value)[key])));
}

/** Of fields that are to go together, the one that says another thing than the rest. */
function oddOne(fields: readonly Placed[], expected: string): Placed | undefined {
  const [said, unsaid] = [true, false].map((is) => fields.filter(({ value }) => typeof value !== "object" && expected.includes(JSON.stringify(value)) === is)) as [Placed[], Placed[]];
  return fields.length < 3 ? undefined : said.length === 1 ? said[0] : unsaid.length === 1 ? unsaid[0] : undefined;
}
