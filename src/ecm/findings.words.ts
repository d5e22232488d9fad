import { everyKindSaid, quoted } from "../shared/words.js";
import { FINDINGS, type RowFinding, type Severity } from "./findings.js";

/** Longer values are cut: they are shown to be found again, not to be read. */
const LONGEST_SHOWN = 60;

/** A finding: where it is, what stood there, what it means and what becomes of the row. */
export function rowFindingWords({ code, row, column, value, unplaced }: RowFinding): string {
  const { severity, rejects, says } = FINDINGS[code];
  if (code === "unknown-column" || code === "unasked-column" || code === "column-not-there") return `Heading, column ${quoted(shown(column ?? ""))}: ${says}${value === undefined ? "" : ` ${value}${value.endsWith("?") ? "" : "."}`}`;
  const where = [`Row ${row}`, ...(column === undefined ? [] : [`column ${column}`]), ...(value === undefined ? [] : [value === "" ? "empty" : quoted(shown(value))])];
  return `${where.join(", ")}: ${says} ${rejects ? rejectedWords(unplaced !== undefined) : severityWords(severity)}`;
}

function rejectedWords(unplaced: boolean): string {
  if (unplaced) return "The row is rejected. Its provider, its visit id or its planned day cannot be read, so it belongs to no visit, and no visit is counted for it until it is corrected.";
  return "The row is rejected; the visit it belongs to cannot be determined until it is corrected.";
}

function severityWords(severity: Severity): string {
  switch (severity) {
    case "error":
      return "The row is kept; correct it.";
    case "warning":
      return "The row is kept; look at it.";
    case "notice":
      return "The row is kept as it is.";
    default:
      return everyKindSaid(severity);
  }
}

function shown(value: string): string {
  return value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`;
}
