/** As long as a line of the files may be where what stands in it is short. */
const WIDTH = 120;

/** JSON text that a person reads: what fits into a line stands in one, the rest is indented by two spaces. */
export function compactJson(value: unknown, indent = "", before = 0): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return open + close;
  const name = (key: string): string => (isList ? "" : `${JSON.stringify(key)}: `);
  const inside = entries.map(([key, item]) => `${name(key)}${compactJson(item, "", -Infinity)}`).join(", ");
  const line = isList ? `[${inside}]` : `{ ${inside} }`;
  if (before === -Infinity || indent.length + before + line.length <= WIDTH) return line;
  const deeper = `${indent}  `;
  const lines = entries.map(([key, item]) => `${deeper}${name(key)}${compactJson(item, deeper, name(key).length + 1)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}
