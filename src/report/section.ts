/** Sentences that belong together, with a heading where there are several such. Plain data: show it as you like. */
export interface Section {
  readonly heading?: string;
  readonly sentences: readonly string[];
}

/**
 * Sections as text for a terminal or a letter, wrapped to a width in letters: a heading stands on a line of its own, each
 * sentence begins a line. Control characters, which an id of an export may hold, are shown as `�`.
 *
 * @example
 * ```ts
 * toText([{ heading: "Visit", sentences: ["Delivered.", "On time."] }]); // => "Visit\n  Delivered.\n  On time.\n"
 * ```
 */
export function toText(sections: readonly Section[], width = 80): string {
  return sections
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ heading, sentences }) => {
      const indent = heading === undefined ? "" : "  ";
      const lines = sentences.flatMap((sentence) => wrapped(plain(sentence), indent, width));
      return `${[...(heading === undefined ? [] : wrapped(plain(heading), "", width)), ...lines].join("\n")}\n`;
    })
    .join("\n");
}

/** Text without control characters, line breaks and changes of direction among them. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/** The lines of a sentence; those after the first stand further in. A word longer than the width has a line of its own. */
function wrapped(text: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
