/** Does a stretch hold its end itself? */
export type Limit = "included" | "excluded";

/** A stretch from one value to another, each end held or not. */
export interface Span<Value> {
  readonly from: Value;
  readonly fromLimit: Limit;
  readonly to: Value;
  readonly toLimit: Limit;
}

/** A stretch, and which spans hold all of it, by their place in the list. */
export type HeldSpan<Value> = Span<Value> & { readonly held: readonly number[] };

/**
 * Cuts a whole stretch where any span begins or ends, and says of each piece which spans hold it: a piece that none holds
 * is a hole, one that several hold an overlap. Exact for values of any fineness: it compares ends, it does not try values.
 * Neighbours held by the same spans are one piece.
 */
export function heldSpans<Value>(spans: readonly Span<Value>[], whole: Span<Value>, compare: (a: Value, b: Value) => number): HeldSpan<Value>[] {
  const ends = [whole, ...spans].flatMap(({ from, to }) => [from, to]);
  const points = ends
    .filter((end) => compare(end, whole.from) >= 0 && compare(end, whole.to) <= 0)
    .sort(compare)
    .filter((end, i, sorted) => i === 0 || compare(end, sorted[i - 1]!) !== 0);
  const pieces: HeldSpan<Value>[] = [];
  const add = (piece: Span<Value>): void => {
    const held = spans.flatMap((span, i) => (holds(span, piece, compare) ? [i] : []));
    const last = pieces.at(-1);
    if (last !== undefined && last.held.join() === held.join()) pieces[pieces.length - 1] = { ...last, to: piece.to, toLimit: piece.toLimit };
    else pieces.push({ ...piece, held });
  };
  points.forEach((point, i) => {
    const atEnd = (i === 0 && whole.fromLimit === "excluded") || (i === points.length - 1 && whole.toLimit === "excluded");
    if (!atEnd) add({ from: point, fromLimit: "included", to: point, toLimit: "included" });
    const next = points[i + 1];
    if (next !== undefined) add({ from: point, fromLimit: "excluded", to: next, toLimit: "excluded" });
  });
  return pieces;
}

/** Does a span hold the whole of a piece? */
function holds<Value>(span: Span<Value>, piece: Span<Value>, compare: (a: Value, b: Value) => number): boolean {
  const start = compare(span.from, piece.from);
  const end = compare(piece.to, span.to);
  const fromStart = start < 0 || (start === 0 && (span.fromLimit === "included" || piece.fromLimit === "excluded"));
  return fromStart && (end < 0 || (end === 0 && (span.toLimit === "included" || piece.toLimit === "excluded")));
}

/** Does a span hold a value? */
export function holdsValue<Value>(value: Value, span: Span<Value>, compare: (a: Value, b: Value) => number): boolean {
  return holds(span, { from: value, fromLimit: "included", to: value, toLimit: "included" }, compare);
}
