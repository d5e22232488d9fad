/** The one thing this library asks of its host beside the language: UTF-8, as every JavaScript host has it. */
declare const TextDecoder: new (label: "utf-8", options: { ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Texts seen before, by their bytes, so that an id that stands in many rows is made once. */
export interface Texts {
  readonly decoder: { decode(bytes: Uint8Array): string };
  readonly texts: string[];
  /** The bytes of all texts, one after the other, and where each begins; the last is where the next will. */
  bytes: Uint8Array;
  view: DataView;
  readonly begins: number[];
  /** Twice as many places as texts, at least. A text stands at the place its hash names, or the next free one: its number, from 1. */
  places: Int32Array;
  hashes: Int32Array;
}

/** No texts seen yet. */
export function noTexts(): Texts {
  const bytes = new Uint8Array(1 << 14);
  // Only the file may begin with a byte-order mark; inside a text it is a letter like any other.
  return { decoder: new TextDecoder("utf-8", { ignoreBOM: true }), texts: [], bytes, view: viewOf(bytes), begins: [0], places: new Int32Array(1 << 11), hashes: new Int32Array(1 << 10) };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The text of some bytes, the same string each time the same bytes come. For ids that come again. */
export function textOf(texts: Texts, bytes: Uint8Array, view: DataView, from: number, to: number): string {
  const hash = hashOf(view, from, to);
  const { places, hashes, begins } = texts;
  const mask = places.length - 1;
  let place = hash & mask;
  for (let number = places[place]!; number !== 0; number = places[place]!) {
    if (hashes[number - 1] === hash) {
      const begin = begins[number - 1]!;
      if (begins[number]! - begin === to - from && sameBytes(texts.view, begin, view, from, to - from)) return texts.texts[number - 1]!;
    }
    place = (place + 1) & mask;
  }
  return remember(texts, bytes, from, to, hash, place);
}

/** Are these as many bytes the same? */
export function sameBytes(known: DataView, begin: number, view: DataView, from: number, length: number): boolean {
  if (length < 4) {
    for (let i = 0; i < length; i++) if (known.getUint8(begin + i) !== view.getUint8(from + i)) return false;
    return true;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (known.getInt32(begin + i) !== view.getInt32(from + i)) return false;
  // What is left over of four bytes is compared with those before it.
  return known.getInt32(begin + last) === view.getInt32(from + last);
}

function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = Math.imul(hash ^ view.getInt32(at), 0x9e3779b1);
  // What is left over of four bytes is read with those before it.
  if (at < to) {
    if (to - from >= 4) hash = Math.imul(hash ^ view.getInt32(to - 4), 0x85ebca6b);
    else for (; at < to; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function remember(texts: Texts, bytes: Uint8Array, from: number, to: number, hash: number, place: number): string {
  const number = texts.texts.length;
  const begin = texts.begins[number]!;
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
  texts.texts.push(text);
  texts.hashes[number] = hash;
  texts.places[place] = number + 1;
  if (texts.texts.length === texts.hashes.length) grow(texts);
  return text;
}

function grow(texts: Texts): void {
  const hashes = new Int32Array(2 * texts.hashes.length);
  hashes.set(texts.hashes);
  const places = new Int32Array(2 * texts.places.length);
  const mask = places.length - 1;
  for (let i = 0; i < texts.texts.length; i++) {
    let place = hashes[i]! & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = i + 1;
  }
  texts.hashes = hashes;
  texts.places = places;
}

/** The text of some bytes, made anew. For ids that are seldom seen again. */
export function freshText(texts: Texts, bytes: Uint8Array, from: number, to: number): string {
  // Ids are short and plain; for those a letter at a time is three times as fast as the decoder.
  if (to - from > SHORT) return texts.decoder.decode(bytes.subarray(from, to));
  let text = "";
  let at = from;
  // Four letters at a time: joining strings costs more than making them.
  for (; at + 4 <= to; at += 4) {
    const [a, b, c, d] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
    if ((a | b | c | d) >= 0x80) return texts.decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(a, b, c, d);
  }
  if (at === to) return text;
  const [a, b, c] = [bytes[at]!, at + 1 < to ? bytes[at + 1]! : 0, at + 2 < to ? bytes[at + 2]! : 0];
  if ((a | b | c) >= 0x80) return texts.decoder.decode(bytes.subarray(from, to));
  return text + (to - at === 1 ? String.fromCharCode(a) : to - at === 2 ? String.fromCharCode(a, b) : String.fromCharCode(a, b, c));
}

const SHORT = 24;

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
