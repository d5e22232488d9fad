/**
 * Orders two texts by code point, the same in every locale: below 0, 0 or above 0.
 *
 * @example
 * ```ts
 * ["b", "a", "B"].sort(byCodePoint); // => ["B", "a", "b"]
 * ```
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** UTF-16 writes code points from 0x10000 as surrogates, which lie below 0xE000; this puts them above everything else. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
