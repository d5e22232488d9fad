import type { Council } from "../rules/council.js";
import { editDistance } from "../shared/refuse.js";
import type { AlikeNote } from "./note.js";
import { type Path, pathText } from "./problem.js";
import { type Loose, loose, ruleSetsOf, versionsIn } from "./rule-sets.js";

/**
 * Where names that a council expects in one column of an export are nearly alike: one of them may be misspelt, and names are
 * compared letter by letter. Each at its first place. Names of one list are two on purpose.
 */
export function nameNotes(council: Council): AlikeNote[] {
  const all = namesIn(council);
  const places = new Map<string, Named>();
  for (const named of all) if (!places.has(keyOf(named))) places.set(keyOf(named), named);
  const lists = all.reduce((byList, { list, name }) => byList.set(list, (byList.get(list) ?? new Set()).add(name)), new Map<string, Set<string>>());
  const areMeantAsTwo = (one: Named, other: Named): boolean => [...lists.values()].some((names) => names.has(one.name) && names.has(other.name));
  const firsts = [...places.values()];
  return firsts.flatMap((one): AlikeNote[] => {
    const like = firsts.filter((other) => one.column === other.column && areNearlyAlike(one.name, other.name) && !areMeantAsTwo(one, other)).map(({ name }) => name);
    return like.length === 0 ? [] : [{ path: pathText(one.path), code: "named-nearly-alike", name: one.name, like }];
  });
}

/** A name that a column of an export is to have. */
interface Named {
  readonly column: string;
  readonly name: string;
  readonly path: Path;
  /** The list that it stands in. */
  readonly list: string;
}

function keyOf({ column, name }: Named): string {
  return JSON.stringify([column, name]);
}

function namesIn(council: Council): Named[] {
  const versions = ruleSetsOf(loose(council)).flatMap(({ path, own }) => versionsIn(own, path));
  return [...council.callTypes.map((name, i) => ({ column: "priority", name, path: ["callTypes", i], list: name })), ...versions.flatMap(({ path, version }) => namesBelow(version, path))];
}

const PLACES: { readonly [condition: string]: string } = { services: "service", lots: "lot", zones: "zone" };

/** The names in conditions of bands and incentives, and those of windows; in the choices of readings too. */
function namesBelow(value: unknown, path: Path): Named[] {
  if (typeof value !== "object" || value === null) return [];
  if (path.at(-1) === "when") return Object.entries(PLACES).flatMap(([condition, column]) => listed(column, (value as Loose)[condition], [...path, condition]));
  if (path.at(-1) === "windows" && Array.isArray(value)) return value.map((window, i) => ({ column: "planned_window", name: String(loose(window)["name"]), path: [...path, i, "name"], list: pathText([...path, i]) }));
  return (Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value)).flatMap(([step, item]) => namesBelow(item, [...path, step]));
}

function listed(column: string, names: unknown, path: Path): Named[] {
  return Array.isArray(names) ? names.map((name, i) => ({ column, name: String(name), path: [...path, i], list: pathText(path) })) : [];
}

/** Do two names differ in nothing but capitals, blanks and hyphens, or by one letter of a word that is long enough, or by two that changed places? */
export function areNearlyAlike(one: string, other: string): boolean {
  if (one === other) return false;
  const [mine, theirs] = [one, other].map((name) => name.toLowerCase().split(/[\s_-]+/).filter((word) => word !== "")) as [string[], string[]];
  if (joined(mine) === joined(theirs)) return true;
  if (mine.length !== theirs.length) return false;
  const [different, ...more] = mine.flatMap((word, i) => (word === theirs[i] ? [] : [[word, theirs[i]!] as const]));
  return different !== undefined && more.length === 0 && different.every(isWord) && (editDistance(...different) === 1 || areSwapped(...different));
}

/** Do two words differ by two neighbouring letters that changed places? */
function areSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return at !== -1 && one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other;
}

/** Words as one; but numbers that stand side by side stay two. */
function joined(words: readonly string[]): string {
  return words.reduce((all, word) => (/\d$/.test(all) && /^\d/.test(word) ? `${all} ${word}` : all + word), "");
}

/** Longer than "A", "NE" or "day", and no number, Roman or with digits. */
function isWord(word: string): boolean {
  return word.length > 3 && !/\d/.test(word) && !/^[ivx]+$/.test(word);
}
