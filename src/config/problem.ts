/** One thing in a council's data that cannot stand. */
export interface Problem {
  /** Where: `"paidMinutes.versions[0].rows[2].to"`; `""` for the whole. */
  readonly path: string;
  /** What should stand there. */
  readonly expected: string;
  /** What stands there, shortened. */
  readonly got: string;
  /** What to do about it. */
  readonly do: string;
}

/** The page that says what no clause can say, and what to do instead; the package has it. */
export const UNWRITABLE = "docs/what-you-cannot-write.md";

/** A path into JSON data. */
export type Path = readonly (string | number)[];

/** Objects and lists inside one another, at most: a council has about a dozen. */
export const DEEPEST = 64;

/** A path as a person follows it; names that are not plain words stand in brackets. */
export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : /^[A-Za-z$]\w*$/.test(step) ? `${i === 0 ? "" : "."}${step}` : `[${JSON.stringify(step)}]`)).join("");
}

/** What stands somewhere, in a few words. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What stands at a path of JSON data; `undefined` when nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
