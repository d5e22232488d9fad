import type { Clause } from "../contract/clause.js";
import type { Council } from "./council.js";
import { readingsOf } from "./with-reading.js";

/**
 * Which readings of a council are read otherwise than its data adopts them? Each in words, with what is adopted in the
 * data; empty where nothing is read otherwise. Belongs at the head of whatever is printed and filed.
 *
 * @example
 * ```ts
 * readOtherwise(leicester); // => []
 * readOtherwise(withReading(leicester, "rounding", "line-half-up")); // => ["rounding = line-half-up (adopted: statement-half-up)"]
 * ```
 */
export function readOtherwise(council: Council): string[] {
  return readingsOf(council).flatMap(({ clause, reading, adopted, inPlaceOf }) => {
    if (inPlaceOf === undefined) return [];
    const versions = (council[clause] as Clause<object>).versions.filter(({ readings }) => Object.hasOwn(readings, reading));
    const given = versions.flatMap((version) => {
      const asks = version.readings[reading]!.choices[adopted]!.asks;
      return asks === undefined ? [] : [(version as unknown as { readonly [field: string]: unknown })[asks.field]];
    });
    return [`${reading} = ${adopted}${given.length === 0 ? "" : `:${String(given.at(-1))}`} (adopted: ${inPlaceOf})`];
  });
}

/** The same as one sentence, with what is read otherwise outside the council's data; nothing where all is as adopted. */
export function readOtherwiseWords(council: Council, also: readonly string[] = []): string[] {
  const all = [...readOtherwise(council), ...also];
  return all.length === 0 ? [] : [`Read otherwise than adopted: ${all.join("; ")}.`];
}
