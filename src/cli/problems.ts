/** The command was not called as it asks to be: exit 2. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}

/** The data or the council cannot be worked with: exit 1. */
export class BadData extends Error {
  override readonly name = "BadData";
}

/** How a command ends: well, with errors in the data or council, or because it was not called right. */
export const EXIT = { well: 0, errors: 1, misuse: 2 } as const;
