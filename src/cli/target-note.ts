import type { MonthDocument } from "../index.js";

type TargetChange = NonNullable<MonthDocument["targetChanges"]>[number];
type TargetPart = TargetChange["parts"][number];

/**
 * Which targets the days of a period have for a call type, or for continuity (`null`), and which of them its share is held
 * against; `null` where it is one for all of the period. `percent` shows a target.
 */
export function targetNote({ targetChanges = [] }: Pick<MonthDocument, "targetChanges">, callType: string | null, percent: (target: string) => string): string | null {
  const change = targetChanges.find((one) => (one.of === "punctuality" ? one.callType : null) === callType);
  if (change === undefined) return null;
  const { parts } = change;
  const differing = new Set(parts.flatMap((part) => (part.kind === "cannot-be-determined" ? [] : [part.base]))).size > 1;
  const said = parts.map((part, i) => {
    const days = i === 0 ? `to ${part.lastDay}` : i === parts.length - 1 ? `from ${part.firstDay}` : `from ${part.firstDay} to ${part.lastDay}`;
    return `${partText(part, differing, percent)} ${days}`;
  });
  const held = parts.at(-1)!.kind === "target" ? `all of the period is ${differing ? "counted and " : ""}held against the last of them` : "no part of the period is held against any";
  return `the target changes within the period: ${said.join(", ")}; ${held}; --from and --to assess a part by itself`;
}

/** A target, and how its share counts missed visits where the parts differ in that. */
function partText(part: TargetPart, differing: boolean, percent: (target: string) => string): string {
  if (part.kind === "cannot-be-determined") return "none that can be determined";
  const target = part.kind === "target" ? percent(part.target) : "none";
  return differing ? `${target} (missed visits ${part.base === "assessable" ? "left out" : "counted as late"})` : target;
}
