import type { continuityHoles } from "../continuity/standard.js";
import { continuityHolesWords } from "../continuity/standard.words.js";
import type { Section } from "./section.js";

/**
 * For which numbers of visits does a table of carers not say how many are allowed, in words? Takes what `continuityHoles`
 * answered.
 *
 * @example
 * ```ts
 * const holes = continuityHoles([{ from: 1, to: 7, becomes: 3 }, { from: 9, to: "open", becomes: 5 }]);
 * explainContinuityHoles(holes); // => [{ sentences: ["No row holds 8 visits: how many carers are allowed then cannot be determined."] }]
 * ```
 */
export function explainContinuityHoles(holes: ReturnType<typeof continuityHoles>): Section[] {
  return [{ sentences: continuityHolesWords(holes) }];
}
