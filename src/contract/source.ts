/** The document a clause stands in. */
export interface Document {
  /** What the document is called, as a person would cite it: `"Leicester City Council, FOI answer"`. */
  readonly document: string;
  /** When it was published, in words; `"undated"` when the document does not say. */
  readonly published: string;
}

/** Where a clause stands and what it says there. */
export interface Source extends Document {
  /** The clause, question or paragraph: `"Q11, Q13"`. */
  readonly clause: string;
  /** The words themselves, to the letter. */
  readonly quote: string;
}

/**
 * How far a clause binds: `agreed` is in the contract, `trial` is being tried with some providers, `recommended` and
 * `proposed` bind nobody yet and apply only when a caller names them.
 */
export type Authority = "agreed" | "trial" | "recommended" | "proposed";
