/**
 * Throws the error of a caller's mistake: which function, what it expected, what came, what to do.
 * Bad data is never thrown at anybody; it comes back as a finding or a reason.
 */
export function refuse(where: string, expected: string, got: unknown, todo?: string): never {
  throw new TypeError(`${where}: ${expected}, got ${shown(got)}${todo === undefined ? "" : `. ${todo}`}`);
}

/** Words for a value in an error message: short, and safe for any value. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "an array" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}

/** The listed name nearest to a misspelt one, as `Did you mean "…"?`, else the whole list. */
export function suggest(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `Known: ${known.join(", ")}` : `Did you mean "${near}"?`;
}

/** The listed name that takes the fewest changed letters, where these are few for its length; ties go to the first. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of known) {
    const changes = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (changes < fewest && areFew(changes, name, candidate)) [best, fewest] = [candidate, changes];
  }
  return best;
}

/** At most a third of the letters, or two; of a name of two or three, one, or two that changed places. */
function areFew(changes: number, name: string, candidate: string): boolean {
  if (name.length > 3) return changes <= Math.max(2, Math.ceil(name.length / 3));
  return changes <= Math.floor(name.length / 2) || (changes === 2 && lettersOf(name) === lettersOf(candidate));
}

function lettersOf(name: string): string {
  return [...name.toLowerCase()].toSorted().join("");
}

/** How many letters must be changed, added or left out to make one text the other. */
export function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      now.push(Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    before = now;
  }
  return before[b.length]!;
}
