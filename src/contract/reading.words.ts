/** What another choice of a reading would make of the result. */
export interface OtherwiseRead {
  readonly choice: string;
  /** What would change, after "the result would be different:": `"45 minutes would be paid in place of 30"`. */
  readonly change: string;
}

/** What a reading has that these sentences name. */
interface Named {
  readonly silent: string;
  readonly adopted: string;
  readonly choices: { readonly [slug: string]: { readonly says: string } };
}

/** A result rests on a reading: what is adopted, why there is a choice, and what another choice would change. */
export function restsOnWords(slug: string, { silent, adopted, choices }: Named, otherwise: readonly OtherwiseRead[]): string[] {
  const changes = otherwise.map(({ choice, change }) => `read as ${choice}, ${change}`);
  return [
    `This rests on reading ${slug} = ${adopted}: ${choices[adopted]!.says}`,
    `The source does not settle it: ${silent}`,
    `Another choice would change it${changes.length === 0 ? "" : `: ${changes.join("; ")}`}.`,
  ];
}
