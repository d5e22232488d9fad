/** Something in a JSON file that is not as it has to be. */
export interface Problem {
  /** Where: `$.memberships[2].firstDay`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** Reads a value of JSON; what is wrong goes to `problems`, all of it, and then the value read is of no use. */
export type Decoder<T> = (value: unknown, path: string, problems: Problem[]) => T;

/** Notes a problem. What it returns is never used: a file with problems is refused. */
function wrong(path: string, expected: string, value: unknown, problems: Problem[]): never {
  problems.push({ path, expected, got: shown(value) });
  return undefined as never;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Any text but the empty one. */
export const text: Decoder<string> = (value, path, problems) => (typeof value === "string" && value !== "" ? value : wrong(path, "a text", value, problems));

/** A text of a shape, such as a day. */
export function shaped<T extends string>(expected: string, fits: (text: string) => boolean): Decoder<T> {
  return (value, path, problems) => (typeof value === "string" && fits(value) ? (value as T) : wrong(path, expected, value, problems));
}

/** A whole number from a least on. */
export function wholeFrom(least: number): Decoder<number> {
  return (value, path, problems) => (Number.isSafeInteger(value) && (value as number) >= least ? (value as number) : wrong(path, `a whole number from ${least}`, value, problems));
}

/** True or false. */
export const flag: Decoder<boolean> = (value, path, problems) => (typeof value === "boolean" ? value : wrong(path, "true or false", value, problems));

/** One of some texts. */
export function oneOf<const T extends readonly string[]>(texts: T): Decoder<T[number]> {
  return (value, path, problems) => (typeof value === "string" && texts.includes(value) ? value : wrong(path, `one of ${texts.join(", ")}`, value, problems));
}

/** What one decoder reads when the value is one of some texts, else what the other does. */
export function orTexts<const T extends readonly string[], U>(texts: T, decoder: Decoder<U>): Decoder<T[number] | U> {
  return (value, path, problems) => {
    if (typeof value === "string" && texts.includes(value)) return value;
    const own: Problem[] = [];
    const read = decoder(value, path, own);
    const named = texts.map((known) => `"${known}" or `).join("");
    problems.push(...own.map((problem) => (problem.path === path ? { ...problem, expected: `${named}${problem.expected}` } : problem)));
    return read;
  };
}

/** `null`, or what the decoder reads. */
export function orNull<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, path, problems) => (value === null ? null : decoder(value, path, problems));
}

/** A value for what is left out. */
export function orElse<T>(decoder: Decoder<T>, missing: T): Decoder<T> {
  return (value, path, problems) => (value === undefined ? missing : decoder(value, path, problems));
}

/** A list. */
export function listOf<T>(decoder: Decoder<T>, least = 0): Decoder<T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value) || value.length < least) return wrong(path, least === 0 ? "a list" : `a list of at least ${least}`, value, problems);
    return value.map((item, i) => decoder(item, `${path}[${i}]`, problems));
  };
}

/** A record by names of the writer's own. */
export function recordOf<T>(decoder: Decoder<T>): Decoder<{ [name: string]: T }> {
  return (value, path, problems) => {
    if (!isObject(value)) return wrong(path, "an object", value, problems);
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, decoder(item, `${path}.${name}`, problems)]));
  };
}

type Fields<T> = { readonly [K in keyof T]-?: Decoder<T[K]> };

/** An object with fields it must have, and fields it may have; any other is a problem. */
export function objectOf<R extends object, O extends object = object>(required: Fields<R>, optional: Fields<O> = {} as Fields<O>): Decoder<R & Partial<O>> {
  return (value, path, problems) => {
    if (!isObject(value)) return wrong(path, "an object", value, problems);
    const known = [...Object.keys(required), ...Object.keys(optional)];
    for (const name of Object.keys(value).filter((one) => !known.includes(one))) wrong(`${path}.${name}`, `no field of this name (known: ${known.join(", ")})`, value[name], problems);
    const given = Object.entries<Decoder<unknown>>(optional).filter(([name]) => own(value, name) !== undefined);
    const fields = [...Object.entries<Decoder<unknown>>(required), ...given];
    return Object.fromEntries(fields.map(([name, decoder]) => [name, decoder(own(value, name), `${path}.${name}`, problems)])) as R & Partial<O>;
  };
}

/** One of several objects, told apart by their `kind`. */
export function byKind<T extends { readonly kind: string }>(kinds: { readonly [K in T["kind"]]: Decoder<Omit<Extract<T, { kind: K }>, "kind">> }): Decoder<T> {
  return (value, path, problems) => {
    if (!isObject(value)) return wrong(path, "an object", value, problems);
    const { kind, ...rest } = value;
    if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) return wrong(`${path}.kind`, `one of ${Object.keys(kinds).join(", ")}`, kind, problems);
    const decoder = kinds[kind as T["kind"]] as Decoder<object>;
    return { kind, ...decoder(rest, path, problems) } as T;
  };
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of its own: never one that an object inherits. */
function own(value: { readonly [name: string]: unknown }, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
