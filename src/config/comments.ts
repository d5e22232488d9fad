import { DEEPEST, type Path, type Problem, pathText, shown } from "./problem.js";

/** The key of a comment, in any object. JSON has no comments of its own. */
export const COMMENT = "$comment";
/** The key that names the JSON Schema of a file to an editor, at the top of it. */
export const SCHEMA = "$schema";

/** The data without its comments and without the name of its schema; `problems` says of comments that are no text. */
export function withoutComments(value: unknown, problems: Problem[], path: Path = []): unknown {
  if (path.length > DEEPEST) {
    problems.push({ path: pathText(path.slice(0, 4)), expected: `at most ${DEEPEST} objects and lists inside one another`, got: "more", do: "Nothing in a council is so deep" });
    return null;
  }
  if (Array.isArray(value)) return value.map((item, i) => withoutComments(item, problems, [...path, i]));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, said]) => {
    const isComment = key === COMMENT || (key === SCHEMA && path.length === 0);
    const isText = typeof said === "string" || (key === COMMENT && Array.isArray(said) && said.every((line) => typeof line === "string"));
    if (isComment && !isText) problems.push({ path: pathText([...path, key]), expected: key === COMMENT ? "text, or a list of lines of text" : "the place of the JSON Schema as text", got: shown(said), do: "Write it in quotes" });
    return !isComment;
  });
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutComments(item, problems, [...path, key])]));
}
