import * as fc from "fast-check";
import { expect, it } from "vitest";
import { leicesterTimeBank } from "../../src/councils/leicester-time-bank.js";
import { leicester } from "../../src/councils/leicester.js";
import { parseCouncil } from "../../src/config/index.js";
import { type Path, pathText, valueAt } from "../../src/config/problem.js";
import { councils } from "./arbitrary-council.ts";

type Json = { [key: string | number]: unknown };

/** Every place in JSON data but the whole. */
function placesIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const path = [...above, Array.isArray(value) ? Number(key) : key];
    return [path, ...placesIn(item, path)];
  });
}

const MUTATIONS: { readonly [name: string]: (parent: Json, key: string | number) => string | number } = {
  "a key taken out": (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
    return key;
  },
  "a key misspelt": (parent, key) => {
    if (Array.isArray(parent)) return MUTATIONS["a number in its place"]!(parent, key);
    const misspelt = `${key}s`;
    parent[misspelt] = parent[key];
    delete parent[key];
    return misspelt;
  },
  "a number in its place": (parent, key) => ((parent[key] = -7.5), key),
  "text in its place": (parent, key) => ((parent[key] = "another"), key),
  "an object in its place": (parent, key) => ((parent[key] = { another: 1 }), key),
  "nothing in its place": (parent, key) => ((parent[key] = null), key),
  "a list in its place": (parent, key) => ((parent[key] = [null]), key),
};

const sound = fc.oneof(fc.constant({ ...leicester, timeBank: leicesterTimeBank }), councils);

/** Is one path above the other, or the same? */
const meet = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long === short || (long.startsWith(short) && ".[".includes(long[short.length]!));
};

it("a single change to a sound council is refused at its place, or leaves a sound council", () => {
  let refused = 0;
  fc.assert(
    fc.property(sound, fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat(), (council, name, nth) => {
      const json = JSON.parse(JSON.stringify(council)) as Json;
      const places = placesIn(json);
      const place = places[nth % places.length]!;
      const key = MUTATIONS[name]!(valueAt(json, place.slice(0, -1)) as Json, place.at(-1)!);
      const parsed = parseCouncil(json);
      if (parsed.kind === "council") return;
      refused++;
      const [was, is] = [pathText(place), pathText([...place.slice(0, -1), key])];
      const paths = parsed.problems.map(({ path }) => path);
      expect(parsed.problems.length).toBeGreaterThan(0);
      const said = paths.some((path) => meet(path, was) || meet(path, is));
      // A version that no longer says what its adopted choice sets is refused at the choice; a reading without it, where it is adopted.
      // A contract's clauses, and those of a charge, stand deeper than the council's own.
      const inVersion = place.indexOf("versions") + 2;
      const [version, reading] = [pathText(place.slice(0, inVersion)), place[inVersion] === "readings" ? pathText(place.slice(0, inVersion + 2)) : null];
      const atChoice = parsed.problems.some(({ path, expected }) => (expected.startsWith("the version's own value") && meet(path, version)) || (path === `${reading}.adopted` && expected.startsWith("one of its choices")));
      // Fields of a version that contradict each other are refused at the one that the rule names.
      const contradiction = parsed.problems.every(({ path, expected }) => / (must|cannot) /.test(expected) && path.startsWith(version));
      // What other parts of the council name is refused where they name it: a call type; a clause or kind that others ask for.
      const elsewhere = place[0] === "callTypes" || parsed.problems.every(({ expected }) => /^(the clause undelivered|basis\.undelivered)/.test(expected));
      expect(said || atChoice || contradiction || elsewhere, `${name}: ${is}\n${parsed.problems.map(({ path, expected, got }) => `${path}: ${expected}; got ${got}`).join("\n")}`).toBe(true);
    }),
    // A council is large: making a counterexample smaller would take minutes.
    { numRuns: 500, endOnFailure: true },
  );
  expect(refused).toBeGreaterThan(300);
});
