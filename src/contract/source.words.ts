import { quoted } from "../shared/words.js";
import type { Authority, Source } from "./source.js";

/** How a sentence names its source. */
export type Cite = (source: Source) => string;

/** A source in full: document, when it was published, clause and quotation. */
export function cited(source: Source): string {
  return `${documentWords(source)}, ${placed(source)}`;
}

/**
 * Names sources as one text goes on: the document in full where it is another than the one named last, after that the
 * clause alone; and a quotation once.
 *
 * @example
 * ```ts
 * const cite = citing();
 * const { source } = leicester.rate.versions[0]!;
 * cite(source).endsWith("standard day time dom care? £14.01”"); // => true
 * cite(source); // => "Q14, as quoted above"
 * ```
 */
export function citing(): Cite {
  let lastDocument: string | undefined;
  const quotedBefore = new Set<string>();
  return (source) => {
    const place = quotedBefore.has(cited(source)) ? `${source.clause}, as quoted above` : placed(source);
    quotedBefore.add(cited(source));
    const document = documentWords(source);
    const named = document === lastDocument ? place : `${document}, ${place}`;
    lastDocument = document;
    return named;
  };
}

/** A document and when it was published: `"Home care contract, January 2026"`. */
function documentWords({ document, published }: Source): string {
  return `${document}, ${published}`;
}

function placed({ clause, quote }: Source): string {
  return `${clause}: ${quoted(quote)}`;
}

/** How far a clause binds, in a sentence; one that is agreed needs none. */
export const AUTHORITY_SAYS: { readonly [A in Authority]: string } = {
  agreed: "It is agreed: it is in the contract.",
  trial: "It is a trial: it is being tried with some providers.",
  recommended: "It is recommended and binds nobody yet; it applies here because it was named.",
  proposed: "It is proposed and binds nobody yet; it applies here because it was named.",
};
