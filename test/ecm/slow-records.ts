/** Records with the rows at which a person sees them. */
export type Records = { readonly row: number; readonly fields: readonly string[]; readonly unclosed: boolean }[];

/** The records of CSV whose letters are bytes: plain and slow. A line with a quotation mark that is never closed is one by itself. */
export function slowly(csv: string): Records {
  const text = csv.replace(/^\u00EF\u00BB\u00BF/, "");
  const quotedField = /"((?:[^"]|"")*)"(?!")([^,\n]*)(,|\n|$)/y;
  const plainField = /()([^,\n]*)(,|\n|$)/y;
  const records: Records = [];
  let at = 0;
  for (let number = 1; at < text.length; number++) {
    const fields: string[] = [];
    const from = at;
    let [blank, separator, unclosed] = [true, ",", false];
    while (separator === ",") {
      const pattern = text[at] === '"' ? quotedField : plainField;
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found === null) {
        const end = text.indexOf("\n", from);
        const line = end === -1 ? text.slice(from) : text.slice(from, end);
        fields.splice(0, fields.length, ...line.replace(/\r$/, "").split(","));
        [at, unclosed, blank] = [end === -1 ? text.length : end + 1, true, false];
        break;
      }
      separator = found[3]!;
      const rest = separator === "," ? found[2]! : found[2]!.replace(/\r$/, "");
      blank &&= pattern === plainField && rest === "" && separator !== ",";
      fields.push(found[1]!.replaceAll('""', '"') + rest);
      at = pattern.lastIndex;
    }
    if (!blank) records.push({ row: number, fields, unclosed });
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
