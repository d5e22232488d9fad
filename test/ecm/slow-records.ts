/** Records with the rows at which a person sees them. */
export type Records = { readonly row: number; readonly fields: readonly string[] }[];

/** The records of CSV whose letters are bytes: plain and slow. */
export function slowly(csv: string): Records | "never closed" {
  const text = csv.replace(/^\u00EF\u00BB\u00BF/, "");
  const quotedField = /"((?:[^"]|"")*)"(?!")([^,\n]*)(,|\n|$)/y;
  const plainField = /()([^,\n]*)(,|\n|$)/y;
  const records: Records = [];
  let at = 0;
  for (let number = 1; at < text.length; number++) {
    const fields: string[] = [];
    let [blank, separator] = [true, ","];
    while (separator === ",") {
      const pattern = text[at] === '"' ? quotedField : plainField;
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found === null) return "never closed";
      separator = found[3]!;
      const rest = separator === "," ? found[2]! : found[2]!.replace(/\r$/, "");
      blank &&= pattern === plainField && rest === "" && separator !== ",";
      fields.push(found[1]!.replaceAll('""', '"') + rest);
      at = pattern.lastIndex;
    }
    if (!blank) records.push({ row: number, fields });
  }
  return records;
}

/** Bytes as text of a letter a byte. */
export const letters = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Bytes in chunks of these sizes, again and again. */
export async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield bytes.slice(at, at + size);
    at += size;
  }
}
