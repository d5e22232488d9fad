import type { Council } from "../rules/council.js";
import { refuse } from "../shared/refuse.js";
import { compactJson } from "./compact-json.js";
import { parseCouncil } from "./parse-council.js";

/**
 * A council as canonical JSON text: its keys in the order of the JSON Schema, a short list or object on one line. What
 * `parseCouncil` makes of it is the same council. Throws, with the first problem, when it is not sound.
 *
 * @example
 * ```ts
 * const council = { callTypes: ["call"], nation: "scotland", name: "My Council", id: "my-council" } as const;
 * councilText(council); // => '{ "id": "my-council", "name": "My Council", "nation": "scotland", "callTypes": ["call"] }\n'
 * ```
 */
export function councilText(council: Council): string {
  const parsed = parseCouncil(council);
  if (parsed.kind === "refused") {
    const [{ path, expected, got, do: todo }, ...more] = parsed.problems as [(typeof parsed.problems)[number], ...typeof parsed.problems];
    refuse("councilText", `${path === "" ? "the council" : path} must be ${expected}`, got, more.length === 0 ? todo : `${todo}. ${more.length} more: parseCouncil gives them all`);
  }
  return `${compactJson(parsed.council)}\n`;
}
