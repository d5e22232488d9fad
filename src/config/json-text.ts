import { DEEPEST, type Path, type Problem, pathText } from "./problem.js";

/** JSON text as data, with the keys that stand twice in one object; or where it is no JSON. */
export type JsonText = { readonly kind: "json"; readonly value: unknown; readonly twice: readonly Problem[] } | { readonly kind: "no-json"; readonly problem: Problem };

/**
 * Reads JSON text. Unlike the language's own reader it says the line of a mistake in words of its own, the same on every
 * machine, and finds keys that stand twice, of which the first would be dropped in silence.
 */
export function readJson(text: string): JsonText {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const twice: Problem[] = [];
  let mistake: Problem | undefined;
  let at = 0;
  try {
    const value = readValue([]);
    if (peek() !== undefined) fail("the end of the text");
    return { kind: "json", value, twice };
  } catch (error) {
    if (mistake === undefined) throw error;
    return { kind: "no-json", problem: mistake };
  }

  function readValue(path: Path): unknown {
    if (path.length > DEEPEST) fail(`at most ${DEEPEST} objects and lists inside one another`);
    const next = peek();
    if (next === "{") return readObject(path);
    if (next === "[") return readList(path);
    if (next === '"') return readString();
    const [word] = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)(?![\w.])/.exec(source.slice(at, at + 400)) ?? [];
    if (word === undefined) fail("a value");
    at += word.length;
    return JSON.parse(word) as unknown;
  }

  function readObject(path: Path): unknown {
    const entries = new Map<string, unknown>();
    at++;
    if (skip("}")) return {};
    do {
      if (peek() !== '"') fail("a name in double quotes");
      const start = at;
      const key = readString();
      if (entries.has(key)) twice.push({ path: pathText([...path, key]), expected: "each name once in an object", got: `${JSON.stringify(key)} again, in line ${lineOf(start)}`, do: "Take one of them out: only the last would count" });
      if (!skip(":")) fail('":" after a name');
      entries.set(key, readValue([...path, key]));
    } while (skip(","));
    if (!skip("}")) fail('"," or "}"');
    return Object.fromEntries(entries);
  }

  function readList(path: Path): unknown {
    const items: unknown[] = [];
    at++;
    if (skip("]")) return items;
    do items.push(readValue([...path, items.length]));
    while (skip(","));
    if (!skip("]")) fail('"," or "]"');
    return items;
  }

  function readString(): string {
    let end = at + 1;
    while (end < source.length && source[end] !== '"' && source[end]! >= " ") end += source[end] === "\\" ? 2 : 1;
    const token = source.slice(at, end + 1);
    if (!/^"([^"\\]|\\(["\\/bfnrt]|u[\da-fA-F]{4}))*"$/s.test(token)) fail("text in double quotes, on one line");
    at = end + 1;
    return JSON.parse(token) as string;
  }

  function peek(): string | undefined {
    while (at < source.length && " \t\r\n".includes(source[at]!)) at++;
    return source[at];
  }

  function skip(sign: string): boolean {
    if (peek() !== sign) return false;
    at++;
    return true;
  }

  function lineOf(place: number): number {
    return source.slice(0, place).split("\n").length;
  }

  function fail(expected: string): never {
    const next = peek();
    const lineStart = source.lastIndexOf("\n", at - 1) + 1;
    const todo =
      source.startsWith("//", at) || source.startsWith("/*", at) || next === "#" ? 'JSON has no comments: write "$comment": "…" in the object'
      : (next === "}" || next === "]") && source.slice(0, at).trimEnd().endsWith(",") ? "Take out the comma before it"
      : "Look at this line and the one before it";
    mistake = {
      path: `line ${lineOf(at)}, column ${at - lineStart + 1}`,
      expected,
      got: next === undefined ? "the end of the text" : JSON.stringify(source.slice(at, at + 20).split("\n")[0]!.trim()),
      do: todo,
    };
    throw new SyntaxError(mistake.expected);
  }
}
