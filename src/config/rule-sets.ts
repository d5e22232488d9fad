import { type AnyClauseName, CLAUSES, FURTHER_CLAUSES } from "../rules/council.js";
import type { Path } from "./problem.js";

/** Every clause, in the order in which results name their readings. */
export const EVERY_CLAUSE: readonly AnyClauseName[] = [...CLAUSES, ...FURTHER_CLAUSES];

/** JSON data of which nothing is known yet, as an object; an empty one where it is none. */
export type Loose = { readonly [key: string]: unknown };

/** An object as it is; nothing where there is none. */
export function loose(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

/** A list as it is; an empty one where there is none. */
export function looseList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One version of a clause in the data, and where it stands. */
export interface LooseVersion {
  readonly clause: AnyClauseName;
  readonly path: Path;
  readonly version: Loose;
}

/** The versions of the clauses of one set of rules: the council's own, a contract's, or those of its charge. */
export function versionsIn(clauses: Loose, above: Path): LooseVersion[] {
  return EVERY_CLAUSE.flatMap((clause) =>
    looseList(loose(clauses[clause])["versions"]).map((version, i) => ({ clause, path: [...above, clause, "versions", i], version: loose(version) })),
  );
}

/** Every set of rules of a council: where its own clauses stand, and all that are in force in it. */
export function ruleSetsOf(council: Loose): { readonly path: Path; readonly own: Loose }[] {
  return [
    { path: [], own: council },
    ...Object.entries(loose(council["contracts"])).map(([name, own]) => ({ path: ["contracts", name], own: loose(own) })),
    ...(council["charge"] === undefined ? [] : [{ path: ["charge"], own: loose(council["charge"]) }]),
  ];
}
