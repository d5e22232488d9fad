/** How much a finding weighs: an `error` must be corrected, a `warning` looked at, a `notice` known. */
export type Severity = "error" | "warning" | "notice";

/** What a finding is about and counts. `"attendances"` are lines of pay: those for which nobody came, such as a planned length, are among them. */
export type FindingOf = "rows" | "visits" | "columns" | "attendances" | "windows" | "cases";

/** A finding as it is declared, once. */
export interface FindingDeclaration {
  readonly severity: Severity;
  readonly of: FindingOf;
  /** A row with it is rejected. */
  readonly rejects: boolean;
  /** What it says, in one sentence. */
  readonly says: string;
}

/** Every finding of an export, in the order in which they are shown. Codes are part of the interface. */
export const FINDINGS = {
  "wrong-field-count": { severity: "error", of: "rows", rejects: true, says: "The row has more or fewer fields than the heading, or opens a quotation mark that is never closed." },
  "missing-value": { severity: "error", of: "rows", rejects: true, says: "A visit, service user or provider id or a planned time is empty, or a log has no carer." },
  "unknown-priority": { severity: "error", of: "rows", rejects: true, says: "The priority is not one of the council's call types." },
  "unknown-outcome": { severity: "error", of: "rows", rejects: true, says: "The outcome is not a listed one." },
  "unknown-capture-method": { severity: "error", of: "rows", rejects: true, says: "The capture method is not a listed one." },
  "unreadable-number": { severity: "error", of: "rows", rejects: true, says: "Carers required is not a whole number from 1 to 9999 in digits, or miles are not a number from 0 such as 2.5." },
  "unreadable-time": { severity: "error", of: "rows", rejects: true, says: "A time is not YYYY-MM-DDThh:mm[:ss] with Z, an offset or nothing, or not a time from 1996 on." },
  "log-out-before-log-in": { severity: "error", of: "rows", rejects: true, says: "The log-out is before the log-in." },
  "not-utf-8": { severity: "error", of: "rows", rejects: true, says: "An id, or the text of a further column, holds bytes that are not UTF-8: two ids could be taken for one. Save the file as UTF-8." },
  "unreadable-fact": { severity: "error", of: "rows", rejects: true, says: "A further column holds what is none of its values, or what does not go with the others of its row." },
  "log-out-missing": { severity: "error", of: "rows", rejects: false, says: "A carer logged in and did not log out: how long they were there is not known until that is corrected." },
  "log-in-missing": { severity: "error", of: "rows", rejects: false, says: "A carer logged out and never in: the visit is undetermined until corrected." },
  "planned-end-not-after-start": { severity: "warning", of: "rows", rejects: false, says: "The planned end is not after the planned start." },
  "repeated-hour": { severity: "notice", of: "rows", rejects: false, says: "A time without an offset is in the hour that happens twice; read as the earlier, or as the later where the order of the times asks for it." },
  "skipped-hour": { severity: "notice", of: "rows", rejects: false, says: "A time without an offset is in the hour that the clocks skip; read as an hour forward." },
  "conflicting-visit": { severity: "error", of: "visits", rejects: false, says: "Rows of one visit disagree about the service user, priority, carers required, planned times, outcome or a further fact: the visit is undetermined." },
  "attended-and-not-delivered": { severity: "error", of: "visits", rejects: false, says: "A carer logged in, and the outcome says that nobody was there: the visit is undetermined." },
  "no-paid-row": { severity: "error", of: "attendances", rejects: false, says: "The contract has no row, or several, for the length of an attendance, or of a plan that is paid without one: what is paid cannot be determined." },
  "no-rate": { severity: "error", of: "attendances", rejects: false, says: "No rate is named for the time of an attendance, or of a plan that is paid without one: what is paid cannot be determined." },
  "payment-undetermined": { severity: "error", of: "attendances", rejects: false, says: "What is paid for an attendance, or without one, cannot be determined: the visit does not carry a fact that the contract asks for, or the contract has several answers." },
  "no-rule-in-force": { severity: "error", of: "cases", rejects: false, says: "No rule is in force, or several are, on the day of a visit, on which a person's windows end, or on the last day of the period for the targets: what needs it cannot be determined." },
  "no-carers-allowed": { severity: "error", of: "windows", rejects: false, says: "The council's table has no row, or several, for the visits of a window: how many carers are allowed cannot be determined." },
  "continuity-measured": { severity: "notice", of: "windows", rejects: false, says: "Nothing is asked of a window, or nobody came in it: it is in no share." },
  "unknown-column": { severity: "warning", of: "columns", rejects: false, says: "The column is none of the canonical export's; it is ignored." },
  "column-not-there": { severity: "warning", of: "columns", rejects: false, says: "A clause that is applied asks for the column, and the export does not have it: nothing is said of that fact for any visit." },
  "unasked-column": { severity: "notice", of: "columns", rejects: false, says: "No clause that is applied asks for the column. Its values are read and checked all the same." },
} as const satisfies { readonly [code: string]: FindingDeclaration };

/** The code of a finding. */
export type FindingCode = keyof typeof FINDINGS;

/** The codes, in the order in which they are shown. */
export const FINDING_CODES: readonly FindingCode[] = Object.keys(FINDINGS) as FindingCode[];

/** One finding in a row of an export. */
export interface RowFinding {
  readonly code: FindingCode;
  /** The row as a person sees it in a spreadsheet: the heading is row 1, and blank lines count. */
  readonly row: number;
  /** The column it is about, where there is one. */
  readonly column?: string;
  /** What stood there. */
  readonly value?: string;
  /**
   * The row is rejected, and no visit is counted for it: its provider, its visit id or its planned day cannot be read. These are
   * the ids it carries; `null` for one that is empty, not UTF-8, or in a row that has not as many fields as the heading.
   */
  readonly unplaced?: { readonly provider: string | null; readonly visit: string | null };
}
