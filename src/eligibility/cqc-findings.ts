import type { Severity } from "../ecm/findings.js";

/** A finding about CQC data as it is declared, once. */
export interface CqcFindingDeclaration {
  readonly severity: Severity;
  /** A record or row with it is rejected. */
  readonly rejects: boolean;
  /** What it says, in one sentence. */
  readonly says: string;
}

/** Every finding of CQC data, in the order in which they are shown. Codes are part of the interface. */
export const CQC_FINDINGS = {
  "not-an-object": { severity: "error", rejects: true, says: "A record of the CQC or a row of the sheet is an object; this is none." },
  "missing-id": { severity: "error", rejects: true, says: "There is no location id and no provider id." },
  "wrong-field-count": { severity: "error", rejects: true, says: "The row has more or fewer fields than the heading." },
  "missing-heading": { severity: "error", rejects: true, says: "The sheet has no heading for the location or provider id, the domain or the latest rating." },
  "unknown-key-question": { severity: "warning", rejects: false, says: "The name is none of the five key questions, nor overall; what it is about is not known." },
  "unknown-rating": { severity: "warning", rejects: false, says: "The word is none of the CQC's for a rating or for the want of one; it asserts nothing." },
  "unknown-status": { severity: "warning", rejects: false, says: "The word for a registration, a rating's standing, dormancy or inheritance is not known; it asserts nothing." },
  "undated-rating": { severity: "warning", rejects: false, says: "A rating carries no day of publication." },
  "unreadable-day": { severity: "warning", rejects: false, says: "A day cannot be read." },
  "unreadable-value": { severity: "warning", rejects: false, says: "A value is not of the kind the CQC gives there." },
  "list-entry": { severity: "warning", rejects: false, says: "The record holds an id and no registration or rating, as in a list page: fetch the location itself." },
  "repeated-id": { severity: "warning", rejects: false, says: "Several records have this id; each is answered by itself." },
} as const satisfies { readonly [code: string]: CqcFindingDeclaration };

/** The code of a finding about CQC data. */
export type CqcFindingCode = keyof typeof CQC_FINDINGS;

/** One finding about CQC data. */
export interface CqcFinding {
  readonly code: CqcFindingCode;
  /** The record's id, where it can be read. */
  readonly id: string | null;
  /** Where it stands: a path as `[2].currentRatings.overall.rating`, or `row 5, Latest Rating`. */
  readonly at: string;
  /** What stood there, cut to 60 letters. */
  readonly value?: string;
}

/** Collects the findings of one record. */
export interface Findings {
  readonly id: string | null;
  readonly add: (code: CqcFindingCode, at: string, value?: unknown) => void;
}

/** Findings of the record with an id, added to a list. */
export function findingsOf(id: string | null, list: CqcFinding[]): Findings {
  return {
    id,
    add: (code, at, value) => {
      list.push(value === undefined ? { code, id, at } : { code, id, at, value: shown(value) });
    },
  };
}

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
