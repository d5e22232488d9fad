import { quoted } from "../shared/words.js";
import { CQC_FINDINGS, type CqcFinding } from "./cqc-findings.js";

/** A finding about CQC data: where it is, what it says, and whether the record or row is rejected. */
export function cqcFindingWords({ code, id, at, value }: CqcFinding): string {
  const { says, rejects } = CQC_FINDINGS[code];
  const where = [...(id === null ? [] : [`Record ${id}`]), ...(at === "" ? [] : [`at ${at}`])].join(" ");
  const place = where === "" ? "" : `${where.charAt(0).toUpperCase()}${where.slice(1)}${value === undefined || value === "" ? "" : `, which holds ${quoted(value)}`}: `;
  return `${place}${place === "" ? says : says.charAt(0).toLowerCase() + says.slice(1)}${rejects ? " It is rejected." : ""}`;
}
