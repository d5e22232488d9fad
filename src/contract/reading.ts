/** One thing that a silent or contradictory source could mean. */
export interface Choice<Terms> {
  /** What the choice says, in one plain sentence. */
  readonly says: string;
  /** The terms it sets. */
  readonly set: Partial<Terms>;
  /** A term only the caller can give: which field, and what to write there. Without it the choice cannot be taken. */
  readonly asks?: { readonly field: FieldOf<Terms>; readonly for: string };
}

/** A field of the terms; of terms of several kinds, a field of any of them. */
export type FieldOf<Terms> = Terms extends unknown ? keyof Terms & string : never;

/** A silence of the source: what it does not say, the choice adopted, and every choice by name. */
export interface Reading<Terms> {
  /** What the source leaves unsaid, or where it contradicts itself. */
  readonly silent: string;
  /** The slug of the choice whose terms the version has. */
  readonly adopted: string;
  /** Why the data adopts the choice it does, in one plain sentence. */
  readonly because?: string;
  /** The choice that the data adopts, where a caller took another in its place. */
  readonly inPlaceOf?: string;
  readonly choices: { readonly [slug: string]: Choice<Terms> };
}
