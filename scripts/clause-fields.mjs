// The page that lists every field of every clause, from the JSON Schema of a council's file.

/** Values by their patterns, where the schema has no more than that. */
const PATTERNS = [
  [/^\^\\d\{4\}/, "a day, `YYYY-MM-DD`"],
  [/^\^\(0\(/, "a share as text, `\"0\"` to `\"1\"`"],
  [/^\^\\d\+\(\\\./, "decimal text"],
  [/24:00\)\$$/, "`HH:MM`"],
  [/^\^\[a-z0-9\]/, "a name of small letters and hyphens"],
];

/** The page, as Markdown. */
export function clauseFields(schema) {
  const resolve = (part) => (part.$ref === undefined ? part : schema.$defs[part.$ref.replace("#/$defs/", "")]);
  const notClauses = ["$schema", "$comment", "id", "name", "nation", "callTypes", "contracts", "charge"];
  const clauses = Object.entries(schema.properties).filter(([name]) => !notClauses.includes(name));
  const sections = clauses.map(([name, part]) => {
    const { description, properties } = resolve(part);
    const version = resolve(resolve(properties.versions).items);
    const kinds = (version.oneOf ?? [version]).map(resolve);
    return `## ${name}\n\n${description}\n\n${kinds.map((kind) => table(kind, kinds.length > 1)).join("\n\n")}\n`;
  });
  return `# Every field of every clause

Made from the JSON Schema of a council's file. Each version of a clause has these fields beside its days, authority, source and
readings ([a council's file](../council-file.md)). “may be left out” says of a field what leaving it out means.

${sections.join("\n")}`;

  function table(version, named) {
    const known = new Map();
    const common = ["firstDay", "lastDay", "authority", "source", "alsoSee", "readings", "$comment"];
    const kind = named ? resolve(version.properties.kind) : null;
    const fields = Object.entries(version.properties).filter(([name]) => !common.includes(name) && !(named && name === "kind"));
    const rows = fields.flatMap(([name, part]) => rowsOf(name, part, version.required.includes(name), known));
    const heading = kind === null ? "" : `### \`"kind": "${kind.const}"\`\n\n${kind.description}\n\n`;
    return `${heading}| field | says | values |\n|---|---|---|\n${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
  }

  /** The row of a field, and those of the fields inside it; what has stood before is named, not repeated. */
  function rowsOf(path, reference, required, known) {
    const part = resolve(reference);
    const says = `${part.description ?? ""}${required ? "" : " (may be left out)"}`.trim();
    const { description: _description, ...shape } = part;
    const before = known.get(JSON.stringify(shape));
    const inner = before === undefined ? inside(path, part, known) : [];
    if (inner.length > 0) known.set(JSON.stringify(shape), path);
    return [[`\`${path}\``, says, before === undefined ? values(part) : `as \`${before}\``], ...inner];
  }

  function inside(path, reference, known) {
    const part = resolve(reference);
    const branches = part.oneOf ?? part.anyOf;
    if (branches !== undefined) return branches.map(resolve).flatMap((branch) => ofKind(path, branch, known));
    if (part.type === "array") return inside(`${path}[]`, part.items, known);
    if (part.type !== "object") return [];
    if (typeof part.additionalProperties === "object") return inside(`${path}.NAME`, part.additionalProperties, known);
    return fieldsOf(path, part, known);
  }

  function ofKind(path, branch, known) {
    const kind = branch.properties?.kind === undefined ? undefined : resolve(branch.properties.kind);
    if (kind?.const === undefined) return inside(path, branch, known);
    const at = `${path} (${kind.const})`;
    return [[`\`${at}\``, kind.description, `\`{ "kind": "${kind.const}"${Object.keys(branch.properties).length > 2 ? ", …" : ""} }\``], ...fieldsOf(at, branch, known)];
  }

  function fieldsOf(path, { properties, required }, known) {
    return Object.entries(properties)
      .filter(([name, field]) => name !== "$comment" && !(name === "kind" && resolve(field).const !== undefined))
      .flatMap(([name, field]) => rowsOf(`${path}.${name}`, field, required?.includes(name) ?? false, known));
  }

  function values(reference) {
    const part = resolve(reference);
    if (part.enum !== undefined) return part.enum.map((word) => `\`${word}\``).join(", ");
    if (part.const !== undefined) return `\`${part.const}\``;
    const branches = part.oneOf ?? part.anyOf;
    if (branches !== undefined) return [...new Set(branches.map(resolve).map((branch) => (branch.properties?.kind === undefined || resolve(branch.properties.kind).const === undefined ? values(branch) : `\`${resolve(branch.properties.kind).const}\``)))].join(", ");
    if (part.type === "integer") return `whole, from ${part.minimum}`;
    if (part.type === "array") return `a list: ${values(part.items)}`;
    if (part.type === "null") return "`null`";
    if (part.type === "object") return typeof part.additionalProperties === "object" ? `by name: ${values(part.additionalProperties)}` : "an object";
    return PATTERNS.find(([pattern]) => pattern.test(part.pattern ?? ""))?.[1] ?? "text";
  }
}
