import { hashOf, sameBytes, viewOf } from "./bytes.js";

/** The one thing this library asks of its host beside the language: UTF-8, as every JavaScript host has it. */
declare const TextDecoder: new (label: "utf-8", options: { ignoreBOM: boolean; fatal: boolean }) => Decoder;

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** Texts seen before, by their bytes, so that an id that stands in many rows is made once. */
export interface Texts {
  readonly decoder: Decoder;
  /** `null` for bytes that are not UTF-8. */
  readonly seen: (string | null)[];
  /** The bytes of all texts seen, one text after the other. */
  bytes: Uint8Array;
  view: DataView;
  /** Where the bytes of each text begin, and last, where those of the next one will. */
  readonly begins: number[];
  /** The hash of each text; there is room for more. */
  hashes: Int32Array;
  /** At the place that a text's hash names, or the next free one: which text it is, counted from 1. Half of them are free at least. */
  places: Int32Array;
}

/** No texts seen yet. */
export function noTexts(): Texts {
  const bytes = new Uint8Array(1 << 14);
  return {
    // Only the file may begin with a byte-order mark; inside a text it is a letter like any other.
    decoder: new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }),
    seen: [],
    bytes,
    view: viewOf(bytes),
    begins: [0],
    hashes: new Int32Array(1 << 10),
    places: new Int32Array(1 << 11),
  };
}

/** The text of some bytes, the same string each time the same bytes come; `null` where they are not UTF-8. For ids that come again. */
export function textOf(texts: Texts, bytes: Uint8Array, view: DataView, from: number, to: number): string | null {
  const hash = hashOf(view, from, to);
  const { seen, begins, hashes, places } = texts;
  const mask = places.length - 1;
  let place = hash & mask;
  for (let count = places[place]!; count !== 0; count = places[place]!) {
    if (hashes[count - 1] === hash) {
      const begin = begins[count - 1]!;
      if (begins[count]! - begin === to - from && sameBytes(texts.view, begin, view, from, to - from)) return seen[count - 1]!;
    }
    place = (place + 1) & mask;
  }
  return remember(texts, bytes, from, to, hash, place);
}

function remember(texts: Texts, bytes: Uint8Array, from: number, to: number, hash: number, place: number): string | null {
  const known = texts.seen.length;
  const begin = texts.begins[known]!;
  const end = begin + to - from;
  if (end > texts.bytes.length) {
    const more = new Uint8Array(2 * end);
    more.set(texts.bytes);
    texts.bytes = more;
    texts.view = viewOf(more);
  }
  texts.bytes.set(bytes.subarray(from, to), begin);
  texts.begins.push(end);
  const text = freshText(texts, bytes, from, to);
  texts.seen.push(text);
  texts.hashes[known] = hash;
  texts.places[place] = known + 1;
  if (texts.seen.length === texts.hashes.length) grow(texts);
  return text;
}

function grow(texts: Texts): void {
  const hashes = new Int32Array(2 * texts.hashes.length);
  hashes.set(texts.hashes);
  const places = new Int32Array(2 * texts.places.length);
  const mask = places.length - 1;
  for (let i = 0; i < texts.seen.length; i++) {
    let place = hashes[i]! & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = i + 1;
  }
  texts.hashes = hashes;
  texts.places = places;
}

/** The text of some bytes, made anew; `null` where they are not UTF-8. For ids that are seldom seen again. */
export function freshText(texts: Texts, bytes: Uint8Array, from: number, to: number): string | null {
  // Ids are short and plain; for those a letter at a time is three times as fast as the decoder.
  if (to - from > SHORT) return decoded(texts, bytes, from, to);
  let text = "";
  let at = from;
  // Four letters at a time, and what is left over: joining strings costs more than making them.
  for (; at + 4 <= to; at += 4) {
    const [a, b, c, d] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
    if ((a | b | c | d) >= 0x80) return decoded(texts, bytes, from, to);
    text += String.fromCharCode(a, b, c, d);
  }
  if (at === to) return text;
  const [a, b, c] = [bytes[at]!, at + 1 < to ? bytes[at + 1]! : 0, at + 2 < to ? bytes[at + 2]! : 0];
  if ((a | b | c) >= 0x80) return decoded(texts, bytes, from, to);
  return text + (to - at === 1 ? String.fromCharCode(a) : to - at === 2 ? String.fromCharCode(a, b) : String.fromCharCode(a, b, c));
}

const SHORT = 24;

function decoded({ decoder }: Texts, bytes: Uint8Array, from: number, to: number): string | null {
  try {
    return decoder.decode(bytes.subarray(from, to));
  } catch {
    return null;
  }
}

/** Bytes for a person to look at, whatever they are: those that are not UTF-8 are shown as �. */
export function shownText(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder("utf-8", { ignoreBOM: true, fatal: false }).decode(bytes.subarray(from, to));
}
