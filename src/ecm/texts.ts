/** The one thing this library asks of its host beside the language: UTF-8, as every JavaScript host has it. */
declare const TextDecoder: new (label: "utf-8", options: { ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Texts seen before, by their bytes, so that an id that stands in many rows is made once. */
export interface Texts {
  readonly decoder: { decode(bytes: Uint8Array): string };
  readonly byHash: Map<number, Seen>;
}

interface Seen {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly next: Seen | undefined;
}

/** No texts seen yet. */
export function noTexts(): Texts {
  // Only the file may begin with a byte-order mark; inside a text it is a letter like any other.
  return { decoder: new TextDecoder("utf-8", { ignoreBOM: true }), byHash: new Map() };
}

/** The text of some bytes, the same string each time the same bytes come. For ids that come again. */
export function textOf(texts: Texts, bytes: Uint8Array, from: number, to: number): string {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  const known = texts.byHash.get(hash);
  for (let seen = known; seen !== undefined; seen = seen.next) if (sameBytes(seen.bytes, bytes, from, to)) return seen.text;
  const text = freshText(texts, bytes, from, to);
  texts.byHash.set(hash, { bytes: bytes.slice(from, to), text, next: known });
  return text;
}

/** The text of some bytes, made anew. For ids that are seldom seen again. */
export function freshText(texts: Texts, bytes: Uint8Array, from: number, to: number): string {
  // Ids are short and plain; for those a letter at a time is three times as fast as the decoder.
  if (to - from > SHORT) return texts.decoder.decode(bytes.subarray(from, to));
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return texts.decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

const SHORT = 24;

/** Do these bytes spell what that text's bytes do? */
export function sameBytes(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
  return true;
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
