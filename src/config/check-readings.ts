import { APPLIES } from "../rules/with-reading.js";
import { suggest } from "../shared/refuse.js";
import { type Path, type Problem, pathText } from "./problem.js";
import { type Loose, type LooseVersion, loose, ruleSetsOf, versionsIn } from "./rule-sets.js";

/** Readings that every council has, and none can name anew. */
const TAKEN: readonly string[] = [APPLIES, "repeated-hour"];

/**
 * Can every reading be taken and taken back? Its adopted choice says what the version says, of every field that another
 * choice sets; no two readings of a version set one field; and a name is one clause's only. Of data in any shape.
 */
export function checkReadings(council: Loose): Problem[] {
  return ruleSetsOf(council).flatMap(({ path, own }) => {
    const versions = versionsIn(own, path);
    // A contract's clauses stand beside those of the council that it does not have itself.
    const beside = path.length === 0 ? [] : versionsIn(council, []).filter(({ clause }) => !(clause in own));
    return [...versions.flatMap(checkVersion), ...checkNames(versions, beside)];
  });
}

function checkNames(versions: readonly LooseVersion[], beside: readonly LooseVersion[]): Problem[] {
  const clauseOf = new Map<string, string>();
  for (const { clause, version } of beside) for (const slug of Object.keys(loose(version["readings"]))) clauseOf.set(slug, clause);
  return versions.flatMap(({ clause, path, version }) =>
    Object.keys(loose(version["readings"])).flatMap((slug) => {
      const at = [...path, "readings", slug];
      if (TAKEN.includes(slug)) return [problem(at, "a name of its own", JSON.stringify(slug), "Every council has a reading of this name already: name it otherwise")];
      const other = clauseOf.get(slug) ?? clause;
      clauseOf.set(slug, other);
      return other === clause ? [] : [problem(at, "a name that no other clause's reading has", JSON.stringify(slug), `The clause ${other} has one of this name: name it otherwise`)];
    }),
  );
}

function checkVersion({ path, version }: LooseVersion): Problem[] {
  const setBy = new Map<string, string>();
  return Object.entries(loose(version["readings"])).flatMap(([slug, value]) => {
    const reading = loose(value);
    const at = [...path, "readings", slug];
    const choices = Object.entries(loose(reading["choices"])).map(([name, choice]) => ({ name, sets: settings(loose(choice)) }));
    const fields = [...new Set(choices.flatMap(({ sets }) => [...sets.keys()]))];
    return [
      ...checkAdopted(reading["adopted"], choices, fields, at, version),
      ...fields.flatMap((field) => {
        const other = setBy.get(field);
        setBy.set(field, other ?? slug);
        return other === undefined ? [] : [problem(at, "a field that no other reading of this version sets", JSON.stringify(field), `The reading ${JSON.stringify(other)} sets it too: make one reading of both`)];
      }),
    ];
  });
}

interface LooseChoice {
  readonly name: string;
  readonly sets: ReadonlyMap<string, unknown>;
}

/** What a choice sets; of a field for which it asks, the value is not known. */
function settings(choice: Loose): ReadonlyMap<string, unknown> {
  const asked = loose(choice["asks"])["field"];
  return new Map([...Object.entries(loose(choice["set"])), ...(typeof asked === "string" ? [[asked, ASKED] as const] : [])]);
}

const ASKED = Symbol("asked of the caller");

function checkAdopted(adopted: unknown, choices: readonly LooseChoice[], fields: readonly string[], at: Path, version: Loose): Problem[] {
  if (typeof adopted !== "string" || choices.length === 0) return [];
  const choice = choices.find(({ name }) => name === adopted);
  if (choice === undefined) {
    const names = choices.map(({ name }) => name);
    return [problem([...at, "adopted"], `one of its choices: ${names.join(", ")}`, JSON.stringify(adopted), suggest(adopted, names))];
  }
  return fields.flatMap((field) => {
    const place = [...at, "choices", adopted, "set", field];
    // What the version does not have, its adopted choice cannot say.
    if (!choice.sets.has(field)) return field in version ? [problem(place, "the version's own value, so that the adopted choice can be taken after another", "nothing", `Add ${JSON.stringify(field)}`)] : [];
    const value = choice.sets.get(field);
    if (value === ASKED || same(value, version[field])) return [];
    return [problem(place, "the version's own value, since this choice is the adopted one", "another", `Make the two agree: the version's ${JSON.stringify(field)} is what is applied`)];
  });
}

/** Do two pieces of JSON data say the same, whatever the order of their keys? */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [Object.keys(one), Object.keys(other)];
  return mine.length === theirs.length && mine.every((key) => key in other && same((one as Loose)[key], (other as Loose)[key]));
}

function problem(path: Path, expected: string, got: string, todo: string): Problem {
  return { path: pathText(path), expected, got, do: todo };
}
