import { listed } from "../shared/words.js";
import type { Reading } from "./reading.js";

/** What another choice of a reading would make of the result. */
export interface OtherwiseRead {
  readonly choice: string;
  /** What would change, after "the result would be different:": `"45 minutes would be paid in place of 30"`. */
  readonly change: string;
}

/** A result rests on a reading: what is adopted, why there is a choice, and what another choice would change. */
export function restsOnWords(slug: string, { silent, adopted, choices }: Pick<Reading<unknown>, "silent" | "adopted" | "choices">, otherwise: readonly OtherwiseRead[]): string[] {
  const changes = otherwise.map(({ choice, change }) => `read as ${choice}, ${change}`);
  return [
    `This rests on reading ${slug} = ${adopted}: ${choices[adopted]!.says}`,
    `The source does not settle it: ${silent}`,
    `Another choice would change it${changes.length === 0 ? "" : `: ${changes.join("; ")}`}.`,
  ];
}

/** A reading on its own: what is silent, what is adopted, and what else could be chosen. */
export function readingWords(slug: string, reading: Pick<Reading<unknown>, "silent" | "adopted" | "choices">): string[] {
  const others = Object.keys(reading.choices).filter((choice) => choice !== reading.adopted);
  return [
    `Reading ${slug} = ${reading.adopted}: ${reading.choices[reading.adopted]!.says}`,
    `${reading.silent} ${others.length === 0 ? "There is no other choice." : `Other ${others.length === 1 ? "choice" : "choices"}: ${listed(others, "or")}.`}`,
  ];
}
