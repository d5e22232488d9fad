import { wrapped } from "./table.js";

/** The command was not called as it asks to be: exit 2. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}

/** The data or the council cannot be worked with: exit 1. */
export class BadData extends Error {
  override readonly name = "BadData";
}

/** A problem in lines of 80 columns on standard error, whatever stood in the file or on the command line. */
export function problemLine(problem: Misuse | BadData): string {
  return `${wrapped(`homecare-rules: ${problem.message.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")}`, "", "  ")}\n`;
}

/** How a command ends: well, with errors in the data or council, or because it was not called right. */
export const EXIT = { well: 0, errors: 1, misuse: 2 } as const;

/**
 * What a caller's mistake makes the library throw is the caller's mistake here too. `said` is what was given on the command line,
 * in place of the name of a function that nobody there has called.
 */
export function asMisuse<T>(make: () => T, said: string | null = null): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw new Misuse(said === null ? error.message : `${said}: ${error.message.replace(/^[a-z]\w*: /, "")}`);
    throw error;
  }
}
