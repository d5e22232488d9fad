import { suggest } from "../shared/refuse.js";
import { type Path, type Problem, pathText, shown } from "./problem.js";
import { type Loose, loose, looseList, ruleSetsOf, versionsIn } from "./rule-sets.js";

/** Are a clause's call types those of the council, each of them once, none missing and none besides? Of data in any shape. */
export function checkCallTypes(council: Loose): Problem[] {
  const known = looseList(council["callTypes"]).filter((name): name is string => typeof name === "string");
  if (known.length === 0) return [];
  const problems: Problem[] = known.flatMap((name, i) =>
    known.indexOf(name) === i ? [] : [{ path: pathText(["callTypes", i]), expected: "each call type once", got: JSON.stringify(name), do: "Take one of them out" }],
  );
  for (const { path, own } of ruleSetsOf(council)) {
    for (const { clause, path: place, version } of versionsIn(own, path)) {
      const field = clause === "punctuality" ? "callTypes" : clause === "targets" ? "punctuality" : null;
      for (const { terms, at } of settingsOf(version, place)) {
        if (field !== null && field in terms) problems.push(...comparedNames(terms[field], [...at, field], known));
        if (clause === "punctuality") {
          looseList(loose(terms["windows"])["windows"]).forEach((window, i) => problems.push(...comparedList(loose(window)["callTypes"], [...at, "windows", "windows", i, "callTypes"], known)));
        }
        if (clause === "continuity") problems.push(...comparedList(terms["callTypes"], [...at, "callTypes"], known));
      }
    }
  }
  return problems;
}

/** A version's terms, and those that each choice of its readings sets. */
function settingsOf(version: Loose, path: Path): { readonly terms: Loose; readonly at: Path }[] {
  return [
    { terms: version, at: path },
    ...Object.entries(loose(version["readings"])).flatMap(([slug, reading]) =>
      Object.entries(loose(loose(reading)["choices"])).map(([name, choice]) => ({ terms: loose(loose(choice)["set"]), at: [...path, "readings", slug, "choices", name, "set"] })),
    ),
  ];
}

function comparedNames(value: unknown, path: Path, known: readonly string[]): Problem[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const names = Object.keys(value);
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => unknownType(name, [...path, name], known)),
    ...known
      .filter((name) => !names.includes(name))
      .map((name) => ({ path: pathText([...path, name]), expected: "every call type of the council", got: shown(undefined), do: `Add ${JSON.stringify(name)}; null says that the contract sets nothing for it` })),
  ];
}

function comparedList(value: unknown, path: Path, known: readonly string[]): Problem[] {
  return looseList(value).flatMap((name, i) => (typeof name !== "string" || known.includes(name) ? [] : [unknownType(name, [...path, i], known)]));
}

function unknownType(name: string, path: Path, known: readonly string[]): Problem {
  return { path: pathText(path), expected: "a call type of the council", got: JSON.stringify(name), do: `${suggest(name, known)} (they stand in "callTypes" at the top)` };
}
