import type { Stretch } from "../contract/rows.js";
import { counted } from "../shared/words.js";

/** For which numbers of visits a table of carers has no row, and for which several. */
export function continuityHolesWords({ gaps, overlaps }: { readonly gaps: readonly Stretch[]; readonly overlaps: readonly Stretch[] }): string[] {
  if (gaps.length === 0 && overlaps.length === 0) return ["The table has one row for every number of visits."];
  const cannot = "how many carers are allowed then cannot be determined";
  return [...gaps.map((gap) => `No row holds ${visitsWords(gap)}: ${cannot}.`), ...overlaps.map((overlap) => `Several rows hold ${visitsWords(overlap)}: ${cannot}.`)];
}

function visitsWords({ from, to }: Stretch): string {
  if (to === "open") return `${counted(from, "visit")} or more`;
  return from === to ? counted(from, "visit") : `${from} to ${counted(to, "visit")}`;
}
