import { inForceWords } from "../contract/clause.words.js";
import type { Cite } from "../contract/source.words.js";
import { counted, dayWords, everyKindSaid, listed } from "../shared/words.js";
import type { Eligibility, EligibilityUnder } from "./eligibility.js";

/** May a provider join, in a sentence. */
export function eligibilityWords({ provider, day, kind, deciding, conditions }: Pick<Eligibility, "provider" | "day" | "kind" | "deciding"> & { readonly conditions: readonly unknown[] }): string {
  const who = `provider ${provider}`;
  const when = `on ${dayWords(day)}`;
  switch (kind) {
    case "eligible":
      return `Provider ${provider} may join ${when}: every condition that is asked of it is met.`;
    case "eligible-with-conditions":
      return `Provider ${provider} may join ${when} with conditions: ${counted(deciding.length, "condition")} ${deciding.length === 1 ? "is" : "are"} met so, and every other one as it stands.`;
    case "ineligible":
      return `Provider ${provider} may not join ${when}: ${counted(deciding.length, "condition")} ${deciding.length === 1 ? "is" : "are"} not met.`;
    case "cannot-be-determined":
      if (conditions.length === 0) return `Whether ${who} may join ${when} cannot be determined: no terms are in force.`;
      return conditionsInDoubt(deciding.length, conditions.length, `Whether ${who} may join ${when} cannot be determined`);
    default:
      return everyKindSaid(kind);
  }
}

function conditionsInDoubt(deciding: number, all: number, sentence: string): string {
  return deciding === all ? `${sentence}: of the ${counted(all, "condition")}, none is known to be met.` : `${sentence}: ${counted(deciding, "condition")} of ${all} cannot be determined, and none is known not to be met.`;
}

/** The kinds of answer, to stand in a sentence. */
export const ELIGIBILITY_SAYS: { readonly [K in Eligibility["kind"]]: string } = {
  eligible: "eligible",
  "eligible-with-conditions": "eligible with conditions",
  ineligible: "not eligible",
  "cannot-be-determined": "not to be determined",
};

/** Which terms apply on the day, or why none does. */
export function ruleWords(rule: EligibilityUnder["rule"], cite: Cite): string[] {
  if (rule.kind !== "none-named") return inForceWords(rule, "The rule on who may join", cite);
  return [`No terms on who may join bind anybody: they are ${listed([...new Set(rule.authorities)])} only, and apply to those who name them so.`];
}
