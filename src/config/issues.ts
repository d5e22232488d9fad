import type * as z from "zod";
import { editDistance, nearest } from "../shared/refuse.js";
import { type Path, type Problem, UNWRITABLE, pathText, shown, valueAt } from "./problem.js";

/** What the schema says of values that name nothing themselves. */
export function plainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_value") return `${issue.values.length > 1 ? "one of " : ""}${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
  return "something else";
}

/** The issues of a schema as problems of the data that it was held against. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], root: unknown): Problem[] {
  return issues.flatMap((issue) => problemsIn(issue, [], root));
}

function problemsIn(issue: z.core.$ZodIssue, above: Path, root: unknown): Problem[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const value = valueAt(root, path);
  const problem = (expected: string, words: readonly string[] = []): Problem => ({ path: pathText(path), expected, got: shown(value), do: todoFor(value, words, path, expected) });
  switch (issue.code) {
    case "unrecognized_keys":
      // The message of a shape is the list of the fields it knows.
      return issue.keys.map((key) => unknownField([...path, key], key, issue.message));
    case "invalid_union": {
      if (issue.discriminator !== undefined) {
        const kinds = ("options" in issue ? (issue.options ?? []) : []).map(String);
        const object = valueAt(root, path.slice(0, -1));
        if (typeof object !== "object" || object === null || Array.isArray(object)) return [{ ...problem(`an object of a kind: ${kinds.join(", ")}`), do: "Write an object with its kind", path: pathText(path.slice(0, -1)), got: shown(object) }];
        return [problem(`one of ${kinds.map((kind) => JSON.stringify(kind)).join(", ")}`, kinds)];
      }
      const words = wordsIn(issue.errors);
      // One of the words, as the kind of an object: no object that could stand here says it.
      const word = typeof value === "object" && value !== null && "kind" in value ? words.find((one) => one === value.kind) : undefined;
      if (word !== undefined) return [{ ...problem(issue.message), got: `an object of the kind ${JSON.stringify(word)}`, do: `Write the word alone, without an object: ${JSON.stringify(word)}` }];
      const inside = bestBranch(issue.errors);
      if (inside !== undefined) return inside.flatMap((nested) => problemsIn(nested, path, root));
      return [problem(issue.message, words)];
    }
    case "invalid_value":
      return [problem(issue.message, issue.values.map(String))];
    case "invalid_key": {
      const name = String(path.at(-1));
      return [{ path: pathText(path), expected: `a name: ${issue.issues[0]?.message ?? "another"}`, got: JSON.stringify(name), do: "Name it otherwise" }];
    }
    default:
      return [problem(issue.message)];
  }
}

/** Of several shapes that do not fit, the one that was meant: it was entered, and alone has the fewest issues inside. */
function bestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const entered = branches.filter((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys" || (issue.code === "invalid_union" && bestBranch(issue.errors) !== undefined)));
  const kinds = entered.filter((issues) => !issues.some((issue) => issue.path.length === 1 && issue.path[0] === "kind"));
  const [best, next] = (kinds.length > 0 ? kinds : entered).toSorted((a, b) => a.length - b.length);
  return best?.length === next?.length ? undefined : best;
}

/** The words that some shape of a union would have taken. */
function wordsIn(branches: readonly (readonly z.core.$ZodIssue[])[]): string[] {
  return branches.flat().flatMap((issue) => {
    if (issue.path.length > 0) return [];
    if (issue.code === "invalid_union") return wordsIn(issue.errors);
    return issue.code === "invalid_value" ? issue.values.filter((value) => typeof value === "string") : [];
  });
}

function unknownField(path: Path, key: string, known: string): Problem {
  const meant = misspelt(key, known.split(", "));
  return {
    path: pathText(path),
    expected: meant === undefined ? `a field that this object has: ${known}` : "a field that this object has",
    got: JSON.stringify(key),
    do: meant === undefined ? `Take it out. Where none of these fields says what was agreed, see ${UNWRITABLE}` : `Did you mean "${meant}"?`,
  };
}

function todoFor(value: unknown, words: readonly string[], path: Path, expected: string): string {
  if (value === undefined) return `Add ${JSON.stringify(path.at(-1) ?? "")}`;
  if (words.length > 0) {
    const meant = typeof value === "string" ? misspelt(value, words) : undefined;
    if (meant === undefined && !/^one of |of the kind/.test(expected)) return `Write ${expected}`;
    return meant === undefined ? `Choose one of these. Where none of them says what was agreed, see ${UNWRITABLE}` : `Did you mean "${meant}"?`;
  }
  if (path.includes("continuity") && ["becomes", "most"].includes(String(path.at(-1))) && (value === "no-limit" || value === null)) return `Write ${expected}. Where any number of carers is allowed, see ${UNWRITABLE}`;
  if (typeof value === "number" && expected.includes("in quotes")) return "Numbers with a point, money and shares stand in quotes; counts are whole and stand without";
  return `Write ${expected}`;
}

/**
 * The name that was meant by one that is a few letters off, leaves some out (`paidmins`), or is one of two that a name stands
 * for (`Wales`). One that says another thing is not near, whatever its letters: "planned-share" is no "planned-plus".
 */
function misspelt(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known);
  if (near === undefined) return only(known.filter((one) => one.split("-and-").includes(name.toLowerCase())));
  const isNear = editDistance(name.toLowerCase(), near.toLowerCase()) <= Math.max(2, Math.floor(name.length / 5));
  return isNear || isShortened(name.toLowerCase(), near.toLowerCase()) ? near : undefined;
}

/** Is one name the other with letters left out, from the fifth on? */
function isShortened(name: string, whole: string): boolean {
  if (name.length < 4 || !whole.startsWith(name.slice(0, 4))) return false;
  let at = 0;
  for (const letter of whole) if (letter === name[at]) at++;
  return at === name.length;
}

function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}
