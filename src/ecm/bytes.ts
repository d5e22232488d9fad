/** The one thing this library asks of its host beside the language: UTF-8, as every JavaScript host has it. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The same bytes, to be read four at a time. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Some bytes and, after them, others. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Are as many bytes the same here and there? */
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

/** A number of 32 bits that differs for most bytes that differ. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = Math.imul(hash ^ view.getInt32(at), 0x9e3779b1);
  for (; at < to; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
